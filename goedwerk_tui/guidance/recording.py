"""How an answer to the programme becomes an entry of the journal."""

from dataclasses import dataclass

from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.programme.model import Choice, Question, Session, Step, Yield

SOMETHING_ELSE = "iets-anders"
"""The id of the option that is always added to a choice."""
SOMETHING_ELSE_TEXT = "Iets anders."

_KINDS: dict[Yield, Kind] = {
    "furthers": Kind.CONDITION,
    "hinders": Kind.CONDITION,
    "intention": Kind.INTENTION,
    "term": Kind.TERM,
    "strategy": Kind.STRATEGY,
    "vision": Kind.VISION,
}


def origin_of(pack: str, session: Session, step: Step, asks: Question | Choice) -> Origin:
    """Return the origin for an answer, with the words as they are shown now."""
    return Origin(
        pack=pack,
        session=session.id,
        step=step.id,
        item=asks.id if isinstance(asks, Question) else CHOICE_ITEM,
        session_title=session.title,
        step_title=step.title,
        words=asks.text,
    )


def kind_of(asks: Question | Choice) -> Kind:
    """Return the kind of entry that an answer becomes."""
    if isinstance(asks, Choice):
        return Kind.CHOICE
    return _KINDS[asks.yields] if asks.yields else Kind.ANSWER


def data_of(asks: Question | Choice, option: str | None = None) -> dict[str, str] | None:
    """Return what is kept with an answer besides its text.

    Args:
        asks: what was asked.
        option: the id of the chosen option, for a choice.
    """
    if isinstance(asks, Choice):
        if option is None:
            return None
        return {"option": option, "option_text": option_text(asks, option)}
    if asks.yields in ("furthers", "hinders"):
        return {"side": asks.yields}
    return None


def option_text(choice: Choice, option: str) -> str:
    """Return the words of an option; empty for one that the choice no longer has."""
    if option == SOMETHING_ELSE:
        return SOMETHING_ELSE_TEXT
    return next((each.text for each in choice.options if each.id == option), "")


@dataclass(frozen=True)
class Answer:
    """What the journal holds at one stop."""

    entry: Entry | None
    text: str
    option: str | None


def answer_at(journal: Journal, step_id: str, item: str) -> Answer:
    """Return the newest answer to a question or choice; an empty one when there is none."""
    entry = next(iter(journal.answers(step_id, item)), None)
    if entry is None:
        return Answer(None, "", None)
    option = entry.data.get("option") if entry.data else None
    return Answer(entry, entry.text, option if isinstance(option, str) else None)


def record(journal: Journal, origin: Origin, asks: Question | Choice, text: str, option: str | None) -> Entry | None:
    """Put an answer in the journal: a new entry, or a new revision of the one that is there.

    An answer that was emptied goes to the trash, where it can be found again.

    Returns:
        The entry, or None when there is nothing to keep.

    Raises:
        SaveFailed: it could not be written.
    """
    entry = answer_at(journal, origin.step, origin.item).entry
    if not text.strip() and option is None:
        if entry:
            journal.trash(entry.id)
        return None
    data = data_of(asks, option)
    if entry is None:
        return journal.add(kind_of(asks), text, origin=origin, data=data)
    return journal.change(entry.id, text, data=data)

"""How an answer to the programme becomes an entry of the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.folding import wording
from goedwerk_tui.base.text import quoted
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.guidance.words import written_by_choice
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, Presented
from goedwerk_tui.journal.said_beside import OPTION_TEXT
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import Choice, Question, Step, Yield

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


def origin_of(pack: Pack, step: Step, asks: Question | Choice) -> Origin:
    """Return the origin for an answer, with the words as they are shown now, and whose step it is."""
    session = pack.session_of(step.id)
    return Origin(
        pack=pack.pack_id_of(step.id),
        session=session.id,
        step=step.id,
        item=asks.id if isinstance(asks, Question) else CHOICE_ITEM,
        session_title=session.title,
        step_title=pack.titled(step),
        words=asks.text,
    )


def beside(pack: Pack, step: Step) -> Origin:
    """Return the origin of what was typed at a step and answers nothing there: it names no item."""
    session, title = pack.session_of(step.id), pack.titled(step)
    return Origin(pack.pack_id_of(step.id), session.id, step.id, "", session.title, title)


def kind_of(asks: Question | Choice) -> Kind:
    """Return the kind of entry that an answer becomes."""
    if isinstance(asks, Choice):
        return Kind.CHOICE
    return _KINDS[asks.yields] if asks.yields else Kind.ANSWER


def data_of(asks: Question | Choice, option: str | None = None) -> dict[str, str] | None:
    """Return what is kept with an answer besides its text.

    Args:
        asks: what was asked.
        option: the id of the chosen option, for a choice; None where nothing is chosen (any more), of which nothing is
            kept.
    """
    if isinstance(asks, Choice):
        if option is None:
            return {}
        return {"option": option, OPTION_TEXT: option_text(asks, option)}
    if asks.yields in ("furthers", "hinders"):
        return {"side": asks.yields}
    return None


def lacks_option_text(entry: Entry) -> bool:
    """Return whether it is a choice without the words of what was chosen."""
    return entry.kind is Kind.CHOICE and entry.data is not None and not entry.data.get(OPTION_TEXT)


def presented_by(pack: Pack) -> Presented:
    """Return how a journal is read beside a programme: steps by their present names, choices with their words."""
    return Presented(partial(with_option_text, pack), pack.programme.step_names)


def with_option_text(pack: Pack, entry: Entry) -> Entry:
    """Return a choice with the programme's words for what was chosen, when whoever kept it left them out."""
    option = _option_of(entry)
    words = _words_in(pack, entry.origin, option) if option and lacks_option_text(entry) else ""
    if not words:
        return entry
    newest = msgspec.structs.replace(entry.newest, data={**(entry.data or {}), OPTION_TEXT: words})
    revisions = tuple(newest if each.id == newest.id else each for each in entry.revisions)
    return msgspec.structs.replace(entry, revisions=revisions)


def _words_in(pack: Pack, origin: Origin | None, option: str) -> str:
    if origin is None or not pack.knows(origin.step) or origin.pack != pack.pack_id_of(origin.step):
        return ""
    try:
        step = pack.step(origin.step)
    except ContentError:
        return ""
    choice = getattr(step, "choice", None)
    if not isinstance(choice, Choice) or (origin.words and not answers_words(origin.words, choice)):
        return ""
    return option_text(choice, option)


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


def answer_at(journal: Journal, origin: Origin, asks: Question | Choice) -> Answer:
    """Return the newest answer to a question or choice as it is asked now; an empty one when there is none.

    Args:
        journal: where to look.
        origin: that of an answer that would be given now.
        asks: what is asked now. An answer under the same id that was given to other words is left out; see ``answers``.
    """
    entry = next((each for each in _under(journal, origin, asks) if answers(each, asks)), None)
    return Answer(entry, entry.text, _option_meant(entry, asks)) if entry else Answer(None, "", None)


def earlier_answers(journal: Journal, origin: Origin, asks: Question | Choice) -> tuple[Entry, ...]:
    """Return what was answered under the same id to a question or choice that was another, newest first."""
    return tuple(each for each in _under(journal, origin, asks) if not answers(each, asks))


def earlier_version(found: Sequence[Entry]) -> str:
    """Return, in Dutch, what was answered to other words: the newest in full, with its own question and its date.

    Args:
        found: what ``earlier_answers`` returned.
    """
    if not found:
        return ""
    newest = found[0]
    more = f" En nog {len(found) - 1}, zie Dagboek." if len(found) > 1 else ""
    day = long_date(local(newest.changed).date())
    asked = quoted(newest.origin.words) if newest.origin else ""
    said = (asked, written_by_choice(newest), newest.text.strip())
    return "\n".join((f"Je antwoordde op een eerdere versie, op {day}.{more}", *(each for each in said if each)))


def answers(entry: Entry, asks: Question | Choice) -> bool:
    """Say whether an entry answers a question or choice as it is asked now.

    It does when it was asked in the same words, but for case, spaces, punctuation and the like, or in words that the
    programme names as meaning the same (``same_as``). A choice must have the option that was taken, in the same sense.
    """
    if entry.origin is None or not answers_words(entry.origin.words, asks):
        return False
    return _option_of(entry) is None or not isinstance(asks, Choice) or _option_meant(entry, asks) is not None


def answers_words(words: str, asks: Question | Choice) -> bool:
    """Say whether these words asked the same as a question or choice asks now."""
    return asks_the_same(words, asks.text, *asks.same_as)


def asks_the_same(words: str, *others: str) -> bool:
    """Say whether words are one of the others, but for case, spaces, punctuation and the like."""
    return wording(words) in map(wording, others)


def _option_meant(entry: Entry, asks: Question | Choice) -> str | None:
    """Return the id of the option that was taken, as it is now: words decide, and an id only where there are none."""
    taken = _option_of(entry)
    if not isinstance(asks, Choice) or taken in (None, SOMETHING_ELSE):
        return taken
    words = entry.data.get(OPTION_TEXT) if entry.data else None
    if not isinstance(words, str) or not words:
        return taken if any(each.id == taken for each in asks.options) else None
    return next((each.id for each in asks.options if asks_the_same(words, each.text, *each.same_as)), None)


def _option_of(entry: Entry) -> str | None:
    option = entry.data.get("option") if entry.data else None
    return option if isinstance(option, str) else None


def _under(journal: Journal, origin: Origin, asks: Question | Choice) -> Iterator[Entry]:
    """Yield what was written under an id of the same pack, or under one that it had before, newest first."""
    items = {origin.item, *(asks.formerly if isinstance(asks, Question) else ())}
    found = journal.newest_first(step=origin.step)
    return (each for each in found if each.origin and each.origin.item in items and each.origin.pack == origin.pack)


def record(journal: Journal, origin: Origin, asks: Question | Choice, text: str, option: str | None) -> Entry | None:
    """Put an answer in the journal: a new entry, or a new revision of the one that is there.

    An answer that was emptied goes to the trash, where it can be found again.

    Returns:
        The entry, or None when there is nothing to keep.

    Raises:
        SaveFailed: it could not be written.
    """
    entry = answer_at(journal, origin, asks).entry
    if not text.strip() and option is None:
        if entry:
            journal.trash(entry.id)
        return None
    data = data_of(asks, option)
    if entry is None:
        return journal.add(kind_of(asks), text, origin=origin, data=data)
    return journal.change(entry.id, text, data=data)

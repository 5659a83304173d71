"""What a person takes along from a session: their own words, and what is still to be made of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from goedwerk_tui.guidance.collections.conditions import About, OverviewPart
from goedwerk_tui.guidance.reminders.meetings import to_bring
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import Session

INTENDED = "Wat neem je je voor, en wanneer? Maak af: als dit gebeurt, dan doe ik dat."
_INTENTION = ".voornemen"


@dataclass(frozen=True)
class SessionEnd:
    """What came of a session; each part with the oldest first."""

    session: Session
    words: tuple[Entry, ...]
    intentions: tuple[Entry, ...]
    furthers: tuple[Entry, ...]
    hinders: tuple[Entry, ...]
    brought: tuple[Entry, ...]
    """What goes along to the meeting; of this session only."""
    to_intend: tuple[Entry, ...]
    """What was answered to what one will do, and is no intention yet."""


def end_of(session: Session, journal: Journal, pack: Pack) -> SessionEnd:
    """Return what came of a session; it reads the steps of the session, so it is for a thread."""
    found = tuple(reversed(journal.newest_first(session=session.id)))
    sides = {each.id: str((each.data or {}).get(About.SIDE, "")) for each in found if each.kind is Kind.CONDITION}
    acts = set(_acts(session, pack))
    intended = {(each.origin.step, each.origin.item) for each in found if each.kind is Kind.INTENTION and each.origin}
    brought = {each.id for each in to_bring(journal)}
    return SessionEnd(
        session=session,
        words=tuple(each for each in found if each.kind is Kind.TERM),
        intentions=tuple(each for each in found if each.kind is Kind.INTENTION),
        furthers=tuple(each for each in found if sides.get(each.id) == OverviewPart.FURTHERS),
        hinders=tuple(each for each in found if sides.get(each.id) == OverviewPart.HINDERS),
        brought=tuple(each for each in found if each.id in brought),
        to_intend=tuple(
            each
            for each in found
            if each.kind is Kind.ANSWER
            and each.text.strip()
            and each.origin
            and (each.origin.step, each.origin.item) in acts
            and (each.origin.step, f"{each.origin.item}{_INTENTION}") not in intended
        ),
    )


def origin_of_intention(answer: Entry) -> Origin:
    """Return the origin of an intention that is made of an answer, which has one itself."""
    asked = answer.origin
    assert asked is not None, "an answer without a question"
    return Origin(
        pack=asked.pack,
        session=asked.session,
        step=asked.step,
        item=f"{asked.item}{_INTENTION}",
        session_title=asked.session_title,
        step_title=asked.step_title,
        words=INTENDED,
    )


def _acts(session: Session, pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield step and id of each question about what one will do whose answer makes nothing by itself."""
    for step_id in session.steps:
        try:
            step = pack.step(step_id)
        except ContentError:
            continue
        for question in step.questions:
            if question.move == "act" and not question.yields:
                yield step.id, question.id

"""One's own words, by the session in which they came."""

from collections.abc import Sequence

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.insight.picture import Picture, PictureGroup, PictureMark, TooLittle, days_in_words
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.journal.said_beside import MEANING

ID, TITLE = "woorden", "Mijn woorden per sessie"


def words_by_session(entries: Sequence[Entry]) -> Picture | TooLittle:
    """Return the words with what is meant by them, in the order in which they came.

    Args:
        entries: what was written, newest first.
    """
    terms = [each for each in entries if each.kind is Kind.TERM and each.text.strip()]
    if len(terms) < 2:
        return TooLittle(ID, TITLE, "Er is iets te zien als je minstens twee eigen woorden hebt opgeschreven.")
    sessions: dict[str, list[PictureMark]] = {}
    for each in reversed(terms):
        meaning = str((each.data or {}).get(MEANING, "")).strip()
        said = (meaning,) if meaning else ()
        mark = PictureMark(each.text.strip(), about=(*said, long_date(local(each.created).date())))
        sessions.setdefault(each.origin.session_title if each.origin else "Los geschreven", []).append(mark)
    days = sorted({local(each.created).date() for each in terms})
    span = f"van {days_in_words(days[:1])} tot {days_in_words(days[-1:])}" if len(days) > 1 else days_in_words(days)
    return Picture(
        ID,
        TITLE,
        f"Uit {len(terms)} woorden, {span}.",
        tuple(PictureGroup(session, "line", tuple(marks)) for session, marks in sessions.items()),
        tuple(each.id for each in terms),
    )

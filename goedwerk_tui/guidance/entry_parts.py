"""How an entry reads: what was asked, what was chosen and written, and what is to be known about it."""

from goedwerk_tui.base.clock import date_and_time
from goedwerk_tui.guidance.words import how_many, written_by_choice
from goedwerk_tui.journal import Entry, Mark, State
from goedwerk_tui.journal.reader import JournalReader


def parts_of(entry: Entry, journal: JournalReader) -> dict[str, str]:
    """Return the parts of an entry in the order in which they are read; what there is not, is empty."""
    chosen = written_by_choice(entry)
    return {
        "words": entry.origin.words if entry.origin else "",
        "choice": f"Je koos: {chosen}" if chosen else "",
        "text": entry.text,
        "about": _about(entry, journal),
    }


def _about(entry: Entry, journal: JournalReader) -> str:
    lines = [f"Geschreven op {date_and_time(entry.created)}"]
    if entry.changed != entry.created:
        lines.append(f"Gewijzigd op {date_and_time(entry.changed)}")
    if (count := len(entry.versions)) > 1:
        lines.append(how_many(count, "versie", "versies"))
    if entry.id in journal.marked(Mark.BRING):
        lines.append("● gaat mee naar de bijeenkomst")
    if entry.id in journal.marked(Mark.NEVER_LEAVE):
        lines.append("× gaat nooit mee")
    if entry.state is State.TRASH:
        lines.append("Ligt in de prullenbak")
    return "\n".join(lines)

"""What stands for an entry where there is one line for it: in lists, in a question about it, in the terminal."""

from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.words import written_by_choice
from goedwerk_tui.journal import Entry, Kind


def one_line(entry: Entry) -> str:
    """Return how an entry begins: its text, or what was chosen; of an exercise what came of it, in words.

    It may be too long for the line, and hold line ends: ``base.text.shorten`` makes it fit.
    """
    if entry.kind is Kind.EXERCISE and (work := work_of(entry)) and (brief := work.in_brief()):
        return brief
    return entry.text if entry.text.strip() else written_by_choice(entry)

"""All of a journal that is half-done: what a search, an export and a wiping must know of."""

from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_pages import open_answers
from goedwerk_tui.journal.journal import Journal


def half_done(journal: Journal) -> tuple[Draft, ...]:
    """Return the drafts of a journal, and what lies open in a person's own editor; it reads the disk."""
    if journal.places is None:
        return ()
    return (*Drafts.of(journal.places).all(), *open_answers(journal.places, journal.id))

"""What is done to an entry by one key, wherever it is in front: each says so, and ctrl+z takes it back."""

from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Mark
from goedwerk_tui.tui.mark_messages import about_mark, mark_taken_back
from goedwerk_tui.tui.shell import Shell

_VERBS = {Mark.BRING: "bring", Mark.NEVER_LEAVE: "never_leave"}


def mark_entry(shell: Shell, entry_id: str, mark: Mark, on: bool) -> None:
    """Give an entry a mark, or take it away."""
    shell.act(
        lambda journal: journal.mark(entry_id, mark, on),
        about_mark(mark, on, shell.key_for(_VERBS[mark])),
        lambda journal: journal.mark(entry_id, mark, not on),
        f"{_named(shell, entry_id)} {mark_taken_back(mark, on)}.",
    )


def throw_away(shell: Shell, entry_id: str, said: str = "In de prullenbak. Met ctrl+z komt het terug.") -> None:
    """Lay an entry in the trash."""
    shell.act(
        lambda journal: journal.trash(entry_id),
        said,
        lambda journal: journal.restore(entry_id),
        f"{_named(shell, entry_id)} is uit de prullenbak.",
    )


def restore(shell: Shell, entry_id: str) -> None:
    """Take an entry out of the trash."""
    said = "Weer in je dagboek. Met ctrl+z gaat het terug naar de prullenbak."
    shell.act(
        lambda journal: journal.restore(entry_id),
        said,
        lambda journal: journal.trash(entry_id),
        f"{_named(shell, entry_id)} ligt weer in de prullenbak.",
    )


def _named(shell: Shell, entry_id: str) -> str:
    """Return what an entry is, without its words: ctrl+z works on every screen, and somebody may look along."""
    assert shell.workspace is not None, "something was done to an entry before the journal was open"
    entry = shell.workspace.journal.entries[entry_id]
    return f"‘{origin_line(entry)}’"

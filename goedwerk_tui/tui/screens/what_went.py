"""What is said of what went from a page by what was written there, and how ctrl+z has it back."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from goedwerk_tui.base.text import named
from goedwerk_tui.guidance.wiping_messages import what_may_leave_without
from goedwerk_tui.guidance.words import names_of
from goedwerk_tui.journal import Entry, Journal, Mark, State
from goedwerk_tui.tui.autosave.what_goes import Gone
from goedwerk_tui.tui.shell import Shell


def tell_gone(shell: Shell, gone: Gone, then: Callable[[], object]) -> None:
    """Say where it is what was said to be kept and stands on a page no more, and let ctrl+z have it back.

    Args:
        shell: the app.
        gone: what went.
        then: what is to be done where it stood, once it is back.
    """
    where, leaves = "is nu een eerdere versie", ""
    if gone.revision_id is None:
        assert shell.workspace is not None, "a text went before the journal was open"
        where, leaves = "ligt in de prullenbak", what_may_leave_without((gone.entry_id,), shell.workspace.journal)

    def back(journal: Journal) -> None:
        if gone.revision_id is None:
            journal.restore(gone.entry_id)
        else:
            journal.put_back(gone.entry_id, gone.revision_id)

    def had_back(_: object) -> None:
        then()
        shell.show_notice(f"{named(gone.text)} staat er weer.")

    have_back = partial(shell.write, back, then=had_back)
    said = f"{named(gone.text)} {where}. {leaves}".rstrip()
    shell.acted(said, have_back, offer="Met ctrl+z staat het er weer.")


def tell_gone_from_exercise(shell: Shell, gone: Sequence[Gone]) -> None:
    """Say that what was said to be kept and stands in an exercise no more is a note in the trash; nothing for none."""
    if not gone:
        return
    one, names = len(gone) == 1, " en ".join(named(each.text) for each in gone)

    def restore(journal: Journal) -> None:
        for each in gone:
            journal.restore(each.entry_id)

    def had_back(_: object) -> None:
        shell.show_notice(f"{names} {'staat als notitie' if one else 'staan als notities'} in je dagboek.")

    have_back = partial(shell.write, lambda journal: journal.apply(restore), then=had_back)
    said = f"{names} {'ligt als notitie' if one else 'liggen als notities'} in de prullenbak."
    shell.acted(said, have_back, offer=f"Met ctrl+z {'komt die' if one else 'komen die'} in je dagboek.")


def tell_asked_no_more(shell: Shell, lines: Sequence[str]) -> None:
    """Say where the lines are that an exercise, which was changed since, has no place for; nothing for none."""
    if not lines:
        return
    more = len(lines) - 1
    what = f"{named(lines[0])} en nog {more} passen" if more else f"{named(lines[0])} past"
    stand = "staan ze" if more else "staat het"
    shell.show_notice(
        f"{what} niet in deze opdracht zoals die nu is. Rond je die af, dan {stand} alleen nog bij de eerdere versies."
    )


def kept_back(journal: Journal) -> tuple[Entry, ...]:
    """Return what never leaves and is not in the trash."""
    never = journal.marked(Mark.NEVER_LEAVE)
    return tuple(each for each in journal.newest_first() if each.id in never)


def tell_thrown_away(shell: Shell, kept_back_before: Collection[Entry]) -> None:
    """Say of what never was to leave, and came in the trash by what was written, where nothing keeps its words back."""
    assert shell.workspace is not None, "something was thrown away before the journal was open"
    journal = shell.workspace.journal
    gone = [each for each in kept_back_before if journal.entries[each.id].state is State.TRASH]
    if leaves := what_may_leave_without([each.id for each in gone], journal):
        where = "ligt" if len(gone) == 1 else "liggen"
        shell.show_notice(f"{names_of(gone)} {where} in de prullenbak. {leaves}")

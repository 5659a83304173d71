"""What can be done with a picture, wherever it is shown: see the entries behind it, and share it."""

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.insight import Picture, TooLittle
from goedwerk_tui.guidance.insight.catalogue import pictures
from goedwerk_tui.tui.routes import EntriesRoute
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.workspace import Workspace


def gather(workspace: Workspace) -> tuple[Picture | TooLittle, ...]:
    """Return the pictures of the journal as it is now. Slow; call it from a thread."""
    journal = workspace.journal
    return pictures(journal.newest_first(), workspace.pack, local(journal.now()).date())


def open_entries(shell: Shell, picture: Picture) -> None:
    """Show the entries behind a picture."""
    shell.open(EntriesRoute(f"Achter ‘{picture.title}’", picture.entries))


def share(shell: Shell, picture: Picture) -> None:
    """Show what of a picture may leave, as it would leave."""
    from goedwerk_tui.sharing.kinds import DocumentKind
    from goedwerk_tui.sharing.selection import shareable
    from goedwerk_tui.tui.screens.sharing_overview import share_overview

    assert shell.workspace is not None
    behind = frozenset(picture.entries)
    chosen = tuple(each for each in shareable(shell.workspace.journal) if each.id in behind)
    if chosen:
        share_overview(shell, chosen, DocumentKind.INSIGHT, picture.id)
    else:
        shell.show_message("Van wat hierachter zit mag niets mee.")

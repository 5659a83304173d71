"""What can be done with a picture, wherever it is shown: see the entries behind it, and share it."""

from typing import TYPE_CHECKING

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.insight import Picture, TooLittle, pictures

if TYPE_CHECKING:
    from goedwerk_tui.tui.app import GoedWerkApp
    from goedwerk_tui.tui.keeper import Keeper


def gather(keeper: "Keeper") -> tuple[Picture | TooLittle, ...]:
    """Return the pictures of the journal as it is now. Slow; call it from a thread."""
    journal = keeper.journal
    return pictures(journal.newest_first(), keeper.pack, local(journal.now()).date())


def open_entries(app: "GoedWerkApp", picture: Picture) -> None:
    """Show the entries behind a picture."""
    from goedwerk_tui.tui.screens.entries import EntriesScreen

    app.push_screen(EntriesScreen(f"Achter ‘{picture.title}’", picture.entries))


def share(app: "GoedWerkApp", picture: Picture) -> None:
    """Show what of a picture may leave, as it would leave."""
    from goedwerk_tui.sharing.kinds import DocumentKind
    from goedwerk_tui.sharing.selection import shareable
    from goedwerk_tui.tui.screens.preview import PreviewScreen

    assert app.keeper is not None
    behind = frozenset(picture.entries)
    chosen = tuple(each for each in shareable(app.keeper.journal) if each.id in behind)
    if not chosen:
        app.say("Van wat hierachter zit mag niets mee.")
        return
    app.push_screen(PreviewScreen(chosen, by_marks=False, kind=DocumentKind.INSIGHT, picture=picture.id))

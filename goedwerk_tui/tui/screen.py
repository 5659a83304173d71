"""What all our screens share."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer

from goedwerk_tui.tui.widgets.places_bar import PlacesBar

if TYPE_CHECKING:
    from goedwerk_tui.tui.app import GoedWerkApp
    from goedwerk_tui.tui.keeper import Keeper

Answer = TypeVar("Answer")


class GoedWerkScreen(Screen[Answer]):
    """A screen of this app."""

    HELP_TEXT: ClassVar[str] = ""
    """What F1 says about the screen, in Markdown."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - typed so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012 - typed so by Textual

    @property
    def goedwerk(self) -> "GoedWerkApp":
        """The app, by its own type."""
        return cast("GoedWerkApp", self.app)  # pyright: ignore[reportUnknownMemberType] - Textual's

    @property
    def help_text(self) -> str:
        """What F1 says about the screen as it is now."""
        return self.HELP_TEXT

    @property
    def keeper(self) -> "Keeper":
        """The programme and the journal. Only to be asked once they are open."""
        keeper = self.goedwerk.keeper
        assert keeper is not None, "the screen was shown before the journal was open"
        return keeper

    async def keep(self) -> bool:
        """Keep what is being written here. Returns False when that failed, after having said so."""
        return True

    def keep_now(self) -> None:
        """Keep what is being typed as a draft, at once.

        Raises:
            Trouble: it could not be written.
        """


class PlaceScreen(GoedWerkScreen[None]):
    """One of the places of the app. It paints at once, and shows what it knows as soon as the journal is open."""

    PLACE: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """Lay the bar above and the keys below what the place itself holds."""
        yield PlacesBar(self.PLACE)
        yield from self.compose_place()
        yield Footer(show_command_palette=False, compact=True)

    def compose_place(self) -> ComposeResult:
        """Yield what stands between bar and keys."""
        yield from ()

    def on_mount(self) -> None:
        """Follow every change of the journal."""
        self.watch(self.goedwerk, "version", self._show_if_seen, init=False)

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was in front."""
        self._show_if_seen()

    def _show_if_seen(self) -> None:
        if self.goedwerk.keeper is not None and self.is_current:
            self.query_one(PlacesBar).tell(self.goedwerk.state_line)
            self.show()

    def show(self) -> None:
        """Show the programme and the journal as they are now."""

"""The app: how it opens what there is, and how it ends."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual import work
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.driver import Driver
from textual.screen import Screen

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, read_settings, write_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.between.rhythm import Every, every_of
from goedwerk_tui.journal import JournalUnreadable
from goedwerk_tui.programme import ContentError
from goedwerk_tui.tui import ending
from goedwerk_tui.tui.going import GoingApp
from goedwerk_tui.tui.keeper import Keeper
from goedwerk_tui.tui.palette import GoedWerkCommands
from goedwerk_tui.tui.screen import GoedWerkScreen, PlaceScreen
from goedwerk_tui.tui.screens.home import HomeScreen
from goedwerk_tui.tui.stylesheet import LastingStylesheet
from goedwerk_tui.tui.tending import Tending
from goedwerk_tui.tui.theme import DARK, THEMES
from goedwerk_tui.tui.weeding import without_walking
from goedwerk_tui.tui.widgets.places_bar import PLACES
from goedwerk_tui.tui.workarounds import driver_class

Result = TypeVar("Result")
_BREATH = 0.002
"""Seconds of rest between two steps that are read ahead, so that the first screen is laid out and a key is taken in."""


def _programme() -> PlaceScreen:
    from goedwerk_tui.tui.screens.programme import ProgrammeScreen

    return ProgrammeScreen()


def _journal() -> PlaceScreen:
    from goedwerk_tui.tui.screens.journal import JournalScreen

    return JournalScreen()


def _insight() -> PlaceScreen:
    from goedwerk_tui.tui.screens.insight import InsightScreen

    return InsightScreen()


def _sharing() -> PlaceScreen:
    from goedwerk_tui.tui.screens.sharing import SharingScreen

    return SharingScreen()


class GoedWerkApp(GoingApp):
    """Goed Werk in the terminal."""

    TITLE = "Goed Werk"
    CSS_PATH = [  # noqa: RUF012 - typed so by Textual
        "app.tcss",
        *(Path("screens") / name for name in ("step.tcss", "places.tcss", "dialogs.tcss")),
        *(Path("exercises") / name for name in ("exercise.tcss", "form.tcss", "sort.tcss", "scale.tcss", "list.tcss")),
    ]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "home": HomeScreen,
        "programme": _programme,
        "journal": _journal,
        "insight": _insight,
        "sharing": _sharing,
    }
    DEFAULT_MODE = "home"
    COMMANDS = {GoedWerkCommands}  # noqa: RUF012 - typed so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(key), f"go('{place}')", name, show=False) for key, (place, name) in enumerate(PLACES.items(), 1)),
        Binding("f1", "help", "uitleg", key_display="F1", tooltip="Wat dit scherm is en welke toetsen er zijn"),
        Binding("ctrl+p", "command_palette", "alles", show=False, tooltip="Alles wat je kunt doen", priority=True),
        Binding("f3", "another_place", "andere plek", key_display="F3", tooltip="Bewaar je dagboek op een andere plek"),
        Binding("ctrl+q", "quit", "stop", show=False, tooltip="Bewaar en sluit af", priority=True),
    ]

    def __init__(self, places: Places, *, content: Path | None = None, looking_round: bool = False) -> None:
        """Make an app that has opened nothing yet.

        Args:
            places: where the journal and the rest live.
            content: a folder with other content than the standard programme.
            looking_round: whether nothing is to be kept.
        """
        super().__init__()
        self.stylesheet = LastingStylesheet(variables=self.get_css_variables())
        self.places = places
        self.content = content
        self.trouble: Trouble | None = None
        """What ended the app, when something did."""
        self.tending = Tending(self)
        self._look_round_first = looking_round
        self._warned_at_quit = False
        self._settings = read_settings(places.settings)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._settings.theme if self._settings.theme in {theme.name for theme in THEMES} else DARK.name

    # Opening

    def on_mount(self) -> None:
        """Paint first; open the programme and the journal after."""
        ending.listen(self)
        self.call_after_refresh(self.open)

    @work(thread=True, group="opening")
    def open(self) -> None:
        """Open what there is, in a thread."""
        with without_walking():
            self._open()

    def _open(self) -> None:
        try:
            keeper = self._open_keeper()
        except Trouble as trouble:
            self.call_from_thread(self._could_not_open, trouble)
        else:
            self.call_from_thread(self._opened, keeper)
            self._read_ahead(keeper)
            keeper.journal.warm_search()

    def _open_keeper(self) -> Keeper:
        """Open the content that was asked for. What the settings name is left out when it can't be used."""
        content = self.content or (Path(self._settings.content).expanduser() if self._settings.content else None)
        try:
            return self._open_with(content)
        except ContentError as trouble:
            if content is None or content == self.content:
                raise
            keeper = self._open_with(None)
            keeper.pack.overlay_trouble = trouble
            return keeper

    def _open_with(self, content: Path | None) -> Keeper:
        return Keeper.look_round(content) if self._look_round_first else Keeper.open(self.places, content)

    def _opened(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self.version += 1
        self.tending.begin(keeper)
        if wrong := keeper.pack.overlay_trouble:
            without = "Het programma is gestart zonder deze inhoud."
            self.tell(Trouble(f"{wrong.happened} {wrong.meaning}", without, wrong.advice))
        if keeper.is_new:
            from goedwerk_tui.tui.screens.welcome import WelcomeScreen

            self.push_screen(WelcomeScreen(), self._begin)
        elif keeper.read_only and not keeper.cared.troubles:
            self.tell(
                Trouble(
                    "Dit dagboek is al open in een ander venster.",
                    "Hier kun je alles lezen; schrijven kan in dat andere venster.",
                )
            )

    def _begin(self, begin: bool | None) -> None:
        if begin:
            self.go_on()
        else:
            self.look_round()

    def look_round(self) -> None:
        """Go on without keeping anything."""
        self._look_round_first = True
        self.open()

    def _could_not_open(self, trouble: Trouble) -> None:
        if isinstance(trouble, JournalUnreadable):
            from goedwerk_tui.tui.screens.trouble import TroubleScreen, WayOn

            def go_on(way: WayOn | None) -> None:
                if way is WayOn.OPEN:
                    self.open()
                elif way is WayOn.LOOK:
                    self.look_round()
                else:
                    self.fail(trouble)

            self.push_screen(TroubleScreen(trouble), go_on)
        else:
            self.fail(trouble)

    def fail(self, trouble: Trouble) -> None:
        """End the app; the message is for the terminal."""
        self.trouble = trouble
        self.exit(return_code=1)

    def _read_ahead(self, keeper: Keeper) -> None:
        """Read every step, so that lists of steps show at once. What is wrong with a step is said when it is opened."""
        from goedwerk_tui.guidance.progress import steps_of

        for session in keeper.pack.programme.sessions:
            for step in steps_of(session):
                time.sleep(_BREATH)
                try:
                    keeper.pack.step(step)
                except ContentError as error:
                    self.log.warning(str(error))
        self.call_from_thread(self.journal_changed)

    def on_app_focus(self) -> None:
        """Take up what other processes and machines left while the person was elsewhere."""
        self.tending.look_again()

    def action_help(self) -> None:
        """Explain the screen in front."""
        from goedwerk_tui.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self, self.screen))

    def action_command_palette(self) -> None:
        """Show everything that can be done."""
        if self.keeper is not None and not CommandPalette.is_open(self):
            self.push_screen(
                CommandPalette(placeholder="Zoek een plek, een stap of een handeling", id="--command-palette")
            )

    def action_help_quit(self) -> None:
        """Say how to stop, to whoever presses ctrl+c."""
        self.say("Stoppen doe je met ctrl+q. Wat je schreef blijft bewaard.")

    @property
    def every(self) -> Every:
        """How often there is a question between the sessions."""
        return every_of(self._settings.rhythm)

    def ask_every(self, every: Every) -> None:
        """Choose how often there is a question between the sessions."""
        self._settle(replace(self._settings, rhythm=every.value))
        self.journal_changed()

    def wear(self, theme: str) -> None:
        """Put on a look."""
        self.theme = theme
        self._settle(replace(self._settings, theme=theme))

    def _settle(self, settings: Settings) -> None:
        """Keep a setting, unless nothing is kept."""
        self._settings = settings
        if self.keeper is None or not self.keeper.looking_round:
            self._keep_settings(self._settings)

    @work(thread=True, group="settings")
    def _keep_settings(self, settings: Settings) -> None:
        try:
            write_settings(self.places.settings, settings)
        except Trouble as trouble:
            self.call_from_thread(self.tell, trouble)

    # When saving fails

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another place only while saving fails."""
        return self.tending.failing if action == "another_place" else True

    @work(group="asking", exclusive=True)
    async def action_another_place(self) -> None:
        """Ask for another file, and go on with the journal there."""
        from goedwerk_tui.tui.screens.another_place import ask_for_another_place

        await ask_for_another_place(self)

    # Ending

    async def action_quit(self) -> None:
        """Keep what is being written, and stop. When it can't be kept, say so once and stop at the second asking."""
        self.stop()

    @work(group="stopping", exclusive=True)
    async def stop(self) -> None:
        """Keep what is being written, and stop."""
        for screen in self.screen_stack:
            kept = not isinstance(screen, GoedWerkScreen) or await screen.keep()
            if not kept and not self._warned_at_quit:
                self._warned_at_quit = True
                self.say("Nog een keer ctrl+q stopt toch.")
                return
        if self.keeper:
            await asyncio.to_thread(self.keeper.close)
        self.exit()

    def keep_now(self) -> None:
        """Keep what is being typed as drafts, at once: the process is about to end."""
        for screen in self.screen_stack:
            if isinstance(screen, GoedWerkScreen):
                screen.keep_now()

    def get_driver_class(self) -> type[Driver]:
        """Talk to the terminal in a way that nothing it sends, and no way of going, can end us without an ending."""
        return driver_class(super().get_driver_class())

    def panic(self, *renderables: object) -> None:
        """End as at every fault of ours: what Textual has to say of it is not for a person."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Never show a traceback to a person; it goes to a file, and what was typed to a draft."""
        self.trouble = ending.record_crash(self.places, keep=not self._look_round_first)
        try:
            self.keep_now()
        except Exception as error:  # noqa: BLE001 - the app is falling; nothing may keep it from telling so
            self.log.error(str(error))
        self._close_messages_no_wait()

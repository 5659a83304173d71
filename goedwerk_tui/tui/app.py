"""The app: its keys, what they do everywhere, and how it ends."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.widgets import Input, TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.backup_messages import what_was_kept_elsewhere, where_it_went_on
from goedwerk_tui.tui import shutdown
from goedwerk_tui.tui.background_sync import BackgroundSync
from goedwerk_tui.tui.key_queue import KeyQueue, Typed
from goedwerk_tui.tui.looking_round import LookingRound
from goedwerk_tui.tui.navigation import Navigation
from goedwerk_tui.tui.palette import GoedWerkCommands, GoedWerkPalette
from goedwerk_tui.tui.place_screens import PLACE_SCREENS
from goedwerk_tui.tui.routes import Asking, AskRoute, SearchRoute
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.shell import MOVING, Shell
from goedwerk_tui.tui.startup import Startup
from goedwerk_tui.tui.theme import DARK, DESCRIPTIONS, THEMES
from goedwerk_tui.tui.widgets.places_bar import PLACES, PlacesBar
from goedwerk_tui.tui.workarounds.app_internals import LastingStylesheet
from goedwerk_tui.tui.workarounds.memory import WEED_EVERY, weed
from goedwerk_tui.tui.workarounds.scroll_bar import give_air
from goedwerk_tui.tui.workarounds.terminal_driver import driver_class

_TAKES_BACK = "ctrl+z"
_BOXES = (Input, TextArea)
_WIPE = frozenset({"backspace", "delete", *(f"ctrl+{sign}" for sign in "dhkuvwxy")})
"""Keys that change what stands in a box, besides those that write."""
_WIPES_ALL = frozenset({"ctrl+u", "ctrl+k"})
"""Those that take away all before or behind the cursor."""


class GoedWerkApp(Shell):
    """Goed Werk in the terminal."""

    TITLE = "Goed Werk"
    CSS_PATH = [  # noqa: RUF012 - typed so by Textual
        "app.tcss",
        *(Path("screens") / name for name in ("step.tcss", "places.tcss", "sharing.tcss", "dialogs.tcss")),
        *(Path("exercises") / name for name in ("exercise.tcss", "form.tcss", "sort.tcss", "scale.tcss", "list.tcss")),
    ]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {**PLACE_SCREENS}
    DEFAULT_MODE = "home"
    COMMANDS = {GoedWerkCommands}  # noqa: RUF012 - typed so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"alt+{key}", f"go('{place}')", name, show=False)
            for key, (place, name) in enumerate(PLACES.items(), 1)
        ),
        Binding("tab", "go_to_held", show=False, tooltip="Ga naar wat je typte en nog geen plek heeft", priority=True),
        Binding("f1", "help", "uitleg", show=False, tooltip="Wat dit scherm is en welke toetsen", priority=True),
        Binding("ctrl+p", "command_palette", "alles", show=False, tooltip="Alles wat je kunt doen", priority=True),
        Binding("f3", "another_place", "andere plek", tooltip="Bewaar je dagboek op een andere plek"),
        Binding("ctrl+f", "find", "zoek", show=False, tooltip="Zoek in het programma", priority=True),
        Binding("ctrl+l", "hide", "verberg", show=False, tooltip="Verberg het scherm, of toon het weer", priority=True),
        Binding("ctrl+z", "take_back", "draai terug", show=False, tooltip="Draai terug wat je het laatst deed"),
        Binding("ctrl+q", "quit", "stop", show=False, tooltip="Bewaar en sluit af", priority=True),
    ]

    def __init__(
        self, places: Places, *, content: Sequence[Path] = (), looking_round: bool = False, follow: bool = False
    ) -> None:
        """Make an app that has opened nothing yet.

        Args:
            places: where the journal and the rest live.
            content: folders and zips of content of one's own; without any, what the settings name.
            looking_round: whether nothing is to be kept.
            follow: whether to show content anew when a file of it is saved.
        """
        super().__init__(places, read_settings(places.settings))
        give_air()
        self.animation_level = "none"  # what glides can not be read, and over a slow line it stutters
        self.stylesheet = LastingStylesheet(variables=self.get_css_variables())
        self.navigator = Navigation(self)
        self._keys = KeyQueue(self, self._let_through, self._is_moving)
        self.trouble: Trouble | None = None
        """What ended the app, when something did."""
        self.sync = BackgroundSync(self)
        self._startup = Startup(self, self.fail, content=content, looking_round=looking_round, follow=follow)
        self._looking = LookingRound(self, self._startup.go_on_with)
        self._fallen = False
        self._warned_of_memory = False
        """Whether it was said that what memory alone has could not be kept, so that asking once more stops."""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_keymap(self._settings.keys)
        if self._settings.theme not in DESCRIPTIONS:
            self._settings = self._settings_kept = replace(self._settings, theme=DARK.name)
        self.wear()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the styles every name that they refer to, whatever the theme."""
        return DARK.variables

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed and clicked wait until the page that it is for stands."""
        if isinstance(event, Typed) and not event.is_forwarded:
            self._keys.put(event)
        else:
            await super().on_event(event)

    async def _let_through(self, event: Typed) -> None:
        if not isinstance(event, events.MouseUp):
            self.note_messages()
        if isinstance(event, events.Key) and event.key == _TAKES_BACK and self.acted_last:
            self.action_take_back()  # the newest first; a box and an exercise have a ctrl+z of their own
            return
        if await self._goes_on_behind_command(event):
            return
        if _changes_something(event, in_box=isinstance(self.focused, _BOXES)):
            self.went_on()
            if isinstance(event, events.Key) and event.key in _WIPES_ALL:
                self.drop_messages()  # what was answered to a text goes with it
        await super().on_event(event)

    async def _goes_on_behind_command(self, event: Typed) -> bool:
        """Have the page in front deal with a sign that comes in a box right behind the command that led there.

        A window that closed led back to what one knew.
        """
        front, typed = self.screen, isinstance(event, events.Key) and event.is_printable and event.character
        if not (typed and isinstance(front, Layer) and isinstance(self.focused, _BOXES)):
            return False
        command = self.take_command(event.time)
        led = command is not None and (command.screen in self.screen_stack or not command.screen.is_modal)
        return command is not None and led and await front.go_on_in_box(command, typed)

    def _is_moving(self) -> bool:
        return bool(self.moving)

    async def work_off_keys(self, seconds: float) -> None:
        """Wait until all that was typed is where it is for, for so many seconds at most."""
        await self._keys.work_off(seconds)

    async def typed_next(self, seconds: float) -> str:
        """Return the sign that is typed within so many seconds behind the key that is dealt with; empty for none."""
        return await self._keys.next_sign(seconds)

    def on_editor_typed_in_vain(self) -> None:
        """Say why nothing can be written, or have it so that it can."""
        self.sync.typed_in_vain()

    # Starting and looking round

    def on_mount(self) -> None:
        """Paint first; open the programme and the journal after."""
        shutdown.listen(self)
        self.set_interval(WEED_EVERY, partial(weed, self))
        self.call_after_refresh(self._startup.begin)

    @property
    def may_begin(self) -> bool:
        """Whether whoever looks round may begin a journal here."""
        return self._looking.may_begin

    @work(group=MOVING)
    async def action_example(self) -> None:
        """Show whoever looks round the journal of an invented colleague."""
        await self._looking.show_example()

    @work(group=MOVING)
    async def action_own_again(self) -> None:
        """Show whoever looks round what they typed."""
        await self._looking.own_again()

    @work(group=MOVING)
    async def action_begin_here(self) -> None:
        """Begin a journal with what was typed while looking round."""
        await self._looking.begin(self._startup.content)

    def fail(self, trouble: Trouble) -> None:
        """End the app; the message is for the terminal."""
        self.trouble = trouble
        self.exit(return_code=1)

    def on_app_focus(self) -> None:
        """Take up what other processes and machines left while the person was elsewhere."""
        self.sync.look_again()

    def on_places_bar_chosen(self, event: PlacesBar.Chosen) -> None:
        """Go to the place that was clicked."""
        self.action_go(event.place)

    def action_help(self) -> None:
        """Explain the screen in front; once more, open the handbook where it tells of that."""
        from goedwerk_tui.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            told = self.screen.handbook
            self.screen.dismiss()
            self.open(told)
        else:
            self.push_screen(HelpScreen(self, self.screen))

    def action_hide(self) -> None:
        """Show nothing, until it is asked for again."""
        from goedwerk_tui.tui.screens.hidden import HiddenScreen

        if isinstance(self.screen, HiddenScreen):
            self.screen.dismiss()
        else:
            self.clear_notifications()
            self.push_screen(HiddenScreen())

    def action_command_palette(self) -> None:
        """Show everything that can be done; not while that stands there, be it under something else."""
        stands = any(isinstance(each, GoedWerkPalette) for each in self.screen_stack)
        if self.workspace is not None and not stands:
            self.push_screen(
                GoedWerkPalette(placeholder="Zoek een plek, een stap of een handeling", id="--command-palette")
            )

    def action_find(self) -> None:
        """Search the programme."""
        self.open(SearchRoute())

    def action_go_to_held(self) -> None:
        """Go to what was typed and has no place yet."""
        if isinstance(self.screen, Layer):
            self.screen.go_to_held()

    def action_help_quit(self) -> None:
        """Say how to stop, to whoever presses ctrl+c."""
        self.show_message("Stoppen doe je met ctrl+q. Wat je schreef blijft bewaard.")

    # When saving fails

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer another place only while saving fails, and an example only to whoever looks round."""
        if action == "go_to_held":
            front = self.screen
            return isinstance(front, Layer) and front.is_beside_held
        workspace = self.workspace
        looking_round = workspace is not None and workspace.looking_round
        offered = {
            "another_place": self.sync.failing,
            "example": looking_round and workspace is not None and not workspace.is_example,
            "own_again": workspace is not None and workspace.is_example,
            "begin_here": self.may_begin,
        }
        return offered.get(action, True)

    def action_another_place(self) -> None:
        """Ask for another file, and go on with the journal there."""
        self.open(AskRoute(Asking.JOURNAL_FILE))

    # Ending

    async def action_quit(self) -> None:
        """Keep what is being written, and stop. When it can't be kept, say so once and stop at the second asking."""
        self.stop()

    @work(group=MOVING)
    async def stop(self) -> None:
        """Keep what is being written, and stop."""
        kept_all = await self.navigator.keep(ending=True)
        if not kept_all:
            if self.sync.warns_at_quit():
                self.show_message("Nog een keer ctrl+q stopt toch.")
                return
            await shutdown.keep_at_last(self)
        if self.workspace is None:
            self.exit()
            return
        # What took refuge elsewhere is kept: only whoever looks round would lose what was typed.
        if self.workspace.kept_elsewhere is None and not await self._looking.may_leave(self._startup.content):
            return
        try:
            await self.workspace.keep_memory()
        except Trouble as trouble:
            if not self._warned_of_memory:
                self._warned_of_memory = True
                self.show_error(Trouble(trouble.happened, trouble.meaning, "Nog een keer ctrl+q stopt toch."))
                return
        self._looking.close()
        await asyncio.to_thread(self.workspace.close)
        kept, went_on_in = self.workspace.kept_elsewhere, self.workspace.went_on_in
        why = self.workspace.why_elsewhere
        last_words = [what_was_kept_elsewhere(kept, self.places, why)] if kept else []
        # As a draft by now: what became a note, or is no text any more, is held no longer. Who looks round has none.
        if self.navigator.holds and not self.workspace.looking_round:
            last_words.append("Wat je net typte en nog nergens stond, staat als concept klaar op Thuis.")
        if went_on_in:
            last_words.append(where_it_went_on(went_on_in))
        self.exit("\n".join(last_words) or None)

    def get_driver_class(self) -> type[Driver]:
        """Talk to the terminal in a way that nothing it sends, and no way of going, can end us without an ending."""
        return driver_class(super().get_driver_class())

    def fell(self) -> None:
        """Never show a traceback to a person; it goes to a file, and what was typed to a draft.

        Of several faults the first is told: what falls with it says nothing of its cause.
        """
        if self._fallen:
            return
        self._fallen = True
        self.trouble = shutdown.record_crash(self.places, keep=not self._startup.looking_round)
        for end in (self.keep_now, self._close_workspace):
            try:
                end()
            except Exception as error:  # noqa: BLE001 - the app is falling; nothing may keep it from telling so
                self.log.error(str(error))

    def _close_workspace(self) -> None:
        if self.workspace:
            self.workspace.close()


def _changes_something(event: Typed, *, in_box: bool) -> bool:
    """Whether this writes or wipes; a space beside a box turns a page."""
    if isinstance(event, events.Key):
        return event.key in _WIPE or (event.is_printable and (in_box or event.character != " "))
    return isinstance(event, events.Paste)

"""What all our screens share."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from goedwerk_tui.base.text import is_sentence
from goedwerk_tui.tui.changes import Changed, Changes
from goedwerk_tui.tui.routes import HandbookRoute, Route, StepRoute
from goedwerk_tui.tui.screens.holding import HoldingScreen
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.widgets.key_line import KeyLine
from goedwerk_tui.tui.widgets.pane import TALL, WIDE
from goedwerk_tui.tui.widgets.places_bar import PLACES, PlacesBar

Answer = TypeVar("Answer")


class Layer(HoldingScreen[Answer]):
    """What lies over what: a screen or a dialog. Only what lies on top is closed."""

    HELP_TEXT: ClassVar[str] = ""
    """What F1 says about the screen, in Markdown."""
    HANDBOOK: ClassVar[HandbookRoute] = HandbookRoute()
    """Where the handbook tells more."""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high"), (TALL, "-tall")]  # noqa: RUF012 - typed so by Textual

    FOLLOWS: ClassVar[Changes] = frozenset(Changed)
    """Which changes make it show something else."""

    LETS_GO: ClassVar[bool] = False
    """Whether what stands on its lines goes with it when it is left without an answer."""

    route: Route | None = None
    """What it was opened by; None for a dialog."""
    _show_changes: Callable[[], object] | None = None
    _out_of_date = False

    def compose(self) -> ComposeResult:
        """Lay the keys below what it holds: each layer has its own."""
        yield from self.compose_body()
        yield KeyLine()

    def compose_body(self) -> ComposeResult:
        """Yield what stands above the keys."""
        yield from ()

    @property
    def help_text(self) -> str:
        """What F1 says about the screen as it is now."""
        return self.HELP_TEXT

    def on_descendant_focus(self) -> None:
        """Let what was answered elsewhere go, and the cursor blink only for whoever wants that.

        A cursor that blinks keeps the terminal, and a line to it over ssh, busy.
        """
        self.shell.drop_messages()
        if isinstance(self.focused, Input | TextArea):
            self.focused.cursor_blink = self.shell.cursor_blinks

    def follow(self, show: Callable[[], object]) -> None:
        """Show every change from now on: at once where it is seen, and otherwise when it is in front again."""
        self._show_changes = show
        self.shell.changes.subscribe(self, self._hear)

    def on_unmount(self) -> None:
        """Be forgotten: a signal holds on to who is gone until it is given again."""
        self.shell.changes.unsubscribe(self)

    def _hear(self, changes: Changes) -> None:
        if changes & self.FOLLOWS:
            self._out_of_date = not self.is_seen
            if self.is_seen:
                self._show_what_changed()

    def on_screen_resume(self) -> None:
        """Show what changed while something else was in front, without what was said over it."""
        self.shell.drop_messages()
        self._slip = ""
        if self._out_of_date and self._show_changes:
            self._out_of_date = False
            self._show_what_changed()

    def _show_what_changed(self) -> None:
        """Show the changes, and what is done with what is held now that they are there."""
        if self._show_changes:
            self._show_changes()
            self._tell_held_place()

    @property
    def _below(self) -> Screen[Any]:
        """What it lies over."""
        stack = self.shell.screen_stack
        return stack[stack.index(self) - 1] if self in stack else stack[-1]

    @property
    def is_open(self) -> bool:
        """Whether it is there: it may have been closed while something was awaited."""
        return self in self.shell.screen_stack

    def shows(self, route: Route) -> bool:
        """Whether this is what the route leads to, so that it is gone back to."""
        return route == self.route

    def arrive(self, route: Route) -> None:
        """Be gone back to by a route that it shows."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer. What is covered, or has gone while something was awaited, stays as it is.

        Without an answer it is said of a sentence that stood on a line here that it is gone.
        """
        if not self.is_active:
            return AwaitComplete()
        below = self._below
        typed = [each.value for each in self.query(LineEditor) if each.value != each.offered] if self.LETS_GO else []
        closing = super().dismiss(result)
        if result is None and isinstance(below, Layer):
            below.let_go_line("\n".join(filter(is_sentence, typed)))
        return closing

    @property
    def _way_back(self) -> StepRoute | None:
        """The way back to the step that one came from, where this is a step, and one came from another."""
        return self.route.back if isinstance(self.route, StepRoute) else None

    def action_step_before(self) -> None:
        """Go back to the end of the step that one came from."""
        if self._way_back:
            self.shell.open(self._way_back)

    def _open_next(self, step: str) -> None:
        """Open the step behind this one, from which one comes back here."""
        self.shell.open(self.route.followed_by(step) if isinstance(self.route, StepRoute) else StepRoute(step))

    def leave(self) -> None:
        """Close as one goes elsewhere. That is no answer: whoever asked goes no further."""
        asked = self.shell.ask_no_more(self)
        self.dismiss()
        if asked:
            self.shell.journal_changed()  # what was typed in it may be a draft, which Thuis offers

    def may_write_again(self) -> None:
        """Show that what could only be read can be changed now."""

    async def keep(self) -> bool:
        """Keep what is being written here. Returns False when that failed, after having said so."""
        return True

    def keep_now(self) -> None:
        """Keep what is being typed as a draft, at once.

        Raises:
            Trouble: it could not be written.
        """


class GoedWerkScreen(Layer[Answer]):
    """A screen of this app, as large as the window."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - typed so by Textual
    NAMES_STATE: ClassVar[bool] = False
    """Whether it has a line of its own that says what holds for the whole run."""

    def compose(self) -> ComposeResult:
        """Say above all else what holds for the whole run, such as that nothing is kept."""
        if self.shell.state_line and not self.NAMES_STATE:
            yield Static(Content(self.shell.state_line), id="state-line")
        yield from super().compose()

    def may_write_again(self) -> None:
        """No longer say that this can only be read."""
        for line in self.query("#state-line"):
            line.remove()


class PlaceScreen(GoedWerkScreen[None]):
    """One of the places of the app. It paints at once, and shows what it knows as soon as the journal is open."""

    NAMES_STATE = True
    PLACE: ClassVar[str] = ""
    TYPED_IN_VAIN = "Hier zijn letters opdrachten, en geen tekst. F1 noemt ze."
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(key), f"app.go('{place}')", name, show=False)
            for key, (place, name) in enumerate(PLACES.items(), 1)
        ),
        Binding("z", "app.example", "voorbeeld", tooltip="Bekijk het dagboek van een verzonnen collega"),
        Binding("z", "app.own_again", "jouw dagboek", tooltip="Ga terug naar wat je zelf schreef"),
    ]

    def _may_begin_text(self, sign: str) -> bool:
        return sign.isalnum()  # the digits are the places, and ‘3 dagen geleden’ is a sentence

    def compose_body(self) -> ComposeResult:
        """Lay the bar above what the place itself holds."""
        yield PlacesBar(self.PLACE)
        yield from self.compose_place()

    def compose_place(self) -> ComposeResult:
        """Yield what stands between bar and keys."""
        yield from ()

    def on_mount(self) -> None:
        """Follow every change of the journal."""
        self._out_of_date = True
        self.follow(self._show_it)

    def _show_it(self) -> None:
        if self.shell.workspace is not None:
            self.query_one(PlacesBar).tell(self.shell.state_line)
            self.show()

    def show(self) -> None:
        """Show the programme and the journal as they are now."""

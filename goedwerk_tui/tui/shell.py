"""What every screen may ask of the app: the journal, a change of it, saying something, going to a route."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock
from typing import Any, TypeVar

from textual import work
from textual.binding import Binding
from textual.screen import Screen
from textual.signal import Signal
from textual.worker import Worker, get_current_worker  # pyright: ignore[reportUnknownVariableType] - Textual's

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, write_settings
from goedwerk_tui.base.text import shown
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.reminders.rhythm import Every, every_of
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.book import Book
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.changes import Changes, changes_between
from goedwerk_tui.tui.keys import A_MOMENT, A_WORD, Keyed, key_for, key_name
from goedwerk_tui.tui.protocols import Navigator, Saver
from goedwerk_tui.tui.routes import PageName, PageRoute, Place, PlaceRoute, Route, StepRoute, WriteRoute
from goedwerk_tui.tui.workarounds.app_internals import Messages, TracelessApp
from goedwerk_tui.tui.workspace import Workspace

Result = TypeVar("Result")
Answer = TypeVar("Answer")
MOVING = "moving"
"""The group of workers that change what is in front, or what stands in its box: keys wait until they are done, or ask
something. None of them cancels another, whose dialog would stay without anybody who hears its answer."""


WIDTHS = ("smal", "gewoon", "breed")
"""How wide a text to read may be."""


@dataclass
class CommandTyped:
    """What was typed that acted as a command: with what follows at once it may have begun a sentence."""

    typed: str
    """The letter or digit, with what was typed right before it."""
    screen: Screen[Any]
    """Where."""
    at: float
    """When, in seconds of the clock of events: when it was typed, however late a busy machine got to it."""
    did: list[Callable[[], object]] = field(default_factory=list[Callable[[], object]])
    """What takes back what it did, the last of it last."""
    before: "CommandTyped | None" = None
    """The one right before it, which is of the same sentence if it is one."""
    chose: bool = False
    """Whether it is a digit that chose: only a letter right behind it is of one word with it."""
    was_text: bool = False
    """Whether it turned out to begin a sentence."""


def _time_to_read(sentence: str) -> float:
    """Return for how many seconds a sentence stands."""
    return max(4.0, len(sentence) / 12)


class Shell(Keyed, Messages, TracelessApp):
    """The app as screens know it. How it opens and ends is for ``GoedWerkApp``."""

    navigator: Navigator
    sync: Saver

    def __init__(self, places: Places, settings: Settings) -> None:
        """Have nothing open yet."""
        super().__init__()
        self.places = places
        self._settings = settings
        self._settings_kept = settings
        """The settings as they were read, or written last."""
        self._writing_settings = Lock()
        self.workspace: Workspace | None = None
        self.changes: Signal[Changes] = Signal(self, "changes")
        """Tells what has changed in the journal, or around it."""
        self._take_back: Callable[[], object] | None = None
        """Takes back what was done last."""
        self.acted_last = False
        """Whether nothing was done or typed since ctrl+z was said to take that back; then it does so in a box too."""
        self.command_typed: CommandTyped | None = None
        """The last key, where it was a letter or digit that acted as a command."""
        self._told: Book | None = None
        """The journal as it was when that was told last."""
        self._asking: dict[Screen[Any], Worker[Any]] = {}
        """The workers that wait for an answer, by what asks for it."""

    def get_key_display(self, binding: Binding) -> str:
        """Return what a key is called."""
        return key_name(binding.key)

    def key_for(self, *verbs: str) -> str:
        """Return what the key is called that does one of these on the page in front; see ``keys.key_for``."""
        return key_for(self.screen, *verbs)

    # The journal

    @property
    def state_line(self) -> str:
        """What holds for the whole run, for the bar along the top."""
        if self.workspace is None:
            return ""
        if self.workspace.is_example:
            return "voorbeeld, verzonnen"
        if self.workspace.looking_round:
            return "er wordt niets bewaard"
        return "alleen lezen" if self.workspace.read_only else ""

    def journal_changed(self) -> None:
        """Tell the screens what has changed since they were told last."""
        before, self._told = self._told, self.workspace.journal.book if self.workspace else None
        self.changes.publish(changes_between(before, self._told))

    def write(self, change: Callable[[Journal], Result], then: Callable[[Result], None] | None = None) -> None:
        """Change the journal and tell the screens; what goes wrong is said, and ``then`` is not called."""
        self.run_worker(self._write(change, then), group="writing")

    async def _write(self, change: Callable[[Journal], Result], then: Callable[[Result], None] | None) -> None:
        if self.workspace is None:
            return
        try:
            result = await self.workspace.write(change)
        except Trouble as trouble:
            self.show_error(trouble)
            return
        self.journal_changed()
        if then:
            then(result)

    def act(
        self,
        change: Callable[[Journal], object],
        said: str,
        back: Callable[[Journal], object],
        taken_back: str,
        *,
        offer: str = "",
    ) -> None:
        """Change the journal, say so, and let ctrl+z take it back until the next time.

        Args:
            change: what is done.
            said: what to say of it, on one line.
            back: what takes it back.
            taken_back: what to say then: somebody may press ctrl+z for something else, and long after.
            offer: see ``acted``.
        """
        command = self.command_typed
        undo = partial(self.write, back, then=lambda _: self.show_notice(taken_back))
        self.write(change, then=lambda _: self.acted(said, undo, offer=offer, by=command))

    def acted(self, said: str, back: Callable[[], object], *, offer: str = "", by: CommandTyped | None = None) -> None:
        """Say what was done, and let ctrl+z call what takes it back.

        Args:
            said: what to say of it, on one line.
            back: what takes it back.
            offer: the sentence that says so, by the name of ctrl+z; then that does so in a box and an exercise too,
                until one types. Empty where that is said otherwise.
            by: the letter that did it, which was no command if it turns out to begin a sentence.
        """
        self.end_offer()
        self.show_message(said, offer=offer)
        self._take_back, self.acted_last = back, bool(offer)
        if by is not None:
            by.did.append(back)
            if by.was_text:
                self.take_for_text(by)

    def went_on(self) -> None:
        """Let ctrl+z in a box be for what is written there from now on, and say no more that it does otherwise."""
        self.acted_last = False
        self.end_offer()

    def action_take_back(self) -> None:
        """Take back what was done last."""
        back, self._take_back, self.acted_last = self._take_back, None, False
        self.drop_taken_back()
        if back is None:
            self.show_message("Er is niets om terug te draaien.")
        else:
            back()

    @property
    def may_begin(self) -> bool:
        """Whether whoever looks round may begin a journal here: there is none yet on this machine."""
        return False

    def show_error(self, trouble: Trouble) -> None:
        """Say what went wrong, long enough to read."""
        self.notify(str(trouble), severity="error", timeout=max(8.0, len(str(trouble)) / 12), markup=False)

    def show_message(self, sentence: str, *, offer: str = "") -> None:
        """Answer what was done just now: the next answer, stop or screen takes its place.

        Args:
            sentence: what is said.
            offer: the sentence that says that ctrl+z takes this back, as long as it does; then it is no answer alone,
                and what happened stands as a notice does.
        """
        self.notify(shown(sentence), timeout=_time_to_read(f"{sentence}{offer}"), markup=False, offer=offer)

    def show_notice(self, sentence: str) -> None:
        """Say what became of a text, or what nobody asked for, long enough to read whatever is done meanwhile."""
        self.notify(shown(sentence), severity="warning", timeout=_time_to_read(sentence), markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Hand text to the terminal to paste; what is no text can't go there."""
        super().copy_to_clipboard(shown(text))

    def keep_now(self) -> None:
        """Keep what is being typed as drafts, at once: the process is about to end.

        Raises:
            Trouble: one could not be written.
        """
        self.navigator.keep_now()

    async def work_off_keys(self, seconds: float) -> None:
        """Wait until all that was typed is where it is for, for so many seconds at most."""

    async def typed_next(self, seconds: float) -> str:
        """Return the sign that is typed within so many seconds behind the key that is dealt with; empty for none."""
        return ""

    def take_command(self, at: float) -> CommandTyped | None:
        """Return the command that was typed right before something typed at a time, in seconds, and forget it."""
        command = self.command_typed
        if command is None or not command.typed:
            return None  # a digit that chose is told from a text by what comes in the box
        self.command_typed = None
        return command if at - command.at < (A_WORD if command.chose else A_MOMENT) else None

    def take_for_text(self, command: CommandTyped) -> None:
        """Take back what letters did that began a sentence after all, also what is yet to be done."""
        each: CommandTyped | None = command
        while each is not None:
            each.was_text = True
            while each.did:
                back = each.did.pop()
                if back is self._take_back:
                    self.action_take_back()
                else:
                    back()
            each = each.before

    def digit_chose(self, at: float) -> None:
        """Keep when a digit chose something, in seconds: a letter right behind it tells that it began a word."""
        self.command_typed = CommandTyped("", self.screen, at)

    def joined(self, at: float) -> bool:
        """Return whether what is typed at this time, in seconds, belongs to one word with the digit that chose."""
        led = self.command_typed
        return led is not None and led.screen is self.screen and at - led.at < A_WORD

    # What the person chose

    @property
    def every(self) -> Every:
        """How often there is a question between the sessions."""
        return every_of(self._settings.rhythm)

    def ask_every(self, every: Every) -> None:
        """Choose how often there is a question between the sessions."""
        self.settle(replace(self._settings, rhythm=every.value))

    @property
    def cursor_blinks(self) -> bool:
        """Whether the cursor in a box blinks."""
        return self._settings.cursor == "knippert"

    @property
    def settings(self) -> Settings:
        """What the person chose."""
        return self._settings

    def settle(self, settings: Settings) -> None:
        """Choose otherwise; it shows at once."""
        self._settle(settings)
        self.wear()
        self.journal_changed()

    def choose_content(self, content: tuple[str, ...], pack: Pack) -> None:
        """Have content of one's own join from now on.

        Args:
            content: where it is.
            pack: the programme with it.
        """
        self._settle(replace(self._settings, content=content))
        if self.workspace is not None:
            self.workspace.lay_on(pack)
        self.journal_changed()

    def wear(self) -> None:
        """Look as the settings say."""
        self.theme = self._settings.theme
        for width in WIDTHS:
            self.set_class(self._settings.width == width, f"-text-{width}")

    def set_theme(self, theme: str) -> None:
        """Show everything in other colours."""
        self.settle(replace(self._settings, theme=theme))

    def _settle(self, settings: Settings) -> None:
        """Keep a setting, unless nothing is kept."""
        self._settings = settings
        if self.workspace is None or not self.workspace.looking_round:
            self._keep_settings()

    @work(thread=True, group="settings")
    def _keep_settings(self) -> None:
        """Write what differs from what was written last: the file may be open in an editor as well."""
        with self._writing_settings:
            settings = self._settings
            try:
                write_settings(self.places.settings, settings, self._settings_kept)
            except Trouble as trouble:
                self.call_from_thread(self.show_error, trouble)
            else:
                self._settings_kept = settings

    # Going somewhere

    def open(self, route: Route) -> None:
        """Go to a route. What is open already is gone back to."""
        if self.workspace is not None:
            self.navigator.open(route)

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Show a dialog and return its answer, None when it was closed without one. In a worker of ``MOVING`` alone.

        Raises:
            CancelledError: it was left, for another place; the worker ends.
        """
        worker: Worker[Any] = get_current_worker()  # pyright: ignore[reportUnknownVariableType] - Textual's
        self._asking[dialog] = worker
        try:
            return await self.push_screen_wait(dialog)
        finally:
            del self._asking[dialog]

    def ask_no_more(self, dialog: Screen[Any]) -> bool:
        """End the worker that waits for an answer, if one does: there comes none. Returns whether one did."""
        worker = self._asking.get(dialog)
        if worker is None:
            return False
        worker.cancel()
        return True

    @property
    def moving(self) -> list[Worker[Any]]:
        """What is on its way that changes what is in front. What waits for an answer does not move."""
        asking = self._asking.values()
        return [each for each in self.workers if each.group == MOVING and not each.is_finished and each not in asking]

    def go_on(self) -> None:
        """Open the step to go on with."""
        from goedwerk_tui.guidance.progress import next_step

        if self.workspace is None:
            return
        journal = self.workspace.journal
        position = journal.position.step if journal.position else None
        step = next_step(self.workspace.pack.programme, journal.progress, position)
        self.open(StepRoute(step) if step else PlaceRoute(Place.PROGRAMME))

    def action_go(self, place: str) -> None:
        """Go to a place."""
        self.open(PlaceRoute(Place(place)))

    def action_page(self, name: str) -> None:
        """Open a page of its own."""
        self.open(PageRoute(PageName(name)))

    def action_hide(self) -> None:
        """Show nothing, until it is asked for again."""

    def action_new_note(self) -> None:
        """Open an empty page for a loose note."""
        self.open(WriteRoute())

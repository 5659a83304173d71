"""A page to write on: a loose note, an answer, or an entry to change."""

from collections.abc import Callable
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from goedwerk_tui.base.text import behind, is_done, named, space_after
from goedwerk_tui.guidance.words import ENTRY_KINDS, origin_line
from goedwerk_tui.journal import Kind
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.routes import Route, WriteRoute
from goedwerk_tui.tui.screens.autosaving import TextAutosavingScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.held_line import HeldPlace
from goedwerk_tui.tui.widgets.pane import entitle


class EditorScreen(TextAutosavingScreen[str]):
    """A screen with one text that is being written. Esc keeps what stands there and goes back."""

    # The screen itself says what has the keyboard first: a focus that is taken away again tells of itself too late.
    AUTO_FOCUS = ""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+t", "tip", "tip", tooltip="Toon een tip bij deze vraag, of verberg die"),
        Binding("escape", "close", "klaar", tooltip="Bewaar en ga terug"),
        Binding("ctrl+n", "close", "klaar", show=False, tooltip="Bewaar en ga terug"),
    ]

    def _take(self, find: Callable[[], PageAutosave], *, about: str = "", hint: str = "") -> None:
        """Take the text to write; whoever derives from this does so when it is made.

        Args:
            find: reads the text, as journal and drafts have it.
            about: the person's own words that the question is about.
            hint: a way in for someone who stares at an empty page.
        """
        self._find = find
        self._writing = find()
        self._about = about
        self._hint = hint

    @property
    def _editor(self) -> Editor:
        return self.query_one("#page", Editor)

    @property
    def _autosave(self) -> PageAutosave:
        return self._writing

    @property
    def _written(self) -> str:
        return self._editor.text

    def _about_left_over(self, draft: Draft) -> str:
        return f"Een concept past niet meer bij ‘{self._heading()}’."

    def _heading(self) -> str:
        writing = self._writing
        if writing.entry:
            return origin_line(writing.entry)
        if writing.origin and writing.origin.item:
            return writing.origin.step_title
        if writing.origin:
            return f"Losse notitie, getypt bij ‘{writing.origin.step_title}’"
        return "Losse notitie" if writing.kind is Kind.NOTE else ENTRY_KINDS[writing.kind].capitalize()

    def _words(self) -> str:
        """Return what is asked; empty for a loose note."""
        return self._writing.origin.words if self._writing.origin else ""

    def compose_body(self) -> ComposeResult:
        """Lay what is answered, if anything, above the page."""
        yield from self.compose_page()

    def compose_page(self) -> ComposeResult:
        """Yield what is asked and the page; what they say comes with the text."""
        with Vertical(id="writing"):
            yield Static("", id="own-words", markup=False)
            yield Static("", id="question", markup=False)
            yield Static("", id="tip", markup=False)
            with Vertical(id="paper"):
                yield Editor(id="page")

    def on_mount(self) -> None:
        """Begin with what stands there."""
        self._editor.read_only = self.workspace.read_only
        self._begin()

    def _read_again(self) -> None:
        self._writing = self._find()
        self._begin()

    def on_screen_resume(self) -> None:
        """Show what another page made of the same text, unless something stands here that is not kept."""
        self._catch_up()

    def _catch_up(self) -> None:
        newer = self._writing.catch_up(self._editor.text) if self.is_mounted else None
        if newer is not None:
            self._editor.take(newer)
            self._tell_state()

    def _first(self) -> Widget:
        """Return what has the keyboard when the screen opens."""
        return self._editor

    def _begin(self) -> None:
        """Show what is asked and what stands there."""
        writing = self._writing
        for name, text in (("own-words", self._about), ("question", self._words())):
            widget = self.query_one(f"#{name}", Static)
            widget.update(Content(text))
            widget.display = bool(text)
        self.query_one("#tip", Static).update(Content(self._hint))
        self.query_one("#writing").remove_class("-tip")
        self._editor.take(writing.text)
        writing.stands_kept(writing.text)
        self._first().focus()
        self._tell_state()
        self.refresh_bindings()
        if writing.left_over:
            self._set_aside(writing.left_over)

    def _tell(self, state: str) -> None:
        """Say whether the text is kept, unless the page was closed meanwhile."""
        if self.is_current:
            entitle(self._editor, self._heading(), state)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a tip where there is one."""
        return bool(self._hint) if action == "tip" else True

    def action_tip(self) -> None:
        """Show the tip, or hide it."""
        self.query_one("#writing").toggle_class("-tip")

    async def hold(self, typed: str) -> None:
        """Let what is typed beside the page stand on it."""
        if self.workspace.read_only:
            await super().hold(typed)
            return
        page = self._go_to_end()
        page.insert(f"{space_after(page.text)}{typed}")

    @property
    def _held_place(self) -> HeldPlace:
        if self.workspace.read_only:
            return super()._held_place
        return HeldPlace("Wat je typte staat zolang hier", "zet het in je antwoord")

    def give_a_place(self) -> None:
        """Put what is held on the page; where nothing can be written there, make a note of it."""
        held = self._held
        if self.workspace.read_only or held is None:
            super().give_a_place()
        elif (text := self._release()).strip():
            self.run_worker(self.take_over(held, text, wanted=True), group=MOVING)

    @property
    def takes_in(self) -> bool:
        """Whether one may write here."""
        return not self.workspace.read_only

    async def take_over(self, held: PageAutosave, text: str, *, wanted: bool) -> None:
        """Put what was held elsewhere behind what stands on the page."""
        page = self._go_to_end()
        page.insert(behind(page.text, text))
        self._clear_once_kept(held)

    def _go_to_end(self) -> Editor:
        """Go to the page, behind what stands on it, and return it."""
        page = self._editor
        self.remove_class("-reading")
        page.move_cursor(page.document.end)
        self.set_focus(page)
        return page

    @on(Editor.Left)
    def _left(self) -> None:
        self.action_close()

    @work(group=MOVING)
    async def action_close(self) -> None:
        """Keep what stands here and go back, once: a slow disk may be asked again before it has answered."""
        if await self.keep() and self.is_active:
            self.dismiss()
            self._tell_where_it_stands()

    def _tell_where_it_stands(self) -> None:
        """Say where to go on with what is not done, where what is gone back to does not show it."""


class WritingScreen(EditorScreen):
    """An editor over the whole screen."""

    HELP_TEXT = "Schrijf. **Esc** bewaart en gaat terug. Een lege notitie wordt niet bewaard."

    def __init__(self, route: WriteRoute) -> None:
        """Take what to write on."""
        super().__init__()
        find = partial(
            PageAutosave,
            self.workspace,
            entry_id=route.entry,
            draft=route.draft,
            origin=route.origin,
            kind=route.kind,
        )
        self._take(find, about=route.about, hint=route.hint)
        self._is_new = self._writing.entry is None

    def _tell_where_it_stands(self) -> None:
        """Say it of a new answer: a question that has one is asked no more."""
        entry = self._writing.entry
        if self._is_new and entry and entry.origin and not is_done(entry.text):
            self.shell.show_notice(
                f"{named(entry.text)} staat in je dagboek (3); open het daar om verder te schrijven."
            )

    @property
    def _asks_unread(self) -> bool:
        """Whether it is an answer to a question, and not to change what was written."""
        return bool(self._words()) and self._writing.entry is None

    @property
    def _opened(self) -> str:
        return super()._opened if self._words() or self._writing.kind is not Kind.NOTE else "een notitie"

    def shows(self, route: Route) -> bool:
        """Whether this is the page for it; what is new and answers nothing gets a page of its own each time."""
        return super().shows(route) and not (isinstance(route, WriteRoute) and route.new)

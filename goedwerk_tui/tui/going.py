"""The part of the app that screens call upon: going somewhere, changing the journal, saying something."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual import work
from textual.app import App
from textual.reactive import reactive

from goedwerk_tui.base.text import shown
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme import ContentError
from goedwerk_tui.tui.keeper import Keeper
from goedwerk_tui.tui.screen import GoedWerkScreen
from goedwerk_tui.tui.widgets.places_bar import PlacesBar

Result = TypeVar("Result")


class GoingApp(App[object]):
    """Moves between places, steps and pages. What it opens, and how it begins and ends, is for ``GoedWerkApp``."""

    version: reactive[int] = reactive(0, init=False)
    """Goes up whenever the journal has changed, or has been opened."""

    def __init__(self) -> None:
        """Have nothing open yet."""
        super().__init__()
        self.keeper: Keeper | None = None

    # The journal

    @property
    def state_line(self) -> str:
        """What holds for the whole run, for the bar along the top."""
        if self.keeper is None:
            return ""
        if self.keeper.looking_round:
            return "er wordt niets bewaard"
        return "alleen lezen" if self.keeper.read_only else ""

    def journal_changed(self) -> None:
        """Let the screens show the journal anew."""
        self.version += 1

    def write(self, change: Callable[[Journal], Result], then: Callable[[Result], None] | None = None) -> None:
        """Change the journal and tell the screens; what goes wrong is said, and ``then`` is not called."""
        self.run_worker(self._write(change, then), group="writing")

    async def _write(self, change: Callable[[Journal], Result], then: Callable[[Result], None] | None) -> None:
        if self.keeper is None:
            return
        try:
            result = await self.keeper.write(change)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.journal_changed()
        if then:
            then(result)

    def tell(self, trouble: Trouble) -> None:
        """Say what went wrong, long enough to read."""
        self.notify(str(trouble), severity="error", timeout=max(8.0, len(str(trouble)) / 12), markup=False)

    def say(self, sentence: str) -> None:
        """Say something, long enough to read."""
        self.notify(shown(sentence), timeout=max(4.0, len(sentence) / 12), markup=False)

    # Going somewhere

    @work(group="going", exclusive=True)
    async def open_step(self, step_id: str, item: str | None = None) -> None:
        """Show a step in place of whichever step is in front.

        Args:
            step_id: the step.
            item: the question or choice to begin at; None for where the person was.
        """
        from goedwerk_tui.programme.exercises import Exercise
        from goedwerk_tui.tui.screens.exercise import ExerciseScreen
        from goedwerk_tui.tui.screens.step import StepScreen

        assert self.keeper is not None
        try:
            step = await asyncio.to_thread(self.keeper.pack.step, step_id)
        except ContentError as error:
            self.tell(error)
            return
        screen = ExerciseScreen(step) if isinstance(step, Exercise) else StepScreen(step, item)
        if isinstance(self.screen, (StepScreen, ExerciseScreen)):
            await self.switch_screen(screen)  # pyright: ignore[reportUnknownMemberType] - Textual's
        else:
            await self.push_screen(screen)

    def go_on(self) -> None:
        """Open the step to go on with."""
        from goedwerk_tui.guidance.progress import next_step

        if self.keeper is None:
            return
        journal = self.keeper.journal
        position = journal.position.step if journal.position else None
        step = next_step(self.keeper.pack.programme, journal.progress, position)
        if step:
            self.open_step(step)
        else:
            self.action_go("programme")

    def action_new_note(self) -> None:
        """Open an empty page for a loose note."""
        from goedwerk_tui.tui.screens.writing import WritingScreen

        if self.keeper is not None:
            self.push_screen(WritingScreen())

    def action_glossary(self) -> None:
        """Show the glossary."""
        from goedwerk_tui.tui.screens.glossary import GlossaryScreen

        if self.keeper is not None:
            self.push_screen(GlossaryScreen(tuple(self.keeper.pack.glossary().values())))

    @work(group="going", exclusive=True)
    async def open_page(self, page_id: str) -> None:
        """Show a page of the programme."""
        from goedwerk_tui.tui.screens.page import PageScreen

        assert self.keeper is not None
        try:
            page = await asyncio.to_thread(self.keeper.pack.page, page_id)
        except ContentError as error:
            self.tell(error)
            return
        await self.push_screen(PageScreen(page))

    def on_places_bar_chosen(self, event: PlacesBar.Chosen) -> None:
        """Go to the place that was clicked."""
        self.action_go(event.place)

    @work(group="going", exclusive=True)
    async def action_go(self, place: str) -> None:
        """Go to a place, keeping what is being written here."""
        if self.keeper is None:
            return
        while len(self.screen_stack) > 1:
            if isinstance(self.screen, GoedWerkScreen) and not await self.screen.keep():
                return
            await self.pop_screen()
        await self.switch_mode(place)

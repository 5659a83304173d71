"""The one place that turns a route into a screen, goes back to what is open already, and closes what lies over it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, assert_never

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Kind, State
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Page
from goedwerk_tui.tui.routes import (
    Asking,
    AskRoute,
    BackupRoute,
    EntriesRoute,
    EntryRoute,
    HandbookRoute,
    MeetingRoute,
    MonthRoute,
    PageName,
    PageRoute,
    PictureRoute,
    PlaceRoute,
    PreviewRoute,
    ReadingRoute,
    Route,
    SearchRoute,
    SessionEndRoute,
    StepRoute,
    TermsRoute,
    TextRoute,
    WeekLogRoute,
    WriteRoute,
)
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.shell import MOVING, Shell
from goedwerk_tui.tui.workspace import Workspace


class Navigation:
    """Opens one route after the other."""

    def __init__(self, shell: Shell) -> None:
        """Take the app."""
        self._shell = shell
        self._one_at_a_time = asyncio.Lock()

    def open(self, route: Route) -> None:
        """Go to a route, once what is being opened now stands."""
        if isinstance(route, AskRoute):
            self._shell.run_worker(_ask(self._shell, route), group=MOVING)
        else:
            self._shell.run_worker(self.go(route), group=MOVING)

    async def go(self, route: Route) -> None:
        """Go to a route, and return when one is there, or could not leave. To be awaited in a worker of ``MOVING``."""
        async with self._one_at_a_time:
            try:
                await self._go(route)
            except Trouble as trouble:
                self._shell.show_error(trouble)

    async def _go(self, route: Route) -> None:
        if isinstance(route, PlaceRoute):
            if await self._close_down_to(self._shell.screen_stack[0]):
                await self._shell.switch_mode(route.place)
            return
        there = next((layer for layer in reversed(self._layers) if layer.shows(route)), None)
        if there is not None:
            if await self._close_down_to(there):
                there.arrive(route)
            return
        workspace = self._shell.workspace
        assert workspace is not None, "something was opened before the journal was"
        screen = await _screen_for(route, workspace)
        screen.route = route
        front = self._shell.screen
        if isinstance(route, StepRoute) and isinstance(front, Layer) and isinstance(front.route, StepRoute):
            if await front.keep():
                await self._shell.switch_screen(screen)  # pyright: ignore[reportUnknownMemberType] - Textual's
        else:
            await self._shell.push_screen(screen)

    async def show_anew(self) -> None:
        """Show a step that is in front as the programme has it now; one that is gone stays as it was."""
        front, workspace = self._shell.screen, self._shell.workspace
        if workspace is None or not isinstance(front, Layer) or not isinstance(front.route, StepRoute):
            return
        if not workspace.pack.knows(front.route.step) or not await front.keep():
            return
        try:
            screen = await _screen_for(front.route, workspace)
        except Trouble as trouble:
            self._shell.show_error(trouble)
            return
        screen.route = front.route
        if self._shell.screen is front:
            await self._shell.switch_screen(screen)  # pyright: ignore[reportUnknownMemberType] - Textual's

    async def keep(self, *, ending: bool = False) -> bool:
        """Keep what is being written in every layer. Returns False when that failed, after having said so.

        Args:
            ending: whether the app is about to stop: what has no place yet is a draft then, and else a note.
        """
        for layer in self._layers:
            if not await layer.keep() or not await layer.keep_held(ending=ending):
                return False
        return True

    @property
    def holds(self) -> bool:
        """Whether something was typed that has no place yet."""
        return any(layer.holds for layer in self._layers)

    def keep_now(self) -> None:
        """Keep what is being typed in every layer as drafts, at once.

        Raises:
            Trouble: one could not be written; the others are.
        """
        troubles: list[Trouble] = []
        for layer in self._layers:
            for keep in (layer.keep_now, layer.keep_held_now):
                try:
                    keep()
                except Trouble as trouble:
                    troubles.append(trouble)
        if troubles:
            raise troubles[0]

    @property
    def _layers(self) -> list[Layer[Any]]:
        return [each for each in self._shell.screen_stack if isinstance(each, Layer)]

    async def _close_down_to(self, screen: object) -> bool:
        """Close what lies over a screen, from the top. Returns False when what is written there could not be kept."""
        while (front := self._shell.screen) is not screen:
            if isinstance(front, Layer) and not await front.keep():
                return False
            if front is not self._shell.screen:
                continue
            if isinstance(front, Layer):
                front.leave()
            else:
                front.dismiss()
        return True


async def _screen_for(route: Route, workspace: Workspace) -> Layer[Any]:  # noqa: PLR0911, PLR0912 - one line a route
    """Return the screen that shows a route. Each is imported when it is first opened.

    Raises:
        ContentError: what it is about can't be read.
    """
    match route:
        case StepRoute():
            return await _step_screen(route, workspace)
        case PageRoute():
            return _named_page(route.name, workspace)
        case SessionEndRoute():
            from goedwerk_tui.tui.screens.session_end import SessionEndScreen

            sessions = workspace.pack.programme.sessions
            return SessionEndScreen(next(each for each in sessions if each.id == route.session))
        case ReadingRoute():
            from goedwerk_tui.tui.screens.page import PageScreen

            return PageScreen(await asyncio.to_thread(workspace.pack.page, route.page))
        case HandbookRoute():
            from goedwerk_tui.programme.manual import handbook_page
            from goedwerk_tui.sharing.handbook import page_to_read
            from goedwerk_tui.tui.screens.text import TextScreen

            page = handbook_page(route.page, route.part)
            return TextScreen(f"Handboek: {page.title}", page_to_read(page.text))
        case TermsRoute():
            from goedwerk_tui.tui.screens.glossary import GlossaryScreen

            return GlossaryScreen(route.terms, route.first)
        case SearchRoute():
            from goedwerk_tui.tui.screens.search import SearchScreen

            return SearchScreen(route.words)
        case EntryRoute():
            from goedwerk_tui.tui.screens.entry import EntryScreen

            return EntryScreen(route.entry)
        case EntriesRoute():
            from goedwerk_tui.tui.screens.entries import EntriesScreen

            return EntriesScreen(route.title, route.entries)
        case WriteRoute():
            return _page_to_write(route)
        case WeekLogRoute():
            from goedwerk_tui.tui.screens.week_log import WeekLogScreen

            return WeekLogScreen(route.monday, route.number)
        case MonthRoute():
            from goedwerk_tui.tui.screens.month import MonthScreen

            return MonthScreen(route.month)
        case MeetingRoute():
            from goedwerk_tui.tui.screens.meeting import MeetingScreen

            return MeetingScreen(route.meeting)
        case TextRoute():
            from goedwerk_tui.tui.screens.text import TextScreen

            return TextScreen(route.heading, route.text)
        case PictureRoute():
            from goedwerk_tui.tui.screens.picture import PictureScreen

            return PictureScreen(route.picture)
        case PreviewRoute():
            from goedwerk_tui.tui.screens.preview import PreviewScreen

            return PreviewScreen(route)
        case BackupRoute():
            from goedwerk_tui.tui.screens.backups import BackupScreen

            return BackupScreen(route.backup, route.line, route.differs)
        case PlaceRoute() | AskRoute():
            raise TypeError(f"{route} is no layer over a place")
        case _:
            assert_never(route)


async def _step_screen(route: StepRoute, workspace: Workspace) -> Layer[Any]:
    from goedwerk_tui.tui.screens.exercise import ExerciseScreen
    from goedwerk_tui.tui.screens.step import StepScreen

    step = await asyncio.to_thread(workspace.pack.step, route.step)
    if isinstance(step, Exercise):
        return ExerciseScreen(step)
    return StepScreen(step, route.item, at_end=route.at_end)


def _page_to_write(route: WriteRoute) -> Layer[Any]:
    """Return a page to write on: intentions and own questions have their own, unless they answer something."""
    from goedwerk_tui.tui.screens.intentions import IntentionScreen
    from goedwerk_tui.tui.screens.own_prompts import PromptScreen
    from goedwerk_tui.tui.screens.writing import WritingScreen

    origin = route.draft.origin if route.draft else route.origin
    kind = route.draft.kind if route.draft else route.kind
    own_pages = {Kind.INTENTION: IntentionScreen, Kind.PROMPT: PromptScreen}
    page = WritingScreen if origin or kind is None else own_pages.get(kind, WritingScreen)
    return page(route)


def _named_page(name: PageName, workspace: Workspace) -> Layer[Any]:  # noqa: PLR0911, PLR0912 - one line a page
    match name:
        case PageName.CONDITIONS:
            from goedwerk_tui.tui.screens.conditions import ConditionsScreen

            return ConditionsScreen()
        case PageName.VISION:
            from goedwerk_tui.tui.screens.vision import VisionScreen

            return VisionScreen()
        case PageName.STRATEGIES:
            from goedwerk_tui.tui.screens.strategies import StrategiesScreen

            return StrategiesScreen()
        case PageName.WORDS:
            from goedwerk_tui.tui.screens.own_words import OwnWordsScreen

            return OwnWordsScreen()
        case PageName.INTENTIONS:
            from goedwerk_tui.tui.screens.intentions import IntentionsScreen

            return IntentionsScreen()
        case PageName.MONTHS:
            from goedwerk_tui.tui.screens.month import MonthsScreen

            return MonthsScreen()
        case PageName.ON_THIS_DAY:
            from goedwerk_tui.tui.screens.on_this_day import OnThisDayScreen

            return OnThisDayScreen()
        case PageName.MEETINGS:
            from goedwerk_tui.tui.screens.meetings import MeetingsScreen

            return MeetingsScreen()
        case PageName.OWN_PROMPTS:
            from goedwerk_tui.tui.screens.own_prompts import OwnPromptsScreen

            return OwnPromptsScreen()
        case PageName.GLOSSARY:
            from goedwerk_tui.tui.screens.glossary import GlossaryScreen

            return GlossaryScreen(tuple(workspace.pack.glossary().values()))
        case PageName.BACKUPS:
            from goedwerk_tui.tui.screens.backups import BackupsScreen

            return BackupsScreen()
        case PageName.SETTINGS:
            from goedwerk_tui.tui.screens.settings import SettingsScreen

            return SettingsScreen()
        case PageName.NEWS:
            from goedwerk_tui.guidance.news import TITLE, what_is_new
            from goedwerk_tui.tui.screens.page import PageScreen

            return PageScreen(Page(id=name, title=TITLE, text=what_is_new(workspace.journal.book.versions)))
        case _:
            assert_never(name)


async def _ask(shell: Shell, route: AskRoute) -> None:
    assert shell.workspace is not None
    if coroutine := _asking(shell, shell.workspace, route):
        await coroutine


def _asking(shell: Shell, workspace: Workspace, route: AskRoute) -> Coroutine[Any, Any, None] | None:  # noqa: PLR0911
    """Return what asks; None when the entry that it is about is no longer there."""
    match route.asking:
        case Asking.AGAIN:
            from goedwerk_tui.tui.screens.again import ask_about_again

            return ask_about_again(shell)
        case Asking.JOURNAL_FILE:
            from goedwerk_tui.tui.screens.another_place import ask_for_another_place

            return ask_for_another_place(shell)
        case Asking.BACKUPS_FOLDER:
            from goedwerk_tui.tui.screens.another_place import ask_for_backups_folder

            return ask_for_backups_folder(shell)
        case Asking.OWN_CONTENT:
            from goedwerk_tui.tui.screens.own_content import ask_for_own_content

            return ask_for_own_content(shell)
        case Asking.WIPE_EVERYTHING:
            from goedwerk_tui.tui.screens.wiping import ask_and_wipe_everything

            return ask_and_wipe_everything(shell)
        case Asking.CALENDAR:
            from goedwerk_tui.tui.screens.calendar_questions import ask_for_calendar

            return ask_for_calendar(shell)
        case Asking.PLAN | Asking.MEANING | Asking.OUTCOME:
            entry = workspace.journal.entries.get(route.entry)
            if entry is None or entry.state is not State.LIVE:
                return None
            if route.asking is Asking.PLAN:
                from goedwerk_tui.tui.screens.conditions import ask_for_plan

                return ask_for_plan(shell, entry)
            if route.asking is Asking.OUTCOME:
                from goedwerk_tui.tui.screens.outcome import ask_for_outcome

                return ask_for_outcome(shell, entry)
            from goedwerk_tui.tui.screens.own_words import ask_for_meaning

            return ask_for_meaning(shell, entry)
        case _:
            assert_never(route.asking)

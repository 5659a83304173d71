"""Everything that can be done, for the command palette."""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.reminders import week_log
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.guidance.words import STEP_KINDS
from goedwerk_tui.programme import ContentError
from goedwerk_tui.programme.manual import manual
from goedwerk_tui.tui.pages import PAGES
from goedwerk_tui.tui.routes import (
    Asking,
    AskRoute,
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    ReadingRoute,
    StepRoute,
    TextRoute,
    WeekLogRoute,
)
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.theme import DESCRIPTIONS
from goedwerk_tui.tui.widgets.places_bar import PLACES
from goedwerk_tui.tui.workspace import Workspace

_OFTEN = {Every.DAY: "elke dag", Every.WEEK: "elke week", Every.FORTNIGHT: "elke twee weken", Every.NEVER: "nooit"}
Command = tuple[str, str, Callable[[], object]]


class GoedWerkCommands(Provider):
    """Places, handlings, looks, pages and steps, each by its Dutch name."""

    @property
    def shell(self) -> Shell:
        """The app, as screens know it."""
        shell = self.app
        assert isinstance(shell, Shell), "the palette belongs to another app"
        return shell

    async def startup(self) -> None:
        """Keep what is being written: a command may open another page for the same text."""
        if isinstance(self.screen, Layer):
            await self.screen.keep()

    async def discover(self) -> Hits:
        """Offer what is useful without a search."""
        for name, about, run in self._handlings():
            yield DiscoveryHit(Content(name), run, text=name, help=escape(about))

    async def search(self, query: str) -> Hits:
        """Offer what the words match."""
        matcher = self.matcher(query)
        steps = await asyncio.to_thread(lambda: list(self._steps()))
        for name, about, run in (*self._handlings(), *steps):
            score = matcher.match(name)
            if score > 0:
                # Where a title has a bracket, highlighting would read it as markup.
                display = Content(name) if "[" in name else matcher.highlight(name)
                yield Hit(score, display, run, text=name, help=escape(about))

    @property
    def _workspace(self) -> Workspace:
        workspace = self.shell.workspace
        assert workspace is not None, "the palette was opened before the journal was"
        return workspace

    def _handlings(self) -> Iterator[Command]:
        shell, workspace = self.shell, self._workspace
        yield "Verder waar je was", "de volgende stap van het programma", shell.go_on
        for place, name in PLACES.items():
            yield name, "ga naar deze plek", partial(shell.open, PlaceRoute(Place(place)))
        yield "Nieuwe notitie", "schrijf iets los van het programma", shell.action_new_note
        for page in PAGES:
            if page.does:
                yield page.title, page.does, partial(shell.open, page.route)
        for monday in week_log.weeks_to_write(local(workspace.journal.now()).date()):
            about = f"drie vragen over {week_log.days(monday)}"
            yield week_log.title(monday), about, partial(shell.open, WeekLogRoute(monday))
        for each in workspace.pack.programme.pages:
            name = each.replace("-", " ").capitalize()
            yield name, "lees deze bladzijde", partial(shell.open, ReadingRoute(each))
        yield "Zelf inhoud maken", "de handleiding voor eigen casussen en opdrachten", partial(_open_manual, shell)
        if not workspace.looking_round:
            about = "een map of zip van je organisatie, die voortaan meedoet"
            yield "Eigen inhoud kiezen", about, partial(shell.open, AskRoute(Asking.OWN_CONTENT))
            yield from _of_the_journal(shell, workspace)
        for theme, name in DESCRIPTIONS.items():
            yield f"Kleuren: {name.lower()}", "kies hoe het scherm eruitziet", partial(shell.set_theme, theme)
        for every in Every:
            about = "hoe vaak er op Thuis een vraag staat"
            if every is Every.NEVER:
                about = "dan staan ook weekverslag en terugkijken niet op Thuis"
            yield f"Vraag tussendoor: {_OFTEN[every]}", about, partial(shell.ask_every, every)
        yield "Stoppen", "bewaar en sluit af", partial(shell.run_action, "quit")

    def _steps(self) -> Iterator[Command]:
        pack = self._workspace.pack
        for session in pack.programme.sessions:
            for step_id in steps_of(session):
                try:
                    step = pack.step(step_id)
                except ContentError:
                    continue
                parts = (session.title, pack.label_of(step_id), STEP_KINDS[step.kind])
                about = " · ".join(part for part in parts if part)
                yield step.title, about, partial(self.shell.open, StepRoute(step_id))


def _open_manual(shell: Shell) -> None:
    """Show the guide for whoever writes content."""
    try:
        shell.open(TextRoute("Zelf inhoud maken", manual()))
    except Trouble as trouble:
        shell.show_error(trouble)


def _of_the_journal(shell: Shell, workspace: Workspace) -> Iterator[Command]:
    """Yield what can be done with the journal as a whole."""
    backups = "bekijk ze, en zet iets terug"
    yield "Reservekopieën", backups, partial(shell.open, PageRoute(PageName.BACKUPS))
    if workspace.read_only:
        return
    elsewhere = "maak er een nieuw bestand van en ga daar verder"
    yield "Dagboek op een andere plek bewaren", elsewhere, partial(shell.open, AskRoute(Asking.JOURNAL_FILE))
    if shell.places.is_own:
        another = "een andere map, bijvoorbeeld op een andere schijf"
        yield "Reservekopieën op een andere plek", another, partial(shell.open, AskRoute(Asking.BACKUPS_FOLDER))
    yield "Alles wissen", "wis je hele dagboek, voorgoed", partial(shell.open, AskRoute(Asking.WIPE_EVERYTHING))

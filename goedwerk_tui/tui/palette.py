"""Everything that can be done, for the command palette."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, cast

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape
from textual.widgets import Input

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.reminders import week_log
from goedwerk_tui.guidance.reminders.rhythm import OFTEN, Every
from goedwerk_tui.guidance.words import STEP_KINDS
from goedwerk_tui.programme import ContentError
from goedwerk_tui.programme.manual import handbook, manual
from goedwerk_tui.tui.pages import PAGES
from goedwerk_tui.tui.routes import (
    Asking,
    AskRoute,
    HandbookRoute,
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    ReadingRoute,
    SearchRoute,
    StepRoute,
    TextRoute,
    WeekLogRoute,
)
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.theme import DESCRIPTIONS
from goedwerk_tui.tui.widgets.key_line import Item, KeyLine
from goedwerk_tui.tui.widgets.places_bar import PLACES
from goedwerk_tui.tui.workarounds.marked_list import MarkedLines
from goedwerk_tui.tui.workspace import Workspace

_PLACES = {
    Place.HOME: "begin start",
    Place.PROGRAMME: "sessies stappen casussen inhoud",
    Place.JOURNAL: "zoek stukken geschreven prullenbak",
    Place.INSIGHT: "beelden grafiek",
    Place.SHARING: "export exporteer print printen afdrukken pdf word delen bestand groep bijeenkomst",
}
"""Other words for the places."""
_NAME, _BEGINS, _INSIDE = 1.0, 0.8, 0.5
"""How well something fits: by its name, by a word that begins so, or by what it does or is also called."""


class Command(NamedTuple):
    """Something that can be done."""

    name: str
    does: str
    run: Callable[[], object]
    also: str = ""
    """Other words for it."""

    def fit(self, words: Sequence[str]) -> float:
        """Return how well it fits; 0 when not every word begins one of its own."""
        name, rest = fold(self.name), fold(f"{self.does} {self.also}")
        if not all(f" {word}" in f" {name} {rest}" for word in words):
            return 0.0
        if name.startswith(" ".join(words)):
            return _NAME
        return _BEGINS if all(f" {word}" in f" {name}" for word in words) else _INSIDE


class PaletteKeys(KeyLine):
    """The keys of the palette, whose own bindings have English names."""

    def _items(self) -> list[Item]:
        return [("↑↓", "kies"), ("enter", "doe"), ("escape", "terug")]


class MarkedCommands(CommandList, MarkedLines):
    """What can be done, with a mark at the line that Enter does; the keyboard stays in the box above it."""

    @property
    def _has_keyboard(self) -> bool:
        return True


class GoedWerkPalette(CommandPalette):
    """The palette, with ctrl+a as in every other box, a mark in its list, and its own keys along the bottom."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+a", "select_words", show=False, priority=True),
        Binding("escape", "leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Mark its list, and lay the keys below it."""
        for widget in super().compose():
            yield MarkedCommands() if isinstance(widget, CommandList) else widget
        yield PaletteKeys()

    async def action_leave(self) -> None:
        """Close, and say of a sentence that it is gone."""
        text = self.query_one(Input).value
        stack = cast("App[object]", self.app).screen_stack  # pyright: ignore[reportUnknownMemberType] - Textual's
        below = stack[stack.index(self) - 1]
        await self.run_action("escape")
        if isinstance(below, Layer):
            below.let_go_line(text)

    def action_select_words(self) -> None:
        """Select what was typed, so that typing on replaces it."""
        self.query_one(Input).select_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the list as it is in a window that has no line for it: Textual fails at going a page further in it."""
        if action == "command_list":
            return bool(self.query_one(CommandList).scrollable_content_region)
        return super().check_action(action, parameters)


class GoedWerkCommands(Provider):
    """Places, handlings, looks, pages and steps, each by its Dutch name or another word for it."""

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
        for each in self._handlings():
            yield DiscoveryHit(Content(each.name), each.run, text=each.name, help=escape(each.does))

    async def search(self, query: str) -> Hits:
        """Offer what the words fit, and to look for them in the programme."""
        words = fold(query).split()
        steps = await asyncio.to_thread(lambda: list(self._steps()))
        pages = await asyncio.to_thread(lambda: list(self._handbook()))
        for each in (*self._handlings(), *steps, *pages):
            if words and (fit := each.fit(words)):
                yield Hit(fit, Content(each.name), each.run, text=each.name, help=escape(each.does))
        search = partial(self.shell.open, SearchRoute(query))
        looks = f"Zoek {quoted(shorten(query, 40))} in het programma"
        yield Hit(0.1, Content(looks), search, text=looks, help="in alle teksten en vragen, of waar zit je mee?")

    @property
    def _workspace(self) -> Workspace:
        workspace = self.shell.workspace
        assert workspace is not None, "the palette was opened before the journal was"
        return workspace

    def _handlings(self) -> Iterator[Command]:
        shell, workspace = self.shell, self._workspace
        yield Command("Verder waar je was", "de volgende stap van het programma", shell.go_on, "ga door hervat")
        for place, name in PLACES.items():
            also = _PLACES.get(Place(place), "")
            yield Command(name, "ga naar deze plek", partial(shell.open, PlaceRoute(Place(place))), also)
        yield Command("Nieuwe notitie", "schrijf iets los van het programma", shell.action_new_note, "aantekening")
        find = partial(shell.open, SearchRoute())
        yield Command("Zoek in het programma", "of schrijf waar je mee zit", find, "vind onderwerp waar zit je mee")
        for page in PAGES:
            if page.does:
                yield Command(page.title, page.does, partial(shell.open, page.route), page.also)
        for monday in week_log.weeks_to_write(local(workspace.journal.now()).date()):
            about = f"drie vragen over {week_log.days(monday)}"
            yield Command(week_log.title(monday), about, partial(shell.open, WeekLogRoute(monday)))
        for each in workspace.pack.programme.pages:
            name = each.replace("-", " ").capitalize()
            yield Command(name, "lees deze bladzijde", partial(shell.open, ReadingRoute(each)))
        about = "de handleiding voor eigen casussen en opdrachten"
        yield Command("Zelf inhoud maken", about, partial(_open_manual, shell), "schrijven auteur")
        if workspace.is_example:
            yield Command(
                "Terug naar wat je zelf schreef", "sluit het voorbeeld", partial(shell.run_action, "app.own_again")
            )
        elif workspace.looking_round:
            about = "het dagboek van een verzonnen collega"
            yield Command("Bekijk een voorbeeld", about, partial(shell.run_action, "app.example"), "collega ingevuld")
        if shell.may_begin:
            about = "bewaar voortaan wat je schrijft, met wat je al typte"
            yield Command("Begin hiermee", about, partial(shell.run_action, "app.begin_here"), "bewaar eigen dagboek")
        if not workspace.looking_round:
            about = "een map of zip van je organisatie, die voortaan meedoet"
            choose = partial(shell.open, AskRoute(Asking.OWN_CONTENT))
            yield Command("Eigen inhoud kiezen", about, choose, "overlay organisatie")
            yield from _of_the_journal(shell, workspace)
        for theme, name in DESCRIPTIONS.items():
            about = "kies hoe het scherm eruitziet"
            yield Command(f"Kleuren: {name.lower()}", about, partial(shell.set_theme, theme), "thema weergave")
        for every in Every:
            about = "hoe vaak er op Thuis een vraag staat"
            if every is Every.NEVER:
                about = "dan staan ook weekverslag en terugkijken niet op Thuis"
            yield Command(f"Vraag tussendoor: {OFTEN[every]}", about, partial(shell.ask_every, every), "ritme")
        yield Command("Verberg het scherm", "ctrl+l, als er iemand meekijkt", shell.action_hide, "privacy")
        yield Command("Stoppen", "bewaar en sluit af", partial(shell.run_action, "quit"), "afsluiten einde sluit")

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
                yield Command(step.title, about, partial(self.shell.open, StepRoute(step_id)))

    def _handbook(self) -> Iterator[Command]:
        """Yield the pages of the handbook, each also by the words of its headings."""
        try:
            chapters = handbook()[1:]
        except Trouble as trouble:
            self.shell.log.warning(str(trouble))
            return
        for name, title, text in chapters:
            show = partial(self.shell.open, HandbookRoute(name))
            headings = " ".join(re.findall(r"^## (.+)$", text, re.MULTILINE))
            yield Command(f"Handboek: {title}", "lees hoe het programma werkt", show, f"{title} {headings} hulp help")


def _open_manual(shell: Shell) -> None:
    """Show the guide for whoever writes content."""
    try:
        shell.open(TextRoute("Zelf inhoud maken", manual()))
    except Trouble as trouble:
        shell.show_error(trouble)


def _of_the_journal(shell: Shell, workspace: Workspace) -> Iterator[Command]:
    """Yield what can be done with the journal as a whole."""
    backups = "bekijk ze, en zet iets terug"
    yield Command(
        "Reservekopieën", backups, partial(shell.open, PageRoute(PageName.BACKUPS)), "backup back-up herstellen"
    )
    if workspace.read_only:
        return
    elsewhere = "maak er een nieuw bestand van en ga daar verder"
    move = partial(shell.open, AskRoute(Asking.JOURNAL_FILE))
    yield Command("Dagboek op een andere plek bewaren", elsewhere, move, "verplaats verhuis map usb")
    if shell.places.is_own:
        another = "een andere map, bijvoorbeeld op een andere schijf"
        folder = partial(shell.open, AskRoute(Asking.BACKUPS_FOLDER))
        yield Command("Reservekopieën op een andere plek", another, folder, "backup map")
    wipe = partial(shell.open, AskRoute(Asking.WIPE_EVERYTHING))
    yield Command("Alles wissen", "wis je hele dagboek, voorgoed", wipe, "verwijder")

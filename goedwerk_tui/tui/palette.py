"""Everything that can be done, for the command palette."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from goedwerk_tui.guidance.between.rhythm import Every
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.words import STEP_KINDS
from goedwerk_tui.programme import ContentError
from goedwerk_tui.tui.screen import GoedWerkScreen
from goedwerk_tui.tui.theme import DESCRIPTIONS
from goedwerk_tui.tui.widgets.places_bar import PLACES

if TYPE_CHECKING:
    from goedwerk_tui.tui.app import GoedWerkApp

_OFTEN = {Every.DAY: "elke dag", Every.WEEK: "elke week", Every.FORTNIGHT: "elke twee weken", Every.NEVER: "nooit"}
Command = tuple[str, str, Callable[[], object]]


class GoedWerkCommands(Provider):
    """Places, handlings, looks, pages and steps, each by its Dutch name."""

    async def startup(self) -> None:
        """Keep what is being written: a command may open another page for the same text."""
        if isinstance(self.screen, GoedWerkScreen):
            await self.screen.keep()

    async def discover(self) -> Hits:
        """Offer what is useful without a search."""
        for name, about, run in self._handlings():
            yield DiscoveryHit(name, run, help=about)

    async def search(self, query: str) -> Hits:
        """Offer what the words match."""
        matcher = self.matcher(query)
        steps = await asyncio.to_thread(lambda: list(self._steps()))
        for name, about, run in (*self._handlings(), *steps):
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=about)

    @property
    def _goedwerk(self) -> "GoedWerkApp":
        return cast("GoedWerkApp", self.app)

    def _handlings(self) -> Iterator[Command]:
        from goedwerk_tui.tui.screens.conditions import ConditionsScreen
        from goedwerk_tui.tui.screens.intentions import IntentionsScreen
        from goedwerk_tui.tui.screens.meetings import MeetingsScreen
        from goedwerk_tui.tui.screens.on_this_day import OnThisDayScreen
        from goedwerk_tui.tui.screens.own_words import WordsScreen
        from goedwerk_tui.tui.screens.strategies import StrategiesScreen
        from goedwerk_tui.tui.screens.vision import VisionScreen

        app = self._goedwerk
        yield "Verder waar je was", "de volgende stap van het programma", app.go_on
        for place, name in PLACES.items():
            yield name, "ga naar deze plek", partial(app.action_go, place)
        yield "Nieuwe notitie", "schrijf iets los van het programma", app.action_new_note
        yield "Voornemens", "wat je je voornam, en hoe het ging", lambda: app.push_screen(IntentionsScreen())
        yield "Bijeenkomsten", "wanneer je groep bij elkaar komt", lambda: app.push_screen(MeetingsScreen())
        yield "Op deze dag", "wat je eerder rond deze dag schreef", lambda: app.push_screen(OnThisDayScreen())
        yield from _of_the_rhythm(app)
        yield "Strategieën", "manieren van jou en uit het programma", lambda: app.push_screen(StrategiesScreen())
        yield "Woorden", "woorden voor je werk, en waar ze staan", lambda: app.push_screen(WordsScreen())
        yield "Voorwaarden", "wat je werk helpt en hindert, en wat je doet", lambda: app.push_screen(ConditionsScreen())
        yield "Visie", "hoe je nu tegen je werk aankijkt, en eerder", lambda: app.push_screen(VisionScreen())
        yield "Begrippen", "de woordenlijst van het programma", app.action_glossary
        assert app.keeper is not None
        for page in app.keeper.pack.programme.pages:
            yield page.replace("-", " ").capitalize(), "lees deze bladzijde", partial(app.open_page, page)
        yield from _of_the_journal(app)
        for theme, name in DESCRIPTIONS.items():
            yield f"Kleuren: {name.lower()}", "kies hoe het scherm eruitziet", partial(app.wear, theme)
        for every in Every:
            about = "hoe vaak er op Thuis een vraag staat"
            if every is Every.NEVER:
                about = "dan staan ook weekverslag en terugkijken niet op Thuis"
            yield f"Vraag tussendoor: {_OFTEN[every]}", about, partial(app.ask_every, every)
        yield "Stoppen", "bewaar en sluit af", app.stop

    def _steps(self) -> Iterator[Command]:
        app = self._goedwerk
        assert app.keeper is not None
        pack = app.keeper.pack
        for session in pack.programme.sessions:
            for step_id in steps_of(session):
                try:
                    step = pack.step(step_id)
                except ContentError:
                    continue
                yield step.title, f"{session.title} · {STEP_KINDS[step.kind]}", partial(app.open_step, step_id)


def _of_the_rhythm(app: "GoedWerkApp") -> Iterator[Command]:
    """Yield what returns every week or month."""
    from goedwerk_tui.base.clock import local
    from goedwerk_tui.guidance.between import week_log
    from goedwerk_tui.tui.screens.month import MonthsScreen
    from goedwerk_tui.tui.screens.own_prompts import OwnPromptsScreen
    from goedwerk_tui.tui.screens.week_log import WeekLogScreen

    assert app.keeper is not None
    for monday in week_log.weeks_to_write(local(app.keeper.journal.now()).date()):
        about = f"drie vragen over {week_log.days(monday)}"
        yield week_log.title(monday), about, lambda monday=monday: app.push_screen(WeekLogScreen(monday))
    yield "Terugkijken op een maand", "lees terug wat je schreef", lambda: app.push_screen(MonthsScreen())
    yield "Eigen vragen", "vragen die je een keer wilt krijgen", lambda: app.push_screen(OwnPromptsScreen())


def _of_the_journal(app: "GoedWerkApp") -> Iterator[Command]:
    """Yield what can be done with the journal as a whole."""
    from goedwerk_tui.tui.screens.another_place import ask_for_another_place, ask_for_backups_folder
    from goedwerk_tui.tui.screens.backups import BackupsScreen
    from goedwerk_tui.tui.screens.wiping import ask_and_wipe_everything

    assert app.keeper is not None
    if app.keeper.looking_round:
        return
    yield "Reservekopieën", "bekijk ze, en zet iets terug", lambda: app.push_screen(BackupsScreen())
    if not app.keeper.read_only:
        elsewhere = "maak er een nieuw bestand van en ga daar verder"
        yield "Dagboek op een andere plek bewaren", elsewhere, partial(_ask, app, ask_for_another_place)
        if app.places.is_own:
            another = "een andere map, bijvoorbeeld op een andere schijf"
            yield "Reservekopieën op een andere plek", another, partial(_ask, app, ask_for_backups_folder)
        yield "Alles wissen", "wis je hele dagboek, voorgoed", partial(_ask, app, ask_and_wipe_everything)


def _ask(app: "GoedWerkApp", asking: Callable[["GoedWerkApp"], Coroutine[object, object, None]]) -> None:
    app.run_worker(asking(app), group="asking", exclusive=True)

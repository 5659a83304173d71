"""Everything that can be done, for the command palette."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.rhythm import Every
from goedwerk_tui.guidance.words import STEP_KINDS
from goedwerk_tui.programme import ContentError
from goedwerk_tui.tui.theme import DESCRIPTIONS
from goedwerk_tui.tui.widgets.places_bar import PLACES

if TYPE_CHECKING:
    from goedwerk_tui.tui.app import GoedWerkApp

_OFTEN = {Every.DAY: "elke dag", Every.WEEK: "elke week", Every.FORTNIGHT: "elke twee weken", Every.NEVER: "nooit"}
Command = tuple[str, str, Callable[[], object]]


class GoedWerkCommands(Provider):
    """Places, handlings, looks, pages and steps, each by its Dutch name."""

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
        from goedwerk_tui.tui.screens.intentions import IntentionsScreen
        from goedwerk_tui.tui.screens.on_this_day import OnThisDayScreen

        app = self._goedwerk
        yield "Verder waar je was", "de volgende stap van het programma", app.go_on
        for place, name in PLACES.items():
            yield name, "ga naar deze plek", partial(app.action_go, place)
        yield "Nieuwe notitie", "schrijf iets los van het programma", app.action_new_note
        yield "Voornemens", "wat je je voornam, en hoe het ging", lambda: app.push_screen(IntentionsScreen())
        yield "Op deze dag", "wat je eerder rond deze dag schreef", lambda: app.push_screen(OnThisDayScreen())
        yield "Begrippen", "de woordenlijst van het programma", app.action_glossary
        assert app.keeper is not None
        for page in app.keeper.pack.programme.pages:
            yield page.replace("-", " ").capitalize(), "lees deze bladzijde", partial(app.open_page, page)
        yield from _of_the_journal(app)
        for theme, name in DESCRIPTIONS.items():
            yield f"Kleuren: {name.lower()}", "kies hoe het scherm eruitziet", partial(app.wear, theme)
        for every in Every:
            yield (
                f"Vraag tussendoor: {_OFTEN[every]}",
                "hoe vaak er op Thuis een vraag staat",
                partial(app.ask_every, every),
            )
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


def _of_the_journal(app: "GoedWerkApp") -> Iterator[Command]:
    """Yield what can be done with the journal as a whole."""
    from goedwerk_tui.tui.screens.another_place import ask_for_another_place
    from goedwerk_tui.tui.screens.backups import BackupsScreen
    from goedwerk_tui.tui.screens.wiping import ask_and_wipe_everything

    assert app.keeper is not None
    if app.keeper.looking_round:
        return
    yield "Reservekopieën", "bekijk ze, en zet iets terug", lambda: app.push_screen(BackupsScreen())
    if not app.keeper.read_only:
        elsewhere = "maak er een nieuw bestand van en ga daar verder"
        yield "Dagboek op een andere plek bewaren", elsewhere, partial(_ask, app, ask_for_another_place)
        yield "Alles wissen", "wis je hele dagboek, voorgoed", partial(_ask, app, ask_and_wipe_everything)


def _ask(app: "GoedWerkApp", asking: Callable[["GoedWerkApp"], Coroutine[object, object, None]]) -> None:
    app.run_worker(asking(app), group="asking", exclusive=True)

"""A backup that is opened as a journal is only read: each key that would write says so."""

from dataclasses import replace

from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import EntryRoute, PageName, PageRoute, Place, PlaceRoute, Route, StepRoute

SAID = "Alleen lezen: dit is een reservekopie."


async def test_each_key_that_writes_says_that_nothing_is_kept(places: Places, pack: Pack) -> None:
    journal = Journal.open(places)
    note = journal.add(Kind.NOTE, "van eerder")
    condition = journal.add(Kind.CONDITION, "een meelezer")
    step = pack.step("contextkaart")
    assert isinstance(step, Exercise)
    work = begin(step, pack, journal)
    assert isinstance(work, ItemList)
    persistence.finish(journal, step, persistence.origin_of(pack, step), work.add("een wet"), "kaart")
    journal.close()
    backup = places.backups / "dagboek-20261124T100000207184Z-dag.json"
    backup.parent.mkdir(parents=True, exist_ok=True)
    backup.write_bytes(places.journal.read_bytes())
    case = next(each for each in map(pack.step, pack.programme.sessions[0].core) if isinstance(each, Case))
    pressed: list[tuple[Route, tuple[str, ...]]] = [
        (PlaceRoute(Place.HOME), ("delete",)),
        (PlaceRoute(Place.JOURNAL), ("ctrl+g", "delete")),
        (EntryRoute(note.id), ("ctrl+g", "ctrl+x", "delete", "enter")),
        (EntryRoute(condition.id), ("ctrl+x",)),
        (PageRoute(PageName.CONDITIONS), ("n",)),
        (PageRoute(PageName.INTENTIONS), ("n",)),
        (PageRoute(PageName.MEETINGS), ("n",)),
        (PageRoute(PageName.GLOSSARY), ("t",)),
        (StepRoute(case.id), ("ctrl+g",)),
        (StepRoute(step.id), ("f3", "ctrl+g")),
    ]
    async with running(replace(places, journal=backup, is_backup=True)) as app:
        for route, keys in pressed:
            app.app.open(route)
            await app.settle()
            for key in keys:
                app.forget_what_was_said()
                where = app.app.screen
                await app.press(key)
                assert SAID in app.said, f"{key} at {route}: {app.said}\n{app.text}"
                assert app.app.screen is where
            if app.app.screen.is_modal:
                await app.press("escape")
    assert backup.read_bytes() == places.journal.read_bytes()

"""What was being typed in a piece that never leaves does not leave either, whatever becomes of that piece."""

import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support.crossing import crossed, in_part
from support.driver import Driver, running
from support.little_pack import FILES, write_pack

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.tui.routes import Place, PlaceRoute, StepRoute, WriteRoute
from goedwerk_tui.tui.screens.entry_acts import mark_entry

WORDS = "half getypt"


def _shut_in(places: Places) -> set[str]:
    journal = Journal.open(places, read_only=True)
    # A mark of what is not there may be remembered: that may still come.
    return {e.text for e in journal.newest_first() if e.id in journal.marked(Mark.NEVER_LEAVE)}


def _may_leave(places: Places) -> str:
    journal = Journal.open(places, read_only=True)
    return " ".join(e.text for e in journal.newest_first() if e.id not in journal.marked(Mark.NEVER_LEAVE))


def _id(places: Places, word: str) -> str:
    (found,) = (e.id for e in Journal.open(places, read_only=True).newest_first() if word in e.text)
    return found


async def _mark(app: Driver, places: Places, *, on: bool) -> None:
    """Shut the piece in by what the app does on its key, or let it go."""
    mark_entry(app.app, _id(places, "alfa"), Mark.NEVER_LEAVE, on)
    await app.settle()


async def _cut_short(app: Driver) -> None:
    """End the app while something is being typed."""
    await app.write(f" {WORDS}")
    app.app.keep_now()
    app.app.exit()


@pytest.fixture
def earlier(places: Places, tmp_path: Path) -> Path:
    """A file of the journal from before the piece was written."""
    Journal.open(places).set_position("de-brief", "")
    Journal.open(places).add(Kind.NOTE, "iets anders")
    return Path(shutil.copy(places.journal, tmp_path / "eerder.json"))


async def _note_marked_before(places: Places, content: Path) -> None:
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "alfa").id, Mark.NEVER_LEAVE, True)
    async with running(places, content=content) as app:
        app.app.open(WriteRoute(entry=_id(places, "alfa")))
        await app.settle()
        await _cut_short(app)


async def _note_marked_after(places: Places, content: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "alfa")
    async with running(places, content=content) as app:
        app.app.open(WriteRoute(entry=_id(places, "alfa")))
        await app.settle()
        await _cut_short(app)
    async with running(places, content=content) as app:
        await _mark(app, places, on=True)


async def _note_marked_by_another_machine(places: Places, content: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "alfa")
    async with running(places, content=content) as app:
        app.app.open(WriteRoute(entry=_id(places, "alfa")))
        await app.settle()
        await _cut_short(app)
    Journal.open(places).mark(_id(places, "alfa"), Mark.NEVER_LEAVE, True)
    async with running(places, content=content) as app:
        app.app.exit()


async def _answer(places: Places, content: Path) -> None:
    async with running(places, content=content) as app:
        app.app.open(StepRoute("de-brief"))
        await app.settle()
        await app.write("alfa")
        await app.press("escape")
        await _mark(app, places, on=True)
        app.app.open(StepRoute("de-brief"))
        await app.settle()
        await _cut_short(app)


BEGUN = [_note_marked_before, _note_marked_after, _note_marked_by_another_machine, _answer]


@pytest.mark.parametrize("begin", in_part(BEGUN, 2), ids=lambda each: each.__name__.strip("_"))
async def test_where_the_piece_is_not_in_the_journal_that_is_found_its_draft_opens_and_never_leaves(
    places: Places, tmp_path: Path, earlier: Path, begin: Callable[[Places, Path], Awaitable[None]]
) -> None:
    content = write_pack(tmp_path / "een")
    await begin(places, content)
    shutil.copy(earlier, places.journal)
    async with running(places, content=content) as app:
        await app.press("c", *(["enter"] if begin is _answer else []))
        assert WORDS in app.text
        await app.write(" en verder")
        await app.press("escape")
        app.app.open(PlaceRoute(Place.SHARING))
        await app.settle()
        assert "Wat mag mee?" in app.text
    assert any(f"{WORDS} en verder" in each for each in _shut_in(places))
    assert WORDS not in _may_leave(places)
    assert Drafts.of(places).all() == ()


@pytest.mark.parametrize(("there", "begin"), crossed([True, False], BEGUN))
async def test_a_draft_that_no_longer_fits_becomes_a_note_that_never_leaves(
    places: Places, tmp_path: Path, earlier: Path, begin: Callable[[Places, Path], Awaitable[None]], there: bool
) -> None:
    content = write_pack(tmp_path / "een")
    await begin(places, content)
    if there:
        Journal.open(places).change(_id(places, "alfa"), "bravo")
    else:
        shutil.copy(earlier, places.journal)
    other_words = FILES["1-opening/de-brief.md"].replace("Wat valt je op aan de brief?", "Wie krijgt hem?")
    content = write_pack(tmp_path / "twee", **{"1-opening/de-brief.md": other_words})
    async with running(places, content=content) as app:
        await app.press("c")
        await app.press("escape")
    assert any(WORDS in each for each in _shut_in(places))
    assert WORDS not in _may_leave(places)


async def test_what_was_let_go_again_may_leave(places: Places, tmp_path: Path, earlier: Path) -> None:
    content = write_pack(tmp_path / "een")
    await _note_marked_before(places, content)
    async with running(places, content=content) as app:
        await _mark(app, places, on=False)
        await app.press("c")
        assert WORDS in app.text
        await app.press("escape")
    assert WORDS in _may_leave(places) and _shut_in(places) == set()


async def test_a_draft_of_before_drafts_said_so_is_still_read(places: Places, tmp_path: Path, earlier: Path) -> None:
    content = write_pack(tmp_path / "een")
    await _note_marked_before(places, content)
    (path,) = places.drafts.glob("*.json")
    found = json.loads(path.read_bytes())
    for each in ("never_leaves", "journal"):
        del found[each]
    path.write_text(json.dumps(found), "utf-8")
    async with running(places, content=content) as app:
        await app.press("c")
        assert WORDS in app.text
        app.app.keep_now()
        app.app.exit()
    (draft,) = Drafts.of(places).all()
    assert draft.never_leaves


async def test_a_pasted_text_that_is_asked_about_never_leaves_either(places: Places) -> None:
    huge = "x" * 200_000
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "alfa").id, Mark.NEVER_LEAVE, True)
    journal.close()
    async with running(places) as app:
        app.app.open(WriteRoute(entry=_id(places, "alfa")))
        await app.settle()
        await app.paste(huge)
        assert "Deze tekst heeft een regel" in app.words
        (draft,) = Drafts.of(places).all()
        assert draft.text == huge and draft.never_leaves
        await app.press("enter")
    assert _shut_in(places) == {"alfa", huge}
    assert Drafts.of(places).all() == ()

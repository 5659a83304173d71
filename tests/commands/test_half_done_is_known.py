"""What is half done is known to whoever searches, moves house or wipes, wherever it waits."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_files import EditorFile
from goedwerk_tui.tui.routes import EntryRoute

Answer = Callable[[str], None]
ASKED = "Waarom heb ik Knolraapje vorige week niet gebeld?"
ORIGIN = Origin("goedwerk", "", "tussendoor", "eigen", "Tussendoor", "Eigen vraag", ASKED)
NAMED = "Wat half af is bij ‘Tussendoor › Eigen vraag’ houdt deze woorden ook vast"


def _a_draft(places: Places) -> None:
    text = "omdat ik laf was"
    Drafts.of(places).put(Draft(key="tussendoor/eigen", text=text, origin=ORIGIN, kind=Kind.ANSWER, at=utc_now()))


def _an_editor_that_was_killed(places: Places) -> None:
    EditorFile.begin(places, ORIGIN, ASKED, "omdat ik laf was")


def _an_editor_in_which_nothing_stands_yet(places: Places) -> EditorFile:
    return EditorFile.begin(places, ORIGIN, ASKED, "")


@pytest.mark.parametrize("begin", [_a_draft, _an_editor_that_was_killed, _an_editor_in_which_nothing_stands_yet])
def test_an_answer_that_is_half_done_holds_its_question(
    capsys: pytest.CaptureFixture[str], places: Places, answer: Answer, begin: Callable[[Places], object]
) -> None:
    asked = Journal.open(places).add(Kind.PROMPT, ASKED)
    answer("nee")
    assert NAMED not in run(capsys, "wissen", "--id", asked.id)[1]
    kept = begin(places)  # an editor is open as long as its page is held
    answer("nee")
    assert NAMED in run(capsys, "wissen", "--id", asked.id)[1]
    del kept


async def test_a_wiped_question_is_gone_once_the_answer_to_it_is_finished(
    capsys: pytest.CaptureFixture[str], places: Places, home: Path, answer: Answer
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begonnen")
    journal.set_position("een-stoel-erbij", "")
    asked = journal.add(Kind.PROMPT, ASKED)
    journal.close()
    async with running(places) as app:
        await app.press("v")
        assert "Knolraapje" in app.words
        await app.write("omdat ik laf was")
        app.app.keep_now()
        app.app.exit()
    answer("wissen")
    assert "tot je het daar afmaakt of weghaalt" in run(capsys, "wissen", "--id", asked.id)[1]
    async with running(places) as app:
        await app.press("c")
        await app.write(", en moe")
        await app.press("escape", "ctrl+q")
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds={Kind.ANSWER})
    assert kept.text == "omdat ik laf was, en moe" and kept.origin and kept.origin.words == "Een eigen vraag"
    assert [each for each in home.rglob("*") if each.is_file() and b"Knolraapje" in each.read_bytes()] == []


async def test_the_app_names_it_too(places: Places) -> None:
    journal = Journal.open(places)
    asked = journal.add(Kind.PROMPT, ASKED)
    journal.trash(asked.id)
    journal.close()
    async with running(places) as app:
        kept = _an_editor_in_which_nothing_stands_yet(places)
        app.app.open(EntryRoute(asked.id))
        await app.press("delete")
        assert NAMED in app.words
        del kept


def test_a_search_finds_its_question(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "iets anders")
    _a_draft(places)
    assert "Ze staan wel in wat half af is bij ‘Tussendoor › Eigen vraag’" in run(capsys, "zoek", "Knolraapje")[1]


@pytest.fixture
def renamed(places: Places) -> tuple[Places, Entry]:
    """A journal with a note that was being changed, whose file was then given another name, as the handbook tells."""
    note = Journal.open(places).add(Kind.NOTE, "zilverwoord over mijn nota")
    draft = Draft(key="n", text="zilverwoord over mijn nota goudbij", entry_id=note.id, kind=Kind.NOTE, at=utc_now())
    Drafts.of(places).put(draft)
    there = places.journal.rename(places.journal.with_name("mijn.json"))
    places.settings.write_text(json.dumps({"journal": str(there)}), "utf-8")
    return find_places(), note


def test_wiping_names_what_was_typed_before_the_file_got_another_name(
    capsys: pytest.CaptureFixture[str], renamed: tuple[Places, Entry], answer: Answer
) -> None:
    places, note = renamed
    answer("nee")
    out = run(capsys, "wissen", "--id", note.id)[1]
    assert "Wat je bij ‘Notitie’ nog typte en niet bewaarde, gaat mee weg." in out
    assert [each.text for each in Drafts.of(places).all()] == ["zilverwoord over mijn nota goudbij"]


def test_a_search_and_a_moving_house_know_it_too(
    capsys: pytest.CaptureFixture[str], renamed: tuple[Places, Entry], tmp_path: Path
) -> None:
    places, _ = renamed
    assert "Ze staan wel in wat half af is bij ‘Notitie’" in run(capsys, "zoek", "goudbij")[1]
    whole = ("exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", str(tmp_path / "heel.json"))
    out = run(capsys, *whole)[1]
    assert f"Wat half af is staat er niet in: ‘Notitie’. Maak dat eerst af, of neem de map ‘{places.drafts}’" in out


async def test_an_answer_begun_before_there_was_a_journal_waits_for_the_one_that_begins(places: Places) -> None:
    _an_editor_that_was_killed(places)
    async with running(places) as app:
        assert "Begin" in app.text
        await app.press("enter", "escape", "escape")
        assert "Er staat iets klaar, nog niet af, bij ‘Eigen vraag’" in app.words
    async with running(places) as app:
        assert "Er staat iets klaar, nog niet af, bij ‘Eigen vraag’" in app.words

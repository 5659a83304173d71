"""What an exercise made is of that exercise, whatever its words: who keeps back or wipes the one hears of the other."""

import io
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.journal import Entry, Journal, Kind, Mark
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

LEAVES = "Let op: hierin staan ook woorden van wat nooit mee mag: ‘Opening › Als-danplan’."


def plan(journal: Journal, pack: Pack, when: str, then: str, result_id: str = "plan") -> Entry:
    step = pack.step("als-danplan")
    assert isinstance(step, Exercise)
    work = begin(step, pack, journal)
    assert isinstance(work, Form)
    work = work.fill("als", when).fill("dan", then)
    return persistence.finish(journal, step, persistence.origin_of(pack, step), work, result_id)


def force_field(journal: Journal, pack: Pack, *lines: str, sitting: str = "veld") -> Entry:
    step = pack.step("krachtenveld")
    assert isinstance(step, Exercise)
    work = begin(step, pack, journal)
    assert isinstance(work, ItemList)
    for each in lines:
        work = work.add(each)
    return persistence.finish(journal, step, persistence.origin_of(pack, step), work, sitting)


def exported(capsys: pytest.CaptureFixture[str], target: Path, *words: str) -> str:
    code, out, err = run(capsys, "exporteer", "--alles", "--overschrijf", "--uitvoer", str(target), *words)
    assert code == 0, err
    return out + err


@pytest.mark.parametrize(("when", "then"), [("haast Condor", "Duif binnenkomt"), ("haast", "Duif")])
def test_an_export_warns_of_the_intention_of_a_plan_that_never_leaves(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path, when: str, then: str
) -> None:
    journal = Journal.open(places)
    result = plan(journal, pack, when, then)
    journal.mark(result.id, Mark.NEVER_LEAVE, True)
    (made,) = journal.newest_first(kinds={Kind.INTENTION})
    assert LEAVES in exported(capsys, tmp_path / "x.md")
    journal.change(made.id, "Iets heel anders.")
    assert LEAVES in exported(capsys, tmp_path / "x.md")
    journal.mark(made.id, Mark.NEVER_LEAVE, True)
    journal.add(Kind.NOTE, "los")
    assert "hierin staan" not in exported(capsys, tmp_path / "x.md")


@pytest.mark.parametrize("text", ["Met haast Condor de deur uit.", "Als haast, dan Condor."])
def test_short_words_are_found_in_a_piece_that_it_did_not_make(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path, text: str
) -> None:
    journal = Journal.open(places)
    two = text.startswith("Met")
    result = plan(journal, pack, *(("haast Condor", "Duif binnenkomt") if two else ("haast", "Condor")))
    journal.mark(result.id, Mark.NEVER_LEAVE, True)
    for each in journal.newest_first(kinds={Kind.INTENTION}):
        journal.mark(each.id, Mark.NEVER_LEAVE, True)
    journal.add(Kind.NOTE, text)
    said = exported(capsys, tmp_path / "x.md")
    assert "Let op: hierin staan ook woorden van wat nooit mee mag" in said and "Als-danplan" in said


def test_what_a_later_sitting_of_a_collection_made_is_of_that_collection(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    field = force_field(journal, pack, "Joke belt altijd terug")
    force_field(journal, pack, "het format van Zuid", sitting="later")
    journal.mark(field.id, Mark.NEVER_LEAVE, True)
    for each in journal.newest_first(kinds={Kind.CONDITION}):
        journal.change(each.id, f"anders {each.id[:2]}")
    said = exported(capsys, tmp_path / "x.md", "--soort", "voorwaarden")
    assert "woorden van wat nooit mee mag: ‘Vakmanschap › Krachtenveld’" in said


def test_another_sitting_made_its_own(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    hidden = plan(journal, pack, "haast Condor", "Duif binnenkomt", "eerste")
    for each in journal.newest_first(kinds={Kind.INTENTION}):
        journal.mark(each.id, Mark.NEVER_LEAVE, True)
    plan(journal, pack, "het vier uur is", "loop ik naar buiten", "tweede")
    journal.mark(hidden.id, Mark.NEVER_LEAVE, True)
    assert "hierin staan" not in exported(capsys, tmp_path / "x.md")


def test_wiping_names_what_it_made(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(places)
    result = plan(journal, pack, "haast Condor", "Duif binnenkomt")
    (made,) = journal.newest_first(kinds={Kind.INTENTION})
    journal.close()
    monkeypatch.setattr("sys.stdin", io.StringIO("wissen\n"))
    code, out, _ = run(capsys, "wissen", "--id", result.id)
    before = out.partition("om door te gaan")[0]
    assert code == 0
    assert "Hieruit kwam ook ‘Als haast Condor, dan Duif binnenkomt’ (voornemen). Dat stuk blijft staan" in before
    assert "achter --id" in before and f"[{made.id}]" in before

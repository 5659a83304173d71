"""``goedwerk inzicht``, and the export of pictures."""

from pathlib import Path

import lxml.html
import pytest
from support.command_line import run
from support.export_readers import read
from support.insight_year import Clock, live_a_year

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.persistence import draft_key, draft_of, finish, origin_of
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing.exchange import read_json
from goedwerk_tui.sharing.formats import Format


@pytest.fixture
def year(pack: Pack, places: Places) -> Journal:
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    live_a_year(pack, journal, clock)
    return journal


def test_which_pictures_there_are(year: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown, _ = run(capsys, "inzicht")
    assert code == 0
    lines = {line.split()[0]: line for line in shown.splitlines() if line}
    assert "Uit drie keer ‘Startfoto’: 12 januari, 14 april en 20 juli 2026." in lines["startfoto"]
    assert "nog te weinig: zet bij ‘Taakboetseren’ minstens twee dingen aan een kant." in lines["taakboetseren"]


@pytest.mark.parametrize("name", ["startfoto", "Startfoto", "start"])
def test_one_picture_in_words(year: Journal, capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, shown, _ = run(capsys, "inzicht", name)
    assert code == 0
    assert shown.startswith("Startfoto\nUit drie keer ‘Startfoto’")
    assert "terugvinden: 2, 3, 4" in shown


def test_too_little_and_no_such_picture(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown, _ = run(capsys, "inzicht", "ritme")
    assert code == 0
    assert "Nog te weinig om te zien." in shown
    for name, said in (("zonsondergang", "Er is geen beeld ‘zonsondergang’."), ("s", "Met ‘s’ beginnen ‘startfoto’, ")):
        code, _, wrong = run(capsys, "inzicht", name)
        assert code == 1
        assert said in wrong
    assert not home.exists()


@pytest.mark.parametrize("form", list(Format))
def test_every_form_says_the_same(
    year: Journal, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: Format
) -> None:
    target = tmp_path / f"inzicht.{form}"
    assert run(capsys, "exporteer", "--soort", "inzicht", "--alles", "--uitvoer", str(target))[0] == 0
    shown = " ".join(read(form, target.read_bytes()).replace("\\n", " ").split())
    for words in (
        "Uit drie keer ‘Startfoto’",
        "2, 3, 4",
        "er [b]nooit[/b] tijd was",
        "lag bij ‘doet mee’",
    ):
        assert words in shown, words


def test_the_drawing_has_a_dot_for_then_and_one_for_now(
    year: Journal, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "inzicht.html"
    words = ["exporteer", "--soort", "inzicht", "--beeld", "startfoto", "--alles", "--uitvoer", str(target)]
    assert run(capsys, *words)[0] == 0
    dots = lxml.html.fromstring(target.read_text()).xpath("//svg/circle")
    assert [each.get("class") for each in dots] == [
        "was", "mark", "was", "mark", "mark", "was", "mark",
    ]  # fmt: skip
    assert [float(each.get("cx")) for each in dots] == [35.0, 85.0, 110.0, 85.0, 60.0, 10.0, 35.0]
    assert "Een open rondje is de eerste keer" in target.read_text()
    assert run(capsys, *words[:-1], str(target.with_suffix(".txt")))[0] == 0
    assert "rondje" not in target.with_suffix(".txt").read_text()


def test_what_never_leaves_is_in_no_picture(year: Journal, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    hidden = [each for each in year.newest_first() if each.text in ("Els leest mee", "Ik bel nu zelf.")]
    hidden += [each for each in year.newest_first() if each.id.startswith("startfoto-opnieuw")]
    for each in hidden:
        year.mark(each.id, Mark.NEVER_LEAVE, True)
    target = tmp_path / "inzicht.txt"
    assert run(capsys, "exporteer", "--soort", "inzicht", "--alles", "--uitvoer", str(target))[0] == 0
    shown = target.read_text()
    assert "Uit twee keer ‘Startfoto’" in shown
    assert "een vrije ochtend" in shown
    for words in ("Els", "Ik bel nu", "vrijdag vrij houd"):
        assert words not in shown


def test_once_more_is_the_same_picture(year: Journal, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "beeld.txt"
    words = ["exporteer", "--soort", "inzicht", "--beeld", "krachtenveld", "--alles", "--uitvoer", str(target)]
    assert run(capsys, *words)[0] == 0
    first = target.read_text()
    assert "Startfoto" not in first
    again = tmp_path / "nog een keer.txt"
    assert run(capsys, "exporteer", "--herhaal", "--alles", "--uitvoer", str(again))[0] == 0
    assert again.read_text() == first


def test_nothing_to_draw_writes_no_file(
    places: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path, year: Journal
) -> None:
    target = tmp_path / "beeld.txt"
    for name, said in (
        ("ruimte", "‘goedwerk inzicht’ zegt wat er nodig is"),
        ("zonsondergang", "Er is geen beeld ‘zonsondergang’"),
        ("w", "Met ‘w’ beginnen ‘waardensortering’, ‘waarden-beloond’ en ‘woorden’"),
    ):
        words = ["exporteer", "--soort", "inzicht", "--beeld", name, "--alles", "--uitvoer", str(target)]
        code, _, wrong = run(capsys, *words)
        assert (code, said in wrong) == (1, True), wrong
    code, _, wrong = run(capsys, "exporteer", "--soort", "visie", "--beeld", "ritme", "--uitvoer", str(target))
    assert (code, "hoort bij --soort inzicht" in wrong) == (1, True)
    assert not target.exists()


def test_an_export_in_json_can_be_read_back(year: Journal, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "inzicht.json"
    assert run(capsys, "exporteer", "--soort", "inzicht", "--alles", "--uitvoer", str(target))[0] == 0
    document = read_json(target)
    assert [each.title for each in document.sections][:2] == ["Startfoto", "Contextkaart"]
    drawing = document.pieces[0].picture
    assert drawing is not None
    assert [(mark.was, mark.at) for mark in drawing.lanes[0].marks] == [(2, 4), (5, 4), (0, 3)]


def test_the_overviews_that_grow_are_read_as_texts(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nog niets over geschreven" in run(capsys, "inzicht", "visie")[1]
    journal = Journal.open(places)
    journal.add(Kind.CONDITION, "de lijn op donderdag", data={"side": "hinders", "weight": "3"})
    journal.add(Kind.VISION, "Wij helpen wie belt.")
    journal.close()
    code, shown, _ = run(capsys, "inzicht", "voorwaarden")
    assert (code, "belemmert\n- de lijn op donderdag (weegt zwaar)" in shown) == (0, True)
    assert run(capsys, "inzicht", "Visie")[1] == "Wij helpen wie belt.\n"


def test_a_vision_that_was_begun_is_said_to_be_none_yet(
    pack: Pack, places: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    journal = Journal.open(places)
    step = pack.step("mijn-visie-begin")
    assert isinstance(step, Exercise)
    work = begin(step, pack, journal)
    assert isinstance(work, Composition)
    work = work.write("voor-wie", "Voor wie belt.")
    finish(journal, step, origin_of(pack, step), work, "visie")
    journal.close()
    told = "‘Een halve bladzijde visie’ schreef is nog geen visie: het deel ‘Mijn visie, voor nu’ is daar nog leeg."
    assert run(capsys, "inzicht", "visie")[1].strip() == f"Wat je in {told}"
    code, _, err = run(capsys, "exporteer", "--soort", "visie", "--alles", "--uitvoer", str(tmp_path / "x.md"))
    assert code == 1 and told in err and "afrondt" not in err


def test_a_vision_that_is_half_done_or_thrown_away_is_said_to_be_so(
    pack: Pack, places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal.open(places)
    step = pack.step("mijn-visie")
    assert isinstance(step, Exercise)
    work = begin(step, pack, journal)
    assert isinstance(work, Composition)
    draft = draft_of(work.write("waartoe", "Voor wie belt."), origin_of(pack, step), draft_key(step), None)
    Drafts.of(places).put(draft)
    journal.trash(journal.add(Kind.VISION, "Om te helpen.").id)
    journal.close()
    told = run(capsys, "inzicht", "visie")[1]
    assert "Mijn visie op goed ambtelijk werk’: op Thuis ga je daarmee verder." in told
    assert "ligt in de prullenbak, in je dagboek." in told

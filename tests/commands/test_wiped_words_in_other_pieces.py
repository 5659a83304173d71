"""What was wiped on one machine stays in what else holds its words: whatever brings the two together says where."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.guidance.reminders.own_prompts import prompt_of
from goedwerk_tui.guidance.reminders.rhythm import origin_of
from goedwerk_tui.guidance.wiping_messages import where_gone_words_stay
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.maintenance import look_again
from goedwerk_tui.programme import Pack

_QUESTION = "Waarom zwijg ik als Klaarhamer praat?"
_REASON = "omdat Klaarhamer dan weer belt"
_ANSWER = "Dezelfde woorden staan ook in ‘Tussendoor › Vraag van de week’"
_CARD = "Dezelfde woorden staan ook in ‘Verantwoordelijkheid › Spanningenkaart’"
_STAYS = "Dat stuk blijft staan tot je het ook wist."
_DOORS = ["samenvoegen", "importeer", "a copy"]


@pytest.fixture
def there(tmp_path: Path) -> Places:
    """The journal on another machine, which does not know what this one remembers."""
    folder = tmp_path / "ander"
    folder.mkdir()
    return find_places(folder / "dagboek.json")


def _bring(capsys: pytest.CaptureFixture[str], here: Places, there: Places, door: str) -> str:
    """Bring what stands there to here, and return what was said."""
    own = ["--journal", str(here.journal)]
    match door:
        case "samenvoegen":
            return run(capsys, "samenvoegen", str(there.journal), *own)[1]
        case "importeer":
            export = there.journal.with_name("heel.json")
            whole = ["exporteer", "--soort", "dagboek", "--formaat", "json", "--journal", str(there.journal)]
            assert run(capsys, *whole, "--uitvoer", str(export))[0] == 0
            return run(capsys, "importeer", str(export), *own)[1]
        case _:
            shutil.copy(there.journal, here.journal.with_name("dagboek-PC.json"))
            return run(capsys, "zoek", "niets")[2]


@pytest.mark.parametrize("door", _DOORS)
def test_an_answer_that_comes_in_under_a_question_that_was_wiped_here(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, pack: Pack, door: str
) -> None:
    journal = Journal.open(places)
    prompt = journal.add(Kind.PROMPT, _QUESTION)
    journal.add(Kind.NOTE, "blijft")
    shutil.copy(places.journal, there.journal)
    Journal.open(there).add(Kind.ANSWER, "om de koffie", origin=origin_of(prompt_of(prompt), pack))
    wipe(Journal.open(places), [prompt.id])
    said = _bring(capsys, places, there, door)
    assert _ANSWER in said and _STAYS in said
    assert "Klaarhamer" not in said


@pytest.mark.parametrize("door", _DOORS)
def test_an_answer_that_stays_under_a_question_that_was_wiped_there(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, pack: Pack, door: str
) -> None:
    journal = Journal.open(places)
    prompt = journal.add(Kind.PROMPT, _QUESTION)
    journal.add(Kind.ANSWER, "om de koffie", origin=origin_of(prompt_of(prompt), pack))
    shutil.copy(places.journal, there.journal)
    wipe(Journal.open(there), [prompt.id])
    said = _bring(capsys, places, there, door)
    assert _ANSWER in said and _STAYS in said


@pytest.mark.parametrize("door", _DOORS)
def test_a_card_that_holds_a_reason_that_was_wiped_here(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, door: str
) -> None:
    journal = Journal.open(places)
    choice = journal.add(Kind.CHOICE, _REASON, data={"option": "bel", "option_text": "Je belt eerst."})
    shutil.copy(places.journal, there.journal)
    item = {"id": "x.y", "text": "De brug", "low": "een", "high": "ander", "at": 2, "about": f"Je belt. – {_REASON}"}
    data = {"exercise": "scale", "points": 5, "items": [item]}
    step = ("verantwoordelijkheid", "spanningenkaart", "opdracht")
    origin = Origin("goed-werk", *step, "Verantwoordelijkheid", "Spanningenkaart")
    Journal.open(there).add(Kind.EXERCISE, "- De brug\n  een ·●··· ander", origin=origin, data=data)
    wipe(Journal.open(places), [choice.id])
    said = _bring(capsys, places, there, door)
    assert _CARD in said and _STAYS in said


@pytest.mark.parametrize("door", _DOORS)
def test_what_nobody_saw_who_wiped_is_no_other_piece(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, door: str
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "blijft")
    note = journal.add(Kind.NOTE, "alfa geheimwoord bravo")
    shutil.copy(places.journal, there.journal)
    journal.change(note.id, "alfa geheimwoord bravo omegawoord laptop")
    wipe(Journal.open(there), [note.id])
    said = _bring(capsys, places, there, door)
    assert {each.text for each in Journal.open(places).newest_first()} == {"omegawoord laptop", "blijft"}
    assert "Dezelfde woorden" not in said


def test_a_copy_that_is_found_at_a_wiping_says_it_too(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, pack: Pack, answer: Callable[[str], None]
) -> None:
    journal = Journal.open(places)
    prompt = journal.add(Kind.PROMPT, _QUESTION)
    shutil.copy(places.journal, there.journal)
    Journal.open(there).add(Kind.ANSWER, "om de koffie", origin=origin_of(prompt_of(prompt), pack))
    shutil.copy(there.journal, places.journal.with_name("dagboek-PC.json"))
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", prompt.id)
    assert code == 0 and _ANSWER in out.partition("Gewist")[2]


@pytest.mark.parametrize("wiped", ["here", "there"])
def test_a_file_that_takes_the_place_of_this_one_says_it_too(
    places: Places, there: Places, pack: Pack, wiped: str
) -> None:
    prompt = Journal.open(places).add(Kind.PROMPT, _QUESTION)
    shutil.copy(places.journal, there.journal)
    answers, wipes = (there, places) if wiped == "here" else (places, there)
    Journal.open(answers).add(Kind.ANSWER, "om de koffie", origin=origin_of(prompt_of(prompt), pack))
    open_here = Journal.open(places)
    wipe(Journal.open(wipes), [prompt.id])
    open_here.refresh()
    look_again(open_here)
    shutil.copy(there.journal, places.journal)
    look_again(open_here)
    assert _ANSWER in where_gone_words_stay(open_here)


@pytest.mark.parametrize("first", ["zoek", "samenvoegen", "importeer", "noteer", "wissen"])
def test_a_file_of_before_that_was_put_back_while_the_program_was_closed_says_it_too(
    capsys: pytest.CaptureFixture[str],
    places: Places,
    there: Places,
    pack: Pack,
    answer: Callable[[str], None],
    first: str,
) -> None:
    journal = Journal.open(places)
    other = journal.add(Kind.NOTE, "iets anders")
    older = there.with_journal(there.journal.with_name("ouder.json"))
    shutil.copy(places.journal, older.journal)
    prompt = journal.add(Kind.PROMPT, _QUESTION)
    shutil.copy(places.journal, there.journal)
    Journal.open(there).add(Kind.ANSWER, "om de koffie", origin=origin_of(prompt_of(prompt), pack))
    wipe(Journal.open(places), [prompt.id])
    shutil.copy(there.journal, places.journal)
    match first:
        case "samenvoegen" | "importeer":
            said = _bring(capsys, places, older, first)
        case "wissen":
            answer("wissen")
            said = run(capsys, "wissen", "--id", other.id)[1].partition("Gewist")[2]
        case _:
            if first == "noteer":
                run(capsys, "noteer", "los")
            said = run(capsys, "zoek", "niets")[2]
    assert _ANSWER in said
    assert "Dezelfde woorden" not in "".join(map(str, run(capsys, "zoek", "niets")))

"""An answer leaves without the words of a question of one's own that stays here, in every form and by every way."""

import io
import sys
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import crossed
from support.export_readers import read, squeezed

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.guidance.reminders.own_prompts import prompt_of
from goedwerk_tui.guidance.reminders.rhythm import origin_of
from goedwerk_tui.journal import Entry, Journal, Kind, Mark
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.formats import Format

_QUESTION = "Waarom zwijg ik als Klaarhamer praat?"


def _asked(journal: Journal, pack: Pack, question: str = _QUESTION, answer: str = "om de koffie") -> Entry:
    """Return a question of one's own, once it was answered and the answer was marked to bring."""
    prompt = journal.add(Kind.PROMPT, question)
    told = journal.add(Kind.ANSWER, answer, origin=origin_of(prompt_of(prompt), pack))
    journal.mark(told.id, Mark.BRING, True)
    return prompt


def _contents(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> str:
    path.unlink(missing_ok=True)
    code, _, said = run(capsys, "exporteer", "--uitvoer", str(path), *words)
    assert code == 0, said
    return squeezed(read(Format(path.suffix[1:]), path.read_bytes()))


@pytest.mark.parametrize(("kind", "format"), crossed(["keuze", "bijeenkomst", "dagboek", "uitnodiging"], [*Format]))
def test_in_every_form(
    format: Format, kind: str, places: Places, pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal.open(places)
    other = _asked(journal, pack, "Wat zou ik mijn kind vertellen?", "over de brug")
    journal.mark(other.id, Mark.BRING, True)
    prompt = _asked(journal, pack)
    path = tmp_path / f"uit.{format}"
    for marked in (False, True):
        journal.mark(prompt.id, Mark.NEVER_LEAVE, marked)
        shown = _contents(capsys, path, "--soort", kind)
        assert "Klaarhamer" not in shown and "omdekoffie" in shown and "Eeneigenvraag" in shown
        assert "mijnkindvertellen" in shown
        assert b"Klaarhamer" not in path.read_bytes()
    assert "Klaarhamer" not in _contents(capsys, path, "--soort", kind, "--alles")
    journal.mark(prompt.id, Mark.NEVER_LEAVE, False)
    journal.mark(prompt.id, Mark.BRING, True)
    assert _contents(capsys, path, "--soort", kind).count("Klaarhamer") == 2


@pytest.mark.parametrize("fate", ["reworded", "thrown away", "wiped", "elsewhere"])
def test_whatever_became_of_the_question(
    fate: str,
    places: Places,
    pack: Pack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    journal = Journal.open(places)
    prompt = _asked(journal, pack)
    journal.mark(prompt.id, Mark.BRING, True)
    match fate:
        case "reworded":
            # It leaves in the words that it has now, and in no others.
            journal.change(prompt.id, "Waarom zwijg ik?")
        case "thrown away":
            journal.trash(prompt.id)
        case "wiped":
            monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
            assert run(capsys, "wissen", "--id", prompt.id)[0] == 0
        case _:
            # Only its answer is in this journal.
            answer = next(each for each in journal.newest_first() if each.kind is Kind.ANSWER)
            other = Journal.open(find_places(tmp_path / "ander.json"))
            other.mark(other.add(Kind.ANSWER, "om de koffie", origin=answer.origin).id, Mark.BRING, True)
            places = other.places or places
    shown = _contents(capsys, tmp_path / "uit.md", "--journal", str(places.journal))
    assert "Klaarhamer" not in shown and "omdekoffie" in shown


def test_an_answer_to_earlier_words_of_a_question_that_leaves_says_so(
    places: Places, pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal.open(places)
    prompt = _asked(journal, pack)
    path = tmp_path / "uit.md"
    _, out, err = run(capsys, "exporteer", "--uitvoer", str(path))
    assert "die vraag neem je zelf niet mee" in out + err
    journal.mark(prompt.id, Mark.BRING, True)
    journal.change(prompt.id, "Waarom zwijg ik?")
    _, out, err = run(capsys, "exporteer", "--uitvoer", str(path), "--overschrijf")
    assert "niet mee" in out + err and "die vraag neem je zelf niet mee" not in out + err
    assert "je vraag luidde toen anders dan nu" in out + err
    shown = path.read_text("utf-8")
    assert "Waarom zwijg ik?" in shown and "Klaarhamer" not in shown


def test_repeated_bundled_and_logged(
    places: Places, pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{number}.json" for number in range(4)]
    for number, path in enumerate(files):
        journal = Journal.open(find_places(tmp_path / f"dagboek-{number}.json"))
        prompt = _asked(journal, pack, f"{_QUESTION} {number}", f"om de koffie {number}")
        journal.mark(prompt.id, Mark.NEVER_LEAVE, True)
        _contents(capsys, path, "--journal", str(tmp_path / f"dagboek-{number}.json"))
    beside = tmp_path / "naast.md"
    code, told, said = run(capsys, "bundel", *map(str, files), "--ook-alleen", "--uitvoer", str(beside))
    assert code == 0 and "Klaarhamer" not in told + said
    assert "Klaarhamer" not in beside.read_text("utf-8") and "om de koffie 3" in beside.read_text("utf-8")

    journal = Journal.open(places)
    prompt = _asked(journal, pack)
    journal.mark(prompt.id, Mark.BRING, True)
    path = tmp_path / "uit.md"
    assert "Klaarhamer" in _contents(capsys, path)
    journal.mark(prompt.id, Mark.NEVER_LEAVE, True)
    assert run(capsys, "exporteer", "--herhaal", "--overschrijf")[0] == 0
    assert "Klaarhamer" not in path.read_text("utf-8")
    assert "Klaarhamer" not in run(capsys, "exporteer", "--kijk-na")[1]
    logged = [each for each in Journal.open(places).newest_first() if each.kind is Kind.LOG]
    assert logged and not any("Klaarhamer" in each.text for each in logged)

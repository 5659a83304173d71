"""``goedwerk vraag`` and ``goedwerk herinner``."""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, write_settings
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.guidance.reminders.rhythm import STEP
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_files import EditorFile
from goedwerk_tui.journal.editor_pages import take_up_pages
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

pytestmark = pytest.mark.dated

TUESDAY = datetime(2026, 11, 24, 10, tzinfo=UTC)


class Typing(io.TextIOWrapper):
    """Standard input with something in it; a terminal if it says so."""

    def __init__(self, text: str, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture(autouse=True)
def a_tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY):
        yield


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor at a terminal: a script that does with the page what is written after its first line."""
    script = tmp_path / "mijn editor.py"
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    monkeypatch.setattr(sys, "stdin", Typing("", terminal=True))
    return script


PAGE = "import sys, pathlib; page = pathlib.Path(sys.argv[1]); text = page.read_text('utf-8')\n"


def pages(places: Places) -> list[Path]:
    return list((places.state / "antwoorden").rglob("antwoord.md"))


def answers(places: Places) -> tuple[Entry, ...]:
    return Journal.open(places, read_only=True).newest_first(step=STEP)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_question_is_answered_once(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    assert run(capsys, "herinner") == (0, "Goed Werk: er wacht deze week een vraag op je (goedwerk vraag).\n", "")
    monkeypatch.setattr(sys, "stdin", Typing("Toen het [stil] bleef.\n\nEn daarna.\n"))
    code, out, _ = run(capsys, "vraag")
    assert code == 0
    (kept,) = answers(places)
    assert kept.text == "Toen het [stil] bleef.\n\nEn daarna."
    assert kept.origin
    assert " ".join(out.split()).startswith(kept.origin.words)
    hint = next(each.hint for each in pack.prompts() if each.id == kept.origin.item)
    assert hint in " ".join(out.split())
    assert run(capsys, "herinner") == (0, "", "")
    assert "geen vraag meer" in run(capsys, "vraag")[1]
    assert len(answers(places)) == 1


def test_a_question_of_ones_own_comes_first(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Journal.open(places).add(Kind.PROMPT, "Waarom zei [Ank] niets?")
    monkeypatch.setattr(sys, "stdin", Typing("Ze was er niet.\n"))
    assert run(capsys, "vraag")[1].startswith("Waarom zei [Ank] niets?\n")
    (kept,) = answers(places)
    assert kept.origin
    assert (kept.text, kept.origin.words) == ("Ze was er niet.", own.text)
    with time_machine.travel(TUESDAY + timedelta(weeks=1)):
        assert "Ank" not in run(capsys, "vraag")[1]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (datetime(2026, 11, 25, 9, tzinfo=UTC), ""),
        (datetime(2026, 11, 26, 9, tzinfo=UTC), "weekverslag: drie vragen over deze week (goedwerk, en dan l)"),
        (
            datetime(2026, 12, 1, 9, tzinfo=UTC),
            "terugkijken op november: wat je schreef, en één vraag (goedwerk, en dan k)",
        ),
        (datetime(2026, 12, 15, 9, tzinfo=UTC), ""),
        (
            datetime(2027, 2, 22, 9, tzinfo=UTC),
            "‘Startfoto’ kan nog een keer, na die van 22 nov 2026 (goedwerk, en dan s)",
        ),
    ],
)
def test_one_line_names_what_is_due(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, day: datetime, expected: str
) -> None:
    """Somebody wrote twice in November and made the picture of the start; the question of the week is put off."""
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        journal = Journal.open(places)
        step = pack.step("startfoto")
        assert isinstance(step, Exercise)
        persistence.finish(journal, step, persistence.origin_of(pack, step), begin(step, pack, journal), "foto")
        for text in ("een", "twee"):
            journal.add(Kind.NOTE, text)
    with time_machine.travel(day):
        rhythm.put_off(Journal.open(places), day.date(), rhythm.Every.WEEK)
        assert run(capsys, "herinner") == (0, f"Goed Werk: {expected}.\n" if expected else "", "")
        write_settings(places.settings, Settings(rhythm="uit"))
        assert run(capsys, "herinner") == (0, "", "")


def test_an_empty_answer_leaves_nothing(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typing(" \n\n"))
    code, out, _ = run(capsys, "vraag")
    assert code == 0
    assert "niets bewaard" in out
    assert not home.exists()


def test_nothing_is_said_before_the_start_or_when_it_is_off(
    capsys: pytest.CaptureFixture[str], places: Places, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typing(""))
    assert run(capsys, "herinner") == (0, "", "")
    assert not home.exists()
    Journal.open(places).add(Kind.NOTE, "begonnen")
    write_settings(places.settings, Settings(rhythm="uit"))
    assert run(capsys, "herinner") == (0, "", "")
    assert "staat uit" in run(capsys, "vraag")[1]


@pytest.mark.parametrize(
    ("does", "kept"),
    [
        ("page.write_text('Dit # dus\\n' + text, 'utf-8')", "Dit # dus"),
        ("page.write_text(text + 'Eronder', 'utf-8')", "Eronder"),
        ("page.write_text('Boven' + text + 'onder', 'utf-8')", "Boven\n\nonder"),
        ("page.write_bytes(b'Alleen dit \\xe9\\xe9n\\r\\n')", "Alleen dit één"),
    ],
)
def test_it_is_answered_in_an_editor(
    capsys: pytest.CaptureFixture[str], places: Places, editor: Path, does: str, kept: str
) -> None:
    editor.write_text(PAGE + does, "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert [each.text for each in answers(places)] == [kept]
    assert pages(places) == []


@pytest.mark.parametrize("does", ["import time; time.sleep(1.1)", "page.unlink()", "sys.exit(1)"])
def test_a_page_left_alone_leaves_nothing(
    capsys: pytest.CaptureFixture[str], home: Path, editor: Path, does: str
) -> None:
    editor.write_text(PAGE + does, "utf-8")
    code, _, err = run(capsys, "vraag")
    assert (code, "stopte met een fout" in err) == ((1, True) if "exit" in does else (0, False))
    assert [each for each in home.rglob("*") if each.is_file()] == []


def test_an_answer_that_can_not_be_kept_stays_where_it_was_written(
    capsys: pytest.CaptureFixture[str], home: Path, places: Places, editor: Path
) -> None:
    home.mkdir()
    (home / "inbox").write_text("hier kan geen map komen")
    (home / "concepten").write_text("hier ook niet")
    editor.write_text(PAGE + "page.write_text('niet kwijt' + text, 'utf-8')", "utf-8")
    code, out, err = run(capsys, "vraag")
    assert code == 1
    assert "niet kwijt" in out
    (page,) = pages(places)
    assert str(page) in err
    assert page.read_text("utf-8").startswith("niet kwijt")


@pytest.mark.parametrize("ends", ["sys.exit(1)", "import os; os.kill(os.getpid(), 9)"])
def test_what_stood_in_an_editor_that_was_killed_is_offered_back(
    capsys: pytest.CaptureFixture[str], places: Places, editor: Path, ends: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    editor.write_text(PAGE + f"page.write_text('half klaar' + text, 'utf-8'); {ends}", "utf-8")
    code, _, err = run(capsys, "vraag")
    assert code == 1
    assert "bewaard als concept" in err
    assert answers(places) == ()
    (draft,) = Drafts(places.drafts).all()
    assert draft.text == "half klaar"
    editor.write_text(PAGE + "assert text.startswith('half klaar'); page.write_text('heel' + text, 'utf-8')", "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert [each.text for each in answers(places)] == ["heelhalf klaar"]
    assert Drafts(places.drafts).all() == ()
    assert pages(places) == []


def test_an_editor_that_is_not_there(
    capsys: pytest.CaptureFixture[str], places: Places, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "bestaat-echt-niet")
    code, _, err = run(capsys, "vraag")
    assert code == 1
    assert "‘bestaat-echt-niet’ kon niet starten" in err
    assert pages(places) == []


@pytest.mark.parametrize("writes", ["", "page.write_text('uit de editor\\n' + text, 'utf-8')\n"])
@pytest.mark.parametrize("fails", [False, True])
def test_a_draft_that_never_leaves_is_not_laid_in_an_editor_and_stays_so(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, editor: Path, writes: str, fails: bool
) -> None:
    editor.write_text(f"{PAGE}{writes}sys.exit({int(fails)})", "utf-8")
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "iets anders")
    prompt = rhythm.question_now(pack.prompts(), pack.programme, journal, TUESDAY.date(), rhythm.Every.WEEK)
    assert prompt is not None
    origin = rhythm.origin_of(prompt, pack)
    draft = Draft(
        key=f"{origin.step}/{origin.item}",
        text="nooit weg",
        origin=origin,
        kind=Kind.ANSWER,
        at=TUESDAY,
        never_leaves=True,
    )
    Drafts.of(places).put(draft)
    main(["vraag"])
    assert "Er staat nog een begin van een antwoord klaar" in capsys.readouterr().out
    assert not any("nooit weg" in each.read_text("utf-8") for each in places.inbox.glob("*.json"))
    (kept,) = Drafts.of(places).all()
    assert kept.never_leaves and "nooit weg" in kept.text
    assert ("uit de editor" in kept.text) == bool(writes and fails)
    assert any(places.inbox.glob("*.json")) == bool(writes and not fails)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("regel een", "regel een\nregel twee", "regel een\nregel twee"),
        ("regel een\nregel drie", "regel een\nregel twee", "regel een\nregel drie\n\nregel twee"),
        ("regel een", "iets anders", "regel een\n\niets anders"),
        ("regel een", "regel een", "regel een"),
    ],
)
def test_two_editors_that_were_killed_leave_each_line_once(
    places: Places, pack: Pack, first: str, second: str, kept: str
) -> None:
    origin = rhythm.origin_of(pack.prompts()[0], pack)
    for text in (first, second):
        page = EditorFile.begin(places, origin, "Wat?", text)
        del page
        take_up_pages(places)
    assert [each.text for each in Drafts.of(places).all()] == [kept]

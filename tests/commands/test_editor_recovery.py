"""What a person's own editor leaves beside an answer when it did not end well."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import HOME_VARIABLE, Places, find_places
from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_files import EditorFile, draft_key
from goedwerk_tui.journal.editor_pages import take_up_pages
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.programme import Pack

PAGE = "import os, pathlib, sys\npage = pathlib.Path(sys.argv[-1])\ntext = page.read_text('utf-8')\n"
LEAVES = "page.with_name('.antwoord.md.swp').write_text('WOLF alleen hier')\n"
ENDS = ["sys.exit(1)", "os.kill(os.getpid(), 9)"]


@pytest.fixture
def journal(places: Places) -> Journal:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begonnen")
    return journal


def left(places: Places) -> list[Path]:
    return sorted(places.state.rglob(".antwoord.md.swp"))


@pytest.mark.parametrize("writes", ["", "page.write_text('half' + text, 'utf-8')\n"])
@pytest.mark.parametrize("ends", ENDS)
async def test_a_recovery_file_stays_and_is_named_then_and_once_more(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path, ends: str, writes: str
) -> None:
    editor.write_text(PAGE + writes + LEAVES + ends, "utf-8")
    code, _, err = run(capsys, "vraag")
    (recovery,) = left(places)
    assert code == 1 and str(recovery) in err and "vim -r" in err
    assert recovery.read_text() == "WOLF alleen hier"
    async with running(places) as app:
        assert recovery.name in app.said
    async with running(places) as app:
        assert recovery.name not in app.said
    assert left(places) == [recovery]
    assert [each.text for each in Drafts.of(places).all()] == (["half"] if writes else [])


def test_it_is_named_at_the_next_question_when_the_command_was_killed(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, journal: Journal, editor: Path
) -> None:
    page = EditorFile.begin(places, rhythm.origin_of(pack.prompts()[0], pack), "Wat?", "half")
    page.path.with_name(".antwoord.md.swp").write_text("WOLF alleen hier")
    del page
    editor.write_text(PAGE + "page.write_text('heel' + text, 'utf-8')", "utf-8")
    code, out, _ = run(capsys, "vraag")
    (recovery,) = left(places)
    assert code == 0 and str(recovery) in out
    assert str(recovery) not in run(capsys, "vraag")[1]


def test_what_is_read_back_on_the_page_is_gone_on_with(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    editor.write_text(PAGE + "page.write_text('half' + text, 'utf-8')\n" + LEAVES + ENDS[0], "utf-8")
    run(capsys, "vraag")
    (recovery,) = left(places)
    page = recovery.with_name("antwoord.md")
    page.write_text(page.read_text("utf-8").replace("half", "half en WOLF", 1), "utf-8")
    recovery.unlink()
    editor.write_text(PAGE + "assert 'half en WOLF' in text; page.write_text('heel ' + text, 'utf-8')", "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert not page.exists() and Drafts.of(places).all() == ()


def test_after_an_answer_that_was_kept_nothing_stays(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    ends_well = "page.write_text('heel' + text, 'utf-8'); page.with_name('antwoord.md~').write_text(text)"
    editor.write_text(PAGE + ends_well, "utf-8")
    assert run(capsys, "vraag")[0] == 0
    assert list(places.state.rglob("antwoord*")) == []


def test_wiping_everything_takes_it_along(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    places: Places,
    journal: Journal,
    editor: Path,
) -> None:
    editor.write_text(PAGE + LEAVES + ENDS[0], "utf-8")
    run(capsys, "vraag")
    assert left(places)
    answer("alles wissen")
    assert run(capsys, "wissen")[0] == 0
    assert left(places) == []


def answered(capsys: pytest.CaptureFixture[str], places: Places, editor: Path) -> tuple[Entry, Path]:
    """Answer a question of which the editor did not end well first; returns the answer and the page that stays."""
    editor.write_text(PAGE + "page.write_text('halfwoord' + text, 'utf-8')\n" + LEAVES + ENDS[0], "utf-8")
    run(capsys, "vraag")
    editor.write_text(PAGE + "page.write_text('heel ' + text, 'utf-8')", "utf-8")
    assert run(capsys, "vraag")[0] == 0
    journal = Journal.open(places)
    take_care(journal)
    (answer,) = journal.newest_first(kinds=[Kind.ANSWER])
    (recovery,) = left(places)
    page = recovery.with_name("antwoord.md")
    assert "halfwoord" in answer.text and "halfwoord" in page.read_text("utf-8")
    return answer, page


def files_with(places: Places, words: bytes) -> list[Path]:
    files = (each for each in places.journal.parent.rglob("*") if each.is_file())
    return [each for each in files if words in each.read_bytes()]


def draft_of(answer: Entry, text: str) -> Draft:
    assert answer.origin is not None
    return Draft(key=draft_key(answer.origin), text=text, origin=answer.origin, kind=Kind.ANSWER, at=answer.created)


def test_wiping_the_answer_takes_the_page_and_names_what_the_editor_left(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    places: Places,
    journal: Journal,
    editor: Path,
) -> None:
    kept, page = answered(capsys, places, editor)
    (recovery,) = left(places)
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", kept.id)
    assert code == 0 and str(recovery) in out
    assert not page.exists() and recovery.read_text() == "WOLF alleen hier"
    assert files_with(places, b"halfwoord") == []
    page.write_text("WOLF alleen hier", "utf-8")
    take_up_pages(places)
    assert [each.text for each in Drafts.of(places).all()] == ["WOLF alleen hier"]


def test_an_answer_that_another_home_wiped_takes_the_page_when_it_is_merged(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, places: Places, journal: Journal, editor: Path
) -> None:
    answer, page = answered(capsys, places, editor)
    there = find_places(environment={HOME_VARIABLE: str(tmp_path / "ander")})
    there.journal.parent.mkdir()
    shutil.copy(places.journal, there.journal)
    wipe(Journal.open(there), [answer.id])
    assert run(capsys, "samenvoegen", str(there.journal))[0] == 0
    assert not page.exists() and left(places)
    assert files_with(places, b"halfwoord") == []


@pytest.mark.parametrize("stands", ["a draft", "an answer"])
def test_wiping_the_answer_takes_the_page_also_where_something_newer_to_that_question_stands(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path, stands: str
) -> None:
    answer, page = answered(capsys, places, editor)
    again = Journal.open(places)
    if stands == "a draft":
        Drafts.of(places).put(draft_of(answer, "iets nieuws"))
    else:
        again.add(Kind.ANSWER, "iets nieuws", origin=answer.origin)
    wipe(again, [answer.id])
    assert not page.exists() and files_with(places, b"halfwoord") == []


@pytest.mark.parametrize("stands", ["a draft", "an answer"])
def test_wiping_an_older_answer_leaves_the_page_of_what_stands(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path, stands: str
) -> None:
    answer, page = answered(capsys, places, editor)
    again = Journal.open(places)
    older = again.add(Kind.ANSWER, "van eerder", origin=answer.origin)
    if stands == "a draft":
        Drafts.of(places).put(draft_of(answer, "halfwoord en verder"))
        wipe(again, [older.id, answer.id])
    else:
        again.change(answer.id, "heel anders")
        wipe(again, [older.id])
    assert "halfwoord" in page.read_text("utf-8")


def test_what_the_editor_left_is_named_at_the_wiping_that_takes_the_page_alone(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    answer, _ = answered(capsys, places, editor)
    again = Journal.open(places)
    assert wipe(again, [answer.id]).beside_pages == tuple(left(places))
    newer = again.add(Kind.ANSWER, "iets nieuws", origin=answer.origin)
    assert wipe(again, [newer.id]).beside_pages == ()


def own_question_asked(
    capsys: pytest.CaptureFixture[str], places: Places, editor: Path, writes: str
) -> tuple[Entry, Path]:
    """Let the editor fall over at a question of one's own; returns the question and the recovery file."""
    asked = Journal.open(places).add(Kind.PROMPT, "Waarom zwijg ik als Klaarhamer praat?")
    editor.write_text(PAGE + "assert 'Klaarhamer' in text\n" + writes + LEAVES + ENDS[0], "utf-8")
    assert run(capsys, "vraag")[0] == 1
    (recovery,) = left(places)
    return asked, recovery


@pytest.mark.parametrize("writes", ["", "page.write_text('half' + text, 'utf-8')\n"])
def test_wiping_an_own_question_takes_its_words_off_the_page_and_names_what_the_editor_left(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    places: Places,
    journal: Journal,
    editor: Path,
    writes: str,
) -> None:
    asked, recovery = own_question_asked(capsys, places, editor, writes)
    page = recovery.with_name("antwoord.md")
    whole = page.read_text("utf-8")
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", asked.id)
    assert code == 0 and str(recovery) in out.partition("Gewist")[2]
    assert ("houdt deze woorden ook vast" in out) is bool(writes)
    held = [each for each in files_with(places, b"Klaarhamer") if each.parent != places.drafts]
    assert held == [] and recovery.read_text() == "WOLF alleen hier"
    assert page.exists() is bool(writes)
    take_care(Journal.open(places))
    assert [each.text for each in Drafts.of(places).all()] == (["half"] if writes else [])
    page.write_text(f"WOLF{whole}", "utf-8")
    take_up_pages(places)
    assert [each.text for each in Drafts.of(places).all()][-1].endswith("WOLFhalf" if writes else "WOLF")


def test_an_own_question_that_another_home_wiped_leaves_the_page_when_it_is_merged(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, places: Places, journal: Journal, editor: Path
) -> None:
    asked, recovery = own_question_asked(capsys, places, editor, "")
    there = find_places(environment={HOME_VARIABLE: str(tmp_path / "ander")})
    there.journal.parent.mkdir()
    shutil.copy(places.journal, there.journal)
    wipe(Journal.open(there), [asked.id])
    assert run(capsys, "samenvoegen", str(there.journal))[0] == 0
    assert files_with(places, b"Klaarhamer") == [] and left(places) == [recovery]


def test_another_own_question_leaves_the_page_as_it_is(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    _, recovery = own_question_asked(capsys, places, editor, "")
    other = Journal.open(places).add(Kind.PROMPT, "Wie bel ik?")
    assert wipe(Journal.open(places), [other.id]).beside_pages == ()
    assert "Klaarhamer" in recovery.with_name("antwoord.md").read_text("utf-8")


async def test_wiping_an_own_question_in_the_app_names_what_the_editor_left(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    asked, recovery = own_question_asked(capsys, places, editor, "")
    Journal.open(places).trash(asked.id)
    async with running(places) as app:
        app.forget_what_was_said()
        await app.press("3", "p", "enter", "delete")
        for _ in range(300):
            if "voorgoed wissen?" in app.words:
                break
            await app.pause(0.02)
        await app.press("down", "enter")
        for _ in range(300):
            if "Gewist" in app.said:
                break
            await app.pause(0.02)
        assert recovery.name in app.said
    assert files_with(places, b"Klaarhamer") == []


@pytest.mark.parametrize(
    "writes", ["", "page.write_text('heel' + text, 'utf-8')\n"], ids=["an empty page", "an answer"]
)
@pytest.mark.parametrize("name", ["antwoord.txt", "mijn antwoord.md", "antwoord.md.docx"])
async def test_what_is_saved_under_another_name_is_named_at_once_and_stays(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path, writes: str, name: str
) -> None:
    editor.write_text(PAGE + writes + f"page.with_name('{name}').write_text('WOLF alleen hier')\n", "utf-8")
    code, out, err = run(capsys, "vraag")
    (other,) = places.state.rglob(name)
    assert code == 0 and str(other) in out + err and other.read_text("utf-8") == "WOLF alleen hier"
    assert ("Er stond niets in" in out + err) is not bool(writes)
    async with running(places) as app:
        assert other.name in app.said.replace("\n", "")
    assert other.exists() and Drafts.of(places).all() == ()
    assert [each.text for each in Journal.open(places).newest_first(kinds=[Kind.ANSWER])] == (
        ["heel"] if writes else []
    )
    other.rename(other.with_name("antwoord.md"))
    take_up_pages(places)
    assert [each.text for each in Drafts.of(places).all()] == ["WOLF alleen hier"]


def test_a_page_that_got_another_name_is_named_at_once(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path
) -> None:
    editor.write_text(PAGE + "page.write_text('WOLF' + text, 'utf-8'); page.rename(f'{page}.bak')", "utf-8")
    code, out, err = run(capsys, "vraag")
    (other,) = places.state.rglob("antwoord.md.bak")
    assert code == 0 and str(other) in out + err and "WOLF" in other.read_text("utf-8")

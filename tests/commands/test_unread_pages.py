"""An answer that can't be read where a person's own editor left it stays there, and is told of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import crossed
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.guidance.reminders.own_prompts import prompt_of
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.editor_files import EditorFile
from goedwerk_tui.journal.editor_pages import take_up_pages
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.programme import Pack

_UNREADABLE = {
    "too large": "os.truncate(page, 70 * 1024 * 1024)",
    "encrypted": "page.write_bytes(b'VimCrypt~03!' + bytes(range(256)))",
    "a link to nothing": "page.rename(page.with_name('elders')); page.symlink_to('weg')",
    "no file": "page.unlink(); page.mkdir(); page.joinpath('antwoord.md').write_text('WOLF')",
}
_ENDS = {"it ends": "", "it fails": "sys.exit(1)", "it is killed": "os.kill(os.getpid(), 9)"}


@pytest.fixture
def journal(places: Places) -> Journal:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begonnen")
    return journal


def _standing(places: Places) -> dict[str, int]:
    """Return what stands on pages and beside them, but for what the program keeps there itself."""
    found = (each for folder in (places.state / "antwoorden").iterdir() for each in folder.rglob("*"))
    return {str(each): each.lstat().st_size for each in found if each.name not in {"slot", "vraag.json"}}


@pytest.mark.parametrize(("unreadable", "ends"), crossed([*_UNREADABLE], [*_ENDS]))
async def test_a_page_that_cannot_be_read_stays_and_is_named_until_it_can(
    capsys: pytest.CaptureFixture[str], places: Places, journal: Journal, editor: Path, unreadable: str, ends: str
) -> None:
    lines = ("import os, pathlib, sys", "page = pathlib.Path(sys.argv[-1])", _UNREADABLE[unreadable], _ENDS[ends])
    editor.write_text("\n".join(lines), "utf-8")
    code, _, err = run(capsys, "vraag")
    standing = _standing(places)
    page = Path(min(standing))
    assert code == 1 and page.name == "antwoord.md" and str(page) in err
    async with running(places) as app:
        assert str(page.parent.name) in app.said.replace("\n", "")
    editor.write_text("", "utf-8")
    assert str(page) in run(capsys, "vraag")[1]
    assert standing.items() <= _standing(places).items()
    assert Drafts.of(places).all() == ()
    if page.is_dir():
        page.joinpath("antwoord.md").unlink()
        page.rmdir()
    page.unlink(missing_ok=True)
    page.write_text("toch nog", "utf-8")
    take_up_pages(places)
    assert [each.text for each in Drafts.of(places).all()] == ["toch nog"]


def test_what_is_not_known_of_a_page_keeps_it_there(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, journal: Journal, editor: Path
) -> None:
    page = EditorFile.begin(places, rhythm.origin_of(pack.prompts()[0], pack), "Wat?", "half antwoord").path
    page.with_name("vraag.json").write_bytes(b"{")
    editor.write_text("", "utf-8")
    assert str(page) in run(capsys, "vraag")[1]
    assert "half antwoord" in page.read_text("utf-8")


def test_wiping_the_question_names_a_page_that_cannot_be_read_and_leaves_it(
    places: Places, journal: Journal, pack: Pack
) -> None:
    asked = journal.add(Kind.PROMPT, "Waarom zwijg ik als Klaarhamer praat?")

    page = EditorFile.begin(places, rhythm.origin_of(prompt_of(asked), pack), asked.text, "half").path
    page.write_bytes(b"VimCrypt~03!" + bytes(range(256)))
    assert wipe(journal, [asked.id]).left == (page,)
    assert page.exists()


def test_wiping_everything_takes_it_along(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
    places: Places,
    pack: Pack,
    journal: Journal,
) -> None:
    page = EditorFile.begin(places, rhythm.origin_of(pack.prompts()[0], pack), "Wat?", "half antwoord").path
    page.write_bytes(b"VimCrypt~03!" + bytes(range(256)))
    answer("alles wissen")
    assert run(capsys, "wissen")[0] == 0
    assert not page.exists()

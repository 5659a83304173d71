"""An editor that comes back at once, and saves the answer later."""

from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts


@pytest.fixture(autouse=True)
def _slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where others run beside it, an editor that does nothing takes seconds to begin."""
    monkeypatch.setattr("goedwerk_tui.commands.editor._AT_ONCE", 60.0)


@pytest.fixture
def page(capsys: pytest.CaptureFixture[str], places: Places, editor: Path) -> Path:
    """The page that such an editor has open, once its command is done."""
    Journal.open(places).add(Kind.NOTE, "begonnen")
    editor.write_text("", "utf-8")
    code, out, err = run(capsys, "vraag")
    (page,) = (places.state / "antwoorden").glob("*/antwoord.md")
    assert code == 0 and "--wait" in out + err and str(page) in out + err and "Er stond niets in" not in out + err
    return page


async def test_what_it_saves_later_is_a_draft_at_the_next_start(places: Places, page: Path) -> None:
    for _ in range(2):
        # Somebody looks before the answer is there.
        async with running(places):
            pass
    page.write_text(f"zebra\n{page.read_text('utf-8')}", "utf-8")
    async with running(places):
        pass
    assert [each.text for each in Drafts.of(places).all()] == ["zebra"]
    assert not page.parent.exists()


@pytest.mark.parametrize("name", ["antwoord.md", "antwoord.txt"])
async def test_what_it_saves_when_the_page_is_gone_is_named(
    capsys: pytest.CaptureFixture[str], places: Places, page: Path, name: str
) -> None:
    for each in page.parent.iterdir():
        each.unlink()
    (later := page.with_name(name)).write_text("zebra", "utf-8")
    assert str(later) in run(capsys, "waar")[1]
    async with running(places) as app:
        said = app.said.replace("\n", "")
    assert later.parent.name in said and "noteer" in said
    assert later.read_text("utf-8") == "zebra"


def test_where_it_lies_open_is_told(capsys: pytest.CaptureFixture[str], places: Places, page: Path) -> None:
    before = {each: each.stat().st_mtime_ns for each in places.state.rglob("*")}
    assert str(page) in run(capsys, "waar")[1]
    assert before == {each: each.stat().st_mtime_ns for each in places.state.rglob("*")}


def test_one_that_lays_its_recovery_file_at_once_is_told_of_too(
    capsys: pytest.CaptureFixture[str], places: Places, editor: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    editor.write_text("import sys; open(sys.argv[-1].replace('antwoord.md', '.antwoord.md.swp'), 'w').write('x')")
    code, out, err = run(capsys, "vraag")
    assert code == 0 and "--wait" in out + err and "Er stond niets in" not in out + err

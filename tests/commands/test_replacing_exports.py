"""A whole journal that was written before may be the only one left: nothing takes its place that holds less."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark

_WHOLE = ("exporteer", "--soort", "dagboek", "--formaat", "json", "--overschrijf", "--uitvoer")


@pytest.fixture
def journal(places: Places) -> Journal:
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "alfa").id, Mark.BRING, True)
    return journal


@pytest.fixture
def whole(journal: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What was written of the journal before: one piece of it, with one version."""
    path = tmp_path / "heel.json"
    assert run(capsys, *_WHOLE, str(path))[0] == 0
    return path


def _of_another(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = find_places(path.parent / "ander" / "dagboek.json")
    other.journal.parent.mkdir()
    Journal.open(other).add(Kind.NOTE, "van de laptop")
    assert run(capsys, *_WHOLE, str(path.with_name("andere.json")), "--journal", str(other.journal))[0] == 0
    path.with_name("andere.json").replace(path)


def test_one_that_holds_all_of_it_takes_its_place(
    journal: Journal, whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = next(each for each in journal.newest_first() if each.text == "alfa")
    journal.change(note.id, "alfa en meer")
    journal.add(Kind.NOTE, "bravo")
    assert run(capsys, *_WHOLE, str(whole))[0] == 0
    assert "bravo" in whole.read_text("utf-8") and "alfa en meer" in whole.read_text("utf-8")
    journal.trash(note.id)
    assert run(capsys, *_WHOLE, str(whole))[0] == 0


def test_what_was_wiped_since_is_not_missed(
    places: Places, journal: Journal, whole: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    note = next(each for each in journal.newest_first() if each.text == "alfa")
    journal.close()
    monkeypatch.setattr(sys, "stdin", io.StringIO("wissen\n"))
    assert run(capsys, "wissen", "--id", note.id)[0] == 0
    assert run(capsys, *_WHOLE, str(whole))[0] == 0
    assert "alfa" not in whole.read_text("utf-8")


def test_pieces_of_another_journal_are_kept(journal: Journal, whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _of_another(whole, capsys)
    before = whole.read_bytes()
    code, _, said = run(capsys, *_WHOLE, str(whole))
    assert code == 1 and "1 stuk of een versie ervan daaruit komt niet in het nieuwe bestand" in said
    assert "Er is niets geschreven" in said and "goedwerk importeer" in said
    assert whole.read_bytes() == before
    assert run(capsys, "importeer", str(whole), "--ook-ander")[0] == 0
    assert run(capsys, *_WHOLE, str(whole))[0] == 0
    assert "van de laptop" in whole.read_text("utf-8") and "alfa" in whole.read_text("utf-8")


def test_versions_are_kept(places: Places, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same journal went on elsewhere, and came back as a file."""
    before = places.journal.read_bytes()
    journal = Journal.open(places)
    journal.change(journal.newest_first(kinds={Kind.NOTE})[0].id, "alfa, elders verder geschreven")
    assert run(capsys, *_WHOLE, str(whole))[0] == 0
    journal.close()
    places.journal.write_bytes(before)
    code, _, said = run(capsys, *_WHOLE, str(whole))
    assert code == 1 and "1 stuk of een versie ervan" in said
    assert "elders verder" in whole.read_text("utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b'"version": ', b'"version": 99'),
        lambda content: content.decode().encode("utf-16"),
    ],
)
def test_one_that_is_not_understood_is_kept(
    whole: Path, spoil: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    whole.write_bytes(spoil(whole.read_bytes()))
    before = whole.read_bytes()
    code, _, said = run(capsys, *_WHOLE, str(whole))
    assert code == 1 and "dat niet gelezen kan worden" in said and "zet dat bestand eerst weg" in said
    assert whole.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        ("exporteer", "--alles", "--overschrijf", "--uitvoer"),
        ("exporteer", "--formaat", "md", "--overschrijf", "--uitvoer"),
        ("agenda", "--overschrijf", "--uitvoer"),
    ],
)
def test_nothing_of_another_sort_takes_its_place(
    line: tuple[str, ...], whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = whole.rename(whole.with_suffix("")) if "md" in line else whole
    before = whole.read_bytes()
    code, _, said = run(capsys, *line, str(whole))
    assert code == 1 and "is een heel dagboek als JSON" in said and "Kies een andere naam" in said
    assert whole.read_bytes() == before


def test_repeating_and_bundling_keep_it_too(
    journal: Journal, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, shared = whole.read_bytes(), tmp_path / "gedeeld.json"
    assert run(capsys, "exporteer", "--uitvoer", str(shared))[0] == 0
    assert run(capsys, "exporteer", "--uitvoer", str(shared), "--overschrijf")[0] == 0
    copies = [tmp_path / f"{number}.json" for number in range(4)]
    for number, copy in enumerate(copies):
        copy.write_bytes(shared.read_bytes().replace(b"alfa", f"alfa {number}".encode()))
    shared.write_bytes(kept)
    for line in (
        ("exporteer", "--herhaal", "--overschrijf"),
        ("bundel", *map(str, copies), "--ieder-apart", "--ook-alleen", "--overschrijf", "--uitvoer", str(shared)),
    ):
        code, _, said = run(capsys, *line)
        assert code == 1 and "is een heel dagboek als JSON" in said
    assert shared.read_bytes() == kept


async def test_under_delen_too(places: Places, journal: Journal, whole: Path) -> None:
    journal.close()
    before = whole.read_bytes()
    async with running(places) as app:
        await app.press("5", "enter", "s", "ctrl+a")
        await app.paste(str(whole))
        await app.press("enter")
        await app.press("down", "enter")
        assert "is een heel dagboek als JSON" in app.said and "Er is niets geschreven" in app.said
    assert whole.read_bytes() == before

"""A file to move house with says what is half done and not in it."""

import shutil
from pathlib import Path

import pytest
from support.command_line import run
from support.driver import WIDE, running

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.tui.routes import PreviewRoute

WHOLE = ("exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer")


def _draft(places: Places) -> None:
    origin = Origin("goedwerk", "s", "krachtenveld", "opdracht", "Vakmanschap", "Krachtenveld", "Wat helpt?")
    Drafts.of(places).put(Draft(key="k", text="half af", origin=origin, kind=Kind.NOTE, at=utc_now()))


def test_it_is_named_before_and_after_writing_and_comes_along_with_its_folder(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "af")
    target = tmp_path / "heel.json"
    assert "half af" not in run(capsys, *WHOLE, str(target))[1]
    _draft(places)
    out = run(capsys, *WHOLE, str(target), "--overschrijf")[1]
    assert (
        "Krachtenveld" in out and str(places.drafts) in out and out.rstrip().endswith("wat half af is staat er niet in")
    )
    new = find_places(tmp_path / "nieuw" / "dagboek.json")
    new.journal.parent.mkdir()
    assert run(capsys, "importeer", str(target), "--journal", str(new.journal), "--ook-ander")[0] == 0
    shutil.copytree(places.drafts, new.drafts)
    assert [each.text for each in Drafts.of(new).all()] == ["half af"]


@pytest.mark.parametrize("name", ["dagboek.json", "kopie.json"])
def test_it_is_named_after_merging_when_its_folder_came_along(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, name: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "af")
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(places.journal, stick / name)
    assert "half af" not in run(capsys, "samenvoegen", str(stick / name))[1]
    _draft(places)
    shutil.copytree(places.drafts, stick / "concepten")
    Drafts.of(places).clear("k")
    assert (
        "Wat daar half af is kwam niet mee: ‘Vakmanschap › Krachtenveld’"
        in run(capsys, "samenvoegen", str(stick / name))[1]
    )


def test_notes_that_wait_are_counted_as_they_are_in_the_file(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    for note in ("een", "twee"):
        run(capsys, "noteer", note)
    assert "2 stukken geschreven" in run(capsys, *WHOLE, str(tmp_path / "heel.json"))[1]


async def test_it_is_named_where_the_whole_journal_is_shared(places: Places) -> None:
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "af").id, Mark.BRING, True)
    journal.close()
    _draft(places)
    async with running(places, size=WIDE) as app:
        await app.settle()
        app.app.open(
            PreviewRoute(
                tuple(Journal.open(places, read_only=True).newest_first()), by_marks=True, kind=DocumentKind.JOURNAL
            )
        )
        await app.settle()
        await app.pause(0.5)
        assert "Wat half af is bij ‘Vakmanschap › Krachtenveld’ staat er niet in" in app.words

"""A copy that was opened by name, beside the journal: what waits with it comes along, or goes with everything."""

import io
import shutil

import pytest
from support.command_line import run
from support.journals import files_under

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.maintenance import take_care


def test_what_waits_beside_a_copy_that_was_opened_by_name_comes_along(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    journal = Journal.open(places)
    first = journal.add(Kind.NOTE, "begin")
    work = places.journal.with_name("werk.json")
    shutil.copy(places.journal, work)
    there = find_places(work, {"GOEDWERK_HOME": str(places.journal.parent)})
    assert run(capsys, "noteer", "--journal", str(work), "NEUSHOORN")[0] == 0
    for folder, text in ((places.drafts, "hier"), (there.drafts, "BUFFEL")):
        Drafts(folder).put(Draft(key="notitie", text=text, kind=Kind.NOTE, at=first.created))
    cared = take_care(journal)
    assert [len(cared.merged.new), cared.merged.problems] == [1, ()]
    assert {each.text for each in Journal.open(places).newest_first()} == {"begin", "NEUSHOORN"}
    assert {each.text for each in Drafts(places.drafts).all()} == {"hier", "BUFFEL"}
    assert [each.name for each in places.journal.parent.glob("werk*")] == []


def test_wiping_everything_takes_what_waits_beside_a_copy_and_names_it_first(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    work = places.journal.with_name("werk.json")
    shutil.copy(places.journal, work)
    run(capsys, "noteer", "--journal", str(work), "NEUSHOORN")
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\n"))
    assert f"‘{work}’" in run(capsys, "wissen")[1]
    assert work.exists()
    monkeypatch.setattr("sys.stdin", io.StringIO("alles wissen\n"))
    assert run(capsys, "wissen")[0] == 0
    assert files_under(places.journal.parent) == {}

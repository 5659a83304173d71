"""Where what could not be kept with the journal is, is told to the letter."""

from pathlib import Path

from goedwerk_tui.base.file_trouble import Reason
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.backup_messages import what_was_kept_elsewhere
from goedwerk_tui.journal import Journal, Kind, SaveFailed


def test_a_name_with_two_spaces_stays_as_it_is(places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    kept = tmp_path / "mijn  dagboek.json"
    for trouble in (None, SaveFailed(places.journal, Reason.FULL)):
        said = what_was_kept_elsewhere(kept, places, trouble)
        assert said.count("mijn  dagboek.json") == 2
        assert "  " not in said.replace("mijn  dagboek.json", "")

"""What this machine remembers of the folders in which something was written, also where there is no room for it."""

import os
from pathlib import Path

import pytest

from goedwerk_tui.base.written_folders import WrittenFolders


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary folders."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr("goedwerk_tui.base.temporary._OF_MACHINE", folder)
    return folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A folder of state that takes nothing: a file stands in the place of what would be made there."""
    folder = tmp_path / "staat"
    folder.mkdir()
    (folder / "mappen").write_bytes(b"")
    return folder


def test_where_no_disk_has_room_nothing_is_remembered_and_nothing_piles_up(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    folders = WrittenFolders(tmp_path / "staat")
    for _ in range(2):
        folders.keeps(tmp_path / "dagboek", "mijn")
    assert list(shared.iterdir()) == [] and folders.all() == ()


def test_all_that_one_home_has_to_remember_elsewhere_stands_in_one_folder(
    shared: Path, state: Path, tmp_path: Path
) -> None:
    for folder in ("dagboek", "kopie", "dagboek"):
        for journal in ("mijn", "ander", "mijn"):
            WrittenFolders(state).keeps(tmp_path / folder, journal)
    assert len(list(shared.iterdir())) == 1
    for journal in ("mijn", "ander"):
        assert set(WrittenFolders(state).keeping(journal)) == {tmp_path / "dagboek", tmp_path / "kopie"}
    WrittenFolders(state).keeps_no_more(tmp_path / "kopie", "ander")
    assert WrittenFolders(state).keeping("ander") == (tmp_path / "dagboek",)


def test_what_was_remembered_elsewhere_takes_nothing_from_what_was_known(
    shared: Path, state: Path, tmp_path: Path
) -> None:
    folders, taken = WrittenFolders(state), state / "mappen"
    taken.unlink()
    folders.keeps(tmp_path / "dagboek", "mijn")
    with pytest.raises(KeyboardInterrupt), folders.writing_in(tmp_path / "dagboek"):
        raise KeyboardInterrupt
    taken.rename(state / "vol")
    taken.write_bytes(b"")
    folders.keeps(tmp_path / "dagboek", "ander")
    taken.unlink()
    (state / "vol").rename(taken)
    folders.take_back()
    assert list(shared.iterdir()) == []
    (known,) = folders.all()
    assert (known.journals, known.finished) == ({"mijn", "ander"}, False)

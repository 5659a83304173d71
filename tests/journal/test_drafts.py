"""What is being typed, kept before it is an entry."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from support.journals import START, STRANGE_TEXTS, Reversing

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.files import Reason, WriteFailed
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Kind, Origin, SaveFailed
from goedwerk_tui.journal.drafts import Draft, Drafts


def draft(key: str = "stap/vraag", text: str = "half", minutes: int = 0) -> Draft:
    return Draft(
        key=key,
        text=text,
        entry_id="e1",
        base_revision="r1",
        origin=Origin("nl", "opening", "stap", "vraag"),
        kind=Kind.ANSWER,
        at=START + timedelta(minutes=minutes),
    )


def test_a_draft_is_there_again_after_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "concepten"
    Drafts(folder).put(draft())
    assert Drafts(folder).get("stap/vraag") == draft()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]


@pytest.mark.parametrize(
    "key", ["../../etc/passwd", "con", "a/b\\c:d*e?", "é" * 180, "\ud800", ".", "stap/vraag", "STAP/VRAAG"]
)
def test_any_key_is_one_file_in_the_folder(tmp_path: Path, key: str) -> None:
    drafts = Drafts(tmp_path / "concepten")
    if key == "\ud800":
        with pytest.raises(ValueError, match="surrogates"):
            drafts.put(draft(key))
        return
    drafts.put(draft(key))
    drafts.put(draft(key, "verder"))
    drafts.put(draft("iets anders"))
    assert len(list((tmp_path / "concepten").iterdir())) == 2
    assert [each.name for each in tmp_path.iterdir()] == ["concepten"]
    found = drafts.get(key)
    assert found is not None and found.text == "verder"
    drafts.clear(key)
    drafts.clear(key)
    assert drafts.get(key) is None
    assert [each.key for each in drafts.all()] == ["iets anders"]


@pytest.mark.parametrize("text", STRANGE_TEXTS.values(), ids=STRANGE_TEXTS)
def test_strange_text_in_a_draft(tmp_path: Path, text: str) -> None:
    Drafts(tmp_path).put(draft(text=text + "\ud800"))
    found = Drafts(tmp_path).get("stap/vraag")
    assert found is not None and found.text == clean(text)


def test_all_drafts_with_the_last_typed_first(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    assert drafts.all() == ()
    drafts.put(draft("a", minutes=1))
    drafts.put(draft("b", minutes=3))
    drafts.put(draft("c", minutes=2))
    assert [each.key for each in drafts.all()] == ["b", "c", "a"]
    assert drafts.problems == ()


@pytest.mark.parametrize("content", [b"", b"null", b"[" * 100_000, b"\xff", b'{"key":"x"}', b'{"key":7,"text":"x"}'])
def test_a_broken_draft_is_named_and_left_and_hides_no_other(tmp_path: Path, content: bytes) -> None:
    drafts = Drafts(tmp_path)
    drafts.put(draft())
    (tmp_path / "kapot.json").write_bytes(content)
    assert drafts.all() == (draft(),)
    assert drafts.problems == (tmp_path / "kapot.json",)
    assert (tmp_path / "kapot.json").read_bytes() == content


def test_a_copy_of_a_draft_under_another_name_is_not_a_second_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.put(draft())
    copy = tmp_path / "kopie (1).json"
    copy.write_bytes(next(tmp_path.glob("*.json")).read_bytes())
    assert drafts.all() == (draft(),)
    assert drafts.problems == (copy,)


def test_drafts_are_sealed_like_the_journal(tmp_path: Path) -> None:
    Drafts(tmp_path, Disk(Reversing())).put(draft(text="geheim"))
    assert b"geheim" not in next(tmp_path.glob("*.json")).read_bytes()
    assert Drafts(tmp_path, Disk(Reversing())).all() == (draft(text="geheim"),)
    assert Drafts(tmp_path).get("stap/vraag") is None


def test_on_a_full_disk_the_draft_before_is_still_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(tmp_path)
    drafts.put(draft(text="eerst"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SaveFailed, match="vol"):
        drafts.put(draft(text="later"))
    monkeypatch.undo()
    assert [each.text for each in drafts.all()] == ["eerst"]
    assert len(list(tmp_path.iterdir())) == 1


def test_of_two_drafts_with_one_key_both_stay_however_often_one_is_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = Drafts(tmp_path / "hier"), Drafts(tmp_path / "daar")
    here.put(draft(text="van hier"))
    there.put(draft(text="van daar"))

    def held(*_: object) -> None:
        raise WriteFailed(tmp_path, Reason.OTHER)

    with monkeypatch.context() as refused:
        refused.setattr("goedwerk_tui.journal.drafts.remove_file", held)
        for _ in range(2):
            here.take_in(there.files())
    assert {each.text for each in here.all()} == {"van hier", "van daar"} and len(here.all()) == 2
    (beside,) = (each for each in here.all() if each.text == "van daar")
    here.put(replace(beside, text="van daar, en verder"))
    here.take_in(there.files())
    assert {each.text for each in here.all()} == {"van hier", "van daar, en verder"} and not there.files()


def test_of_two_drafts_with_one_key_and_the_same_words_the_one_with_other_values_is_brought(tmp_path: Path) -> None:
    here, there = Drafts(tmp_path / "hier"), Drafts(tmp_path / "daar")
    here.put(replace(draft(), data={"veld": 1}))
    there.put(replace(draft(), data={"veld": 2}))
    here.take_in(there.files())
    there.put(replace(draft(), data={"veld": 1}))
    here.take_in(there.files())
    assert sorted(each.data["veld"] for each in here.all() if each.data) == [1, 2] and not there.files()


def test_a_draft_that_is_brought_replaces_none_that_is_not_understood(tmp_path: Path) -> None:
    here, there = Drafts(tmp_path / "hier"), Drafts(tmp_path / "daar")
    here.put(draft())
    (path,) = here.files()
    path.write_bytes(b"van een nieuwere versie")
    there.put(draft(text="van daar"))
    here.take_in(there.files())
    assert [each.text for each in here.all()] == ["van daar"]
    assert here.problems == (path,) and path.read_bytes() == b"van een nieuwere versie"


def test_drafts_of_the_same_folder_by_another_name_stay(tmp_path: Path) -> None:
    here = Drafts(tmp_path / "hier")
    here.put(draft())
    (tmp_path / "link").symlink_to(tmp_path / "hier")
    here.take_in(Drafts(tmp_path / "link").files())
    assert here.all() == (draft(),)


def test_what_is_not_understood_stays_when_one_writes_on_under_its_key(tmp_path: Path) -> None:
    Drafts(tmp_path).put(draft())
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"van een nieuwere versie")
    drafts = Drafts(tmp_path)
    drafts.clear("stap/vraag")
    for text in ("verder", "verder en verder"):
        drafts.put(draft(text=text))
    assert [each.text for each in drafts.all()] == ["verder en verder"]
    (aside,) = drafts.problems
    assert aside.read_bytes() == b"van een nieuwere versie"
    drafts.clear("stap/vraag")
    assert list(tmp_path.iterdir()) == [aside]


def test_a_draft_that_came_while_its_page_was_open_is_not_written_over(tmp_path: Path) -> None:
    page = Drafts(tmp_path)
    assert page.get("stap/vraag") is None
    Drafts(tmp_path).put(draft(text="van elders"))
    for text in ("van hier", "van hier, en verder"):
        page.put(draft(text=text))
    assert {each.text for each in page.all()} == {"van elders", "van hier, en verder"}
    page.clear("stap/vraag")
    Drafts(tmp_path).put(draft(text="nog eens van elders"))
    page.put(draft(text="weer van hier"))
    assert {each.text for each in page.all()} == {"van elders", "nog eens van elders", "weer van hier"}


def test_what_another_process_puts_in_a_draft_that_is_known_here_is_neither_written_over_nor_cleared(
    tmp_path: Path,
) -> None:
    page, command = Drafts(tmp_path), Drafts(tmp_path)
    page.put(draft(text="van hier"))
    command.put(command.below(draft(text="van de opdracht")))
    page.clear("stap/vraag")
    assert [each.text for each in page.all()] == ["van hier\n\nvan de opdracht"]
    command.put(draft(text="nog eens van de opdracht"))
    for text in ("weer van hier", "weer van hier, en verder"):
        page.put(draft(text=text))
    assert {each.text for each in page.all()} == {"nog eens van de opdracht", "weer van hier, en verder"}


def test_a_draft_that_a_disk_dates_otherwise_is_still_ones_own(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.put(draft(text="van hier"))
    (path,) = tmp_path.iterdir()
    os.utime(path, (1, 1))
    drafts.put(draft(text="van hier, en verder"))
    assert [each.text for each in drafts.all()] == ["van hier, en verder"]


def test_what_was_only_listed_is_not_written_over_nor_cleared(tmp_path: Path) -> None:
    """Thuis lists every draft; no page has what stands in them by that."""
    page = Drafts(tmp_path)
    Drafts(tmp_path).put(draft(text="van elders"))
    assert [each.text for each in page.all()] == ["van elders"]
    page.clear("stap/vraag")
    aside = page.put(draft(text="van hier"))
    assert aside is not None and aside.text == "van elders"
    assert page.put(draft(text="van hier, en verder")) is None
    assert {each.text for each in page.all()} == {"van elders", "van hier, en verder"}


def test_two_drafts_with_the_same_words_and_other_values_both_stay(tmp_path: Path) -> None:
    page = Drafts(tmp_path)
    page.put(replace(draft(text=""), data={"line": "van hier"}))
    elsewhere = Drafts(tmp_path)
    elsewhere.get("stap/vraag")
    elsewhere.put(replace(draft(text=""), data={"line": "van elders"}))
    page.put(replace(draft(text=""), data={"line": "van hier, en verder"}))
    assert {str(each.data) for each in page.all()} == {"{'line': 'van hier, en verder'}", "{'line': 'van elders'}"}


def test_what_replaces_a_draft_that_was_listed_leaves_what_came_since(tmp_path: Path) -> None:
    page, marks = Drafts(tmp_path), Drafts(tmp_path)
    page.put(draft(text="van hier"))
    (listed,) = marks.all()
    marks.replace(listed, replace(listed, never_leaves=True))
    assert page.get("stap/vraag") == replace(draft(text="van hier"), never_leaves=True)
    page.put(draft(text="van hier, en verder"))
    marks.replace(listed, replace(listed, never_leaves=True))
    marks.remove(listed)
    assert [each.text for each in page.all()] == ["van hier, en verder"]

"""The format as it is documented."""

import re
from pathlib import Path

import pytest

import goedwerk_tui
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.versions import RUNNING
from goedwerk_tui.journal import Journal, JournalUnreadable, Kind, Mark, Status
from goedwerk_tui.journal.merging import merge_file

DOCUMENT = Path(goedwerk_tui.__file__).parents[1] / "docs" / "journal-format.md"


def test_the_documented_example_is_a_journal_and_stays_as_it_is_but_for_what_is_added(places: Places) -> None:
    found = re.search(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    example = found[1].encode()
    places.journal.parent.mkdir()
    places.journal.write_bytes(example)
    journal = Journal.open(places)
    answer = journal.answers("leest-lekkerder", "wat-zie-je")[0]
    assert [each.text for each in answer.revisions] == [
        "Ik zie dat er haast is.\nEn dat niemand vraagt waarom.",
        "Ik zie dat er haast is, en dat niemand vraagt waarom.",
    ]
    assert journal.marked(Mark.BRING) == {answer.id}
    assert journal.progress["leest-lekkerder"].status is Status.STARTED
    assert journal.newest_first(kinds=[Kind.CHOICE])[0].data == {"option": "bellen"}
    journal.add(Kind.NOTE, "erbij")
    # The head may have gained the version of today.
    before, after = example.splitlines()[3:], places.journal.read_bytes().splitlines()[3:]
    assert [line for line in before if line not in after and line + b"," not in after] == []
    assert len(after) == len(before) + 1


def test_the_format_is_documented_in_full() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for value in (*Kind, *Mark, *Status):
        assert f"`{value}`" in text


def test_a_journal_says_which_versions_wrote_it_and_opening_it_adds_none(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    now = f'"versions":["{RUNNING}"]'.encode()
    content = places.journal.read_bytes().replace(now, b'"versions":["0.1.0","0.9.2"]')
    places.journal.write_bytes(content)
    journal = Journal.open(places)
    assert places.journal.read_bytes() == content
    assert journal.book.versions == ("0.1.0", "0.9.2", RUNNING)
    journal.add(Kind.NOTE, "verder")
    journal.add(Kind.NOTE, "en verder")
    assert f'"versions":["0.1.0","0.9.2","{RUNNING}"]'.encode() in places.journal.read_bytes()
    assert Journal.open(places).book == journal.book


def test_copies_have_the_versions_of_both(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begin")
    theirs = tmp_path / "theirs.json"
    theirs.write_bytes(places.journal.read_bytes().replace(RUNNING.encode(), b"10.0.1"))
    merge_file(journal, theirs)
    assert f'"versions":["{RUNNING}","10.0.1"]'.encode() in places.journal.read_bytes()
    for odd in (b'["1.0"]', b'"1.0.0"', b"[1]", b"null"):
        places.journal.write_bytes(theirs.read_bytes().replace(b'["10.0.1"]', odd))
        with pytest.raises(JournalUnreadable):
            Journal.open(places)

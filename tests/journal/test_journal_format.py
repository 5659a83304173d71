"""The format as it is documented."""

import re
from pathlib import Path

import goedwerk_tui
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark, Status

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
    before, after = example.splitlines(), places.journal.read_bytes().splitlines()
    assert [line for line in before if line not in after and line + b"," not in after] == []
    assert len(after) == len(before) + 1


def test_the_format_is_documented_in_full() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for value in (*Kind, *Mark, *Status):
        assert f"`{value}`" in text

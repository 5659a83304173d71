"""What can still be read of damaged journals."""

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command_line import run
from support.damaged import corpus
from support.journals import good_journal

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.rescue import salvage

PARTS = ("progress", "skips", "marks", "position", "meetings")


def test_nothing_whole_is_missed_in_any_damaged_journal(places: Places) -> None:
    good = good_journal(places)
    entries = Journal.open(places).entries
    rows = [line.split(b": ", 1)[1].rstrip(b",") for line in good.splitlines() if b'": {"' in line][1:]
    lines = {json.loads(row)["id"]: row for row in rows if b'"kind":' in row}
    beside = [row for row in rows if b'"kind":' not in row]
    assert len(beside) == len(entries) + 4
    assert lines.keys() == entries.keys()
    for name, content in corpus(good):
        salvaged = salvage(content)
        rescued = {each.id: each for each in salvaged.entries}
        found = [
            json.loads(msgspec.json.encode(each)) for part in PARTS for each in getattr(salvaged.beside, part).values()
        ]
        assert [row for row in beside if row in content and json.loads(row) not in found] == [], name
        for entry_id, line in lines.items():
            if line in content:
                assert rescued[entry_id] == entries[entry_id], name
        for each in rescued.values():
            json.dumps([each.text, each.data], ensure_ascii=False).encode()


def test_whole_files_in_another_coat_are_rescued_whole(places: Places) -> None:
    good = good_journal(places)
    entries = Journal.open(places).entries
    text = good.decode()
    for content in (
        b"\xef\xbb\xbf" + good,
        text.encode("utf-16"),
        text.encode("utf-16-le"),
        good.replace(b"\n", b"\r\n"),
        json.dumps(json.loads(good)).encode(),
        json.dumps(json.loads(good), indent=4).encode(),
        good + good,
        good.replace(b'"schema":3', b'"schema":4'),
    ):
        salvaged = salvage(content)
        assert {each.id: each for each in salvaged.entries} == entries
        assert salvaged.fragments == ()
        assert salvaged.journal_id == Journal.open(places).id


def test_a_journal_that_an_editor_saved_as_windows_1252_keeps_its_letters(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "‘één’ café – coördinatie")
    saved = salvage(places.journal.read_text("utf-8").encode("windows-1252"))
    assert [each.text for each in saved.entries] == ["‘één’ café – coördinatie"]


def test_an_entry_with_a_lone_surrogate_is_rescued_without_it(places: Places) -> None:
    good = good_journal(places)
    entries = Journal.open(places).entries
    salvaged = salvage(good.replace(b'"text":"[bold', rb'"text":"\ud800[bold', 1))
    assert {each.id: each for each in salvaged.entries} == entries


def test_of_a_line_that_was_cut_off_the_text_is_a_fragment(places: Places) -> None:
    good = good_journal(places)
    cut = good.index("géén opmaak".encode())
    salvaged = salvage(good[: cut + 4])
    assert salvaged.entries == ()
    assert any(each.text.startswith("[bold red]g") for each in salvaged.fragments)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400) | st.text(alphabet='{}[]":,\\u"idkntexa1 ').map(str.encode))
def test_any_bytes_are_looked_through_without_harm(content: bytes) -> None:
    salvaged = salvage(content)
    assert salvaged.entries == ()
    for each in salvaged.fragments:
        each.text.encode()


def test_wherever_one_sign_beside_a_text_is_damaged_the_text_is_found(places: Places) -> None:
    journal = Journal.open(places)
    origin = Origin("nl", "opening", "stap", "vraag", "Opening", "Stap", "Wat zie je?")
    entry = journal.add(Kind.ANSWER, 'het "hele" [verhaal]', origin=origin, data={"option": "x"})
    journal.change(entry.id, "anders verteld", data={})
    texts = [each.text for each in journal.entries[entry.id].revisions]
    good = places.journal.read_bytes()
    begins = [good.index(json.dumps(each).encode()) for each in texts]
    around = [(at + 1, at + len(json.dumps(each)) - 1) for at, each in zip(begins, texts, strict=True)]
    for place in range(good.index(b'"entries"'), len(good)):
        if any(begin <= place < end for begin, end in around):
            continue
        for sign in (b"\0", b'"', b"", b"x", b"}", b"\\", b"\n"):
            salvaged = salvage(good[:place] + sign + good[place + 1 :])
            found = [each.text for entry in salvaged.entries for each in entry.revisions]
            found += [each.text for each in salvaged.fragments]
            assert all(any(text in each for each in found) for text in texts), (place, sign, found)


@pytest.mark.parametrize(
    ("whole", "damaged"),
    [
        (b'"text":"het verhaal"', b'"te\0t":"het verhaal"'),
        (b'"text":"het verhaal"', b'"text:"het verhaal"'),
        (b'"text":"het verhaal"', b'text":"het verhaal"'),
        (b'"text":"het verhaal"', b'"text":het verhaal"'),
        (b'"1": {"id":"', b'"\0": {"id":"'),
        (b'"1": {"id":"', b'"1: {"id":"'),
        (b'"1": {"id":"', b'"1": {"id":"\0'),
        (b'"1": {"id":"', b'"1": {"id:"'),
    ],
)
def test_a_text_whose_key_or_id_is_damaged_comes_back(
    capsys: pytest.CaptureFixture[str], places: Places, whole: bytes, damaged: bytes
) -> None:
    Journal.open(places).add(Kind.NOTE, "het verhaal")
    good = places.journal.read_bytes()
    assert good.count(whole) == 1
    places.journal.write_bytes(good.replace(whole, damaged))
    assert run(capsys, "herstel", "--redden", "--journal", str(places.journal))[0] == 0
    assert "het verhaal" in {each.text for each in Journal.open(places).newest_first()}

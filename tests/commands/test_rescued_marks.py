"""What is rescued of a damaged journal does not leave, live or come back when nobody said that it may."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark, State
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.codec import encode, render
from goedwerk_tui.journal.erasure import wipe

SECRET = "BEER nooit weg geheim"
TABLES_OF_1_0 = ("_meta", "entries", "progress", "skips", "marks", "position", "meetings")


def begin(places: Places) -> tuple[str, str]:
    """Write a piece that may leave and one that never does, and return their ids."""
    journal = Journal.open(places)
    free, shut_in = journal.add(Kind.NOTE, "EEND mag mee"), journal.add(Kind.NOTE, SECRET)
    journal.mark(free.id, Mark.BRING, True)
    journal.mark(shut_in.id, Mark.NEVER_LEAVE, True)
    return free.id, shut_in.id


def lay_out_as_1_0(places: Places) -> bytes:
    """Put the tables in the order in which version 1.0.0 wrote them."""
    tables = json.loads(places.journal.read_bytes())
    places.journal.write_bytes(render(encode({name: tables[name] for name in TABLES_OF_1_0}, {})))
    return places.journal.read_bytes()


def damage(places: Places, entry_id: str) -> None:
    """Make the line of an entry one that is not understood, and that still says which entry it is."""
    content, head = places.journal.read_bytes(), f'"id":"{entry_id}","kind":'.encode()
    assert content.count(head + b'"note"') == 1
    places.journal.write_bytes(content.replace(head + b'"note"', head + b'"nXte"'))


def redden(capsys: pytest.CaptureFixture[str]) -> str:
    code, out, _ = run(capsys, "herstel", "--redden")
    assert code == 0
    return out


def exported(capsys: pytest.CaptureFixture[str], folder: Path) -> str:
    target = folder / "deel.md"
    run(capsys, "exporteer", "--alles", "--overschrijf", "--uitvoer", str(target))
    return target.read_text("utf-8") if target.exists() else ""


@pytest.mark.parametrize("cut", ["at the table", "in the first mark", "after a mark", "a bit of a mark", "zeros"])
def test_where_not_all_marks_can_be_read_nothing_leaves_and_that_is_said(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, cut: str
) -> None:
    begin(places)
    content = lay_out_as_1_0(places)
    table = content.index(b'"marks"')
    match cut:
        case "at the table":
            content = content[:table]
        case "in the first mark":
            content = content[: content.index(b'"mark":', table)]
        case "after a mark":
            content = content[: content.index(b"\n", content.index(b'"mark":', table))]
        case "a bit of a mark":
            content = content.replace(b"never-leave", b"never-leaue")
        case _:
            content = content[: table + 30] + b"\0" * 250 + content[table + 280 :]
    places.journal.write_bytes(content)
    assert "Van 2 stukken is niet te zien of je ze op ‘gaat nooit mee’ had gezet" in run(capsys, "herstel")[1]
    out = redden(capsys)
    assert "Teruggezet: 2 stukken." in out
    assert "daarom gaan ze nooit mee" in out and "goedwerk herstel --weer-mee" in out
    assert exported(capsys, tmp_path) == ""


def test_what_a_rescue_shut_in_is_let_go_again_in_one_act_after_looking(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, places: Places, tmp_path: Path
) -> None:
    free, shut_in = begin(places)
    content = lay_out_as_1_0(places)
    places.journal.write_bytes(content[: content.index(b'"marks"')])
    redden(capsys)
    own = Journal.open(places).add(Kind.NOTE, "VOS van daarna").id
    Journal.open(places).mark(own, Mark.NEVER_LEAVE, True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("nee\n"))
    code, out, err = run(capsys, "herstel", "--weer-mee")
    assert (code, "Er is niets veranderd" in err) == (1, True)
    assert "EEND" in out and "BEER" in out and "VOS" not in out
    assert Journal.open(places).marked(Mark.NEVER_LEAVE) == {free, shut_in, own}
    monkeypatch.setattr(sys, "stdin", io.StringIO("weer mee\n"))
    code, out, _ = run(capsys, "herstel", "--weer-mee")
    assert (code, "Nu mag weer mee: 2 stukken." in out) == (0, True)
    assert Journal.open(places).marked(Mark.NEVER_LEAVE) == {own}
    left = exported(capsys, tmp_path)
    assert "EEND" in left and "BEER" in left and "VOS" not in left
    code, _, err = run(capsys, "herstel", "--weer-mee")
    assert (code, "Er is niets veranderd" in err) == (1, True)


def test_a_file_that_is_cut_off_anywhere_keeps_its_marks(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    free, shut_in = begin(places)
    content = places.journal.read_bytes()
    assert content.index(b'"marks"') < content.index(b'"entries"')
    places.journal.write_bytes(content[: content.index(b'"revisions"', content.index(shut_in.encode() + b'","kind"'))])
    assert "nooit mee" not in redden(capsys)
    journal = Journal.open(places)
    assert journal.marked(Mark.BRING) == {free}
    assert "EEND" in exported(capsys, tmp_path)


def test_a_file_of_before_gets_its_marks_in_front_with_the_next_save_and_not_earlier(places: Places) -> None:
    free, shut_in = begin(places)
    content = lay_out_as_1_0(places)
    journal = Journal.open(places)
    journal.mark(shut_in, Mark.NEVER_LEAVE, True)
    assert places.journal.read_bytes() == content
    journal.add(Kind.NOTE, "erbij")
    after = places.journal.read_bytes()
    assert after.index(b'"marks"') < after.index(b'"entries"')
    journal.add(Kind.NOTE, "en nog een")
    again = Journal.open(places)
    assert (again.marked(Mark.NEVER_LEAVE), again.marked(Mark.BRING)) == ({shut_in}, {free})
    assert len(again.entries) == 4


@pytest.mark.parametrize("legible", [True, False])
def test_a_loose_text_of_what_never_leaves_does_not_leave(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, legible: bool
) -> None:
    _, shut_in = begin(places)
    if legible:
        damage(places, shut_in)
    else:
        content = places.journal.read_bytes()
        places.journal.write_bytes(content.replace(f'{shut_in}","kind"'.encode(), b"????"))
    out = redden(capsys)
    assert "Van 1 stuk is niet te zien of je het op ‘gaat nooit mee’ had gezet; daarom gaat het nooit mee" in out
    left = exported(capsys, tmp_path)
    assert "EEND" in left and "BEER" not in left
    assert SECRET in {each.text for each in Journal.open(places).newest_first()}


def test_where_nothing_was_ever_shut_in_a_loose_text_may_leave(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "EEND mag mee")
    damage(places, journal.add(Kind.NOTE, "ook dit mag mee").id)
    assert "nooit mee" not in redden(capsys)
    assert "ook dit mag mee" in exported(capsys, tmp_path)


def test_what_lay_in_the_trash_lies_there_again_and_what_was_taken_out_of_it_does_not(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "heel gebleven")
    thrown, back = journal.add(Kind.NOTE, "eerst zo"), journal.add(Kind.NOTE, "toch houden")
    journal.change(thrown.id, "daarna anders")
    journal.trash(thrown.id)
    journal.trash(back.id)
    journal.restore(back.id)
    for each in (thrown, back):
        damage(places, each.id)
    redden(capsys)
    again = Journal.open(places)
    assert {each.text for each in again.newest_first()} == {"heel gebleven", "toch houden"}
    assert {each.text for each in again.newest_first(state=State.TRASH)} == {"eerst zo", "daarna anders"}


@pytest.mark.parametrize("how", ["whole", "another kind", "cut off"])
def test_what_was_wiped_does_not_come_back_out_of_a_damaged_file_of_before(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, how: str
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "heel gebleven")
    gone = journal.add(Kind.NOTE, "GEWISTE woorden", data={"cards": [{"text": "GEWISTE kaart"}]})
    journal.change(gone.id, "GEWISTE woorden van later")
    shutil.copy(places.journal, tmp_path / "oud.json")
    wipe(journal, [gone.id])
    shutil.copy(tmp_path / "oud.json", places.journal)
    if how == "another kind":
        damage(places, gone.id)
    else:
        content = places.journal.read_bytes()
        places.journal.write_bytes(content[: content.index(b" van later") + 8] if how == "cut off" else content[:-3])
    assert "Teruggezet: 1 stuk." in redden(capsys)
    assert "GEWISTE" not in places.journal.read_text("utf-8")


@pytest.mark.parametrize("which", ["--redden", "1"])
def test_what_never_leaves_by_the_damaged_file_does_not_leave_by_a_backup(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, which: str
) -> None:
    free, shut_in = begin(places)
    Backups(places).make(Why.DAY)
    Journal.open(places).mark(free, Mark.NEVER_LEAVE, True)
    places.journal.write_bytes(places.journal.read_bytes()[:-9])
    assert run(capsys, "herstel", which)[0] == 0
    assert Journal.open(places).marked(Mark.NEVER_LEAVE) == {free, shut_in}
    assert exported(capsys, tmp_path) == ""


def test_a_piece_that_comes_back_from_a_backup_never_leaves_when_it_did_not_there(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    _, shut_in = begin(places)
    Backups(places).make(Why.DAY)
    tables = json.loads(places.journal.read_bytes())
    for name in ("entries", "marks"):
        tables[name] = {number: row for number, row in tables[name].items() if shut_in not in json.dumps(row)}
    places.journal.write_text(json.dumps(tables), "utf-8")
    assert run(capsys, "herstel", "1")[0] == 0
    journal = Journal.open(places)
    assert shut_in in journal.entries and journal.marked(Mark.NEVER_LEAVE) == {shut_in}

"""TinyDB's documented behaviour, through the durable storage."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals import STRANGE_TEXTS, Reversing, files_under
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from goedwerk_tui.base.disk import Disk
from goedwerk_tui.journal.codec import encode, parse, render
from goedwerk_tui.journal.storage import DurableStorage
from goedwerk_tui.journal.transactions import Transactions
from goedwerk_tui.journal.trouble import JournalReadOnly, JournalUnreadable, SaveFailed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "db.json"


def test_insert_search_update_upsert_remove(path: Path) -> None:
    db = TinyDB(path, storage=DurableStorage)
    assert db.insert({"name": "een", "n": 1}) == 1
    assert db.insert_multiple([{"name": "twee", "n": 2}, {"name": "drie", "n": 3}]) == [2, 3]
    assert db.search(where("n") > 1) == [{"name": "twee", "n": 2}, {"name": "drie", "n": 3}]
    assert db.update({"n": 10}, where("name") == "een") == [1]
    assert db.update(increment("n"), doc_ids=[1]) == [1]
    assert db.update(delete("n"), where("name") == "drie") == [3]
    assert db.upsert({"name": "vier", "n": 4}, where("name") == "vier") == [4]
    assert db.upsert({"n": 44}, where("name") == "vier") == [4]
    assert db.upsert(Document({"name": "negen"}, doc_id=9)) == [9]
    assert db.remove(where("name") == "twee") == [2]
    assert db.remove(doc_ids=[9]) == [9]
    expected = [{"name": "een", "n": 11}, {"name": "drie"}, {"name": "vier", "n": 44}]
    assert db.all() == expected
    assert db.get(doc_id=4) == {"name": "vier", "n": 44}
    assert db.contains(where("n") == 44)
    db.close()
    again = TinyDB(path, storage=DurableStorage)
    assert again.all() == expected
    assert again.insert({"name": "vijf"}) == 5


def test_tables_truncate_drop(path: Path) -> None:
    db = TinyDB(path, storage=DurableStorage)
    db.table("a").insert({"x": 1})
    db.table("b").insert_multiple([{"x": 2}, {"x": 3}])
    db.insert({"x": 4})
    assert db.tables() == {"a", "b", "_default"}
    db.table("b").truncate()
    assert len(db.table("b")) == 0
    db.drop_table("a")
    assert TinyDB(path, storage=DurableStorage).tables() == {"b", "_default"}
    TinyDB(path, storage=DurableStorage).drop_tables()
    assert TinyDB(path, storage=DurableStorage).tables() == set()


def test_closing_and_opening_twice(path: Path) -> None:
    with TinyDB(path, storage=DurableStorage) as db:
        db.insert({"x": 1})
    db.close()
    with pytest.raises(ValueError, match="closed"):
        db.insert({"x": 2})
    with TinyDB(path, storage=DurableStorage) as again:
        assert again.all() == [{"x": 1}]


def test_two_open_on_one_file_see_each_other(path: Path) -> None:
    one, other = TinyDB(path, storage=DurableStorage), TinyDB(path, storage=DurableStorage)
    one.insert({"x": 1})
    assert other.all() == [{"x": 1}]
    other.insert({"x": 2})
    assert one.all() == [{"x": 1}, {"x": 2}]


def test_the_file_is_json_that_tinydb_itself_reads_with_a_document_a_line(path: Path) -> None:
    db = TinyDB(path, storage=DurableStorage)
    documents = [{"text": text, "data": {"deep": [1, 2.5, None, True, text]}} for text in STRANGE_TEXTS.values()]
    db.insert_multiple(documents)
    assert TinyDB(path, encoding="utf-8").all() == documents
    assert list(json.loads(path.read_bytes())) == ["_default"]
    assert path.read_bytes().count(b"\n") == len(documents) + 4


def test_a_file_of_tinydb_itself_is_read(path: Path) -> None:
    plain = TinyDB(path, encoding="utf-8", indent=4)
    plain.insert({"text": "één\n[b]", "n": 2**70, "f": 1e16})
    db = TinyDB(path, storage=DurableStorage)
    db.insert({"text": "twee"})
    assert TinyDB(path, encoding="utf-8").all() == [{"text": "één\n[b]", "n": 2**70, "f": 1e16}, {"text": "twee"}]


def test_nothing_is_written_by_opening_and_reading(path: Path) -> None:
    db = TinyDB(path, storage=DurableStorage)
    assert db.all() == [] and db.tables() == set()
    assert not path.exists()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes", "\ud800", object()])
def test_what_json_does_not_have_is_refused_and_changes_nothing(path: Path, value: object) -> None:
    db = TinyDB(path, storage=DurableStorage)
    db.insert({"x": 1})
    with pytest.raises((TypeError, ValueError)):
        db.insert({"x": value})
    assert db.all() == [{"x": 1}]
    db.insert({"x": 2})
    assert TinyDB(path, storage=DurableStorage).all() == [{"x": 1}, {"x": 2}]


def test_read_only_reads_and_refuses(path: Path) -> None:
    TinyDB(path, storage=DurableStorage).insert({"x": 1})
    before = files_under(path.parent)
    db = TinyDB(path, storage=DurableStorage, read_only=True)
    assert db.all() == [{"x": 1}]
    with pytest.raises(JournalReadOnly):
        db.insert({"x": 2})
    assert files_under(path.parent) == before


def test_it_works_behind_tinydbs_own_middleware(path: Path) -> None:
    with TinyDB(path, storage=CachingMiddleware(DurableStorage)) as db:
        db.insert({"x": 1})
    assert TinyDB(path, storage=DurableStorage).all() == [{"x": 1}]


def test_a_change_made_between_reading_and_writing_is_not_overwritten(path: Path) -> None:
    storage, other = DurableStorage(path), DurableStorage(path)
    other.write({"t": {"1": {"x": 1}}})
    tables = storage.read()
    assert tables == {"t": {"1": {"x": 1}}}
    other.read()
    other.write({"t": {"1": {"x": 1}, "2": {"x": 2}}})
    for data in ({"t": {}}, {"t": {"1": {"x": 1}}}):
        with pytest.raises(SaveFailed, match="intussen"):
            storage.write(data)
    assert storage.read() == {"t": {"1": {"x": 1}, "2": {"x": 2}}}
    storage.write({"t": {}})
    assert storage.read() == other.read() == {"t": {}}


def test_a_change_made_while_the_new_file_is_written_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = TinyDB(path, storage=DurableStorage)
    db.insert({"x": 1})
    real = os.fsync

    def meanwhile(descriptor: int) -> None:
        monkeypatch.undo()
        TinyDB(path, storage=DurableStorage).insert({"x": "van elders"})
        real(descriptor)

    monkeypatch.setattr("os.fsync", meanwhile)
    with pytest.raises(SaveFailed, match="intussen"):
        db.insert({"x": 2})
    assert [each["x"] for each in db] == [1, "van elders"]
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_not_committed_did_not_happen() -> None:
    transactions = Transactions(MemoryStorage)
    db = TinyDB(storage=transactions)
    db.insert({"x": 1})
    transactions.begin()
    db.update({"x": 2})
    db.table("ander").insert({"y": 1})
    assert db.all() == [{"x": 2}]
    transactions.roll_back()
    assert db.all() == [{"x": 1}] and db.tables() == {"_default"}
    transactions.begin()
    db.update({"x": 3})
    transactions.commit()
    assert db.all() == [{"x": 3}]


def test_a_file_not_understood_is_not_written_to_even_without_reading_first(path: Path) -> None:
    path.write_bytes(b"geen json")
    with pytest.raises(JournalUnreadable):
        TinyDB(path, storage=DurableStorage).drop_tables()
    assert path.read_bytes() == b"geen json"


def test_a_seal_stands_between_memory_and_disk(path: Path) -> None:
    db = TinyDB(path, storage=DurableStorage, disk=Disk(Reversing()))
    db.insert({"text": "geheim"})
    db.insert({"text": "meer"})
    assert path.read_bytes().startswith(b"SEALED") and b"geheim" not in path.read_bytes()
    assert TinyDB(path, storage=DurableStorage, disk=Disk(Reversing())).all() == [{"text": "geheim"}, {"text": "meer"}]
    path.write_bytes(b'{"_default": {}}')
    with pytest.raises(JournalUnreadable, match="ontsleuteld"):
        TinyDB(path, storage=DurableStorage, disk=Disk(Reversing())).all()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
TABLES = st.dictionaries(
    st.text(), st.dictionaries(st.text(), st.dictionaries(st.text(), VALUES, max_size=4), max_size=4), max_size=3
)


@given(TABLES)
def test_any_tables_come_back_as_they_were(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    lines = encode(tables, {})
    plain = render(lines)
    assert json.loads(plain) == tables
    assert parse(plain) == (tables, lines)
    assert parse(json.dumps(tables, indent=1).encode())[0] == tables

"""Hundreds of ways in which a journal file can be damaged."""

import json
import random
from collections.abc import Iterator
from typing import Any

SCHEMA_PATHS = (
    ("_meta", "1", "program"),
    ("_meta", "1", "schema"),
    ("_meta", "1", "journal"),
    ("_meta", "1"),
    ("_meta",),
    ("entries",),
    ("entries", "1"),
    ("entries", "1", "id"),
    ("entries", "1", "kind"),
    ("entries", "1", "origin"),
    ("entries", "1", "origin", "words"),
    ("entries", "1", "revisions"),
    ("entries", "1", "revisions", 0),
    ("entries", "1", "revisions", 0, "id"),
    ("entries", "1", "revisions", 0, "at"),
    ("entries", "1", "revisions", 0, "text"),
    ("entries", "1", "revisions", 0, "data"),
    ("entries", "1", "revisions", 0, "state"),
    ("entries", "1", "revisions", 0, "after"),
    ("progress", "1", "status"),
    ("progress", "1", "at"),
    ("marks", "1", "on"),
    ("marks", "1", "mark"),
    ("position", "1"),
    ("meetings",),
    ("meetings", "1", "id"),
    ("meetings", "1", "day"),
    ("meetings", "1", "session"),
    ("meetings", "1", "on"),
    ("meetings", "1", "at"),
)
WRONG_VALUES: tuple[object, ...] = (7, 2.5, True, "onzin", [], [1], {"x": 1}, -1, "", 10**40)
MISSING = object()


def corpus(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a name and the bytes of every damaged form of a journal file."""
    yield from _whole_files(good)
    yield from scarred(good)
    yield from _misshapen(good)


def scarred(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a name and the bytes of a file of which parts were lost, changed or doubled, whatever its version."""
    yield from _truncated(good)
    yield from _flipped(good)
    yield from _overwritten(good)
    yield from _doubled(good)


def _whole_files(good: bytes) -> Iterator[tuple[str, bytes]]:
    text = good.decode()
    yield "empty", b""
    yield "spaces", b" " * 4096
    yield "line ends", b"\n" * 4096
    yield "NUL bytes", b"\0" * len(good)
    for literal in ("null", "true", "7", '"tekst"', "[]", "[{}]", "{}", '{"_default": {}}', '{"entries": {}}', "NaN"):
        yield literal, literal.encode()
    yield "two BOMs", b"\xef\xbb\xbf" * 2 + good
    yield "UTF-16", text.encode("utf-16")
    yield "UTF-16 without BOM", text.encode("utf-16-le")
    yield "UTF-32", text.encode("utf-32")
    yield "latin-1", text.encode("latin-1", "replace")
    yield "another program's TinyDB file", b'{"_default": {"1": {"type": "apple", "count": 7}}}'
    yield "another program's meta", b'{"_meta": {"1": {"program": "anders", "schema": 1, "journal": "x"}}}'
    yield "newer", good.replace(b'"schema":3', b'"schema":4')
    yield "much newer", good.replace(b'"schema":3', b'"schema":' + b"9" * 40)
    yield "older than ever", good.replace(b'"schema":3', b'"schema":0')
    yield "twice", good + good
    yield "trailing text", good + b"x"
    yield "trailing NUL", good + b"\0" * 512
    yield "leading text", b"x" + good
    for levels in (100, 2_000, 100_000):
        yield f"{levels} arrays", b"[" * levels + b"]" * levels
        yield f"{levels} objects", b'{"a":' * levels + b"1" + b"}" * levels
        yield (
            f"{levels} levels in data",
            good.replace(b'"data":null', b'"data":{"a":' + b"[" * levels + b"]" * levels + b"}", 1),
        )
        yield f"{levels} levels unclosed", b"[" * levels
    for number in (b"NaN", b"Infinity", b"-Infinity", b"1e999", b"9" * 5000, b"01", b"+1", b".5", b"0x10"):
        yield f"number {number[:10].decode()}", good.replace(b'"data":null', b'"data":{"n":' + number + b"}", 1)
    for escape in (
        rb"\ud800",
        rb"\udc00\ud800",
        rb"\u12",
        rb"\x41",
        b"\n",
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xc0\xaf",
    ):
        yield f"text with {escape!r}", good.replace(b'"text":"', b'"text":"' + escape, 1)


def _truncated(good: bytes) -> Iterator[tuple[str, bytes]]:
    for part in range(1, 80):
        yield f"truncated to {part}/80", good[: len(good) * part // 80]
    for cut in (1, 2, 3, 4):
        yield f"truncated by {cut}", good[:-cut]
    yield "truncated and filled with NUL", good[: len(good) // 2].ljust(len(good), b"\0")
    yield "beginning lost", good[len(good) // 2 :]


def _flipped(good: bytes) -> Iterator[tuple[str, bytes]]:
    places = random.Random(1)
    for number in range(60):
        at, bit = places.randrange(len(good)), 1 << places.randrange(8)
        yield f"bit {number} flipped at {at}", good[:at] + bytes([good[at] ^ bit]) + good[at + 1 :]


def _overwritten(good: bytes) -> Iterator[tuple[str, bytes]]:
    places = random.Random(2)
    for number in range(20):
        at = places.randrange(len(good) - 600)
        yield f"block {number} of zeros", good[:at] + b"\0" * 512 + good[at + 512 :]
        yield f"block {number} of noise", good[:at] + places.randbytes(64) + good[at + 64 :]


def _misshapen(good: bytes) -> Iterator[tuple[str, bytes]]:
    for path in SCHEMA_PATHS:
        for value in (*WRONG_VALUES, None, MISSING):
            tables = json.loads(good)
            inside: Any = tables
            for step in path[:-1]:
                inside = inside[step]
            if value is MISSING:
                del inside[path[-1]]
            elif type(inside[path[-1]]) is type(value) or (value is None and inside[path[-1]] is None):
                continue
            else:
                inside[path[-1]] = value
            name = "missing" if value is MISSING else json.dumps(value)[:12]
            yield f"{'.'.join(map(str, path))} {name}", json.dumps(tables).encode()
    for table, key in (("entries", "x"), ("entries", "01"), ("entries", "-1"), ("entries", ""), ("marks", "9" * 5000)):
        tables = json.loads(good)
        tables[table][key] = tables[table].pop("1")
        yield f"document number {table} {key[:5]}", json.dumps(tables).encode()
    for at in ("gisteren", "2026-11-24", "2026-11-24T09:00:00", "2026-11-24T09:00:00+01:00", "9999-12-31T23:59:59Z"):
        tables = json.loads(good)
        tables["entries"]["1"]["revisions"][0]["at"] = at
        yield f"moment {at}", json.dumps(tables).encode()
    for day in ("2026-02-30", "10000-01-01", "0000-01-01", "morgen", "2026-11-24T09:00:00Z"):
        tables = json.loads(good)
        tables["meetings"]["1"]["day"] = day
        yield f"day {day}", json.dumps(tables).encode()
    tables = json.loads(good)
    tables["entries"]["1"]["onbekend"] = 1
    yield "unknown field", json.dumps(tables).encode()
    yield "unknown table", json.dumps({**json.loads(good), "anders": {}}).encode()


def _doubled(good: bytes) -> Iterator[tuple[str, bytes]]:
    yield "duplicate table", good.replace(b'"entries": {', b'"entries": {},\n"entries": {', 1)
    yield "duplicate document", good.replace(b'"entries": {\n"1"', b'"entries": {\n"1": {"id":"z"},\n"1"', 1)
    yield "duplicate field", good.replace(b'"kind":', b'"kind":"note","kind":', 1)
    yield "duplicate text", good.replace(b'"text":', b'"text":"weg","text":', 1)
    tables = json.loads(good)
    tables["entries"]["900"] = tables["entries"]["1"]
    yield "duplicate entry id", json.dumps(tables).encode()
    tables = json.loads(good)
    tables["entries"]["1"]["revisions"] *= 2
    yield "duplicate revision id", json.dumps(tables).encode()
    tables = json.loads(good)
    tables["_meta"]["2"] = tables["_meta"]["1"]
    yield "two heads", json.dumps(tables).encode()

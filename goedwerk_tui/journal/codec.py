"""How TinyDB's tables stand in a file: valid JSON with one document a line.

A document is encoded in one way only, so that a file that was written here is read line by line, and what is
not changed is known by its line.
"""

import json
from collections.abc import Mapping
from typing import Any, cast

import msgspec

from goedwerk_tui.base.decoding import wide_form, without_mark

Tables = dict[str, dict[str, Any]]
"""Documents by table and by document id, as TinyDB passes them to a storage."""
Lines = dict[str, dict[str, bytes]]
"""The encoded documents by table and by document id."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class NotTables(ValueError):
    """These bytes are no TinyDB tables, or would not survive being read and written."""


def encode(tables: Mapping[str, Mapping[str, Any]], known: Lines) -> Lines:
    """Encode every document.

    Args:
        tables: what TinyDB passes.
        known: the lines of what was encoded or read before; only what differs is checked for being JSON.

    Raises:
        TypeError: a value that JSON doesn't have.
        ValueError: a number that JSON doesn't have, or a lone surrogate.
    """
    lines: Lines = {}
    for name, documents in tables.items():
        before = known.get(name, {})
        lines[name] = table = {}
        for document_id, document in documents.items():
            line = _encode(document)
            if before.get(document_id) != line:
                json.dumps(document, allow_nan=False)
            table[document_id] = line
    return lines


def decode(lines: Lines) -> Tables:
    """Return the documents of these lines."""
    return {name: {key: _decode(line) for key, line in table.items()} for name, table in lines.items()}


def render(lines: Lines) -> bytes:
    """Return the whole file."""
    tables: list[bytes] = []
    for name, documents in lines.items():
        rows = b",\n".join([b"%b: %b" % (_encode(key), line) for key, line in documents.items()])
        tables.append(b"%b: {\n%b}" % (_encode(name), rows + b"\n" if rows else b""))
    return b"{\n%b\n}\n" % b",\n".join(tables)


def parse(plain: bytes) -> tuple[Tables, Lines]:
    """Read a whole file, strictly: duplicate keys, NaN and lone surrogates are refused.

    Raises:
        NotTables: this is no JSON, or not of TinyDB's shape; the message says in English what it is.
    """
    return _parse_own(plain) or _parse_any(plain)


def _parse_own(plain: bytes) -> tuple[Tables, Lines] | None:
    """Read a file as it is written here, or return None when it is not that to the letter."""
    lines: Lines = {}
    tables: Tables = {}
    table: dict[str, bytes] = {}
    documents: dict[str, Any] = {}
    try:
        for line in plain.split(b"\n"):
            if line.endswith(b": {"):
                name = _decode(line[:-3])
                table, documents = lines.setdefault(name, {}), tables.setdefault(name, {})
            elif line.startswith(b'"'):
                key, _, body = line.partition(b": ")
                body = body.removesuffix(b",")
                document_id, document = _decode(key), _decode(body)
                if not isinstance(document, dict) or _encode(document) != body:
                    return None
                table[document_id], documents[document_id] = body, document
        return (tables, lines) if render(lines) == plain else None
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
        # Not ours to the letter; the strict reader says what is wrong, if anything is.
        return None


def _parse_any(plain: bytes) -> tuple[Tables, Lines]:
    tables = _as_tables(_strict(plain))
    try:
        return tables, encode(tables, {})
    except (ValueError, TypeError, RecursionError) as error:
        raise NotTables(str(error)) from error


def parse_object(plain: bytes) -> dict[str, Any]:
    """Read one JSON object as strictly as a journal: no duplicate keys, NaN or lone surrogates.

    Raises:
        NotTables: it is anything else.
    """
    found = _strict(plain)
    if not isinstance(found, dict):
        raise NotTables("no object at the top")
    try:
        json.dumps(found, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise NotTables(str(error)) from error
    return cast("dict[str, Any]", found)


class OtherEncoding(NotTables):
    """These bytes are text of another kind than UTF-8; the message says which."""


def _strict(plain: bytes) -> object:
    if form := wide_form(plain):
        raise OtherEncoding(form)
    try:
        return json.loads(without_mark(plain).decode("utf-8"), object_pairs_hook=_without_duplicates)
    except RecursionError as error:
        raise NotTables("nested too deeply") from error
    except ValueError as error:
        raise NotTables(str(error)) from error


def _as_tables(found: object) -> Tables:
    if not isinstance(found, dict):
        raise NotTables("no object at the top")
    for name, documents in cast("dict[str, object]", found).items():
        if not isinstance(documents, dict):
            raise NotTables(f"table {name!r} is no object")
        for document_id, document in cast("dict[str, object]", documents).items():
            if not isinstance(document, dict):
                raise NotTables(f"document {document_id!r} of table {name!r} is no object")
    return cast("Tables", found)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotTables("a key stands twice in one object")
    return found

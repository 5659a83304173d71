"""Holding a tree of nodes against a struct, collecting every difference with its line.

msgspec itself stops at the first error and knows no lines; it comes last, on values that have passed here.
"""

import functools
import re
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect

from goedwerk_tui.base.text import clean
from goedwerk_tui.programme import dialect
from goedwerk_tui.programme.model import DAY_PATTERN, ID_PATTERN, LINE_PATTERN
from goedwerk_tui.programme.nodes import Fields, Items, Node, Scalar
from goedwerk_tui.programme.plain_values import day_meant, number_meant
from goedwerk_tui.programme.problems import Findings, is_title_of, nearest, one_of, perhaps, quoted

T = TypeVar("T")

_WRONG = object()
"""Stands for a value about which a problem has been noted."""

_TRUTHS = {"true": True, "false": False}
_PATTERNS = {
    ID_PATTERN: "een id van kleine letters, cijfers en koppeltekens (zoals leest-lekkerder)",
    LINE_PATTERN: "een tekst op één regel",
    DAY_PATTERN: "een datum als 2026-11-28",
}


def read(node: Node, kind: type[T], findings: Findings) -> T | None:
    """Turn a tree into a struct (or a tuple of structs).

    Returns:
        The value, or None when ``findings`` got at least one problem by it.
    """
    before = len(findings.problems)
    findings.lines[""] = node.line
    value = _walk(node, _type_info(kind), "", findings)
    if value is _WRONG or len(findings.problems) > before:
        return None
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        findings.add(node.line, f"iets dat niet klopt ({error})", "wat docs/content.md beschrijft")
        return None


@functools.cache
def _type_info(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _walk(node: Node, wanted: inspect.Type, path: str, findings: Findings) -> Any:
    findings.lines.setdefault(path, node.line)
    while isinstance(wanted, inspect.Metadata):
        wanted = wanted.type
    match wanted:
        case inspect.UnionType():
            return _walk(node, _present(wanted), path, findings)
        case inspect.StructType():
            return _walk_struct(node, wanted, path, findings)
        case inspect.VarTupleType():
            return _walk_items(node, wanted, path, findings)
        case inspect.StrType():
            return _walk_text(node, wanted, path, findings)
        case inspect.IntType():
            return _walk_number(node, wanted, path, findings)
        case inspect.BoolType() | inspect.LiteralType():
            return _walk_word(node, wanted, path, findings)
        case _:
            raise TypeError(f"no content is of the type {wanted}")


def _walk_struct(node: Node, wanted: inspect.StructType, path: str, findings: Findings) -> Any:
    if not isinstance(node, Fields):
        as_written = f", {_as_group(wanted)}" if path.endswith("]") else ""
        names = ", ".join(field.name for field in wanted.fields)
        return _wrong(node, path, f"velden{as_written or f' ({names})'}", findings)
    known = {field.name: field for field in wanted.fields}
    prefix = f"{path}." if path else ""
    values: dict[str, Any] = {}
    # What is there already is not what another field was meant to be.
    missing = [name for name in known if name not in node.fields]
    misnamed: set[str] = set()
    for name, (line, value) in node.fields.items():
        if name in known:
            findings.lines[prefix + name] = line
            values[name] = _walk(value, known[name].type, prefix + name, findings)
        else:
            inner = next((each for each, field in known.items() if name in _names_in(field.type)), "")
            expected = f"een van de velden {one_of(known)}{perhaps(name, missing)}"
            expected = f"dat veld onder {inner}, verder ingesprongen" if inner else expected
            findings.add(line, f"een onbekend veld {quoted(name)}", expected, prefix + name)
            misnamed.add(nearest(name, missing))
    for name, field in known.items():
        if field.required and name not in values:
            values[name] = _WRONG
            if name in misnamed:
                findings.misnamed.append(prefix + name)
            else:
                findings.add(findings.line(path), "niets", f"het veld {name}: {_describe(field.type)}", prefix + name)
    return _WRONG if _WRONG in values.values() else values


def _names_in(wanted: inspect.Type) -> tuple[str, ...]:
    """Return the names of the fields of a group that is a field."""
    while isinstance(wanted, inspect.Metadata | inspect.UnionType):
        wanted = wanted.type if isinstance(wanted, inspect.Metadata) else _present(wanted)
    return tuple(field.name for field in wanted.fields) if isinstance(wanted, inspect.StructType) else ()


def _walk_items(node: Node, wanted: inspect.VarTupleType, path: str, findings: Findings) -> Any:
    if not isinstance(node, Items):
        return _wrong(node, path, f"een lijst{_as_list(node, wanted)}", findings)
    group, first = wanted.item_type, next(iter(node.items), None)
    if isinstance(group, inspect.StructType) and first and all(isinstance(each, Scalar) for each in node.items):
        several = f"een lijst van losse woorden ({shown(first)}{', …' if len(node.items) > 1 else ''})"
        findings.add(first.line, several, f"bij elk {_as_group(group)}", path)
        return _WRONG
    values = [_walk(item, wanted.item_type, f"{path}[{n}]", findings) for n, item in enumerate(node.items, 1)]
    least, most = wanted.min_length or 0, wanted.max_length
    if len(values) < least or (most is not None and len(values) > most):
        count = "een lege lijst" if not values else f"een lijst van {len(values)}"
        expected = f"een lijst van {least} tot en met {most}" if most else f"een lijst van ten minste {least}"
        findings.add(node.line, count, expected, path)
        return _WRONG
    return _WRONG if _WRONG in values else values


def _as_list(node: Node, wanted: inspect.VarTupleType) -> str:
    """Return how what stands in the place of a list is written as one; empty where that can't be said."""
    if isinstance(node, Fields):
        first = next(iter(node.fields), "")
        return f", met een streepje voor elk nieuw ding: ‘- {first}: …’" if first else ""
    item = wanted.item_type.type if isinstance(wanted.item_type, inspect.Metadata) else wanted.item_type
    return _text_as_list(node.text.strip(), item) if isinstance(node, Scalar) else ""


def _text_as_list(text: str, item: inspect.Type) -> str:
    if re.match(r"-\w", text):
        return ", met een spatie achter elk streepje"
    if isinstance(item, inspect.StructType):
        return f", met voor elk ding {_as_group(item)}"
    if re.search(r"\S - \S", text):
        return ", met ook voor het eerste een streepje"
    if _IDS_IN_A_ROW.fullmatch(text):
        return f" ([{', '.join(_BETWEEN_IDS.split(text))}])"
    return ", met elk ding op een eigen regel achter ‘- ’" if text else ""


def _as_group(wanted: inspect.StructType) -> str:
    """Return how something in a list is begun, with the fields that it must have."""
    first, *others = [field.name for field in wanted.fields if field.required] or [wanted.fields[0].name]
    below = " en daaronder " + ", ".join(f"‘  {name}: …’" for name in others) if others else ""
    return f"‘- {first}: …’{below}"


_BETWEEN_IDS = re.compile(r"[\s,;]+")
_IDS_IN_A_ROW = re.compile(r"[a-z0-9-]+(?:[\s,;]+[a-z0-9-]+)*")
_OF_EARLIER_EDITIONS = re.compile(r"\bsame_as\[|^retired\[")
"""Where texts stand that nobody reads here any more."""


def _walk_text(node: Node, wanted: inspect.StrType, path: str, findings: Findings) -> Any:
    if not isinstance(node, Scalar):
        return _wrong(node, path, _describe(wanted), findings)
    text = clean(node.text).strip()
    if not text:
        return _wrong(node, path, _describe(wanted), findings)
    if wanted.max_length is not None and len(text) > wanted.max_length:
        findings.add(node.line, f"een tekst van {len(text)} tekens", f"hoogstens {wanted.max_length} tekens", path)
        return _WRONG
    if wanted.pattern is not None and not re.search(wanted.pattern, text):
        hint = ""
        if wanted.pattern == ID_PATTERN:
            hint = _as_id(text, path, findings)
        elif wanted.pattern == DAY_PATTERN and (day := day_meant(text)):
            hint = f"; bedoelde je ‘{day}’?"
        return _wrong(node, path, _describe(wanted) + hint, findings)
    findings.texts[path] = text
    if wanted.pattern not in (ID_PATTERN, DAY_PATTERN):
        if not _OF_EARLIER_EDITIONS.search(path):
            findings.prose.append(path)
        for offence in dialect.offences(text, body=False):
            findings.add(node.line, offence.found, offence.expected, path)
    return text


_COINED = re.compile(r"^(?!change\[).*\bid$")
"""Where an id stands that its author thinks up; elsewhere it is one of what is there."""
_EARLIER = re.compile(r"(?:\bwas|\bformerly\[\d+\])$")
"""Where an id stands that is no more."""


def _as_id(text: str, path: str, findings: Findings) -> str:
    """Say which sign of a text is in the way, or which id may be meant by it."""
    if told := _sign_in_the_way(text) or _what_it_is(path, findings):
        return told
    meant = dialect.slug(text.removesuffix(".md"))
    titled = findings.meant_by(text) if findings.meant_by else ()
    if titled and meant not in titled:
        return is_title_of(titled[0])
    if path.endswith("]") and _BETWEEN_IDS.search(text) and _IDS_IN_A_ROW.fullmatch(text):
        apart = ", ".join(_BETWEEN_IDS.split(text))
        return f"; zijn het er meer, dan elk achter een streepje of met komma’s ertussen: {apart}"
    known = findings.meant_by(meant) if findings.meant_by else ()
    if meant and (_COINED.search(path) or meant in known):
        return f"; bedoelde je {quoted(meant)}?"
    return findings.where_ids


def _sign_in_the_way(text: str) -> str:
    if found := re.search("[‐‑–—−]", text):
        return f"; er staat een streepje van Word in (U+{ord(found[0]):04X})"
    if found := re.search("[\u00a0\u00ad\u200b-\u200d\u202f\u2060\ufeff]", text):
        return f"; er staat een onzichtbaar teken in (U+{ord(found[0]):04X})"
    return ""


def _what_it_is(path: str, findings: Findings) -> str:
    """Say which id stands at a path, where no title or likeness can tell it."""
    if _EARLIER.search(path):
        return "; het id van toen, geen titel"
    if path == "id" and findings.file.endswith(".md"):
        return f"; dit bestand heet {quoted(Path(findings.file).stem)}"
    return ""


def _walk_number(node: Node, wanted: inspect.IntType, path: str, findings: Findings) -> Any:
    if isinstance(node, Scalar) and re.fullmatch(r"-?[0-9]{1,9}", node.text.strip()):
        number = int(node.text)
        if (wanted.ge is None or number >= wanted.ge) and (wanted.le is None or number <= wanted.le):
            return number
    meant = number_meant(node.text) if isinstance(node, Scalar) else 0
    fits = (wanted.ge or 0) <= meant <= (wanted.le or meant) and meant
    return _wrong(node, path, f"{_describe(wanted)}{f'; bedoelde je ‘{meant}’?' if fits else ''}", findings)


def _walk_word(node: Node, wanted: inspect.BoolType | inspect.LiteralType, path: str, findings: Findings) -> Any:
    words = _TRUTHS if isinstance(wanted, inspect.BoolType) else {value: value for value in wanted.values}
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text in words:
        return words[text]
    return _wrong(node, path, _describe(wanted) + perhaps(text, map(str, words)), findings)


def _wrong(node: Node, path: str, expected: str, findings: Findings) -> object:
    findings.add(node.line, shown(node), expected, path)
    return _WRONG


def shown(node: Node) -> str:
    """Say in Dutch what a node is, for a problem's ‘er staat’."""
    match node:
        case Scalar():
            return quoted(node.text) if node.text.strip() else "niets"
        case Items():
            return "een lijst"
        case Fields():
            return f"een groep velden ({quoted(', '.join(node.fields))})" if node.fields else "een lege groep velden"


def _present(optional: inspect.UnionType) -> inspect.Type:
    """Return what an optional field is when it is there."""
    return next(one for one in optional.types if not isinstance(one, inspect.NoneType))


def _describe(wanted: inspect.Type) -> str:
    """Say in Dutch what a type expects."""
    match wanted:
        case inspect.Metadata():
            description = _describe(wanted.type)
        case inspect.StrType():
            description = _PATTERNS.get(wanted.pattern or "", "een tekst")
        case inspect.IntType():
            description = f"een geheel getal van {wanted.ge} tot en met {wanted.le}"
        case inspect.BoolType():
            description = one_of(_TRUTHS)
        case inspect.LiteralType():
            values = cast("tuple[str, ...]", wanted.values)
            description = f"een van {one_of(values)}" if len(values) > 1 else one_of(values)
        case inspect.VarTupleType():
            description = "een lijst"
        case _:
            description = "een groep velden"
    return description

"""The names of all fields that a file of content can have, for whoever reads a line that is no YAML."""

import functools
from collections.abc import Iterator
from typing import Any

from msgspec import inspect

from goedwerk_tui.programme.file_schemas import FORMS, LISTS, OverlayFile, PageHead, ProgrammeFile
from goedwerk_tui.programme.model import Session


@functools.cache
def field_names() -> frozenset[str]:
    """Return the name of every field, whatever file it is of."""
    kinds: tuple[Any, ...] = (ProgrammeFile, Session, OverlayFile, PageHead, *LISTS.values())
    return frozenset(name for kind in (*kinds, *(form.head for form in FORMS.values())) for name in _names(kind))


def _names(kind: Any) -> Iterator[str]:
    yield from _names_in(inspect.type_info(kind))


def _names_in(wanted: inspect.Type) -> Iterator[str]:
    match wanted:
        case inspect.Metadata():
            yield from _names_in(wanted.type)
        case inspect.UnionType():
            for each in wanted.types:
                yield from _names_in(each)
        case inspect.VarTupleType():
            yield from _names_in(wanted.item_type)
        case inspect.StructType():
            for field in wanted.fields:
                yield field.name
                yield from _names_in(field.type)
        case _:
            pass

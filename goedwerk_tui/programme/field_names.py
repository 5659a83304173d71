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
    return frozenset(field.name for field in _all_fields())


@functools.cache
def names_of_lists() -> frozenset[str]:
    """Return the name of every field that holds a list of groups of fields, each behind a dash of its own."""
    return frozenset(field.name for field in _all_fields() if _is_list_of_groups(field.type))


def _all_fields() -> Iterator[inspect.Field]:
    kinds: tuple[Any, ...] = (ProgrammeFile, Session, OverlayFile, PageHead, *LISTS.values())
    for kind in (*kinds, *(form.head for form in FORMS.values())):
        yield from _fields_in(inspect.type_info(kind))


def _fields_in(wanted: inspect.Type) -> Iterator[inspect.Field]:
    match wanted:
        case inspect.Metadata():
            yield from _fields_in(wanted.type)
        case inspect.UnionType():
            for each in wanted.types:
                yield from _fields_in(each)
        case inspect.VarTupleType():
            yield from _fields_in(wanted.item_type)
        case inspect.StructType():
            for field in wanted.fields:
                yield field
                yield from _fields_in(field.type)
        case _:
            pass


def _is_list_of_groups(wanted: inspect.Type) -> bool:
    match wanted:
        case inspect.Metadata():
            return _is_list_of_groups(wanted.type)
        case inspect.UnionType():
            return any(map(_is_list_of_groups, wanted.types))
        case inspect.VarTupleType():
            return isinstance(wanted.item_type, inspect.StructType)
        case _:
            return False

"""Exercises on paper: boxes to tick, lines to write on, two sides to fill. No word of keys or screens."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from goedwerk_tui.guidance.exercises.list import WEIGHTS
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import (
    Attribute,
    Card,
    ComposeParts,
    Exercise,
    Field,
    FormParts,
    ListParts,
    ScaleParts,
    SortParts,
)
from goedwerk_tui.programme.model import Option
from goedwerk_tui.sharing.document import Block, Line, Prose, QuestionBlock, Run, Table, prose
from goedwerk_tui.sharing.prose import blocks_of, without_keys

BOX = "☐"
_LINES, _LINES_OF_A_FIELD = 7, 3
_EMPTY_ROWS, _OWN_ROWS = 6, 3
_LABEL, _LABEL_OF_A_CARD = 6, 9
"""How wide what boxes belong to is, beside these."""


def exercise_on_paper(step: Exercise, pack: Pack, *, room: bool) -> Iterator[Block]:
    """Yield an exercise so that it can be done with a pencil.

    Args:
        step: the exercise.
        pack: the programme, for the statements and values that an exercise goes by.
        room: whether there are lines to write on; boxes to tick and tables to fill there always are.
    """
    yield prose(without_keys(step.instruction))
    if step.beforehand:
        yield from _form(step.beforehand, room=room)
    match step.parts:
        case FormParts() as parts:
            yield from _form(parts, room=room)
        case SortParts() as parts:
            yield from _sort(parts, pack, room=room)
        case ScaleParts() as parts:
            yield from _scale(parts, pack, room=room)
        case ListParts() as parts:
            yield from _list(parts, room=room)
        case ComposeParts(parts=parts):
            for each in parts:
                yield QuestionBlock(f"{each.title}: {each.text}", without_keys(each.hint), _LINES if room else 0)
        case _:
            assert_never(step.parts)
    if step.afterwards:
        yield from _form(step.afterwards, room=room)


def _form(parts: FormParts, *, room: bool) -> Iterator[Block]:
    for section in parts.sections:
        yield prose(section.title, "head")
        yield from blocks_of(without_keys(section.text))
        for field in section.fields:
            yield from _field(field, room=room)


def _field(field: Field, *, room: bool) -> Iterator[Block]:
    hint = without_keys(field.hint)
    match field.type:
        case "choice":
            yield QuestionBlock(field.label, hint)
            yield _to_tick(field.options)
        case "table":
            yield QuestionBlock(field.label, hint)
            yield Table((_row(field.columns), *([_row([""] * len(field.columns))] * _EMPTY_ROWS)), tall=True)
        case "date":
            yield QuestionBlock(field.label, hint, 1 if room else 0)
        case _:
            yield QuestionBlock(field.label, hint, _LINES_OF_A_FIELD if room else 0)


def _sort(parts: SortParts, pack: Pack, *, room: bool) -> Iterator[Block]:
    from_values = parts.cards_from == "values"
    values = (
        Card(id=each.id, text=pack.labelled(each.name, "values.yaml", each.id), note=each.meaning)
        for each in pack.values()
    )
    cards = tuple(values) if from_values else parts.cards
    if cards:
        names = [f"{each.name} ({each.quota})" if each.quota else each.name for each in parts.columns]
        boxes = [(Run(BOX),) for _ in names]
        rows = [_row(["", *names])]
        rows += [(_named(card), *boxes) for card in cards]
        if parts.own_card:
            yield prose(parts.own_card)
            rows += [((Run("…"),), *boxes)] * _OWN_ROWS
        yield Table(tuple(rows), widths=(_LABEL_OF_A_CARD, *([2] * len(names))))
    else:
        if parts.own_card:
            yield prose(parts.own_card)
        if parts.shape == "rings":
            yield prose("De eerste ring is de binnenste.", "small")
        yield Table(tuple(_row([each.name, ""]) for each in parts.columns), widths=(1, 3), tall=True, headed=False)
    if parts.colliding:
        yield QuestionBlock(f"Welke kaart {parts.colliding} welke andere?", lines=_LINES_OF_A_FIELD if room else 0)


def _scale(parts: ScaleParts, pack: Pack, *, room: bool) -> Iterator[Block]:
    if parts.items_from == "cases":
        yield prose("Zet bij elk paar een kruis waar je in de casussen uitkwam die je las.")
        pairs = [(each.one, each.other) for each in pack.programme.tensions]
        yield Table(
            tuple(_row([low, *([BOX] * parts.points), high]) for low, high in pairs),
            widths=(3, *([1] * parts.points), 3),
            headed=False,
        )
        return
    groups: dict[str, list[str]] = {}
    if parts.items_from == "statements":
        for dimension in pack.programme.dimensions:
            for each in pack.statements():
                if each.dimension == dimension.id:
                    group = pack.labelled(dimension.name, "statements.yaml", each.id)
                    groups.setdefault(group, []).append(each.text)
    for item in parts.items:
        groups.setdefault(item.group, []).append(item.text)
    number = 0
    for name, texts in groups.items():
        head = [name, parts.low, *([""] * (parts.points - 2)), parts.high]
        rows = [_row([f"{at}. {text}", *([BOX] * parts.points)]) for at, text in enumerate(texts, number + 1)]
        yield Table((_row(head), *rows), widths=(_LABEL, *([1] * parts.points)))
        number += len(texts)
    if parts.because and room:
        yield QuestionBlock("Noem het nummer van een zin waarbij je twijfelde, en schrijf op waarom.", lines=_LINES)


def _list(parts: ListParts, *, room: bool) -> Iterator[Block]:
    yield QuestionBlock(parts.item, without_keys(parts.hint))
    sides = next((each for each in parts.attributes if each.id == parts.sides), None)
    if sides is None:
        head = ["", *(each.label for each in parts.attributes)]
        row = ["", *(_to_say(each) for each in parts.attributes)]
        yield Table((_row(head), *([_row(row)] * _EMPTY_ROWS)), widths=(2, *([1] * len(parts.attributes))), tall=True)
        return
    said = [each for each in parts.attributes if each is not sides and each.type in ("choice", "weight")]
    for each in said:
        yield prose(each.label)
    row = [" ".join(filter(None, map(_to_say, said))) for _ in sides.options]
    yield Table((_row([each.text for each in sides.options]), *([_row(row)] * _EMPTY_ROWS)), tall=True)
    for each in parts.attributes:
        if each is not sides and each not in said and room:
            yield QuestionBlock(each.label, each.hint, _LINES_OF_A_FIELD)


def _to_say(attribute: Attribute) -> str:
    match attribute.type:
        case "choice":
            return "  ".join(f"{BOX} {each.text}" for each in attribute.options)
        case "weight":
            return "  ".join(f"{BOX} {each}" for each in WEIGHTS)
        case _:
            return ""


def _to_tick(options: Sequence[Option]) -> Prose:
    return prose("   ".join(f"{BOX} {each.text}" for each in options))


def _row(cells: Sequence[str]) -> tuple[Line, ...]:
    return tuple((Run(each),) for each in cells)


def _named(card: Card) -> Line:
    return (Run(card.text, "strong"), Run(f": {card.note}")) if card.note else (Run(card.text, "strong"),)

"""What can be wrong with an exercise beyond its types: missing parts, references, quotas that can't be met."""

import re
from collections.abc import Collection, Mapping, Sequence

from goedwerk_tui.programme.exercises import EXERCISE_KINDS, Attribute, Exercise, FormParts, Given, SortParts
from goedwerk_tui.programme.file_schemas import ExerciseHead
from goedwerk_tui.programme.problems import Findings, one_of, quoted

_NAMED = re.compile(r"\{([^{}]*)\}")
_FORMS = ("form", "beforehand", "afterwards")
_UNIQUE = (
    *(f"{form}.sections[].id" for form in _FORMS), *(f"{form}.sections[].fields[].id" for form in _FORMS),
    "sort.columns[].id", "sort.cards[].id", "scale.items[].id", "list.attributes[].id", "compose.parts[].id",
)  # fmt: skip


def check_exercise(head: ExerciseHead, findings: Findings) -> None:
    """Note all that is wrong with the parts of an exercise."""
    given = [name for name in EXERCISE_KINDS if getattr(head, name) is not None]
    if head.again is not None:
        own = ("result", "repeat_after", "beside", "beforehand", "afterwards")
        beside = [name for name in own if getattr(head, name)]
        for name in (*given, *beside):
            findings.add(name, f"een veld {name} naast again", "again, of de opdracht zelf")
        return
    _check_repeating(head, findings)
    if head.result is None:
        findings.add("kind", "geen veld result", "result: measurement of collection")
    if len(given) != 1:
        found = "geen soort opdracht" if not given else f"meer dan één soort opdracht ({', '.join(given)})"
        findings.add("kind", found, f"één van de velden {one_of(EXERCISE_KINDS)}")
        return
    for pattern in _UNIQUE:
        findings.expect_unique(pattern)
    for name in _FORMS:
        _check_form(name, getattr(head, name), findings)
    if given[0] in ("form", "compose"):
        for name in ("beforehand", "afterwards"):
            if getattr(head, name) is not None:
                findings.add(name, f"een veld {name} bij {given[0]}", f"een deel of veld van {given[0]} zelf")
    _check_sort(head, findings)
    _check_scale(head, findings)
    _check_list(head, findings)


def _check_repeating(head: ExerciseHead, findings: Findings) -> None:
    months = head.repeat_after
    if list(months) != sorted(set(months)):
        findings.add("repeat_after", ", ".join(map(str, months)), "maanden van weinig naar veel, elk één keer")
    if months and head.result == "collection":
        findings.add("repeat_after", "een verzameling, die groeit", "repeat_after alleen bij result: measurement")


def _check_form(name: str, form: FormParts | None, findings: Findings) -> None:
    sections = form.sections if form else ()
    ids = [field.id for section in sections for field in section.fields]
    needed = {"choice": "options", "table": "columns", "entry": "kinds"}
    for s, section in enumerate(sections, 1):
        for f, field in enumerate(section.fields, 1):
            path = f"{name}.sections[{s}].fields[{f}]"
            part = needed.get(field.type)
            if part and len(getattr(field, part)) < (1 if part == "kinds" else 2):
                _miss(findings, f"{path}.{part}", field.type, part)
            for gap in _NAMED.findall(field.yields_as):
                if gap not in ids:
                    findings.add(f"{path}.yields_as", quoted(gap), f"een id van een veld ({one_of(ids)})")
            if field.yields_as and field.yields is None:
                findings.add(f"{path}.yields_as", "geen veld yields", "ook het veld yields")
            for flag in ("signal", "forecast"):
                if getattr(field, flag) and field.yields != "intention":
                    findings.add(f"{path}.{flag}", "true zonder voornemen", "ook yields: intention")


def _miss(findings: Findings, path: str, kind: str, part: str) -> None:
    least = "ten minste één" if part == "kinds" else "ten minste twee"
    findings.add(path, "te weinig", f"bij {kind} het veld {part}, met {least}")


def _check_sort(head: ExerciseHead, findings: Findings) -> None:
    sort = head.sort
    if sort is None:
        return
    if sort.cards and sort.cards_from:
        findings.add("sort.cards_from", "ook een veld cards", "cards of cards_from")
    if not sort.cards and not sort.cards_from and not sort.own_card:
        findings.add("sort", "geen kaarten", "cards, cards_from of own_card")
    if sort.cards and not sort.own_card:
        check_quotas(sort, len(sort.cards), findings)


def check_quotas(sort: SortParts, cards: int, findings: Findings) -> None:
    """Note quotas that so many cards can't meet."""
    quotas = [column.quota for column in sort.columns]
    total = sum(quota for quota in quotas if quota is not None)
    free = None in quotas
    if total > cards or (not free and total != cards):
        path = next(f"sort.columns[{n}].quota" for n, quota in enumerate(quotas, 1) if quota is not None)
        wanted = "hoogstens" if free else "samen precies"
        findings.add(path, f"quota van samen {total} bij {cards} kaarten", f"{wanted} {cards}")


def _check_scale(head: ExerciseHead, findings: Findings) -> None:
    scale = head.scale
    if scale is None:
        return
    if scale.items and scale.items_from:
        findings.add("scale.items_from", "ook een veld items", "items of items_from")
    if not scale.items and not scale.items_from and not scale.own_item:
        findings.add("scale", "niets om te plaatsen", "items, items_from of own_item")


def _check_list(head: ExerciseHead, findings: Findings) -> None:
    if head.list is None:
        return
    for n, attribute in enumerate(head.list.attributes, 1):
        if attribute.type == "choice" and len(attribute.options) < 2:
            _miss(findings, f"list.attributes[{n}].options", "choice", "options")
        if attribute.unless is not None:
            _check_given(f"list.attributes[{n}].unless", attribute.unless, head.list.attributes[: n - 1], findings)
    if (forecast := head.list.forecast) is not None:
        choices = [one.id for one in head.list.attributes if one.type == "choice"]
        for name, found in (("chance", forecast.chance), ("outcome", forecast.outcome)):
            if found not in choices:
                findings.add(f"list.forecast.{name}", quoted(found), "een id van een choice")
    if head.list.sides is not None:
        twos = [one.id for one in head.list.attributes if one.type == "choice" and len(one.options) == 2]
        if head.list.sides not in twos:
            findings.add("list.sides", quoted(head.list.sides), "een id van een choice met twee opties")


def _check_given(path: str, given: Given, before: Sequence[Attribute], findings: Findings) -> None:
    choices = {one.id: [option.id for option in one.options] for one in before if one.type == "choice"}
    if given.attribute not in choices:
        findings.add(f"{path}.attribute", quoted(given.attribute), "een id van een choice die ervoor staat")
    elif given.option not in choices[given.attribute]:
        findings.add(
            f"{path}.option", quoted(given.option), f"een van zijn opties ({one_of(choices[given.attribute])})"
        )


def check_against_lists(step: Exercise, findings: Findings, lists: Mapping[str, Collection[object] | None]) -> None:
    """Note what an exercise takes from a list of the pack that is not there, or does not fit it.

    Args:
        step: the exercise.
        findings: gets the problems.
        lists: the lists by file name; None for one that can't be read.
    """
    if step.sort is not None and step.sort.cards_from:
        values = lists.get("values.yaml", ())
        cards = len(values or ())
        if values is None:
            pass
        elif cards == 0:
            findings.add("sort.cards_from", "values, terwijl values.yaml ontbreekt", "een pakket met values.yaml")
        elif not step.sort.own_card:
            check_quotas(step.sort, cards, findings)
    statements = lists.get("statements.yaml", ())
    lacks = statements is not None and not statements
    if step.scale is not None and step.scale.items_from == "statements" and lacks:
        findings.add("scale.items_from", "statements, terwijl statements.yaml ontbreekt", "een lijst statements.yaml")

"""What is wrong with a file that is no YAML: the parser's complaint, with the lines around it, told in Dutch.

A parser stops where it no longer understands; the slip is often a line or more above that. So the lines are looked at
first, and what the parser says only decides between what is left.
"""

import itertools
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from goedwerk_tui.programme.field_names import field_names, names_of_lists
from goedwerk_tui.programme.problems import quoted

_QUOTES = 'de hele tekst tussen "dubbele aanhalingstekens"'
_EARLIER = 5
"""How many lines above the parser's are looked at."""
_FIELD = re.compile(r"(?P<lead> *)(?P<dash>- +)?(?P<name>[\w-]+):(?: +(?P<value>.*))?$")
_HARD_SPACE = re.compile(r" *[\u00a0\u202f\u2007]|\s*(?:- )?[\w-]+:[\u00a0\u202f\u2007]")
_BULLET = re.compile(r"\s*([•·▪◦–—])")
_NO_DASH = re.compile(r"\s*(?P<mark>\d+[.)]|[,;+*]|- -) +(?P<name>[\w-]+):(?: |$)")
_TIGHT_DASH = re.compile(r"\s*-([A-Za-z][\w-]*)")
_TIGHT_COLON = re.compile(r"\s*(?:- )?([a-z_]+):[^\s:/]")
_BLOCK = re.compile(r"(?:: |- )[|>][-+\d]*\s*$")
_NOT_CLOSED = ("een aanhalingsteken dat niet gesloten wordt", "een sluitend aanhalingsteken")
_CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_NO_START = "@`%!&*,?:"


class Slip(NamedTuple):
    """What is wrong, and where."""

    line: int
    """From 0."""
    found: str
    expected: str


_Told: TypeAlias = tuple[str, str] | None


class _Field(NamedTuple):
    """A line with a field: the column of its name, the name and the value."""

    column: int
    name: str
    value: str


def find_slip(lines: list[str], at: int, context: int | None, complaint: str) -> Slip:
    """Return what is wrong with a text, and at which line.

    Args:
        lines: the text.
        at: the line, from 0, at which the parser stopped; it may be one beyond the last.
        context: the line at which that began which it was reading, if it tells.
        complaint: what it says, in English.
    """
    at = min(at, len(lines) - 1)
    if (opened := _unclosed(lines, at)) is not None:
        return opened
    above = [n for n in range(at - 1, -1, -1) if lines[n].strip() and lines[n].lstrip()[0] != "#"]
    begun = [context] if context is not None and context < at and complaint in _OF_ONE_LINE else []
    looks: list[tuple[list[int], tuple[Callable[[str], _Told], ...]]] = [
        ([at, *begun], (*_EVIDENT, *_STOPPED)),
        (above[:_EARLIER], _EVIDENT),
    ]
    for numbers, rules in looks:
        for number in numbers:
            told = next((told for rule in rules if (told := rule(lines[number]))), None)
            if told:
                return Slip(number, *told)
    return _by_place(lines, at, above, complaint)


def _unclosed(lines: list[str], at: int) -> Slip | None:
    """Tell of a quotation mark that is not closed before another field begins, on the line on which it opens."""
    number = 0
    while number <= at:
        quote, column = _left_open(lines[number]), _column(lines[number])
        if quote:
            ends = (n for n in range(number + 1, len(lines)) if quote in lines[n])
            end = next(ends, len(lines))
            # What stands further in belongs to the text, also where it looks like a field.
            within = (field for line in lines[number + 1 : end + 1] if (field := _field(line)))
            if end == len(lines) or any(field.column <= column for field in within):
                told = _apostrophe(lines[number]) or _quotes(lines[number]) or _NOT_CLOSED
                return Slip(number, *told)
            number = end
        elif _BLOCK.search(lines[number]):
            # A text that stands below, as it is.
            while number + 1 <= at and (
                not lines[number + 1].strip() or _indent(lines[number + 1]) > _indent(lines[number])
            ):
                number += 1
        number += 1
    return None


def _column(line: str) -> int:
    """Return where on a line its field begins, or else its text behind a dash."""
    field = _field(line)
    return field.column if field else len(line) - len(re.sub(r"^\s*(?:- +)?", "", line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _left_open(line: str) -> str:
    """Return the quotation mark with which a text begins that does not end on its line; empty when there is none."""
    if line.lstrip()[:1] == "#":
        return ""
    field = _field(line)
    value = field.value if field else re.sub(r"^\s*- +", "", line.strip())
    if value[:1] in ("[", "{"):
        rest = _CLOSED.sub("", value)
        found = re.search(r"[\[{,:]\s*([\"'])", rest)
        return found[1] if found else ""
    is_text = value[:1] in ("'", '"') and (field or line.lstrip()[:1] == "-")
    return value[0] if is_text and not _CLOSED.match(value) else ""


def _by_place(lines: list[str], at: int, above: list[int], complaint: str) -> Slip:
    """Tell what is wrong where no line is wrong by itself."""
    here = _field(lines[at])
    over = _field(lines[above[0]]) if above else None
    if (
        slip := _without_first_dash(lines, at, above)
        or _without_dash(lines, at, above)
        or _without_colon(lines, at, above, complaint)
    ):
        return slip
    if here and over and here.column != over.column and any(part in complaint for part in _OF_INDENT):
        deeper = over.value and here.column > over.column
        if deeper or "mapping values" not in complaint:
            place = _spaces(over.column) if over.column else "helemaal vooraan"
            told = f"even ver als de regel erboven (‘{over.name}:’, {place})"
            first = "; een lijst begint met een streepje" if len(above) == 1 and not over.column else ""
            return Slip(at, f"een regel die {_spaces(here.column)} is ingesprongen", told + first)
    bare = next((n for n in (at, *above[:2]) if _is_bare(lines[n])), None)
    if bare is not None and any(part in complaint for part in _OF_COLON):
        told = "‘veld: waarde’; hoort dit bij de tekst erboven, spring het dan verder in dan dat veld"
        return Slip(bare, "een regel zonder ‘veld:’ ervoor", told)
    return Slip(at, *next((said for part, said in _EXPLANATIONS.items() if part in complaint), _UNKNOWN))


def _without_first_dash(lines: list[str], at: int, above: list[int]) -> Slip | None:
    """Tell of the first thing in a list that has no dash, where what belongs to it stands as far in as if it had."""
    here, first = _field(lines[at]), _field(lines[above[0]]) if above else None
    of = _field(lines[above[1]]) if len(above) > 1 else None
    if not (here and first and of) or _dash(lines[at]) is not None or _dash(lines[above[0]]) is not None:
        return None
    if of.name in names_of_lists() and not of.value and first.value and here.column == first.column + 2:
        told = f"een streepje ervoor: ‘- {first.name}: …’"
        return Slip(above[0], f"het veld {first.name} zonder streepje waar een lijst begint", told)
    return None


def _without_dash(lines: list[str], at: int, above: list[int]) -> Slip | None:
    """Tell of something in a list that begins without a dash, be it the first, this one, or what the line is of."""
    here, column = _field(lines[at]), _dash(lines[at])
    if here is None:
        return None
    beside = list(itertools.takewhile(lambda n: _lead(lines[n]) >= (column or 0), above))
    told = f"een streepje ervoor: ‘- {here.name}: …’"
    if column is not None:
        first = _field(lines[beside[-1]]) if beside else None
        if first and first.name == here.name and _dash(lines[beside[-1]]) is None:
            return Slip(beside[-1], f"het veld {first.name} zonder streepje waar een lijst begint", told)
        return None
    begun = next((n for n in beside if _dash(lines[n]) == here.column and _lead(lines[n]) <= here.column), None)
    begins = _field(lines[begun]) if begun is not None else None
    if begins and begins.name == here.name:
        return Slip(at, f"het veld {here.name} zonder streepje waar in een lijst iets nieuws begint", told)
    return None


def _without_colon(lines: list[str], at: int, above: list[int], complaint: str) -> Slip | None:
    """Tell of a line that begins with the name of a field and has no colon behind it."""
    if not any(part in complaint for part in _OF_COLON):
        return None
    for number in (at, *above[:2]):
        found = re.fullmatch(r"\s*(- )?(\w+)( .*)?", lines[number].rstrip())
        if found and ":" not in lines[number] and found[2] in field_names():
            value = re.sub(r"^ *=", "", found[3] or "")
            told = f"‘{found[1] or ''}{found[2]}:{value}’"
            return Slip(number, f"{quoted(lines[number].strip())} zonder dubbele punt", told)
    return None


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dash(line: str) -> int | None:
    """Return the column of the dash with which a line begins; None when it begins with none."""
    found = re.match(r" *(?=-(?: |$))", line)
    return found.end() if found else None


def _field(line: str) -> _Field | None:
    found = _FIELD.match(line.rstrip())
    if not found:
        return None
    value = re.sub(r"(?:^|\s+)#.*$", "", found["value"] or "")
    return _Field(found.start("name"), found["name"], value.strip())


def _is_bare(line: str) -> bool:
    return not re.match(r"\s*(?:- |-$|#|[\]}]|[\w-]+:(?:\s|$))", line) and bool(line.strip())


def _spaces(number: int) -> str:
    return "niet" if not number else "1 spatie" if number == 1 else f"{number} spaties"


def _hard_space(line: str) -> _Told:
    return ("een vaste spatie, zoals Word die maakt", "een gewone spatie") if _HARD_SPACE.match(line) else None


def _bullet(line: str) -> _Told:
    found = _BULLET.match(line)
    return (f"een ‘{found[1]}’ waar een lijst begint", "een streepje met een spatie erachter") if found else None


def _no_dash(line: str) -> _Told:
    """Tell of a number or a sign that stands where the dash of a list belongs, and of a dash too many."""
    found = _NO_DASH.match(line)
    if found is None or found["name"] not in field_names():
        return None
    what = "een streepje te veel" if found["mark"] == "- -" else f"een ‘{found['mark']}’ waar in een lijst iets begint"
    return what, f"een streepje met een spatie erachter: ‘- {found['name']}: …’"


def _tight_dash(line: str) -> _Told:
    found = _TIGHT_DASH.match(line)
    return ("een streepje zonder spatie erachter", f"‘- {found[1]}’") if found else None


def _tight_colon(line: str) -> _Told:
    found = _TIGHT_COLON.match(line)
    return ("een dubbele punt zonder spatie erachter", f"‘{found[1]}: …’") if found else None


def _apostrophe(line: str) -> _Told:
    field = _field(line)
    if field and re.match(r"'[sntk]\s", field.value):
        return "een tekst die met een apostrof begint", f'zet er "…" omheen, of gebruik ’{field.value[1]}'
    return None


def _quotes(line: str) -> _Told:
    field = _field(line)
    if not field or field.value[:1] not in ("'", '"'):
        return None
    closed = _CLOSED.match(field.value)
    if not closed:
        return _NOT_CLOSED[0], f"ook een {field.value[0]} aan het eind van die tekst"
    if field.value[closed.end() :].strip():
        return "een aanhalingsteken midden in een tekst", f"{_QUOTES}, met daarbinnen ‘enkele’"
    return None


def _brackets(line: str) -> _Told:
    field = _field(line)
    if not field or field.value[:1] not in ("[", "{"):
        return None
    opening, closing = field.value[0], "]" if field.value[0] == "[" else "}"
    inside = _CLOSED.sub("", field.value)
    if closing not in inside:
        return "een lijst of groep die niet gesloten wordt", f"een {closing} aan het eind"
    rest = inside[inside.rindex(closing) + 1 :].strip()
    if inside.count(closing) > inside.count(opening):
        return f"een ‘{closing}’ te veel", f"evenveel {opening} als {closing}"
    return (f"een tekst die met ‘{opening}’ begint", _QUOTES) if rest else None


def _behind_mark(line: str) -> _Told:
    field = _field(line)
    if field and re.match(r"[|>][+-]?\s+\S", field.value):
        return f"tekst achter ‘{field.value[0]}’", "de tekst op de regels eronder, verder ingesprongen"
    if field and field.value.startswith("- "):
        return "een streepje achter een veld", "elk ding op een eigen regel eronder, of tussen [ en ]"
    return None


def _curly(line: str) -> _Told:
    field = _field(line)
    if field and field.value[:1] in ("“", "”", "„"):
        return "een gekruld aanhalingsteken vooraan", 'rechte aanhalingstekens om de hele tekst: "…"'
    return None


def _start(line: str) -> _Told:
    field = _field(line)
    sign = field.value[:1] if field else "%" if line.startswith("%") else ""
    if sign and sign in _NO_START:
        return f"een teken waarmee een tekst niet mag beginnen (‘{sign}’)", _QUOTES
    if re.match(r" *\t", line):
        return "een tab om in te springen", "spaties"
    return None


def _second_colon(line: str) -> _Told:
    field = _field(line)
    if field and re.search(r":(?:\s|$)", _CLOSED.sub("", field.value)) and field.value[:1] not in ("[", "{"):
        return "een dubbele punt met een spatie midden in een tekst", _QUOTES
    return None


_EVIDENT = (_hard_space, _bullet, _no_dash, _tight_dash, _tight_colon, _apostrophe, _quotes, _brackets)
"""Looks at a line that is wrong by itself, wherever the parser stopped."""
_STOPPED = (_behind_mark, _curly, _start, _second_colon)
"""Looks at a line at which the parser stopped."""
_OF_COLON = ("expected ':'", "mapping values", "expected key")
_OF_INDENT = ("mapping values", "expected key", "expected '-'", "<block end>")
_OF_ONE_LINE = ("could not find expected ':'", "found unexpected end of stream", "did not find expected ',' or ']'",
    "did not find expected ',' or '}'")  # fmt: skip
_UNKNOWN = ("iets dat geen YAML is", "‘veld: waarde’, of een lijst met streepjes")
_EXPLANATIONS = {
    "mapping values are not allowed": ("een dubbele punt met een spatie midden in een tekst", _QUOTES),
    "cannot start any token": ("een teken waarmee een tekst niet mag beginnen", _QUOTES),
    "tab character": ("een tab", "spaties om in te springen"),
    "unexpected end of stream": _NOT_CLOSED,
    "undefined alias": ("een tekst die met ‘*’ begint", _QUOTES),
    "could not find expected ':'": ("een regel zonder dubbele punt", "‘veld: waarde’"),
    "but got '?'": ("een vraagteken in een tekst tussen { } of [ ]", "die tekst tussen \"dubbele aanhalingstekens\""),
    "expected ',' or": ("een lijst of groep die niet gesloten wordt", "een ] of } aan het eind"),
    "expected key": ("een regel die niet bij de vorige past", "‘veld: waarde’, even ver ingesprongen"),
    "<block end>": ("een regel die niet bij de vorige past", "‘veld: waarde’, even ver ingesprongen"),
    "expected '-'": ("een regel die niet bij de lijst past", "inspringen zoals de regel erboven"),
    "not allowed in this context": ("een streepje waar geen lijst begint", "een eigen regel voor elk ding"),
    "document": ("een tweede stuk in één bestand", "één geheel, zonder ‘---’ of ‘...’ erin"),
}  # fmt: skip

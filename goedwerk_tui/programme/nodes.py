"""YAML as a tree of nodes that know their line. Nothing is typed here: every scalar is the text that was written.

The tree is built from the parser's events, so that depth and aliases are bounded before anything is composed: libyaml
crashes on a hundred thousand nestings, and a few aliases of aliases make a billion values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from goedwerk_tui.base.text import unsafe_sign
from goedwerk_tui.programme.problems import Findings, control_sign, quoted
from goedwerk_tui.programme.syntax import find_slip

DEEPEST = 50
LARGEST_TREE = 50_000
"""The most nodes in a file, each alias counted as all that it stands for."""


@dataclass(frozen=True)
class Scalar:
    """A text, as written."""

    line: int
    text: str
    size: int = 1


@dataclass(frozen=True)
class Items:
    """A list."""

    line: int
    items: "tuple[Node, ...]"
    size: int


@dataclass(frozen=True)
class Fields:
    """A mapping: for each name its value and the line of the name."""

    line: int
    fields: "dict[str, tuple[int, Node]]"
    size: int


_CUT_OFF = re.compile(r"(?P<gap>[ \t]+)#(?P<close>\S*)")
_OF_TEXT = re.compile(r"\s*(?:- )?(?:title|text|hint|label|name|term|meaning|instruction|about|owner):")

Node: TypeAlias = Scalar | Items | Fields


def parse(text: str, findings: Findings, first_line: int = 1) -> Node | None:
    """Parse one YAML document.

    Args:
        text: the document.
        findings: where problems are noted.
        first_line: the line of the file at which the text begins.

    Returns:
        The tree, or None when there is none; ``findings`` then says why.
    """
    import yaml

    builder = _Builder(findings, first_line, text.split("\n"))
    try:
        return builder.document(_events(getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)))
    except yaml.MarkedYAMLError as error:
        began = error.context_mark.line if error.context_mark else None
        at = error.problem_mark.line if error.problem_mark else began or 0
        slip = find_slip(text.split("\n"), at, began, error.problem or "")
        findings.add(slip.line + first_line, slip.found, slip.expected)
    except yaml.YAMLError:
        findings.add(first_line, "een teken dat hier niet mag staan", "velden en lijsten, in gewone tekst")
    except _OutOfBoundsError as stop:
        findings.add(stop.line, stop.found, stop.expected)
    return None


def _events(loader: Any) -> Iterator[Any]:
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _OutOfBoundsError(Exception):
    """Reading stops here: going on would cost too much or mean nothing."""

    def __init__(self, line: int, found: str, expected: str) -> None:
        super().__init__(found)
        self.line = line
        self.found = found
        self.expected = expected


class _Builder:
    """Builds nodes from events, depth first. Its recursion is as deep as ``DEEPEST`` at most."""

    def __init__(self, findings: Findings, first_line: int, lines: list[str]) -> None:
        self.findings = findings
        self.first_line = first_line
        self.lines = lines
        self.anchors: dict[str, Node] = {}
        self.depth = 0
        self.total = 0

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and root is not None:
                raise _OutOfBoundsError(self.line(event), "een tweede ‘---’", "één geheel per bestand")
            if kind in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent", "AliasEvent"):
                root = self.node(event, events)
        if root is None:
            self.findings.add(self.first_line, "niets", "velden")
        return root

    def remark_on(self, event: Any) -> None:
        """Note what is cut off behind a text, and quotes around it that will be seen."""
        text: str = event.value
        line, column = int(event.end_mark.line), int(event.end_mark.column)
        written = self.lines[line] if not event.style and line < len(self.lines) else ""
        rest = written[column:]
        cut = _CUT_OFF.match(rest)
        # An explanation stands further away than the one space that is between words.
        if cut and (
            cut["close"][:1].isdigit() or (len(cut["gap"]) == 1 and self.is_prose(text, cut["close"], written))
        ):
            found = (
                f'wat na ‘ #’ staat wordt niet gelezen ({quoted(rest)}); zet de hele tekst tussen "aanhalingstekens"'
            )
            self.findings.remarks.append((self.line(event), found))
        if text[:1] in "“„”" and text[-1:] in "”“" and len(text) > 2:
            found = f"gekrulde aanhalingstekens om de hele tekst: die komen in beeld ({quoted(text)})"
            self.findings.remarks.append((self.line(event), found))

    @staticmethod
    def is_prose(text: str, close: str, written: str) -> bool:
        """Say whether what is cut off is likely to belong to a text."""
        return bool(" " in text or close or _OF_TEXT.match(written))

    def line(self, event: Any) -> int:
        return event.start_mark.line + self.first_line

    def node(self, event: Any, events: Iterator[Any]) -> Node:
        kind = type(event).__name__
        line = self.line(event)
        if kind == "AliasEvent":
            return self.counted(self.alias(event), line)
        tag: str | None = event.tag
        if tag is not None and tag != "!":
            self.findings.add(line, f"een YAML-label ({quoted(tag)})", "gewone tekst; zet hem tussen aanhalingstekens")
        if kind == "ScalarEvent":
            node: Node = Scalar(line, event.value)
            self.remark_on(event)
            if (at := unsafe_sign(event.value)) is not None:
                # An escape, as in "\e": in the file itself it would have been seen.
                self.findings.add(line, *control_sign(event.value[at]))
        else:
            self.depth += 1
            if self.depth > DEEPEST:
                raise _OutOfBoundsError(line, f"meer dan {DEEPEST} niveaus in elkaar", "hooguit een paar niveaus")
            node = self.items(line, events) if kind == "SequenceStartEvent" else self.fields(line, events)
            self.depth -= 1
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return self.counted(node, line) if kind == "ScalarEvent" else node

    def counted(self, node: Node, line: int) -> Node:
        self.total += node.size
        if self.total > LARGEST_TREE:
            raise _OutOfBoundsError(line, f"meer dan {LARGEST_TREE} waarden", "een kleiner bestand, zonder & en *")
        return node

    def alias(self, event: Any) -> Node:
        if not any(f"&{event.anchor}" in line for line in self.lines):
            found = "een tekst die met ‘*’ begint"
            raise _OutOfBoundsError(self.line(event), found, 'de hele tekst tussen "dubbele aanhalingstekens"')
        if event.anchor not in self.anchors:
            found = f"een verwijzing (*{event.anchor}) naar iets dat nog niet af is"
            raise _OutOfBoundsError(self.line(event), found, "tekst, of een verwijzing naar iets erboven")
        return self.anchors[event.anchor]

    def items(self, line: int, events: Iterator[Any]) -> Items:
        items: list[Node] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self.node(event, events))
        return Items(line, tuple(items), 1 + sum(item.size for item in items))

    def fields(self, line: int, events: Iterator[Any]) -> Fields:
        fields: dict[str, tuple[int, Node]] = {}
        of_next = False
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                break
            key_line = self.line(event)
            key = self.node(event, events)
            value = self.node(next(events), events)
            if not isinstance(key, Scalar):
                self.findings.add(key_line, "een lijst of een groep velden als naam van een veld", "een woord")
            elif key.text in fields:
                first = fields[key.text][0]
                found = f"het veld {quoted(key.text)} voor de tweede keer (eerst op regel {first})"
                expected = "elk veld één keer"
                if key.text == next(iter(fields)) and self.depth > 1:
                    expected += f"; begint hier iets nieuws in een lijst, dan een streepje ervoor: ‘- {key.text}: …’"
                if not of_next:
                    self.findings.add(key_line, found, expected)
                # What follows belongs to what begins here.
                of_next = of_next or key.text == next(iter(fields))
            else:
                fields[key.text] = (key_line, value)
        return Fields(line, fields, 1 + sum(value.size for _, value in fields.values()))

"""What can be wrong with content, told so that its author can mend it."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from goedwerk_tui.base.text import shorten, shown
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed

SHOWN_IN_MESSAGE = 3
SHOWN_AS_EXPECTED = 12
MENDS_IT = "; ‘--herstel’ zet het recht"

_NUMBER = re.compile(r"\[\d+\]")


@dataclass(frozen=True)
class Problem:
    """One error in a content pack. ``str(problem)`` is one line of Dutch."""

    file: str
    """The path within the pack, with forward slashes."""
    line: int
    """The line, counted from 1; 0 when it is about the file as a whole."""
    field: str
    """The field, as ``choice.options[2].id``; empty when it is about no field."""
    found: str
    """What is there, in Dutch; it follows on ‘er staat’."""
    expected: str
    """What should be there, in Dutch; it follows on ‘verwacht:’. Empty when ``found`` says it all."""
    mendable: bool = False
    """Whether ``--herstel`` mends it."""

    def __str__(self) -> str:
        """Return the problem as one line."""
        line = f", regel {self.line}" if self.line else ""
        field = f", veld {self.field}" if self.field else ""
        said = f"er staat {self.found}; verwacht: {self.expected}" if self.expected else self.found
        return shown(f"{self.file}{line}{field}: {said}{MENDS_IT if self.mendable else ''}")


class ContentError(Trouble):
    """A content pack, or one file of it, that can't be used."""

    def __init__(self, folder: Path, problems: Iterable[Problem]) -> None:
        """Keep the problems, and tell the first of them.

        Args:
            folder: the pack's folder, named in the message.
            problems: all problems found; at least one.
        """
        self.folder = folder
        self.problems = tuple(problems)
        first = " ".join(f"{problem}." for problem in self.problems[:SHOWN_IN_MESSAGE])
        more = len(self.problems) - SHOWN_IN_MESSAGE
        rest = "" if more <= 0 else " En nog één fout." if more == 1 else f" En nog {more} fouten."
        super().__init__(
            f"De inhoud in {folder} klopt niet.",
            first + rest,
            f"‘goedwerk inhoud controleer {as_typed(folder)}’ noemt alles wat er niet klopt.",
        )


@dataclass
class Findings:
    """What one file's reading turns up: its problems, where its fields stand, and the texts that were fit to read."""

    file: str
    problems: list[Problem] = field(default_factory=list[Problem])
    lines: dict[str, int] = field(default_factory=dict[str, int])
    """The line of each field, by its path."""
    texts: dict[str, str] = field(default_factory=dict[str, str])
    """Each sound text, by its path, so that references are checked even where something else in the file is wrong."""
    prose: list[str] = field(default_factory=list[str])
    """The paths of the texts that are there to be read."""
    remarks: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """Line and text of what is not wrong but may not be meant."""
    misnamed: list[str] = field(default_factory=list[str])
    """The paths of the fields that are missing because, as is told, they stand under another name."""
    links: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """Line and term id of each link to the glossary."""
    meant_by: Callable[[str], Sequence[str]] | None = None
    """Returns the ids that a text may mean, by itself or as a title; None where titles are not known."""
    where_ids: str = ""
    """Where a person reads all ids, as the end of a sentence."""
    listed: Collection[str] = ()
    """The names of all files that are listed beside this one; empty when they are not listed."""

    def add(self, place: int | str, found: str, expected: str, path: str = "") -> None:
        """Note a problem.

        Args:
            place: a line number, or the path of a field, whose line is looked up.
            found: what is there, after ‘er staat’.
            expected: what should be there.
            path: the field's path, when ``place`` is a line.
        """
        if isinstance(place, str):
            path, line = place, self.line(place)
        else:
            line = place
        self.problems.append(Problem(self.file, line, path, found, expected))

    def keep_prose(self, path: str, line: int, text: str) -> None:
        """Keep a text that is there to be read, and the line at which it begins."""
        self.lines[path] = line
        self.texts[path] = text
        self.prose.append(path)

    def line(self, path: str) -> int:
        """Return the line of a field, or of the nearest field around it; 0 when unknown."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get("", 0)

    def all_at(self, pattern: str) -> list[tuple[str, str]]:
        """Return path and text of every sound text at a path like ``questions[].id``, in order."""
        return [(path, text) for path, text in self.texts.items() if _NUMBER.sub("[]", path) == pattern]

    def holds_all(self, pattern: str) -> bool:
        """Say whether every text at a path like ``questions[].id`` could be read.

        If not, what refers to one that was not read is no fault of whoever wrote that.
        """
        # A text that stands twice, or is none of those that it may be, was read all the same.
        unread = [problem.field for problem in self.problems if problem.field not in self.texts]
        fields = {_NUMBER.sub("[]", field) for field in (*unread, *self.misnamed)}
        return not any(not field or re.match(rf"{re.escape(field)}(?:$|[.\[])", pattern) for field in fields)

    def expect_unique(
        self, pattern: str, expected: str = "een id dat nog niet gebruikt is", *, apart: bool = False
    ) -> None:
        """Note every text at such a path that stood at an earlier one.

        Args:
            pattern: the path.
            expected: what should be there.
            apart: whether each list counts by itself, where there are several of them.
        """
        first: dict[tuple[str, str], str] = {}
        for path, text in self.all_at(pattern):
            key = path.rpartition("[")[0] if apart else "", text
            if key in first:
                found = f"{quoted(text)} voor de tweede keer (eerst op regel {self.line(first[key])})"
                self.add(path, found, expected)
            first.setdefault(key, path)

    def expect_among(self, pattern: str, known: Collection[str] | None, what: str) -> None:
        """Note every text at such a path that is not one of ``known``.

        Args:
            pattern: the path.
            known: what it may be; None where not all of that could be read.
            what: what that is, in Dutch, as ‘een id van een spanning uit programme.yaml’.
        """
        if known is None:
            return
        allowed = frozenset(known)
        for path, text in self.all_at(pattern):
            self.expect(path, text, allowed if len(allowed) > SHOWN_AS_EXPECTED else known, what)

    def expect(self, path: str, text: str, known: Collection[str], what: str) -> None:
        """Note a text that is not one of ``known``, with what it may have been meant to be."""
        if text not in known:
            listed = f" ({one_of(known)})" if 0 < len(known) <= SHOWN_AS_EXPECTED else ""
            self.add(path, quoted(text), what + listed + self._perhaps(text, known))

    def _perhaps(self, text: str, known: Collection[str]) -> str:
        titled = next((each for each in self.meant_by(text) if each in known), "") if self.meant_by else ""
        if titled:
            return is_title_of(titled)
        of_many = self.where_ids if len(known) > SHOWN_AS_EXPECTED else ""
        return perhaps(text, known) or of_many


ASK_IDS = "; ‘goedwerk inhoud ids’ noemt ze"


def is_title_of(step_id: str) -> str:
    """Return the end of a sentence about a title that stands in the place of an id."""
    return f"; dat is de titel van {quoted(step_id)}"


def quoted(text: str) -> str:
    """Return text from a file between Dutch quotation marks, on one line, short, and safe to print."""
    return f"‘{shorten(shown(text), 60)}’"


def perhaps(text: str, known: Iterable[str]) -> str:
    """Return ‘; bedoelde je …?’ with the nearest of what is known, or nothing when none is near."""
    near = nearest(text, known)
    return f"; bedoelde je {quoted(near)}?" if near else ""


def nearest(text: str, known: Iterable[str]) -> str:
    """Return what a text is likely meant to be of all that is known; empty when nothing is near."""
    import difflib

    asked = text.casefold()[:100]
    by_fold = {each.casefold(): each for each in known}
    meant = [each.casefold() for each in _IN_DUTCH.get(asked, ()) if each.casefold() in by_fold]
    # In a long name there is room for a slip or two; what differs more is another name.
    cutoff = 0.65 if len(asked) <= _SHORT else 0.8
    near = meant or difflib.get_close_matches(asked, by_fold, n=1, cutoff=cutoff)
    return by_fold[near[0]] if near else ""


_SHORT = 8

_IN_DUTCH: dict[str, tuple[str, ...]] = {
    "titel": ("title",), "naam": ("name", "title", "id"), "tekst": ("text", "reading"), "vraag": ("text", "question"),
    "vragen": ("questions",), "keuze": ("choice",), "opties": ("options",), "tip": ("hint",), "soort": ("kind", "type"),
    "niveau": ("level",), "laag": ("level",), "rol": ("role",), "veld": ("field",), "velden": ("fields",),
    "bronnen": ("sources",), "minuten": ("minutes",), "stap": ("step",), "stappen": ("steps",), "sessie": ("session",),
    "na": ("after",), "verberg": ("hide",), "volgorde": ("order",), "toevoegen": ("add",), "voegtoe": ("add",),
    "verander": ("change",), "versie": ("version",), "datum": ("date",), "eigenaar": ("owner",), "over": ("about",),
    "casus": ("case",), "essay": ("reading",), "portret": ("example",), "afsluiting": ("closing",),
    "opdracht": ("exercise",), "zien": ("see",), "kijken": ("see",), "herkennen": ("recognise",), "wegen": ("judge",),
    "oordelen": ("judge",), "doen": ("act",), "meting": ("measurement",), "verzameling": ("collection",),
    "formulier": ("form",), "sortering": ("sort",), "schaal": ("scale",), "lijst": ("list",),
    "samenstelling": ("compose",),
    "kolommen": ("columns",), "kaarten": ("cards",), "delen": ("parts",), "begrip": ("term",), "woord": ("term",),
    "voornemen": ("intention",), "strategie": ("strategy",), "visie": ("vision",), "voorwaarde": ("condition",),
    "bevordert": ("furthers",), "belemmert": ("hinders",), "antwoord": ("answer",), "notitie": ("note",),
    "afloop": ("Hoe het verder ging", "hoe-het-verder-ging"), "ministerie": ("rijk",), "eu": ("europa",),
    "dilemma": ("Moment", "moment"), "context": ("Situatie", "situatie"), "inleiding": ("introduction", "Situatie"),
    "spanningen": ("tensions",), "dimensies": ("dimensions",), "dimensie": ("dimension",), "sessies": ("sessions",),
    "doel": ("aim",), "kernroute": ("core",), "betekenis": ("meaning",),
    "beweging": ("move",), "bron": ("sources",), "uitgever": ("publisher",), "jaar": ("year",), "stelling": ("text",),
    "eerder": ("formerly", "was"), "heette": ("was",), "was": ("formerly",),
    "kop": ("title",), "label": ("title",), "uitleg": ("hint", "text"), "beschrijving": ("text", "about"),
    "instructie": ("instruction",), "resultaat": ("result",), "ja": ("true",), "nee": ("false",),
}  # fmt: skip
"""What a Dutch author may call something, by what it is called in a file."""


def control_sign(sign: str) -> tuple[str, str]:
    """Return what is found and what is expected where a sign stands that is no text and could steer a terminal."""
    return f"een onzichtbaar stuurteken (U+{ord(sign):04X})", "gewone tekst"


def one_of(values: Iterable[str]) -> str:
    """Return a list of allowed values in Dutch: ‘a, b of c’."""
    *others, last = values
    return f"{', '.join(others)} of {last}" if others else last

"""A look at what in a text may point to a person. It can miss things, and says so.

Names are capitalised words that the programme's own texts do not know as ordinary words; numbers and addresses are
known by their form, and a citizen service number by the eleven-test. What comes of it is measured on a corpus:
``scripts/measure_privacy_look.py``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.files import ReadFailed, read_regular
from goedwerk_tui.base.folding import evened, fold, folded
from goedwerk_tui.base.places import Places
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.pack import texts_of
from goedwerk_tui.programme.problems import ContentError
from goedwerk_tui.sharing.number_patterns import SpotKind, forms_in


def _known(name: str) -> frozenset[str]:
    lines = (files("goedwerk_tui.sharing") / "known_words" / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


_GIVEN_NAMES, _CAPITALS, _ORDINARY = _known("given_names"), _known("capitals"), _known("ordinary")
CAN_MISS = "Dit vindt niet alles: lees zelf ook na of iemand te herkennen is."


@dataclass(frozen=True)
class Spot:
    """Words that may point to a person; ``start`` and ``end`` are offsets in the text."""

    kind: SpotKind
    words: str
    """The words with plain hyphens and spaces and nothing unseen, however they stand in the text."""
    start: int
    end: int


_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*"
_BETWEEN = r"(?:van|de|der|den|ter|ten|te|het|’t|'t|in|op|la|le|el|al|bin|ben|von|zu|da|dos|du|d’)"
_INITIALS = r"(?:[A-Z]\.[ ]?){1,4}"
_NAME = re.compile(
    rf"(?:{_INITIALS}(?:{_BETWEEN}\s){{0,3}})?{_CAPITAL}(?:\s(?:{_BETWEEN}\s){{0,3}}{_CAPITAL}|\s(?:{_BETWEEN}\s){{1,3}}{_CAPITAL})*"
)
_LOWER = "[a-zà-öø-ÿ]{2,30}"
_LOWER_NAME = re.compile(rf"(?<![\w'’-])({_LOWER})(?![\w'’-])(?=(?:((?: {_BETWEEN}){{0,3}}) ({_LOWER})(?![\w'’-]))?)")
_PREFIX = re.compile(r"(?:Van|Von|De|Der|Den|Ter|Ten|El|Al|Da|Dos)(?:\s(?:de|der|den|het|la))?\s([^\W\d_]+)")
_STREET = re.compile(r"(?:straat|laan|weg|plein|kade|gracht|dijk|steeg|singel)$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_TITLE = re.compile(
    r"\b(?:mevrouw|meneer|mevr|mw|dhr|de heer|juf|meester|dokter|dr|drs|mr|ir|ing|prof|professor|collega|wethouder|"
    r"burgemeester|minister|staatssecretaris|gedeputeerde|directeur|tante|oom|broer|zus|moeder|vader|zoon|dochter)\.?\s$",
    re.IGNORECASE,
)
"""What a name stands behind."""
_BEGIN = re.compile(r"(?:^|[.!?:…]['’”\")]*\s+|\n\s*|^\s*[-–—*•]\s+|[‘“\"(])$")


class Look:
    """Looks at texts, with the words that a programme knows."""

    def __init__(self, vocabulary: Iterable[str], names: Iterable[str] = ()) -> None:
        """Take what is known.

        Args:
            vocabulary: ordinary words in lower case.
            names: a person's own list; each of them is found wherever it stands, however it is written.
        """
        self._ordinary = frozenset(vocabulary) | _ORDINARY
        self._own = any_of(names)

    def spots(self, text: str, told: str = "") -> list[Spot]:
        """Return what may point to a person, in order, without overlap.

        Args:
            text: what a person wrote.
            told: the programme's words that it was written about. A name in those is of nobody, but for the names on
                a person's own list.
        """
        characters = fold(told)
        found: list[Spot] = []
        taken = bytearray(len(text))
        # What is not seen stands within a word, or where somebody else's program had a space.
        for even in dict.fromkeys((evened(text), evened(text, unseen=" "))):
            for spot in self._all(even.text, characters):
                start, end = even.place(spot.start, spot.end)
                if not any(taken[start:end]):
                    taken[start:end] = b"\x01" * (end - start)
                    found.append(Spot(spot.kind, spot.words, start, end))
        return sorted(found, key=lambda each: each.start)

    def _all(self, text: str, characters: str) -> Iterator[Spot]:
        for kind, start, end in forms_in(text):
            yield Spot(kind, text[start:end], start, end)
        if self._own:
            alike = folded(text)
            for match in self._own.finditer(alike.text):
                start, end = alike.place(*match.span())
                yield Spot(SpotKind.NAME, text[start:end], start, end)
        for spot in (*self._names(text), *self._names_without_capitals(text)):
            known = any_of([spot.words]) if characters else None
            if not (known and known.search(characters)):
                yield spot

    def _names(self, text: str) -> Iterator[Spot]:
        for match in _NAME.finditer(text):
            start = self._where_it_begins(match, text)
            if start is None:
                continue
            end = match.end()
            parts = list(_WORD.finditer(text, start, end))
            while len(parts) > 1 and (parts[-1][0] in _CAPITALS or parts[-1][0].islower()):
                parts.pop()
                end = parts[-1].end()
            end -= len(text[start:end]) - len(re.sub(r"[’']s?$|-$", "", text[start:end]))
            yield Spot(SpotKind.NAME, text[start:end], start, end)

    def _names_without_capitals(self, text: str) -> Iterator[Spot]:
        """A given name that is no other word, with what comes between and a surname if they stand behind it."""
        for match in _LOWER_NAME.finditer(text):
            if match[1] not in _GIVEN_NAMES or match[1] in self._ordinary:
                continue
            alone = match[3] is None or (not match[2] and match[3] in self._ordinary)
            start, end = match.start(), match.end(1 if alone else 3)
            yield Spot(SpotKind.NAME, text[start:end], start, end)

    def _where_it_begins(self, match: re.Match[str], text: str) -> int | None:
        """Return where in words with capitals a name begins: after words that only begin a sentence, or a title."""
        before = text[max(0, match.start() - 24) : match.start()]
        if _TITLE.search(before) or re.match(_INITIALS, match[0]):
            return match.start()
        begins = bool(_BEGIN.search(before))
        for part in _WORD.finditer(text, match.start(), match.end()):
            if self._is_name(part[0], begins=begins):
                return part.start()
            if _TITLE.fullmatch(f"{part[0]} ") and part.end() < match.end():
                return part.end() + 1
            prefixed = _PREFIX.match(text, part.start())
            if prefixed and not begins and prefixed[1][0].isupper() and prefixed[1] not in _CAPITALS:
                return part.start()
            begins = False
        return None

    def _is_name(self, word: str, *, begins: bool) -> bool:
        """Say whether a word looks like part of a person's name.

        Args:
            word: the word.
            begins: whether a sentence begins with it, so that its capital says nothing.
        """
        bare = re.sub(r"[’']s?$|-$", "", word)
        lower = bare.casefold()
        if len(bare) < 2 or not bare[0].isupper() or self._is_no_person(bare):
            return False
        if lower in _GIVEN_NAMES:
            return not begins or lower not in self._ordinary
        if lower in self._ordinary or _inflected(lower) & self._ordinary:
            return False
        return not (begins and _looks_ordinary(lower, self._ordinary))

    @staticmethod
    def _is_no_person(word: str) -> bool:
        """Say whether a word with a capital is an abbreviation, a street, or known to name something else."""
        short = word.isupper() and len(word) <= 6
        street = len(word) > 8 and _STREET.search(word.casefold()) is not None
        return short or street or word in _CAPITALS or word.split("-", maxsplit=1)[0] in _CAPITALS


def _inflected(word: str) -> set[str]:
    """Return what a word may be a form of."""
    forms = {word.removesuffix(end) for end in ("e", "en", "n", "s", "t", "te", "de", "ten", "den", "je", "tje", "jes")}
    return {form for form in forms if len(form) > 2} - {word}


def _looks_ordinary(word: str, ordinary: frozenset[str]) -> bool:
    """Say whether a word at the beginning of a sentence is built like a Dutch word rather than a name."""
    if word.endswith(("ing", "heid", "lijk", "lijks", "isch", "tie", "ende", "end", "loos", "baar", "schap", "atie")):
        return True
    return any(word[:cut] in ordinary and word[cut:] in ordinary for cut in range(3, len(word) - 2))


_JOINS = r"[\s/_-]+"
_SETS_OFF = "*_~'\""
_JOINED = rf"[{_SETS_OFF}]*{_JOINS}[{_SETS_OFF}]*"


def any_of(words: Iterable[str], *, possessed: bool = False) -> re.Pattern[str] | None:
    """Return a pattern that finds any of these in a folded text, as whole words, the longest first; None for none.

    Between the words may stand what joins them and what makes one of them bold: ‘Jan-Willem’, ‘**Jan** Willem’.

    Args:
        words: what is looked for.
        possessed: whether an s may stand behind them, which is then no part of what is found.
    """
    known = sorted({_JOINED.join(map(re.escape, parts_of(each))) for each in words} - {""}, key=len, reverse=True)
    end = r"(?=s?(?![^\W_]))" if possessed else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(known)}){end}") if known else None


def parts_of(words: str) -> list[str]:
    """Return the words by themselves, folded, without what joins them or makes them bold."""
    return [each for part in re.split(_JOINS, fold(words)) if (each := part.strip(_SETS_OFF))]


def own_names(places: Places) -> tuple[str, ...]:
    """Return a person's own list of names to find: ``namen.txt`` beside the settings, a name a line; often none."""
    try:
        listed = decode(read_regular(places.names, 1_000_000)).text
    except ReadFailed:
        return ()
    return tuple(line.strip() for line in listed.splitlines())


def vocabulary(pack: Pack) -> frozenset[str]:
    """Return the words that the programme's texts use without a capital. Slow the first time; call it from a thread."""
    texts: list[str] = []
    for session in pack.programme.sessions:
        group = (session.group.before, session.group.after) if session.group else ()
        texts += [session.aim, session.question]
        for step_id in (*session.steps, *group):
            try:
                step = pack.step(step_id)
            except ContentError:
                # What is wrong with a step is said where it is opened; the other steps have words enough.
                continue
            texts += [
                *texts_of(step),
                *(part for question in step.questions for part in (question.text, question.hint)),
            ]
    texts += [term.meaning for term in pack.glossary().values()]
    texts += [prompt.text for prompt in pack.prompts()]
    return frozenset(word for text in texts for word in _WORD.findall(plain(text)) if word[0].islower())

"""Searching the programme: what lies nearest to some words, or to a sentence of one’s own. Nothing leaves the machine.

Words count by their stem, a rare one more than a common one (BM25), and more where the programme itself says what a
step is about: its title, its field and role, and the goods that pull at each other in it.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from goedwerk_tui.base.folding import fold
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import Case, Example, Step

_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?<=[.?!…])[’”)]?\s+|\n+")
_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_#>]+")
_ABOUT = 3
"""How many times a word counts that says what a step is about."""
_SATURATION, _LENGTH = 1.2, 0.5
"""How soon the same word once more adds nothing, and how much a long text is held back."""
_COMMON = 0.35
"""The part of all texts above which a word says nothing about any of them."""
_SMALL_WORDS = (
    "aan al als altijd alles ben bij daar dan dat de deze die dit doe doen doet dus een eens en er even"
    " gaan gaat geen haar had heb hebben heeft hem hen het hij hoe hun ik iets in is ja je jij jou jouw"
    " jullie kan kon kunnen maar maak maakt me meer men met mij mijn moet moeten mag na naar niet niets"
    " nog nooit nu of om omdat ons onze ook op over steeds te terug toch toen tot tussen uit van veel voor"
    " voordat want waar was wat we wel werd werk weer wie wij wil willen word worden wordt zal ze zei zelf"
    " zich zij zijn zo zodat zonder zou"
)
_SAYS_NOTHING = frozenset(_SMALL_WORDS.split())
"""Words with which nobody looks for anything."""
_LEAST_PREFIX = 4
_PREFIX_COUNTS = 0.6


@dataclass(frozen=True)
class SearchHit:
    """A place in the programme that lies near."""

    step: str
    item: str | None
    """The question or choice; None for the text."""
    title: str
    sentence: str
    """The sentence that matched best."""


@dataclass(frozen=True)
class _Unit:
    """What is found as one: the text of a step, or a question of it."""

    step: str
    item: str | None
    title: str
    sentences: tuple[str, ...]
    about: str = ""
    """What the programme itself says that it is about; empty for a question, which is found by its own words."""


class ProgrammeIndex:
    """All texts and questions of a pack by the stems of their words. Frozen once it is made."""

    def __init__(self, pack: Pack) -> None:
        """Read every step; to be called outside the thread of the screens. What can’t be read is left out."""
        self._stem = _stemmer()
        self._units = tuple(unit for unit in _units(pack))
        self._counts = [self._counted(unit) for unit in self._units]
        self._lengths = [sum(each.values()) for each in self._counts]
        self._mean = sum(self._lengths) / max(len(self._lengths), 1)
        spread = Counter(stem for counts in self._counts for stem in counts)
        number = len(self._units)
        self._rarity = {
            stem: math.log(1 + number / among) for stem, among in spread.items() if among <= _COMMON * number
        }

    def find(self, words: str, most: int = 12) -> tuple[SearchHit, ...]:
        """Return what lies nearest, the nearest first; of one step at most its text and one question.

        What has these words as its title comes before all.
        """
        asked = self._weighed(words)
        title = _bare(words)
        scored = (
            (
                math.inf if title and unit.item is None and _bare(unit.title) == title else self._score(number, asked),
                number,
            )
            for number, unit in enumerate(self._units)
        )
        nearest = sorted((each for each in scored if each[0] > 0), key=lambda each: (-each[0], each[1]))
        found: dict[tuple[str, bool], SearchHit] = {}
        for _, number in nearest:
            unit = self._units[number]
            found.setdefault(
                (unit.step, unit.item is None), SearchHit(unit.step, unit.item, unit.title, self._best(unit, asked))
            )
            if len(found) == most:
                break
        return tuple(found.values())

    def _counted(self, unit: _Unit) -> Counter[str]:
        counts = Counter(self._stem(word) for sentence in unit.sentences for word in _words(sentence))
        for word in _words(unit.about):
            counts[self._stem(word)] += _ABOUT
        return counts

    def _weighed(self, words: str) -> dict[str, float]:
        """Return the stems that are asked for with their weights; of a word half typed, those that begin with it."""
        asked: dict[str, float] = {}
        for word in _words(words):
            stem = self._stem(word)
            if stem in self._rarity:
                asked[stem] = self._rarity[stem]
            elif len(word) >= _LEAST_PREFIX:
                asked |= {
                    each: _PREFIX_COUNTS * rarity
                    for each, rarity in self._rarity.items()
                    if each.startswith(stem) or (len(each) > _LEAST_PREFIX and stem.startswith(each))
                }
        return asked

    def _score(self, number: int, asked: dict[str, float]) -> float:
        counts = self._counts[number]
        held_back = _SATURATION * (1 - _LENGTH + _LENGTH * self._lengths[number] / self._mean)
        return sum(
            weight * counts[stem] * (_SATURATION + 1) / (counts[stem] + held_back)
            for stem, weight in asked.items()
            if stem in counts
        )

    def _best(self, unit: _Unit, asked: dict[str, float]) -> str:
        def score(sentence: str) -> float:
            return sum(asked.get(stem, 0.0) for stem in {self._stem(word) for word in _words(sentence)})

        return max(unit.sentences, key=score)


def _stemmer() -> Callable[[str], str]:
    """Return what gives the stem of a Dutch word; each word is looked at once."""
    import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

    stem = snowballstemmer.stemmer("dutch").stemWord  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return cast("Callable[[str], str]", cache(stem))  # pyright: ignore[reportUnknownArgumentType]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if word not in _SAYS_NOTHING]


def _bare(title: str) -> str:
    return " ".join(re.findall(r"\w+", fold(title)))


def _units(pack: Pack) -> Iterator[_Unit]:
    tensions = {each.id: f"{each.one} {each.other}" for each in pack.programme.tensions}
    for session in pack.programme.sessions:
        for step_id in steps_of(session):
            try:
                step = pack.step(step_id)
            except ContentError:
                continue
            yield from _units_of(step, tensions)


def _units_of(step: Step, tensions: dict[str, str]) -> Iterator[_Unit]:
    about = f"{step.field} {step.role}" if isinstance(step, (Case, Example)) else ""
    if isinstance(step, Case):
        about = " ".join([about, *(tensions.get(each, "") for each in step.tensions)])
    texts = (text for block in step.blocks for text in (block.text, *(voice.text for voice in block.voices)))
    if sentences := tuple(sentence for text in texts for sentence in _sentences(text)):
        yield _Unit(step.id, None, step.title, sentences, f"{step.title} {about}")
    if isinstance(step, Case) and step.choice:
        options = (option.text for option in step.choice.options)
        yield _Unit(step.id, CHOICE_ITEM, step.title, (step.choice.text, *options))
    for question in step.questions:
        yield _Unit(step.id, question.id, step.title, tuple(_sentences(f"{question.text} {question.hint}")))


def _sentences(text: str) -> list[str]:
    plain = _MARKS.sub(lambda found: found[1] or "", text)
    return [each.strip() for each in _SENTENCE.split(plain) if each.strip()]

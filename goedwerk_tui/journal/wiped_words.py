"""What the wiped versions of a text said already, however somebody wrote it since: moved, in capitals, or shorter.

- A run of four or more words that stands there was copied (`copied_in`): three in a row are in many a sentence.
- A sentence says nothing new that is part of a wiped one (`say`): of ‘Ik bel Els en Piet morgen.’ so ‘Ik bel Els.’
- So does one that is put together of whole wiped ones, and of copied runs: ‘Ik bel Els en over Zwartkop.’ Words that
  join, such as ‘en’, may stand between.
- But where what was left out turns what is left, it says something else: of ‘Als Karin liegt, ga ik weg.’ so ‘Karin
  liegt.’
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

COPIED = 4
"""Words in a row that stand in a wiped text as well and are no chance: three in a row are in many a sentence."""
_LONG = 400
"""Words above which it is not looked whether a sentence is put together of several: that takes too long."""
_TURNS = frozenset((
    "niet", "geen", "nooit", "niemand", "niets", "niks", "nergens", "noch", "nauwelijks", "amper", "zelden", "zonder",
    "nee", "wel", "toch", "als", "indien", "mits", "tenzij", "of", "misschien", "wellicht",
))  # fmt: skip
"""Words without which a sentence says the opposite, or says for certain what was not certain."""
_JOINS = frozenset(("en", "maar", "ook", "dan", "toen", "dus"))
"""Words with which a sentence goes on from the one before; ‘want’ and ‘of’ say something themselves."""

_Bare: TypeAlias = tuple[str, ...]


def turn(words: Sequence[str]) -> bool:
    """Return whether words turn what the words beside them say."""
    return not _TURNS.isdisjoint(words)


class WipedWords:
    """The sentences of the wiped versions of a text, as words without case and signs."""

    def __init__(self, versions: Sequence[Sequence[_Bare]]) -> None:
        """Take the sentences of each version, in their order."""
        self._places: dict[str, list[tuple[_Bare, int]]] = {}
        for each in {each for version in versions for each in version}:
            for at, word in enumerate(each):
                self._places.setdefault(word, []).append((each, at))
        texts = ([word for each in version for word in each] for version in versions)
        self._rows = {row for text in texts for row in _rows(text)}

    def copied_in(self, words: Sequence[str]) -> list[bool]:
        """Return of each word whether it stands in four or more in a row that stand in a version too."""
        copied = [False] * len(words)
        for at, row in enumerate(_rows(words)):
            if row in self._rows:
                copied[at : at + COPIED] = [True] * COPIED
        return copied

    def know(self, words: Sequence[str]) -> bool:
        """Return whether each word stands in a version, or only joins others."""
        return all(each in self._places or each in _JOINS for each in words)

    def say(self, words: _Bare) -> bool:
        """Return whether a sentence says nothing that they did not say.

        It is part of one of their sentences, or is put together of whole ones and of four or more words in a row.
        Where a word that was left out turns what is left, it says something else.
        """
        return any(self._hold(words[begin:]) for begin in _beginnings(words, 0)) or self._make_up(words)

    def _make_up(self, words: _Bare) -> bool:
        """Return whether words are put together of whole sentences and of four or more words in a row."""
        if len(words) > _LONG:
            return False
        reached = {0}
        for at in range(len(words)):
            if at in reached:
                reached.update(end for begin in _beginnings(words, at) for end in self._ends(words, begin))
        return len(words) in reached

    def _hold(self, words: _Bare) -> bool:
        """Return whether words are part of a sentence, or all of it, and nothing that was left out turns them."""
        return any(
            sentence[at : (end := at + len(words))] == words and not turn((*sentence[:at], *sentence[end:]))
            for sentence, at in self._places_of(words)
        )

    def _ends(self, words: _Bare, begin: int) -> Iterator[int]:
        """Yield where what begins somewhere in a sentence can end, to be the same as something that they said."""
        for sentence, at in self._places_of(words[begin:]):
            same = 0
            while words[begin + same : begin + same + 1] == sentence[at + same : at + same + 1] != ():
                same += 1
            is_whole = at + same == len(sentence) and _JOINS.issuperset(sentence[:at])
            if is_whole or (same >= COPIED and not turn((*sentence[:at], *sentence[at + same :]))):
                yield begin + same

    def _places_of(self, words: _Bare) -> Sequence[tuple[_Bare, int]]:
        return self._places.get(words[0], ()) if words else ()


def _beginnings(words: _Bare, at: int) -> tuple[int, ...]:
    """Return where a sentence begins that begins here: a word that joins it to the one before may be left out."""
    return (at, at + 1) if words[at] in _JOINS else (at,)


def _rows(words: Sequence[str]) -> Iterator[_Bare]:
    return (tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1))

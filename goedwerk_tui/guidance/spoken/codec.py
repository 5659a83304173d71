"""A number as words from a list of 1,024, with one more word as a check.

Each word carries ten bits. The last is a digest of the number and of what it is a number of, so that a wrong word, two
words in another order, or the words of another exercise pass once in 1,024 times. docs/spoken-words.md writes it down
for other programs.
"""

import hashlib
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from importlib import resources

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.trouble import Trouble

_BITS = 10


class Misheard(Trouble):
    """The words are not what was said."""


class NotTogether(Misheard):
    """Each word is in the list, and together they are nothing that was said."""


@cache
def word_list() -> tuple[str, ...]:
    """Return the 1,024 words in the order of the alphabet: short, known, and none sounding like another."""
    return tuple((resources.files("goedwerk_tui.guidance.spoken") / "words.txt").read_text(encoding="utf-8").split())


def how_many_words(total: int) -> int:
    """Return how many words carry a number below a total, the check included."""
    return -(-(total - 1).bit_length() // _BITS) + 1


def to_words(number: int, total: int, about: str) -> tuple[str, ...]:
    """Return the words of a number.

    Args:
        number: from 0 up to but not including the total.
        total: how many numbers there are.
        about: what it is a number of; whoever hears the words must name the same.
    """
    words = word_list()
    places = range(how_many_words(total) - 2, -1, -1)
    carried = (number >> (_BITS * place) & (len(words) - 1) for place in places)
    return (*(words[each] for each in carried), words[_check(number, about)])


def to_number(said: Sequence[str], total: int, about: str) -> int:
    """Return the number that words stand for.

    Raises:
        Misheard: there are too few or too many, one is not in the list, or together they are not what was said.
    """
    wanted = how_many_words(total)
    if len(said) != wanted:
        raise Misheard(f"Het zijn {len(said)} woorden, en het moeten er {wanted} zijn.")
    *carried, check = (_place(word) for word in said)
    number = 0
    for each in carried:
        number = number << _BITS | each
    if number >= total or check != _check(number, about):
        raise NotTogether(
            "Deze woorden horen niet bij elkaar.",
            advice="Er is er een anders gehoord of getypt; laat ze nog eens lezen.",
        )
    return number


def _place(word: str) -> int:
    words = word_list()
    folded = fold(word)
    if folded not in words:
        near = get_close_matches(folded, words, n=2)
        meant = f"Bedoelde je {' of '.join(f'‘{each}’' for each in near)}?" if near else "Laat het nog eens lezen."
        raise Misheard(f"‘{word}’ staat niet in de woordenlijst.", advice=meant)
    return words.index(folded)


def _check(number: int, about: str) -> int:
    digest = hashlib.sha256(f"{about}\n{number}".encode()).digest()
    return int.from_bytes(digest[:2]) >> 6

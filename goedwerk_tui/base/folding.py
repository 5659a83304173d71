"""The one way in which texts are compared: search, the look for names, and replacing share it.

Word processors, mail and telephones write the same words in other signs: a curly apostrophe, a hyphen that doesn't
break, a space that holds, a soft hyphen, an é of one sign or of two.
"""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

_UNSEEN = "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\ufeff"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SINGLE = "‘’‚‛′‵ʼʹˈ`´＇"
_DOUBLE = "“”„‟″‶«»＂"
_PLAIN = {
    **dict.fromkeys(map(ord, _UNSEEN), ""),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
}
_QUOTES = {**dict.fromkeys(map(ord, _SINGLE), "'"), **dict.fromkeys(map(ord, _DOUBLE), '"')}


class _Foldings(dict[int, str]):
    """What every sign becomes, worked out when it is met first."""

    def __missing__(self, sign: int) -> str:
        plain = chr(sign).translate(_PLAIN).translate(_QUOTES)
        apart = unicodedata.normalize("NFKD", plain).translate(_PLAIN).translate(_QUOTES).casefold()
        bare = "".join(each for each in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(each))
        self[sign] = bare
        return bare


_FOLDINGS = _Foldings()


def fold(text: str) -> str:
    """Return the text without case, diacritics and typography, for comparing.

    ‘coordinatie’ finds ‘Coördinatie’, and ‘collega's’ finds ‘collega’s’.
    """
    return text.casefold().translate(_QUOTES) if text.isascii() else text.translate(_FOLDINGS)


def wording(text: str) -> str:
    """Return the text without what a mended typing error changes: case, spaces, punctuation and the like."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


class Alike(NamedTuple):
    """A text in other signs, and where each of them stood."""

    text: str
    places: tuple[int, ...]
    """For every sign of ``text`` where it began in the original, and at the end the length of the original."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original stands what is at ``start`` to ``end`` here, with all that belongs to it."""
        while start < end < len(self.text) and self.places[end] == self.places[end - 1]:
            end += 1
        return self.places[start], self.places[end]


def folded(text: str, *, unseen: str = "") -> Alike:
    """Return what ``fold`` does, with places: what is found in it can be pointed out, or replaced, in the text.

    Args:
        text: the text.
        unseen: what signs that are not seen become; a space where one may stand in the place of a space.
    """
    return _alike(text, list(text), lambda sign: unseen if unseen and sign in _UNSEEN else fold(sign))


def evened(text: str, *, unseen: str = "") -> Alike:
    """Return the text with case, diacritics and quotes as they are, and all else in one way.

    Letters are of one sign, hyphens and spaces are the plain ones, and there is nothing unseen.

    Args:
        text: the text.
        unseen: as for ``folded``.
    """
    letters: list[str] = []
    for sign in text:
        if letters and unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)

    def even(letter: str) -> str:
        return unseen if unseen and letter in _UNSEEN else unicodedata.normalize("NFC", letter.translate(_PLAIN))

    return _alike(text, letters, even)


def _alike(text: str, letters: list[str], change: Callable[[str], str]) -> Alike:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for letter in letters:
        part = change(letter)
        parts.append(part)
        places.extend([at] * len(part))
        at += len(letter)
    return Alike("".join(parts), (*places, len(text)))

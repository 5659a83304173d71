"""Plain text as people write it: cleaned where it enters, folded where it is searched."""

import re
import unicodedata

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_WORD = re.compile(r"\w[\w’'-]*")


def clean(text: str) -> str:
    """Make text safe to keep and show: line ends become ``\\n``, control characters and lone surrogates go.

    Tabs, emoji, and letters of every direction stay as they are.
    """
    return _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text))


def fold(text: str) -> str:
    """Return the text without case and diacritics, for comparing: ‘coordinatie’ finds ‘Coördinatie’."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def count_words(text: str) -> int:
    """Return the number of words in the text."""
    return len(_WORD.findall(text))


def shorten(text: str, width: int) -> str:
    """Return the text on one line of at most ``width`` characters, cut at a word with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: max(width - 1, 1)]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut
    return at_word.rstrip(" ,;:.") + "…"

"""Plain text as people write it: made safe where it comes in, and once more where it goes to a terminal."""

import re
import textwrap

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_PARTINGS = re.compile(f"{_LINE_ENDS.pattern}|[\x0b\x0c\x1c-\x1f]")
"""Line ends, with the signs that part words otherwise: vertical tab, form feed, and the four separators of ASCII."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\w[\w’'-]*")
_ENDING = (".", "!", "?", ":", "…")
"""What ends a sentence."""
_CLOSING = "’”\"')»"
"""What may stand behind that."""
_SENTENCE = re.compile(rf"[.!?…][{_CLOSING}]*(?= [^a-z])")
"""The end of a sentence that another comes behind."""
_CLOSE = tuple(",;.!?…)")
"""What stands close to the word before it."""
_INNER = re.compile(r"‘(?![stnmk]\b)([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)")
"""Quoted words; not an apostrophe in them, as in ‘zo’n’, nor one that was typed the wrong way round: ‘‘s avonds’."""
_INNER_CUT = re.compile(r"‘(?![stnmk]\b)")
_NUMBER = re.compile(r"\d{1,9}")
_NAME_WIDTH = 32
"""The columns that the beginning of a text takes where it stands for all of it."""
_A_FEW = 3
"""Words by which one looks for something, or that a name has; more of them may be a sentence."""


def clean(text: str) -> str:
    """Make text safe to keep and show: what ends a line or parts words becomes ``\\n``; what is no text goes.

    What goes: control characters, by which a text could steer the terminal; direction overrides, by which the rest of a
    page could read backwards; byte order marks and lone surrogates. Tabs, emoji, joiners, and letters of every
    direction with their marks stay as they are.
    """
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _UNSAFE.sub("", _PARTINGS.sub("\n", text))


def unsafe_sign(text: str) -> int | None:
    """Return where the first sign stands that ``clean`` takes out, other than a line end; None when there is none."""
    found = _UNSAFE.search(_LINE_ENDS.sub(lambda end: "\n" * len(end[0]), text))
    return found.start() if found else None


def shown(text: str) -> str:
    """Return text as it may go to a terminal. What a file name has that is no text, shows as �."""
    return clean(_SURROGATES.sub("\ufffd", text))


def count_words(text: str) -> int:
    """Return the number of words in the text."""
    return len(_WORD.findall(text))


def is_sentence(text: str) -> bool:
    """Return whether a text has so many words that it may be a sentence. A path has few: what has no space is one."""
    return len(text.split()) > _A_FEW


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is, of nine digits at most; None for anything else.

    ``isdigit`` also takes signs that ``int`` does not, and ``int`` refuses a text of thousands of digits.
    """
    return int(text) if _NUMBER.fullmatch(text) else None


def space_after(text: str) -> str:
    """Return the space that keeps what is typed next apart from a text; empty where nothing stands or a space does."""
    return " " if text and not text[-1].isspace() else ""


def behind(text: str, more: str) -> str:
    """Return what comes behind a text to put more words there: those, apart from it.

    They begin a line behind a sentence that is done, and go on with one that is not; a comma stands close to its word.
    """
    more = more.strip()
    if not space_after(text) or more[:1] in _CLOSE:
        return more
    return f"\n{more}" if is_done(text) else f" {more}"


def pasted_behind(text: str, more: str) -> str:
    """Return what is pasted behind a text: as it is, but apart from a sentence that is done; paragraphs on a line."""
    if not more or more[0].isspace() or more[0] in (*_CLOSE, *_CLOSING) or not (space_after(text) and is_done(text)):
        return more
    return f"\n{more}" if "\n" in more.strip() else f" {more}"


def is_done(text: str) -> bool:
    """Return whether a text ends where a sentence does."""
    return text.rstrip().rstrip(_CLOSING).endswith(_ENDING)


def shorten(text: str, width: int) -> str:
    """Return the text on one line of at most ``width`` characters, cut at a word with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: max(width - 1, 1)]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut
    return at_word.rstrip(" ,;:.") + "…"


def quoted(text: str) -> str:
    """Return a text between quotes; those in it are double ones, so that one sees where it ends: ‘hij zei “niks”’."""
    inner = _INNER_CUT.sub("“", _INNER.sub(r"“\1”", text))
    return f"‘{inner}’"


def named(text: str) -> str:
    """Return how a text begins, between quotes, as its name in a sentence."""
    return quoted(shorten(text, _NAME_WIDTH))


def beginning(text: str, width: int, rows: int) -> str:
    """Return how a text begins, on one line that is to be wrapped: as much as fits, cut at the end of a sentence.

    Where whole sentences would leave half of the room empty it is cut at a word, with an ellipsis. Words that are wider
    than a row may take more rows than there are.

    Args:
        text: the text.
        width: the columns that there are, at least 1.
        rows: the rows that there are, at least 1.
    """
    line = " ".join(text.split())
    wrapped = textwrap.wrap(line, width, break_on_hyphens=False)
    if len(wrapped) <= rows:
        return line
    fits = len(" ".join(wrapped[:rows]))
    ends = [found.end() for found in _SENTENCE.finditer(line) if found.end() <= fits]
    return line[: ends[-1]] if ends and ends[-1] > fits / 2 else shorten(line, fits)


def in_pieces(text: str, most: int) -> list[str]:
    """Return the text in pieces of at most ``most`` characters, cut at the end of a line or a word where there is one.

    The line end or space at a cut is left out.
    """
    pieces: list[str] = []
    while len(text) > most:
        found = (text.rfind(sign, most // 2, most) for sign in "\n ")
        at = next((each for each in found if each > 0), 0)
        pieces.append(text[: at or most])
        text = text[at + 1 if at else most :]
    return [*pieces, text]

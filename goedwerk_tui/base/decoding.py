"""From bytes that somebody else made to text, so that no letter is lost."""

import codecs
import os
import re
import string
from contextlib import suppress
from typing import NamedTuple

_MARKS = (
    # The mark of UTF-16 is the beginning of that of UTF-32.
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_BEGINNING = 4096
_LONG = 256
"""Bytes from which on regularity alone tells UTF-16: no list that is parted by NULs keeps it up for so long."""
_LETTERS = frozenset(string.ascii_letters.encode())
_ESCAPED = re.compile("[\udc80-\udcff]")
"""How Python keeps the bytes of a word of the command line that the system's encoding has no letters for."""


class Decoded(NamedTuple):
    """A text, and how its bytes were understood."""

    text: str
    form: str
    """What the bytes were taken for, as it is called: UTF-8, UTF-16, UTF-32 or Windows-1252."""


def decode(data: bytes) -> Decoded:
    """Read bytes by their byte order mark, else as UTF-8; what is no UTF-8 is Windows-1252. Nothing is refused.

    Without a mark it is UTF-16 or UTF-32 where nearly all letters have zeros beside them. What is cut off,
    or is no sign, shows as �.
    """
    return _decoded(*_understood(data))


def decode_text(data: bytes) -> Decoded:
    """Read what a person wrote, with spaces for NULs, which are no signs and part words (``find -print0``)."""
    text, form = decode(data)
    return Decoded(text.strip("\0").replace("\0", " "), form)


def decode_argument(given: str) -> Decoded:
    """Read a word of the command line; of what the system's encoding did not understand, its bytes are read anew."""
    return decode(os.fsencode(given)) if _ESCAPED.search(given) else Decoded(given, "UTF-8")


def without_mark(data: bytes) -> bytes:
    """Return bytes that should be UTF-8 without the mark that some programs put before it."""
    return data.removeprefix(codecs.BOM_UTF8)


def wide_form(data: bytes) -> str:
    """Return what bytes are that should be UTF-8 and are of two or four to a letter: UTF-16 or UTF-32; else nothing."""
    _, _, form = _understood(data)
    return "" if form == "UTF-8" else form


def _understood(data: bytes) -> tuple[bytes, str, str]:
    """Return the bytes without their mark, the codec to read them by, and what that is called."""
    for mark, codec, form in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :], codec, form
    for form, find in (("UTF-32", _unmarked_utf_32), ("UTF-16", _unmarked_utf_16)):
        if codec := find(data):
            return data, codec, form
    return data, "utf-8", "UTF-8"


def _unmarked_utf_32(data: bytes) -> str:
    """Return the codec of UTF-32 of which nobody wrote the mark, in which no other text can be read; else nothing."""
    beginning = data[:_BEGINNING]
    for codec, (low, high) in (("utf-32-le", (0, 1)), ("utf-32-be", (3, 2))):
        with suppress(UnicodeDecodeError):
            beginning.decode(codec)
            if beginning and not any(map(_hides_letter, beginning[low::4], beginning[high::4])):
                return codec
    return ""


def _unmarked_utf_16(data: bytes) -> str:
    """Return the codec of UTF-16 of which nobody wrote the mark: letters with a zero beside each; else nothing."""
    beginning = data[: len(data) // 2 * 2][:_BEGINNING]
    first, second = beginning[::2], beginning[1::2]
    for codec, low, high in (("utf-16-le", first, second), ("utf-16-be", second, first)):
        if beginning and high.count(0) * 4 >= len(high) * 3 and low.count(0) * 10 <= len(low):
            # A short text may as well be a list that is parted by NULs.
            is_list = len(data) % 2 == 1 or any(map(_hides_letter, low, high))
            return codec if len(beginning) >= _LONG or not is_list else ""
    return ""


def _hides_letter(low: int, high: int) -> bool:
    """Return whether one sign of two bytes would take the place of a letter that either is by itself."""
    return 0 < high < 0x80 and low < 0x80 and (low in _LETTERS or high in _LETTERS)


def _decoded(data: bytes, codec: str, form: str) -> Decoded:
    if codec != "utf-8":
        return Decoded(data.decode(codec, "replace"), form)
    try:
        return Decoded(data.decode(codec), form)
    except UnicodeDecodeError:
        return Decoded(data.decode(codec, _BY_WINDOWS), "Windows-1252")


def _by_windows(error: UnicodeError) -> tuple[str, int]:
    """Read as Windows-1252 what is no UTF-8, and leave the signs around it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_of_windows(each) for each in wrong), error.end


def _of_windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        # Five bytes stand for nothing there.
        return "?"


_BY_WINDOWS = "goedwerk-windows-1252"
codecs.register_error(_BY_WINDOWS, _by_windows)

"""From bytes that somebody else made to text, so that no letter is lost."""

import codecs
import os
import re
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
_ESCAPED = re.compile("[\udc80-\udcff]")
"""How Python keeps the bytes of a word of the command line that the system's encoding has no letters for."""


class Decoded(NamedTuple):
    """A text, and how its bytes were understood."""

    text: str
    form: str
    """What the bytes were taken for, as it is called: UTF-8, UTF-16, UTF-32 or Windows-1252."""


def decode(data: bytes) -> Decoded:
    """Read bytes by their byte order mark, else as UTF-8; what is no UTF-8 is Windows-1252. Nothing is refused."""
    return _decoded(*_understood(data))


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
    beginning = data[:_BEGINNING]
    left, right = beginning[::2].count(0), beginning[1::2].count(0)
    if max(left, right) > len(beginning) // 4 and min(left, right) <= len(beginning) // 20:
        # Letters with a zero beside each: UTF-16 of which nobody wrote the mark.
        return data, "utf-16-le" if right > left else "utf-16-be", "UTF-16"
    return data, "utf-8", "UTF-8"


def _decoded(data: bytes, codec: str, form: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), form)
    except UnicodeDecodeError:
        if codec != "utf-8":
            # A half sign at the end; halves of pairs are taken out with all that is no text.
            return Decoded(data.decode(codec, "ignore"), form)
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

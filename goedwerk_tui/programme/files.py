"""Reading a content file from disk without being hurt by what it turns out to be."""

import errno
import os
import stat
from pathlib import Path

from goedwerk_tui.base.text import unsafe_sign
from goedwerk_tui.programme import missing
from goedwerk_tui.programme.problems import Findings, control_sign

LARGEST = 256 * 1024
"""The most bytes that a content file may have."""
_ZIPPED = b"PK\x03\x04"
"""What a document of Word begins with."""
EXPECTED = "een tekstbestand (UTF-8) van hoogstens 256 kB"


def is_there(path: Path) -> bool:
    """Say whether there is anything at a path, be it a link that leads nowhere. Never raises."""
    try:
        path.lstat()
    except OSError:
        return False
    return True


def read_text(path: Path, findings: Findings) -> str | None:
    """Read a content file: UTF-8, with or without byte order mark, any line ends.

    Returns:
        The text with ``\\n`` as line end, or None when ``findings`` now says why not.
    """
    raw = _read_bytes(path, findings)
    if raw is None:
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.add(raw.count(b"\n", 0, error.start) + 1, "een teken dat geen UTF-8 is", EXPECTED)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (at := unsafe_sign(text)) is not None:
        findings.add(text.count("\n", 0, at) + 1, *control_sign(text[at]))
        return None
    if not text.strip():
        findings.add(0, "niets: het bestand is leeg", "inhoud")
        return None
    return text


def _read_bytes(path: Path, findings: Findings) -> bytes | None:
    raw: bytes | None = None
    try:
        raw = _read_regular(path)
    except (FileNotFoundError, NotADirectoryError):
        findings.add(0, missing.described(path, findings.listed), "")
    except PermissionError:
        findings.add(0, "een bestand waar je niet bij mag", EXPECTED)
    except OSError as error:
        why = "een verwijzing die naar zichzelf wijst" if error.errno == errno.ELOOP else error.strerror or str(error)
        findings.add(0, f"iets dat niet te lezen is ({why})", EXPECTED)
    else:
        if raw is None:
            findings.add(0, "een map" if path.is_dir() else "iets dat geen gewoon bestand is", EXPECTED)
        elif raw.startswith(_ZIPPED):
            findings.add(0, "een document van Word", "tekst; ‘goedwerk inhoud uit-word’ maakt er een casus van")
            raw = None
        elif len(raw) > LARGEST:
            findings.add(0, "een groter bestand", EXPECTED)
            raw = None
    return raw


def _read_regular(path: Path) -> bytes | None:
    """Return at most one byte more than allowed, or None for what is no regular file. A FIFO does not block."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(descriptor)

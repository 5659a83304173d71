"""Paths as they are typed behind a command."""

import os
import re
import shlex
from pathlib import Path

_PLAIN = re.compile(r"[\w@+=:,./\\~-]+" if os.name == "nt" else r"[\w@%+=:,./~-]+")
_READ_IN_QUOTES = re.compile(r"""["$`\\!]""")
"""Signs of which a shell makes something else between double quotes."""


def as_typed(word: str | Path) -> str:
    """Return a path, or another word, as it can be pasted behind a command: in quotes where it needs them."""
    text = str(word)
    if _PLAIN.fullmatch(text):
        return text
    return shlex.quote(text) if os.name != "nt" and _READ_IN_QUOTES.search(text) else f'"{text}"'

"""Spelling, by hunspell and its Dutch dictionary, which are no part of this package."""

import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.corpus import LocatedText, Remark, Whole
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.files import is_there, read_text
from goedwerk_tui.programme.problems import Findings

DICTIONARY = "nl_NL"
PATIENCE = 120
"""Seconds that hunspell may take."""

_CODE = re.compile(r"`[^`\n]*`")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


class SpellingUnavailable(Trouble):
    """There is nothing here to check spelling with."""


def check_spelling(whole: Whole, word_lists: Iterable[Path]) -> list[Remark]:
    """Return the words that are in neither the Dutch dictionary nor the word lists, at their first place.

    Args:
        whole: the pack.
        word_lists: files with one word a line; lines that start with # are comments; a missing file is empty.

    Raises:
        SpellingUnavailable: hunspell or its dictionary is missing or fails.
    """
    first: dict[str, Remark] = {}
    counts: dict[str, int] = {}
    for passage in whole.passages():
        for line, word in _words(passage):
            counts[word] = counts.get(word, 0) + 1
            first.setdefault(word, Remark(passage.file, line, word))
    known = {word for path in word_lists for word in _read_words(path)}
    unknown = _unknown_to_hunspell(first)
    remarks: list[Remark] = []
    for word, place in first.items():
        if word in unknown and not {word, word[0].lower() + word[1:]} & known:
            again = f" (en nog {counts[word] - 1} keer)" if counts[word] > 1 else ""
            remarks.append(Remark(place.file, place.line, f"‘{word}’ staat niet in het woordenboek{again}"))
    return remarks


def _words(passage: LocatedText) -> Iterator[tuple[int, str]]:
    text = plain(_CODE.sub("", passage.text))
    for match in _WORD.finditer(text):
        yield passage.line + text.count("\n", 0, match.start()), match[0].replace("’", "'")


def _read_words(path: Path) -> Iterator[str]:
    text = read_text(path, Findings(path.name)) if is_there(path) else None
    for line in (text or "").split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.strip().replace("’", "'")


def _unknown_to_hunspell(words: Collection[str]) -> set[str]:
    advice = "Installeer hunspell en het Nederlandse woordenboek (Debian en Ubuntu: hunspell en hunspell-nl)."
    program = shutil.which("hunspell")
    if program is None:
        raise SpellingUnavailable(
            "De spelling is niet gecontroleerd: hunspell staat niet op deze computer.", "", advice
        )
    command = [program, "-i", "utf-8", "-d", DICTIONARY, "-l"]
    try:
        done = subprocess.run(
            command, input="\n".join(words).encode(), capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SpellingUnavailable(f"De spelling is niet gecontroleerd: hunspell werkt niet ({error}).") from error
    if done.returncode != 0:
        message = f"De spelling is niet gecontroleerd: hunspell heeft het woordenboek {DICTIONARY} niet."
        raise SpellingUnavailable(message, "", advice)
    return set(done.stdout.decode("utf-8", "replace").split())

"""What lies in the place of a file that is missing: the same file under another name, ending or folder."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import shorten, shown
from goedwerk_tui.programme.problems import perhaps, quoted

_MOST = 2_000
_HEAD = 4_096
"""The most files that are looked at, and the most bytes of one of them."""
_ENDINGS = {".md": (".md", ".markdown", ".txt", ""), ".yaml": (".yaml", ".yml", ".txt", ""), ".txt": (".txt", "")}
"""What an editor may have put behind a name, by what should be behind it; in this order they are looked for."""
_OF_WORD = (".docx", ".doc", ".odt", ".rtf")


class StandIn(NamedTuple):
    """A file that may be meant."""

    path: Path
    same: bool
    """Whether it is the file itself, but named or laid otherwise."""


def described(path: Path, listed: Collection[str] = ()) -> str:
    """Say that a file is missing, and what is there instead.

    Args:
        path: the file.
        listed: the names of all files that are listed where this one is; they are what they are.
    """
    if not path.parent.is_dir():
        name = path.parent.name
        return f"de map {quoted(name)} is er niet{perhaps(name, _folders_in(path.parent.parent))}"
    other = stand_in(path, listed)
    unlist = f"haal ‘{path.stem}’ weg uit overlay.yaml" if listed else ""
    if other is None:
        empty = "" if _files(path.parent) else "; de map is leeg"
        return f"dit bestand ontbreekt{empty}" + (f"; maak het, of {unlist}" if unlist else "")
    named = f"‘{shorten(shown(other.path.relative_to(path.parent).as_posix()), 80)}’"
    told = f"dit bestand ontbreekt; er staat wel {named}"
    if other.path.suffix.lower() in _OF_WORD:
        return f"{told}, van Word: ‘goedwerk inhoud uit-word’ maakt er een casus van"
    if other.same:
        return told
    return f"{told}; geef dat deze naam, of noem het zoals het heet" + (f", of {unlist}" if unlist else "")


def stand_in(path: Path, listed: Collection[str] = ()) -> StandIn | None:
    """Return what is likely meant by a file that is not there, none of those that are listed. Never raises."""
    found = _files(path.parent)
    same = [each for each in found if bare_name(each.name, path.suffix) == path.stem]
    if same:
        return StandIn(min(same, key=lambda each: (each.parent != path.parent, len(each.name))), same=True)
    free = [each for each in found if each.name not in listed]
    return next((StandIn(each, same=False) for each in _meant(path, free)), None)


def bare_name(name: str, ending: str) -> str:
    """Return what is before the endings of a name, as an id; empty when they are not those of such a file."""
    stem = name.lower()
    for _ in range(2):
        behind = next((each for each in _ENDINGS.get(ending, ()) if each and stem.endswith(each)), "")
        stem = stem.removesuffix(behind)
    return "" if "." in stem else "-".join(re.findall(r"[a-z0-9]+", fold(stem)))


def _meant(path: Path, found: list[Path]) -> Iterator[Path]:
    yield from (each for each in found if each.suffix.lower() in _OF_WORD and bare_name(each.stem, "") == path.stem)
    alike = [each for each in found if each.suffix.lower() == path.suffix]
    says_so = re.compile(rf"^id:\s*[\"'‘“]?{re.escape(path.stem)}\b(?!-)", re.MULTILINE)
    yield from (each for each in alike if path.suffix == ".md" and says_so.search(_beginning(each)))
    import difflib

    near = difflib.get_close_matches(path.name, [each.name for each in alike], n=1, cutoff=0.7)
    yield from (each for each in alike if each.name in near)


def _files(folder: Path) -> list[Path]:
    try:
        found = (each for pattern in ("*", "*/*") for each in folder.glob(pattern) if each.name[0] not in ".~")
        return sorted(each for each in islice(found, _MOST) if not each.is_symlink() and each.is_file())
    except OSError:
        return []


def _folders_in(folder: Path) -> list[str]:
    try:
        return [each.name for each in islice(sorted(folder.iterdir()), _MOST) if each.is_dir() and each.name[0] != "."]
    except OSError:
        return []


def _beginning(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""

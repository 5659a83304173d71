"""What there is to read about the program itself: it comes along with the program."""

import re
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.trouble import Trouble

_INDEX = "index"
_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+)\.md\)")


class Chapter(NamedTuple):
    """A page of the handbook."""

    name: str
    """Of its file, without the suffix."""
    title: str
    text: str
    """Markdown in the small dialect of ``docs/content.md``, with a link’s words in its place, without pictures."""


def manual(*, english: bool = False) -> str:
    """Return the guide for whoever writes content, in Markdown.

    Raises:
        Trouble: it did not come along.
    """
    name = "content.en.md" if english else "content.md"
    return _find(name).read_text("utf-8")


def handbook() -> tuple[Chapter, ...]:
    """Return the handbook in the order of its index, the index first.

    Raises:
        Trouble: it did not come along.
    """
    folder = _find("handboek")
    index = (folder / f"{_INDEX}.md").read_text("utf-8")
    listed = index[index.index("\n- ", index.index("## Alle bladzijden")) :]
    names = (_INDEX, *(link[2] for link in _LINK.finditer(listed)))
    return tuple(_chapter(folder, name) for name in names)


def handbook_page(name: str, part: str = "") -> Chapter:
    """Return a page of the handbook, or one part of it.

    Args:
        name: of the file, without its suffix.
        part: the heading of the part; without it, or where there is no such heading, the page is whole.

    Raises:
        Trouble: it did not come along.
    """
    page = _chapter(_find("handboek"), name)
    parts = {each.partition("\n")[0]: each.partition("\n")[2] for each in f"\n{page.text}".split("\n## ")[1:]}
    return Chapter(name, f"{page.title} › {part}", parts[part].strip()) if part in parts else page


def news() -> Chapter:
    """Return the page of the handbook about what changed, by version, the newest first.

    Raises:
        Trouble: it did not come along.
    """
    return _chapter(_find("handboek"), "nieuw")


def _chapter(folder: Path, name: str) -> Chapter:
    title, _, rest = (folder / f"{name}.md").read_text("utf-8").partition("\n")
    words = _LINK.sub(lambda link: link[1], _PICTURE.sub("", rest))
    return Chapter(name, title.removeprefix("# ").strip(), words.strip())


def _find(name: str) -> Path:
    package = Path(__file__).parents[1]
    for folder in (package / "_docs", package.parent / "docs"):
        path = folder / name
        if path.exists():
            return path
    raise Trouble("De handleiding is niet meegekomen.", "", f"Zij staat ook bij de broncode, in docs/{name}.")

"""The handbook as a document, whole or what of it holds some words."""

import re
from collections.abc import Callable, Iterator, Sequence

from goedwerk_tui.base.folding import fold
from goedwerk_tui.programme.manual import Chapter
from goedwerk_tui.sharing.document import Document, Section
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.prose import section_of

_TITLE, _NAME = "Handboek", "Goed Werk in de terminal"
_WORD = re.compile(r"\w[\w.-]*\w|\w")


def make_handbook(chapters: Sequence[Chapter]) -> Document:
    """Return the whole handbook, with contents; its index becomes what stands before them."""
    index, *others = chapters
    before = section_of("Vooraf", index.text.split("\n## ")[0])
    return Document(_TITLE, _NAME, (before, *(section_of(each.title, each.text) for each in others)), contents=True)


def find_in_handbook(chapters: Sequence[Chapter], words: Sequence[str]) -> Document:
    """Return the parts that hold all of the words, a chapter whole when its title does; no sections when none do.

    The words of a title count for each of its parts. Whole words go before words that begin so, and those before any
    that hold the letters: ‘Woo’ is in every ‘woord’.
    """
    sought = [_plain(word) for each in words for word in each.split()]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        if found := tuple(_parts_with(chapters, sought, fits)):
            return Document(_TITLE, "", found)
    return Document(_TITLE, "", ())


def _parts_with(
    chapters: Sequence[Chapter], sought: Sequence[str], fits: Callable[[str, str], bool]
) -> Iterator[Section]:
    def holds(text: str) -> bool:
        there = {_plain(word) for word in _WORD.findall(text)}
        return all(any(fits(word, each) for word in there) for each in sought)

    for _, title, text in chapters[1:]:
        before, *parts = f"\n{text}".split("\n## ")
        if holds(title):
            yield section_of(title, text)
            continue
        kept = [before] if holds(f"{title} {before}") else []
        kept += [f"## {part}" for part in parts if holds(f"{title} {part}")]
        if kept:
            yield section_of(title, "\n\n".join(kept))


def _plain(word: str) -> str:
    """Return a word as it is compared: ‘back-up’ and ‘backup’ are one."""
    return fold(word).replace("-", "")


def page_to_read(text: str) -> str:
    """Return what stands on a page of the handbook as plain text, for under its title on a screen."""
    return to_plain_text(Document("", "", (section_of("", text),))).strip("\n")

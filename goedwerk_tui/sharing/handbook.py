"""The handbook as a document, whole or what of it holds some words."""

from collections.abc import Sequence

from goedwerk_tui.base.folding import fold
from goedwerk_tui.programme.manual import Chapter
from goedwerk_tui.sharing.document import Document, Section
from goedwerk_tui.sharing.prose import section_of

_TITLE, _NAME = "Handboek", "Goed Werk in de terminal"


def make_handbook(chapters: Sequence[Chapter]) -> Document:
    """Return the whole handbook, with contents; its index becomes what stands before them."""
    index, *others = chapters
    before = section_of("Vooraf", index.text.split("\n## ")[0])
    return Document(_TITLE, _NAME, (before, *(section_of(each.title, each.text) for each in others)), contents=True)


def find_in_handbook(chapters: Sequence[Chapter], words: Sequence[str]) -> Document:
    """Return the parts that hold all of the words, a chapter whole when its title does; no sections when none do."""
    found: list[Section] = []
    for title, text in chapters[1:]:
        before, *parts = text.split("\n## ") if not text.startswith("## ") else ("", *text[3:].split("\n## "))
        if _holds(title, words):
            found.append(section_of(title, text))
        elif kept := [part for part in parts if _holds(part, words)]:
            found.append(section_of(title, "\n\n".join(f"## {part}" for part in kept)))
        elif _holds(before, words):
            found.append(section_of(title, before))
    return Document(_TITLE, "", tuple(found))


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(fold(word) in folded for word in words)

"""What Word works out itself: the number of a page, and contents that lead to their headings."""

from copy import copy
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from goedwerk_tui.sharing.word_styles import CONTENTS, Element, WordDocument

_MOST_NUMBERED = 2
_MOST_ABOVE = 40
"""Up to how many lines of contents the text begins below them, on the same page."""


def number_pages(word: WordDocument) -> None:
    """Write ‘2 / 5’ at the foot of every page."""
    for section in word.sections:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" / ")
        _add_field(paragraph, "NUMPAGES", "1")


def add_contents(word: WordDocument, before: Any) -> None:
    """List the headings of the first two levels above a paragraph, each a way to its place.

    Page numbers come when Word makes the field anew: only Word knows where its pages end.
    """
    names = {f"Heading {level}": level for level in range(1, _MOST_NUMBERED + 1)}
    found = [(names[each.style.name], each) for each in word.paragraphs if each.style.name in names]
    title = before.insert_paragraph_before()
    title.add_run("Inhoud").bold = True
    title.paragraph_format.keep_with_next = True
    for number, (level, heading) in enumerate(found):
        _mark(heading, number)
        line = before.insert_paragraph_before(style=CONTENTS[level - 1])
        if number == 0:
            _open_field(line, f'TOC \\o "1-{_MOST_NUMBERED}" \\h \\z')
        link = Element("w:hyperlink")
        link.set(qn("w:anchor"), _name(number))
        run = copy(line.add_run(heading.text)._r)
        line._p.remove(line.runs[-1]._r)
        link.append(run)
        line._p.append(link)
        if number == len(found) - 1:
            _add_sign(line, "end")
    if len(found) > _MOST_ABOVE:
        before.paragraph_format.page_break_before = True


def _name(number: int) -> str:
    return f"_Toc{number:06d}"


def _mark(heading: Any, number: int) -> None:
    start, end = Element("w:bookmarkStart"), Element("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(number))
    heading._p.insert_element_before(start, "w:r", "w:hyperlink")
    heading._p.append(end)


def _add_field(paragraph: Any, asks: str, shown: str) -> None:
    _open_field(paragraph, asks)
    paragraph.add_run(shown)
    _add_sign(paragraph, "end")


def _open_field(paragraph: Any, asks: str) -> None:
    _add_sign(paragraph, "begin")
    words = Element("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = asks
    paragraph.add_run()._r.append(words)
    _add_sign(paragraph, "separate")


def _add_sign(paragraph: Any, kind: str) -> None:
    sign = Element("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(sign)

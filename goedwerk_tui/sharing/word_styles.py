"""How our Word documents look, and what a template must have."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parser
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

# python-docx leaves too much of its types unsaid to be of use here.
WordDocument = Any
Element: Any = parser.OxmlElement  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

QUESTION, OWN, QUIET, ROOM, CELL = "Vraag", "Eigen woorden", "Terzijde", "Schrijfruimte", "Tabeltekst"
"""The names of our own styles; a template may bring them."""

CONTENTS = ("toc 1", "toc 2")
"""The names that Word itself gives to the lines of its contents."""

_INK, _ACCENT, _GREY = RGBColor(0x1D, 0x1C, 0x19), RGBColor(0x1F, 0x5A, 0x63), RGBColor(0x5A, 0x57, 0x50)
_BUILT_IN = (
    "Title",
    "Subtitle",
    "Quote",
    "List Bullet",
    "List Paragraph",
    *(f"Heading {level}" for level in range(1, 10)),
    *CONTENTS,
)
PARAGRAPH_STYLES = ("Normal", *_BUILT_IN, QUESTION, OWN, QUIET, ROOM, CELL)
TABLE_STYLE = "Table Grid"
_TEXT, _HEADS = "Cambria", "Calibri"
TYPED = "Consolas"
"""The typeface of what is typed; it is as wide as Courier New, and darker."""


def set_up(word: WordDocument, *, own_look: bool) -> None:
    """Give a document the Dutch language and every style that we write in.

    Args:
        word: the document.
        own_look: whether to give the styles our look; a template's own styles keep theirs.
    """
    for name in _BUILT_IN:
        _ensure(word, name, based_on="Normal")
    if TABLE_STYLE not in _names(word):
        word.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    _set_language(word)
    new = [name for name in (QUESTION, OWN, QUIET, ROOM, CELL) if _ensure(word, name, based_on="Normal")]
    if QUESTION in new:
        _look(word, QUESTION, size=11, bold=True, before=10, after=3).keep_with_next = True
    if OWN in new:
        _look(word, OWN, size=11, after=5).left_indent = Mm(5)
        _border(word, OWN, "left", "18", "1F5A63", "8")
    if QUIET in new:
        _look(word, QUIET, size=9, colour=_GREY, after=6)
    if CELL in new:
        _look(word, CELL, size=9.5, before=1, after=1).line_spacing = 1
    if ROOM in new:
        _look(word, ROOM, size=18, after=0)
        _border(word, ROOM, "bottom", "4", "999999", "1")
        _border(word, ROOM, "between", "4", "999999", "1")
    if own_look:
        _set_page(word)
        _set_looks(word)
        _keep_used(word)


def _keep_used(word: WordDocument) -> None:
    """Take out the styles that came with the library and that nothing here is written in."""
    kept = {*PARAGRAPH_STYLES, TABLE_STYLE, "Header", "Footer", "Normal Table", "No List", "Default Paragraph Font"}
    for style in [each for each in word.styles if each.name not in kept]:
        style.element.getparent().remove(style.element)
    ids = {each.style_id for each in word.styles}
    for style in word.styles:
        for name in ("w:link", "w:next", "w:basedOn"):
            for reference in style.element.findall(qn(name)):
                if reference.get(qn("w:val")) not in ids:
                    style.element.remove(reference)


def _set_page(word: WordDocument) -> None:
    for section in word.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(27)
        section.top_margin = section.bottom_margin = Mm(25)


def _set_looks(word: WordDocument) -> None:
    normal = _look(word, "Normal", size=11, after=6, font=_TEXT)
    normal.line_spacing = 1.25
    _look(word, "Title", size=24, bold=True, after=2, font=_HEADS)
    for border in word.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    _look(word, "Subtitle", size=10, colour=_GREY, after=4, font=_HEADS)
    _look(word, "Quote", size=11, after=6).left_indent = Mm(8)
    for level, size in enumerate((16, 13, 11.5, 11), 1):
        colour = _ACCENT if level < 3 else _INK
        _look(
            word,
            f"Heading {level}",
            size=size,
            bold=True,
            before=16 if level == 1 else 12,
            after=4,
            colour=colour,
            font=_HEADS,
        )
    _look(word, CONTENTS[0], size=11, before=3, after=0).line_spacing = 1
    below = _look(word, CONTENTS[1], size=10.5, after=0)
    below.left_indent, below.line_spacing = Mm(5), 1
    _border(word, "Heading 1", "bottom", "6", "1F5A63", "3")
    for name in (QUESTION, QUIET, CELL):
        _set_font(word.styles[name], _HEADS)


def _look(  # noqa: PLR0913 - a look has as many sides
    word: WordDocument,
    name: str,
    *,
    size: float,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    colour: RGBColor = _INK,
    font: str = "",
) -> Any:
    style: Any = word.styles[name]
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if font:
        _set_font(style, font)
    return style.paragraph_format


def _set_font(style: Any, font: str) -> None:
    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), font)


def _border(word: WordDocument, name: str, side: str, size: str, colour: str, space: str) -> None:
    properties = word.styles[name].element.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = Element("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )
    border = Element(f"w:{side}")
    for key, value in (("val", "single"), ("sz", size), ("space", space), ("color", colour)):
        border.set(qn(f"w:{key}"), value)
    borders.append(border)


def _set_language(word: WordDocument) -> None:
    """Say in the document's defaults that the text is Dutch: spelling checkers and screen readers go by it."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    normal: Any = word.styles["Normal"]
    properties = normal.element.get_or_add_rPr()
    language = properties.find(qn("w:lang"))
    if language is None:
        language = Element("w:lang")
        properties.append(language)
    language.set(qn("w:val"), "nl-NL")


def _ensure(word: WordDocument, name: str, *, based_on: str) -> bool:
    """Add a paragraph style when the document has none by this name; return whether it was added."""
    if name in _names(word):
        return False
    ids = {each.style_id for each in word.styles}
    style: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _BUILT_IN)
    if style.style_id in ids:
        # A template has another style by the id that this one gets of its name.
        style.element.set(qn("w:styleId"), f"{style.style_id}-goedwerk")
    style.base_style = word.styles[based_on]
    return True


def _names(word: WordDocument) -> set[str]:
    return {str(style.name) for style in word.styles}

"""What stands in a header or footer of a Word template and no reader sees on paper: it may not leave unnamed."""

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from goedwerk_tui.sharing.picture_metadata import without_metadata

Element = Any
Part = Any

_GONE = {
    qn(f"w:{name}")
    for name in (
        "del", "moveFrom", "delText", "delInstrText", "sdtPr", "sdtEndPr", "ffData", "bookmarkStart", "bookmarkEnd",
        "commentRangeStart", "commentRangeEnd", "annotationRef", "footnoteReference", "endnoteReference", "proofErr",
        "permStart", "permEnd", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    )
}  # fmt: skip
"""What was deleted, what helps to fill in or to find a place, and what points at notes that do not come along."""
_HIDDEN_RUNS = (qn("w:vanish"), qn("w:webHidden"), qn("w:specVanish"))
_TOLD = ("descr", "title", "alt", "tooltip", "docLocation", "tgtFrame", "anchor", "history", "gfxdata")
"""Attributes that tell of a picture or a link, wherever they stand."""
_DRAWN_AS_WELL = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
"""A picture as a drawing that tells who made it where; the same stands beside it as it looks."""
_NAMED = ("docPr", "cNvPr")
"""Elements of which the name is that of a file or of somebody's own."""
_LIVING = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION")
"""The fields that Word works out anew on every page; of any other what it became stays, and what it asked goes."""


def take_out_unseen(part: Part) -> int:
    """Take out of a header or footer what no reader sees on paper, and what its pictures tell of themselves.

    Returns:
        How many pictures have to stay behind: of their kind nobody can tell what more is in them.
    """
    root = part.element
    _take_out_fields(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _GONE or _is_hidden(element):
            _remove(element)
            continue
        kind = element.tag.rpartition("}")[2]
        for name in list(element.attrib):
            bare = name.rpartition("}")[2]
            if bare in _TOLD:
                del element.attrib[name]
            elif bare == "name" and kind in _NAMED:
                element.set(name, "")
        if kind == "hyperlink":
            _unwrap(element)
        elif kind in ("hlinkClick", "hlinkHover"):
            _remove(element)
        elif element.tag.startswith("{urn:schemas-microsoft-com:vml}"):
            told = ("href", "target") if kind == "shapetype" else ("href", "target", "id")
            for name in [name for name in element.attrib if name in told]:
                del element.attrib[name]
    return _keep_seen_pictures(part)


def _keep_seen_pictures(part: Part) -> int:
    """Leave of what belongs to a header or footer the pictures in it that one sees, without what these tell."""
    root = part.element
    for element in list(root.iter(_DRAWN_AS_WELL)):
        _remove(element.getparent())
    used = {each for element in root.iter() for each in element.attrib.values()}
    stay = 0
    for relation in list(part.rels.values()):
        is_seen = relation.reltype == RELATIONSHIP_TYPE.IMAGE and not relation.is_external and relation.rId in used
        cleaned = without_metadata(relation.target_part.blob) if is_seen else None
        if cleaned is None:
            del part.rels[relation.rId]
            stay += is_seen
        else:
            relation.target_part._blob = cleaned
    return stay


def watermarks(part: Part) -> Iterator[str]:
    """Yield the words that are drawn across the page."""
    for element in part.element.iter():
        if isinstance(element.tag, str) and element.tag.endswith("}textpath"):
            yield element.get("string", "")


def _take_out_fields(root: Element) -> None:
    """Leave of a field what it became, unless it is one that differs from page to page."""
    for field in list(root.iter(qn("w:fldSimple"))):
        if _asked_for(field.get(qn("w:instr"), "")) not in _LIVING:
            _unwrap(field)
    begun: list[list[Element]] = []
    for element in list(root.iter(qn("w:fldChar"), qn("w:instrText"))):
        role = element.get(qn("w:fldCharType"))
        if role == "begin":
            begun.append([])
        if begun:
            begun[-1].append(element)
        else:
            # What asks for something outside a field is shown by nobody.
            _remove(element)
        if role == "end" and begun:
            _take_out_field(begun.pop())
    for parts in begun:
        _take_out_field(parts)


def _take_out_field(parts: list[Element]) -> None:
    asked = "".join(each.text or "" for each in parts if each.tag == qn("w:instrText"))
    for each in parts if _asked_for(asked) not in _LIVING else ():
        _remove(each)


def _asked_for(instruction: str) -> str:
    return next(iter(instruction.split()), "").upper()


def _is_hidden(element: Element) -> bool:
    style = element.find(qn("w:rPr")) if element.tag == qn("w:r") else None
    found = (style.find(each) for each in _HIDDEN_RUNS) if style is not None else ()
    return any(each is not None and each.get(qn("w:val")) not in ("0", "false", "off") for each in found)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at, child)
        parent.remove(element)


def _remove(element: Element) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)

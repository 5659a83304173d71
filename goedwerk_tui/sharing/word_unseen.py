"""What stands in a header or footer of a Word template and no reader sees on paper: it may not leave unnamed."""

import zlib
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

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
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_PNG_SHOWN = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"pHYs",
    b"acTL",
    b"fcTL",
    b"fdAT",
}
_FIRST_APP, _LAST_APP, _COMMENT, _SCAN = b"\xe1", b"\xef", b"\xfe", b"\xda"
_ADOBE = b"\xee"
"""By this a reader of a JPEG knows in which colours it is."""


def take_out_unseen(part: Part) -> None:
    """Take out of a header or footer what no reader sees on paper, and what its pictures tell of themselves."""
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
    _keep_seen_pictures(part)


def _keep_seen_pictures(part: Part) -> None:
    """Leave of what belongs to a header or footer the pictures in it that one sees, without what these tell."""
    root = part.element
    for element in list(root.iter(_DRAWN_AS_WELL)):
        _remove(element.getparent())
    used = {each for element in root.iter() for each in element.attrib.values()}
    for relation in list(part.rels.values()):
        if relation.reltype == RELATIONSHIP_TYPE.IMAGE and not relation.is_external and relation.rId in used:
            relation.target_part._blob = without_metadata(relation.target_part.blob)
        else:
            del part.rels[relation.rId]


def watermarks(part: Part) -> Iterator[str]:
    """Yield the words that are drawn across the page."""
    for element in part.element.iter():
        if isinstance(element.tag, str) and element.tag.endswith("}textpath"):
            yield element.get("string", "")


def without_metadata(content: bytes) -> bytes:
    """Return a picture as it looks, without who made it, when and where; one of another kind stays as it is.

    Of a damaged one only what comes before the damage is kept: what stands behind it may be anything.
    """
    if content.startswith(_PNG):
        return _PNG + b"".join(chunk for name, chunk in _png_chunks(content) if name in _PNG_SHOWN)
    return _without_jpeg_segments(content) if content.startswith(_JPEG) else content


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4])
        name, chunk = content[at + 4 : at + 8], content[at:end]
        if len(chunk) < 12 or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
            return
        yield name, chunk
        at = end


def _without_jpeg_segments(content: bytes) -> bytes:
    kept, at = bytearray(_JPEG), len(_JPEG)
    while content[at + 1 : at + 2] != _SCAN:
        marker, end = content[at + 1 : at + 2], at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if content[at : at + 1] != b"\xff" or not at + 2 < end <= len(content):
            return bytes(kept)
        tells = (_FIRST_APP <= marker <= _LAST_APP and marker != _ADOBE) or marker == _COMMENT
        if not tells:
            kept += content[at:end]
        at = end
    return bytes(kept + content[at:])


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

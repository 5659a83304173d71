"""The names in a Word template that nobody sees on paper: of styles, lists and colours. They may tell whose it is."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.opc import oxml
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from goedwerk_tui.sharing.word_styles import PARAGRAPH_STYLES, TABLE_STYLE, WordDocument

Element = Any
Relation = Any
_to_bytes: Any = oxml.serialize_part_xml  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

_OURS = {each.casefold() for each in (*PARAGRAPH_STYLES, TABLE_STYLE)}
_STANDARD = _OURS | {"header", "footer", "default paragraph font", "normal table", "no list", "table normal"}
_REFERENCES = tuple(
    qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next", "styleLink", "numStyleLink")
)
_THEME_LISTS = ("custClrLst", "extraClrSchemeLst", "objectDefaults", "extLst")


def take_out_names(word: WordDocument) -> None:
    """Leave of a template the styles that something is written in, and of these no name that is the template's own."""
    relations: list[Relation] = list(word.part.rels.values())
    roots = [part.element for each in relations if hasattr(part := each.target_part, "element")]
    _keep_used_styles(word, roots)
    for relation in relations:
        if relation.reltype == RELATIONSHIP_TYPE.THEME:
            relation.target_part._blob = _nameless_theme(relation.target_part.blob)
        elif relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            _keep_used_lists(relation.target_part.element, roots)
    _number_files(relations)


def _number_files(relations: list[Relation]) -> None:
    """Give the files that are packed in the document names that tell nothing but what they are."""
    inside = [each for relation in relations for each in relation.target_part.rels.values() if not each.is_external]
    parts = {each.target_part: each.reltype.rpartition("/")[2] for each in [*relations, *inside]}
    for number, (part, kind) in enumerate(parts.items(), 1):
        part.partname = PackURI(f"/word/{kind}{number}.{part.partname.ext}")


def _keep_used_lists(numbering: Element, roots: list[Element]) -> None:
    """Leave of the lists those that a style or a header goes by, without names: what stands before a line is words."""
    used = {each.get(qn("w:val")) for root in roots if root is not numbering for each in root.iter(qn("w:numId"))}
    _remove(each for each in numbering.findall(qn("w:num")) if each.get(qn("w:numId")) not in used)
    kinds = {each.get(qn("w:val")) for each in numbering.iter(qn("w:abstractNumId"))}
    _remove(each for each in numbering.findall(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) not in kinds)
    _remove(numbering.iter(qn("w:name")))


def _keep_used_styles(word: WordDocument, roots: list[Element]) -> None:
    styles: list[Element] = list(word.styles.element.findall(qn("w:style")))
    by_id = {_id(each): each for each in styles}
    own = word.styles.element
    waiting = [each for each in styles if _name(each) in _STANDARD or each.get(qn("w:default")) in ("1", "true", "on")]
    outside = [each for root in roots if root is not own for each in _references(root)]
    waiting += [by_id[id] for each in outside if (id := each.get(qn("w:val"))) in by_id]
    kept: dict[str, Element] = {}
    while waiting:
        style = waiting.pop()
        if _id(style) not in kept:
            kept[_id(style)] = style
            waiting += [by_id[id] for each in style.findall(qn("w:basedOn")) if (id := each.get(qn("w:val"))) in by_id]
    _remove(each for each in styles if kept.get(_id(each)) is not each)
    _rename(kept, [*outside, *_references(own)])


def _rename(kept: dict[str, Element], references: list[Element]) -> None:
    """Give each style that is kept a name and an id that tell nothing, and take out what points at none of them."""
    ids: dict[str, str] = {}
    for number, (id, style) in enumerate(sorted(kept.items()), 1):
        ids[id] = f"Stijl{number}"
        style.set(qn("w:styleId"), ids[id])
        _remove(style.findall(qn("w:aliases")))
        name = style.find(qn("w:name"))
        if name is not None and _name(style) not in _STANDARD:
            name.set(qn("w:val"), f"Stijl {number}")
            style.set(qn("w:customStyle"), "1")
    for each in references:
        each.set(qn("w:val"), ids.get(each.get(qn("w:val")), ""))
    _remove(each for each in references if not each.get(qn("w:val")))


def _remove(elements: Iterable[Element]) -> None:
    for each in list(elements):
        if each.getparent() is not None:
            each.getparent().remove(each)


def _bare(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _references(root: Element) -> Iterator[Element]:
    return root.iter(*_REFERENCES)


def _id(style: Element) -> str:
    return style.get(qn("w:styleId"), "")


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").casefold()


def _nameless_theme(content: bytes) -> bytes:
    """Return a theme whose colours and typefaces have the name of nobody."""
    theme: Element = parse_xml(content)
    _remove(each for each in theme.iter() if not isinstance(each.tag, str) or _bare(each) in _THEME_LISTS)
    for element in theme.iter():
        if "name" in element.attrib:
            element.set("name", "Huisstijl")
    return _to_bytes(theme)

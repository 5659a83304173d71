"""What is taken from a Word template: its styles, page, header and footer. Nothing else of it may leave.

A template tells more than how it looks: who saved it, where, for which organisation, what it was called, what its first
page looked like. So what is taken is named here, and everything else is left out.
"""

import io
import zipfile
from typing import Any, NamedTuple

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn

from goedwerk_tui.sharing.word_styles import PARAGRAPH_STYLES, TABLE_STYLE
from goedwerk_tui.sharing.word_unseen import take_out_unseen, watermarks

# python-docx leaves too much of its types unsaid to be of use here.
WordDocument = Any
Element = Any
Part = Any

_OF_THE_DOCUMENT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
}
_OF_A_PART = {RELATIONSHIP_TYPE.IMAGE}
_WITH_PICTURES = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.NUMBERING}
_SETTINGS = {
    qn(f"w:{name}")
    for name in ("evenAndOddHeaders", "mirrorMargins", "gutterAtTop", "defaultTabStop", "autoHyphenation", "compat")
}
_SECTION = {
    qn(f"w:{name}")
    for name in (
        "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgBorders", "pgNumType", "cols", "vAlign",
        "titlePg", "textDirection", "docGrid",
    )
}  # fmt: skip
_PERSONAL = {qn(f"w:{name}") for name in ("author", "date", "initials", "userId")}
_BOUND = {qn(f"w:{name}") for name in ("dataBinding", "rsid", "object", "control", "commentReference")}
_RELATED = f"{{{nsmap['r']}}}"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_CONTENT_TYPES = "[Content_Types].xml"
_MOST_UNPACKED = 256 * 1024 * 1024


class Opened(NamedTuple):
    """A template as it was opened."""

    word: WordDocument
    """An empty document in its style."""
    left_behind: int
    """How many of its pictures are not in it."""


def open_template(content: bytes) -> Opened:
    """Return an empty document in the style of a template; .docx and .dotx alike, with macros or without.

    Raises:
        Exception: whatever the readers of zip and XML raise about what is no Word document.
    """
    word: WordDocument = docx.Document(io.BytesIO(_as_document(content)))
    body = word.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    left_behind = strip(word)
    _even_names(word)
    return Opened(word, left_behind)


def words_around(word: WordDocument) -> tuple[str, ...]:
    """Return what a document has in its headers and footers, each paragraph once: it stands on every page."""
    kinds = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
    parts = [each.target_part for each in word.part.rels.values() if each.reltype in kinds]
    found = [
        "".join(it.text or "" for it in each.iter("{*}t")) for part in parts for each in part.element.iter(qn("w:p"))
    ]
    found += (words for part in parts for words in watermarks(part))
    return tuple(dict.fromkeys(text for each in found if (text := " ".join(each.split()))))


def strip(word: WordDocument) -> int:
    """Leave nothing of a document but its styles, page, header and footer.

    Returns:
        How many pictures of these have to stay behind.
    """
    package = word.part.package
    _keep_related(package.rels, {RELATIONSHIP_TYPE.OFFICE_DOCUMENT})
    _keep_related(word.part.rels, _OF_THE_DOCUMENT)
    relations = list(word.part.rels.values())
    parts = [each.target_part for each in relations]
    left_behind = 0
    for relation, part in zip(relations, parts, strict=True):
        _keep_related(part.rels, _OF_A_PART)
        if relation.reltype in _WITH_PICTURES:
            left_behind += take_out_unseen(part)
        if relation.reltype == RELATIONSHIP_TYPE.SETTINGS:
            _keep_children(part.element, _SETTINGS)
    for section in word.element.body.iter(qn("w:sectPr")):
        _keep_children(section, _SECTION)
    for part in (word.part, *parts):
        if hasattr(part, "element"):
            _clean(part)
    return left_behind


def tell_of(word: WordDocument, *, title: str, author: str) -> None:
    """Say in the document's properties what it is called, whose it is and in which language, and nothing else."""
    properties = word.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title, properties.author, properties.language = title[:255], author[:255], "nl-NL"


def _as_document(content: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as anew:
        if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED:
            raise ValueError("too large when unpacked")
        for name in packed.namelist():
            data = packed.read(name)
            if name == _CONTENT_TYPES:
                for other in _OTHER_MAINS:
                    data = data.replace(other, _MAIN)
            anew.writestr(name, data)
    return kept.getvalue()


def _keep_related(relations: Any, kinds: set[str]) -> None:
    for id in [id for id, each in relations.items() if each.reltype not in kinds]:
        del relations[id]


def _keep_children(element: Element, tags: set[str]) -> None:
    for child in list(element):
        if child.tag not in tags:
            element.remove(child)


def _clean(part: Part) -> None:
    """Take out who wrote what when, and what points at something that is not there any more."""
    for element in list(part.element.iter()):
        if not isinstance(element.tag, str) or element.tag in _BOUND:
            _remove(element)
            continue
        for name, value in list(element.attrib.items()):
            if name in _PERSONAL or name.startswith(qn("w:rsid")):
                element.set(name, "") if name == qn("w:author") else element.attrib.pop(name)
            elif name.startswith(_RELATED) and value not in part.rels:
                _remove(next(element.iterancestors(qn("w:r")), element))
                break


def _remove(element: Element) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)


def _even_names(word: WordDocument) -> None:
    """Give the styles that we write in the names that Word has for them: other programs spell them otherwise."""
    wanted = {name.casefold(): ("paragraph", name) for name in PARAGRAPH_STYLES}
    wanted[TABLE_STYLE.casefold()] = ("table", TABLE_STYLE)
    styles: list[Element] = word.styles.element.findall(qn("w:style"))
    for style in styles:
        name = style.find(qn("w:name"))
        if name is None or name.get(qn("w:val"), "").casefold() not in wanted:
            continue
        kind, canonical = wanted[name.get(qn("w:val")).casefold()]
        if style.get(qn("w:type")) == kind:
            name.set(qn("w:val"), canonical.replace("Heading", "heading"))
        else:
            name.set(qn("w:val"), f"{canonical} ({style.get(qn('w:type'))})")
    if "Normal" not in {str(style.name) for style in word.styles}:
        default = next(
            (each for each in word.styles if each.type == WD_STYLE_TYPE.PARAGRAPH and _is_default(each)), None
        )
        if default is not None:
            default.name = "Normal"
        else:
            added = word.styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            added.element.set(qn("w:default"), "1")


def _is_default(style: Any) -> bool:
    return style.element.get(qn("w:default")) in ("1", "true", "on")

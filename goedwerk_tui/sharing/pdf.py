"""A document as PDF by the standard for accessible documents (PDF/UA-1): tagged, titled, in Dutch.

What is written goes to typst as data, never as source, so no sign in it means anything there. Only the typefaces that
come with typst are used, so that a file is the same on every machine.
"""

import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from itertools import pairwise
from typing import Any, cast

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import Document, Figure
from goedwerk_tui.sharing.figures import described
from goedwerk_tui.sharing.page_layout import Layout

_LIMIT = 4_000_000
"""How much JSON is typeset; about a thousand pages, and half a minute."""
_ATTEMPTS = 12
_LONG_WORD = re.compile(r"\S{48,}")
"""What the template lets break anywhere, in a time that grows with the square of what of it is in one paragraph."""
_PART = re.compile(r"\S{40}(?=\S)")
_MOST_LONG_WORDS = 20_000
"""How many characters of a text may be in long words before these are broken here."""
_QUIRE = 32
"""Pages on the sheets that are folded together."""
_LATIN = 0x24F
_COMMON = "‐‑–—‘’‚“”„†•…‹›€™"
"""With the Latin letters, what the typefaces surely have; anything else is tried sign by sign."""
_LACKING = re.compile(r'(?:the text|disallowed codepoint) ["`]+(.+?)["`]+(?: could not be displayed)?', re.DOTALL)


class NoTypesetter(Trouble):
    """Typst is an extra that is not installed; it is half of all that the program would need."""

    def __init__(self) -> None:
        """Say what can be made instead."""
        super().__init__(
            "Een pdf kan hier niet gemaakt worden: typst staat niet op deze computer.",
            "Er is niets geschreven.",
            "Word en html kunnen wel, en zijn ook als pdf af te drukken.",
        )


_PAGES = {
    Layout.A4: "a4",
    Layout.SHEET: "sheet",
    Layout.A5_BOOKLET: "a5",
    Layout.TWO_UP: "a5",
    Layout.SCREEN: "screen",
}
"""What their pages are in the template."""
_IMPOSED = {Layout.A5_BOOKLET, Layout.TWO_UP}


def to_pdf(document: Document, layout: Layout = Layout.A4) -> tuple[bytes, str]:
    """Return the document as PDF, and the characters that its typefaces lack.

    In the place of such a character stands its number in Unicode, as ``[U+1F600]``. Words without end are broken by
    spaces. Two pages on one side are for
    paper alone: such a file has no tags for a screen reader.

    Raises:
        NoTypesetter: typst is not installed.
        Trouble: there is too much text to typeset, or something in it that can't be.
    """
    data = _data(document)
    _refuse_too_long(data)
    inputs, compiled, lacking = _compiled(data, {"layout": _PAGES[layout]})
    if layout in _IMPOSED:
        compiled = _imposed(compiled, inputs, document.title, folded=layout is Layout.A5_BOOKLET)
    return compiled, "".join(sorted(lacking))


def _compiled(data: str, inputs: dict[str, str]) -> tuple[dict[str, str], bytes, set[str]]:
    """Return what went into the template in the end, the PDF, and the characters that were numbered in it."""
    lacking = _lacking(data)
    data = _broken(_numbered(data, lacking), _MOST_LONG_WORDS)
    _refuse_too_long(data)
    for _ in range(_ATTEMPTS):
        inputs = {**inputs, "document": data}
        compiled, missing = _typeset("page.typ", inputs)
        if compiled:
            return inputs, compiled, lacking
        # What a typeface has may still be lacking in company: only there it is numbered, so that an accent that
        # nothing can carry in one place leaves the accents of all other words alone.
        before = data
        for together in sorted(missing, key=len, reverse=True):
            data = data.replace(_in_json(together), _in_json(_numbered(together, _beyond_ascii(together))))
            lacking |= _beyond_ascii(together)
        if data == before:
            if "flat" in inputs:
                break
            # There may be more links and long words than typst can have in one paragraph.
            inputs, data = {**inputs, "flat": "yes"}, _broken(data, 0)
    rare = _rare(data)
    inputs = {**inputs, "document": _broken(_numbered(data, rare), 0)}
    compiled, _ = _typeset("page.typ", inputs)
    if not compiled:
        raise Trouble(
            "Van dit stuk kon geen pdf worden gemaakt.",
            "Er is niets geschreven.",
            "Neem html of docx; je kunt die ook als pdf afdrukken.",
        )
    return inputs, compiled, lacking | rare


def _imposed(compiled: bytes, inputs: dict[str, str], title: str, *, folded: bool) -> bytes:
    """Return a PDF with two of the pages on each side of a sheet."""
    import typst

    told = typst.query(_template("page.typ"), "<pages>", "value", one=True, sys_inputs=inputs, ignore_system_fonts=True)
    begins = [1, *msgspec.json.decode(told, type=list[int])]
    order = [side for first, end in pairwise(begins) for side in _on_sheets(first, end - first, folded=folded)]
    pages = str(list(compiled))
    imposed = {"pages": pages, "order": str([list(pair) for pair in order]), "title": title}
    return typst.compile(_template("impose.typ"), sys_inputs=imposed, ignore_system_fonts=True)


def _on_sheets(first: int, number: int, *, folded: bool) -> list[tuple[int, int]]:
    """Return which pages stand on each side of the sheets for some pages that are to be handed out apart."""
    sides = booklet_order(number) if folded else two_up_order(number)
    sides += [(0, 0)] * (len(sides) % 2)
    return [(left and left + first - 1, right and right + first - 1) for left, right in sides]


def booklet_order(number: int) -> list[tuple[int, int]]:
    """Return which pages stand left and right on each side, so that the sheets fold into a booklet; 0 is an empty page.

    The sheets are printed on both sides, turned over the short edge, laid in one another by eight, and folded once:
    more of them do not fold.
    """
    sides: list[tuple[int, int]] = []
    for before in range(0, number, _QUIRE):
        whole = -(-min(number - before, _QUIRE) // 4) * 4
        for first in range(before + 1, before + whole // 2, 2):
            last = 2 * before + whole + 1 - first
            sides += [(last, first), (first + 1, last - 1)]
    return [(_there(left, number), _there(right, number)) for left, right in sides]


def two_up_order(number: int) -> list[tuple[int, int]]:
    """Return which pages stand left and right on each side, one after the other; 0 is an empty page."""
    return [(left, _there(left + 1, number)) for left in range(1, number + 1, 2)]


def _there(page: int, number: int) -> int:
    return page if page <= number else 0


def _data(document: Document) -> str:
    """Return the document as JSON, each picture with its description; letters and their accents as one sign."""
    content = msgspec.to_builtins(document)
    _describe(content)
    return unicodedata.normalize("NFC", msgspec.json.encode(content).decode("utf-8"))


def _describe(content: Any) -> None:
    """Add to every picture what is to be seen."""
    if isinstance(content, list | tuple):
        for each in cast("list[Any]", content):
            _describe(each)
    elif isinstance(content, dict):
        for name, each in cast("dict[str, Any]", content).items():
            if name == "picture" and each:
                each["described"] = described(msgspec.convert(each, Figure))
            else:
                _describe(each)


def _refuse_too_long(data: str) -> None:
    if len(data) > _LIMIT:
        raise Trouble(
            "Dit is te veel tekst voor een pdf.", "Er is niets geschreven.", "Kies minder, of neem html, md of txt."
        )


def _broken(data: str, most: int) -> str:
    """Return JSON with the long words of each text broken by spaces, where there are more characters in these."""

    def walk(value: Any) -> Any:
        match value:
            case str():
                long = sum(map(len, _LONG_WORD.findall(value)))
                return value if long <= most else _LONG_WORD.sub(lambda word: _PART.sub(r"\g<0> ", word[0]), value)
            case dict():
                return {name: walk(each) for name, each in cast("dict[str, Any]", value).items()}
            case list():
                return list(map(walk, cast("list[Any]", value)))
            case _:
                return value

    return msgspec.json.encode(walk(msgspec.json.decode(data))).decode("utf-8")


def _in_json(text: str) -> str:
    return msgspec.json.encode(text).decode("utf-8")[1:-1]


def _beyond_ascii(text: str) -> set[str]:
    return {sign for sign in text if sign > "~"}


def _rare(data: str) -> set[str]:
    return {sign for sign in data if ord(sign) > _LATIN and sign not in _COMMON}


def _numbered(data: str, signs: Iterable[str]) -> str:
    # One pass for each sign: a translation of the whole takes a tenth of a second, in which nothing else can be done.
    for sign in signs:
        data = data.replace(sign, f"[U+{ord(sign):04X}]")
    return data


def _lacking(data: str) -> set[str]:
    """Return which characters the typefaces lack, each by itself: one attempt instead of one for every run of text."""
    rare = _rare(data)
    if not rare:
        return set()
    _, missing = _typeset("probe.typ", {"signs": "".join(sorted(rare))})
    return {sign for text in missing for sign in _beyond_ascii(text)}


def _typeset(template: str, inputs: dict[str, str]) -> tuple[bytes, set[str]]:
    """Return the PDF, or nothing and the texts that stood in its way, as far as these are named."""
    try:
        import typst
    except ImportError as error:
        raise NoTypesetter from error
    try:
        return typst.compile(
            _template(template), sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True
        ), set()
    except typst.TypstError as error:
        return b"", {_unescaped(text) for text in _LACKING.findall(str(error))}


def _template(name: str) -> bytes:
    return (files("goedwerk_tui.sharing") / "templates" / name).read_bytes()


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)

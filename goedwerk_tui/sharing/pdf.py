"""A document as PDF by the standard for accessible documents (PDF/UA-1): tagged, titled, in Dutch.

What is written goes to typst as data, never as source, so no sign in it means anything there. Only the typefaces that
come with typst are used, so that a file is the same on every machine.
"""

import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, cast

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import Document, Picture
from goedwerk_tui.sharing.picture import described

_LIMIT = 4_000_000
"""How much JSON is typeset; about a thousand pages, and half a minute."""
_ATTEMPTS = 12
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


def to_pdf(document: Document) -> tuple[bytes, str]:
    """Return the document as PDF, and the characters that its typefaces lack.

    In the place of such a character stands its number in Unicode, as ``[U+1F600]``.

    Raises:
        NoTypesetter: typst is not installed.
        Trouble: there is too much text to typeset, or something in it that can't be.
    """
    data = _data(document)
    if len(data) > _LIMIT:
        raise Trouble(
            "Dit is te veel tekst voor een pdf.", "Er is niets geschreven.", "Kies minder, of neem html, md of txt."
        )
    lacking = _lacking(data)
    data = _numbered(data, lacking)
    for _ in range(_ATTEMPTS):
        compiled, missing = _typeset("page.typ", {"document": data})
        if compiled:
            return compiled, "".join(sorted(lacking))
        # What a typeface has may still be lacking in company: only there it is numbered, so that an accent that
        # nothing can carry in one place leaves the accents of all other words alone.
        before = data
        for together in sorted(missing, key=len, reverse=True):
            data = data.replace(_in_json(together), _in_json(_numbered(together, _beyond_ascii(together))))
            lacking |= _beyond_ascii(together)
        if data == before:
            break
    rare = _rare(data)
    compiled, _ = _typeset("page.typ", {"document": _numbered(data, rare)})
    if not compiled:
        raise Trouble(
            "Van dit stuk kon geen pdf worden gemaakt.",
            "Er is niets geschreven.",
            "Neem html of docx; je kunt die ook als pdf afdrukken.",
        )
    return compiled, "".join(sorted(lacking | rare))


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
                each["described"] = described(msgspec.convert(each, Picture))
            else:
                _describe(each)


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
    source = (files("goedwerk_tui.sharing") / "templates" / template).read_bytes()
    try:
        return typst.compile(source, sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True), set()
    except typst.TypstError as error:
        return b"", {_unescaped(text) for text in _LACKING.findall(str(error))}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)

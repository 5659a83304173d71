"""A document as PDF by the standard for accessible documents (PDF/UA-1): tagged, titled, in Dutch.

What is written goes to typst as data, never as source, so no sign in it means anything there. Only the typefaces that
come with typst are used, so that a file is the same on every machine.
"""

import re
from importlib.resources import files

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import Document

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
    data = msgspec.json.encode(document).decode("utf-8")
    if len(data) > _LIMIT:
        raise Trouble(
            "Dit is te veel tekst voor een pdf.", "Er is niets geschreven.", "Kies minder, of neem html, md of txt."
        )
    lacking = _lacking(data)
    for _ in range(_ATTEMPTS):
        compiled, missing = _typeset("page.typ", {"document": _numbered(data, lacking)})
        if compiled:
            return compiled, lacking
        if not missing:
            break
        # What a typeface has may still be lacking in company: a mark on a letter from another typeface.
        lacking = "".join(sorted({*lacking, *missing}))
    rare = _rare(data)
    compiled, _ = _typeset("page.typ", {"document": _numbered(data, rare)})
    if not compiled:
        raise Trouble(
            "Van dit stuk kon geen pdf worden gemaakt.",
            "Er is niets geschreven.",
            "Neem html of docx; je kunt die ook als pdf afdrukken.",
        )
    return compiled, rare


def _rare(data: str) -> str:
    return "".join(sorted({sign for sign in data if ord(sign) > _LATIN and sign not in _COMMON}))


def _numbered(data: str, signs: str) -> str:
    # One pass for each sign: a translation of the whole takes a tenth of a second, in which nothing else can be done.
    for sign in signs:
        data = data.replace(sign, f"[U+{ord(sign):04X}]")
    return data


def _lacking(data: str) -> str:
    """Return which characters the typefaces lack, each by itself: one attempt instead of one for every run of text."""
    rare = _rare(data)
    if not rare:
        return ""
    _, missing = _typeset("probe.typ", {"signs": rare})
    return missing


def _typeset(template: str, inputs: dict[str, str]) -> tuple[bytes, str]:
    """Return the PDF, or nothing and the characters that stood in its way, as far as these are named."""
    try:
        import typst
    except ImportError as error:
        raise NoTypesetter from error
    source = (files("goedwerk_tui.sharing") / "templates" / template).read_bytes()
    try:
        return typst.compile(source, sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True), ""
    except typst.TypstError as error:
        found = (_unescaped(text) for text in _LACKING.findall(str(error)))
        return b"", "".join(sorted({sign for text in found for sign in text if sign > "~"}))


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)

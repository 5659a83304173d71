"""The forms in which a document can leave."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.page_layout import Layout


class Format(StrEnum):
    """A form of file, named by the ending of its files; in the order in which they are offered."""

    WORD = "docx"
    PDF = "pdf"
    WEB_PAGE = "html"
    TEXT = "txt"
    JSON = "json"
    MARKDOWN = "md"

    @property
    def label(self) -> str:
        """What it is called, in Dutch."""
        match self:
            case Format.WORD:
                return "Word"
            case Format.PDF:
                return "pdf"
            case Format.WEB_PAGE:
                return "webpagina"
            case Format.TEXT:
                return "platte tekst"
            case Format.JSON:
                return "JSON"
            case Format.MARKDOWN:
                return "Markdown"


class Rendered(NamedTuple):
    """A document as the content of a file."""

    content: bytes
    lacking: str = ""
    """Characters that this form could not show; in their place stands their number in Unicode."""


def render(document: Document, format: Format, template: Path | None = None, layout: Layout = Layout.A4) -> Rendered:
    """Return a document in a form.

    Args:
        document: what leaves.
        format: the form.
        template: a Word document whose styles are used, for Word alone.
        layout: how the pages are laid out, for PDF alone.

    Raises:
        Trouble: the template can't be used, or the document is too large for this form.
    """
    match format:
        case Format.MARKDOWN:
            from goedwerk_tui.sharing.markdown import to_markdown

            return Rendered(to_markdown(document).encode())
        case Format.TEXT:
            from goedwerk_tui.sharing.plain_text import to_plain_text

            return Rendered(to_plain_text(document).encode())
        case Format.WEB_PAGE:
            from goedwerk_tui.sharing.web_page import to_html

            return Rendered(to_html(document).encode())
        case Format.WORD:
            from goedwerk_tui.sharing.word import to_word

            return Rendered(to_word(document, template))
        case Format.PDF:
            from goedwerk_tui.sharing.pdf import to_pdf

            return Rendered(*to_pdf(document, layout))
        case Format.JSON:
            from goedwerk_tui.sharing.exchange import to_json

            return Rendered(to_json(document).encode())


class UnknownEnding(Trouble):
    """A file's name asks for a form that documents can't leave in."""

    def __init__(self, ending: str) -> None:
        """Say which, and which there are."""
        *most, last = Format
        super().__init__(
            f"Een bestand op ‘{ending}’ kan Goed Werk niet maken.",
            "Er is niets geschreven.",
            f"Kies een naam op {', '.join(f'.{each}' for each in most)} of .{last}.",
        )


def format_of(target: Path) -> Format | None:
    """Return the form that a file's name asks for, or None when it has no ending.

    Raises:
        UnknownEnding: it asks for a form that there is not.
    """
    ending = target.suffix.lower().strip(". ")
    if ending == "htm":
        return Format.WEB_PAGE
    if ending and ending not in set(Format):
        raise UnknownEnding(target.suffix)
    return Format(ending) if ending else None

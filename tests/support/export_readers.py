"""Reading exports back with readers that are not ours: what a person would see in the file, and its headings."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import docx
import lxml.html
import pypdf
from markdown_it import MarkdownIt

from goedwerk_tui.sharing.formats import Format

ALLOWED_ADDRESSES = ("#",)


def read(format: Format, content: bytes) -> str:
    """Return all text in a file."""
    return _READERS[format](content)


def headings(format: Format, content: bytes) -> list[str]:
    """Return the headings of a file, for the forms that have real ones."""
    match format:
        case Format.MARKDOWN:
            tokens = MarkdownIt("commonmark").parse(content.decode())
            return [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
        case Format.WEB_PAGE:
            return [str(each.text_content()) for each in _page(content).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        case Format.WORD:
            word = docx.Document(io.BytesIO(content))
            return [
                each.text
                for each in word.paragraphs
                if str(getattr(each.style, "name", "")).startswith(("Heading", "Title"))
            ]
        case _:
            raise AssertionError(f"{format} has no headings")


def squeezed(text: str) -> str:
    """Return a text without its spaces: forms wrap and indent as they like."""
    return re.sub(r"[\s\u200b\xa0]+", "", text)


def _page(content: bytes) -> Any:
    return lxml.html.document_fromstring(content.decode())


def _read_markdown(content: bytes) -> str:
    def inline(children: list[Any]) -> Iterator[str]:
        for child in children:
            assert child.type not in ("html_inline", "image", "link_open", "code_inline"), child
            yield child.content if child.content else "\n"

    parts: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(content.decode()):
        assert token.type not in ("html_block", "fence", "code_block", "hr"), token
        if token.type == "inline":
            parts.append("".join(inline(token.children or [])))
    return "\n\n".join(parts)


def _read_page(content: bytes) -> str:
    page = _page(content)
    assert not page.xpath("//script|//iframe|//object|//embed|//link|//img|//form|//input|//base")
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name not in ("src", "srcset", "style", "action", "data"), name
            assert name != "href" or value.startswith(ALLOWED_ADDRESSES), value
    assert "url(" not in content.decode()
    assert "@import" not in content.decode()
    return page.find("head/title").text + "\n" + page.find("body").text_content()


def _read_word(content: bytes) -> str:
    word = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    body = word.element.body
    assert not body.xpath(".//w:hyperlink[not(@w:anchor)]|.//w:hyperlink[@r:id]|.//w:fldSimple|.//w:drawing")
    assert all(each.text.startswith("TOC ") for each in body.xpath(".//w:instrText"))
    return "\n".join([*(each.text for each in word.paragraphs), *cells])


def _read_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def _read_json(content: bytes) -> str:
    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from strings(inner)

    return "\n".join(strings(json.loads(content)))


_READERS = {
    Format.MARKDOWN: _read_markdown,
    Format.TEXT: bytes.decode,
    Format.WEB_PAGE: _read_page,
    Format.WORD: _read_word,
    Format.PDF: _read_pdf,
    Format.JSON: _read_json,
}

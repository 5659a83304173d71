"""A document for Word, with real styles: whoever edits it further finds headings, lists and a language in place."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docx.enum.section import WD_SECTION

from goedwerk_tui.base.files import ReadFailed, read_regular
from goedwerk_tui.base.places import expanded
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.sharing.document import (
    Block,
    Bullets,
    Document,
    Fold,
    NewSheet,
    Piece,
    Prose,
    QuestionBlock,
    Section,
    Table,
    Together,
    paragraphs,
)
from goedwerk_tui.sharing.figures import words_beside
from goedwerk_tui.sharing.word_fields import add_contents, number_pages
from goedwerk_tui.sharing.word_names import take_out_names
from goedwerk_tui.sharing.word_styles import OWN, QUESTION, QUIET, ROOM, set_up
from goedwerk_tui.sharing.word_tables import add_line, add_picture, add_table
from goedwerk_tui.sharing.word_template import Opened, open_template, strip, tell_of, words_around

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_LEVELS = 9
_LISTED, _FEW = {"Heading 1", "Heading 2"}, 3
"""Which headings the contents list, and how many need none."""
_ROOM_IN_A_CELL = 648_000
"""18 mm, in EMU."""
_LETTERS_IN_A_LINE, _LINES_ON_TWO_PAGES = 85, 80
_MOST_LETTERS = 8_000_000
"""About two thousand pages, and half a minute or more."""
_TEMPLATE_LIMIT = 32 * 1024 * 1024


def to_word(document: Document, template: Path | None = None) -> bytes:
    """Return the document as the bytes of a .docx.

    Args:
        document: what leaves.
        template: a .docx or .dotx whose styles, page, header and footer are used, and nothing else.

    Raises:
        Trouble: the template can't be read or is no Word document, or there is too much text.
    """
    if sum(len(piece.text) for piece in document.pieces) > _MOST_LETTERS:
        raise Trouble(
            "Dit is te veel tekst voor Word.", "Er is niets geschreven.", "Kies minder, of neem html, md of txt."
        )
    word = _opened(template).word
    tell_of(word, title=document.title, author=document.name)
    word.add_paragraph(_one_line(document.title), "Title")
    for line in (document.name, document.date):
        if line:
            word.add_paragraph(_one_line(line), "Subtitle")
    begins = len(word.paragraphs)
    for section in document.sections:
        _add_section(word, section, 1)
    many = sum(each.style.name in _LISTED for each in word.paragraphs if each.style) > _FEW
    if document.sections and (document.contents or (many and _lines(word) > _LINES_ON_TWO_PAGES)):
        add_contents(word, before=word.paragraphs[begins])
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


class FromTemplate(NamedTuple):
    """What of a template stands on every page of what is written with it."""

    words: tuple[str, ...]
    """Those of its headers and footers, each paragraph once."""
    pictures_left_behind: int
    """How many pictures don't come along, as nobody can tell what more is in them."""


def from_template(template: Path) -> FromTemplate:
    """Return what of a template comes along.

    Raises:
        Trouble: it can't be read or is no Word document.
    """
    opened = _opened(template)
    return FromTemplate(words_around(opened.word), opened.left_behind)


def _opened(template: Path | None) -> Opened:
    import docx

    if template is None:
        word = docx.Document()
        strip(word)
        set_up(word, own_look=True)
        number_pages(word)
        return Opened(word, 0)
    try:
        opened = open_template(read_regular(expanded(template), _TEMPLATE_LIMIT))
        set_up(opened.word, own_look=False)
        take_out_names(opened.word)
    except ReadFailed as failed:
        raise Trouble(failed.happened, "Er is niets geschreven.", failed.advice) from failed
    except Exception as error:  # python-docx raises whatever its zip and XML readers raise
        raise Trouble(
            f"Het sjabloon ‘{template}’ is geen Word-document, of een dat dit programma niet begrijpt.",
            "Er is niets geschreven.",
            "Kies een bestand dat op .docx of .dotx eindigt, of laat --sjabloon weg.",
        ) from error
    return opened


def _lines(word: "WordDocument") -> int:
    """Return about how many lines there are."""
    return sum(2 + len(each.text) // _LETTERS_IN_A_LINE for each in word.paragraphs) + sum(
        len(each.rows) for each in word.tables
    )


def _add_section(word: "WordDocument", section: Section, level: int) -> None:
    word.add_heading(_one_line(section.title), min(level, _LEVELS))
    _add_blocks(word, section.blocks, level + 1)
    for inner in section.sections:
        _add_section(word, inner, level + 1)


def _add_blocks(word: "WordDocument", blocks: Iterable[Block], level: int) -> None:
    for block in blocks:
        match block:
            case Piece():
                _add_piece(word, block)
            case Prose():
                _add_prose(word, block)
            case Bullets():
                _add_bullets(word, block)
            case Table():
                height = _ROOM_IN_A_CELL if block.tall else 0
                widths = block.widths or ([1.0] * len(block.rows[0]) if block.tall else ())
                add_table(word, block.rows, widths=widths, headed=block.headed, height=height)
            case QuestionBlock():
                word.add_paragraph(_one_line(block.text), QUESTION)
                if block.hint:
                    hint = word.add_paragraph(_one_line(block.hint), QUIET)
                    hint.paragraph_format.keep_with_next = bool(block.lines)
                for line in range(block.lines):
                    room = word.add_paragraph(style=ROOM)
                    room.paragraph_format.keep_with_next = line + 1 < block.lines
            case Fold():
                word.add_heading(_one_line(block.title), min(level, _LEVELS))
                _add_blocks(word, block.blocks, level + 1)
            case Together():
                _add_together(word, block, level)
            case NewSheet():
                # What is printed on both sides begins a new sheet at an odd page.
                word.add_section(WD_SECTION.ODD_PAGE)


def _add_together(word: "WordDocument", together: Together, level: int) -> None:
    begins = len(word.paragraphs)
    _add_blocks(word, together.blocks, level)
    for each in word.paragraphs[begins:-1]:
        each.paragraph_format.keep_with_next = True


def _add_prose(word: "WordDocument", block: Prose) -> None:
    paragraph = word.add_paragraph(style={"quote": "Quote", "small": QUIET}.get(block.role, "Normal"))
    add_line(paragraph, block.runs)
    if block.role == "head":
        paragraph.paragraph_format.keep_with_next = True
        for run in paragraph.runs:
            run.bold = True


def _add_bullets(word: "WordDocument", bullets: Bullets) -> None:
    for number, item in enumerate(bullets.items, 1):
        paragraph = word.add_paragraph(style="List Paragraph" if bullets.numbered else "List Bullet")
        if bullets.numbered:
            # Word's own numbering would run on from one list into the next.
            paragraph.add_run(f"{number}. ")
        add_line(paragraph, item)


def _add_piece(word: "WordDocument", piece: Piece) -> None:
    if piece.question:
        word.add_paragraph(_one_line(piece.question), QUESTION)
    if piece.choice:
        paragraph = word.add_paragraph("Keuze: ", QUIET)
        paragraph.add_run(_one_line(piece.choice))
        paragraph.paragraph_format.keep_with_next = bool(piece.text.strip())
    if piece.picture:
        add_picture(word, piece.picture)
    for each in paragraphs(words_beside(piece)):
        _add_lines(word.add_paragraph(style=OWN), each)
    if piece.written:
        word.add_paragraph(piece.written, QUIET)


def _add_lines(paragraph: "Paragraph", text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _one_line(text: str) -> str:
    return " ".join(text.split())

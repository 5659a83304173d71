"""What leaves as Markdown reads, after rendering by somebody else's parser, as it was typed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.sharing.entry_document import make_document
from goedwerk_tui.sharing.file_writer import write_document
from goedwerk_tui.sharing.markdown import escape, to_markdown

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
HOSTILE = [
    "# geen kop",
    "- geen lijst",
    "1. geen nummer",
    "12) geen nummer",
    "> geen citaat",
    "    geen code",
    "\tgeen code",
    "```\ngeen blok\n```",
    "~~~",
    "*geen nadruk* en _geen_ __nadruk__",
    "[geen](link) ![geen](plaatje)",
    "<script>alert(1)</script>",
    "&amp; &lt; &#35;",
    "a\n===\nb",
    "a\n---\nb",
    "***",
    "___",
    "| a | b |\n|---|---|\n| c | d |",
    "~~door~~",
    "\\",
    "a\\\nb",
    "regel\nnog een regel",
    "alinea\n\nalinea",
    "alinea\n\n\n\nalinea",
    "=HYPERLINK(1)",
    "{{ x }}",
    "[rood]rood[/rood]",
    "<!-- -->",
    "[x]: http://voorbeeld",
    "&copy;",
    "`code`",
    "a  \nb",
    "+ x",
    "* x",
    "-",
    "#",
    "1.",
    "  1. ingesprongen",
    "é\u0301 שלום 👩‍👩‍👧",
]


def shown(markdown: str) -> list[str]:
    """The paragraphs that a reader sees; anything but a paragraph of plain text shows up as its kind."""
    return list(_shown(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)))


def _shown(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(token.children or []))
        elif token.type not in ("paragraph_open", "paragraph_close"):
            yield f"<{token.type}>"


def _inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "text_special"):
            yield token.content
        else:
            yield "\n" if token.type in ("hardbreak", "softbreak") else f"<{token.type}>"


def as_typed(text: str) -> list[str]:
    """The paragraphs of a text, without what Markdown can't carry: how many empty lines, and spaces at line ends.

    The indent of a paragraph's first line is left out too: the parser used here strips it, though CommonMark does not.
    """
    lines = [_indented(line.rstrip()) for line in text.split("\n")]
    paragraphs = "\n".join(lines).split("\n\n")
    return [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]


def _indented(line: str) -> str:
    body = line.lstrip()
    return line[: len(line) - len(body)].expandtabs(4) + body


def rendered(text: str) -> list[str]:
    return [part.replace("\N{NO-BREAK SPACE}", " ").strip() for part in shown(escape(text))]


@pytest.mark.parametrize("text", HOSTILE)
def test_signs_mean_nothing(text: str) -> None:
    assert rendered(text) == as_typed(text)


@given(st.text(alphabet=st.sampled_from("ab1 \n\t#*_-+=~`>[]()!|<&;:.\\{}é"), max_size=60).map(clean))
def test_any_text_reads_as_it_was_typed(text: str) -> None:
    assert rendered(text) == as_typed(text)


@given(st.text(max_size=40))
def test_any_text_can_be_written(text: str) -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, text)
    to_markdown(make_document(journal.newest_first(), NOW)).encode("utf-8")


def test_a_whole_document(tmp_path: Path) -> None:
    journal = Journal.in_memory()
    origin = Origin("goed-werk", "opening", "s", "keuze", "Opening", "De *stap*", "Wat doe je, [nu]?")
    journal.add(Kind.CHOICE, "omdat", origin=origin, data={"option": "a", "option_text": "Je belt."})
    journal.add(Kind.NOTE, "# los")
    path = write_document(make_document(journal.newest_first(), NOW), tmp_path / "x.md").path
    tokens = shown(path.read_text("utf-8"))
    assert [each for each in tokens if not each.startswith("<heading")] == [
        "Uit mijn dagboek Goed Werk",
        "14 maart 2026",
        "Opening",
        "De *stap*",
        "<strong_open>Wat doe je, [nu]?<strong_close>",
        "Keuze: Je belt.",
        "omdat",
        *[each for each in tokens if "em_open" in each][:1],
        "Los geschreven",
        "Notitie",
        "# los",
        *[each for each in tokens if "em_open" in each][1:],
    ]

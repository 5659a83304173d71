"""One thing has one name wherever a person reads: on screens, in help, handbook, README and the pages of the kit."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_AS_TYPED = re.compile(r"`[^`]*`|‘goedwerk [^’]*’|\*\*[^*]*\*\*")
"""What is typed or pressed, and keeps the name that the program gave it."""

OTHER_WORDS = {
    "meenemen": r"\b(?:ge)?marke(?:er|ring)\w*|\b(?:niet|nooit|is|zijn|nu) gemerkt\b|\bik merkte\b",
    "bestand": r"\bexports?\b|\b(?:ge)?ëxporteer\w*|\bexporteer(?:de|t)\b|\bexporteren\b",
    "programmaboek": r"\b(?:het|een) boekje\b(?!.*\bvouw)",
}
"""The other words for what is called so; a booklet is only what one folds."""


def said_by_the_program() -> Iterator[tuple[str, str]]:
    """Yield what the code can say: every text with a space in it that explains no code, with where it stands."""
    for path in sorted((ROOT / "goedwerk_tui").rglob("*.py")):
        if path.name == "palette.py":
            # It finds a place by other words too.
            continue
        tree = ast.parse(path.read_text("utf-8"))
        explaining = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value if " " in node.value else ""


def written_for_people() -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of the pages that a person reads, with where they stand; of the README what is Dutch."""
    pages = [*(ROOT / "docs" / "handboek").glob("*.md"), *(ROOT / "content" / "nl" / "pages").glob("*.md")]
    for path in (ROOT / "README.md", *sorted(pages)):
        text, _, _ = path.read_text("utf-8").partition("\n## Installing")
        for paragraph in text.split("\n\n"):
            yield str(path.relative_to(ROOT)), " ".join(paragraph.split())


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_one_thing_has_one_name(word: str) -> None:
    other = re.compile(OTHER_WORDS[word], re.IGNORECASE)
    texts = [*said_by_the_program(), *written_for_people()]
    assert len(texts) > 2000
    found = [f"{where}: {text}" for where, text in texts if other.search(_AS_TYPED.sub("", text))]
    assert not found, "\n".join(found)

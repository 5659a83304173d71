"""Whether texts and glossary know each other."""

import re
from collections.abc import Iterator

from goedwerk_tui.base.folding import fold
from goedwerk_tui.programme.corpus import Remark, Whole
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.file_schemas import LISTS
from goedwerk_tui.programme.model import Term
from goedwerk_tui.programme.problems import Findings, quoted

LONG_ENOUGH = 13
"""Letters from which a single word is taken for a term of the trade wherever it stands."""


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on terms that a step uses without a link, and on terms that nothing links."""
    texts = [*(file for name, file in whole.files.items() if name not in LISTS), *whole.texts_beside]
    linked = {term_id for file in texts for _, term_id in file.links}
    # A step that can't be read may link any of them, and so may one that could not be named.
    all_read = not any(file.problems for file in texts)
    for number, term in enumerate(whole.lists.get("glossary.yaml", ()), 1):
        if all_read and term.id not in linked:
            line = whole.files["glossary.yaml"].line(f"[{number}]")
            yield Remark("glossary.yaml", line, f"geen tekst verwijst naar het begrip {quoted(term.term)}")
    patterns = {term.id: _pattern(term) for term in whole.glossary.values() if _distinctive(_name(term))}
    for written in whole.steps:
        own = {term_id for _, term_id in written.file.links}
        bodies = _folded_bodies(written.file)
        for term_id, pattern in patterns.items():
            line = _first_use(bodies, pattern) if term_id not in own else 0
            if line:
                name = whole.glossary[term_id].term
                text = f"het begrip {quoted(name)} staat hier zonder link: [{name}](begrip:{term_id})"
                yield Remark(written.file.file, line, text)


def _name(term: Term) -> str:
    """Return the term without what is added in brackets."""
    return re.sub(r"\s*\(.*?\)", "", term.term).strip()


def _distinctive(name: str) -> bool:
    return " " in name or len(name) >= LONG_ENOUGH or name.isupper()


def _pattern(term: Term) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in fold(_name(term)).split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _folded_bodies(file: Findings) -> list[tuple[int, str]]:
    """Return the first line and the folded text of everything in a step's body."""
    paths = (path for path in file.prose if path.startswith("blocks[") and not path.endswith(".who"))
    return [(file.line(path), fold(plain(file.texts[path]))) for path in paths]


def _first_use(bodies: list[tuple[int, str]], pattern: re.Pattern[str]) -> int:
    """Return the line at which a term stands first, or 0."""
    for first_line, text in bodies:
        if found := pattern.search(text):
            return first_line + text.count("\n", 0, found.start())
    return 0

"""Whether two things go by one name."""

from collections.abc import Iterator

from goedwerk_tui.base.folding import fold
from goedwerk_tui.programme.corpus import Remark, Whole
from goedwerk_tui.programme.problems import quoted


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on steps with one title, and on a term that is in the glossary under another id."""
    first = {fold(title): step_id for step_id, title in whole.titles_below.items()}
    for written in whole.steps:
        title = fold(written.step.title)
        if title in first:
            text = f"de titel {quoted(written.step.title)} heeft ook {first[title]}"
            yield Remark(written.file.file, written.file.line("title"), text)
        first.setdefault(title, written.step.id)
    ids: dict[str, str] = {}
    for term in whole.glossary.values():
        ids.setdefault(fold(term.term), term.id)
    for number, term in enumerate(whole.lists.get("glossary.yaml", ()), 1):
        other = ids[fold(term.term)]
        if other != term.id:
            line = whole.files["glossary.yaml"].line(f"[{number}].term")
            yield Remark("glossary.yaml", line, f"het begrip {quoted(term.term)} is er al, als {quoted(other)}")

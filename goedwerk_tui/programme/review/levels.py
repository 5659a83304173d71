"""Whether what a case leans on holds at its level of government."""

import re
from collections.abc import Iterator

from goedwerk_tui.programme.corpus import Remark, Whole
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.model import Case, Example
from goedwerk_tui.programme.problems import one_of, quoted

_OF_THE_RIJK = re.compile(r"Gedragscode\s+Integriteit\s+Rijk|\bAanwijzing(?:en)?\b|Beleidskompas")


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on sources, and on rules named in the text, that belong to another level."""
    for written in whole.steps:
        step, file = written.step, written.file
        if not isinstance(step, Case | Example):
            continue
        for number, source in enumerate(step.sources, 1):
            if source.applies_to and step.level not in source.applies_to:
                text = f"de bron {quoted(source.title)} geldt voor {one_of(source.applies_to)}, niet voor {step.level}"
                yield Remark(file.file, file.line(f"sources[{number}]"), text)
        if step.level == "rijk":
            continue
        for path in file.prose:
            if path.startswith("sources["):
                continue
            prose = plain(file.texts[path])
            for named in _OF_THE_RIJK.finditer(prose):
                line = file.line(path) + prose.count("\n", 0, named.start())
                yield Remark(file.file, line, f"{quoted(named[0])} is van het Rijk, en dit speelt bij: {step.level}")

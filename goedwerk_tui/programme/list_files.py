"""Reading the lists beside the programme: glossary, prompts, values, statements, strategies and openers."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from goedwerk_tui.programme.file_schemas import LISTS
from goedwerk_tui.programme.files import is_there, read_text
from goedwerk_tui.programme.model import WHOLE
from goedwerk_tui.programme.problems import Findings, quoted
from goedwerk_tui.programme.reading import read_yaml

WORD_LIST = "words.txt"
"""The names and terms that the dictionary does not know."""
IN_DUTCH = {
    "strategies.yaml": "strategieën",
    "glossary.yaml": "begrippen",
    "prompts.yaml": "vragen van de week",
    "values.yaml": "waarden",
    "statements.yaml": "stellingen",
    "openers.yaml": "gespreksopeners",
}
"""What is in each list."""


def check_word_list(folder: Path, findings: Findings) -> None:
    """Remark on each line of the word list that holds more than one word."""
    text = read_text(folder / WORD_LIST, findings) if is_there(folder / WORD_LIST) else None
    for number, line in enumerate((text or "").split("\n"), 1):
        if not line.startswith("#") and len(re.findall(r"[^\s,;]+", line)) > 1:
            findings.remarks.append((number, f"meer dan één woord op een regel ({quoted(line)}); zet elk op een eigen"))


def read_list(
    folder: Path, name: str, findings: Findings, dimensions: Collection[str] | None, taken: Collection[str] = ()
) -> tuple[Any, ...] | None:
    """Read one of the lists.

    Args:
        folder: the pack.
        name: one of ``LISTS``.
        findings: gets the problems.
        dimensions: the ids of the programme's dimensions; None where not all of them could be read.
        taken: the ids that stand in the list that this one comes beside.

    Returns:
        The values in order; empty when the file is absent, None when something is wrong with it.
    """
    path = folder / name
    if not is_there(path):
        return ()
    kind: Any = LISTS[name]
    values: tuple[Any, ...] | None = read_yaml(path, tuple[kind, ...], findings)
    findings.expect_unique("[].id")
    for place, text in findings.all_at("[].id"):
        if text in taken:
            findings.add(place, quoted(text), "een id dat het programma zelf nog niet gebruikt")
    own = findings.holds_all("[].id")
    known = [*taken, *(text for _, text in findings.all_at("[].id"))]
    findings.expect_among("[].see[]", known if own else None, "een id van een begrip")
    whole = [WHOLE] if name == "prompts.yaml" else []
    fitting = None if dimensions is None else [*dimensions, *whole]
    findings.expect_among("[].dimension", fitting, "een id van een dimensie uit programme.yaml")
    return None if findings.problems else values

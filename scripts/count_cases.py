"""Count what can be counted of the cases, as a table for docs/content-plan.md.

Usage: python scripts/count_cases.py [FOLDER]
"""

import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.programme.minutes import words_of
from goedwerk_tui.programme.model import Case
from goedwerk_tui.programme.review.lengths import words_before_choice

AT_ONCE = re.compile(r"\b(vandaag|vanavond|vanmiddag|vanochtend|vannacht|morgen|over \w+ minuten|nu)\b", re.IGNORECASE)
HOUR = re.compile(r"\b(\d{1,2}[.:]\d{2}( uur)?|(half|kwart \w+|\w+ (voor|over)) \w+|\w+ uur)\b", re.IGNORECASE)


def cases(folder: Path) -> Iterator[tuple[str, Case]]:
    """Yield session id and case, in the order of the programme."""
    pack = Pack.open(folder)
    for session in pack.programme.sessions:
        for step_id in session.steps:
            step = pack.step(step_id)
            if isinstance(step, Case):
                yield session.id, step


def row(session: str, case: Case) -> tuple[str, ...]:
    """Return the figures of one case."""
    moment = " ".join(block.text for block in case.blocks if block.slug == "moment")
    asked = f"{moment} {case.choice.text if case.choice else ''}"
    return (
        case.id,
        session,
        case.level,
        str(words_of(case.blocks)),
        str(words_before_choice(case)),
        str(len(case.questions)),
        str(len(case.choice.options)) if case.choice else "–",
        "ja" if AT_ONCE.search(asked) else "–",
        "ja" if HOUR.search(asked) else "–",
    )


def main(folder: Path) -> None:
    """Print the table, and under it the sums."""
    found = list(cases(folder))
    heads = ("casus", "sessie", "niveau", "woorden", "voor de keuze", "vragen", "opties", "nu of morgen", "een uur")
    print("|", " | ".join(heads), "|")
    print("|", " | ".join("---" for _ in heads), "|")
    for session, case in found:
        print("|", " | ".join(row(session, case)), "|")
    words = [words_of(case.blocks) for _, case in found]
    before = [words_before_choice(case) for _, case in found if case.choice]
    print(f"\n{len(found)} casussen, {sum(words)} woorden")
    print(f"tot 450 woorden: {sum(n <= 450 for n in words)}; 451–620: {sum(450 < n <= 620 for n in words)}")
    print(f"langer dan 620: {sum(n > 620 for n in words)}")
    print(f"voor de keuze: mediaan {statistics.median(before):.0f}, ten hoogste {max(before)}")
    print("vragen per casus:", dict(sorted(Counter(len(case.questions) for _, case in found).items())))
    print("niveau:", dict(Counter(case.level for _, case in found).most_common()))
    print("zonder keuze:", ", ".join(case.id for _, case in found if case.choice is None) or "geen")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else standard_folder())

"""Print how much the privacy look finds, and how often it is right, on tests/sharing/privacy_corpus.txt.

python scripts/measure_privacy_look.py           prints recall and precision
python scripts/measure_privacy_look.py --all     prints every miss and every false alarm as well
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.sharing.privacy import Look, vocabulary

CORPUS = Path(__file__).parents[1] / "tests" / "sharing" / "privacy_corpus.txt"
_MARKED = re.compile(r"\[\[(.+?)\]\]")


class Measured(NamedTuple):
    """What came of looking at the corpus. A spot counts as found when what was found covers it or lies within it."""

    sentences: int
    without: int
    spots: int
    found: int
    reported: int
    right: int
    misses: tuple[str, ...]
    alarms: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The part of the marked spots that was found."""
        return self.found / self.spots

    @property
    def precision(self) -> float:
        """The part of what was reported that was marked."""
        return self.right / self.reported


def measure() -> Measured:
    """Look at every sentence of the corpus."""
    look = Look(vocabulary(Pack.open(standard_folder())))
    lines = [line for line in CORPUS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    spots = found = reported = right = 0
    misses: list[str] = []
    alarms: list[str] = []
    for line in lines:
        sentence, marked = _unmarked(line)
        seen = [(each.start, each.end) for each in look.spots(sentence)]
        hits = [span for span in marked if any(_overlap(span, each) for each in seen)]
        correct = [each for each in seen if any(_overlap(span, each) for span in marked)]
        spots, found = spots + len(marked), found + len(hits)
        reported, right = reported + len(seen), right + len(correct)
        misses += [f"{sentence[a:b]}  —  {sentence}" for a, b in marked if (a, b) not in hits]
        alarms += [f"{sentence[a:b]}  —  {sentence}" for a, b in seen if (a, b) not in correct]
    without = sum(1 for line in lines if not _MARKED.search(line))
    return Measured(len(lines), without, spots, found, reported, right, tuple(misses), tuple(alarms))


def _unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    sentence, marked, at = "", [], 0
    for match in _MARKED.finditer(line):
        sentence += line[at : match.start()]
        marked.append((len(sentence), len(sentence) + len(match[1])))
        sentence += match[1]
        at = match.end()
    return sentence + line[at:], marked


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main() -> int:
    """Print the measurement."""
    measured = measure()
    print(
        f"{measured.sentences} sentences, {measured.without} of them without a spot; {measured.spots} spots\n"
        f"recall    {measured.recall:.3f}  ({measured.found} of {measured.spots})\n"
        f"precision {measured.precision:.3f}  ({measured.right} of {measured.reported})"
    )
    if "--all" in sys.argv[1:]:
        print("\nmissed:", *measured.misses, sep="\n  ")
        print("\nfalse alarms:", *measured.alarms, sep="\n  ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

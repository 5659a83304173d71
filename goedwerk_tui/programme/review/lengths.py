"""Whether texts keep to their length."""

from collections.abc import Iterator

from goedwerk_tui.base.text import count_words
from goedwerk_tui.programme.corpus import Remark, Whole
from goedwerk_tui.programme.minutes import words_of
from goedwerk_tui.programme.model import MOMENT, Case

LENGTHS = {"reading": (250, 600), "case": (280, 620), "example": (250, 500)}
BEFORE_THE_CHOICE = 320
"""Words of a case before one has to choose, at most."""
QUESTION = 30


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on texts over or under their length, and on long questions."""
    for written in whole.steps:
        step = written.step
        bounds = LENGTHS.get(step.kind)
        words = words_of(step.blocks)
        if bounds and not bounds[0] <= words <= bounds[1]:
            line = written.file.line("blocks[1]")
            yield Remark(written.file.file, line, f"{words} woorden; bedoeld zijn er {bounds[0]} tot {bounds[1]}")
        before = words_before_choice(step) if isinstance(step, Case) and step.choice else 0
        if before > BEFORE_THE_CHOICE:
            line = written.file.line("blocks[1]")
            yield Remark(written.file.file, line, f"{before} woorden voor de keuze; hoogstens {BEFORE_THE_CHOICE}")
    for passage in whole.passages():
        is_question = passage.path.startswith(("questions[", "[", "change[")) and passage.path.endswith("].text")
        if is_question and passage.file not in ("strategies.yaml", "openers.yaml", "statements.yaml"):
            words = count_words(passage.text)
            if words > QUESTION:
                yield Remark(passage.file, passage.line, f"een vraag van {words} woorden; hoogstens {QUESTION}")


def words_before_choice(case: Case) -> int:
    """Return how many words are read before the options show; all of them where there is nothing to choose."""
    slugs = [block.slug for block in case.blocks]
    last = slugs.index(MOMENT) + 1 if case.choice and MOMENT in slugs else len(slugs)
    return words_of(case.blocks[:last])

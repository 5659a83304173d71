"""Whether texts keep to their length."""

from collections.abc import Iterator

from goedwerk_tui.base.text import count_words
from goedwerk_tui.programme.minutes import words_of
from goedwerk_tui.programme.model import WHOLE
from goedwerk_tui.programme.whole import Remark, Whole, WrittenStep

LENGTHS = {"reading": (250, 600), "case": (450, 900), "example": (250, 500)}
SHORT_CASE = (200, 600)
"""For a case in a session about the whole."""
QUESTION = 30


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on texts over or under their length, and on long questions."""
    for written in whole.steps:
        step = written.step
        bounds = _bounds(written)
        words = words_of(step.blocks)
        if bounds and not bounds[0] <= words <= bounds[1]:
            line = written.file.line("blocks[1]")
            yield Remark(written.file.file, line, f"{words} woorden; bedoeld zijn er {bounds[0]} tot {bounds[1]}")
    for passage in whole.passages():
        is_question = passage.path.startswith(("questions[", "[")) and passage.path.endswith("].text")
        if is_question and passage.file not in ("strategies.yaml", "openers.yaml", "statements.yaml"):
            words = count_words(passage.text)
            if words > QUESTION:
                yield Remark(passage.file, passage.line, f"een vraag van {words} woorden; hoogstens {QUESTION}")


def _bounds(written: WrittenStep) -> tuple[int, int] | None:
    if written.step.kind == "case" and written.session is not None and written.session.dimension == WHOLE:
        return SHORT_CASE
    return LENGTHS.get(written.step.kind)

"""What can be counted of each step, beside what is remarked upon."""

from collections.abc import Iterator

from goedwerk_tui.programme.corpus import Whole
from goedwerk_tui.programme.minutes import words_of
from goedwerk_tui.programme.model import Case, Step
from goedwerk_tui.programme.review.language import readability
from goedwerk_tui.programme.review.lengths import words_before_choice


def figures(whole: Whole) -> Iterator[str]:
    """Yield a line of Dutch for each step that has a text or questions."""
    for written in whole.steps:
        facts = list(_facts(written.step))
        if facts:
            yield f"{written.step.id}: {', '.join(facts)}"


def _facts(step: Step) -> Iterator[str]:
    words = words_of(step.blocks)
    found = readability("\n\n".join(block.text for block in step.blocks))
    if words and found:
        yield f"{words} woorden"
        if isinstance(step, Case) and step.choice:
            yield f"{words_before_choice(step)} voor de keuze"
        yield f"{_comma(found.mean_sentence)} woorden per zin"
        yield f"leesbaarheid {found.flesch_douma:.0f}"
    if step.questions:
        hinted = sum(bool(question.hint) for question in step.questions)
        yield f"{len(step.questions)} vragen, {hinted} met hint" if len(step.questions) > 1 else "1 vraag"
    yield f"{step.minutes} min"


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")

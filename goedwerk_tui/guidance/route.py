"""The route through one step: its stops, in order, and how much of the text lies open at each.

A stop is a place where the reader is asked something, or has a part of the text to read before it goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from goedwerk_tui.programme.model import MOMENT, Block, Case, Choice, Question, Step

CHOICE_ITEM = "keuze"
"""The name under which the choice of a case is kept in the journal."""

_BLOCKS_WITH_A_STOP_OF_THEIR_OWN = frozenset({"stemmen", "hoe-het-verder-ging"})


@dataclass(frozen=True)
class Stop:
    """One place on the route."""

    key: str
    """Names the stop within its step; kept in the journal as the place where somebody was."""
    blocks: int
    """How many blocks of the text lie open here, counted from the start."""
    asks: Question | Choice | None
    """What is asked, or None where there is only something to read."""

    @property
    def item(self) -> str | None:
        """The name under which an answer is kept, or None where nothing is asked."""
        if isinstance(self.asks, Question):
            return self.asks.id
        return CHOICE_ITEM if self.asks else None


def stops(step: Step) -> tuple[Stop, ...]:
    """Return the stops of a step; at least one."""
    return tuple(_stops(step)) or (Stop("lees:", len(step.blocks), None),)


def _stops(step: Step) -> Iterator[Stop]:
    choice = step.choice if isinstance(step, Case) else None
    for number, block in enumerate(step.blocks, start=1):
        last = number == len(step.blocks)
        questions = [question for question in step.questions if _comes_after(question, block, last=last)]
        for question in questions:
            yield Stop(f"vraag:{question.id}", number, question)
        if choice and block.slug == MOMENT:
            yield Stop(CHOICE_ITEM, number, choice)
        elif not questions and (last or block.slug in _BLOCKS_WITH_A_STOP_OF_THEIR_OWN):
            yield Stop(f"lees:{block.slug}", number, None)
    if not step.blocks:
        for question in step.questions:
            yield Stop(f"vraag:{question.id}", 0, question)


def _comes_after(question: Question, block: Block, *, last: bool) -> bool:
    return question.after == block.slug or (last and question.after is None)


def open_blocks(step: Step, stop: Stop) -> tuple[Block, ...]:
    """Return the blocks that may be read at a stop."""
    return step.blocks[: stop.blocks]


def asked(route: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """Return the stops at which something is asked."""
    return tuple(stop for stop in route if stop.asks)

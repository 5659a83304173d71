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


@dataclass(frozen=True)
class Portion:
    """A part of a step that is read in one go, and what is asked after it."""

    block: Block | None
    """None for a step that has no text."""
    asks: tuple[Question | Choice, ...]


def stops(step: Step) -> tuple[Stop, ...]:
    """Return the stops of a step; at least one."""
    return tuple(_stops(step)) or (Stop("lees:", len(step.blocks), None),)


def _stops(step: Step) -> Iterator[Stop]:
    portions = reading_order(step)
    for number, portion in enumerate(portions, start=1):
        for asks in portion.asks:
            key = CHOICE_ITEM if isinstance(asks, Choice) else f"vraag:{asks.id}"
            yield Stop(key, number if portion.block else 0, asks)
        block = portion.block
        if block and not portion.asks and (number == len(portions) or block.slug in _BLOCKS_WITH_A_STOP_OF_THEIR_OWN):
            yield Stop(f"lees:{block.slug}", number, None)


def reading_order(step: Step) -> tuple[Portion, ...]:
    """Return a step as it is read: each block, and what is asked after it. The screen and paper both go by it."""
    choice = step.choice if isinstance(step, Case) else None
    if not step.blocks:
        return (Portion(None, step.questions),)
    last = step.blocks[-1]
    return tuple(
        Portion(
            block,
            (
                *(each for each in step.questions if _comes_after(each, block, last=block is last)),
                *((choice,) if choice and block.slug == MOMENT else ()),
            ),
        )
        for block in step.blocks
    )


def _comes_after(question: Question, block: Block, *, last: bool) -> bool:
    return question.after == block.slug or (last and question.after is None)


def open_blocks(step: Step, stop: Stop) -> tuple[Block, ...]:
    """Return the blocks that may be read at a stop."""
    return step.blocks[: stop.blocks]


def asked(route: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """Return the stops at which something is asked."""
    return tuple(stop for stop in route if stop.asks)

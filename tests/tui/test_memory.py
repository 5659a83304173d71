"""Whoever goes round for an hour finds no more in memory than after the first minute."""

import gc

from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.tui.workarounds.memory import weed

ROUNDS = 6
SLACK = 2_000
"""Objects. A round whose screens stay in memory, with their rows and footers, is some ten thousand."""


async def _go_round(app: Driver) -> int:
    """Go round the five places, with a page over two of them, and return how many objects there are then."""
    await app.press("2", "3", "n", "escape", "4", "5", "1", "h", "escape")
    for _ in range(6):
        gc.collect(1)  # lesser collections come by themselves some time: here they come after each round
    weed(app.app)
    gc.collect()
    return len(gc.get_objects()) + gc.get_freeze_count()


async def test_going_round_leaves_nothing_behind(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "een stuk")
    async with running(places) as app:
        await _go_round(app)
        _, _, before, *_, after = [await _go_round(app) for _ in range(ROUNDS)]
        assert after - before < SLACK

"""Of each kind of exercise what was taken over goes with a result that is wiped, and the programme's own words stay."""

import random
import re

import pytest
from support.exercise_moves import MOVES, answered, moved
from support.insight_year import Clock

from goedwerk_tui.guidance.exercises import scale, sort
from goedwerk_tui.guidance.exercises.persistence import values_of, work_from
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.exercises.without import without
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

_NEW = re.compile(r"noordnieuw\w+")


def _exercises(pack: Pack) -> list[Exercise]:
    steps = (pack.step(id) for session in pack.programme.sessions for id in steps_of(session))
    return [each for each in steps if isinstance(each, Exercise)]


def _said(word: str, number: int) -> str:
    return " ".join(f"{word}{number}{each}" for each in "abcd")


@pytest.mark.parametrize("seed", range(20))
def test_what_was_taken_over_goes_and_what_is_new_stays(pack: Pack, seed: int) -> None:
    chance = random.Random(seed)
    assert len({each.exercise for each in _exercises(pack)}) == 5
    for step in _exercises(pack):
        journal = Journal.in_memory(Clock())
        work = begin(step, pack, journal)
        for each in range(12):
            work = moved(work, chance.randrange(MOVES), _said("zuidoud", each), chance.randrange(40))
        first = answered(work, "zuidoud om het huis", chance.randrange(9))
        work = first
        for each in range(8):
            work = moved(work, chance.randrange(MOVES), _said("noordnieuw", each), chance.randrange(40))
        left = without(work, [first])
        assert without(first, [first]) is None
        own = " ".join(left.own_words()) if left else ""
        assert "zuidoud" not in own
        assert set(_NEW.findall(" ".join(work.own_words()))) == set(_NEW.findall(own))
        kept = work_from(values_of(left)) if left else None
        assert (kept.text() if kept else None) == (left.text() if left else None)


def test_a_card_that_was_reworded_since_leaves_no_first_words_in_an_id_of_an_earlier_version() -> None:
    then = sort.Sort(
        shape="columns",
        columns=(sort.ShownColumn(id="a", name="A"),),
        cards=(
            sort.PlacedCard(id="eigen-klaarhamer", text="Klaarhamer", column="a"),
            sort.PlacedCard(id="x", text="X"),
        ),
        colliding="botst met",
    )
    now = then.rename("eigen-klaarhamer", "iemand anders").collide("eigen-klaarhamer", "x")
    left = without(now, [then])
    assert isinstance(left, sort.Sort)
    assert "klaarhamer" not in str(values_of(left)).lower()
    assert "iemand anders botst met X" in left.text() or "X botst met iemand anders" in left.text()


def test_an_item_that_was_reworded_since_leaves_no_first_words_in_an_id_of_an_earlier_version() -> None:
    item = scale.PlacedItem(id="eigen-klaarhamer", text="Klaarhamer", low="nooit", high="altijd", at=2)
    then = scale.Scale(points=5, items=(item,))
    left = without(then.rename(item.id, "iemand anders"), [then])
    assert isinstance(left, scale.Scale)
    assert "klaarhamer" not in str(values_of(left)).lower() and "iemand anders" in left.text()

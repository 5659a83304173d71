"""What stands on an open line, what a card of one's own is known by, and what is read of what has no place."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.exercise_moves import MOVES, moved

from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises import persistence, scale, sort
from goedwerk_tui.guidance.exercises.own_ids import is_own
from goedwerk_tui.guidance.exercises.state import Sitting
from goedwerk_tui.guidance.insight.results import picture_of
from goedwerk_tui.programme.exercises import ListParts, SortParts
from goedwerk_tui.sharing.figures import picture_of_work

WORDS = st.sampled_from(["de raad", "werkbaar", "De  Raad", "als dan", "", "x"])

SORT = sort.begin(
    msgspec.convert(
        {"columns": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}], "own_card": "?", "colliding": "botst"},
        SortParts,
    ),
    (sort.PlacedCard(id="zorg", text="zorg"), sort.PlacedCard(id="tempo", text="tempo")),
)
SCALE = scale.Scale(
    points=5, items=(scale.PlacedItem(id="een", text="een", low="l", high="h"),), because="omdat", own_item="?"
)
LIST = listing.begin(msgspec.convert({"item": "Wat?", "attributes": [{"id": "w", "label": "w"}]}, ListParts))
MOVES_MADE = st.lists(st.tuples(st.integers(0, MOVES - 1), WORDS, st.integers(0, 9)), max_size=12)


@given(MOVES_MADE, WORDS)
def test_what_stands_on_an_open_line_outlives_going_back(moves: list[tuple[int, str, int]], typed: str) -> None:
    sitting = Sitting(LIST)
    for move in moves:
        sitting.to(moved(sitting.work, *move))
    work = sitting.work
    assert isinstance(work, listing.ItemList)
    sitting.write_on(work.write(typed))
    while sitting.undo():
        pass
    assert isinstance(sitting.work, listing.ItemList)
    assert sitting.work.line == typed


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_a_card_of_ones_own_stays_the_same_card_under_other_words(texts: list[str]) -> None:
    work = SORT.add("de inwoner")
    card = work.cards[0].id
    for text in texts:
        work = work.rename(card, text)
    assert [each.id for each in work.cards].count(card) == 1
    assert sort.name_of(work.card(card)) == sort.name_of(SORT.add("De  inwoner").cards[0])


def test_a_result_of_the_first_edition_is_known_by_its_words() -> None:
    old = msgspec.structs.replace(
        SORT, cards=(sort.PlacedCard(id="eigen-1", text="De inwoner", column="a"), *SORT.cards)
    )
    now = SORT.add("de inwoner")
    now = now.place(now.cards[0].id, "b")
    assert now.picture(old)[1].cards[0].was == "a"


@pytest.mark.parametrize("make", [SORT.add, SCALE.add])
def test_what_one_adds_has_an_id_without_its_words(make: Callable[[str], sort.Sort | scale.Scale]) -> None:
    made = make("De vergeten Klaarhamer")
    assert "klaarhamer" in made.text().lower()
    reworded = made.rename(_own(made).id, "iets anders")
    assert "klaarhamer" not in str(persistence.values_of(reworded)).lower()


def test_what_one_added_in_an_earlier_version_is_the_same_under_its_new_id() -> None:
    old_card = sort.PlacedCard(id="eigen-de inwoner", text="de burger", column="a")
    now = SORT.add("De inwoner")
    now = now.place(now.cards[0].id, "b")
    assert now.picture(msgspec.structs.replace(SORT, cards=(old_card, *SORT.cards)))[1].cards[0].was == "a"
    old_item = scale.PlacedItem(id="eigen-de inwoner", text="de burger", low="nooit", high="altijd", at=2)
    here = SCALE.add("De inwoner")
    here = here.place(_own(here).id, 4)
    dots = here.picture(msgspec.structs.replace(SCALE, items=(*SCALE.items, old_item)))[0][1]
    assert (dots[-1].was, dots[-1].at) == (2, 4)


def _own(work: sort.Sort | scale.Scale) -> sort.PlacedCard | scale.PlacedItem:
    (found,) = (each for each in (work.cards if isinstance(work, sort.Sort) else work.items) if is_own(each.id))
    return found


def test_a_line_of_ones_own_is_read_before_it_has_a_place() -> None:
    work = SCALE.explain("een", "het moet").add("de raad of de bewoners")
    assert work.text() == "Nog geen plek\n- een – omdat het moet\n- de raad of de bewoners"
    (waiting,) = picture_of(work, None)
    assert [(mark.text, mark.about) for mark in waiting.marks] == [
        ("een", ("omdat het moet",)),
        ("de raad of de bewoners", ()),
    ]
    drawn = picture_of_work(work)
    assert drawn is not None
    assert drawn.beside == work.text()

"""Any sequence of moves and undoings: nothing typed is lost, undo is the inverse, and what was kept never changes."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.guidance.exercises import compose, form, persistence, scale, sort
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.state import Sitting
from goedwerk_tui.programme.exercises import ComposeParts, FormParts, ListParts, SortParts

WORDS = st.sampled_from(["de raad", "werkbaar", "De  Raad", "als dan", "", "x"])
PLACES = st.integers(0, 6)

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
FORM = form.begin(
    msgspec.convert(
        {"sections": [{"id": "s", "title": "S", "fields": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}]},
        FormParts,
    )
)
COMPOSE = compose.begin(
    msgspec.convert(
        {"parts": [{"id": "a", "title": "A", "text": "?"}, {"id": "b", "title": "B", "text": "?"}]}, ComposeParts
    ),
    {"b": (compose.PickedSource(id="1", origin="o", text="stevig"),)},
)
Move = tuple[int, str, int]
MOVES = st.lists(st.tuples(PLACES, WORDS, st.integers(0, 9)), max_size=12)


def moved(work: Any, move: Move) -> Work:
    """Make one of the moves that a kind knows, by number."""
    kind, words, at = move
    match work:
        case sort.Sort():
            card = work.cards[at % len(work.cards)].id
            other = work.cards[0].id
            done = [work.add(words), work.place(card, "a"), work.place(card, "b"), work.place(card, ""), work.later()]
            return [*done, work.rename(card, words), work.collide(card, other)][kind]
        case scale.Scale():
            item = work.items[at % len(work.items)].id
            done = [work.add(words), work.place(item, at), work.explain(item, words), work.rename(item, words)]
            return [*done, work.place(item, 0), work, work][kind]
        case listing.ItemList():
            if not work.items:
                return work.add_each(words)
            key = work.items[at % len(work.items)].key
            return [
                work.add_each(words),
                work.say(key, "w", words),
                work.rename(key, words),
                work.remove(key),
                work,
                work,
                work,
            ][kind]
        case form.Form():
            return work.fill("ab"[at % 2], words)
        case _:
            return work.pick("b", "1") if kind == 0 else work.write("ab"[at % 2], words)


@given(st.sampled_from([SORT, SCALE, LIST, FORM, COMPOSE]), MOVES)
def test_undo_is_the_inverse_of_every_move(begun: Work, moves: list[Move]) -> None:
    sitting = Sitting(begun)
    states: list[Any] = []
    for move in moves:
        before = sitting.work
        if sitting.to(moved(sitting.work, move)):
            states.append(before)
    while states:
        assert sitting.undo()
        assert sitting.work == states.pop()
    assert not sitting.undo()


@given(st.sampled_from([SORT, SCALE, LIST, FORM, COMPOSE]), MOVES)
def test_what_is_kept_comes_back_the_same_and_does_not_change_with_what_is_done_next(
    begun: Work, moves: list[Move]
) -> None:
    work = begun
    kept: list[tuple[dict[str, Any], str]] = []
    for move in moves:
        work = moved(work, move)
        kept.append((persistence.values_of(work), work.text()))
    for values, text in kept:
        back = persistence.work_from(values)
        assert back is not None
        assert back.text() == text


@given(MOVES, WORDS)
def test_what_stands_on_an_open_line_outlives_going_back(moves: list[Move], typed: str) -> None:
    sitting = Sitting(LIST)
    for move in moves:
        sitting.to(moved(sitting.work, move))
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

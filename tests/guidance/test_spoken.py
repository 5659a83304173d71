"""A finished sort or scale read aloud and typed by another: the same again, and a slip is noticed."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.spoken import Misheard, as_begun, heard, spoken
from goedwerk_tui.guidance.spoken.codec import word_list
from goedwerk_tui.programme import Pack, standard_folder

SORT, SCALE = "waardensortering", "startfoto"
PACK = Pack.open(standard_folder())


BEGUN = as_begun(PACK)


def begun(step_id: str) -> Sort | Scale:
    work = BEGUN[step_id]
    assert isinstance(work, Sort | Scale)
    return work


def sorted_by(chance: Random) -> Sort:
    sort = begun(SORT)
    assert isinstance(sort, Sort)
    ids = sorted(card.id for card in sort.cards)  # they are dealt in another order in every run
    chance.shuffle(ids)
    for column in sort.columns:
        for _ in range(len(sort.cards) - 20 if column.quota is None else column.quota):
            sort = sort.place(ids.pop(), column.id)
    return sort


def placed_by(chance: Random) -> Scale:
    scale = begun(SCALE)
    assert isinstance(scale, Scale)
    for item in scale.items:
        scale = scale.place(item.id, chance.randint(1, scale.points))
    return scale


def lies(sort: Sort) -> dict[str, str]:
    return {card.id: card.column for card in sort.cards}


def test_the_list_is_1024_words_that_all_differ() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 1024
    assert list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in words)


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_sort_is_eight_words_and_back_the_same(chance: Random) -> None:
    sort = sorted_by(chance)
    words = spoken(sort, SORT)
    assert len(words) == 8
    step, again = heard([word.upper() for word in words], BEGUN)
    assert step == SORT
    assert isinstance(again, Sort)
    assert lies(again) == lies(sort)


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_scale_is_ten_words_and_back_the_same(chance: Random) -> None:
    scale = placed_by(chance)
    words = spoken(scale, SCALE)
    assert len(words) == 10
    assert heard(words, BEGUN) == (SCALE, scale)


@pytest.mark.parametrize("first", [True, False])
def test_the_first_and_the_last_of_all_sorts(first: bool) -> None:
    sort = begun(SORT)
    assert isinstance(sort, Sort)
    ids = sorted((card.id for card in sort.cards), reverse=not first)
    for column in sort.columns:
        for _ in range(len(sort.cards) - 20 if column.quota is None else column.quota):
            sort = sort.place(ids.pop(0), column.id)
    _, again = heard(spoken(sort, SORT), BEGUN)
    assert isinstance(again, Sort)
    assert lies(again) == lies(sort)


def noticed(words: tuple[str, ...]) -> bool:
    try:
        heard(words, BEGUN)
    except Misheard:
        return True
    return False


def test_more_than_99_in_100_single_slips_are_noticed() -> None:
    chance = Random(1)
    slips = 0
    tried = 2000
    for _ in range(tried // 50):
        words = spoken(sorted_by(chance), SORT)
        for _ in range(50):
            place = chance.randrange(8)
            other = chance.choice([each for each in word_list() if each != words[place]])
            slips += not noticed((*words[:place], other, *words[place + 1 :]))
    assert slips < tried / 100


def test_two_words_in_the_other_order_are_noticed() -> None:
    chance = Random(2)
    passed = 0
    for _ in range(100):
        words = list(spoken(sorted_by(chance), SORT))
        words[2], words[3] = words[3], words[2]
        passed += not noticed(tuple(words))
    assert passed <= 1


def test_a_word_that_is_not_in_the_list_names_what_was_meant() -> None:
    words = spoken(sorted_by(Random(3)), SORT)
    with pytest.raises(Misheard, match=f"‘{words[0]}x’ staat niet in de woordenlijst. Bedoelde je .*‘{words[0]}’"):
        heard((f"{words[0]}x", *words[1:]), BEGUN)


def test_too_few_words_and_words_of_another_exercise_are_noticed() -> None:
    words = spoken(sorted_by(Random(4)), SORT)
    with pytest.raises(Misheard, match="Dit zijn er 7; het moeten er 3 of 8 of 10 zijn"):
        heard(words[:7], BEGUN)
    with pytest.raises(Misheard, match="horen niet bij elkaar"):
        heard(spoken(sorted_by(Random(4)), "een-andere-sortering"), BEGUN)


def test_what_is_not_finished_or_holds_something_of_ones_own_has_no_words() -> None:
    sort = sorted_by(Random(5))
    moved = sort.place(sort.lying("meest")[0].id, "minst")
    assert spoken(moved, SORT) == ()
    assert spoken(sort.place(sort.cards[0].id, ""), SORT) == ()
    assert spoken(sort.add("van mijzelf"), SORT) == ()
    scale = placed_by(Random(5))
    assert spoken(scale.place(scale.items[0].id, 0), SCALE) == ()
    assert spoken(begun(SCALE), SCALE) == ()

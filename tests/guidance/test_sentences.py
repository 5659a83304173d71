"""Sentences that are made from answers say nothing twice."""

import pytest

from goedwerk_tui.guidance.exercises import sentence

PLAN = "Als {als}, dan {dan}."


@pytest.mark.parametrize(
    ("als", "dan", "made"),
    [
        ("ik een mail open", "sluit ik de laptop", "Als ik een mail open, dan sluit ik de laptop."),
        ("Als ik een mail open.", "Dan sluit ik de laptop.", "Als ik een mail open, dan sluit ik de laptop."),
        ("als … het vijf uur is", "Loop ik een rondje", "Als het vijf uur is, dan loop ik een rondje."),
        ("ALS als Ruben belt", "dan, dan zeg ik nee", "Als Ruben belt, dan zeg ik nee."),
        ("OR belt", "bel ik terug", "Als OR belt, dan bel ik terug."),
        ("alsof het niets is", "danst iedereen", "Als alsof het niets is, dan danst iedereen."),
    ],
)
def test_a_word_that_the_sentence_has_is_not_said_again(als: str, dan: str, made: str) -> None:
    assert sentence.made(PLAN, {"als": als, "dan": dan}) == made


def test_an_unfinished_sentence_shows_where_it_goes_on() -> None:
    assert sentence.made(PLAN, {"als": "het vijf uur is"}, gap="…") == "Als het vijf uur is, dan …"


@pytest.mark.parametrize(
    ("text", "asked", "read"),
    [
        ("Omdat het moest", "omdat", "het moest"),
        ("want het kon niet anders", "omdat", "het kon niet anders"),
        ("want omdat", "want", "omdat"),
        ("De raad vroeg erom", "want", "De raad vroeg erom"),
        ("omdat", "omdat", "omdat"),
    ],
)
def test_a_reason_does_not_begin_with_the_word_before_it(text: str, asked: str, read: str) -> None:
    assert sentence.reason(text, asked) == read

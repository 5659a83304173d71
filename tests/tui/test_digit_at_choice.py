"""What is typed at a choice: whether a digit chooses or is text, told by what comes behind it."""

import pytest

from goedwerk_tui.tui.widgets.digit_at_choice import Meaning, meaning_of


@pytest.mark.parametrize(
    ("digit", "stands", "comes", "meaning"),
    [
        ("", "", "3", Meaning.CHOOSES),
        ("", "", "9", Meaning.TEXT),
        ("", "", "²", Meaning.TEXT),
        ("", "", "w", Meaning.TEXT),
        ("", "", "", Meaning.TEXT),
        ("", "omdat ", "3", Meaning.TEXT),
        ("2", "", "", Meaning.TEXT),
        ("2", "", "w", Meaning.TEXT),
        ("2", "", "3", Meaning.CHOOSES),
        ("2", "", "9", Meaning.BEGINS_TEXT),
        ("2", "", " ", Meaning.BEGINS_TEXT),
        ("2", "", ",", Meaning.WAITS),
        ("2", "", ")", Meaning.WAITS),
        ("2", "", "-", Meaning.WAITS),
        ("2", ",", " ", Meaning.WAITS),
        ("2", ", ", " ", Meaning.WAITS),
        ("2", ",", "5", Meaning.BEGINS_TEXT),
        ("2", ".", "3", Meaning.BEGINS_TEXT),
        ("2", ", ", "w", Meaning.BEGINS_REASON),
        ("2", ")", "w", Meaning.BEGINS_REASON),
        ("2", ", ", "‘", Meaning.TEXT),
        ("2", "-", "3", Meaning.BEGINS_TEXT),
        ("2", "–", "d", Meaning.BEGINS_TEXT),
        ("2", "–", " ", Meaning.TEXT),
        ("2", "omdat", " ", Meaning.TEXT),
        ("2", "omdat", "9", Meaning.TEXT),
        ("2", "omdat", "e", Meaning.TEXT),
    ],
)
def test_what_a_sign_is_at_a_choice_of_four(digit: str, stands: str, comes: str, meaning: Meaning) -> None:
    assert meaning_of(comes, stands=stands, digit=digit, options=4) is meaning


@pytest.mark.parametrize(
    ("stands", "comes", "meaning"),
    [
        ("", "e", Meaning.BEGINS_TEXT),
        ("", "/", Meaning.BEGINS_TEXT),
        ("", "%", Meaning.BEGINS_TEXT),
        ("", ",", Meaning.WAITS),
        ("", "-", Meaning.WAITS),
        ("omdat", "e", Meaning.GOES_ON),
        ("omdat", "9", Meaning.GOES_ON),
        ("omdat", "3", Meaning.TEXT),
        ("omdat", " ", Meaning.PARTS),
    ],
)
def test_what_it_is_right_behind_a_digit(stands: str, comes: str, meaning: Meaning) -> None:
    assert meaning_of(comes, stands=stands, digit="2", options=4, joined=True, at_once=True) is meaning


@pytest.mark.parametrize(
    ("comes", "at_once", "meaning"),
    [
        ("j", True, Meaning.GOES_ON),
        ("j", False, Meaning.TEXT),
        (" ", True, Meaning.TEXT),
        ("3", True, Meaning.TEXT),
        (",", True, Meaning.TEXT),
    ],
)
def test_what_it_is_behind_a_digit_and_a_space(comes: str, at_once: bool, meaning: Meaning) -> None:
    assert meaning_of(comes, stands="omdat ", digit="2 ", options=4, at_once=at_once) is meaning


def test_where_nothing_is_to_be_chosen_a_digit_is_text() -> None:
    assert meaning_of("1", stands="", digit="", options=0) is Meaning.TEXT

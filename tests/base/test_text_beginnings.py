"""How a text begins where there is no room for all of it."""

from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.base.text import beginning

TEXT = "Eén zin. Een tweede, die langer is dan de eerste. En een derde?"


def test_what_fits_is_whole() -> None:
    assert beginning(TEXT, 80, 1) == TEXT


def test_it_is_cut_behind_a_sentence() -> None:
    assert beginning(TEXT, 30, 2) == "Eén zin. Een tweede, die langer is dan de eerste."


def test_it_is_cut_at_a_word_where_half_would_be_empty() -> None:
    assert beginning(TEXT, 30, 1) == "Eén zin. Een tweede…"


@given(st.text("ab .?’é", max_size=200), st.integers(3, 40), st.integers(1, 5))
def test_it_never_takes_more_room_than_there_is(text: str, width: int, rows: int) -> None:
    cut = beginning(text, width, rows)
    assert len(cut) <= (width + 1) * rows
    assert " ".join(text.split()).startswith(cut.removesuffix("…"))

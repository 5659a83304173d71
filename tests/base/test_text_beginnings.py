"""How a text begins where there is no room for all of it."""

import textwrap

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


@given(st.data(), st.integers(3, 40), st.integers(1, 5))
def test_it_never_takes_more_room_than_there_is(data: st.DataObject, width: int, rows: int) -> None:
    words = data.draw(st.lists(st.text("ab.?’é-", min_size=1, max_size=width), max_size=60))
    cut = beginning(" ".join(words), width, rows)
    assert len(textwrap.wrap(cut, width, break_on_hyphens=False)) <= rows
    assert " ".join(words).startswith(cut.removesuffix("…"))

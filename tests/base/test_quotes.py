"""A text with quotes of its own, quoted in a sentence: one sees where it ends."""

import pytest

from goedwerk_tui.base.text import named, quoted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gewoon", "‘gewoon’"),
        ("hij zei ‘niks’", "‘hij zei “niks”’"),
        ("‘niks’ zei hij, en ‘niets’", "‘“niks” zei hij, en “niets”’"),
        ("zo’n ‘foto’s’ van ’s avonds", "‘zo’n “foto’s” van ’s avonds’"),
        ("‘s avonds zei hij ‘niks’", "‘‘s avonds zei hij “niks”’"),
        ("hij zei ‘zo’n ding’", "‘hij zei “zo’n ding”’"),
        ("hij zei “niks”", "‘hij zei “niks”’"),
        ("hij zei ‘niks en", "‘hij zei “niks en’"),
    ],
)
def test_quotes_in_what_is_quoted_are_double(text: str, said: str) -> None:
    assert quoted(text) == said == named(text)

"""What a piece shows is what a search finds it by."""

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind


@pytest.mark.parametrize(
    ("kind", "text", "data"),
    [
        (Kind.CHOICE, "", {"option": "a", "option_text": "Je belt Klaarhamer eerst."}),
        (Kind.CHOICE, "het is laat", {"option": "a", "option_text": "Je belt Klaarhamer eerst."}),
        (Kind.TERM, "stevig", {"betekent": "zoals Klaarhamer een brief schrijft"}),
    ],
    ids=["what was chosen", "what was chosen, with a reason", "what a word means"],
)
def test_what_a_piece_shows_beside_its_text_is_found(
    capsys: pytest.CaptureFixture[str], places: Places, kind: Kind, text: str, data: dict[str, str]
) -> None:
    entry = Journal.open(places).add(kind, text, data=data)
    out = run(capsys, "zoek", "KLAARHAMER")[1]
    assert f"[{entry.id}]" in out and "1 stuk gevonden." in out


def test_an_exercise_is_not_found_by_words_that_it_does_not_show(
    capsys: pytest.CaptureFixture[str], places: Places
) -> None:
    data = {"exercise": "sort", "cards": [{"id": "x", "text": "Klaarhamer", "column": ""}]}
    Journal.open(places).add(Kind.EXERCISE, "- moed", data=data)
    assert run(capsys, "zoek", "klaarhamer")[1] == "Niets gevonden.\n"

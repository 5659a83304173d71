"""What a piece shows is what a search finds it by."""

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.text_overlap import elsewhere
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts


@pytest.mark.parametrize(
    ("kind", "text", "data"),
    [
        (Kind.CHOICE, "", {"option": "a", "option_text": "Je belt Klaarhamer eerst."}),
        (Kind.CHOICE, "het is laat", {"option": "a", "option_text": "Je belt Klaarhamer eerst."}),
        (Kind.TERM, "stevig", {"betekent": "zoals Klaarhamer een brief schrijft"}),
        (Kind.TERM, "stevig", {"betekent": "Klaarhamer"}),
        (Kind.TERM, "stevig", {"wanneer": "toen Klaarhamer belde"}),
        (Kind.CONDITION, "een lege agenda", {"side": "furthers", "step": "Klaarhamer vragen"}),
        (Kind.STRATEGY, "Bel eerst.", {"voorbeeld": "zoals bij Klaarhamer"}),
    ],
    ids=[
        "what was chosen",
        "what was chosen, with a reason",
        "what a word means",
        "what a word means, in one word",
        "when a word was said",
        "what one does about a condition",
        "what a list of one's own content asks",
    ],
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


@pytest.mark.parametrize(
    ("kind", "text", "data"),
    [
        (Kind.CHOICE, "het is laat", {"option": "klaarhamer", "option_text": "Je belt eerst."}),
        (Kind.TERM, "stevig", {"betekent": "vast", "from": "klaarhamer"}),
        (Kind.STRATEGY, "Bel eerst.", {"from": "klaarhamer"}),
        (Kind.CONDITION, "een lege agenda", {"side": "klaarhamer"}),
    ],
    ids=["an option", "where a word came from", "where a strategy came from", "a side"],
)
def test_an_id_that_no_one_sees_finds_nothing_and_holds_no_words(
    capsys: pytest.CaptureFixture[str], places: Places, kind: Kind, text: str, data: dict[str, str]
) -> None:
    journal = Journal.open(places)
    journal.add(kind, text, data=data)
    assert run(capsys, "zoek", "klaarhamer")[1] == "Niets gevonden.\n"
    note = journal.add(Kind.NOTE, "Klaarhamer")
    assert elsewhere([note.id], journal.newest_first()).entries == ()


@pytest.mark.parametrize(
    ("kind", "text", "data", "words"),
    [
        (Kind.TERM, "stevig", {"betekent": "vast"}, "vast"),
        (Kind.CONDITION, "een lege agenda", {"side": "furthers", "step": "vragen"}, "vragen"),
    ],
)
def test_one_word_beside_a_text_is_named_by_whoever_wipes_either(
    places: Places, kind: Kind, text: str, data: dict[str, str], words: str
) -> None:
    journal = Journal.open(places)
    piece, note = journal.add(kind, text, data=data), journal.add(Kind.NOTE, words)
    for one, other in ((piece, note), (note, piece)):
        assert [each.entry.id for each in elsewhere([one.id], journal.newest_first()).entries] == [other.id]


def test_half_done_work_is_found_by_where_it_is(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begonnen")
    origin = Origin("goed-werk", "opening", "start", "vraag", "Opening", "De eerste Klaarhamer", "Wat zie je?")
    at = journal.now()
    Drafts.of(places).put(Draft(key="start/vraag", text="half", origin=origin, kind=Kind.ANSWER, at=at))
    assert "half af" in run(capsys, "zoek", "klaarhamer")[1]

"""What stands for an entry on one line, in the words of its kind."""

from datetime import UTC, datetime

import msgspec
import pytest

from goedwerk_tui.guidance.exercises import compose, form, scale, sort
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.persistence import values_of
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.journal.entry import Revision
from goedwerk_tui.programme.exercises import ComposeParts, FormParts, ListParts, SortParts


def rated(**places: int) -> scale.Scale:
    items = tuple(scale.PlacedItem(id=text, text=text, low="nee", high="ja", at=at) for text, at in places.items())
    return scale.Scale(points=3, items=items)


CARDS = sort.begin(
    msgspec.convert({"columns": [{"id": "a", "name": "telt zwaar"}, {"id": "b", "name": "telt licht"}]}, SortParts),
    tuple(sort.PlacedCard(id=each, text=each) for each in ("zorg", "tempo", "gezag")),
)
FORCES = listing.begin(
    msgspec.convert(
        {
            "item": "Wat?",
            "sides": "s",
            "attributes": [
                {"id": "s", "label": "s", "type": "choice", "options": [
                    {"id": "f", "text": "dit helpt"}, {"id": "h", "text": "dit hindert"}]},
                {"id": "w", "label": "w", "type": "weight"},
            ],
        },
        ListParts,
    )
)  # fmt: skip
LINES = listing.begin(msgspec.convert({"item": "Wat?"}, ListParts))
FORM = form.begin(
    msgspec.convert(
        {"sections": [{"id": "s", "title": "S", "fields": [{"id": each, "label": each} for each in "abc"]}]}, FormParts
    )
)
PLAN = form.begin(
    msgspec.convert(
        {
            "sections": [{"id": "s", "title": "S", "fields": [
                {"id": "als", "label": "Als"},
                {"id": "dan", "label": "Dan", "yields": "intention", "yields_as": "Als {als}, dan {dan}."},
            ]}]
        },
        FormParts,
    )
)  # fmt: skip
PARTS = compose.begin(
    msgspec.convert(
        {"parts": [{"id": "a", "title": "A", "text": "?"}, {"id": "b", "title": "B", "text": "?"}]}, ComposeParts
    ),
    {},
)


def done(work: Work | None, text: str) -> Entry:
    revision = Revision("r", datetime(2026, 11, 24, tzinfo=UTC), text, values_of(work) if work else None)
    return Entry("e", Kind.EXERCISE, None, (revision,))


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (rated(vergunning=3, overleg=1, raad=2, bezwaar=0), "3 van 4 geplaatst; ‘ja’: vergunning; ‘nee’: overleg"),
        (rated(vergunning=3, overleg=2), "‘ja’: vergunning; laagst: overleg"),
        (rated(vergunning=3, overleg=3), "‘ja’: vergunning en nog 1"),
        (CARDS.place("zorg", "a").place("tempo", "a").place("gezag", "b"), "telt zwaar: zorg, tempo"),
        (CARDS.place("zorg", "b"), "nog 2 te leggen; telt licht: zorg"),
        (
            FORCES.add_each("teksten\ncollega\nformat").say("1", "s", "f").say("2", "s", "f").say("2", "w", "3")
            .say("3", "s", "h"),
            "dit helpt (2): collega; dit hindert (1): format",
        ),
        (LINES.add_each("bellen\nlezen"), "bellen; lezen"),
        (FORM.fill("b", "het voorstel"), "1 van 3 velden: het voorstel"),
        (PLAN.fill("als", "het vrijdag is").fill("dan", "bel ik"), "Als het vrijdag is, dan bel ik."),
        (PARTS.write("b", "Wat ik wil."), "1 van 2 delen: Wat ik wil."),
        (None, "- zoals het er stond"),
        (rated(), "- zoals het er stond"),
    ],
)  # fmt: skip
def test_an_exercise_is_told_on_one_line(work: Work | None, line: str) -> None:
    assert one_line(done(work, "- zoals het er stond")) == line


def test_a_choice_without_a_reason_is_told_by_what_was_chosen() -> None:
    revision = Revision("r", datetime(2026, 11, 24, tzinfo=UTC), " ", {"option": "a", "option_text": "Je belt."})
    assert one_line(Entry("e", Kind.CHOICE, None, (revision,))) == "Je belt."

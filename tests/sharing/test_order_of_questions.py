"""Whatever was answered first: in a file the questions of a step stand in the order in which that asks them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.clocks import World
from support.command_line import run

from goedwerk_tui.base.places import find_places
from goedwerk_tui.guidance.answers import beside, data_of, kind_of, origin_of
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import asked, stops
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Step
from goedwerk_tui.sharing.document import Document, Piece
from goedwerk_tui.sharing.kinds import DocumentKind, lay_out

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)


def answer_backwards(journal: Journal, pack: Pack, step: Step) -> list[str]:
    """Answer all that a step asks, the last first, and return the answers in the order in which it asks for them."""
    route = asked(stops(step))
    for number, stop in reversed(list(enumerate(route))):
        assert stop.asks is not None
        origin = origin_of(pack, step, stop.asks)
        journal.add(kind_of(stop.asks), f"{step.id} {number}", origin=origin, data=data_of(stop.asks))
    return [f"{step.id} {number}" for number, _ in enumerate(route)]


def _asked_of_the_group(document: Document) -> list[str]:
    return [each.text for each in document.sections[0].blocks if isinstance(each, Piece)]


@pytest.mark.parametrize("kind", [DocumentKind.CHOSEN, DocumentKind.JOURNAL, DocumentKind.MEETING, DocumentKind.CASE])
def test_the_questions_of_every_step_stand_in_the_order_in_which_it_asks_them(pack: Pack, kind: DocumentKind) -> None:
    for session in pack.programme.sessions:
        for step in map(pack.step, steps_of(session)):
            world = World()
            expected = answer_backwards(world.journal, pack, step)
            world.journal.add(Kind.NOTE, "ernaast", origin=beside(pack, step))
            document = lay_out(kind, world.journal.newest_first(), pack, NOW)
            written = [each.text for each in document.pieces]
            if kind is DocumentKind.MEETING:  # what is to be asked of the group stands apart, above all else
                expected.sort(key=lambda each: each not in _asked_of_the_group(document))
            assert written == [*expected, "ernaast"], step.id


def test_steps_stay_in_the_order_in_which_they_were_first_written_in(pack: Pack) -> None:
    world = World()
    steps = [pack.step(each) for each in pack.programme.sessions[0].core if len(asked(stops(pack.step(each)))) > 1]
    expected: list[str] = []
    for step in reversed(steps):
        expected += answer_backwards(world.journal, pack, step)
        world.wait(seconds=1)
    document = lay_out(DocumentKind.CHOSEN, world.journal.newest_first(), pack, NOW)
    assert [each.text for each in document.pieces] == expected


def test_a_file_has_them_in_that_order(capsys: pytest.CaptureFixture[str], home: Path, pack: Pack) -> None:
    journal = Journal.open(find_places())
    expected = answer_backwards(journal, pack, pack.step("een-stoel-erbij"))
    journal.close()
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(home / "x.md"))[0] == 0
    content = (home / "x.md").read_text(encoding="utf-8")
    assert sorted(expected, key=content.index) == expected and len(expected) > 2

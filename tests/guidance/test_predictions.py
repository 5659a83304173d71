"""A log of predictions: asked back on their day, and after ten how often they came true."""

from datetime import UTC, date, datetime

import pytest

from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.insight.results import picture_of
from goedwerk_tui.guidance.reminders import intentions
from goedwerk_tui.guidance.reminders.intentions import Stand
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing.figures import picture_of as figure_of

STEP = "voorspellingenlog"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Log:
    """The log of one person."""

    def __init__(self, pack: Pack) -> None:
        step = pack.step(STEP)
        assert isinstance(step, Exercise)
        self.step, self.pack = step, pack
        self.now = NOW
        self.journal = Journal.in_memory(clock=lambda: self.now)

    def begun(self) -> ItemList:
        work = prefill.begin(self.step, self.pack, self.journal)
        assert isinstance(work, ItemList)
        return work

    def finish(self, work: ItemList, sitting: str) -> None:
        persistence.finish(self.journal, self.step, persistence.origin_of(self.pack, self.step), work, sitting)

    def stands(self, today: date) -> list[tuple[str, Stand]]:
        return [(each.entry.text, each.stand) for each in intentions.intentions(self.journal, today)]


def decided(work: ItemList, text: str, chance: str, outcome: str) -> ItemList:
    work = work.add(text)
    key = work.items[-1].key
    work = work.say(key, "kans", chance)
    return work.say(key, "uitkomst", outcome) if outcome else work


@pytest.fixture
def log(pack: Pack) -> Log:
    return Log(pack)


def test_a_prediction_is_asked_back_once_on_its_day_and_no_more_when_it_is_decided(log: Log) -> None:
    work = log.begun().add("De raad stelt het uit.")
    key = work.items[0].key
    work = work.say(key, "kans", "k70").say(key, "dag", "2026-12-10")
    log.finish(work, "eerste")
    text = "Nagaan of dit uitkwam, kans 70 procent: De raad stelt het uit."
    assert log.stands(date(2026, 12, 9)) == [(text, Stand.COMING)]
    (asked,) = intentions.due(log.journal, date(2026, 12, 10))
    assert asked.question == "Kwam het uit? Waaraan zag je dat?"
    log.finish(log.begun().say(key, "dag", "2026-12-17"), "tweede")
    assert log.stands(date(2026, 12, 16)) == [(text, Stand.COMING)]
    log.finish(log.begun().rename(key, "De raad stelt het besluit uit").say(key, "uitkomst", "niet"), "derde")
    assert [stand for _, stand in log.stands(date(2026, 12, 18))] == [Stand.ENDED]


def test_what_is_decided_at_once_is_not_asked_back(log: Log) -> None:
    work = decided(log.begun(), "Het regent.", "k90", "kwam-uit")
    log.finish(work.say(work.items[0].key, "dag", "2026-12-10"), "eerste")
    assert log.stands(date(2026, 12, 10)) == []


def test_after_ten_outcomes_the_chances_lie_beside_how_often_it_came_true(log: Log) -> None:
    work = log.begun()
    for number in range(9):
        work = decided(work, f"Zeven van tien {number}", "k70", "kwam-uit" if number < 6 else "niet")
    work = decided(work, "Nog open", "k90", "")
    assert work.calibration() == ()
    work = decided(work, "Bijna zeker", "k90", "kwam-uit")
    group = picture_of(work, None)[0]
    assert [(mark.text, mark.places) for mark in group.marks] == [
        ("70 procent: 6 van 9 kwam uit", (8, 8)),
        ("90 procent: 1 van 1 kwam uit", (10, 11)),
    ]
    log.finish(work, "eerste")
    (entry,) = log.journal.newest_first(kinds=[Kind.EXERCISE])
    figure = figure_of(entry)
    assert figure is not None
    assert [mark.text for mark in figure.lanes[0].marks][:2] == [
        "70 procent, gezegd",
        "70 procent, uitgekomen: 6 van 9",
    ]
    assert figure.beside is not None
    assert "Nog open" in figure.beside

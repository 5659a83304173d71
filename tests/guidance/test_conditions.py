"""The overview of conditions: two sides and what one can do, right to the number."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.guidance.answers import origin_of, record
from goedwerk_tui.guidance.collections import conditions as overview
from goedwerk_tui.guidance.collections.conditions import About, Condition, OverviewPart, conditions
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.journal import Entry, Journal, Kind, NoSuchEntry
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise


class World:
    """A journal in which each thing is written a day after the one before."""

    def __init__(self, pack: Pack) -> None:
        self.now = datetime(2026, 1, 5, 9, tzinfo=UTC)
        self.pack = pack
        self.journal = Journal.in_memory(clock=self.tick)

    def tick(self) -> datetime:
        self.now += timedelta(days=1)
        return self.now

    def close(self, step_id: str, question: str, text: str) -> Entry:
        """Answer a question of a closing."""
        step = self.pack.step(step_id)
        asks = next(each for each in step.questions if each.id == question)
        origin = origin_of(self.pack, step, asks)
        entry = record(self.journal, origin, asks, text, None)
        assert entry
        return entry

    def force_field(self, step_id: str = "krachtenveld") -> tuple[Exercise, ItemList]:
        step = self.pack.step(step_id)
        assert isinstance(step, Exercise)
        work = prefill.begin(step, self.pack, self.journal)
        assert isinstance(work, ItemList)
        return step, work

    def finish(self, step: Exercise, work: ItemList) -> None:
        persistence.finish(self.journal, step, persistence.origin_of(self.pack, step), work, new_id())

    def tell(self, condition: Entry, text: str) -> Entry:
        origin = overview.origin_of_try(condition.id, "goed-werk")
        return self.journal.add(Kind.ANSWER, text, origin=origin)

    @property
    def all(self) -> overview.Conditions:
        return conditions(self.journal.newest_first())

    def texts(self, part: OverviewPart) -> list[str]:
        return [each.entry.text for each in self.all.part(part)]


@pytest.fixture
def world(pack: Pack) -> World:
    return World(pack)


def test_each_closing_and_the_force_field_add_to_one_overview(world: World) -> None:
    helps = world.close("opening-afsluiting", "bevordert", "een collega die meeleest")
    hinders = world.close("vakmanschap-afsluiting", "wat-hinderde", "het format")
    step, work = world.force_field()
    work = work.add("een uur op vrijdag")
    for key, name, value in (
        (helps.id, "weight", "1"),
        (hinders.id, "weight", "3"),
        (hinders.id, "influence", "together"),
        (hinders.id, "step", "Bas vragen wie het bedacht"),
        ("1", "side", "furthers"),
        ("1", "weight", "3"),
    ):
        work = work.say(key, name, value)
    world.finish(step, work)
    world.tell(hinders, "Bas wist het ook niet.")
    world.close("betrokkenheid-afsluiting", "belemmert", "de maandlijst")

    assert world.texts(OverviewPart.FURTHERS) == ["een uur op vrijdag", "een collega die meeleest"]
    assert world.texts(OverviewPart.HINDERS) == ["het format", "de maandlijst"]
    assert world.texts(OverviewPart.CAN_DO) == ["het format"]
    assert world.texts(OverviewPart.UNPLACED) == []
    assert world.all.text() == (
        "Wat goed werk hier bevordert\n"
        "- een uur op vrijdag (weegt zwaar)\n"
        "  uit Vakmanschap › Krachtenveld, 10 januari 2026\n"
        "- een collega die meeleest (weegt licht)\n"
        "  uit Opening › Terugkijken op de opening, 6 januari 2026\n"
        "\n"
        "Wat goed werk hier belemmert\n"
        "- het format (weegt zwaar · samen iets aan te doen)\n"
        "  uit Vakmanschap › Terugkijken op Vakmanschap, 7 januari 2026\n"
        "- de maandlijst\n"
        "  uit Persoonlijke betrokkenheid › Waar je om blijft geven, 13 januari 2026\n"
        "\n"
        "Wat kan ik zelf doen\n"
        "- het format (weegt zwaar · samen iets aan te doen)\n"
        "  van plan: Bas vragen wie het bedacht\n"
        "  geprobeerd, 12 januari 2026: Bas wist het ook niet."
    )


def test_what_was_taken_back_in_the_force_field_is_gone(world: World) -> None:
    entry = world.close("vakmanschap-afsluiting", "wat-hinderde", "het format")
    step, work = world.force_field()
    world.finish(step, work.say(entry.id, "weight", "2"))
    step, work = world.force_field("verantwoordelijkheid-krachtenveld")
    world.finish(step, work.say(entry.id, "weight", ""))
    assert world.journal.entries[entry.id].data == {"side": "hinders"}


def test_half_done_work_does_not_undo_what_was_said_in_the_overview_since(world: World) -> None:
    entry = world.close("vakmanschap-afsluiting", "wat-hinderde", "het format")
    step, work = world.force_field()
    work = work.add("een uur op vrijdag").say(entry.id, "weight", "1")
    laid_aside = world.tick()
    overview.say(world.journal, entry.id, About.WEIGHT, "3")
    back = prefill.resume(work, step, world.pack, world.journal, laid_aside)
    assert isinstance(back, ItemList)
    world.finish(step, back)
    assert world.journal.entries[entry.id].data == {"side": "hinders", "weight": "3"}
    assert "een uur op vrijdag" in world.texts(OverviewPart.UNPLACED)


def test_turning_goes_round_as_in_the_force_field(world: World) -> None:
    entry = world.journal.add(Kind.CONDITION, "haast", origin=overview.origin_of_own("goed-werk"))
    sides: list[OverviewPart] = []
    for _ in range(3):
        overview.turn(world.journal, entry.id, About.SIDE)
        sides.append(world.all.all[0].part)
    assert sides == [OverviewPart.FURTHERS, OverviewPart.HINDERS, OverviewPart.UNPLACED]
    overview.say(world.journal, entry.id, About.WEIGHT, "loodzwaar")
    assert (world.all.all[0].weight, world.all.all[0].shown(About.WEIGHT)) == (0, "loodzwaar")
    overview.turn(world.journal, entry.id, About.WEIGHT)
    assert not world.journal.entries[entry.id].data
    with pytest.raises(NoSuchEntry):
        overview.turn(world.journal, "weg", About.SIDE)


def test_an_intention_about_a_condition_is_an_intention_like_any_other(world: World) -> None:
    entry = world.journal.add(Kind.CONDITION, "haast")
    origin = overview.origin_of_intention(entry.id, "goed-werk")
    meant = world.journal.add(Kind.INTENTION, "Als er haast is, dan vraag ik waarom.", origin=origin)
    (one,) = world.all.all
    assert (one.intentions, one.tries) == ((meant,), ())
    assert "haast" not in origin.words


SAID = st.none() | st.sampled_from(["furthers", "hinders", "self", "together", "not-mine", "1", "2", "3", "", "ooit"])


@given(st.lists(st.tuples(SAID, SAID, SAID, st.booleans()), max_size=8))
def test_every_condition_is_on_one_side_and_in_order(
    said: list[tuple[str | None, str | None, str | None, bool]],
) -> None:
    journal = Journal.in_memory()
    kept: set[str] = set()
    for number, (side, weight, influence, thrown) in enumerate(said):
        values = {"side": side, "weight": weight, "influence": influence}
        data = {name: each for name, each in values.items() if each is not None}
        entry = journal.add(Kind.CONDITION, f"c{number}", data=data or None)
        journal.add(Kind.ANSWER, "geprobeerd", origin=overview.origin_of_try(entry.id, "p"))
        if thrown:
            journal.trash(entry.id)
        else:
            kept.add(entry.id)
    found = conditions(journal.newest_first())
    sides = [found.part(part) for part in (OverviewPart.FURTHERS, OverviewPart.HINDERS, OverviewPart.UNPLACED)]
    assert sorted(each.entry.id for side in sides for each in side) == sorted(kept)
    assert {each.entry.id for each in found.part(OverviewPart.CAN_DO)} <= kept
    assert all(len(each.tries) == 1 for each in found.all)
    for side in sides:
        order = [(-each.weight, each.entry.created) for each in side]
        assert order == sorted(order)
    assert all(f"- {each.entry.text}" in found.text() for each in found.all)


def test_values_that_somebody_else_put_there_do_no_harm() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.CONDITION, "a", data={"side": ["x"], "weight": 2, "influence": None, "step": {"a": 1}})
    (one,) = conditions(journal.newest_first()).all
    assert isinstance(one, Condition)
    assert (one.part, one.weight, one.can_do) == (OverviewPart.UNPLACED, 2, False)

"""Results of exercises, wherever they are read: each at its own place, once, and with its picture."""

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import time_machine
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.journal import Journal, Kind, Mark, Status, StepProgress
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import PreviewRoute, StepRoute
from goedwerk_tui.tui.screens.question import QuestionScreen

PLAN = "Als de klok [vijf] slaat, dan tel ik tot vier."


def exercise(pack: Pack, step_id: str) -> Exercise:
    step = pack.step(step_id)
    assert isinstance(step, Exercise)
    return step


def done(places: Places, pack: Pack, step_id: str, work: Work, result: str, on: date) -> None:
    """Finish an exercise on a day."""
    with time_machine.travel(datetime(on.year, on.month, on.day, 9, tzinfo=UTC)):
        journal, step = Journal.open(places), exercise(pack, step_id)
        journal.set_position(step_id, "x")
        journal.set_progress(step_id, StepProgress(Status.DONE, "x", journal.now()))
        persistence.finish(journal, step, persistence.origin_of(pack, step), work, result)
        journal.close()


def plan(pack: Pack, step_id: str, moment: str) -> Form:
    work = prefill.begin(exercise(pack, step_id), pack, Journal.in_memory())
    assert isinstance(work, Form)
    return work.fill("als", moment).fill("dan", "tel ik tot vier")


def photo(pack: Pack, at: int) -> Scale:
    work = prefill.begin(exercise(pack, "startfoto"), pack, Journal.in_memory())
    assert isinstance(work, Scale)
    first = work.items[0].id
    return work.place(first, at).explain(first, f"het was {at}")


async def open_step(app: Driver, step_id: str) -> None:
    app.app.open(StepRoute(step_id))
    await app.settle()


async def test_each_place_shows_the_plan_that_was_made_there(places: Places, pack: Pack) -> None:
    done(places, pack, "als-danplan", plan(pack, "als-danplan", "het stil valt"), "een", date(2026, 11, 2))
    done(
        places,
        pack,
        "vakmanschap-als-dan",
        plan(pack, "vakmanschap-als-dan", "iemand zucht"),
        "twee",
        date(2026, 11, 3),
    )
    async with running(places) as app:
        await open_step(app, "als-danplan")
        assert "het stil valt" in app.text
        assert "iemand zucht" not in app.text
        assert "keer" not in app.text
        await open_step(app, "vakmanschap-als-dan")
        assert "iemand zucht" in app.text
        assert "het stil valt" not in app.text
        await open_step(app, "verantwoordelijkheid-als-dan")
        assert "Gemaakt op" not in app.text


async def test_half_done_work_waits_at_its_own_place(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        await open_step(app, "vakmanschap-als-dan")
        await app.press("enter")
        await app.write("Eerst de [vraag]")
        await app.press("escape")
        await open_step(app, "als-danplan")
        assert "[vraag]" not in app.text
        await app.press("escape", "escape", "1", "c")
        assert "Als-danplan voor je vak" in app.text
        assert "Eerst de [vraag]" in app.text


def left_half_done(places: Places, pack: Pack, made_at: str, moment: str, session: str = "") -> None:
    """Leave half-done work as the version did that had one name for it at all places."""
    Journal.open(places).set_position("als-danplan", "x")
    origin = persistence.origin_of(pack, exercise(pack, made_at))
    origin = msgspec.structs.replace(origin, session=session or origin.session)
    work = plan(pack, made_at, moment).go(2)
    Drafts(places.drafts).put(persistence.draft_of(work, origin, "als-danplan/opdracht", None))


async def test_half_done_work_of_before_stands_at_the_place_where_it_was_made(places: Places, pack: Pack) -> None:
    left_half_done(places, pack, "vakmanschap-als-dan", "de [telefoon] gaat")
    async with running(places) as app:
        await open_step(app, "als-danplan")
        assert "[telefoon]" not in app.text
        await app.press("escape", "c")
        assert "Als-danplan voor je vak" in app.text
        assert "[telefoon]" in app.text
    assert [each.key for each in Drafts(places.drafts).all()] == ["vakmanschap-als-dan/opdracht"]


async def test_half_done_work_of_a_place_that_is_no_more_says_where_it_came_from(places: Places, pack: Pack) -> None:
    left_half_done(places, pack, "vakmanschap-als-dan", "de [telefoon] gaat", session="een-sessie-van-vroeger")
    async with running(places) as app:
        await open_step(app, "als-danplan")
        assert "bij ‘Als-danplan voor je vak’ past niet meer bij ‘Als-danplan’. Het staat als notitie" in app.said
        assert "[telefoon]" not in app.text
    (note,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.NOTE])
    assert "de [telefoon] gaat" in note.text


async def test_a_plan_and_its_exercise_are_one_line_in_the_journal_and_leave_once(
    places: Places, pack: Pack, tmp_path: Path
) -> None:
    done(places, pack, "als-danplan", plan(pack, "als-danplan", "de klok [vijf] slaat"), "een", date(2026, 11, 2))
    async with running(places) as app:
        assert "1 stuk geschreven" in app.text
        await app.press("3")
        assert "Dagboek · 1 stuk" in app.text
        await app.press("k")
        await app.go_to("voornemen")
        await app.press("enter")
        assert "voornemen · 1 stuk" in app.text
        await app.press("escape")
    target = tmp_path / "stukken.md"
    assert main(["exporteer", "--alles", "--uitvoer", str(target)]) == 0
    written = target.read_text(encoding="utf-8")
    assert written.count("tel ik tot vier") == 1
    assert "Voornemen" not in written
    journal = Journal.open(places)
    (kept,) = [each for each in journal.newest_first() if each.text == PLAN]
    journal.change(kept.id, "Als de klok zes slaat, dan ga ik naar huis.")
    journal.close()
    async with running(places) as app:
        await app.press("3")
        assert "Dagboek · 2 stukken" in app.text


async def test_a_result_read_in_the_journal_has_its_picture(places: Places, pack: Pack) -> None:
    done(places, pack, "startfoto", photo(pack, 2), "een", date(2026, 8, 3))
    done(places, pack, "startfoto", photo(pack, 4), "twee", date(2026, 11, 3))
    async with running(places) as app:
        await app.press("3", "enter")
        assert "· ○━━━● ·" in app.text
        assert "vorige keer: want het was 2" in app.words
    async with running(places, size=(140, 45)) as app:
        await app.press("3")
        assert "· ○━━━● ·" in app.text


async def test_in_a_narrow_window_the_places_of_a_scale_stand_on_one_line_each(places: Places, pack: Pack) -> None:
    done(places, pack, "startfoto", photo(pack, 4), "een", date(2026, 11, 2))
    (result,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.EXERCISE])
    async with running(places, size=(40, 24)) as app:
        app.app.open(PreviewRoute((result,), by_marks=False))
        await app.settle()
        await app.press("end")
        (at,) = [line.strip() for line in app.text.splitlines() if "●" in line]
        assert at == "zelden ···●· bijna altijd"
        assert "want het was 4" in app.text


async def test_the_keys_to_earlier_times_are_named_in_a_narrow_window(places: Places, pack: Pack) -> None:
    done(places, pack, "startfoto", photo(pack, 2), "een", date(2026, 8, 3))
    done(places, pack, "startfoto", photo(pack, 4), "twee", date(2026, 11, 3))
    async with running(places) as app:
        await open_step(app, "startfoto")
        assert "keer 2 van 2 (F7 eerder)" in app.words
        await app.press("f7")
        assert "keer 1 van 2 (F8 later)" in app.words
        assert "want het was 2" in app.words


async def test_a_result_stays_where_it_was_scrolled_to_while_something_else_is_written(
    places: Places, pack: Pack
) -> None:
    done(places, pack, "startfoto", photo(pack, 2), "een", date(2026, 11, 3))
    async with running(places, size=(80, 9)) as app:
        await open_step(app, "startfoto")
        await app.press("end")
        assert "Gemaakt op" not in app.text
        scrolled = app.text
        app.app.write(lambda journal: journal.add(Kind.NOTE, "elders bewaard"))
        await app.settle()
        assert app.text == scrolled
        await app.press("ctrl+g")
        assert "Gemaakt op" not in app.text
        await app.press("home")
        assert "gaat mee" in app.words


async def test_a_result_that_is_thrown_away_meanwhile_is_not_marked(places: Places, pack: Pack) -> None:
    done(places, pack, "startfoto", photo(pack, 2), "een", date(2026, 11, 3))
    async with running(places) as app:
        await open_step(app, "startfoto")
        app.app.write(lambda journal: journal.trash("een"))
        await app.settle()
        await app.press("ctrl+g")
        assert not app.app.trouble
        assert "neem mee" not in app.text.splitlines()[-1]


async def test_one_message_is_enough_and_a_key_copies_it(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        await open_step(app, "uitnodiging-tot-gesprek")
        await app.press("enter", "f3", "enter", "escape")
        assert "gebruikt: 1 eerder stuk" in app.text
        await app.press("ctrl+a")
        await app.write("Heb je morgen [even] tijd?")
        assert "gebruikt" not in app.text
        assert "leeg" not in app.text
        await app.press("ctrl+s")
        assert not isinstance(app.app.screen, QuestionScreen)
        assert "Gemaakt op" in app.text
        assert "uit: Gespreksopener" not in app.text
        assert "F9 kopieer" in app.text.splitlines()[-1]
        await app.press("f9")
        assert app.app.clipboard == "Heb je morgen [even] tijd?"
        assert "om te plakken" in app.said


async def test_what_never_leaves_is_not_copied(places: Places, pack: Pack) -> None:
    step_id = "uitnodiging-tot-gesprek"
    work = prefill.begin(exercise(pack, step_id), pack, Journal.in_memory())
    assert isinstance(work, Composition)
    done(places, pack, step_id, work.write("collega", "Dit blijft hier."), "een", date(2026, 11, 3))
    Journal.open(places).mark("een", Mark.NEVER_LEAVE, True)
    async with running(places) as app:
        await open_step(app, step_id)
        assert "Dit blijft hier." in app.text
        await app.press("f9")
        assert app.app.clipboard == ""


async def test_an_optional_field_is_not_asked_about_and_its_picks_are_answers_alone(places: Places, pack: Pack) -> None:
    done(places, pack, "als-danplan", plan(pack, "als-danplan", "de klok [vijf] slaat"), "een", date(2026, 11, 2))
    done(places, pack, "startfoto", photo(pack, 2), "twee", date(2026, 11, 2))
    async with running(places) as app:
        await open_step(app, "dilemmaroute")
        await app.press("enter")
        assert "de klok [vijf] slaat tel ik tot vier (Opening" in app.words
        assert "dan …" not in app.text
        assert "●··" not in app.text
        assert "nog 13 velden leeg" in app.text


async def test_a_scale_counts_nothing_that_reads_as_a_score(places: Places, pack: Pack) -> None:
    done(places, pack, "startfoto", photo(pack, 3), "een", date(2026, 11, 2))
    async with running(places) as app:
        await app.press("3")
        assert "Startfoto  1 van 36 geplaatst; hoogst: Bij de" in app.text
        assert "0 van" not in app.text


async def test_public_value_is_found_by_its_name(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        await app.choose("publieke waarde")
        assert "De driehoek van publieke waarde" in app.text


def force_field(places: Places, pack: Pack, weight: str, seen: str, on: date) -> None:
    with time_machine.travel(datetime(on.year, on.month, on.day, 9, tzinfo=UTC)):
        journal = Journal.open(places)
        work = prefill.begin(exercise(pack, "krachtenveld"), pack, journal)
        journal.close()
    assert isinstance(work, ItemList)
    work = work.add("het overleg")
    work = work.say(work.items[0].key, "side", "hinders").say(work.items[0].key, "weight", weight)
    assert work.afterwards
    answered = work.replaced(work.afterwards.fill("opvalt", seen), afterwards=True)
    done(places, pack, "krachtenveld", answered, f"keer-{on}", on)


async def test_a_collection_shows_each_day_with_what_was_answered_then(places: Places, pack: Pack) -> None:
    force_field(places, pack, "3", "Alles ligt bij [anderen].", date(2026, 8, 3))
    force_field(places, pack, "1", "De helft is van mij.", date(2026, 11, 3))
    async with running(places) as app:
        await open_step(app, "krachtenveld")
        assert "De helft is van mij." in app.words
        assert "keer 2 van 2 (F7 eerder)" in app.words
        await app.press("f7")
        assert "Gemaakt op 3 augustus 2026" in app.words
        assert "Alles ligt bij [anderen]." in app.words
        assert "De helft is van mij." not in app.words
        assert "███ het overleg" in app.words.replace("┃", "").replace("  ", " ")
        assert "e verder" not in app.words
        await app.press("escape", "3", "end", "enter")
        await app.press("end")
        assert "Zoals het stond op 3 augustus 2026" in app.words
        assert "Alles ligt bij [anderen]." in app.words


async def test_of_many_days_the_newest_are_drawn_and_the_others_named(places: Places, pack: Pack) -> None:
    for month in range(1, 10):
        force_field(places, pack, "3", f"Gezien in maand {month}.", date(2026, month, 3))
    async with running(places) as app:
        await app.press("3", "end", "enter", "end")
        assert "Zoals het stond op 3 maart 2026" in app.words
        assert "Er zijn 8 eerdere dagen. Bij de opdracht zelf blader je ernaar, met [." in app.words


async def test_what_may_be_about_something_else_is_named_with_the_key_that_shows_it(places: Places, pack: Pack) -> None:
    for step_id, moment, on in (
        ("als-danplan", "het stil valt", date(2026, 8, 3)),
        ("vakmanschap-als-dan", "iemand zucht", date(2026, 9, 3)),
        ("als-danplan", "de klok slaat", date(2026, 11, 3)),
    ):
        done(places, pack, step_id, plan(pack, step_id, moment), f"{on}", on)
    async with running(places) as app:
        await open_step(app, "als-danplan")
        await app.press("end")
        assert "De keer van 3 augustus 2026 staat er niet naast" in app.words
        assert "F7 toont die." in app.words
        assert "‘Als-danplan voor je vak’ (Vakmanschap, 3 september 2026)" in app.words
        assert "het stil valt" not in app.words
        await app.press("f7")
        assert "het stil valt" in app.words


async def test_the_keys_to_earlier_times_are_named_at_once(places: Places, pack: Pack) -> None:
    step_id = "uitnodiging-tot-gesprek"
    work = prefill.begin(exercise(pack, step_id), pack, Journal.in_memory())
    assert isinstance(work, Composition)
    done(places, pack, step_id, work.write("collega", "Van augustus."), "een", date(2026, 8, 3))
    async with running(places) as app:
        await open_step(app, step_id)
        await app.press("f5")
        await app.write("Van november.")
        await app.press("ctrl+s")
        assert "keer 2 van 2 (F7 eerder)" in app.words
        assert "De keer van 3 augustus 2026 staat er niet naast" in app.words
        assert "F7 toont die." in app.words


async def test_marking_what_grows_says_that_what_comes_later_leaves_too(places: Places, pack: Pack) -> None:
    work = prefill.begin(exercise(pack, "krachtenveld"), pack, Journal.in_memory())
    assert isinstance(work, ItemList)
    done(places, pack, "krachtenveld", work.add("Joke belt altijd terug"), "veld", date(2026, 11, 3))
    done(places, pack, "startfoto", photo(pack, 2), "een", date(2026, 11, 4))
    async with running(places) as app:
        await open_step(app, "krachtenveld")
        await app.press("ctrl+g")
        assert "Dit gaat mee naar de bijeenkomst. Met ctrl+g blijft het hier. Wat er later bij komt, gaat ook mee." in (
            app.said
        )
        app.forget_what_was_said()
        await app.press("ctrl+g")
        assert "niet meer mee" in app.said and "later" not in app.said
        await open_step(app, "startfoto")
        await app.press("ctrl+g")
        assert "Dit gaat mee" in app.said and "later" not in app.said

"""The instruments on screen: from empty to finished, half-done and resumed, redone and compared."""

import errno
import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import crossed, in_part
from support.driver import SMALL, TINY, WIDE, Driver, running
from textual.widgets import Input, OptionList, Static, TextArea

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.spoken import as_begun, heard
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, Status
from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.tui.exercises.form import FormWidget
from goedwerk_tui.tui.exercises.list import ListWidget
from goedwerk_tui.tui.exercises.list_fields import AttributeRow
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.base import Layer
from goedwerk_tui.tui.screens.entry_acts import mark_entry
from goedwerk_tui.tui.screens.question import QuestionScreen


async def walk_to(app: Driver, step_id: str) -> None:
    """Open an exercise, and begin where there is an explanation first."""
    app.app.open(StepRoute(step_id))
    await app.settle()


async def begin(app: Driver, step_id: str) -> None:
    """Begin on an empty machine, with an exercise open past its explanation."""
    await app.press("b")
    await walk_to(app, step_id)
    assert "begin" in app.text.splitlines()[-1]
    await app.press("enter")


async def finish(app: Driver) -> None:
    """Finish an exercise as it is, also where something is open; what the picture asks is left alone."""
    await app.press("ctrl+s")
    if isinstance(app.app.screen, QuestionScreen):
        await app.press("down", "enter")
    if app.app.screen.has_class("-afterwards") and app.app.screen.has_class("-doing"):
        await app.press("ctrl+s")


async def list_it(app: Driver, *lines: str) -> None:
    """Write on the open line of a list, and go to what was written last."""
    for line in lines:
        await app.paste(line)
        await app.press("enter")
    await app.press("down")


def kept(places: Places, kind: Kind = Kind.EXERCISE) -> tuple[Entry, ...]:
    return Journal.open(places, read_only=True).newest_first(kinds=[kind])


async def test_an_if_then_plan_from_empty_to_finished(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "als-danplan")
        await app.press("ctrl+n", "ctrl+n")
        assert "Als …" in app.text
        await app.write("Als het vijf uur is [b]")
        await app.press("ctrl+n")
        await app.paste("Dan loop ik een rondje")
        assert "Zo wordt het: Als het vijf uur is [b], dan loop ik een rondje." in app.words
        await app.press("ctrl+n", "ctrl+n", "ctrl+n")
        await app.paste("na het reces")
        assert "Welke dag is dat?" in app.text
        await app.press("ctrl+a", "delete")
        await app.paste("vrijdag")
        assert "Vrijdag" in app.text
        await app.press("ctrl+s")
        assert "Nog 4 velden leeg" in app.text
        await app.press("escape", "ctrl+s", "down", "enter")
        assert "Gemaakt op" in app.text
        assert "het vijf uur is [b]" in app.text
        assert "Hieruit kwam 1 voornemen: ‘Als het vijf uur is [b], dan loop ik een rondje.’" in app.words
        await app.press("ctrl+g")
        assert "gaat mee" in app.text
        await app.press("escape", "3")
        assert "Als-danplan" in app.text
    (entry,) = kept(places)
    assert entry.text.startswith("Het plan\n\nAls …\nAls het vijf uur is [b]")
    (intention,) = kept(places, Kind.INTENTION)
    assert intention.text == "Als het vijf uur is [b], dan loop ik een rondje."
    asked_back = date.fromisoformat((intention.data or {})["look_back"])
    assert asked_back.weekday() == 4
    assert asked_back > intention.created.date()
    journal = Journal.open(places, read_only=True)
    assert journal.marked(Mark.BRING) == {entry.id}
    assert journal.progress["als-danplan"].status is Status.DONE


async def test_a_finished_scale_says_its_words(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "startfoto")
        for _ in range(36):
            await app.press("4")
        await finish(app)
        await app.press("end")
        said = " ".join(app.text.split()).partition("Je uitkomst in woorden, om voor te lezen in je groep: ")[2]
        words = said.partition(".")[0].split()
    (entry,) = kept(places)
    pack = Pack.open(standard_folder())
    step, work = heard(words, as_begun(pack))
    assert step == "startfoto"
    assert persistence.work_of(entry) == work


async def test_a_picture_is_drawn_alike_before_and_after_it_gets_a_scrollbar(places: Places) -> None:
    async with running(places, size=(80, 160)) as app:
        await begin(app, "startfoto")
        await app.press(*"4" * 36, "ctrl+s")
        assert app.app.screen.has_class("-afterwards")
        whole = [line.rstrip() for line in app.text.splitlines()[1:12]]
        await app.resize(80, 24)
        assert [line.rstrip(" ▁▂▃▄▅▆▇█") for line in app.text.splitlines()[1:12]] == whole


async def test_after_a_reason_comes_what_has_no_place_yet(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "uitlijning")
        await app.press("4", "3", "up", "enter")
        await app.paste("we dezelfde dingen lastig vinden")
        await app.press("enter", "2")
        assert "··●··  Ik en mijn organisatie" in app.text
        assert "·●···  Ik en het publiek" in app.text
        await app.press("9")
        assert "Hier kies je met 1–5; 0 laat het open." in app.said


async def test_a_form_picks_an_earlier_entry_and_a_choice_by_digit(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "het overleg van maandag")
    journal.close()
    async with running(places) as app:
        await walk_to(app, "dilemmaroute")
        await app.press("enter")
        assert "○ 1 het overleg van maandag" in app.text
        assert "Enter kies" not in app.text and "▌" not in app.text
        await app.press("enter")
        assert "○ 1 het overleg van maandag" in app.text
        assert "met het cijfer of met ↓" in app.said
        await app.press("down", "enter")
        assert "● 1 het overleg van maandag" in app.text
        await app.press("ctrl+z")
        assert "○ 1 het overleg van maandag" in app.text
        await app.press("1", "f3")
        await finish(app)
        await walk_to(app, "tegenspraakplan")
        await app.press("enter", "ctrl+n")
        for wrong in ("9", "x"):
            app.forget_what_was_said()
            await app.press(wrong)
            assert "Kies met het cijfer" in app.said
        app.forget_what_was_said()
        await app.paste("iets anders")
        assert "Hier is geen schrijfvak" in app.text and "iets anders" in app.text
        await app.press("escape", "4")
        await finish(app)
        assert "een grens: hier doe ik niet aan mee" in app.text
    second, first = kept(places)
    assert "het overleg van maandag" in first.text
    assert "een grens" in second.text


async def test_half_done_work_resumes_where_it_was(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "portret-goede-ambtenaar")
        await app.paste("een balie")
        await app.press("ctrl+n")
        await app.paste("ze belde terug")
        await app.pause(0.5)
        assert "◐ bewaard, niet afgerond" in app.words and "● bewaard" not in app.words
        await app.press("escape")
    assert kept(places) == ()
    async with running(places) as app:
        assert "Er staat iets klaar" in app.text
        await app.press("c")
        assert "veld 2 van 8" in app.text
        assert "ze belde terug" in app.text
        assert "◐ bewaard, niet afgerond" in app.words and "● bewaard" not in app.words
        await app.press("ctrl+r")
        assert "een balie" in app.text
        await finish(app)
        await app.press("escape", "1")
        assert "Er staat iets klaar" not in app.text
    (entry,) = kept(places)
    assert "ze belde terug" in entry.text


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_the_rows_of_a_table_stand_in_columns_while_they_are_written(
    places: Places, size: tuple[int, int]
) -> None:
    async with running(places, size=size) as app:
        await begin(app, "linkerkolom")
        await app.press("ctrl+n")
        await app.paste("Hij heeft het al besloten")
        await app.press("tab")
        await app.paste("‘We kijken nog,’ zei hij | zij knikte")
        await app.press("tab")
        await app.paste("Ik geef het op")
        assert columns_of(app, "wat ik dacht en niet zei", "wat er gezegd werd") == columns_of(
            app, "Hij heeft het al besloten", "‘We kijken nog,’"
        )
        assert "| zij knikte" in app.words
        await finish(app)
        assert columns_of(app, "wat ik dacht en niet zei", "wat er gezegd werd") == columns_of(
            app, "Hij heeft het al besloten", "‘We kijken nog,’"
        )
    (entry,) = kept(places)
    assert "- Ik geef het op" in entry.text
    assert "zij knikte" in entry.text


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_what_is_said_of_the_items_of_a_list_stands_in_columns(places: Places, size: tuple[int, int]) -> None:
    async with running(places, size=size) as app:
        await begin(app, "samenwerkingskaart")
        await list_it(app, "De huurders", "De woningcorporatie in Noord")
        await app.press("up", "enter", "1", "enter", "2", "escape", "down")
        await app.press("enter", "2", "enter", "1", "enter", "1", "down", "down", "down")
        await app.paste("4 december")
        await app.press("enter")
        head = columns_of(app, "rol", "invloed", "belang")
        assert columns_of(app, "werkt mee", "weinig")[:2] == head[:2]
        assert columns_of(app, "krijgt ermee", "veel", "veel") == head
        assert "4 dec" in app.text
        await finish(app)
        assert "invloed: veel" in app.words


async def test_each_option_of_a_long_choice_is_seen(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "rode-lijnen")
        await list_it(app, "een getal weglaten")
        await app.press("enter", "4")
        assert "● 4 het is voor de goede zaak ○ 5 ze hebben het ernaar gemaakt" in app.words


def columns_of(app: Driver, *cells: str) -> list[int]:
    """Where each of these cells stands on the line that holds them."""
    line = next(line for line in app.text.splitlines() if all(cell in line for cell in cells))
    found: list[int] = []
    for cell in cells:
        found.append(line.index(cell, found[-1] + 1 if found else 0))
    return found


async def test_what_is_typed_at_a_result_is_no_command(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "krachtenveld")
        await app.paste("meer tijd voor het vak")
        await app.press("ctrl+n")
        await list_it(app, "de wethouder")
        await finish(app)
        assert "F3 verder invullen" in app.text.splitlines()[-1]
        for letter in "eneco":  # slower than a breath, so that each stands alone
            await app.press(letter)
            assert app.app.screen.has_class("-result")
        assert "eneco" in app.text
        await app.press("escape", "f3")
        assert "de wethouder" in app.text and not app.app.screen.has_class("-result")


async def test_an_open_line_is_named_where_one_finishes_from_beyond_the_list(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een nieuwe wet")
        await app.press("enter", "3", "enter")
        await app.paste("ik bel eerder")
        await app.press("enter", "3", "escape", "ctrl+s")
        await app.paste("alles komt van één kant")
        await app.press("ctrl+s", "f3")
        await app.paste("een idee")
        await app.press("escape", "escape")
        await app.press("1", "c")
        await finish(app)
        assert "‘een idee’ stond nog op de bovenste regel, en staat nu ook op de lijst." in app.said
        assert "een idee" in app.words


async def test_a_list_that_grows_and_was_laid_aside_keeps_what_stood_in_it(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "mijn-woorden")
        for word in ("stevig", "na te rekenen"):
            await app.paste(word)
            await app.press("enter") if word == "stevig" else None
            await app.press("ctrl+s")
            if app.app.screen.has_class("-afterwards"):
                await app.paste("ze klinken alle twee als een brug")
            # Laid aside at the question about the picture, and taken up again.
            await app.press("escape")
            await walk_to(app, "mijn-woorden")
            await finish(app)
            await app.press("f3")
        await app.paste("op tijd")
        await app.press("enter", "escape")
        await walk_to(app, "mijn-woorden")
        await finish(app)
    words = sorted(each.text for each in kept(places, Kind.TERM))
    assert words == ["na te rekenen", "op tijd", "stevig"]
    (entry,) = kept(places)
    assert [line for line in entry.text.split("\n") if line.startswith("- ")] == [
        "- stevig",
        "- na te rekenen",
        "- op tijd",
    ]


async def test_an_exercise_that_closes_may_still_be_kept(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "portret-goede-ambtenaar")
        await app.paste("een balie")
        closing = app.app.screen
        assert isinstance(closing, Layer)
        await app.press("escape", "escape")
        # A draft that was due is kept by a timer, also while the screen is being taken down.
        assert await closing.keep()
        assert "Er staat iets klaar" in app.text


async def test_a_list_goes_on_to_the_next_line_of_which_nothing_is_said(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "krachtenveld")
        await app.paste("meer tijd voor het vak")
        await app.press("ctrl+n")
        await list_it(app, "de wethouder", "de termijn")
        await app.press("up", "enter", "1", "enter", "2", "enter", "1", "enter", "down", "2", "escape")
        assert "de wethouder dit helpt ●●· ikzelf" in app.words
        assert "de termijn dit hindert" in app.words
        await finish(app)
    assert sorted(each.text for each in kept(places, Kind.CONDITION)) == ["de termijn", "de wethouder"]


async def test_a_prediction_is_done_before_its_day_and_asks_later_for_what_is_open(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "voorspellingenlog")
        await list_it(app, "in maart zijn er minder dan duizend aanvragen")
        await app.press("enter", "2", "enter", "enter")
        await app.paste("1 maart 2027")
        await app.press("enter", "escape")
        assert "nog niet af" not in app.text
        await app.press("enter", "1")
        (item,) = app.app.screen.query_one(ListWidget).work.items
        assert item.values == {"kans": "k30", "dag": "1 maart 2027", "uitkomst": "kwam-uit"}


async def test_a_reason_is_for_the_line_that_one_went_to(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "uitlijning")
        await app.press("2", "enter")
        await app.paste("omdat het mijn vak is")
        await app.press("enter", "3", "down", "enter")
        assert "Kies eerst een plaats" in app.said


async def test_what_a_part_begins_with_is_typed_on_behind_a_space(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "mijn-visie-begin")
        await app.press("ctrl+n", "ctrl+n")
        await app.write("het klopt")
        assert "Ik vind mijn werk goed gedaan als het klopt" in app.words


async def test_esc_goes_from_what_was_written_before_back_to_the_text(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "mijn-visie-begin")
        workspace = app.app.workspace
        assert workspace
        workspace.journal.add(Kind.TERM, "terugbellen")
        await app.press("escape", "escape")
        await walk_to(app, "mijn-visie-begin")
        await app.press("enter", "f3")
        assert "Esc naar je tekst" in app.text.splitlines()[-1]
        await app.press("escape")
        await app.write("mijn werk")
        assert "mijn werk" in app.text
        assert app.app.screen.has_class("-doing")


async def test_a_day_that_is_none_says_what_enter_and_esc_do(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "beste-werk-volgens-anderen")
        await list_it(app, "een collega")
        await app.press("enter")
        await app.write("toen ik daar was")
        assert "Enter wacht tot het klopt; Esc bewaart wat er staat" in app.text
        await app.press("ctrl+a")
        await app.write("18 december")
        assert "Enter of Esc bewaart" in app.text


@pytest.mark.parametrize("begins", ["de", "Als de"])
async def test_a_plan_in_one_sentence_begins_with_als_once(
    places: Places, begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with running(places) as app:
        await begin(app, "tegenspraakplan")
        await app.press(*["ctrl+n"] * 11)
        await app.paste(f"{begins} wethouder vraagt of het weg kan, dan zeg ik nee.")
        assert "Zo wordt het: Als de wethouder vraagt of het weg kan, dan zeg ik nee." in app.words
        await finish(app)
    (plan,) = kept(places, Kind.INTENTION)
    assert plan.text == "Als de wethouder vraagt of het weg kan, dan zeg ik nee."
    out = run(capsys, "exporteer", "--alles", "--formaat", "txt", "--uitvoer", "-")[1]
    assert out.count("wethouder vraagt of het weg kan") == 1


async def test_a_sudden_end_keeps_what_was_done_as_a_draft(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "waardensortering")
        await app.press("1", "2", "3")
        app.app.keep_now()
    async with running(places) as app:
        await walk_to(app, "waardensortering")
        assert "nog 37 te leggen" in app.text


async def test_the_value_sort_by_digits_with_undo_and_review(places: Places) -> None:
    async with running(places, size=SMALL) as app:
        await begin(app, "waardensortering")
        first = card_in_front(app)
        await app.press("1")
        second = card_in_front(app)
        assert second != first
        await app.press("ctrl+z")
        assert card_in_front(app) == first
        await app.press("space")
        assert card_in_front(app) == second
        for column, count in (("1", 5), ("2", 6), ("4", 6), ("5", 4), ("3", 19)):
            await app.press(*[column] * count)
        assert "Alle kaarten liggen" in app.text
        assert "‘telt het meest’ 1 te veel" in app.words
        await app.press("f3")
        assert "5 van 4" in app.text
        await app.press("2")
        assert "4 van 4" in app.text
        await app.press("right", "3")
        assert "6 van 6" in app.text
        await finish(app)
        assert "telt het meest" in app.text
    (entry,) = kept(places)
    work = persistence.work_of(entry)
    assert isinstance(work, Sort)
    assert work.open == ""
    assert [len(work.lying(column.id)) for column in work.columns] == [4, 6, 20, 6, 4]


async def test_the_value_sort_done_again_shows_what_rose_and_fell(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await begin(app, "waardensortering")
        first = card_in_front(app)
        await app.press("1")
        await finish(app)
        await app.press("f5")
        assert card_in_front(app) == first
        await app.press("5")
        await finish(app)
        assert f"▼ {first}" in app.text
        assert "lag bij ‘telt" in app.text
        await app.press("f7")
        assert "keer 1 van 2 (F8 later)" in app.words
        assert "▼" not in app.text
    assert len(kept(places)) == 2


async def test_a_second_sort_has_ones_own_cards_and_says_first_what_lies_farthest_apart(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    async with running(places) as app:
        await begin(app, "waardensortering")
        await app.write("o")
        await app.paste("p tijd zijn")
        await app.press("enter", "1")
        await finish(app)
        await walk_to(app, "waarden-beloond")
        await app.press("enter")
        assert card_in_front(app) == "op tijd zijn"
        await app.press("5", "1")
        await finish(app)
        first = app.words.partition("Het verst uit elkaar")[2].partition("wordt het meest beloond")[0]
        assert "op tijd zijn hier ‘werkt hier tegen je’, ernaast ‘telt het meest’" in first
    told = " ".join(run(capsys, "inzicht", "waarden-beloond")[1].split())
    assert "Uit ‘Wat hier beloond wordt’ van 24 november 2026, naast ‘Waardensortering’ van 24 november 2026." in told
    assert "op tijd zijn – hier ‘werkt hier tegen je’" in told.partition("Het verst uit elkaar")[2][:100]


async def test_what_was_answered_about_a_picture_stays_for_the_day(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een nieuwe wet")
        await app.press("ctrl+s", "down", "enter")
        await app.paste("alles komt van één kant")
        await app.press("ctrl+s", "f3", "ctrl+s", "down", "enter")
        assert "alles komt van één kant" in app.text
        await app.press("ctrl+s")
    (entry,) = kept(places)
    assert "alles komt van één kant" in entry.text


def card_in_front(app: Driver) -> str:
    """The words of the card that is to be laid."""
    return str(app.app.screen.query_one("#card-text", Static).render())


async def test_from_110_columns_the_board_shows_and_the_mouse_lays_cards(places: Places) -> None:
    async with running(places, size=WIDE) as app:
        await begin(app, "waardensortering")
        laid = card_in_front(app)
        await app.press("1", "2")
        board = next(line for line in app.text.splitlines() if "1 telt het meest" in line)
        assert "5 telt het minst" in board
        assert laid in app.text
        await app.drag("#column-meest ColumnList", "#column-minst ColumnList")
        assert "0 van 4" in heads(app) and heads(app).count("1 van") == 2
        dragged = card_in_front(app)
        await app.drag("#card-text", "#column-meest ColumnList")
        assert card_in_front(app) != dragged
        await app.click("#column-minst .column-head")
        assert "2 van 4" in heads(app)
        await app.press("escape")
    async with running(places, size=SMALL) as app:
        await walk_to(app, "waardensortering")
        await app.click("#choice-minst")
        assert "3 van 4" in next(line for line in app.text.splitlines() if "telt het minst" in line)


def heads(app: Driver) -> str:
    """The names of the columns, and how many cards lie in each, which stands below them."""
    lines = app.text.splitlines()
    at = next(n for n, line in enumerate(lines) if "1 telt het meest" in line and "5 telt het minst" in line)
    return "\n".join(lines[at : at + 2])


async def test_own_cards_in_rings_with_an_empty_ring_and_a_collision(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "ringen-van-verantwoordelijkheid")
        for words, ring in (("de inwoner", "5"), ("mijn chef", "3")):
            await app.write(words[0])
            await app.paste(words[1:])
            await app.press("enter", ring)
        await app.press("f3", "right", "right", "enter", "right", "right", "enter")
        await finish(app)
        assert "niets" in app.text
        assert "botst met" in app.text
    assert "ikzelf: niets" in kept(places)[0].text


async def test_the_opening_picture_place_by_place_and_again(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "startfoto")
        await app.click("#point-4")
        await app.press("2", "enter")
        await app.paste("Want het kon niet anders")
        await app.press("enter")
        await finish(app)
        assert "· · · ● ·" in app.text
        await walk_to(app, "startfoto-opnieuw")
        assert "Gemaakt op" not in app.text
        assert "zonder terug te kijken" in app.words
        await app.press("enter", "5", "up", "enter")
        await app.paste("Want nu kan het wel")
        await app.press("enter")
        await finish(app)
        assert "· · · ○━●" in app.text
        assert "○ eerst" in app.text
        assert "want nu kan het wel" in app.words
        assert "want het kon niet anders" in app.words
    newest = persistence.work_of(kept(places)[0])
    assert isinstance(newest, Scale)
    assert newest.items[0].at == 5
    assert "want het kon niet anders" in kept(places)[1].text


async def test_the_force_field_grows_through_the_sessions(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "krachtenveld")
        await app.paste("meer tijd voor het vak")
        await app.press("ctrl+n")
        await list_it(app, "een meelezer")
        await app.press("enter", "1", "enter", "2", "enter", "1", "escape")
        assert "een meelezer dit helpt ●●· ikzelf" in app.words
        await app.press("f3")
        assert "██" in app.text
        await app.press("f3")
        await finish(app)
        await walk_to(app, "betrokkenheid-krachtenveld")
        await app.press("enter", "down")
        assert "een meelezer" in app.text
        await app.press("f4", "home")
        await app.paste("eerst ")
        await app.press("enter")
        await finish(app)
    (entry,) = kept(places)
    assert len(entry.revisions) == 2
    assert "meer tijd voor het vak" in entry.text
    (condition,) = kept(places, Kind.CONDITION)
    assert condition.text == "eerst een meelezer"
    assert condition.data == {"side": "furthers", "weight": "2", "influence": "self"}
    assert isinstance(persistence.work_of(entry), ItemList)


async def test_a_field_of_a_line_is_filled_where_it_is_shown_and_a_digit_means_no_more_than_a_choice(
    places: Places,
) -> None:
    thing = "Sinds de zomer werkt de helft van het team op dinsdag en donderdag thuis, en de rest van de week niet"
    does = "Ik loop eerst langs bij wie er wel is, en bel daarna pas met degenen die thuis aan hun eigen tafel zitten"
    async with running(places) as app:
        await begin(app, "contextkaart")
        assert "Enter" not in app.text.splitlines()[-1]
        await app.paste(thing)
        assert "Enter zet erbij" in app.text.splitlines()[-1]
        await app.press("enter", "down")
        assert "Enter vul in" in app.text.splitlines()[-1]
        await app.press("enter")
        assert "○ 1 politiek of bestuur" in app.text and "○ 4 de eigen organisatie" in app.text
        await app.press("3")
        assert "● 3 techniek" in app.text
        await app.press("enter")
        await app.write(does)
        await app.press("enter")
        assert "○ 1  ○ 2  ○ 3" in app.text
        await app.press("3")
        assert "● 3" in app.text and "○ 1  ○ 2" in app.text
        await app.press("escape")
        columns_of(app, "Sinds", "●●●")
        assert thing in app.words and does in app.words and "techniek" in app.words and "3 van 3" in app.words
        await app.write("2 regels")
        assert app.app.focused is app.app.screen.query_one("#new-item")
        assert app.app.screen.query_one("#new-item", Input).value == "2 regels"
        await app.press("ctrl+s")
        assert "‘2 regels’ stond nog op de bovenste regel, en staat nu ook op de lijst." in app.words
        assert "1 regel nog niet af" in app.words
        await app.press("down", "enter")
        assert "‘2 regels’ stond nog" in app.said
    (entry,) = kept(places)
    assert f"- {thing}" in entry.text and "- 2 regels" in entry.text and does in entry.text


async def test_a_line_that_is_added_in_a_later_sitting_is_a_new_one(places: Places) -> None:
    async with running(places) as app:
        await app.press("b")
        for words, key in (("stevig", "enter"), ("uitvoerbaar", "f3")):
            await walk_to(app, "mijn-woorden")
            await app.press(key)
            await list_it(app, words)
            await finish(app)
            await app.press("escape")
    assert [entry.text for entry in kept(places, Kind.TERM)] == ["uitvoerbaar", "stevig"]


async def test_a_vision_takes_from_what_was_written_before(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.TERM, "stevig werk")
    journal.close()
    async with running(places) as app:
        await walk_to(app, "mijn-visie")
        await app.press("enter")
        await app.paste("Wij zijn er voor")
        await app.press("f3")
        assert "stevig werk" in app.text
        await app.press("enter", "f3")
        assert "1 eerder stuk" in app.text
        await finish(app)
        assert "uit: Woord" in app.text
        await app.press("f3")
        await app.paste("Klaar. ")
        await finish(app)
    (entry,) = kept(places)
    assert len(entry.revisions) == 2
    work = persistence.work_of(entry)
    assert isinstance(work, Composition)
    assert "stevig werk" in work.pieces[0].text


async def test_a_full_disk_is_said_and_finishing_can_be_tried_again(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with running(places) as app:
        await begin(app, "als-danplan")
        await app.press("ctrl+n", "ctrl+n")
        await app.paste("het vijf uur is")
        await app.press("ctrl+n")
        await app.paste("loop ik een rondje")
        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", full)
            await finish(app)
            assert "niet bewaard" in app.text
            assert "loop ik een rondje" in app.text
        await finish(app)
        assert "Gemaakt op" in app.text
        await app.press("escape")
        assert not places.drafts.exists() or not list(places.drafts.iterdir())
    assert len(kept(places)) == 1
    assert len(kept(places, Kind.INTENTION)) == 1


async def test_keys_in_quick_succession_lose_nothing(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "waardensortering")
        for key in ("1", "2", "ctrl+s", "down", "enter"):
            app.app.simulate_key(key)
        await app.settle()
        await finish(app) if app.app.screen.has_class("-doing") else None
        assert "Gemaakt op" in app.text
        await walk_to(app, "als-danplan")
        await app.press("enter", "ctrl+n", "ctrl+n")
        for keys in (("a", "ctrl+n"), ("b", "ctrl+s", "down", "enter")):
            for key in keys:
                app.app.simulate_key(key)
            await app.settle()
    plan, values = kept(places)
    assert "Als …\na\n\ndan …\nb" in plan.text
    work = persistence.work_of(values)
    assert isinstance(work, Sort)
    assert len(work.pile) == 38


async def test_looking_round_keeps_nothing(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await walk_to(app, "waardensortering")
        await app.press("enter", "1")
        assert "wordt niet bewaard" in app.text
        await finish(app)
        await app.press("escape", "3")
        assert "Waardensortering" in app.text
    assert not places.journal.exists()
    assert not places.drafts.exists()


async def test_finishing_nothing_keeps_nothing(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "als-danplan")
        await app.press("ctrl+s")
        assert "nog niets ingevuld" in app.words
        await app.press("escape")
    assert kept(places) == ()


async def test_half_done_work_on_a_result_that_changed_since_is_laid_aside_as_a_note(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een nieuwe wet")
        await finish(app)
        await app.press("f3")
        await list_it(app, "een ander college")
        await app.press("escape")
    journal = Journal.open(places)
    (entry,) = journal.newest_first(kinds=[Kind.EXERCISE])
    journal.change(entry.id, "elders veranderd")
    journal.close()
    async with running(places) as app:
        await walk_to(app, "contextkaart")
        assert "Gemaakt op" in app.text
        assert "past niet meer" in app.words
    assert "een ander college" in kept(places, Kind.NOTE)[0].text


async def test_a_line_that_was_cut_short_is_asked_for_again(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("een nieuwe [wet]")
        while not any(b"[wet]" in each.read_bytes() for each in places.drafts.glob("*.json")):
            await app.pause(0.05)
    async with running(places) as app:
        await app.press("c")
        assert "een nieuwe [wet]" in app.text
        await app.press("enter", "down", "f4", "end")
        await app.paste(" over stikstof")
        app.app.keep_now()
    async with running(places) as app:
        await walk_to(app, "contextkaart")
        assert "een nieuwe [wet] over stikstof" in app.text
        assert "Enter of Esc bewaart" in app.text
        await app.press("escape")
        assert "een nieuwe [wet] over stikstof" in app.text
        await app.press("ctrl+z")
        assert "stikstof" not in app.text
        await finish(app)
        assert "Gemaakt op" in app.text
    assert kept(places)[0].text == "- een nieuwe [wet]"
    assert not list(places.drafts.iterdir())


async def test_a_line_at_a_result_that_is_filled_in_further_is_asked_for_again_there(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "waardensortering")
        await app.press(*"1234")
        await finish(app)
        await app.press("f3")
        await app.write("een eigen waarde")
        app.app.keep_now()
    async with running(places) as app:
        await app.press("c")
        assert "een eigen waarde" in app.text and "nog niets gedaan" not in app.text
        await app.press("escape")
        await finish(app)
    (result,) = kept(places)
    assert "een eigen waarde" in str(result.data) and len(result.revisions) == 2


@pytest.mark.parametrize(("finished", "end"), crossed([False, True], ["ctrl+q", "kill"]))
async def test_what_was_being_written_at_a_field_comes_back_there(places: Places, finished: bool, end: str) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een wet", "een raad")
        await app.press("up", "enter")
        for _ in range(2):
            await app.press("1", "enter")
            await app.write("minder")
            await app.press("enter", "1", "enter")
        if finished:
            await app.press("ctrl+s")
            await app.write("dat het er twee zijn")
            await finish(app)
            await app.press("f3", "down", "down")
        await app.press("enter", "down", "enter")
        await app.write(" bellen")
        assert app.standing == "minder bellen" and "een raad" in app.text
        if end == "kill":
            app.app.keep_now()
            app.app.exit()
        else:
            await app.press("ctrl+q")
    async with running(places) as app:
        await app.press("c")
        assert app.standing == "minder bellen"
        assert "een raad\nWat doe jij daardoor anders?" in str(app.app.screen.query_one(".heading", Static).render())
        await app.press("enter")
        row = app.app.focused
        assert isinstance(row, AttributeRow) and row.attribute.id == "gewicht", app.text
        assert "Wat doe jij daardoor anders?   minder bellen" in app.text
        await finish(app)
    assert "Wat doe jij daardoor anders? minder bellen" in kept(places)[0].text


@pytest.mark.parametrize("older", [False, True], ids=["now", "of an older version"])
async def test_words_of_a_line_that_were_changed_stay_in_older_versions_alone(places: Places, older: bool) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "Jansen zeurt")
        await finish(app)
    if older:
        journal = Journal.open(places)
        (entry,) = journal.newest_first(kinds=[Kind.EXERCISE])
        work = persistence.work_of(entry)
        assert isinstance(work, ItemList)
        data = persistence.values_of(work.rename("1", "de raad vraagt"))
        data["items"][0]["name"] = "jansen zeurt"
        journal.change(entry.id, work.rename("1", "de raad vraagt").text(), data=data)
    async with running(places) as app:
        await walk_to(app, "contextkaart")
        await app.press("f3", "tab", "f4", "end")
        await app.write(" veel")
        if not older:
            await app.press("ctrl+u")
            await app.write("de raad vraagt veel")
        await app.press("enter")
        await app.settle()
        for file in places.drafts.iterdir():
            assert "zeurt" not in str(json.loads(file.read_text("utf-8"))["data"])
        await finish(app)
    (entry,) = kept(places)
    assert "de raad vraagt veel" in entry.text
    assert "zeurt" not in str(entry.newest.data).casefold()
    assert "zeurt" in str(entry.revisions[0].data)
    before, now = (persistence.work_from(each.data) for each in (entry.revisions[0], entry.newest))
    assert isinstance(before, ItemList) and isinstance(now, ItemList)
    assert before.items[0].names & now.items[0].names


async def lay_aside(app: Driver, end: str) -> None:
    """Leave an exercise by a key, or be cut off."""
    if end == "kill":
        app.app.keep_now()
        app.app.exit()
    else:
        await app.press(*end.split())


WAYS_TO_END = ["escape escape", "ctrl+q", "kill"]
ENDS = pytest.mark.parametrize("end", in_part(WAYS_TO_END, 1))


@ENDS
async def test_a_half_line_at_a_finished_list_is_gone_on_with_on_that_line(places: Places, end: str) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "De raad mailt")
        await app.press("enter", "1", "enter")
        await app.write("Bellen")
        await app.press("enter", "2", "ctrl+s")
        await app.write("Veel tegelijk.")
        await app.press("ctrl+s", "f3")
        await app.write("Er kwam een")
        await lay_aside(app, end)
    async with running(places) as app:
        await app.press("c")
        assert "Er kwam een" in app.text
        await app.write(" wethouder")
        assert isinstance(app.app.focused, Input) and app.app.focused.value == "Er kwam een wethouder"
        await finish(app)
    (entry,) = kept(places)
    assert "Veel tegelijk." in entry.text.splitlines() and "- Er kwam een wethouder" in entry.text.splitlines()


@pytest.mark.parametrize(("where", "end"), crossed(["line", "item", "field", "afterwards"], WAYS_TO_END))
async def test_one_comes_back_in_a_list_where_one_was(places: Places, where: str, end: str) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een wet", "een raad", "een pers")
        await app.press("up")
        if where == "field":
            await app.press("enter", "1", "enter")
        if where == "line":
            await app.press("shift+tab")
        if where == "afterwards":
            await app.press("ctrl+s", "down", "enter", "ctrl+n")
            await app.write("twee")
            await app.press("ctrl+r")
        await app.settle()
        was = app.app.focused
        assert was is not None
        came_from = "items" if where == "field" and end.startswith("escape") else was.id
        await lay_aside(app, end)
    async with running(places) as app:
        await app.press("c")
        now = app.app.focused
        assert now is not None and now.id == came_from
        if where == "afterwards":
            assert "veld 1 van 2" in app.text
        if where in ("item", "field"):
            assert app.app.screen.query_one("#items", OptionList).highlighted == 1


@ENDS
async def test_one_comes_back_in_a_scale_and_a_sort_at_the_item_in_front(places: Places, end: str) -> None:
    end = end.replace("escape escape", "escape")
    async with running(places) as app:
        await begin(app, "startfoto")
        await app.press("4", "3", "up")
        at_scale = app.app.screen.query_one("#items", OptionList).highlighted
        await lay_aside(app, end)
    async with running(places) as app:
        await app.press("c")
        assert app.app.screen.query_one("#items", OptionList).highlighted == at_scale
        await app.press("escape")
        await walk_to(app, "waardensortering")
        await app.press("enter", "2", "2", "2", "f3", "right", "down")
        assert isinstance(was := app.app.focused, OptionList) and was.highlighted == 1
        await lay_aside(app, end)
    async with running(places) as app:
        await walk_to(app, "waardensortering")
        assert isinstance(now := app.app.focused, OptionList) and (now.name, now.highlighted) == (was.name, 1)


@pytest.mark.parametrize("says", [True, False], ids=["a draft that says where", "one of before that"])
async def test_what_was_being_written_about_a_picture_comes_back_there(places: Places, says: bool) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een wet")
        await app.press("ctrl+s", "down", "enter", "ctrl+n")
        await app.write("over alles")
        await app.press("ctrl+q")
    (file,) = places.drafts.iterdir()
    draft = json.loads(file.read_text("utf-8"))
    assert draft["place"] == ["afterwards"]
    if not says:
        del draft["place"]
        file.write_text(json.dumps(draft), "utf-8")
    async with running(places) as app:
        await app.press("c")
        assert app.standing == "over alles" and "veld 2 van 2" in app.text


async def test_whoever_looks_at_the_explanation_comes_back_in_the_columns_of_a_sort(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "waardensortering")
        await app.press("1", "2", "f3", "right")
        was = app.app.focused
        assert isinstance(was, OptionList)
        await app.press("f2", "f2")
        assert app.app.focused is was
        await app.press("f3")
        assert app.app.focused and app.app.focused.id == "exercise-widget"


@pytest.mark.parametrize("cut_short", ["the work", "a line"])
async def test_work_on_what_never_leaves_is_gone_on_with_where_that_is_gone_and_never_leaves(
    places: Places, tmp_path: Path, cut_short: str
) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "iets anders")
    journal.close()
    earlier = shutil.copy(places.journal, tmp_path / "eerder.json")
    async with running(places) as app:
        await walk_to(app, "contextkaart")
        await list_it(app, "een nieuwe wet")
        await finish(app)
        (result,) = kept(places)
        mark_entry(app.app, result.id, Mark.NEVER_LEAVE, True)
        await app.settle()
        await app.press("f3")
        if cut_short == "the work":
            await list_it(app, "nooit weg")
        else:
            await app.press("down", "f4", "end")
            await app.paste(" nooit weg")
        app.app.keep_now()
        app.app.exit()
    shutil.copy(earlier, places.journal)
    async with running(places) as app:
        await app.press("c")
        if cut_short == "the work":
            assert "nooit weg" in app.text
            await finish(app)
        else:
            assert "Het staat als notitie in je dagboek" in app.said
    journal = Journal.open(places)
    made = {each.id for each in journal.newest_first() if "nooit weg" in each.text}
    assert made and made <= journal.marked(Mark.NEVER_LEAVE)


async def test_a_line_about_what_is_gone_becomes_a_note(places: Places) -> None:
    journal = Journal.open(places)
    condition = journal.add(Kind.CONDITION, "het format")
    journal.close()
    async with running(places) as app:
        await walk_to(app, "krachtenveld")
        await app.press("enter", "ctrl+n", "down", "enter", "up", "enter", "down", "down", "down")
        await app.paste("Bas bellen")
        app.app.keep_now()
    journal = Journal.open(places)
    journal.trash(condition.id)
    journal.close()
    async with running(places) as app:
        await walk_to(app, "krachtenveld")
        assert "staat als notitie in je dagboek" in app.words
    assert [each.text for each in kept(places, Kind.NOTE)] == ["Bas bellen"]


async def test_an_old_result_that_is_no_longer_understood_is_shown_as_it_was_made(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "als-danplan")
        await app.paste("x")
        await finish(app)
        await app.press("escape")
    journal = Journal.open(places)
    (entry,) = journal.newest_first(kinds=[Kind.EXERCISE])
    journal.change(entry.id, "zoals [het] toen was", data={"exercise": "kleurplaat"})
    journal.close()
    async with running(places) as app:
        await walk_to(app, "als-danplan")
        assert "zoals [het] toen was" in app.text


@pytest.mark.parametrize(
    ("size", "steps"),
    [
        (SMALL, ["vakmeetlat", "ruimtekaart", "spanningenkaart", "taakboetseren", "uitnodiging-tot-gesprek"]),
        (TINY, ["dilemmaroute", "waardensortering", "startfoto", "samenwerkingskaart", "spiegeltoets"]),
    ],
    ids=["small", "tiny"],
)
async def test_each_kind_opens_in_a_small_window(places: Places, size: tuple[int, int], steps: list[str]) -> None:
    async with running(places, size=size) as app:
        await app.press("b")
        for step in steps:
            await walk_to(app, step)
            await app.press("enter")
            assert app.app.screen.has_class("-doing"), step
            widget = app.app.screen.query_one("#exercise-widget")
            assert widget.region.height >= 3, step
        await app.press("f1")
        assert "rondt af" in app.words


async def test_what_is_typed_behind_a_choice_stands_in_the_next_field(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter")
        await app.write("uit de politiek")
        assert app.app.screen.query_one("#new-item", Input).value == ""
        assert "Hier kies je 1–" in app.text and "uit de politiek" in app.text
        await app.press("enter")
        await app.press("1", "enter")
        await app.write("want")
        assert app.app.screen.query_one("#line", TextArea).text == "want"
        await app.press("ctrl+a", "delete", "enter", "up", "4")
        app.forget_what_was_said()
        await app.pause(1.1)  # digits within a moment are of one number
        await app.press("9")
        assert "Kies hier met 1–4; Enter gaat verder." in app.words
        await app.paste("Ik neem de huisbezoeken erbij")
        await app.press("enter")
        assert "Ik neem de huisbezoeken erbij" in app.words
        await finish(app)
    (entry,) = kept(places)
    assert "Ik neem de huisbezoeken erbij" in repr(entry.newest.data) and "organisatie" in repr(entry.newest.data)


@pytest.mark.parametrize("between", [", ", "; ", " – ", "- "])
async def test_a_reason_behind_a_choice_is_no_answer_to_the_next_question(places: Places, between: str) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter")
        await app.write(f"1{between}want hij mag dat van de fractie")
        assert not app.app.screen.query("#line"), app.text
        assert app.standing == "want hij mag dat van de fractie" and "● 1 politiek" in app.text
        assert "Je reden heeft daar geen vak en kwam op een regel apart." in app.said
        await app.press("escape")
        await app.write(" en ook nog")
        assert not app.app.screen.query("#line") and app.standing == "want hij mag dat van de fractie en ook nog"
        await app.press("enter")
    assert [each.text for each in kept(places, Kind.NOTE)] == ["want hij mag dat van de fractie en ook nog"]


async def test_whoever_fills_in_on_comes_to_what_is_open(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "ctrl+s", "enter")
        assert "○ 1 politiek of bestuur" in app.text
        await app.press("3", "enter")
        await app.write("minder bellen")
        await app.press("enter", "2")
        await finish(app)
    (entry,) = kept(places)
    assert "minder bellen" in repr(entry.newest.data)


async def test_a_digit_that_begins_a_sentence_at_a_choice_of_a_line_is_text(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter")
        assert "Bij ‘Een nieuw zaaksysteem’ horen 3 vragen (vul in met ↓ en Enter)." in app.words
        await app.press("down", "enter", "4")
        await app.pause(1.1)  # digits within a moment are of one number
        await app.write("3 dingen doe ik anders")
        await app.press("enter")
        assert "4 de eigen organisatie" not in app.words
        await app.write("2 van de 3")
        assert app.standing == "2 van de 3" and app.app.screen.query_one("#new-item", Input).value == ""
        assert "hoort bij je tekst; die koos niets bij ‘" in app.said
        await app.press("ctrl+u")
        await finish(app)
    (entry,) = kept(places)
    data = repr(entry.newest.data)
    assert "3 dingen doe ik anders" in data and "organisatie" in data and "'2'" not in data


async def test_a_reason_behind_a_choice_of_a_line_becomes_no_new_line(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter", "4", "enter")
        await app.write("minder bellen")
        await app.press("enter")
        await app.write("2, want dat weegt")
        assert app.standing == "want dat weegt" and app.app.screen.query_one("#new-item", Input).value == ""
        assert "● 2  ○ 3" in app.text and "Hier kies je 1–" in app.text
        assert "Enter maak er een notitie van   ctrl+u laat weg   Esc laat staan" in app.text.splitlines()[-1]
        await app.press("escape")
        assert "● 2  ○ 3" in app.text and "want dat weegt" in app.text
        await app.paste("!")
        await app.press("enter")
        assert "● 2  ○ 3" in app.text and "Hier is geen schrijfvak" not in app.text
        await app.press("ctrl+z")
        assert "De notitie ligt in de prullenbak. Met ctrl+z komt die terug." in app.said and "● 2  ○ 3" in app.text
        await app.paste("een\ntwee")
        assert app.standing == "een\ntwee"
        await app.press("enter")
        assert "● 2  ○ 3" in app.text
        await finish(app)
    (entry,) = kept(places)
    assert entry.text.count("\n- ") == 0 and "2 van 3" in entry.text
    assert [each.text for each in kept(places, Kind.NOTE)] == ["een\ntwee"]


async def test_what_ctrl_z_would_do_is_said_no_longer_once_something_is_typed(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een wet", "een raad")
        await app.press("delete")
        assert "Met ctrl+z staat het er weer." in app.words
        await app.write("nog iets")
        assert "nog iets" in app.text and "Met ctrl+z" not in app.words


async def test_above_the_list_stands_what_is_still_open_of_a_line(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter")
        assert "Bij ‘Een nieuw zaaksysteem’ horen 3 vragen" in app.words
        await app.press("down", "enter", "4", "enter")
        await app.write("minder bellen")
        await app.press("enter", "escape", "shift+tab")
        assert "Bij ‘Een nieuw zaaksysteem’ staat nog een vraag open" in app.words
        await app.press("down", "enter", "2", "escape", "shift+tab")
        assert app.app.focused is app.app.screen.query_one("#new-item")
        assert "Bij ‘Een nieuw zaaksysteem’" not in app.words


async def test_ctrl_z_after_dropping_what_was_typed_at_a_choice_has_that_back(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter")
        await app.write("politiek denk ik")
        await app.press("ctrl+u")
        assert "’ is weg. Met ctrl+z staat het er weer." in app.said
        assert "○ 1 politiek" in app.text
        await app.press("ctrl+z")
        assert app.standing == "politiek denk ik" and "○ 1 politiek" in app.text
        await app.press("ctrl+u", "1", "ctrl+z")
        assert "De laatste zet is teruggezet." in app.said and "○ 1 politiek" in app.text
    assert kept(places, Kind.NOTE) == ()


async def test_what_is_typed_at_a_line_of_a_list_is_said_to_be_a_new_line(places: Places) -> None:
    async with running(places, size=(80, 24)) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down")
        await app.write("minder bellen")
        new_line = "Dit wordt een nieuwe regel; ctrl+u wist die. Een oude wijzigen: ↓, F4."
        assert new_line in app.words
        assert app.app.screen.query_one("#new-item", Input).value == "minder bellen"
        await app.press("down")
        assert "ctrl+u wist die" not in app.words and "(zwaar)?" in app.words
        await app.press("shift+tab")
        assert new_line in app.words
        await app.press("down")
        await app.write("x")
        assert "Dit staat nu achter wat je bovenaan al typte. Een oude wijzigen: ↓, F4." in app.words
        await app.press("ctrl+u")
        assert app.app.screen.query_one("#new-item", Input).value == ""
        assert "Een oude wijzigen" not in app.words and "Bij ‘Een nieuw zaaksysteem’ horen" in app.words
        await app.press("down")
        await app.write("meer bellen")
        await app.press("enter")
        assert "Een oude wijzigen" not in app.words


async def test_enter_on_a_field_that_is_filled_goes_on_to_the_next(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter", "4", "enter")
        await app.write("minder bellen")
        await app.press("enter", "up", "enter", "enter", "3")
        await finish(app)
    (entry,) = kept(places)
    data = repr(entry.newest.data)
    assert "minder bellen" in data and "minder bellen3" not in data


async def test_tab_goes_from_box_to_box_and_then_to_what_else_has_the_keyboard(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter")
        await app.press("ctrl+s", "down", "enter")
        assert "veld 1 van 2" in app.text
        await app.write("dit zie ik")
        await app.press("tab")
        assert "veld 2 van 2" in app.text
        await app.write("en dit")
        await app.press("shift+tab")
        assert "veld 1 van 2" in app.text and "dit zie ik" in app.text
        await app.press("tab", "tab")
        assert app.app.focused and app.app.focused.id != "box"
        await app.press("ctrl+n")
        assert app.app.focused.id == "box"


async def test_what_is_typed_in_a_window_over_a_box_is_for_that(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.write("een zaaksysteem")
        await app.press("f1")
        await app.write("dat hapert")
        await app.press("enter")
        assert app.app.screen.query_one("#new-item", Input).value == "een zaaksysteem dat hapert"
        assert not app.app.screen.is_modal
        await app.press("escape", "ctrl+q")
    assert kept(places, Kind.NOTE) == ()


@pytest.mark.parametrize("text", ["3x per week bellen", "3/4 per week", "3% meer"])
async def test_what_is_joined_to_a_digit_that_chose_of_a_line_makes_both_text(places: Places, text: str) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter", "4", "enter")
        await app.write("minder bellen")
        await app.press("enter", "2")
        await app.pause(1.1)  # digits within a moment are of one number
        await app.write(text)
        assert app.standing == text and "● 2  ○ 3" in app.text
        assert "hoort bij je tekst; je keuze bij ‘" in app.said


async def test_a_letter_long_behind_a_digit_joins_nothing_also_where_a_busy_machine_gets_to_both_at_once(
    places: Places,
) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await app.paste("Een nieuw zaaksysteem")
        await app.press("enter", "down", "enter")
        await app.write_late("3", "w")
        assert "hoort bij je tekst" not in app.said and app.standing == "w"


async def test_what_was_written_before_is_offered_where_there_is_something(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places) as app:
        app.app.open(StepRoute("spiegeltoets"))
        await app.settle()
        await app.press("enter")
        assert "F3" not in app.text.splitlines()[-1]
        await app.press("f3")
        assert "Je schreef nog niets dat hier past." in app.said
        await app.write("De beschikking voor mevrouw De Wit.")
        await app.press("ctrl+n")
        assert "F3 eerder" in app.text.splitlines()[-1]
        await app.press("f3")
        assert "○ De beschikking voor mevrouw De Wit." in app.text


async def test_at_the_last_field_the_line_below_names_what_goes_on_from_there(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "contextkaart")
        await list_it(app, "een wet")
        await app.press("ctrl+s", "down", "enter")
        assert "ctrl+n verder" in app.text.splitlines()[-1]
        await app.press("ctrl+n")
        last = app.text.splitlines()[-1]
        assert "veld 2 van 2" in app.text and "ctrl+s rond af" in last and "ctrl+n" not in last
        await app.press("ctrl+n")
        assert "Dit was het laatste. Met ctrl+s rond je af." in app.said
        await begin_beforehand(app)
        assert "ctrl+n verder" in app.text.splitlines()[-1]


async def begin_beforehand(app: Driver) -> None:
    """Open an exercise with one question before it."""
    await app.press("escape", "escape")
    await walk_to(app, "krachtenveld")
    await app.press("enter")
    while (form := app.app.screen.query_one(FormWidget)).work.at < len(form.fields) - 1:
        await app.press("ctrl+n")


async def test_what_is_said_of_an_exercise_that_was_finished_with_something_left_empty(places: Places) -> None:
    async with running(places) as app:
        await begin(app, "mijn-woorden")
        await app.write("behoedzaam")
        await app.press("enter")
        await app.pause(0.5)
        assert "◐ bewaard, niet afgerond" in app.words
        await app.press("ctrl+s", "down", "enter")
        assert "● afgerond · nog 1 veld leeg" in app.words
        await app.write("Nu")
        await app.pause(0.5)
        assert "◐ afgerond; wat je daarna schreef nog niet" in app.words and "niet afgerond" not in app.words
        await app.press("escape", "escape", "2")
        assert "● Mijn woorden" in app.words


async def test_a_step_whose_questions_were_skipped_is_done_on_all_screens(places: Places, pack: Pack) -> None:
    Journal.open(places).add(Kind.NOTE, "van eerder")
    session = pack.programme.sessions[0]
    async with running(places) as app:
        for step in session.core[:2]:
            app.app.open(StepRoute(step))
            await app.settle()
            while "Dit was ‘" not in app.words:
                await app.press("ctrl+o", "ctrl+n")
        await app.press("escape", "1")
        assert "●●○○○○○○" in app.text or "●─●─○" in app.text
        await app.press("2")
        assert f"● {pack.step(session.core[0]).title}" in app.text and "kernroute 2 van 8" in app.text

"""A sentence that is typed where nothing can be written stands on a line of its own, until it gets a place."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from support.crossing import crossed, in_part
from support.driver import SMALL, TINY, WIDE, Driver, running
from support.journals import begin
from textual import events

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import stops
from goedwerk_tui.journal import Journal, Kind, SaveFailed, Status, StepProgress
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Question, Step
from goedwerk_tui.tui.routes import (
    EntryRoute,
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    Route,
    SessionEndRoute,
    StepRoute,
)
from goedwerk_tui.tui.widgets.editor import Editor

SENTENCE = "niet vergeten: Wim bellen"
NO_BOX = "Hier is geen schrijfvak"


def notes(places: Places) -> list[str]:
    return [each.text for each in Journal.open(places, read_only=True).newest_first(kinds=[Kind.NOTE])]


def reads_first(pack: Pack) -> tuple[Step, str, int]:
    """Return a step with something to read before a question, the id of that, and how many stops come before."""
    for session in pack.programme.sessions:
        for step in map(pack.step, steps_of(session)):
            route = stops(step)
            for number, stop in enumerate(route[:-1]):
                asked = route[number + 1].asks
                if stop.asks is None and isinstance(asked, Question):
                    return step, asked.id, number
    raise AssertionError("no step has a part to read before a question")


ROUTES: list[Route] = [
    *(PlaceRoute(each) for each in Place),
    PageRoute(PageName.MEETINGS),
    PageRoute(PageName.SETTINGS),
    PageRoute(PageName.NEWS),
    SessionEndRoute("opening"),
]


async def go_to_text(app: Driver, step: Step, number: int) -> None:
    """Open a step and go on to the stop with this number, where there is only something to read."""
    app.app.open(StepRoute(step.id))
    await app.settle()
    for _ in range(number):
        await app.press("ctrl+n")
        if app.app.focused and app.app.focused.id == "options":
            await app.press("1", "ctrl+n")


@pytest.mark.parametrize("size", in_part([SMALL, WIDE, TINY], 1), ids=str)
async def test_a_sentence_is_held_wherever_there_is_no_box(places: Places, size: tuple[int, int]) -> None:
    begin(places)
    async with running(places, size=size) as app:
        for route in ROUTES:
            for sentence in (SENTENCE, "gisteren n gebeld", "Morgen", "3 dagen geleden"):
                app.app.open(route)
                await app.settle()
                where = app.app.screen
                await app.write(sentence)
                assert app.app.screen is where, f"{route} led elsewhere by {sentence!r}"
                if sentence[0].isdecimal() and not isinstance(route, PlaceRoute):
                    continue  # a number is a command on the places alone
                assert app.standing == sentence and sentence in app.text, f"{route}\n{app.text}"
                await app.press("ctrl+u", "escape")
                app.forget_what_was_said()
                await app.settle()
                assert sentence not in app.text, route


async def elsewhere(app: Driver, places: Places, change: Callable[[Journal], object]) -> None:
    """Change the journal on another computer, and let the app see it."""
    journal = Journal.open(places)
    change(journal)
    journal.close()
    app.app.post_message(events.AppFocus())
    await app.settle()


@pytest.mark.parametrize("route", in_part(ROUTES, 4), ids=str)
async def test_one_types_on_there_while_the_screen_shows_other_things(places: Places, route: Route) -> None:
    begin(places)
    async with running(places, size=WIDE) as app:
        app.app.open(route)
        await app.settle()
        await app.press("down")
        before = app.app.focused
        await app.write("niet vergeten:")
        await elsewhere(app, places, lambda journal: journal.add(Kind.TERM, "rond"))
        assert app.standing == "niet vergeten:"
        progress = StepProgress(Status.STARTED, "", utc_now())
        await elsewhere(app, places, lambda journal: journal.set_progress("startfoto", progress))
        assert app.standing == "niet vergeten:"
        for size in (SMALL, WIDE):
            await app.resize(*size)
            assert app.standing == "niet vergeten:"
        await app.press("escape")
        assert app.app.focused is before


@pytest.mark.parametrize("place", [Place.JOURNAL, Place.SHARING])
async def test_what_is_in_front_by_then_has_the_keyboard_behind_it(places: Places, place: Place) -> None:
    async with running(places, size=WIDE) as app:
        await app.press("enter")
        app.app.open(PlaceRoute(place))
        await app.settle()
        await app.write("niet vergeten:")
        await elsewhere(app, places, lambda journal: journal.add(Kind.TERM, "rond"))
        assert app.standing == "niet vergeten:"
        await app.press("escape")
        assert app.app.focused and app.app.focused.id == "entries"


async def test_one_key_makes_a_note_of_it_where_one_writes_on(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        assert "Enter maak er een notitie van   ctrl+u laat weg   Esc laat staan" in app.text.splitlines()[-1]
        assert NO_BOX in app.text
        await app.press("enter")
        assert app.standing == SENTENCE and "Losse notitie" in app.text
        await app.write(", nu")
        await app.press("escape")
        assert "Thuis" in app.text and NO_BOX not in app.text
    assert f"{SENTENCE}, nu" in notes(places) and not Drafts(places.drafts).all()


async def test_esc_leaves_it_and_ctrl_z_throws_away_the_note_that_it_becomes(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.press("escape")
        assert SENTENCE in app.text and not app.standing
        await app.press("2", "1")
        said = f"‘{SENTENCE}’ staat als notitie in je dagboek. Met ctrl+z gaat die weg."
        assert said in app.said and NO_BOX not in app.text and "2 stukken geschreven" in app.text
        await app.press("ctrl+z")
        assert (
            "De notitie ligt in de prullenbak. Met ctrl+z komt die terug." in app.words
            and "1 stuk geschreven" in app.text
        )
        await app.write("ab")
        await app.press("ctrl+u", "escape")
    assert notes(places) == ["van eerder"] and not Drafts(places.drafts).all()


@pytest.mark.parametrize("away", [("alt+2",), ("ctrl+f",)], ids=["place", "search"])
async def test_whoever_goes_elsewhere_finds_it_as_a_note(places: Places, away: tuple[str, ...]) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.press(*away)
        assert f"‘{SENTENCE}’ staat als notitie in je dagboek." in app.said
    assert SENTENCE in notes(places) and not Drafts(places.drafts).all()


async def test_it_is_a_draft_as_soon_as_anything_else(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.pause(0.5)
        (draft,) = Drafts(places.drafts).all()
        assert draft.text == SENTENCE
        await app.write(" ook")
        app.app.keep_now()
        (draft,) = Drafts(places.drafts).all()
        assert draft.text == f"{SENTENCE} ook"


async def test_one_letter_alone_is_a_command(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("n")
        assert "Losse notitie" in app.text
        await app.press("escape", "3")
        assert "1 stuk" in app.text


async def test_what_is_pasted_is_held_with_its_lines(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.paste("een\ntwee")
        assert app.standing == "een\ntwee" and "twee" in app.text
        await app.press("enter", "escape")
    assert "een\ntwee" in notes(places)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_at_a_text_it_is_for_no_question_that_was_not_read(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step, _, number = reads_first(pack)
    begin(places)
    async with running(places, size=size) as app:
        await go_to_text(app, step, number)
        await app.write("dit viel mij op")
        assert NO_BOX in app.text and "Enter maak er een notitie van" in app.text.splitlines()[-1]
        await app.press("escape", "ctrl+n")
        assert app.app.screen.query_one("#answer", Editor).text == "" and "dit viel mij op" in app.text
        assert "Wat je bij de tekst typte staat zolang hier" in app.words
        while app.standing != "dit viel mij op":
            await app.press("tab")
        assert "Enter maak er een notitie van" in app.text.splitlines()[-1]
        await app.press("enter")
        assert "Losse notitie" in app.text
        await app.press("escape", "escape", "escape")
    assert not Journal.open(places, read_only=True).newest_first(kinds=[Kind.ANSWER])
    assert "dit viel mij op" in notes(places)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
async def test_at_a_text_it_waits_for_the_box_further_on_once_that_was_read(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step, item, number = reads_first(pack)
    begin(places)
    async with running(places, size=size) as app:
        await go_to_text(app, step, number)
        await app.press("ctrl+n", "ctrl+r")
        await app.write("dit viel mij op")
        assert "Het vak staat verderop" in app.text
        assert "Enter zet klaar" in app.text.splitlines()[-1]
        await app.press("enter")
        assert "dit viel mij op" in app.text and not isinstance(app.app.focused, Editor)
        await app.press("ctrl+n")
        assert "‘dit viel mij op’ staat nu in het vak bij ‘" in app.said
        assert "Het vak staat verderop" not in app.text
        if app.app.screen.has_class("-reading"):
            await app.press("f2")
        assert app.standing == "dit viel mij op"
        await app.press("escape", "escape")
    answers = Journal.open(places, read_only=True).newest_first(kinds=[Kind.ANSWER])
    assert [(each.origin.item, each.text) for each in answers if each.origin] == [(item, "dit viel mij op")]
    assert not Drafts(places.drafts).all()


async def test_a_sentence_that_begins_with_a_space_does_not_go_on(places: Places, pack: Pack) -> None:
    step, _, number = reads_first(pack)
    begin(places)
    async with running(places, size=WIDE) as app:
        await go_to_text(app, step, number)
        await app.press("end")
        await app.write(" En dit viel mij op")
        assert NO_BOX in app.text and "En dit viel mij op" in app.text
        assert app.app.focused and app.app.focused.id == "held" and app.standing == "En dit viel mij op"


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
async def test_behind_the_last_question_it_becomes_a_note_that_says_where_it_was_typed(
    places: Places, pack: Pack, killed: bool
) -> None:
    step, _, _ = reads_first(pack)
    title = pack.titled(step)
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute(step.id))
        await app.settle()
        while "Dit was" not in app.text:
            await app.press("ctrl+o" if app.app.focused and app.app.focused.id == "options" else "ctrl+n")
        await app.write(SENTENCE)
        assert "Enter maak er een notitie van" in app.text.splitlines()[-1]
        await app.press("enter")
        assert f"Losse notitie, getypt bij ‘{title}’" in app.text
        await app.write(", nu")
        if killed:
            app.app.keep_now()
            app.app.exit()
        else:
            await app.press("escape", "escape")
    if killed:
        async with running(places) as app:
            assert f"Bij ‘{title}’ staat een losse zin klaar" in app.text
            await app.press("c", "escape")
    (note,) = [each for each in Journal.open(places, read_only=True).newest_first() if each.text == f"{SENTENCE}, nu"]
    assert note.kind is Kind.NOTE and note.origin is None


async def test_ctrl_u_drops_it_and_ctrl_z_has_it_back(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        assert "ctrl+u laat weg" in app.text.splitlines()[-1]
        await app.press("ctrl+u")
        assert f"‘{SENTENCE}’ is weg. Met ctrl+z staat het er weer." in app.words and NO_BOX not in app.text
        await app.press("ctrl+z")
        assert app.standing == SENTENCE
        await app.press("ctrl+u", "2", "ctrl+z")
        assert f"‘{SENTENCE}’ staat als notitie in je dagboek." in app.said
    assert notes(places) == [SENTENCE, "van eerder"] and not Drafts(places.drafts).all()


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_a_sentence_in_a_window_over_a_question_is_for_its_box(places: Places, pack: Pack, key: str) -> None:
    step, item, _ = reads_first(pack)
    begin(places)
    async with running(places) as app:
        app.app.open(StepRoute(step.id, item))
        await app.settle()
        await app.press("f1")
        await app.write(SENTENCE)
        assert "Het vak ligt onder dit venster" in app.text
        assert "Enter zet het in het vak" in app.text.splitlines()[-1]
        await app.press(*["escape", "escape"] if key == "escape" else ["enter"])
        assert not app.app.screen.is_modal
        assert app.app.screen.query_one("#answer", Editor).text == SENTENCE
        assert f"‘{SENTENCE}’ staat nu in het vak bij ‘" in app.said
        await app.press("escape", "escape", "escape")
        app.app.open(StepRoute(step.id, item))
        await app.settle()
        await app.press("f1")
        await app.write("en Els")
        await app.press("escape", "escape")
        assert app.app.screen.query_one("#answer", Editor).text == SENTENCE and "en Els" in app.text
        await app.press("enter")
        assert app.app.screen.query_one("#answer", Editor).text == f"{SENTENCE} en Els"
        await app.press("escape", "escape", "ctrl+q")
    assert notes(places) == ["van eerder"] and not Drafts(places.drafts).all()


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_a_sentence_in_a_window_over_a_page_is_for_that(places: Places, key: str) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("n")
        await app.write("Een brief.")
        await app.press("f1")
        await app.write("Morgen af.")
        assert "Enter zet het in het vak" in app.text.splitlines()[-1]
        await app.press(*["escape", "escape"] if key == "escape" else ["enter"])
        assert app.standing == "Een brief.\nMorgen af."
        await app.press("escape")
    assert notes(places) == ["Een brief.\nMorgen af.", "van eerder"] and not Drafts(places.drafts).all()


async def test_what_became_of_it_is_said_at_the_end(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.press("ctrl+q")
    assert app.app.return_value == "Wat je net typte en nog nergens stond, staat als concept klaar op Thuis."
    assert notes(places) == ["van eerder"]
    async with running(places) as app:
        assert "Er staat iets klaar, nog niet af, als notitie" in app.text
        await app.press("ctrl+q")
    assert app.app.return_value is None


async def test_no_draft_is_promised_where_nothing_stands_any_more(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write("De zin")
        await app.press(*["backspace"] * len("De zin"), "ctrl+q")
    assert app.app.return_value is None
    assert notes(places) == ["van eerder"] and not Drafts(places.drafts).all()


async def test_no_draft_is_promised_where_it_became_a_note(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise SaveFailed(places.drafts, Reason.FULL)

    begin(places)
    async with running(places) as app:
        monkeypatch.setattr(Drafts, "put", refuse)
        await app.write(SENTENCE)
        await app.press("ctrl+q")
    assert app.app.return_value is None
    assert notes(places) == [SENTENCE, "van eerder"]


async def test_no_draft_is_promised_where_all_is_kept_elsewhere(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuge, real = tmp_path / "tijdelijk", Path.replace
    refuge.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(refuge))

    def only_there(self: Path, target: Path) -> Path:
        if refuge not in target.parents:
            raise OSError(errno.ENOSPC, "full")
        return real(self, target)

    begin(places)
    async with running(places) as app:
        monkeypatch.setattr(Path, "replace", only_there)
        await app.write(SENTENCE)
        await app.press("ctrl+q", "ctrl+q")
    (kept,) = refuge.rglob("dagboek-*.json")
    said = str(app.app.return_value)
    assert str(kept) in said.replace("\n", "") and "concept" not in said
    assert "de schijf is vol" in said and "tijdelijke map" in said and "samenvoegen" in said
    assert "vervangen" not in said and "reservekopieën" not in said
    assert SENTENCE in {each.text for each in read_book(kept, OPEN_DISK).live}


@pytest.mark.parametrize(
    ("exercise", "window", "end"), crossed([True, False], [(), ("f1",)], ["ctrl+q", "kill"]), ids=str
)
async def test_what_is_held_at_the_end_waits_on_home_and_says_where_it_was_typed(
    places: Places, pack: Pack, end: str, window: tuple[str, ...], exercise: bool
) -> None:
    step, _, before = (pack.step("contextkaart"), "", 0) if exercise else reads_first(pack)
    title = pack.titled(step)
    begin(places)
    async with running(places) as app:
        await go_to_text(app, step, before)
        if exercise:
            await app.press("enter")
            await app.paste("Een nieuw zaaksysteem")
            await app.press("enter", "down", "enter")
        await app.press(*window)
        await app.write("minder bellen")
        assert app.standing == "minder bellen"
        if end == "kill":
            app.app.keep_now()
            app.app.exit()
        else:
            await app.press("ctrl+q")
    assert notes(places) == ["van eerder"]
    async with running(places) as app:
        assert f"Bij ‘{title}’ staat een losse zin klaar" in app.text
        await app.press("c")
        assert app.standing == "minder bellen" and f"Losse notitie, getypt bij ‘{title}’" in app.text
        await app.write(" en mailen")
        app.app.keep_now()
        assert Drafts(places.drafts).all()[0].origin
        await app.press("escape")
        assert "staat een losse zin klaar" not in app.text
    assert notes(places) == ["minder bellen en mailen", "van eerder"]
    (note,) = [each for each in Journal.open(places, read_only=True).newest_first() if each.text.startswith("minder")]
    assert note.origin is None


async def test_whoever_looks_round_is_asked_about_what_is_held(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.write(SENTENCE)
        await app.press("ctrl+q")
        assert "Als je nu stopt, is het weg." in app.text


@pytest.mark.parametrize("size", [SMALL, TINY], ids=["small", "tiny"])
async def test_a_sentence_in_a_window_is_held_in_it(places: Places, size: tuple[int, int]) -> None:
    begin(places)
    async with running(places, size=size) as app:
        for key in ("f1", "d"):
            app.app.open(PlaceRoute(Place.JOURNAL))
            await app.settle()
            await app.press(key)
            window = app.app.screen
            assert window.is_modal
            await app.write("nee dat is niet zo")
            assert app.app.screen is window and app.standing == "nee dat is niet zo" and "nee dat" in app.text
            await app.press("ctrl+u", "ctrl+z")
            assert app.app.screen is window and app.standing == "nee dat is niet zo"
            await app.press("enter")
            assert app.app.screen is window and NO_BOX not in app.text
            await app.press("escape")
            assert app.app.screen is not window
    assert notes(places) == ["nee dat is niet zo", "nee dat is niet zo", "van eerder"]


@pytest.mark.parametrize("place", Place)
async def test_a_sentence_that_is_typed_slowly_leads_to_one_screen_at_most(places: Places, place: Place) -> None:
    begin(places)
    async with running(places) as app:
        for sentence in ("gisteren", "de dag", "ik zag"):
            app.app.open(PlaceRoute(place))
            await app.settle()
            where = app.app.screen
            for sign in sentence:
                await app.write(sign)
                await app.pause(0.25)
            assert len(app.app.screen_stack) <= 3, app.app.screen_stack
            assert sentence.endswith(app.standing) and len(app.standing) >= len(sentence) - 1, app.text
            if len(app.standing) < len(sentence):
                assert app.app.screen is not where
            await app.press("ctrl+u", *(["escape"] if app.app.screen is not where else []))
            assert app.app.screen is where


async def test_what_was_typed_in_one_go_is_one_text_however_late_a_busy_machine_gets_to_it(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        app.app.open(PlaceRoute(Place.PROGRAMME))
        await app.settle()
        first, second = events.Key("j", "j"), events.Key("a", "a")  # made, and so typed, at one time
        app.app.post_message(first)
        await app.pause(1.5)
        app.app.post_message(second)
        await app.settle()
        assert app.standing == "ja"


async def test_the_note_that_is_thrown_away_comes_back_by_the_same_key(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.write(SENTENCE)
        await app.press("escape", "2", "1", "ctrl+z")
        assert "Met ctrl+z komt die terug." in app.said and "1 stuk geschreven" in app.text
        await app.press("ctrl+z")
        assert "De notitie is uit de prullenbak." in app.said and "2 stukken geschreven" in app.text
    assert SENTENCE in notes(places)


async def test_at_a_piece_it_is_said_where_it_goes_now_that_the_piece_is_in_the_trash_or_back(places: Places) -> None:
    begin(places)
    (note,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.NOTE])
    behind = "Enter zet het achter dit stuk"
    async with running(places) as app:
        app.app.open(EntryRoute(note.id))
        await app.settle()
        await app.write(SENTENCE)
        assert behind in app.text.splitlines()[-1]
        await app.press("escape", "delete", "tab")
        assert behind not in app.text.splitlines()[-1] and "notitie" in app.text.splitlines()[-1]
        await app.press("escape", "h", "tab")
        assert behind in app.text.splitlines()[-1]
        await app.press("escape", "delete", "tab", "enter", "escape")
    assert notes(places)[0] == SENTENCE

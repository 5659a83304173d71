"""A step keeps one's place in its text, and says what was answered and how to go on."""

import re

import pytest
from support.crossing import crossed
from support.driver import SMALL, WIDE, Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import CHOICE_ITEM, stops
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.tui.routes import SearchRoute, StepRoute
from goedwerk_tui.tui.widgets.editor import Editor

LOW = (80, 20)


def a_case(pack: Pack) -> Case:
    """The longest case that asks something about its situation before it comes to its moment."""
    steps = (pack.step(each) for session in pack.programme.sessions for each in session.steps)
    cases = (step for step in steps if isinstance(step, Case) and step.choice and stops(step)[0].blocks == 1)
    return max(cases, key=lambda case: len(case.blocks[0].text))


async def open_step(app: Driver, step: str, item: str | None = None) -> None:
    app.app.open(StepRoute(step, item))
    await app.settle()


def text_in_front(app: Driver) -> str:
    """The first line of the text that is seen, without its frame."""
    return next(line for line in app.text.splitlines()[2:] if line.strip(" │┃█▁▂▃▄▅▆▇")).strip(" │┃█▁▂▃▄▅▆▇")


async def test_the_text_stays_where_it_was_back_and_forth_and_the_next_day(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id)
        beginning = text_in_front(app)
        await app.press("space")
        read_to = text_in_front(app)
        assert read_to != beginning
        await app.press("f2")
        await app.write("Het staat er.")
        await app.press("escape")
        assert text_in_front(app) == read_to
        assert "beantwoord" in app.text
        await app.press("ctrl+n")
        assert step.blocks[1].title in app.text
        await app.press("ctrl+r")
        assert text_in_front(app) == read_to
        await app.press("escape")
        await open_step(app, step.id)
        assert text_in_front(app) == read_to
        await app.press("f2", "ctrl+q")
    async with running(places, size=LOW) as app:
        await app.press("enter")
        assert text_in_front(app) == read_to


async def test_a_question_is_resumed_at_the_part_that_it_is_about(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    question = step.questions[-1]
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, question.id)
        assert step.blocks[-1].title in app.text


async def test_the_title_of_a_step_is_whole_in_any_width(places: Places, pack: Pack) -> None:
    steps = (pack.step(each) for session in pack.programme.sessions for each in session.steps)
    step = max(steps, key=lambda each: len(each.title))
    for size in ((46, 12), (80, 24), (120, 24)):
        async with running(places, size=size, looking_round=True) as app:
            await open_step(app, step.id)
            assert step.title in app.words


async def test_how_to_choose_is_said_and_up_leaves_the_box_to_the_options(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    assert step.choice
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        assert "met 1–" not in app.text
        await app.press("f2")
        assert f"kies met 1–{len(step.choice.options) + 1} of ↓ Enter" in app.text
        await app.press("2")
        assert "gekozen" in app.text
        await app.write("Omdat het kan.")
        await app.press("up", "up", "enter")
        assert "● 1" in app.text
        assert "Omdat het kan." in app.text


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_space_and_enter_show_all_of_a_text_and_then_the_question(places: Places, pack: Pack, key: str) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id)
        seen = read = app.words
        for _ in range(30):
            await app.press(key)
            if not app.app.screen.has_class("-reading"):
                break
            read, seen = read + app.words, app.words
        assert step.blocks[0].text.split()[-1] in seen
        for word in filter(re.compile(r"\w").search, step.blocks[0].text.split()):  # no sign before a line of a list
            assert word.strip("*[]()").partition("]")[0] in read
        await app.press("space", "space")
        assert "nog niets geschreven" in app.text
        await app.write("Zo begint het.")
        assert app.app.screen.query_one(Editor).text == "Zo begint het."


async def test_the_voices_are_read_to_their_end_by_enter(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    voices = next(block for block in step.blocks if block.voices)
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2", "1", "ctrl+n")
        read = app.words
        for _ in range(30):
            if voices.voices[-1].text.split()[-1] in app.words:
                break
            await app.press("enter")
            read += app.words
        for voice in voices.voices:
            assert voice.who in read


def begin(places: Places) -> None:
    """Make a journal, so that a step opens at its place."""
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "begonnen")
    journal.close()


@pytest.mark.parametrize("size", [LOW, (140, 45)], ids=["narrow", "wide"])
async def test_enter_chooses_nothing_before_one_moved_and_a_choice_can_be_taken_back(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2", "enter")
        assert "●" not in app.text
        assert "Kies met 1–" in app.said
        assert "Enter kies" not in app.text.splitlines()[-1]
        await app.press("down", "down")
        assert "Enter kies" in app.text.splitlines()[-1]
        await app.press("enter")
        assert "● 2" in app.text
        assert "gekozen, ctrl+z neemt het terug" in app.words
        await app.write("Omdat")
        await app.press("ctrl+z", "ctrl+z")
        assert "● 2" not in app.text
        assert Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE]) == ()
        await app.press("1")
        assert "● 1" in app.text


@pytest.mark.parametrize("size", [LOW, (140, 45)], ids=["narrow", "wide"])
async def test_a_reason_may_be_written_before_choosing(places: Places, pack: Pack, size: tuple[int, int]) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.write("Wat hij zag, 3 keer.")
        assert "Wat hij zag, 3 keer." in app.text and "● 3" not in app.text
        assert "nog te kiezen: shift+tab, dan 1–" in app.words
        await app.press("ctrl+n")
        assert "Kies een van de mogelijkheden" in app.said
        await app.press("2")
        assert "● 2" in app.text and "nog te kiezen" not in app.words
        await app.write(" En daarna.")
        await app.press("ctrl+n", "escape", "escape", "ctrl+q")
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE])
    assert kept.text == "Wat hij zag, 3 keer. En daarna." and kept.data and kept.data["option"]


async def test_f1_says_at_a_choice_how_to_choose(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        assert step.choice
        await app.press("f1")
        numbers = f"met 1 tot en met {len(step.choice.options) + 1}"
        assert f"F2 gaat naar de mogelijkheden; kies daar {numbers}" in app.words
        await app.press("escape", "f2", "f1")
        assert f"Kies hier {numbers}" in app.words


async def test_ctrl_o_skips_nothing_that_is_answered(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    question = step.questions[0]
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, question.id)
        await app.write("Dat ik bel")
        await app.press("ctrl+o")
        assert f"Wat je schreef bij ‘{question.text[:10]}" in app.said and "Je sloeg" not in app.said
        await app.press("escape", "escape", "ctrl+q")
    journal = Journal.open(places, read_only=True)
    assert not journal.skipped(step.id)
    assert [each.text for each in journal.newest_first(kinds=[Kind.ANSWER])] == ["Dat ik bel"]


async def test_an_answer_of_an_earlier_visit_changes_only_once_it_is_opened(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    question = step.questions[0]
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, question.id)
        await app.write("Dat ik bel")
        await app.press("escape")
        await app.write(" en kom.")
        assert "Dat ik bel en kom." in app.text
        await app.press("escape", "escape")
        await open_step(app, step.id, question.id)
        await app.write("mooi stuk")
        assert app.app.screen.query_one("#answer", Editor).text == "Dat ik bel en kom."
        assert "Hier staat al een antwoord; wat je typt staat zolang hier" in app.text and "mooi stuk" in app.text
        keys = app.text.splitlines()[-1]
        assert "Enter zet het in je antwoord   ctrl+u laat weg" in keys and "Esc laat staan" in keys
        await app.press("enter")
        await app.write(" Ook dit.")
        assert app.app.screen.query_one("#answer", Editor).text == "Dat ik bel en kom.\nmooi stuk Ook dit."
        await app.press("escape", "escape")
        await open_step(app, step.id, question.id)
        await app.press("r", "ctrl+u", "f2")
        assert app.app.screen.query_one("#answer", Editor).text == "Dat ik bel en kom.\nmooi stuk Ook dit."
        await app.press("ctrl+n", "1", "escape", "escape", "escape")
        await open_step(app, step.id, question.id)
        await app.press("ctrl+n")
        await app.write("2 giraffen")
        assert "● 1" in app.text
        assert app.app.screen.query_one("#answer", Editor).text == ""
        assert "Hier koos je al; wat je typt staat zolang hier" in app.text
        await app.press("enter")
        assert app.app.screen.query_one("#answer", Editor).text == "2 giraffen" and "● 1" in app.text


async def test_an_answer_of_white_space_alone_is_none(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.press("f2")
        await app.paste("  \n ")
        await app.pause(0.5)
        assert "nog niets geschreven" in app.text
        await app.press("ctrl+n")
        await open_step(app, step.id, step.questions[0].id)
    assert Journal.open(places, read_only=True).newest_first(kinds=[Kind.ANSWER]) == ()


async def test_f1_names_no_digit_where_a_digit_is_text_or_chooses(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places, size=(100, 45)) as app:
        await app.press("f1")
        assert "1            Thuis" in app.text
        await app.press("escape")
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2", "f1")
        assert "Overal" in app.text
        assert "Thuis" not in app.text.partition("Overal")[2]


async def test_a_piece_of_the_journal_is_written_on_by_enter_and_by_no_letter(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "Ik ook.")
    async with running(places) as app:
        await app.press("3", "enter")
        assert "Enter schrijf verder" in app.text.splitlines()[-1]
        await app.press("X")
        assert "Ik ook." in app.text
        assert not app.app.screen.query(Editor)
        assert "Hier staat al wat je schreef. Enter om verder te schrijven." in app.said
        await app.write("los hiervan")
        assert "Ik ook." in app.text and "Hier is geen schrijfvak" in app.text
        await app.press("ctrl+u", "enter")
        await app.write(" en dit")
        assert app.app.screen.query_one(Editor).text == "Ik ook. en dit"


@pytest.mark.parametrize("keys", [("enter",), ("escape", "enter")], ids=["at once", "by the piece"])
@pytest.mark.parametrize("end", ["escape", "kill"])
async def test_what_was_typed_at_a_piece_stands_behind_it_when_one_writes_on(
    places: Places, keys: tuple[str, ...], end: str
) -> None:
    Journal.open(places).add(Kind.NOTE, "Ik ook.")
    async with running(places) as app:
        await app.press("3", "enter")
        await app.write("en jij dan")
        assert "Enter zet het achter dit stuk" in app.text.splitlines()[-1]
        await app.press(*keys)
        box = app.app.screen.query_one(Editor)
        assert box.text == "Ik ook.\nen jij dan" and box.has_focus
        await app.press("ctrl+z")
        assert box.text == "Ik ook."
        await app.press("ctrl+y")
        await app.write(" toch")
        await app.pause(0.5)
        assert [each.text for each in Drafts(places.drafts).all()] == ["Ik ook.\nen jij dan toch"]
        journal = Journal.open(places, read_only=True)
        assert [each.text for each in journal.newest_first()] == ["Ik ook."]
        if end == "kill":
            app.app.exit()
        else:
            await app.press("escape")
    if end == "kill":
        async with running(places) as app:
            await app.press("c", "escape")
    (entry,) = Journal.open(places, read_only=True).newest_first()
    assert entry.text == "Ik ook.\nen jij dan toch" and not Drafts(places.drafts).all()


async def test_what_is_pasted_beside_the_box_stands_in_it(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        await open_step(app, step.id)
        await app.paste("uit Word:\ntwee regels")
        assert "twee regels" in app.text
        await app.press("escape", "escape", "ctrl+q")
    kept = Journal.open(places, read_only=True).newest_first(kinds=[Kind.ANSWER])
    assert [entry.text for entry in kept] == ["uit Word:\ntwee regels"]


async def test_a_paste_at_an_answer_of_an_earlier_visit_waits_for_enter(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=WIDE) as app:
        await open_step(app, step.id)
        await app.write("eerst")
        await app.press("escape", "escape")
        await open_step(app, step.id)
        await app.paste("daarna\nnog meer")
        assert app.app.screen.query_one("#held", Editor).text == "daarna\nnog meer" and "daarna" in app.text
        await app.press("enter")
        assert app.app.screen.query_one("#answer", Editor).text == "eerst daarna\nnog meer"


async def test_a_paste_before_a_choice_stands_in_the_box(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.paste("zomaar")
        assert "zomaar" in app.text and "nog te kiezen" in app.words
        await app.press("ctrl+z", "up", "2")
        assert "gekozen, ctrl+z neemt het terug" in app.words
        await app.write("omdat")
        assert "ctrl+z neemt het terug" not in app.words
        await app.press("escape")
        assert "schrijf verder" in app.text.splitlines()[-1]


async def go_to_the_end(app: Driver, step: Case) -> None:
    """Go on to where a case says what it was, and nothing is asked any more."""
    await open_step(app, step.id, CHOICE_ITEM)
    await app.press("ctrl+o", *["ctrl+n"] * len(stops(step)))
    assert "Dit was" in app.text


async def test_where_nothing_is_asked_typing_is_answered_and_space_reads_on(places: Places, pack: Pack) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        await go_to_the_end(app, a_case(pack))
        await app.press("m")
        assert app.app.screen.query_one("#held", Editor).text == "m" and "Hier is geen schrijfvak" in app.text


async def test_two_spaces_in_what_is_typed_lead_nowhere_else(places: Places, pack: Pack) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        await go_to_the_end(app, a_case(pack))
        await app.write("mooi.  Dan nog iets")
        assert "Dit was" in app.text


async def test_two_spaces_before_what_is_typed_on_stand_in_the_answer(places: Places, pack: Pack) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        await open_step(app, a_case(pack).id)
        await app.press("f2")
        await app.write("mooi.")
        await app.press("escape")
        await app.write("  Dan nog iets")
        assert "mooi.  Dan nog iets" in app.text


async def test_the_options_of_a_choice_are_laid_alike_and_its_box_stays_in_sight(places: Places, pack: Pack) -> None:
    def rows(app: Driver) -> list[int]:
        """At which rows the options begin."""
        lines = app.text.splitlines()
        return [next(row for row, line in enumerate(lines) if f"○ {n} " in line) for n in (1, 2, 3)]

    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        laid = rows(app)
        await app.press("f2", "4")
        assert rows(app) == laid
        await app.press("ctrl+z")
        await app.resize(80, 24)
        await app.resize(*WIDE)
        assert rows(app) == laid
        await app.resize(112, 30)
        assert "Je antwoord" in app.text
        assert "nog niets geschreven" in app.text


@pytest.mark.parametrize("size", [LOW, (140, 45)], ids=["narrow", "wide"])
async def test_a_digit_that_begins_a_sentence_chooses_nothing(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.write("2 mensen bellen, 1 brief.")
        assert app.app.screen.query_one(Editor).text == "2 mensen bellen, 1 brief."
        assert "●" not in app.text.replace("● bewaard", "")
        await app.press("ctrl+n", "1")
        assert "● 1" in app.text
        await app.press("ctrl+a", "delete")
        await app.write("2 dagen")
        assert "● 1" in app.text and app.app.screen.query_one(Editor).text == "2 dagen"
        assert "Je keuze is zoals die was: dit cijfer hoort bij je tekst." in app.said
        await app.press("ctrl+a", "delete")
        await app.write("1999 al")
        assert "● 1" in app.text and app.app.screen.query_one(Editor).text == "1999 al"
        await app.press("ctrl+a", "delete")
        await app.write("23 mensen")
        assert "● 1" in app.text and app.app.screen.query_one(Editor).text == "23 mensen"
        await app.press("ctrl+a", "delete", "2", "3")
        assert "● 3" in app.text
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE])
    assert (
        kept.data and step.choice and kept.data["option"] in {*(each.id for each in step.choice.options), "iets-anders"}
    )


@pytest.mark.parametrize(
    ("typed", "option", "reason"),
    [
        # The signs one by one stand in test_digit_at_choice.py; in every run the kinds.
        ("3, want Wim heeft gelijk", "● 3", "want Wim heeft gelijk"),
        pytest.param("3; om Wim", "● 3", "om Wim", marks=pytest.mark.long),
        pytest.param("3. Want 4 is te laat", "● 3", "Want 4 is te laat", marks=pytest.mark.long),
        ("3,want", "● 3", "want"),
        pytest.param("3, 4 en 5 kunnen niet", "", "3, 4 en 5 kunnen niet", marks=pytest.mark.long),
        ("3,5 procent", "", "3,5 procent"),
        pytest.param("3 mensen, 1 brief", "", "3 mensen, 1 brief", marks=pytest.mark.long),
        pytest.param("3..want", "● 3", "..want", marks=pytest.mark.long),
        ("3- eerst bellen", "● 3", "- eerst bellen"),
    ],
)
async def test_a_number_with_a_comma_chooses_and_what_follows_is_the_reason(
    places: Places, pack: Pack, typed: str, option: str, reason: str
) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2")
        await app.write(typed)
        assert app.app.screen.query_one(Editor).text == reason
        assert (option in app.text) if option else ("● " not in app.text.replace("● bewaard", "")), app.text


@pytest.mark.parametrize("takes_back", ["digit", "ctrl+z"])
async def test_a_choice_that_is_taken_back_stands_nowhere(places: Places, pack: Pack, takes_back: str) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        if takes_back == "digit":
            await app.write("2 mensen bellen")
        else:
            await app.write("Eerst bellen")
            await app.press("ctrl+n", "2", "ctrl+home", "up", "ctrl+z")
        assert "● 2" not in app.text
        await app.press("ctrl+r", "ctrl+n", "escape", "escape", "ctrl+q")
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE])
    assert kept.text in ("2 mensen bellen", "Eerst bellen") and not kept.data


async def test_what_is_said_of_a_question_is_gone_at_the_next(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Dat ik bel")
        await app.press("ctrl+g")
        assert "Dit gaat mee naar de bijeenkomst." in app.words
        await app.press("ctrl+n")
        assert "Dit gaat mee naar de bijeenkomst." not in app.words


async def test_the_box_under_the_options_is_lit_while_one_writes_in_it(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2", "1")
        assert "┏" in app.text
        await app.press("up")
        assert "┏" not in app.text


async def test_a_reason_that_begins_with_a_digit_leaves_the_choice_that_stood(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2", "2")
        assert "● 2" in app.text
        await app.pause(1.1)  # looked at what was chosen
        await app.write("1 stoel is te weinig")
        assert "● 2" in app.text and "● 1" not in app.text
        assert "Je keuze is zoals die was: dit cijfer hoort bij je tekst." in app.said
        await app.press("escape", "escape", "ctrl+q")
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE])
    assert kept.text.endswith("1 stoel is te weinig") and "21" not in kept.text


async def test_a_number_beside_a_reason_that_stands_goes_on_with_it(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.write("Eerst bellen, zegt Wim, en")
        await app.press("space", "up")
        await app.write("10 minuten later")
        assert "Eerst bellen, zegt Wim, en 10 minuten later" in app.words
        assert "● 1" not in app.text


async def test_a_number_that_is_undone_leaves_no_title_that_says_chosen(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2")
        await app.write("10 minuten")
        await app.press("ctrl+z", "ctrl+z", "ctrl+z")
        (title,) = (line for line in app.text.splitlines() if "Kiezen ·" in line)
        assert "10" not in app.text and "gekozen" not in title


@pytest.mark.parametrize("goes_on", ["ctrl+n", "escape", "f2"])
async def test_what_waits_at_an_answer_stays_held_for_whoever_goes_on(places: Places, pack: Pack, goes_on: str) -> None:
    step = a_case(pack)
    question = step.questions[0]
    begin(places)
    async with running(places, size=(80, 24)) as app:
        await open_step(app, step.id, question.id)
        await app.write("Dat ik bel")
        await app.press("escape", "escape")
        await open_step(app, step.id, question.id)
        await app.write("en dat ik kom")
        assert "en dat ik kom" in app.text
        await app.press("ctrl+u")
        assert "‘en dat ik kom’ is weg." in app.words and app.words.count("en dat ik kom") == 1
        await app.press("ctrl+z")
        assert app.app.screen.query_one("#held", Editor).text == "en dat ik kom"
        await app.press(goes_on)
        assert "en dat ik kom" in app.text and "met Tab erheen" in app.text
        await app.press("ctrl+r", "escape", "escape", "ctrl+q")
    journal = Journal.open(places, read_only=True)
    assert [each.text for each in journal.newest_first(kinds=[Kind.ANSWER])] == ["Dat ik bel"]
    assert "en dat ik kom" in [each.text for each in journal.newest_first(kinds=[Kind.NOTE])]
    assert not Drafts(places.drafts).all()


async def test_what_was_held_goes_to_the_answer_in_front_by_enter_alone(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Dat ik bel")
        await app.press("escape", "escape")
        await open_step(app, step.id, step.questions[0].id)
        await app.write("en dat ik kom")
        await app.press("ctrl+n")
        assert app.app.focused and app.app.focused.id != "held"
        await app.write("hier nog niets")
        box = app.app.screen.query_one("#answer", Editor)
        assert box.text == "hier nog niets" and "en dat ik kom" in app.text
        await app.press("tab")
        assert app.app.focused and app.app.focused.id == "held"
        assert "Wat je bij vraag 1 typte staat zolang hier" in app.text
        assert "Enter zet het bij vraag 2" in app.text.splitlines()[-1]
        await app.press("enter")
        assert box.text == "hier nog niets en dat ik kom" and box.has_focus


@pytest.mark.parametrize("key", ["escape", "f2"])
async def test_a_space_right_before_a_word_goes_on_with_the_sentence(places: Places, pack: Pack, key: str) -> None:
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, a_case(pack).id)
        await app.press("f2")
        await app.write("een")
        await app.press(key, "home")
        top = app.app.screen.query_one("#reader").scroll_y
        await app.write(" consulent")
        assert app.app.screen.query_one("#answer", Editor).text == "een consulent"
        assert app.app.screen.query_one("#reader").scroll_y == top


async def test_the_first_question_says_that_it_is(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places, size=(80, 24)) as app:
        await open_step(app, a_case(pack).id)
        assert "ctrl+r" not in app.text.splitlines()[-1]
        await app.press("ctrl+r")
        assert "Dit is de eerste vraag van deze stap." in app.words
        await app.press("f2")
        app.forget_what_was_said()
        await app.press("ctrl+r")
        assert "Dit is de eerste vraag van deze stap." in app.words
        await go_to_the_end(app, a_case(pack))
        await app.press("ctrl+n")
        assert "Hier is deze stap uit. Enter gaat verder." in app.words
        await app.write("dit nog")
        await app.press("ctrl+n")
        assert app.said.endswith("Hier is deze stap uit.") and "Enter maak er een notitie van" in app.text


async def test_what_is_typed_where_there_is_no_box_is_said_to_stand_nowhere(places: Places) -> None:
    begin(places)
    async with running(places) as app:
        await app.press("X")
        assert "Hier zijn letters opdrachten" in app.said
        assert not app.app.screen.query(Editor) and "Thuis" in app.text
        await app.pause(1.1)
        await app.press("n")
        assert app.app.screen.query(Editor)
        await app.press("escape")
        await app.press("f1", "x")
        assert "In dit venster is niets te schrijven." in app.said
        await app.pause(1.1)
        await app.write("hallo")
        assert app.app.screen.query_one("#held", Editor).text == "hallo"


async def test_up_and_down_lead_from_the_reason_to_the_options_and_back(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=(140, 45)) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2", "1")
        await app.write("een zin die langer is dan een regel van het vak breed is, zodat die nog doorgaat")
        await app.press("up")
        assert isinstance(app.app.focused, Editor)
        await app.press("up")
        assert app.app.focused is app.app.screen.query_one("#options")
        assert step.choice
        await app.press(*["down"] * (len(step.choice.options) + 1))
        assert isinstance(app.app.focused, Editor) and "● 1" in app.text


async def test_a_letter_by_chance_keeps_nobody_from_reading_on(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    question = step.questions[0]
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, question.id)
        await app.write("Dat ik bel")
        await app.press("escape", "escape")
        await open_step(app, step.id, question.id)
        await app.press("home", "r")
        assert app.app.screen.query_one("#held", Editor).text == "r"
        await app.press("ctrl+u")
        assert "‘r’ is weg." in app.words
        assert "Enter lees verder" in app.text.splitlines()[-1]
        before = app.text
        await app.press("space")
        assert app.text != before and not isinstance(app.app.focused, Editor)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["small", "wide"])
async def test_back_and_on_lead_alike_to_a_question_that_was_answered(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, step.id)
        await app.press("f2")
        await app.write("Dat het vast stond")
        await app.press("ctrl+n", "f2", "1")
        await app.write("Want dat moet")
        landed: list[str] = []
        for key in ("ctrl+r", "ctrl+n", "ctrl+r"):
            await app.press(key)
            assert app.app.focused and not isinstance(app.app.focused, Editor)
            landed.append(str(app.app.focused.id))
        assert landed == ["reader"] * 3
        await app.press("f2")
        box = app.app.screen.query_one("#answer", Editor)
        assert app.app.focused is box and box.text == "Dat het vast stond" and box.text in app.text
        await app.write(" al")
        assert box.text == "Dat het vast stond al"


@pytest.mark.parametrize("size", [LOW, (140, 45)], ids=["narrow", "wide"])
async def test_from_a_reason_of_two_lines_the_named_key_leads_to_the_options(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.write("Eerste regel.")
        await app.press("enter")
        await app.write("Tweede regel.")
        assert "nog te kiezen: shift+tab, dan 1–" in app.words
        await app.press("shift+tab", "2")
        assert "● 2" in app.text
        await app.write(" Bij nader inzien.")
        await app.press("escape", "escape", "ctrl+q")
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE])
    assert " ".join(kept.text.split()) == "Eerste regel. Tweede regel. Bij nader inzien."


async def test_what_is_typed_at_the_options_goes_on_behind_the_reason(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.write("Een wel een risico.")
        await app.press("home", "up", "up", "2")
        await app.write(" Toch niet.")
        await app.press("escape", "escape", "ctrl+q")
    (kept,) = Journal.open(places, read_only=True).newest_first(kinds=[Kind.CHOICE])
    assert " ".join(kept.text.split()) == "Een wel een risico. Toch niet."


async def test_a_sentence_that_begins_with_a_space_keeps_apart_from_an_answer_of_before(
    places: Places, pack: Pack
) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Hij was het kwijt.")
        await app.press("ctrl+n", "escape", "escape")
    async with running(places, size=LOW) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.press("end", "space")
        await app.write("Ik bracht taart.")
        await app.press("escape", "escape", "ctrl+q")
    texts = [each.text for each in Journal.open(places, read_only=True).newest_first()]
    assert "Hij was het kwijt. Ik bracht taart." in texts


async def test_whoever_chose_and_wrote_why_reads_how_to_choose_anew(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places, size=LOW) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.write("Omdat het moet.")
        await app.press("shift+tab", "2")
        assert "anders kiezen: shift+tab, dan 1–" in app.words
        await app.press("shift+tab", "1")
        assert "● 1" in app.text


@pytest.mark.parametrize("size", [SMALL, (140, 45)], ids=["narrow", "wide"])
async def test_esc_at_a_choice_leads_to_its_options_where_a_digit_chooses_anew(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2", "1")
        await app.write("Omdat het moet.")
        await app.press("escape")
        box = app.app.screen.query_one("#answer", Editor)
        assert app.app.focused is app.app.screen.query_one("#options")
        assert "anders kiezen: 1–" in app.words and "Enter schrijf verder" in app.text.splitlines()[-1]
        await app.press("2")
        assert "● 2" in app.text and box.text == "Omdat het moet."
        assert "is veranderd. Met ctrl+z is het weer zoals het was." in app.words
        await app.press("ctrl+z")
        assert "● 1" in app.text and box.text == "Omdat het moet."
        await app.write(" En nu.")
        assert box.text == "Omdat het moet. En nu." and "● 1" in app.text
        await app.press("escape", "enter")
        assert app.app.focused is box and "● 1" in app.text


@pytest.mark.parametrize("size", [SMALL, (140, 45)], ids=["narrow", "wide"])
async def test_a_digit_at_the_text_beside_a_choice_with_a_reason_is_text_and_said_to_be(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2", "1")
        await app.write("Omdat het moet.")
        await app.press("escape", "escape")
        assert "anders kiezen: F2, dan 1–" in app.words
        await app.press("end", "f1")
        assert "Ga naar de mogelijkheden" not in app.words
        await app.resize(size[0], size[1] + 1)
        await app.press("escape")
        assert "anders kiezen: F2, dan 1–" in app.words
        await app.press("4")
        assert app.app.screen.query_one("#answer", Editor).text == "Omdat het moet.\n4" and "● 1" in app.text
        assert "Dit cijfer staat in je tekst. Kiezen: shift+tab, dan 1–" in app.words
        await app.press("escape", "escape", "f2", "2")
        assert "● 2" in app.text


async def test_one_sign_at_an_answer_of_before_is_seen_and_goes_where_is_said(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Voor een nota")
        await app.press("escape", "escape")
        await open_step(app, step.id, step.questions[0].id)
        await app.press("4")
        assert app.app.screen.query_one("#held", Editor).text == "4"
        await app.write(" keer")
        assert app.app.screen.query_one("#held", Editor).text == "4 keer"
        await app.press("escape")
        assert "4 keer" in app.text
        await app.press("tab", "enter")
        assert app.app.screen.query_one("#answer", Editor).text == "Voor een nota 4 keer"


@pytest.mark.parametrize(
    ("chosen", "reason"),
    crossed(["", "● 1"], ["2-3 gezinnen ken ik zelf", "3/4 van de straat", "2–3 dagen", "3% meer", "2e keer al"]),
)
async def test_a_digit_with_a_sign_or_letter_joined_to_it_begins_a_reason(
    places: Places, pack: Pack, chosen: str, reason: str
) -> None:
    begin(places)
    async with running(places) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2")
        if chosen:
            await app.press("1")
            await app.pause(1.1)  # looked at what was chosen
        await app.write(reason)
        assert app.app.screen.query_one("#answer", Editor).text == reason
        assert f"● {reason[0]}" not in app.text and chosen in app.text


async def test_behind_a_reason_a_digit_chooses_unless_a_letter_is_joined_to_it(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2")
        await app.write("2e keer al")
        await app.press("escape")
        await app.write("3x")
        assert app.app.screen.query_one("#answer", Editor).text == "2e keer al 3x" and "● 3" not in app.text
        await app.press("escape", "3")
        await app.pause(0.6)
        await app.write(", dus")
        assert app.app.screen.query_one("#answer", Editor).text == "2e keer al 3x, dus" and "● 3" in app.text


@pytest.mark.parametrize("to", [[], ["f2"], ["f2", "3", "shift+tab"], ["f2", "3"]], ids=["text", "list", "back", "box"])
async def test_a_letter_long_behind_a_digit_is_a_reason_also_where_a_busy_machine_gets_to_both_at_once(
    places: Places, pack: Pack, to: list[str]
) -> None:
    begin(places)
    async with running(places, size=WIDE) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press(*to)
        await app.write_late("2", "w")
        assert "● 2" in app.text and app.app.screen.query_one("#answer", Editor).text == "w"


async def test_what_is_typed_beside_a_box_keeps_apart_from_what_stands(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await open_step(app, a_case(pack).id)
        await app.press("f2")
        await app.write("en nog")
        await app.press("escape")
        await app.write("volledige zinnen.")
        await app.press("escape")
        await app.write("Ook deze")
        assert app.app.screen.query_one("#answer", Editor).text == "en nog volledige zinnen.\nOok deze"


async def test_what_is_held_for_a_question_is_brought_to_no_other(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    numbers = [number for number, stop in enumerate(stops(step)) if stop.asks is None]
    begin(places)
    async with running(places) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2", "1")
        while app.app.screen.query_one("#asking").has_class("-writable"):
            await app.press("ctrl+n")
        assert numbers
        await app.press("ctrl+n", "ctrl+r")
        await app.write("dit hoort verderop")
        await app.press("enter", "ctrl+r")
        assert "Wat je bij vraag" in app.text and "typte staat zolang hier · met Tab erheen" in app.text
        assert "dit hoort" not in app.app.screen.query_one("#answer", Editor).text


@pytest.mark.parametrize("size", [SMALL, (140, 45)], ids=["narrow", "wide"])
async def test_ctrl_z_takes_a_changed_choice_back_and_no_reason(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    begin(places)
    async with running(places, size=size) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2", "1")
        await app.write("omdat ik het zelf")
        await app.press("shift+tab", "2", "ctrl+z")
        assert "● 1" in app.text and app.app.screen.query_one("#answer", Editor).text == "omdat ik het zelf"
        for away in ("escape", "shift+tab"):
            await app.press("enter", away, "3")
            assert "● 3" in app.text and app.app.screen.query_one("#answer", Editor).text == "omdat ik het zelf"
            await app.press("ctrl+z")
            assert "● 1" in app.text


async def test_ctrl_z_throws_away_the_note_that_was_made_right_before_also_in_a_box(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Dat ik bel")
        await app.press("escape", "ctrl+o", "f2")
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2", "1", "ctrl+n")
        while app.app.screen.query_one("#asking").has_class("-writable"):
            await app.press("ctrl+n")
        await app.press("ctrl+n", "ctrl+r")
        await app.write("losse zin")
        await app.press("escape")
        assert "Met ctrl+z gaat die weg." in app.words
        await app.press("ctrl+n", "f2")
        assert isinstance(app.app.focused, Editor)
        await app.press("ctrl+z")
        assert "De notitie ligt in de prullenbak. Met ctrl+z komt die terug." in app.said


async def test_no_title_of_what_is_held_is_cut(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Dat ik bel")
        await app.press("escape", "escape")
        await open_step(app, step.id, step.questions[0].id)
        await app.write("nog iets")
        await app.press("escape")
        assert "Hier staat al een antwoord; wat je typt staat zolang hier · met Tab erheen" in app.text
        await app.press("ctrl+n")
        assert "Wat je bij vraag 1 typte staat zolang hier · met Tab erheen" in app.text


async def test_the_line_below_says_where_esc_leads_first(places: Places, pack: Pack) -> None:
    begin(places)
    async with running(places) as app:
        await open_step(app, a_case(pack).id, CHOICE_ITEM)
        await app.press("f2")
        assert app.text.splitlines()[-1].split("Esc ")[1].startswith("naar de tekst")
        await app.press("escape")
        assert app.text.splitlines()[-1].split("Esc ")[1].startswith("sluit")
        app.app.open(SearchRoute())
        await app.settle()
        await app.write("moment")
        await app.press("enter")
        assert app.text.splitlines()[-1].split("Esc ")[1].startswith("naar de zoekregel")
        await app.press("escape")
        assert app.text.splitlines()[-1].split("Esc ")[1].startswith("sluit")


async def test_f1_says_what_esc_does_with_what_is_held_at_a_text(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places) as app:
        await open_step(app, step.id, CHOICE_ITEM)
        await app.press("f2", "1", "ctrl+n")
        while app.app.screen.query_one("#asking").has_class("-writable"):
            await app.press("ctrl+n")
        await app.press("ctrl+n", "ctrl+r")
        await app.write("losse zin")
        assert "Esc bewaar als notitie" in app.text.splitlines()[-1]
        await app.press("f1")
        assert "Ga terug, en bewaar als notitie wat je typte" in app.words
        assert "blijft hier zolang staan" not in app.words


async def test_going_on_with_an_answer_has_one_name(places: Places, pack: Pack) -> None:
    step = a_case(pack)
    begin(places)
    async with running(places) as app:
        await open_step(app, step.id, step.questions[0].id)
        await app.write("Dat ik bel")
        await app.press("escape", "end")
        assert app.text.splitlines()[-1].strip().startswith("Enter schrijf verder")
        await app.press("escape")
        await open_step(app, step.id, step.questions[0].id)
        await app.press("end")
        assert app.text.splitlines()[-1].strip().startswith("Enter schrijf verder")

"""A year with the programme, by a clock of its own: from a first start in January to what it shows twelve months later.

Everything goes through keys, screens and commands. ``--schermen MAP`` keeps a picture of each screen that is looked at.
"""

import io
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.reminders.rhythm import STEP
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.screens.question import QuestionScreen

HERE = ZoneInfo("Europe/Amsterdam")


class Year:
    """One person's year."""

    def __init__(self, places: Places, pack: Pack, screens: Path | None) -> None:
        self.places = places
        self.pack = pack
        self._screens = screens
        self._friday = date(2026, 1, 16)
        self.answered = 0
        self.days: set[date] = set()
        """The days on which something was written."""

    @asynccontextmanager
    async def sitting(self, moment: str, *, writes: bool = True) -> AsyncIterator[Driver]:
        """Open the app at a moment in local time, such as ``2026-01-12 09:00``."""
        if writes:
            self.days.add(date.fromisoformat(moment[:10]))
        with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=HERE)):
            async with running(self.places) as app:
                yield app
                if self._screens:
                    await app.press("escape", "1")
                    self.look(app, "thuis")

    def look(self, app: Driver, name: str) -> None:
        """Keep a picture of what is on the screen, if asked for."""
        if self._screens:
            day = datetime.now(HERE).strftime("%Y-%m-%d-%H")
            self._screens.mkdir(parents=True, exist_ok=True)
            (self._screens / f"{day}-{name}.svg").write_text(app.app.export_screenshot(), "utf-8")

    def command(self, moment: str, *words: str, typed: str = "") -> str:
        """Run a command at a moment, with something on its standard input, and return what it prints."""
        printed, before = io.StringIO(), (sys.stdin, sys.stdout)
        with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=HERE)):
            sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"), printed
            try:
                assert main(words) == 0
            finally:
                sys.stdin, sys.stdout = before
        return printed.getvalue()

    def fridays_until(self, day: date) -> None:
        """Answer the question of each week on Friday afternoon, but for two months without time."""
        while self._friday <= day:
            if self._friday.month not in (3, 8):
                self.command(f"{self._friday} 15:00", "vraag", typed=f"Antwoord van {self._friday}.")
                self.answered += 1
                self.days.add(self._friday)
            self._friday += timedelta(days=7)

    def picture(self, name: str) -> str:
        """A picture or overview in words, as it is at the end of the year."""
        return self.command("2027-01-12 10:00", "inzicht", name)

    @property
    def journal(self) -> Journal:
        return Journal.open(self.places, read_only=True)

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """The entries of a kind, oldest first."""
        return tuple(reversed(self.journal.newest_first(kinds=[kind])))


@pytest.fixture
def year(places: Places, pack: Pack, request: pytest.FixtureRequest) -> Year:
    return Year(places, pack, request.config.getoption("--schermen"))


async def open_step(app: Driver, step: str) -> None:
    app.app.open(StepRoute(step))
    await app.settle()


async def exercise(app: Driver, step: str) -> None:
    """Open an exercise, past its explanation or past an earlier result: a collection goes on, the rest begins anew."""
    await open_step(app, step)
    foot = app.text.splitlines()[-1]
    await app.press("enter" if "begin" in foot else "f5" if "F5 opnieuw" in foot else "f3")
    if app.app.screen.has_class("-about"):
        await app.press("enter")
    assert app.app.screen.has_class("-doing"), app.text


async def finish(app: Driver) -> None:
    """Finish an exercise as it is, also where something is open; what the picture asks is left alone."""
    await app.press("ctrl+s")
    if isinstance(app.app.screen, QuestionScreen):
        await app.press("down", "enter")
    if app.app.screen.has_class("-afterwards") and app.app.screen.has_class("-doing"):
        await app.press("ctrl+s")
    assert "Gemaakt op" in app.text


async def add(app: Driver, words: str) -> None:
    """Write an item on the open line of the list in front, and go to it."""
    await app.press("home")
    await app.write(words[0])
    await app.paste(words[1:])
    await app.press("enter", "down")


async def add_card(app: Driver, words: str) -> None:
    """Write a card of one's own: to begin to type is enough."""
    await app.write(words[0])
    await app.paste(words[1:])
    await app.press("enter")


async def closing(app: Driver, step: str, answers: dict[str, str]) -> None:
    """Answer some questions of a closing, each by its id."""
    for item, text in answers.items():
        app.app.open(StepRoute(step, item))
        await app.settle()
        if app.app.screen.has_class("-reading"):
            await app.press("enter")
        await app.paste(text)
        await app.press("ctrl+n", "escape", "escape")


async def test_the_first_weeks_of_a_year(year: Year) -> None:
    await winter(year)


@pytest.mark.long
async def test_a_year(year: Year, tmp_path: Path) -> None:
    await winter(year)
    await a_month_and_craft(year)
    await a_meeting(year)
    await spring(year)
    await summer(year)
    await autumn(year)
    await a_year_later(year)
    what_was_asked(year)
    what_the_pictures_say(year)
    await what_the_overviews_say(year)
    what_the_calendar_says(year, tmp_path)


async def winter(year: Year) -> None:
    # A first start: the opening, a first picture, the values, a word, and an appointment with oneself.
    async with year.sitting("2026-01-12 09:00") as app:
        assert "Begin" in app.text
        await app.press("b", "escape")
        await closing(
            app,
            "opening-afsluiting",
            {
                "context": "Ik doe nu elke dinsdag een overleg over het nieuwe zaaksysteem.",
                "kern": "Ze komen met vragen over de Wet open overheid.",
                "wie-deed-goed-werk": "Emre, want hij zei het.",
                "bijdrage": "Met vergunningen, één ochtend meekijken.",
                "bevordert": "Een collega die meeleest.",
                "belemmert": "Het format van elf bladzijden.",
                "voornemen": "Als het vrijdag drie uur is, dan schrijf ik op wat bleef hangen.",
            },
        )
        await exercise(app, "startfoto")
        await app.press(*"3" * 36)
        await finish(app)
        assert "12 januari 2026" in app.text
        await app.press("escape")
        await exercise(app, "waardensortering")
        await app.press(*"1111222222" + "3" * 20 + "4444445555")
        await finish(app)
        await app.press("escape")
        await exercise(app, "mijn-woorden")
        await add(app, "stevig")
        await finish(app)
        await app.press("escape")

    # A week in three questions: offered at its end, until something of it is written.
    async with year.sitting("2026-01-14 09:00", writes=False) as app:
        assert "Weekverslag" not in app.text
    async with year.sitting("2026-01-16 16:00") as app:
        await app.press("l")
        for text in ("De raad vroeg door.", "Ik zei dat ik het niet wist.", "Maandag bel ik terug."):
            await app.write(text)
            await app.press("ctrl+n")
        await app.press("escape")
        assert "Weekverslag" not in app.text

    # The question of the week is asked once a week; two weeks after the opening the intention is asked back.
    year.fridays_until(date(2026, 1, 23))
    assert "geen vraag meer" in year.command("2026-01-24 15:00", "vraag", typed="nog een")
    assert "voornemen wacht" in year.command("2026-01-26 09:00", "herinner")
    async with year.sitting("2026-01-26 09:00") as app:
        assert "Een voornemen wacht op ‘hoe ging het?’" in app.text
        await app.press("h")
        await app.write("Twee van de twee vrijdagen.")
        await app.press("escape")
        assert "voornemen wacht" not in app.text


async def a_month_and_craft(year: Year) -> None:
    # The words of January are laid before one in February, once.
    year.fridays_until(date(2026, 1, 31))
    async with year.sitting("2026-02-03 09:00") as app:
        assert "Terugkijken op januari" in app.text
        await app.press("k")
        assert "elke dinsdag een overleg" in app.words
        await app.write("Ik schrijf vooral over wie er niet bij was.")
        await app.press("escape")
        assert "Terugkijken op januari" not in app.text

    # Craft: a first force field, a word more, a map of what changes.
    async with year.sitting("2026-02-16 19:30") as app:
        await closing(
            app,
            "vakmanschap-afsluiting",
            {
                "nieuw-in-het-vak": "Een algoritmeregister.",
                "wat-hielp": "Een vrije ochtend zonder overleg.",
                "wat-hinderde": "De termijn van vier weken.",
                "als-dan": "Als het stuk van maandag komt, dan bel ik eerst de uitvoering.",
            },
        )
        await exercise(app, "krachtenveld")
        await app.press("ctrl+s", "down", "home")
        # Enter opens the first question that is still open: which side it is on, it brought along.
        for weight, influence in ("32", "23", "11"):
            await app.press("enter", weight, "down", influence, "escape", "down")
        await app.press("enter", "3", "down", "1", "down", "enter")
        await app.paste("Een week eerder beginnen.")
        await app.press("enter")
        await finish(app)
        await app.press("escape")
        await exercise(app, "mijn-woorden")
        await add(app, "uitvoerbaar")
        await finish(app)
        await app.press("escape")
        await exercise(app, "contextkaart")
        await add(app, "een algoritmeregister")
        await app.press("enter", "1", "down", "down", "2", "escape")
        await add(app, "een baas die doorvraagt")
        await app.press("enter", "4", "down", "down", "1", "escape")
        await finish(app)
        await app.press("escape")
    year.fridays_until(date(2026, 2, 28))


async def a_meeting(year: Year) -> None:
    """A meeting of the group in March: planned, prepared for, and worked up once."""
    async with year.sitting("2026-03-02 09:00") as app:
        await app.press("g", "n")
        await app.paste("9 maart 2026")
        await app.press("enter", "enter", "escape")
        assert "Bijeenkomst 1 · over 7 dagen" in app.text
        assert "voorbereiding staat nog open" in app.text
        await app.press("n")
        await app.write("dit leg ik op tafel")
        await app.press("escape", "3", "enter", "ctrl+g", "escape", "1")
        assert "1 stuk om mee te nemen" in app.text
    async with year.sitting("2026-03-09 08:00", writes=False) as app:
        assert "Bijeenkomst 1 · vandaag" in app.text
        assert "Wat bleef hangen" not in app.text
    async with year.sitting("2026-03-10 08:00") as app:
        assert "Bijeenkomst 1 was gisteren. Wat bleef hangen?" in app.text
        await open_step(app, "opening-verwerken")
        await app.press("enter")
        await app.write("Dat zij het ook niet wist.")
        await app.press("ctrl+n", "escape", "escape")
        assert "Wat bleef hangen" not in app.text

    # The clock goes forward in the night of 29 March, while somebody cannot sleep.
    async with year.sitting("2026-03-29 01:59") as app:
        await app.press("n")
        await app.write("voor de sprong")
        await app.press("escape")
    async with year.sitting("2026-03-29 03:01") as app:
        await app.press("n")
        await app.write("na de sprong")
        await app.press("escape", "3")
        assert app.text.index("na de sprong") < app.text.index("voor de sprong")


async def spring(year: Year) -> None:
    # The picture is offered again after three months, not before.
    year.fridays_until(date(2026, 4, 3))
    async with year.sitting("2026-04-11 09:00", writes=False) as app:
        assert "kan nog een keer" not in app.text
    async with year.sitting("2026-04-14 09:00") as app:
        assert "‘Startfoto’ kan nog een keer" in app.text
        await app.press("s", "enter", "n", *"4", *"2", *"3" * 34)
        await finish(app)
        await app.press("escape")

    # Responsibility: what makes it easier and harder to object, and rings.
    async with year.sitting("2026-05-18 19:30") as app:
        await closing(
            app,
            "verantwoordelijkheid-afsluiting",
            {
                "maakte-het-makkelijker": "De vaste regel ‘wat pleit ertegen’.",
                "maakte-het-lastiger": "Wie er de vorige keer iets van zei, zit er niet meer.",
                "voornemen": "Als de tabel op tafel komt, dan zeg ik tegen Joke dat het bereik ontbreekt.",
            },
        )
        await exercise(app, "ringen-van-verantwoordelijkheid")
        for words, ring in (("de aanvrager", "5"), ("Joke", "3"), ("wie het later leest", "4")):
            await add_card(app, words)
            await app.press(ring)
        await finish(app)
        await app.press("escape")

    # A question of one's own goes before those of the programme.
    async with year.sitting("2026-05-20 09:00") as app:
        await app.choose("Eigen vragen")
        await app.press("n")
        await app.write("Wie heb ik niet gebeld?")
        await app.press("escape", "escape")
    assert "Wie heb ik niet gebeld?" in year.command("2026-05-21 09:00", "vraag")
    year.fridays_until(date(2026, 6, 1))

    # An intention comes to nothing and is ended; something was tried about what hinders most.
    async with year.sitting("2026-06-02 09:00") as app:
        await app.choose("Voornemens")
        assert "dan bel ik eerst de uitvoering" in app.text
        await app.press("k", "escape")
        await app.choose("Voorwaarden")
        await app.go_to("De termijn van vier weken")
        await app.press("g")
        await app.write("Een week eerder begonnen; het hielp tot het reces.")
        await app.press("escape", "escape")


async def summer(year: Year) -> None:
    year.fridays_until(date(2026, 7, 10))
    async with year.sitting("2026-07-15 09:00") as app:
        await exercise(app, "startfoto")
        await app.press(*"5", *"2", *"4", *"3" * 33)
        await finish(app)
        await app.press("escape")

    # After a quiet August: engagement, and a first vision.
    async with year.sitting("2026-09-14 19:30") as app:
        await closing(
            app,
            "betrokkenheid-afsluiting",
            {
                "context": "Ik neem nu elke week een half uur voor wie het uitvoert.",
                "kern": "Het nabellen van bezwaarmakers.",
                "goed-werk": "Bij ons ben je er om een besluit uit te leggen aan wie het raakt.",
                "bijdrage": "Met de balie, één proef van een maand.",
                "bevordert": "Een antwoord van een inwoner.",
                "belemmert": "De lijst van maandag.",
                "voornemen": "Als het vrijdag is en ik mijn jas pak, dan schrijf ik eerst vijf minuten.",
            },
        )
        await exercise(app, "mijn-visie")
        await app.paste("Voor wie een besluit krijgt.")
        await finish(app)
        await app.press("escape")


async def autumn(year: Year) -> None:
    # The clock goes back on 25 October; in November that of the machine stands a week behind for a day.
    year.fridays_until(date(2026, 10, 24))
    async with year.sitting("2026-10-25 02:30") as app:
        await app.press("n")
        await app.write("het uur dat tweemaal kwam")
        await app.press("escape")
    year.fridays_until(date(2026, 11, 6))
    for moment, more in (("2026-11-10 09:00", " En voor wie het moet uitvoeren."), ("2026-11-03 09:00", " Op tijd.")):
        async with year.sitting(moment, writes=moment == "2026-11-10 09:00") as app:
            await exercise(app, "mijn-visie")
            await app.press("ctrl+end")
            await app.paste(more)
            await finish(app)
            await app.press("escape")


async def a_year_later(year: Year) -> None:
    year.fridays_until(date(2027, 1, 8))
    async with year.sitting("2027-01-12 09:00") as app:
        assert "Op deze dag" in app.text
        assert "‘Startfoto’ kan nog een keer" in app.text
        await app.press("s", "down", "enter")
        assert "‘Waardensortering’ kan nog een keer" in app.text
        await app.press("s", "enter", "n", *"2222111122" + "3" * 20 + "4444445555")
        await finish(app)
        await app.press("escape")


def what_was_asked(year: Year) -> None:
    asked = [each.origin.words for each in year.entries(Kind.ANSWER) if each.origin and each.origin.step == STEP]
    assert len(asked) == len(set(asked)) == year.answered == 44
    assert "Wie heb ik niet gebeld?" in asked


def what_the_pictures_say(year: Year) -> None:
    first_picture = year.picture("startfoto")
    assert "12 januari, 14 april en 15 juli 2026" in first_picture
    moved = [line.rsplit(": ", 1)[1] for line in first_picture.splitlines() if line.startswith("- ")]
    assert moved == ["3, 4, 5", "3, 2, 2", "3, 3, 4", *["steeds 3"] * 33]

    values = year.picture("waardensortering").split("\n\n")[1].splitlines()[1:]
    assert len(values) == 8
    assert sum(line.endswith("lag bij ‘telt zwaar’ – ligt nu bij ‘telt het meest’") for line in values) == 4

    rings = year.picture("ringen")
    assert "mijn werkplek\n- Joke" in rings
    assert "mijn vak\n- wie het later leest" in rings

    rhythm = [line for line in year.picture("ritme").splitlines() if line.startswith("- week van")]
    mondays = {day - timedelta(days=day.weekday()) for day in year.days}
    assert len(rhythm) == len(mondays)

    words = year.picture("woorden")
    assert words.index("stevig") < words.index("uitvoerbaar")
    then_and_now = year.picture("toen")
    assert then_and_now.index("elke dinsdag een overleg") < then_and_now.index("elke week een half uur")
    assert "nog te weinig" in year.command("2027-01-12 10:00", "inzicht").split("spanningenkaart")[1].splitlines()[0]


async def what_the_overviews_say(year: Year) -> None:
    conditions = year.picture("voorwaarden")
    furthers, hinders, myself = (part.split("\n\n")[0] for part in conditions.split("Wat ")[1:])
    assert [furthers.count("\n- "), hinders.count("\n- "), myself.count("\n- ")] == [4, 4, 3]
    assert hinders.index("De termijn van vier weken") < hinders.index("Het format van elf bladzijden")
    assert "Een week eerder begonnen; het hielp tot het reces." in conditions
    assert "Voor wie een besluit krijgt. En voor wie het moet uitvoeren. Op tijd." in year.picture("visie")
    async with year.sitting("2027-01-12 20:00") as app:
        await app.choose("Visie")
        await app.press("v")
        versions = [line.strip(" │▌") for line in app.text.splitlines() if " uur · " in line]
        # The hour of the sitting: its minutes go on while the machine is busy.
        assert [re.sub(r"\.\d\d uur", " uur", each) for each in versions] == [
            "dinsdag 10 november 2026, 9 uur · 13 woorden",
            "dinsdag 10 november 2026, 9 uur · 11 woorden",
            "maandag 14 september 2026, 19 uur · 5 woorden",
        ]
        await app.press("escape", "c")
        assert "[+ Op tijd. +]" in app.words


def what_the_calendar_says(year: Year, folder: Path) -> None:
    target = folder / "goedwerk.ics"
    year.command("2026-03-01 09:00", "agenda", "--uitvoer", str(target))
    written = target.read_text("utf-8")
    assert "20260309" in written
    assert "op tafel" not in written

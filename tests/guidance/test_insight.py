"""Pictures, right to the number: a year whose values are known, and what each picture says and draws of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support.insight_year import Clock, Year, laid, live_a_year, placed

from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.insight import GroupForm, Picture, PictureGroup, PictureMark, TooLittle
from goedwerk_tui.guidance.insight.catalogue import pictures
from goedwerk_tui.guidance.insight.results import picture_of
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise, ListParts
from goedwerk_tui.tui.widgets.drawing import drawn

TODAY = date(2026, 10, 5)
Looked = dict[str, Picture | TooLittle]


def look(pack: Pack, entries: tuple[Entry, ...], today: date = TODAY) -> Looked:
    return {each.id: each for each in pictures(entries, pack, today)}


@pytest.fixture(scope="module")
def year(pack: Pack) -> Journal:
    clock = Clock()
    journal = Journal.in_memory(clock)
    live_a_year(pack, journal, clock)
    return journal


@pytest.fixture(scope="module")
def seen(pack: Pack, year: Journal) -> Looked:
    return look(pack, year.newest_first())


@pytest.fixture
def fresh(pack: Pack) -> Year:
    clock = Clock()
    return Year(pack, Journal.in_memory(clock), clock)


def picture(seen: Looked, name: str) -> Picture:
    found = seen[name]
    assert isinstance(found, Picture), found
    return found


def lines_of(picture: Picture, width: int = 76) -> list[str]:
    return drawn(picture, width).plain.split("\n")


WORDS = {
    "startfoto": """\
Vakmanschap (1 is zelden, 5 is bijna altijd)
- Bij de getallen in mijn stukken kan een ander de bron binnen tien minuten terugvinden: 2, 3, 4
- Als ik naar een wetsartikel verwijs, heb ik het zelf nagelezen: 5, 5, 4
- De mensen die mijn voorstel moeten uitvoeren, zien het pas als het bijna af is: steeds 3

Persoonlijke betrokkenheid (1 is zelden, 5 is bijna altijd)
- Van een dossier dat ik heb overgedragen, zoek ik op hoe het verder ging: 1, 2, 2""",
    "waardensortering": """\
Wat er verschoof
- tempo – lag bij ‘telt het meest’ – ligt nu bij ‘telt licht’
- eerlijkheid – lag bij ‘doet mee’ – ligt nu bij ‘telt het meest’

telt het meest
- eerlijkheid – lag bij ‘doet mee’

telt zwaar: niets

doet mee: niets

telt licht
- tempo – lag bij ‘telt het meest’

telt het minst
- rust""",
    "contextkaart": """\
politiek of bestuur
- Omgevingswet – weegt 3 van 3 – wat je anders doet: andere termijnen
- nieuwe wethouder – nieuw

inwoners en samenleving: niets

techniek
- AI in de mail – weegt 1 van 3

de eigen organisatie: niets

Er niet meer bij
- lege kamer""",
    "krachtenveld": """\
dit helpt
- Els leest mee – weegt 3 van 3 – samen met anderen – vrijdag vragen
- een vrije ochtend – weegt 2 van 3 – ikzelf

dit hindert
- Het overleg van maandag – weegt 1 van 3 – ik niet

Erbij gekomen: Opening, 20 januari 2026
- dit helpt: Els leest mee
- dit hindert: Het overleg van maandag

Erbij gekomen: Vakmanschap, 3 maart 2026
- dit helpt: een vrije ochtend""",
    "ringen-van-verantwoordelijkheid": """\
ikzelf
- mijn geweten

mensen die ik ken
- de huurders – lag bij ‘de samenleving’

mijn werkplek: niets

mijn vak: niets

de samenleving
- de Kamer – nieuw

Er niet meer bij
- mijn chef – lag bij ‘mijn werkplek’""",
    "spanningenkaart": """\
zorgvuldigheid – snelheid (1 is zorgvuldigheid, 5 is snelheid)
- Allen in de cc: 2, 5

het eigen deel – het geheel (1 is het eigen deel, 5 is het geheel)
- Allen in de cc: 4

nu – later (1 is nu, 5 is later)
- Versie 7: 3""",
    "ritme": """\
januari 2026
- week van 12 januari: maandag, dinsdag en woensdag
- week van 19 januari: dinsdag

maart 2026
- week van 2 maart: maandag en dinsdag
- week van 16 maart: vrijdag

april 2026
- week van 13 april: dinsdag

mei 2026
- week van 4 mei: maandag
- week van 11 mei: maandag en dinsdag

juli 2026
- week van 20 juli: maandag

september 2026
- week van 7 september: zaterdag
- week van 14 september: zondag
- week van 28 september: donderdag en vrijdag""",
    "woorden": """\
Opening
- stevig – durf ik uit te leggen – 2 oktober 2026
- rond – 2 oktober 2026""",
    "toen-en-nu": """\
Wat betekent de veranderende context voor mijn werk?

20 januari 2026 · Opening: Wat hoort er nu bij je werk wat er drie jaar geleden nog niet bij hoorde?
Ik bel nu zelf.

20 maart 2026 · Vakmanschap: Wat moet je nu weten of kunnen dat drie jaar geleden nog niet nodig was?
Doenvermogen, bij elk stuk.

Waarvoor komen collega’s naar jou toe?

20 januari 2026
Ze komen voor cijfers.

20 september 2026
Ze komen voor een tweede mening.

Bij de getallen in mijn stukken kan een ander de bron binnen tien minuten terugvinden. (want)

12 januari 2026 · Startfoto
er [b]nooit[/b] tijd was

20 juli 2026 · De startfoto, opnieuw
ik vrijdag vrij houd""",
}
SOURCES = {
    "startfoto": "Uit drie keer ‘Startfoto’: 12 januari, 14 april en 20 juli 2026.",
    "waardensortering": "Uit twee keer ‘Waardensortering’: 13 januari en 1 oktober 2026.",
    "contextkaart": "Uit ‘Contextkaart’ van 2 maart 2026, naast die van 14 januari 2026.",
    "krachtenveld": "Uit 3 dingen die je opschreef, van 20 januari 2026 tot 3 maart 2026.",
    "ringen-van-verantwoordelijkheid": (
        "Uit ‘Ringen van verantwoordelijkheid’ van 12 september 2026, naast die van 12 mei 2026."
    ),
    "spanningenkaart": "Uit ‘Spanningenkaart’ van 4 mei en 11 mei 2026.",
    "ritme": "Uit de dagen waarop je iets schreef of veranderde, van 12 januari 2026 tot 2 oktober 2026.",
    "woorden": "Uit 2 woorden, 2 oktober 2026.",
    "toen-en-nu": "Uit antwoorden van 12 januari 2026 tot 20 september 2026 op dezelfde vraag.",
}


@pytest.mark.parametrize("name", WORDS)
def test_a_year_in_words(seen: Looked, name: str) -> None:
    assert picture(seen, name).source == SOURCES[name]
    assert picture(seen, name).text() == WORDS[name]


def test_nothing_else_is_seen(seen: Looked) -> None:
    assert {name for name, each in seen.items() if isinstance(each, Picture)} == set(WORDS)


def test_the_entries_behind(seen: Looked, year: Journal) -> None:
    assert picture(seen, "startfoto").entries == ("startfoto-opnieuw-7-20", "startfoto-4-14", "startfoto-1-12")
    assert picture(seen, "waardensortering").entries == ("waardensortering-10-1", "waardensortering-1-13")
    forces = [year.entries[each] for each in picture(seen, "krachtenveld").entries]
    assert [each.text for each in forces] == ["een vrije ochtend", "Het overleg van maandag", "Els leest mee"]
    assert set(picture(seen, "ritme").entries) == set(year.entries)
    assert all(each in year.entries for name in WORDS for each in picture(seen, name).entries)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "startfoto",
            [
                "  · ○━◦━● ·  →  Bij de getallen in mijn stukken kan een ander de bron binnen",
                "  · · · ●━○  ←  Als ik naar een wetsartikel verwijs, heb ik het zelf",
                "  · · ● · ·     De mensen die mijn voorstel moeten uitvoeren, zien het pas",
                "  ○━● · · ·  →  Van een dossier dat ik heb overgedragen, zoek ik op hoe het",
            ],
        ),
        ("spanningenkaart", ["  · ○━━━━━●  →  Allen in de cc", "  · · ● · ·     Versie 7"]),
        ("waardensortering", ["  ▼  tempo", "  ▲  eerlijkheid", "  ▲  eerlijkheid", "  ▼  tempo", "  ·  rust"]),
        ("contextkaart", ["  ███  Omgevingswet", "  ·    nieuwe wethouder", "       nieuw", "  █    AI in de mail"]),
        (
            "krachtenveld",
            [
                "                    Els leest mee ███┃█   Het overleg van maandag",
                "                een vrije ochtend  ██┃    ",
            ],
        ),
        ("ringen-van-verantwoordelijkheid", ["│││││ ikzelf", "││││   ▲  de huurders", "│      +  de Kamer"]),
        (
            "ritme",
            [
                "  januari 2026    ·· ▃▃ ▁▁ ·· ",
                "  maart 2026      ▂▂ ·· ▁▁ ·· ·· ",
                "  september 2026  ▁▁ ▁▁ ·· ▂▂ ",
            ],
        ),
        ("toen-en-nu", ["Ze komen voor cijfers.               │ Ze komen voor een tweede mening.    "]),
    ],
)
def test_a_year_drawn(seen: Looked, name: str, lines: list[str]) -> None:
    shown = lines_of(picture(seen, name))
    assert [line for line in shown if line in lines] == lines


def test_what_is_heavier_or_otherwise_than_the_time_before_says_so(pack: Pack) -> None:
    step = pack.step("contextkaart")
    assert isinstance(step, Exercise) and isinstance(step.parts, ListParts)
    before = listing.begin(step.parts).add("Omgevingswet").say("1", "waar", "politiek").say("1", "gewicht", "3")
    now = before.say("1", "waar", "techniek").say("1", "gewicht", "1").add("nieuwe wethouder")
    words = "\n".join(group.text() for group in picture_of(now, before))
    assert "woog eerst 3" in words and "eerst ‘politiek of bestuur’" in words
    assert words.count("eerst") == 2
    assert "eerst" not in "\n".join(group.text() for group in picture_of(before, before))


def test_below_each_other_where_there_is_no_room(seen: Looked) -> None:
    assert "  ███  Els leest mee" in lines_of(picture(seen, "krachtenveld"), 40)
    assert "Ze komen voor cijfers." in [line.rstrip() for line in lines_of(picture(seen, "toen-en-nu"), 40)]
    columns = next(
        line for line in lines_of(picture(seen, "waardensortering"), 128) if line.startswith("telt het meest")
    )
    assert columns.split("  ")[0] == "telt het meest"
    assert "telt het minst" in columns


@pytest.mark.parametrize("width", [30, 36, 76, 128])
def test_every_line_fits(seen: Looked, width: int) -> None:
    for name in WORDS:
        found = picture(seen, name)
        body = drawn(found, width).plain.removeprefix(found.source)
        assert max(map(cell_len, body.split("\n"))) <= width, (name, width)


def test_an_empty_journal_shows_nothing_and_says_what_is_needed(pack: Pack) -> None:
    seen = look(pack, ())
    assert all(isinstance(each, TooLittle) and each.needs.endswith(".") for each in seen.values())
    assert set(WORDS) <= set(seen)


@pytest.mark.parametrize("name", ["startfoto", "waardensortering"])
def test_once_is_too_little(pack: Pack, year: Journal, name: str) -> None:
    results = [each for each in year.newest_first(step=name) if each.kind is Kind.EXERCISE]
    lacking = look(pack, tuple(results[:1]))[name]
    assert isinstance(lacking, TooLittle)
    assert "één keer" in lacking.needs


def test_what_may_not_leave_is_not_drawn(pack: Pack, year: Journal) -> None:
    may = tuple(each for each in year.newest_first() if each.text != "Els leest mee")
    assert "Els" not in picture(look(pack, may), "krachtenveld").text()


def test_ones_own_cards_are_known_by_their_words(fresh: Year) -> None:
    """Each sort numbers them anew, so that the same number is another card."""
    step = "ringen-van-verantwoordelijkheid"
    fresh.do(1, 1, step, laid({}, {"de minister": "werkplek", "mijn vak": "vak"}))
    result = fresh.do(6, 1, step, laid({}, {"mijn vak": "vak", "De minister": "werkplek"}))
    shown = picture(look(fresh.pack, fresh.journal.newest_first()), step).text()
    assert "lag bij" not in shown
    assert "nieuw" not in shown
    assert "Er niet meer bij" not in shown
    assert result.id in picture(look(fresh.pack, fresh.journal.newest_first()), step).entries


def test_columns_that_are_no_ranking_do_not_rise(fresh: Year) -> None:
    fresh.do(1, 1, "ruimtekaart", laid({"bellen": "denk-moet", "nee": "mag"}))
    fresh.do(6, 1, "ruimtekaart", laid({"bellen": "kan", "nee": "mag"}))
    found = picture(look(fresh.pack, fresh.journal.newest_first()), "ruimtekaart")
    assert "lag bij ‘moet, denk ik: nooit nagevraagd’ – ligt nu bij ‘mag en doe ik niet’" in found.text()
    assert not {"▲", "▼"} & set(drawn(found, 76).plain)


def test_a_measurement_on_another_scale_is_left_out(fresh: Year) -> None:
    one = fresh.pack.statements()[0].id
    for month, points in ((1, 7), (3, 5), (6, 5)):
        fresh.do(
            month,
            1,
            "startfoto",
            lambda work, points=points: placed({one: 4})(msgspec.structs.replace(work, points=points)),
        )
    found = picture(look(fresh.pack, fresh.journal.newest_first()), "startfoto")
    assert found.source == "Uit twee keer ‘Startfoto’: 1 maart en 1 juni 2026."
    assert found.text().endswith(": steeds 4")


def test_a_statement_that_came_later(fresh: Year) -> None:
    one, two = (each.id for each in fresh.pack.statements()[:2])
    fresh.do(1, 1, "startfoto", placed({one: 1}))
    fresh.do(6, 1, "startfoto", placed({one: 1, two: 5}))
    assert picture(look(fresh.pack, fresh.journal.newest_first()), "startfoto").text().endswith(": –, 5")


@pytest.mark.parametrize(("days", "shown"), [(27, False), (31, True), (400, True)])
def test_then_is_a_month_or_more_ago(pack: Pack, days: int, shown: bool) -> None:
    clock = Clock()
    year = Year(pack, Journal.in_memory(clock), clock)
    year.answer(1, 20, "opening-afsluiting", "vertellen", "De casus van de stoel.")
    clock.at += timedelta(days=days)
    entry = year.journal.newest_first()[0]
    year.journal.change(entry.id, "De casus van het peil.")
    assert isinstance(look(pack, year.journal.newest_first())["toen-en-nu"], Picture) is shown


def test_then_is_as_it_was_then(fresh: Year) -> None:
    """An answer that was written in two sittings, and much later anew: only its own words of the time stand there."""
    fresh.answer(1, 20, "opening-afsluiting", "kern", "Ze komen")
    fresh.answer(1, 22, "opening-afsluiting", "kern", "Ze komen voor cijfers.")
    fresh.answer(5, 1, "vakmanschap-afsluiting", "niet-over-te-dragen", "Horen wanneer het stil wordt.")
    fresh.answer(9, 1, "opening-afsluiting", "kern", "Ze komen voor raad.")
    found = picture(look(fresh.pack, fresh.journal.newest_first()), "toen-en-nu")
    assert [(group.name, [mark.text for mark in group.marks]) for group in found.groups] == [
        ("Wat is de kern van het vakmanschap?", ["Ze komen voor cijfers.", "Horen wanneer het stil wordt."]),
        (
            "Waarvoor komen collega’s naar jou toe?",
            ["Ze komen voor cijfers.", "Ze komen voor raad."],
        ),
    ]
    assert found.groups[0].marks[0].about[0].startswith("22 januari 2026 · Opening:")


def test_a_year_of_weeks_over_new_year(pack: Pack) -> None:
    clock = Clock()
    journal = Journal.in_memory(clock)
    for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 4)):
        clock.at = clock.at.replace(year=day.year, month=day.month, day=day.day)
        journal.add(Kind.NOTE, "iets")
    assert picture(look(pack, journal.newest_first(), date(2027, 1, 5)), "ritme").text() == (
        "december 2026\n- week van 28 december: donderdag en vrijdag\n\njanuari 2027\n- week van 4 januari: maandag"
    )


def test_a_crowded_picture_draws_some_and_tells_all(pack: Pack) -> None:
    journal = Journal.in_memory()
    for number in range(100):
        journal.add(Kind.CONDITION, f"kracht {number:03}", data={"side": "furthers" if number % 2 else "hinders"})
    found = picture(look(pack, journal.newest_first()), "krachtenveld")
    shown = drawn(found, 76).plain
    assert "kracht 002" in shown
    assert "en nog 10, te lezen bij de woorden" in " ".join(shown.split())
    assert all(f"kracht {number:03}" in found.text() for number in range(100))


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)


@given(texts, texts, st.integers(20, 130), st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_any_text_is_drawn_as_it_is(name: str, text: str, width: int, places: list[int]) -> None:
    mark = PictureMark(text, tuple(places), weight=2, about=(text,))
    makers: list[Callable[[], PictureGroup]] = [
        lambda form=form: PictureGroup(name, form, (mark, mark), ("laag", "hoog"), 5) for form in get_args(GroupForm)
    ]
    for make in makers:
        shown = drawn(Picture("x", "x", "Uit niets.", (make(),), ()), width).plain
        if make().form != "week":
            assert "".join(text.split()) in "".join(shown.split()) or width < 60

"""Where things stand: panes keep their distance from the edges, second lines hang, and words keep clear of the edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.crossing import in_part
from support.driver import SMALL, WIDE, Driver, running
from support.little_pack import FILES, write_pack

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.example_journal import example_journal
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.copies import write_copy
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.routes import (
    PageName,
    PageRoute,
    Place,
    PlaceRoute,
    Route,
    SearchRoute,
    SessionEndRoute,
    StepRoute,
    WriteRoute,
)
from goedwerk_tui.tui.screens.dialog import Dialog


def _pages() -> Iterator[Route]:
    yield from (PlaceRoute(place) for place in Place if place is not Place.SHARING)
    yield from map(PageRoute, PageName)
    yield SearchRoute("wantrouwen")
    yield SessionEndRoute("opening")
    yield SessionEndRoute("betrokkenheid")


def lived_in(places: Places, pack: Pack) -> None:
    """Let the journal be that of a colleague some months on."""
    places.journal.parent.mkdir(exist_ok=True)
    write_copy(example_journal(pack), places.journal)


async def open_page(app: Driver, route: Route) -> list[str]:
    """Open a page from Thuis, and return its lines between the bar and the keys."""
    app.app.open(PlaceRoute(Place.HOME))
    app.app.open(route)
    await app.settle()
    return app.text.splitlines()[1:-1]


@pytest.mark.parametrize("filled", [True, False])
async def test_in_a_wide_window_nothing_touches_the_edges(places: Places, pack: Pack, filled: bool) -> None:
    if filled:
        lived_in(places, pack)
    else:
        Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=WIDE) as app:
        for route in _pages():
            lines = await open_page(app, route)
            if not isinstance(app.app.screen, Dialog):
                # A bar may stand close to the edge.
                assert not [each for each in lines if each[:2].strip() or each[-1:].strip()], (route, app.text)


async def test_what_a_key_does_hangs_beside_it_and_each_heading_stands_by_its_keys(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=(76, 40)) as app:
        await app.press("f1")
        lines = app.text.splitlines()
        at = next(number for number, each in enumerate(lines) if "Del " in each)
        assert lines[at + 1].index("aan") == lines[at].index("Stel deze keer")
        heading = next(number for number, each in enumerate(lines) if "Overal" in each)
        assert not lines[heading - 1].strip("│ ") and "Thuis" in lines[heading + 1]


async def test_a_field_or_a_source_is_one_line_in_the_list_beside_the_box(places: Places, pack: Pack) -> None:
    lived_in(places, pack)
    async with running(places, size=WIDE) as app:
        for step, words in (
            ("vakmeetlat", "○ Waaraan zou je over twee jaar"),
            ("spiegeltoets", "○ Dat de telling van 2022"),
        ):
            await open_page(app, StepRoute(step))
            await app.press("enter")
            lines = [each[:45] for each in app.text.splitlines()]
            (line,) = [each for each in lines if words in each]
            assert line.rstrip().endswith("…")
            assert "gelukt is?" not in "".join(lines)


async def test_what_explains_a_setting_stands_under_its_name(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=SMALL) as app:
        lines = await open_page(app, PageRoute(PageName.SETTINGS))
        name = next(each for each in lines if each.startswith("─ Kleuren"))
        about = next(each for each in lines if "Donker, licht, hoog contrast" in each)
        assert about.index("Donker") == name.index("Kleuren")


async def test_the_key_of_the_row_that_begins_keeps_clear_of_the_edge(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    async with running(places, size=SMALL) as app:
        lines = await open_page(app, PageRoute(PageName.OWN_PROMPTS))
        assert next(each for each in lines if "Schrijf er zelf een op" in each).endswith(" n ")


@pytest.mark.parametrize("size", in_part([SMALL, (64, 12), (110, 16)], 1))
async def test_words_keep_clear_of_every_scroll_bar(places: Places, pack: Pack, size: tuple[int, int]) -> None:
    lived_in(places, pack)
    seen: set[str] = set()
    async with running(places, size=size) as app:
        steps = map(StepRoute, ("een-stoel-erbij", "waardensortering", "startfoto", "krachtenveld", "contextkaart"))
        for route in (*_pages(), PlaceRoute(Place.SHARING), *steps, WriteRoute(kind=Kind.NOTE)):
            app.app.open(PlaceRoute(Place.HOME))
            app.app.open(route)
            await app.settle()
            if isinstance(route, WriteRoute):
                await app.paste("Een woord of wat. " * 200)
            if app.app.screen.has_class("-about"):
                await app.press("enter")
            lines = app.text.splitlines()
            for each in app.app.screen.query("*"):
                if each.show_vertical_scrollbar and each.display and each.vertical_scrollbar.region.height:
                    bar = each.vertical_scrollbar.region
                    seen.add(type(each).__name__)
                    close = [lines[row] for row in range(bar.y, bar.bottom) if lines[row][bar.right - 2].strip()]
                    assert not close, (route, each, app.text)
    assert len(seen) > 3, seen


@pytest.mark.parametrize("size", [SMALL, (80, 45), WIDE, (200, 60)])
async def test_how_a_step_begins_takes_the_room_that_there_is(places: Places, size: tuple[int, int]) -> None:
    Journal.open(places).set_position("startfoto", "")
    async with running(places, size=size) as app:
        await app.press("2")
        assert " Sessies " in app.text and " Deze stap " in app.text
        assert "Ga af op de afgelopen drie maanden." in _beside(app)
        assert "…" not in _beside(app)
        assert ("waarom; dan weet je later nog waar het over ging." in _beside(app)) is (size != SMALL)
        await app.press("end")
        assert "Deze tekst" in app.text


@pytest.mark.parametrize("size", [SMALL, (110, 30), WIDE])
async def test_how_a_step_begins_is_cut_at_a_sentence_below_a_line_that_wraps(
    places: Places, pack: Pack, size: tuple[int, int]
) -> None:
    Journal.open(places).set_position("zes-minuten", "")
    async with running(places, size=size) as app:
        await app.press("2")
        assert pack.step("zes-minuten").title in app.text
        assert _beside(app).endswith((".", "!", "?", "’", "…")), app.text


def _beside(app: Driver) -> str:
    return " ".join(_inside(app, "#session-about"))


def _inside(app: Driver, pane: str) -> list[str]:
    """Return the words on each line within a pane, without empty ones."""
    region = app.app.screen.query_one(pane).content_region
    lines = [line[region.x : region.right].strip() for line in app.text.splitlines()[region.y : region.bottom]]
    return [" ".join(each.split()) for each in lines if each]


async def test_whoever_has_not_begun_sees_a_case_where_there_is_room_for_it(places: Places) -> None:
    for size in ((110, 34), WIDE):
        async with running(places, size=size) as app:
            assert "Zo gaat het" in app.text and "Opening › Een stoel erbij" in app.text
            assert "als jij Naima bent?" in app.text and "○ 3  Wim" in app.text
            assert "…" not in app.text.partition("als jij Naima bent?")[2]
            assert "Wat je hier beter niet opschrijft" in app.text
    for size in (SMALL, (110, 24)):
        async with running(places, size=size) as app:
            assert "Zo gaat het" not in app.text
            assert "Wat je hier beter niet opschrijft" in app.text


async def test_of_a_case_with_a_long_title_all_options_are_seen(places: Places, tmp_path: Path) -> None:
    name = "1-opening/de-brief.md"
    title = "De brief die al drie keer terugkwam en waar nu ook de wethouder iets van vindt"
    told = (
        FILES[name]
        .replace("title: De brief", f"title: {title}")
        .replace("De brief moet weg", "De brief ligt er al weken. " * 60 + "De brief moet weg")
    )
    async with running(places, content=write_pack(tmp_path / "eigen", **{name: told}), size=(110, 34)) as app:
        assert f"Opening › {title}" in " ".join(_inside(app, "#sample"))
        assert _inside(app, "#sample")[-1] == "○ 2 Je belt eerst."


async def test_below_a_tip_one_sees_what_one_writes(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "van eerder")
    async with running(places, size=(60, 18)) as app:
        app.app.open(StepRoute("vakmeetlat"))
        await app.settle()
        await app.press("enter")
        assert "Pak een nota" in app.words
        await app.press("ctrl+t")
        await app.write("het voorstel over de bus")
        assert "Een omschrijving volstaat" in app.words and "het voorstel over de bus" in app.words
        await app.press("ctrl+t")
        assert "Pak een nota" in app.words and "het voorstel over de bus" in app.words


@pytest.mark.each
@pytest.mark.parametrize("columns", range(52, 64, 2))
async def test_a_list_with_a_scroll_bar_shows_its_lines_to_the_last_word(places: Places, columns: int) -> None:
    title, following, about = "Een keer dat het goed ging", "Terugkijken op de opening", "eigen voorbeeld · 15 min"
    async with running(places, size=(columns, 18)) as app:
        app.app.open(PlaceRoute(Place.PROGRAMME))
        await app.settle()
        await app.go_to(following)
        row = app.words.partition(title)[2].partition(following)[0]
        assert about in " ".join(row.translate(dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"))).split()), app.text


async def test_the_keys_of_what_waits_end_where_the_other_keys_end(places: Places, pack: Pack) -> None:
    lived_in(places, pack)
    async with running(places, size=WIDE) as app:
        ends = [
            line.rstrip("│ ").rindex(word) + len(word)
            for line in (each[: each.index("│", 30)] for each in app.text.splitlines() if each.count("│") > 1)
            for word in ("vertel", "bekijk", "niet", "Enter", "schrijf")
            if line.rstrip().endswith(word)
        ]
        assert len(ends) > 2 and len(set(ends)) == 1, app.text

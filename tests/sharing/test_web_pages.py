"""Web pages in a real browser: nothing wrong for axe, nothing too wide, nothing asked of others."""

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import pytest
from support.browser import ALL, ALL_BUT_COLOURS, COLOURS, Rules, find_browser, read_pages
from support.insight_year import Clock, Year, first_places, live_a_year

from goedwerk_tui.base.places import find_places
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.sharing.kinds import DocumentKind

_SITE = Path(__file__).parents[2] / "build" / "handboek"
_KINDS = [
    DocumentKind.JOURNAL,
    DocumentKind.MEETING,
    DocumentKind.CONDITIONS,
    DocumentKind.STRATEGIES,
    DocumentKind.CASE,
    DocumentKind.INVITATION,
    DocumentKind.INSIGHT,
]
_LONG = {"boekje", "handboek"}
_FOR_COLOURS = {"dagboek", "bundel", "startfoto", "een-stoel-erbij"}
"""Each colour of the style sheet is on one of these."""


@pytest.fixture(scope="module")
def browser() -> str:
    found = find_browser()
    if found is None:
        pytest.skip("there is no Chromium here")
    return found


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Iterator[Path]:
    """A folder with a web page of every kind that the program writes."""
    folder = tmp_path_factory.mktemp("pages")
    exports = [folder / f"{number}.json" for number in range(4)]
    with pytest.MonkeyPatch.context() as patched:
        for export in exports:
            patched.setenv("GOEDWERK_HOME", str(folder / export.stem))
            clock = Clock()
            journal = Journal.open(find_places(), clock=clock)
            live_a_year(pack, journal, clock)
            journal.add(Kind.NOTE, f"Dit is van {export.stem}.")
            journal.close()
            assert main(["exporteer", "--alles", "--uitvoer", str(export)]) == 0
        words = ["exporteer", "--alles", "--ook-nummers", "--naam", "Ria"]
        for kind in _KINDS:
            assert main([*words, "--soort", kind, "--uitvoer", str(folder / f"{kind}.html")]) == 0
        assert main(["bundel", *map(str, exports), "--ruimte", "--uitvoer", str(folder / "bundel.html")]) == 0
        for option, name in (("--boekje", "boekje"), ("--begeleiding", "begeleiding")):
            assert main(["verken", option, str(folder / f"{name}.html")]) == 0
        for step in ("een-stoel-erbij", "startfoto"):
            assert main(["verken", "--stap", step, str(folder / f"{step}.html")]) == 0
        assert main(["handboek", "--uitvoer", str(folder / "handboek.html")]) == 0
        yield folder


def read_without_fault(browser: str, pages: Path, asked_for: dict[str, Rules], scratch: Path, *, dark: bool) -> None:
    reading = read_pages(browser, {"pages": pages}, asked_for, scratch, dark=dark)
    assert [each.path for each in reading.pages] == list(asked_for)
    for page in reading.pages:
        assert not page.faults, "\n".join((page.path, *page.faults))
        assert not page.too_wide, "\n".join((page.path, *page.too_wide))
        assert page.dark is dark and page.passed
    assert not reading.asked_elsewhere


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_the_program_writes(browser: str, written: Path, tmp_path: Path, *, dark: bool) -> None:
    asked_for = {
        f"/pages/{page.name}": COLOURS if dark else ALL_BUT_COLOURS if page.stem in _LONG else ALL
        for page in sorted(written.glob("*.html"))
        if not dark or page.stem in _FOR_COLOURS
    }
    assert len(asked_for) == (len(_FOR_COLOURS) if dark else len(_KINDS) + 6)
    read_without_fault(browser, written, asked_for, tmp_path, dark=dark)


def test_the_poles_of_every_tension_fit(browser: str, pack: Pack, tmp_path: Path, home: Path) -> None:
    journal = Journal.open(find_places())
    steps = [pack.step(each) for session in pack.programme.sessions for each in session.steps]
    for case in (each for each in steps if isinstance(each, Case) and each.choice):
        asked = Origin("goed-werk", "opening", case.id, CHOICE_ITEM, "Opening", case.title, "Wat doe je?")
        journal.add(Kind.CHOICE, "", origin=asked, data={"option": "bellen", "option_text": "Je belt eerst."})
    Year(pack, journal, Clock()).do(5, 4, "spanningenkaart", first_places(repeat(2)))
    journal.close()
    pages = tmp_path / "pages"
    pages.mkdir()
    assert main(["exporteer", "--alles", "--uitvoer", str(pages / "alle.html")]) == 0
    text = (pages / "alle.html").read_text("utf-8")
    assert all(each.one in text and each.other in text for each in pack.programme.tensions)
    read_without_fault(browser, pages, {"/pages/alle.html": ALL}, tmp_path / "scratch", dark=False)


@pytest.mark.skipif(not _SITE.exists(), reason="the site of the handbook was not built here: scripts/build_site.py")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_site_of_the_handbook(browser: str, tmp_path: Path, *, dark: bool) -> None:
    pages = ("index.html", "404.html") if dark else (each.relative_to(_SITE) for each in sorted(_SITE.rglob("*.html")))
    read_without_fault(
        browser, _SITE, {f"/pages/{page}": COLOURS if dark else ALL for page in pages}, tmp_path, dark=dark
    )

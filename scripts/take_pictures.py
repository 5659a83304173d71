"""Take the pictures of README and handbook from the real program: python scripts/take_pictures.py

It needs '.[test]', and no screen. The day, the journal and the keys are fixed, so that the same program
gives the same pictures.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.driver import Driver, running  # noqa: E402
from support.insight_year import Clock, Year, listed  # noqa: E402

from goedwerk_tui.base.disk import OPEN_DISK  # noqa: E402
from goedwerk_tui.base.places import Places, find_places  # noqa: E402
from goedwerk_tui.guidance.route import CHOICE_ITEM  # noqa: E402
from goedwerk_tui.journal import Journal, Status, StepProgress  # noqa: E402
from goedwerk_tui.journal.book import Book  # noqa: E402
from goedwerk_tui.journal.file import write_book  # noqa: E402
from goedwerk_tui.programme import Pack, standard_folder  # noqa: E402
from goedwerk_tui.tui.routes import StepRoute  # noqa: E402

FOLDER = ROOT / "docs" / "handboek" / "beelden"
WIDE, NARROW = (120, 32), (80, 24)
SECONDS = 4
"""How long each screen of the moving picture stays."""
SEEN = "Waar de eerste vijf weken aan opgaan."
REASON = "Wim weet waar die weken voor zijn. Ik kan het alleen navertellen."

_OUTSIDE = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)


def write_journal(places: Places, pack: Pack) -> None:
    """Write the journal of somebody who is halfway."""
    clock = Clock()
    # The questions between the sessions come in an order that the id decides.
    write_book(places.journal, Book("goed-werk"), OPEN_DISK)
    journal = Journal.open(places, clock=clock)
    year = Year(pack, journal, clock)
    year.do(
        10,
        6,
        "krachtenveld",
        listed(
            {
                "Els leest mee": {"side": "furthers", "weight": "3", "influence": "together"},
                "een vrije ochtend": {"side": "furthers", "weight": "2", "influence": "self"},
                "elke week een spoedje": {"side": "hinders", "weight": "3", "influence": "together"},
                "het overleg van maandag": {"side": "hinders", "weight": "1", "influence": "not-mine"},
            }
        ),
    )
    year.answer(10, 20, "opening-afsluiting", "kern", "Ze komen voor een tweede mening.")
    year.note(11, 17, "Gebeld met de wijkagent. Eerst luisteren werkte.")
    first, second, third, *_ = pack.programme.sessions[0].core
    for step in (first, second):
        journal.set_progress(step, StepProgress(Status.DONE, "", clock()))
    journal.set_progress(third, StepProgress(Status.STARTED, "", clock()))
    journal.set_position(third, "")
    journal.close()


async def take() -> dict[str, str]:
    """Return each picture by the name of its file, as SVG. The program is started once."""
    pack = Pack.open(standard_folder())
    case = next(step for step in pack.programme.sessions[0].core if pack.step(step).kind == "case")
    pictures: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="goedwerk-") as home:
        places = find_places(environment={"GOEDWERK_HOME": home})
        write_journal(places, pack)
        async with running(places, size=WIDE) as driver:
            for key, name in enumerate(("thuis", "programma", "dagboek", "inzicht", "delen"), 1):
                await driver.press(str(key))
                pictures[name] = picture(driver)
            await driver.press("1")
            driver.app.open(StepRoute("krachtenveld"))
            await driver.settle()
            pictures["opdracht"] = picture(driver)
            await driver.press("escape")
            driver.app.open(StepRoute(case, CHOICE_ITEM))
            await driver.settle()
            pictures["casus"] = picture(driver)
            await driver.press("escape")
            await driver.resize(*NARROW)
            pictures["een-casus-doen"] = moving([picture(driver) async for _ in doing(driver, case)])
    return pictures


async def doing(driver: Driver, case: str) -> AsyncIterator[None]:
    """Do a case, and stop at each screen that is worth a look."""
    driver.app.open(StepRoute(case))
    await driver.settle()
    yield
    await driver.press("f2")
    await write(driver, SEEN)
    yield
    await driver.press("ctrl+n")
    yield
    await driver.press("3")
    await write(driver, REASON)
    yield
    await driver.press("ctrl+n")
    yield


async def write(driver: Driver, text: str) -> None:
    """Write an answer, and wait until it is kept."""
    await driver.paste(text)
    while "● bewaard" not in driver.text:
        await driver.pause(0.05)


def picture(driver: Driver) -> str:
    """Return the screen as SVG that asks for nothing from elsewhere."""
    driver.app.clear_notifications()
    return _OUTSIDE.sub("", driver.app.export_screenshot(title="Goed Werk"))


def moving(frames: list[str]) -> str:
    """Return pictures of one size as one that shows them in turn; only the last, for who wants nothing to move."""
    whole = len(frames) * SECONDS
    size = re.search(r'viewBox="([^"]+)"', frames[0])
    assert size
    shown = "".join(
        f'<g class="scherm" style="animation-delay: {number * SECONDS}s">{each}</g>'
        for number, each in enumerate(frames)
    )
    style = (
        f".scherm {{ visibility: hidden; animation: toon {whole}s step-end infinite; }}"
        f"@keyframes toon {{ 0% {{ visibility: visible; }} {100 / len(frames):.3f}% {{ visibility: hidden; }} }}"
        "@media (prefers-reduced-motion: reduce) { .scherm { animation: none; }"
        " .scherm:last-child { visibility: visible; } }"
    )
    return f'<svg viewBox="{size[1]}" xmlns="http://www.w3.org/2000/svg"><style>{style}</style>{shown}</svg>\n'


def words(svg: str) -> Iterator[str]:
    """Yield the words of a picture, in order."""
    for found in _TEXT.finditer(svg):
        yield from unescape(found[1]).replace("\xa0", " ").split()


if __name__ == "__main__":
    from support.today import A_TUESDAY, Today

    today = Today(A_TUESDAY)
    FOLDER.mkdir(exist_ok=True)
    for name, svg in asyncio.run(take()).items():
        (FOLDER / f"{name}.svg").write_text(svg, "utf-8")
    today.end()

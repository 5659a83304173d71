"""Make the picture of the README from the real content: a case at the moment of choosing, on a wide screen."""

import asyncio
from pathlib import Path

from goedwerk_tui.base.places import find_places
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.tui.app import GoedWerkApp
from goedwerk_tui.tui.routes import StepRoute

TARGET = Path(__file__).parents[1] / "docs" / "images" / "casus.svg"
SIZE = (124, 32)


async def take(case: str) -> str:
    """Return the screen as SVG."""
    app = GoedWerkApp(find_places(), looking_round=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        app.open(StepRoute(case, CHOICE_ITEM))
        await pilot.pause(1)
        await pilot.press("enter", "down")
        await pilot.pause(0.5)
        return app.export_screenshot(title="Goed Werk")


def first_case(pack: Pack) -> str:
    """Return the first case on the core route."""
    return next(step for step in pack.programme.sessions[0].core if pack.step(step).kind == "case")


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(asyncio.run(take(first_case(Pack.open(standard_folder())))), "utf-8")

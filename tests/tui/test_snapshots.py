"""Pictures of each screen, from the real content, in a small and in a wide window."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support.driver import SMALL, WIDE
from textual.pilot import Pilot

from goedwerk_tui.base.places import find_places
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.app import GoedWerkApp
from goedwerk_tui.tui.routes import StepRoute
from goedwerk_tui.tui.shell import MOVING

Compare = Callable[..., bool]
Before = Callable[[Pilot[object]], Awaitable[None]]
NOWHERE = "/nergens/goedwerk"
"""A home folder that is the same on every machine, and that nothing is written to."""


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", NOWHERE)
    monkeypatch.setenv("HOME", str(tmp_path))
    # The cards of a sort are shuffled by the journal's id.
    monkeypatch.setattr("goedwerk_tui.journal.store.new_id", lambda: "0" * 32)
    monkeypatch.delenv("NO_COLOR", raising=False)


async def settled(pilot: Pilot[object]) -> GoedWerkApp:
    app = pilot.app
    assert isinstance(app, GoedWerkApp)
    # What waits for an answer in a dialog is not waited for.
    while (
        app.workspace is None or app.moving or any(not each.is_finished for each in app.workers if each.group != MOVING)
    ):
        await pilot.pause(0.02)
    await pilot.pause(0.1)
    return app


def keys(*pressed: str) -> Before:
    async def before(pilot: Pilot[object]) -> None:
        await settled(pilot)
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)

    return before


def in_case(pack: Pack, *pressed: str) -> Before:
    core = pack.programme.sessions[0].core
    case = next(step for step in core if pack.step(step).kind == "case")
    return in_step(case, CHOICE_ITEM, *pressed)


def in_step(step: str, item: str | None, *pressed: str) -> Before:
    async def before(pilot: Pilot[object]) -> None:
        app = await settled(pilot)
        app.open(StepRoute(step, item))
        await settled(pilot)
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)
        # A message, or a cursor that blinks, would be there in one picture and not in the next.
        app.clear_notifications()
        for editor in app.screen.query("TextArea, Input"):
            editor.cursor_blink = False  # pyright: ignore[reportAttributeAccessIssue]
        await pilot.pause(0.1)

    return before


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "140x45"])
@pytest.mark.each
class TestScreens:
    def test_welcome(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        assert snap_compare(GoedWerkApp(find_places()), terminal_size=size, run_before=keys())

    @pytest.mark.parametrize(
        ("name", "pressed"),
        [
            ("home", ()),
            ("programme", ("2",)),
            ("journal", ("3",)),
            ("insight", ("4",)),
            ("sharing", ("5",)),
            ("help", ("f1",)),
            ("reading", ("enter",)),
            ("choosing", ("z", "5")),
            ("looking", ("z", "5", "enter")),
        ],
    )
    def test_place(self, snap_compare: Compare, size: tuple[int, int], name: str, pressed: tuple[str, ...]) -> None:
        app = GoedWerkApp(find_places(), looking_round=True)
        assert snap_compare(app, terminal_size=size, run_before=keys(*pressed))

    @pytest.mark.parametrize(
        ("name", "pressed"),
        [("case", ()), ("choice", ("f2", "down")), ("voices", ("ctrl+o",)), ("words", ("f4",))],
    )
    def test_case(
        self, snap_compare: Compare, pack: Pack, size: tuple[int, int], name: str, pressed: tuple[str, ...]
    ) -> None:
        app = GoedWerkApp(find_places(), looking_round=True)
        assert snap_compare(app, terminal_size=size, run_before=in_case(pack, *pressed))

    @pytest.mark.parametrize(
        ("name", "step", "pressed"),
        [
            ("about", "waardensortering", ()),
            ("form", "vakmeetlat", ("enter", "ctrl+t")),
            ("sort", "waardensortering", ("enter", *"1234512345")),
            ("review", "waardensortering", ("enter", *"1234511", "f3")),
            ("scale", "startfoto", ("enter", *"4251")),
            ("list", "krachtenveld", ("enter", "ctrl+n", *"tijd", "enter", "down", "enter", "1", "enter", "2")),
            ("compose", "spiegeltoets", ("enter", *"ik")),
        ],
    )
    def test_exercise(
        self, snap_compare: Compare, size: tuple[int, int], name: str, step: str, pressed: tuple[str, ...]
    ) -> None:
        app = GoedWerkApp(find_places(), looking_round=True)
        assert snap_compare(app, terminal_size=size, run_before=in_step(step, None, *pressed))

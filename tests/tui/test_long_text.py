"""A text of any length: wrapped as it is, and laid out where it is seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from goedwerk_tui.tui.widgets.long_text import LongText


class TextApp(App[None]):
    """Shows a text."""

    def compose(self) -> ComposeResult:
        yield LongText(id="text")

    @property
    def shown(self) -> LongText:
        return self.query_one("#text", LongText)

    @property
    def lines(self) -> list[str]:
        return [self.shown.render_line(y).text.rstrip() for y in range(self.shown.size.height)]


@asynccontextmanager
async def showing(text: str, height: int = 8) -> AsyncIterator[tuple[TextApp, Pilot[None]]]:
    app = TextApp()
    async with app.run_test(size=(30, height)) as pilot:
        app.shown.show(text)
        app.shown.focus()
        await settle(app, pilot)
        yield app, pilot


async def settle(app: TextApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_text_is_wrapped_to_the_width_and_again_when_that_changes() -> None:
    async with showing("Eén twee drie vier vijf zes zeven acht\n\n[b]negen[/b] 諾諾") as (app, pilot):
        assert app.lines == ["Eén twee drie vier vijf zes", "zeven acht", "", "[b]negen[/b] 諾諾"]
        await pilot.resize_terminal(60, 8)
        await settle(app, pilot)
        assert app.lines == ["Eén twee drie vier vijf zes zeven acht", "", "[b]negen[/b] 諾諾"]


async def test_the_last_line_of_a_very_long_text_is_reached_and_what_was_shown_before_is_gone() -> None:
    async with showing("\n".join(f"regel {number}" for number in range(5_000))) as (app, pilot):
        assert app.lines[0] == "regel 0"
        await pilot.press("end")
        await settle(app, pilot)
        assert app.lines[-1] == "regel 4999"
        app.shown.show("kort")
        await settle(app, pilot)
        assert [line for line in app.lines if line] == ["kort"]


@settings(max_examples=15, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], include_characters="\n"), max_size=90)
)
async def test_nothing_of_a_text_is_lost(text: str) -> None:
    async with showing(text, height=100) as (app, _):
        assert "".join("".join(app.lines).split()) == "".join(text.split())

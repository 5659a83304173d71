"""Styles are read once, and anew when the colours change."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest
import textual.css.parse
from textual.app import App
from textual.color import Color
from textual.screen import Screen
from textual.theme import Theme

from goedwerk_tui.tui.screens.collection import CollectionScreen
from goedwerk_tui.tui.screens.conditions import ConditionsScreen
from goedwerk_tui.tui.screens.vision import VisionScreen
from goedwerk_tui.tui.widgets.linked_text import LinkedText
from goedwerk_tui.tui.workarounds.app_internals import LastingStylesheet

OWN_SHEETS = {
    each: [Path(inspect.getfile(each)).parent / str(each.CSS_PATH)]
    for each in (CollectionScreen, ConditionsScreen, VisionScreen)
}
RED = Theme("red", primary="#ff0000", background="#400000")
BLUE = Theme("blue", primary="#0000ff", background="#000040")


class StyledApp(App[None]):
    """An app with two looks and a second screen."""

    CSS = "Screen { background: $background; }"
    MODES = {"one": Screen[None], "other": Screen[None]}  # noqa: RUF012 - typed so by Textual
    DEFAULT_MODE = "one"

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = LastingStylesheet(variables=self.get_css_variables())
        for each in (RED, BLUE):
            self.register_theme(each)
        self.theme = "red"


async def test_a_new_screen_has_the_styles_without_reading_them_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    app = StyledApp()
    async with app.run_test() as pilot:
        read: list[str] = []
        parse = textual.css.parse.parse

        def counting(scope: str, css: str, *rest: object, **more: object) -> object:
            read.append(css)
            return parse(scope, css, *rest, **more)  # pyright: ignore[reportArgumentType]

        monkeypatch.setattr("textual.css.stylesheet.parse", counting)
        await app.switch_mode("other")
        await pilot.pause()
        assert app.screen.styles.background == Color.parse(app.theme_variables["background"])
        assert read == []


async def test_another_look_is_worn_at_once_by_every_screen() -> None:
    app = StyledApp()
    async with app.run_test() as pilot:
        await app.switch_mode("other")
        app.theme = "blue"
        await pilot.pause()
        assert app.screen.styles.background == Color.parse(app.theme_variables["background"])
        await app.switch_mode("one")
        await pilot.pause()
        assert app.screen.styles.background == Color.parse(app.theme_variables["background"])


@pytest.mark.parametrize("screen", OWN_SHEETS, ids=lambda screen: screen.__name__)
def test_a_sheet_that_is_read_with_its_screen_says_nothing_about_another(screen: type[Any]) -> None:
    theirs = (screen.__name__, ConditionsScreen.__name__, LinkedText.__name__)
    for sheet in OWN_SHEETS[screen]:
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
        for head in re.findall(r"([^{}]+)\{", rules):
            for selector in head.split(","):
                assert any(name in selector for name in theirs), f"{selector.strip()} reaches beyond {sheet.name}"

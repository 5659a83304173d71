"""The screen of each place. Only that of Thuis is read at the start; the others when they are gone to."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen

from goedwerk_tui.tui.routes import Place
from goedwerk_tui.tui.screens.home import HomeScreen


def _programme() -> Screen[None]:
    from goedwerk_tui.tui.screens.programme import ProgrammeScreen

    return ProgrammeScreen()


def _journal() -> Screen[None]:
    from goedwerk_tui.tui.screens.journal import JournalScreen

    return JournalScreen()


def _insight() -> Screen[None]:
    from goedwerk_tui.tui.screens.insight import InsightScreen

    return InsightScreen()


def _sharing() -> Screen[None]:
    from goedwerk_tui.tui.screens.sharing import SharingScreen

    return SharingScreen()


PLACE_SCREENS: Mapping[str, Callable[[], Screen[Any]]] = {
    Place.HOME: HomeScreen,
    Place.PROGRAMME: _programme,
    Place.JOURNAL: _journal,
    Place.INSIGHT: _insight,
    Place.SHARING: _sharing,
}
"""What makes it, by the name of its place, which is that of a mode of the app."""

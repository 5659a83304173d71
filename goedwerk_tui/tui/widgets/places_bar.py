"""The bar along the top: where one can go, and what holds for the whole run."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

PLACES = {"home": "Thuis", "programme": "Programma", "journal": "Dagboek", "insight": "Inzicht", "sharing": "Delen"}

_APP_NAME, _PLACE_NAMES = 11, 55
"""Columns for the name of the app and for those of all places. Without room, the app has none and the places that are
not in front are keys alone."""


class PlacesBar(Horizontal):
    """Names the places with their keys; the one in front is marked. What holds for the whole run comes before names."""

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, place: str) -> None:
            """Name the place."""
            super().__init__()
            self.place = place

    class _Place(Static):
        def __init__(self, place: str, key: int, *, here: bool) -> None:
            super().__init__(Content(f"{key} {PLACES[place]}"), classes="-here" if here else "")
            self.place, self._key, self._here = place, key, here

        def name_it(self, *, whole: bool) -> None:
            self.update(Content(f"{self._key} {PLACES[self.place]}" if whole or self._here else f"{self._key}"))

        def on_click(self, event: Click) -> None:
            event.stop()
            self.post_message(PlacesBar.Chosen(self.place))

    def __init__(self, here: str) -> None:
        """Take the place in front."""
        super().__init__()
        self._here = here
        self._state = ""

    def compose(self) -> ComposeResult:
        """Lay the places in a row."""
        yield Static(Content("Goed Werk"), id="name")
        for key, place in enumerate(PLACES, start=1):
            yield self._Place(place, key, here=place == self._here)
        yield Static("", id="state", markup=False)

    def tell(self, state: str) -> None:
        """Say what holds for the whole run, such as that nothing is kept."""
        self._state = state
        self.query_one("#state", Static).update(Content(state))
        self._fit()

    def on_resize(self) -> None:
        """Leave out names where there is no room for them."""
        self._fit()

    def _fit(self) -> None:
        width = self.size.width - len(self._state)
        self.query_one("#name").display = width >= _APP_NAME + _PLACE_NAMES
        for place in self.query(self._Place):
            place.name_it(whole=width >= _PLACE_NAMES)

"""The bar along the top: where one can go, and what holds for the whole run."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

PLACES = {"home": "Thuis", "programme": "Programma", "journal": "Dagboek", "sharing": "Delen"}


class PlacesBar(Horizontal):
    """Names the places with their keys; the one in front is marked."""

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, place: str) -> None:
            """Name the place."""
            super().__init__()
            self.place = place

    class _Place(Static):
        def __init__(self, place: str, key: int, *, here: bool) -> None:
            super().__init__(Content(f"{key} {PLACES[place]}"), classes="-here" if here else "")
            self.place = place

        def on_click(self, event: Click) -> None:
            event.stop()
            self.post_message(PlacesBar.Chosen(self.place))

    def __init__(self, here: str) -> None:
        """Take the place in front."""
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay the places in a row."""
        yield Static(Content("Goed Werk"), id="name")
        for key, place in enumerate(PLACES, start=1):
            yield self._Place(place, key, here=place == self._here)
        yield Static("", id="state", markup=False)

    def tell(self, state: str) -> None:
        """Say what holds for the whole run, such as that nothing is kept."""
        self.query_one("#state", Static).update(Content(state))

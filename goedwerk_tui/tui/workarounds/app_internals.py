"""What an app does by itself: reading its styles, and telling of a fault."""

from textual.app import App
from textual.css.stylesheet import Stylesheet


class LastingStylesheet(Stylesheet):
    """Textual's own, except that what was read is kept as long as the theme is.

    For each new screen Textual reads every style anew, twice, though nothing in them changed; that takes some 60 ms, in
    which no key is taken in. No issue is known; it can go when the first showing of a screen reads its own file alone.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        """Take the colours and the like that the styles refer to."""
        super().__init__(variables=variables)
        self._referred_to = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget what was read only when it refers to something else."""
        if variables != self._referred_to:
            super().set_variables(variables)
            self._referred_to = variables

    def reparse(self) -> None:
        """Read what is new, or everything when the theme has changed."""
        self.parse()


class TracelessApp(App[object]):
    """An app that says itself what ended it.

    Textual prints a traceback for every fault, and has no public way to do something else. No issue is known; it can go
    when there is one.
    """

    def fell(self) -> None:
        """Keep what can be kept: a fault of ours ends the app. The fault is the one that is being handled."""

    def panic(self, *renderables: object) -> None:
        """End as at every fault of ours: what Textual has to say of it is not for a person."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self.fell()
        self._close_messages_no_wait()

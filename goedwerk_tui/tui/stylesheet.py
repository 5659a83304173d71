"""Reading the styles of all screens once, instead of whenever a screen is shown for the first time."""

from textual.css.stylesheet import Stylesheet


class LastingStylesheet(Stylesheet):
    """Textual's own, except that what was read is kept as long as the theme is.

    For each new screen Textual reads every style anew, twice, though nothing in them changed; that takes some 60 ms, in
    which no key is taken in.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        """Take the colours and the like that the styles refer to."""
        super().__init__(variables=variables)
        self._refers_to = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget what was read only when it refers to something else."""
        if variables != self._refers_to:
            super().set_variables(variables)
            self._refers_to = variables

    def reparse(self) -> None:
        """Read what is new, or everything when the theme has changed."""
        self.parse()

"""The one way to tell a person that something went wrong."""

from goedwerk_tui.base.text import shown


class Trouble(Exception):
    """Something that a person must hear, in plain Dutch.

    Every error that can reach a person derives from this. ``str(trouble)`` is the whole message.
    """

    def __init__(self, happened: str, meaning: str = "", advice: str = "") -> None:
        """Keep the three parts of a message.

        Args:
            happened: what happened, as a sentence.
            meaning: what it means for the person's text, as a sentence.
            advice: what the person can do now, as a sentence.
        """
        super().__init__()
        self.happened = happened
        self.meaning = meaning
        self.advice = advice

    def __setattr__(self, name: str, value: object) -> None:
        """Clean what is said: names and texts that it quotes may come from anywhere."""
        super().__setattr__(name, shown(value) if type(value) is str else value)

    def __str__(self) -> str:
        """Return the whole message."""
        return " ".join(part for part in (self.happened, self.meaning, self.advice) if part)

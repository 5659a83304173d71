"""The one way to tell a person that something went wrong."""


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
        super().__init__(" ".join(part for part in (happened, meaning, advice) if part))
        self.happened = happened
        self.meaning = meaning
        self.advice = advice

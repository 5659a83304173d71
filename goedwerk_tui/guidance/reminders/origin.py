"""What is written between the sessions belongs to a session of its own, which no programme has."""

from goedwerk_tui.journal import Origin

SESSION = "tussendoor"
"""The id of that session. What is asked in it may be a person's own question."""
AFTER_ALL = "toch"
"""Where somebody stopped at an offer that was put aside and is made again."""


def origin_between(pack: str, step: str, title: str, item: str, words: str = "") -> Origin:
    """Return the origin of something that was written between the sessions.

    Args:
        pack: the id of the programme.
        step: for what it was written; no step of the programme has this id.
        title: what that is called.
        item: what it was written about, by its id.
        words: the question as it is shown.
    """
    return Origin(
        pack=pack,
        session=SESSION,
        step=step,
        item=item,
        session_title="Tussendoor",
        step_title=title,
        words=words,
    )

"""What is said when something is marked: what it means, and how to take it back."""

from goedwerk_tui.journal import Mark

_SAID = {
    (Mark.BRING, True): "Dit gaat mee naar de bijeenkomst. Met {key} blijft het hier.",
    (Mark.BRING, False): "Dit gaat niet meer mee naar de bijeenkomst. Met {key} gaat het weer mee.",
    (Mark.NEVER_LEAVE, True): "Dit gaat nooit mee. Met {key} mag het weer mee.",
    (Mark.NEVER_LEAVE, False): "Dit mag weer mee. Met {key} gaat het nooit mee.",
}

_TAKEN_BACK = {
    (Mark.BRING, True): "gaat niet meer mee",
    (Mark.BRING, False): "gaat weer mee",
    (Mark.NEVER_LEAVE, True): "mag weer mee",
    (Mark.NEVER_LEAVE, False): "gaat weer nooit mee",
}

_WOULD = {
    (Mark.BRING, False): "neem mee",
    (Mark.BRING, True): "neem niet mee",
    (Mark.NEVER_LEAVE, False): "nooit delen",
    (Mark.NEVER_LEAVE, True): "mag weer mee",
}


def about_mark(mark: Mark, on: bool, key: str) -> str:
    """Return what to say when a mark was set or taken away.

    It names the key that does so there, which works in a box too, where ctrl+z takes back what was typed.
    """
    return _SAID[mark, on].format(key=key)


def mark_taken_back(mark: Mark, on: bool) -> str:
    """Return what to say of a piece when it is taken back that a mark was set or taken away."""
    return _TAKEN_BACK[mark, on]


def would_mark(mark: Mark, on: bool) -> str:
    """Return what the key of a mark would do now: ‘neem mee’, or ‘neem niet mee’ where it is on already."""
    return _WOULD[mark, on]

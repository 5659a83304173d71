"""What is said when something is marked: what it means, and how to take it back."""

from goedwerk_tui.journal import Mark

_SAID = {
    (Mark.BRING, True): "Dit gaat mee naar de bijeenkomst. Met ctrl+z toch niet.",
    (Mark.BRING, False): "Dit gaat niet meer mee naar de bijeenkomst. Met ctrl+z toch wel.",
    (Mark.NEVER_LEAVE, True): "Dit gaat nooit mee in een export. Met ctrl+z toch wel.",
    (Mark.NEVER_LEAVE, False): "Dit mag weer mee in een export. Met ctrl+z toch niet.",
}


def about_mark(mark: Mark, on: bool) -> str:
    """Return what to say when a mark was set or taken away."""
    return _SAID[mark, on]

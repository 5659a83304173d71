"""Putting a text where it can be pasted, and saying whether it is there."""

import asyncio

from goedwerk_tui.sharing import clipboard
from goedwerk_tui.tui.shell import Shell


async def copy_text(shell: Shell, text: str, *, otherwise: str) -> None:
    """Put a text on the clipboard, or else hand it to the terminal: whether that took it no terminal says.

    Args:
        shell: the app, to say what was done.
        text: what is copied.
        otherwise: what one can do where the terminal does not take it.
    """
    if await asyncio.to_thread(clipboard.copy, text):
        shell.show_message("De tekst staat op het klembord. Plak hem waar je wilt, bijvoorbeeld in een mail.")
        return
    shell.copy_to_clipboard(text)
    shell.show_message(
        "De tekst is aan je terminal gegeven om te plakken. Komt er bij het plakken niets, dan laat je terminal dat"
        f" niet toe; {otherwise}."
    )

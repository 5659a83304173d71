"""What a person types or pipes to a command, understood so that no letter of it is lost."""

import sys

from goedwerk_tui.base.decoding import Decoded, decode
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.line_input import typed_lines
from goedwerk_tui.commands.printing import say
from goedwerk_tui.journal import Kind, Origin
from goedwerk_tui.journal.inbox import leave_note

_MOST = 30 * 1024 * 1024
"""The most bytes of a text: with every sign escaped, the inbox still takes up the note."""


def at_a_terminal() -> bool:
    """Return whether somebody types at standard input."""
    return sys.stdin.isatty()


def typed(invitation: str) -> str:
    """Return what somebody types at the terminal after an invitation, which says how to end."""
    ends = "Ctrl+z en dan Enter" if sys.platform == "win32" else "Ctrl+d"
    say(f"{invitation} {ends} sluit af, of een punt alleen op een regel.")
    return _decoded(typed_lines())


def piped() -> str:
    """Return all that stands on standard input.

    Raises:
        Trouble: it is more than a note can hold.
    """
    return _decoded(sys.stdin.buffer.read(_MOST + 1))


def leave(places: Places, text: str, *, kind: Kind = Kind.NOTE, origin: Origin | None = None) -> None:
    """Leave what was received in the inbox.

    Raises:
        Trouble: it could not be left there; the text was given back on standard output.
    """
    try:
        leave_note(places, text, kind=kind, origin=origin)
    except Trouble:
        say(f"Dit schreef je, en het is niet bewaard:\n\n{text}\n")
        raise


def _decoded(data: bytes) -> str:
    if len(data) > _MOST:
        raise Trouble(
            f"Dit is te veel voor een notitie: er past hoogstens {_MOST // 1024**2} MB in.",
            "Er is niets bewaard.",
            "Verdeel de tekst, of kort hem in.",
        )
    return clean(understood(decode(data))).strip("\n")


def understood(decoded: Decoded) -> str:
    """Return a text, and say for what its bytes were taken when that is not what was to be expected."""
    if decoded.form == "Windows-1252":
        say("Deze tekst is geen UTF-8. Hij is gelezen als Windows-1252; kijk of alle letters kloppen.")
    elif decoded.form != "UTF-8":
        say(f"Deze tekst is gelezen als {decoded.form}.")
    return decoded.text

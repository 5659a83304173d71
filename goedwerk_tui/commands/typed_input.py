"""What a person types or pipes to a command, understood so that no letter of it is lost."""

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.decoding import Decoded, decode_text
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.line_input import CalledOff, piped_bytes, typed_lines
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.journal import Kind, Origin
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.editor_files import draft_key
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
    return _decoded(piped_bytes(_MOST))


def leave(places: Places, text: str, *, kind: Kind = Kind.NOTE, origin: Origin | None = None) -> None:
    """Leave what was received in the inbox.

    Raises:
        Trouble: it could not be left there; the text was given back on standard output.
    """
    with _given_back(text):
        leave_note(places, text, kind=kind, origin=origin)


@contextmanager
def kept_when_called_off(places: Places, origin: Origin | None = None) -> Generator[None]:
    """Keep what somebody typed by the moment of ctrl+c as a draft: it is not wanted as it is, and not thrown away.

    Where there is no journal yet a draft would tell of one; then it waits as a note.

    Args:
        places: where the journal is.
        origin: what is answered, if anything.

    Raises:
        Trouble: it was called off; the message says where the text is now.
    """
    try:
        yield
    except CalledOff as off:
        # Whoever is in a hurry presses it twice, and this is what it would undo.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if at_a_terminal():
            # The line on which it was pressed.
            inform("")
        text = _decoded(off.received)
        if not text.strip():
            raise Trouble("Afgebroken.", "Er is niets bewaard.") from off
        if places.is_backup or not places.journal.exists():
            leave(places, text)
            raise Trouble(
                "Afgebroken.",
                "Wat je typte is bewaard als notitie.",
                "Wil je die niet, gooi die dan weg: in het programma, in Dagboek, met Del.",
            ) from off
        _keep_draft(places, text, origin)
        raise Trouble(
            "Afgebroken.",
            "Wat je typte staat als concept klaar op Thuis.",
            "Daar gaat het met c verder. Wil je het niet, maak het schrijfvak daar dan leeg.",
        ) from off


def _keep_draft(places: Places, text: str, origin: Origin | None) -> None:
    # A note has a key of its own: an open window may be writing another.
    key = draft_key(origin) if origin else new_id()
    kind = Kind.ANSWER if origin else Kind.NOTE
    drafts = Drafts.of(places)
    with _given_back(text):
        drafts.put(drafts.below(Draft(key=key, text=text, origin=origin, kind=kind, at=utc_now())))


@contextmanager
def _given_back(text: str) -> Generator[None]:
    """Print a text that can't be kept."""
    try:
        yield
    except Trouble:
        inform(f"Dit schreef je, en het is niet bewaard:\n\n{text}\n")
        raise


def _decoded(data: bytes) -> str:
    if len(data) > _MOST:
        raise Trouble(
            f"Dit is te veel voor een notitie: er past hoogstens {_MOST // 1024**2} MB in.",
            "Er is niets bewaard.",
            "Verdeel de tekst, of kort hem in.",
        )
    return clean(understood(decode_text(data))).strip("\n")


def understood(decoded: Decoded) -> str:
    """Return a text, and say for what its bytes were taken when that is not what was to be expected."""
    if decoded.form == "Windows-1252":
        inform("Deze tekst is geen UTF-8. Hij is gelezen als Windows-1252; kijk of alle letters kloppen.")
    elif decoded.form != "UTF-8":
        inform(f"Deze tekst is gelezen als {decoded.form}.")
    return decoded.text

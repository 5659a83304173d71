"""What a person types or pipes to a command, understood so that no letter of it is lost."""

import os
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.decoding import Decoded, decode_text
from goedwerk_tui.base.files import remove_file
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.line_input import CalledOff, piped_bytes, typed_lines
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.journal import Kind, Origin
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.journal.drafts import Draft, Drafts, below
from goedwerk_tui.journal.editor_files import draft_key
from goedwerk_tui.journal.inbox import SUFFIX, leave_note

_MOST = 30 * 1024 * 1024
"""The most bytes of a text: with every sign escaped, the inbox still takes up the note."""


def at_a_terminal() -> bool:
    """Return whether somebody types at standard input."""
    return sys.stdin.isatty()


class SoFar:
    """What somebody has typed so far at a terminal, kept on the disk whenever a line is closed."""

    def __init__(self, places: Places, origin: Origin | None = None) -> None:
        """Touch nothing yet.

        Args:
            places: where the journal is.
            origin: what is answered, if anything.
        """
        self._places = places
        self._origin = origin
        self._drafts = Drafts.of(places)
        # A note has a key of its own: an open window may be writing another.
        self._key = draft_key(origin) if origin else new_id()
        self._begun = self._drafts.get(self._key) if origin else None
        self._kept = False
        self._note_id = new_id()
        self.waits_as_note = places.is_backup or not os.path.exists(places.journal)  # noqa: PTH110 - never raises
        """Whether it is kept as a note: where there is no journal yet a draft would tell of one."""

    @property
    def becomes(self) -> str:
        """The id of the note that is left of it at the end; empty for any. Half an answer is a note, and no answer."""
        return "" if self._origin else self._note_id

    def closed(self, lines: bytes) -> None:
        """Keep the lines that were closed; what can't be kept now is kept, or given back, at the end."""
        text = clean(decode_text(lines).text).strip("\n")
        if text.strip() and not self._places.is_backup:
            with suppress(Trouble):
                self.keep(text)

    def keep(self, text: str) -> None:
        """Keep what was typed, in the place of what was kept of it before.

        Raises:
            Trouble: it could not be kept.
        """
        if self.waits_as_note:
            leave_note(self._places, text, id=self._note_id)
        else:
            kind = Kind.ANSWER if self._origin else Kind.NOTE
            draft = Draft(key=self._key, text=text, origin=self._origin, kind=kind, at=utc_now())
            self._drafts.put(below(self._begun, draft))
        self._kept = True

    def is_left(self) -> None:
        """Forget it, now that all of it is left in the inbox; what was begun before stays as it was."""
        if not self._kept:
            return
        with suppress(Trouble):
            if self.waits_as_note and self._origin:
                remove_file(self._places.inbox / f"{self._note_id}{SUFFIX}")
            elif not self.waits_as_note and self._begun:
                self._drafts.put(self._begun)
            elif not self.waits_as_note:
                self._drafts.clear(self._key)


def typed(invitation: str, so_far: SoFar) -> str:
    """Return what somebody types at the terminal after an invitation, which says how to end."""
    ends = "Ctrl+z en dan Enter" if sys.platform == "win32" else "Ctrl+d"
    say(f"{invitation} {ends} sluit af, of een punt alleen op een regel.")
    return _decoded(typed_lines(so_far.closed))


def piped() -> str:
    """Return all that stands on standard input.

    Raises:
        Trouble: it is more than a note can hold.
    """
    return _decoded(piped_bytes(_MOST))


def leave(
    places: Places, text: str, *, kind: Kind = Kind.NOTE, origin: Origin | None = None, so_far: SoFar | None = None
) -> None:
    """Leave what was received in the inbox.

    Args:
        places: where the journal is.
        text: what was received.
        kind: what it is.
        origin: what is answered, if anything.
        so_far: how it was kept while it was typed.

    Raises:
        Trouble: it could not be left there; the text was given back on standard output.
    """
    with _given_back(text):
        leave_note(places, text, kind=kind, origin=origin, id=so_far.becomes if so_far else "")
    if so_far:
        so_far.is_left()


@contextmanager
def kept_when_called_off(places: Places, origin: Origin | None = None) -> Generator[SoFar]:
    """Keep what somebody typed by the moment of ctrl+c as a draft: it is not wanted as it is, and not thrown away.

    Where there is no journal yet a draft would tell of one; then it waits as a note.

    Args:
        places: where the journal is.
        origin: what is answered, if anything.

    Yields:
        What is typed until then.

    Raises:
        Trouble: it was called off; the message says where the text is now.
    """
    so_far = SoFar(places, origin)
    try:
        yield so_far
    except CalledOff as off:
        # Whoever is in a hurry presses it twice, and this is what it would undo.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if at_a_terminal():
            # The line on which it was pressed.
            inform("")
        text = _decoded(off.received)
        if not text.strip():
            raise Trouble("Afgebroken.", "Er is niets bewaard.") from off
        with _given_back(text):
            so_far.keep(text)
        if so_far.waits_as_note:
            raise Trouble(
                "Afgebroken.",
                "Wat je typte is bewaard als notitie.",
                "Wil je die niet, gooi die dan weg: in het programma, in Dagboek, met Del.",
            ) from off
        raise Trouble(
            "Afgebroken.",
            "Wat je typte staat als concept klaar op Thuis.",
            "Daar gaat het met c verder. Wil je het niet, maak het schrijfvak daar dan leeg.",
        ) from off


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

"""What the tests of the journal share."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import goedwerk_tui
from goedwerk_tui.base.disk import Disk
from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Origin, Status, StepProgress

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
_PROCESSES = Path(__file__).parent / "processes"

STRANGE_TEXTS = {
    "brackets": "[bold red]géén opmaak[/] [link=file:///etc/passwd]x[/link] [/]",
    "emoji": "👩🏽‍💻 en 🇳🇱 en 🫥",
    "tabs": "\tingesprongen\t\n\t\n",
    "right to left": "שלום عليكم \u202eomgekeerd\u202c",
    "json": '"}, {"id": "\\u0000", \\ "entries": {',
    "line separators": "een\u2028twee\u2029drie\x85vier\r\nvijf\rzes",
    "combining": "e\u0301 Ŧ ǆ ﬁ ŉ",
    "one line of 200 KB": "woord " * 34_000,
    "empty": "",
    "astral": "\U0010ffff\U00020000",
}
"""Texts that are kept as they are, but for their line ends."""


class Clock:
    """A clock that goes on a minute at every look, and can be set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class Reversing:
    """A seal that anybody can break."""

    def seal(self, plain: bytes) -> bytes:
        return b"SEALED" + plain[::-1]

    def unseal(self, sealed: bytes) -> bytes:
        if not sealed.startswith(b"SEALED"):
            raise ValueError("not sealed")
        return sealed[6:][::-1]


def under_seal(places: Places) -> Places:
    """Return some places of which all that a person wrote in them is sealed."""
    return replace(places, disk=Disk(Reversing()))


def start(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Start one of the scripts in ``processes`` as a process of its own."""
    root = Path(goedwerk_tui.__file__).parents[1]
    return subprocess.Popen(
        [sys.executable, _PROCESSES / script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(root)])},
    )


def begin(places: Places) -> None:
    """Write a journal with one note, so that the app opens on Thuis and a step at its place."""
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "van eerder")
    journal.close()


def files_under(folder: Path) -> dict[str, bytes]:
    """Return the content of every file under a folder, by its path in it."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def good_journal(places: Places) -> bytes:
    """Write a journal with something of everything, and return its bytes."""
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    for number, text in enumerate(STRANGE_TEXTS.values()):
        origin = Origin("nl", "opening", "stap", f"vraag-{number}", "Opening", "Stap", "Wat zie je?")
        entry = journal.add(Kind.ANSWER, text[:300], origin=origin)
        journal.change(entry.id, text[:300] + " anders")
        journal.mark(entry.id, Mark.BRING, True)
    journal.set_progress("stap", StepProgress(Status.DONE, "vraag-1", clock()))
    journal.set_position("stap", "vraag-1")
    journal.skip("stap", "vraag-2")
    journal.set_meeting(Meeting("eerste", date(2026, 12, 3), "opening"))
    return places.journal.read_bytes()

"""The commands that read the journal or leave something for it."""

import argparse
import sys

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.words import how_many, origin_line, written_by_choice
from goedwerk_tui.journal import Entry, Journal

_WIDTH = 76


def note(options: argparse.Namespace) -> int:
    """Leave a loose note in the inbox; the journal itself is not opened and no lock is needed."""
    from goedwerk_tui.journal.inbox import leave_note

    text = _text_of(options.text)
    if not text.strip():
        raise Trouble("Er stond niets in.", "Er is niets bewaard.", "Geef een tekst mee, of typ er een.")
    leave_note(find_places(options.journal), text)
    print("Bewaard. De notitie staat de volgende keer in je dagboek.")
    return 0


def _text_of(words: list[str]) -> str:
    if words == ["-"]:
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if words:
        return " ".join(words)
    return typed("Schrijf je notitie. Een lege regel sluit af.")


def typed(invitation: str) -> str:
    """Return what stands on standard input; at a terminal the person is invited, and an empty line ends it."""
    if sys.stdin.isatty():
        print(invitation)
    lines: list[str] = []
    for line in sys.stdin:
        if sys.stdin.isatty() and not line.strip():
            break
        lines.append(line)
    return "".join(lines).strip("\n")


def find(options: argparse.Namespace) -> int:
    """Print the entries in which all words occur, newest first."""
    found = _open(options).find(" ".join(options.words))
    for entry in found:
        print_entry(entry)
    print(how_many(len(found), "stuk gevonden.", "stukken gevonden.") if found else "Niets gevonden.")
    return 0


def print_entry(entry: Entry) -> None:
    """Print one entry: when, where it comes from and its id, what was asked, and how the text begins."""
    print(f"{short_date(local(entry.changed).date())}  {origin_line(entry)}  [{entry.id}]")
    if entry.origin:
        print(f"    {shorten(entry.origin.words, _WIDTH)}")
    text = entry.text if entry.text.strip() else written_by_choice(entry)
    print(f"    {shorten(text, _WIDTH)}\n")


def where(options: argparse.Namespace) -> int:
    """Print where everything lives."""
    from goedwerk_tui.programme import standard_folder

    places = find_places(options.journal)
    rows = (
        ("dagboek", places.journal),
        ("inbox", places.inbox),
        ("concepten", places.drafts),
        ("reservekopieën", places.backups),
        ("instellingen", places.settings),
        ("slot", places.state),
        ("programma", options.content or standard_folder()),
    )
    for name, path in rows:
        print(f"{name:<15} {path}{'' if path.exists() else '  (nog niet gemaakt)'}")
    return 0


def _open(options: argparse.Namespace) -> Journal:
    return Journal.open(find_places(options.journal), read_only=True)

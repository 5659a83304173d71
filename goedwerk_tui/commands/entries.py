"""The commands that read the journal or leave something for it."""

import argparse
import os
from pathlib import Path

from goedwerk_tui.base.clock import local, short_date
from goedwerk_tui.base.places import Places, SetBy, content_paths, find_places
from goedwerk_tui.base.settings import read_settings, settings_trouble
from goedwerk_tui.base.text import shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.beside import open_beside
from goedwerk_tui.commands.line_input import waits_on_input
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.commands.typed_input import SoFar, at_a_terminal, kept_when_called_off, leave, piped, typed
from goedwerk_tui.guidance.half_done_messages import what_is_half_done
from goedwerk_tui.guidance.one_line import one_line
from goedwerk_tui.guidance.words import how_many, origin_line
from goedwerk_tui.journal import Entry, Journal, JournalMissing, JournalUnreadable
from goedwerk_tui.journal.search import drafts_with
from goedwerk_tui.journal.trouble import refuse_backup, refuse_missing

_WIDTH = 76
_SET_BY = {SetBy.SETTINGS: "zo staat het in je instellingen", SetBy.COMMAND: "zo staat het in je opdracht"}


def note(options: argparse.Namespace) -> int:
    """Leave a loose note in the inbox; the journal itself is not opened and no lock is needed."""
    places = find_places(options.journal)
    try:
        refuse_missing(places)
    except JournalMissing as missing:
        # Before anything is typed.
        raise Trouble(missing.happened, "Je notitie is niet bewaard.", missing.advice) from missing
    if not options.text and at_a_terminal():
        # Before anything is typed; what was given already is said when it is refused.
        refuse_backup(places)
    with kept_when_called_off(places) as so_far:
        text = _text_of(options.text, so_far)
    if not text.strip():
        raise Trouble("Er stond niets in.", "Er is niets bewaard.", "Geef een tekst mee, of typ er een.")
    leave(places, text, so_far=so_far)
    inform("Bewaard. De notitie staat de volgende keer in je dagboek.")
    if options.text and options.text[0] != "-" and waits_on_input():
        # It may be the rest of a loop of the shell, that is not ours to read.
        inform("Wat een ander programma aanleverde is niet gelezen. Met ‘goedwerk noteer - TEKST’ komt dat eronder.")
    return 0


def _text_of(words: list[str], so_far: SoFar) -> str:
    if words and words != ["-"]:
        if at_a_terminal() or words[0] != "-":
            return " ".join(words)
        below = piped()
        return "\n\n".join((" ".join(words[1:]), below)) if below.strip() else " ".join(words)
    return typed("Schrijf je notitie.", so_far) if at_a_terminal() else piped()


def find(options: argparse.Namespace) -> int:
    """Print the entries in which all words occur, newest first; where there is none, say which draft has them."""
    from goedwerk_tui.journal.half_done import half_done

    places, words = find_places(options.journal), " ".join(options.words)
    journal, _ = open_beside(options, places, quiet=True)
    found = journal.find(words)
    for entry in found:
        print_entry(entry)
    half = () if found else tuple(drafts_with(words, half_done(journal)))
    if half:
        say(f"Niets gevonden in wat je bewaarde. {what_is_half_done(half)}")
    else:
        say(how_many(len(found), "stuk gevonden.", "stukken gevonden.") if found else "Niets gevonden.")
    return 0


def print_entry(entry: Entry) -> None:
    """Print one entry: when, where it comes from and its id, what was asked, and how the text begins."""
    say(f"{short_date(local(entry.changed).date())}  {origin_line(entry)}  [{entry.id}]")
    if entry.origin:
        say(f"    {shorten(entry.origin.words, _WIDTH)}")
    say(f"    {shorten(one_line(entry), _WIDTH)}\n")


def where(options: argparse.Namespace) -> int:
    """Print where everything lives, and what decided so."""
    from goedwerk_tui.journal.backups import Backups
    from goedwerk_tui.journal.editor_pages import files_on_pages
    from goedwerk_tui.journal.records import head_id
    from goedwerk_tui.journal.traces import other_journals
    from goedwerk_tui.programme import open_content, standard_folder

    places = find_places(options.journal)
    if options.verslag:
        from goedwerk_tui.commands.report import report

        say("\n".join(report(places)))
        return 0
    named = content_paths(read_settings(places.settings), places.config)
    content = tuple(options.content or named)
    _print_place("dagboek", places.journal, places.journal_set_by)
    if places.usual and places.is_own and places.usual.journal.exists():
        _print_place("", places.usual.journal, about="op de gewone plek, blijft zoals het is")
    for each in _fuller(places):
        _print_place("", each, about="ook dit dagboek, met iets erin dat hier niet staat")
    for each in other_journals(places):
        _print_place("", each, about="een ander dagboek; met --journal open je het")
    _print_place("inbox", places.inbox)
    _print_place("concepten", places.drafts)
    for file in files_on_pages(places):
        _print_place("", file, about="een antwoord dat in je editor openstaat of daar bleef")
    chosen = SetBy.SETTINGS if places.backups != places.backups_beside else None
    _print_place("reservekopieën", places.backups, chosen)
    if chosen and places.backups_beside.exists():
        _print_place("", places.backups_beside)
    for folder in Backups(places).earlier_folders(head_id(places.journal, places.disk)):
        _print_place("", folder, about="van eerder")
    _print_place("instellingen", places.settings)
    if trouble := settings_trouble(places.settings):
        say(f"{'':<15} {trouble.happened}")
    if not places.settings_understood:
        say(f"{'':<15} waar je dagboek staat is daardoor niet zeker")
    _print_place("slot", places.state)
    _print_place("programma", standard_folder())
    set_by = SetBy.COMMAND if options.content else SetBy.SETTINGS
    for path in content:
        _print_place("eigen inhoud", path, set_by)
    for notice in open_content(content, places.content_copies).notices:
        say(f"{'':<15} {notice}")
    return 0


def _fuller(places: Places) -> tuple[Path, ...]:
    from goedwerk_tui.journal.maintenance import fuller_elsewhere

    try:
        return fuller_elsewhere(Journal.open(places, read_only=True))
    except JournalUnreadable:
        return ()


def _print_place(name: str, path: Path, set_by: SetBy | None = None, *, about: str = "") -> None:
    remarks = [about] if about else []
    if set_by and set_by in _SET_BY:
        remarks.append(_SET_BY[set_by])
    if not os.path.lexists(path):
        remarks.append("is er nu niet" if set_by is SetBy.SETTINGS else "nog niet gemaakt")
    elif not os.path.exists(path):  # noqa: PTH110 - that of ``Path`` raises where one may not look
        remarks.append("een koppeling die nergens uitkomt")
    remark = f"  ({', '.join(remarks)})" if remarks else ""
    say(f"{name:<15} {path}{remark}")

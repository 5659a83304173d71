"""What tells that there was a journal where there is none now."""

import os
from pathlib import Path
from typing import cast

from msgspec import Struct

from goedwerk_tui.base.files import real_path
from goedwerk_tui.base.places import Places, SetBy
from goedwerk_tui.journal.backup import Backup
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.entry import Entry, Kind
from goedwerk_tui.journal.inbox import read_inbox
from goedwerk_tui.journal.machine_files import machine_files, was_signed
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.trouble import JournalMissing


class Traces(Struct, frozen=True):
    """What was found of a journal that is not where it should be."""

    backups: tuple[Backup, ...] = ()
    """Newest first."""
    drafts: int = 0
    """How many texts were being typed."""
    exports: bool = False
    """Whether the log of an export waits in the inbox, of entries that don't."""
    used: bool = False
    """Whether this machine had something open here before."""
    certain: bool = True
    """Whether there was a journal; otherwise somebody began, and it can't be told whether it came to one."""
    others: tuple[Path, ...] = ()
    """Journals in the same folder, under other names."""


class JournalVanished(JournalMissing):
    """There is no journal at its place, and there was one: nothing new is begun there unasked."""

    def __init__(self, places: Places, traces: Traces) -> None:
        """Say what is missing, what was found, and what brings it back."""
        super().__init__(places)
        self.traces = traces
        self.happened = f"Je dagboek ‘{places.journal}’ is er niet, maar er is er wel een geweest: {_found(traces)}."
        if not traces.certain:
            self.happened = (
                f"Een dagboek ‘{places.journal}’ is er niet. Wel is hier eerder iets begonnen: {_found(traces)}. Of er"
                " toen een dagboek was, is niet te zien."
            )
        self.meaning = "Hier is niets nieuws begonnen, en wat er nog is staat er nog."
        self.advice = (
            "Is het verplaatst of hernoemd, zet het dan terug. ‘goedwerk herstel’ toont de reservekopieën en zet er een"
            " terug."
        )
        if traces.others:
            names = ", ".join(f"‘{each}’" for each in traces.others)
            self.advice += f" In dezelfde map staat ook {names}; ‘goedwerk --journal BESTAND’ opent het."
        self.args = (f"{self.happened} {self.meaning} {self.advice}",)


def find_traces(places: Places) -> Traces | None:
    """Return what tells that a journal was here; None when it is here, or when nothing tells so."""
    if os.path.lexists(places.journal):
        return None
    waiting = {each.id: each for each in read_inbox(places.inbox, places.disk).entries.values()}
    of_this_machine = machine_files(places)
    drafts, counted, signed = (
        Drafts.of(places).all(),
        of_this_machine.trash_days.exists(),
        was_signed(places),
    )
    backups, others = Backups(places).list(), other_journals(places)
    exports = any(not _exported(each) <= waiting.keys() for each in waiting.values())
    told = any(each.journal is not None for each in drafts)
    traces = Traces(
        backups,
        len(drafts),
        exports,
        used=signed or counted or of_this_machine.lock.exists(),
        others=others,
        certain=bool(backups or others or exports or signed or counted or told),
    )
    # In a folder that a person chose there may be any number of journals; in ours there is one.
    moved = traces.others and places.journal_set_by is SetBy.PROGRAM
    return traces if traces.backups or traces.drafts or traces.exports or traces.used or moved else None


def refuse_vanished(places: Places) -> None:
    """See to it that no new journal is begun where there was one, unless a person said so.

    Raises:
        JournalVanished: there was.
    """
    if not places.begin_anew and (traces := find_traces(places)):
        raise JournalVanished(places, traces)


def other_journals(places: Places) -> tuple[Path, ...]:
    """Return the journals in the journal's folder that are not this one nor copies of it."""
    real = real_path(places.journal)
    own = head_id(real, places.disk)
    try:
        files = sorted(each for each in real.parent.glob("*.json") if each.is_file() and each != real)
    except OSError:
        return ()
    return tuple(each for each in files if (id := head_id(each, places.disk)) is not None and id != own)


def _exported(entry: Entry) -> set[str]:
    """Return the ids of what left, of an entry in the log of exports; of any other none."""
    export: object = (entry.data or {}).get("export") if entry.kind is Kind.LOG else None
    ids = cast("dict[str, object]", export).get("entries") if isinstance(export, dict) else None
    return {each for each in cast("list[object]", ids) if isinstance(each, str)} if isinstance(ids, list) else set()


def _found(traces: Traces) -> str:
    said: list[str] = []
    if number := len(traces.backups):
        said.append("1 reservekopie" if number == 1 else f"{number} reservekopieën")
    if traces.drafts:
        said.append("1 concept" if traces.drafts == 1 else f"{traces.drafts} concepten")
    if traces.exports:
        said.append("een bericht over een bestand dat je deelde")
    if traces.used:
        said.append("het slot van een vorige keer")
    if traces.others:
        said.append("een dagboek onder een andere naam" if len(traces.others) == 1 else "dagboeken onder andere namen")
    return ", ".join(said)

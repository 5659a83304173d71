"""The commands that put back, merge and wipe. They change the journal, so no window may have it open meanwhile."""

import argparse
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from goedwerk_tui.base.files import ReadFailed
from goedwerk_tui.base.places import Places, drafts_beside, expanded, find_places
from goedwerk_tui.base.text import whole_number
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.commands.asking import ask_about_brought, confirm
from goedwerk_tui.commands.entries import print_entry
from goedwerk_tui.commands.opening import alone, finish_what_was_cut_short
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.guidance import (
    backup_messages,
    care_messages,
    half_done_messages,
    merge_messages,
    older_messages,
    wiping_messages,
)
from goedwerk_tui.guidance.counting import counted
from goedwerk_tui.journal import Journal, JournalMissing, JournalUnreadable, State
from goedwerk_tui.journal.backup import Backup, Why, difference
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.bringing_back import bring_back
from goedwerk_tui.journal.editor_pages import take_up_pages
from goedwerk_tui.journal.restoring import find_rescue, is_damaged, replace_unreadable, restorable, restore
from goedwerk_tui.journal.shutting_in import Unsure, let_go, shut_in_by_rescue
from goedwerk_tui.journal.trouble import NoSuchEntry, refuse_backup, refuse_missing

_NOT_WIPED = "Er is niets gewist"


def recover(options: argparse.Namespace) -> int:
    """List the backups and what can be rescued, or put something back."""
    places = find_places(options.journal)
    refuse_backup(places)
    if options.redden:
        return _rescue(places)
    if options.weer_mee:
        return _let_go(places)
    if options.ontbrekend or options.zo_laten:
        return _answer_older(places, leave_so=options.zo_laten)
    if places.journal.exists():
        with suppress(JournalUnreadable):
            finish_what_was_cut_short(Journal.open(places, read_only=True), say)
    if options.backup is None:
        return _list(places)
    backup = _chosen(places, options.backup)
    return _show(places, backup) if options.toon else _restore(places, backup, options.id)


def merge(options: argparse.Namespace) -> int:
    """Take in all that another copy of the journal has."""
    from goedwerk_tui.journal.drafts import Drafts
    from goedwerk_tui.journal.merging import merge_file, read_brought

    path = expanded(options.file).absolute()
    places = find_places(options.journal)
    refuse_missing(places)
    brought = read_brought(path, places.disk)
    with alone(places) as places:
        journal = Journal.open(places)
        ask_about_brought(journal, brought, path, agreed=options.ook_ander)
        merged = merge_file(journal, path)
    inform(f"Samengevoegd: {merge_messages.what_merged(merged)}. Het bestand zelf is niet veranderd.")
    if stay := wiping_messages.where_gone_words_stay(journal):
        inform(stay)
    if unsure := backup_messages.what_is_unsure(merged.unsure):
        inform(unsure)
    if merged.left:
        inform(care_messages.where_wiped_may_stand(merged.left))
    folders = (each for each in drafts_beside(path, places.disk) if each != places.drafts)
    drafts = (Drafts(each, places.disk).files_of(brought.id, unsigned=False) for each in folders)
    left_there = (draft for each in drafts for draft in each.values())
    if half_done := half_done_messages.what_did_not_come(left_there):
        inform(half_done)
    return 0


def wipe(options: argparse.Namespace) -> int:
    """Wipe some entries, or everything, once the person has typed that it may be done."""
    from goedwerk_tui.journal.erasure import wipe_everything
    from goedwerk_tui.journal.out_of_reach import where_linked
    from goedwerk_tui.journal.wipeable import refuse_foreign

    places = find_places(options.journal)
    refuse_backup(places)
    if not options.id:
        refuse_foreign(places)
    here = (places.journal, places.inbox, places.drafts, *places.backup_folders)
    if not any(map(os.path.lexists, here)) and not Backups(places).list():
        refuse_missing(places)
        raise Trouble("Er is niets om te wissen: hier staat geen dagboek.")
    with alone(places) as places:
        take_up_pages(places)
        if options.id:
            return _wipe_some(places, options.id)
        doomed_id = _journal_id(places)
        if isinstance(trouble := _present(places)[1], JournalMissing):
            say(f"{trouble.happened} Wat daar staat kan nu niet worden gewist.")
        elif trouble is not None:
            say(f"{trouble.happened} Het gaat toch weg als je doorgaat.")
        beside = wiping_messages.what_goes_beside(places)
        say(f"Dit wist je hele dagboek ({places.journal}), met concepten, inbox{beside}.")
        if also := wiping_messages.what_goes_too(places, doomed_id):
            say(also)
        if linked := where_linked(places):
            say(linked)
        say("Niemand kan het daarna nog terughalen, jij ook niet.")
        confirm("alles wissen", "Hier gaat het om alles, dus zijn het twee woorden.", refused=_NOT_WIPED)
    wiped = wipe_everything(places, journal_id=doomed_id)
    inform(wiping_messages.what_wiped(wiped))
    return 1 if wiped.left else 0


def _wipe_some(places: Places, ids: list[str]) -> int:
    from goedwerk_tui.guidance.text_overlap import elsewhere
    from goedwerk_tui.guidance.wiping import wipe_pieces
    from goedwerk_tui.journal.half_done import half_done
    from goedwerk_tui.journal.left_behind import take_drafts_along
    from goedwerk_tui.journal.out_of_reach import where_linked

    journal = Journal.open(places)
    take_drafts_along(journal)
    for each in ids:
        entry = journal.entries.get(each)
        if entry is None:
            raise NoSuchEntry(each)
        if entry.state is State.WIPED:
            raise Trouble(f"Het stuk met id ‘{each}’ is al gewist.", "Er is niets veranderd.")
        print_entry(entry)
    say(wiping_messages.WHAT_WIPING_DOES)
    found = elsewhere(ids, tuple(journal.entries.values()), half_done(journal))
    if stay := wiping_messages.where_words_stay(found):
        say(f"{stay}\n")
    if then := wiping_messages.what_may_leave_then(ids, found, journal):
        say(f"{then}\n")
    if found.made:
        say("Wil je ook wissen wat eruit kwam, zet dan ook de id’s daarvan achter --id.\n")
    if linked := where_linked(places):
        say(linked)
    for each in found.entries:
        print_entry(each.entry)
    confirm("wissen", refused=_NOT_WIPED)
    wiped = wipe_pieces(journal, ids)
    inform(wiping_messages.what_wiped(wiped))
    if came := wiping_messages.where_gone_words_stay(journal):
        inform(came)
    return 1 if wiped.left else 0


def _list(places: Places) -> int:
    book, trouble = _present(places)
    if trouble is not None:
        say(f"{trouble.happened} {trouble.meaning}\n")
        if not is_damaged(trouble):
            say(trouble.advice)
    backups = Backups(places)
    found = backups.list()
    for number, backup in enumerate(found, start=1):
        earlier = _read(backups, backup)
        say(f"{number:>3}  {backup_messages.what_backup(backup, earlier)}")
        if earlier is not None and book is not None:
            say(f"     {backup_messages.what_differs(difference(earlier, book))}")
    if away := backup_messages.where_else(places, book.id if book else None):
        say(away)
    elif not found and trouble is None:
        say("Er zijn nog geen reservekopieën. De eerste komt er vanzelf als je het programma opent.")
    if trouble is not None and not isinstance(trouble, JournalMissing) and is_damaged(trouble):
        _offer_rescue(places)
    elif isinstance(trouble, JournalMissing) and not is_damaged(trouble):
        _offer_new_one(found)
    elif found:
        say("\nTerugzetten: goedwerk herstel NUMMER. Eerst kijken wat erin staat: goedwerk herstel NUMMER --toon.")
    return 0


def _offer_rescue(places: Places) -> None:
    rescue = find_rescue(places)
    say(f"\n{backup_messages.what_salvaged(rescue)}")
    if rescue.book.entries:
        say(f"Met de reservekopieën samen is dat {counted(rescue.book.entries.values())}.")
        say("\nAlles terugzetten wat er te vinden is: goedwerk herstel --redden")
        say("Alleen een reservekopie terugzetten: goedwerk herstel NUMMER")
        say("Het bestand dat niet gelezen kan worden blijft bij de reservekopieën bewaard.")


def _offer_new_one(found: Sequence[Backup]) -> None:
    """Say how a journal whose disk will never come back goes on from its newest backup."""
    newest = next((each.path for each in found if each.why is not Why.ASIDE), None)
    if newest is not None:
        say("\nKomt die schijf niet meer terug, dan maak je van de nieuwste reservekopie een nieuw dagboek met:")
        say(f"goedwerk samenvoegen --journal NIEUW.json {as_typed(newest)}")


def _rescue(found: Places) -> int:
    with alone(found) as places:
        _, trouble = _present(places)
        if trouble is None:
            raise Trouble("Er valt niets te redden: je dagboek kan gewoon worden gelezen.", "Er is niets veranderd.")
        if not is_damaged(trouble):
            raise trouble
        rescue = find_rescue(places)
        if not rescue.book.entries:
            raise Trouble("Er is niets gevonden om te redden.", "Er is niets veranderd.")
        _put_in_place(places, rescue.book, rescue.unsure, unread=rescue.salvaged.unread)
    return 0


def _let_go(found: Places) -> int:
    """Let what a rescue shut in leave again, once the person has seen what that is."""
    with alone(found) as places:
        journal = Journal.open(places)
        entries = shut_in_by_rescue(journal)
        if not entries:
            raise Trouble("Er is niets dat sinds een redding nooit meegaat.", "Er is niets veranderd.")
        for each in entries:
            print_entry(each)
        say("Deze stukken gaan sinds een redding nooit mee. Is er een bij die hier moet blijven, stop dan:")
        say("in het programma laat je ze met ctrl+x een voor een weer meegaan.")
        confirm("weer mee", refused="Er is niets veranderd")
        let_go(journal, entries)
    inform(f"Nu mag weer mee: {counted(entries)}.")
    return 0


def _answer_older(found: Places, *, leave_so: bool) -> int:
    """Bring back what an older file in the journal's place lacks, or go on with that file as it is."""
    with alone(found) as places:
        journal = Journal.open(places)
        if journal.store.older.is_answered:
            raise Trouble("Er ontbreekt niets dat hier eerder stond.", "Er is niets veranderd.")
        if leave_so:
            journal.store.accept_older()
            inform("Je dagboek blijft zoals het nu is.")
        else:
            inform(older_messages.what_came_from_backups(bring_back(journal)))
    return 0


def _show(places: Places, backup: Backup) -> int:
    earlier, _ = restorable(places, Backups(places).read(backup))
    say(f"{backup_messages.what_backup(backup, earlier)}\n")
    for entry in sorted(earlier.live, key=lambda each: each.created, reverse=True):
        print_entry(entry)
    return 0


def _restore(found: Places, backup: Backup, ids: list[str] | None) -> int:
    with alone(found) as places:
        _, trouble = _present(places)
        if trouble is not None and not is_damaged(trouble):
            raise trouble
        if trouble is None and places.journal.exists():
            restored = restore(Journal.open(places), backup, ids)
            inform(backup_messages.what_was_restored(restored))
        elif ids:
            raise Trouble(
                "Van een dagboek dat niet gelezen kan worden is alleen alles tegelijk terug te zetten.",
                "Er is niets veranderd.",
                "Laat --id weg.",
            )
        else:
            _put_in_place(places, *restorable(places, Backups(places).read(backup)))
    return 0


def _put_in_place(places: Places, book: Book, unsure: Unsure, *, unread: int = 0) -> None:
    aside = replace_unreadable(places, book)
    inform(f"Teruggezet: {counted(book.entries.values())}.")
    if aside is not None:
        inform(f"Het bestand dat niet gelezen kon worden staat nu in {aside.path}.")
        if unread:
            inform(backup_messages.what_stays_unread(unread))
    if said := backup_messages.what_is_unsure(unsure):
        inform(said)


def _chosen(places: Places, named: str) -> Backup:
    found = Backups(places).list()
    number = whole_number(named)
    if number and number <= len(found):
        return found[number - 1]
    for backup in found:
        if backup.path.name == Path(named).name:
            return backup
    raise Trouble(
        f"Er is geen reservekopie ‘{named}’.", "Er is niets veranderd.", "‘goedwerk herstel’ toont welke er zijn."
    )


def _present(places: Places) -> tuple[Book | None, JournalUnreadable | None]:
    """Return what is in the journal, or why it can't be read."""
    try:
        return Journal.open(places, read_only=True).book, None
    except JournalUnreadable as trouble:
        return None, trouble


def _read(backups: Backups, backup: Backup) -> Book | None:
    try:
        return backups.read(backup)
    except JournalUnreadable:
        return None


def _journal_id(places: Places) -> str | None:
    """Return the journal's id, by which copies beside it are found; also of one that is damaged."""
    from goedwerk_tui.journal.rescue import salvage_file

    book, _ = _present(places)
    if book is not None:
        return book.id
    try:
        return salvage_file(places.journal, places.disk).journal_id
    except ReadFailed:
        return None

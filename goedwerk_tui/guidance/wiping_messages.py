"""What is said about wiping, in Dutch: what it does, what is gone, and what it can’t reach."""

from collections.abc import Collection, Sequence

from goedwerk_tui.base.files import folder_is_there
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.backup_messages import where_before
from goedwerk_tui.guidance.exercises.made import names_of_made
from goedwerk_tui.guidance.half_done_messages import places_of
from goedwerk_tui.guidance.merge_messages import what_copies_brought
from goedwerk_tui.guidance.text_overlap import Elsewhere, Standing, elsewhere
from goedwerk_tui.guidance.words import NAMED, how_many, name_of, paths_of, pieces
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.copies import find_copies
from goedwerk_tui.journal.doomed import Finished
from goedwerk_tui.journal.erasure import Wiped
from goedwerk_tui.journal.half_done import half_done
from goedwerk_tui.journal.kept_files import other_seats

WHAT_WIPING_DOES = (
    "Wissen haalt de tekst weg uit je dagboek, uit alle oudere versies ervan, uit je concepten en uit alle"
    " reservekopieën. Daarna kan niemand hem nog terughalen, jij ook niet."
)


def what_goes_beside(places: Places) -> str:
    """Return what is wiped with a journal besides its own file and copies of it, to follow ‘concepten, inbox’."""
    if not places.is_own:
        return " en reservekopieën"
    names = f" en je lijst met namen ({places.names.name})" if places.names.exists() else ""
    return f", reservekopieën{',' if names else ' en'} instellingen{names}"


def what_goes_too(places: Places, journal_id: str | None) -> str:
    """Return which copies go with everything, and in which places of before something does; empty when in none."""
    if journal_id is None:
        return ""
    folders = (each for each in Backups(places).earlier_folders(journal_id) if folder_is_there(each))
    copies = find_copies(places, journal_id) if places.journal.exists() else ()
    also = dict.fromkeys((*copies, *(each.journal for each in other_seats(places, journal_id)), *folders))
    return f"Ook wat er van dit dagboek staat in {paths_of(also)}." if also else ""


def what_wiped(wiped: Wiped) -> str:
    """Return what is gone, what could not be reached, and what no program can reach."""
    parts = [f"Gewist: {pieces(len(wiped.entries))}."] if wiped.entries else ["Gewist."]
    if wiped.merged.files:
        parts.append(f"{what_copies_brought(wiped.merged)} Wat je wiste staat daar niet meer in.")
    if wiped.kept:
        notes = how_many(len(wiped.kept), "notitie", "notities")
        parts.append(f"Wat je er in een ander bestand van dit dagboek nog bij schreef is er nog, als {notes}.")
    if wiped.left:
        parts.append(f"Niet gelukt bij {paths_of(wiped.left)}: dat kon niet worden gelezen of geschreven.")
    if wiped.beside_pages:
        parts.append(
            f"Je editor liet bij je antwoord {paths_of(wiped.beside_pages)} achter. Daar kunnen deze woorden nog in"
            " staan; heb je het niet meer nodig, verwijder het dan."
        )
    if wiped.away:
        then = "Zodra zo’n map er weer is, wordt het daar ook gewist." if wiped.entries else "Kijk daar zelf."
        parts.append(f"{where_before(wiped.away)} {then}")
    if wiped.others:
        parts.append(f"In {paths_of(wiped.others)} staat nu een ander dagboek; dat is gebleven.")
    if wiped.unseen:
        parts.append(
            f"Het schrijven naar {paths_of(wiped.unseen)} is eerder afgebroken, en die map is er nu niet. Kijk daar"
            " zelf of er nog een half bestand staat, met een naam die op .goedwerk-tmp eindigt."
        )
    return " ".join((*parts, wiped.elsewhere)).strip()


def what_was_finished(done: Finished) -> str:
    """Return that a wiping of everything was cut short, and what became of it now."""
    said = ["Je wiste eerder alles, en dat was afgebroken."]
    if not (done.left or done.missing or done.elsewhere):
        return f"{said[0]} Het is nu afgemaakt."
    said.append("Er is nu meer gewist, maar niet alles." if done.removed else "Er is nu niets gewist.")
    if done.elsewhere:
        said.append("Deze map is een kopie van die waarin je dat deed, of stond toen ergens anders.")
    if done.left:
        said.append(f"Gebleven is {paths_of(done.left)}: dat kon niet weg, of het is intussen veranderd.")
    if done.missing:
        said.append(f"Niet gevonden is {paths_of(done.missing)}. Staat dat nu ergens anders, verwijder het daar zelf.")
    return " ".join((*said, "Wil je wat hier nog staat ook wissen, geef dan ‘goedwerk wissen’."))


def where_words_stay(found: Elsewhere) -> str:
    """Return where else the words stand that are about to be wiped; empty when nowhere."""
    said: list[str] = []
    made, others = found.made, [each for each in found.entries if not each.made]
    if made:
        said.append(f"Hieruit kwam ook {names_of_made(made)}. {_stay(len(made))}.")
    if others:
        said.append(f"{_where(others)} {_stay(len(others))}.")
    if found.drafts:
        places = places_of(found.drafts)
        said.append(f"Wat half af is bij {places} houdt deze woorden ook vast, tot je het daar afmaakt of weghaalt.")
    if found.shortened:
        said.append(
            f"Wat half af is bij {places_of(found.shortened)} houdt deze woorden ook vast: daar gaan ze mee weg."
            " Wat je er sindsdien bij schreef, blijft daar staan."
        )
    if found.lost:
        said.append(f"Wat je bij {places_of(found.lost)} nog typte en niet bewaarde, gaat mee weg.")
    return " ".join(said)


def where_gone_words_stay(journal: Journal) -> str:
    """Return where else the words stand of what was wiped on one machine and stood on another; empty when nowhere.

    What came together since this was asked last is told once. Slow in a large journal; it reads the disk.
    """
    if not (gone := journal.store.take_gone()):
        return ""
    emptied = [each for each in gone if each.id in journal.entries and journal.entries[each.id].newest.is_emptying]
    wiped = [each for each in gone if each not in emptied]
    said: list[str] = []
    if stay := where_words_stay(_elsewhere_than(wiped, journal)):
        said.append(f"Wat hier of op een ander apparaat gewist is, is als stuk weg. {stay}")
    if free := _free_to_leave(_elsewhere_than(emptied, journal), journal):
        where = f"{_where(free)} Niets houdt die daar nu nog tegen."
        said.append(f"Wat nooit mee mocht, is vanzelf uit de prullenbak verdwenen. {where}")
    return " ".join(said)


def what_may_leave_then(entry_ids: Collection[str], found: Elsewhere, journal: Journal) -> str:
    """Return where words of what never leaves stand that nothing keeps back once it is gone; empty for nowhere.

    Args:
        entry_ids: what is to go.
        found: where else its words stand.
        journal: the journal.
    """
    if not journal.marked(Mark.NEVER_LEAVE).intersection(entry_ids):
        return ""
    free = _free_to_leave(found, journal)
    return f"Dit mag nooit mee. {_where(free)} Is dit weg, dan houdt niets die daar nog tegen." if free else ""


def what_may_leave_without(entry_ids: Collection[str], journal: Journal) -> str:
    """Return what ``what_may_leave_then`` does of what goes to the trash, or went there. Slow in a large journal."""
    gone = journal.marked(Mark.NEVER_LEAVE).intersection(entry_ids)
    return what_may_leave_then(gone, elsewhere(gone, tuple(journal.entries.values())), journal) if gone else ""


def _elsewhere_than(gone: Collection[Entry], journal: Journal) -> Elsewhere:
    ids = frozenset(each.id for each in gone)
    there = (each for each in journal.entries.values() if each.id not in ids)
    return elsewhere(ids, (*map(journal.as_read, gone), *there), half_done(journal))


def _free_to_leave(found: Elsewhere, journal: Journal) -> list[Standing]:
    """Return what of this may leave with the words in it."""
    never = journal.marked(Mark.NEVER_LEAVE)
    may = [each for each in found.entries if each.entry.id not in never and each.entry.kind is not Kind.LOG]
    return [each for each in may if each.entry.state is State.LIVE and not each.earlier]


def _where(found: Sequence[Standing]) -> str:
    names = [_named(each) for each in found[:NAMED]]
    if more := len(found) - len(names):
        names.append(f"en nog {pieces(more)}")
    return f"Dezelfde woorden staan ook in {'; '.join(names)}."


def _stay(number: int) -> str:
    if number == 1:
        return "Dat stuk blijft staan tot je het ook wist"
    return "Die stukken blijven staan tot je ze ook wist"


def _named(standing: Standing) -> str:
    entry = standing.entry
    name = name_of(entry)
    if entry.state is State.TRASH:
        return f"{name} (in de prullenbak)"
    return f"{name} (in een eerdere versie)" if standing.earlier else name

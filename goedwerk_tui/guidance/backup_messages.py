"""What is said about keeping the journal, in Dutch: backups, copies, restoring and wiping."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from goedwerk_tui.base.clock import date_and_time, local, long_date
from goedwerk_tui.base.files import folder_is_there
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.guidance.exercises.made import names_of_made
from goedwerk_tui.guidance.text_overlap import Elsewhere, Standing
from goedwerk_tui.guidance.words import how_many, origin_line, place_of
from goedwerk_tui.journal import Entry, Kind, State
from goedwerk_tui.journal.backups import Backup, BackupDifference, Backups, Why
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.copies import Merged, find_copies
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.journal.erasure import Wiped
from goedwerk_tui.journal.kept_files import other_seats
from goedwerk_tui.journal.maintenance import Cared
from goedwerk_tui.journal.marks_elsewhere import Lifted
from goedwerk_tui.journal.restoring import Rescue
from goedwerk_tui.journal.shutting_in import Unsure

WHY = {
    Why.DAY: "van die dag",
    Why.BEFORE_RESTORE: "van vlak voor een herstel",
    Why.BEFORE_MERGE: "van vlak voor een samenvoeging",
    Why.OLDER_VERSION: "van een oudere versie van het programma",
    Why.MEMORY: "wat het programma nog wist toen het bestand leeg of weg was",
    Why.ASIDE: "een bestand dat opzij is gezet",
}
WHAT_WIPING_DOES = (
    "Wissen haalt de tekst weg uit je dagboek, uit alle oudere versies ervan, uit je concepten en uit alle"
    " reservekopieën. Daarna kan niemand hem nog terughalen, jij ook niet."
)

_NAMED = 3
"""Pieces that are named in a sentence; of more it is said how many there are."""


def pieces(number: int) -> str:
    """Return how many pieces of writing: ‘1 stuk’, ‘3 stukken’."""
    return how_many(number, "stuk", "stukken")


def what_care_found(cared: Cared, unread_notes: Iterable[Path] = ()) -> tuple[str, ...]:
    """Return what a person must hear of what was done at the start or on return; nothing when all was usual.

    Args:
        cared: what was done.
        unread_notes: files of the inbox that were not understood.
    """
    said = [str(trouble) for trouble in cared.troubles]
    if cared.merged.files:
        said.append(what_copies_brought(cared.merged))
    if cared.merged.problems:
        said.append(
            "Naast je dagboek staat een kopie die niet kan worden gelezen of opzij gezet:"
            f" {_names(cared.merged.problems)}. Er is niets aan veranderd."
        )
    if cared.in_refuge:
        said.append(
            f"Een vorige keer kon niet alles bij je dagboek worden bewaard. Het staat in {_names(cared.in_refuge)}."
            " Zo’n map is tijdelijk: sluit dit venster en voeg het toe met ‘goedwerk samenvoegen BESTAND’."
        )
    if number := len(cared.going):
        said.append(
            "Op een ander apparaat is geschreven aan 1 stuk dat je meeneemt. Het gaat mee zoals het nu is."
            if number == 1
            else f"Op een ander apparaat is geschreven aan {number} stukken die je meeneemt."
            " Ze gaan mee zoals ze nu zijn."
        )
    if cared.taken:
        said.append(f"Op een ander apparaat koos je wat je meeneemt: {what_goes_from_now(cared.taken)}.")
    said += [f"{each[0].upper()}{each[1:]}." for each in what_was_lifted(cared.lifted)]
    if cared.unmarked:
        said.append(
            f"Bij {_names_of(cared.unmarked)} staat ‘gaat nooit mee’ niet meer, en dat is niet hier opgeheven: het"
            " bestand van je dagboek is vervangen door een ouder. Zet het er weer bij als je dat wilt."
        )
    if cared.kept:
        said.append(what_drafts_became(cared.kept))
    said += where_fuller(cared.fuller)
    if cared.left:
        said.append(where_wiped_may_stand(cared.left))
    if cared.of_editors:
        said.append(what_editors_left(cared.of_editors))
    if half := cared.swept.left:
        said.append(
            f"Een half geschreven bestand van een vorige keer kan niet worden weggehaald: {_names(half)}. Je teksten"
            " kunnen erin staan; verwijder het zelf."
        )
    if cared.swept.unseen:
        said.append(
            f"Het schrijven naar {_names(cared.swept.unseen)} is eerder afgebroken, en die map is er nu niet. Wat er"
            " half geschreven kan staan, wordt opgeruimd zodra de map er weer is."
        )
    if unread := tuple(unread_notes):
        said.append(f"Een notitie in de inbox kan niet worden gelezen: {_names(unread)}. Het bestand staat er nog.")
    return tuple(said)


def what_editors_left(left: Sequence[Path]) -> str:
    """Return what an editor that did not end well left beside an answer, and how that is read back."""
    one = len(left) == 1
    it = "het" if one else "ze"
    return (
        f"Je editor liet {'een noodbestand' if one else 'noodbestanden'} achter: {_names(left)}. Misschien staat daar"
        f" meer in dan bewaard is. Open {it} met die editor (bij vim: vim -r BESTAND) en bewaar het in dezelfde map als"
        f" antwoord.md; dan gaat het programma ermee verder. Heb je {it} niet nodig, verwijder dan die map."
    )


def what_another_journal(book: Book, path: Path) -> str:
    """Return that a file is another journal than this one, with what tells which it is."""
    return f"‘{path}’ is een ander dagboek dan het jouwe, misschien van iemand anders: {_what_is_in(book)}."


def what_comes_into_nothing(book: Book, path: Path) -> str:
    """Return what comes in where there is no journal yet, and that nothing of it is known to be wiped."""
    return (
        f"Hier is nog geen dagboek. Wat in ‘{path}’ staat wordt het: {_what_is_in(book)}. Heb je hier alles gewist,"
        " dan komt ook terug wat je toen wiste."
    )


def _what_is_in(book: Book) -> str:
    own = sorted(local(each.created).date() for each in book.live if each.kind is not Kind.LOG)
    first, last = (long_date(own[0]), long_date(own[-1])) if own else ("", "")
    when = f", begonnen op {first}" if first == last and own else f", begonnen van {first} tot en met {last}"
    return f"{pieces(book.pieces)}{when if own else ''} (id {book.id[:8]})"


def what_copies_brought(merged: Merged) -> str:
    """Return what came of the copies that stood beside the journal."""
    return (
        "Naast je dagboek stond een kopie van een ander apparaat. Die is samengevoegd:"
        f" {what_merged(merged)}. De kopie zelf ligt nu bij de reservekopieën."
    )


def what_drafts_became(kept: Sequence[str]) -> str:
    """Return what became of drafts of pieces that were wiped on another machine while the program was closed."""
    return (
        "Waar je nog aan schreef is op een ander apparaat gewist. Wat je er hier bij typte is bewaard, als"
        f" {how_many(len(kept), 'notitie die nooit meegaat', 'notities die nooit meegaan')}."
    )


def where_fuller(fuller: Iterable[Path]) -> tuple[str, ...]:
    """Return, of each file in which the journal stands as well, that it has something that is not here."""
    return tuple(
        f"In ‘{each}’ staat dit dagboek ook, en daarin staat iets dat hier niet staat."
        f" ‘goedwerk samenvoegen {as_typed(each)}’ voegt het toe."
        for each in fuller
    )


def where_wiped_may_stand(left: Iterable[Path]) -> str:
    """Return in which files what was wiped may still stand."""
    return (
        f"Wat je wiste staat misschien nog in {_names(left)}: dat kon niet worden gelezen of geschreven."
        " Verwijder het zelf als je het niet meer nodig hebt."
    )


def what_merged(merged: Merged) -> str:
    """Return what came of merging: ‘3 stukken erbij, 1 stuk met een versie erbij’."""
    parts = [f"{pieces(len(merged.new))} erbij"] if merged.new else []
    if merged.changed:
        parts.append(f"{pieces(len(merged.changed))} met een versie erbij")
    if merged.back:
        parts.append(
            f"{pieces(len(merged.back))} terug dat hier uit de prullenbak was gewist"
            if len(merged.back) == 1
            else f"{pieces(len(merged.back))} terug die hier uit de prullenbak waren gewist"
        )
    if number := len(merged.going):
        parts.append(
            "1 daarvan neem je mee, zoals het nu is"
            if number == 1
            else f"{number} daarvan neem je mee, zoals ze nu zijn"
        )
    if merged.taken:
        parts.append(f"{what_goes_from_now(merged.taken)}, omdat je dat daar koos")
    parts += what_was_lifted(merged.lifted)
    if merged.wiped:
        parts.append(f"{pieces(len(merged.wiped))} gewist, omdat het daar gewist is")
    if merged.kept:
        parts.append(
            f"wat je hier daarna nog bij schreef is er nog, als {how_many(len(merged.kept), 'notitie', 'notities')}"
        )
    return ", ".join(parts) or "er stond niets nieuws in"


def what_goes_from_now(taken: Sequence[Entry]) -> str:
    """Return which pieces were marked to be brought on another machine, and leave as they are here."""
    return f"{_names_of(taken)} {'gaat' if len(taken) == 1 else 'gaan'} voortaan mee"


def what_was_lifted(lifted: Lifted) -> tuple[str, ...]:
    """Return of what it was lifted on another machine that it never leaves, and whether that holds."""
    said: list[str] = []
    if lifted.may_leave:
        said.append(f"op het andere apparaat is ‘gaat nooit mee’ opgeheven van {_names_of(lifted.may_leave)}")
    if lifted.shut_in:
        said.append(
            f"bij {_names_of(lifted.shut_in)} blijft ‘gaat nooit mee’ staan: het is opgeheven op een apparaat waarvan"
            " de klok voorloopt. Hef het hier op als je dat wilt"
        )
    return tuple(said)


def what_backup(backup: Backup, earlier: Book | None) -> str:
    """Return which backup it is and how much is in it; ``earlier`` is None when it can't be read."""
    size = "kan niet worden gelezen" if earlier is None else pieces(earlier.pieces)
    return f"{date_and_time(backup.at)} · {WHY[backup.why]} · {size}"


def where_else(places: Places, journal_id: str | None) -> str:
    """Return which backups are not shown: those in a folder that is away, and those of no moment."""
    said: list[str] = []
    if places.backups != places.backups_beside and not folder_is_there(places.backups):
        said.append(f"De map ‘{places.backups}’ is er nu niet. Wat daar aan reservekopieën staat, is nu niet te zien.")
    backups = Backups(places)
    if away := [each for each in backups.earlier_folders(journal_id) if not folder_is_there(each)]:
        said.append(_where_before(away))
    if strange := backups.without_moment():
        said.append(f"Niet getoond, want de naam zegt geen moment dat bestaat: {_names(strange)}.")
    return " ".join(said)


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
    return f"Ook wat er van dit dagboek staat in {_names(also)}." if also else ""


def what_differs(difference: BackupDifference) -> str:
    """Return what restoring a backup would change."""
    parts: list[str] = []
    if difference.absent:
        gone = len(difference.absent)
        parts.append("1 stuk erin dat nu weg is" if gone == 1 else f"{pieces(gone)} erin die nu weg zijn")
    if difference.different:
        parts.append(f"{len(difference.different)} met een andere tekst")
    if difference.newer:
        parts.append(f"{difference.newer} van later (die blijven)")
    return ", ".join(parts) or "hetzelfde als nu"


def what_salvaged(rescue: Rescue) -> str:
    """Return what can still be read of a damaged file, and what of it never leaves once it is put back."""
    if not rescue.salvaged.entries and not rescue.loose:
        return f"Uit het bestand zelf is niets meer te lezen. {what_is_unsure(rescue.unsure)}".rstrip()
    live = [each for each in rescue.salvaged.entries if each.state is State.LIVE and each.kind is not Kind.LOG]
    whole = f"{pieces(len(live))} heel te lezen"
    loose = how_many(len(rescue.loose), "losse tekst", "losse teksten")
    found = f"Uit het bestand zelf: {whole}" + (f" en nog {loose}." if rescue.loose else ".")
    return f"{found} {what_is_unsure(rescue.unsure)}".rstrip()


def what_is_unsure(unsure: Unsure) -> str:
    """Return what does not leave by a rescue, why, and how it may leave again; empty when that is nothing."""
    said: list[str] = []
    if number := len(unsure.shut_in):
        they, go, one = ("het", "gaat", "het stuk") if number == 1 else ("ze", "gaan", "een stuk")
        said.append(
            f"Van {pieces(number)} is niet te zien of je {they} op ‘gaat nooit mee’ had gezet; daarom {go} {they} nooit"
            f" mee, tot je dat opheft: met ctrl+x bij {one}, of met ‘goedwerk herstel --weer-mee’ in één keer."
        )
    if number := len(unsure.not_brought):
        they, goes = ("het", "gaat") if number == 1 else ("ze", "gaan")
        said.append(
            f"Van {pieces(number)} is niet te zien of je {they} nog meenam; {they} {goes} pas weer mee als je {they}"
            " met ctrl+g opnieuw meeneemt."
        )
    return " ".join(said)


def what_was_kept_elsewhere(path: Path) -> str:
    """Return where everything is, now that something else emptied the journal's file, replaced it or took it away."""
    return (
        "Het bestand van je dagboek is leeggemaakt, vervangen of weggehaald, en niet door dit programma. Wat er nu"
        " staat is niet aangeraakt. Alles wat je schreef is bij de reservekopieën bewaard, in:"
        f"\n{path}\n‘goedwerk --journal BESTAND’ laat het zien, en ‘goedwerk samenvoegen BESTAND’ voegt het bij een"
        " ander dagboek."
    )


def where_it_went_on(path: Path) -> str:
    """Return, at the end, which file was written in when another opens the next time."""
    return (
        f"Je schreef verder in ‘{path}’. ‘goedwerk’ opent de volgende keer weer je oude dagboek; dit open je met"
        f" ‘goedwerk --journal {as_typed(path)}’, en ‘goedwerk samenvoegen {as_typed(path)}’ voegt het bij het oude."
    )


def what_wiped(wiped: Wiped) -> str:
    """Return what is gone, what could not be reached, and what no program can reach."""
    parts = [f"Gewist: {pieces(len(wiped.entries))}."] if wiped.entries else ["Gewist."]
    if wiped.merged.files:
        parts.append(f"{what_copies_brought(wiped.merged)} Wat je wiste staat daar niet meer in.")
    if wiped.kept:
        notes = how_many(len(wiped.kept), "notitie", "notities")
        parts.append(f"Wat je er in een ander bestand van dit dagboek nog bij schreef is er nog, als {notes}.")
    if wiped.left:
        parts.append(f"Niet gelukt bij {_names(wiped.left)}: dat kon niet worden gelezen of geschreven.")
    if wiped.away:
        then = "Zodra zo’n map er weer is, wordt het daar ook gewist." if wiped.entries else "Kijk daar zelf."
        parts.append(f"{_where_before(wiped.away)} {then}")
    if wiped.others:
        parts.append(f"In {_names(wiped.others)} staat nu een ander dagboek; dat is gebleven.")
    if wiped.unseen:
        parts.append(
            f"Het schrijven naar {_names(wiped.unseen)} is eerder afgebroken, en die map is er nu niet. Kijk daar"
            " zelf of er nog een half bestand staat, met een naam die op .goedwerk-tmp eindigt."
        )
    return " ".join((*parts, wiped.elsewhere)).strip()


def what_was_finished(left: Sequence[Path]) -> str:
    """Return that a wiping of everything was cut short and is finished now, and which files were left."""
    stays = f" Gebleven is {_names(left)}: dat kon niet weg, of het is intussen veranderd." if left else ""
    return f"Je wiste eerder alles, en dat was afgebroken. Het is nu afgemaakt.{stays}"


def where_words_stay(found: Elsewhere) -> str:
    """Return where else the words stand that are about to be wiped; empty when nowhere."""
    said: list[str] = []
    made, others = found.made, [each for each in found.entries if not each.made]
    if made:
        said.append(f"Hieruit kwam ook {names_of_made(made)}. {_stay(len(made))}.")
    if others:
        names = [_named(each) for each in others[:_NAMED]]
        if more := len(others) - len(names):
            names.append(f"en nog {pieces(more)}")
        said.append(f"Dezelfde woorden staan ook in {'; '.join(names)}. {_stay(len(others))}.")
    if found.drafts:
        places = _places_of(found.drafts)
        said.append(f"Wat half af is bij {places} houdt deze woorden ook vast, tot je het daar afmaakt of weghaalt.")
    if found.shortened:
        said.append(
            f"Wat half af is bij {_places_of(found.shortened)} houdt deze woorden ook vast: daar gaan ze mee weg."
            " Wat je er sindsdien bij schreef, blijft daar staan."
        )
    if found.lost:
        said.append(f"Wat je bij {_places_of(found.lost)} nog typte en niet bewaarde, gaat mee weg.")
    return " ".join(said)


def what_is_half_done(drafts: Iterable[Draft]) -> str:
    """Return where words stand that were looked for, and that only drafts have."""
    return f"Ze staan wel in wat half af is bij {_places_of(drafts)}; op Thuis ga je daarmee verder."


def what_is_not_along(drafts: Iterable[Draft], folder: Path) -> str:
    """Return what is half-done and not in a file of the whole journal, and how it gets along; empty for nothing."""
    drafts = _begun(drafts)
    if not drafts:
        return ""
    return (
        f"Wat half af is staat er niet in: {_places_of(drafts)}. Maak dat eerst af, of neem de map ‘{folder}’ ook mee"
        " en zet die op de nieuwe computer naast dagboek.json (‘goedwerk waar’ zegt waar dat is)."
    )


def what_is_left_out(drafts: Iterable[Draft]) -> str:
    """Return what is half-done and not in a document of the whole journal; empty for nothing."""
    drafts = _begun(drafts)
    return f"Wat half af is bij {_places_of(drafts)} staat er niet in, tot je het afmaakt." if drafts else ""


def what_did_not_come(drafts: Iterable[Draft]) -> str:
    """Return what is half-done beside a file that was merged, and did not come along; empty for nothing."""
    drafts = tuple(drafts)
    if not drafts:
        return ""
    return f"Wat daar half af is kwam niet mee: {_places_of(drafts)}. Maak dat daar af, en voeg dan nog eens samen."


def _begun(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Leave out an editor that was opened, and in which nothing stands yet."""
    return tuple(each for each in drafts if each.text)


def _places_of(drafts: Iterable[Draft]) -> str:
    return "; ".join(dict.fromkeys(f"‘{place_of(each.origin, each.kind)}’" for each in drafts))


def _stay(number: int) -> str:
    if number == 1:
        return "Dat stuk blijft staan tot je het ook wist"
    return "Die stukken blijven staan tot je ze ook wist"


def _names_of(entries: Sequence[Entry]) -> str:
    names = [_name_of(each) for each in entries[:_NAMED]]
    if more := len(entries) - len(names):
        names.append(f"nog {pieces(more)}")
    return " en ".join(names)


def _name_of(entry: Entry) -> str:
    return f"‘{origin_line(entry)}’ van {long_date(local(entry.created).date())}"


def _named(standing: Standing) -> str:
    entry = standing.entry
    name = _name_of(entry)
    if entry.state is State.TRASH:
        return f"{name} (in de prullenbak)"
    return f"{name} (in een eerdere versie)" if standing.earlier else name


def _where_before(away: Iterable[Path]) -> str:
    return f"Eerder stonden je dagboek of reservekopieën ook in {_names(away)}, en dat is er nu niet."


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(f"‘{path}’" for path in paths)

"""What is said about what was done at the start or on return, in Dutch; nothing where all was usual."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.guidance.merge_messages import (
    what_copies_brought,
    what_goes_from_now,
    what_was_held_back,
    what_was_lifted,
)
from goedwerk_tui.guidance.older_messages import what_stays_here
from goedwerk_tui.guidance.words import how_many, paths_of
from goedwerk_tui.journal.maintenance import Cared


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
            f" {paths_of(cared.merged.problems)}. Er is niets aan veranderd."
        )
    if cared.in_refuge:
        said.append(
            f"Een vorige keer kon niet alles bij je dagboek worden bewaard. Het staat in {paths_of(cared.in_refuge)}."
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
    of_marks = (*what_was_held_back(cared.held_back), *what_was_lifted(cared.lifted))
    said += [f"{each[0].upper()}{each[1:]}." for each in of_marks]
    said += what_stays_here(cared.shut_in, cared.not_brought)
    if cared.kept:
        said.append(what_drafts_became(cared.kept))
    said += where_fuller(cared.fuller)
    if cared.left:
        said.append(where_wiped_may_stand(cared.left))
    said += what_lies_in_editors(cared.of_editors, cared.unread_pages, cared.unplaced_pages)
    if half := cared.swept.left:
        said.append(
            f"Een half geschreven bestand van een vorige keer kan niet worden weggehaald: {paths_of(half)}. Je teksten"
            " kunnen erin staan; verwijder het zelf."
        )
    if cared.swept.unseen:
        said.append(
            f"Het schrijven naar {paths_of(cared.swept.unseen)} is eerder afgebroken, en die map is er nu niet. Wat er"
            " half geschreven kan staan, wordt opgeruimd zodra de map er weer is."
        )
    if unread := tuple(unread_notes):
        said.append(f"Een notitie in de inbox kan niet worden gelezen: {paths_of(unread)}. Het bestand staat er nog.")
    return tuple(said)


def what_lies_in_editors(left: Sequence[Path], unread: Sequence[Path], unplaced: Sequence[Path]) -> tuple[str, ...]:
    """Return what a person must hear of answers that lie open in their own editor.

    Args:
        left: what editors left beside them.
        unread: those that are not understood.
        unplaced: what an editor saved when nothing waited for it any more.
    """
    told = ((what_editors_left, left), (what_is_unread, unread), (what_is_unplaced, unplaced))
    return tuple(tell(paths) for tell, paths in told if paths)


def what_editors_left(left: Sequence[Path]) -> str:
    """Return what an editor left beside an answer under another name, and how that is read back."""
    it = "het" if len(left) == 1 else "ze"
    return (
        f"Je editor liet ook dit achter: {paths_of(left)}. Misschien staat daar meer in dan bewaard is. Open {it} met"
        " die editor (een noodbestand van vim met vim -r BESTAND) en bewaar het in dezelfde map als antwoord.md; dan"
        f" gaat het programma ermee verder. Heb je {it} niet nodig, verwijder dan die map."
    )


def what_is_unread(pages: Sequence[Path]) -> str:
    """Return that answers that a person's editor left can't be read, and how the program goes on with them."""
    what, it = ("Een antwoord", "Het staat") if len(pages) == 1 else ("Antwoorden", "Ze staan")
    return (
        f"{what} uit je editor kan het programma niet lezen: {paths_of(pages)}. {it} er nog. Bewaar het daar als gewone"
        " tekst, dan gaat het programma ermee verder. Heb je het niet nodig, verwijder dan die map."
    )


def what_is_unplaced(files: Sequence[Path]) -> str:
    """Return that an editor saved an answer of which it can't be told what it answers, and how it is kept."""
    it = "Het staat" if len(files) == 1 else "Ze staan"
    return (
        f"Je editor bewaarde nog een antwoord toen het programma niet meer wachtte: {paths_of(files)}. {it} in geen"
        " dagboek. ‘goedwerk noteer < BESTAND’ maakt er een notitie van. Verwijder daarna die map."
    )


def what_did_not_wait(editor: str, page: Path) -> str:
    """Return that an editor came back before anybody could have written, what to do about that, and about its page."""
    return (
        "Zet in EDITOR of VISUAL dat hij wacht: bij VS Code ‘code --wait’, bij Sublime Text ‘subl -w’, bij gedit"
        f" ‘gedit --wait’. Schrijf je nu in ‘{editor}’ nog een antwoord en bewaar je dat ({page}), dan staat het de"
        " volgende keer op Thuis klaar."
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
        f"Wat je wiste staat misschien nog in {paths_of(left)}: dat kon niet worden gelezen of geschreven."
        " Verwijder het zelf als je het niet meer nodig hebt."
    )

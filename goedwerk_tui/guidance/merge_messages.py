"""What is said about merging, in Dutch: what came of it, and what it means for what leaves."""

from collections.abc import Sequence
from pathlib import Path

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.counting import number_of
from goedwerk_tui.guidance.words import how_many, names_of, pieces
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.copies import Merged
from goedwerk_tui.journal.marks_elsewhere import Lifted


def what_another_journal(book: Book, path: Path) -> str:
    """Return that a file is another journal than this one, with what tells which it is."""
    return f"‘{path}’ is een ander dagboek dan het jouwe, misschien van iemand anders: {_what_is_in(book)}."


def what_comes_into_nothing(book: Book, path: Path, journal: Path) -> str:
    """Return what comes in where there is no journal yet, and that nothing of it is known to be wiped."""
    return (
        f"Hier is nog geen dagboek (‘{journal}’). Wat in ‘{path}’ staat wordt het: {_what_is_in(book)}."
        " Heb je hier alles gewist, dan komt ook terug wat je toen wiste."
    )


def _what_is_in(book: Book) -> str:
    own = sorted(local(each.created).date() for each in book.live if each.kind is not Kind.LOG)
    first, last = (long_date(own[0]), long_date(own[-1])) if own else ("", "")
    when = f", begonnen op {first}" if first == last and own else f", begonnen van {first} tot en met {last}"
    return f"{pieces(number_of(book.entries.values()))}{when if own else ''} (id {book.id[:8]})"


def what_copies_brought(merged: Merged) -> str:
    """Return what came of the copies that stood beside the journal."""
    return (
        "Naast je dagboek stond een kopie van een ander apparaat. Die is samengevoegd:"
        f" {what_merged(merged)}. De kopie zelf ligt nu bij de reservekopieën."
    )


def what_merged(merged: Merged) -> str:
    """Return what came of merging: ‘3 stukken erbij, 1 stuk met een versie erbij’."""
    parts = [f"{pieces(len(merged.new))} erbij"] if merged.new else []
    if merged.in_trash:
        parts.append(f"{pieces(len(merged.in_trash))} erbij in de prullenbak")
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
    parts += what_was_held_back(merged.held_back)
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
    return f"{names_of(taken)} {'gaat' if len(taken) == 1 else 'gaan'} voortaan mee"


def what_was_held_back(held_back: Sequence[Entry]) -> tuple[str, ...]:
    """Return of what another machine says that it is brought, and it is not."""
    if not held_back:
        return ()
    goes = "gaat" if len(held_back) == 1 else "gaan"
    return (
        f"{names_of(held_back)} {goes} niet mee: dat koos je hier, en daar zet een apparaat het tegenover waarvan de"
        " klok voorloopt",
    )


def what_was_lifted(lifted: Lifted) -> tuple[str, ...]:
    """Return of what it was lifted on another machine that it never leaves, and whether that holds."""
    said: list[str] = []
    if lifted.may_leave:
        said.append(f"op het andere apparaat is ‘gaat nooit mee’ opgeheven van {names_of(lifted.may_leave)}")
    if lifted.shut_in:
        said.append(
            f"bij {names_of(lifted.shut_in)} blijft ‘gaat nooit mee’ staan: het is opgeheven op een apparaat waarvan"
            " de klok voorloopt. Hef het hier op als je dat wilt"
        )
    return tuple(said)

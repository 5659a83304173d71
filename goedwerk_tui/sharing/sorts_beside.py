"""A sort beside another: what moved in between, where both of them leave."""

from collections.abc import Callable, Sequence

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.guidance.exercises.persistence import work_of
from goedwerk_tui.guidance.exercises.sort import Ranked, Sort, name_of
from goedwerk_tui.guidance.insight.sorts import gone
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing.document import Figure, Lane, Piece
from goedwerk_tui.sharing.entry_document import piece_of


def pieces_beside(chosen: Sequence[Entry], pack: Pack) -> Callable[[Entry], Piece]:
    """Return what makes of an entry what leaves of it: of a sort with what moved since one that leaves as well.

    Args:
        chosen: what leaves. What does not is not told of either.
        pack: the programme, which says beside which exercise another lies.
    """
    sorts = {each.id: work for each in chosen if each.kind is Kind.EXERCISE and isinstance(work := work_of(each), Sort)}
    done = sorted((each for each in chosen if each.id in sorts), key=lambda each: (each.created, each.id))

    def make(entry: Entry) -> Piece:
        piece, work = piece_of(entry), sorts.get(entry.id)
        other = _other(entry, done, pack) if work else None
        return _laid_beside(piece, work, other, sorts[other.id], entry) if work and other else piece

    return make


def _other(entry: Entry, done: Sequence[Entry], pack: Pack) -> Entry | None:
    """Return the sort that one lies beside, as on the screen: of the exercise that it names, or else the one before."""
    step = _step_of(entry)
    earlier = done[: done.index(entry)]
    return next(
        (each for each in reversed(done) if _step_of(each) == _beside(step, pack)),
        next((each for each in reversed(earlier) if _step_of(each) == step), None),
    )


def _step_of(entry: Entry) -> str:
    return entry.origin.step if entry.origin else ""


def _beside(step_id: str, pack: Pack) -> str | None:
    try:
        step = pack.step(step_id) if pack.knows(step_id) else None
    except ContentError:
        return None
    return step.beside if isinstance(step, Exercise) else None


def _laid_beside(piece: Piece, work: Sort, other: Entry, before: Sort, entry: Entry) -> Piece:
    again = _step_of(other) == _step_of(entry)
    day = long_date(local(other.changed).date())
    columns = work.picture(before)
    there, here = ("lag", "ligt nu") if again else ("daar", "hier")
    moved = sorted(
        ((column.name, card) for column in columns for card in column.cards if card.was),
        key=lambda each: -abs(each[1].rose),
    )
    lines = [f"- {card.text} – {there} bij ‘{card.was}’, {here} bij ‘{name}’" for name, card in moved]
    known = {name_of(card) for card in before.cards if card.column}
    new = [card for card in work.cards if again and card.column and name_of(card) not in known]
    names = {column.id: column.name for column in work.columns}
    lines += [f"- {card.text} – nieuw, {here} bij ‘{names[card.column]}’" for card in new if card.column in names]
    title = other.origin.step_title if other.origin else ""
    head = f"Wat er verschoof sinds {day}" if again else f"Wat anders ligt dan bij ‘{title}’ van {day}"
    told = "\n".join([head, *lines]) if lines else f"{head}: niets"
    told = "\n\n".join([told, *(group.text() for group in (gone(work, before) if again else ()))])
    picture = _told_in(piece.picture, columns, there, told) if piece.picture else None
    return msgspec.structs.replace(piece, text=f"{piece.text}\n\n{told}", picture=picture)


def _told_in(picture: Figure, columns: Sequence[Ranked], there: str, told: str) -> Figure:
    """Return the picture of a sort with beside each card that moved where it lay, and with all of it in words."""
    lanes = tuple(
        Lane(
            lane.name,
            tuple(
                msgspec.structs.replace(mark, about=f"{there} bij ‘{card.was}’") if card.was else mark
                for mark, card in zip(lane.marks, column.cards, strict=True)
            ),
        )
        for lane, column in zip(picture.lanes, columns, strict=True)
    )
    beside = "\n\n".join(each for each in (picture.beside, told) if each)
    return msgspec.structs.replace(picture, lanes=lanes, beside=beside)

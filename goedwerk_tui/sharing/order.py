"""The order of the programme: for what one person wrote, and for pieces that come from anywhere."""

from collections.abc import Callable, Iterable

from goedwerk_tui.guidance.route import asked, stops
from goedwerk_tui.journal import Entry
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.entry_document import as_written


def as_asked(entries: Iterable[Entry], pack: Pack) -> list[Entry]:
    """Return entries in the order in which they were first written, but those of one step as that asks for them.

    What answers no question of its step comes behind what does.
    """
    written = as_written(entries)
    of_step: dict[str, list[Entry]] = {}
    for each in written:
        of_step.setdefault(_step_of(each), []).append(each)
    arranged = {step: iter(sorted(mine, key=_place_in(step, pack))) for step, mine in of_step.items()}
    return [next(arranged[_step_of(each)]) for each in written]


def _step_of(entry: Entry) -> str:
    return entry.origin.step if entry.origin else ""


def _place_in(step: str, pack: Pack) -> Callable[[Entry], int]:
    """Return what gives the place of an entry among what its step asks."""
    try:
        items = [stop.item for stop in asked(stops(pack.step(step)))] if pack.knows(step) else []
    except ContentError:
        items = []
    places = {item: number for number, item in enumerate(items)}
    return lambda entry: places.get(entry.origin.item if entry.origin else None, len(places))


def in_programme(documents: Iterable[Document], pack: Pack) -> dict[str, int]:
    """Return the place of every ``session/step`` in the programme, and of every ``session/step/item`` in documents."""
    steps = [f"{session.id}/{step}" for session in pack.programme.sessions for step in session.steps]
    order = {step: place for place, step in enumerate(steps)}
    former = {
        f"{session.id}/{each.was}": f"{session.id}/{each.step}"
        for session in pack.programme.sessions
        for each in session.formerly
    }
    # An export keeps the names of the day on which it was made.
    order |= {was: order[now] for was, now in former.items() if now in order}
    written = {piece.place.rpartition("/")[0] for document in documents for piece in document.pieces}
    for place in written & order.keys():
        try:
            route = stops(pack.step(former.get(place, place).rpartition("/")[2]))
        except ContentError:
            continue
        order |= {f"{place}/{stop.item}": number for number, stop in enumerate(asked(route))}
    return order

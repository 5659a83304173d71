"""The order of the programme, for pieces that come from anywhere."""

from collections.abc import Iterable

from goedwerk_tui.guidance.route import asked, stops
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.sharing.document import Document


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

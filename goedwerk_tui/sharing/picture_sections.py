"""Pictures as they leave: drawn where a form can draw, and the same in words.

A piece that was chosen leaves as it is now: what it said before is seen in a picture on the screen, and in no file.
"""

from collections.abc import Sequence
from datetime import date

from goedwerk_tui.guidance.insight import GroupForm, Picture, PictureGroup, PictureMark, TooLittle
from goedwerk_tui.guidance.insight.catalogue import pictures
from goedwerk_tui.journal import Entry, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing import document
from goedwerk_tui.sharing.document import Lane, Piece, Section, prose

_DRAWN: tuple[GroupForm, ...] = ("track", "force", "bar", "column", "ring")
"""The forms that have a drawing; a picture's drawing is that of its first such form."""
_STAYS = "Wat er eerder anders stond, blijft hier: in een bestand komt alleen wat er nu staat."
_TOO_LITTLE = "Van wat mee mag is er te weinig om iets te zien."


def picture_sections(chosen: Sequence[Entry], pack: Pack, today: date, only: str) -> tuple[Section, ...]:
    """Return what can be drawn from the chosen entries, a section each, and from nothing else.

    Args:
        chosen: the entries that may leave.
        pack: the programme.
        today: the day, in local time.
        only: the id of the one picture to return; empty for all that can be drawn. Where there is too little to
            draw, now that some entries don't leave, that is said.
    """
    newest_first = sorted(chosen, key=lambda each: (each.created, each.id), reverse=True)
    found = pictures(newest_first, pack, today, earlier=False)
    if only:
        return tuple(_section(each) for each in found if each.id == only)
    sections = tuple(_section(each) for each in found if isinstance(each, Picture))
    return sections or (Section("Nog niets te zien", (prose(_TOO_LITTLE),)),)


def about_earlier_words(chosen: Sequence[Entry]) -> str:
    """Return, in Dutch, that earlier words of what was chosen stay here; empty where it has none."""
    before = (each.text for entry in chosen for each in entry.revisions if each.state is State.LIVE)
    return _STAYS if set(before) - {entry.text for entry in chosen} else ""


def drawn_from(chosen: Sequence[Entry], pack: Pack, today: date, only: str) -> frozenset[str]:
    """Return the ids of the entries behind the pictures that can be drawn.

    Args: as for ``picture_sections``.
    """
    newest_first = sorted(chosen, key=lambda each: (each.created, each.id), reverse=True)
    found = pictures(newest_first, pack, today, earlier=False)
    return frozenset(id for each in found if isinstance(each, Picture) and only in ("", each.id) for id in each.entries)


def _section(picture: Picture | TooLittle) -> Section:
    if isinstance(picture, TooLittle):
        return Section(picture.title, (prose(_TOO_LITTLE),))
    drawing = _drawing(picture.groups)
    piece = Piece(question="", choice="", text=picture.text(), written="", kind="picture", picture=drawing)
    return Section(picture.title, (prose(picture.source, "small"), piece))


def _drawing(groups: Sequence[PictureGroup]) -> document.Figure | None:
    """Return the groups that can be drawn together."""
    form = next((group.form for group in groups if group.form in _DRAWN), None)
    together = [group for group in groups if group.form == form]
    beside = "\n\n".join(text for group in groups if group not in together and (text := group.text()))
    match form:
        case "track":
            return document.Figure("scale", tuple(map(_track, together)), together[0].steps, beside)
        case "force" | "bar":
            return document.Figure("forces", tuple(map(_weights, together)), together[0].steps, beside)
        case "column" | "ring":
            return document.Figure("columns", tuple(map(_weights, together)), 1, beside)
        case _:
            return None


def _track(group: PictureGroup) -> Lane:
    low, high = group.poles
    marks = [
        document.FigureMark(mark.text, mark.places[-1], low, high, was=_first_of(mark), about=_about(mark))
        for mark in group.marks
        if mark.places and mark.places[-1]
    ]
    return Lane("" if group.name == f"{low} – {high}" else group.name, tuple(marks))


def _about(mark: PictureMark) -> str:
    """Return what is said of a mark, and all places of one that was at more than a line can show."""
    placed = [place for place in mark.places if place]
    shown = {*placed[:1], *placed[-1:]}
    places = [] if set(placed) == shown else [f"achtereenvolgens op {', '.join(map(str, placed))}"]
    return "; ".join((*places, *mark.said))


def _first_of(mark: PictureMark) -> int:
    return next(place for place in mark.places if place) if mark.moved else 0


def _weights(group: PictureGroup) -> Lane:
    return Lane(
        group.name, tuple(document.FigureMark(mark.text, mark.weight, about=_about(mark)) for mark in group.marks)
    )

"""What several people made of one exercise, laid over each other, without a name or a text of theirs."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.sharing.bundle import in_words
from goedwerk_tui.sharing.document import Block, Bullets, Document, Figure, Piece, Run, Section, prose
from goedwerk_tui.sharing.figures import FEWEST, laid_over, picture_of_work

_MOST_NAMED = 8
"""How many cards or statements stand in a list of the summary."""
_NEAR, _FAR = 1, 3
"""How many places on a scale lie between people who stand close, at most, and far apart, at least."""


def laid_together(
    results: Sequence[tuple[str, Sequence[Work]]], now: datetime, title: str = "", part: str = ""
) -> Document:
    """Return everybody's results as one picture an exercise, below what they share and what lies far apart.

    Args:
        results: the exercises by title, each with what each person made of it.
        now: the moment, for the date below the title.
        title: what stands above it; empty for the exercises' own titles.
        part: how the name of the one part begins that is asked for, such as a component; empty for all of it.

    Raises:
        Trouble: an exercise was done by too few people to tell nobody from another, or has no such part.
    """
    sections: list[Section] = []
    for name, works in results:
        picture = laid_over([each for each in map(picture_of_work, works) if each])
        if picture is None:
            break
        picture = _part_of(picture, part) if part else picture
        together = f"Samen van {len(works)} mensen"
        summary = (prose(together, "small"), *_shared_and_apart(picture))
        # One exercise stands in the title already.
        sections.append(Section(name if len(results) > 1 or title else "In het kort", summary))
        sections.append(Section("Alles bij elkaar", (Piece("", "", in_words(picture), "", picture=picture),)))
    if not sections or len(sections) < 2 * len(results):
        raise Trouble(
            f"Voor een beeld van de groep zijn de woorden van {FEWEST} mensen of meer nodig.",
            "Er is niets geschreven: bij minder is te zien wat van wie is.",
        )
    heading = title or " en ".join(name for name, _ in results)
    people = max(len(works) for _, works in results)
    return Document(heading, long_date(local(now).date()), tuple(sections), people=people)


def _part_of(picture: Figure, part: str) -> Figure:
    lanes = tuple(lane for lane in picture.lanes if fold(lane.name).startswith(fold(part.strip())))
    if not lanes:
        names = ", ".join(f"‘{lane.name}’" for lane in picture.lanes)
        raise Trouble(f"Er is hier geen onderdeel ‘{part}’.", "Er is niets geschreven.", f"Wel: {names}.")
    return msgspec.structs.replace(picture, lanes=lanes)


def _shared_and_apart(picture: Figure) -> Iterator[Block]:
    """Yield what can be read from the whole picture: what most agree on, and where they differ most."""
    if picture.kind == "counts":
        first, last = picture.lanes[0].marks, picture.lanes[-1].marks
        below = {each.text.casefold() for each in last}
        yield from _list(
            "Bij twee of meer mensen bovenaan", [f"{each.text} ({each.at})" for each in first if each.at > 1]
        )
        yield from _list(
            "Bij de een bovenaan en bij een ander onderaan",
            [each.text for each in first if each.text.casefold() in below],
        )
    elif picture.kind == "scale":
        placed = {
            mark.text: [place for place, number in enumerate(mark.people, 1) if number]
            for lane in picture.lanes
            for mark in lane.marks
        }
        reach = {text: max(places) - min(places) for text, places in placed.items()}
        told = {
            text: f"{text} ({f'van {places[0]} tot {places[-1]}' if len(places) > 1 else f'allen {places[0]}'})"
            for text, places in placed.items()
        }
        far = sorted((text for text in reach if reach[text] >= _FAR), key=lambda text: (-reach[text], text.casefold()))
        near = sorted((text for text in reach if reach[text] <= _NEAR), key=lambda text: (reach[text], text.casefold()))
        yield from _list("Waar jullie dicht bij elkaar staan", [told[text] for text in near])
        yield from _list("Waar jullie ver uit elkaar staan", [told[text] for text in far])


def _list(head: str, texts: Sequence[str]) -> Iterator[Block]:
    yield prose(head, "head")
    if not texts:
        yield prose("Niets.")
        return
    yield Bullets(tuple((Run(each),) for each in texts[:_MOST_NAMED]))
    if (more := len(texts) - _MOST_NAMED) > 0:
        yield prose(f"En nog {more}; zie hieronder.", "small")

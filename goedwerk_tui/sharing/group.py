"""What several people made of one exercise, laid over each other, without a name or a text of theirs."""

from collections.abc import Sequence
from datetime import datetime

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.sharing.bundle import in_words
from goedwerk_tui.sharing.document import Document, Piece, Section
from goedwerk_tui.sharing.figures import FEWEST, laid_over, picture_of_work


def laid_together(results: Sequence[tuple[str, Sequence[Work]]], now: datetime, title: str = "") -> Document:
    """Return everybody's results as one picture an exercise.

    Args:
        results: the exercises by title, each with what each person made of it.
        now: the moment, for the date below the title.
        title: what stands above it; empty for the exercises' own titles.

    Raises:
        Trouble: an exercise was done by too few people to tell nobody from another.
    """
    sections: list[Section] = []
    for name, works in results:
        picture = laid_over([each for each in map(picture_of_work, works) if each])
        if picture is None:
            break
        piece = Piece("", "", in_words(picture), f"Samen van {len(works)} mensen", picture=picture)
        sections.append(Section(name, (piece,)))
    if not sections or len(sections) < len(results):
        raise Trouble(
            f"Voor een beeld van de groep zijn de woorden van {FEWEST} mensen of meer nodig.",
            "Er is niets geschreven: bij minder is te zien wat van wie is.",
        )
    heading = title or " en ".join(name for name, _ in results)
    people = max(len(works) for _, works in results)
    return Document(heading, long_date(local(now).date()), tuple(sections), people=people)

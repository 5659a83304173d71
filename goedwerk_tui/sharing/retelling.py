"""A sheet for the retell test: each case as far as the choice, with room for what a fresh reader tells of it."""

from collections.abc import Iterator

from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import MOMENT, Case
from goedwerk_tui.sharing.document import Block, Document, QuestionBlock, Section, prose
from goedwerk_tui.sharing.prose import blocks_of

_ASKED = (
    QuestionBlock(
        "Vertel het na, in vijfendertig woorden: wie moet wat besluiten, voor wanneer, en wat kost het?", lines=5
    ),
    QuestionBlock("Hoe zeker ben je, van 1 (ik gok) tot 5 (heel zeker)?", lines=1),
    QuestionBlock("Welke zinnen moest je twee keer lezen?", lines=3),
)


def make_retelling_sheet(pack: Pack, *, only_own: bool) -> Document:
    """Return the sheet.

    Args:
        pack: the programme with its overlays.
        only_own: whether only the cases of the overlays are on it, where there are any.
    """
    lead = "Lees elke casus één keer en kijk daarna niet terug. Wat bij het navertellen misgaat, ligt aan de tekst."
    return Document("Navertellen", lead, tuple(_sections(pack, only_own=only_own and bool(pack.overlays))))


def _sections(pack: Pack, *, only_own: bool) -> Iterator[Section]:
    for session in pack.programme.sessions:
        for step_id in session.steps:
            if only_own and not pack.label_of(step_id):
                continue
            try:
                step = pack.step(step_id)
            except ContentError:
                continue
            if isinstance(step, Case) and step.choice:
                yield Section(pack.titled(step), (*_told(step), *_ASKED))


def _told(case: Case) -> Iterator[Block]:
    for block in case.blocks:
        yield from blocks_of(block.text)
        if block.slug == MOMENT:
            break
    if case.choice:
        yield prose(case.choice.text)

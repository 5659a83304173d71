"""The programme on paper or as a page: a booklet to read, and a workbook of one session with room to write."""

from collections.abc import Iterator, Sequence
from enum import Enum

import msgspec

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.guidance.route import reading_order
from goedwerk_tui.guidance.words import LEVELS, STEP_KINDS
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Block as StepBlock
from goedwerk_tui.programme.model import Case, Choice, Example, Session, Step
from goedwerk_tui.programme.model import Question as Asked
from goedwerk_tui.sharing.document import (
    Block,
    Document,
    Fold,
    NewSheet,
    Prose,
    QuestionBlock,
    Run,
    Section,
    Table,
    Together,
    prose,
)
from goedwerk_tui.sharing.exercise_paper import BOX, exercise_on_paper
from goedwerk_tui.sharing.prose import blocks_of, section_of, without_keys

_FOLDED = {"stemmen": "Wat anderen ervan vinden", "hoe-het-verder-ging": "Hoe het verder ging"}
_FOR_THE_LEADER = "voor-wie-de-bijeenkomst-leidt"
_LINES, _FEW_LINES = 7, 4
"""To write on below a question: usually, and on the sheet before a meeting, which is one."""
_BEHIND = "stemmen en afloop"
SOMETHING_ELSE = "Iets anders, namelijk: …"


class Part(Enum):
    """Which part of a case is wanted on paper: a leader hands out how it went on when the group has chosen."""

    WHOLE = "whole"
    BEFORE_CHOOSING = "before choosing"
    AFTER_CHOOSING = "after choosing"
    TO_CHOICE = "to the choice"
    """For on the wall or to read beforehand: as far as the choice, without room to write."""


def make_booklet(pack: Pack) -> Document:
    """Return the whole programme to read, with contents; voices and aftermath folded behind the choice.

    What of one's own content is not there, or not sound, is named.

    Raises:
        ContentError: a page or the glossary of the programme is wrong.
    """
    programme = pack.programme
    introduction = Section("Vooraf", (*blocks_of(programme.introduction), *_notices(pack)))
    sessions = tuple(_session(pack, session, room=False) for session in programme.sessions)
    pages = tuple(section_of(page.title, page.text) for page in map(pack.page, programme.pages))
    more = tuple(Section(title, terms) for title, terms in _terms(pack).items())
    lead = "Het hele programma om te lezen. Wie het doet, leest en schrijft in de terminal."
    return Document(programme.title, lead, (introduction, *sessions, *pages, *more), contents=True)


def _terms(pack: Pack) -> dict[str, tuple[Block, ...]]:
    """Return the glossary by whose it is: that of the programme, and that of each overlay."""
    found: dict[str, tuple[Block, ...]] = {}
    for term in pack.glossary().values():
        title = pack.labelled("Begrippen", "glossary.yaml", term.id)
        line = Prose((Run(term.term, "strong"), Run(f"  {term.meaning}")))
        found[title] = (*found.get(title, ()), line)
    return found


def make_workbook(pack: Pack, session: Session, part: Part = Part.WHOLE) -> Document:
    """Return one session with room to write; voices and aftermath stand at the back, so that one chooses first.

    Raises:
        Trouble: only what comes after choosing is wanted, and nothing does.
    """
    whole = _session(pack, session, room=True)
    before = (
        Section("Vooraf", (*whole.blocks, *_notices(pack))),
        *(_without_folds(each, part) for each in whole.sections),
    )
    behind = tuple(filter(None, map(_folds_of, whole.sections)))
    return Document(f"Werkboek: {session.title}", pack.programme.title, _parted(before, (), behind, part))


def make_step_paper(pack: Pack, step_id: str, part: Part = Part.WHOLE) -> Document:
    """Return one step with room to write, laid out as in the workbook of its session.

    Raises:
        KeyError: there is no such step.
        Trouble: only what comes after choosing is wanted, and nothing does; or it is wanted as far as a choice that
            it has not.
    """
    step = _step(pack, step_id, room=part is not Part.TO_CHOICE)
    if part is Part.TO_CHOICE:
        step = _to_choice(step)
    before = msgspec.structs.replace(_without_folds(step, part), title=_kind_of(pack, step_id))
    folds = _folds_of(step)
    sections = _parted((before,), folds.blocks if folds else (), (), part)
    return Document(step.title, f"{pack.programme.title}: {pack.session_of(step_id).title}", sections)


def _kind_of(pack: Pack, step_id: str) -> str:
    try:
        return STEP_KINDS[pack.step(step_id).kind].capitalize()
    except ContentError:
        return "Stap"


def make_leader_kit(pack: Pack) -> Document:
    """Return what whoever leads the meetings needs: the page for them, and all cases to choose from, with their ids.

    Raises:
        Trouble: this programme has no such page.
        ContentError: the page is wrong.
    """
    if _FOR_THE_LEADER not in pack.programme.pages:
        raise Trouble("Dit programma heeft geen bladzijde voor wie de bijeenkomst leidt.", "Er is niets geschreven.")
    page = pack.page(_FOR_THE_LEADER)
    cases = Section("Alle casussen", (), tuple(_cases(pack, session) for session in pack.programme.sessions))
    sections = (section_of(page.title, page.text), cases)
    return Document("Een groep begeleiden", pack.programme.title, sections, contents=True)


def _cases(pack: Pack, session: Session) -> Section:
    head = ("casus", "id", "overheid", "onderwerp", "minuten")
    cases = (step for step in _readable(pack, session) if isinstance(step, Case))
    rows = (
        ((Run(pack.titled(each)),), (Run(each.id, "code"),), *((Run(cell),) for cell in _facts_of(each)))
        for each in cases
    )
    return Section(session.title, (Table((tuple((Run(cell),) for cell in head), *rows)),))


def _facts_of(case: Case) -> tuple[str, str, str]:
    return LEVELS[case.level], case.field, str(case.minutes)


def _readable(pack: Pack, session: Session) -> Iterator[Step]:
    for step_id in steps_of(session):
        try:
            yield pack.step(step_id)
        except ContentError:
            continue


def _without_folds(step: Section, part: Part) -> Section:
    """Return a step with a line in the place of what is folded in it, that tells where that is."""
    where = (
        "dat krijg je als er gekozen is."
        if part is Part.BEFORE_CHOOSING
        else "staat achterin, op een eigen blad. Lees het als je gekozen hebt."
    )
    blocks = (prose(f"{block.title}: {where}", "small") if isinstance(block, Fold) else block for block in step.blocks)
    return Section(step.title, tuple(blocks))


def _to_choice(step: Section) -> Section:
    """Return a step as far as its choice.

    Raises:
        Trouble: it has none.
    """
    end = next((at for at, block in enumerate(step.blocks, 1) if isinstance(block, Together)), 0)
    if not end:
        raise Trouble("In deze stap valt niets te kiezen.", "Er is niets geschreven.", "Laat --tot-keuze weg.")
    return Section(step.title, step.blocks[:end])


def _folds_of(step: Section) -> Section | None:
    """Return what is folded in a step, each below its own head; None for nothing."""
    folds = [block for block in step.blocks if isinstance(block, Fold)]
    blocks = tuple(block for fold in folds for block in (prose(fold.title, "head"), *fold.blocks))
    return Section(step.title, blocks) if blocks else None


def _parted(
    before: Sequence[Section], blocks: tuple[Block, ...], sections: tuple[Section, ...], part: Part
) -> tuple[Section, ...]:
    """Return what is read before choosing, and what stands behind it (blocks, or sections) on a sheet of its own.

    Raises:
        Trouble: only what stands behind is wanted, and nothing does.
    """
    if part is Part.AFTER_CHOOSING:
        if not blocks and not sections:
            raise Trouble("Hierin staan geen stemmen en geen afloop.", "Er is niets geschreven.")
        return (Section(_BEHIND.capitalize(), blocks, sections),)
    if part is Part.BEFORE_CHOOSING or not (blocks or sections):
        return tuple(before)
    *most, last = before
    last = msgspec.structs.replace(last, blocks=(*last.blocks, NewSheet()))
    return (*most, last, Section(f"Achterin: {_BEHIND}", blocks, sections))


def _session(pack: Pack, session: Session, *, room: bool) -> Section:
    steps = tuple(_step(pack, step_id, room=room) for step_id in steps_of(session))
    return Section(session.title, (prose(session.question, "lead"), prose(session.aim)), steps)


def _notices(pack: Pack) -> tuple[Block, ...]:
    return tuple(prose(notice, "small") for notice in pack.notices)


def _step(pack: Pack, step_id: str, *, room: bool) -> Section:
    try:
        step = pack.step(step_id)
    except ContentError:
        return Section(step_id, (prose("Deze stap ontbreekt hier: zijn bestand klopt niet.", "small"),))
    about = ", ".join(each for each in (pack.copy_note(step_id), STEP_KINDS[step.kind]) if each)
    if isinstance(step, (Case, Example)):
        about += f", {LEVELS[step.level]}, {step.field}: {step.role}"
    return Section(
        pack.titled(step), (prose(f"{about}, ongeveer {step.minutes} min", "small"), *_blocks(pack, step, room=room))
    )


def _blocks(pack: Pack, step: Step, *, room: bool) -> Iterator[Block]:
    *_, last = order = reading_order(step)
    for portion in order:
        if part := portion.block:
            told = tuple(_told(part))
            yield from (Fold(_FOLDED[part.slug], told),) if part.slug in _FOLDED else told
        if portion is last and isinstance(step, Exercise):
            yield from exercise_on_paper(step, pack, room=room)
        for asks in portion.asks:
            if isinstance(asks, Choice):
                yield from _choice(asks, room=room)
            else:
                yield _question(asks, lines=(_FEW_LINES if _prepares(pack, step) else _LINES) if room else 0)
    if step.sources:
        sources = "; ".join(f"{each.title}, {each.publisher}, {each.year}" for each in step.sources)
        yield prose(f"Bronnen: {sources}.", "small")


def _told(part: StepBlock) -> Iterator[Block]:
    yield from blocks_of(without_keys(part.text))
    for voice in part.voices:
        yield prose(voice.who, "head")
        yield from blocks_of(voice.text)


def _prepares(pack: Pack, step: Step) -> bool:
    """Return whether a step is what one prepares before a meeting of the group."""
    group = pack.session_of(step.id).group
    return group is not None and group.before == step.id


def _question(asked: Asked, *, lines: int) -> QuestionBlock:
    return QuestionBlock(asked.text, without_keys(asked.hint), lines)


def _choice(choice: Choice, *, room: bool) -> Iterator[Block]:
    options = (*(option.text for option in choice.options), SOMETHING_ELSE)
    yield Together((QuestionBlock(choice.text), *(prose(f"{BOX} {each}") for each in options)))
    if room:
        yield QuestionBlock("Wat kies je, en waarom?", lines=_LINES)

"""The programme on paper or as a page: a booklet to read, and a workbook of one session with room to write."""

from collections.abc import Iterator, Sequence

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.progress import steps_of
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
    Prose,
    QuestionBlock,
    Run,
    Section,
    Table,
    prose,
)
from goedwerk_tui.sharing.exercise_paper import BOX, exercise_on_paper
from goedwerk_tui.sharing.prose import blocks_of, section_of, without_keys

_FOLDED = {"stemmen": "Wat anderen ervan vinden", "hoe-het-verder-ging": "Hoe het verder ging"}
_FOR_THE_LEADER = "voor-wie-de-bijeenkomst-leidt"
_LINES = 7
SOMETHING_ELSE = "Iets anders, namelijk: …"


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
    terms = tuple(Prose((Run(term.term, "strong"), Run(f"  {term.meaning}"))) for term in pack.glossary().values())
    more = (Section("Begrippen", terms),) if terms else ()
    lead = "Het hele programma om te lezen. Wie het doet, leest en schrijft in de terminal."
    return Document(programme.title, lead, (introduction, *sessions, *pages, *more), contents=True)


def make_workbook(pack: Pack, session: Session) -> Document:
    """Return one session with room to write; voices and aftermath stand at the back, so that one chooses first."""
    whole = _session(pack, session, room=True)
    sections = (Section("Vooraf", (*whole.blocks, *_notices(pack))), *_folds_behind(whole.sections))
    return Document(f"Werkboek: {session.title}", pack.programme.title, sections)


def make_step_paper(pack: Pack, step_id: str) -> Document:
    """Return one step with room to write, laid out as in the workbook of its session.

    Raises:
        KeyError: there is no such step.
    """
    section = _step(pack, step_id, room=True)
    return Document(pack.programme.title, pack.session_of(step_id).title, _folds_behind((section,)))


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
    rows = ((pack.titled(each), each.id, LEVELS[each.level], each.field, str(each.minutes)) for each in cases)
    return Section(session.title, (Table(tuple(tuple((Run(cell),) for cell in row) for row in (head, *rows))),))


def _readable(pack: Pack, session: Session) -> Iterator[Step]:
    for step_id in steps_of(session):
        try:
            yield pack.step(step_id)
        except ContentError:
            continue


def _folds_behind(steps: Sequence[Section]) -> tuple[Section, ...]:
    """Return the steps with what is folded in them in a section of its own, at the end."""
    before: list[Section] = []
    behind: list[Section] = []
    for step in steps:
        folds = [block for block in step.blocks if isinstance(block, Fold)]
        before.append(Section(step.title, tuple(_without_fold(block) for block in step.blocks)))
        if folds:
            inner = tuple(block for fold in folds for block in (prose(fold.title, "head"), *fold.blocks))
            behind.append(Section(step.title, inner))
    return (*before, *((Section("Achterin: stemmen en afloop", (), tuple(behind)),) if behind else ()))


def _without_fold(block: Block) -> Block:
    if not isinstance(block, Fold):
        return block
    return prose(f"{block.title}: staat achterin. Lees het als je gekozen hebt.", "small")


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
    label = pack.label_of(step_id)
    about = ", ".join(each for each in (label, STEP_KINDS[step.kind]) if each)
    if isinstance(step, (Case, Example)):
        about += f", {LEVELS[step.level]}, {step.field}: {step.role}"
    return Section(
        step.title, (prose(f"{about}, ongeveer {step.minutes} min", "small"), *_blocks(pack, step, room=room))
    )


def _blocks(pack: Pack, step: Step, *, room: bool) -> Iterator[Block]:
    choice = step.choice if isinstance(step, Case) else None
    if not step.blocks and isinstance(step, Exercise):
        yield from exercise_on_paper(step, pack, room=room)
    for number, part in enumerate(step.blocks, 1):
        last = number == len(step.blocks)
        told = tuple(_told(part))
        if part.slug in _FOLDED:
            yield Fold(_FOLDED[part.slug], told)
        else:
            yield from told
        if last and isinstance(step, Exercise):
            yield from exercise_on_paper(step, pack, room=room)
        yield from (
            _question(asked, room=room)
            for asked in step.questions
            if asked.after == part.slug or (last and asked.after is None)
        )
        if choice and part.slug == "moment":
            yield from _choice(choice, room=room)
    if not step.blocks:
        yield from (_question(asked, room=room) for asked in step.questions)
    if step.sources:
        sources = "; ".join(f"{each.title}, {each.publisher}, {each.year}" for each in step.sources)
        yield prose(f"Bronnen: {sources}.", "small")


def _told(part: StepBlock) -> Iterator[Block]:
    yield from blocks_of(without_keys(part.text))
    for voice in part.voices:
        yield prose(voice.who, "head")
        yield from blocks_of(voice.text)


def _question(asked: Asked, *, room: bool) -> QuestionBlock:
    return QuestionBlock(asked.text, without_keys(asked.hint), _LINES if room else 0)


def _choice(choice: Choice, *, room: bool) -> Iterator[Block]:
    yield QuestionBlock(choice.text)
    yield from (prose(f"{BOX} {each}") for each in (*(option.text for option in choice.options), SOMETHING_ELSE))
    if room:
        yield QuestionBlock("Wat kies je, en waarom?", lines=_LINES)

"""The kinds of document: what each takes from the journal when nothing was chosen by hand, and how it is laid out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial

import msgspec

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.text import count_words
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.answers import SOMETHING_ELSE_TEXT, asks_the_same
from goedwerk_tui.guidance.collections.own_words import meaning_of
from goedwerk_tui.guidance.collections.vision import what_is_begun
from goedwerk_tui.guidance.told_once import told_once
from goedwerk_tui.guidance.words import how_many, written_by_choice
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case, Choice
from goedwerk_tui.sharing.document import Block, Bullets, Document, Piece, Prose, QuestionBlock, Run, Section, prose
from goedwerk_tui.sharing.earlier_sittings import with_earlier_sittings
from goedwerk_tui.sharing.entry_document import USUAL_TITLE, make_document, piece_of, sections_of
from goedwerk_tui.sharing.order import as_asked
from goedwerk_tui.sharing.overviews import conditions_sections, usual_conditions, usual_vision, vision_sections
from goedwerk_tui.sharing.prose import blocks_of
from goedwerk_tui.sharing.selection import marked_to_bring, shareable
from goedwerk_tui.sharing.sorts_beside import pieces_beside


class DocumentKind(StrEnum):
    """A kind of document, by its name on the command line."""

    CHOSEN = "keuze"
    MEETING = "bijeenkomst"
    JOURNAL = "dagboek"
    VISION = "visie"
    CONDITIONS = "voorwaarden"
    STRATEGIES = "strategieen"
    CASE = "casus"
    INVITATION = "uitnodiging"
    INSIGHT = "inzicht"


KINDS = {
    DocumentKind.CHOSEN: "Wat je koos, op volgorde",
    DocumentKind.MEETING: "Blad voor de bijeenkomst",
    DocumentKind.JOURNAL: "Het hele dagboek",
    DocumentKind.VISION: "Mijn visie",
    DocumentKind.CONDITIONS: "Wat bevordert en wat belemmert",
    DocumentKind.STRATEGIES: "Mijn strategieën en woorden, om te ruilen",
    DocumentKind.CASE: "Eén casus met mijn keuze",
    DocumentKind.INVITATION: "Uitnodiging voor een gesprek",
    DocumentKind.INSIGHT: "Inzicht: beelden van wat ik schreef",
}
"""What they are called."""

_ROOM = 4
_LONG_LIST = 12
_TWO_PAGES = 700
"""Words of one's own that fit on two pages, with the questions and the room to write."""


OVERVIEWS = frozenset(
    {
        DocumentKind.JOURNAL,
        DocumentKind.VISION,
        DocumentKind.CONDITIONS,
        DocumentKind.STRATEGIES,
        DocumentKind.CASE,
        DocumentKind.INSIGHT,
    }
)
"""The kinds that show something that stands, marked or not: what is not marked leaves when the person says so."""


_AS_WRITTEN = frozenset({DocumentKind.CHOSEN, DocumentKind.MEETING, DocumentKind.JOURNAL, DocumentKind.INVITATION})
"""The kinds that hold pieces as they were written."""


def usual_choice(kind: DocumentKind, journal: Journal, *, case: str | None = None) -> tuple[Entry, ...]:
    """Return what goes in when nothing was chosen by hand: of what the kind holds, what was marked to bring.

    Args: as for ``held_by``.
    """
    marked = marked_to_bring(journal)
    ids = {each.id for each in marked}
    chosen = tuple(each for each in held_by(kind, journal, case=case) if each.id in ids)
    if kind is DocumentKind.VISION and not chosen:
        # The vision as it is now was not marked, and an answer that went into it was.
        return tuple(each for each in marked if each.kind is Kind.VISION)
    return chosen


def held_by(kind: DocumentKind, journal: Journal, *, case: str | None = None) -> tuple[Entry, ...]:
    """Return all that a kind of document can hold, marked to bring or not. Never what was marked never to leave.

    Args:
        kind: the kind of document.
        journal: the journal.
        case: the id of the case, for that kind; None for the case that was written at last.
    """
    everything = shareable(journal)
    match kind:
        case DocumentKind.VISION:
            return usual_vision(journal)
        case DocumentKind.CONDITIONS:
            return usual_conditions(journal)
        case DocumentKind.STRATEGIES:
            return tuple(each for each in everything if each.kind in (Kind.STRATEGY, Kind.TERM))
        case DocumentKind.CASE:
            step = case or next(
                (each.origin.step for each in everything if each.kind is Kind.CHOICE and each.origin), None
            )
            return tuple(each for each in everything if each.origin is not None and each.origin.step == step)
        case _:
            return everything


def lay_out(
    kind: DocumentKind, chosen: Sequence[Entry], pack: Pack, now: datetime, name: str = "", picture: str = ""
) -> Document:
    """Return a document of this kind.

    Args:
        kind: the kind.
        chosen: the entries that go in; all of them do, and no others. A plan that stands in its exercise stands there.
        pack: the programme, for the text of a case and for ways to begin a conversation.
        now: the moment, for the date below the title.
        name: whose it is, when that may be known.
        picture: the id of the one picture that goes in, for insight; empty for all that can be drawn.

    Raises:
        Trouble: the text of the case can't be read any more.
    """
    whole = kind in (DocumentKind.CHOSEN, DocumentKind.JOURNAL)
    if kind in _AS_WRITTEN:
        chosen = told_once(chosen, earlier=whole)
    if whole:
        title = "Mijn dagboek Goed Werk" if kind is DocumentKind.JOURNAL else USUAL_TITLE
        make = with_earlier_sittings(pieces_beside(chosen, pack))
        document = make_document(chosen, now, title, name, make, partial(as_asked, pack=pack))
        return Document(title, document.date, document.sections, name, contents=_is_long(kind, document))
    if kind is DocumentKind.INSIGHT:
        from goedwerk_tui.sharing.picture_sections import picture_sections

        sections = picture_sections(chosen, pack, local(now).date(), picture)
        return Document("Inzicht", long_date(local(now).date()), sections, name)
    title, make = _LAYOUTS[kind]
    # For a group it matters what was written, and not when.
    day = "" if kind is DocumentKind.MEETING else long_date(local(now).date())
    return Document(title, day, make(as_asked(chosen, pack), pack), name)


def _is_long(kind: DocumentKind, document: Document) -> bool:
    return kind is DocumentKind.JOURNAL and len(document.pieces) > _LONG_LIST


def _meeting(chosen: Sequence[Entry], pack: Pack) -> tuple[Section, ...]:
    asked = [each for each in chosen if _is_for_the_group(each, pack)]
    brought = [each for each in chosen if each not in asked]
    question: tuple[Block, ...] = tuple(_without_day(piece_of(each)) for each in asked) or (
        QuestionBlock("Waarover wil ik van de groep iets horen?", lines=_ROOM),
    )
    make = pieces_beside(brought, pack)
    steps = [
        step for section in sections_of(brought, lambda each: [_without_day(make(each))]) for step in section.sections
    ]
    return (
        Section("Mijn vraag aan de groep", question),
        *((Section("Wat ik meeneem", sections=tuple(steps)),) if steps else ()),
        Section("Wat ik hoorde", (QuestionBlock("Wat neem ik mee terug?", lines=_ROOM),)),
    )


def _without_day(piece: Piece) -> Piece:
    return msgspec.structs.replace(piece, written="")


def _is_for_the_group(entry: Entry, pack: Pack) -> bool:
    """Say whether it answers what a person wants to do at the meeting, in the step that prepares for it."""
    origin = entry.origin
    if origin is None or not pack.knows(origin.step):
        return False
    session = pack.session_of(origin.step)
    if session.group is None or session.group.before != origin.step:
        return False
    return any(question.id == origin.item and question.move == "act" for question in pack.step(origin.step).questions)


def _vision(chosen: Sequence[Entry], _: Pack) -> tuple[Section, ...]:
    return vision_sections(chosen)


def _conditions(chosen: Sequence[Entry], _: Pack) -> tuple[Section, ...]:
    return conditions_sections(chosen)


def _strategies(chosen: Sequence[Entry], _: Pack) -> tuple[Section, ...]:
    titles = {Kind.STRATEGY: "Mijn strategieën", Kind.TERM: "Mijn woorden"}
    return _parted(chosen, lambda each: titles.get(each.kind, "Nog meer"), _with_meaning)


def _with_meaning(entry: Entry) -> Piece:
    """Return an entry as it leaves, a word with what is meant by it: without that nobody else could use it."""
    piece = piece_of(entry)
    meaning = meaning_of(entry) if entry.kind is Kind.TERM else ""
    return msgspec.structs.replace(piece, text=f"{piece.text}\n\n{meaning}") if meaning.strip() else piece


def _parted(
    chosen: Iterable[Entry], title: Callable[[Entry], str], make: Callable[[Entry], Block] = piece_of
) -> tuple[Section, ...]:
    parts: dict[str, list[Block]] = {}
    for each in chosen:
        parts.setdefault(title(each), []).append(make(each))
    return tuple(Section(name, tuple(blocks)) for name, blocks in parts.items())


def _case(chosen: Sequence[Entry], pack: Pack) -> tuple[Section, ...]:
    sections: list[Section] = []
    for step_id in dict.fromkeys(each.origin.step for each in chosen if each.origin):
        mine = [each for each in chosen if each.origin and each.origin.step == step_id]
        sections.append(Section(_title(mine), (*_told(step_id, mine, pack), *map(piece_of, mine))))
    loose = [each for each in chosen if each.origin is None]
    return (*sections, *sections_of(loose))


def _title(entries: Sequence[Entry]) -> str:
    origin = entries[0].origin
    return origin.step_title if origin else ""


def _told(step_id: str, mine: Sequence[Entry], pack: Pack) -> tuple[Block, ...]:
    """Return a case up to its moment, and what there was to choose from."""
    if not pack.knows(step_id):
        return ()
    step = pack.step(step_id)
    if not isinstance(step, Case):
        return ()
    told = tuple(block for part in step.blocks if part.slug in ("situatie", "moment") for block in blocks_of(part.text))
    if step.choice is None:
        return told
    options = tuple((Run(each),) for each in _options(step.choice, filter(None, map(written_by_choice, mine))))
    asked = () if any(written_by_choice(each) for each in mine) else (Prose((Run(step.choice.text, "strong"),)),)
    return (*told, *asked, prose("Er was te kiezen uit:"), Bullets(options))


def _options(choice: Choice, chosen: Iterable[str]) -> Iterator[str]:
    """Yield the options, with what was chosen in the words in which it stood there."""
    taken = dict.fromkeys(each for each in chosen if each != SOMETHING_ELSE_TEXT)
    for option in choice.options:
        words = next((each for each in taken if asks_the_same(each, option.text, *option.same_as)), None)
        if words:
            del taken[words]
        yield words or option.text
    yield from (f"{each} (stond er toen)" for each in taken)


def _invitation(chosen: Sequence[Entry], _: Pack) -> tuple[Section, ...]:
    about = prose(
        "Ik doe een programma over goed werk en schreef onder andere dit op. "
        "Ik zou er graag een half uur met je over praten. Het hoeft nergens toe te leiden."
    )
    return (
        Section("Zullen we het hierover hebben?", (about, *map(piece_of, chosen))),
        Section("Wanneer", (QuestionBlock("Wanneer kun je, en waar zitten we rustig?", lines=2),)),
    )


_LAYOUTS: dict[DocumentKind, tuple[str, Callable[[Sequence[Entry], Pack], tuple[Section, ...]]]] = {
    DocumentKind.MEETING: ("Voor de bijeenkomst", _meeting),
    DocumentKind.VISION: ("Mijn visie", _vision),
    DocumentKind.CONDITIONS: ("Wat bevordert en wat belemmert", _conditions),
    DocumentKind.STRATEGIES: ("Mijn strategieën en woorden", _strategies),
    DocumentKind.CASE: ("Een casus en mijn keuze", _case),
    DocumentKind.INVITATION: ("Een uitnodiging", _invitation),
}


def remark_on(kind: DocumentKind, chosen: Sequence[Entry]) -> str:
    """Return what a person may want to hear before it is written; often nothing."""
    words = sum(count_words(each.text) for each in chosen)
    if kind is DocumentKind.MEETING and words > _TWO_PAGES:
        return "Dit wordt waarschijnlijk meer dan twee bladzijden; voor een bijeenkomst is minder vaak beter."
    return ""


def about_unmarked(number: int) -> str:
    """Return that something in an overview was not marked to bring; it leaves only when the person says so."""
    return f"{how_many(number, 'stuk', 'stukken')} hierin neem je niet mee."


def nothing_marked() -> Trouble:
    """Return what to say when there is something, and none of it was marked."""
    return Trouble(
        "Er is niets om te delen: hiervan neem je niets mee.",
        "Er is geen bestand geschreven.",
        "Kies bij een stuk ‘meenemen’, of zet er --alles bij.",
    )


def nothing_to_share(kind: DocumentKind, may_leave: Sequence[Entry] = (), *, everything: bool = False) -> Trouble:
    """Return what to say when nothing was chosen.

    Args:
        kind: the kind of document.
        may_leave: all that may leave, the newest first.
        everything: whether all of it was asked for, and not only what was marked.
    """
    if kind is DocumentKind.VISION and (begun := what_is_begun(may_leave)):
        told = f"{begun} Schrijf ook dat, of deel met --id wat er wel staat; ‘goedwerk zoek’ toont de ids."
        return Trouble("Er is niets om te delen.", "Er is geen bestand geschreven.", told)
    usual = "Kies bij een stuk ‘meenemen’, of zet er --alles bij."
    if everything:
        usual = "Wat niet af is gaat niet mee: ga ermee verder op Thuis, en rond een opdracht af met ctrl+s."
    advice = {
        DocumentKind.CASE: "Kies eerst iets bij een casus, of noem er een met --casus.",
        DocumentKind.VISION: "Er staat nog geen visie in je dagboek die mee mag. Wat je eraan schreef telt mee zodra je"
        " de opdracht met ctrl+s afrondt.",
        DocumentKind.CONDITIONS: "Er staan nog geen voorwaarden in je dagboek die mee mogen.",
        DocumentKind.STRATEGIES: "Er staan nog geen strategieën of woorden in je dagboek.",
        DocumentKind.INSIGHT: "Uit wat mee mag is geen beeld te tekenen; ‘goedwerk inzicht’ zegt wat er nodig is.",
    }.get(kind, usual)
    return Trouble("Er is niets om te delen.", "Er is geen bestand geschreven.", advice)

"""What came out of an exercise, beside what came out before."""

from collections.abc import Iterator, Sequence
from typing import assert_never

import msgspec
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import local, long_date
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import answered_before, as_told, same_subject, written_down
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.insight.results import picture_of
from goedwerk_tui.guidance.words import ENTRY_KINDS, how_many
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.journal.reader import JournalReader
from goedwerk_tui.tui.widgets.drawing import drawn_groups
from goedwerk_tui.tui.widgets.drawn_lines import hanging
from goedwerk_tui.tui.widgets.drawn_table import drawn_table

DRAWN_AT_ONCE = 40_000
"""Signs of a text that are laid out in one go; a longer one holds up the keyboard."""
_DAYS_DRAWN = 6
"""Earlier days of a collection that are drawn below it in one go."""
_SHOWN = 3
_PLURALS = {
    Kind.INTENTION: "voornemens",
    Kind.STRATEGY: "strategieën",
    Kind.CONDITION: "voorwaarden",
    Kind.TERM: "woorden",
    Kind.VISION: "visies",
}


class PictureOf(VerticalScroll):
    """Draws an exercise as it stands, anew when its width changes."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._work: Work | None = None
        self._before: Work | None = None

    def compose(self) -> ComposeResult:
        """Hold one drawing."""
        yield Static("", classes="drawing", markup=False)

    def show(self, work: Work, before: Work | None) -> None:
        """Show the picture of an exercise, beside an earlier one, without what is asked around it."""
        self._work, self._before = without_around(work), without_around(before)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Draw in the new room."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if self._work is not None and width:
            self.query_one(Static).update(drawn_result(self._work, self._before, width))


class ResultView(VerticalScroll):
    """Shows one result. It asks the journal nothing: it shows what it is given."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._work: Work | None = None
        self._before: Work | None = None
        self._text = ""
        self._in_front: Entry | None = None
        self._around: tuple[str, ...] = ()
        """What is told above and below it."""

    def compose(self) -> ComposeResult:
        """Lay the date above the picture, and what follows below."""
        for part in ("when", "picture", "next"):
            yield Static("", id=f"result-{part}", markup=False)

    def show(self, entry: Entry, work: Work | None, before: Work | None, *, about: Sequence[str], follows: str) -> None:
        """Show a result; one that is in front already stays where it was scrolled to.

        Args:
            entry: the result.
            work: what it holds; None when that is no longer understood.
            before: what lies beside it.
            about: what is told above it.
            follows: what is told below it.
        """
        shown = (self._in_front, self._work, self._before, self._around)
        if shown == (entry, work, before, (*about, follows)):
            return
        another = self._in_front is None or self._in_front.newest.id != entry.newest.id
        self._in_front, self._around = entry, (*about, follows)
        self._work, self._before, self._text = work, before, entry.text
        day = long_date(local(entry.changed).date())
        self.query_one("#result-when", Static).update(Content(" · ".join([f"Gemaakt op {day}", *about])))
        self.call_after_refresh(self._draw)
        self.query_one("#result-next", Static).update(Content(follows))
        if another:
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Wrap the picture anew."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        picture = self.query_one("#result-picture", Static)
        width = picture.content_size.width
        if width:
            drawn = drawn_result(self._work, self._before, width) if self._work else Content(self._text)
            picture.update(hanging(drawn, width))


def drawn_entry(entry: Entry, journal: JournalReader, width: int) -> Content | None:
    """Return a result as one looks at it, wherever it is read.

    None for what is none, is no longer understood, or is too long to be drawn in one go.
    """
    drawn = entry.kind is Kind.EXERCISE and entry.origin and len(entry.text) <= DRAWN_AT_ONCE
    since = written_down(entry) if drawn else None
    work = as_told(entry, since) if drawn else None
    if work is None or entry.origin is None:
        return None
    found = persistence.results(journal, entry.origin)
    before, _ = persistence.earlier(found, found.index(entry)) if entry in found else (None, None)
    parts = [drawn_result(work, same_subject(work, before), width)]
    days = answered_before(entry)
    for earlier in days[:_DAYS_DRAWN]:
        then = as_told(earlier, since)
        assert then is not None, "answers were read from values that are not understood"
        heading = f"Zoals het stond op {long_date(local(earlier.changed).date())}"
        parts += [Content.styled(heading, "bold"), drawn_result(then, None, width)]
    if len(days) > _DAYS_DRAWN:
        parts.append(Content(f"Er zijn {len(days)} eerdere dagen. Bij de opdracht zelf blader je ernaar, met [."))
    return hanging(Content("\n\n").join(parts), width)


def without_around(work: Work | None) -> Work | None:
    """Return an exercise without what is asked before and after it."""
    return msgspec.structs.replace(work, beforehand=None, afterwards=None) if isinstance(work, Framed) else work


def drawn_result(work: Work, before: Work | None, width: int) -> Content:
    """Return a result as one looks at it: its picture where it has one, and what was written around it."""
    match work:
        case Form():
            return _form(work, before if isinstance(before, Form) else None, width)
        case Composition():
            return _composition(work, before if isinstance(before, Composition) else None)
        case Sort() | Scale() | ItemList():
            return _drawn(work, before, width)
        case _:
            assert_never(work)


def _drawn(work: Sort | Scale | ItemList, before: Work | None, width: int) -> Content:
    then = before if isinstance(before, Framed) else None
    around = [
        _form(form, old, width) if form else Content("")
        for form, old in ((work.beforehand, then and then.beforehand), (work.afterwards, then and then.afterwards))
    ]
    parts = [around[0], drawn_groups(picture_of(work, before), width), around[1]]
    return Content("\n\n").join(each for each in parts if each.plain)


def _form(work: Form, before: Form | None, width: int) -> Content:
    """Return one page: the sections that hold or held something, and what stood there before where it differs."""
    old = {(box.id, box.label): box.shown for box in before.boxes} if before else {}
    parts: list[Content] = []
    for section, (title, _) in work.sections.items():
        here = [(box, old.get((box.id, box.label), "")) for box in work.boxes if box.section == section]
        boxes = [(box, was) for box, was in here if box.value.strip() or was]
        if boxes:
            parts.append(Content.styled(title, "bold"))
        for box, was in boxes:
            table = box.type == "table"
            said = drawn_table(box.columns, box.rows, width) if table else Content(box.shown)
            lines = [Content.styled(box.label, "$muted"), *([said] if box.value.strip() else [])]
            if was and was != box.shown:
                lines.append(Content.styled(f"vorige keer: {was}", "$muted italic"))
            parts.append(Content("\n").join(lines))
    return Content("\n\n").join(parts)


def _composition(work: Composition, before: Composition | None) -> Content:
    """Return the text, and under each part where it came from and what it was."""
    old = {piece.id: piece.text.strip() for piece in before.pieces} if before else {}
    parts: list[Content] = []
    for piece in work.pieces:
        if not piece.written:
            continue
        lines = [Content.styled(piece.title, "bold"), Content(piece.text.strip())]
        if piece.picked:
            origins = dict.fromkeys(source.origin for source in piece.picked)
            lines.append(Content.styled(f"uit: {', '.join(origins)}", "$muted"))
        if old.get(piece.id) and old[piece.id] != piece.text.strip():
            lines.append(Content.styled(f"vorige keer: {old[piece.id]}", "$muted italic"))
        parts.append(Content("\n").join(lines))
    return Content("\n\n").join(parts)


def about_others(apart: Entry | None, key: str, elsewhere: Sequence[Entry]) -> list[str]:
    """Say where earlier results are that do not lie beside this one.

    Args:
        apart: the one before it, when that may be about something else.
        key: the key that shows that one.
        elsewhere: those of other places.
    """
    said: list[str] = []
    if apart:
        day = long_date(local(apart.changed).date())
        said.append(f"De keer van {day} staat er niet naast: die ging misschien over iets anders. {key} toont die.")
    others = [
        f"‘{each.origin.step_title}’ ({each.origin.session_title}, {long_date(local(each.changed).date())})"
        for each in elsewhere[:_SHOWN]
        if each.origin
    ]
    if others:
        more = f" en nog {len(elsewhere) - _SHOWN}" if len(elsewhere) > _SHOWN else ""
        said.append(f"Ook gedaan, en terug te lezen in je dagboek: {'; '.join(others)}{more}.")
    return said


def what_follows(made: Sequence[Entry], words: Sequence[str], others: Sequence[str], *, more: bool) -> str:
    """Say what a result made beside itself, in which words a group can hear it, where others are, and what is next."""
    said = [f"Je uitkomst in woorden, om voor te lezen in je groep: {' '.join(words)}."] if words else []
    return "\n".join([*_made(made), *said, *others, *(["Enter gaat naar de volgende stap."] if more else [])])


def _made(made: Sequence[Entry]) -> Iterator[str]:
    by_kind: dict[Kind, list[Entry]] = {}
    for entry in reversed(made):
        by_kind.setdefault(entry.kind, []).append(entry)
    for kind, entries in by_kind.items():
        counted = how_many(len(entries), ENTRY_KINDS[kind], _PLURALS.get(kind, "stukken"))
        said = "" if len(entries) > _SHOWN else ": " + "; ".join(quoted(shorten(each.text, 90)) for each in entries)
        yield f"Hieruit {'kwam' if len(entries) == 1 else 'kwamen'} {counted}{said}"

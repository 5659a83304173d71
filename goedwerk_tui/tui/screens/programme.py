"""Programma: everything there is, by session, and how far you are."""

import asyncio
from collections.abc import Collection

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.guidance.progress import STATUS_SIGNS, core_progress, rail, status_of, steps_of
from goedwerk_tui.guidance.route import asked, stops
from goedwerk_tui.guidance.words import LEVELS, STEP_KINDS, how_many
from goedwerk_tui.journal import Position, StepProgress
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.model import Case, Example, Session, Step
from goedwerk_tui.tui.changes import Changed
from goedwerk_tui.tui.routes import HandbookRoute, ReadingRoute, StepRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.widgets.beginning import BeginningPane
from goedwerk_tui.tui.widgets.headings import heading
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_PAGE, _MORE = "page:", "more:"


class ProgrammeScreen(PlaceScreen):
    """The steps of all sessions, in reading order."""

    PLACE = "programme"
    FOLLOWS = frozenset({Changed.PROGRESS, Changed.AROUND})
    HANDBOOK = HandbookRoute(part="Programma")
    HELP_TEXT = """
Alle stappen, per sessie. **○** is open, **◐** begonnen, **●** klaar. De stappen met een streep ervoor vormen de
kernroute; de rest is vrij te kiezen, en klapt open met **Enter**. Nergens zit een slot op. Een stap is klaar als je aan
het eind was, een opdracht als je die afrondde; ook als je iets oversloeg of leeg liet.

**]** en **[** springen naar de volgende en vorige sessie.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("right_square_bracket,right", "session(1)", "volgende sessie"),
        Binding("left_square_bracket,left", "session(-1)", "vorige sessie"),
        Binding("b", "app.page('glossary')", "begrippen"),
    ]

    def __init__(self) -> None:
        """Begin with the core route of each session."""
        super().__init__()
        self._unfolded: set[str] = set()
        """The sessions of which every step is shown."""
        self._shown = False
        self._was: Position | None = None
        """Where the person was when this was last looked at: the line in front follows when they went elsewhere."""

    def compose_place(self) -> ComposeResult:
        """Lay the list above what its line in front is about; beside it in a wide window."""
        with Container(id="programme"):
            yield MarkedList(id="steps", classes="pane")
            yield BeginningPane(id="session-about")

    def on_mount(self) -> None:
        """Give the list its title."""
        super().on_mount()
        entitle(self.query_one("#steps"), "Sessies")

    def show(self) -> None:
        """Show the steps."""
        self._gather()

    @work(exclusive=True, group="gathering")
    async def _gather(self) -> None:
        pack = self.workspace.pack
        progress = self.workspace.journal.progress
        here = self._where_the_person_was()
        steps = self.query_one("#steps", OptionList)
        position = self.workspace.journal.position
        went, self._was = position != self._was, position
        in_front = here if went or not steps.highlighted_option else steps.highlighted_option.id
        options = await asyncio.to_thread(_options, pack, dict(progress), here, self._unfolded)
        steps.clear_options()
        steps.add_options(options)
        ids = [option.id for option in options]
        steps.highlighted = ids.index(in_front) if in_front and in_front in ids else 1
        if not self._shown:
            self._shown = True
            self.call_after_refresh(self._begin_at_its_session)
        elif went:
            self.call_after_refresh(steps.scroll_to_highlight)
        self.give_keyboard(steps)

    def _begin_at_its_session(self) -> None:
        """Put the heading of the session at the top, with the step in sight."""
        steps = self.query_one("#steps", OptionList)
        headings = (number for number in range(steps.highlighted or 0, -1, -1) if steps.options[number].disabled)
        at, step = next(headings, 0), steps.highlighted
        steps.highlighted = at
        steps.scroll_to_highlight(top=True)
        steps.highlighted = step

    def _where_the_person_was(self) -> str | None:
        position = self.workspace.journal.position
        return position.step if position else None

    @on(OptionList.OptionHighlighted)
    def _tell_about(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one(BeginningPane).tell(*_about_line(self.workspace.pack, event.option_id or ""))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen.startswith(_PAGE):
            self.shell.open(ReadingRoute(chosen.removeprefix(_PAGE)))
        elif chosen.startswith(_MORE):
            self._unfolded ^= {chosen.removeprefix(_MORE)}
            self.show()
        else:
            self.shell.open(StepRoute(chosen))

    def action_session(self, by: int) -> None:
        """Go to the first step of the next or the previous session."""
        steps = self.query_one("#steps", OptionList)
        firsts = [
            index
            for index in range(1, steps.option_count)
            if steps.get_option_at_index(index - 1).disabled and not steps.get_option_at_index(index).disabled
        ]
        here = steps.highlighted or 0
        ahead = [index for index in firsts if index > here] if by > 0 else [index for index in firsts if index < here]
        if ahead:
            steps.highlighted = ahead[0] if by > 0 else ahead[-1]
        else:
            self.shell.show_message("Dit is de laatste sessie." if by > 0 else "Dit is de eerste sessie.")


def _options(
    pack: Pack, progress: dict[str, StepProgress], here: str | None, unfolded: Collection[str]
) -> list[Option]:
    """Return the lines: of each session its core route, and the rest when it is unfolded, or when one is in it."""
    options: list[Option] = []
    for session in pack.programme.sessions:
        options.append(Option(_session_line(session, progress), disabled=True))
        options += [Option(_step_line(pack, session, step, progress, here), id=step) for step in session.core]
        rest = [step for step in steps_of(session) if step not in session.core]
        opened = session.id in unfolded or here in rest
        if rest:
            words = f"  {'▾' if opened else '▸'} vrij te kiezen: {len(rest)}"
            options.append(Option(Content.styled(words, "$muted"), id=f"{_MORE}{session.id}"))
        if opened:
            options += [Option(_step_line(pack, session, step, progress, here), id=step) for step in rest]
    if pack.programme.pages:
        options.append(heading("Om te lezen", air=True))
        options += [Option(Content(_page_title(pack, page)), id=f"{_PAGE}{page}") for page in pack.programme.pages]
    return options


def _about_line(pack: Pack, option_id: str) -> tuple[str, str, str]:
    """Return what a line is called, where it plays and how many questions it asks, and how it begins."""
    if option_id.startswith(_MORE):
        beside = "Casussen, portretten en opdrachten naast de kernroute: vrij te kiezen, en ze tellen niet mee."
        return "Vrij te kiezen", "", beside
    try:
        if option_id.startswith(_PAGE):
            return "Deze tekst", "", plain(pack.page(option_id.removeprefix(_PAGE)).text)
        return "Deze stap", *_describe(pack, option_id)
    except ContentError as trouble:
        return "Deze stap", "", trouble.happened


def _describe(pack: Pack, step_id: str) -> tuple[str, str]:
    session, step = pack.session_of(step_id), pack.step(step_id)
    number = len(asked(stops(step)))
    asks = how_many(number, "vraag", "vragen") if number else ""
    where = f"{step.field}, {step.role}" if isinstance(step, (Case, Example)) else ""
    begins = next((block.text for block in step.blocks if block.text), session.question)
    return " · ".join(filter(None, (where, asks))), plain(begins)


def _session_line(session: Session, progress: dict[str, StepProgress]) -> Content:
    core = core_progress(session, progress)
    far = "klaar" if core.complete else f"{core.done} van {core.total}"
    return Content.assemble(
        "\n",
        (session.title, f"bold ${session.dimension}"),
        (f"   {rail(session, progress)}", f"${session.dimension}"),
        (f"   kernroute {far} · ongeveer {session.minutes} min", "$muted"),
    )


def _step_line(
    pack: Pack, session: Session, step_id: str, progress: dict[str, StepProgress], here: str | None
) -> Content:
    sign = STATUS_SIGNS[status_of(step_id, progress)]
    core = "┃" if step_id in session.core else " "
    was = "   ◂ hier was je" if step_id == here else ""
    try:
        step = pack.step(step_id)
    except ContentError:
        return Content(f"{core} {sign} {step_id} (kan niet gelezen worden)")
    return Content.assemble(
        (f"{core} ", f"${session.dimension}"),
        f"{sign} {step.title}",
        (f"   {_about(step, pack.label_of(step_id))}{was}", "$muted"),
    )


def _about(step: Step, label: str) -> str:
    parts = [label] if label else []
    parts.append(STEP_KINDS[step.kind])
    if isinstance(step, (Case, Example)):
        parts.append(LEVELS[step.level])
    parts.append(f"{step.minutes} min")
    return " · ".join(parts)


def _page_title(pack: Pack, page_id: str) -> str:
    try:
        return pack.page(page_id).title
    except ContentError:
        return page_id

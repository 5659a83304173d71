"""Programma: everything there is, by session, and how far you are."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.guidance.progress import core_progress, status_of, steps_of
from goedwerk_tui.guidance.words import LEVELS, STEP_KINDS
from goedwerk_tui.journal import Status, StepProgress
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import Case, Example, Session, Step
from goedwerk_tui.tui.routes import ReadingRoute, StepRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.shell import Changed

_SIGNS = {Status.OPEN: "○", Status.STARTED: "◐", Status.DONE: "●"}
_PAGE = "page:"


class ProgrammeScreen(PlaceScreen):
    """The steps of all sessions, in reading order."""

    PLACE = "programme"
    FOLLOWS = frozenset({Changed.PROGRESS, Changed.AROUND})
    HELP_TEXT = """
Alle stappen, per sessie. **○** is open, **◐** begonnen, **●** gelezen tot het eind. De stappen met een streep ervoor
vormen de kernroute; de rest is vrij te kiezen. Nergens zit een slot op: begin waar je wilt.

**]** en **[** springen naar de volgende en vorige sessie.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("right_square_bracket,right", "session(1)", "volgende sessie", key_display="]"),
        Binding("left_square_bracket,left", "session(-1)", "vorige sessie", key_display="["),
        Binding("b", "app.page('glossary')", "begrippen"),
    ]

    def compose_place(self) -> ComposeResult:
        """Lay the list above what its session is about."""
        yield OptionList(id="steps", compact=True)
        yield Static("", id="session-about", markup=False)

    def show(self) -> None:
        """Show the steps."""
        self._gather()

    @work(exclusive=True, group="gathering")
    async def _gather(self) -> None:
        pack = self.workspace.pack
        progress = self.workspace.journal.progress
        options = await asyncio.to_thread(_options, pack, dict(progress))
        steps = self.query_one("#steps", OptionList)
        in_front = steps.highlighted_option.id if steps.highlighted_option else self._where_the_person_was()
        steps.clear_options()
        steps.add_options(options)
        ids = [option.id for option in options]
        steps.highlighted = ids.index(in_front) if in_front in ids else 1
        steps.focus()

    def _where_the_person_was(self) -> str | None:
        position = self.workspace.journal.position
        return position.step if position else None

    @on(OptionList.OptionHighlighted)
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        step = event.option_id or ""
        about = ""
        if self.workspace.pack.knows(step):
            session = self.workspace.pack.session_of(step)
            about = f"{session.question}\n{session.aim}"
        self.query_one("#session-about", Static).update(Content(about))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen.startswith(_PAGE):
            self.shell.open(ReadingRoute(chosen.removeprefix(_PAGE)))
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


def _options(pack: Pack, progress: dict[str, StepProgress]) -> list[Option]:
    options: list[Option] = []
    for session in pack.programme.sessions:
        options.append(Option(_session_line(session, progress), disabled=True))
        options.extend(Option(_step_line(pack, session, step, progress), id=step) for step in steps_of(session))
    if pack.programme.pages:
        options.append(Option(Content("\nOm te lezen"), disabled=True))
        for page in pack.programme.pages:
            options.append(Option(Content(f"    {_page_title(pack, page)}"), id=f"{_PAGE}{page}"))
    return options


def _session_line(session: Session, progress: dict[str, StepProgress]) -> Content:
    core = core_progress(session, progress)
    far = "klaar" if core.complete else f"{core.done} van {core.total}"
    return Content.assemble(
        "\n",
        (session.title, f"bold ${session.dimension}"),
        (f"   kernroute {far} · ongeveer {session.minutes} min", "dim"),
    )


def _step_line(pack: Pack, session: Session, step_id: str, progress: dict[str, StepProgress]) -> Content:
    sign = _SIGNS[status_of(step_id, progress)]
    core = "│" if step_id in session.core else " "
    try:
        step = pack.step(step_id)
    except ContentError:
        return Content(f"  {core} {sign} {step_id} (kan niet gelezen worden)")
    return Content.assemble(
        (f"  {core} ", f"${session.dimension}"),
        f"{sign} {step.title}",
        (f"   {_about(step, pack.label_of(step_id))}", "dim"),
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

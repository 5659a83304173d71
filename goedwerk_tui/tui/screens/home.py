"""Thuis: where you were, and what the next small thing is. Titles only; your own words are a key away."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.places import synced_by
from goedwerk_tui.guidance.progress import CoreProgress, core_progress, next_step, status_of
from goedwerk_tui.guidance.words import STEP_KINDS, how_many, minutes
from goedwerk_tui.journal import Status
from goedwerk_tui.programme import ContentError
from goedwerk_tui.programme.model import Session
from goedwerk_tui.sharing.selection import marked_to_bring
from goedwerk_tui.tui.screen import PlaceScreen
from goedwerk_tui.tui.widgets.row import Row

_BAR = 8


class HomeScreen(PlaceScreen):
    """The place to start."""

    PLACE = "home"
    HELP_TEXT = """
Hier zie je waar je was en wat de volgende stap is. **Enter** opent wat gemarkeerd is; met de pijltjes ga je naar een
andere regel. De balkjes tellen de kernroute van elke sessie. Wat daarbuiten valt is vrij te kiezen en telt niet mee.

Wat je zelf schreef staat hier niet: er kan iemand meekijken. Het staat in je dagboek (3).
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        ("up", "app.focus_previous", ""),
        ("down", "app.focus_next", ""),
        ("n", "app.new_note", "notitie"),
        ("d", "draft", ""),
    ]

    def compose_place(self) -> ComposeResult:
        """Lay out the rows; what they say comes with the journal."""
        with VerticalScroll(id="place", can_focus=False):
            yield Static("Verder waar je was", classes="heading", id="go-on-heading")
            yield Row(id="go-on")
            yield Row(id="draft")
            yield Static("Programma", classes="heading")
            yield Vertical(id="sessions")
            yield Static("Dagboek", classes="heading")
            yield Row(id="written")
            yield Row(id="bring")
            yield Static("", id="where", markup=False)

    def show(self) -> None:
        """Show where the person is."""
        keeper = self.keeper
        journal = keeper.journal
        programme = keeper.pack.programme
        position = journal.position.step if journal.position else None
        self._show_next(next_step(programme, journal.progress, position), begun=position is not None)
        self._show_draft()
        self._show_sessions(programme.sessions)
        self._show_journal()
        if self.focused is None:
            self.query_one("#go-on", Row).focus()

    def _show_next(self, step_id: str | None, *, begun: bool) -> None:
        heading = self.query_one("#go-on-heading", Static)
        row = self.query_one("#go-on", Row)
        if step_id is None:
            heading.update(Content("Je hebt alle kernroutes gelopen"))
            row.tell("Kies vrij uit wat er nog is", "⏎ programma")
            return
        heading.update(Content("Verder waar je was" if begun else "Hier begint het"))
        session = self.keeper.pack.session_of(step_id)
        try:
            step = self.keeper.pack.step(step_id)
        except ContentError:
            row.tell(f"{session.title} › {step_id}", "kan niet gelezen worden")
            return
        started = status_of(step_id, self.keeper.journal.progress) is Status.STARTED
        length = "begonnen" if started else minutes(step.minutes)
        row.tell(f"{session.title} › {STEP_KINDS[step.kind]} ‘{step.title}’", f"⏎ {length}")

    def _show_draft(self) -> None:
        drafts = self.keeper.drafts.all() if self.keeper.drafts else ()
        row = self.query_one("#draft", Row)
        row.display = bool(drafts)
        if drafts:
            origin = drafts[0].origin
            where = f"bij ‘{origin.step_title}’" if origin else "als losse notitie"
            more = "" if len(drafts) == 1 else f" · en nog {len(drafts) - 1}"
            row.tell(f"Er staat iets klaar dat je {where} typte en niet afmaakte", f"d  haal terug{more}")

    def _show_sessions(self, sessions: tuple[Session, ...]) -> None:
        box = self.query_one("#sessions", Vertical)
        rows = list(box.query(Row))
        if len(rows) != len(sessions):
            box.remove_children()
            rows = [Row(name=session.id) for session in sessions]
            box.mount_all(rows)
        for row, session in zip(rows, sessions, strict=True):
            row.set_classes(f"dimension-{session.dimension}")
            row.tell(session.title, _progress(core_progress(session, self.keeper.journal.progress)))

    def _show_journal(self) -> None:
        written = len(self.keeper.journal.newest_first())
        bring = len(marked_to_bring(self.keeper.journal))
        self.query_one("#written", Row).tell(
            how_many(written, "stuk geschreven", "stukken geschreven") if written else "Nog niets geschreven", "3  lees"
        )
        row = self.query_one("#bring", Row)
        row.display = bring > 0
        row.tell(how_many(bring, "stuk om mee te nemen", "stukken om mee te nemen"), "4  bekijk")
        self.query_one("#where", Static).update(Content(self._where()))

    def _where(self) -> str:
        places = self.keeper.journal.places
        if places is None:
            return "Je kijkt rond. Wat je hier schrijft verdwijnt als je stopt."
        service = synced_by(places.journal)
        return f"in een map die {service} ook elders bewaart" if service else "alleen op deze computer"

    @on(Row.Chosen, "#go-on")
    def _go_on(self) -> None:
        self.goedwerk.go_on()

    @on(Row.Chosen, "#draft")
    def _draft(self) -> None:
        self.action_draft()

    def action_draft(self) -> None:
        """Take up what was being typed when the program last ended."""
        drafts = self.keeper.drafts.all() if self.keeper.drafts else ()
        if not drafts:
            return
        if drafts[0].origin and self.keeper.pack.knows(drafts[0].origin.step):
            self.goedwerk.open_step(drafts[0].origin.step, item=drafts[0].origin.item)
        else:
            self.goedwerk.write_note(drafts[0])

    @on(Row.Chosen, "#written")
    def _read(self) -> None:
        self.goedwerk.action_go("journal")

    @on(Row.Chosen, "#bring")
    def _bring(self) -> None:
        self.goedwerk.action_go("sharing")

    @on(Row.Chosen, "#sessions Row")
    def _session(self, event: Row.Chosen) -> None:
        session = next(each for each in self.keeper.pack.programme.sessions if each.id == event.row.name)
        progress = self.keeper.journal.progress
        unfinished = (step for step in session.core if status_of(step, progress) is not Status.DONE)
        step = next(unfinished, None)
        if step:
            self.goedwerk.open_step(step)
        else:
            self.goedwerk.action_go("programme")


def _progress(progress: CoreProgress) -> str:
    """Return a small bar and its words: ‘━━━╸──── 3 van 6’."""
    filled = round(progress.done / progress.total * _BAR) if progress.total else 0
    half = progress.started and not progress.complete and filled < _BAR
    bar = "━" * filled + ("╸" if half else "") + "─" * (_BAR - filled - half)
    words = f"{progress.done} van {progress.total}" if progress.started else ""
    if progress.complete:
        words = "klaar"
    return f"{bar}  {words:<8}"

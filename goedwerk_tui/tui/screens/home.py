"""Thuis: where you were, and what the next small thing is. Titles only; your own words are a key away."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.places import synced_by
from goedwerk_tui.guidance import intentions, rhythm
from goedwerk_tui.guidance.on_this_day import on_this_day
from goedwerk_tui.guidance.progress import CoreProgress, core_progress, next_step, status_of
from goedwerk_tui.guidance.rhythm import Every
from goedwerk_tui.guidance.words import STEP_KINDS, about_waiting, how_many, minutes
from goedwerk_tui.journal import Kind, Status
from goedwerk_tui.programme import ContentError
from goedwerk_tui.programme.model import Prompt, Session
from goedwerk_tui.sharing.selection import marked_to_bring
from goedwerk_tui.tui.screen import PlaceScreen
from goedwerk_tui.tui.screens.writing import WritingScreen
from goedwerk_tui.tui.widgets.row import Row

_BAR = 8
_PERIODS = {
    Every.DAY: "Vandaag",
    Every.WEEK: "Deze week",
    Every.FORTNIGHT: "Deze twee weken",
    Every.NEVER: "Tussendoor",
}


class HomeScreen(PlaceScreen):
    """The place to start."""

    PLACE = "home"
    HELP_TEXT = """
Hier zie je waar je was en wat de volgende stap is. **Enter** opent wat gemarkeerd is; met de pijltjes ga je naar een
andere regel. De balkjes tellen de kernroute van elke sessie. Wat daarbuiten valt is vrij te kiezen en telt niet mee.

Onder ‘deze week’ staat een losse vraag voor tussendoor. **v** schrijft, **o** stelt een andere, **w** laat het er deze
keer bij. Hoe vaak er een komt kies je met ctrl+p. Wacht er een voornemen, dan vertel je met **h** hoe het ging.

Wat je zelf schreef staat hier niet: er kan iemand meekijken. Het staat in je dagboek (3). Schreef je een maand, drie
maanden of een jaar geleden rond deze dag iets, dan laat **t** dat zien.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        ("up", "app.focus_previous", ""),
        ("down", "app.focus_next", ""),
        ("n", "app.new_note", "notitie"),
        ("d", "draft", ""),
        Binding("v", "answer_week", "schrijf", show=False, tooltip="Schrijf een antwoord op de vraag van de week"),
        Binding("o", "other_question", "andere vraag", show=False, tooltip="Stel een andere vraag van de week"),
        Binding("w", "not_now", "nu niet", show=False, tooltip="Stel deze week geen vraag meer"),
        Binding("h", "intentions", "hoe ging het?", show=False, tooltip="Vertel hoe het met een voornemen ging"),
        Binding("t", "then", "op deze dag", show=False, tooltip="Bekijk wat je rond deze dag eerder schreef"),
    ]

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self._prompt: Prompt | None = None

    def compose_place(self) -> ComposeResult:
        """Lay out the rows; what they say comes with the journal."""
        with VerticalScroll(id="place", can_focus=False):
            yield Static("Verder waar je was", classes="heading", id="go-on-heading")
            yield Row(id="go-on")
            yield Row(id="draft")
            with Vertical(id="week"):
                yield Static("Deze week", classes="heading", id="week-heading")
                yield Static("", id="week-question", markup=False)
                yield Row("Schrijf een antwoord", "v  schrijf   o  andere   w  nu niet", id="week-answer")
                yield Row(id="intentions")
            yield Static("Programma", classes="heading")
            yield Vertical(id="sessions")
            yield Static("Dagboek", classes="heading")
            yield Row(id="written")
            yield Row(id="then")
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
        self._show_week(begun=position is not None)
        self._show_sessions(programme.sessions)
        self._show_journal()
        first = self.query_one("#go-on", Row)
        if self.focused is None:
            first.focus()
        if first.has_focus:
            # The rows above and below have only now got their height; in a low window the first must not be gone.
            self.query_one("#place").scroll_home(animate=False)

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

    def _show_week(self, *, begun: bool) -> None:
        """Show the question of the week, and that intentions wait. Somebody who has not begun has enough to look at."""
        self._prompt = self._question() if begun else None
        waiting = len(intentions.due(self.keeper.journal, self._today()))
        self.query_one("#week", Vertical).display = self._prompt is not None or waiting > 0
        self.query_one("#week-heading", Static).update(Content(_PERIODS[self.goedwerk.every]))
        for each in ("#week-question", "#week-answer"):
            self.query_one(each).display = self._prompt is not None
        if self._prompt:
            self.query_one("#week-question", Static).update(Content(self._prompt.text))
        row = self.query_one("#intentions", Row)
        row.display = waiting > 0
        row.tell(about_waiting(waiting), "h  vertel")

    def _question(self) -> Prompt | None:
        pack = self.keeper.pack
        try:
            prompts = pack.prompts()
        except ContentError:
            return None
        return rhythm.question_now(prompts, pack.programme, self.keeper.journal, self._today(), self.goedwerk.every)

    def _today(self) -> date:
        return local(self.keeper.journal.now()).date()

    def action_answer_week(self) -> None:
        """Open a page for the answer to the question of the week."""
        if self._prompt:
            origin = rhythm.origin_of(self._prompt, self.keeper.pack.programme)
            self.goedwerk.push_screen(WritingScreen(origin=origin))

    @on(Row.Chosen, "#week-answer")
    def _answer_week(self) -> None:
        self.action_answer_week()

    def action_intentions(self) -> None:
        """Show the intentions, those first that wait."""
        from goedwerk_tui.tui.screens.intentions import IntentionsScreen

        if self.goedwerk.keeper is not None:
            self.goedwerk.push_screen(IntentionsScreen())

    @on(Row.Chosen, "#intentions")
    def _intentions(self) -> None:
        self.action_intentions()

    def action_other_question(self) -> None:
        """Put this question aside for another."""
        prompt = self._prompt
        if prompt and not self.keeper.read_only:
            self.goedwerk.write(lambda journal: rhythm.put_aside(journal, prompt))

    def action_not_now(self) -> None:
        """Ask nothing more this time."""
        today, every = self._today(), self.goedwerk.every
        if self._prompt and not self.keeper.read_only:
            self.goedwerk.write(lambda journal: rhythm.put_off(journal, today, every))

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
        written = sum(entry.kind is not Kind.LOG for entry in self.keeper.journal.newest_first())
        bring = len(marked_to_bring(self.keeper.journal))
        self.query_one("#written", Row).tell(
            how_many(written, "stuk geschreven", "stukken geschreven") if written else "Nog niets geschreven", "3  lees"
        )
        then = sum(len(each.entries) for each in on_this_day(self.keeper.journal, self._today()))
        row = self.query_one("#then", Row)
        row.display = then > 0
        row.tell(f"Op deze dag: {how_many(then, 'stuk', 'stukken')} van eerder", "t  bekijk")
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

    def action_then(self) -> None:
        """Show what was written around this day before."""
        from goedwerk_tui.tui.screens.on_this_day import OnThisDayScreen

        if self.goedwerk.keeper is not None:
            self.goedwerk.push_screen(OnThisDayScreen())

    @on(Row.Chosen, "#then")
    def _then(self) -> None:
        self.action_then()

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

"""Thuis: where you were, and what the next small thing is. Titles only; your own words are a key away."""

import asyncio
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.places import synced_by
from goedwerk_tui.base.text import beginning
from goedwerk_tui.guidance.progress import next_core_step, next_step, rail, status_of
from goedwerk_tui.guidance.reminders import question_history, rhythm, weeks
from goedwerk_tui.guidance.reminders.offers import KEYS, OfferKind, offers
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.guidance.told_once import told_once
from goedwerk_tui.guidance.words import STEP_KINDS, how_many
from goedwerk_tui.journal import Kind, Status
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import ContentError
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.model import Programme, Prompt
from goedwerk_tui.tui.pages import WAITING
from goedwerk_tui.tui.resume import decline_month, keys_of, what_is_ready, where_it_waits, where_it_was_typed
from goedwerk_tui.tui.routes import HandbookRoute, Place, PlaceRoute, ReadingRoute, StepRoute, WriteRoute
from goedwerk_tui.tui.screens.base import PlaceScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.home_panes import JOINING, GroupPane, RoundPane, SessionsPane
from goedwerk_tui.tui.widgets.pane import WIDE, entitle
from goedwerk_tui.tui.widgets.row import Row

_TWO_COLUMNS = 76
_BEGINNING = (71, 4)
"""How many columns and rows the beginning of a step takes at most."""
_PERIODS = {
    Every.DAY: "Vandaag",
    Every.WEEK: "Deze week",
    Every.FORTNIGHT: "Deze twee weken",
    Every.NEVER: "Tussendoor",
}
_OWN_QUESTION = "Een vraag die je zelf opschreef. Met v lees je die."


class HomeScreen(PlaceScreen):
    """The place to start."""

    PLACE = "home"
    HORIZONTAL_BREAKPOINTS = [(0, "-one-column"), (_TWO_COLUMNS, "-two-columns"), (WIDE, "-wide")]  # noqa: RUF012 - typed so by Textual
    HANDBOOK = HandbookRoute(part="Thuis")
    HELP_TEXT = """
Hier zie je waar je was en wat de volgende stap is. **Enter** opent de regel met de balk; met de pijltjes ga je naar
een andere regel. De rondjes zijn de stappen van de kernroute: **○** open, **◐** begonnen, **●** klaar: tot het
eind gelezen of afgerond, ook als je iets oversloeg of leeg liet. Wat daarbuiten valt is vrij te kiezen en telt niet
mee.

Onder ‘deze week’ staat een losse vraag voor tussendoor. **v** schrijft, **o** stelt een andere, **Del** laat het er
deze keer bij. Hoe vaak er een komt kies je met ctrl+p. Daaronder staat wat er verder wacht, met de toets die het opent.
Wat bij een week of een maand hoort, verdwijnt vanzelf als je het laat liggen; met **Del** op die regel is de maand
meteen weg.

Wat je zelf schreef staat hier niet: er kan iemand meekijken. Het staat in je dagboek (3). ‘Ritme’ laat van de laatste
maanden per week zien op hoeveel dagen je schreef: hoe hoger het blokje, hoe meer dagen. Een punt is een week zonder.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        # Before the box that scrolls: in a low window it would take these keys, and no other row could be reached.
        Binding("up", "app.focus_previous", "", show=False, priority=True),
        Binding("down", "app.focus_next", "", show=False, priority=True),
        Binding("n", "app.new_note", "notitie", tooltip="Schrijf iets los van het programma"),
        Binding("ctrl+q", "app.quit", "sluit af", tooltip="Bewaar en sluit af", priority=True),
        Binding("b", "app.begin_here", "", show=False, tooltip="Begin een dagboek met wat je zelf typte"),
        Binding("c", "draft", "", show=False, tooltip="Ga verder met wat er nog niet af was"),
        Binding("v", "answer_week", "schrijf", show=False, tooltip="Schrijf een antwoord op de vraag van de week"),
        Binding("o", "other_question", "andere vraag", show=False, tooltip="Stel een andere vraag van de week"),
        Binding(
            "delete",
            "not_now",
            "nu niet",
            show=False,
            tooltip="Stel deze keer geen vraag meer, of bied de maand niet aan",
        ),
        *(
            Binding(KEYS[waiting], f"take_up('{waiting}')", page.title.lower(), show=False, tooltip=page.takes_up)
            for waiting, page in WAITING.items()
        ),
    ]

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self._prompt: Prompt | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what a row on the screen names; any other letter may begin a text."""
        if not self.is_mounted:
            return True
        if action == "take_up":
            return any(row.display and row.name == parameters[0] for row in self.query(Row))
        offered = {
            "draft": self.query_one("#draft").display,
            "answer_week": self._prompt is not None,
            "other_question": self._prompt is not None,
            "not_now": self._prompt is not None or self._at_month,
        }
        return offered.get(action, super().check_action(action, parameters))

    @property
    def _at_month(self) -> bool:
        return isinstance(self.focused, Row) and self.focused.name == OfferKind.MONTH

    def compose_place(self) -> ComposeResult:
        """Lay out the rows; what they say comes with the journal."""
        with VerticalScroll(id="place", can_focus=False):
            with Container(id="panes"):
                with Vertical(id="now"):
                    with Vertical(id="here", classes="pane"):
                        yield Row(id="go-on")
                        yield Static("", id="rail", markup=False)
                        yield Static("", id="begins", markup=False)
                        core = Row(id="next-core")
                        core.display = False
                        yield core
                        draft = Row(id="draft")
                        draft.display = False
                        yield draft
                    with Vertical(id="week", classes="pane"):
                        yield Static("", id="week-question", markup=False)
                        yield Row("Je antwoord", "v  schrijf   o  andere   Del  nu niet", id="week-answer")
                        with Vertical(id="offers"):
                            for waiting in OfferKind:
                                yield Row(name=waiting)
                with Container(id="columns"):
                    yield SessionsPane()
                    with Vertical(id="beside"):
                        yield GroupPane()
                        yield Static("", id="rhythm", classes="pane", markup=False)
            yield RoundPane()
            yield Static("", id="where", markup=False)

    def on_mount(self) -> None:
        """Give the panes their titles."""
        super().on_mount()
        entitle(self.query_one("#rhythm"), "Ritme")
        entitle(self.query_one("#here"), "Verder waar je was")
        entitle(self.query_one("#week"), "Deze week")

    def show(self) -> None:
        """Show where the person is."""
        workspace = self.workspace
        journal = workspace.journal
        programme = workspace.pack.programme
        position = journal.position.step if journal.position else None
        self._show_next(next_step(programme, journal.progress, position), begun=position is not None)
        self._show_next_core(programme, position)
        self._show_drafts()
        begun = position is not None or bool(journal.entries)
        self._show_week(begun=begun)
        self.query_one(SessionsPane).show(programme.sessions, journal.progress)
        self.query_one(GroupPane).show(journal, programme, self._today(), begun=begun)
        rhythm_line = weeks.three_months(journal.newest_first(), self._today())
        self.query_one("#rhythm", Static).update(Content(rhythm_line))
        self.query_one("#rhythm").display = bool(rhythm_line)
        self.query_one("#where", Static).update(Content(f"{self._where()} · ctrl+p alles"))
        looks_round, joining = self.query_one(RoundPane), JOINING in programme.pages
        looks_round.display = workspace.looking_round
        looks_round.show(joining=joining, is_example=workspace.is_example, may_begin=self.shell.may_begin)
        self._show_where_one_is()

    def on_screen_resume(self) -> None:
        """Show the line that Enter opens, which may be out of sight by what has changed."""
        if self.shell.workspace is not None:
            self._show_where_one_is()

    def _show_where_one_is(self) -> None:
        """Show the line that Enter opens; where it is gone, begin at the first: what is next to it is another thing."""
        first, lit = self.query_one("#go-on", Row), self.in_use
        if lit is None or not all(each.display for each in (lit, *lit.ancestors) if isinstance(each, Widget)):
            self.give_keyboard(first)
        self.call_after_refresh(self._scroll_to_lit)  # the rows above and below have only now got their height

    def _scroll_to_lit(self) -> None:
        lit = self.in_use
        if lit is not None and lit.id == "go-on":
            self.query_one("#place").scroll_home(animate=False)
        elif isinstance(lit, Row):
            lit.scroll_visible(animate=False)

    def _show_next(self, step_id: str | None, *, begun: bool) -> None:
        pane = self.query_one("#here")
        row = self.query_one("#go-on", Row)
        self.query_one("#begins", Static).update(Content(self._beginning_of(step_id) if step_id else ""))
        self._show_rail(step_id)
        if step_id is None:
            entitle(pane, "Je hebt alle kernroutes gelopen")
            row.tell("Kies vrij uit wat er nog is", "Enter  programma")
            return
        entitle(pane, "Verder waar je was" if begun else "Hier begint het")
        self._tell_step(row, step_id)

    def _show_rail(self, step_id: str | None) -> None:
        """Show where on the core route a step is, and how long it takes; nothing of what can't be read."""
        shown = self.query_one("#rail", Static)
        try:
            step = self.workspace.pack.step(step_id) if step_id else None
        except ContentError:
            step = None
        shown.display = step is not None
        if step is None:
            return
        session, length = self.workspace.pack.session_of(step.id), f"{step.minutes} min"
        if step.id not in session.core:
            shown.update(Content.styled(f"{STEP_KINDS[step.kind]} naast de kernroute · {length}", "$muted"))
            return
        signs = rail(session, self.workspace.journal.progress, "─")
        where = f"   stap {session.core.index(step.id) + 1} van {len(session.core)} · {length}"
        shown.update(Content.assemble((signs, f"${session.dimension}"), (where, "$muted")))

    def _beginning_of(self, step_id: str) -> str:
        """Return how the text of a step begins, and what it asks first: words of the programme, nobody's own."""
        try:
            step = self.workspace.pack.step(step_id)
        except ContentError:
            return ""
        begins = next((block.text for block in step.blocks if block.text), "")
        asks = step.questions[0].text if step.questions else ""
        return "\n\n".join(each for each in (beginning(plain(begins), *_BEGINNING), asks) if each)

    def _tell_step(self, row: Row, step_id: str, lead: str = "") -> None:
        session = self.workspace.pack.session_of(step_id)
        try:
            step = self.workspace.pack.step(step_id)
        except ContentError:
            row.tell(f"{lead}{session.title} › {step_id}", "kan niet gelezen worden")
            return
        row.tell(f"{lead}{session.title} › {self.workspace.pack.titled(step)}", "Enter")

    def _show_next_core(self, programme: Programme, position: str | None) -> None:
        """Offer the next step of the core route, where somebody is elsewhere."""
        progress = self.workspace.journal.progress
        step = next_core_step(programme, progress) if position else None
        row = self.query_one("#next-core", Row)
        row.display = step is not None and step != next_step(programme, progress, position)
        if step:
            self._tell_step(row, step, "Kernroute: ")

    @work(group="drafts", exclusive=True)
    async def _show_drafts(self) -> None:
        """Show what was being typed when the program last ended, once the disk has told."""
        drafts = await self._read_drafts()
        row = self.query_one("#draft", Row)
        row.display = bool(drafts)
        self._show_where_one_is()
        if drafts:
            more = "" if len(drafts) == 1 else f" · en nog {len(drafts) - 1}"
            # Of a long title a piece goes, and not the word behind it that says what is waiting.
            title = drafts[0].origin.step_title if drafts[0].origin else ""
            row.tell(what_is_ready(drafts[0]), f"c  ga verder{more}", yields=title)

    async def _read_drafts(self) -> tuple[Draft, ...]:
        drafts = self.workspace.drafts
        return await asyncio.to_thread(drafts.all) if drafts else ()

    def _show_week(self, *, begun: bool) -> None:
        """Show the question of the week, and what waits. Somebody who has not begun has enough to look at."""
        self._prompt = self._question() if begun else None
        found = offers(self.workspace.journal, self.workspace.pack, self._today(), self.shell.every)
        waiting = {each.waiting: each for each in found if begun}
        self.query_one("#week", Vertical).display = self._prompt is not None or bool(waiting)
        entitle(self.query_one("#week"), _PERIODS[self.shell.every])
        self.query_one("#week-question").display = self._prompt is not None
        self.query_one("#week-answer").display = self._prompt is not None and not self.workspace.read_only
        if self._prompt:
            own = self._prompt not in self.workspace.pack.prompts()
            asked = self.workspace.pack.labelled(self._prompt.text, "prompts.yaml", self._prompt.id)
            self.query_one("#week-question", Static).update(Content(_OWN_QUESTION if own else asked))
        widest = max((len(each.does) for each in waiting.values()), default=0)
        for row in self.query("#offers Row").results(Row):
            offer = waiting.get(OfferKind(str(row.name)))
            row.display = offer is not None
            if offer:
                row.tell(offer.words, keys_of(offer, widest), yields=offer.yields)

    def _where(self) -> str:
        """Say how much was written, and where that lies."""
        journal = self.workspace.journal
        if journal.places is None:
            return "Je kijkt rond. Wat je hier schrijft verdwijnt als je stopt."
        written = len(told_once(entry for entry in journal.newest_first() if entry.kind is not Kind.LOG))
        service = synced_by(journal.places.journal)
        where = f"in een map die {service} ook elders bewaart" if service else "alleen op deze computer"
        return f"{how_many(written, 'stuk', 'stukken')} geschreven, {where}" if written else where

    def _question(self) -> Prompt | None:
        pack = self.workspace.pack
        try:
            prompts = pack.prompts()
        except ContentError:
            return None
        return rhythm.question_now(prompts, pack.programme, self.workspace.journal, self._today(), self.shell.every)

    def _today(self) -> date:
        return local(self.workspace.journal.now()).date()

    @on(Row.Chosen, "#week-answer")
    def action_answer_week(self) -> None:
        """Open a page for the answer to the question of the week."""
        if self._prompt:
            origin = rhythm.origin_of(self._prompt, self.workspace.pack)
            self.shell.open(WriteRoute(origin=origin, hint=self._prompt.hint))

    def action_other_question(self) -> None:
        """Put this question aside for another."""
        prompt = self._prompt
        if prompt and not self.workspace.read_only:
            before = question_history.when_put_aside(self.workspace.journal, prompt.id)
            self.shell.act(
                lambda journal: rhythm.put_aside(journal, prompt),
                "Op Thuis staat een andere vraag.",
                lambda journal: rhythm.take_up_again(journal, prompt, before),
                "Op Thuis staat de vorige vraag weer.",
                offer="Met ctrl+z staat de vorige er weer.",
            )

    def action_not_now(self) -> None:
        """Ask nothing more this time; on the row of a month, offer that no more."""
        if self._at_month:
            decline_month(self.shell)
        elif self.workspace.read_only:
            self.say_only_read()
        elif self._prompt:
            every, today = self.shell.every, self._today()
            self.shell.act(
                lambda journal: rhythm.put_off(journal, today, every),
                "Thuis stelt deze keer geen vraag meer.",
                rhythm.ask_again,
                "De vraag staat weer op Thuis.",
                offer="Met ctrl+z staat die er weer.",
            )

    def action_take_up(self, waiting: str) -> None:
        """Open what waits."""
        if self.shell.workspace is not None:
            self.shell.open(where_it_waits(self.shell, OfferKind(waiting)))

    @on(Row.Chosen, "#offers Row")
    def _take_up(self, event: Row.Chosen) -> None:
        self.action_take_up(str(event.row.name))

    @on(Row.Chosen, "#go-on")
    def _go_on(self) -> None:
        self.shell.go_on()

    @on(Row.Chosen, "#next-core")
    def _go_on_core(self) -> None:
        step = next_core_step(self.workspace.pack.programme, self.workspace.journal.progress)
        if step:
            self.shell.open(StepRoute(step))

    @on(Row.Chosen, "#joining")
    def _read_about_joining(self) -> None:
        self.shell.open(ReadingRoute(JOINING))

    @on(Row.Chosen, "#example")
    async def _example(self) -> None:
        await self.run_action("app.own_again" if self.workspace.is_example else "app.example")

    @on(Row.Chosen, "#keep-it")
    async def _keep_it(self) -> None:
        await self.run_action("app.begin_here")

    @on(Row.Chosen, "#draft")
    @work(group=MOVING)
    async def action_draft(self) -> None:
        """Take up what was being typed when the program last ended."""
        if self.shell.workspace is not None and (drafts := await self._read_drafts()):
            self.shell.open(where_it_was_typed(drafts[0], self.workspace))

    @on(Row.Chosen, "#meeting")
    def _meeting(self) -> None:
        self.action_take_up(OfferKind.MEETING)

    @on(Row.Chosen, "#bring")
    def _bring(self) -> None:
        self.shell.open(PlaceRoute(Place.SHARING))

    @on(Row.Chosen, "#sessions Row")
    def _session(self, event: Row.Chosen) -> None:
        session = next(each for each in self.workspace.pack.programme.sessions if each.id == event.row.name)
        progress = self.workspace.journal.progress
        unfinished = (step for step in session.core if status_of(step, progress) is not Status.DONE)
        step = next(unfinished, None)
        if step:
            self.shell.open(StepRoute(step))
        else:
            self.shell.open(PlaceRoute(Place.PROGRAMME))

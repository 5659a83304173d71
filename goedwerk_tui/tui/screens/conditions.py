"""Voorwaarden: what furthers good work here, what hinders it, and what you can do about it yourself."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from goedwerk_tui.base.clock import local, long_date, short_date, utc_now
from goedwerk_tui.base.text import named, quoted, shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.collections import conditions as overview
from goedwerk_tui.guidance.collections.conditions import MEANT, PARTS, About, Condition, Conditions, OverviewPart
from goedwerk_tui.guidance.words import how_many, origin_line
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.sharing.overviews import usual_conditions
from goedwerk_tui.tui.routes import EntryRoute, StepRoute, WriteRoute
from goedwerk_tui.tui.screens.entry_acts import throw_away
from goedwerk_tui.tui.screens.line import LineScreen, ask_for_line
from goedwerk_tui.tui.screens.list_screen import Beginning, ListingScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.screens.sharing_overview import share_overview
from goedwerk_tui.tui.shell import MOVING, Shell
from goedwerk_tui.tui.widgets.headings import has_air, heading
from goedwerk_tui.tui.widgets.linked_text import Link, LinkedText, Passage
from goedwerk_tui.tui.widgets.pane import entitle

_EMPTY = "Nog geen voorwaarden. Afsluitingen en het krachtenveld zetten ze hier."
_HINT_TRIED = "Ook als het niets werd. Wie sprak je, wat werd er gezegd, en wat gebeurde er een week later?"
_HINT_ADDED = "Iets wat je kunt aanwijzen: een formulier, een vaste afspraak, iemand die altijd terugbelt."
_A_MOMENT = 0.05
"""Seconds that a condition is in front before it is laid out: who runs through the list must not wait for each."""
_MOST_TRIES = 20
"""Tries that are laid out; laying out hundreds would hold up the keyboard."""
_BLOCKS = ("·", "█", "██", "███")


class ConditionsScreen(ListingScreen):
    """The two sides and what one can do; beside them, or in their place, the condition in front."""

    heading = "Voorwaarden"
    BEGINNING = Beginning("Schrijf er zelf een op", "n", "screen.new")
    CSS_PATH = "overviews.tcss"
    HELP_TEXT = """
Wat je in de afsluitingen en in het krachtenveld schreef, bij elkaar: wat goed werk hier bevordert, wat het belemmert,
en wat je er zelf aan kunt doen. Het zwaarste staat boven. **Enter** opent een regel: waar hij vandaan komt, en wat je
ermee deed. Daar gaat **tab** van het ene stuk naar het andere en opent **Enter** het.

**g** schrijft op wat je probeerde en wat ervan kwam. **e** verwoordt een regel anders, **f** zet hem aan de andere
kant, **z** verandert hoe zwaar hij weegt, **i** wie er iets aan kan doen, **p** wat je van plan bent. **v** schrijft er
een voornemen over; daar vraagt het programma na twee weken een keer naar.

**n** voegt een regel toe, **o** opent de stap waar hij vandaan komt, **Del** gooit hem weg. **d** deelt het overzicht:
je ziet eerst wat er in het bestand komt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("g", "tell", "geprobeerd", tooltip="Schrijf op wat je probeerde en wat ervan kwam"),
        Binding("e", "edit", "wijzig", tooltip="Verwoord deze regel anders"),
        Binding("f", "turn('side')", "kant", tooltip="Zet deze regel aan de andere kant"),
        Binding("z", "turn('weight')", "gewicht", show=False, tooltip="Zeg hoe zwaar dit weegt"),
        Binding("i", "turn('influence')", "invloed", tooltip="Zeg wie er iets aan kan doen"),
        Binding("p", "plan", "plan", tooltip="Schrijf op wat je eraan gaat doen"),
        Binding("v", "intend", "voornemen", show=False, tooltip="Schrijf er een voornemen over"),
        Binding("n", "new", "nieuw", tooltip="Schrijf zelf een regel"),
        Binding("o", "origin", "herkomst", show=False, tooltip="Open de stap waar dit vandaan komt"),
        Binding("delete", "throw_away", "gooi weg", show=False, tooltip="Gooi deze regel weg"),
        Binding("d", "share", "deel", show=False, tooltip="Bekijk hoe dit overzicht in een bestand komt"),
        Binding("escape", "back", "sluit"),
    ]

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._found = Conditions(())

    def compose_body(self) -> ComposeResult:
        """Lay the list beside the condition."""
        with Container(id="conditions"):
            yield from super().compose_body()
            yield LinkedText(id="condition", classes="pane")

    @property
    def _in_front(self) -> Condition | None:
        entry_id = _entry_id(self.option_in_front)
        return next((each for each in self._found.all if each.entry.id == entry_id), None)

    def show(self) -> None:
        """Show the overview; a condition that went to another part stays in front."""
        self._found = overview.conditions(self.workspace.journal.newest_first())
        options = list(_options(self._found, air=has_air(self.shell.size)))
        in_front = _entry_id(self.option_in_front)
        elsewhere = next((each.id for each in options if in_front and _entry_id(each.id) == in_front), None)
        count = how_many(len(self._found.all), "voorwaarde", "voorwaarden")
        self.fill(options, f"{count}. Enter opent een regel." if self._found.all else _EMPTY, first=elsewhere)
        if not self._found.all:
            self.remove_class("-item")
        self._show_condition()

    @on(OptionList.OptionHighlighted)
    @work(group="showing", exclusive=True)
    async def _show_condition(self) -> None:
        await asyncio.sleep(_A_MOMENT)
        condition = self._in_front
        passages = tuple(_passages(condition)) if condition else ()
        entitle(self.query_one("#condition"), "Deze voorwaarde" if condition else "")
        await self.query_one("#condition", LinkedText).show(passages)

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        self.add_class("-item")
        self.call_after_refresh(self.query_one("#condition").focus)

    @on(LinkedText.Opened)
    def _open(self, event: LinkedText.Opened) -> None:
        self.shell.open(EntryRoute(event.entry_id))

    def words_for(self, action: str) -> str:
        """Say of Esc that it leads to the list first."""
        return "naar de lijst" if action == "back" and self.has_class("-item") else super().words_for(action)

    def action_back(self) -> None:
        """Go back to the list, or leave."""
        if self.has_class("-item"):
            self.remove_class("-item")
            self.listing.focus()
        else:
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the condition in front."""
        if action == "new":
            return self.shell.workspace is not None and not self.workspace.read_only
        if action not in ("tell", "edit", "turn", "plan", "intend", "origin", "throw_away"):
            return True
        condition = self._in_front
        if condition is None:
            return False
        if action == "origin":
            origin = condition.entry.origin
            return origin is not None and self.workspace.pack.knows(origin.step)
        return not self.workspace.read_only

    @property
    def _pack(self) -> str:
        return self.workspace.pack.programme.id

    def action_tell(self) -> None:
        """Open a page to tell what was tried."""
        if condition := self._in_front:
            origin = overview.origin_of_try(condition.entry.id, self._pack)
            self.shell.open(WriteRoute(origin=origin, about=condition.entry.text, hint=_HINT_TRIED))

    def action_intend(self) -> None:
        """Open a page for an intention."""
        if condition := self._in_front:
            origin = overview.origin_of_intention(condition.entry.id, self._pack)
            about = condition.entry.text
            self.shell.open(WriteRoute(origin=origin, about=about, kind=Kind.INTENTION))

    def action_edit(self) -> None:
        """Open the condition to word it otherwise."""
        if condition := self._in_front:
            self.shell.open(WriteRoute(entry=condition.entry.id))

    def action_new(self) -> None:
        """Open a page for a condition of one's own."""
        origin = overview.origin_of_own(self._pack)
        self.shell.open(WriteRoute(origin=origin, hint=_HINT_ADDED, kind=Kind.CONDITION))

    def action_turn(self, about: str) -> None:
        """Say the next of what can be chosen of the condition in front."""
        if condition := self._in_front:
            entry = condition.entry
            self.shell.act(
                lambda journal: overview.turn(journal, entry.id, About(about)),
                f"{named(entry.text)} is aangepast.",
                lambda journal: journal.change(entry.id, entry.text, data=entry.data or {}),
                f"{named(entry.text)} is weer zoals het was.",
                offer="Met ctrl+z is het weer zoals het was.",
            )

    @work(group=MOVING)
    async def action_plan(self) -> None:
        """Ask what the person means to do."""
        if condition := self._in_front:
            await ask_for_plan(self.shell, condition.entry)

    def action_origin(self) -> None:
        """Open the step where the condition in front was written."""
        condition = self._in_front
        if condition and condition.entry.origin:
            self.shell.open(StepRoute(condition.entry.origin.step, condition.entry.origin.item))

    @work(group=MOVING)
    async def action_throw_away(self) -> None:
        """Lay the condition in front in the trash, once the person agrees."""
        condition = self._in_front
        if condition is None:
            return
        asks = (
            f"{quoted(shorten(condition.entry.text, 70))} weggooien? De regel gaat naar de prullenbak, waar je hem nog"
            " dertig dagen dat je hier komt terug kunt halen. Wat je erover schreef blijft in je dagboek."
        )
        answers = [("stay", "Laat staan"), ("throw", "Gooi weg")]
        if await self.shell.ask(QuestionScreen(asks, answers)) == "throw":
            throw_away(self.shell, condition.entry.id)

    def action_share(self) -> None:
        """Show what of the overview would leave."""
        share_overview(self.shell, usual_conditions(self.workspace.journal), DocumentKind.CONDITIONS)


async def ask_for_plan(shell: Shell, condition: Entry) -> None:
    """Ask what the person means to do about a condition, and keep it; to be awaited in a worker."""

    workspace = shell.workspace
    assert workspace is not None, "a plan was asked for before the journal was open"

    async def keep(line: str) -> bool:
        try:
            await workspace.write(lambda journal: overview.say(journal, condition.id, About.STEP, line))
        except Trouble as trouble:
            shell.show_error(trouble)
            return False
        return True

    origin = overview.origin_of_plan(condition.id, workspace.pack.programme.id)
    draft = Draft(key=f"{origin.step}/{origin.item}", text="", origin=origin, kind=Kind.NOTE, at=utc_now())
    stands = str((condition.data or {}).get(About.STEP, ""))
    await ask_for_line(LineScreen(f"{shorten(condition.text, 70)}\n{MEANT}", stands, draft=draft), shell, keep)


def _entry_id(option_id: str | None) -> str:
    """Return which condition an option is: one that can be done something about stands in two parts."""
    return (option_id or "").partition(":")[2]


def _options(found: Conditions, *, air: bool) -> Iterator[Option]:
    first = True
    for part, title in PARTS.items():
        if conditions := found.part(part):
            yield heading(title, air=air and not first)
            first = False
            for each in conditions:
                yield Option(_line(each, part), id=f"{part.name}:{each.entry.id}")


def _line(condition: Condition, part: OverviewPart) -> Content:
    said = [condition.in_words]
    if part is OverviewPart.CAN_DO:
        said = [f"van plan: {step}" if (step := condition.said(About.STEP)) else "nog geen plan"]
    if condition.tries:
        said.insert(0, f"{len(condition.tries)} keer geprobeerd")
    about = shorten(" · ".join(filter(None, said)), 120)
    text = shorten(condition.entry.text, 120)
    return Content.assemble(f"{_BLOCKS[condition.weight]:<3} {text}", (f"\n    {about}" if about else "", "$muted"))


def _passages(condition: Condition) -> Iterator[Passage]:
    entry = condition.entry
    about = " · ".join(filter(None, (PARTS[condition.part], condition.in_words)))
    came_from = Link(condition.came_from, entry.id, "Enter  open", yields=origin_line(entry))
    yield Passage(entry.text, Content(about), (came_from,))
    if step := condition.said(About.STEP):
        yield Passage("Wat je van plan bent", Content(step))
    if condition.intentions:
        links = (
            Link(f"{short_date(local(each.created).date())} · {shorten(each.text, 80)}", each.id)
            for each in condition.intentions
        )
        yield Passage("Wat je je voornam", links=tuple(links))
    older = len(condition.tries) - _MOST_TRIES
    if older > 0:
        yield Passage(text=Content(f"{older} eerdere keren staan alleen in je dagboek."))
    for each in condition.tries[-_MOST_TRIES:]:
        yield Passage(f"Geprobeerd, {long_date(local(each.created).date())}", Content(each.text), opens=each.id)
    if condition.can_do and not condition.tries:
        yield Passage(text=Content("Nog niets geprobeerd."))

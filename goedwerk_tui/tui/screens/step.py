"""A step of the programme: reading on one side, one question at a time on the other."""

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.binding import Binding

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import named
from goedwerk_tui.guidance import reading_place
from goedwerk_tui.guidance.progress import status_of, step_after
from goedwerk_tui.guidance.reading_place import ReadingPlace
from goedwerk_tui.guidance.route import Stop, open_blocks
from goedwerk_tui.guidance.words import STEP_KINDS, minutes
from goedwerk_tui.journal import Journal, Status, StepProgress
from goedwerk_tui.programme.model import Choice, Question, Step
from goedwerk_tui.tui.routes import HandbookRoute, SessionEndRoute
from goedwerk_tui.tui.screens.beside_the_box import BesideTheBoxScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.reader import Reader


class StepScreen(BesideTheBoxScreen):
    """One step. Nothing is locked: every stop can be passed, and come back to."""

    HANDBOOK = HandbookRoute("eerste-kwartier")
    HELP_TEXT = """
Links of boven staat de tekst, rechts of onder de vraag. **Enter** en **spatie** lezen een bladzijde verder, en gaan aan
het eind naar de vraag; **Esc** gaat uit het schrijfvak, **F2** wisselt tussen tekst en vraag. Typ je terwijl er een
vraag openstaat, dan komt het in het vak. Staat er al iets als je bij een vraag komt, dan komt wat je typt op een regel
onderaan, tot je met **F2**, de muis, of **Enter** aan het eind van de tekst naar dat antwoord gaat. Je antwoord wordt
vanzelf bewaard, ook als je halverwege stopt.

Bij een casus kies je met **1** tot en met **5**, of met de pijltjes en **Enter**; **ctrl+z** neemt een keuze terug.
**Esc** gaat uit het vak naar de mogelijkheden, waar een cijfer anders kiest, en daarna naar de tekst. De stemmen
en de afloop gaan open als je gekozen hebt; met **ctrl+o** gaan ze open zonder te kiezen. Een vraag overslaan mag
altijd, en terugkomen ook.
**F4** toont de begrippen uit de tekst.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "read_page", "lees verder", tooltip="Schuif een bladzijde door, aan het eind verder"),
        Binding("enter", "answer", "antwoord", tooltip="Ga naar het schrijfvak"),
        Binding("enter", "choose", "kies", tooltip="Ga naar de mogelijkheden"),
        Binding("enter", "write_further", "schrijf verder", tooltip="Ga naar wat er al staat, en schrijf verder"),
        Binding("enter", "next_step", "volgende stap", tooltip="Open de stap die hierna komt"),
        Binding("enter", "read_on", "verder", tooltip="Ga verder"),
        Binding("ctrl+n,right", "go_on", "verder", tooltip="Ga naar de volgende vraag"),
        Binding("ctrl+r,left", "go_back", "terug", tooltip="Ga naar de vraag of de tekst ervoor"),
        Binding("ctrl+n,right", "tell_of_end", show=False),
        Binding("ctrl+r,left", "step_before", "vorige stap", tooltip="Ga terug naar de stap waar je vandaan kwam"),
        Binding("ctrl+r,left", "tell_of_begin", show=False),
        Binding("ctrl+t", "tip", "tip", tooltip="Toon of verberg een tip bij deze vraag"),
        Binding("ctrl+o", "skip", "overslaan", show=False, tooltip="Ga verder zonder te antwoorden of te kiezen"),
        Binding("ctrl+g", "bring", "meenemen", tooltip="Neem dit antwoord mee naar de bijeenkomst"),
        Binding("ctrl+z", "unpick", "neem keuze terug", show=False, tooltip="Neem de keuze van zojuist terug"),
        Binding("f4", "terms", "woorden", tooltip="Toon de begrippen uit deze tekst, met uitleg"),
        Binding("f2", "swap", "tekst of vraag", show=False, tooltip="Wissel tussen tekst en vraag"),
        Binding("escape", "close", "sluit", tooltip="Bewaar en ga terug"),
    ]

    def __init__(self, step: Step, item: str | None = None, *, at_end: bool = False) -> None:
        """Take a step, the item to begin at (None for where the person was), and whether to begin at its end."""
        super().__init__(step)
        self._begin_at, self._at_end = item, at_end
        self._moving = asyncio.Lock()
        self._places: dict[int, ReadingPlace] = {}
        """Where the text stood at each stop, by its number."""

    @property
    def _following(self) -> str | None:
        return step_after(self.workspace.pack.programme, self._step.id)

    async def on_mount(self) -> None:
        """Begin where the person was."""
        self._tell_about()
        self.add_class("-reading")
        index = self._first_index()
        place = self._kept_place(index)
        if index < len(self._route) and (place or index or self._begin_at):
            self._places[index] = place or self._last_part(self._route[index])
        if self._at_end:
            self._places[index - 1] = self._last_part(self._route[-1])
            await self._enter(index - 1, back=True)  # the text that it is the end of
        await self._enter(index)
        if not self.workspace.read_only:
            arrive = self._arrival_at(index)
            self.shell.write(lambda journal: journal.apply(arrive))

    def _first_index(self) -> int:
        if self._at_end:
            return len(self._route)
        if self._begin_at:
            return next((n for n, stop in enumerate(self._route) if stop.item == self._begin_at), 0)
        progress = self.workspace.journal.progress.get(self._step.id)
        if progress is None or progress.status is Status.DONE:
            return 0
        return next((n for n, stop in enumerate(self._route) if stop.key == progress.stop), 0)

    def _kept_place(self, index: int) -> ReadingPlace | None:
        """Return where the text stood when this step was left at the stop with this number."""
        progress = self.workspace.journal.progress
        left = progress.get(self._step.id)
        at = self._route[index].key if index < len(self._route) else ""
        there = left is not None and left.status is Status.STARTED and left.stop == at
        return reading_place.read(self._step.id, progress) if there and not self._begin_at else None

    def _place_to_keep(self) -> Callable[[Journal], None] | None:
        """Return what changes by where the text stands, if that is another place than the journal has."""
        place, progress = self._reader.place, self.workspace.journal.progress
        if place is None or self._stop is None or place == reading_place.read(self._step.id, progress):
            return None
        step_id = self._step.id
        return lambda journal: reading_place.keep(journal, step_id, place)

    async def keep(self) -> bool:
        """Put what stands in the box in the journal, and where the text stands."""
        return await self._keep_with(self._place_to_keep(), seen=False)

    async def _enter(self, index: int, *, back: bool = False) -> None:
        """Show the stop with this number; the one past the last is the end of the step.

        Args:
            index: the number.
            back: whether one comes from further on; that leads to no box.
        """
        self.shell.drop_messages()
        before = self._stop
        if place := self._reader.place:
            self._places[self._index] = place
        self._index, self._been_there = index, False
        self._slip = ""
        if self._types_on_line:
            self.set_focus(self._reader)  # what is typed at another stop is for that
        stop = self._stop
        if stop is None:
            await self._show_end()
            self._tell_held_place()
            return
        blocks = open_blocks(self._step, stop)
        at_the_end = len(blocks) == len(self._step.blocks)
        opened = await self._reader.open(blocks, self._step.sources if at_the_end else ())
        if place := self._place_at(index, before):
            self._reader.go_to(place)
        self._show_stop(stop)
        if stop.asks is None:
            self._tell_held_place()
        else:
            self._bring_held_in()
        self.refresh_bindings()
        if opened or stop.asks is None or self._stands_from_before or (back and not self._undecided):
            self.action_read()
        elif not self.has_class("-reading"):
            self.action_answer()

    def _last_part(self, stop: Stop) -> ReadingPlace:
        """Return the part of the text that is asked about at a stop."""
        return ReadingPlace(self._step.blocks[stop.blocks - 1].slug if stop.blocks else "")

    def _place_at(self, index: int, before: Stop | None) -> ReadingPlace | None:
        """Return where the text is to stand: as it stood there, at what opens now, or at the part asked about.

        What lay open before and was not seen comes before what opens.
        """
        stop = self._route[index]
        if index in self._places or before is None or before.blocks == stop.blocks:
            return self._places.get(index)
        if before.blocks > stop.blocks:
            return self._last_part(stop)
        unseen = self._reader.unseen(self._step.blocks[before.blocks - 1].slug) if before.blocks else None
        return unseen or ReadingPlace(self._step.blocks[before.blocks].slug)

    async def _show_end(self) -> None:
        following = self._following
        if self._step.kind == "closing":
            session = self.workspace.pack.session_of(self._step.id)
            text = f"Dit was de afsluiting van {session.title}.\n\nEnter laat zien wat je eruit meeneemt."
        elif following is None:
            text = "Dit was de laatste stap van het programma."
        else:
            step = await asyncio.to_thread(self.workspace.pack.step, following)
            session = self.workspace.pack.session_of(following)
            text = (
                f"Dit was ‘{self._step.title}’.\n\nHierna: {session.title} › {STEP_KINDS[step.kind]} ‘{step.title}’, "
                f"{minutes(step.minutes)}.\n\nEnter gaat verder."
            )
        self._pane.show(above="", question=text, tip="", writable=False)
        self.refresh_bindings()
        self.action_read()

    def _arrival_at(self, index: int) -> Callable[[Journal], None]:
        """Return what changes by being at the stop with this number; a step that was done stays done."""
        step_id = self._step.id
        at_the_end = index >= len(self._route)
        stop_key = "" if at_the_end else self._route[index].key
        done = at_the_end or status_of(step_id, self.workspace.journal.progress) is Status.DONE
        progress = StepProgress(Status.DONE if done else Status.STARTED, stop_key, utc_now())

        def change(journal: Journal) -> None:
            journal.set_progress(step_id, progress)
            journal.set_position(step_id, stop_key)

        return change

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense at this stop."""
        asks = self._stop.asks if self._stop else None
        reads = self._stop is not None and self._reader.has_focus and self._reader.has_more
        to_question = asks is not None and not isinstance(self.focused, Editor) and not reads
        stands = not self._undecided if isinstance(asks, Choice) else bool(self._pane.editor.text.strip())
        goes_on = self._stands_from_before or stands
        offered = {
            "read_page": reads,
            "unpick": self._may_unpick,
            "answer": to_question and not goes_on and isinstance(asks, Question),
            "choose": to_question and not goes_on and isinstance(asks, Choice),
            "write_further": to_question and goes_on,
            "next_step": self._stop is None and (self._following is not None or self._step.kind == "closing"),
            "tip": isinstance(asks, Question),
            "bring": asks is not None,
            "skip": asks is not None,
            "swap": asks is not None,
            "go_back": self._index > 0,
            "go_on": self._stop is not None,
            "step_before": self._index == 0 and self._way_back is not None,
            "tell_of_begin": self._index == 0,
            "tell_of_end": self._stop is None,
            "read_on": self._stop is not None and asks is None and not reads,
        }
        return offered.get(action, True)

    @property
    def help_text(self) -> str:
        """What F1 says: at a choice first how to choose."""
        asks = self._stop.asks if self._stop else None
        if not isinstance(asks, Choice):
            return self.HELP_TEXT
        numbers = f"met **1** tot en met **{len(asks.options) + 1}**, of met **↓** en **Enter**. "
        first = "shift+tab" if self.focused is self._pane.editor else self.key_for("swap")
        there = f"**{first}** gaat naar de mogelijkheden; kies daar {numbers}"
        how = f"Kies hier {numbers}" if self._digit_picks else there
        box = "Andere letters en tekens zijn tekst, en komen in het vak eronder; **shift+tab** gaat daaruit terug."
        return f"{how}{box}\n\n{self.HELP_TEXT.strip()}"

    def words_for(self, action: str) -> str:
        """Say of Enter after a closing that it leads to what one takes along, and of Esc where it leads first."""
        if action == "close" and not self.has_class("-reading"):
            return "naar de tekst"
        if action == "next_step" and self._step.kind == "closing":
            return "wat je meeneemt"
        return super().words_for(action)

    def action_choose(self) -> None:
        """Go to the options."""
        self.action_answer()

    def action_write_further(self) -> None:
        """Go to the box in which something stands, or beside which something was chosen."""
        self.action_answer()

    def action_next_step(self) -> None:
        """Open the step that comes after this one; after a closing, what one takes along from the session."""
        if self._step.kind == "closing":
            self.shell.open(SessionEndRoute(self.workspace.pack.session_of(self._step.id).id))
        elif self._following:
            self._open_next(self._following)

    @property
    def _where_enter_leads(self) -> str:
        leads = self._stop is not None or self._following is not None or self._step.kind == "closing"
        return "Enter gaat verder." if leads else "Esc sluit deze stap."

    def action_read_page(self) -> None:
        """Show the next page of the text."""
        self._reader.action_read_on()

    @on(Reader.ReadOn)
    def action_read_on(self) -> None:
        """Go from the end of the text to what is asked there."""
        if self._stop is None:
            self.action_next_step()
        elif self._stop.asks is None:
            self.action_go_on()
        else:
            self.action_answer()

    def action_swap(self) -> None:
        """Go from the text to the question, or back. Of a choice the question is its options."""
        if not (self.has_class("-reading") or self._reader.has_focus):
            self.action_read()
        elif self._stop is not None and isinstance(self._stop.asks, Choice):
            self._go_to_options()
        else:
            self.action_answer()

    def action_go_on(self) -> None:
        """Keep the answer and go to the next stop."""
        if self._undecided:
            if self._pane.options.has_focus or self._pane.editor.text:
                self.shell.show_message("Kies een van de mogelijkheden, of toon de rest zonder te kiezen met ctrl+o.")
            self.action_answer()
            return
        self._move(+1)

    def action_go_back(self) -> None:
        """Keep the answer and go to the stop before."""
        self._move(-1)

    def action_tell_of_begin(self) -> None:
        """Say that there is nothing before this."""
        asks = self._stop is not None and self._stop.asks is not None
        self.shell.show_message("Dit is de eerste vraag van deze stap." if asks else "Hier begint deze stap.")

    def action_tell_of_end(self) -> None:
        """Say that there is nothing after this."""
        leads = "" if self._types_on_line else self._where_enter_leads  # there it is for what is held
        self.shell.show_message(f"Hier is deze stap uit. {leads}".rstrip())

    @work(group=MOVING)
    async def _move(self, by: int) -> None:
        """Go to another stop, once what stands here is kept."""
        async with self._moving:
            index = self._index + by
            if 0 <= index <= len(self._route) and await self._keep_with(self._arrival_at(index)):
                await self._enter(index, back=by < 0)

    @work(group=MOVING)
    async def action_skip(self) -> None:
        """Note that the question was passed over, and go on. What was answered already is not passed over by that."""
        async with self._moving:
            asks = self._stop.asks if self._stop else None
            if self._stop is None or asks is None:
                return
            written = self._written
            if written.text or written.option:
                self._move(+1)
                said = "Wat je schreef" if written.text else "Je keuze"
                self.shell.show_notice(f"{said} bij {named(asks.text)} blijft staan; daar is niets overgeslagen.")
                return
            arrive = self._arrival_at(self._index + 1)

            def skip_and_arrive(journal: Journal) -> None:
                self._answering.skip(journal)
                arrive(journal)

            step, item, skipped = self._step.id, self._stop.item or "", self._index
            if await self._keep_with(skip_and_arrive):
                await self._enter(self._index + 1)
                offer = "Met ctrl+z ga je terug naar de vraag."
                said = f"Je sloeg {named(asks.text)} over."
                self.shell.acted(said, lambda: self._unskip(step, item, skipped), offer=offer)

    def _unskip(self, step: str, item: str, index: int) -> None:
        """Take back that a question was passed over."""
        said = "De vraag die je oversloeg staat weer open."
        self.shell.write(lambda journal: journal.skip(step, item, False), then=lambda _: self.shell.show_message(said))
        if self.is_current:
            self._move(index - self._index)

    @on(Editor.Left)
    def _left(self) -> None:
        """Go from the box to the text; at a choice first to its options, where a digit chooses anew."""
        if self._stop is not None and isinstance(self._stop.asks, Choice):
            self._leave_to_options()
        else:
            self.action_close()

    @work(group=MOVING)
    async def _leave_to_options(self) -> None:
        async with self._moving:
            if await self.keep() and self.is_active:
                self._go_to_options()

    @work(group=MOVING)
    async def action_close(self) -> None:
        """Keep the answer; go from the question to the text, and from the text back to where the step was opened."""
        async with self._moving:
            if not await self.keep() or not self.is_active:
                return
            if self.has_class("-reading"):
                self.dismiss()
            else:
                self.action_read()

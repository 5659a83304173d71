"""An exercise of the programme: doing it, and looking at what came out."""

from textual import events, on, work
from textual.binding import Binding

from goedwerk_tui.base.text import clean, named
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.journal import Mark, Status
from goedwerk_tui.tui.autosave.exercise import Stage
from goedwerk_tui.tui.autosave.page import PageAutosave
from goedwerk_tui.tui.changes import Changed
from goedwerk_tui.tui.exercises.widget import ChosenByDigit, Past
from goedwerk_tui.tui.keys import A_MOMENT
from goedwerk_tui.tui.mark_messages import would_mark
from goedwerk_tui.tui.routes import HandbookRoute
from goedwerk_tui.tui.screens.copying import copy_text
from goedwerk_tui.tui.screens.entry_acts import mark_entry
from goedwerk_tui.tui.screens.exercising import ExercisingScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.screens.what_went import kept_back, tell_gone_from_exercise, tell_thrown_away
from goedwerk_tui.tui.shell import MOVING, CommandTyped
from goedwerk_tui.tui.widgets.editor import Editor, LineEditor
from goedwerk_tui.tui.widgets.held_line import HeldPlace
from goedwerk_tui.tui.widgets.put_in_box import insert_sign, put_behind

_A_YEAR = 4
"""Digits that may begin a text, as in ‘2024 was’; more of them in a row are moves."""


class ExerciseScreen(ExercisingScreen):
    """One exercise. What was finished before shows first; what was left half-done is taken up where it was."""

    HANDBOOK = HandbookRoute("opdrachten")
    FOLLOWS = frozenset({Changed.ENTRIES, Changed.MARKS})
    HELP_TEXT = """
Een opdracht vul je in, op je eigen tempo. **F2** toont de uitleg, **ctrl+s** rondt af, **ctrl+z** zet de laatste zet
terug. Typ je bij de uitleg, dan komt het in het vak. **Esc** gaat uit een vak naar de uitleg, en legt van daar de
opdracht neer: wat je deed blijft staan, ook als het half af is.

Afronden mag ook als er iets open is; het programma vraagt het dan een keer. Het resultaat staat met de datum in je
dagboek. **F3** vult verder in wat er staat; waar **F5** opnieuw begint kan dat alleen dezelfde dag. **F9** kopieert een
tekst die je bouwde, **ctrl+g** neemt het resultaat mee naar de bijeenkomst.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "start", "begin", tooltip="Ga van de uitleg naar de opdracht"),
        Binding("enter", "next_step", "volgende stap", tooltip="Open de stap die hierna komt"),
        Binding("f9", "copy_built", "kopieer", tooltip="Kopieer de tekst, om hem ergens te plakken"),
        Binding("f5", "again", "opnieuw", tooltip="Doe de opdracht nog eens; het vorige resultaat blijft staan"),
        Binding("f3", "change", "verder invullen", tooltip="Ga verder met wat er staat"),
        Binding("f7", "older", "eerdere keer", tooltip="Blader terug, naar een eerdere keer"),
        Binding("f8", "newer", "latere keer", tooltip="Blader naar een latere keer"),
        Binding("ctrl+g", "bring", "meenemen", tooltip="Neem het resultaat mee naar de bijeenkomst"),
        Binding("ctrl+s", "finish", "rond af", tooltip="Zet het resultaat in je dagboek"),
        Binding("ctrl+z", "undo", "zet terug", show=False, tooltip="Maak de laatste zet ongedaan"),
        Binding("ctrl+n,ctrl+r", "back_to_box", show=False, tooltip="Ga terug naar het vak"),
        Binding("ctrl+n", "start", show=False, tooltip="Ga van de uitleg naar de opdracht"),
        Binding("ctrl+n", "next_step", show=False, tooltip="Open de stap die hierna komt"),
        Binding("ctrl+r", "step_before", "vorige stap", tooltip="Ga terug naar de stap waar je vandaan kwam"),
        Binding("ctrl+r", "tell_of_begin", show=False),
        Binding("f2", "about", "tekst", tooltip="Waar deze opdracht voor is, en terug"),
        Binding("escape", "close", "sluit", tooltip="Leg de opdracht neer en ga terug"),
    ]

    _space = False
    """Whether a space was typed at the explanation: it belongs to the text if a word comes behind it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        result, writable = self.has_class("-result"), not self.workspace.read_only
        grows, doing = self._step.result == "collection", self._doing.work is not None
        offered = {
            "start": self.has_class("-about") and doing,
            "next_step": result and self._following is not None,
            "copy_built": result and bool(self._to_copy),
            "again": result and writable and not grows,
            "change": result and writable and self._shown == 0 and self._doing.to_complete is not None,
            "older": result and self._shown + 1 < len(self._doing.results),
            "newer": result and self._shown > 0,
            "bring": result and writable and bool(self._doing.results),
            "finish": doing and writable,
            "undo": doing and writable,
            "back_to_box": doing and self.has_class("-doing"),
            "step_before": not self.has_class("-doing") and self._way_back is not None,
            "tell_of_begin": not self.has_class("-doing"),
        }
        return offered.get(action, True)

    def words_for(self, action: str) -> str:
        """Say what marking would do, and where F2 goes."""
        if action == "bring" and self._doing.results:
            shown = self._doing.results[self._shown].id
            return would_mark(Mark.BRING, shown in self.workspace.journal.marked(Mark.BRING))
        if action == "about" and self.has_class("-about"):
            return "opdracht" if self._doing.work else "resultaat"
        return ""

    def action_about(self) -> None:
        """Show what the exercise is for, or go back to it."""
        if self.has_class("-about"):
            self._turn_to("-doing" if self._doing.work else "-result")
        else:
            self._turn_to("-about")

    def action_back_to_box(self) -> None:
        """Go from what stands beside the exercise, as a picture, to where one goes on and back in it."""
        if self._widget:
            self._widget.begin()

    def action_start(self) -> None:
        """Begin, from the explanation."""
        self._turn_to("-doing")

    async def on_key(self, event: events.Key) -> None:
        """Let what is typed at the explanation stand in the box that comes after it: there a sign is text."""
        if not self._explains or self._box is None or event.character is None or not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        if led := self._typed_just_now(event.time):
            await self.hold(f"{led}{event.character}")  # nobody has read by then what is asked here
            return
        if event.character == " ":
            self._space = True
            return
        box, space, self._space = self._write_on(self._box), self._space, False
        insert_sign(box, event.character, apart=space)

    async def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted at the explanation stand in the box that comes after it."""
        if self._explains and self._box is not None:
            event.stop()
            event.prevent_default()
            self._write_on(self._box).take_in(clean(event.text), apart=True)

    @property
    def takes_in(self) -> bool:
        """Whether one was writing in a box, or would from where one was."""
        return self._box_in_use is not None or self._box_beside is not None

    async def take_over(self, held: PageAutosave, text: str, *, wanted: bool) -> None:
        """Put what was typed in a window in the box; where one was beside it, it is held, unless it is wanted there."""
        box = self._box_in_use or self._box_beside
        if box is None or not (wanted or self._explains or self._box_in_use):
            await self.take_on_line(held, text)
            return
        if self._explains:
            self._write_on(box)
        self.set_focus(box)
        put_behind(box, text)
        self.shell.show_notice(f"{named(text)} staat nu in een vak van ‘{self.workspace.pack.titled(self._step)}’.")
        self._clear_once_kept(held)

    @property
    def _box_in_use(self) -> Editor | LineEditor | None:
        """The box where the person is, or comes back from what is held."""
        box = self.in_use
        return box if isinstance(box, Editor | LineEditor) and not self.workspace.read_only else None

    @property
    def _box_beside(self) -> Editor | LineEditor | None:
        """The box in which one would write from where one is: beside it on the screen, or behind the explanation."""
        box = self._box
        if box is None or self.workspace.read_only:
            return None
        shows = self.has_class("-doing") and self._widget is not None and self._widget.shows_box
        return box if self._explains or shows else None

    @property
    def _held_place(self) -> HeldPlace:
        doing = self._widget if self.has_class("-doing") else None
        if self._box_in_use or (doing and (doing.fills or (self._box_beside and not doing.chooses))):
            return HeldPlace("Wat je typte staat zolang hier", "zet het in het vak")
        if doing and doing.chooses:
            return HeldPlace(f"Hier kies je {doing.chooses}; wat je typt staat zolang hier")
        return super()._held_place

    def give_a_place(self) -> None:
        """Put what is held in the box where the person is, or in the field that is filled there; else make a note."""
        held, widget = self._held, self._widget
        box = self._box_in_use or (None if widget and widget.fills else self._box_beside)
        if held is None or not self._held_place.leads_to:
            super().give_a_place()
        elif (text := self._release()).strip():
            if box:
                box.focus()
                put_behind(box, text)
            elif widget:
                widget.put_in_front(text)
            self._clear_once_kept(held)

    @property
    def _explains(self) -> bool:
        """Whether the explanation is in front of something that is to be done."""
        return self.has_class("-about") and self._doing.work is not None and not self.workspace.read_only

    @property
    def _box(self) -> Editor | LineEditor | None:
        """The box that comes after the explanation; None where something is to be chosen or laid first."""
        return self._widget.box if self._widget else None

    def _say_in_vain(self) -> None:
        if self._explains:
            begin = self.key_for("start")
            self.shell.show_message(f"Hier is eerst iets te kiezen of te leggen. {begin} begint.")
        elif self._widget and self.has_class("-doing") and not self.workspace.read_only:
            self.shell.show_message(self._widget.in_vain)
        else:
            super()._say_in_vain()

    def _write_on(self, box: Editor | LineEditor) -> Editor | LineEditor:
        """Go to the box that comes after the explanation, and return it."""
        self._turn_to("-doing")
        box.focus()
        return box

    def action_undo(self) -> None:
        """Take the last move back."""
        if self._undo():
            self.shell.show_message("De laatste zet is teruggezet.")

    def _undo(self) -> bool:
        """Take the last move back, without a word; returns whether there was one."""
        if self._widget is None or not self._widget.is_mounted:
            return False
        before = self._widget.work
        if not self._doing.undo():
            return False
        self._widget.undone(before)
        self.shell.drop_taken_back()
        self._tell_state()
        self._keep_soon()
        return True

    @on(ChosenByDigit)
    def _chose_by_digit(self, event: ChosenByDigit) -> None:
        command = self.shell.command_typed
        if command is None or command.at != event.at:
            before = command if command and command.chose and event.at - command.at < A_MOMENT else None
            typed = f"{before.typed if before else ''}{event.digit}"
            command = self.shell.command_typed = CommandTyped(typed, self, event.at, before=before)
        if len(command.typed) > _A_YEAR:
            command.typed, command.before = event.digit, None
        command.chose = True
        if event.moved:
            follows = command.before is not None and bool(command.before.did)
            command.did.append(self._undo if follows else self.action_undo)  # a number goes as one, and is said once

    @work(group=MOVING)
    async def action_finish(self) -> None:
        """Put the result in the journal, after asking about what is open, and go on to what is asked about it."""
        self._catch_up()
        if self._doing.work is None or self.workspace.read_only:
            return
        if self._doing.stage is Stage.BEFOREHAND:
            self._doing.go(+1)
            await self._lay_out(kept=True)
            return
        if not self._doing.work.begun:
            self.shell.show_message("Er is nog niets ingevuld. Met Esc ga je terug zonder iets te bewaren.")
            return
        work = self._doing.work
        settled = work.about_line if isinstance(work, Framed) else ""
        if self._widget:
            self._widget.settle()
        answer = await self._whether_to_finish(settled)
        if answer != "finish":
            if answer == "on" and self._widget and self.is_open:
                self._widget.go_to_open()
            elif self._doing.work != work:
                self._unsettle()
            return
        work, before = self._doing.work, kept_back(self.workspace.journal)
        try:
            goes_on = await self._doing.finish(self._arrival(Status.DONE))
        except Trouble as trouble:
            self._tell_failed(trouble)
            return
        tell_gone_from_exercise(self.shell, self._doing.take_gone(work))
        tell_thrown_away(self.shell, before)
        self.shell.journal_changed()
        self._shown = 0
        if not self.is_open:
            return
        if goes_on:
            await self._lay_out(kept=True)
        else:
            self._show_result()
        if settled:
            self.shell.show_message(settled)

    def _unsettle(self) -> None:
        """Have what stood on an open line there again, as nothing was finished."""
        if self._widget and self._widget.is_mounted and self._doing.undo():
            self._widget.draw()
            self._keep_soon()

    async def _whether_to_finish(self, settled: str) -> str | None:
        """Ask whether to finish, where something is open, half or unclear.

        Args:
            settled: what is to be said of what was still on an open line; empty for nothing.

        Returns:
            ‘finish’, ‘on’ to fill in what is open, or None to leave all as it was.
        """
        lacks = "\n".join(each for each in (settled, self._doing.open) if each) if self._doing.open else ""
        if not lacks:
            return "finish"
        answers = [("on", "Vul verder in"), ("finish", "Rond af zoals het is")]
        question = f"{lacks[0].upper()}{lacks[1:]}\n\nWat je nu afrondt kun je vandaag nog verder invullen."
        return await self.shell.ask(QuestionScreen(question, answers))

    @on(Past)
    @work(group=MOVING)
    async def _past(self, event: Past) -> None:
        """Go from one part of the exercise to another, or say how to finish."""
        if (event.by < 0 or self._doing.stage is Stage.BEFOREHAND) and self._doing.go(event.by):
            await self._lay_out(kept=True)
        elif event.by > 0:
            self.shell.show_message("Dit was het laatste. Met ctrl+s rond je af.")
        else:
            self.shell.show_message("Dit is het eerste van deze opdracht.")

    @property
    def _to_copy(self) -> str:
        """The text of the result in front, where one was built; empty where it never leaves."""
        entry = self._doing.results[self._shown] if self._shown < len(self._doing.results) else None
        if entry is None or entry.id in self.workspace.journal.marked(Mark.NEVER_LEAVE):
            return ""
        made = persistence.work_of(entry)
        return made.to_send() if isinstance(made, Composition) else ""

    @work(group=MOVING)
    async def action_copy_built(self) -> None:
        """Put the text that was built where it can be pasted."""
        await copy_text(self.shell, self._to_copy, otherwise="schrijf hem dan bij Delen naar een bestand")

    @work(group=MOVING)
    async def action_again(self) -> None:
        """Do the exercise from the beginning; what came out before stays."""
        await self._do()

    @work(group=MOVING)
    async def action_change(self) -> None:
        """Go on with what stands: the collection, or the measurement of this day."""
        result = self._doing.to_complete
        if result is None or self._step.result == "collection":
            await self._do()
            return
        self._doing.complete(result)
        await self._lay_out(kept=True)

    def action_older(self) -> None:
        """Show the result before this one."""
        self._shown += 1
        self._show_result()

    def action_newer(self) -> None:
        """Show the result after this one."""
        self._shown -= 1
        self._show_result()

    def action_bring(self) -> None:
        """Mark the result to bring to the meeting, or take the mark away."""
        entry_id = self._doing.results[self._shown].id
        bring = entry_id not in self.workspace.journal.marked(Mark.BRING)
        mark_entry(self.shell, entry_id, Mark.BRING, bring)

    def action_next_step(self) -> None:
        """Open the step that comes after this one."""
        if self._following:
            self._open_next(self._following)

    def action_tell_of_begin(self) -> None:
        """Say that there is nothing before this."""
        self.shell.show_message("Hier begint deze opdracht. Esc sluit die.")

    @on(Editor.Left)
    @work(group=MOVING)
    async def _left(self) -> None:
        """Go from the box to what the exercise is for, where what is typed goes to the box again."""
        if not self._step.blocks:
            self.action_close()
        elif await self.keep():
            self._turn_to("-about")

    @work(group=MOVING)
    async def action_close(self) -> None:
        """Lay the exercise down."""
        if await self.keep():
            self.dismiss()

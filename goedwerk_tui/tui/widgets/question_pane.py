"""The pane that asks: one question or choice at a time, its tip, the box to write in, and whether that is kept."""

from collections.abc import Callable
from math import inf

from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import behind
from goedwerk_tui.tui.keys import A_MOMENT, joined_never
from goedwerk_tui.tui.widgets.digit_at_choice import Meaning, meaning_of
from goedwerk_tui.tui.widgets.editor import Editor
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.pick_list import PickList


class AnswerEditor(Editor):
    """The box for an answer, with the keys that work while typing."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+n", "screen.go_on", "verder", tooltip="Bewaar en ga naar de volgende vraag"),
        Binding("ctrl+r", "screen.go_back", "terug", tooltip="Bewaar en ga naar de vraag of de tekst ervoor"),
        Binding("ctrl+t", "screen.tip", "tip", tooltip="Toon of verberg een tip bij deze vraag"),
        Binding("ctrl+g", "screen.bring", "meenemen", tooltip="Neem dit antwoord mee naar de bijeenkomst"),
        Binding("f2", "screen.swap", "tekst", tooltip="Ga naar de tekst"),
        Binding("ctrl+o", "screen.skip", "overslaan", tooltip="Sla deze vraag over"),
    ]

    class Picked(Message):
        """A digit was typed where no reason was begun yet: it chooses."""

        def __init__(self, digit: int, after: str) -> None:
            """Keep the number, counted from 1, and the digits that chose right before it."""
            super().__init__()
            self.digit, self.after = digit, after

    class DigitIsText(Message):
        """A digit came in the text right behind a choice: where a reason stands it chooses nothing more."""

        def __init__(self, digit: str) -> None:
            """Keep the digit."""
            super().__init__()
            self.digit = digit

    class DigitWasText(Message):
        """A digit chose, and then turned out to begin a sentence: it stands in the box now."""

    class LeftAbove(Message):
        """Somebody went up from the first line."""

    class NothingToUndo(Message):
        """Somebody undoes, and what was typed is undone."""

    joined: Callable[[float], bool] = staticmethod(joined_never)
    """Whether what is typed at this time, in seconds, is joined to the digit that chose right before it."""
    options = 0
    """How many options stand above the box; 0 where nothing is chosen."""
    digit_before = ""
    """The digits by which something was chosen just now; they belong to the text if that goes on as a number does."""
    digit_at = -inf
    """When the last of them was typed, in seconds."""
    text_when_picked: str | None = None
    """What stood here when something was chosen last: as long as it does, that choice was the last thing done."""
    spaces_before = ""
    """Spaces that were read as going on, and belong to the text if a word comes behind them."""

    apart = False
    """Whether something was chosen just now, so that what is typed or pasted next comes apart from what stands."""

    def on_key(self, event: events.Key) -> None:
        """Choose by a digit as long as no reason was begun, and begin no text by a space."""
        spaces, self.spaces_before = self.spaces_before, ""
        digit, self.digit_before = self.digit_before, ""
        apart, self.apart = self.apart and self.cursor_location == self.document.end, False
        sign = event.character if event.character and event.is_printable else ""
        at_once, joined = event.time - self.digit_at <= A_MOMENT, self.joined(event.time)
        meaning = meaning_of(sign, stands=self.text, digit=digit, options=self.options, joined=joined, at_once=at_once)
        if meaning in (Meaning.BEGINS_TEXT, Meaning.GOES_ON):
            _take(event)
            self._give_back(f"{digit}{sign}", behind_it=meaning is Meaning.GOES_ON)
        elif meaning is Meaning.WAITS:
            self.digit_before = digit
        elif meaning is Meaning.PARTS:
            self.digit_before = f"{digit} "
        elif meaning is Meaning.BEGINS_REASON:
            self.clear()
        elif sign == " " and (spaces or not self.text):
            _take(event)
            self.spaces_before = spaces and f"{spaces} "
        elif spaces and sign:
            self.insert(spaces)
        elif meaning is Meaning.CHOOSES:
            _take(event)
            self.digit_at = event.time
            self.post_message(self.Picked(int(sign), digit if at_once else ""))
        elif apart and sign.strip():
            self.insert(behind(self.text, sign).removesuffix(sign))
            if sign.isdecimal():
                self.post_message(self.DigitIsText(sign))

    def take_in(self, text: str, *, apart: bool = False) -> None:
        """Take in a pasted text, as one that is typed: behind what was read as going on, or was chosen anew."""
        spaces, self.spaces_before, self.digit_before = self.spaces_before, "", ""
        apart, self.apart = apart or self.apart, False
        super().take_in(f"{spaces}{text}", apart=apart)

    def _give_back(self, typed: str, *, behind_it: bool) -> None:
        """Let a digit that chose be text, with the sign that told so: behind a reason, or around a pause."""
        if behind_it:
            self.insert(behind(self.text, typed))
        else:
            self.replace(f"{typed[:-1]}{self.text}{typed[-1]}", (0, 0), self.document.end)
        self.post_message(self.DigitWasText())

    def action_undo(self) -> None:
        """Undo what was typed since something was chosen; when that is all undone, say so."""
        before, picked = self.text, self.text_when_picked
        if before == picked:
            self.text_when_picked = None
        else:
            super().action_undo()
        if self.text == before:
            self.post_message(self.NothingToUndo())

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; from the first line to the options."""
        at_the_top = self.wrapped_document.location_to_offset(self.cursor_location).y == 0
        if self.options and not select and at_the_top:
            self.post_message(self.LeftAbove())
        else:
            super().action_cursor_up(select)


class ChoiceList(PickList):
    """The options of a choice; a digit chooses too."""

    by_digit = ""
    """The digit by which the option that is being picked was chosen; empty for one that was moved to."""
    picked: str | None = None
    """The id of the option that was chosen, if any."""

    class LeftBelow(Message):
        """Somebody went down from the last option."""

    def words_for(self, action: str) -> str:
        """Return what Enter does: at the option that was chosen it goes on to the box."""
        lit = self.highlighted_option
        on = action == "select" and lit is not None and lit.id == self.picked
        return "schrijf verder" if on else super().words_for(action)

    def action_cursor_down(self) -> None:
        """Move down; from the last option to the box below."""
        if self.highlighted is not None and self.highlighted == self.option_count - 1:
            self.post_message(self.LeftBelow())
        else:
            super().action_cursor_down()

    def pick(self, digit: int) -> None:
        """Choose the option with this number, counted from 1."""
        if digit <= self.option_count:
            self.highlighted = digit - 1
            self.by_digit = str(digit)
            self.action_select()


class AskingPane(VerticalScroll, can_focus=False):
    """Shows one stop. It holds no answers: it shows what it is given, and says what was done."""

    class OptionPicked(Message):
        """An option of the choice was picked."""

        def __init__(self, option: str) -> None:
            """Keep the id of the option."""
            super().__init__()
            self.option = option

    def __init__(self, *, id: str | None = None) -> None:
        """Start with nothing to ask."""
        super().__init__(id=id, classes="pane")
        self._has_tip = False
        self._options: list[tuple[str, str]] = []
        self._above_box = self._state = ""

    def compose(self) -> ComposeResult:
        """Lay out the parts; which of them show depends on the stop."""
        yield Static("", id="question", markup=False)
        yield ChoiceList(id="options", does="kies")
        yield Static("", id="tip", markup=False)
        yield AnswerEditor(id="answer")
        yield Static("", id="earlier", markup=False)

    @property
    def editor(self) -> AnswerEditor:
        """The box."""
        return self.query_one("#answer", AnswerEditor)

    @property
    def options(self) -> ChoiceList:
        """The options of a choice."""
        return self.query_one("#options", ChoiceList)

    def show(self, *, above: str, question: str, tip: str, writable: bool, earlier: str = "") -> None:
        """Show what is asked, with the tip folded.

        Args:
            above: the title of the pane: where one is.
            question: what is asked or said.
            tip: a way in; empty for none.
            writable: whether there is a box to write in.
            earlier: what was answered to other words, with those words; empty for nothing.
        """
        self.query_one("#earlier", Static).update(Content(earlier))
        self.set_class(bool(earlier), "-earlier")
        entitle(self, above)
        self.query_one("#question", Static).update(Content(question))
        self.query_one("#tip", Static).update(Content(tip))
        self._has_tip = bool(tip)
        # Classes, and not ``display``: the style sheet hides some of these again while the text is being read.
        self.set_class(writable, "-writable")
        self.remove_class("-choosing", "-tip")
        self.editor.digit_before, self.editor.text_when_picked, self.editor.apart = "", None, False
        self.editor.options = 0
        self.scroll_home(animate=False)

    def show_options(self, options: list[tuple[str, str]], picked: str | None) -> None:
        """Show the options of a choice.

        Args:
            options: pairs of id and words.
            picked: the id of the one that was chosen, if any.
        """
        self.add_class("-choosing")
        self.editor.options = len(options)
        self._options, self.options.picked = options, picked
        ids = [option for option, _ in options]
        self._fill_options(ids.index(picked) if picked in ids else None)

    def lay_options(self) -> None:
        """Lay the options anew in another room: a wide one has air between them."""
        if self.has_class("-choosing"):
            self._fill_options(self.options.highlighted)

    def _fill_options(self, lit: int | None) -> None:
        self.options.clear_options()
        for number, (option, words) in enumerate(self._options, start=1):
            sign = "●" if option == self.options.picked else "○"
            air = self.screen.has_class("-wide") and number < len(self._options)
            self.options.add_option(Option(_hanging(f"{sign} {number}", words, air=air), id=option))
        self.options.highlighted = lit

    def pick(self, sign: str, at: float) -> bool:
        """Choose the option with the number that was typed beside the box, if it is to be seen.

        Args:
            sign: what was typed.
            at: when, in seconds.

        Returns:
            Whether there is such an option.
        """
        chosen = sign.isdecimal() and bool(self.options.size.height) and 1 <= int(sign) <= self.options.option_count
        if chosen:
            self.editor.digit_at = at
            self.options.pick(int(sign))
        return chosen

    def tell_where(self, above: str, above_box: str) -> None:
        """Show other titles: where one is, and what can be typed in the box."""
        entitle(self, above)
        self._above_box = above_box
        entitle(self.editor, self._above_box, self._state)

    def tell(self, state: str) -> None:
        """Say whether what is in the box is kept."""
        self._state = state
        entitle(self.editor, self._above_box, self._state)

    def toggle_tip(self) -> bool:
        """Fold the tip in or out. Returns whether there is one."""
        if self._has_tip:
            self.toggle_class("-tip")
        return self._has_tip

    def on_answer_editor_picked(self, event: AnswerEditor.Picked) -> None:
        """Choose the option with the number that was typed."""
        event.stop()
        self.options.pick(event.digit)
        self.options.by_digit = f"{event.after}{event.digit}"

    def on_answer_editor_left_above(self, event: AnswerEditor.LeftAbove) -> None:
        """Go from the box up to the options."""
        event.stop()
        self.options.focus()

    def on_choice_list_left_below(self, event: ChoiceList.LeftBelow) -> None:
        """Go from the options down to the box."""
        event.stop()
        self.editor.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which option was picked."""
        event.stop()
        self.editor.digit_before, self.options.by_digit = self.options.by_digit, ""
        if event.option_id:
            self.post_message(self.OptionPicked(event.option_id))


def _take(event: events.Key) -> None:
    """Let a key be nothing to anyone else."""
    event.stop()
    event.prevent_default()


def _hanging(mark: str, words: str, *, air: bool) -> Table:
    """Lay words beside their mark, so that a second line begins under the first; with air, a row of it comes below."""
    line = Table.grid(padding=(0, 1))
    line.add_row(Text(mark), Text(words))
    if air:
        line.add_row(Text(" "), Text(" "))
    return line

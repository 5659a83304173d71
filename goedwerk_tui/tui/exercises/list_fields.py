"""What a list is filled by: the open line for something new, and a row for each field of the item in front."""

import textwrap
from collections.abc import Iterable
from typing import Any, NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from goedwerk_tui.base.text import clean, named
from goedwerk_tui.guidance.exercises.list import WEIGHTS, ShownAttribute
from goedwerk_tui.tui.exercises.widget import Rows
from goedwerk_tui.tui.keys import A_MOMENT, A_WORD
from goedwerk_tui.tui.widgets.digit_at_choice import DASHES, is_pause, may_join
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.widgets.held_line import HeldBox
from goedwerk_tui.tui.widgets.row import Row


class OpenLine(LineEditor):
    """The line on which something new is written; several pasted lines are several items."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "submit", "zet erbij", tooltip="Zet wat je typte op de lijst"),
        Binding("down", "app.focus_next", "naar de lijst", key_display="↓", tooltip="Ga naar wat er al staat"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to add where there is something to add."""
        return bool(self.value.strip()) if action == "submit" else super().check_action(action, parameters)

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            """Keep them."""
            super().__init__()
            self.text = text

    def take_in(self, text: str, *, apart: bool = False) -> None:
        """Take in one line, or give several to the list."""
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1:
            before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
            self.post_message(self.Pasted("\n".join([before + lines[0], *lines[1:-1], lines[-1] + after])))
        else:
            super().take_in(text, apart=apart)


class ItemRows(Rows):
    """The items below the open line: from the first of them one goes up to it."""

    class LeftAbove(Message):
        """Somebody went up from the first item."""

    def action_cursor_up(self) -> None:
        """Go up; from the first item to the open line."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.post_message(self.LeftAbove())


class _Number(NamedTuple):
    """Digits that were typed at a choice right behind each other: the last may have chosen, or they begin a text."""

    digits: str
    at: float
    """When the last of them was typed, in seconds."""
    chose: bool
    """Whether one of them was the number of an option."""
    before: str
    """What was chosen before them."""
    behind: str = ""
    """A space, or a comma or dash before a reason."""

    def is_joined_by(self, sign: str, at: float) -> bool:
        """Whether a sign comes so fast behind the last digit that both are of one number or word."""
        if self.behind:
            return False
        if sign.isdecimal():
            return at - self.at < A_MOMENT
        return may_join(sign) and at - self.at < (A_WORD if self.chose else A_MOMENT)

    def parts(self, sign: str) -> bool:
        """Whether a sign tells that the space or comma behind the digits stands in a text: ‘2 mensen’, ‘2,5’."""
        return bool(self.behind) and (sign.isdecimal() or not self.behind.strip())


class AttributeRow(Row):
    """One field of the item in front: what is asked, and what was said. Where the keyboard is, the choices show."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter", "choose", "verder", tooltip="Schrijf het op, of ga naar het volgende"),
        Binding("down", "go(1)", show=False, tooltip="Ga naar het volgende"),
        Binding("up", "go(-1)", show=False, tooltip="Ga naar het vorige, of naar de lijst"),
        Binding("escape", "leave", "naar de lijst", tooltip="Ga terug naar de lijst"),
    ]

    class Said(Message):
        """A choice was made here."""

        def __init__(self, attribute: ShownAttribute, value: str, at: float) -> None:
            """Keep what about, the value, and when what tells it was typed, in seconds."""
            super().__init__()
            self.attribute, self.value, self.at = attribute, value, at

    class Begun(Message):
        """Something is to be written here."""

        def __init__(self, attribute: ShownAttribute, typed: str) -> None:
            """Keep what about, and what was typed already."""
            super().__init__()
            self.attribute, self.typed = attribute, typed

    class Passed(Message):
        """Something was typed or pasted that chooses nothing here."""

        def __init__(self, row: "AttributeRow", typed: str, said: str = "", *, is_reason: bool = False) -> None:
            """Keep where, what is text (empty for a digit, which was meant to choose), what is to be said of it, and
            whether it is why something was chosen here: then it answers nothing else."""
            super().__init__()
            self.row, self.typed, self.said, self.is_reason = row, typed, said, is_reason

    class Left(Message):
        """The person goes to another field, or to the list."""

        def __init__(self, row: "AttributeRow", by: int) -> None:
            """Keep from where and in which direction; 0 is to the list."""
            super().__init__()
            self.row, self.by = row, by

    def __init__(self, attribute: ShownAttribute) -> None:
        """Take the attribute."""
        super().__init__(id=f"attribute-{attribute.id}")
        self.attribute = attribute
        self._value = ""
        self._number: _Number | None = None
        """What was typed just now and may have chosen; it belongs to a text if that goes on so."""
        self._gives_reason = False
        """Whether it was told here just now why something was chosen; what is typed on is of that too."""
        self._in_front = False
        """Whether the person is here, be it that what they type is held."""

    def show_value(self, value: str) -> None:
        """Show what is said."""
        self._value = value
        self.refresh(layout=True)

    def on_focus(self) -> None:
        """Show the choices."""
        self._in_front = True
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Show no more than what is said, unless one only types here what chooses nothing."""
        self._number = None
        self._in_front = self._is_typed_beside
        self._gives_reason = self._gives_reason and self._is_typed_beside
        self.refresh(layout=True)

    @property
    def _is_typed_beside(self) -> bool:
        """Whether the keyboard is at what is held."""
        return isinstance(self.screen.focused, HeldBox)

    @property
    def chooses(self) -> bool:
        """Whether something is chosen here, and not written."""
        return bool(self._choices)

    @property
    def digits(self) -> str:
        """The digits by which one chooses here; empty where it is written."""
        return f"1–{len(self._choices)}" if self._choices else ""

    @property
    def _choices(self) -> list[tuple[str, str]]:
        """Pairs of a value and its words; none where it is written."""
        if self.attribute.type == "weight":
            return [(str(weight), "") for weight in WEIGHTS]
        return list(self.attribute.options) if self.attribute.type == "choice" else []

    def _lines(self, width: int) -> list[str]:
        said = self.attribute.shown(self._value)
        label = textwrap.wrap(f"{'●' if self._value else '○'} {self.attribute.label}", width, subsequent_indent="  ")
        if self._choices and (self.has_focus or (self._in_front and self._is_typed_beside)):
            room = max(width - 4, 8)
            return label + [f"  {line}" for line in _in_rows(self._numbered(), room)]
        if not said:
            return label + (["  Enter of een letter: schrijf het op"] if self.has_focus else [])
        if len(label) == 1 and len(label[0]) + len(said) + 3 <= width:
            return [f"{label[0]}   {said}"]
        return label + textwrap.wrap(said, width, initial_indent="   ", subsequent_indent="   ")

    def _numbered(self) -> list[str]:
        return [
            f"{'●' if value == self._value else '○'} {number} {words}".rstrip()
            for number, (value, words) in enumerate(self._choices, 1)
        ]

    def get_content_height(self, container: Any, viewport: Any, width: int) -> int:
        """Return as many rows as it takes to cut nothing off."""
        return len(self._lines(max(width, 8)))

    def render(self) -> Content:
        """Lay the choices, or what is said, below what is asked."""
        return Content("\n".join(self._lines(max(self.content_size.width, 8))))

    def on_key(self, event: events.Key) -> None:
        """Choose by number; where nothing is chosen, begin to write with what is typed."""
        sign, choices = event.character, self._choices
        if sign is None or not event.is_printable:
            return
        if choices and not self._value and not sign.isdecimal() and self._number is None:
            return  # before the choice there is no field that it could be for
        event.stop()
        event.prevent_default()
        number, self._number = self._number, None
        if number and self._goes_on(number, sign, event.time):
            return
        if not choices:
            if sign != " ":
                self.post_message(self.Begun(self.attribute, sign))
        elif sign.isdecimal():
            self._gives_reason = False
            self._type_digit(_Number(sign, event.time, self._option(sign) is not None, self._value))
        elif sign != " ":
            self.post_message(self.Passed(self, sign, is_reason=self._gives_reason))

    @property
    def _called(self) -> str:
        """What it is called in a sentence for which there may be one line."""
        return named(self.attribute.short or self.attribute.label)

    def _option(self, digit: str) -> str | None:
        """Return what a digit chooses; None where there is no such option."""
        return self._choices[int(digit) - 1][0] if 1 <= int(digit) <= len(self._choices) else None

    def _type_digit(self, number: _Number) -> None:
        """Let the last digit choose, if it does; what comes next may tell that it began a text."""
        self._number, value = number, self._option(number.digits[-1])
        if value is None:
            self.post_message(self.Passed(self, ""))
        else:
            self.post_message(self.Said(self.attribute, "" if value == self._value else value, number.at))

    def _goes_on(self, number: _Number, sign: str, at: float) -> bool:
        """Deal with a sign behind a number, if they belong together: in a number, in a text, or before a reason."""
        if self._may_go_on_choosing(f"{number.behind}{sign}"):
            self._number = number._replace(behind=f"{number.behind}{sign}")  # what comes next tells whether it chose
        elif number.is_joined_by(sign, at) and sign.isdecimal() and (self._option(sign) is not None):
            self._type_digit(number._replace(digits=f"{number.digits}{sign}", at=at, chose=True))
        elif number.is_joined_by(sign, at) or number.parts(sign) or (number.behind and not number.chose):
            self._begin_text(number, sign, at)
        elif number.behind:
            self._gives_reason = True
            said = (
                f"Je koos {number.digits[-1]} bij {self._called}. Je reden heeft daar geen vak en kwam op een regel"
                " apart."
            )
            self.post_message(self.Passed(self, sign, said, is_reason=True))
        else:
            return False
        return True

    def _begin_text(self, number: _Number, sign: str, at: float) -> None:
        """Take back what a number chose that began a text, and pass that on."""
        said = ""
        if number.chose:
            self.post_message(self.Said(self.attribute, number.before, at))
            what, that = (f"De {number.digits}", "die") if len(number.digits) == 1 else (f"{number.digits}", "dat")
            asked = self._called
            stands = f"je keuze bij {asked} bleef zoals die was" if number.before else f"{that} koos niets bij {asked}"
            said = f"{what} hoort bij je tekst; {stands}."
        self.post_message(self.Passed(self, f"{number.digits}{number.behind}{sign}", said))

    @staticmethod
    def _may_go_on_choosing(behind: str) -> bool:
        """Whether what stands behind a digit leaves open that it chose: a space, or a comma or dash before a reason."""
        mark = behind.strip(" ")
        return not mark or mark in DASHES or is_pause(mark)

    def on_paste(self, event: events.Paste) -> None:
        """Begin to write with what is pasted; behind a choice it is for the next field."""
        if self._choices and not self._value:
            return
        event.stop()
        text = clean(event.text)
        if not self._choices:
            self.post_message(self.Begun(self.attribute, text))
        elif text.strip():
            self.post_message(self.Passed(self, text))

    def words_for(self, action: str) -> str:
        """Say what Enter does here."""
        return "" if action != "choose" or self._choices else "schrijf"

    def action_choose(self) -> None:
        """Write, or go on from what is chosen by number."""
        self.post_message(self.Left(self, 1) if self._choices else self.Begun(self.attribute, ""))

    def action_go(self, by: int) -> None:
        """Go to another field."""
        self.post_message(self.Left(self, by))

    def action_leave(self) -> None:
        """Go to the list."""
        self.post_message(self.Left(self, 0))

    def on_click(self, event: events.Click) -> None:
        """Put this field in front."""
        event.stop()
        event.prevent_default()
        self.focus()


def _in_rows(parts: Iterable[str], width: int) -> list[str]:
    """Lay words beside each other in rows, without breaking one off."""
    rows: list[str] = []
    for part in parts:
        if rows and len(rows[-1]) + len(part) + 2 <= width:
            rows[-1] += f"  {part}"
        else:
            rows.append(part)
    return rows

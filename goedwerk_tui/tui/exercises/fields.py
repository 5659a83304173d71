"""What a form and a composition share on screen: one field at a time, with an overview beside it or in its place."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from textual.binding import Binding
from textual.widget import Widget

from goedwerk_tui.base.text import space_after
from goedwerk_tui.guidance.exercises.compose import ComposedPart, Composition
from goedwerk_tui.guidance.exercises.form import Box, Form
from goedwerk_tui.tui.exercises.widget import ExerciseWidget, FieldEditor, Past
from goedwerk_tui.tui.widgets.editor import Editor

F = TypeVar("F", Form, Composition)


class FieldsWidget(ExerciseWidget[F]):
    """Goes from field to field."""

    leads_on = False
    """Whether something comes behind the last field."""

    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("ctrl+s", "finish", "rond af", tooltip="Zet het resultaat in je dagboek"),
        Binding("ctrl+n", "go(1)", "verder", tooltip="Ga verder naar het volgende"),
        Binding("ctrl+n", "tell_of_end", show=False),
        Binding("ctrl+r", "go(-1)", "terug", tooltip="Ga terug naar het vorige"),
        Binding("tab", "next_box", show=False, tooltip="Ga naar het volgende vak"),
        Binding("shift+tab", "previous_box", show=False, tooltip="Ga naar het vorige vak"),
        Binding("ctrl+t", "tip", "tip", tooltip="Toon of verberg een tip"),
        Binding("escape", "leave_overview", "naar je tekst", tooltip="Ga terug naar wat je schreef"),
    ]

    @property
    @abstractmethod
    def fields(self) -> Sequence[Box | ComposedPart]:
        """All fields, in order."""

    @property
    def to_fill(self) -> Widget:
        """Where the field in front is filled."""
        return self.query_one(FieldEditor)

    @property
    def box(self) -> Editor | None:
        """The box of the field in front, where it has one."""
        return self.to_fill if isinstance(self.to_fill, Editor) else None

    @property
    def overview(self) -> Widget:
        """What F3 goes to."""
        return self.query_one("#overview")

    def on_mount(self) -> None:
        """Show the field in front."""
        self.query_one(FieldEditor).read_only = self.read_only
        self.draw()

    def begin(self) -> None:
        """Take the focus, where there is something to fill."""
        self.remove_class("-overview")
        self.call_after_refresh(self.to_fill.focus)

    def begin_text(self, typed: str) -> bool:
        """Write in the box, where the field in front has one."""
        box = self.query_one(FieldEditor)
        if box.display:
            self.begin()
            box.insert(f"{space_after(box.text)}{typed}", box.document.end)
        return bool(box.display)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Esc go back from the overview alone, and name at the last field first how one finishes."""
        last = self.work.at == len(self.fields) - 1
        if action == "finish":
            return last and not self.read_only
        if (action, *parameters) == ("go", 1) or action == "tell_of_end":
            return (last and not self.leads_on) is (action == "tell_of_end")
        if action == "leave_overview":
            return self.has_class("-overview")
        if action == "next_box":
            return self.to_fill.has_focus and self.work.at < len(self.fields) - 1
        if action == "previous_box":
            return self.to_fill.has_focus and self.work.at > 0
        return super().check_action(action, parameters)

    async def action_finish(self) -> None:
        """Finish the exercise: that is for the screen around it."""
        await self.screen.run_action("finish")

    def action_tell_of_end(self) -> None:
        """Have the screen say that there is nothing after this, and how one finishes."""
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """Go to another field."""
        self.go(self.work.at + by)

    def go(self, at: int) -> None:
        """Put another field in front; before the first and after the last, say so to the screen."""
        self.catch_up()
        self.remove_class("-tip")
        if 0 <= at < len(self.fields):
            self.turn_to(self.work.go(at))
            self.refresh_bindings()
        else:
            self.post_message(Past(1 if at > 0 else -1))
        self.begin()

    def action_next_box(self) -> None:
        """Go to the next field, as one does in a form; behind the last, Tab goes to what else has the keyboard."""
        self.action_go(1)

    def action_previous_box(self) -> None:
        """Go to the field before."""
        self.action_go(-1)

    def action_tip(self) -> None:
        """Fold the tip in or out."""
        if self.fields[self.work.at].hint:
            self.toggle_class("-tip")
        else:
            self.notify("Hierbij staat geen tip.", timeout=3, markup=False)

    def action_overview(self) -> None:
        """Go to the overview, or back to the field in front."""
        if self.has_class("-overview"):
            self.begin()
        else:
            self.add_class("-overview")
            self.call_after_refresh(self.overview.focus)

    def action_leave_overview(self) -> None:
        """Go back to the field in front."""
        self.begin()

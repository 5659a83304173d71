"""Composing on screen: one part at a time, with what one wrote before to pick from."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import count_words, shorten
from goedwerk_tui.guidance.exercises.compose import ComposedPart, Composition
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.tui.exercises.fields import FieldsWidget
from goedwerk_tui.tui.exercises.widget import FieldEditor
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_NOTHING_FITS = "Je schreef nog niets dat hier past."


class ComposeWidget(FieldsWidget[Composition]):
    """Shows a composition."""

    HELP_TEXT = """
Eén deel tegelijk. **F3** toont wat je eerder schreef en hier kan passen; enter zet het onder je tekst, en daar verander
je het zoals je wilt. **ctrl+n** gaat naar het volgende deel, **ctrl+r** terug, **ctrl+t** toont een tip. Waar een
aantal woorden staat, is dat een grens om naar te schrijven. Je tekst wordt nooit afgekapt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("f3", "overview", "eerder", tooltip="Kies uit wat je eerder schreef"),
        Binding("f3", "say_nothing_fits", "", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay what was written before beside the part."""
        with Vertical(id="overview"):
            yield MarkedList(id="sources", does="zet eronder")
            yield Static("", id="source", markup=False)
        with Vertical(id="field"):
            yield Static("", id="field-where", markup=False)
            yield Static("", id="label", markup=False)
            yield Static("", id="tip", markup=False)
            yield FieldEditor(id="box")
            yield Static("", id="reads", markup=False)

    @property
    def fields(self) -> tuple[ComposedPart, ...]:
        """The parts of the text."""
        return self.work.pieces

    @property
    def overview(self) -> Widget:
        """What can be picked."""
        return self.query_one("#sources")

    @property
    def _piece(self) -> ComposedPart:
        return self.work.pieces[self.work.at]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what was written before where there is something to pick; F3 says it where there is not."""
        if action in ("overview", "say_nothing_fits"):
            return bool(self.work.offered(self._piece.id)) is (action == "overview")
        return super().check_action(action, parameters)

    def action_say_nothing_fits(self) -> None:
        """Say that there is nothing to pick here."""
        self.notify(_NOTHING_FITS, timeout=3, markup=False)

    def draw(self) -> None:
        """Show the part in front, and what can be picked for it."""
        piece = self._piece
        self.query_one("#field-where", Static).update(
            Content(f"{piece.title} · deel {self.work.at + 1} van {len(self.work.pieces)}")
        )
        self.query_one("#label", Static).update(Content(piece.asks))
        self.query_one("#tip", Static).update(Content(piece.hint))
        if self.query_one(FieldEditor).text != piece.text:
            self.query_one(FieldEditor).take(piece.text)
        self._draw_reading()
        offered = self.work.offered(piece.id)
        overview = self.query_one("#sources", OptionList)
        overview.clear_options()
        picked = {source.id for source in self.work.left(piece.id)}
        for source in offered:
            sign = "●" if source.id in picked else "○"
            overview.add_option(
                Option(
                    Content.assemble(f"{sign} {shorten(source.text, 160)}\n", (f"  {source.origin}", "$muted")),
                    id=source.id,
                )
            )
        self.set_class(not offered, "-no-sources")
        if not offered:
            overview.add_option(Option(Content(_NOTHING_FITS), disabled=True))
        else:
            overview.highlighted = 0
        self.refresh_bindings()

    def _draw_reading(self) -> None:
        piece = self._piece
        words = count_words(piece.text)
        text = how_many(words, "woord", "woorden")
        if piece.most_words:
            text += f" van hoogstens {piece.most_words}"
            text += f"; {piece.over} te veel" if piece.over else ""
        if left := self.work.left(piece.id):
            text += f" · gebruikt: {how_many(len(left), 'eerder stuk', 'eerdere stukken')}"
        self.query_one("#reads", Static).update(Content(text))

    @on(OptionList.OptionHighlighted, "#sources")
    def _show_source(self, event: OptionList.OptionHighlighted) -> None:
        """Show the whole of what Enter would take."""
        text = next((each.text for each in self.work.offered(self._piece.id) if each.id == event.option_id), "")
        self.query_one("#source", Static).update(Content(text))

    @on(OptionList.OptionSelected, "#sources")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        at = self.query_one("#sources", OptionList).highlighted
        if event.option_id and self.move(self.work.pick(self._piece.id, event.option_id)):
            self.query_one("#sources", OptionList).highlighted = at

    @on(TextArea.Changed)
    def catch_up(self) -> None:
        """Follow what stands in the box."""
        self.typed(self.work.write(self._piece.id, self.query_one(FieldEditor).text))
        self._draw_reading()

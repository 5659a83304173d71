"""Composing on screen: one part at a time, with what one wrote before to pick from."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from goedwerk_tui.base.text import count_words, shorten
from goedwerk_tui.guidance.exercises.compose import Composition, Piece
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.tui.exercises.fields import FieldsWidget
from goedwerk_tui.tui.exercises.widget import FieldEditor
from goedwerk_tui.tui.workarounds.lists import MarkedList


class ComposeWidget(FieldsWidget[Composition]):
    """Shows a composition."""

    HELP_TEXT = """
Eén deel tegelijk. **F3** toont wat je eerder schreef en hier kan passen; enter zet het onder je tekst, en daar verander
je het zoals je wilt. **ctrl+n** gaat naar het volgende deel, **ctrl+r** terug, **ctrl+t** toont een tip. Waar een
aantal woorden staat, is dat een grens om naar te schrijven. Je tekst wordt nooit afgekapt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("f3", "overview", "eerder", tooltip="Kies uit wat je eerder schreef"),
    ]
    LAST = "Dit was het laatste deel. Met ctrl+s rond je af."

    def compose(self) -> ComposeResult:
        """Lay what was written before beside the part."""
        yield MarkedList(id="overview")
        with Vertical(id="field"):
            yield Static("", id="field-where", markup=False)
            yield Static("", id="label", markup=False)
            yield Static("", id="tip", markup=False)
            yield FieldEditor(id="box")
            yield Static("", id="reads", markup=False)

    @property
    def fields(self) -> tuple[Piece, ...]:
        """The parts of the text."""
        return self.work.pieces

    @property
    def _piece(self) -> Piece:
        return self.work.pieces[self.work.at]

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
        overview = self.query_one("#overview", OptionList)
        overview.clear_options()
        picked = {source.id for source in piece.picked}
        for source in piece.sources:
            sign = "●" if source.id in picked else "○"
            overview.add_option(
                Option(
                    Content.assemble(f"{sign} {shorten(source.text, 160)}\n", (f"  {source.origin}", "$muted")),
                    id=source.id,
                )
            )
        if not piece.sources:
            overview.add_option(Option(Content("Je schreef nog niets dat hier past."), disabled=True))
        else:
            overview.highlighted = 0

    def _draw_reading(self) -> None:
        piece = self._piece
        words = count_words(piece.text)
        text = how_many(words, "woord", "woorden")
        if piece.most_words:
            text += f" van hoogstens {piece.most_words}"
            text += f"; {piece.over} te veel" if piece.over else ""
        if piece.picked:
            text += f" · gebruikt: {how_many(len(piece.picked), 'eerder stuk', 'eerdere stukken')}"
        self.query_one("#reads", Static).update(Content(text))

    @on(OptionList.OptionSelected, "#overview")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        at = self.query_one("#overview", OptionList).highlighted
        if event.option_id and self.move(self.work.pick(self._piece.id, event.option_id)):
            self.query_one("#overview", OptionList).highlighted = at

    @on(TextArea.Changed)
    def catch_up(self) -> None:
        """Follow what stands in the box."""
        self.typed(self.work.write(self._piece.id, self.query_one(FieldEditor).text))
        self._draw_reading()

    @staticmethod
    def result(work: Composition, before: Composition | None) -> Content:
        """Return the text, and under each part where it came from and what it was."""
        old = {piece.id: piece.text.strip() for piece in before.pieces} if before else {}
        parts: list[Content] = []
        for piece in work.pieces:
            if not piece.written:
                continue
            lines = [Content.styled(piece.title, "bold"), Content(piece.text.strip())]
            if piece.picked:
                origins = dict.fromkeys(source.origin for source in piece.picked)
                lines.append(Content.styled(f"uit: {', '.join(origins)}", "$muted"))
            if old.get(piece.id) and old[piece.id] != piece.text.strip():
                lines.append(Content.styled(f"vorige keer: {old[piece.id]}", "$muted italic"))
            parts.append(Content("\n").join(lines))
        return Content("\n\n").join(parts)

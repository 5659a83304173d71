"""What will leave, to the letter, and the file that it goes to."""

import asyncio
from pathlib import Path

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.places import home_folder
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import PersonalDetail, about_spots, edited, own_paragraphs, spots_in
from goedwerk_tui.sharing.file_writer import WOO, TargetExists, WriteResult, about_lacking, write_document
from goedwerk_tui.sharing.formats import FORMATS, Format, format_of, render
from goedwerk_tui.sharing.kinds import KINDS, DocumentKind, lay_out, remark_on
from goedwerk_tui.sharing.log import Logged, data_of, log_of, words_of
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.privacy import Look, own_names, vocabulary
from goedwerk_tui.sharing.repeating import Asked, remember
from goedwerk_tui.sharing.selection import leaving_all_the_same
from goedwerk_tui.tui.routes import HandbookRoute, PreviewRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.dialog import Dialog
from goedwerk_tui.tui.screens.editing import EditingScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.editor import LineEditor
from goedwerk_tui.tui.widgets.long_text import LongText

_READABLE = {Format.TEXT, Format.JSON}
_MOST_SHOWN = 300_000
_MOST_LOOKED_AT = 100_000
"""Characters; more of them take a second or longer to look at."""


class PreviewScreen(GoedWerkScreen[None]):
    """The text of the file as it will be."""

    HANDBOOK = HandbookRoute("delen")
    HELP_TEXT = """
Dit is precies wat er in het bestand komt. **k** kiest wat voor stuk het wordt: een blad voor de bijeenkomst, een
uitnodiging, of gewoon wat je koos. **v** kiest de vorm: Word, pdf, een webpagina, tekst, Markdown of JSON. Behalve
bij tekst en JSON zie je hier alleen de woorden; de koppen en de opmaak zie je in het bestand.

**e** kijkt of er namen, adressen of nummers in staan. Daar vervang je woorden en laat je alinea’s weg, alleen in het
bestand.

**o** zet er een naam boven; zonder dat staat er geen naam in.

**c** kopieert de tekst, voor in een mail. Dat gaat via je terminal, en niet elke terminal laat het toe.

**s** schrijft het. Je blijft daarna hier, met alles wat je koos, voor als je het ook in een andere vorm wilt. **Esc**
gaat terug. Wat je schreef en waarheen staat in je Dagboek, bij ‘logboek’.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("s", "save", "schrijf"),
        Binding("k", "kind", "soort"),
        Binding("v", "format", "vorm"),
        Binding("e", "edit", "namen en woorden"),
        Binding("o", "name", "mijn naam"),
        Binding("c", "copy", "kopieer"),
        Binding("escape", "dismiss", "terug"),
    ]

    def __init__(self, route: PreviewRoute) -> None:
        """Take what was chosen."""
        super().__init__()
        self._chosen = route.chosen
        self._choice = "meenemen" if route.by_marks else "id"
        self._kind = route.kind or DocumentKind.CHOSEN
        self._picture = route.picture
        self._format = Format.WORD
        asked = route.asked or Asked()
        self._edits, self._above, self._template = asked.edits, asked.name, asked.template
        self._document: Document | None = None

    def compose_body(self) -> ComposeResult:
        """Show the text as it will stand in the file."""
        yield Static("", id="leaving", classes="heading", markup=False)
        with Vertical(id="place"):
            yield LongText(id="preview")

    def on_mount(self) -> None:
        """Show the document."""
        self.show()

    @work(group="laying out", exclusive=True)
    async def show(self) -> None:
        """Lay the document out anew and show it."""
        try:
            document, text, remarks = await asyncio.to_thread(self._laid_out)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        self._document = document
        pieces = how_many(len(self._chosen), "stuk", "stukken")
        about = f"{KINDS[self._kind]}, {pieces}, als {FORMATS[self._format]}"
        if len(text) > _MOST_SHOWN:
            remarks = (*remarks, "Het is te lang om hier helemaal te tonen: dit is het begin.")
            text = text[:_MOST_SHOWN]
        if remarks:
            about = " ".join((f"{about}.", *remarks))
        self.query_one("#leaving", Static).update(Content(about))
        self.query_one("#preview", LongText).show(text)

    def _laid_out(self) -> tuple[Document, str, tuple[str, ...]]:
        """Return the document, how it reads, and what there is to remark on it."""
        document = edited(
            lay_out(self._kind, self._chosen, self.workspace.pack, utc_now(), self._above, self._picture), self._edits
        )
        text = render(document, self._format).content.decode() if self._format in _READABLE else to_plain_text(document)
        remarks = (
            remark_on(self._kind, self._chosen),
            leaving_all_the_same(document, self.workspace.journal),
            self._pointing(document),
        )
        return document, text, tuple(filter(None, remarks))

    def _pointing(self, document: Document) -> str:
        """Return how much in it may point to a person; in a very long one that is only looked at when it is asked."""
        if sum(len(each.text) for each in document.pieces) > _MOST_LOOKED_AT:
            return "e kijkt na of er namen of nummers in staan."
        return about_spots(spots_in(document, self._look, self.workspace.pack), "e bekijkt")

    @property
    def _look(self) -> Look:
        return Look(vocabulary(self.workspace.pack), own_names(self.shell.places))

    @work(group=MOVING)
    async def action_kind(self) -> None:
        """Ask what kind of document it becomes."""
        chosen = await self.shell.ask(QuestionScreen("Wat wordt het?", list(KINDS.items())))
        if chosen:
            self._kind = DocumentKind(chosen)
            self.show()

    @work(group=MOVING)
    async def action_format(self) -> None:
        """Ask which form the file gets."""
        answers = [(each.value, f"{name} (.{each})") for each, name in FORMATS.items()]
        chosen = await self.shell.ask(QuestionScreen("In welke vorm?", answers))
        if chosen:
            self._format = Format(chosen)
            self.show()

    @work(group=MOVING)
    async def action_name(self) -> None:
        """Ask which name stands above it; without one it leaves without a name."""
        given = await self.shell.ask(NameScreen(self._above))
        if given is not None:
            self._above = given
            self.show()

    @work(group=MOVING)
    async def action_edit(self) -> None:
        """Show what may point to a person, and let words be replaced and paragraphs left out."""
        spots, own = await asyncio.to_thread(self._looked_over)
        edits = await self.shell.ask(EditingScreen(spots, own, self._edits))
        if edits is not None:
            self._edits = edits
            self.show()

    def _looked_over(self) -> tuple[tuple[PersonalDetail, ...], tuple[str, ...]]:
        document = lay_out(self._kind, self._chosen, self.workspace.pack, utc_now(), picture=self._picture)
        return spots_in(document, self._look, self.workspace.pack), own_paragraphs(document)

    def action_copy(self) -> None:
        """Hand the text to the terminal for its clipboard; whether that took it no terminal says."""
        if self._document is None:
            return
        self.shell.copy_to_clipboard(to_plain_text(self._document))
        self.shell.show_message(
            "De tekst is aan je terminal gegeven om te plakken. Komt er bij het plakken niets, dan laat je terminal dat"
            " niet toe; schrijf het dan met s naar een bestand."
        )

    @work(group=MOVING)
    async def action_save(self) -> None:
        """Ask where to, write the file, and say where it is."""
        if self.workspace.is_example:
            self.shell.show_message("Dit dagboek is verzonnen; daar komt geen bestand van. Zo zou het eruitzien.")
            return
        target = await self.shell.ask(TargetScreen(_usual_target(self._format)))
        while target:
            try:
                written = await self._write(Path(target), overwrite=False)
            except TargetExists as exists:
                answers = [("no", "Laat het staan"), ("yes", "Vervang het")]
                if await self.shell.ask(QuestionScreen(f"{exists.happened}", answers)) != "yes":
                    return
                written = await self._replace(Path(target))
            except Trouble as trouble:
                self.shell.show_error(trouble)
                target = await self.shell.ask(TargetScreen(target))
                continue
            if written:
                self._tell(written)
            return

    async def _write(self, target: Path, *, overwrite: bool) -> WriteResult:
        assert self._document is not None, "the file was asked for before its text was shown"
        format = format_of(target) or self._format
        places = None if self.workspace.looking_round else self.shell.places
        return await asyncio.to_thread(
            write_document,
            self._document,
            target,
            format,
            template=self._template if format is Format.WORD else None,
            overwrite=overwrite,
            places=places,
        )

    async def _replace(self, target: Path) -> WriteResult | None:
        try:
            return await self._write(target, overwrite=True)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return None

    def _tell(self, written: WriteResult) -> None:
        self.shell.show_message(f"Geschreven: {written.path}")
        if lacking := about_lacking(written.lacking):
            self.shell.show_message(lacking)
        format = format_of(written.path) or self._format
        asked = Asked(self._edits, self._above, self._template)
        logged = log_of(self._kind, self._choice, format, written.path, self._chosen, self._picture)
        logged = msgspec.structs.replace(logged, plain=asked.plain)
        if self.workspace.looking_round:
            self.shell.write(lambda journal: journal.add(Kind.LOG, words_of(logged), data=data_of(logged)))
        elif self.workspace.read_only:
            self._leave(logged, asked)
        else:
            self.shell.write(lambda journal: _keep_log(journal, logged, asked))

    @work(thread=True, group="logging", exit_on_error=False)
    def _leave(self, logged: Logged, asked: Asked) -> None:
        """Leave the log for the window that has the journal."""
        entry = leave_note(self.shell.places, words_of(logged), kind=Kind.LOG, data=data_of(logged))
        remember(self.shell.places, entry.id, asked)


def _keep_log(journal: Journal, logged: Logged, asked: Asked) -> None:
    entry = journal.add(Kind.LOG, words_of(logged), data=data_of(logged))
    if journal.places is not None:
        remember(journal.places, entry.id, asked)


class NameScreen(Dialog[str | None]):
    """Asks for a name; an empty one takes it away."""

    def __init__(self, name: str) -> None:
        """Take the name that stands there now."""
        super().__init__()
        self._name_now = name

    def compose_body(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content("Welke naam staat erboven? Leeg is zonder naam."))
            yield LineEditor(self._name_now)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        self.dismiss(event.value.strip())


class TargetScreen(Dialog[str]):
    """Asks for a file name; answers None when it is left."""

    def __init__(self, target: str) -> None:
        """Take the name to begin with."""
        super().__init__()
        self._target = target

    def compose_body(self) -> ComposeResult:
        """Show the name, ready to change."""
        with Vertical(classes="dialog"):
            yield Static(Content("Naar welk bestand? Enter schrijft het, Esc laat het erbij."))
            yield LineEditor(self._target, id="target", select_on_focus=False)
            yield Static(Content(WOO), classes="paragraph")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the name."""
        self.dismiss(event.value.strip() or None)


def _usual_target(format: Format) -> str:
    documents = home_folder() / "Documents"
    folder = documents if documents.is_dir() else home_folder()
    return str(folder / f"goedwerk-{local(utc_now()).date().isoformat()}.{format}")

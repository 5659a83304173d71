"""What will leave, to the letter, and the file that it goes to."""

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.words import how_many, pieces
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import Edits, PersonalDetail, about_numbers, own_paragraphs
from goedwerk_tui.sharing.export import ExportRequest, Log, Prepared, ReadableText, prepare, readable_text, write
from goedwerk_tui.sharing.file_writer import TargetExists, WriteResult, about_lacking, about_template, write_document
from goedwerk_tui.sharing.formats import Format, format_of
from goedwerk_tui.sharing.kinds import KINDS, DocumentKind
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.repeating import Asked
from goedwerk_tui.tui.routes import HandbookRoute, PreviewRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.copying import copy_text
from goedwerk_tui.tui.screens.editing import EditingScreen
from goedwerk_tui.tui.screens.preview_dialogs import NameScreen, TargetScreen, usual_target
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.long_text import LongText
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.widgets.step_title import StepTitle
from goedwerk_tui.tui.widgets.steps_line import LOOK, WRITE, StepsLine

_MOST_SHOWN = 300_000
_MOST_LOOKED_AT = 100_000
"""Characters; more of them take a second or longer to look at."""


class PreviewScreen(GoedWerkScreen[None]):
    """The text of the file as it will be."""

    HANDBOOK = HandbookRoute("delen")
    HELP_TEXT = """
Dit is precies wat er in het bestand komt. **k** kiest wat voor stuk het wordt: een blad voor de bijeenkomst, een
uitnodiging, of gewoon wat je koos. **v** kiest de vorm: Word, pdf, een webpagina, tekst, Markdown of JSON. Behalve
bij JSON zie je hier alleen de woorden; de koppen en de opmaak zie je in het bestand.

**e** kijkt of er namen, adressen of nummers in staan. Daar vervang je woorden en laat je alinea’s weg, alleen in het
bestand. **o** zet er een naam boven; zonder dat staat er geen naam in. Ga je terug en vink je iets anders aan, dan
blijft dat zo, tot je het programma afsluit.

**c** kopieert de tekst, voor in een mail: naar het klembord van je computer of, als dat niet lukt, via je terminal.

**Enter** schrijft het, of **s**: eerst is de vraag hoe het bestand heet en waar het komt. Staat er op een blad voor
de bijeenkomst een nummer of adres, dan is daarvoor nog de vraag of de groep dat mag lezen; bij **c** ook. Je blijft
daarna hier, met alles wat je koos, voor als je het ook in een andere vorm wilt. **Esc** gaat terug. Wat je schreef en
waarheen staat in je Dagboek, bij ‘logboek’.
"""
    AUTO_FOCUS = "#leaves"
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("enter,ctrl+n,s", "save", "schrijf het bestand", tooltip="Vraag waarheen, en schrijf het bestand"),
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
        self._began_with = route.asked
        self._asked = route.asked or Asked()
        self._prepared: Prepared | None = None
        """What is shown; None while it is laid out anew, so that nothing leaves as it was before."""
        self._agreed_to: set[str] = set()
        """The numbers that the group may read."""
        self._about: tuple[str, ...] = ()
        """What is said of what is shown."""

    def compose_body(self) -> ComposeResult:
        """Show the text as it will stand in the file."""
        if not self.shell.state_line:  # which stands where the bar of Delen does, as this does
            yield StepTitle("Delen", "Kijk na")
        yield StepsLine(LOOK)
        with Container(id="looking"):
            with VerticalScroll(id="leaving", classes="pane"):
                yield Static("", markup=False)
            yield LongText(id="leaves", classes="pane")

    def on_mount(self) -> None:
        """Show the document."""
        began, made = self.workspace.asked_for or (None, self._asked)
        if began == self._began_with:
            self._asked = made
        entitle(self.query_one("#leaving"), "Het bestand")
        entitle(self.query_one("#leaves"), "Zo komt het in het bestand")
        self.show()

    def on_resize(self) -> None:
        """Give each thing that is said a line of its own where there is room for that."""
        self._say()

    def _say(self) -> None:
        between = "\n\n" if self.has_class("-wide") else " "
        self.query_one("#leaving > Static", Static).update(Content(between.join(self._about)))

    def show(self) -> None:
        """Lay the document out anew and show it."""
        self._prepared = None
        self._show_laid_out()

    @work(group="laying out", exclusive=True)
    async def _show_laid_out(self) -> None:
        try:
            prepared, shown = await asyncio.to_thread(self._laid_out)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return
        self._prepared = prepared
        remarks = prepared.all_remarks("e bekijkt")
        if prepared.details is None:
            remarks = (*remarks, "e kijkt na of er namen of nummers in staan.")
        above = f"met de naam ‘{self._asked.name}’" if self._asked.name else "zonder naam"
        about = f"{KINDS[self._kind]}, {pieces(len(self._chosen))}, als {self._format.label}, {above}."
        if shown.length > _MOST_SHOWN:
            remarks = (*remarks, "Het is te lang om hier helemaal te tonen: dit is het begin.")
        self._about = tuple(filter(None, (about, _about_edits(self._asked.edits), *remarks)))
        self._say()
        self.query_one("#leaves", LongText).show(shown.text)

    def _laid_out(self) -> tuple[Prepared, ReadableText]:
        """Return what leaves, and how it reads."""
        prepared = self._prepare(self._request, _MOST_LOOKED_AT)
        return prepared, readable_text(prepared.document, self._format, _MOST_SHOWN)

    @property
    def _request(self) -> ExportRequest:
        return ExportRequest(self._kind, self._choice, tuple(self._chosen), self._format, self._asked, self._picture)

    def _ask_for(self, asked: Asked) -> None:
        """Show how it becomes like this, and have it so as well when one comes back here with other pieces."""
        self._asked = asked
        self.workspace.asked_for = self._began_with, asked
        self.show()

    def _prepare(self, request: ExportRequest, most_looked_at: int | None = None) -> Prepared:
        workspace, places = self.workspace, self.shell.places
        return prepare(request, workspace.journal, workspace.pack, places, now=utc_now(), most_looked_at=most_looked_at)

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
        answers = [(each.value, f"{each.label} (.{each})") for each in Format]
        chosen = await self.shell.ask(QuestionScreen("In welke vorm?", answers))
        if chosen:
            self._format = Format(chosen)
            self.show()

    @work(group=MOVING)
    async def action_name(self) -> None:
        """Ask which name stands above it; without one it leaves without a name."""
        given = await self.shell.ask(NameScreen(self._asked.name))
        if given is not None:
            self._ask_for(replace(self._asked, name=given))

    @work(group=MOVING)
    async def action_edit(self) -> None:
        """Show what may point to a person, and let words be replaced and paragraphs left out."""
        await self._edit()

    async def _edit(self) -> None:
        spots, own = await asyncio.to_thread(self._looked_over)
        edits = await self.shell.ask(EditingScreen(spots, own, self._asked.edits))
        if edits is not None:
            self._ask_for(replace(self._asked, edits=edits))

    def _looked_over(self) -> tuple[tuple[PersonalDetail, ...], tuple[str, ...]]:
        # As it stands in the journal: what was replaced already is shown with what stands in its place.
        prepared = self._prepare(replace(self._request, asked=Asked()))
        return prepared.details or (), own_paragraphs(prepared.document)

    async def _agreed(self, how: str) -> Prepared | None:
        """Return what leaves, when the group may read the numbers on it; None when it stays here.

        Args:
            how: how the person says that it may, in words.
        """
        if not await self._still_so():
            return None
        try:
            prepared = await asyncio.to_thread(self._looked_at)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return None
        numbers = [each for each in prepared.stopping if each.words not in self._agreed_to]
        if not numbers:
            return prepared
        question = f"{about_numbers(numbers)} Mag de groep dat lezen?"
        answer = await self.shell.ask(QuestionScreen(question, [("look", "Kijk het eerst na"), ("agreed", how)]))
        if answer == "agreed":
            self._agreed_to |= {each.words for each in numbers}
            return prepared if await self._still_so() else None
        if answer == "look":
            await self._edit()
        return None

    async def _still_so(self) -> bool:
        """Whether what was chosen is as it was when it was shown; if not, show it anew first.

        Another window or machine may have wiped a piece meanwhile, or let it never leave.
        """
        await self.shell.sync.look()
        journal = self.workspace.journal
        never, entries = journal.marked(Mark.NEVER_LEAVE), journal.entries
        kept = (entries[each.id] for each in self._chosen if each.id in entries and each.id not in never)
        chosen = tuple(each for each in kept if each.state is State.LIVE)
        if chosen == tuple(self._chosen):
            return True
        gone = len(self._chosen) - len(chosen)
        self._chosen = chosen
        self.show()
        which = "1 stuk gaat" if gone == 1 else f"{gone} stukken gaan"
        what = f"{which} niet meer mee" if gone else "er staat nu iets anders"
        self.shell.show_message(
            f"Er is intussen iets veranderd: {what}. Er is nog niets vertrokken; kijk het eerst na."
        )
        return False

    def _looked_at(self) -> Prepared:
        prepared = self._prepared
        if prepared is None or (prepared.details is None and self._kind is DocumentKind.MEETING):
            return self._prepare(self._request)
        return prepared

    @work(group=MOVING)
    async def action_copy(self) -> None:
        """Put the text where it can be pasted."""
        prepared = await self._agreed("Kopieer het zo")
        if prepared is not None:
            text = to_plain_text(prepared.document)
            await copy_text(self.shell, text, otherwise="schrijf het dan met s naar een bestand")

    @work(group=MOVING)
    async def action_save(self) -> None:
        """Ask where to, write the file, and say where it is."""
        if self.workspace.is_example:
            self.shell.show_message("Dit dagboek is verzonnen; daar komt geen bestand van. Zo zou het eruitzien.")
            return
        prepared = await self._agreed("Schrijf het zo")
        usual = await asyncio.to_thread(usual_target, self._kind, self._format)
        target = await self._asked_where(usual) if prepared else None
        # A question may stand for an hour, in which another machine writes.
        while prepared and target and await self._still_so():
            try:
                written = await self._write(prepared, Path(target), overwrite=False)
            except TargetExists as exists:
                answers = [("no", "Laat het staan"), ("yes", "Vervang het")]
                answer = await self.shell.ask(QuestionScreen(f"{exists.happened}", answers))
                if answer != "yes" or not await self._still_so():
                    return
                written = await self._replace(prepared, Path(target))
            except Trouble as trouble:
                self.shell.show_error(trouble)
                target = await self._asked_where(target)
                continue
            if written:
                self._tell(written)
            return

    async def _asked_where(self, target: str) -> str | None:
        """Return which file it goes to; None when it stays here."""
        steps = self.query_one(StepsLine)
        steps.here = WRITE
        try:
            return await self.shell.ask(TargetScreen(target))
        finally:
            steps.here = LOOK

    async def _write(self, prepared: Prepared, target: Path, *, overwrite: bool) -> WriteResult:
        format = format_of(target) or self._format
        prepared = prepared._replace(request=replace(prepared.request, format=format))
        places = None if self.workspace.looking_round else self.shell.places

        def put(document: Document, format: Format, template: Path | None) -> WriteResult:
            template = template if format is Format.WORD else None
            return write_document(document, target, format, template=template, overwrite=overwrite, places=places)

        logs: list[Log] = []
        written = await asyncio.to_thread(write, prepared, put, logs.append)
        if came := await asyncio.to_thread(about_template, self._asked.template, format):
            self.shell.show_message(came)
        for log in logs:
            self._tell_journal(log)
        return written

    async def _replace(self, prepared: Prepared, target: Path) -> WriteResult | None:
        try:
            return await self._write(prepared, target, overwrite=True)
        except Trouble as trouble:
            self.shell.show_error(trouble)
            return None

    def _tell(self, written: WriteResult) -> None:
        self.shell.show_message(f"Geschreven: {written.path}")
        if lacking := about_lacking(written.lacking):
            self.shell.show_message(lacking)

    def _tell_journal(self, log: Log) -> None:
        if self.shell.places.is_backup:
            return
        if self.workspace.read_only and not self.workspace.looking_round:
            # Of the app, as writing is: who goes on at once hears of it too.
            self.shell.run_worker(self._leave(log), group="logging")
        else:
            self.shell.write(lambda journal: log.keep(partial(_add, journal), journal.places))

    async def _leave(self, log: Log) -> None:
        """Leave the log for the window that has the journal."""
        places = self.shell.places
        try:
            await asyncio.to_thread(
                log.keep, lambda text, data: leave_note(places, text, kind=Kind.LOG, data=data), places
            )
        except Trouble as trouble:
            self.shell.show_error(trouble)


def _add(journal: Journal, text: str, data: dict[str, Any]) -> Entry:
    return journal.add(Kind.LOG, text, data=data)


def _about_edits(edits: Edits) -> str:
    """Say what was chosen to be different in the file: that holds for pieces that are ticked later, too."""
    chosen = [
        f"{how_many(number, one, many)} {what}"
        for number, one, many, what in (
            (len(edits.words), "naam of woord", "namen of woorden", "vervangen"),
            (len(edits.without), "alinea", "alinea’s", "weggelaten"),
        )
        if number
    ]
    return f"Bij e koos je: {' en '.join(chosen)}." if chosen else ""

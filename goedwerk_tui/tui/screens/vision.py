"""Visie: your own view of the work as it is now, what it was before, and where its parts came from."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from goedwerk_tui.base.clock import date_and_time, local, long_date, short_date
from goedwerk_tui.guidance.collections import vision as visions
from goedwerk_tui.guidance.collections.vision import DiffRun, PartDifference, Said, Vision, VisionVersion
from goedwerk_tui.guidance.exercises.compose import PickedSource
from goedwerk_tui.guidance.words import how_many, origin_line
from goedwerk_tui.journal import Entry, Journal, State
from goedwerk_tui.sharing.kinds import DocumentKind
from goedwerk_tui.sharing.overviews import usual_vision, version_of
from goedwerk_tui.tui.routes import EntryRoute, StepRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.screens.sharing_overview import share_overview
from goedwerk_tui.tui.shell import MOVING
from goedwerk_tui.tui.widgets.linked_text import Link, LinkedText, Passage
from goedwerk_tui.tui.widgets.pane import entitle

_EMPTY = (
    "Die schrijf je in de laatste sessie, in een opdracht die op deze plek met e opengaat. Tot dan staat hier wat je in"
    " een afsluiting antwoordde op de vraag waar je werk voor is."
)
_NO_EXERCISE = (
    "Dit programma heeft er geen opdracht voor. Wat je in een afsluiting antwoordt op de vraag waar je werk voor is,"
    " komt hier."
)
_SIGNS = "[+ erbij +]  [- eruit -]"


class VisionScreen(GoedWerkScreen[None]):
    """The vision as it is now, or an earlier version, or what differs between two of them."""

    CSS_PATH = "overviews.tcss"
    HELP_TEXT = """
Je visie zoals die nu is. Onder een deel staat uit welke stukken je het maakte: met **tab** ga je van de ene regel naar
de andere, **Enter** opent het stuk. De pijltjes schuiven de tekst.

**e** gaat verder met schrijven, in de opdracht. Elke keer dat je daar afrondt, is er een versie bij. **v** toont een
eerdere versie. **c** vergelijkt twee versies: wat erbij kwam staat tussen [+ en +], wat eruit ging tussen [- en
-]. Wat je verplaatste, staat er als eruit en erbij. Met **v** kies je dan met welke versie je vergelijkt. **d** deelt
de versie die je voor je hebt: je ziet eerst wat er in het bestand komt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("e", "write_on", "schrijf verder", tooltip="Open de opdracht waarin je aan je visie schrijft"),
        Binding("v", "versions", "versies", tooltip="Kies een eerdere versie"),
        Binding("c", "compare", "vergelijk", tooltip="Zie wat er sinds de vorige versie veranderde"),
        Binding("d", "share", "deel", tooltip="Bekijk hoe deze versie in een bestand komt"),
        Binding("tab", "app.focus_next", "naar de bron", show=False),
        Binding("escape", "back", "sluit"),
    ]

    def __init__(self) -> None:
        """Begin with the vision as it is now."""
        super().__init__()
        self._vision: Vision | None = None
        self._there = ""
        """Where something of a vision is though there is none; empty where there is one, or nothing at all."""
        self._shown = ""
        """The id of the version in front; empty for the newest."""
        self._against: str | None = None
        """The id of the version that it is compared with; None when it is not compared."""

    def compose_body(self) -> ComposeResult:
        """Lay what is shown above the text, in one frame: the heading comes first."""
        with Vertical(id="versions", classes="pane"):
            yield Static("", id="shown", markup=False)
            yield LinkedText(id="vision")

    def on_mount(self) -> None:
        """Follow every change."""
        self.follow(self._show)
        self._show()
        entitle(self.query_one("#versions"), "Visie")
        self.query_one("#vision").focus()

    @work(group="showing", exclusive=True)
    async def _show(self) -> None:
        if self.shell.workspace is None:
            return
        self._vision, self._there, about, passages = await asyncio.to_thread(self._laid_out, self.workspace.journal)
        self.query_one("#shown", Static).update(Content(about))
        await self.query_one("#vision", LinkedText).show(passages)
        self.refresh_bindings()

    def _laid_out(self, journal: Journal) -> tuple[Vision | None, str, str, tuple[Passage, ...]]:
        """Return the vision, where something of it is if there is none, what is said above it, and its passages."""
        vision = visions.vision(journal.newest_first())
        if vision is None:
            drafts = self.workspace.drafts
            there = visions.where_it_is(journal.newest_first(state=None), drafts.all() if drafts else ())
            return None, there, f"Hier staat geen visie. {there}" if there else self._about_none(), ()
        version = _version(vision, self._shown)
        if self._against is not None:
            older, newer = sorted((version, _version(vision, self._against)), key=vision.versions.index, reverse=True)
            about = f"Wat er veranderde van {date_and_time(older.at)} tot {date_and_time(newer.at)}.  {_SIGNS}"
            return vision, "", about, tuple(_difference(each) for each in visions.compare(older, newer))
        passages = tuple(_passages(version, vision.entry, journal))
        if version is vision.now and vision.beside:
            passages += (Passage("Wat je er verder over schreef", links=tuple(map(_written, vision.beside))),)
        return vision, "", _about(version, vision), passages

    def _about_none(self) -> str:
        return f"Nog geen visie. {_EMPTY if visions.exercise_of(self.workspace.pack) else _NO_EXERCISE}"

    @on(LinkedText.Opened)
    def _open(self, event: LinkedText.Opened) -> None:
        self.shell.open(EntryRoute(event.entry_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer earlier versions only when there are."""
        if action in ("versions", "compare"):
            return self._vision is not None and len(self._vision.versions) > 1
        if action == "share":
            return self._vision is not None and self._against is None
        return True

    @work(group=MOVING)
    async def action_write_on(self) -> None:
        """Open the exercise in which the vision is written."""
        step_id = await asyncio.to_thread(visions.exercise_of, self.workspace.pack)
        if step_id is None:
            self.shell.show_message(
                "Dit programma heeft geen opdracht voor een visie. Wat je schreef blijft hier staan."
            )
        else:
            self.shell.open(StepRoute(step_id))

    @work(group=MOVING)
    async def action_versions(self) -> None:
        """Choose which version to show, or which to compare with."""
        if self._vision is None:
            return
        comparing = self._against is not None
        versions = [
            (each.id, f"{date_and_time(each.at)} · {how_many(each.words, 'woord', 'woorden')}")
            for each in self._vision.versions
            if not comparing or each.id != _version(self._vision, self._shown).id
        ]
        asks = "Met welke versie vergelijk je?" if comparing else "Versies van je visie, de nieuwste boven."
        chosen = await self.shell.ask(QuestionScreen(asks, versions))
        if not chosen:
            return
        if comparing:
            self._against = chosen
        else:
            self._shown = "" if chosen == self._vision.now.id else chosen
        self._show()

    def action_compare(self) -> None:
        """Hold the version in front against the one before it, or show it alone again."""
        if self._vision is None:
            return
        if self._against is not None:
            self._against = None
        else:
            ids = [each.id for each in self._vision.versions]
            at = ids.index(_version(self._vision, self._shown).id)
            self._against = ids[at + 1] if at + 1 < len(ids) else ids[at - 1]
        self._show()

    def action_share(self) -> None:
        """Show what would leave of the version in front."""
        chosen = usual_vision(self.workspace.journal)
        if self._shown:
            chosen = version_of(chosen, self._shown)
        share_overview(self.shell, chosen, DocumentKind.VISION)

    def words_for(self, action: str) -> str:
        """Say of Esc that it leads to what is shown without it first, and that a vision is yet to be begun."""
        if action == "write_on" and self._vision is None and not self._there:
            return "begin"
        return "terug" if action == "back" and (self._against is not None or self._shown) else super().words_for(action)

    def action_back(self) -> None:
        """Leave the comparison, the earlier version, or the screen."""
        if self._against is None and not self._shown:
            self.dismiss()
            return
        if self._against is not None:
            self._against = None
        else:
            self._shown = ""
        self._show()


def _version(vision: Vision, version_id: str) -> VisionVersion:
    """Return the version with this id; the newest when it has gone, or when none was chosen."""
    return next((each for each in vision.versions if each.id == version_id), vision.now)


def _about(version: VisionVersion, vision: Vision) -> str:
    words = how_many(version.words, "woord", "woorden")
    if version is not vision.now:
        return f"Een eerdere versie, van {date_and_time(version.at)} · {words}. Esc toont weer wat er nu staat."
    count = len(vision.versions)
    more = f" · {count} versies" if count > 1 else ""
    return f"Zoals die staat sinds {long_date(local(version.at).date())} · {words}{more}"


def _passages(version: VisionVersion, entry: Entry, journal: Journal) -> Iterator[Passage]:
    for part in version.parts:
        links = [_source(source, journal) for source in part.sources]
        if not part.id:
            links.insert(0, _written(entry))
        yield Passage(part.title or part.asks, Content(part.text), tuple(links))


def _source(source: PickedSource, journal: Journal) -> Link:
    """Return the line that tells where a part came from; an entry that is gone is said to be so."""
    entry = journal.entries.get(source.id)
    if entry is None:
        return Link(f"komt uit: {source.origin}", remark="")
    if entry.state is State.WIPED:
        return Link(f"komt uit: {source.origin}", remark="dat stuk is gewist")
    line = f"komt uit: {short_date(local(entry.created).date())} · {source.origin}"
    return Link(line, entry.id, "ligt in de prullenbak" if entry.state is State.TRASH else "Enter  lees")


def _written(entry: Entry) -> Link:
    return Link(f"{short_date(local(entry.changed).date())} · {origin_line(entry)}", entry.id)


def _difference(part: PartDifference) -> Passage:
    title = part.title or "De tekst"
    if part.same:
        return Passage(f"{title} · gelijk gebleven")
    return Passage(title, Content("").join(_marked(each) for each in part.words))


def _marked(words: DiffRun) -> Content:
    style = {Said.ADDED: "bold", Said.GONE: "strike $muted"}.get(words.said)
    return Content.styled(words.marked, style) if style else Content(words.marked)

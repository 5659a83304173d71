"""Instellingen: what can be set, how it is now, and what it means. What is chosen shows at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from goedwerk_tui.guidance.reminders.own_prompts import own_prompts
from goedwerk_tui.guidance.reminders.rhythm import OFTEN, Every
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.tui.routes import Asking, AskRoute, HandbookRoute, PageName, PageRoute
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.shell import WIDTHS
from goedwerk_tui.tui.theme import DESCRIPTIONS
from goedwerk_tui.tui.widgets.headings import heading
from goedwerk_tui.tui.widgets.pane import entitle
from goedwerk_tui.tui.workarounds.marked_list import MarkedList

_NAME = 24
"""Columns for the name of a setting."""


@dataclass(frozen=True)
class _Setting:
    """Something that can be set here, or of which is said where that is done."""

    name: str
    value: str
    about: str
    choices: Sequence[str] = ()
    """What can be chosen, in the order in which one goes through them."""
    choose: Callable[[str], object] | None = None
    at: str = ""
    """The choice as it is now."""
    open: Callable[[], object] | None = None
    """What Enter does where nothing is chosen here."""


class SettingsScreen(GoedWerkScreen[None]):
    """One page with the present values."""

    HANDBOOK = HandbookRoute("instellingen")
    HELP_TEXT = """
Alles wat je kunt instellen, met hoe het nu is. **←** en **→** kiezen iets anders en je ziet het meteen; er is niets om
te bewaren. **Enter** kiest het volgende; bij wat ergens staat opent het waar je het verandert. Bij Toetsen en
Herinnering is er niets te kiezen: daar staat hoe je het doet.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("right", "turn(1)", "kies", tooltip="Kies het volgende"),
        Binding("left", "turn(-1)", show=False, tooltip="Kies het vorige"),
        Binding("escape", "dismiss", "sluit"),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay the settings beside what the one in front means, or above it."""
        with Container(id="settings-columns"):
            yield MarkedList(id="settings", classes="pane", does="kies")
            yield Static("", id="setting-about", classes="pane", markup=False)

    def on_mount(self) -> None:
        """Follow every change."""
        entitle(self.query_one("#settings"), "Instellingen")
        self.follow(self._show)
        self._show()
        self._list.focus()

    @property
    def _list(self) -> MarkedList:
        return self.query_one("#settings", MarkedList)

    def _show(self) -> None:
        at = self._list.highlighted
        self._settings = {each.name: each for _, group in self._groups() for each in group}
        self._list.clear_options()
        for title, group in self._groups():
            self._list.add_option(heading(title, air=self._list.option_count > 0))
            self._list.add_options([Option(_line(each), id=each.name) for each in group])
        self._list.highlighted = at if at is not None else 1
        self._explain()

    def _groups(self) -> Iterator[tuple[str, list[_Setting]]]:
        shell, settings = self.shell, self.shell.settings
        own = len(own_prompts(self.workspace.journal))
        asked = how_many(own, "vraag", "vragen") if own else "nog geen"
        themes, every = list(DESCRIPTIONS), {each.value: OFTEN[each] for each in Every}

        def set_to(name: str) -> Callable[[str], object]:
            return lambda value: shell.settle(replace(shell.settings, **{name: value}))

        yield (
            "Hoe het eruitziet",
            [
                _Setting("Kleuren", DESCRIPTIONS[settings.theme], _COLOURS, themes, set_to("theme"), settings.theme),
                _Setting("Breedte van tekst", settings.width, _WIDTH, WIDTHS, set_to("width"), settings.width),
                _Setting("Cursor", settings.cursor, _CURSOR, ("stil", "knippert"), set_to("cursor"), settings.cursor),
                _Setting("Toetsen", self._other_keys(), _KEYS.format(path=shell.places.settings)),
            ],
        )
        yield (
            "Wat er op Thuis staat",
            [
                _Setting(
                    "Vraag tussendoor", every[shell.every], _RHYTHM, list(every), set_to("rhythm"), shell.every.value
                ),
                _Setting("Eigen vragen", asked, _OWN, open=partial(shell.open, PageRoute(PageName.OWN_PROMPTS))),
                _Setting("Herinnering", "zet je zelf aan, in je terminal", _REMINDER),
            ],
        )
        yield "Waar het staat", list(self._places())

    def _places(self) -> Iterator[_Setting]:
        shell = self.shell
        if self.workspace.looking_round:
            yield _Setting("Dagboek", "nergens: je kijkt rond", "Wat je schrijft verdwijnt als je stopt.")
        else:
            move = partial(shell.open, AskRoute(Asking.JOURNAL_FILE))
            yield _Setting("Dagboek", str(shell.places.journal), _JOURNAL, open=move)
            folder = partial(shell.open, AskRoute(Asking.BACKUPS_FOLDER)) if shell.places.is_own else None
            yield _Setting("Reservekopieën", str(shell.places.backups), _BACKUPS, open=folder)
        own = ", ".join(shell.settings.content) or "geen; het gewone programma"
        yield _Setting("Eigen inhoud", own, _CONTENT.format(path=shell.places.settings))

    def _other_keys(self) -> str:
        number = len(self.shell.settings.keys)
        return f"{how_many(number, 'andere', 'andere')} dan gewoon" if number else "gewoon"

    @property
    def _in_front(self) -> _Setting | None:
        option = self._list.highlighted_option
        return self._settings.get(option.id or "") if option else None

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        setting = self._in_front
        about = self.query_one("#setting-about", Static)
        entitle(about, setting.name if setting else "")
        self._list.does = ("kies" if setting.choose else "open" if setting.open else "") if setting else ""
        about.update(Content(f"{setting.value}\n\n{setting.about}" if setting else ""))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to choose only where there is something to choose."""
        return self.is_mounted and bool(self._in_front and self._in_front.choose) if action == "turn" else True

    def action_turn(self, by: int) -> None:
        """Choose the next, or the one before."""
        setting = self._in_front
        if setting and setting.choose:
            at = list(setting.choices).index(setting.at) if setting.at in setting.choices else 0
            setting.choose(setting.choices[(at + by) % len(setting.choices)])

    @on(OptionList.OptionSelected)
    def _choose(self) -> None:
        setting = self._in_front
        if setting and setting.open:
            setting.open()
        else:
            self.action_turn(1)


def _line(setting: _Setting) -> Content:
    return Content.assemble(f"{setting.name:<{_NAME}}", (setting.value, "$muted"))


_COLOURS = (
    "Donker, licht, hoog contrast, of de kleuren die je terminal zelf heeft. Nergens hangt iets van kleur alleen af."
)
_WIDTH = "Hoe breed een tekst om te lezen hoogstens wordt, als het venster daar ruimte voor heeft."
_CURSOR = "Of de streep in een schrijfvak knippert. Over een trage verbinding is stil rustiger."
_KEYS = (
    'F1 laat op elk scherm de toetsen zien. Een andere toets geef je in {path}, onder "keys": de naam van wat je'
    ' doet, en de toets. Zoals {{"bring": "f6"}} voor meenemen.'
)
_RHYTHM = "Hoe vaak er op Thuis een vraag staat. Bij nooit staan ook weekverslag en terugkijken er niet."
_OWN = "Vragen die je zelf een keer wilt krijgen. Ze gaan voor die van het programma."
_REMINDER = (
    "Zet ‘goedwerk herinner’ in het bestand dat je terminal bij het openen leest. Het zegt in een paar regels wat er"
    " wacht, en niets als er niets is."
)
_JOURNAL = "Het bestand met alles wat je schreef. Enter maakt er een nieuw bestand van en gaat daar verder."
_BACKUPS = "De map met reservekopieën. Enter kiest een andere, bijvoorbeeld op een andere schijf."
_CONTENT = 'Een map met eigen stappen of een eigen programma. Die noem je in {path}, onder "content".'

"""Where one can go: frozen values that screens hand to the shell. Which screen shows a route is for ``navigation``."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goedwerk_tui.guidance.insight import Picture
    from goedwerk_tui.guidance.reminders.month import Month
    from goedwerk_tui.journal import Entry, Kind, Origin
    from goedwerk_tui.journal.backup import Backup, BackupDifference
    from goedwerk_tui.journal.drafts import Draft
    from goedwerk_tui.programme.model import Term
    from goedwerk_tui.sharing.kinds import DocumentKind
    from goedwerk_tui.sharing.repeating import Asked


class Place(StrEnum):
    """One of the five places; a mode of the app has the same name."""

    HOME = "home"
    PROGRAMME = "programme"
    JOURNAL = "journal"
    INSIGHT = "insight"
    SHARING = "sharing"


class PageName(StrEnum):
    """A page of its own, that is reached by its name alone."""

    CONDITIONS = "conditions"
    VISION = "vision"
    STRATEGIES = "strategies"
    WORDS = "words"
    INTENTIONS = "intentions"
    MONTHS = "months"
    ON_THIS_DAY = "on-this-day"
    MEETINGS = "meetings"
    OWN_PROMPTS = "own-prompts"
    GLOSSARY = "glossary"
    BACKUPS = "backups"
    SETTINGS = "settings"
    NEWS = "news"


class Asking(StrEnum):
    """Something that is asked over the screen in front, after which one is there again."""

    AGAIN = "again"
    """Whether to do an exercise again."""
    PLAN = "plan"
    """What one means to do about a condition."""
    MEANING = "meaning"
    """What one means by a word."""
    OUTCOME = "outcome"
    """Whether a prediction of a log came true."""
    JOURNAL_FILE = "journal-file"
    """In which other file the journal is to go on."""
    BACKUPS_FOLDER = "backups-folder"
    OWN_CONTENT = "own-content"
    """Which content of one's own joins the programme."""
    WIPE_EVERYTHING = "wipe-everything"
    CALENDAR = "calendar"
    """When one sits down again, for one's own calendar."""


@dataclass(frozen=True)
class PlaceRoute:
    """A place; what lies over the place in front is closed first."""

    place: Place


@dataclass(frozen=True)
class PageRoute:
    """A page of its own."""

    name: PageName


@dataclass(frozen=True)
class StepRoute:
    """A step of the programme, in place of the step in front."""

    step: str
    item: str | None = None
    """The question or choice to begin at; None for where the person was."""
    behind: tuple[str, ...] = field(default=(), compare=False)
    """The steps that one came through, the last of them last: where one goes back to from the beginning of this."""
    at_end: bool = field(default=False, compare=False)
    """Whether one comes back to it from the step behind it."""

    def followed_by(self, step: str) -> "StepRoute":
        """Return the way to the step behind this one, from where one goes back to this."""
        return StepRoute(step, behind=(*self.behind, self.step))

    @property
    def back(self) -> "StepRoute | None":
        """The way back to the end of the step that one came from; None where one came from elsewhere."""
        return StepRoute(self.behind[-1], behind=self.behind[:-1], at_end=True) if self.behind else None


@dataclass(frozen=True)
class SessionEndRoute:
    """What one takes along from a session."""

    session: str


@dataclass(frozen=True)
class ReadingRoute:
    """A page of the programme outside its sessions."""

    page: str


@dataclass(frozen=True)
class HandbookRoute:
    """A page of the handbook, or a part of one."""

    page: str = "plekken"
    part: str = ""
    """Its heading; empty for the whole page."""


@dataclass(frozen=True)
class TermsRoute:
    """Some terms of the glossary."""

    terms: "tuple[Term, ...]"
    first: str | None = None
    """The id of the term to begin with."""


@dataclass(frozen=True)
class SearchRoute:
    """Searching the programme."""

    words: str = ""
    """What to begin with; empty for what was looked for last."""


@dataclass(frozen=True)
class EntryRoute:
    """One entry, to read and to do something with."""

    entry: str


@dataclass(frozen=True)
class EntriesRoute:
    """A list of entries under a heading, in the order of their ids."""

    title: str
    entries: Sequence[str]


@dataclass(frozen=True)
class WriteRoute:
    """A page to write on; without anything filled in, a new loose note."""

    entry: str | None = None
    """The entry to change."""
    draft: "Draft | None" = None
    """A draft to go on with."""
    origin: "Origin | None" = None
    """A question to answer."""
    about: str = ""
    """The person's own words that the question is about."""
    kind: "Kind | None" = None
    """What a new entry becomes; without it an answer, or a note when nothing is asked."""
    hint: str = ""
    """A way in for someone who stares at an empty page."""

    @property
    def new(self) -> bool:
        """Whether it is for something new that answers nothing: every such page is another."""
        return self.entry is None and self.draft is None and self.origin is None


@dataclass(frozen=True)
class WeekLogRoute:
    """A page of the log of a week."""

    monday: date | None = None
    """The Monday of the week; None for this week."""
    number: int | None = None
    """The question, from 0; None for where the person was."""


@dataclass(frozen=True)
class MonthRoute:
    """A look back on a month."""

    month: "Month"


@dataclass(frozen=True)
class MeetingRoute:
    """One meeting of the group."""

    meeting: str


@dataclass(frozen=True)
class TextRoute:
    """A person's own words to read, under a heading."""

    heading: str
    text: str


@dataclass(frozen=True)
class PictureRoute:
    """One picture over the whole screen."""

    picture: "Picture"


@dataclass(frozen=True)
class PreviewRoute:
    """What would leave, to the letter."""

    chosen: "Sequence[Entry]"
    """The entries; all of them leave, and nothing else."""
    by_marks: bool
    """Whether they are just what is marked to bring, which matters when the export is repeated."""
    kind: "DocumentKind | None" = None
    """What it becomes until another kind is chosen; None for the pieces as they are."""
    picture: str = ""
    """The id of the picture that is drawn from them, for that kind; empty for all that can be drawn."""
    asked: "Asked | None" = None
    """How the export was asked for that is made again; None for a new one."""


@dataclass(frozen=True)
class BackupRoute:
    """What is in one backup that is otherwise now."""

    backup: "Backup"
    line: str
    differs: "BackupDifference"


@dataclass(frozen=True)
class AskRoute:
    """Something to ask over the screen in front."""

    asking: Asking
    entry: str = ""
    """The entry that it is about, where it is about one."""


Route = (
    PlaceRoute
    | PageRoute
    | StepRoute
    | SessionEndRoute
    | ReadingRoute
    | HandbookRoute
    | TermsRoute
    | SearchRoute
    | EntryRoute
    | EntriesRoute
    | WriteRoute
    | WeekLogRoute
    | MonthRoute
    | MeetingRoute
    | TextRoute
    | PictureRoute
    | PreviewRoute
    | BackupRoute
    | AskRoute
)

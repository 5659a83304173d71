"""Looking back on a month: its own words, oldest first, and one question. The answer is an entry under ``STEP``."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from goedwerk_tui.base.clock import MONTHS, local
from goedwerk_tui.guidance.reminders.origin import AFTER_ALL, origin_between
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, Revision, State, Status, StepProgress

STEP = "terugkijken"
HINT = (
    "Kijk wie er steeds terugkomt, en over welk werk je niets schreef. Of neem één zin die je nu anders zou schrijven."
)
_OFFERED_UNTIL = 10
"""The day of the month until which the month before is offered."""
_LEAST = 3
"""With fewer entries there is not much to look back on."""


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year, in local time."""

    year: int
    number: int
    """From 1 for January."""

    @property
    def id(self) -> str:
        """Such as ‘2026-11’."""
        return f"{self.year:04}-{self.number:02}"

    @classmethod
    def of(cls, id: str) -> "Month | None":
        """Return the month with this id; None when it is none of a month."""
        try:
            return month_of(date.fromisoformat(f"{id}-01"))
        except ValueError:
            return None

    @property
    def title(self) -> str:
        """Such as ‘november 2026’."""
        return f"{MONTHS[self.number - 1]} {self.year}"

    @property
    def question(self) -> str:
        """What is asked of it."""
        return f"Dit schreef je in {MONTHS[self.number - 1]}. Wat zie je nu, wat je niet zag toen je het opschreef?"

    @property
    def begins(self) -> datetime:
        """The first moment that belongs to it."""
        return datetime(self.year, self.number, 1).astimezone()

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def previous(self) -> "Month":
        """The month before it."""
        return Month(self.year - (self.number == 1), (self.number - 2) % 12 + 1)


@dataclass(frozen=True)
class MonthPassage:
    """What was written of one entry in a month, as it was when the month ended."""

    entry: Entry
    revision: Revision


def month_of(day: date) -> Month:
    """Return the month of a day."""
    return Month(day.year, day.month)


def passages(journal: Journal, month: Month) -> tuple[MonthPassage, ...]:
    """Return what was written in a month, oldest first, without the answer to the look back on that month itself."""
    begins, ends = month.begins, month.next.begins
    found: list[MonthPassage] = []
    for entry in journal.newest_first():
        if entry.revisions[-1].at < begins or entry.created >= ends or not _counts(entry, month):
            continue
        within = [each for each in _sittings(entry) if begins <= each.at < ends]
        if within:
            found.append(MonthPassage(entry, within[-1]))
    return tuple(sorted(found, key=lambda each: each.revision.at))


def months(journal: Journal) -> tuple[tuple[Month, int], ...]:
    """Return the months in which anything was written, newest first, with how many entries. Slow in a large one."""
    count: Counter[Month] = Counter()
    for entry in journal.newest_first():
        in_months = {month_of(local(each.at).date()) for each in _sittings(entry)}
        count.update(month for month in in_months if _counts(entry, month))
    return tuple(sorted(count.items(), reverse=True))


def offered(journal: Journal, today: date, every: Every) -> Month | None:
    """Return the month to look back on, if it is to be offered: the one before, in the first ten days of the next.

    It is offered once. Opening it is enough: who looked and wrote nothing has seen it, and an offer that comes back
    after that would be a reminder. In the palette every month stays.

    Args:
        journal: what was written, and what was seen.
        today: the day, in local time.
        every: how often the person wants a question; who wants none is not offered this either.
    """
    month = month_of(today).previous
    if every is Every.NEVER or today.day > _OFFERED_UNTIL or _is_seen(journal, month):
        return None
    if journal.answers(STEP, month.id) or len(passages(journal, month)) < _LEAST:
        return None
    return month


def about(month: Month) -> str:
    """Return what Thuis says of a month that is offered."""
    return f"Terugkijken op {MONTHS[month.number - 1]}: wat je schreef, en één vraag"


def set_seen(journal: Journal, month: Month) -> None:
    """Offer a month no more: it was opened, or not wanted.

    Raises:
        SaveFailed: it could not be written.
    """
    if not _is_seen(journal, month):
        journal.set_progress(_key(month), StepProgress(Status.DONE, "", journal.now()))


def offer_again(journal: Journal, month: Month) -> None:
    """Take back that a month is offered no more.

    Raises:
        SaveFailed: it could not be written.
    """
    journal.set_progress(_key(month), StepProgress(Status.DONE, AFTER_ALL, journal.now()))


def _is_seen(journal: Journal, month: Month) -> bool:
    seen = journal.progress.get(_key(month))
    return seen is not None and seen.stop != AFTER_ALL


def origin_of(pack: str, month: Month) -> Origin:
    """Return the origin for what somebody sees in a month."""
    return origin_between(pack, STEP, f"Terugkijken op {month.title}", month.id, month.question)


def _key(month: Month) -> str:
    return f"{STEP}/{month.id}"


def _counts(entry: Entry, month: Month) -> bool:
    """Whether an entry belongs to the words of a month at all."""
    own = entry.origin is not None and (entry.origin.step, entry.origin.item) == (STEP, month.id)
    return entry.kind is not Kind.LOG and not own


def _sittings(entry: Entry) -> Iterator[Revision]:
    """Yield the revisions in which something was written. What only decides about an entry changes no words."""
    before: str | None = None
    for each in entry.revisions:
        if each.state is State.LIVE and each.text != before:
            yield each
        before = each.text

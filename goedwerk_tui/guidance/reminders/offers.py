"""What waits between the sessions: small things, in a fixed order, for Thuis and ‘goedwerk herinner’. Titles only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goedwerk_tui.guidance.reminders import intentions, meetings, month, week_log
from goedwerk_tui.guidance.reminders.again import due_again
from goedwerk_tui.guidance.reminders.on_this_day import on_this_day
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.guidance.words import about_waiting, how_many
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme import Pack


class OfferKind(StrEnum):
    """What can wait."""

    MEETING = "meeting"
    INTENTIONS = "intentions"
    WEEK_LOG = "week-log"
    MONTH = "month"
    AGAIN = "again"
    THEN = "then"


KEYS = {
    OfferKind.MEETING: "g",
    OfferKind.INTENTIONS: "h",
    OfferKind.WEEK_LOG: "l",
    OfferKind.MONTH: "k",
    OfferKind.AGAIN: "s",
    OfferKind.THEN: "t",
}
"""The key that takes each of them up on Thuis."""


@dataclass(frozen=True)
class Offer:
    """One thing that waits."""

    waiting: OfferKind
    words: str
    """What it is, in Dutch, without anything that a person wrote."""
    does: str
    """What taking it up is, in a word."""
    yields: str = ""
    """The part of the words that may be shortened where there is no room for all; empty where that is the end."""

    @property
    def key(self) -> str:
        """The key that takes it up on Thuis."""
        return KEYS[self.waiting]


def offers(journal: Journal, pack: Pack, today: date, every: Every) -> tuple[Offer, ...]:
    """Return what waits today. Nothing in it returns once it was taken up or put off.

    Args:
        journal: what was written and put off.
        pack: the programme.
        today: the day, in local time.
        every: how often the person wants a question.
    """
    return tuple(_offers(journal, pack, today, every))


def _offers(journal: Journal, pack: Pack, today: date, every: Every) -> Iterator[Offer]:
    if looking_back_on := meetings.about_working_up(journal, pack.programme, today):
        yield Offer(OfferKind.MEETING, looking_back_on, "bekijk")
    if due := len(intentions.due(journal, today)):
        yield Offer(OfferKind.INTENTIONS, about_waiting(due), "vertel")
    if week_log.is_due(journal, today, every):
        yield Offer(OfferKind.WEEK_LOG, week_log.ABOUT, "schrijf")
    if looking_back := month.offered(journal, today, every):
        yield Offer(OfferKind.MONTH, month.about(looking_back), "bekijk")
    if again := due_again(journal, pack, today):
        yield Offer(OfferKind.AGAIN, again[0].about, "bekijk", again[0].step.title)
    if then := sum(len(each.entries) for each in on_this_day(journal, today)):
        yield Offer(OfferKind.THEN, f"Op deze dag: {how_many(then, 'stuk', 'stukken')} van eerder", "bekijk")

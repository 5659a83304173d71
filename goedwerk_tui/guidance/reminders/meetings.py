"""Meetings of a group: which comes next, what to do before it, and the working up that is offered once after it.

A meeting has a day and may be about a session; everything else is worked out. That its working up was offered and put
aside, or taken up, stands in the table of progress under ``STEP`` with the meeting's id.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goedwerk_tui.base.clock import DAYS, local, long_date
from goedwerk_tui.guidance.progress import status_of
from goedwerk_tui.guidance.reminders.origin import AFTER_ALL
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.journal import Entry, Journal, Mark, Meeting, State, Status, StepProgress
from goedwerk_tui.programme.model import Programme, Session

STEP = "bijeenkomst"
"""What the keys in the table of progress begin with."""
OFFERED = timedelta(weeks=3)
"""How long its working up is offered, from the next day on: a meeting of today may still have to begin."""
_NEAR = 30
"""Days that are counted; what is further away is called by its date."""


@dataclass(frozen=True)
class GroupMeeting:
    """A meeting as it stands on some day."""

    meeting: Meeting
    number: int
    """The how manieth it is of all, by day; from 1."""
    session: Session | None
    """What it is about, if that is a session of the programme."""
    today: date

    @property
    def name(self) -> str:
        """Such as ‘Bijeenkomst 2’."""
        return f"Bijeenkomst {self.number}"

    @property
    def about(self) -> str:
        """The title of its session; empty when it is about none."""
        return self.session.title if self.session else ""

    @property
    def day(self) -> str:
        """Its day, as ‘maandag 30 november 2026’."""
        return f"{DAYS[self.meeting.day.weekday()]} {long_date(self.meeting.day)}"

    @property
    def days(self) -> int:
        """In how many days it is; less than 0 for one in the past."""
        return (self.meeting.day - self.today).days

    @property
    def when(self) -> str:
        """When it is, as a person says it: ‘over 6 dagen’."""
        near = {0: "vandaag", 1: "morgen", 2: "overmorgen", -1: "gisteren", -2: "eergisteren"}
        if self.days in near:
            return near[self.days]
        if abs(self.days) > _NEAR:
            return f"op {long_date(self.meeting.day)}"
        return f"over {self.days} dagen" if self.days > 0 else f"{-self.days} dagen geleden"

    @property
    def title(self) -> str:
        """Its name, and when it is if that says more than its day does: ‘Bijeenkomst 2 · over 6 dagen’."""
        return f"{self.name} · {self.when}" if abs(self.days) <= _NEAR else self.name

    @property
    def preparing(self) -> str:
        """The id of the step that prepares for it; empty when there is none."""
        return self.session.group.before if self.session and self.session.group else ""

    @property
    def working_up(self) -> str:
        """The id of the step that looks back on it; empty when there is none."""
        return self.session.group.after if self.session and self.session.group else ""


def all_meetings(journal: Journal, programme: Programme, today: date) -> tuple[GroupMeeting, ...]:
    """Return all meetings by day; those that were cancelled are not among them.

    Args:
        journal: where they are kept.
        programme: the outline, for the sessions that they are about.
        today: the day, in local time.
    """
    sessions = {session.id: session for session in programme.sessions}
    return tuple(
        GroupMeeting(each, number, sessions.get(each.session), today) for number, each in enumerate(journal.meetings, 1)
    )


def next_meeting(journal: Journal, programme: Programme, today: date) -> GroupMeeting | None:
    """Return the first meeting of today or later."""
    return next((each for each in all_meetings(journal, programme, today) if each.days >= 0), None)


def cancelled(journal: Journal) -> tuple[Meeting, ...]:
    """Return the meetings that were cancelled, by day."""
    gone = (Meeting(each.id, each.day, each.session) for each in journal.book.meetings.values() if not each.on)
    return tuple(sorted(gone, key=lambda each: (each.day, each.id)))


def to_prepare(meeting: GroupMeeting, journal: Journal) -> bool:
    """Say whether there is a step that prepares for the meeting and was not done yet."""
    return bool(meeting.preparing) and status_of(meeting.preparing, journal.progress) is not Status.DONE


def to_bring(journal: Journal) -> tuple[Entry, ...]:
    """Return what is marked to bring and may leave, newest first."""
    brought, never = journal.marked(Mark.BRING), journal.marked(Mark.NEVER_LEAVE)
    found = (journal.entries[each] for each in brought - never if each in journal.entries)
    live = (each for each in found if each.state is State.LIVE)
    return tuple(sorted(live, key=lambda each: (each.created, each.id), reverse=True))


def about_next(journal: Journal, programme: Programme, today: date) -> tuple[str, ...]:
    """Return lines about the next meeting for the place to start, titles only; none when there is no meeting.

    Such as ‘Bijeenkomst 2 · over 6 dagen’, ‘3 stukken om mee te nemen’.
    """
    coming = next_meeting(journal, programme, today)
    if coming is None:
        return ()
    brought = len(to_bring(journal))
    lines = [f"{coming.name} · {coming.when}"]
    if brought:
        lines.append(how_many(brought, "stuk om mee te nemen", "stukken om mee te nemen"))
    if to_prepare(coming, journal):
        lines.append("voorbereiding staat nog open")
    return tuple(lines)


def about_meeting(journal: Journal, programme: Programme, today: date) -> str:
    """Return a part of a sentence when a meeting of today or tomorrow is not prepared yet; else empty."""
    for each in all_meetings(journal, programme, today):
        if each.days in (0, 1) and to_prepare(each, journal):
            return f"{each.when} is er een bijeenkomst en de voorbereiding staat nog open"
    return ""


def to_work_up(journal: Journal, programme: Programme, today: date) -> GroupMeeting | None:
    """Return the latest meeting whose working up is to be offered now; None when there is none.

    It is offered from the day after the meeting, for three weeks, until its step was opened since the meeting or
    the offer was put aside.
    """
    offered = _to_work_up(journal, programme, today)
    return offered[-1] if offered else None


def about_working_up(journal: Journal, programme: Programme, today: date) -> str:
    """Return a sentence that offers to work up a meeting, for the place to start; empty when nothing is offered."""
    meeting = to_work_up(journal, programme, today)
    return f"{meeting.name} was {meeting.when}. Wat bleef hangen?" if meeting else ""


def put_aside(journal: Journal, programme: Programme, today: date) -> None:
    """Offer no more to work up the meetings that it is offered for now: it was taken up, or it need not be.

    Raises:
        SaveFailed: it could not be written.
    """
    for each in _to_work_up(journal, programme, today):
        journal.set_progress(_key(each.meeting), StepProgress(Status.DONE, "", journal.now()))


def offer_again(journal: Journal, meeting: Meeting) -> None:
    """Take back that it is no more offered to work a meeting up.

    Raises:
        SaveFailed: it could not be written.
    """
    journal.set_progress(_key(meeting), StepProgress(Status.DONE, AFTER_ALL, journal.now()))


def _to_work_up(journal: Journal, programme: Programme, today: date) -> Sequence[GroupMeeting]:
    past = (each for each in all_meetings(journal, programme, today) if each.days < 0)
    return [each for each in past if -each.days <= OFFERED.days and each.working_up and not _worked_up(each, journal)]


def _worked_up(meeting: GroupMeeting, journal: Journal) -> bool:
    aside = journal.progress.get(_key(meeting.meeting))
    if aside is not None and aside.stop != AFTER_ALL:
        return True
    opened = journal.progress.get(meeting.working_up)
    return opened is not None and local(opened.at).date() >= meeting.meeting.day


def _key(meeting: Meeting) -> str:
    return f"{STEP}/{meeting.id}"

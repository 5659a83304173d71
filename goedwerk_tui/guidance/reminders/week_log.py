"""Weekverslag: three questions at the end of a week. Each answer is an entry under ``STEP``, by week and question.

Weeks are those of ISO 8601, so that the days around New Year belong to one week.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from goedwerk_tui.base.clock import short_date
from goedwerk_tui.guidance.reminders.origin import origin_between
from goedwerk_tui.guidance.reminders.rhythm import Every, period
from goedwerk_tui.guidance.reminders.weeks import monday_of
from goedwerk_tui.journal import Journal, Origin

STEP = "weekverslag"
ABOUT = "Weekverslag: drie vragen over deze week"
"""What Thuis says of it."""
_THURSDAY, _WEDNESDAY = 3, 2


@dataclass(frozen=True)
class LogQuestion:
    """One of the three questions."""

    id: str
    text: str
    hint: str


QUESTIONS = (
    LogQuestion(
        "gebeurd",
        "Wat gebeurde er deze week dat ertoe deed, in je werk of door je werk?",
        "Loop je agenda terug tot maandag. Eén zin uit een overleg telt ook, of een telefoontje dat niet kwam.",
    ),
    LogQuestion(
        "gedaan",
        "Wat deed je toen zelf, of wat liet je?",
        "Schrijf op wat een collega had kunnen zien of horen, ook als je wachtte of niets zei.",
    ),
    LogQuestion(
        "meegenomen",
        "Wat neem je hiervan mee naar volgende week?",
        "Eén ding is genoeg. Noem de dag waarop het weer langskomt, of wie je ervoor nodig hebt.",
    ),
)


def is_due(journal: Journal, today: date, every: Every) -> bool:
    """Say whether to offer this week's log: from Thursday to Sunday, while nothing of it is written.

    Args:
        journal: where it is kept.
        today: the day, in local time.
        every: how often the person wants a question; who wants none is not offered this either.
    """
    return every is not Every.NEVER and today.weekday() >= _THURSDAY and not written(journal, monday_of(today))


def weeks_to_write(today: date) -> tuple[date, ...]:
    """Return the Mondays of the weeks that can be written about: this one, and until Wednesday the one before."""
    monday = monday_of(today)
    return (monday, monday - timedelta(days=7)) if today.weekday() <= _WEDNESDAY else (monday,)


def written(journal: Journal, monday: date) -> frozenset[str]:
    """Return the ids of the questions that were answered in the log of a week."""
    answered = {each.origin.item for each in journal.newest_first(step=STEP) if each.origin}
    return frozenset(each.id for each in QUESTIONS if _item(monday, each) in answered)


def first_open(journal: Journal, monday: date) -> int:
    """Return the number of the question to go on with, from 0: the first without an answer, else the first."""
    done = written(journal, monday)
    return next((number for number, each in enumerate(QUESTIONS) if each.id not in done), 0)


def origin_of(pack: str, monday: date, question: LogQuestion) -> Origin:
    """Return the origin for the answer to a question about a week."""
    return origin_between(pack, STEP, title(monday), _item(monday, question), question.text)


def page_of(item: str) -> tuple[date, int] | None:
    """Return the Monday of the week and the number of the question, from 0, that an answer's item names.

    None for an item that names none.
    """
    week, _, question = item.partition("/")
    ids = [each.id for each in QUESTIONS]
    try:
        return date.fromisoformat(f"{week}-1"), ids.index(question)
    except ValueError:
        return None


def title(monday: date) -> str:
    """Return what the log of a week is called: ‘Weekverslag, week 48’."""
    return f"Weekverslag, week {monday.isocalendar().week}"


def days(monday: date) -> str:
    """Return the days of a week: ‘23 tot en met 29 nov 2026’."""
    first, last = short_date(monday).split(), short_date(monday + timedelta(days=6)).split()
    while len(first) > 1 and first[-1] == last[len(first) - 1]:
        first.pop()
    return f"{' '.join(first)} tot en met {' '.join(last)}"


def _item(monday: date, question: LogQuestion) -> str:
    return f"{period(monday, Every.WEEK)}/{question.id}"

"""The time: kept in UTC, shown in the local zone and in Dutch."""

from datetime import UTC, date, datetime

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def utc_now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return an aware moment in the machine's own time zone; at the edges of the calendar, as it is."""
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return moment


def long_date(day: date) -> str:
    """Return a day as ‘24 november 2026’."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return a day as ‘24 nov 2026’."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def date_and_time(moment: datetime) -> str:
    """Return an aware moment as ‘dinsdag 24 november 2026, 9.05 uur’, in local time."""
    here = local(moment)
    return f"{DAYS[here.weekday()]} {long_date(here.date())}, {here.hour}.{here.minute:02} uur"

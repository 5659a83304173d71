"""Other times and places: a clock to be set by hand, and time zones."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from goedwerk_tui.journal import Journal

ZONES = ("UTC", "Europe/Amsterdam", "Pacific/Auckland", "America/St_Johns", "Pacific/Kiritimati")


class World:
    """A journal in memory with a clock to be set by hand."""

    def __init__(self, now: datetime = datetime(2026, 1, 5, 9, tzinfo=UTC)) -> None:
        self.now = now
        self.journal = Journal.in_memory(clock=lambda: self.now)

    @property
    def today(self) -> date:
        return self.now.astimezone().date()

    def go_to(self, day: date, hour: int = 12) -> None:
        """Set the clock to an hour of a local day."""
        self.now = datetime(day.year, day.month, day.day, hour).astimezone().astimezone(UTC)

    def wait(self, **time_passed: float) -> None:
        self.now += timedelta(**time_passed)


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """Be in a time zone for a while."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()

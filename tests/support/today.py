"""The day on which the tests live: never the real one."""

import os
from datetime import UTC, datetime
from pathlib import Path

import time_machine

A_TUESDAY = datetime(2026, 11, 24, 10, tzinfo=UTC)
"""A day on which nothing is offered but what a test itself asks for."""

_FROZEN = Path(__file__).parent / "frozen"


class Today:
    """The clock of this process, and of all that it starts."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment if moment.tzinfo else moment.astimezone()
        self._travel = time_machine.travel(self.moment, tick=True)
        self._clock = self._travel.start()
        # A clock set from outside (libfaketime) is one for all that is started: whoever is killed while holding it, or
        # ends and clears it away, stops or breaks every process after that. Each gets its own.
        os.environ.pop("FAKETIME_SHARED", None)
        os.environ["TESTS_LIVE_AT"] = self.moment.isoformat()
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_FROZEN), os.environ.get("PYTHONPATH")]))

    def begin_again(self) -> None:
        """Set the clock back to the moment at which every test begins."""
        self._clock.move_to(self.moment)

    def end(self) -> None:
        """Give the process the real clock back."""
        self._travel.stop()


def unfrozen() -> dict[str, str]:
    """The environment for a process that is asked what it loads: a day of its own would load more."""
    return {name: value for name, value in os.environ.items() if name != "TESTS_LIVE_AT"}


def on_this_clock() -> dict[str, str]:
    """The environment for a process that must wait well: without a clock that is set from outside (libfaketime).

    Under that a thread that waits for some seconds never wakes, Chromium hangs, and a standard output that was closed
    is open again: it takes the first number that is free.
    """
    return {name: each for name, each in os.environ.items() if not name.startswith(("LD_PRELOAD", "FAKETIME"))}

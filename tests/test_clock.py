"""No test sees the real day, in this process or in one that it starts; and the program asks one clock."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import goedwerk_tui

ASKS_THE_CLOCK = re.compile(r"datetime\.now\(|date\.today\(|\btime\.time\(|localtime\(\)")
AT_COLLECTION = datetime.now(UTC)


def day_of(config: pytest.Config) -> date:
    moment: Any = config.getoption("--day")
    return moment.astimezone().date()


def test_this_process_lives_on_the_day_of_the_tests(pytestconfig: pytest.Config) -> None:
    day = day_of(pytestconfig)
    assert date.today() == day
    assert AT_COLLECTION.astimezone().date() == day


def test_so_does_a_process_that_a_test_starts(pytestconfig: pytest.Config) -> None:
    program = "from goedwerk_tui.base.clock import local, utc_now; print(local(utc_now()).date())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(day_of(pytestconfig))


def test_only_the_clock_asks_what_time_it_is() -> None:
    root = Path(goedwerk_tui.__file__).parent
    asking = {
        str(file.relative_to(root)) for file in root.rglob("*.py") if ASKS_THE_CLOCK.search(file.read_text("utf-8"))
    }
    assert asking <= {"base/clock.py"}

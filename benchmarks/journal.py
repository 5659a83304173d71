"""How long the journal takes, and how long the keyboard waits meanwhile.

Run it from the repository: ``python benchmarks/journal.py [ENTRIES ...]``. Times are milliseconds, the median of the
repetitions; the disk is that of the temporary folder (``TMPDIR``).
"""

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.tui.workarounds.memory import without_walking

REPETITIONS = 15
SENTENCE = "De coördinatie van dit stuk liep anders dan ik had gedacht, en ik vroeg me af waarom ik zweeg. "
ORIGIN = Origin("nl", "vakmanschap", "leest-lekkerder", "wat-zie-je", "Vakmanschap", "Leest lekkerder", "Wat zie je?")


def fill(places: Places, entries: int) -> None:
    """Make a journal of so many entries, each about 1.2 KB in the file, by way of one inbox that is taken up."""
    from goedwerk_tui.journal.inbox import leave_note

    start = datetime(2016, 1, 1, tzinfo=UTC)
    for number in range(entries):
        moment = start + timedelta(hours=7 * number)
        leave_note(places, f"{number} " + SENTENCE * 8, kind=Kind.ANSWER, origin=ORIGIN, clock=lambda at=moment: at)
    Journal.open(places).take_inbox()


def median_ms(action: Callable[[], object], repetitions: int = REPETITIONS) -> float:
    """Return the median time of an action in milliseconds."""
    times: list[float] = []
    for _ in range(repetitions):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def longest_wait_ms(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long another thread waited at most, at the median and in the worst run, while the work was done.

    The other thread does what a screen does between keys: it wakes up every half millisecond for a moment. As in the
    app, garbage is not collected while the work is done.
    """

    def at_work() -> None:
        with without_walking():
            work()

    worst: list[float] = []
    for _ in range(REPETITIONS):
        worker = threading.Thread(target=at_work)
        longest = 0.0
        worker.start()
        while worker.is_alive():
            begin = time.perf_counter()
            time.sleep(0.0005)
            longest = max(longest, time.perf_counter() - begin - 0.0005)
        worker.join()
        worst.append(longest * 1000)
    return statistics.median(worst), max(worst)


def measure(entries: int) -> list[tuple[str, str]]:
    """Return what was measured on a journal of so many entries."""
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(environment={"GOEDWERK_HOME": folder})
        fill(places, entries)
        size = places.journal.stat().st_size / 1e6
        journal = Journal.open(places)
        some = journal.newest_first()[len(journal.entries) // 2].id
        drafts = Drafts(places.drafts)
        draft = Draft(key="stap/vraag", text=SENTENCE * 10, kind=Kind.ANSWER, at=datetime.now(UTC))
        texts = iter(range(10**9))
        rows = [
            ("file, MB", f"{size:.1f}"),
            ("open", f"{median_ms(lambda: Journal.open(places)):.1f}"),
            ("add", f"{median_ms(lambda: journal.add(Kind.NOTE, SENTENCE * 10)):.1f}"),
            ("change", f"{median_ms(lambda: journal.change(some, f'{next(texts)} {SENTENCE}')):.1f}"),
            ("draft", f"{median_ms(lambda: drafts.put(draft)):.1f}"),
            ("newest_first", f"{median_ms(journal.newest_first):.1f}"),
            ("fold for search, once", f"{median_ms(lambda: Journal.open(places).warm_search(), 3):.1f}"),
        ]
        journal.warm_search()
        rows.append(("find two words", f"{median_ms(lambda: journal.find('coordinatie zweeg')):.1f}"))
        for name, work in (
            ("keyboard waits: add", lambda: journal.add(Kind.NOTE, SENTENCE)),
            ("keyboard waits: open", lambda: Journal.open(places)),
            ("keyboard waits: fold", lambda: Journal.open(places).warm_search()),
        ):
            usual, worst = longest_wait_ms(work)
            rows.append((name, f"{usual:.1f} (worst {worst:.1f})"))
        return rows


def main() -> None:
    """Print a Markdown table with a column for each size."""
    sizes = [int(each) for each in sys.argv[1:]] or [100, 1_000, 10_000]
    columns = [dict(measure(size)) for size in sizes]
    print("| ms | " + " | ".join(f"{size:,} entries" for size in sizes) + " |")
    print("|---" * (len(sizes) + 1) + "|")
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(column[name] for column in columns) + " |")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()

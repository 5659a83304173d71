"""Whatever a power cut leaves of a run: the journal opens, and what was acknowledged is there."""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from support.crossing import in_part
from support.journals import Clock, files_under
from support.power_cut import Recorder, recording, replay

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, JournalUnreadable, Kind, Mark, State
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.doomed import finish_removing
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe, wipe_everything
from goedwerk_tui.journal.file import read_book, write_book
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import take_care
from goedwerk_tui.journal.relocation import keep_backups_in
from goedwerk_tui.journal.restoring import replace_unreadable, restore

VERSION_1 = Path(__file__).parent / "version-1.json"
DAMAGED = VERSION_1.read_bytes()[:-9]


class Promise(NamedTuple):
    """What must hold of a journal and its places after a power cut."""

    holds: Callable[[Journal, Places], bool]
    at_once: bool = True
    """Whether it must hold before the program has taken care of the journal."""
    afterwards: bool = True
    """Whether it must still hold when it has."""


CALLS = {"open": "name", "mkdir": "name", "write": "write", "fsync": "sync", "rename": "move", "unlink": "remove"}
"""What the system calls are called in a recording."""


def places_in(root: Path) -> Places:
    return find_places(environment={"GOEDWERK_HOME": str(root / "home")})


def is_there(entry_id: str, text: str, *, at_once: bool = True) -> Promise:
    """Return that the entry has this text among its revisions; ``at_once`` unless it stands in a copy."""

    def holds(journal: Journal, _: Places) -> bool:
        return text in {each.text for each in journal.entries[entry_id].revisions}

    return Promise(holds, at_once=at_once)


def is_drafted(text: str) -> Promise:
    """Return that a draft has this text."""
    return Promise(lambda _, places: text in {each.text for each in Drafts(places.drafts).all()})


def is_nowhere(text: str) -> Promise:
    """Return that no file of ours holds the text, once the program has been started again."""

    def holds(_: Journal, places: Places) -> bool:
        return all(text.encode() not in content for content in files_under(places.config.parent).values())

    return Promise(holds, at_once=False)


def has_the_original(_: Journal, places: Places) -> bool:
    """Return whether the journal is the original of version 1, or that is among the backups."""
    kept = [each.path.read_bytes() for each in Backups(places).list() if each.why is Why.OLDER_VERSION]
    return VERSION_1.read_bytes() in (places.journal.read_bytes(), *kept)


class Run:
    """A run that is recorded: what it does, and what it promises as soon as it has been acknowledged."""

    def __init__(self, recorder: Recorder) -> None:
        self.places = places_in(recorder.root)
        self.clock = Clock()
        self.recorder = recorder
        self._texts: dict[str, list[Promise]] = {}

    def open(self) -> Journal:
        # One begins to type in a journal that has nothing yet.
        return Journal.open(replace(self.places, begin_anew=True), clock=self.clock)

    def promise_text(self, entry_id: str, text: str, *, at_once: bool = True) -> None:
        promise = is_there(entry_id, text, at_once=at_once)
        self._texts.setdefault(entry_id, []).append(promise)
        self.recorder.promise(promise)

    def add(self, journal: Journal, text: str) -> str:
        entry = journal.add(Kind.NOTE, text)
        self.promise_text(entry.id, text)
        return entry.id

    def change(self, journal: Journal, entry_id: str, text: str) -> None:
        journal.change(entry_id, text)
        self.promise_text(entry_id, text)

    def forget(self, entry_id: str) -> None:
        """Hold to no promise about an entry from here on."""
        for each in self._texts.pop(entry_id):
            self.recorder.withdraw(each)


def write(run: Run) -> None:
    """Begin a journal, add, change, mark, trash."""
    journal = run.open()
    first = run.add(journal, "eerste")
    run.change(journal, first, "eerste, anders")
    second = run.add(journal, "tweede")
    journal.mark(second, Mark.BRING, True)
    journal.trash(second)
    run.recorder.promise(Promise(lambda journal, _: journal.entries[second].state is State.TRASH))
    run.add(run.open(), "derde")


def draft(run: Run) -> None:
    """Type, go on typing, and keep what was typed."""
    drafts = Drafts(run.places.drafts)
    for number in range(3):
        drafts.put(Draft(key="a", text=f"getypt {number}", kind=Kind.NOTE, at=run.clock()))
    last = is_drafted("getypt 2")
    run.recorder.promise(last)
    drafts.put(Draft(key="b", text="een ander", kind=Kind.NOTE, at=run.clock()))
    run.recorder.promise(is_drafted("een ander"))
    run.add(run.open(), "getypt 2")
    run.recorder.withdraw(last)
    drafts.clear("a")


def take_up(run: Run) -> None:
    """Leave notes, lay a copy beside the journal, and take all of it up at a start."""
    journal = run.open()
    run.add(journal, "stond er al")
    for number in range(3):
        note = leave_note(run.places, f"notitie {number}", clock=run.clock)
        run.promise_text(note.id, f"notitie {number}")
    copy = run.places.journal.with_name("dagboek-LAPTOP.json")
    write_book(copy, journal.book, OPEN_DISK)
    there = Journal.open(find_places(copy, {}), clock=run.clock)
    there_id = there.add(Kind.NOTE, "van de laptop").id
    run.promise_text(there_id, "van de laptop", at_once=False)
    take_care(run.open())


def rotate(run: Run) -> None:
    """Make and remove backups for some months, and put one back."""
    journal = run.open()
    entry_id = run.add(journal, "begin")
    for week in range(14):
        run.clock.now += timedelta(days=6)
        run.change(journal, entry_id, f"week {week}")
        Backups(run.places, clock=run.clock).rotate()
    restore(journal, Backups(run.places).list()[-1])


def bring_up_to_date(run: Run) -> None:
    """Open and save a journal of version 1, with all that comes with a start."""
    # The trash of that journal expired long ago: taking care wipes it, from the original as well.
    run.recorder.promise(Promise(has_the_original, afterwards=False))
    run.add(run.open(), "erbij")
    run.add(run.open(), "en nog een")


def forget_what_is_old(run: Run) -> None:
    """Wipe an entry of a journal of version 1, as the first thing that is saved."""
    journal = run.open()
    doomed = journal.newest_first(kinds=[Kind.VISION])[0]
    wipe(journal, [doomed.id])
    run.recorder.promise(is_nowhere(doomed.text))
    run.add(journal, "erbij")


def put_in_place(run: Run) -> None:
    """Put what was found in the place of a journal that can't be read; the file itself is kept."""
    book = read_book(VERSION_1, OPEN_DISK)
    replace_unreadable(run.places, book)
    run.recorder.promise(Promise(lambda journal, _: journal.book.entries == book.entries, afterwards=False))
    run.recorder.promise(
        Promise(lambda _, places: DAMAGED in {each.path.read_bytes() for each in Backups(places).list()})
    )


def move_backups(run: Run) -> None:
    """Choose another folder for backups."""
    journal = run.open()
    run.add(journal, "begin")
    made = [Backups(run.places, clock=run.clock).make(why) for why in (Why.DAY, Why.BEFORE_MERGE)]
    kept = {each.path.name for each in made if each}
    run.recorder.promise(Promise(lambda _, places: kept <= {each.path.name for each in Backups(places).list()}))
    keep_backups_in(journal, run.recorder.root / "schijf")


def forget(run: Run) -> None:
    """Wipe an entry with all that there is of it, and then everything."""
    journal = run.open()
    doomed, stays = run.add(journal, "geheim"), run.add(journal, "blijft")
    Backups(run.places, clock=run.clock).make(Why.DAY)
    Drafts(run.places.drafts).put(
        Draft(key=doomed, text="geheim concept", entry_id=doomed, kind=Kind.NOTE, at=run.clock())
    )
    run.forget(doomed)
    wipe(journal, [doomed])
    run.recorder.promise(is_nowhere("geheim"))
    run.forget(stays)
    journal.close()
    wipe_everything(run.places, journal_id=journal.id)
    run.recorder.promise(is_nowhere("blijft"))


def anything(run: Run, seed: int = 1, steps: int = 30) -> None:
    """Do whatever can be done, in any order."""
    chance = random.Random(seed)
    journal, drafts = run.open(), Drafts(run.places.drafts)
    for number in range(steps):
        # Less than thirty days together: what is in the trash stays there.
        run.clock.now += timedelta(hours=chance.randrange(20))
        ids = [each.id for each in journal.newest_first()]
        match chance.choice(("add", "change", "trash", "wipe", "note", "draft", "keep", "copy", "care", "back")):
            case "change" if ids:
                run.change(journal, chance.choice(ids), f"anders {number}")
            case "trash" if ids:
                journal.trash(chance.choice(ids))
            case "wipe" if ids:
                doomed = chance.choice(ids)
                run.forget(doomed)
                wipe(journal, [doomed])
            case "note":
                note = leave_note(run.places, f"notitie {number}", clock=run.clock)
                run.promise_text(note.id, f"notitie {number}")
                journal.refresh()
            case "draft":
                drafts.put(Draft(key="a", text=f"getypt {number}", kind=Kind.NOTE, at=run.clock()))
            case "keep":
                drafts.clear("a")
            case "copy" if journal.places and journal.places.journal.exists():
                copy = run.places.journal.with_name("dagboek-LAPTOP.json")
                write_book(copy, journal.book, OPEN_DISK)
                there = Journal.open(find_places(copy, {}), clock=run.clock).add(Kind.NOTE, f"van elders {number}")
                run.promise_text(there.id, f"van elders {number}", at_once=False)
                journal = run.open()
                take_care(journal)
            case "care":
                journal = run.open()
                take_care(journal)
            case "back" if found := Backups(run.places).list():
                restore(journal, chance.choice(found))
            case _:
                run.add(journal, f"tekst {number}")


RUNS = (
    write,
    draft,
    take_up,
    rotate,
    bring_up_to_date,
    forget_what_is_old,
    put_in_place,
    move_backups,
    forget,
)


def record(run: Callable[[Run], None], root: Path) -> Recorder:
    places = places_in(root)
    root.mkdir()
    if run in (bring_up_to_date, forget_what_is_old, put_in_place):
        places.journal.parent.mkdir()
        places.journal.write_bytes(DAMAGED if run is put_in_place else VERSION_1.read_bytes())
    with recording(root) as recorder:
        run(Run(recorder))
    return recorder


def check_in(root: Path) -> Callable[[list[Promise]], None]:
    """Return the check of one state: open the journal, take care of it, and hold it to what was promised."""

    def check(promises: list[Promise]) -> None:
        places = places_in(root)
        finish_removing(places)
        try:
            found = Journal.open(replace(places, begin_anew=True), read_only=True)
        except JournalUnreadable:
            # It was so before the run.
            assert places.journal.read_bytes() == DAMAGED and promises == []
            return
        assert all(each.holds(found, places) for each in promises if each.at_once)
        journal = Journal.open(replace(places, begin_anew=True), clock=Clock())
        assert take_care(journal).troubles == ()
        assert all(each.holds(journal, places) for each in promises if each.afterwards)
        assert not list(places.drafts.glob(".*")) and not list(places.journal.parent.glob(".dagboek.json*"))

    return check


def states_of(run: Callable[[Run], None], folder: Path) -> int:
    """Record a run and check every state that a power cut may leave; returns how many there are."""
    recorder = record(run, folder / "run")
    states = replay(recorder, check_in(recorder.root))
    print(f"{getattr(run, '__name__', 'anything')}: {len(recorder.operations)} operations, {states} states")
    return states


@pytest.mark.parametrize("run", in_part(RUNS, 5), ids=lambda run: run.__name__)
def test_in_every_state_the_journal_opens_and_what_was_promised_holds(
    run: Callable[[Run], None], tmp_path: Path
) -> None:
    assert states_of(run, tmp_path) > 10


def test_in_every_state_of_a_short_run_of_anything_too(tmp_path: Path) -> None:
    assert states_of(partial(anything, seed=2, steps=8), tmp_path) > 10


@pytest.mark.long
def test_a_hundred_runs_of_anything(tmp_path: Path) -> None:
    states = 0
    for seed in range(100):
        folder = tmp_path / str(seed)
        folder.mkdir()
        states += states_of(partial(anything, seed=seed), folder)
        shutil.rmtree(folder)
    print(f"together {states} states")


def without_syncing_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goedwerk_tui.base.files._sync_file", lambda _: None)


def without_syncing_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goedwerk_tui.base.files.sync_folder", lambda _: None)


def without_keeping_the_original(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Backups, "keep_original", lambda _: None)


@pytest.mark.parametrize(
    ("left_out", "run"),
    [
        (without_syncing_files, write),
        (without_syncing_files, draft),
        (without_syncing_folders, write),
        (without_syncing_folders, take_up),
        (without_syncing_folders, forget),
        (without_syncing_folders, bring_up_to_date),
        (without_keeping_the_original, bring_up_to_date),
    ],
)
def test_the_replay_notices_what_is_left_out(
    left_out: Callable[[pytest.MonkeyPatch], None],
    run: Callable[[Run], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left_out(monkeypatch)
    with pytest.raises((AssertionError, JournalUnreadable, KeyError)):
        states_of(run, tmp_path)


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
def test_the_recording_is_what_the_system_saw(tmp_path: Path) -> None:
    root, seen = tmp_path / "run", tmp_path / "strace.txt"
    root.mkdir()
    traced = ["strace", "-f", "-y", "-o", str(seen), "-e", "trace=%file,%desc"]
    script = Path(__file__).parents[1] / "support" / "processes" / "record_run.py"
    recorded = subprocess.run([*traced, sys.executable, script, root], capture_output=True, text=True, check=True)
    calls: list[str] = []
    for line in seen.read_text().splitlines():
        call = re.match(r"\d+\s+(\w+)\(", line)
        if call and f"{root}" in line and " = -1 " not in line:
            name = call[1].removesuffix("at2").removesuffix("at")
            if name != "open" or "O_CREAT" in line:
                calls.append(CALLS.get(name, name))
    expected = {"sync-folder": "sync"}
    found = [expected.get(each, each) for each in recorded.stdout.split() if each not in ("promise", "withdraw")]
    assert [each for each in calls if each in CALLS.values() or each.startswith("trunc")] == found

"""Two machines: merging loses nothing, whatever was done where and in which order it comes together."""

from contextlib import suppress
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.journals import START, Clock

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, Meeting, NoSuchEntry, State, Status, StepProgress
from goedwerk_tui.journal.book import Book, merge, stem
from goedwerk_tui.journal.entry import Revision
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.trouble import NeverLeaves

MACHINES = 3
ACTIONS = (
    "add",
    "change",
    "trash",
    "restore",
    "put back",
    "wipe",
    "empty the trash",
    "bring",
    "never",
    "skip",
    "progress",
    "meet",
    "cancel",
    "by hand",
    "sync",
)
Step = tuple[int, str, int, int]


def fork(journal: Journal, clock: Clock) -> Journal:
    """Return another machine's journal, with what this one has."""
    other = Journal.in_memory(clock=clock)
    other.merge(journal.book)
    return other


def write_by_hand(journal: Journal, entry: Entry, value: int) -> None:
    """Change the words of a revision where they stand, as an editor does in a file."""
    at = value % len(entry.revisions)
    words = msgspec.structs.replace(entry.revisions[at], text=f"met de hand {value}")
    changed = msgspec.structs.replace(entry, revisions=(*entry.revisions[:at], words, *entry.revisions[at + 1 :]))
    journal.store.save(lambda book: book.with_entries([changed]))


def record(journal: Journal, action: str, which: int, value: int) -> None:
    """Do one thing that is no writing."""
    match action:
        case "skip":
            journal.skip("stap", f"vraag-{which}", value % 2 == 0)
        case "progress":
            journal.set_progress("stap", StepProgress(list(Status)[value % 3], f"{value}", journal.now()))
            journal.set_position("stap", f"{value}")
        case "meet":
            journal.set_meeting(Meeting(f"bijeenkomst-{which}", date(2026, 11, 1 + value), "opening"))
        case _:
            journal.cancel_meeting(f"bijeenkomst-{which}")


def act(machines: list[Journal], step: Step) -> None:
    """Do one thing on one machine."""
    machine, action, which, value = step
    journal = machines[machine]
    ids = sorted(each.id for each in journal.entries.values() if each.state is not State.WIPED)
    if action == "add" or not ids:
        journal.add(Kind.NOTE, f"tekst {value}", id=f"stuk-{which}-{machine}-{value}")
        return
    entry = journal.entries[ids[which % len(ids)]]
    match action:
        case "change":
            journal.change(entry.id, f"anders {value}", data={"waarde": value} if value % 2 else None)
        case "by hand":
            write_by_hand(journal, entry, value)
        case "trash":
            journal.trash(entry.id)
        case "restore":
            journal.restore(entry.id)
        case "put back":
            journal.put_back(entry.id, entry.revisions[value % len(entry.revisions)].id)
        case "wipe":
            wipe(journal, [entry.id])
        case "empty the trash":
            wipe(journal, [each.id for each in journal.newest_first(state=State.TRASH)], emptied=True)
        case "bring" | "never":
            with suppress(NeverLeaves):
                journal.mark(entry.id, Mark.BRING if action == "bring" else Mark.NEVER_LEAVE, value % 2 == 0)
        case "skip" | "progress" | "meet" | "cancel":
            record(journal, action, which, value)
        case _:
            journal.merge(machines[value % len(machines)].book)


HISTORIES = st.lists(
    st.tuples(st.integers(0, MACHINES - 1), st.sampled_from(ACTIONS), st.integers(0, 5), st.integers(0, 9)),
    max_size=25,
)
SKEWS = st.lists(st.integers(-100_000, 100_000), min_size=MACHINES, max_size=MACHINES)


def check_history(history: list[Step], skews: list[int]) -> None:
    machines: list[Journal] = []
    for skew in skews:
        clock = Clock()
        clock.now = START + timedelta(seconds=skew)
        machines.append(Journal.in_memory(clock=clock))
    for step in history:
        act(machines, step)
    a, b, c = (each.book for each in machines)
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a
    together = merge(merge(a, b), c)
    for each in (a, b, c):
        assert merge(together, each) == together
    check_nothing_lost(together, (a, b, c))


def seen_by_deletions(revisions: list[Revision]) -> set[str]:
    """Return the ids of all that somebody saw who put the entry in the trash."""
    known = {each.id: each for each in revisions}
    seen = {id for each in revisions if each.state is State.TRASH for id in each.after}
    while more := {id for each in seen & known.keys() for id in known[each].after} - seen:
        seen |= more
    return seen


def check_nothing_lost(together: Book, parts: tuple[Book, ...]) -> None:
    graves = [(entry.id, each) for part in parts for entry in part.entries.values() for each in entry.revisions]
    wiped = {id for id, each in graves if each.state is State.WIPED and not each.is_emptying}
    emptied = {stem(id) for _, each in graves if each.is_emptying for id in each.after}
    for part in parts:
        for entry in part.entries.values():
            merged = together.entries[entry.id]
            left = [each for each in entry.revisions if stem(each.id) not in emptied]
            if entry.id in wiped:
                assert merged.state is State.WIPED and merged.origin is None
                assert [(each.text, each.data) for each in merged.revisions] == [("", None)]
                assert not any(each.entry == entry.id for each in together.marks.values())
            else:
                words = [(each.text, each.data) for each in merged.revisions]
                assert all((each.text, each.data) in words for each in left)
                assert {each.id for each in left} <= {each.id for each in merged.revisions}
                assert all(stem(each.id) not in emptied for each in merged.revisions)
                written = [each for each in merged.revisions if each.state is not State.WIPED]
                assert merged.standing.revisions == tuple(written or merged.revisions)
                assert (merged.state is State.WIPED) is not bool(written)
                deleted = seen_by_deletions(written)
                unseen = [each for each in written if each.state is State.LIVE and each.id not in deleted]
                assert not unseen or (merged.state, merged.text) == (State.LIVE, unseen[-1].text)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES, SKEWS)
def test_merging_is_commutative_associative_idempotent_and_loses_nothing(history: list[Step], skews: list[int]) -> None:
    check_history(history, skews)


@pytest.mark.long
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES, SKEWS)
def test_ten_thousand_histories(history: list[Step], skews: list[int]) -> None:
    check_history(history, skews)


def test_edits_on_both_sides_are_both_kept_and_the_later_is_shown() -> None:
    clock = Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "begin")
    there = fork(here, clock)
    here.change(entry.id, "van hier")
    there.change(entry.id, "van daar")
    assert here.merge(there.book)
    assert [each.text for each in here.entries[entry.id].revisions] == ["begin", "van hier", "van daar"]
    assert here.entries[entry.id].text == "van daar"
    assert not here.merge(there.book)


@pytest.mark.parametrize("hours", [-48, 48])
def test_an_edit_beats_a_deletion_whatever_the_clocks_say(hours: int) -> None:
    clock, other = Clock(), Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "begin")
    other.now = START + timedelta(hours=hours)
    there = fork(here, other)
    there.change(entry.id, "doorgeschreven")
    here.trash(entry.id)
    here.merge(there.book)
    there.merge(here.book)
    for journal in (here, there):
        assert journal.entries[entry.id].state is State.LIVE
        assert journal.entries[entry.id].text == "doorgeschreven"
    here.trash(entry.id)
    there.merge(here.book)
    assert there.entries[entry.id].state is State.TRASH


def test_what_both_deleted_stays_deleted_and_a_restore_counts_as_an_edit() -> None:
    clock = Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "begin")
    there = fork(here, clock)
    here.trash(entry.id)
    there.trash(entry.id)
    here.merge(there.book)
    assert here.entries[entry.id].state is State.TRASH
    there.restore(entry.id)
    here.merge(there.book)
    assert here.entries[entry.id].state is State.LIVE


def test_what_was_wiped_does_not_come_back_from_another_machine() -> None:
    clock = Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "begin")
    here.mark(entry.id, Mark.BRING, True)
    there = fork(here, clock)
    there.change(entry.id, "doorgeschreven")
    wipe(here, [entry.id])
    for journal, other in ((here, there), (there, here)):
        journal.merge(other.book)
        assert journal.entries[entry.id].state is State.WIPED
        assert journal.marked(Mark.BRING) == frozenset()
        with pytest.raises(NoSuchEntry):
            journal.change(entry.id, "nee")
        new = journal.add(Kind.NOTE, "toch geschreven", id=entry.id)
        assert new.id != entry.id and new.text == "toch geschreven"


def test_a_journal_keeps_its_id_when_another_is_merged_into_it() -> None:
    clock = Clock()
    journals = [Journal.in_memory(clock=clock) for _ in range(2)]
    journals[1].add(Kind.NOTE, "van een ander dagboek")
    own = journals[0].id
    journals[0].merge(journals[1].book)
    assert journals[0].id == own
    assert len(journals[0].entries) == 1


@pytest.mark.parametrize("by_hand", ["Aap", "Zus"])
def test_words_changed_by_hand_while_a_window_is_open_stand_beside_those_of_the_window(
    places: Places, by_hand: str
) -> None:
    window = Journal.open(places)
    entry = window.add(Kind.NOTE, "Lazuurkat")
    places.journal.write_text(places.journal.read_text("utf-8").replace("Lazuurkat", by_hand), "utf-8")
    window.add(Kind.NOTE, "nog iets")
    window.close()
    (kept,) = (each for each in Journal.open(places, read_only=True).newest_first() if each.id == entry.id)
    assert {each.text for each in kept.revisions} == {"Lazuurkat", by_hand}


def test_what_was_wiped_does_not_come_back_as_words_beside_those_changed_by_hand() -> None:
    clock = Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "geheim Lazuurkat")
    there, third = fork(here, clock), fork(here, clock)
    write_by_hand(there, there.entries[entry.id], 1)
    there.merge(third.book)
    assert len(there.entries[entry.id].revisions) == 2
    wipe(here, [entry.id])
    there.merge(here.book)
    assert there.entries[entry.id].state is State.WIPED
    assert "Lazuurkat" not in str(there.book)


@pytest.mark.parametrize("hours", [-48, 48])
@pytest.mark.parametrize("doing", ["restore", "change"])
def test_what_is_put_back_or_written_in_beats_an_emptied_trash_whatever_the_clocks_say(hours: int, doing: str) -> None:
    clock, other = Clock(), Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "begin")
    here.mark(entry.id, Mark.NEVER_LEAVE, True)
    here.trash(entry.id)
    other.now = START + timedelta(hours=hours)
    there, third = fork(here, other), fork(here, other)
    if doing == "restore":
        there.restore(entry.id)
    else:
        there.change(entry.id, "begin, en verder")
    text = there.entries[entry.id].text
    wipe(here, [entry.id], emptied=True)
    for journal in (here, third, there):
        journal.merge(here.book)
        journal.merge(there.book)
        assert (journal.entries[entry.id].state, journal.entries[entry.id].text) == (State.LIVE, text)
        assert [each.text for each in journal.entries[entry.id].revisions] == [text]
        assert journal.marked(Mark.NEVER_LEAVE) == {entry.id}
    there.trash(entry.id)
    wipe(there, [entry.id], emptied=True)
    here.merge(there.book)
    third.merge(here.book)
    assert here.entries[entry.id].state is third.entries[entry.id].state is State.WIPED
    assert "begin" not in str(here.book) and "begin" not in str(third.book)


def test_what_somebody_wiped_stays_wiped_though_it_was_put_back_after_a_trash_was_emptied() -> None:
    clock = Clock()
    here = Journal.in_memory(clock=clock)
    entry = here.add(Kind.NOTE, "begin")
    here.trash(entry.id)
    there = fork(here, clock)
    there.restore(entry.id)
    wipe(here, [entry.id], emptied=True)
    here.merge(there.book)
    third = fork(here, clock)
    wipe(here, [entry.id])
    for journal in (third, there):
        journal.merge(here.book)
        assert "begin" not in str(journal.book)

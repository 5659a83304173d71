"""A file that holds another journal than the open one is never written to, whatever is done and however often."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from support.journals import Clock

from goedwerk_tui.base.disk import OPEN_DISK
from goedwerk_tui.base.files import WriteFailed
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.journal.backup import Why
from goedwerk_tui.journal.backups import Backups
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.copies import take_up_copies
from goedwerk_tui.journal.erasure import empty_trash, wipe, wipe_everything
from goedwerk_tui.journal.file import book_as_bytes, write_book
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.maintenance import look_again, take_care
from goedwerk_tui.journal.restoring import replace_unreadable, restore

OTHER = book_as_bytes(Book("een-ander-dagboek"), OPEN_DISK)


def _first(journal: Journal) -> str:
    return journal.newest_first()[0].id


DONE: dict[str, Callable[[Journal], object]] = {
    "add": lambda journal: journal.add(Kind.NOTE, "meer"),
    "change": lambda journal: journal.change(_first(journal), "anders"),
    "trash": lambda journal: journal.trash(_first(journal)),
    "mark": lambda journal: journal.mark(_first(journal), Mark.BRING, True),
    "position": lambda journal: journal.set_position("stap", "vraag"),
    "together": lambda journal: journal.apply(lambda each: each.set_position("stap", "vraag")),
    "merge": lambda journal: journal.merge(Book("derde").with_entries(journal.book.live)),
    "wipe": lambda journal: wipe(journal, [_first(journal)]),
    "empty the trash": empty_trash,
    "inbox": Journal.take_inbox,
    "refresh": Journal.refresh,
    "copies": take_up_copies,
    "care": take_care,
    "look again": look_again,
    "restore": lambda journal: restore(journal, Backups(journal.places).list()[0]),  # pyright: ignore[reportArgumentType]
    "rescue": lambda journal: replace_unreadable(journal.places, journal.book),  # pyright: ignore[reportArgumentType]
    "keep memory": Journal.keep_what_the_file_lacks,
    "wipe everything": lambda journal: wipe_everything(journal.places, journal_id=journal.id),  # pyright: ignore[reportArgumentType]
}


@pytest.mark.parametrize("done", DONE)
def test_it_is_never_written_to(places: Places, done: str) -> None:
    journal = Journal.open(places, clock=Clock())
    journal.add(Kind.NOTE, "eigen woorden")
    Backups(places).make(Why.DAY)
    leave_note(places, "in de inbox")
    places.journal.write_bytes(OTHER)
    for _ in range(3):
        with suppress(Trouble):
            DONE[done](journal)
        assert places.journal.read_bytes() == OTHER
    assert "eigen woorden" in {each.text for each in journal.newest_first(state=None)}


def test_it_goes_on_when_the_own_one_is_back(places: Places) -> None:
    journal = Journal.open(places)
    journal.add(Kind.NOTE, "eerst")
    own = places.journal.read_bytes()
    places.journal.write_bytes(OTHER)
    with pytest.raises(Trouble, match="een ander dagboek"):
        journal.add(Kind.NOTE, "tussendoor")
    places.journal.write_bytes(own)
    journal.add(Kind.NOTE, "erna")
    assert {each.text for each in Journal.open(places).newest_first()} == {"eerst", "erna"}


def test_backups_of_another_journal_are_not_rotated_away(places: Places) -> None:
    clock = Clock()
    places.backups_beside.mkdir(parents=True)
    kept = Backups(places, clock=clock)
    for number in range(12):
        clock.now = clock.now.replace(day=number + 1)
        Journal.open(places, clock=clock).add(Kind.NOTE, f"dag {number}")
        kept.rotate()
    before = {each.path for each in kept.list()}
    places.journal.write_bytes(OTHER)
    assert kept.rotate() is not None
    clock.now = clock.now.replace(month=12)
    assert before <= {each.path for each in kept.list()}


def test_a_file_that_came_meanwhile_is_not_written_over(places: Places) -> None:
    path = places.journal
    write_book(path, Book("eerste"), OPEN_DISK)
    with pytest.raises(WriteFailed):
        write_book(path, Book("tweede"), OPEN_DISK)
    with pytest.raises(WriteFailed):
        write_book(path, Book("tweede"), OPEN_DISK, over=b"iets anders")
    write_book(path, Book("tweede"), OPEN_DISK, over=path.read_bytes())

"""The journal through its door: what is written, changed, thrown away and found again."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals import START, STRANGE_TEXTS, Clock, files_under

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import (
    Journal,
    JournalReadOnly,
    Kind,
    Mark,
    NoSuchEntry,
    Origin,
    Position,
    State,
    Status,
    StepProgress,
)

ORIGIN = Origin("nl", "vakmanschap", "leest-lekkerder", "wat-zie-je", "Vakmanschap", "Leest lekkerder", "Wat zie je?")


def test_a_new_journal_leaves_no_trace_until_something_is_written(places: Places) -> None:
    journal = Journal.open(places)
    assert journal.entries == {}
    journal.take_inbox()
    journal.skip("stap", "vraag", on=False)
    journal.refresh()
    journal.close()
    assert not places.journal.parent.exists()


def test_what_was_written_is_there_when_the_journal_is_opened_again(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    written = journal.add(Kind.ANSWER, "Ik zie een druk.", origin=ORIGIN, data={"keuze": ["a", 1, 2.5, None, True]})
    journal.close()
    again = Journal.open(places)
    assert again.id == journal.id
    assert again.entries == {written.id: written}
    assert written.created == written.changed == START + timedelta(minutes=1)
    assert written.origin == ORIGIN
    assert places.journal.stat().st_mode & 0o777 == 0o600
    assert places.journal.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", STRANGE_TEXTS)
def test_strange_text_is_kept_as_it_is(places: Places, name: str) -> None:
    text = STRANGE_TEXTS[name]
    entry = Journal.open(places).add(Kind.NOTE, text, data={"waarde": text, text: [text]})
    found = Journal.open(places).entries[entry.id]
    assert found.text == clean(text)
    assert found.data == {"waarde": clean(text), clean(text): [clean(text)]}


@given(text=st.text(st.characters()), value=st.text(st.characters()))
def test_any_text_is_kept_but_for_what_can_not_be_written(text: str, value: str) -> None:
    journal = Journal.in_memory()
    entry = journal.add(Kind.NOTE, text, data={"x": value})
    assert journal.entries[entry.id].text == clean(text)
    assert journal.entries[entry.id].data == {"x": clean(value)}


def test_lone_surrogates_and_control_characters_are_left_out(places: Places) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "voor\ud800 \x00\x1b[31mna", data={"\udfff": "\ud83d!"})
    found = Journal.open(places).entries[entry.id]
    assert found.text == "voor [31mna"
    assert found.data == {"": "!"}


def test_a_change_is_a_new_revision_and_nothing_is_lost(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    entry = journal.add(Kind.CHOICE, "eerst", data={"optie": "bellen"})
    changed = journal.change(entry.id, "later")
    assert [each.text for each in changed.revisions] == ["eerst", "later"]
    assert changed.data == {"optie": "bellen"}
    assert changed.created < changed.changed
    before = places.journal.read_bytes()
    assert journal.change(entry.id, "later") == changed
    assert places.journal.read_bytes() == before
    assert Journal.open(places).entries[entry.id] == changed


def test_a_clock_that_is_set_back_hides_nothing(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    entry = journal.add(Kind.NOTE, "eerst")
    journal.set_position("a", "1")
    clock.now = START - timedelta(days=400)
    assert journal.change(entry.id, "later").text == "later"
    journal.set_position("b", "2")
    again = Journal.open(places)
    assert again.entries[entry.id].text == "later"
    assert again.position is not None and again.position.step == "b"


def test_trash_and_back(places: Places) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "weg ermee")
    assert journal.trash(entry.id).state is State.TRASH
    assert journal.newest_first() == ()
    assert [each.text for each in Journal.open(places).newest_first(state=State.TRASH)] == ["weg ermee"]
    assert journal.restore(entry.id).state is State.LIVE
    assert [each.id for each in Journal.open(places).newest_first()] == [entry.id]
    journal.trash(entry.id)
    assert journal.change(entry.id, "toch niet").state is State.LIVE


def test_an_earlier_revision_can_be_put_back(places: Places) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "eerst", data={"a": 1})
    journal.change(entry.id, "later", data={"a": 2})
    back = journal.put_back(entry.id, entry.newest.id)
    assert (back.text, back.data) == ("eerst", {"a": 1})
    assert [each.text for each in back.revisions] == ["eerst", "later", "eerst"]
    assert journal.put_back(entry.id, entry.newest.id) == back
    with pytest.raises(NoSuchEntry):
        journal.put_back(entry.id, "onbekend")


def test_an_unknown_entry_is_said_in_dutch() -> None:
    journal = Journal.in_memory()
    for attempt in (journal.trash, journal.restore, lambda each: journal.change(each, "x")):
        with pytest.raises(NoSuchEntry, match="‘onbekend’"):
            attempt("onbekend")
    with pytest.raises(NoSuchEntry):
        journal.mark("onbekend", Mark.BRING, True)


def test_trying_again_with_the_same_id_does_not_double(places: Places) -> None:
    journal = Journal.open(places)
    first = journal.add(Kind.NOTE, "tekst", id="mijn-id")
    assert journal.add(Kind.NOTE, "tekst", id="mijn-id") == first
    assert [each.text for each in journal.add(Kind.NOTE, "anders", id="mijn-id").revisions] == ["tekst", "anders"]
    assert len(Journal.open(places).entries) == 1


def test_entries_by_place_kind_and_time(clock: Clock) -> None:
    journal = Journal.in_memory(clock=clock)
    first = journal.add(Kind.ANSWER, "een", origin=ORIGIN)
    note = journal.add(Kind.NOTE, "twee")
    second = journal.add(Kind.ANSWER, "drie", origin=ORIGIN)
    first = journal.change(first.id, "een, later veranderd")
    assert journal.newest_first() == (second, note, first)
    assert journal.newest_first(session="vakmanschap") == (second, first)
    assert journal.newest_first(step="elders") == ()
    assert journal.newest_first(kinds={Kind.NOTE}) == (note,)
    assert journal.answers("leest-lekkerder", "wat-zie-je") == (second, first)
    assert journal.answers("leest-lekkerder", "anders") == ()


def test_finding_words(clock: Clock) -> None:
    journal = Journal.in_memory(clock=clock)
    answer = journal.add(Kind.ANSWER, "De coördinatie was ZOEK bij Ömer", origin=ORIGIN)
    note = journal.add(Kind.NOTE, "[b] 👩🏽‍💻 straße")
    journal.warm_search()
    assert journal.find("coordinatie omer") == (answer,)
    assert journal.find("COÖRDINATIE zie lekkerder VAKMANSCHAP") == (answer,)
    assert journal.find("coordinatie straat") == ()
    assert journal.find("STRASSE") == (note,)
    assert journal.find("[b]") == (note,)
    assert journal.find("  ") == (note, answer)
    assert journal.find("ordin", session="opening") == ()
    journal.change(note.id, "iets heel anders")
    assert journal.find("straße") == ()
    journal.trash(answer.id)
    assert journal.find("zoek") == ()
    assert [each.id for each in journal.find("zoek", state=State.TRASH)] == [answer.id]


def test_marks_skips_progress_and_position(places: Places, clock: Clock) -> None:
    journal = Journal.open(places, clock=clock)
    entry = journal.add(Kind.NOTE, "tekst")
    other = journal.add(Kind.NOTE, "geheim")
    journal.mark(entry.id, Mark.BRING, True)
    journal.mark(other.id, Mark.BRING, True)
    journal.mark(other.id, Mark.BRING, False)
    journal.mark(other.id, Mark.NEVER_LEAVE, True)
    journal.skip("stap", "vraag")
    journal.skip("stap", "andere")
    journal.skip("stap", "andere", on=False)
    journal.set_progress("stap", StepProgress(Status.STARTED, "vraag", clock()))
    journal.set_progress("stap", StepProgress(Status.DONE, "eind", clock()))
    journal.set_position("stap", "eind")
    for each in (journal, Journal.open(places)):
        assert each.marked(Mark.BRING) == {entry.id}
        assert each.marked(Mark.NEVER_LEAVE) == {other.id}
        assert each.skipped("stap") == {"vraag"}
        assert each.skipped("onbekend") == frozenset()
        assert each.progress["stap"].status is Status.DONE
        assert each.position == Position("stap", "eind", clock.now)


def test_in_memory_touches_no_disk(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.open", lambda *_, **__: pytest.fail("the disk was touched"))
    journal = Journal.in_memory()
    entry = journal.add(Kind.NOTE, "vluchtig")
    journal.change(entry.id, "anders")
    journal.mark(entry.id, Mark.BRING, True)
    assert journal.take_inbox() == ()
    assert journal.refresh() is False
    assert journal.places is None
    assert [each.text for each in journal.find("anders")] == ["anders"]


def test_a_read_only_journal_reads_and_refuses_to_write(places: Places) -> None:
    writer = Journal.open(places)
    entry = writer.add(Kind.NOTE, "tekst")
    before = files_under(places.journal.parent)
    reader = Journal.open(places, read_only=True)
    assert reader.read_only
    with pytest.raises(JournalReadOnly, match="alleen lezen"):
        reader.add(Kind.NOTE, "nee")
    with pytest.raises(JournalReadOnly):
        reader.trash(entry.id)
    assert reader.entries == {entry.id: entry}
    assert files_under(places.journal.parent) == before
    writer.change(entry.id, "nieuwer")
    assert reader.refresh() is True
    assert reader.entries[entry.id].text == "nieuwer"
    assert reader.refresh() is False


def test_a_reader_keeps_what_it_was_reading_while_something_is_written() -> None:
    journal = Journal.in_memory()
    journal.add(Kind.NOTE, "een")
    entries, order = journal.entries, journal.newest_first()
    journal.add(Kind.NOTE, "twee")
    assert len(entries) == len(order) == 1
    assert len(journal.entries) == 2

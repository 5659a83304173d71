"""What was written later in a piece that another machine wiped stays as it was typed, word for word."""

import shutil
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.command_line import run

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.additions import added_to
from goedwerk_tui.journal.book import Book, tombstone
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.entry import Revision, State
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.journal.wiped_elsewhere import merge_with_unseen

WIPED = "Ik wil dit niet bij de directie zeggen."
LATER = "Morgen ga ik dit wel bij Anja zeggen, en ik ga niet akkoord."
BELOW = "En dit wil ik.\n\nBij haar."


@pytest.fixture
def there(tmp_path: Path) -> Places:
    """The journal on another machine."""
    folder = tmp_path / "ander"
    folder.mkdir()
    return find_places(folder / "dagboek.json")


def _both(places: Places, there: Places, text: str, kind: Kind = Kind.NOTE) -> Entry:
    journal = Journal.open(places)
    entry = journal.add(kind, text)
    journal.close()
    shutil.copy(places.journal, there.journal)
    return entry


def _go_on(places: Places, entry: Entry, text: str, *, drafted: bool) -> None:
    """Write another text over that of an entry, and keep it or be cut short."""
    if not drafted:
        Journal.open(places).change(entry.id, text)
        return
    draft = Draft(
        key=entry.id,
        text=text,
        entry_id=entry.id,
        base_revision=entry.newest.id,
        base_text=entry.newest.text,
        kind=entry.kind,
        at=entry.newest.at,
    )
    Drafts.of(places).put(draft)


@pytest.mark.parametrize("by", ["who wrote on", "who wrote on, in a draft", "who wiped"])
@pytest.mark.parametrize(
    ("now", "kept"),
    [
        (f"{WIPED} {LATER}", LATER),
        (f"{LATER} {WIPED}", LATER),
        (f"{LATER}\n{WIPED}\n{BELOW}", f"{LATER}\n{BELOW}"),
        (
            "Ik wil dit toch wel bij Anja zeggen, niet bij de rest, en dan gaan.",
            "Ik wil dit toch wel bij Anja zeggen, niet bij de rest, en dan gaan.",
        ),
        ("Bij de directie wil ik niet zeggen: dit.", "Bij de directie wil ik niet zeggen: dit."),
        ("Niet zeggen wil ik bij Anja. Ik zwijg.", "Niet zeggen wil ik bij Anja. Ik zwijg."),
        (f"{WIPED} Ik zei: wil dit niet bij de directie. Klaar.", "Ik zei: … Klaar."),
    ],
)
def test_a_later_sentence_comes_out_whole(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places, now: str, kept: str, by: str
) -> None:
    entry = _both(places, there, WIPED)
    _go_on(places, entry, now, drafted=by.endswith("draft"))
    copy = shutil.copy(places.journal, there.journal.parent.with_suffix(".json"))
    wipe(Journal.open(there), [entry.id])
    into, brought = (there, copy) if by == "who wiped" else (places, there.journal)
    code, out, _ = run(capsys, "samenvoegen", "--journal", str(into.journal), str(brought))
    assert code == 0 and ("1 stuk erbij" if by == "who wiped" else "is er nog, als 1 notitie") in out
    assert [each.text for each in Journal.open(into, read_only=True).newest_first()] == [kept]


def test_a_line_that_was_added_to_an_exercise_keeps_its_words_whatever_the_programme_asks(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places
) -> None:
    asked = "Wat kun je zelf doen om de derde kracht te versterken?"
    entry = _both(places, there, f"Anja: helpt.\n{asked} Bellen.", Kind.EXERCISE)
    line = "Ik wil de derde kracht te versterken geven aan wie kun je zelf doen zegt."
    _go_on(places, entry, f"Anja: helpt.\n{line}\n{asked} Bellen.", drafted=False)
    wipe(Journal.open(there), [entry.id])
    assert run(capsys, "samenvoegen", str(there.journal))[0] == 0
    assert [each.text for each in Journal.open(places, read_only=True).newest_first()] == [line]


def test_a_line_of_the_programmes_words_alone_stays(
    capsys: pytest.CaptureFixture[str], places: Places, there: Places
) -> None:
    asked = "Wat kun je zelf doen om de derde kracht te versterken?"
    entry = _both(places, there, f"Anja: helpt.\n{asked} Bellen.", Kind.EXERCISE)
    _go_on(places, entry, f"Anja: helpt.\nZelf doen.\n{asked} Mailen.", drafted=False)
    wipe(Journal.open(there), [entry.id])
    assert run(capsys, "samenvoegen", str(there.journal))[0] == 0
    (note,) = (each.text for each in Journal.open(places, read_only=True).newest_first())
    assert note.startswith("Zelf doen.\n") and note.endswith("Mailen.") and "Anja" not in note


@pytest.mark.parametrize(
    "now",
    [
        "Bel Els.\nBel Anja over de brief.",
        "BEL ANJA! Bel Els",
        "Bel Anja. Bel Els.",
        "Els.",
    ],
    ids=["other order", "capitals", "fewer words", "one word"],
)
def test_sentences_in_another_order_or_with_words_left_out_add_nothing(now: str) -> None:
    assert added_to(["Bel Anja over de brief.\nBel Els."], now) == ""


_OLD = st.lists(st.sampled_from(["ik", "niet", "wel", "zeg", "dit", "morgen", "Anja"]), min_size=1, max_size=9)
_ADDED = st.lists(st.sampled_from(["ik", "niet", "wel", "zeg", "dit", "later", "Els"]), min_size=1, max_size=9)


@given(_OLD, _ADDED, st.integers(0, 9), st.sampled_from([" ", "\n", "\n\n"]))
def test_whatever_is_inserted_anywhere_comes_out_whole(old: list[str], added: list[str], at: int, between: str) -> None:
    rows = {tuple(old[each : each + 4]) for each in range(len(old) - 3)}
    assume(not any(tuple(added[each : each + 4]) in rows for each in range(len(added) - 3)))
    parts = (" ".join(old[:at]), " ".join(added), " ".join(old[at:]))
    first = Revision("a" * 32, utc_now(), " ".join(old))
    later = Revision("b" * 32, utc_now(), between.join(filter(None, parts)), after=(first.id,))
    seen, went_on = (Entry("e" * 32, Kind.NOTE, None, each) for each in ((first,), (first, later)))
    grave = tombstone(seen, utc_now())
    merged = merge_with_unseen(Book("j", {seen.id: went_on}), Book("j", {seen.id: grave}))
    (note,) = (each for each in merged.entries.values() if each.state is not State.WIPED)
    assert " ".join(added) in " ".join(note.text.split())


@pytest.mark.parametrize("copied", ["Bravo-notitie met-kwikzilver", "Bravo notitie met\u2011kwik\u00adzilver"])
def test_words_that_were_joined_in_copying_are_the_same_words(copied: str) -> None:
    wiped = "Bravo notitie met kwikzilver en lantaarn"
    added = added_to([wiped], f"{wiped}\nMorgen begin ik anders. {copied} hoort daar niet bij.")
    assert "kwik" not in added and "Morgen begin ik anders." in added and "hoort daar niet bij." in added


def test_numbers_and_days_are_one_word() -> None:
    added = added_to(["Op 12-06-2026 was het zover."], "Op 12-06-2026 was het zover.\nBel Anja op 12-06-2026 terug.")
    assert added == "Bel Anja op 12-06-2026 terug."

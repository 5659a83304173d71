"""The vision: a version for each sitting, where its parts came from, and what changed between two of them."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.guidance.collections import vision as visions
from goedwerk_tui.guidance.collections.vision import PartDifference, Said, compare, vision, words_of
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

CLOSING = Origin(
    "goed-werk", "betrokkenheid", "betrokkenheid-afsluiting", "goed-werk", words="Waar is een ambtenaar voor?"
)


class Writer:
    """Somebody who writes a vision, each sitting a day after the one before."""

    def __init__(self, pack: Pack) -> None:
        self.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
        self.pack = pack
        self.journal = Journal.in_memory(clock=lambda: self.now)
        step_id = visions.exercise_of(pack)
        assert step_id
        step = pack.step(step_id)
        assert isinstance(step, Exercise)
        self.step = step

    def begin(self) -> Composition:
        self.now += timedelta(days=1)
        work = prefill.begin(self.step, self.pack, self.journal)
        assert isinstance(work, Composition)
        return work

    def finish(self, work: Composition) -> Entry:
        return persistence.finish(self.journal, self.step, persistence.origin_of(self.pack, self.step), work, new_id())

    def sit(self, **texts: str) -> Entry:
        """Write parts in one sitting."""
        work = self.begin()
        for part, text in texts.items():
            work = work.write(part, text)
        return self.finish(work)

    @property
    def vision(self) -> visions.Vision:
        found = vision(self.journal.newest_first())
        assert found
        return found


@pytest.fixture
def writer(pack: Pack) -> Writer:
    return Writer(pack)


def test_a_version_for_each_sitting_that_changed_something(writer: Writer) -> None:
    writer.sit(waartoe="Voor wie aan de balie staat.")
    writer.sit()
    writer.sit(samen="Wij zijn er voor wie aan de balie staat.")
    writer.now -= timedelta(hours=23)
    writer.sit(samen="Wij zijn er voor wie belt.")
    versions = writer.vision.versions
    assert [each.words for each in versions] == [12, 15, 6]
    assert [each.at.day for each in versions] == [4, 4, 2]
    assert writer.vision.now.text() == (
        "Waar je werk goed voor is\nVoor wie aan de balie staat.\n\nMijn visie in één stuk\nWij zijn er voor wie belt."
    )
    assert writer.vision.beside == ()


def test_where_a_part_came_from_survives_finishing_reopening_and_new_sittings(writer: Writer) -> None:
    term = writer.journal.add(Kind.TERM, "stevig werk")
    later = writer.journal.add(Kind.TERM, "af is af")
    writer.finish(writer.begin().pick("goed-gemaakt", term.id))
    work = writer.begin().write("goed-gemaakt", "stevig werk, ook op vrijdag").pick("goed-gemaakt", later.id)
    draft = persistence.draft_of(work, persistence.origin_of(writer.pack, writer.step), "k", None)
    half_done = persistence.work_in(msgspec.json.decode(msgspec.json.encode(draft), type=type(draft)))
    assert half_done
    back = prefill.resume(half_done, writer.step, writer.pack, writer.journal, draft.at)
    assert isinstance(back, Composition)
    writer.finish(back)
    writer.sit(waartoe="nog iets")
    (_, part) = writer.vision.now.parts
    assert [source.id for source in part.sources] == [term.id, later.id]
    assert {source.text for source in part.sources} == {""}, "no copy of what may be wiped"


def test_a_part_that_was_changed_in_the_journal_is_the_vision_now_and_is_gone_on_with(writer: Writer) -> None:
    writer.sit(samen="Wij zijn er voor wie belt.")
    (part,) = writer.journal.newest_first(kinds={Kind.VISION})
    writer.now += timedelta(days=1)
    writer.journal.change(part.id, "Wij zijn er voor wie niet belt.")
    assert [each.text() for each in writer.vision.versions] == [
        "Wij zijn er voor wie niet belt.",
        "Wij zijn er voor wie belt.",
    ]
    assert writer.begin().piece("samen").text == "Wij zijn er voor wie niet belt."
    writer.sit(waartoe="Voor de beller.")
    assert writer.journal.entries[part.id].text == "Wij zijn er voor wie niet belt."
    assert [each.words for each in writer.vision.versions] == [10, 6]


def test_an_answer_is_the_vision_until_there_is_one_and_then_stands_beside_it(writer: Writer) -> None:
    assert vision(writer.journal.newest_first()) is None
    answer = writer.journal.add(Kind.VISION, "Om te helpen.", origin=CLOSING)
    assert (writer.vision.entry, writer.vision.now.text()) == (answer, "Om te helpen.")
    assert writer.vision.now.parts[0].asks == CLOSING.words
    writer.now += timedelta(days=1)
    writer.journal.change(answer.id, "Om te helpen kiezen.")
    assert len(writer.vision.versions) == 2
    result = writer.sit(samen="Wij zijn er voor wie belt.")
    assert writer.vision.entry == result
    assert [each.id for each in writer.vision.beside] == [answer.id]
    writer.journal.trash(result.id)
    assert writer.vision.now.text() == "Wij zijn er voor wie belt."


def test_a_mirror_that_also_ends_in_a_view_is_not_the_document(writer: Writer, pack: Pack) -> None:
    writer.sit(samen="Wij zijn er voor wie belt.")
    mirror = pack.step("spiegeltoets")
    assert isinstance(mirror, Exercise)
    work = prefill.begin(mirror, pack, writer.journal)
    assert isinstance(work, Composition)
    writer.now += timedelta(days=1)
    persistence.finish(
        writer.journal, mirror, persistence.origin_of(pack, mirror), work.write("missie", "Ik kom bellen."), "m"
    )
    assert writer.vision.now.text() == "Wij zijn er voor wie belt."
    assert [each.text for each in writer.vision.beside] == ["Ik kom bellen."]


def test_values_that_are_no_longer_understood_and_wiped_entries_do_no_harm(writer: Writer) -> None:
    result = writer.sit(samen="Wij zijn er.")
    writer.now += timedelta(days=1)
    writer.journal.change(result.id, "zoals [het] toen was", data={"exercise": "compose", "pieces": 3})
    assert writer.vision.now.text() == "Wij zijn er."
    writer.journal.change(result.id, "alleen tekst", data={**(result.data or {}), "pieces": []})
    assert vision(writer.journal.newest_first()) is not None


def test_a_comparison_by_part_names_what_came_and_what_went(writer: Writer) -> None:
    writer.sit(waartoe="Voor wie aan de balie staat.", samen="Wij schrijven brieven die kloppen.")
    writer.sit(waartoe="Voor wie aan de balie staat.", samen="Wij schrijven korte brieven, die kloppen.")
    writer.sit(**{"te-verantwoorden": "Aan de raad."}, waartoe=" ")
    newest, middle, oldest = writer.vision.versions
    same, changed = compare(oldest, middle)
    assert (same.title, same.same) == ("Waar je werk goed voor is", True)
    assert marked(changed) == "Wij schrijven [- brieven -] [+ korte brieven, +] die kloppen."
    found = {each.title: marked(each) for each in compare(middle, newest)}
    assert found == {
        "Aan wie je het uitlegt": "[+ Aan de raad. +]",
        "Mijn visie in één stuk": "Wij schrijven korte brieven, die kloppen.",
        "Waar je werk goed voor is": "[- Voor wie aan de balie staat. -]",
    }


def marked(part: PartDifference) -> str:
    return "".join(each.marked for each in part.words).strip()


TEXT = st.lists(st.sampled_from(["de", "brief", "klopt.", "klopt,", "\n\n", "\t", "[+", "-]", "é"]), max_size=30).map(
    " ".join
)


@given(TEXT, TEXT)
def test_the_words_of_a_comparison_are_those_of_both_versions(old: str, new: str) -> None:
    found = words_of(old, new)
    before = " ".join(each.text for each in found if each.said is not Said.ADDED)
    after = " ".join(each.text for each in found if each.said is not Said.GONE)
    assert (before.split(), after.split()) == (old.split(), new.split())
    assert all(each.said is Said.SAME for each in words_of(old, old))


def test_a_long_text_in_which_every_word_is_frequent() -> None:
    text = "de brief klopt " * 400
    assert {each.said for each in words_of(text, text)} == {Said.SAME}
    assert "".join(each.text for each in words_of(text, f"{text}niet") if each.said is not Said.GONE) == f"{text}niet"

"""Where the same words stand twice: in a result and beside it, in an earlier version, in what they were picked for."""

import pytest
from support.insight_year import Clock, Year

from goedwerk_tui.guidance.collections.own_words import give_meaning
from goedwerk_tui.guidance.example_journal import example_journal
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.text_overlap import Sought, elsewhere
from goedwerk_tui.guidance.wiping_messages import where_words_stay
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise


@pytest.fixture
def year(pack: Pack) -> Year:
    clock = Clock()
    return Year(pack, Journal.in_memory(clock), clock)


def said_of(journal: Journal, *gone: Entry) -> str:
    return where_words_stay(elsewhere([each.id for each in gone], tuple(journal.entries.values())))


def test_a_condition_and_the_result_that_made_it_know_of_each_other(year: Year) -> None:
    field = year.do(3, 3, "krachtenveld", lambda work: work.add("Joke belt altijd terug").add("het format"))
    condition = next(each for each in year.journal.newest_first() if each.text == "Joke belt altijd terug")
    assert said_of(year.journal, condition) == (
        "Dezelfde woorden staan ook in ‘Vakmanschap › Krachtenveld’ van 3 maart 2026."
        " Dat stuk blijft staan tot je het ook wist."
    )
    assert {each.entry.text for each in elsewhere([field.id], tuple(year.journal.entries.values())).entries} == {
        "Joke belt altijd terug",
        "het format",
    }


def test_an_earlier_version_and_the_trash_are_said_to_be_so(year: Year) -> None:
    year.do(3, 3, "mijn-visie", lambda work: work.write("waartoe", "Ik dien de huurders van Zuid."))
    year.do(4, 3, "mijn-visie", lambda work: work.write("waartoe", "Ik dien de stad."))
    year.note(5, 1, "Ik dien de huurders van Zuid")
    thrown = next(each for each in year.journal.newest_first() if each.kind is Kind.NOTE)
    year.journal.trash(thrown.id)
    answer = year.journal.add(Kind.NOTE, "ik dien de huurders van zuid!")
    said = said_of(year.journal, answer)
    assert "Mijn visie op goed ambtelijk werk’ van 3 maart 2026 (in een eerdere versie)" in said
    assert "‘Notitie’ van 1 mei 2026 (in de prullenbak)" in said


def test_many_pieces_are_counted_and_nothing_is_said_of_none(year: Year) -> None:
    notes = [year.journal.add(Kind.NOTE, "drie keer hetzelfde") for _ in range(6)]
    assert said_of(year.journal, notes[0]).endswith("en nog 2 stukken. Die stukken blijven staan tot je ze ook wist.")
    assert said_of(year.journal, *notes) == ""
    assert said_of(year.journal, year.journal.add(Kind.NOTE, " ")) == ""


def test_a_question_of_ones_own_stands_above_its_answers(year: Year) -> None:
    asked = year.journal.add(Kind.PROMPT, "Wie heb ik niet gebeld?")
    origin = Origin("goed-werk", "tussendoor", "vraag", asked.id, "Tussendoor", "Vraag van de week", asked.text)
    year.journal.add(Kind.ANSWER, "Bas", origin=origin)
    assert "‘Tussendoor › Vraag van de week’" in said_of(year.journal, asked)


def test_what_is_half_done_holds_words_too(year: Year, pack: Pack) -> None:
    year.do(3, 3, "krachtenveld", lambda work: work.add("Joke belt altijd terug"))
    condition = next(each for each in year.journal.newest_first() if each.kind is Kind.CONDITION)
    step = pack.step("krachtenveld")
    assert isinstance(step, Exercise)
    half = persistence.draft_of(begin(step, pack, year.journal), persistence.origin_of(pack, step), "x", None)
    own = Draft(key="y", text="Joke belt altijd terug", entry_id=condition.id, kind=Kind.CONDITION, at=half.at)
    said = where_words_stay(elsewhere([condition.id], [condition], [half, own]))
    assert said.startswith("Wat half af is bij ‘Vakmanschap › Krachtenveld’ houdt deze woorden ook vast")


def test_two_opening_pictures_share_only_the_words_of_the_programme(year: Year) -> None:
    first = year.do(1, 12, "startfoto", lambda work: work.place(work.items[0].id, 3))
    year.do(4, 14, "startfoto", lambda work: work.place(work.items[0].id, 4))
    assert said_of(year.journal, first) == ""


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("rust", "Ik zocht naar rust in het team.", False),
        ("rust", "- rust: alles klopt", True),
        ("rust", "moed, rust, trots", True),
        ("collega", "mijn collega’s", False),
        ("Joke belde niet", "en toen: JOKE  belde\nniet, zei ze", True),
        ("belde niet meer", "belde niet meerdere keren", False),
        ("", "iets", False),
    ],
)
def test_short_words_count_where_they_stand_alone(year: Year, words: str, text: str, stands: bool) -> None:
    entry = year.journal.add(Kind.NOTE, words)
    assert Sought([entry]).standing_in(text) == ({entry.id} if stands else set())


@pytest.mark.parametrize("half", ["Zeewolde sliep", "zeewolde sliep we", "Zeewolde sliep weer tijdens het overleg."])
def test_a_half_version_in_a_draft_holds_words_of_the_whole(year: Year, half: str) -> None:
    note = year.journal.add(Kind.NOTE, "Zeewolde sliep weer tijdens het overleg")
    draft = Draft(key="notitie", text=half, kind=Kind.NOTE, at=note.created)
    other = Draft(key="ander", text="Zeewolde sliep toen", kind=Kind.NOTE, at=note.created)
    assert elsewhere([note.id], (note,), (draft, other)).drafts == (draft,)
    single = Draft(key="kort", text="Zeewolde", kind=Kind.NOTE, at=note.created)
    assert elsewhere([note.id], (note,), (single,)).drafts == ()


@pytest.mark.parametrize(("short", "holds"), [("Zeewolde sliep", True), ("Zeewolde sl", False), ("overleg", False)])
def test_a_shorter_piece_that_stands_whole_in_what_goes_is_named_and_the_other_way_round(
    year: Year, short: str, holds: bool
) -> None:
    long = year.journal.add(Kind.NOTE, "Zeewolde sliep weer. Tijdens het overleg, nog wel.")
    piece = year.journal.add(Kind.NOTE, short)
    assert bool(said_of(year.journal, long)) is holds
    assert bool(said_of(year.journal, piece)) is holds


def test_a_shorter_version_of_before_is_said_to_be_earlier(year: Year) -> None:
    long = year.journal.add(Kind.NOTE, "Zeewolde sliep weer tijdens het overleg")
    piece = year.journal.add(Kind.NOTE, "Zeewolde sliep")
    year.journal.change(piece.id, "Almere bleef wakker")
    assert "(in een eerdere versie)" in said_of(year.journal, long)


def test_no_warning_comes_with_most_of_an_example_of_a_year(pack: Pack) -> None:
    entries = tuple(example_journal(pack).entries.values())
    parts = [found for each in entries for found in elsewhere([each.id], entries).entries if not found.made]
    warned = {each.id for each in entries if any(not it.made for it in elsewhere([each.id], entries).entries)}
    assert len(warned) * 2 < len(entries) and len(parts) < len(entries)


def test_what_a_word_means_is_among_its_words(year: Year) -> None:
    word = give_meaning(year.journal, year.journal.add(Kind.TERM, "stevig").id, "Zoals Klaarhamer een brief schrijft")
    year.journal.add(Kind.NOTE, "Ik dacht: zoals Klaarhamer een brief schrijft.")
    assert "‘Notitie’" in said_of(year.journal, word)
    year.journal.change(word.id, "stevig", data={})
    assert "‘Notitie’" in said_of(year.journal, word)

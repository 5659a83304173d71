"""Strategies and words: what is in the collections, and where each item was used."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.base.folding import fold
from goedwerk_tui.guidance.collections.collection import MOST_USES, CollectionItem
from goedwerk_tui.guidance.collections.own_words import OwnWords, parted, whole_word
from goedwerk_tui.guidance.collections.strategies import Strategies
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.reminders import intentions
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise

STRATEGIES, WORDS = Strategies(), OwnWords()
QUESTION = Origin("goed-werk", "vakmanschap", "vakmanschap-ruimte", "weg", "Vakmanschap", "Ruimte", "Welke weg nam je?")


@pytest.fixture
def journal() -> Journal:
    return Journal.in_memory()


def used(collection: Strategies | OwnWords, item: CollectionItem, journal: Journal) -> list[tuple[str, str]]:
    return [(each.entry.text, each.how) for each in collection.uses(item, journal)]


def own(collection: Strategies | OwnWords, journal: Journal) -> CollectionItem:
    return collection.own(journal)[0]


def test_all_of_the_programme_is_offered(journal: Journal, pack: Pack) -> None:
    offered = STRATEGIES.offered(journal, pack)
    assert [each.title for each in offered] == [each.name for each in pack.strategies()]
    for each in offered:
        source = STRATEGIES.source(each, pack)
        assert source
        assert source.step_title == pack.step(each.step).title
    assert [each.title for each in WORDS.offered(journal, pack)] == [each.term for each in pack.glossary().values()]


def test_taking_one_over_doubles_nothing(journal: Journal, pack: Pack) -> None:
    offered = STRATEGIES.offered(journal, pack)
    first = STRATEGIES.take(offered[3], journal, pack)
    assert STRATEGIES.take(offered[3], journal, pack) == first
    (mine,) = STRATEGIES.own(journal)
    assert (mine.title, mine.text) == (offered[3].title, offered[3].text)
    assert first.origin
    assert first.origin.step == offered[3].step
    assert len(STRATEGIES.offered(journal, pack)) == len(offered) - 1
    journal.trash(first.id)
    assert STRATEGIES.own(journal) == ()
    assert len(STRATEGIES.offered(journal, pack)) == len(offered)
    STRATEGIES.take(offered[3], journal, pack)
    assert [each.id for each in STRATEGIES.own(journal)] == [first.id]


def test_what_was_made_of_one_is_not_lost_by_taking_it_again(journal: Journal, pack: Pack) -> None:
    offered = STRATEGIES.offered(journal, pack)[0]
    taken = STRATEGIES.take(offered, journal, pack)
    journal.change(taken.id, "Zo doe ik het voortaan.")
    STRATEGIES.take(offered, journal, pack)
    assert own(STRATEGIES, journal).title == "Zo doe ik het voortaan."


def test_a_word_taken_over_keeps_its_meaning(journal: Journal, pack: Pack) -> None:
    term = next(each for each in WORDS.offered(journal, pack) if each.id == "maatwerk")
    WORDS.take(term, journal, pack)
    assert (own(WORDS, journal).title, own(WORDS, journal).text) == (term.title, term.text)
    assert term.id not in {each.id for each in WORDS.offered(journal, pack)}


def test_the_first_line_of_a_strategy_is_its_title(journal: Journal) -> None:
    journal.add(Kind.STRATEGY, "Eerst bellen\nDan pas mailen.", origin=QUESTION)
    journal.add(Kind.STRATEGY, "eerst vragen " * 20)
    journal.add(Kind.TERM, "een zin die " * 20)
    (saying,) = WORDS.own(journal)
    assert saying.title.endswith("…")
    assert saying.text == ("een zin die " * 20).strip()
    long, short = STRATEGIES.own(journal)
    assert (short.title, short.text) == ("Eerst bellen", "Dan pas mailen.")
    assert long.title.endswith("…")
    assert long.text == ("eerst vragen " * 20).strip()


def test_what_was_told_of_it_is_a_use_before_and_after_it_was_taken(journal: Journal, pack: Pack) -> None:
    offered = STRATEGIES.offered(journal, pack)[0]
    before = STRATEGIES.origin_of_use(offered, "goed-werk")
    assert offered.title not in before.words
    journal.add(Kind.ANSWER, "Maandag, bij de balie.", origin=before)
    STRATEGIES.take(offered, journal, pack)
    mine = own(STRATEGIES, journal)
    journal.add(Kind.ANSWER, "Dinsdag weer.", origin=STRATEGIES.origin_of_use(mine, "goed-werk"))
    assert [text for text, _ in used(STRATEGIES, mine, journal)] == ["Dinsdag weer.", "Maandag, bij de balie."]


def test_the_intention_that_it_comes_from(journal: Journal) -> None:
    plan = journal.add(Kind.INTENTION, "Als het stil valt, dan tel ik tot vier.")
    intentions.make_strategy(journal, plan.id, "goed-werk", journal.now().date())
    mine = own(STRATEGIES, journal)
    assert used(STRATEGIES, mine, journal) == [(plan.text, "was eerst dit voornemen")]
    journal.trash(plan.id)
    assert used(STRATEGIES, mine, journal) == []


def test_a_text_that_picked_it(journal: Journal, pack: Pack) -> None:
    mine = journal.add(Kind.STRATEGY, "Eerst bellen, dan mailen.", origin=QUESTION)
    step = next(
        each
        for session in pack.programme.sessions
        for name in session.steps
        if isinstance(each := pack.step(name), Exercise)
        and each.compose
        and any("strategy" in part.kinds for part in each.compose.parts)
    )
    work = prefill.begin(step, pack, journal)
    assert isinstance(work, Composition)
    piece = next(each for each in work.pieces if any(source.id == mine.id for source in each.sources))
    picked = work.pick(piece.id, mine.id)
    persistence.finish(journal, step, persistence.origin_of(pack, step), picked, "uitkomst")
    assert [each.entry.id for each in STRATEGIES.uses(own(STRATEGIES, journal), journal)] == ["uitkomst"]
    journal.trash("uitkomst")
    assert STRATEGIES.uses(own(STRATEGIES, journal), journal) == ()


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("rond", "rond", ""),
        ("‘Rond’: alles klopt.", "Rond", "alles klopt."),
        ("Rond – alles klopt en er belt niemand.", "Rond", "alles klopt en er belt niemand."),
        ("stevig\nAls je het durft uit te leggen.", "stevig", "Als je het durft uit te leggen."),
        ("d.w.z. niets", "d.w.z", "niets"),
        ("kop-staartgesprek", "kop-staartgesprek", ""),
        ("ja, maar", "ja, maar", ""),
        ("‘", "‘", ""),
        (": zo", ": zo", ""),
    ],
)
def test_the_word_within_what_was_written(text: str, word: str, rest: str) -> None:
    assert parted(text) == (word, rest)


@given(st.text(max_size=80))
def test_any_text_has_a_word_that_can_be_looked_for(text: str) -> None:
    word, _ = parted(text)
    assert bool(word) == bool(text.strip())
    if fold(word).strip():
        assert whole_word(word).search(fold(word))
    assert not whole_word(word).search("")


def test_a_word_is_found_whole_whatever_its_case_and_accents(journal: Journal) -> None:
    journal.add(Kind.TERM, "‘Coördinatie’: wie belt wie.", data={"wanneer": "Dinsdag"})
    hits = [
        journal.add(Kind.NOTE, "De COORDINATIE lag bij niemand."),
        journal.add(Kind.ANSWER, "Zonder coördinatie, dus.", origin=QUESTION),
    ]
    journal.add(Kind.NOTE, "De coördinatiegroep vergaderde.")
    journal.add(Kind.ANSWER, "Iets anders.", origin=Origin("p", "s", "t", "i", "", "Over coördinatie", "coördinatie?"))
    journal.add(Kind.TERM, "coördinatie")
    journal.trash(journal.add(Kind.NOTE, "coördinatie, weggegooid").id)
    mine = next(each for each in WORDS.own(journal) if each.text)
    assert (mine.text, mine.more) == ("wie belt wie.", "Gezegd: Dinsdag")
    assert {each.entry.id for each in WORDS.uses(mine, journal)} == {each.id for each in hits}


def test_the_list_of_words_is_no_use_of_a_word(journal: Journal, pack: Pack) -> None:
    step = pack.step("mijn-woorden")
    assert isinstance(step, Exercise)
    journal.add(Kind.TERM, "stevig")
    work = prefill.begin(step, pack, journal)
    persistence.finish(journal, step, persistence.origin_of(pack, step), work, "woordenlijst")
    assert WORDS.uses(own(WORDS, journal), journal) == ()


def test_looking_stops_when_nobody_waits_and_when_there_are_enough(journal: Journal) -> None:
    journal.add(Kind.TERM, "rond")
    for number in range(MOST_USES + 5):
        journal.add(Kind.NOTE, f"rond {number}")
    mine = own(WORDS, journal)
    assert len(WORDS.uses(mine, journal)) == MOST_USES
    assert WORDS.uses(mine, journal, lambda: True) == ()


def test_a_pack_without_lists(journal: Journal, pack: Pack, tmp_path: Path) -> None:
    without = shutil.ignore_patterns("strategies.yaml", "glossary.yaml")
    bare = Pack.open(shutil.copytree(pack.folder, tmp_path / "pakket", ignore=without))
    mine = journal.add(Kind.STRATEGY, "Eerst bellen.", origin=QUESTION)
    assert STRATEGIES.offered(journal, bare) == ()
    assert WORDS.offered(journal, bare) == ()
    assert STRATEGIES.source(own(STRATEGIES, journal), bare) == mine.origin

"""Every exercise of the programme is loaded, filled with plausible answers, kept, and read back as text."""

import msgspec
import pytest

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.route import CHOICE_ITEM
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Case

_PACK = Pack.open(standard_folder())
_STEPS = [_PACK.step(step) for session in _PACK.programme.sessions for step in session.steps]
EXERCISES = [step for step in _STEPS if isinstance(step, Exercise)]
NINETEEN = {
    "Startfoto", "Contextkaart", "Portret van een goede ambtenaar", "Waardensortering", "Mijn woorden", "Vakmeetlat",
    "Voorvalanalyse", "Krachtenveld", "Ruimtekaart", "Samenwerkingskaart", "Ringen van verantwoordelijkheid",
    "Spanningenkaart", "Dilemmaroute", "Tegenspraakplan", "Taakboetseren", "Spiegeltoets", "Als-danplan",
    "Uitnodiging tot gesprek", "Mijn visie op goed ambtelijk werk",
}  # fmt: skip
NEW = {
    "Wat hier beloond wordt", "Mijn beste werk, volgens anderen", "De driehoek van publieke waarde", "Door de ogen van",
    "Premortem", "Voorspellingenlog", "De linkerkolom", "Rode lijnen", "Uitlijning",
}  # fmt: skip
PLAUSIBLE = {"date": "3 december 2026", "list": "bellen\nwachten", "table": "niets doen | goedkoop | het blijft zo"}


def named(title: str) -> Exercise:
    return next(step for step in EXERCISES if step.title == title)


def fill(work: Work) -> Work:
    """Do the whole exercise as somebody might."""
    match work:
        case Form():
            for box in work.boxes:
                answer = box.options[0][0] if box.type == "choice" else PLAUSIBLE.get(box.type, f"bij {box.id} dit")
                work = work.fill(box.id, answer)
            return work
        case Sort():
            return fill_sort(work)
        case Scale():
            work = work.add("bellen of schrijven") if work.own_item else work
            for number, item in enumerate(work.items):
                work = work.place(item.id, number % work.points + 1)
            return work
        case ItemList():
            return fill_list(work)
        case Composition():
            for piece in work.pieces:
                work = work.write(piece.id, f"over {piece.id} dit")
            return work
        case _:
            raise AssertionError(type(work))


def fill_sort(work: Sort) -> Sort:
    if work.own_card:
        work = work.add("de inwoner aan de balie")
    for column in work.columns:
        for card in work.pile[: column.quota or 1]:
            work = work.place(card.id, column.id)
    for card in work.pile:
        work = work.place(card.id, next(each.id for each in work.columns if each.quota is None))
    return work


def fill_list(work: ItemList) -> ItemList:
    for words in ("een collega die meeleest", "het overleg van maandag"):
        work = work.add(words)
        key = work.items[-1].key
        for one in work.attributes:
            answer = one.options[0][0] if one.options else "2" if one.type == "weight" else "iets"
            work = work.say(key, one.id, answer)
    return work


def finish(step: Exercise, journal: Journal, work: Work) -> Entry:
    return persistence.finish(journal, step, persistence.origin_of(_PACK, step), work, new_id())


def choose_in_a_case(journal: Journal) -> Case:
    case = next(step for step in _STEPS if isinstance(step, Case) and step.tensions)
    asked = Origin("goed-werk", "opening", case.id, CHOICE_ITEM, words="Wat doe je?")
    chosen = {"option": "bellen", "option_text": "Je belt eerst."}
    journal.add(Kind.CHOICE, "zo hoort het", origin=asked, data=chosen)
    return case


def test_all_instruments_are_in_the_programme_and_the_vision_begins_small() -> None:
    assert {step.title for step in EXERCISES} >= NINETEEN
    assert {step.title for step in EXERCISES if step.again is None} == NINETEEN | NEW | {"Een halve bladzijde visie"}
    again = {step.again: 0 for step in EXERCISES if step.again}
    for step in EXERCISES:
        if step.again:
            again[step.again] += 1
    assert again["als-danplan"] == 3, "one in every session"


@pytest.mark.parametrize("step", EXERCISES, ids=lambda step: step.id)
def test_an_exercise_is_filled_kept_and_read_back(step: Exercise) -> None:
    journal = Journal.in_memory()
    choose_in_a_case(journal)
    begun = prefill.begin(step, _PACK, journal)
    assert not begun.begun
    done = fill(begun)
    assert done.begun
    assert done.open == ""

    entry = finish(step, journal, done)

    assert entry.kind is Kind.EXERCISE
    assert entry.origin
    assert entry.origin.words == step.instruction
    assert entry.text == done.text()
    back = persistence.work_of(entry)
    assert back is not None
    assert back.text() == entry.text
    for words in _written(done):
        assert words in entry.text
    assert {each.kind.value for each in persistence.made_by(journal, step, entry)} == {
        made.makes for made in done.made()
    }


def _written(work: Work) -> list[str]:
    match work:
        case Form():
            return [box.shown for box in work.boxes] + [box.label for box in work.boxes]
        case Sort():
            return [card.text for card in work.cards] + [column.name for column in work.columns]
        case Scale() | ItemList():
            return [item.text for item in work.items]
        case Composition():
            return [piece.text for piece in work.pieces]
        case _:
            raise AssertionError(type(work))


@pytest.mark.parametrize("step", EXERCISES, ids=lambda step: step.id)
def test_a_measurement_adds_one_and_a_collection_grows(step: Exercise) -> None:
    journal = Journal.in_memory()
    choose_in_a_case(journal)
    first = finish(step, journal, fill(prefill.begin(step, _PACK, journal)))
    again = prefill.begin(step, _PACK, journal)
    if step.result == "measurement":
        assert not again.begun
        second = finish(step, journal, fill(again))
        assert persistence.results(journal, persistence.origin_of(_PACK, step)) == (second, first)
        assert journal.entries[first.id] == first, "frozen"
    else:
        assert again.text() == first.text
        made = len(journal.newest_first())
        finish(step, journal, again)
        assert len(journal.newest_first()) == made
        assert [each.id for each in persistence.results(journal, persistence.origin_of(_PACK, step))] == [first.id]


@pytest.mark.parametrize("step", EXERCISES, ids=lambda step: step.id)
def test_half_done_work_comes_back_as_it_was(step: Exercise) -> None:
    journal = Journal.in_memory()
    choose_in_a_case(journal)
    work = fill(prefill.begin(step, _PACK, journal))
    draft = persistence.draft_of(work, persistence.origin_of(_PACK, step), persistence.draft_key(step), None)
    back = persistence.work_in(msgspec.json.decode(msgspec.json.encode(draft), type=type(draft)))
    assert back is not None
    assert prefill.resume(back, step, _PACK, journal, draft.at).text() == work.text()


def test_trying_again_after_a_failure_doubles_nothing() -> None:
    step, journal = named("Als-danplan"), Journal.in_memory()
    work, result = fill(prefill.begin(step, _PACK, journal)), new_id()
    for _ in range(2):
        persistence.finish(journal, step, persistence.origin_of(_PACK, step), work, result)
    assert sorted(each.kind.value for each in journal.newest_first()) == ["exercise", "intention"]


def test_the_force_field_holds_what_closings_made_and_changes_the_standing_entry() -> None:
    step, journal = named("Krachtenveld"), Journal.in_memory()
    asked = Origin("goed-werk", "opening", "opening-afsluiting", "belemmert", words="Wat hield je af?")
    standing = journal.add(Kind.CONDITION, "het format", origin=asked, data={"side": "hinders"})
    work = prefill.begin(step, _PACK, journal)
    assert isinstance(work, ItemList)
    (item,) = work.items
    assert work.force_field()[1][1][0].text == "het format"

    entry = finish(step, journal, work.say(item.key, "weight", "3").rename(item.key, "het lange format"))

    changed = journal.entries[standing.id]
    assert (changed.text, changed.data) == ("het lange format", {"side": "hinders", "weight": "3"})
    assert changed.origin == asked
    assert "het lange format" in entry.text
    again = prefill.begin(step, _PACK, journal)
    assert isinstance(again, ItemList)
    finish(step, journal, again.remove(again.items[0].key))
    assert journal.newest_first(kinds=[Kind.CONDITION]) == ()


def test_half_done_work_knows_what_was_thrown_away_or_written_elsewhere_since() -> None:
    step, journal = named("Mijn woorden"), Journal.in_memory()
    gone, kept = journal.add(Kind.TERM, "stevig"), journal.add(Kind.TERM, "af")
    work = prefill.begin(step, _PACK, journal)
    assert isinstance(work, ItemList)
    work = work.add("maatwerk")
    journal.trash(gone.id)
    journal.add(Kind.TERM, "klaar")
    back = prefill.resume(work, step, _PACK, journal, utc_now())
    assert isinstance(back, ItemList)
    assert [item.text for item in back.items] == ["af", "maatwerk", "klaar"]
    assert kept.id in {item.entry for item in back.items}


def test_the_tensions_are_those_of_the_cases_in_which_one_chose() -> None:
    step, journal = named("Spanningenkaart"), Journal.in_memory()
    assert prefill.begin(step, _PACK, journal).text() == ""
    case = choose_in_a_case(journal)
    work = prefill.begin(step, _PACK, journal)
    assert isinstance(work, Scale)
    assert [item.text for item in work.items] == [case.title] * len(case.tensions)
    assert {item.about for item in work.items} == {"Je belt eerst. – zo hoort het"}


def test_the_reason_of_a_choice_is_read_beside_a_tension_and_kept_in_the_choice_alone() -> None:
    step, journal = named("Spanningenkaart"), Journal.in_memory()
    choose_in_a_case(journal)
    work = prefill.begin(step, _PACK, journal)
    assert isinstance(work, Scale)
    work = work.place(work.items[0].id, 2)
    result = finish(step, journal, work)
    draft = persistence.draft_of(work, persistence.origin_of(_PACK, step), "x", None)
    assert "zo hoort het" not in f"{result.data} {draft.data}"
    laid_aside = persistence.work_in(draft)
    assert laid_aside is not None
    for back in (prefill.resume(laid_aside, step, _PACK, journal, utc_now()), prefill.begin(step, _PACK, journal)):
        assert isinstance(back, Scale)
        assert back.items[0].at == 2
        assert {item.about for item in back.items} == {"Je belt eerst. – zo hoort het"}
    choice = journal.newest_first(kinds=[Kind.CHOICE])[0]
    journal.trash(choice.id)
    back = prefill.resume(work, step, _PACK, journal, utc_now())
    assert isinstance(back, Scale) and {item.about for item in back.items} == {""}


def test_the_opening_picture_made_again_stands_beside_the_first() -> None:
    journal = Journal.in_memory()
    first, again = named("Startfoto"), next(step for step in EXERCISES if step.again == "startfoto")
    early = finish(first, journal, fill(prefill.begin(first, _PACK, journal)))
    late = finish(again, journal, fill(prefill.begin(again, _PACK, journal)))
    assert persistence.results(journal, persistence.origin_of(_PACK, first)) == (late, early)
    work, then = persistence.earlier(persistence.results(journal, persistence.origin_of(_PACK, first)), 0)
    assert (work, then) == (persistence.work_of(early), early.changed)


def test_a_result_whose_values_are_no_longer_understood_still_has_its_text() -> None:
    journal = Journal.in_memory()
    entry = journal.add(Kind.EXERCISE, "wat ik toen deed", data={"exercise": "kleurplaat", "vlakken": [1, 2]})
    assert persistence.work_of(entry) is None
    assert entry.text == "wat ik toen deed"

"""What was answered about a picture stays with that picture: in Inzicht, in what leaves, and when one goes on."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import lxml.html
import msgspec
import pytest
from support.insight_year import Clock, Year

from goedwerk_tui.guidance.exercises import history
from goedwerk_tui.guidance.exercises.history import as_it_stood
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.insight import Picture
from goedwerk_tui.guidance.insight.catalogue import pictures
from goedwerk_tui.guidance.reminders import outcomes
from goedwerk_tui.journal import Journal, Kind, Origin, Revision, State
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.kinds import DocumentKind, lay_out

THEN, NOW = "Bijna alles ligt bij [anderen].", "De helft is nu van mij."


@pytest.fixture
def year(pack: Pack) -> Year:
    clock = Clock()
    return Year(pack, Journal.in_memory(clock=clock), clock)


def answered(field: str, text: str, add: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return moves that answer a question about the picture."""

    def moves(work: Any) -> Any:
        work = add(work)
        return work.replaced(work.afterwards.fill(field, text), afterwards=True)

    return moves


def two_forces(work: ItemList) -> ItemList:
    work = work.add("het overleg").say("1", "side", "hinders").say("1", "weight", "3").say("1", "step", "Jan bellen")
    return work.add("Els").say("2", "side", "furthers").say("2", "weight", "2")


def later(work: ItemList) -> ItemList:
    key = next(item.key for item in work.items if item.text == "het overleg")
    gone = next(item.key for item in work.items if item.text == "Els")
    work = work.say(key, "weight", "1").say(key, "step", "bellen").remove(gone).add("de cursus")
    return work.say(work.items[-1].key, "side", "furthers")


def force_field(year: Year) -> None:
    year.do(1, 20, "krachtenveld", answered("opvalt", THEN, two_forces))
    year.do(6, 20, "krachtenveld", answered("opvalt", NOW, later))


def exported(year: Year, format: Format = Format.MARKDOWN) -> str:
    document = lay_out(DocumentKind.JOURNAL, year.journal.newest_first(), year.pack, year.clock.at)
    return render(document, format).content.decode()


def drawn(year: Year, name: str) -> str:
    found = {each.id: each for each in pictures(year.journal.newest_first(), year.pack, date(2026, 12, 1))}
    picture = found[name]
    assert isinstance(picture, Picture), picture
    return picture.text()


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.WEB_PAGE])
def test_an_earlier_answer_leaves_with_the_picture_of_its_day(year: Year, format: Format) -> None:
    force_field(year)
    text = exported(year, format)
    then, now = text.split("20 januari 2026", 1)
    assert "anderen" in then
    assert NOW not in then
    assert "het overleg" in then
    assert NOW in now.split("20 juni 2026")[0]
    assert "anderen" not in now


def test_what_was_taken_back_since_does_not_leave_by_way_of_an_earlier_picture(year: Year) -> None:
    force_field(year)
    then = exported(year).split("20 januari 2026")[0]
    assert "het overleg" in then
    assert "Els" not in then
    assert "Jan" not in exported(year)


def test_what_was_taken_off_a_list_and_back_out_of_the_trash_leaves_by_itself(year: Year) -> None:
    force_field(year)
    (gone,) = (each for each in year.journal.entries.values() if each.text == "Els")
    year.journal.restore(gone.id)
    assert exported(year).count("Els") == 1


def test_inzicht_shows_both_answers_with_their_days(year: Year) -> None:
    force_field(year)
    for name in ("krachtenveld", "toen-en-nu"):
        text = drawn(year, name)
        then, now = text.rindex("20 januari 2026"), text.rindex("20 juni 2026")
        assert then < text.index(THEN) < now < text.index(NOW)


def test_an_answer_that_was_left_empty_later_stays(year: Year) -> None:
    year.do(1, 20, "krachtenveld", answered("opvalt", THEN, two_forces))
    year.do(6, 20, "krachtenveld", later)
    assert THEN in drawn(year, "krachtenveld")
    assert "anderen" in exported(year).split("20 januari 2026")[0]


def test_an_answer_that_still_stands_is_told_once(year: Year) -> None:
    year.do(1, 20, "krachtenveld", two_forces)
    year.do(6, 20, "krachtenveld", answered("opvalt", NOW, later))
    assert "20 januari 2026" not in exported(year)
    assert exported(year).count(NOW) == 1


def test_a_plan_of_an_earlier_day_is_told_once(year: Year) -> None:
    year.do(1, 20, "krachtenveld", answered("stap", "Ik vraag het Joost", two_forces))
    year.do(6, 20, "krachtenveld", answered("opvalt", NOW, later))
    assert exported(year).count("Ik vraag het Joost") == 1
    (plan,) = year.journal.newest_first(kinds=[Kind.INTENTION])
    (field,) = year.journal.newest_first(kinds=[Kind.EXERCISE])
    sheet = lay_out(DocumentKind.MEETING, (plan, field), year.pack, year.clock.at)
    assert render(sheet, Format.MARKDOWN).content.decode().count("Ik vraag het Joost") == 1


def test_a_scale_that_grows_keeps_its_answers_too(year: Year) -> None:
    year.clock.to(1, 10)
    case = year.pack.step("een-stoel-erbij")
    origin = Origin("goed-werk", "opening", case.id, "keuze", "Opening", case.title, "Wat doe je?")
    year.journal.add(Kind.CHOICE, "omdat het kon", origin=origin, data={"option": "x", "option_text": "Opstaan."})

    def placed(work: Scale) -> Scale:
        return work.place(work.items[0].id, 2)

    year.do(1, 20, "spanningenkaart", answered("opvalt", THEN, placed))
    year.do(6, 20, "spanningenkaart", answered("opvalt", NOW, placed))
    assert "anderen" in exported(year).split("20 januari 2026")[0]


def predicted(text: str, key: str) -> Callable[[Any], Any]:
    return lambda work: work.add(text).say(key, "kans", "k70").say(key, "dag", "2026-05-20")


def test_each_prediction_leaves_under_its_own_day(year: Year) -> None:
    year.do(1, 20, "voorspellingenlog", predicted("De raad stelt uit", "1"))
    year.do(
        2, 3, "voorspellingenlog", lambda work: predicted("Het regent", "2")(work.rename("1", "Uitstel door de raad"))
    )
    text = exported(year)
    assert "20 januari 2026" in text.split("Uitstel door de raad")[1].split("Het regent")[0]
    assert "3 februari 2026" in text.split("Het regent")[1]
    rows = lxml.html.fromstring(exported(year, Format.WEB_PAGE)).xpath("//tr[td]")
    assert [(row[0].text_content(), row[1].text_content()) for row in rows] == [
        ("Uitstel door de raad", "20 januari 2026"),
        ("Het regent", "3 februari 2026"),
    ]
    assert "opgeschreven: 20 januari 2026" in drawn(year, "voorspellingenlog")


def test_an_outcome_that_is_told_later_makes_no_answer_of_that_day(year: Year) -> None:
    year.do(1, 20, "voorspellingenlog", answered("opvalt", THEN, predicted("De raad stelt uit", "1")))
    year.clock.to(5, 20)
    (intention,) = year.journal.newest_first(kinds=[Kind.INTENTION])
    outcomes.decide(year.journal, intention.id, "kwam-uit")
    step = year.pack.step("voorspellingenlog")
    assert isinstance(step, Exercise)
    work = begin(step, year.pack, year.journal)
    assert isinstance(work, ItemList)
    assert work.afterwards
    assert not work.afterwards.begun
    year.do(5, 20, "voorspellingenlog", answered("opvalt", NOW, lambda work: work))
    then, now = exported(year).split("Hoe liep het af?")
    assert "anderen" in then
    assert "helft" in now
    assert "anderen" not in now


def test_an_answer_stands_under_the_day_on_which_it_was_given(year: Year) -> None:
    def two(work: ItemList) -> ItemList:
        return predicted("Het regent", "2")(predicted("De raad stelt uit", "1")(work))

    year.do(1, 20, "voorspellingenlog", answered("opvalt", THEN, two))
    year.do(2, 20, "voorspellingenlog", answered("opvalt", NOW, lambda work: work))
    year.clock.to(5, 20)
    intention, _ = year.journal.newest_first(kinds=[Kind.INTENTION])
    outcomes.decide(year.journal, intention.id, "kwam-uit")
    said = drawn(year, "voorspellingenlog").split("waar te voorzichtig?")[1]
    assert said.split("\n") == ["", "", "20 januari 2026", THEN, "", "20 februari 2026", NOW]


def test_what_was_thrown_away_elsewhere_is_neither_the_result_nor_its_past(year: Year) -> None:
    result = year.do(1, 20, "krachtenveld", answered("opvalt", THEN, two_forces))
    (first,) = result.revisions

    def later_revision(id: str, days: int, after: str, state: State = State.LIVE) -> Revision:
        at = first.at + timedelta(days=days)
        return msgspec.structs.replace(first, id=id, at=at, text=id, state=state, after=(after,))

    seen = (later_revision("seen", 4, first.id), later_revision("trash", 5, "seen", State.TRASH))
    result = msgspec.structs.replace(result, revisions=(first, later_revision("unseen", 2, first.id), *seen))
    assert [each.newest.id for each in as_it_stood(result)] == ["unseen", first.id]


def test_years_of_days_are_read_once_each(year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    days = 40
    for day in range(days):
        year.do(1 + day // 28, 1 + day % 28, "voorspellingenlog", predicted(f"Uitstel {day}", f"{day + 1}"))
    read, number = history.work_from, 0

    def counted(data: Any) -> Any:
        nonlocal number
        number += 1
        return read(data)

    monkeypatch.setattr(history, "work_from", counted)
    pictures(year.journal.newest_first(), year.pack, date(2026, 12, 1))
    assert days <= number <= 4 * days


def dilemma(question: str, about: str = "") -> Callable[[Any], Any]:
    return lambda work: work.fill("eerder", "x" if about else "", about).fill("vraag", question)


def test_two_dilemmas_are_named_and_not_laid_side_by_side(year: Year) -> None:
    force_field(year)
    year.do(1, 22, "dilemmaroute", dilemma("Is het juist dat ik zwijg?"))
    year.do(6, 22, "dilemmaroute", dilemma("Is het juist dat ik teken?"))
    text = drawn(year, "toen-en-nu")
    assert "dat ik zwijg" not in text
    assert "Dilemmaroute – 22 januari en 22 juni 2026" in text
    behind = next(
        each for each in pictures(year.journal.newest_first(), year.pack, date(2026, 12, 1)) if each.id == "toen-en-nu"
    )
    assert isinstance(behind, Picture)
    assert {"dilemmaroute-1-22", "dilemmaroute-6-22"} <= set(behind.entries)


def test_one_dilemma_that_was_looked_at_twice_is_laid_side_by_side(year: Year) -> None:
    note = year.journal.add(Kind.NOTE, "De nota.")
    year.do(1, 22, "dilemmaroute", dilemma("Is het juist dat ik zwijg?", note.id))
    year.do(6, 22, "dilemmaroute", dilemma("Is het juist dat ik teken?", note.id))
    text = drawn(year, "toen-en-nu")
    assert text.index("dat ik zwijg") < text.index("dat ik teken")
    assert "iets anders" not in text


@pytest.mark.parametrize("said", ["De brief voor de wijk.", ""])
def test_what_was_said_beforehand_and_taken_back_since_does_not_leave(year: Year, said: str) -> None:
    def beforehand(text: str, add: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def moves(work: Any) -> Any:
            work = add(work)
            return work.replaced(work.beforehand.fill("doel", text), afterwards=False)

        return moves

    year.do(1, 20, "krachtenveld", beforehand("De brief van Joop.", answered("opvalt", THEN, two_forces)))
    year.do(6, 20, "krachtenveld", beforehand(said, answered("opvalt", NOW, later)))
    text = exported(year)
    assert "anderen" in text and "Joop" not in text
    assert said in text

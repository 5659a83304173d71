"""Exercises leave with their picture and with words that say the same; three people's are laid over each other."""

from datetime import UTC, datetime

import lxml.html
from support.export_readers import read

from goedwerk_tui.guidance.exercises import list as lists
from goedwerk_tui.guidance.exercises import sort
from goedwerk_tui.guidance.exercises.persistence import values_of
from goedwerk_tui.guidance.exercises.work import Work
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.sharing.bundle import bundle
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import Edits, edited
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.laying_out import make_document

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
COLUMNS = (sort.Column(id="veel", name="Belangrijk"), sort.Column(id="weinig", name="Minder"))


def a_sort(first: str, other: str) -> sort.Sort:
    cards = (sort.Card(id="1", text=first, column="veel"), sort.Card(id="2", text=other, column="weinig"))
    return sort.Sort(shape="columns", columns=COLUMNS, cards=cards)


def a_force_field(helps: str, weight: str) -> lists.ItemList:
    sides = lists.Attribute(id="kant", label="Kant", type="choice", options=(("a", "Bevordert"), ("b", "Belemmert")))
    weighed = lists.Attribute(id="gewicht", label="Gewicht", type="weight")
    item = lists.Item(key="1", text=helps, values={"kant": "a", "gewicht": weight})
    return lists.ItemList(asks="Wat?", attributes=(sides, weighed), sides="kant", items=(item,))


def exported(*works: Work) -> Document:
    journal = Journal.in_memory()
    for work in works:
        origin = Origin(
            "goed-werk", "opening", "waarden", f"opdracht-{work.EXERCISE}", "Opening", "Stap", f"Leg {work.EXERCISE}."
        )
        journal.add(Kind.EXERCISE, work.text(), origin=origin, data=values_of(work))
    return make_document(journal.newest_first(), NOW)


def drawings(document: Document) -> list[list[str]]:
    page = lxml.html.fromstring(render(document, Format.WEB_PAGE).content.decode())
    assert all(each.get("role") == "img" and each.get("aria-label") for each in page.xpath("//svg"))
    return [[text.text_content() for text in each.xpath(".//text")] for each in page.xpath("//svg")]


def test_a_picture_stands_beside_the_words() -> None:
    document = exported(a_sort("<b>eerlijk</b>", "snel"), a_force_field("tijd op vrijdag", "2"))
    assert drawings(document) == [
        ["Belangrijk", "<b>eerlijk</b>", "Minder", "snel"],
        ["Bevordert", "2", "tijd op vrijdag", "Belemmert"],
    ]
    for format in Format:
        shown = read(format, render(document, format).content)
        for words in ("<b>eerlijk</b>", "Belangrijk", "tijd op vrijdag"):
            assert words in shown


def test_a_replaced_name_is_gone_from_the_picture_too() -> None:
    document = edited(exported(a_sort("helpen van Fatima", "snel")), Edits({"Fatima": "een collega"}))
    for format in Format:
        assert "Fatima" not in read(format, render(document, format).content)
    assert drawings(document)[0][1] == "helpen van een collega"


def test_three_people_in_one_picture_and_not_two() -> None:
    people = [
        exported(a_sort("eerlijk", "snel"), a_force_field("tijd", "1")),
        exported(a_sort("Eerlijk", "zuinig"), a_force_field("Tijd", "3")),
        exported(a_sort("snel", "eerlijk"), a_force_field("rust", "2")),
    ]
    assert drawings(bundle(people[:2], NOW)) == []
    assert drawings(bundle(people, NOW)) == [
        ["Belangrijk", "2", "eerlijk", "1", "snel", "Minder", "1", "eerlijk", "1", "snel", "1", "zuinig"],
        ["Bevordert", "4", "tijd", "2", "rust", "Belemmert"],
    ]


def test_who_does_an_exercise_twice_is_one_person() -> None:
    twice = exported(a_sort("eerlijk", "snel"), a_sort("snel", "eerlijk"))
    assert drawings(bundle([twice, exported(a_sort("zuinig", "snel"))], NOW)) == []

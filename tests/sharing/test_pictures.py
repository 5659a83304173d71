"""Exercises leave with their picture and with words that say the same; three people's are laid over each other."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import docx
import lxml.html
import msgspec
import pypdf
import pytest
from support.clocks import World
from support.export_readers import read, squeezed

from goedwerk_tui.guidance.exercises import form, scale, sort
from goedwerk_tui.guidance.exercises import list as lists
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.persistence import values_of
from goedwerk_tui.journal import Entry, Journal, Kind, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.bundle import Wishes, bundle
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import Edits, edited
from goedwerk_tui.sharing.entry_document import make_document
from goedwerk_tui.sharing.figures import described, laid_over
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.kinds import DocumentKind, lay_out

NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
COLUMNS = (sort.ShownColumn(id="veel", name="Belangrijk"), sort.ShownColumn(id="weinig", name="Minder"))


def a_sort(first: str, other: str) -> sort.Sort:
    cards = (sort.PlacedCard(id="1", text=first, column="veel"), sort.PlacedCard(id="2", text=other, column="weinig"))
    return sort.Sort(shape="columns", columns=COLUMNS, cards=cards)


def a_force_field(helps: str, weight: str) -> lists.ItemList:
    sides = lists.ShownAttribute(
        id="kant", label="Kant", type="choice", options=(("a", "Bevordert"), ("b", "Belemmert"))
    )
    weighed = lists.ShownAttribute(id="gewicht", label="Gewicht", type="weight")
    item = lists.ListedItem(key="1", text=helps, values={"kant": "a", "gewicht": weight})
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
    found = page.xpath("//figure/div[@role='img' and @aria-label]")
    shown = [each.xpath(".//*[contains(' head item number ', concat(' ', @class, ' '))]") for each in found]
    return [[text.text_content() for text in texts] for texts in shown]


def test_a_picture_stands_beside_the_words() -> None:
    document = exported(a_sort("<b>eerlijk</b>", "snel"), a_force_field("tijd op vrijdag", "2"))
    assert drawings(document) == [
        ["Belangrijk", "<b>eerlijk</b>", "Minder", "snel"],
        ["Bevordert", "tijd op vrijdag", "2", "Belemmert"],
    ]
    for format in Format:
        shown = read(format, render(document, format).content)
        for words in ("<b>eerlijk</b>", "Belangrijk", "tijd op vrijdag"):
            assert words in shown


def everything() -> list[Work]:
    """Exercises in which something is to be said that a drawing alone may not show."""
    sides = a_force_field("tijd op vrijdag", "2")
    who = lists.ShownAttribute(id="wie", label="Wie gaat erover?", type="text")
    told = lists.ListedItem(key="2", text="de bestuursstaf", values={"kant": "b", "wie": "de secretaris"})
    nowhere = lists.ListedItem(key="3", text="nog nergens gelegd")
    placed = scale.PlacedItem(id="1", text="Ik zeg nee.", low="nooit", high="altijd", at=2, because="want dat mag")
    when = lists.ShownAttribute(id="dag", label="Wanneer?", type="text")
    met = lists.ListedItem(key="1", text="de griffier", values={"wie": "met haar", "dag": "elke donderdag"})
    listed = lists.ItemList(asks="Met wie?", attributes=(who, when), items=(met, told, nowhere))
    with_pile = a_sort("eerlijk", "snel")
    pile = sort.PlacedCard(id="3", text="op de stapel")
    return [
        msgspec.structs.replace(with_pile, cards=(*with_pile.cards, pile)),
        msgspec.structs.replace(with_pile, colliding="botst met", collisions=(("1", "2"),)),
        msgspec.structs.replace(sides, attributes=(*sides.attributes, who), items=(*sides.items, told, nowhere)),
        scale.Scale(points=5, items=(placed,), because="Waarom?"),
        listed,
        scale.Scale(points=5, items=(msgspec.structs.replace(placed, because=""),)),
        a_sort("een verantwoordelijkheidsgevoelswoord dat breed is", "x " * 400),
    ]


@pytest.mark.parametrize("format", [Format.WEB_PAGE, Format.WORD, Format.PDF])
@pytest.mark.parametrize("work", everything(), ids=lambda work: type(work).__name__)
def test_what_a_drawing_does_not_show_is_said(work: Work, format: Format) -> None:
    shown = squeezed(read(format, render(exported(work), format).content)).replace("\u00ad", "")
    drawn = re.sub(r"[-–·●()]|\b\d van \d\b|Hoe zwaar weegt het\?|Gewicht:|Kant: \w+", "\n", work.text())
    for said in filter(None, map(str.strip, re.sub(r"(?<=[?:]) ", "\n", drawn).split("\n"))):
        assert squeezed(said) in shown, said


@pytest.mark.parametrize("format", [Format.WEB_PAGE, Format.WORD, Format.PDF])
def test_what_was_written_around_an_exercise_stands_beside_its_drawing(format: Format) -> None:
    journal, work = Journal.in_memory(), a_force_field("tijd op vrijdag", "2")
    text = f"Waar kijk je naar?\nMijn afdeling.\n\n{work.text()}\n\nWat valt je op?\nDat het er één is."
    journal.add(Kind.EXERCISE, text, data=values_of(work))
    shown = read(format, render(make_document(journal.newest_first(), NOW), format).content)
    for words in ("Waar kijk je naar?", "Mijn afdeling.", "Wat valt je op?", "Dat het er één is."):
        assert words in shown
    assert shown.count("tijd op vrijdag") == 1


def test_what_one_person_says_of_a_force_is_in_no_picture_of_all() -> None:
    work = a_force_field("tijd", "2")
    who = lists.ShownAttribute(id="wie", label="Wie?", type="text")
    item = msgspec.structs.replace(work.items[0], values={"kant": "a", "wie": "alleen Marleen"})
    one = exported(msgspec.structs.replace(work, attributes=(*work.attributes, who), items=(item,)))
    assert "alleen Marleen" in render(one, Format.WEB_PAGE).content.decode()
    pictures = [piece.picture for piece in one.pieces if piece.picture]
    laid = laid_over(pictures * 3)
    assert laid is not None
    assert "alleen Marleen" not in described(laid)


def test_of_a_sort_that_is_not_finished_the_pile_leaves_as_a_number() -> None:
    work = a_sort("eerlijk", "snel")
    pile = tuple(sort.PlacedCard(id=f"p{number}", text=f"kaart van de stapel {number}") for number in range(30))
    own = sort.PlacedCard(id="eigen-brug", text="de brug")
    work = msgspec.structs.replace(work, cards=(*work.cards, *pile, own))
    journal = Journal.in_memory()
    origin = Origin("goed-werk", "opening", "waarden", "opdracht", "Opening", "Stap", "Leg.")
    kept_before = "\n".join(["Belangrijk", "- eerlijk", "", "Niet gelegd", *(f"- {card.text}" for card in work.pile)])
    journal.add(Kind.EXERCISE, kept_before, origin=origin, data=values_of(work))
    document = make_document(journal.newest_first(), NOW)
    for format in (Format.MARKDOWN, Format.WEB_PAGE):
        text = read(format, render(document, format).content)
        assert "Nog niet gelegd: 31 kaarten, ook ‘de brug’" in text
        assert "kaart van de stapel" not in text


MINE, REWARDED = ("vind ik belangrijk", "vind ik minder"), ("loont", "loont niet")
STEPS = {MINE: ("waardensortering", "Waardensortering"), REWARDED: ("waarden-beloond", "Wat hier beloond wordt")}


def keep_sort(journal: Journal, names: tuple[str, str], **placed: str) -> Entry:
    """Keep a sort of values in two columns."""
    columns = tuple(sort.ShownColumn(id=id, name=name) for id, name in zip(("veel", "weinig"), names, strict=True))
    cards = tuple(sort.PlacedCard(id=name, text=name, column=column) for name, column in placed.items())
    work = sort.Sort(shape="columns", columns=columns, cards=cards)
    step, title = STEPS[names]
    origin = Origin("goed-werk", "opening", step, "opdracht", "Opening", title, "Leg de kaarten.")
    return journal.add(Kind.EXERCISE, work.text(), origin=origin, data=values_of(work))


def test_a_sort_that_leaves_with_another_says_what_moved(pack: Pack) -> None:
    world = World(NOW)
    first = keep_sort(world.journal, MINE, zorg="veel", tempo="weinig", durf="weinig", maat="veel")
    world.wait(days=90)
    again = keep_sort(world.journal, MINE, zorg="weinig", tempo="weinig", durf="veel", rust="veel")
    rewarded = keep_sort(world.journal, REWARDED, zorg="weinig", tempo="veel", durf="veel")
    shifted = (
        "Wat er verschoof sinds 14 maart 2026",
        "zorg – lag bij ‘vind ik belangrijk’, ligt nu bij ‘vind ik minder’",
        "durf – lag bij ‘vind ik minder’, ligt nu bij ‘vind ik belangrijk’",
        "rust – nieuw, ligt nu bij ‘vind ik belangrijk’",
        "Er niet meer bij",
        "maat – lag bij ‘vind ik belangrijk’",
    )
    apart = (
        "Wat anders ligt dan bij ‘Waardensortering’ van 12 juni 2026",
        "tempo – daar bij ‘vind ik minder’, hier bij ‘loont’",
    )
    chosen = (((first, again), shifted), ((again, rewarded), apart), ((first, again, rewarded), (*shifted, *apart)))
    for kind in (DocumentKind.CHOSEN, DocumentKind.JOURNAL, DocumentKind.MEETING):
        for entries, said in chosen:
            document = lay_out(kind, entries, pack, NOW)
            for format in Format:
                shown = squeezed(read(format, render(document, format).content))
                assert [each for each in said if squeezed(each) not in shown] == [], (kind, format)
                assert ("verschoof" in shown) is (first in entries)
    # What does not leave is not told of.
    for alone in (first, again, rewarded):
        assert lay_out(DocumentKind.CHOSEN, [alone], pack, NOW) == make_document([alone], NOW)


def test_in_a_drawing_of_a_sort_stands_at_each_card_that_moved_where_it_lay(pack: Pack) -> None:
    world = World(NOW)
    before = keep_sort(world.journal, MINE, zorg="veel", tempo="weinig")
    world.wait(days=90)
    entries = [before, keep_sort(world.journal, MINE, zorg="weinig", tempo="weinig")]
    pictures = [piece.picture for piece in lay_out(DocumentKind.CHOSEN, entries, pack, NOW).pieces if piece.picture]
    said = [[(mark.text, mark.about) for lane in each.lanes for mark in lane.marks if mark.about] for each in pictures]
    assert said == [[], [("zorg", "lag bij ‘vind ik belangrijk’")]]


def test_a_drawing_that_says_all_stands_alone_and_is_told_of() -> None:
    document = exported(a_force_field("tijd op vrijdag", "2"))
    word: Any = docx.Document(io.BytesIO(render(document, Format.WORD).content))
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [
        ["Bevordert", "", "", "Belemmert"],
        ["tijd op vrijdag", "■■ 2", "", ""],
    ]
    assert "tijd op vrijdag" not in "".join(each.text for each in word.paragraphs)
    for row in word.tables[0].rows:
        assert row._tr.xpath("./w:trPr/w:cantSplit")
    told = "Bevordert: tijd op vrijdag: 2. Belemmert: niets."
    assert word.element.body.xpath(".//w:tblDescription/@w:val")[0].endswith(told)
    page = lxml.html.fromstring(render(document, Format.WEB_PAGE).content.decode())
    assert page.xpath("//div[@role='img']/@aria-label")[0].endswith(told)
    reader = pypdf.PdfReader(io.BytesIO(render(document, Format.PDF).content))
    found: list[Any] = [each.get_object() for each in map(reader.get_object, range(1, len(reader.xref[0]) + 1)) if each]
    figures = [each for each in found if isinstance(each, dict) and each.get("/S") == "/Figure"]
    assert [each["/Alt"].endswith(told) for each in figures] == [True]


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
    assert drawings(bundle(people[:2], NOW, Wishes(few=True))[0]) == []
    assert drawings(bundle(people, NOW, Wishes(few=True))[0]) == [
        ["Belangrijk", "eerlijk", "2", "snel", "1", "Minder", "eerlijk", "1", "snel", "1", "zuinig", "1"],
        ["Bevordert", "tijd", "4", "rust", "2", "Belemmert"],
    ]


def test_who_does_an_exercise_twice_is_one_person() -> None:
    twice = exported(a_sort("eerlijk", "snel"), a_sort("snel", "eerlijk"))
    assert drawings(bundle([twice, exported(a_sort("zuinig", "snel"))], NOW, Wishes(few=True))[0]) == []


def test_the_rows_of_a_form_leave_as_a_table_and_its_other_fields_once() -> None:
    sections = {"s": ("Het gesprek", "")}
    about = form.Box(id="wat", section="s", label="Waar ging het over?", value="De planning")
    turns = form.Box(
        id="kolommen", section="s", label="Schrijf het uit.", type="table", columns=("dacht", "gezegd"),
        value="Hij heeft het al besloten | ‘We kijken nog.’\nIk geef het op",
    )  # fmt: skip
    document = exported(form.Form(boxes=(about, turns), sections=sections))
    word = docx.Document(io.BytesIO(render(document, Format.WORD).content))
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [
        ["dacht", "gezegd"],
        ["Hij heeft het al besloten", "‘We kijken nog.’"],
        ["Ik geef het op", ""],
    ]
    for each in (Format.WORD, Format.WEB_PAGE, Format.PDF):
        words = squeezed(read(each, render(document, each).content))
        assert words.count(squeezed("De planning")) == 1
        assert words.count(squeezed("Ik geef het op")) == 1

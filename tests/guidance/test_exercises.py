"""Each kind of exercise without a screen: its moves, undo, what is open, its text and its picture."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.guidance.exercises import compose, form, scale, sort
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.state import Sitting
from goedwerk_tui.programme.exercises import ComposeParts, FormParts, ListParts, SortParts

SORT = msgspec.convert(
    {
        "columns": [{"id": "meest", "name": "meest", "quota": 1}, {"id": "rest", "name": "rest"}],
        "own_card": "Wat nog?",
        "colliding": "botst met",
    },
    SortParts,
)
CARDS = tuple(sort.PlacedCard(id=name, text=name) for name in ("zorg", "tempo", "rust"))

FORM = msgspec.convert(
    {
        "sections": [
            {
                "id": "plan",
                "title": "Het plan",
                "fields": [
                    {"id": "als", "label": "Als …"},
                    {
                        "id": "dan",
                        "label": "dan …",
                        "yields": "intention",
                        "yields_as": "Als {als}, dan {dan}.",
                    },
                ],
            },
            {
                "id": "meer",
                "title": "Meer",
                "fields": [
                    {"id": "dag", "label": "Wanneer?", "type": "date"},
                    {"id": "rij", "label": "Opties", "type": "table", "columns": ["optie", "ervoor"]},
                    {"id": "soort", "label": "Wat?", "type": "choice", "options": [{"id": "a", "text": "een feit"}]},
                ],
            },
        ]
    },
    FormParts,
)

LIST = msgspec.convert(
    {
        "item": "Wat helpt of hindert?",
        "yields": "condition",
        "sides": "side",
        "attributes": [
            {
                "id": "side",
                "label": "kant",
                "type": "choice",
                "options": [{"id": "furthers", "text": "helpt"}, {"id": "hinders", "text": "hindert"}],
            },
            {"id": "weight", "label": "gewicht", "type": "weight"},
        ],
    },
    ListParts,
)

COMPOSE = msgspec.convert(
    {"parts": [{"id": "missie", "title": "Missie", "text": "Wat kom je doen?", "most_words": 5, "yields": "vision"}]},
    ComposeParts,
)


def test_a_card_goes_anywhere_and_open_quotas_are_told() -> None:
    work = sort.begin(SORT, CARDS)
    assert work.open == "nog 3 te leggen"
    work = work.place("zorg", "meest").place("tempo", "meest").place("rust", "rest")
    assert work.open == "‘meest’ 1 te veel"
    assert work.place("zorg", "rest").place("tempo", "rest").open == "‘meest’ 1 te weinig"
    work = work.place("tempo", "rest")
    assert work.open == ""
    assert work.collide("zorg", "rust").text() == "meest\n- zorg\n\nrest\n- rust\n- tempo\n\n- rust botst met zorg"


def test_own_cards_come_on_top_and_can_go_again() -> None:
    work = sort.begin(SORT, CARDS).add("  de   inwoner ")
    assert work.pile[0].text == "de inwoner"
    assert work.add("De Inwoner") is work
    assert work.remove("zorg") is work
    assert work.remove(work.pile[0].id) == sort.begin(SORT, CARDS)


def test_beside_an_earlier_sort_stands_what_rose_and_fell_and_an_empty_ring_stays() -> None:
    before = sort.begin(SORT, CARDS).place("zorg", "meest").place("tempo", "rest")
    now = sort.begin(SORT, CARDS).place("zorg", "rest").place("tempo", "rest")
    first, second = now.picture(before)
    assert first.cards == ()
    assert second.cards == (sort.RankedCard("zorg", "meest", -1), sort.RankedCard("tempo"))


@given(st.lists(st.tuples(st.sampled_from(["zorg", "tempo", "rust"]), st.sampled_from(["meest", "rest", ""]))))
def test_undo_goes_back_to_the_beginning_and_no_card_is_ever_lost(moves: list[tuple[str, str]]) -> None:
    begun = sort.begin(SORT, CARDS)
    sitting = Sitting(begun)
    for card, column in moves:
        assert isinstance(sitting.work, sort.Sort)
        sitting.to(sitting.work.place(card, column))
        assert {each.id for each in sitting.work.cards} == {"zorg", "tempo", "rust"}  # type: ignore[union-attr]
    while sitting.undo():
        pass
    assert sitting.work == begun


def test_undo_never_takes_what_was_typed_since() -> None:
    sitting = Sitting(form.begin(FORM))
    sitting.to(form.begin(FORM).fill("soort", "a"))
    assert isinstance(sitting.work, form.Form)
    sitting.replace(sitting.work.fill("als", "het vijf uur is"))
    assert not sitting.undo()
    assert "het vijf uur is" in sitting.work.text()


CELLS = st.text(st.characters(blacklist_characters="|", blacklist_categories=("C", "Z")), min_size=1)


@given(st.lists(st.tuples(CELLS, st.text(st.sampled_from("a|* -"), min_size=1).filter(str.strip)), min_size=1))
def test_a_bar_typed_in_the_last_column_of_a_table_stays_as_it_was_typed(rows: list[tuple[str, str]]) -> None:
    work = form.begin(FORM).fill("rij", "\n".join(f"{first} | {last}" for first, last in rows))
    box = next(each for each in work.boxes if each.id == "rij")
    assert box.rows == tuple((first, last.strip()) for first, last in rows)
    assert box.shown == "\n".join(f"- {first} – ervoor: {last.strip()}" for first, last in rows)


def test_a_form_reads_as_one_page_without_what_was_left_empty() -> None:
    work = form.begin(FORM)
    assert not work.begun
    work = work.fill("als", "het vijf uur is.").fill("dan", "loop ik een rondje").fill("soort", "a")
    work = work.fill("rij", "niets doen | goedkoop\nalles").fill("dag", "3-12-2026")
    assert work.open == ""
    assert work.text() == (
        "Het plan\n\nAls …\nhet vijf uur is.\n\ndan …\nloop ik een rondje\n\nMeer\n\nWanneer?\n3 december 2026\n\n"
        "Opties\n- niets doen – ervoor: goedkoop\n- alles\n\nWat?\neen feit"
    )
    assert "Meer" not in form.begin(FORM).fill("als", "x").text()


def test_a_field_makes_an_intention_in_the_words_that_the_author_gave() -> None:
    (made,) = form.begin(FORM).fill("als", "het vijf uur is.").fill("dan", "loop ik een rondje").made()
    assert (made.makes, made.text) == ("intention", "Als het vijf uur is, dan loop ik een rondje.")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3-12-2026", "2026-12-03"),
        ("3 december 2026", "2026-12-03"),
        ("3 dec 2026", "2026-12-03"),
        ("9 mrt 2026", "2026-03-09"),
    ],
)
def test_a_date_is_read(written: str, read: str) -> None:
    assert str(form.day_in(written)) == read


@given(st.text())
def test_anything_may_stand_where_a_date_is_asked(text: str) -> None:
    form.day_in(text)
    assert form.begin(FORM).fill("dag", text).text() is not None


def test_a_scale_shows_each_item_and_its_change_and_no_total() -> None:
    items = tuple(
        scale.PlacedItem(id=name, text=name, low="zelden", high="vaak", group="Vak") for name in ("een", "twee")
    )
    begun = scale.Scale(points=5, items=items, because="want")
    before = begun.place("een", 2)
    now = begun.place("een", 5).explain("een", "het lukte").place("twee", 1)
    assert before.open == "nog 1 te plaatsen"
    assert before.next_open("een") == "twee"
    ((group, dots),) = now.picture(before)
    assert (group, [(dot.at, dot.was) for dot in dots]) == ("Vak", [(5, 2), (1, 0)])
    assert now.text() == "Vak\n- een\n  zelden ····● vaak\n  want het lukte\n- twee\n  zelden ●···· vaak"
    assert before.place("een", 0).text() == ""


def test_a_list_becomes_a_force_field_and_makes_conditions() -> None:
    work = listing.begin(LIST).add("tijd").add("haast")
    work = work.say("1", "weight", "2").say("1", "side", "furthers")
    work = work.say("2", "side", "hinders").say("2", "weight", "1")
    helps, hinders = work.force_field()
    assert helps == ("helpt", (listing.Force("tijd", 2, ""),))
    assert hinders == ("hindert", (listing.Force("haast", 1, ""),))
    assert [made.data for made in work.made()] == [
        {"side": "furthers", "weight": "2"},
        {"side": "hinders", "weight": "1"},
    ]
    assert work.say("2", "side", "").open == "1 regel nog niet af"
    assert work.remove("1").rename("2", "de haast").text() == "- de haast\n  kant: hindert\n  gewicht: 1 van 3"


def test_a_composition_takes_what_was_picked_and_tells_when_it_is_too_long() -> None:
    source = compose.PickedSource(id="a1", origin="Opening › Woorden", text="stevig werk")
    work = compose.begin(COMPOSE, {"missie": (source,)})
    work = work.write("missie", "Ik kom hier").pick("missie", "a1").pick("missie", "a1")
    assert work.piece("missie").picked == (compose.PickedSource(id="a1", origin="Opening › Woorden", text=""),)
    assert work.text() == "Ik kom hier\n\nstevig werk"
    assert work.write("missie", "Ik kom hier nog een keer voor").open == "‘Missie’ 2 woorden te lang"


@pytest.mark.parametrize(
    ("picked", "written", "named"),
    [
        pytest.param("stevig werk", "Ik maak stevig werk.", True, id="whole"),
        pytest.param("stevig werk", "Ik maak STEVIG, werk!", True, id="other signs"),
        pytest.param("werk", "Ik maak handwerk.", False, id="part of a word"),
        pytest.param("stevig werk", "Ik maak onstevig werken.", False, id="parts of words"),
        pytest.param("stevig werk", "Ik maak iets anders.", False, id="taken out"),
        pytest.param("ik ga naar de balie en luister", "Morgen ga ik naar de balie.", True, id="some of it"),
        pytest.param("ik ga naar de balie en luister", "Ik luister.", False, id="words apart"),
        pytest.param("stevig werk", "", False, id="empty"),
    ],
)
def test_a_source_is_named_for_what_is_left_of_it(picked: str, written: str, named: bool) -> None:
    source = compose.PickedSource(id="a1", origin="Opening › Woorden", text=picked)
    work = compose.begin(COMPOSE, {"missie": (source,)}).pick("missie", "a1").write("missie", written)
    kept = work.naming_what_is_left().piece("missie").picked
    assert [each.origin for each in kept] == (["Opening › Woorden"] if named else [])


def test_what_is_cut_and_pasted_again_is_still_named() -> None:
    source = compose.PickedSource(id="a1", origin="Opening › Woorden", text="stevig werk")
    work = compose.begin(COMPOSE, {"missie": (source,)}).pick("missie", "a1")
    work = work.write("missie", "").write("missie", "stevig werk")
    assert work.naming_what_is_left().piece("missie").picked


def test_what_stands_in_part_of_a_word_can_be_picked() -> None:
    source = compose.PickedSource(id="a1", origin="Opening › Woorden", text="werk")
    work = compose.begin(COMPOSE, {"missie": (source,)}).write("missie", "handwerk").pick("missie", "a1")
    assert work.text() == "handwerk\n\nwerk"

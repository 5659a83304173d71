"""Values, statements, openers, questions, strategies and words of an organisation say whose they are; others do not."""

import io
import sys
from pathlib import Path

import pytest
from support.command_line import run
from support.little_pack import write_pack

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.collections.own_words import OwnWords
from goedwerk_tui.guidance.collections.strategies import Strategies
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.template import new_content
from goedwerk_tui.sharing.booklet import make_booklet
from goedwerk_tui.sharing.formats import Format, render

LISTS = {
    "strategies.yaml": "- {id: m-bellen, name: bellen, text: Bel eerst., step: m-lege-stoel}\n",
    "glossary.yaml": "- {id: m-kade, term: kade, meaning: Een rand van steen.}\n",
    "prompts.yaml": '- {id: m-maand, text: "Wie hielp?", dimension: geheel, move: see}\n',
    "values.yaml": "- {id: m-moed, name: lef, meaning: Doen wat eng is.}\n",
    "statements.yaml": "- {id: m-twee, text: Ik ken de haven., dimension: vakmanschap}\n",
    "openers.yaml": '- {id: m-waarom, text: "Waarom zo?", to: colleague}\n',
}


def with_lists(folder: Path) -> Path:
    new_content(folder, "casus", "m")
    for name, text in LISTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Pack:
    pack = open_content([with_lists(tmp_path / "m")])
    assert pack.notices == ()
    return pack


def begun(pack: Pack, step_id: str) -> object:
    step = pack.step(step_id)
    assert isinstance(step, Exercise)
    return prefill.begin(step, pack, Journal.in_memory())


def test_an_exercise_says_it_of_a_value_a_statement_and_an_opener(own: Pack) -> None:
    sorting, placing, text = (begun(own, each) for each in ("waardensortering", "startfoto", "uitnodiging-tot-gesprek"))
    assert isinstance(sorting, Sort)
    assert isinstance(placing, Scale)
    assert isinstance(text, Composition)

    cards = {card.id: card.text for card in sorting.cards}
    assert cards.pop("m-moed") == "lef (M)"
    assert not any("(M)" in card for card in cards.values())
    groups = {item.text: item.group for item in placing.items}
    assert groups.pop("Ik ken de haven.") == "Vakmanschap (M)"
    assert not any("(M)" in group for group in groups.values())
    (colleague, _) = text.pieces
    origins = {source.text: source.origin for source in colleague.sources}
    assert origins.pop("Waarom zo?") == "Gespreksopener (M)"
    assert set(origins.values()) == {"Gespreksopener"}


def test_collections_keep_it_apart(own: Pack) -> None:
    for collection, item_id in ((Strategies(), "m-bellen"), (OwnWords(), "m-kade")):
        labels = {item.id: item.label for item in collection.offered(Journal.in_memory(), own)}
        assert labels.pop(item_id) == "M"
        assert set(labels.values()) == {""}


def test_a_booklet_says_it_above_or_behind_it(own: Pack) -> None:
    booklet = render(make_booklet(own), Format.TEXT).content.decode()

    for words in ("Begrippen (M)", "Vakmanschap (M)", "lef (M)", "Ik ken de haven."):
        assert words in booklet
    assert booklet.index("Begrippen (M)") < booklet.index("Een rand van steen.")


def test_a_question_between_the_sessions_says_it_and_so_does_its_answer(
    tmp_path: Path, places: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    base = write_pack(tmp_path / "basis", **{"prompts.yaml": None})
    overlay = with_lists(tmp_path / "m")
    content = ("--content", str(base), "--content", str(overlay))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ank.\n")))

    assert "Wie hielp? (M)" in run(capsys, *content, "vraag")[1]
    target = tmp_path / "uit.md"
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(target))[0] == 0
    assert "Vraag van de week (M)" in target.read_text("utf-8")


def test_a_result_that_leaves_says_it(own: Pack) -> None:
    journal = Journal.in_memory()
    step = own.step("waardensortering")
    assert isinstance(step, Exercise)
    work = prefill.begin(step, own, journal)
    assert isinstance(work, Sort)
    entry = persistence.finish(
        journal, step, persistence.origin_of(own, step), work.place("m-moed", work.columns[0].id), "x"
    )

    assert "- lef (M)" in entry.text

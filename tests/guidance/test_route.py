"""The route through a step: in which order one is asked, and how much text lies open at each stop."""

from goedwerk_tui.guidance.route import CHOICE_ITEM, open_blocks, stops
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Block, Case, Choice, Option, Question, Reading, Step


def case(*, blocks: tuple[str, ...], after: tuple[str | None, ...], choice: bool = True) -> Case:
    questions = tuple(
        Question(id=f"q{number}", text="Wat zag je?", move="see", after=slug) for number, slug in enumerate(after)
    )
    options = Choice(text="Wat doe je?", options=(Option(id="a", text="Dit."), Option(id="b", text="Dat.")))
    return Case(
        id="c", kind="case", title="C", minutes=1, level="rijk", field="x", role="y",
        blocks=tuple(Block(slug=slug, title=slug, text="tekst") for slug in blocks),
        questions=questions, choice=options if choice else None,
    )  # fmt: skip


ALL = ("situatie", "moment", "stemmen", "hoe-het-verder-ging", "brug")


def keys(step: Step) -> list[tuple[str, int]]:
    return [(stop.key, stop.blocks) for stop in stops(step)]


def test_the_voices_open_after_the_choice() -> None:
    assert keys(case(blocks=ALL, after=("situatie", "stemmen", "brug", None))) == [
        ("vraag:q0", 1),
        (CHOICE_ITEM, 2),
        ("vraag:q1", 3),
        ("lees:hoe-het-verder-ging", 4),
        ("vraag:q2", 5),
        ("vraag:q3", 5),
    ]


def test_voices_first() -> None:
    assert keys(case(blocks=("stemmen", "situatie", "moment"), after=(None,))) == [
        ("lees:stemmen", 1),
        ("vraag:q0", 3),
        (CHOICE_ITEM, 3),
    ]


def test_a_case_without_a_choice_or_questions_can_be_read() -> None:
    assert keys(case(blocks=("situatie", "moment"), after=(), choice=False)) == [("lees:moment", 2)]


def test_a_reading_is_one_stop() -> None:
    text = Block(slug="", title="", text="tekst")
    assert keys(Reading(id="r", kind="reading", title="R", minutes=1, blocks=(text,))) == [("lees:", 1)]
    assert keys(Reading(id="r", kind="reading", title="R", minutes=1)) == [("lees:", 0)]


def test_every_shipped_step_is_asked_whole_and_ends_with_all_text_open(pack: Pack) -> None:
    for session in pack.programme.sessions:
        for step in map(pack.step, session.steps):
            route = stops(step)
            items = [stop.item for stop in route if stop.item]
            assert sorted(items) == sorted(
                [question.id for question in step.questions]
                + ([CHOICE_ITEM] if isinstance(step, Case) and step.choice else [])
            )
            assert open_blocks(step, route[-1]) == step.blocks
            assert [stop.blocks for stop in route] == sorted(stop.blocks for stop in route)

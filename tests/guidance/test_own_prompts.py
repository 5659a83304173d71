"""Own questions: asked first and once, as long as they are there and in the words that they have."""

from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import World

from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.guidance.reminders.own_prompts import own_prompts
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Prompt


class Asking(World):
    """A journal in which a question is asked every week."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self.pack = pack

    @property
    def question(self) -> Prompt | None:
        return rhythm.question_now(self.pack.prompts(), self.pack.programme, self.journal, self.today, Every.WEEK)

    def wonder(self, text: str) -> Entry:
        return self.journal.add(Kind.PROMPT, text)

    def answer(self, text: str = "dit") -> Entry:
        assert self.question
        origin = rhythm.origin_of(self.question, self.pack)
        return self.journal.add(Kind.ANSWER, text, origin=origin)


def test_they_come_first_and_once(pack: Pack) -> None:
    world = Asking(pack)
    for text in ("Waarom zei ik niets?", "En wat zou [Gerard]\n\ndoen?"):
        world.wonder(text)
        world.wait(minutes=1)
    asked: list[str] = []
    for _ in range(3):
        assert world.question
        asked.append(world.question.text)
        answer = world.answer()
        assert answer.origin
        assert answer.origin.words == asked[-1]
        assert world.question is None
        world.wait(weeks=1)
    assert asked[:2] == ["Waarom zei ik niets?", "En wat zou [Gerard] doen?"]
    assert asked[2] in {each.text for each in pack.prompts()}


def test_one_that_is_thrown_away_is_not_asked(pack: Pack) -> None:
    world = Asking(pack)
    entry = world.wonder("Waarom zei ik niets?")
    world.journal.trash(entry.id)
    assert world.question in pack.prompts()
    world.journal.restore(entry.id)
    assert world.question
    assert world.question.text == entry.text


def test_in_other_words_it_is_another_question(pack: Pack) -> None:
    world = Asking(pack)
    entry = world.wonder("Waarom zei ik niets?")
    first = world.answer("het was laat")
    world.wait(weeks=1)
    assert world.question in pack.prompts()
    world.journal.change(entry.id, "Waarom zei ik wéér niets?")
    assert world.question
    assert world.question.text == "Waarom zei ik wéér niets?"
    assert own_prompts(world.journal)[0].waits
    second = world.answer("het was vroeg")
    (own,) = own_prompts(world.journal)
    assert (own.waits, own.answers) == (False, (second, first))


def test_one_that_was_put_aside_stays_aside(pack: Pack) -> None:
    world = Asking(pack)
    world.wonder("Waarom zei ik niets?")
    assert world.question
    rhythm.put_aside(world.journal, world.question)
    assert world.question in pack.prompts()
    (own,) = own_prompts(world.journal)
    assert (own.waits, own.put_aside) == (False, world.now)


def test_a_long_one_is_cut_where_it_is_asked_and_whole_where_it_is_kept(pack: Pack) -> None:
    world = Asking(pack)
    entry = world.wonder("waarom " * 400)
    assert world.question
    assert len(world.question.text) <= 300
    assert own_prompts(world.journal)[0].entry.text == entry.text


DEEDS = st.lists(st.sampled_from(["wonder", "answer", "aside", "change", "trash", "restore", "week"]), max_size=25)


@given(DEEDS, st.integers(-20, 20))
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_nothing_is_asked_twice(pack: Pack, deeds: list[str], clock_goes: int) -> None:
    """The same words of the same entry come once, also when the clock is set back or forward."""
    world = Asking(pack)
    gone: set[str] = set()
    for number, deed in enumerate(deeds):
        world.wait(seconds=1)
        entries = world.journal.newest_first(kinds={Kind.PROMPT}, state=None)
        if deed == "wonder":
            world.wonder(f"vraag {number}")
        elif deed == "week":
            world.wait(days=clock_goes)
        elif deed == "change" and entries:
            world.journal.change(entries[-1].id, f"anders {number}")
        elif deed == "trash" and entries:
            world.journal.trash(entries[0].id)
        elif deed == "restore" and entries:
            world.journal.restore(entries[0].id)
        question = world.question
        if question and deed in ("answer", "aside"):
            assert question.id not in gone
            gone.add(question.id)
            if deed == "answer":
                world.answer()
            else:
                rhythm.put_aside(world.journal, question)
        live = world.journal.newest_first(kinds={Kind.PROMPT})
        assert {each.entry.id for each in own_prompts(world.journal)} == {each.id for each in live}
        if world.question:
            waiting = [each for each in own_prompts(world.journal) if each.waits]
            assert (world.question == waiting[0].prompt) if waiting else (world.question in pack.prompts())

"""Packs that change at random while a journal grows: no answer ever stands under a question that it did not answer."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from support.little_pack import write_pack

from goedwerk_tui.guidance import answers
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.progress import next_step
from goedwerk_tui.journal import Journal, Status, StepProgress
from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Case, Choice, Option, Question

WORDINGS = {
    "aanhef": ("Wat valt je op aan de aanhef?", "Wat valt je op, aan de AANHEF", "Wat zie je in de aanhef?"),
    "slot": ("Wat staat er in het slot?", "wat staat er in het slot", "Hoe eindigt de brief?"),
    "wie": ("Wie leest dit?", "Wie leest dit", "Wie krijgt dit onder ogen?"),
}
"""By what they ask: the same but for spelling, and last in other words."""
MEANING = {wording: asks for asks, wordings in WORDINGS.items() for wording in wordings}
STEPS = ("kade", "haven")
OWN = ("kaart", "kaarten", "schaal")
"""A form, a sort and a scale, each of which grows."""
PLACES = {asks: at for at, asks in enumerate(sorted(WORDINGS), 1)}
"""Where each is put on the scale."""


@dataclass(frozen=True)
class Asked:
    """A question or an option as a pack words it; ``names`` says that it names all that ask the same."""

    id: str
    asks: str
    wording: int
    names: bool
    was: str = ""
    """The id by which it went before, if it had another."""

    @property
    def text(self) -> str:
        return WORDINGS[self.asks][self.wording]

    def lines(self, indent: str) -> str:
        same = [each for each in WORDINGS[self.asks] if each != self.text]
        listed = ", ".join(f'"{each}"' for each in same)
        names = f"\n{indent}same_as: [{listed}]" if self.names else ""
        was = f"\n{indent}formerly: [{self.was}]" if self.was else ""
        return f'id: {self.id}\n{indent}text: "{self.text}"{names}{was}'


def several(ids: tuple[str, ...]) -> st.SearchStrategy[tuple[Asked, ...]]:
    """One for each id, all asking something else."""
    return st.permutations(sorted(WORDINGS)).flatmap(
        lambda asks: st.tuples(
            *(
                st.builds(Asked, st.just(each), st.just(asks[n]), st.integers(0, 2), st.booleans())
                for n, each in enumerate(ids)
            )
        )
    )


@st.composite
def questions(draw: st.DrawFn) -> tuple[Asked, ...]:
    """Three of four ids, and perhaps one of them that went by the fourth before."""
    *ids, gone = draw(st.permutations(["een", "twee", "drie", "vier"]))
    found, renamed = draw(several(tuple(ids))), draw(st.sampled_from(["", *ids]))
    return tuple(replace(each, was=gone) if each.id == renamed else each for each in found)


def case(step: str, questions: tuple[Asked, ...], options: tuple[Asked, ...], choice: Asked) -> str:
    asked = "\n".join(f"  - {each.lines('    ')}\n    move: see" for each in questions)
    chosen = "\n".join(f"    - {each.lines('      ')}" for each in options)
    choice_lines = choice.lines("  ").partition("\n")[2]
    return (
        f"---\nid: {step}\nkind: case\ntitle: De {step}\nlevel: gemeente\nfield: water\nrole: adviseur\n"
        f"choice:\n{choice_lines and '  ' + choice_lines.lstrip()}\n  options:\n{chosen}\nquestions:\n{asked}\n---\n"
        "## Situatie\n\nEen kade.\n\n## Moment\n\nEen vraag.\n"
    )


def form(fields: tuple[Asked, ...]) -> str:
    asked = "\n".join(f'          - {{id: {each.id}, label: "{each.text}"}}' for each in fields)
    return (
        "---\nid: kaart\nkind: exercise\ntitle: De kaart\ninstruction: Vul in.\nresult: collection\nform:\n"
        f"  sections:\n      - id: een\n        title: Een\n        fields:\n{asked}\n---\n"
    )


def sort(cards: tuple[Asked, ...]) -> str:
    laid = "\n".join(f'    - {{id: {each.id}, text: "{each.text}"}}' for each in cards)
    columns = "\n".join(f"    - {{id: {each}, name: {each}}}" for each in sorted(WORDINGS))
    return (
        "---\nid: kaarten\nkind: exercise\ntitle: Kaarten\ninstruction: Leg.\nresult: collection\nsort:\n"
        f"  columns:\n{columns}\n  cards:\n{laid}\n---\n"
    )


def scale(items: tuple[Asked, ...]) -> str:
    placed = "\n".join(f'    - {{id: {each.id}, text: "{each.text}"}}' for each in items)
    return (
        "---\nid: schaal\nkind: exercise\ntitle: Schaal\ninstruction: Zet.\nresult: collection\nscale:\n"
        f"  low: weinig\n  high: veel\n  items:\n{placed}\n---\n"
    )


class ChangingPacks(RuleBasedStateMachine):
    """A journal that goes on with an overlay, with its next versions, be they broken in part, and without it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.base = Pack.open(write_pack(self.folder / "programma"))
        self.pack = self.base
        self.journal = Journal.in_memory()
        self.meant: dict[str, str] = {}
        """What was asked when each text was written; the option that was taken, for a choice."""
        self.written = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule()
    def without_the_overlay(self) -> None:
        self._take(self.base)

    @rule(data=st.data())
    def with_a_version_of_it(self, data: st.DataObject) -> None:
        title, step = data.draw(st.sampled_from(["eigen", "anders"])), data.draw(st.sampled_from(STEPS))
        renamed, choice = data.draw(st.booleans()), data.draw(several(("keuze",)))
        asked, options = data.draw(questions()), data.draw(several(("links", "rechts", "rond")))
        fields, changed = data.draw(several(("x", "y"))), data.draw(several(("zien",)))
        cards, items = data.draw(several(("x", "y", "z"))), data.draw(several(("x", "y", "z")))
        hidden = data.draw(st.sampled_from(["", "hide: [de-brief]\n", "hide: [eigen-brief]\n"]))
        other = next(each for each in STEPS if each != step)
        folder = self.folder / "eigen"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        former = f"formerly:\n  - {{step: {step}, was: {other}}}\n" if renamed else ""
        overlay = (
            f"id: {title}\ntitle: Eigen\n{former}{hidden}"
            f"add:\n  - {{session: opening, steps: [{step}, {', '.join(OWN)}]}}\n"
            f"change:\n  - step: de-brief\n    questions:\n      - {changed[0].lines('        ')}\n"
        )
        texts = {step: case(step, asked, options, choice[0])}
        texts |= dict(zip(OWN, (form(fields), sort(cards), scale(items)), strict=True))
        broken = data.draw(st.sets(st.sampled_from(sorted(texts)), max_size=2))
        (folder / "overlay.yaml").write_text(overlay, "utf-8")
        for name, text in texts.items():
            (folder / f"{name}.md").write_text("onzin" if name in broken else text, "utf-8")
        laid = open_content([self.base.folder, folder], self.folder / "kopieen", renew=True)
        (own,) = laid.overlays
        assert {each.file for each in own.problems} == {f"{name}.md" for name in broken}, own.problems
        # What is broken is there as it was, or not at all.
        assert {name for name in broken if laid.knows(name)} == {Path(name).stem for name in own.from_copy}
        self._take(laid)

    def _take(self, pack: Pack) -> None:
        self.pack = pack
        self.journal.present(answers.presented_by(pack))

    @rule(data=st.data())
    def write(self, data: st.DataObject) -> None:
        for step_id in filter(self.pack.knows, (*STEPS, "de-brief")):
            step = self.pack.step(step_id)
            assert isinstance(step, Case)
            assert step.choice
            option = data.draw(st.sampled_from(step.choice.options))
            for asks in data.draw(st.lists(st.sampled_from(step.questions), unique=True)):
                self._answer(step, asks)
            self._answer(step, step.choice, option)
        for name in filter(self.pack.knows, data.draw(st.sets(st.sampled_from(OWN)))):
            self._do(name)

    def _answer(self, step: Case, asks: Question | Choice, option: Option | None = None) -> None:
        self.written += 1
        text = f"antwoord {self.written}"
        self.meant[text] = means(asks.text)
        if option:
            self.meant[f"{text} gekozen"] = means(option.text)
        origin = answers.origin_of(self.pack, step, asks)
        answers.record(self.journal, origin, asks, text, option.id if option else None)
        self.journal.set_position(step.id, "")
        self.journal.set_progress(step.id, StepProgress(Status.STARTED, "", self.journal.now()))

    def _do(self, name: str) -> None:
        step, work = self._begun(name)
        match work:
            case Form():
                for box in work.boxes:
                    if not box.value:
                        work = work.fill(box.id, f"gevraagd was {MEANING[box.label]}")
            case Sort():
                for card in work.pile:
                    work = work.place(card.id, MEANING[card.text])
            case Scale():
                for item in work.items:
                    work = work.place(item.id, item.at or PLACES[MEANING[item.text]])
            case _:
                raise AssertionError(name)
        self.written += 1
        origin = persistence.origin_of(self.pack, step)
        persistence.finish(self.journal, step, origin, work, f"resultaat-{self.written}")

    @invariant()
    def nothing_stands_under_what_it_did_not_answer(self) -> None:
        for step_id in (*STEPS, "de-brief"):
            if self.pack.knows(step_id):
                step = self.pack.step(step_id)
                assert isinstance(step, Case)
                assert step.choice
                for asks in (*step.questions, step.choice):
                    self._look_at(step, asks)

    def _look_at(self, step: Case, asks: Question | Choice) -> None:
        origin = answers.origin_of(self.pack, step, asks)
        found = answers.answer_at(self.journal, origin, asks)
        if found.entry:
            assert self.meant[found.text] == means(asks.text)
        if found.option and isinstance(asks, Choice):
            assert self.meant[f"{found.text} gekozen"] == means(answers.option_text(asks, found.option))
        for entry in answers.earlier_answers(self.journal, origin, asks):
            told = answers.earlier_version([entry])
            assert entry.origin
            assert means(entry.origin.words) == self.meant[entry.text]
            assert entry.origin.words in told
            assert entry.text in told

    def _begun(self, name: str) -> tuple[Exercise, Work]:
        step = self.pack.step(name)
        assert isinstance(step, Exercise)
        return step, prefill.begin(step, self.pack, self.journal)

    @invariant()
    def an_exercise_holds_what_was_asked(self) -> None:
        for name in filter(self.pack.knows, OWN):
            match self._begun(name)[1]:
                case Form(boxes=boxes):
                    assert all(box.value in ("", f"gevraagd was {MEANING[box.label]}") for box in boxes)
                case Sort(cards=cards):
                    assert all(card.column in ("", MEANING[card.text]) for card in cards)
                case Scale(items=items):
                    own = [item for item in items if item.text in MEANING]
                    assert all(item.at in (0, PLACES[MEANING[item.text]]) for item in own)
                case _:
                    raise AssertionError(name)

    @invariant()
    def nothing_that_was_written_is_gone(self) -> None:
        texts = {revision.text for entry in self.journal.entries.values() for revision in entry.revisions}
        assert {text for text in self.meant if not text.endswith("gekozen")} <= texts

    @invariant()
    def one_can_go_on(self) -> None:
        position = self.journal.position.step if self.journal.position else None
        step = next_step(self.pack.programme, self.journal.progress, position)
        assert step is None or self.pack.knows(step)


def means(words: str) -> str:
    """What words ask; those of the little pack ask for themselves."""
    return MEANING.get(words, words)


TestChangingPacks = ChangingPacks.TestCase
# Shrinking would take minutes; ten steps can be read as they are.
TestChangingPacks.settings = settings(
    max_examples=15, stateful_step_count=10, deadline=None, phases=(Phase.reuse, Phase.generate)
)

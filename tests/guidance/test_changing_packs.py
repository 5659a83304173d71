"""Packs that change at random while a journal grows: no answer ever stands under a question that it did not answer."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from support.little_pack import write_pack

from goedwerk_tui.guidance import answers
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.progress import next_step
from goedwerk_tui.journal import Journal, Status, StepProgress
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Case, Choice, Question

WORDINGS = {
    "aanhef": ("Wat valt je op aan de aanhef?", "Wat valt je op, aan de AANHEF", "Wat zie je in de aanhef?"),
    "slot": ("Wat staat er in het slot?", "wat staat er in het slot", "Hoe eindigt de brief?"),
    "wie": ("Wie leest dit?", "Wie leest dit", "Wie krijgt dit onder ogen?"),
}
"""By what they ask: the same but for spelling, and last in other words."""
MEANING = {wording: asks for asks, wordings in WORDINGS.items() for wording in wordings}
STEPS = ("kade", "haven")


@dataclass(frozen=True)
class Asked:
    """A question or an option as a pack words it; ``names`` says that it names all that ask the same."""

    id: str
    asks: str
    wording: int
    names: bool

    @property
    def text(self) -> str:
        return WORDINGS[self.asks][self.wording]

    def lines(self, indent: str) -> str:
        same = [each for each in WORDINGS[self.asks] if each != self.text]
        listed = ", ".join(f'"{each}"' for each in same)
        names = f"\n{indent}same_as: [{listed}]" if self.names else ""
        return f'id: {self.id}\n{indent}text: "{self.text}"{names}'


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


class ChangingPacks(RuleBasedStateMachine):
    """A journal that goes on with an overlay, with its next versions, and without it."""

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
        questions, options = (
            data.draw(several(("een", "twee", "drie"))),
            data.draw(several(("links", "rechts", "rond"))),
        )
        fields, changed = data.draw(several(("x", "y"))), data.draw(several(("zien",)))
        other = next(each for each in STEPS if each != step)
        folder = self.folder / "eigen"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        former = f"formerly:\n  - {{step: {step}, was: {other}}}\n" if renamed else ""
        overlay = (
            f"id: {title}\ntitle: Eigen\nadd:\n  - {{session: opening, steps: [{step}, kaart]}}\n{former}"
            f"change:\n  - step: de-brief\n    questions:\n      - {changed[0].lines('        ')}\n"
        )
        (folder / "overlay.yaml").write_text(overlay, "utf-8")
        (folder / f"{step}.md").write_text(case(step, questions, options, choice[0]), "utf-8")
        (folder / "kaart.md").write_text(form(fields), "utf-8")
        laid = self.base.with_overlay(folder)
        assert not laid.overlays[0].problems, [str(each) for each in laid.overlays[0].problems]
        self._take(laid)

    def _take(self, pack: Pack) -> None:
        self.pack = pack
        self.journal.present(answers.presented_by(pack))

    @rule(data=st.data())
    def answer_something(self, data: st.DataObject) -> None:
        step_id = data.draw(st.sampled_from([step for step in (*STEPS, "de-brief") if self.pack.knows(step)]))
        step = self.pack.step(step_id)
        assert isinstance(step, Case)
        assert step.choice
        asks = data.draw(st.sampled_from((*step.questions, step.choice)))
        option = data.draw(st.sampled_from(step.choice.options)) if isinstance(asks, Choice) else None
        self.written += 1
        text = f"antwoord {self.written}"
        self.meant[text] = means(asks.text)
        if option:
            self.meant[f"{text} gekozen"] = means(option.text)
        origin = answers.origin_of(self.pack, step, asks)
        answers.record(self.journal, origin, asks, text, option.id if option else None)
        self.journal.set_position(step_id, "")
        self.journal.set_progress(step_id, StepProgress(Status.STARTED, "", self.journal.now()))

    @precondition(lambda self: self.pack.knows("kaart"))
    @rule()
    def fill_in_the_form(self) -> None:
        step = self.pack.step("kaart")
        assert isinstance(step, Exercise)
        work = prefill.begin(step, self.pack, self.journal)
        assert isinstance(work, Form)
        for box in work.boxes:
            if not box.value:
                work = work.fill(box.id, f"gevraagd was {MEANING[box.label]}")
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

    @invariant()
    def a_form_holds_what_was_asked(self) -> None:
        if self.pack.knows("kaart"):
            step = self.pack.step("kaart")
            assert isinstance(step, Exercise)
            work = prefill.begin(step, self.pack, self.journal)
            assert isinstance(work, Form)
            for box in work.boxes:
                assert box.value in ("", f"gevraagd was {MEANING[box.label]}")

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

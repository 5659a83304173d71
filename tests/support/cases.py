"""Cases of the programme to test with."""

from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case


def case_with_a_choice(pack: Pack) -> Case:
    """Return the first case of the programme that asks for a choice, and something else too."""
    for session in pack.programme.sessions:
        for step in map(pack.step, steps_of(session)):
            if isinstance(step, Case) and step.choice and step.questions:
                return step
    raise AssertionError("no case with a choice")

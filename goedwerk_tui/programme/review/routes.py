"""Whether a session's core route takes as long as it says, and holds what it should."""

from collections import Counter
from collections.abc import Iterator

from goedwerk_tui.programme.corpus import Remark, Whole
from goedwerk_tui.programme.model import Session

SHORTEST, LONGEST = 60, 90
TOLERANCE = 10
COMPOSITION = {
    "reading": (1, "een essay"),
    "case": (2, "twee casussen"),
    "exercise": (1, "een opdracht"),
    "example": (1, "een portret"),
    "own_example": (1, "een eigen voorbeeld"),
    "closing": (1, "een afsluiting"),
}
"""How many steps of a kind a core route has at least, and how to say so."""


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on core routes that don't add up, or that are too short or too long."""
    minutes = {written.step.id: written.step.minutes for written in whole.steps}
    kinds = {written.step.id: written.step.kind for written in whole.steps}
    for file in whole.files.values():
        session = next((one for one in _sessions(whole) if file.texts.get("id") == one.id), None)
        # A step that can't be read counts for nothing here: what is reckoned without it says nothing.
        if session is None or "core[1]" not in file.texts or not kinds.keys() >= set(session.core):
            continue
        reckoned = sum(minutes.get(step, 0) for step in session.core)
        line = file.line("minutes")
        if abs(reckoned - session.minutes) > TOLERANCE:
            text = f"de kernroute duurt volgens de stappen {reckoned} minuten; hier staat {session.minutes}"
            yield Remark(file.file, line, text)
        if not SHORTEST <= reckoned <= LONGEST:
            text = f"de kernroute duurt volgens de stappen {reckoned} minuten; bedoeld is {SHORTEST} tot {LONGEST}"
            yield Remark(file.file, line, text)
        found = Counter(kinds[step] for step in session.core if step in kinds)
        missing = [words for kind, (least, words) in COMPOSITION.items() if found[kind] < least]
        if missing:
            yield Remark(file.file, file.line("core"), f"op de kernroute ontbreekt: {', '.join(missing)}")


def _sessions(whole: Whole) -> tuple[Session, ...]:
    return whole.programme.sessions if whole.programme else ()

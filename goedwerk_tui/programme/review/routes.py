"""Whether a session's core route takes as long as it says."""

from collections.abc import Iterator

from goedwerk_tui.programme.model import Session
from goedwerk_tui.programme.whole import Remark, Whole

SHORTEST, LONGEST = 60, 90
TOLERANCE = 10


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on core routes that don't add up, or that are too short or too long."""
    minutes = {written.step.id: written.step.minutes for written in whole.steps}
    for file in whole.files.values():
        session = next((one for one in _sessions(whole) if file.texts.get("id") == one.id), None)
        if session is None or "core[1]" not in file.texts:
            continue
        reckoned = sum(minutes.get(step, 0) for step in session.core)
        line = file.line("minutes")
        if abs(reckoned - session.minutes) > TOLERANCE:
            text = f"de kernroute duurt volgens haar stappen {reckoned} minuten; hier staat {session.minutes}"
            yield Remark(file.file, line, text)
        if not SHORTEST <= reckoned <= LONGEST:
            text = f"de kernroute duurt volgens haar stappen {reckoned} minuten; bedoeld is {SHORTEST} tot {LONGEST}"
            yield Remark(file.file, line, text)


def _sessions(whole: Whole) -> tuple[Session, ...]:
    return whole.programme.sessions if whole.programme else ()

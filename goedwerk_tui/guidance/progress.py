"""How far somebody is, counted over the core route, and what comes next. Nothing here is a score."""

from collections.abc import Mapping
from dataclasses import dataclass

from goedwerk_tui.journal import Status, StepProgress
from goedwerk_tui.programme.model import Programme, Session


@dataclass(frozen=True)
class CoreProgress:
    """How much of a session's core route has been walked."""

    done: int
    started: bool
    total: int

    @property
    def complete(self) -> bool:
        """Whether the whole core route has been walked."""
        return self.total > 0 and self.done == self.total


def core_progress(session: Session, progress: Mapping[str, StepProgress]) -> CoreProgress:
    """Count the core route of a session."""
    statuses = [status_of(step, progress) for step in session.core]
    done = statuses.count(Status.DONE)
    return CoreProgress(done, done > 0 or Status.STARTED in statuses, len(session.core))


STATUS_SIGNS = {Status.OPEN: "○", Status.STARTED: "◐", Status.DONE: "●"}
"""How far a step is, as one sign."""


def rail(session: Session, progress: Mapping[str, StepProgress], between: str = "") -> str:
    """Return the core route of a session as the sign of each step, in order, whatever order they were read in."""
    return between.join(STATUS_SIGNS[status_of(step, progress)] for step in session.core)


def status_of(step_id: str, progress: Mapping[str, StepProgress]) -> Status:
    """Return how far a step is."""
    found = progress.get(step_id)
    return found.status if found else Status.OPEN


def steps_of(session: Session) -> tuple[str, ...]:
    """Return all steps of a session in reading order: preparing for the group first, looking back on it last."""
    if session.group is None:
        return session.steps
    return (session.group.before, *session.steps, session.group.after)


def step_after(programme: Programme, step_id: str) -> str | None:
    """Return the step that follows on the way the reader is going, or None at the very end.

    Whoever is on the core route stays on it; whoever reads a step of free choice goes on to the next step.
    """
    for number, session in enumerate(programme.sessions):
        order = steps_of(session)
        if step_id not in order:
            continue
        rest = order[order.index(step_id) + 1 :]
        if step_id in session.core or (session.group and step_id == session.group.before):
            rest = tuple(step for step in rest if step in session.core)
        if rest:
            return rest[0]
        following = programme.sessions[number + 1 :]
        return following[0].core[0] if following and following[0].core else None
    return None


def next_step(programme: Programme, progress: Mapping[str, StepProgress], position: str | None) -> str | None:
    """Return the step to go on with: the one left unfinished, else the next one that is open, else None.

    Args:
        programme: the outline.
        progress: what the journal knows of each step.
        position: the step where the person was last, if any.
    """
    position = _present_name(programme, position)
    if position and status_of(position, progress) is not Status.DONE:
        return position
    step = step_after(programme, position) if position else None
    while step and status_of(step, progress) is Status.DONE:
        step = step_after(programme, step)
    return step or next_core_step(programme, progress)


def next_core_step(programme: Programme, progress: Mapping[str, StepProgress]) -> str | None:
    """Return the first step of the core route that is not done; None when all of it is."""
    core = (step for session in programme.sessions for step in session.core)
    return next((step for step in core if status_of(step, progress) is not Status.DONE), None)


def _present_name(programme: Programme, step_id: str | None) -> str | None:
    """Return the step as it is called now; None for one that is not there, and that no other took the place of."""
    step_id = next((each.now for each in programme.retired if each.step == step_id), step_id)
    return step_id if any(step_id in steps_of(session) for session in programme.sessions) else None

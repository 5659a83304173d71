"""What one result of an exercise looks like, beside an earlier one."""

from goedwerk_tui.guidance.exercise_kinds.table import descriptor_of
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.insight.picture import PictureGroup


def picture_of(work: Work, before: Work | None) -> tuple[PictureGroup, ...]:
    """Return the groups of the picture; none for what is read rather than looked at.

    Args:
        work: the result.
        before: the one to lay beside it; one of another kind is left out.
    """
    beside = before if before is not None and before.EXERCISE == work.EXERCISE else None
    return descriptor_of(work.EXERCISE).picture(work, beside)

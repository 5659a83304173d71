"""Which widget shows which exercise."""

from typing import Any, assert_never

from goedwerk_tui.guidance.exercise_kinds.compositions import to_pick
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.exercises.state import Sitting
from goedwerk_tui.journal import Journal
from goedwerk_tui.tui.autosave.exercise import ExerciseAutosave, Stage
from goedwerk_tui.tui.exercises.compose import ComposeWidget
from goedwerk_tui.tui.exercises.form import FormWidget
from goedwerk_tui.tui.exercises.list import ListWidget
from goedwerk_tui.tui.exercises.scale import ScaleWidget
from goedwerk_tui.tui.exercises.sort import SortWidget
from goedwerk_tui.tui.exercises.widget import ExerciseWidget


def widget_for(doing: ExerciseAutosave, sitting: Sitting, journal: Journal, *, read_only: bool) -> ExerciseWidget[Any]:
    """Return the widget for the part of an exercise that is in front."""
    work: Work = sitting.work  # pyright: ignore[reportAssignmentType] - a sitting is of one of the kinds
    today = doing.today
    match work:
        case Form():
            own = {box.id: to_pick(journal, box.kinds) for box in work.boxes if box.kinds}
            leads_on = doing.stage is Stage.BEFOREHAND
            return FormWidget(sitting, today, read_only=read_only, own=own, leads_on=leads_on)
        case Sort():
            return SortWidget(sitting, today, read_only=read_only)
        case Scale():
            return ScaleWidget(sitting, today, read_only=read_only)
        case ItemList():
            return ListWidget(sitting, today, read_only=read_only)
        case Composition():
            return ComposeWidget(sitting, today, read_only=read_only)
        case _:
            assert_never(work)

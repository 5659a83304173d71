"""Which widget shows which exercise."""

from typing import Any

from textual.content import Content

from goedwerk_tui.guidance.exercises import prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.exercises.work import Sitting, Work
from goedwerk_tui.tui.exercises.compose import ComposeWidget
from goedwerk_tui.tui.exercises.form import FormWidget
from goedwerk_tui.tui.exercises.list import ListWidget
from goedwerk_tui.tui.exercises.scale import ScaleWidget
from goedwerk_tui.tui.exercises.sort import SortWidget
from goedwerk_tui.tui.exercises.widget import ExerciseWidget
from goedwerk_tui.tui.workspace import Workspace


def widget_for(sitting: Sitting, workspace: Workspace) -> ExerciseWidget[Any]:
    """Return the widget for an exercise that is being done."""
    read_only = workspace.read_only
    match sitting.work:
        case Form() as work:
            own = {box.id: prefill.to_pick(workspace.journal, box.kinds) for box in work.boxes if box.kinds}
            return FormWidget(sitting, read_only=read_only, own=own)
        case Sort():
            return SortWidget(sitting, read_only=read_only)
        case Scale():
            return ScaleWidget(sitting, read_only=read_only)
        case ItemList():
            return ListWidget(sitting, read_only=read_only)
        case Composition():
            return ComposeWidget(sitting, read_only=read_only)
        case _:
            raise TypeError(f"no widget shows {type(sitting.work).__name__}")


def result_of(work: Work, before: Work | None) -> Content:
    """Return the picture of a result; an earlier one of another kind is left out."""
    match work:
        case Form():
            return FormWidget.result(work, before if isinstance(before, Form) else None)
        case Sort():
            return SortWidget.result(work, before if isinstance(before, Sort) else None)
        case Scale():
            return ScaleWidget.result(work, before if isinstance(before, Scale) else None)
        case ItemList():
            return ListWidget.result(work, before if isinstance(before, ItemList) else None)
        case Composition():
            return ComposeWidget.result(work, before if isinstance(before, Composition) else None)
        case _:
            return Content(work.text())

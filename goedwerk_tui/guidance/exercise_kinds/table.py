"""The table of the kinds of exercise."""

from typing import Any, assert_never

from goedwerk_tui.guidance.exercise_kinds.compositions import CompositionKind
from goedwerk_tui.guidance.exercise_kinds.descriptor import KindDescriptor
from goedwerk_tui.guidance.exercise_kinds.forms import FormKind
from goedwerk_tui.guidance.exercise_kinds.item_lists import ListKind
from goedwerk_tui.guidance.exercise_kinds.scales import ScaleKind
from goedwerk_tui.guidance.exercise_kinds.sorts import SortKind
from goedwerk_tui.programme.exercises import ExerciseKind


def descriptor_of(kind: ExerciseKind) -> KindDescriptor[Any, Any]:
    """Return what is to be known of a kind."""
    match kind:
        case "form":
            return FormKind()
        case "sort":
            return SortKind()
        case "scale":
            return ScaleKind()
        case "list":
            return ListKind()
        case "compose":
            return CompositionKind()
        case _:
            assert_never(kind)

"""The kinds of exercise that there are. Whoever tells them apart ends with ``assert_never``: a new kind is named by the
type checker wherever something is lacking for it."""

from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort

Work = Form | Sort | Scale | ItemList | Composition
"""An exercise as it stands."""

"""Record a run of the power-cut tests, and print what was recorded; for comparing with what the system saw."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journal.test_power_cut import Run, take_up
from support.power_cut import recording

root = Path(sys.argv[1])
with recording(root) as recorder:
    take_up(Run(recorder))
print(*(each.what for each in recorder.operations))

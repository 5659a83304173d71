"""Starting fast: what importing the journal does not load."""

import subprocess
import sys
from pathlib import Path

import goedwerk_tui


def test_importing_the_journal_loads_neither_tinydb_nor_filelock() -> None:
    code = "import goedwerk_tui.journal, sys; print(sorted({'tinydb', 'filelock'} & set(sys.modules)))"
    root = Path(goedwerk_tui.__file__).parents[1]
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_leaving_a_note_loads_no_tinydb() -> None:
    code = "import goedwerk_tui.journal.inbox, sys; print('tinydb' in sys.modules)"
    root = Path(goedwerk_tui.__file__).parents[1]
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout
        == "False\n"
    )

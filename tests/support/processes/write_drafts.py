"""Keep a growing draft without end, naming its length on standard output once it was acknowledged."""

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from goedwerk_tui.journal import Kind
from goedwerk_tui.journal.drafts import Draft, Drafts

drafts = Drafts(Path(sys.argv[1]))
for length in count(1):
    drafts.put(Draft(key="stap/vraag", text="a" * length, kind=Kind.ANSWER, at=datetime.now(UTC)))
    os.write(1, f"{length}\n".encode())

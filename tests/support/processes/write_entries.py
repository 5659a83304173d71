"""Add and change entries without end, naming each on standard output once it was acknowledged."""

import os
import sys
from itertools import count

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal, Kind

journal = Journal.open(find_places(environment={"GOEDWERK_HOME": sys.argv[1]}))
for number in count():
    text = f"{os.getpid()} {number} " + "woorden " * (number % 50)
    entry = journal.add(Kind.NOTE, text)
    os.write(1, f"{entry.id} {text}\n".encode())
    if number % 3 == 0:
        journal.change(entry.id, text + "anders")
        os.write(1, f"{entry.id} {text}anders\n".encode())

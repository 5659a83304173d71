"""Take up the inbox, then say so and wait."""

import sys

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal

print("ready", flush=True)
sys.stdin.readline()
Journal.open(find_places(environment={"GOEDWERK_HOME": sys.argv[1]})).take_inbox()
print("taken", flush=True)
sys.stdin.readline()

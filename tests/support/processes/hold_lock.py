"""Take the lock, say what came of it, and keep it until standard input ends."""

import sys

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal.lock import Held, InstanceLock

lock = InstanceLock(find_places(environment={"GOEDWERK_HOME": sys.argv[1]}))
print("held" if isinstance(lock.acquire(), Held) else "taken", flush=True)
sys.stdin.readline()
lock.release()

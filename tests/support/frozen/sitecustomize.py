"""Every Python process that a test starts lives on the day of the tests, too."""

import os
from datetime import datetime

import time_machine

moment = os.environ.get("TESTS_LIVE_AT")
if moment:
    time_machine.travel(datetime.fromisoformat(moment), tick=True).start()

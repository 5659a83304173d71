"""Every Python process that a test starts lives on the day of the tests, too."""

import os

if moment := os.environ.get("TESTS_LIVE_AT"):
    from datetime import datetime

    import time_machine

    time_machine.travel(datetime.fromisoformat(moment), tick=True).start()

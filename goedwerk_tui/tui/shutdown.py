"""How the app ends when it is not by its own keys: a signal from outside, or a fault of ours."""

import asyncio
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress

from goedwerk_tui.base.files import atomic_write, make_private_folder
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.tui.shell import Shell

_LONGEST_GOODBYE = 3.0
"""Seconds that restoring the terminal may take after we were asked to stop."""
_LAST_KEYS = 3.0
"""Seconds in which what was typed before we were asked to stop may still get to where it is for."""
_LAST_BREATH = 0.15
"""Seconds in which what the terminal still held is read."""
_ending: set[asyncio.Task[None]] = set()
"""The end that has begun: a second signal begins no other."""


def listen(app: Shell) -> None:
    """Keep what is being typed when the window is closed or the process is asked to stop."""
    if app.is_headless or sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, _asked_to_stop, app)
    loop.add_signal_handler(signal.SIGHUP, _window_gone, app)


def _asked_to_stop(app: Shell) -> None:
    code = 128 + signal.SIGTERM
    _end(app, lambda: app.exit(return_code=code), code)


def _window_gone(app: Shell) -> None:
    code = 128 + signal.SIGHUP
    # There is no terminal left to restore, and writing to it would fail.
    _end(app, lambda: os._exit(code), code)


def _end(app: Shell, leave: Callable[[], object], code: int) -> None:
    """Keep what is being typed, and after that what was typed and is still on its way."""
    if _ending:
        return
    with suppress(Trouble):
        app.keep_now()

    async def end() -> None:
        await asyncio.sleep(_LAST_BREATH)
        await app.work_off_keys(_LAST_KEYS)
        await keep_at_last(app)
        if app.workspace:
            app.workspace.close()
        leave()

    _ending.add(asyncio.ensure_future(end()))
    # A terminal that takes nothing in can't be restored either, and must not hold up the end.
    at_last = threading.Timer(_LAST_KEYS + _LONGEST_GOODBYE, os._exit, (code,))
    at_last.daemon = True
    at_last.start()


async def keep_at_last(app: Shell) -> None:
    """Keep what is being typed, before the end: as drafts, or with the whole journal where these can't be written."""
    try:
        app.keep_now()
    except Trouble as trouble:
        app.log.error(str(trouble))
        if app.workspace:
            with suppress(Trouble):
                await app.workspace.take_refuge(app.navigator.keep, trouble)


def record_crash(places: Places, *, keep: bool) -> Trouble:
    """Write down a fault of ours, and return what to say of it.

    Args:
        places: where the state folder is.
        keep: whether anything may be written at all.
    """
    happened = "Er ging iets mis in het programma zelf; dat is een fout van ons."
    meaning = "Wat als bewaard te boek stond is bewaard, en wat je typte komt de volgende keer als concept terug."
    advice = "Start ‘goedwerk’ opnieuw."
    if keep:
        report = places.fault_report
        try:
            make_private_folder(report.parent)
            atomic_write(report, _where_it_broke().encode())
        except Trouble:
            return Trouble(happened, meaning, advice)
        advice += f" De technische gegevens, zonder je teksten, staan in {report}."
    else:
        meaning = "Er werd niets bewaard, dus er is niets verloren."
    return Trouble(happened, meaning, advice)


def _where_it_broke() -> str:
    """Return the fault without its message, which might hold words of the person."""
    kind, _, trace = sys.exc_info()
    return f"{kind.__name__ if kind else 'onbekend'}\n{''.join(traceback.format_tb(trace))}"

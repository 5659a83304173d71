"""``goedwerk herinner --plan``, ``--weg`` and ``--melding``: a reminder without a window of ours that stays open."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from goedwerk_tui.base.clock import DAYS
from goedwerk_tui.base.places import HOME_VARIABLE, expanded
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.moments import read_time
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.commands.schedulers import Job, Words, scheduler, usual_schedulers

_NOTHING = "Er is niets gepland."
_TITLE = "Goed Werk"


def plan(options: argparse.Namespace) -> int:
    """Print what would be planned, and plan it when the person says yes."""
    home = os.environ.get(HOME_VARIABLE)
    name = options.planner or usual_schedulers()[0]
    job = Job(
        command=(*_program(), "herinner", "--melding", *_chosen(options)),
        environment={HOME_VARIABLE: str(expanded(Path(home)).absolute())} if home else {},
        at=read_time(options.tijd, _NOTHING),
        weekday=None if options.elke == "dag" else DAYS.index(options.dag),
    )
    how = scheduler(name)
    when = "elke dag" if job.weekday is None else f"elke {DAYS[job.weekday]}"
    say(f"{when.capitalize()} om {job.at:%H.%M} uur kijkt {name} of er iets wacht. Alleen dan krijg je een melding.\n")
    say(how.described(job))
    say("\nTyp ‘ja’ om dit zo te plannen; met iets anders gebeurt er niets.")
    if sys.stdin.readline().strip().strip("‘’'\".").casefold() != "ja":
        say(_NOTHING)
        return 0
    how.install(job)
    inform("Gepland. Met ‘goedwerk herinner --weg’ haal je het weer weg.")
    return 0


def stop(_: argparse.Namespace) -> int:
    """Take away what was planned, in whichever way."""
    gone = [name for name in usual_schedulers() if scheduler(name).remove()]
    inform(f"Weggehaald: de herinnering in {' en '.join(gone)}." if gone else "Er was niets gepland.")
    return 0


def notify(line: str, platform: str = sys.platform) -> None:
    """Show a line as the system shows messages.

    Raises:
        Trouble: the system has nothing to show it with.
    """
    words, environment = _notification(line, platform)
    try:
        done = subprocess.run(
            words, check=False, capture_output=True, env={**os.environ, **environment}, text=True, errors="replace"
        )
    except FileNotFoundError as error:
        raise Trouble(f"Een melding lukt niet: ‘{words[0]}’ is er op deze computer niet.") from error
    if done.returncode:
        raise Trouble(f"Een melding lukt niet: {' '.join(done.stderr.split()) or words[0]}.")


def _notification(line: str, platform: str) -> tuple[Words, Mapping[str, str]]:
    """Return what to run. The line goes along as a word or a variable, so that nothing in it is ever run."""
    told = {"GOEDWERK_MELDING": line}
    if platform == "darwin":
        script = f'display notification (system attribute "GOEDWERK_MELDING") with title "{_TITLE}"'
        return ("osascript", "-e", script), told
    if platform == "win32":
        script = f"(New-Object -ComObject WScript.Shell).Popup($env:GOEDWERK_MELDING, 0, '{_TITLE}', 64)"
        return ("powershell", "-NoProfile", "-NonInteractive", "-Command", script), told
    bus = Path(f"/run/user/{os.getuid()}/bus") if sys.platform != "win32" else Path()
    # What cron starts is not told where the messages of the desktop go.
    known = "DBUS_SESSION_BUS_ADDRESS" in os.environ or not bus.exists()
    return ("notify-send", "--app-name", _TITLE, "--", _TITLE, line), (
        {} if known else {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}"}
    )


def _program() -> Words:
    """Return how this program is started from anywhere, whatever it was started with now."""
    started = Path(sys.argv[0]).absolute()
    if started.suffix == ".pyz":
        return (sys.executable, str(started))
    python = Path(sys.executable)
    # On Windows the one without a window.
    quiet = python.with_name("pythonw.exe")
    return (str(quiet if quiet.exists() else python), "-m", "goedwerk_tui")


def _chosen(options: argparse.Namespace) -> Words:
    named = [("--journal", options.journal)] if options.journal else []
    named += [("--content", each) for each in options.content or ()]
    return tuple(word for name, path in named for word in (name, str(expanded(path).absolute())))

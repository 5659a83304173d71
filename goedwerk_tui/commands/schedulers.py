"""What of this system can start a command on a day and at a time: what each needs to be told, and telling it."""

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Protocol

from goedwerk_tui.base.files import atomic_write, make_private_folder, remove_file
from goedwerk_tui.base.places import home_folder
from goedwerk_tui.base.trouble import Trouble

_OURS = "goedwerk-herinner"
_LABEL = "nl.goedwerk.herinner"
_TASK = "Goed Werk herinner"
_SYSTEMD_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONGEST_TASK = 261
"""In characters, of what the Task Scheduler of Windows is told to run."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """What to start, and when."""

    command: Words
    environment: Mapping[str, str]
    """What the command needs beside what every process has."""
    at: time
    weekday: int | None
    """From 0, Monday; None for every day."""


class Scheduler(Protocol):
    """One way of having something started."""

    def described(self, job: Job) -> str:
        """Return what would be written and run, to the letter."""
        ...

    def install(self, job: Job) -> None:
        """Have the job started, in the place of what was planned before.

        Raises:
            Trouble: it was not planned.
        """
        ...

    def remove(self) -> bool:
        """Plan nothing any more; return whether something was.

        Raises:
            Trouble: something may still be planned.
        """
        ...


def scheduler(name: str) -> Scheduler:
    """Return one by its name, one of the parser's ``PLANNERS``."""
    return {"systemd": Systemd, "cron": Cron, "launchd": Launchd, "taakplanner": TaskScheduler}[name]()


def usual_schedulers(platform: str = sys.platform) -> Words:
    """Return the names of those that a system has, the one to use first."""
    if platform == "win32":
        return ("taakplanner",)
    if platform == "darwin":
        return ("launchd", "cron")
    return ("systemd", "cron") if shutil.which("systemctl") else ("cron",)


class _OfFiles(ABC):
    """A scheduler that reads files, in which what is planned stands."""

    @abstractmethod
    def files(self, job: Job) -> dict[Path, str]:
        """Return what to write, by where."""

    @abstractmethod
    def paths(self) -> tuple[Path, ...]:
        """Return where it stands once it was written."""

    start: tuple[Words, ...] = ()
    stop: tuple[Words, ...] = ()
    """What to run before the files go."""
    after: tuple[Words, ...] = ()
    """What to run when they went."""

    def described(self, job: Job) -> str:
        written = (f"{path}\n\n{_indented(text)}" for path, text in self.files(job).items())
        return "\n\n".join((*written, "\n".join(f"$ {shlex.join(words)}" for words in self.start)))

    def install(self, job: Job) -> None:
        self.remove()
        try:
            for path, text in self.files(job).items():
                make_private_folder(path.parent)
                atomic_write(path, text.encode())
            for words in self.start:
                _run(words)
        except Trouble:
            self._clear()
            raise

    def remove(self) -> bool:
        there = any(path.exists() for path in self.paths())
        if there:
            self._clear()
            for words in self.after:
                _run(words)
        return there

    def _clear(self) -> None:
        for words in self.stop:
            # What was not running need not be stopped.
            _attempt(words)
        for path in self.paths():
            remove_file(path)


class Systemd(_OfFiles):
    """A timer of this user, in systemd."""

    start = (("systemctl", "--user", "daemon-reload"), ("systemctl", "--user", "enable", "--now", f"{_OURS}.timer"))
    stop = (("systemctl", "--user", "disable", "--now", f"{_OURS}.timer"),)
    after = (("systemctl", "--user", "daemon-reload"),)

    def paths(self) -> tuple[Path, ...]:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or home_folder() / ".config") / "systemd" / "user"
        return folder / f"{_OURS}.service", folder / f"{_OURS}.timer"

    def files(self, job: Job) -> dict[Path, str]:
        service, timer = self.paths()
        day = "" if job.weekday is None else f"{_SYSTEMD_DAYS[job.weekday]} "
        environment = "".join(f"Environment={_unit_word(f'{name}={each}')}\n" for name, each in job.environment.items())
        # In a command a dollar sign begins a variable too.
        command = " ".join(_unit_word(each).replace("$", "$$") for each in job.command)
        about = "Description=Goed Werk: zeg wat er wacht\n"
        return {
            service: f"[Unit]\n{about}\n[Service]\nType=oneshot\n{environment}ExecStart={command}\n",
            timer: f"[Unit]\n{about}\n[Timer]\nOnCalendar={day}*-*-* {job.at:%H:%M}:00\nPersistent=true\n\n"
            "[Install]\nWantedBy=timers.target\n",
        }


class Launchd(_OfFiles):
    """An agent of this user, in launchd of macOS."""

    @property
    def start(self) -> tuple[Words, ...]:  # pyright: ignore[reportIncompatibleVariableOverride] - asked when it is needed
        return (("launchctl", "bootstrap", _launchd_domain(), *map(str, self.paths())),)

    @property
    def stop(self) -> tuple[Words, ...]:  # pyright: ignore[reportIncompatibleVariableOverride] - asked when it is needed
        return (("launchctl", "bootout", f"{_launchd_domain()}/{_LABEL}"),)

    def paths(self) -> tuple[Path, ...]:
        return (home_folder() / "Library" / "LaunchAgents" / f"{_LABEL}.plist",)

    def files(self, job: Job) -> dict[Path, str]:
        when = {"Hour": job.at.hour, "Minute": job.at.minute}
        if job.weekday is not None:
            when["Weekday"] = job.weekday + 1
        agent: dict[str, object] = {
            "Label": _LABEL,
            "ProgramArguments": list(job.command),
            "StartCalendarInterval": when,
        }
        if job.environment:
            agent["EnvironmentVariables"] = dict(job.environment)
        return {self.paths()[0]: plistlib.dumps(agent, sort_keys=False).decode()}


class TaskScheduler:
    """The Task Scheduler of Windows."""

    def described(self, job: Job) -> str:
        unable = "".join(
            f"\n\nLet op: {name} gaat hierin niet mee. Zet die bij de omgevingsvariabelen van Windows."
            for name in job.environment
        )
        return f"> {subprocess.list2cmdline(self._create(job))}{unable}"

    def install(self, job: Job) -> None:
        _run(self._create(job))

    def remove(self) -> bool:
        there = _attempt(("schtasks", "/Query", "/TN", _TASK)).returncode == 0
        if there:
            _run(("schtasks", "/Delete", "/F", "/TN", _TASK))
        return there

    def _create(self, job: Job) -> Words:
        command = subprocess.list2cmdline(job.command)
        if len(command) > _LONGEST_TASK:
            raise Trouble(
                "De opdracht is langer dan de Taakplanner van Windows aankan.",
                "Er is niets gepland.",
                "Zet het programma of je dagboek in een map met een kortere naam.",
            )
        day = ("/SC", "DAILY") if job.weekday is None else ("/SC", "WEEKLY", "/D", _SYSTEMD_DAYS[job.weekday].upper())
        return ("schtasks", "/Create", "/F", "/TN", _TASK, *day, "/ST", f"{job.at:%H:%M}", "/TR", command)


class Cron:
    """A line in this user's crontab; all other lines stay as they are."""

    def described(self, job: Job) -> str:
        return f"In je crontab komt deze regel erbij:\n\n{_indented(self._line(job))}"

    def install(self, job: Job) -> None:
        lines = [*(each for each in self._lines() if not _is_ours(each)), self._line(job)]
        self._write(lines)

    def remove(self) -> bool:
        if shutil.which("crontab") is None:
            return False
        lines = self._lines()
        others = [each for each in lines if not _is_ours(each)]
        if there := others != lines:
            self._write(others)
        return there

    def _line(self, job: Job) -> str:
        day = "*" if job.weekday is None else str(job.weekday + 1)
        told = [f"{name}={shlex.quote(each)}" for name, each in job.environment.items()]
        # A percent sign ends a command there.
        command = " ".join((*told, shlex.join(job.command))).replace("%", r"\%")
        return f"{job.at.minute} {job.at.hour} * * {day} {command} # {_OURS}"

    def _lines(self) -> list[str]:
        words = ("crontab", "-l")
        done = _attempt(words)
        if done.returncode and "no crontab" not in done.stderr:
            raise _failed(words, done.stderr)
        return done.stdout.splitlines()

    def _write(self, lines: Sequence[str]) -> None:
        _run(("crontab", "-"), "".join(f"{each}\n" for each in lines))


def _is_ours(line: str) -> bool:
    return line.endswith(f"# {_OURS}")


def _launchd_domain() -> str:
    return f"gui/{os.getuid()}" if sys.platform != "win32" else "gui/0"


def _unit_word(word: str) -> str:
    """Return a word as a unit of systemd has it, with nothing in it that systemd fills in."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.rstrip("\n").split("\n"))


def _attempt(words: Words, given: str = "") -> "subprocess.CompletedProcess[str]":
    try:
        # What it says is looked at, so it must say it in the language that is looked for.
        environment = {**os.environ, "LC_ALL": "C"}
        return subprocess.run(
            words, input=given, capture_output=True, check=False, text=True, errors="replace", env=environment
        )
    except FileNotFoundError as error:
        raise Trouble(
            f"‘{words[0]}’ is er op deze computer niet.",
            "Er is niets gepland.",
            "Kies met --planner een andere, of zet een moment in je agenda: goedwerk agenda.",
        ) from error


def _run(words: Words, given: str = "") -> None:
    done = _attempt(words, given)
    if done.returncode:
        raise _failed(words, done.stderr)


def _failed(words: Words, said: str) -> Trouble:
    told = " ".join(said.split()) or "het zei niet waarom"
    return Trouble(f"‘{shlex.join(words)}’ lukte niet: {told.rstrip('.')}.", "Er is niets gepland.")

"""``goedwerk herinner --plan``, ``--weg`` and ``--melding``, with stand-ins for the system's own programs."""

import io
import os
import plistlib
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands.parser import PLANNERS
from goedwerk_tui.commands.planning import notify
from goedwerk_tui.journal import Journal, Kind

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs of the system are stood in for by shell scripts")

CRONTAB = """#!/bin/sh
if [ "$1" = -l ]; then
    cat "$TABLE" 2>/dev/null || { echo "no crontab for me" >&2; exit 1; }
else
    cat > "$TABLE"
fi
"""
TELLS = """#!/bin/sh
echo "$(basename "$0") $*" >> "$TOLD"
"""
REFUSES = """#!/bin/sh
echo "bus is gone" >&2
exit 1
"""


@pytest.fixture
def told(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the stand-ins write what they were asked. Nothing else is found, and home is empty."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, script in (
        ("crontab", CRONTAB),
        *((name, TELLS) for name in ("systemctl", "launchctl", "schtasks", "notify-send")),
    ):
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    own = tmp_path / "mijn map"
    own.mkdir()
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("TOLD", str(tmp_path / "told"))
    monkeypatch.setenv("TABLE", str(tmp_path / "table"))
    monkeypatch.setattr("sys.argv", ["/somewhere/bin/goedwerk"])
    return tmp_path / "told"


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def under_home() -> list[Path]:
    return [path for path in Path.home().rglob("*") if path.is_file()]


@pytest.mark.parametrize("planner", PLANNERS)
@pytest.mark.parametrize("answer", ["", "nee\n", "j\n"])
def test_without_a_yes_it_is_only_shown(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None], planner: str, answer: str
) -> None:
    say(answer)
    code, out, err = run(capsys, "herinner", "--plan", "--planner", planner, "--tijd", "9.30")
    assert (code, err) == (0, "")
    assert "Elke vrijdag om 09.30 uur" in out
    assert "-m goedwerk_tui herinner --melding" in " ".join(re.findall(r"-m\b|goedwerk_tui|herinner\b|--melding", out))
    assert out.endswith("Er is niets gepland.\n")
    assert under_home() == []
    assert not told.exists() and not Path(os.environ["TABLE"]).exists()


def test_a_timer_of_systemd(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None], home: Path
) -> None:
    odd = home.parent / 'een "map" van 100% $HOME'
    say("Ja\n")
    code, out, _ = run(capsys, "herinner", "--plan", "--dag", "maandag", "--journal", str(odd / "brief.json"))
    assert code == 0 and "Gepland." in out
    service, timer = sorted(under_home())
    assert "OnCalendar=Mon *-*-* 15:00:00\n" in timer.read_text()
    command = next(line for line in service.read_text().splitlines() if line.startswith("ExecStart="))
    words = [each.replace("%%", "%").replace("$$", "$") for each in shlex.split(command.removeprefix("ExecStart="))]
    assert words[:5] == [sys.executable, "-m", "goedwerk_tui", "herinner", "--melding"]
    assert words[5:] == ["--journal", str(odd / "brief.json")]
    assert f'Environment="GOEDWERK_HOME={home}"' in service.read_text()
    for path in (service, timer):
        assert path.read_text().splitlines()[0] in out
    assert told.read_text().splitlines() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now goedwerk-herinner.timer",
    ]
    told.unlink()
    assert run(capsys, "herinner", "--weg")[1] == "Weggehaald: de herinnering in systemd.\n"
    assert under_home() == []
    assert told.read_text().splitlines() == [
        "systemctl --user disable --now goedwerk-herinner.timer",
        "systemctl --user daemon-reload",
    ]
    assert run(capsys, "herinner", "--weg")[1] == "Er was niets gepland.\n"


def test_a_timer_that_is_refused_leaves_nothing(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None]
) -> None:
    (told.parent / "programs" / "systemctl").write_text(REFUSES)
    say("ja\n")
    code, _, err = run(capsys, "herinner", "--plan")
    assert code == 1
    assert "bus is gone. Er is niets gepland." in err
    assert under_home() == []


def test_a_line_in_the_crontab_beside_those_of_others(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None], home: Path
) -> None:
    table, others = Path(os.environ["TABLE"]), "MAILTO=ik\n5 4 * * * iets anders # goedwerk\n"
    say("ja\n")
    assert run(capsys, "herinner", "--plan", "--planner", "cron", "--elke", "dag", "--tijd", "8")[0] == 0
    assert table.read_text().startswith("0 8 * * * GOEDWERK_HOME=")
    table.write_text(others)
    for day, number in (("zondag", 7), ("maandag", 1)):
        say("ja\n")
        journal = home / "100% mijn 'brief'.json"
        run(capsys, "herinner", "--plan", "--planner", "cron", "--dag", day, "--journal", str(journal))
        (line,) = table.read_text().removeprefix(others).splitlines()
        assert line.startswith(f"0 15 * * {number} GOEDWERK_HOME=")
        assert shlex.split(line.replace(r"\%", "%"), comments=True)[-2:] == ["--journal", str(journal)]
        assert line.count("%") == line.count(r"\%") == 1
    assert run(capsys, "herinner", "--weg")[1] == "Weggehaald: de herinnering in cron.\n"
    assert table.read_text() == others


def test_a_crontab_that_can_not_be_read_is_not_written(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None]
) -> None:
    (told.parent / "programs" / "crontab").write_text(REFUSES)
    say("ja\n")
    code, _, err = run(capsys, "herinner", "--plan", "--planner", "cron")
    assert code == 1 and "‘crontab -l’ lukte niet" in err


def test_an_agent_of_launchd(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goedwerk_tui.commands.planning.usual_schedulers", lambda: ("launchd", "cron"))
    say("ja\n")
    assert run(capsys, "herinner", "--plan", "--dag", "zondag")[0] == 0
    (path,) = under_home()
    agent = plistlib.loads(path.read_bytes())
    assert agent["StartCalendarInterval"] == {"Hour": 15, "Minute": 0, "Weekday": 7}
    assert agent["ProgramArguments"][1:] == ["-m", "goedwerk_tui", "herinner", "--melding"]
    assert path.name == f"{agent['Label']}.plist"
    domain = f"gui/{os.getuid()}"
    assert told.read_text() == f"launchctl bootstrap {domain} {path}\n"
    assert "launchd" in run(capsys, "herinner", "--weg")[1]
    assert told.read_text().splitlines()[-1] == f"launchctl bootout {domain}/{agent['Label']}"
    assert under_home() == []


def test_a_task_of_windows(
    capsys: pytest.CaptureFixture[str], told: Path, say: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goedwerk_tui.commands.planning.usual_schedulers", lambda: ("taakplanner",))
    monkeypatch.setattr("sys.argv", ["/elders/goedwerk-py311.pyz"])
    say("ja\n")
    assert "GOEDWERK_HOME gaat hierin niet mee" in run(capsys, "herinner", "--plan")[1]
    created = f"/TR {sys.executable} /elders/goedwerk-py311.pyz herinner --melding"
    assert told.read_text() == f"schtasks /Create /F /TN Goed Werk herinner /SC WEEKLY /D FRI /ST 15:00 {created}\n"
    assert "taakplanner" in run(capsys, "herinner", "--weg")[1]
    assert told.read_text().splitlines()[-1] == "schtasks /Delete /F /TN Goed Werk herinner"
    say("ja\n")
    code, _, err = run(capsys, "herinner", "--plan", "--journal", f"/{'lang/' * 60}brief.json")
    assert code == 1 and "langer dan de Taakplanner" in err


def test_what_waits_is_shown_as_a_message_and_nothing_when_nothing_waits(
    capsys: pytest.CaptureFixture[str], told: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, "herinner", "--melding") == (0, "", "")
    assert not told.exists()
    Journal.open(places).add(Kind.NOTE, "begin")
    assert run(capsys, "herinner", "--melding") == (0, "", "")
    assert told.read_text() == (
        "notify-send --app-name Goed Werk -- Goed Werk Er wacht deze week een vraag op je (goedwerk vraag).\n"
    )
    (told.parent / "programs" / "notify-send").write_text(REFUSES)
    code, _, err = run(capsys, "herinner", "--melding")
    assert code == 1 and "bus is gone" in err


@pytest.mark.parametrize(("platform", "program"), [("darwin", "osascript"), ("win32", "powershell")])
def test_elsewhere_the_words_of_a_message_are_no_part_of_what_is_run(told: Path, platform: str, program: str) -> None:
    script = told.parent / "programs" / program
    script.write_text('#!/bin/sh\necho "$*" > "$TOLD"\necho "$GOEDWERK_MELDING" > "$TOLD.line"\n')
    script.chmod(0o755)
    line = "'; rm \" $(touch x)"
    notify(line, platform)
    assert line not in told.read_text() and "GOEDWERK_MELDING" in told.read_text()
    assert Path(f"{told}.line").read_text() == f"{line}\n"

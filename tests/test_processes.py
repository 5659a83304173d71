"""Stories that need a real process: being killed, being closed, being piped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pseudo-terminals are POSIX")

from support.terminal import CTRL_N, CTRL_Q, ENTER, ESCAPE, Terminal

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import asked, stops
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Step

BEGIN = "Kijk eerst rond"


def with_four_questions(pack: Pack) -> Step:
    """The first step of plain questions, at least four of them."""
    for session in pack.programme.sessions:
        for step in map(pack.step, session.steps):
            if step.kind in ("questions", "own_example") and len(step.questions) >= 4:
                return step
    raise AssertionError("no step with four questions")


def at_the_first_question(step: Step, home: Path) -> Terminal:
    """Start, begin, and open a step by its title through the palette."""
    terminal = Terminal(home=home)
    terminal.wait_for(BEGIN)
    terminal.press("b")
    terminal.wait_for("Opening ›")
    terminal.press("\x10")
    terminal.wait_for("Zoek een plek")
    terminal.press(*step.title)
    terminal.wait_for(step.title)
    terminal.read(0.5)
    terminal.press(ENTER)
    terminal.wait_for(f"vraag 1 van {len(asked(stops(step)))}")
    return terminal


def test_killed_while_typing_the_fourth_answer(pack: Pack, places: Places, home: Path) -> None:
    step = with_four_questions(pack)
    total = len(asked(stops(step)))
    terminal = at_the_first_question(step, home)
    terminal.press(ENTER)
    for number in (1, 2, 3):
        terminal.press(*f"antwoord nummer {number}", CTRL_N)
        terminal.wait_for(f"vraag {number + 1} van {total}")
    typed = ""
    until = time.monotonic() + 2.5
    while time.monotonic() < until:
        terminal.press("x")
        typed += "x"
    at_the_kill = len(typed)
    terminal.kill(signal.SIGKILL)

    journal = Journal.open(places, read_only=True)
    assert {entry.text for entry in journal.newest_first()} == {f"antwoord nummer {number}" for number in (1, 2, 3)}
    drafts = Drafts(places.drafts).all()
    assert len(drafts) == 1
    typed_in_a_second = at_the_kill / 2.5
    assert len(drafts[0].text) >= at_the_kill - typed_in_a_second - 2

    again = Terminal(home=home)
    again.wait_for("c  ga verder")
    again.press("c")
    again.wait_for(f"vraag 4 van {total}")
    again.press(ENTER)
    again.wait_for("xxxx")
    again.press(CTRL_Q)
    again.wait_for_end()
    texts = {entry.text for entry in Journal.open(places, read_only=True).newest_first()}
    assert drafts[0].text in texts


@pytest.mark.parametrize("sent", [signal.SIGHUP, signal.SIGTERM])
def test_nothing_typed_is_lost_when_the_window_is_closed(sent: int, pack: Pack, places: Places, home: Path) -> None:
    terminal = at_the_first_question(with_four_questions(pack), home)
    terminal.press(ENTER, *"net getypt")
    terminal.wait_for("net getypt")
    terminal.kill(sent)
    assert [draft.text for draft in Drafts(places.drafts).all()] == ["net getypt"]


def test_nothing_typed_is_lost_when_the_terminal_itself_is_gone(pack: Pack, places: Places, home: Path) -> None:
    terminal = at_the_first_question(with_four_questions(pack), home)
    terminal.press(ENTER, *"net getypt")
    terminal.wait_for("net getypt")
    os.close(terminal.process.child_fd)
    until = time.monotonic() + 10
    while terminal.process.isalive() and time.monotonic() < until:
        time.sleep(0.05)
    assert not terminal.process.isalive()
    assert [draft.text for draft in Drafts(places.drafts).all()] == ["net getypt"]


def test_two_windows_and_a_command_at_once(places: Places, home: Path) -> None:
    journal = Journal.open(places)
    journal.trash(journal.add(Kind.NOTE, "weggegooid").id)
    journal.add(Kind.NOTE, "al geschreven")
    first = Terminal(home=home)
    first.wait_for("1 stuk geschreven")
    second = Terminal(home=home)
    second.wait_for("al open in een ander venster")
    for command in (["wissen"], ["samenvoegen", str(places.journal)], ["herstel", "1"]):
        done = subprocess.run(
            [sys.executable, "-m", "goedwerk_tui", *command], capture_output=True, text=True, check=False
        )
        assert (done.returncode, "open in een venster" in done.stderr) == (1, True)
    first.press("n")
    first.wait_for("Losse notitie")
    first.press(*"van het eerste", ESCAPE)
    first.wait_for("2 stukken geschreven")
    subprocess.run([sys.executable, "-m", "goedwerk_tui", "noteer", "van opzij"], check=True, capture_output=True)
    second.process.send("\x1b[I")
    second.wait_for("3 stukken geschreven")
    first.process.send("\x1b[I")
    first.wait_for("3 stukken geschreven")
    assert list(places.inbox.glob("*.json")) == []
    first.press(CTRL_Q)
    first.wait_for_end()
    second.kill(signal.SIGKILL)
    assert len(Journal.open(places, read_only=True).newest_first()) == 3


def test_wiping_everything_ends_with_what_it_can_not_reach(places: Places, home: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "geheim")
    terminal = Terminal(home=home)
    terminal.wait_for("1 stuk geschreven")
    terminal.press("\x10")
    terminal.wait_for("Zoek een plek")
    terminal.press(*"Alles wissen")
    terminal.read(0.8)
    terminal.press(ENTER)
    terminal.wait_for("Typ ‘alles wissen’")
    terminal.press(*"alles wissen", ENTER)
    terminal.wait_for("Gewist. Wat je eerder deelde")
    terminal.wait_for_end()
    assert [each for each in home.rglob("*") if each.is_file()] == []


def test_looking_round_leaves_nothing(pack: Pack, home: Path) -> None:
    terminal = Terminal("verken", home=home)
    terminal.wait_for("er wordt niets bewaard")
    terminal.press(ENTER)
    terminal.wait_for("Esc sluit")
    terminal.press(CTRL_N, CTRL_N, ESCAPE)
    terminal.wait_for("Enter open")
    terminal.press("2")
    terminal.wait_for("kernroute")
    terminal.press(CTRL_Q)
    terminal.wait_for_end()
    assert not home.exists()


def test_looking_round_from_the_welcome_screen_leaves_nothing(home: Path) -> None:
    terminal = Terminal(home=home)
    terminal.wait_for(BEGIN)
    terminal.press("k")
    terminal.wait_for("er wordt niets bewaard")
    terminal.press(ENTER)
    terminal.wait_for("Esc sluit")
    terminal.press(CTRL_Q)
    terminal.wait_for_end()
    assert not home.exists()


def test_a_second_window_reads_only_and_says_why(places: Places, home: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "al geschreven")
    first = Terminal(home=home)
    first.wait_for("1 stuk geschreven")
    second = Terminal(home=home)
    second.wait_for("al open in een ander venster")
    second.wait_for("alleen lezen")
    first.kill(signal.SIGKILL)
    second.kill(signal.SIGKILL)
    third = Terminal(home=home)
    third.wait_for("1 stuk geschreven")
    assert "alleen lezen" not in third.text
    third.kill(signal.SIGKILL)


def test_a_note_left_while_the_app_runs_arrives_once(places: Places, home: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "al geschreven")
    first = Terminal(home=home)
    first.wait_for("1 stuk geschreven")
    subprocess.run([sys.executable, "-m", "goedwerk_tui", "noteer", "van opzij"], check=True, capture_output=True)
    first.press(CTRL_Q)
    first.wait_for_end()
    second = Terminal(home=home)
    second.wait_for("2 stukken geschreven")
    second.kill(signal.SIGKILL)
    assert len(Journal.open(places, read_only=True).newest_first()) == 2


def test_without_a_terminal_the_screens_say_so(home: Path) -> None:
    command = [sys.executable, "-m", "goedwerk_tui"]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 1
    assert "geen terminal" in done.stderr
    assert not home.exists()

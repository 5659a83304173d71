"""The terminal itself, in a real process: whatever it sends, however it goes, and what it costs at rest."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pseudo-terminals are POSIX")

from support.crossing import in_part
from support.terminal import CTRL_Q, ESCAPE, Terminal
from support.today import on_this_clock

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts


@pytest.fixture
def written(places: Places) -> Places:
    Journal.open(places).add(Kind.NOTE, "al geschreven")
    return places


def newest(places: Places) -> str:
    return Journal.open(places, read_only=True).newest_first()[0].text


def on_a_note(home: Path) -> Terminal:
    terminal = Terminal(home=home)
    terminal.wait_for("1 stuk geschreven")
    terminal.press("n")
    terminal.wait_for("Losse notitie")
    return terminal


def keep_and_stop(terminal: Terminal) -> None:
    terminal.press(ESCAPE)
    terminal.wait_for("2 stukken geschreven")
    terminal.press(CTRL_Q)
    terminal.wait_for_end()
    assert terminal.process.exitstatus == 0


SENT: list[tuple[bytes, str]] = [
    (b"\xe9", "é"),
    (b"caf\xe9 en meer", "café en meer"),
    (b"\x80 12, \x93zo\x94", "€ 12, “zo”"),
    ("naïef €".encode(), "naïef €"),
    (b"\xff\xfe", "ÿþ"),
    (b"\xe2\x82", "â‚"),
    ("\u00a0\u202f\u3000\u200d".encode(), "\u00a0\u202f\u3000\u200d"),
    (b"\x1b[97;1u", "a"),
    (b"\x1b[97;1:1u", "a"),
    (b"\x1b[97;1:2u", "a"),
    (b"\x1b[97;1:3u", ""),
    (b"\x1b[97:65;1;97u", "a"),
    (b"\x1b[233;;233u", "é"),
    (b"\x1b[1;1:3A", ""),
    (b"\x1b[1;1:2B", ""),
    (b"\x1b[57441;2:1u", ""),
    (b"\x1b[99999999999999999999;1u", ""),
    (b"\x1b[1114112;1u", ""),
    (b"\x1b[97;99999999999999999999999u", ""),
    (b"\x1b[97;1;1114112u", ""),
    (b"\x1b[5;3;2;1~", ""),
    (b"\x1b[123z", ""),
    (b"\x1b[65~", ""),
    (b"\x1b[5;1A", ""),
    (b"\x1b[3;1:1~", ""),
    (b"\x1b[13;1:1u", "\n"),
    (b"\x1b[?62;22;52c", ""),
    (b"\x1b[12;34R", ""),
    (b"\x1b[?1;2;3$y", ""),
    (b"\x1b[>41;378;0c", ""),
    (b"\x1b[48;0;0;0;0t", ""),
    (b"\x1b[48;99999999;99999999;1;1t", ""),
    (b"\x1b[<0;99999999999;1", ""),
    (b"\x1b[<999;1;1M", ""),
    (b"\x1b[M !!", ""),
    (b"\x1b]11;rgb:1d1d/1d1d/1d1d\x07", ""),
    (b"\x1b]52;c;Z2VoZWlt\x1b\\", ""),
    (b"\x1bP>|xterm(390)\x1b\\", ""),
    (b"\x1b_Gi=31;OK\x1b\\", ""),
    (b"\x1b[1;", ""),
    (b"\x1b[200~een\x1b[31mtwee\x1b[201~", "een[31mtwee"),
    (b"\x1b[200~caf\xe9\x1b[201~", "café"),
    (b"\x1b[201~", ""),
    (b"\x00\x1d\x1f", ""),
]


def test_whatever_the_terminal_sends_the_text_goes_on(written: Places, home: Path) -> None:
    terminal = on_a_note(home)
    expected = ""
    for number, (sent, text) in enumerate(SENT):
        terminal.process.send(b"\x05" + sent)
        # What no mark ends is given up after a second; all else goes on at once.
        terminal.read(1.3 if sent in (b"\xe9", b"\xe2\x82", b"\x1b[1;", b"\x1b[<0;99999999999;1") else 0.05)
        terminal.process.send(f" {number}\r".encode())
        expected += f"{text} {number}\n"
    keep_and_stop(terminal)
    assert newest(written).split("\n") == expected.split("\n")


@pytest.mark.parametrize(
    "pasted", in_part([b"geplakt stuk zonder einde", b"twee\rregels", b"half einde \x1b[20", b""], 2), ids=str
)
def test_a_paste_without_an_end_counts_as_pasted_after_a_moment(written: Places, home: Path, pasted: bytes) -> None:
    terminal = on_a_note(home)
    terminal.process.send(b"begin \x1b[200~" + pasted)
    terminal.read(1.6)
    terminal.press(*"erna")
    terminal.wait_for("erna")
    keep_and_stop(terminal)
    text = pasted.decode().replace("\r", "\n").replace("\x1b", "")
    assert newest(written) == f"begin {text}erna"


class Elsewhere:
    """A process that gets no signal when its terminal goes: it is in a session of its own."""

    def __init__(self, *, home: Path, deaf: bool) -> None:
        self.master, slave = pty.openpty()
        ignore = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); " if deaf else ""
        run = f"{ignore}from goedwerk_tui.commands import main; import sys; sys.exit(main())"
        self.process = subprocess.Popen(
            [sys.executable, "-c", run],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**on_this_clock(), "GOEDWERK_HOME": str(home), "TERM": "xterm-256color"},
        )
        os.close(slave)
        self.seen = b""

    def wait_for(self, words: bytes) -> None:
        until = time.monotonic() + 20
        while words not in self.seen:
            assert time.monotonic() < until, self.seen[-2000:]
            if select.select([self.master], [], [], 0.1)[0]:
                self.seen += os.read(self.master, 65536)

    def wait_for_silence(self) -> None:
        """Wait until what was sent is shown, and nothing more comes."""
        while select.select([self.master], [], [], 0.4)[0]:
            self.seen += os.read(self.master, 65536)

    def send(self, keys: bytes) -> None:
        os.write(self.master, keys)


@pytest.fixture(params=[False, True], ids=["heard", "ignored"])
def elsewhere(request: pytest.FixtureRequest, written: Places, home: Path) -> Iterator[Elsewhere]:
    """With a parent that lets a hangup through, and one that ignores it."""
    process = Elsewhere(home=home, deaf=request.param)
    yield process
    process.process.kill()
    process.process.wait()


def test_a_terminal_that_goes_without_a_word_is_an_ending(elsewhere: Elsewhere, written: Places) -> None:
    elsewhere.wait_for(b"1 stuk geschreven")
    elsewhere.send(b"n")
    elsewhere.wait_for(b"Losse notitie")
    elsewhere.send(b"net getypt")
    elsewhere.wait_for(b"getypt")
    elsewhere.send(b" en nog iets")
    elsewhere.wait_for_silence()
    os.close(elsewhere.master)
    assert elsewhere.process.wait(10) == 128 + signal.SIGHUP
    assert [draft.text for draft in Drafts(written.drafts).all()] == ["net getypt en nog iets"]
    Journal.open(written).add(Kind.NOTE, "het dagboek is weer vrij")


def test_a_terminal_that_takes_nothing_in_does_not_hold_up_the_end(elsewhere: Elsewhere, written: Places) -> None:
    elsewhere.wait_for(b"1 stuk geschreven")
    elsewhere.send(b"n")
    elsewhere.wait_for(b"Losse notitie")
    for _ in range(60):
        elsewhere.send(b"\x1b[200~" + b"vol " * 200 + b"\r\x1b[201~")
        time.sleep(0.03)
    elsewhere.send(b"slot")
    until = time.monotonic() + 30
    while time.monotonic() < until and not any(each.text.endswith("slot") for each in Drafts(written.drafts).all()):
        time.sleep(0.1)
    elsewhere.process.send_signal(signal.SIGTERM)
    assert elsewhere.process.wait(15) == 128 + signal.SIGTERM
    os.close(elsewhere.master)
    assert [draft.text[-8:] for draft in Drafts(written.drafts).all()] == ["ol \nslot"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts what the kernel counts")
def test_at_rest_with_a_note_open_nothing_is_drawn_and_nobody_wakes(written: Places, home: Path) -> None:
    terminal = on_a_note(home)
    terminal.read(1.5)  # whoever looks first is not told that the n is not in the text, which would go away later
    terminal.press(*"rust")
    terminal.read(3)
    drawn, woken = terminal.drawn, switches(terminal.process.pid)
    terminal.read(4)
    assert terminal.drawn == drawn
    assert (switches(terminal.process.pid) - woken) / 4 < 4
    terminal.kill(signal.SIGKILL)


def switches(pid: int | None) -> int:
    """How often the threads of a process have gone to sleep of their own accord."""
    counted = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        lines = status.read_text().splitlines()
        counted += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
    return counted

"""What is typed, pasted or piped to a command is kept, letter for letter, and nothing of it reaches the shell."""

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command_line import run
from support.crossing import crossed

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.commands import main
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.maintenance import take_care

ENCODED = [
    ("één café\nnaïef".encode(), "één café\nnaïef", ""),
    ("één café".encode("utf-8-sig"), "één café", ""),
    ("één café".encode("latin-1"), "één café", "Windows-1252"),
    ("‘één’ – café €".encode("cp1252"), "‘één’ – café €", "Windows-1252"),
    ("café en één ".encode() + b"\xe9\xe9n", "café en één één", "Windows-1252"),
    (b"Ik fiets over de stra\xc3at.", "Ik fiets over de straÃat.", "Windows-1252"),
    ("één\r\ncafé".encode("utf-16"), "één\ncafé", "UTF-16"),
    (b"\xfe\xff" + "één\r\ncafé".encode("utf-16-be"), "één\ncafé", "UTF-16"),
    ("één café".encode("utf-16-le"), "één café", "UTF-16"),
    ("één café 🙂".encode("utf-32"), "één café 🙂", "UTF-32"),
    ("één".encode("utf-16") + b"x", "één�", "UTF-16"),
    (b"\xff\xfea\0b\0c", "ab�", "UTF-16"),
    ("één café 🙂".encode("utf-16-be"), "één café 🙂", "UTF-16"),
    ("‘één café’ … ".encode("utf-16-le") * 20 + b"x", "‘één café’ … " * 20 + "�", "UTF-16"),
    ("één café 🙂".encode("utf-32-le"), "één café 🙂", "UTF-32"),
    ("één café 🙂".encode("utf-32-be"), "één café 🙂", "UTF-32"),
    (b"a\0b", "a b", ""),
    (b"ja\0nee\0", "ja nee", ""),
    (b"een\0a\0zes\0", "een a zes", ""),
    (b"ok\0", "ok", ""),
    (b"een\x81\x8d", "een??", "Windows-1252"),
]
"""Bytes, the text they are, and what they are said to be read as."""


def _pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


def _texts(places: Places) -> list[tuple[Kind, str]]:
    return [(each.kind, each.text) for each in Journal.open(places, read_only=True).newest_first()]


@pytest.mark.parametrize("words", [("noteer", "-"), ("noteer",), ("vraag",)], ids=" ".join)
@pytest.mark.parametrize(
    ("data", "text", "form"), ENCODED, ids=lambda value: None if isinstance(value, bytes) else value
)
def test_bytes_are_read_as_what_they_are(  # noqa: PLR0917
    capsys: pytest.CaptureFixture[str],
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    data: bytes,
    text: str,
    form: str,
) -> None:
    _pipe(monkeypatch, data)
    code, out, err = run(capsys, *words)
    assert (code, err) == (0, "")
    assert _texts(places) == [(Kind.ANSWER if words == ("vraag",) else Kind.NOTE, text)]
    assert "Bewaard" in out
    assert "�" not in out
    assert [each for each in ("Windows-1252", "UTF-16", "UTF-32") if each in out] == ([form] if form else [])


@given(st.lists(st.sampled_from([b"\0", b"a\0", b"B", b"cd", b"E\0\0", b"\0\0fg", b" "]), max_size=40))
def test_no_letter_is_lost_between_nuls(pieces: list[bytes]) -> None:
    data = b"".join([b"x", *pieces])
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOEDWERK_HOME", home)
        _pipe(patch, data)
        assert main(["noteer", "-"]) == 0
        ((_, text),) = _texts(find_places())
    assert [each for each in text if each.isalpha()] == [each for each in data.decode() if each.isalpha()]


@pytest.mark.parametrize("rhythm", ["answered", "off"])
def test_an_answer_without_a_question_becomes_a_note(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch, rhythm: str
) -> None:
    if rhythm == "answered":
        _pipe(monkeypatch, b"eerste")
        assert run(capsys, "vraag")[0] == 0
    else:
        places.config.mkdir(parents=True)
        places.settings.write_text('{"rhythm": "uit"}')
    _pipe(monkeypatch, b"niet kwijt")
    code, out, _ = run(capsys, "vraag")
    assert code == 0
    assert "bewaard als notitie" in out
    assert (Kind.NOTE, "niet kwijt") in _texts(places)


def test_where_own_content_is_gone_the_standard_question_is_answered(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _pipe(monkeypatch, b"niet kwijt")
    assert run(capsys, "vraag", "--content", str(tmp_path / "weg"))[0] == 0
    assert _texts(places) == [(Kind.ANSWER, "niet kwijt")]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("-heel",), "-heel"),
        (("--heel", "wat"), "--heel wat"),
        (("-", "melk"), "- melk"),
        (("-1",), "-1"),
        (("--",), None),
        (("--", "--help"), "--help"),
        (("melk", "-h", "eieren"), None),
        (("—", "--x=y"), "— --x=y"),
        (("--journal hoort hierbij",), "--journal hoort hierbij"),
        (("--luid",), "--luid"),
        (("-heel", "--journal", "{}/ander.json"), "-heel"),
        (("--journal={}/ander.json", "-heel"), "-heel"),
    ],
)
def test_a_text_may_begin_with_a_dash(
    capsys: pytest.CaptureFixture[str],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    text: str | None,
) -> None:
    _pipe(monkeypatch, b"")
    words = tuple(each.replace("{}", str(tmp_path)) for each in words)
    code, _, _ = run(capsys, "noteer", *words)
    other = ["--journal", str(tmp_path / "ander.json")] if any("ander" in each for each in words) else []
    if text is None:
        assert code == (0 if "-h" in words else 1)
        assert "Niets gevonden" in run(capsys, "zoek", *other, "e")[1]
    else:
        assert code == 0
        assert f"    {text}\n" in run(capsys, "zoek", *other, "--", text)[1]


def test_a_text_that_no_inbox_takes_up_is_refused(
    capsys: pytest.CaptureFixture[str], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pipe(monkeypatch, b"x" * (31 * 1024 * 1024))
    code, out, err = run(capsys, "noteer", "-")
    assert (code, out) == (1, "")
    assert "te veel voor een notitie" in err
    assert not places.inbox.exists()
    _pipe(monkeypatch, b'"' * (30 * 1024 * 1024))
    assert run(capsys, "noteer", "-")[0] == 0
    assert len(_texts(places)) == 1


def test_what_can_not_be_kept_is_given_back(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "inbox").write_text("hier kan geen map komen")
    _pipe(monkeypatch, b"niet kwijt\n\nook dit niet")
    code, out, err = run(capsys, "noteer", "-")
    assert code == 1
    assert "niet kwijt\n\nook dit niet" in out
    assert "kon niet worden bewaard" in err


@pytest.mark.parametrize("words", [("noteer", "iets"), ("noteer",), ("vraag",), ("zoek", "iets"), ("wissen",), ()])
def test_closed_streams_are_no_fault(places: Places, words: tuple[str, ...]) -> None:
    Journal.open(places).add(Kind.NOTE, "iets")
    for closed in ("<&-", ">&-", "<&- >&- 2>&-"):
        ended = subprocess.run(
            ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "goedwerk_tui", *words],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode in (0, 1)
        assert b"Traceback" not in ended.stderr


class Shell:
    """A shell on a terminal, in which a person runs commands."""

    def __init__(self, home: Path, **more: str) -> None:
        environment = {
            name: value for name, value in os.environ.items() if name not in ("EDITOR", "VISUAL", "BASH_ENV")
        }
        environment |= {"GOEDWERK_HOME": str(home), "PS1": "klaar> ", "TERM": "xterm-256color", **more}
        self.process = pexpect.spawn("sh", ["-i"], env=environment, dimensions=(24, 80), timeout=30)
        self.process.expect("klaar> ")

    def start(self, *words: str) -> None:
        self.process.sendline(f"{sys.executable} -m goedwerk_tui {' '.join(words)}")
        self.process.expect("sluit af")
        self.process.expect("regel.")
        # From here the terminal is read key by key.
        self.process.expect_exact("\x1b[?2004h")

    def until_prompt(self) -> str:
        """Return what was shown up to the prompt, and from there to the next: what reached the shell itself."""
        self.process.expect("klaar> ")
        before = self.process.before or b""
        self.process.sendline("echo tot''hier")
        self.process.expect("tothier\r\n")
        return (before + (self.process.before or b"")).decode()


PASTED = "Eerste alinea.\n\nTweede alinea.\n.\necho UIT''GEVOERD\n\n"
KEPT = PASTED.strip("\n")
LONG = "een regel die langer is dan een terminal ooit toelaat " * 200
TYPED: list[tuple[list[str | bytes | None], str]] = [
    ([f"\x1b[200~{PASTED}\x1b[201~", "\x04"], KEPT),
    ([f"\x1b[200~{PASTED}\x1b[201~".replace("\n", "\r"), "\r.\r"], KEPT),
    ([f"\x1b[200~{PASTED}\x1b[201~".replace("\n", "\r\n"), "\x04"], KEPT),
    ([PASTED, "\x04"], KEPT),
    (["een\r", "\r", "twee\r", ".\r"], "een\n\ntwee"),
    (["een\r", "...\r", " .\r", "\x04"], "een\n...\n ."),
    (["zonder einde", "\x04"], "zonder einde"),
    ([f"\x1b[200~{LONG}\x1b[201~", "\x04"], LONG),
    ([LONG, "\r", "\x04"], LONG),
    (["café\x7f\x7feé\r", "weg\x15wel dit\x17dat\r", "\x04"], "caeé\nwel dat"),
    (["\x1b[Aeen\x1b[D\x1bOP tw\x1b[3~ee", "\x04"], "een twee"),
    (["\x1b[200~geplakt", None, "\x04"], "geplakt"),
    ([b"caf\xe9\r", "\x04"], "café"),
    ([b"caf\xe9", "\x04"], "café"),
]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("command", "typed"), crossed(["noteer", "vraag"], TYPED))
def test_typed_and_pasted_text_is_kept_and_nothing_reaches_the_shell(
    home: Path, places: Places, command: str, typed: tuple[list[str | bytes | None], str]
) -> None:
    keys, text = typed
    shell = Shell(home)
    shell.start(command)
    for each in keys:
        if each is None:
            shell.process.expect(pexpect.TIMEOUT, timeout=1.5)
        else:
            shell.process.send(each)
            shell.process.expect(pexpect.TIMEOUT, timeout=0.3)
    shell.process.expect("Bewaard")
    shell.process.expect("dagboek.")
    assert "UITGEVOERD" not in shell.until_prompt()
    ((_, kept),) = _texts(places)
    assert kept == text


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM, None])
def test_a_terminal_that_goes_away_keeps_what_was_typed(
    home: Path, places: Places, ending: signal.Signals | None
) -> None:
    environment = {**os.environ, "GOEDWERK_HOME": str(home), "TERM": "xterm"}
    process = pexpect.spawn(sys.executable, ["-m", "goedwerk_tui", "noteer"], env=environment, timeout=30)
    process.expect_exact("\x1b[?2004h")
    process.send("niet kwijt\rook dit niet")
    process.expect("ook dit niet")
    if ending:
        process.kill(ending)
        process.expect(pexpect.EOF)
        process.close()
    else:
        os.close(process.child_fd)
        assert process.pid is not None
        os.waitpid(process.pid, 0)
        # It has no file any more that could be closed.
        pty: Any = process.ptyproc  # pyright: ignore[reportAttributeAccessIssue]
        pty.closed = pty.terminated = process.closed = True
    assert _texts(places) == [(Kind.NOTE, "niet kwijt\nook dit niet")]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("command", ["noteer", "noteer -", "vraag"])
def test_what_was_typed_by_the_moment_of_ctrl_c_is_a_draft(home: Path, places: Places, command: str) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    shell = Shell(home)
    for typed in ("eerste regel\rhalve tweede", "nog een keer"):
        shell.start(command)
        shell.process.send(typed)
        shell.process.expect(typed[-6:])
        shell.process.send("\x03\x03")
        shell.process.expect_exact("goedwerk: Afgebroken. Wat je typte staat als concept klaar op Thuis.")
        shell.until_prompt()
    drafts = Drafts(places.drafts).all()
    typed = {part for each in drafts for part in each.text.split("\n\n")}
    assert typed == {"eerste regel\nhalve tweede", "nog een keer"}
    # An open window may be writing a note of its own.
    assert "notitie" not in {each.key for each in drafts}
    shell.start(command)
    shell.process.send("\x03")
    shell.process.expect_exact("Afgebroken. Er is niets bewaard.")
    shell.until_prompt()
    assert _texts(places) == [(Kind.NOTE, "begonnen")]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at what a process is doing")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("begun", [False, True])
def test_what_was_piped_by_then_is_kept_too(places: Places, begun: bool, ending: signal.Signals) -> None:
    if begun:
        Journal.open(places).add(Kind.NOTE, "begonnen")
    with subprocess.Popen(
        [sys.executable, "-m", "goedwerk_tui", "noteer", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"gedicteerd, en nog niet af")
        process.stdin.flush()
        while _unread(process.stdin.fileno()) or Path(f"/proc/{process.pid}/stat").read_text().split()[2] != "S":
            time.sleep(0.01)
        process.send_signal(ending)
        said = process.stderr.read().decode()
    assert process.returncode == 1 and "Afgebroken" in said
    drafts = [each.text for each in Drafts(places.drafts).all()]
    notes = [text for _, text in _texts(places) if text != "begonnen"]
    assert (drafts if begun else notes) == ["gedicteerd, en nog niet af"]
    assert not (notes if begun else drafts)


def _unread(pipe: int) -> int:
    """Return how many bytes stand in a pipe that nobody took yet."""
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4), sys.byteorder)


def _slow_editor(folder: Path) -> Path:
    """Return an editor that writes half of an answer, says so, and stays open."""
    editor = folder / "editor.py"
    editor.write_text(
        "import pathlib, sys, time\n"
        "page = pathlib.Path(sys.argv[1])\n"
        "page.write_text('half klaar' + page.read_text('utf-8'), 'utf-8')\n"
        "print('geschreven', flush=True)\n"
        "time.sleep(60)\n"
    )
    return editor


@pytest.mark.skipif(os.name == "nt", reason="what waits in a pipe can't be seen there")
@pytest.mark.parametrize(
    ("words", "data", "text", "unread"),
    [
        (("-", "boven"), b"uit de pijp\n", "boven\n\nuit de pijp", False),
        (("-", "melk"), b"", "- melk", False),
        (("van", "mij"), b"uit de pijp\n", "van mij", True),
        (("van", "mij"), b"", "van mij", False),
    ],
)
@pytest.mark.parametrize("from_file", [True, False])
def test_what_is_piped_beside_a_text_is_kept_or_said_to_be_unread(  # noqa: PLR0917
    home: Path,
    places: Places,
    tmp_path: Path,
    words: tuple[str, ...],
    data: bytes,
    text: str,
    unread: bool,
    from_file: bool,
) -> None:
    command = [sys.executable, "-m", "goedwerk_tui", "noteer", *words]
    environment = {**os.environ, "GOEDWERK_HOME": str(home)}
    if from_file:
        (tmp_path / "invoer").write_bytes(data)
        with (tmp_path / "invoer").open("rb") as stream:
            done = subprocess.run(command, stdin=stream, env=environment, capture_output=True, timeout=60, check=True)
    else:
        done = subprocess.run(command, input=data, env=environment, capture_output=True, timeout=60, check=True)
    assert _texts(places) == [(Kind.NOTE, text)]
    assert ("is niet gelezen" in (done.stdout + done.stderr).decode()) is unread


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("command", ["noteer", "vraag"])
def test_a_line_that_was_closed_outlives_a_kill(home: Path, places: Places, command: str, begun: bool) -> None:
    if begun:
        Journal.open(places).add(Kind.NOTE, "begonnen")
    environment = {name: value for name, value in os.environ.items() if name not in ("EDITOR", "VISUAL")}
    environment |= {"GOEDWERK_HOME": str(home), "TERM": "xterm"}
    process = pexpect.spawn(sys.executable, ["-m", "goedwerk_tui", command], env=environment, timeout=30)
    process.expect_exact("\x1b[?2004h")
    process.send("eerste regel\rtweede regel\rhalve derde")
    process.expect("halve derde")
    process.expect(pexpect.TIMEOUT, timeout=0.5)
    process.kill(signal.SIGKILL)
    process.wait()
    kept = [each.text for each in Drafts(places.drafts).all()]
    assert (kept if begun else [text for _, text in _texts(places)]) == ["eerste regel\ntweede regel"]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("command", ["noteer", "vraag"])
def test_what_was_kept_line_by_line_stands_once_in_the_end(
    home: Path, places: Places, command: str, begun: bool
) -> None:
    if begun:
        Journal.open(places).add(Kind.NOTE, "begonnen")
    shell = Shell(home)
    shell.start(command)
    shell.process.send("eerste regel\rtweede\r.\r")
    shell.process.expect("Bewaard")
    shell.until_prompt()
    assert Drafts(places.drafts).all() == () and len(list(places.inbox.glob("*.json"))) == 1
    kind = Kind.NOTE if command == "noteer" else Kind.ANSWER
    assert (kind, "eerste regel\ntweede") in _texts(places) and len(_texts(places)) == 1 + begun


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_ctrl_c_in_an_editor_says_where_the_answer_is(home: Path, places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    editor = _slow_editor(tmp_path)
    environment = {**os.environ, "GOEDWERK_HOME": str(home), "VISUAL": f"{sys.executable} {editor}"}
    process = pexpect.spawn(sys.executable, ["-m", "goedwerk_tui", "vraag"], env=environment, timeout=30)
    process.expect("geschreven")
    process.send("\x03")
    process.expect("Afgebroken. Wat je schreef is bewaard als concept")
    process.expect(pexpect.EOF)
    assert [each.text for each in Drafts(places.drafts).all()] == ["half klaar"]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_pasted_codes_do_not_reach_the_terminal(home: Path, places: Places) -> None:
    shell = Shell(home)
    shell.start("noteer")
    shell.process.send("\x1b[200~voor \x1b]52;c;ZXZpbA==\x07\x1b[2J na\x1b[201~")
    shell.process.expect("na")
    assert b"\x1b" not in (shell.process.before or b"")
    shell.process.send("\x04")
    shell.process.expect("Bewaard")
    assert "\x1b" not in _texts(places)[0][1]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_an_answer_in_an_editor_outlives_the_command_that_was_killed(
    home: Path, places: Places, tmp_path: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "begonnen")
    editor = _slow_editor(tmp_path)
    environment = {**os.environ, "GOEDWERK_HOME": str(home), "EDITOR": f"{sys.executable} {editor}"}
    environment.pop("VISUAL", None)
    process = pexpect.spawn(sys.executable, ["-m", "goedwerk_tui", "vraag"], env=environment, timeout=30)
    process.expect("geschreven")
    take_care(Journal.open(places))
    assert Drafts(places.drafts).all() == ()
    process.kill(signal.SIGKILL)
    process.wait()
    take_care(Journal.open(places))
    (draft,) = Drafts(places.drafts).all()
    assert (draft.text, draft.kind) == ("half klaar", Kind.ANSWER)
    assert draft.origin is not None
    assert draft.key == f"{draft.origin.step}/{draft.origin.item}"
    assert not (places.state / "antwoorden").exists()

"""Writing at a terminal without a screen: lines of any length, and what is pasted stays one text."""

import os
import re
import select
import signal
import stat
import sys
import unicodedata
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.text import shown

if TYPE_CHECKING:
    from io import BufferedReader

try:
    import fcntl
    import termios
except ImportError:
    # Windows: there lines are read, which it edits itself.
    fcntl = termios = None

_PASTE_BEGINS, _PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"
_MARK_PASTES, _MARK_NO_PASTES = b"\x1b[?2004h", b"\x1b[?2004l"
_PASTE_PAUSE = 1.0
"""Seconds without a key after which a paste is over whose end was never marked."""
_SAME_PASTE = 0.1
"""Seconds within which what follows on a line was pasted with it, by a terminal that doesn't mark pastes."""
_SIGNS = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[\s\S]|[^\[O])|[^\x00-\x1f\x7f]+|[\x00-\x1f\x7f]")
_UNFINISHED = re.compile(
    rb"(?:\x1b(?:\[[0-?]*[ -/]*|O)?|[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z"
)


class CalledOff(Exception):
    """Reading was broken off by ctrl+c, or by a signal that ends the process."""

    def __init__(self, received: bytes) -> None:
        """Take what had come by then; whoever catches this sees to it that it is not lost."""
        super().__init__(received)
        self.received = received


def piped_bytes(most: int) -> bytes:
    """Return what stands on standard input, as bytes, and one more than ``most`` of them at most.

    Raises:
        CalledOff: it was broken off.
    """
    received, stream = bytearray(), cast("BufferedReader", sys.stdin.buffer)
    try:
        while len(received) <= most and (part := stream.read1(most + 1 - len(received))):
            received += part
    except (KeyboardInterrupt, SystemExit) as told:
        raise CalledOff(bytes(received)) from told
    return bytes(received)


def waits_on_input() -> bool:
    """Return whether a file or another program has something on standard input that was not read; False where unknown.

    Nothing is read and nothing waited for: it may be the rest of a loop of the shell, or a pipe that never ends.
    """
    try:
        stream = sys.stdin.fileno()
        found = os.fstat(stream)
        if stat.S_ISREG(found.st_mode):
            return os.lseek(stream, 0, os.SEEK_CUR) < found.st_size
        if not stat.S_ISFIFO(found.st_mode) or fcntl is None or termios is None:
            return False
        return any(fcntl.ioctl(stream, termios.FIONREAD, bytes(4)))
    except (OSError, ValueError):
        return False


def typed_lines(closed: Callable[[bytes], None]) -> bytes:
    """Return what somebody types, as bytes: until ctrl+d, a full stop alone on a line, or the end of the terminal.

    Args:
        closed: gets all lines so far whenever one was closed.

    Raises:
        CalledOff: it was broken off.
    """
    if termios is None:
        return _lines(closed)
    try:
        keyboard = sys.stdin.fileno()
        terminal = os.open(os.ttyname(keyboard), os.O_WRONLY | os.O_NOCTTY)
    except (OSError, ValueError):
        return _lines(closed)
    page = TypedPage()
    try:
        with _told_to_stop(page) as stop, _key_by_key(keyboard, terminal):
            _read(page, keyboard, stop, terminal, closed)
    except KeyboardInterrupt as told:
        page.end()
        raise CalledOff(bytes(page.text)) from told
    finally:
        os.close(terminal)
    return bytes(page.text)


class TypedPage:
    """What was typed so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.text = bytearray()
        self.pasting = False
        """Whether what comes now is pasted, so that no sign in it means anything but itself."""
        self.ended = False
        """Whether ctrl+d was pressed."""
        self.stops = False
        """Whether a full stop alone on a line came last: the end, unless more was pasted with it."""
        self.cut_short = False
        """Whether the terminal went away, or the process was told to stop."""
        self._rest = b""
        self._after_return = False

    def take(self, data: bytes) -> bytes:
        """Take in what the keyboard sent; returns what the terminal is to show of it."""
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = unfinished[0] if unfinished else b""
        return b"".join(self._one(each[0]) for each in _SIGNS.finditer(data[: len(data) - len(self._rest)]))

    def end(self) -> bytes:
        """Finish the text; returns what the terminal is to show."""
        self.text += b"" if self._rest.startswith(b"\x1b") else self._rest
        if self.stops:
            del self.text[-1:]
        return b"" if self.stops or not self._line else b"\n"

    @property
    def closed(self) -> int:
        """How many bytes stand on lines that were closed."""
        return self.text.rfind(b"\n") + 1

    @property
    def _line(self) -> bytes:
        return bytes(self.text[self.closed :])

    def _one(self, sign: bytes) -> bytes:
        """Take one key, or a run of plain signs."""
        second_half, self._after_return = self._after_return and sign == b"\n", sign == b"\r"
        if self.ended or second_half:
            return b""
        if self.stops:
            self.stops = False
            self.text += b"\n"
        match sign:
            case b"\r" | b"\n":
                return self._new_line()
            case b"\t":
                self.text += sign
                return sign
            case _ if sign in (_PASTE_BEGINS, _PASTE_ENDS):
                self.pasting = sign == _PASTE_BEGINS
            case _ if sign[0] >= 0x20 and sign != b"\x7f":
                self.text += sign
                return shown(decode(sign).text).encode(sys.stdout.encoding, "replace")
            case b"\x04" if not self.pasting:
                self.ended = True
            case b"\x7f" | b"\b" | b"\x15" | b"\x17" if not self.pasting:
                return self._erase(sign)
            case _:
                # Arrows and other keys that mean nothing here.
                pass
        return b""

    def _new_line(self) -> bytes:
        if self._line == b"." and not self.pasting:
            self.stops = True
        else:
            self.text += b"\n"
        return b"\n"

    def _erase(self, key: bytes) -> bytes:
        """Take back a letter, a word (ctrl+w) or the line (ctrl+u), as a terminal does by itself."""
        line = self._line
        match key:
            case b"\x15":
                kept = b""
            case b"\x17":
                kept = re.sub(rb"\S*\s*\Z", b"", line)
            case _:
                kept = re.sub(rb"(?:[\xc2-\xf4][\x80-\xbf]{1,3}|[\s\S])\Z", b"", line)
        gone = line[len(kept) :]
        del self.text[len(self.text) - len(gone) :]
        return b"\b \b" * sum(map(_width, decode(gone).text))


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _lines(closed: Callable[[bytes], None]) -> bytes:
    lines: list[bytes] = []
    try:
        for line in sys.stdin.buffer:
            if line.strip() == b".":
                break
            lines.append(line)
            closed(b"".join(lines))
    except (KeyboardInterrupt, SystemExit) as told:
        raise CalledOff(b"".join(lines)) from told
    return b"".join(lines)


def _read(page: TypedPage, keyboard: int, stop: int, terminal: int, closed: Callable[[bytes], None]) -> None:
    while True:
        ready = _ready((keyboard, stop), _PASTE_PAUSE if page.pasting else None)
        if not ready:
            page.pasting = False
            continue
        data = _keys(keyboard) if keyboard in ready else b""
        if not data:
            # The signal that says so may still be under way.
            page.cut_short = True
        before = page.closed
        _show(terminal, page.take(data))
        if page.closed > before:
            closed(bytes(page.text[: page.closed]))
        if not data or page.ended or (page.stops and not _ready((keyboard,), _SAME_PASTE)):
            _show(terminal, page.end())
            return


def _keys(keyboard: int) -> bytes:
    """Return what was typed; nothing when the terminal is gone."""
    try:
        return os.read(keyboard, 65536)
    except OSError:
        return b""


def _ready(files: Sequence[int], seconds: float | None) -> list[int]:
    return select.select(files, [], [], seconds)[0]


@contextmanager
def _told_to_stop(page: TypedPage) -> Generator[int]:
    """Have a file become readable when the process must stop or its terminal is gone, so that the text is kept first.

    After that such signals are not listened to: they come more than once, and the process is at its end.
    """
    seen, told = os.pipe()
    signals = [each for each in (signal.SIGHUP, signal.SIGTERM) if signal.getsignal(each) is not signal.SIG_IGN]

    def tell(*_: object) -> None:
        os.write(told, b"!")

    before = {each: signal.signal(each, tell) for each in signals}
    try:
        yield seen
    finally:
        for each in signals:
            signal.signal(each, signal.SIG_IGN if page.cut_short else before[each])
        os.close(seen)
        os.close(told)


def _show(terminal: int, signs: bytes) -> None:
    with suppress(OSError):
        while signs:
            signs = signs[os.write(terminal, signs) :]


@contextmanager
def _key_by_key(keyboard: int, terminal: int) -> Generator[None]:
    """Have every key at once, as lines may have no longest length, and have the terminal mark what is pasted."""
    assert termios is not None
    tty = termios
    before = tty.tcgetattr(keyboard)
    marks = os.environ.get("TERM", "dumb") != "dumb"

    def begin(*_: object) -> None:
        with suppress(tty.error):
            # A terminal that went away sends this signal too.
            modes = tty.tcgetattr(keyboard)
            modes[0] &= ~tty.ICRNL
            modes[3] &= ~(tty.ICANON | tty.ECHO | tty.IEXTEN)
            tty.tcsetattr(keyboard, tty.TCSADRAIN, modes)
        _show(terminal, _MARK_PASTES if marks else b"")

    # After ctrl+z and ‘fg’ the terminal is as the shell had it.
    continued = signal.signal(signal.SIGCONT, begin)
    begin()
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, continued)
        _show(terminal, _MARK_NO_PASTES if marks else b"")
        with suppress(tty.error):
            tty.tcsetattr(keyboard, tty.TCSADRAIN, before)

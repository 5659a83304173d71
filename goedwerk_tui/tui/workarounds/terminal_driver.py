"""What comes in from a terminal, and how it goes."""

# pyright: reportPrivateUsage=false

import codecs
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial
from typing import IO, Any, cast

from textual import constants, events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._parser import ParseEOF, ParseTimeout, Peek1, Read1, TokenCallback
from textual._xterm_parser import (
    BRACKETED_PASTE_END,
    BRACKETED_PASTE_START,
    FOCUSIN,
    FOCUSOUT,
    IS_ITERM,
    XTermParser,
    _re_extended_key,
    _re_in_band_window_resize,
    _re_mouse_event,
    _re_terminal_mode_response,
)
from textual.app import App
from textual.driver import Driver
from textual.keys import Keys
from textual.message import Message

_PASTE_SILENCE = 1.0
"""Seconds without a sign after which a paste counts as complete, though its end mark did not come."""
_SEQUENCE_SILENCE = 1.0
"""Seconds after which the rest of a sequence that no person can have typed is given up."""
_LAST_BREATH = 0.2
"""Seconds in which what came in before the terminal went is taken in."""
_LARGEST = 5000
"""Columns or rows above which a size that a terminal tells is no size."""
_STRING_STARTS = {"]": "0123456789", "P": "0123456789!$+>|", "_": "G"}
"""By which sign after ESC, and the one after that, an answer of the terminal is told from alt and a letter."""
Reading = Generator[Read1 | Peek1, str, str]
"""Reads characters, and returns the one that comes after what it took."""


class SteadyParser(XTermParser):
    """Makes keys of what a terminal sends, and leaves out what is not understood.

    Textual ends at an event type in a key (no issue is known), types what it does not know as keys, and waits without
    end for the end mark of a paste. This can go when the tests of what comes in pass with Textual's own.
    """

    def parse(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, None]:
        """Tell of every key, paste, size and movement in the characters that are sent in."""
        self._tell = token_callback
        try:
            character = yield Read1()
            while True:
                if character == "\x1b":
                    character = yield from self._escape()
                else:
                    self._tell_keys(character)
                    character = yield Read1()
        except ParseEOF:
            return

    def _tell_keys(self, sequence: str, *, alt: bool = False) -> bool:
        """Tell of the keys that were pressed. Returns whether there were any."""
        told = False
        for key in self._sequence_to_key_events(sequence, alt=alt):
            told = True
            if key.key != Keys.Ignore:
                self._tell(key)
        return told

    def _escape(self) -> Reading:
        """Read on after ESC: the key itself, alt with a key, or a sequence."""
        try:
            character = yield Read1(constants.ESCAPE_DELAY)
        except ParseTimeout:
            self._tell(events.Key("escape", "\x1b"))
            return (yield Read1())
        except ParseEOF:
            self._tell(events.Key("escape", "\x1b"))
            raise
        following = ""
        if character == "\x1b":
            self._tell(events.Key("escape", "\x1b"))
            following = character
        elif character in "[O" or character in _STRING_STARTS:
            try:
                following = yield Read1(constants.ESCAPE_DELAY)
            except ParseTimeout:
                self._tell_keys(character, alt=True)
            else:
                following = yield from self._begun(character, following)
        elif isinstance(ANSI_SEQUENCES_KEYS.get(f"\x1b{character}"), tuple):
            self._tell_keys(f"\x1b{character}")
        else:
            self._tell_keys(character, alt=True)
        return following or (yield Read1())

    def _begun(self, start: str, character: str) -> Reading:
        """Read on after ESC, what begins a sequence, and one character more."""
        if start == "[" or (start == "O" and character.isdigit()):
            return (yield from self._control_sequence(character))
        if start == "O" and f"\x1bO{character}" in ANSI_SEQUENCES_KEYS:
            self._tell_keys(f"\x1bO{character}")
        elif character in _STRING_STARTS.get(start, ""):
            yield from self._string()
        else:
            self._tell_keys(start, alt=True)
            return character
        return ""

    def _control_sequence(self, character: str) -> Reading:
        """Read a sequence to its end, and tell what it says if it says anything."""
        sequence = "\x1b["
        with suppress(ParseTimeout):
            while True:
                if not " " <= character <= "~":
                    return character
                sequence += character
                at_its_end = character >= "@" and sequence != "\x1b[["
                if at_its_end or sequence in ANSI_SEQUENCES_KEYS:
                    break
                character = yield Read1(_SEQUENCE_SILENCE)
            if sequence == BRACKETED_PASTE_START:
                yield from self._paste()
            elif sequence == "\x1b[M":
                for _ in range(3):
                    yield Read1(_SEQUENCE_SILENCE)
            else:
                # Numbers may be such that they mean nothing.
                with suppress(ValueError, ArithmeticError):
                    self._tell_meaning(sequence)
        return ""

    def _string(self) -> Generator[Read1 | Peek1, str, None]:
        """Pass over an answer of the terminal to somebody else's question."""
        before = ""
        with suppress(ParseTimeout):
            while True:
                character = yield Read1(_SEQUENCE_SILENCE)
                if character == "\x07" or (before == "\x1b" and character == "\\"):
                    return
                before = character

    def _paste(self) -> Generator[Read1 | Peek1, str, None]:
        """Read a paste to its end mark, or until nothing more comes."""
        pasted: list[str] = []
        end = list(BRACKETED_PASTE_END)
        try:
            with suppress(ParseTimeout):
                while pasted[-len(end) :] != end:
                    pasted.append((yield Read1(_PASTE_SILENCE)))
                del pasted[-len(end) :]
        finally:
            self._tell(events.Paste("".join(pasted).replace("\x00", "")))

    def _tell_meaning(self, sequence: str) -> None:
        """Tell what a whole sequence says, in the order in which Textual tries it.

        Raises:
            ValueError, ArithmeticError: its numbers mean nothing.
        """
        if sequence in (FOCUSIN, FOCUSOUT):
            self._tell(events.AppFocus() if sequence == FOCUSIN else events.AppBlur())
        elif size := _re_in_band_window_resize.fullmatch(sequence):
            height, width, pixel_height, pixel_width = (int(group.partition(":")[0]) for group in size.groups())
            if 0 < width < _LARGEST and 0 < height < _LARGEST:
                resize = events.Resize.from_dimensions((width, height), (pixel_width, pixel_height))
                self.terminal_size, self.terminal_pixel_size = resize.size, resize.pixel_size
                self.mouse_pixels = True
                self._tell(resize)
        elif self._tell_keys(_readable(sequence)):
            return
        elif _re_mouse_event.fullmatch(sequence):
            if moved := self.parse_mouse_code(sequence):
                self._tell(moved)
        elif mode := _re_terminal_mode_response.fullmatch(sequence):
            setting = int(mode["setting_parameter"])
            if mode["mode_id"] == "2026" and setting > 0:
                self._tell(messages.TerminalSupportsSynchronizedOutput())
            elif mode["mode_id"] == "2048" and constants.SMOOTH_SCROLL and not IS_ITERM:
                self._tell(messages.InBandWindowResize.from_setting_parameter(setting))


def _readable(sequence: str) -> str:
    """Return a sequence without what Textual can't read of a key: other layouts, whether it was pressed or repeated.

    Raises:
        ValueError: it tells of a key that was let go, or of one that Textual would take for a letter with its number.
    """
    if not _re_extended_key.fullmatch(sequence):
        return sequence
    kind = sequence[-1]
    # A part may hold more than one number: the key in other layouts, and what happened to it.
    (number, *_), *more = (part.split(":") for part in sequence[2:-1].split(";"))
    event = more[0][1:] if more else []
    rest = [part if at else part[:1] for at, part in enumerate(more)]
    known = kind == "u" or sequence in ANSI_SEQUENCES_KEYS or f"{number or 1}{kind}" in FUNCTIONAL_KEYS
    if not known or event == ["3"]:
        raise ValueError(sequence)
    return f"\x1b[{';'.join([number, *map(':'.join, rest)])}{kind}"


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows-1252", _as_windows_1252)


class _Screen:
    """The file that a terminal's screen is written to; once it is gone, what is written goes nowhere.

    The thread of Textual that writes would end, and whatever waits for it would wait for ever.
    """

    def __init__(self, file: IO[str], gone: Callable[[], None]) -> None:
        self._file = file
        self._gone = gone
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        self._try(partial(self._file.write, text))

    def flush(self) -> None:
        self._try(self._file.flush)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except BlockingIOError:
            # Full for the moment. What is lost is drawn anew with the next change.
            pass
        except OSError:
            self._gone()


def driver_class(usual: type[Driver]) -> type[Driver]:
    """Return the driver to use in place of Textual's own for this system."""
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    class SteadyDriver(LinuxDriver):
        """Textual's own, except that nothing that comes in ends it, and that it notices when the terminal is gone.

        A byte that is not UTF-8 ends Textual (https://github.com/Textualize/textual/issues/6456), and at the end of the
        input it goes on reading without rest (https://github.com/Textualize/textual/pull/6690). It also wakes ten times
        a second, and stands still when the terminal takes nothing in. It can go when all of that is no longer so.
        """

        def __init__(self, app: App[Any], **more: Any) -> None:
            super().__init__(app, **more)  # pyright: ignore[reportUnknownMemberType] - Textual's
            self._file = cast("IO[str]", _Screen(self._file, self._gone))
            self._stopping: int | None = None

        def _gone(self) -> None:
            # A terminal that is taken away usually says so itself; whoever listens to that need not know of this.
            os.kill(os.getpid(), signal.SIGHUP)

        def start_application_mode(self) -> None:
            self._asked_to_stop, self._stopping = os.pipe()
            super().start_application_mode()
            if self._writer_thread is not None:
                # A terminal that takes nothing in for a while must not keep signals and drafts waiting.
                self._writer_thread._queue.maxsize = 0

        def disable_input(self) -> None:
            if self._stopping is not None:
                os.close(self._stopping)
                self._stopping = None
            super().disable_input()

        def _run_input_thread(self) -> None:
            try:
                self.run_input_thread()
            except Exception as error:  # noqa: BLE001 - led to where every fault of ours ends
                self._app.call_later(_raise, error)

        def run_input_thread(self) -> None:
            """Tell of what comes in, until the app stops or the terminal is gone."""
            asked_to_stop = self._asked_to_stop
            incoming = _Incoming(SteadyParser(self._debug), self.process_message)
            try:
                with selectors.SelectSelector() as selector:
                    selector.register(self.fileno, selectors.EVENT_READ)
                    selector.register(asked_to_stop, selectors.EVENT_READ)
                    while True:
                        ready = {key.fd for key, _ in selector.select(incoming.waits)}
                        if asked_to_stop in ready:
                            return
                        if self.fileno in ready and not incoming.read(self.fileno):
                            incoming.end()
                            time.sleep(_LAST_BREATH)
                            self._gone()
                            return
                        incoming.tick()
            finally:
                os.close(asked_to_stop)

    return SteadyDriver


class _Incoming:
    """Bytes from a terminal on their way to the app."""

    def __init__(self, parser: XTermParser, tell: Callable[[Message], None]) -> None:
        self._parser = parser
        self._tell = tell
        self._decoder = codecs.getincrementaldecoder("utf-8")("windows-1252")
        self._last = 0.0

    @property
    def _half_a_letter(self) -> bool:
        return bool(self._decoder.getstate()[0])

    @property
    def waits(self) -> float | None:
        """After how many seconds to come back though nothing has come in; None for never."""
        return 0.05 if self._half_a_letter or self._parser._timeout_time is not None else None

    def read(self, fileno: int) -> bool:
        """Take in what there is. Returns whether the terminal is still there."""
        try:
            found = os.read(fileno, 4096)
        except BlockingIOError:
            return True
        except OSError:
            found = b""
        self._last = time.monotonic()
        self._feed(self._decoder.decode(found, final=not found))
        return bool(found)

    def end(self) -> None:
        """Tell what came in without an end."""
        for message in self._parser.feed(""):
            self._tell(message)

    def tick(self) -> None:
        """Take what did not go on for what it is."""
        if self._half_a_letter and time.monotonic() - self._last > _SEQUENCE_SILENCE:
            self._feed(self._decoder.decode(b"", final=True))
        for message in self._parser.tick():
            self._tell(message)

    def _feed(self, text: str) -> None:
        if text:
            for message in self._parser.feed(text):
                self._tell(message)


def _raise(error: Exception) -> None:
    raise error

"""Letters are commands where nothing can be written, and a sentence is none: what tells them apart."""

from abc import abstractmethod
from math import inf
from typing import ClassVar, TypeVar

from textual import events, getters
from textual.widgets import Input, TextArea

from goedwerk_tui.base.text import clean
from goedwerk_tui.tui.keys import A_MOMENT, A_WORD, Keyed, bindings_of, key_for
from goedwerk_tui.tui.shell import CommandTyped, Shell
from goedwerk_tui.tui.workarounds.late_callbacks import CallingBackWhatStands
from goedwerk_tui.tui.workspace import Workspace

A_BREATH = 0.2
"""Seconds within which the second letter of a sentence follows its first; a letter that is a command waits for them."""
_BEHIND_DIGIT = "dehjkmstuwx"
"""Letters that a digit before them makes a word with: ‘2de’, ‘3e’, ‘4x’, ‘5km’, ‘2jarig’, ‘1ste’, ‘8tal’."""
Answer = TypeVar("Answer")


class SentenceScreen(Keyed, CallingBackWhatStands[Answer]):
    """A screen on which letters may be commands, and what is typed or pasted beside all boxes may be a text."""

    HOLDS: ClassVar[bool] = True
    """Whether what is typed here is held; otherwise it is said to stand nowhere."""
    TYPED_IN_VAIN: ClassVar[str] = "Hier is niets te schrijven."
    """What is said of a letter that is no command here, where there is no box."""

    shell = getters.app(Shell)
    _slip: str = ""
    """What was typed right now where nothing can be written, and is held nowhere: one sign by chance."""
    _began: CommandTyped | None = None
    """The command that it began with, if any: it is taken back once this is a sentence."""
    _typed_at: float = -inf
    """When that was, in seconds."""
    _paused: float = 0.0
    """The seconds between its last sign and what was typed before that."""

    @property
    def workspace(self) -> Workspace:
        """The programme and the journal. Only to be asked once they are open."""
        workspace = self.shell.workspace
        assert workspace is not None, "the screen was shown before the journal was open"
        return workspace

    def key_for(self, *verbs: str) -> str:
        """Return what the key is called that does one of these here; see ``keys.key_for``."""
        return key_for(self, *verbs)

    async def on_key(self, event: events.Key) -> None:
        """Let a letter be a command where it is one, and hold a sentence.

        A sentence begins with two signs that are no commands, with a capital, or with any letter behind which the next
        comes as fast as one types. One sign alone was a slip: of that it is said that it stands nowhere, and a space
        or a command behind it is what it is. A letter that led here began a sentence if another follows within a
        moment, also by way of a space: nobody has read a page by then; but a command here that comes more than half a
        second later, or begins no word with a digit that led here, is one. One that acted here belongs to what follows
        once that is a sentence, and what it did is taken back; the same verb again, or another, is no sentence.
        """
        if self._is_shut(event.key):
            event.stop()
            self.say_only_read()
            return
        sign = event.character
        command = self.shell.take_command(event.time)
        if sign is None or not event.is_printable or isinstance(self.focused, Input | TextArea):
            self._slip = ""
            return
        led, at = self._led_here(command), command.at if command else self._typed_at
        slip = self._take_slip(event.time)
        command = command or (self._began if slip else None)
        before = led or slip or (command.typed if command else "")
        if sign == " ":
            self._slip, self._began, self._typed_at = before and f"{before} ", command, event.time
            if led or before.isdecimal():
                event.stop()  # not before the page that it would turn, or tick, was seen
            return
        acts = event.key in self.active_bindings
        apart = event.time - command.at if command else 0.0
        text = bool(led) and not (acts and (apart > A_WORD or _is_apart(led, sign)))
        text = text or (bool(slip) and (not acts or _begins_sentence(slip)))
        text = text or ((self._may_begin_text(sign) or not acts) and await self._goes_on(sign))
        if acts and not text:
            if sign.isalnum():
                self.shell.command_typed = CommandTyped(f"{before}{sign}", self, event.time, before=command)
            return
        event.stop()
        self._slip, self._began = f"{before}{sign}", command
        self._paused, self._typed_at = event.time - at, event.time
        if text:
            if command:
                self.shell.take_for_text(command)
            await self.hold(self._slip)
        else:
            self._say_in_vain()

    def say_only_read(self) -> None:
        """Say that nothing is kept now, and why."""
        self.shell.drop_messages()  # one of them is enough, and in a low window there is no room for two
        self.shell.show_message(f"Alleen lezen: {self.workspace.why_read_only}.")

    def _is_shut(self, key: str) -> bool:
        """Whether a key does something here, and not now that nothing may be written."""
        workspace = self.shell.workspace
        if workspace is None or not workspace.read_only or key in self.active_bindings:
            return False
        nodes = self.focused.ancestors_with_self if self.focused else [self]
        return any(each.key == key for node in nodes if isinstance(node, Keyed) for each in bindings_of(type(node)))

    def _led_here(self, command: CommandTyped | None) -> str:
        """Return what was typed elsewhere and led here as a command; empty for nothing."""
        return command.typed if command and command.screen is not self and self._may_hold else ""

    def _take_slip(self, at: float) -> str:
        """Return what was typed in the moment before a time and is seen nowhere, and forget it; empty for nothing."""
        slip, self._slip = self._slip, ""
        return slip if at - self._typed_at < A_MOMENT else ""

    def _typed_just_now(self, at: float) -> str:
        """Return what was typed in the moment before a time and is seen nowhere: it led here, was a slip, or chose.

        It begins a text: a command is taken back in what it did.
        """
        command, slip = self.shell.take_command(at), self._take_slip(at)
        led = self._led_here(command) or (command.typed if command and command.chose else "")
        began = command if led else self._began if slip else None
        if began is not None:
            self.shell.take_for_text(began)
        return led or slip

    @property
    def _asks_unread(self) -> bool:
        """Whether the box in front is for the answer to something that nobody chose by its name."""
        return False

    @property
    def _opened(self) -> str:
        """What a key that led to the box in front opened, in Dutch."""
        return "een vak"

    async def go_on_in_box(self, command: CommandTyped, sign: str) -> bool:
        """Deal with a sign that is typed in a box right behind the command that led to it.

        What acted stands in no text, and that is said. At a question that nobody read all of it is held.

        Args:
            command: what acted.
            sign: what comes behind it.

        Returns:
            Whether the sign has a place by that.
        """
        if self._asks_unread and self._may_hold:
            self.shell.take_for_text(command)
            await self.hold_on_line(f"{command.typed}{sign}")
            return True
        led = command.typed
        what = f"De {led}" if len(led) == 1 else f"‘{led.strip()}’"
        self.shell.show_notice(f"{what} opende {self._opened} en staat er niet in.")
        return False

    def _may_begin_text(self, sign: str) -> bool:
        """Whether a sign that is a command here may as well be the first of a sentence, and waits for the next."""
        return sign.isalpha()

    async def _goes_on(self, sign: str) -> bool:
        """Whether another sign follows on this one as fast as one types; behind a number that may be a space."""
        following = await self.shell.typed_next(A_BREATH)
        if following in self.active_bindings and _is_apart(sign, following):
            return False
        return bool(following.strip() or (following and sign.isdecimal()))

    async def on_paste(self, event: events.Paste) -> None:
        """Hold what is pasted where there is no box."""
        if event.text.strip() and not isinstance(self.focused, Input | TextArea):
            if self._may_hold:
                await self.hold(clean(event.text))
            else:
                self.shell.show_notice("Wat je plakte staat nergens: daar is niets te schrijven.")

    def _say_in_vain(self) -> None:
        self.shell.show_message(self.TYPED_IN_VAIN)

    @property
    def _may_hold(self) -> bool:
        workspace = self.shell.workspace
        return self.HOLDS and workspace is not None and not workspace.read_only

    @abstractmethod
    async def hold(self, typed: str) -> None:
        """Let what was typed stand where one types on; else say that it stands nowhere."""

    @abstractmethod
    async def hold_on_line(self, typed: str, *, stays: bool = False) -> None:
        """Let what was typed stand on a line above the keys, also where there is a box; else say that it can't.

        Args:
            typed: what was typed.
            stays: whether the keyboard stays where it is; else one types on there.
        """


def _is_apart(digit: str, letter: str) -> bool:
    """Whether no word begins with a digit and this letter behind it. Two letters may begin one: ‘nvt’, ‘BZK’, ‘mw’."""
    return len(digit) == 1 and digit.isdecimal() and letter.isalpha() and letter not in _BEHIND_DIGIT


def _begins_sentence(typed: str) -> bool:
    """Whether what was typed just now is more than a slip: a capital, or a sign and a space."""
    return typed[0].isupper() or len(typed) > 1

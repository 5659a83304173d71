"""What a terminal sends becomes keys: all that Textual knows, and nothing that it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser

from goedwerk_tui.tui.workarounds.terminal_driver import SteadyParser


class Clock:
    """A clock that the parser goes by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr("textual._parser.get_time", lambda: self.now)


def told(parser: XTermParser, clock: Clock, *sent: str) -> list[tuple[str, str | None]]:
    """What is told of characters that come in with long silences between."""
    messages = []
    for each in sent:
        # An empty text would be the end of the terminal.
        messages += parser.feed(each) if each else ()
        for _ in range(4):
            clock.now += 10
            messages += parser.tick()
    return [_in_short(each) for each in messages]


def _in_short(message: object) -> tuple[str, str | None]:
    if isinstance(message, events.Key):
        return message.key, message.character
    return type(message).__name__, getattr(message, "text", None)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


KNOWN = [
    *(sequence for sequence, keys in ANSI_SEQUENCES_KEYS.items() if isinstance(keys, tuple) or len(sequence) == 1),
    *(f"\x1b[{code[:-1]};{modifier}{code[-1]}" for code in FUNCTIONAL_KEYS for modifier in ("", "2", "5")),
    *("a", "é", "界", "\x1bn", "\x1bN", "\x1b[97;5u", "\x1b[97;;97u", "\x1b[1;2A", "\x1b[27u", "\x1b"),
    *("\x1b[I", "\x1b[O", "\x1b[<0;3;4M", "\x1b[<0;3;4m", "\x1b[<64;3;4M", "\x1b[?2026;2$y", "\x1b[48;24;80;0;0t"),
    *("\x1b[200~geplakt\x1b[201~ en verder", "\x1b[200~\x1b[201~"),
]


def test_what_textual_knows_is_told_as_textual_tells_it(clock: Clock) -> None:
    told_otherwise = {
        sequence: (mine, theirs)
        for sequence in KNOWN
        if (mine := told(SteadyParser(), clock, sequence)) != (theirs := told(XTermParser(), clock, sequence))
    }
    # Textual takes F3 with shift or ctrl for an answer to a question that it does not ask, and misses an empty paste.
    for sequence in ("\x1b[1;2R", "\x1b[1;5R", "\x1b[1;6R", "\x1b[200~\x1b[201~"):
        told_otherwise.pop(sequence, None)
    assert told_otherwise == {}


@given(
    sent=st.lists(
        st.one_of(
            st.text(st.sampled_from("\x1b[]OP_<>?;:$~0123456789uAMRtmy \x07\\a"), max_size=12),
            st.text(max_size=6),
            st.sampled_from(KNOWN),
        ),
        max_size=6,
    )
)
def test_nothing_that_is_sent_ends_it_or_swallows_what_comes_after(sent: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        clock = Clock(patched)
        parser = SteadyParser()
        told(parser, clock, "".join(sent))
        told(parser, clock, *sent)
        assert told(parser, clock, "x") == [("x", "x")]


@pytest.mark.parametrize("cut", range(1, 8))
def test_a_sequence_in_two_reads_is_one(clock: Clock, cut: int) -> None:
    sent = "\x1b[1;5H\x1b[200~ab\x1b[201~"
    assert [
        each.key if isinstance(each, events.Key) else each.text
        for part in (SteadyParser(),)
        for text in (sent[:cut], sent[cut:])
        for each in part.feed(text)
        if isinstance(each, events.Key | events.Paste)
    ] == ["ctrl+home", "ab"]


@pytest.mark.parametrize("digit", "0123456789")
def test_alt_with_a_digit_is_a_key_and_no_other_letter(clock: Clock, digit: str) -> None:
    key, character = told(SteadyParser(), clock, f"\x1b{digit}")[0]
    assert (key[:4], character) == ("alt+", digit)

"""What a sign is that is typed at a choice: a digit may choose, or begin a text; what comes behind it tells."""

from enum import Enum, auto

DASHES = ("-", "–", "—")
"""What stands between the number of an option and why, with a space behind it; without one it joins two numbers."""


class Meaning(Enum):
    """What a sign is."""

    CHOOSES = auto()
    """It chooses the option with that number."""
    BEGINS_TEXT = auto()
    """It is text, and so is the digit before it, which chose nothing after all: ‘2 mensen’, ‘1999’, ‘2-3’."""
    GOES_ON = auto()
    """The same, behind a reason that stands: ‘… en 10 mensen’, ‘… de 2e’."""
    WAITS = auto()
    """It is text for now; what comes next tells whether the digit before it chose."""
    PARTS = auto()
    """The same of a space behind a reason that stands: a word right behind it tells, as in ‘… en 3 jaar’."""
    BEGINS_REASON = auto()
    """It is text; the digit chose, and what stands between the two is no more than that: ‘3, want’."""
    TEXT = auto()
    """It is text, and tells nothing of what was typed before."""


def is_pause(text: str) -> bool:
    """Whether this is what stands between the number of an option and why it is chosen: a comma or the like."""
    return bool(text) and text[0] in ",;:.)" and not text[1:].strip(" ")


def may_join(sign: str) -> bool:
    """Whether a sign right behind a digit makes a word of both, as in ‘2e’ and ‘3/4’; a pause or dash may part them."""
    return not (sign.isspace() or sign.isdecimal() or is_pause(sign) or sign in DASHES)


def meaning_of(
    comes: str, *, stands: str, digit: str, options: int, joined: bool = False, at_once: bool = False
) -> Meaning:
    """Return what a sign is at the box of a choice.

    Args:
        comes: the sign; empty for a key that is none.
        stands: what is in the box.
        digit: the digits that chose right before it, of which nothing since told that they did, with a space that parts
            them from it; empty for none.
        options: how many options there are.
        joined: whether it comes so fast behind the digit that both are of one word.
        at_once: whether it comes so fast behind the digit that both are of one number, or, with a space between them,
            of one sentence.
    """
    chooses = comes.isdecimal() and 1 <= int(comes) <= options
    if not comes or not digit:
        return Meaning.CHOOSES if chooses and not stands else Meaning.TEXT
    parted = digit.endswith(" ")
    one_word = (at_once if parted else joined) and may_join(comes)
    if not stands:
        return Meaning.CHOOSES if chooses else _behind_digit(comes, one_word=one_word)
    if is_pause(stands):
        return _behind_pause(comes, stands)
    if stands in DASHES:
        # A space behind it tells nothing: what follows may be the reason.
        return Meaning.TEXT if comes.isspace() else Meaning.BEGINS_TEXT
    if comes == " " and joined and not parted:
        return Meaning.PARTS
    one_number = at_once and comes.isdecimal() and not chooses and not parted
    return Meaning.GOES_ON if one_word or one_number else Meaning.TEXT


def _behind_digit(comes: str, *, one_word: bool) -> Meaning:
    if one_word or comes == " " or comes.isdecimal():
        return Meaning.BEGINS_TEXT
    return Meaning.WAITS if is_pause(comes) or comes in DASHES else Meaning.TEXT


def _behind_pause(comes: str, stands: str) -> Meaning:
    if comes.isdecimal():
        return Meaning.BEGINS_TEXT
    if is_pause(f"{stands}{comes}"):
        return Meaning.WAITS
    return Meaning.BEGINS_REASON if comes.isalpha() else Meaning.TEXT

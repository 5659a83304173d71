"""What is asked before and after an exercise that is laid, placed or listed: what it is about, what it shows."""

from datetime import date
from hashlib import sha256
from typing import Self

import msgspec
from msgspec import Struct

from goedwerk_tui.base import folding
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.guidance.exercises.form import Form
from goedwerk_tui.guidance.exercises.state import Made, joined


class Framed(Struct, frozen=True, kw_only=True):
    """The questions around an exercise as they stand."""

    beforehand: Form | None = None
    afterwards: Form | None = None
    """Begins empty on each day: what the picture says is asked anew."""
    line: str = ""
    """What is being written on the open line for something new; no item yet."""

    def with_words_around(self, own: str) -> str:
        """Return the exercise's own text between what was asked before and after it."""
        before, after = (each.text() if each else "" for each in (self.beforehand, self.afterwards))
        return joined(before, own, after)

    def made_around(self) -> tuple[Made, ...]:
        """Return what the answers make. Each sitting makes its own, or changes what one of the same day made."""
        forms = (each for each in (self.beforehand, self.afterwards) if each)
        return tuple(msgspec.structs.replace(made, once=True) for form in forms for made in form.made())

    def own_words_around(self) -> tuple[str, ...]:
        """Return what was written at the questions around it."""
        return tuple(words for each in (self.beforehand, self.afterwards) if each for words in each.own_words())

    def answers_around(self) -> dict[str, str]:
        """Return what was answered to the questions around it, by what was asked."""
        forms = (each.answers() for each in (self.beforehand, self.afterwards) if each)
        return {asked: answer for form in forms for asked, answer in form.items()}

    def asks_back_around(self, today: date) -> str:
        """Return what should be asked about the answers before this counts as done, in Dutch; empty for nothing."""
        return "\n".join(asked for each in (self.beforehand, self.afterwards) if each and (asked := each.doubts(today)))

    @property
    def about_line(self) -> str:
        """What to say, in Dutch, of the open line once this is finished: it is an item then; empty for an empty one."""
        words = shorten(self.line.strip(), 60)
        return f"{quoted(words)} stond nog op de bovenste regel, en staat nu ook op de lijst." if words else ""

    def write(self, line: str) -> Self:
        """Have this on the open line."""
        return msgspec.structs.replace(self, line=line)

    def keeping_line(self, now: Self) -> Self:
        """Return this state, gone back to, with what stands on its open line now."""
        return self.write(now.line or self.line)

    def replaced(self, form: Form, *, afterwards: bool) -> Self:
        """Return the exercise with other answers before or after it."""
        if afterwards:
            return msgspec.structs.replace(self, afterwards=form)
        return msgspec.structs.replace(self, beforehand=form)


def digest(name: str) -> str:
    """Return what stands for a folded text where it only is to be recognised."""
    return sha256(name.encode()).hexdigest()[:12]


def fold(text: str) -> str:
    """Return a text as it is held against another: a space more and a capital make no difference."""
    return folding.fold(" ".join(text.split()))

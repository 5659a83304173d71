"""Own questions: what a person wants to be asked some week. Each is an entry (``Kind.PROMPT``) and asked once.

A question is what it says: in other words it is another one. So it goes by the id of the revision that gave it its
words, and comes back when it is changed after it was asked.
"""

import re
from dataclasses import dataclass
from datetime import datetime

import msgspec

from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.reminders import question_history
from goedwerk_tui.guidance.reminders.last_reworded import worded
from goedwerk_tui.guidance.reminders.origin import SESSION
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.journal.book import named_by, stem
from goedwerk_tui.programme.model import WHOLE, Prompt

UNNAMED = "Een eigen vraag"
"""What stands above an answer whose question stays where it is, or is no more."""
_MADE_HERE = re.compile(r"[0-9a-f]{32}")
"""How the id of a revision begins, by which an own question goes; those of the programme's questions are words."""
_LONGEST = 300
"""Characters of an own question that are shown when it is asked."""


@dataclass(frozen=True)
class OwnPrompt:
    """An own question as it stands."""

    entry: Entry
    prompt: Prompt
    answers: tuple[Entry, ...]
    """What was answered to it, in any of its wordings, newest first."""
    put_aside: datetime | None
    """When it was put aside in its present wording."""

    @property
    def waits(self) -> bool:
        """Whether it is still to be asked in its present wording."""
        answered = any(each.origin and each.origin.item == self.prompt.id for each in self.answers)
        return self.put_aside is None and not answered


def prompt_of(entry: Entry) -> Prompt:
    """Return an own question as one of the week: on one line, and about the whole of the work."""
    return Prompt(id=worded(entry).id, text=shorten(entry.text, _LONGEST), dimension=WHOLE, move="recognise")


def is_own(origin: Origin) -> bool:
    """Return whether something answers an own question."""
    asked = (origin.session, origin.step) == (SESSION, question_history.STEP)
    return asked and _MADE_HERE.match(origin.item) is not None


def without_wiped_words(origin: Origin, journal: Journal) -> Origin:
    """Return the origin of an answer without the words of an own question that was wiped since it was asked."""
    if not is_own(origin):
        return origin
    gone = (each for each in journal.entries.values() if each.state is State.WIPED)
    wiped = any(stem(origin.item) in named_by(each) for each in gone)
    return msgspec.structs.replace(origin, words=UNNAMED) if wiped else origin


def prompts_in(journal: Journal) -> tuple[Prompt, ...]:
    """Return the own questions that are not thrown away, oldest first."""
    return tuple(prompt_of(each) for each in reversed(journal.newest_first(kinds={Kind.PROMPT})))


def own_prompts(journal: Journal) -> tuple[OwnPrompt, ...]:
    """Return the own questions: those first that are still to be asked, in the order in which they will be."""
    answers: dict[str, list[Entry]] = {}
    for each in question_history.answers(journal):
        if each.origin:
            answers.setdefault(each.origin.item, []).append(each)
    found = [_standing(journal, each, answers) for each in reversed(journal.newest_first(kinds={Kind.PROMPT}))]
    return tuple(sorted(found, key=lambda each: not each.waits))


def _standing(journal: Journal, entry: Entry, answers: dict[str, list[Entry]]) -> OwnPrompt:
    own = [answer for revision in entry.revisions for answer in answers.get(revision.id, ())]
    prompt = prompt_of(entry)
    newest_first = tuple(sorted(own, key=lambda each: each.created, reverse=True))
    return OwnPrompt(entry, prompt, newest_first, question_history.when_put_aside(journal, prompt.id))

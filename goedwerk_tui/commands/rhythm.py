"""``goedwerk vraag`` and ``herinner``: between the sessions, without a screen."""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from datetime import date

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.commands.editor import own_editor, write_in
from goedwerk_tui.commands.journal import typed
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.commands.printing import say
from goedwerk_tui.guidance.between import rhythm
from goedwerk_tui.guidance.between.meetings import about_meeting
from goedwerk_tui.guidance.between.offers import Waiting, offers
from goedwerk_tui.guidance.between.rhythm import Every
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Prompt

_WIDTH = 76
_PERIODS = {Every.DAY: "vandaag", Every.WEEK: "deze week", Every.FORTNIGHT: "deze twee weken"}


def ask(options: argparse.Namespace) -> int:
    """Show the question of this period and leave the answer in the inbox; an empty one leaves nothing."""
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = rhythm.every_of(settings.rhythm)
    if every is Every.NEVER:
        say("De vraag tussendoor staat uit. In het programma zet je haar weer aan, met ctrl+p.")
        return 0
    journal = Journal.open(places, read_only=True)
    pack = open_pack(options, settings)
    prompt = rhythm.question_now(pack.prompts(), pack.programme, journal, _today(journal), every)
    if prompt is None:
        say(f"Er wacht {_PERIODS[every]} geen vraag meer. De volgende komt vanzelf.")
        return 0
    say(_shown(prompt))
    _take_answer(places, prompt, pack)
    return 0


def remind(options: argparse.Namespace) -> int:
    """Print one line when something waits; nothing when nothing does, when the rhythm is off or before the start."""
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = rhythm.every_of(settings.rhythm)
    if every is Every.NEVER or not places.journal.exists():
        return 0
    journal = Journal.open(places, read_only=True)
    if waits := list(_waiting(journal, open_pack(options, settings), every)):
        say(f"Goed Werk: {'; '.join(each[0].lower() + each[1:] for each in waits)}.")
    return 0


def _waiting(journal: Journal, pack: Pack, every: Every) -> Iterator[str]:
    """Yield what waits today, each with the way to it."""
    today = _today(journal)
    if meeting := about_meeting(journal, pack.programme, today):
        yield f"{meeting} (goedwerk, en dan m)"
    if rhythm.question_now(pack.prompts(), pack.programme, journal, today, every):
        yield f"er wacht {_PERIODS[every]} een vraag op je (goedwerk vraag)"
    for each in offers(journal, pack, today, every):
        if each.waiting is not Waiting.THEN:
            yield f"{each.words} (goedwerk, en dan {each.key})"


def _today(journal: Journal) -> date:
    return local(journal.now()).date()


def _shown(prompt: Prompt) -> str:
    parts = (textwrap.fill(each, _WIDTH) for each in (prompt.text, prompt.hint) if each)
    return "\n\n".join(parts) + "\n"


def _take_answer(places: Places, prompt: Prompt, pack: Pack) -> None:
    def keep(text: str) -> None:
        if text.strip():
            leave_note(places, text, kind=Kind.ANSWER, origin=rhythm.origin_of(prompt, pack.programme))
            say("Bewaard. Je antwoord staat de volgende keer in je dagboek.")
        else:
            say("Er stond niets in. Er is niets bewaard; de vraag blijft staan.")

    editor = own_editor()
    if editor and sys.stdin.isatty():
        write_in(editor, _shown(prompt), keep)
    else:
        keep(typed("Schrijf je antwoord. Een lege regel sluit af."))

"""``goedwerk vraag`` and ``herinner``: between the sessions, without a screen."""

import argparse
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands import planning
from goedwerk_tui.commands.beside import open_beside
from goedwerk_tui.commands.editor import own_editor, write_in
from goedwerk_tui.commands.printing import inform, say
from goedwerk_tui.commands.typed_input import SoFar, at_a_terminal, kept_when_called_off, leave, piped, typed
from goedwerk_tui.guidance.reminders import rhythm
from goedwerk_tui.guidance.reminders.meetings import about_meeting
from goedwerk_tui.guidance.reminders.offers import OfferKind, offers
from goedwerk_tui.guidance.reminders.rhythm import Every
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.editor_files import draft_key
from goedwerk_tui.journal.trouble import refuse_backup
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Prompt

_WIDTH = 76
_PERIODS = {Every.DAY: "vandaag", Every.WEEK: "deze week", Every.FORTNIGHT: "deze twee weken"}


class _Asked(NamedTuple):
    """The question of this period."""

    prompt: Prompt
    pack: Pack


def ask(options: argparse.Namespace) -> int:
    """Show the question of this period and leave the answer in the inbox; an empty one leaves nothing.

    What was piped and can't be an answer becomes a note.
    """
    places = find_places(options.journal)
    with kept_when_called_off(places):
        received = "" if at_a_terminal() else piped()
    try:
        asked = _asked(options, places)
    except Trouble:
        _leave_loose(places, received)
        raise
    if isinstance(asked, str):
        inform(asked)
        _leave_loose(places, received)
        return 0
    inform(_shown(asked))
    if at_a_terminal():
        _take_answer(places, asked)
    else:
        _leave_answer(places, asked, received)
    return 0


def _asked(options: argparse.Namespace, places: Places) -> _Asked | str:
    """Return the question of this period, or a sentence that says why there is none."""
    settings = read_settings(places.settings)
    every = rhythm.every_of(settings.rhythm)
    if every is Every.NEVER:
        return "De vraag tussendoor staat uit. In het programma zet je die weer aan, met ctrl+p."
    journal, pack = open_beside(options, places)
    prompt = rhythm.question_now(pack.prompts(), pack.programme, journal, _today(journal), every)
    if prompt is None:
        return f"Er wacht {_PERIODS[every]} geen vraag meer. De volgende komt vanzelf."
    return _Asked(prompt, pack)


def _leave_loose(places: Places, text: str) -> None:
    if text.strip():
        leave(places, text)
        inform("Wat je meegaf is bewaard als notitie. Die staat de volgende keer in je dagboek.")


def remind(options: argparse.Namespace) -> int:
    """Print one line when something waits; nothing when nothing does, when the rhythm is off or before the start.

    It may be shown as a message of the system instead, and that may be planned. So it changes nothing: what came by a
    copy of another machine waits for a command that is seen.
    """
    if options.plan:
        return planning.plan(options)
    if options.weg:
        return planning.stop(options)
    places = find_places(options.journal)
    settings = read_settings(places.settings)
    every = rhythm.every_of(settings.rhythm)
    if every is Every.NEVER or not places.journal.exists() or places.unfinished_wipes:
        return 0
    journal, pack = open_beside(options, places, quiet=True)
    if waits := list(_waiting(journal, pack, every)):
        told = "; ".join(each[0].lower() + each[1:] for each in waits)
        if options.melding:
            planning.notify(f"{told[0].upper()}{told[1:]}.")
        else:
            say(f"Goed Werk: {told}.")
    return 0


def _waiting(journal: Journal, pack: Pack, every: Every) -> Iterator[str]:
    """Yield what waits today, each with the way to it."""
    today = _today(journal)
    if meeting := about_meeting(journal, pack.programme, today):
        yield f"{meeting} (goedwerk, en dan m)"
    if rhythm.question_now(pack.prompts(), pack.programme, journal, today, every):
        yield f"er wacht {_PERIODS[every]} een vraag op je (goedwerk vraag)"
    for each in offers(journal, pack, today, every):
        if each.waiting is not OfferKind.THEN:
            yield f"{each.words} (goedwerk, en dan {each.key})"


def _today(journal: Journal) -> date:
    return local(journal.now()).date()


def _shown(asked: _Asked) -> str:
    text = asked.pack.labelled(asked.prompt.text, "prompts.yaml", asked.prompt.id)
    parts = (textwrap.fill(each, _WIDTH) for each in (text, asked.prompt.hint) if each)
    return "\n\n".join(parts) + "\n"


def _take_answer(places: Places, asked: _Asked) -> None:
    refuse_backup(places)
    origin = rhythm.origin_of(asked.prompt, asked.pack)
    begun, editor = Drafts.of(places).get(draft_key(origin)), own_editor()
    if begun and (begun.never_leaves or not editor):
        say("Er staat nog een begin van een antwoord klaar. In het programma, op Thuis, ga je ermee verder.\n")
    if editor:
        write_in(editor, places, origin, _shown(asked), lambda text: _leave_answer(places, asked, text))
    else:
        with kept_when_called_off(places, origin) as so_far:
            text = typed("Schrijf je antwoord.", so_far)
        _leave_answer(places, asked, text, so_far)


def _leave_answer(places: Places, asked: _Asked, text: str, so_far: SoFar | None = None) -> None:
    if text.strip():
        leave(places, text, kind=Kind.ANSWER, origin=rhythm.origin_of(asked.prompt, asked.pack), so_far=so_far)
        inform("Bewaard. Je antwoord staat de volgende keer in je dagboek.")
    else:
        inform("Er stond niets in. Er is niets bewaard; de vraag blijft staan.")

"""Sessions and steps as a person names them behind a command: by id or by title."""

from collections.abc import Iterator, Sequence

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import whole_number
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.insight.picture import in_a_row
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import Session
from goedwerk_tui.programme.problems import perhaps

_NOTHING = "Er is niets geschreven."
_NAMED = 5
"""Cases that are named in a line."""


def find_session(pack: Pack, named: str, meaning: str = _NOTHING) -> Session:
    """Return the session with this id, title or number.

    Args:
        pack: the programme.
        named: the id, the title or the number.
        meaning: what it means that there is none, as a sentence.

    Raises:
        Trouble: there is none.
    """
    sessions = pack.programme.sessions
    number = whole_number(named)
    if number and number <= len(sessions):
        return sessions[number - 1]
    by_name = {name: each for each in sessions for name in (each.id, fold(each.title))}
    if found := by_name.get(fold(named)):
        return found
    step = _step_in(pack, named)
    of_step = pack.session_of(step).id if step else ""
    where = f"; dat is een stap van de sessie ‘{of_step}’." if step else perhaps(named, by_name) or "."
    known = ", ".join(session.id for session in sessions)
    raise Trouble(f"Er is geen sessie ‘{named}’{where}", meaning, f"Kies uit: {known}.")


def find_step(pack: Pack, named: str) -> str:
    """Return the id of the step with this id or title.

    Raises:
        Trouble: there is none, or it takes no part.
    """
    if found := _step_in(pack, named):
        return found
    for overlay in pack.overlays:
        hidden = {each: pack.written(each).title for each in overlay.hidden}
        if named in hidden or fold(named) in map(fold, hidden.values()):
            raise Trouble(f"‘{named}’ doet bij ‘{overlay.title}’ niet mee.", _NOTHING)
    raise Trouble(
        f"Er is geen stap ‘{named}’{perhaps(named, (name for _, names in _steps(pack) for name in names)) or '.'}",
        _NOTHING,
        "Met ‘goedwerk verken --begeleiding BESTAND’ krijg je een lijst van de casussen met hun id.",
    )


def find_case(pack: Pack, entries: Sequence[Entry], named: str) -> str:
    """Return the id of the step with this id or title at which something was written, be it gone by now.

    Args:
        pack: the programme.
        entries: what was written and may leave, newest first.
        named: the id or the title.

    Raises:
        Trouble: there is none, or nothing was written there.
    """
    origins = [each.origin for each in entries if each.origin]
    known = _step_in(pack, named)
    for each in origins:
        if each.step in (named, known) or fold(each.step_title) == fold(named):
            return each.step
    names = [name for each in origins for name in (each.step, each.step_title)]
    happened = f"Er is geen casus ‘{named}’{perhaps(named, names) or '.'}"
    if known:
        happened = f"Bij ‘{named}’ staat niets in je dagboek dat mee mag."
    chosen = dict.fromkeys(each.origin.step_title for each in entries if each.kind is Kind.CHOICE and each.origin)
    there = f"Je koos iets bij {in_a_row([f'‘{title}’' for title in chosen][:_NAMED])}." if chosen else ""
    raise Trouble(happened, "Er is geen bestand geschreven.", there)


def _step_in(pack: Pack, named: str) -> str:
    """Return the id of the step that goes by this name; empty when there is none."""
    if pack.knows(named):
        return named
    former = pack.programme.step_names.get(named, "")
    titled = (step for step, names in _steps(pack) if fold(named) in map(fold, names))
    return former if pack.knows(former) else next(titled, "")


def _steps(pack: Pack) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each step with its names: the id, and the title without and with the label of whose it is."""
    for session in pack.programme.sessions:
        for step_id in steps_of(session):
            try:
                step = pack.step(step_id)
            except ContentError:
                yield step_id, (step_id,)
            else:
                yield step_id, (step_id, step.title, pack.titled(step))

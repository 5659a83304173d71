"""What there is to refer to, by title: sessions, steps, questions, tensions and terms with their ids."""

from collections.abc import Iterator

from goedwerk_tui.programme.model import Session
from goedwerk_tui.programme.pack import Pack, all_steps_of
from goedwerk_tui.programme.problems import ContentError


def of_programme(pack: Pack) -> str:
    """Return the sessions with their steps, the tensions and the terms, each with its id before its title."""
    parts = [_session(pack, session) for session in pack.programme.sessions]
    tensions = [(tension.id, f"{tension.one} – {tension.other}") for tension in pack.programme.tensions]
    terms = [(term.id, term.term) for term in pack.glossary().values()]
    return "\n\n".join((*parts, _table("Spanningen", tensions), _table("Begrippen", terms)))


def of_session(pack: Pack, session: Session) -> str:
    """Return the steps of a session with the ids of their questions."""
    return "\n\n".join((_session(pack, session), *_questions(pack, session)))


def _session(pack: Pack, session: Session) -> str:
    core = dict.fromkeys(session.core, " (kernroute)")
    rows = [(step, f"{_title(pack, step)}{core.get(step, '')}") for step in all_steps_of(session)]
    return _table(f"Sessie {session.id}: {session.title}", rows)


def _questions(pack: Pack, session: Session) -> Iterator[str]:
    for step_id in all_steps_of(session):
        try:
            step = pack.step(step_id)
        except ContentError:
            continue
        if step.questions:
            yield _table(f"{step_id}: {step.title}", [(each.id, each.text) for each in step.questions])


def _title(pack: Pack, step_id: str) -> str:
    try:
        return pack.titled(pack.step(step_id))
    except ContentError:
        return "(kan niet gelezen worden)"


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    width = max((len(name) for name, _ in rows), default=0)
    return "\n".join((title, *(f"  {name:<{width}}  {words}" for name, words in rows)))

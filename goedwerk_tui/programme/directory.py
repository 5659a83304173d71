"""What there is to refer to, by title: sessions, steps, questions, choices, tensions and terms with their ids."""

from collections.abc import Iterator

from goedwerk_tui.programme.file_schemas import LISTS
from goedwerk_tui.programme.list_files import IN_DUTCH
from goedwerk_tui.programme.model import Case, Session, Step
from goedwerk_tui.programme.pack import Pack, all_steps_of
from goedwerk_tui.programme.problems import ContentError

_WHERE = {
    "strategies.yaml": "onder ‘Strategieën’",
    "glossary.yaml": "onder ‘Begrippen’ en ‘Woorden’",
    "prompts.yaml": "op Thuis, één per week",
    "values.yaml": "als kaarten bij een opdracht met cards_from: values",
    "statements.yaml": "bij een opdracht met items_from: statements",
    "openers.yaml": "achter F3 bij een opdracht met openers",
}
"""Where in the program each list shows."""


def of_programme(pack: Pack) -> str:
    """Return the sessions with their steps, the tensions and the terms, each with its id before its title.

    Below them stands what is in the lists of the overlays, and where in the program that shows.
    """
    parts = [_session(pack, session) for session in pack.programme.sessions]
    tensions = [(tension.id, f"{tension.one} – {tension.other}") for tension in pack.programme.tensions]
    terms = [(each.id, pack.labelled(each.term, "glossary.yaml", each.id)) for each in pack.glossary().values()]
    return "\n\n".join((*parts, _table("Spanningen", tensions), _table("Begrippen", terms), *_own_lists(pack)))


def of_session(pack: Pack, session: Session) -> str:
    """Return the steps of a session with the ids of their questions, and of the options to choose from."""
    return "\n\n".join((_session(pack, session), *_asked(pack, session)))


def _session(pack: Pack, session: Session) -> str:
    marks = dict.fromkeys(session.core, " (kernroute)")
    if session.group:
        marks |= dict.fromkeys((session.group.before, session.group.after), " (bij een bijeenkomst)")
    rows = [(step, f"{_title(pack, step)}{marks.get(step, '')}") for step in all_steps_of(session)]
    return _table(f"Sessie {session.id}: {session.title}", rows)


def _asked(pack: Pack, session: Session) -> Iterator[str]:
    for step_id in all_steps_of(session):
        try:
            step = pack.step(step_id)
        except ContentError:
            continue
        rows = [*((each.id, each.text) for each in step.questions), *_chosen(step)]
        if rows:
            yield _table(f"{step_id}: {pack.titled(step)}", rows)


def _chosen(step: Step) -> Iterator[tuple[str, str]]:
    if isinstance(step, Case) and step.choice:
        yield "choice", step.choice.text
        yield from ((f"  {option.id}", option.text) for option in step.choice.options)


def _own_lists(pack: Pack) -> Iterator[str]:
    for overlay in pack.overlays:
        for name in LISTS:
            if own := overlay.lists.get(name):
                rows = [(each.id, getattr(each, "name", "") or getattr(each, "term", "") or each.text) for each in own]
                yield _table(f"{IN_DUTCH[name].capitalize()} van {overlay.title}, te zien {_WHERE[name]}", rows)


def _title(pack: Pack, step_id: str) -> str:
    try:
        return pack.titled(pack.step(step_id))
    except ContentError:
        return "(kan niet gelezen worden)"


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    width = max((len(name) for name, _ in rows), default=0)
    return "\n".join((title, *(f"  {name:<{width}}  {words}" for name, words in rows)))

"""Laying an overlay on a programme: what the outline and a step become by it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.base.folding import wording
from goedwerk_tui.programme.dialect import escaped
from goedwerk_tui.programme.file_schemas import Addition, Change, Order, QuestionChange
from goedwerk_tui.programme.model import Former, Programme, Question, Session, Step
from goedwerk_tui.programme.overlay import Overlay


def extend(programme: Programme, overlay: Overlay) -> Programme:
    """Return the programme with what an overlay adds, hides and orders; what is added is never part of a core route."""
    sessions = {session.id: session for session in programme.sessions}
    last: dict[tuple[str, str | None], str] = {}
    for addition in overlay.additions:
        sessions[addition.session] = _add(sessions[addition.session], addition, last)
    for session_id, session in sessions.items():
        sessions[session_id] = _hide(session, overlay.hidden)
    for order in overlay.orders:
        sessions[order.session] = _order(sessions[order.session], order)
    named = (_with_former(session, overlay.formerly) for session in sessions.values())
    return replace(programme, sessions=tuple(named))


def changed(step: Step, changes: Sequence[Change]) -> Step:
    """Return a step with what an overlay changes in it, one change after the other."""
    for change in changes:
        values: dict[str, Any] = {"minutes": change.minutes} if change.minutes else {}
        if step.questions and change.questions:
            values["questions"] = tuple(_asked(question, change.questions) for question in step.questions)
        step = replace(step, **values) if values else step
    return step


def _asked(question: Question, changes: Sequence[QuestionChange]) -> Question:
    for change in changes:
        if change.id != question.id:
            continue
        text = change.text or question.text
        # Other words ask something else, unless whoever wrote them says that they ask the same: then they also ask
        # what that already was the same as.
        now, before = ([wording(each) for each in texts] for texts in ((text, *change.same_as), _asking(question)))
        earlier = _asking(question) if text != question.text else question.same_as
        same_as = (*change.same_as, *earlier) if set(now).intersection(before) else change.same_as
        question = replace(
            question, text=text, hint=change.hint or question.hint, same_as=tuple(dict.fromkeys(same_as))
        )
    return question


def _asking(question: Question) -> tuple[str, ...]:
    """Return the words of a question, and the earlier ones that ask the same."""
    return (question.text, *question.same_as)


def _add(session: Session, addition: Addition, last: dict[tuple[str, str | None], str]) -> Session:
    """Put steps behind the one that they come after, and behind those that came after it before."""
    place = (session.id, addition.after)
    after = last.get(place, addition.after)
    at = session.steps.index(after) + 1 if after in session.steps else len(session.steps)
    last[place] = addition.steps[-1]
    return replace(session, steps=(*session.steps[:at], *addition.steps, *session.steps[at:]))


def _hide(session: Session, hidden: frozenset[str]) -> Session:
    if not hidden.intersection(session.steps):
        return session
    steps, core = (tuple(step for step in steps if step not in hidden) for steps in (session.steps, session.core))
    return replace(session, steps=steps, core=core)


def _order(session: Session, order: Order) -> Session:
    """Put the steps that are named in that order, on the places that they have together; the others stay."""
    named = iter([step for step in dict.fromkeys(order.steps) if step in session.steps])
    moved = set(order.steps)
    steps = tuple(next(named) if step in moved else step for step in session.steps)
    return replace(session, steps=steps, core=tuple(sorted(session.core, key=steps.index)))


def _with_former(session: Session, formerly: tuple[Former, ...]) -> Session:
    mine = tuple(each for each in formerly if each.step in session.steps)
    return replace(session, formerly=(*session.formerly, *mine)) if mine else session


def without_hidden(page: str, hidden: Mapping[str, str]) -> str:
    """Return the text of a page without what its tables offer of steps that are hidden.

    A row that names the id of such a step goes; in another row only its title does, where it stands behind ‘;’.

    Args:
        page: the text.
        hidden: the titles of the steps, by their ids.
    """
    lines = [line for line in page.split("\n") if line[:1] != "|" or not any(f"`{each}`" in line for each in hidden)]
    for title in filter(None, hidden.values()):
        lines = [line.replace(f"; {title} |", " |") if line[:1] == "|" else line for line in lines]
    return "\n".join(lines)


def about_overlay(overlay: Overlay) -> str:
    """Return what the page about the programme says of an overlay, in the small dialect."""
    about = overlay.about
    made = [f"versie {about.version}" if about.version else "", f"van {_day(about.date)}" if about.date else ""]
    facts = [" ".join(each for each in made if each), f"gemaakt door {about.owner}" if about.owner else ""]
    line = ", ".join(["Eigen inhoud bij dit programma", *(each for each in facts if each)])
    return "\n\n".join(
        each for each in (f"### {escaped(about.title)}", f"{escaped(line)}.", escaped(about.about)) if each
    )


def _day(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        # Such as the thirtieth of February: shown as it was written.
        return text

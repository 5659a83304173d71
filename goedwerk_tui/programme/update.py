"""What is new in an overlay since it was seen last."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from goedwerk_tui.programme.model import Step
from goedwerk_tui.programme.overlay import Overlay
from goedwerk_tui.programme.pack import Pack, all_steps_of

_NAMED = 3


def what_is_new(before: Overlay, now: Overlay) -> str:
    """Return one line of Dutch about what differs; empty when a reader would see nothing of it."""
    told = _steps_told(before.steps, now.steps, {each.was: each.step for each in now.formerly})
    if (before.changes, before.hidden, before.orders) != (now.changes, now.hidden, now.orders):
        told.append("er is ook iets aan de stappen van het programma zelf aangepast")
    if before.lists != now.lists:
        told.append("andere woorden, vragen of strategieën")
    version = f" (versie {now.about.version})" if now.about.version else ""
    return f"‘{now.title}’ is bijgewerkt{version}: {'; '.join(told)}." if told else ""


def what_is_new_in(before: Mapping[str, Step], now: Pack) -> str:
    """Return the same of a whole programme, by the steps that it had before."""
    told = _steps_told(before, steps_of_whole(now), now.programme.step_names)
    return f"‘{now.programme.title}’ is bijgewerkt: {'; '.join(told)}." if told else ""


def steps_of_whole(pack: Pack) -> Mapping[str, Step]:
    """Return all steps of a programme by their ids.

    Raises:
        ContentError: one of them is wrong.
    """
    return {step: pack.written(step) for session in pack.programme.sessions for step in all_steps_of(session)}


def _steps_told(before: Mapping[str, Step], now: Mapping[str, Step], names: Mapping[str, str]) -> list[str]:
    """Say which steps are new, have another title, are otherwise or are gone.

    Args:
        before: the steps that there were.
        now: the steps that there are.
        names: the present id of each step that had another.
    """
    had = {step: was for was, step in names.items() if was in before and was not in now and step not in before}
    same = {step_id: before[had.get(step_id, step_id)] for step_id in now if step_id in before or step_id in had}
    other = [now[step_id] for step_id, was in same.items() if not _alike(was, now[step_id])]
    told = (
        _told("nieuw: ", (_quoted(step) for step_id, step in now.items() if step_id not in same)),
        _told("", (_renamed(was, now[step_id]) for step_id, was in same.items() if was.title != now[step_id].title)),
        _told("veranderd: ", map(_quoted, other)),
        _told("weg: ", (_quoted(step) for step_id, step in before.items() if step_id not in {*now, *had.values()})),
    )
    return [each for each in told if each]


def _alike(was: Step, step: Step) -> bool:
    """Say whether a step differs in nothing but what it is called."""
    return replace(was, id=step.id, title=step.title) == step


def _renamed(was: Step, step: Step) -> str:
    return f"{_quoted(was)} heet nu {_quoted(step)}"


def _quoted(step: Step) -> str:
    return f"‘{step.title}’"


def no_longer_found(before: Overlay, now: Overlay) -> list[str]:
    """Return, in Dutch, which ids of before lead nowhere any more, though the step that they led to is there."""
    leads = {each.was: each.step for each in now.formerly}
    told: list[str] = []
    for each in before.formerly:
        step = leads.get(each.step, each.step)
        if each.was not in leads and (step in now.steps or each.step not in before.steps):
            told.append(
                f"‘{each.was}’ stond in de vorige versie onder formerly, en nu niet meer. Wie er toen iets bij schreef,"
                f" vindt dat niet terug. Zet er weer bij: ‘- step: {step}’ en daaronder ‘  was: {each.was}’."
            )
    return told


def perhaps_renamed(before: Overlay, now: Overlay) -> list[str]:
    """Return a question in Dutch for each step that is gone where a new one of its kind came, as if it were renamed."""
    known = {each.was for each in now.formerly}
    gone = [step for step_id, step in before.steps.items() if step_id not in now.steps and step_id not in known]
    new = [step for step_id, step in now.steps.items() if step_id not in before.steps]
    told: list[str] = []
    for was in gone:
        step = next((each for each in new if each.kind == was.kind), None)
        if step is not None:
            new.remove(step)
            told.append(
                f"‘{step.id}’ is nieuw en ‘{was.id}’ is weg. Heette het eerder zo? Zet dan in overlay.yaml onder"
                f" formerly: ‘- step: {step.id}’ en daaronder ‘  was: {was.id}’, en de antwoorden gaan mee."
            )
    return told


def _told(what: str, steps: Iterable[str]) -> str:
    named = list(steps)
    more = f" en nog {len(named) - _NAMED}" if len(named) > _NAMED else ""
    return f"{what}{', '.join(named[:_NAMED])}{more}" if named else ""

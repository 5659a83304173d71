"""What is new in an overlay since it was seen last."""

from collections.abc import Mapping

from goedwerk_tui.programme.model import Step
from goedwerk_tui.programme.overlay import Overlay
from goedwerk_tui.programme.pack import Pack, all_steps_of

_NAMED = 3


def what_is_new(before: Overlay, now: Overlay) -> str:
    """Return one line of Dutch about what differs; empty when a reader would see nothing of it."""
    told = _steps_told(before.steps, now.steps)
    if (before.changes, before.hidden, before.orders) != (now.changes, now.hidden, now.orders):
        told.append("er is ook iets aan de stappen van het programma zelf aangepast")
    if before.lists != now.lists:
        told.append("andere woorden, vragen of strategieën")
    version = f" (versie {now.about.version})" if now.about.version else ""
    return f"‘{now.title}’ is bijgewerkt{version}: {'; '.join(told)}." if told else ""


def what_is_new_in(title: str, before: Mapping[str, Step], now: Mapping[str, Step]) -> str:
    """Return the same of a whole programme, by its steps."""
    told = _steps_told(before, now)
    return f"‘{title}’ is bijgewerkt: {'; '.join(told)}." if told else ""


def steps_of_whole(pack: Pack) -> Mapping[str, Step]:
    """Return all steps of a programme by their ids.

    Raises:
        ContentError: one of them is wrong.
    """
    return {step: pack.written(step) for session in pack.programme.sessions for step in all_steps_of(session)}


def _steps_told(before: Mapping[str, Step], now: Mapping[str, Step]) -> list[str]:
    new = [step.title for step_id, step in now.items() if step_id not in before]
    gone = [step.title for step_id, step in before.items() if step_id not in now]
    other = [step.title for step_id, step in now.items() if before.get(step_id, step) != step]
    return [each for each in (_told("nieuw", new), _told("veranderd", other), _told("weg", gone)) if each]


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


def _told(what: str, titles: list[str]) -> str:
    if not titles:
        return ""
    named = ", ".join(f"‘{title}’" for title in titles[:_NAMED])
    more = f" en nog {len(titles) - _NAMED}" if len(titles) > _NAMED else ""
    return f"{what}: {named}{more}"

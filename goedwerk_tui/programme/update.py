"""What is new in an overlay since it was seen last."""

from goedwerk_tui.programme.overlay import Overlay

_NAMED = 3


def what_is_new(before: Overlay, now: Overlay) -> str:
    """Return one line of Dutch about what differs; empty when a reader would see nothing of it."""
    new = [step.title for step_id, step in now.steps.items() if step_id not in before.steps]
    gone = [step.title for step_id, step in before.steps.items() if step_id not in now.steps]
    other = [step.title for step_id, step in now.steps.items() if before.steps.get(step_id, step) != step]
    told = [_told("nieuw", new), _told("veranderd", other), _told("weg", gone)]
    if (before.changes, before.hidden, before.orders) != (now.changes, now.hidden, now.orders):
        told.append("ook aan het programma zelf is iets veranderd")
    if before.lists != now.lists:
        told.append("andere woorden, vragen of strategieën")
    parts = [each for each in told if each]
    version = f" (versie {now.about.version})" if now.about.version else ""
    return f"‘{now.title}’ is bijgewerkt{version}: {'; '.join(parts)}." if parts else ""


def _told(what: str, titles: list[str]) -> str:
    if not titles:
        return ""
    named = ", ".join(f"‘{title}’" for title in titles[:_NAMED])
    more = f" en nog {len(titles) - _NAMED}" if len(titles) > _NAMED else ""
    return f"{what}: {named}{more}"

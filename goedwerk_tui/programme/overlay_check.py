"""Holding an overlay against what it lies on: what it names is there, and what it does can be done."""

import re
from collections.abc import Collection, Mapping

from goedwerk_tui.programme.model import Programme, Session
from goedwerk_tui.programme.overlay_files import Ground, OverlayFiles, step_in
from goedwerk_tui.programme.plain_values import is_day
from goedwerk_tui.programme.problems import Findings, quoted


def check_overlay(found: OverlayFiles, ground: Ground) -> None:
    """Note all that is wrong in the file of an overlay, and remark on what is likely not meant."""
    file = found.file
    sessions = {session.id: session for session in ground.programme.sessions}
    for path, pack_id in file.all_at("id"):
        if pack_id in ground.pack_ids:
            whose = "het programma zelf" if pack_id == ground.pack_ids[0] else "een andere laag"
            file.add(path, quoted(pack_id), f"een eigen id; dit is dat van {whose}")
    for path, day in file.all_at("date"):
        if not is_day(day):
            file.add(path, quoted(day), "een dag die bestaat, als 2026-11-28")
    file.expect_among("add[].session", sessions, "een id van een sessie")
    file.expect_among("order[].session", sessions, "een id van een sessie")
    file.expect_unique("add[].steps[]")
    file.expect_unique("change[].step", "elke stap één keer, met alles wat er verandert")
    for pattern in ("hide[]", "order[].steps[]"):
        file.expect_unique(pattern, "elke stap één keer")
    added: dict[str, list[str]] = {}
    for path, step in file.all_at("add[].steps[]"):
        if ground.stands(step):
            file.add(path, quoted(step), "een id dat het programma zelf nog niet gebruikt")
        added.setdefault(_beside(file, path, "session"), []).append(step)
    _check_after(file, sessions)
    present = [step for session in sessions.values() for step in session.steps]
    groups = [step for each in sessions.values() if each.group for step in (each.group.before, each.group.after)]
    file.expect_among("change[].step", [*present, *groups], "een id van een stap van het programma")
    file.expect_among("hide[]", present, "een id van een stap van het programma")
    _check_changes(file)
    _check_questions(found, ground)
    for path, step in file.all_at("order[].steps[]") if file.holds_all("add[].steps[]") else ():
        named = _beside(file, path, "session")
        if named in sessions:
            file.expect(path, step, (*sessions[named].steps, *added.get(named, ())), f"een stap van de sessie {named}")
    own = [step for steps in added.values() for step in steps]
    if not file.holds_all("add[].steps[]"):
        return
    _check_former(file, [*present, *groups, *own], own, ground)
    _check_hidden(file, ground.programme)
    if found.about and not any((found.about.add, found.about.change, found.about.hide, found.about.order, found.lists)):
        file.add(0, "niets dat het programma anders maakt", "add, change, hide, order of een eigen lijst")


def _check_questions(found: OverlayFiles, ground: Ground) -> None:
    """A question that is changed is there, is changed once, and becomes another."""
    file = found.file
    file.expect_unique("change[].questions[].id", "elke vraag één keer, met alles wat er verandert", apart=True)
    for path, question in file.all_at("change[].questions[].id"):
        step = step_in(found, ground, _beside(file, path, "step"))
        if step is not None:
            known = [each.id for each in step.questions]
            file.expect(path, question, known, f"een id van een vraag van {step.id}")
            text = file.texts.get(path.removesuffix("id") + "text")
            if any(each.id == question and each.text == text for each in step.questions):
                file.remarks.append((file.line(path), f"de vraag {quoted(question)} blijft zoals hij was"))


def _check_former(file: Findings, steps: Collection[str], own: Collection[str], ground: Ground) -> None:
    file.expect_among("formerly[].step", steps, "een id van een stap")
    file.expect_unique("formerly[].was", "elk eerder id bij één stap")
    for path, was in file.all_at("formerly[].was"):
        leads_to = ground.programme.step_names.get(was)
        if was in own or ground.stands(was):
            file.add(path, quoted(was), "een id dat geen stap meer heeft")
        elif leads_to:
            file.add(path, quoted(was), f"een ander id; dit is het eerdere van {quoted(leads_to)}")


def _check_changes(file: Findings) -> None:
    """A change changes something, and what is changed or put in order is there to be seen."""
    hidden = [step for _, step in file.all_at("hide[]")]
    for path, step in (*file.all_at("change[].step"), *file.all_at("order[].steps[]")):
        if step in hidden:
            name = path.partition("[")[0]
            file.remarks.append((file.line(path), f"{quoted(step)} staat onder {name} én onder hide; hide wint"))
    for path, step in file.all_at("change[].step"):
        place = path.removesuffix(".step")
        if not any(f"{place}.{name}" in file.lines for name in ("minutes", "questions", "whole")):
            file.add(path, f"bij {quoted(step)} niets dat verandert", "ook minutes, questions of whole")


def _check_after(file: Findings, sessions: Mapping[str, Session]) -> None:
    """What is added comes after a step of its session, be it one that was added before it."""
    earlier: dict[str, list[str]] = {}
    added = [step for _, step in file.all_at("add[].steps[]")]
    for path, named in file.all_at("add[].session"):
        after = _beside(file, path, "after")
        own = earlier.setdefault(named, [])
        if after and named in sessions:
            there = " die er al staat" if after in added else ""
            other = next((each.id for each in sessions.values() if after in each.steps and each.id != named), "")
            known = (*sessions[named].steps, *own)
            place = path.replace(".session", ".after")
            if other and after not in known:
                file.add(place, f"{quoted(after)}, een stap van de sessie {other}", f"een stap van de sessie {named}")
            else:
                file.expect(place, after, known, f"een stap van de sessie {named}{there}")
        own += [step for place, step in file.all_at("add[].steps[]") if place.startswith(f"{path.partition('.')[0]}.")]


def _beside(file: Findings, path: str, name: str) -> str:
    """Return the text of another field of the part that a path is in."""
    return file.texts.get(re.sub(r"^(\w+\[\d+\])\..*$", rf"\1.{name}", path), "")


def _check_hidden(file: Findings, programme: Programme) -> None:
    hidden = {step: path for path, step in file.all_at("hide[]")}
    for session in programme.sessions:
        if set(session.core) <= set(hidden):
            path = hidden[session.core[-1]]
            what = f"ten minste één stap van de kernroute van {session.id} die blijft"
            file.add(path, quoted(session.core[-1]), what)

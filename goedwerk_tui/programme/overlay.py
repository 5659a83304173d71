"""An overlay: what an organisation adds to the programme, changes in it, hides and puts in another order."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from goedwerk_tui.programme.exercises import Again, Exercise
from goedwerk_tui.programme.file_schemas import LISTS, Addition, Change, Order, OverlayFile
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.list_files import read_list
from goedwerk_tui.programme.model import Former, Programme, Session, Step
from goedwerk_tui.programme.problems import ContentError, Findings, Problem, quoted
from goedwerk_tui.programme.reading import read_step, read_yaml

OVERLAY_FILE = "overlay.yaml"


class Ground(Protocol):
    """What an overlay lies on: a pack."""

    programme: Programme

    def written(self, step_id: str) -> Step:
        """Return a step as its file is, also one that is hidden. Raises KeyError or ContentError."""
        ...

    def stands(self, step_id: str) -> bool:
        """Say whether there is a file for a step, be it hidden."""
        ...

    def entries_of(self, name: str) -> tuple[Any, ...]:
        """Return one of the lists by its file name."""
        ...

    @property
    def pack_ids(self) -> tuple[str, ...]:
        """The ids of the programme and of the overlays on it."""
        ...


@dataclass(frozen=True)
class Overlay:
    """What of an overlay takes part: what is wrong with it is left out, and told in ``problems``."""

    folder: Path
    about: OverlayFile
    additions: tuple[Addition, ...] = ()
    changes: Mapping[str, Change] = field(default_factory=dict[str, Change])
    hidden: frozenset[str] = frozenset()
    orders: tuple[Order, ...] = ()
    formerly: tuple[Former, ...] = ()
    steps: Mapping[str, Step] = field(default_factory=dict[str, Step])
    """Its own steps, and those of the programme that it replaces as a whole."""
    lists: Mapping[str, tuple[Any, ...]] = field(default_factory=dict[str, tuple[Any, ...]])
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    """The ids of the steps that do not take part."""

    @property
    def id(self) -> str:
        """Its id, under which a journal keeps what is written at its steps."""
        return self.about.id

    @property
    def title(self) -> str:
        """Its title: the label of what is its own."""
        return self.about.title


@dataclass
class OverlayFiles:
    """An overlay as its files are, sound or not."""

    folder: Path
    about: OverlayFile | None
    files: dict[str, Findings]
    """What was found in each file, by its name."""
    steps: dict[str, Step] = field(default_factory=dict[str, Step])
    """The sound steps."""
    lists: dict[str, tuple[Any, ...]] = field(default_factory=dict[str, tuple[Any, ...]])
    """The sound lists."""

    @property
    def file(self) -> Findings:
        """What was found in the file of the overlay itself."""
        return self.files[OVERLAY_FILE]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong."""
        return tuple(problem for found in self.files.values() for problem in found.problems)


def read_overlay_files(folder: Path, ground: Ground) -> OverlayFiles:
    """Read an overlay with all of its steps and lists, and hold it against what it lies on. Never raises."""
    file = Findings(OVERLAY_FILE)
    about = read_yaml(folder / OVERLAY_FILE, OverlayFile, file)
    # What is no text, or would be executed elsewhere, is noted while the file is read: then none of it is used.
    found = OverlayFiles(folder, None if file.problems else about, {OVERLAY_FILE: file})
    tensions = [tension.id for tension in ground.programme.tensions]
    for step_id in dict.fromkeys(step_files(file)):
        findings = found.files[f"{step_id}.md"] = Findings(f"{step_id}.md")
        step = read_step(folder / f"{step_id}.md", findings, tensions)
        if step is not None:
            found.steps[step_id] = step
    _read_lists(found, ground)
    _check_again(found, ground)
    _check_overlay(found, ground)
    return found


def read_overlay(folder: Path, ground: Ground) -> Overlay:
    """Read what of an overlay can take part.

    Raises:
        ContentError: its own file is not sound.
    """
    found = read_overlay_files(folder, ground)
    if found.about is None or found.about.id in ground.pack_ids:
        raise ContentError(folder, found.file.problems)
    return _settled(found, found.about, ground)


def step_files(file: Findings) -> Iterator[str]:
    """Yield the ids of the steps for which an overlay has a file of its own, as far as they could be read."""
    yield from (text for _, text in file.all_at("add[].steps[]"))
    for path, step_id in file.all_at("change[].step"):
        if f"{path.removesuffix('.step')}.whole" in file.lines:
            yield step_id


def _read_lists(found: OverlayFiles, ground: Ground) -> None:
    dimensions = [dimension.id for dimension in ground.programme.dimensions]
    for name in LISTS:
        if not is_there(found.folder / name):
            continue
        findings = found.files[name] = Findings(name)
        taken = [each.id for each in ground.entries_of(name)]
        values = read_list(found.folder, name, findings, dimensions, taken)
        if values:
            found.lists[name] = values


def _check_again(found: OverlayFiles, ground: Ground) -> None:
    """An exercise that does another again needs that other one."""
    for step_id, step in list(found.steps.items()):
        if isinstance(step, Again) and not isinstance(_step(step.again, found, ground), Exercise):
            what = "een id van een opdracht die zelf geen again heeft"
            found.files[f"{step_id}.md"].add("again", quoted(step.again), what)
            del found.steps[step_id]


def _step(step_id: str, found: OverlayFiles, ground: Ground) -> Step | None:
    if step_id in found.steps:
        return found.steps[step_id]
    try:
        return ground.written(step_id)
    except (KeyError, ContentError):
        return None


def _check_overlay(found: OverlayFiles, ground: Ground) -> None:
    file = found.file
    sessions = {session.id: session for session in ground.programme.sessions}
    for path, pack_id in file.all_at("id"):
        if pack_id in ground.pack_ids:
            whose = "het programma zelf" if pack_id == ground.pack_ids[0] else "een andere laag"
            file.add(path, quoted(pack_id), f"een eigen id; dit is dat van {whose}")
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
    for path, step in file.all_at("order[].steps[]"):
        named = _beside(file, path, "session")
        if named in sessions:
            file.expect(path, step, (*sessions[named].steps, *added.get(named, ())), f"een stap van de sessie {named}")
    own = [step for steps in added.values() for step in steps]
    _check_former(file, [*present, *groups, *own], own, ground)
    _check_hidden(file, ground.programme)
    if found.about and not any((found.about.add, found.about.change, found.about.hide, found.about.order, found.lists)):
        file.add(0, "niets dat het programma anders maakt", "add, change, hide, order of een eigen lijst")


def _check_questions(found: OverlayFiles, ground: Ground) -> None:
    """A question that is changed is there, and becomes another."""
    file = found.file
    for path, question in file.all_at("change[].questions[].id"):
        step = _step(_beside(file, path, "step"), found, ground)
        if step is not None:
            known = [each.id for each in step.questions]
            file.expect(path, question, known, f"een id van een vraag van {step.id}")
            text = file.texts.get(path.removesuffix("id") + "text")
            if any(each.id == question and each.text == text for each in step.questions):
                file.remarks.append((file.line(path), f"de vraag {quoted(question)} blijft zoals hij was"))


def _check_former(file: Findings, steps: Collection[str], own: Collection[str], ground: Ground) -> None:
    file.expect_among("formerly[].step", steps, "een id van een stap")
    for path, was in file.all_at("formerly[].was"):
        if was in own or ground.stands(was):
            file.add(path, quoted(was), "een id dat geen stap meer heeft")


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
            known = (*sessions[named].steps, *own)
            file.expect(path.replace(".session", ".after"), after, known, f"een stap van de sessie {named}{there}")
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


def _settled(found: OverlayFiles, about: OverlayFile, ground: Ground) -> Overlay:
    """Keep what fits on the ground."""
    sessions = {session.id: session for session in ground.programme.sessions}
    present = {step for session in sessions.values() for step in session.steps}
    whole = {change.step for change in about.change if change.whole and ground.stands(change.step)}
    own = {step for step in found.steps if step in whole or not ground.stands(step)}
    additions: list[Addition] = []
    places: dict[str, list[str]] = {session.id: list(session.steps) for session in sessions.values()}
    seen: set[str] = set()
    for each in about.add:
        steps = tuple(step for step in dict.fromkeys(each.steps) if step in own and step not in whole | seen)
        if each.session in sessions and steps:
            seen.update(steps)
            places[each.session] += steps
            additions.append(Addition(session=each.session, steps=steps, after=each.after))
    asked = {step for each in about.add for step in each.steps} | {each.step for each in about.change if each.whole}
    taking_part = seen | (whole & own)
    orders = (
        Order(session=each.session, steps=tuple(step for step in each.steps if step in places[each.session]))
        for each in about.order
        if each.session in places
    )
    return Overlay(
        folder=found.folder,
        about=about,
        additions=tuple(additions),
        changes={each.step: each for each in about.change if ground.stands(each.step)},
        hidden=frozenset(_may_hide(about.hide, ground.programme)),
        orders=tuple(orders),
        formerly=tuple(
            each
            for each in about.formerly
            if (each.step in present | seen) and not ground.stands(each.was) and each.was not in seen
        ),
        steps={step_id: step for step_id, step in found.steps.items() if step_id in taking_part},
        lists=found.lists,
        problems=found.problems,
        left_out=tuple(sorted(asked - taking_part)),
    )


def _may_hide(hidden: Collection[str], programme: Programme) -> Iterator[str]:
    """Yield the steps that are hidden; a session of which nothing of the core route would be left keeps its own."""
    for session in programme.sessions:
        if not set(session.core) <= set(hidden):
            yield from (step for step in session.steps if step in hidden)

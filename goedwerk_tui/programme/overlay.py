"""An overlay: steps of one's own, laid over the standard programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from goedwerk_tui.programme.forms import Addition, OverlayFile
from goedwerk_tui.programme.model import Programme, Session, Step
from goedwerk_tui.programme.outline import Outline
from goedwerk_tui.programme.problems import ContentError, Findings, quoted
from goedwerk_tui.programme.reading import read_step, read_yaml

OVERLAY_FILE = "overlay.yaml"


@dataclass(frozen=True)
class Overlay:
    """A sound overlay, with all of its steps."""

    id: str
    title: str
    additions: tuple[Addition, ...]
    steps: Mapping[str, Step]


class OverlayFiles(NamedTuple):
    """An overlay as its files are, sound or not."""

    written: OverlayFile | None
    file: Findings
    steps: dict[str, Step]
    """The sound steps."""
    step_files: dict[str, Findings]
    """What was found in each step's file."""


def read_overlay_files(folder: Path, outline: Outline) -> OverlayFiles:
    """Read an overlay with all of its steps, and hold it against the outline that it lies over."""
    file = Findings(OVERLAY_FILE)
    written = read_yaml(folder / OVERLAY_FILE, OverlayFile, file)
    _check_overlay(file, outline)
    steps: dict[str, Step] = {}
    step_files: dict[str, Findings] = {}
    for step_id in dict.fromkeys(text for _, text in file.all_at("add[].steps[]")):
        step_files[step_id] = Findings(f"{step_id}.md")
        step = read_step(folder / f"{step_id}.md", step_files[step_id], outline.tensions)
        if step is not None:
            steps[step_id] = step
    return OverlayFiles(written, file, steps, step_files)


def read_overlay(folder: Path, outline: Outline) -> Overlay:
    """Read an overlay that must be sound. Raises ContentError when it is not."""
    written, file, steps, step_files = read_overlay_files(folder, outline)
    problems = [*file.problems, *(problem for found in step_files.values() for problem in found.problems)]
    if written is None or problems:
        raise ContentError(folder, problems)
    return Overlay(written.id, written.title, written.add, steps)


def extend(programme: Programme, overlay: Overlay) -> Programme:
    """Return the programme with an overlay's steps in its sessions. They are never part of a core route."""
    sessions = {session.id: session for session in programme.sessions}
    for addition in overlay.additions:
        sessions[addition.session] = _add(sessions[addition.session], addition)
    return msgspec.structs.replace(programme, sessions=tuple(sessions.values()))


def _add(session: Session, addition: Addition) -> Session:
    at = len(session.steps) if addition.after is None else session.steps.index(addition.after) + 1
    steps = (*session.steps[:at], *addition.steps, *session.steps[at:])
    return msgspec.structs.replace(session, steps=steps)


def _check_overlay(file: Findings, outline: Outline) -> None:
    if outline.programme is None:
        return
    sessions = {session.id: session for session in outline.programme.sessions}
    file.expect_among("add[].session", sessions, "een id van een sessie")
    file.expect_unique("add[].steps[]")
    if any(text == outline.programme.id for _, text in file.all_at("id")):
        file.add("id", quoted(outline.programme.id), "een eigen id; dit is dat van het programma zelf")
    for path, step in file.all_at("add[].steps[]"):
        if step in outline.folders:
            file.add(path, quoted(step), "een id dat het programma zelf nog niet gebruikt")
    for path, after in file.all_at("add[].after"):
        named = file.texts.get(path.removesuffix(".after") + ".session", "")
        if named in sessions and after not in sessions[named].steps:
            file.add(path, quoted(after), f"een stap van de sessie {named}")

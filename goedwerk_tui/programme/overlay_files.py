"""The files of an overlay: its own, its steps and its lists, as they were written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from msgspec.structs import replace

from goedwerk_tui.programme.exercises import Again, Exercise
from goedwerk_tui.programme.file_schemas import LISTS, OverlayFile
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.list_files import read_list
from goedwerk_tui.programme.model import Programme, Step
from goedwerk_tui.programme.problems import ASK_IDS, ContentError, Findings, Problem, quoted
from goedwerk_tui.programme.reading import read_step, read_yaml
from goedwerk_tui.programme.titles import Ids

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
    from_copy: dict[str, str] = field(default_factory=dict[str, str])
    """The names of the files that are wrong, and the names in a good copy of those that the above are read from."""

    @property
    def file(self) -> Findings:
        """What was found in the file of the overlay itself."""
        return self.files[OVERLAY_FILE]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong."""
        return tuple(problem for found in self.files.values() for problem in found.problems)


def read_files(folder: Path, ground: Ground, copy: Path | None = None) -> OverlayFiles:
    """Read an overlay with all of its steps and lists. Never raises.

    Args:
        folder: the overlay.
        ground: what it lies on.
        copy: where the last good copy is; a step or list that is wrong now is read from there.
    """
    ids = Ids(folder, ground)
    file = Findings(OVERLAY_FILE, meant_by=ids.meant_by, where_ids=ASK_IDS)
    about = read_yaml(folder / OVERLAY_FILE, OverlayFile, file)
    # What is no text, or would be executed elsewhere, is noted while the file is read: then none of it is used.
    found = OverlayFiles(folder, None if file.problems else about, {OVERLAY_FILE: file})
    if copy and (found.about is None or id_of(copy) != found.about.id):
        copy = None
    names = {step_id: f"{step_id}.md" for step_id in step_files(file)}
    for step_id, name in names.items():
        findings = Findings(name, meant_by=ids.meant_by, where_ids=ASK_IDS, listed=frozenset(names.values()))
        found.files[name] = findings
        step = _read_step(folder, step_id, ground, findings)
        if step is not None:
            found.steps[step_id] = step
        elif copy:
            _take_good_step(found, copy, step_id, ground)
    _read_lists(found, ground, copy, ids)
    _check_again(found, ground, copy)
    return found


def step_files(file: Findings) -> Iterator[str]:
    """Yield the ids of the steps for which an overlay has a file of its own, as far as they could be read."""
    yield from (text for _, text in file.all_at("add[].steps[]"))
    for path, step_id in file.all_at("change[].step"):
        if f"{path.removesuffix('.step')}.whole" in file.lines:
            yield step_id


def id_of(folder: Path) -> str:
    """Return the id of an overlay; empty when its own file can't be read."""
    about = read_yaml(folder / OVERLAY_FILE, OverlayFile, Findings(OVERLAY_FILE))
    return about.id if about else ""


def _read_step(folder: Path, step_id: str, ground: Ground, findings: Findings) -> Step | None:
    return read_step(folder / f"{step_id}.md", findings, [tension.id for tension in ground.programme.tensions])


def _take_good_step(found: OverlayFiles, copy: Path, step_id: str, ground: Ground) -> None:
    """Take the last good copy of a step, be it under an id that it had before."""
    former = (each.was for each in (found.about.formerly if found.about else ()) if each.step == step_id)
    for name in (step_id, *former):
        step = _read_step(copy, name, ground, Findings(f"{name}.md"))
        if step is not None:
            found.steps[step_id] = replace(step, id=step_id)
            found.from_copy[f"{step_id}.md"] = f"{name}.md"
            return


def _read_lists(found: OverlayFiles, ground: Ground, copy: Path | None, ids: Ids) -> None:
    dimensions = [dimension.id for dimension in ground.programme.dimensions]
    for name in LISTS:
        if not is_there(found.folder / name):
            continue
        findings = found.files[name] = Findings(name, meant_by=ids.meant_by, where_ids=ASK_IDS)
        taken = [each.id for each in ground.entries_of(name)]
        values = read_list(found.folder, name, findings, dimensions, taken)
        if values is None and copy and (values := read_list(copy, name, Findings(name), dimensions, taken)):
            found.from_copy[name] = name
        if values:
            found.lists[name] = values


def _check_again(found: OverlayFiles, ground: Ground, copy: Path | None) -> None:
    """An exercise that does another again needs that other one."""
    for step_id, step in _without_first(found, ground):
        name = f"{step_id}.md"
        del found.steps[step_id]
        if not found.from_copy.pop(name, ""):
            first = found.files.get(f"{step.again}.md")
            if first is None or not first.problems:
                found.files[name].add("again", quoted(step.again), "een id van een opdracht die zelf geen again heeft")
            if copy:
                _take_good_step(found, copy, step_id, ground)
    for step_id, _ in _without_first(found, ground):
        del found.steps[step_id]
        del found.from_copy[f"{step_id}.md"]


def _without_first(found: OverlayFiles, ground: Ground) -> list[tuple[str, Again]]:
    """Return the steps that do an exercise again which is none."""
    agains = [(step_id, step) for step_id, step in found.steps.items() if isinstance(step, Again)]
    return [each for each in agains if not isinstance(step_in(found, ground, each[1].again), Exercise)]


def step_in(found: OverlayFiles, ground: Ground, step_id: str) -> Step | None:
    """Return a step of an overlay or of what it lies on; None when there is none that is sound."""
    if step_id in found.steps:
        return found.steps[step_id]
    try:
        return ground.written(step_id)
    except (KeyError, ContentError):
        return None

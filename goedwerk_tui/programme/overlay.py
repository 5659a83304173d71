"""An overlay: what an organisation adds to the programme, changes in it, hides and puts in another order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from goedwerk_tui.programme.file_schemas import Addition, Change, Order, OverlayFile
from goedwerk_tui.programme.model import Former, Programme, Step
from goedwerk_tui.programme.overlay_check import check_overlay
from goedwerk_tui.programme.overlay_files import Ground, OverlayFiles, read_files
from goedwerk_tui.programme.problems import ContentError, Problem
from goedwerk_tui.programme.sources import day_of


@dataclass(frozen=True)
class Overlay:
    """What of an overlay takes part: what is wrong with it is left out, and told in ``problems``."""

    folder: Path
    about: OverlayFile
    additions: tuple[Addition, ...] = ()
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict[str, tuple[Change, ...]])
    """What it changes in each step, in the order of its file."""
    hidden: frozenset[str] = frozenset()
    orders: tuple[Order, ...] = ()
    formerly: tuple[Former, ...] = ()
    steps: Mapping[str, Step] = field(default_factory=dict[str, Step])
    """Its own steps, and those of the programme that it replaces as a whole."""
    lists: Mapping[str, tuple[Any, ...]] = field(default_factory=dict[str, tuple[Any, ...]])
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    """The ids of the steps that do not take part."""
    from_copy: Mapping[str, str] = field(default_factory=dict[str, str])
    """The names of the files that are wrong, and the names in the last good copy of those that take part instead."""
    copy_days: Mapping[str, date] = field(default_factory=dict[str, date])
    """The steps that are those of the last good copy, and the day on which each was copied."""

    @property
    def id(self) -> str:
        """Its id, under which a journal keeps what is written at its steps."""
        return self.about.id

    @property
    def title(self) -> str:
        """Its title: the label of what is its own."""
        return self.about.title


def read_overlay_files(folder: Path, ground: Ground, copy: Path | None = None) -> OverlayFiles:
    """Read an overlay with all of its steps and lists, and hold it against what it lies on. Never raises.

    Args:
        folder: the overlay.
        ground: what it lies on.
        copy: where the last good copy of it is, if there is one that may be used.
    """
    found = read_files(folder, ground, copy)
    check_overlay(found, ground)
    return found


def read_overlay(folder: Path, ground: Ground, copy: Path | None = None, *, is_copy: bool = False) -> Overlay:
    """Read what of an overlay can take part.

    Args:
        folder: the overlay.
        ground: what it lies on.
        copy: where the last good copy of it is; what is wrong now is taken from there.
        is_copy: whether the folder itself is the last good copy.

    Raises:
        ContentError: its own file is not sound.
    """
    found = read_overlay_files(folder, ground, copy)
    if found.about is None or found.about.id in ground.pack_ids:
        raise ContentError(folder, found.file.problems)
    overlay = _settled(found, found.about, ground)
    source = folder if is_copy else copy
    if source is None:
        return overlay
    names = {f"{step}.md": f"{step}.md" for step in overlay.steps} if is_copy else overlay.from_copy
    days = {Path(name).stem: day for name, kept in names.items() if (day := day_of(source / kept))}
    return replace(overlay, copy_days={step: day for step, day in days.items() if step in overlay.steps})


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
        changes={
            step: tuple(each for each in about.change if each.step == step)
            for step in dict.fromkeys(each.step for each in about.change)
            if ground.stands(step)
        },
        hidden=frozenset(_may_hide(about.hide, ground.programme)),
        orders=tuple(orders),
        formerly=tuple(_may_rename(about.formerly, present | seen, ground)),
        steps={step_id: step for step_id, step in found.steps.items() if step_id in taking_part},
        lists=found.lists,
        problems=found.problems,
        left_out=tuple(sorted(asked - taking_part)),
        from_copy={
            name: kept
            for name, kept in found.from_copy.items()
            if name in found.lists or Path(name).stem in taking_part
        },
    )


def _may_rename(formerly: Sequence[Former], steps: Collection[str], ground: Ground) -> Iterator[Former]:
    """Yield the steps that had another id, which no step has and which leads to no other."""
    taken = {*steps, *ground.programme.step_names}
    for each in formerly:
        if each.step in steps and each.was not in taken and not ground.stands(each.was):
            taken.add(each.was)
            yield each


def _may_hide(hidden: Collection[str], programme: Programme) -> Iterator[str]:
    """Yield the steps that are hidden; a session of which nothing of the core route would be left keeps its own."""
    for session in programme.sessions:
        if not set(session.core) <= set(hidden):
            yield from (step for step in session.steps if step in hidden)

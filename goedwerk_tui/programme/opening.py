"""Opening what a person chose: the standard programme goes on, whatever is the matter with content of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.programme.list_files import IN_DUTCH
from goedwerk_tui.programme.overlay import Overlay
from goedwerk_tui.programme.pack import Pack, is_overlay, standard_folder
from goedwerk_tui.programme.problems import ContentError, Problem
from goedwerk_tui.programme.sources import Copy, NotThere, copy_of, good_copy, opened, renew_copy
from goedwerk_tui.programme.update import steps_of_whole, what_is_new, what_is_new_in

WITHOUT = "Het programma gaat verder zonder deze inhoud."
NAMED = 3
"""Steps that are named in a line."""


@dataclass
class _Opening:
    """What was opened so far, and what is to be said."""

    pack: Pack
    notices: list[str] = field(default_factory=list[str])
    used: list[Path] = field(default_factory=list[Path])
    """What was opened of what a person named, the lowest first: what comes next is checked on it."""


def open_content(chosen: Sequence[Path] = (), copies: Path | None = None, *, renew: bool = False) -> Pack:
    """Open what a person chose; what can't be used of it is told in the pack's ``notices``.

    Args:
        chosen: folders and zips, in the order in which they lie on each other: one with ``programme.yaml`` takes the
            place of the standard programme, one with ``overlay.yaml`` lies over it. None for the standard programme.
        copies: the folder of the last good copies; None where nothing may be read or kept on this machine.
        renew: whether to keep a copy of what is sound now, and to tell what is new since the last.

    Raises:
        ContentError: the standard programme itself is wrong.
    """
    notices: list[str] = []
    found: list[tuple[Path, Path, Copy | None]] = []
    for path in chosen:
        copy = copy_of(path, copies) if copies else None
        try:
            found.append((path, opened(path), copy))
        except NotThere as why:
            if copy and copy.made:
                notices.append(_from_copy(f"‘{path}’ {why}.", copy))
                found.append((path, copy.folder, copy))
            else:
                notices.append(f"‘{path}’ {why}. {WITHOUT}")
    pack = _programme(found, notices, renew=renew)
    now = _Opening(pack, notices, [pack.named] if pack.named else [])
    for path, folder, copy in found:
        if is_overlay(folder):
            _lay(now, path, folder, copy, renew=renew)
    now.pack.notices = tuple(now.notices)
    return now.pack


def _programme(found: list[tuple[Path, Path, Copy | None]], notices: list[str], *, renew: bool) -> Pack:
    """Return the programme that takes the place of the standard one, or that one."""
    whole = [each for each in found if not is_overlay(each[1])]
    for path, *_ in whole[1:]:
        notices.append(f"‘{path}’ is een heel programma, en er is er al een. {WITHOUT}")
    for path, folder, copy in whole[:1]:
        good = good_copy(folder, copy) if copy else None
        if copy and good and folder == copy.folder:
            return _copied(good, path)
        problems = () if good is None or good.holds(folder) else _problems(folder)
        if problems and good and good.made:
            notices.append(f"{_from_copy(f'‘{path}’ klopt niet: {problems[0]}.', good)} {_advice([path])}")
            return _copied(good, path)
        try:
            pack = Pack.open(folder)
        except ContentError as error:
            notices.append(f"‘{path}’ klopt niet: {error.problems[0]}. {WITHOUT} {_advice([path])}")
            continue
        pack.named = path
        if renew and copy and good and not problems:
            _renew_programme(notices, pack, copy, good)
        return pack
    return Pack.open(standard_folder())


def _copied(good: Copy, path: Path) -> Pack:
    pack = Pack.open(good.folder)
    pack.named, pack.is_copy = path, True
    return pack


def _problems(folder: Path) -> Sequence[Problem]:
    """Return all that is wrong with a whole programme: its copy is kept when nothing is."""
    from goedwerk_tui.programme.corpus import read_whole

    return read_whole(folder).problems


def _renew_programme(notices: list[str], pack: Pack, copy: Copy, good: Copy) -> None:
    try:
        # Read before it is renewed.
        before = steps_of_whole(Pack.open(good.folder)) if good.made and not good.holds(pack.folder) else None
    except ContentError:
        before = None
    if not renew_copy(pack.folder, copy) or before is None:
        return
    if news := what_is_new_in(before, pack):
        notices.append(news)


def _lay(now: _Opening, path: Path, folder: Path, copy: Copy | None, *, renew: bool) -> None:
    good = good_copy(folder, copy) if copy else None
    checked = [*now.used, path]
    if copy and folder == copy.folder:
        # What a person named is not there now, as was told.
        _lay_copy(now, path, copy)
        return
    try:
        laid = now.pack.with_overlay(folder, good.folder if good else None)
    except ContentError as error:
        wrong = f"‘{path}’ klopt niet: {error.problems[0]}."
        if not (copy and copy.made) or not _lay_copy(now, path, copy):
            now.notices.append(f"{wrong} {WITHOUT} {_advice(checked)}")
        else:
            now.notices.append(f"{_from_copy(wrong, copy)} {_advice(checked)}")
        return
    overlay = laid.overlays[-1]
    if overlay.problems or overlay.left_out:
        now.notices.append(_quarantined(overlay, checked, good))
    if (
        copy
        and good
        and renew
        and not overlay.left_out
        and {each.file for each in overlay.problems} <= {*overlay.from_copy}
        # A copy under an id of before is good only beside what it was copied with.
        and all(name == kept for name, kept in overlay.from_copy.items())
    ):
        _renew(now, overlay, folder, copy, good)
    now.pack = laid
    now.used.append(path)


def _lay_copy(now: _Opening, path: Path, copy: Copy) -> bool:
    try:
        now.pack = now.pack.with_overlay(copy.folder, is_copy=True)
    except ContentError:
        return False
    now.used.append(path)
    return True


def _renew(now: _Opening, overlay: Overlay, folder: Path, copy: Copy, good: Copy) -> None:
    try:
        before = now.pack.with_overlay(good.folder).overlays[-1] if good.made else None
    except ContentError:
        before = None
    kept = [good.folder / name for name in overlay.from_copy]
    if renew_copy(folder, copy, kept) and before is not None and (news := what_is_new(before, overlay)):
        now.notices.append(news)


def _from_copy(happened: str, copy: Copy) -> str:
    day = long_date(copy.made) if copy.made else "eerder"
    return f"{happened} Je werkt met de kopie van {day} op deze computer."


def _quarantined(overlay: Overlay, checked: Sequence[Path], copy: Copy | None) -> str:
    out, told = overlay.left_out, list[str]()
    if copy and overlay.from_copy:
        good = _named([_of_day(overlay, name, copy) for name in overlay.from_copy])
        told.append(f"In ‘{overlay.title}’ klopt iets niet; daarvan zie je wat het laatst goed was: {good}.")
    lists = {each.file for each in overlay.problems} & {*IN_DUTCH} - {*overlay.from_copy}
    if lists:
        named = " en ".join(f"de {IN_DUTCH[each]}" for each in sorted(lists))
        told.append(f"Van ‘{overlay.title}’ doen {named} nu niet mee.")
    if out:
        steps = "doet 1 stap" if len(out) == 1 else f"doen {len(out)} stappen"
        told.append(f"Van ‘{overlay.title}’ {steps} nu niet mee: {_named(out)}.")
    if not told:
        told.append(f"In ‘{overlay.title}’ klopt iets niet; wat goed is doet mee.")
    # Whoever reads the copy misses nothing, and has nothing to do.
    calm = overlay.from_copy and not out and not lists
    why = f"Wie het maakt, leest met ‘{_check_of(checked)}’ waarom." if calm else _advice(checked)
    return " ".join((*told, why))


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (" en meer" if len(names) > NAMED else "")


def _of_day(overlay: Overlay, name: str, copy: Copy) -> str:
    """Return what stands in a file of the copy, and of which day it is."""
    what = f"de {IN_DUTCH[name]}" if name in IN_DUTCH else f"‘{overlay.steps[Path(name).stem].title}’"
    day = copy.day_of(overlay.from_copy[name])
    return f"{what} van {long_date(day)}" if day else what


def _advice(checked: Sequence[Path]) -> str:
    return f"‘{_check_of(checked)}’ zegt wat eraan te doen is."


def _check_of(checked: Sequence[Path]) -> str:
    return " ".join(("goedwerk inhoud controleer", *map(as_typed, checked)))

"""The examples with which somebody begins content of their own: one of each kind, with explanation in it."""

import re
from importlib.resources import files
from itertools import count
from pathlib import Path

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.files import EXPLANATIONS, WriteFailed, atomic_write, reason_of
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.dialect import slug
from goedwerk_tui.programme.file_schemas import OverlayFile
from goedwerk_tui.programme.overlay_files import OVERLAY_FILE
from goedwerk_tui.programme.pack import Pack, standard_folder
from goedwerk_tui.programme.problems import Findings
from goedwerk_tui.programme.reading import read_yaml

KINDS = ("casus", "tekst", "portret", "vragen", "formulier", "sortering", "schaal", "lijst", "samenstelling")
_FOR_ALL = 0o666
"""What is written here is shared with whoever works on it, as far as the umask lets it."""
_ID = re.compile(r"^id: (NAAM-[a-z-]+)", re.MULTILINE)


class FolderInUse(Trouble):
    """The folder for new content can't be used."""


def new_content(folder: Path, kind: str = "casus", name: str = "", session: str = "") -> list[Path]:
    """Write one commented example, with the overlay that adds it, or into the overlay that is there.

    What is there already stays: the next one has a number behind its id.

    Args:
        folder: a folder that does not exist yet or is empty, or one with an overlay.
        kind: one of ``KINDS``.
        name: the organisation, for the ids; without it that of the overlay, or the name of the folder.
        session: the id of the session that it comes in; without it the first.

    Returns:
        The files that were written or changed.

    Raises:
        FolderInUse: something else is in the folder, or it can't be written.
    """
    title, name = name, name_in(folder, name)
    programme = Pack.open(standard_folder()).programme
    sessions = [each.id for each in programme.sessions]
    if session and session not in sessions:
        known = ", ".join(sessions)
        raise FolderInUse(f"Er is geen sessie ‘{session}’.", "Er is niets geschreven.", f"Kies uit: {known}.")
    example = _example(f"{kind}.md")
    step_id = _ID.findall(example)[0].replace("NAAM", name)
    if not (folder / OVERLAY_FILE).exists() and folder.is_dir() and any(folder.iterdir()):
        raise FolderInUse(f"De map {folder} is niet leeg.", "Er is niets geschreven.", "Kies een nieuwe map.")
    text = example.replace("NAAM", name)
    if (folder / f"{step_id}.md").exists():
        first, step_id = step_id, _free(folder, step_id)
        text = text.replace(f"id: {first}", f"id: {step_id}", 1)
    return add_step(folder, step_id, text, title or name, session or sessions[0])


def _free(folder: Path, step_id: str) -> str:
    """Return the first id with a number behind it that is neither a file nor added."""
    added = _added(folder / OVERLAY_FILE)
    numbered = (f"{step_id}-{number}" for number in count(2))
    return next(each for each in numbered if each not in added and not (folder / f"{each}.md").exists())


def name_in(folder: Path, name: str = "") -> str:
    """Return what ids begin with: the name that was given, that of the overlay, or that of the folder."""
    found = _read(folder / OVERLAY_FILE)
    return slug(name) or (found.id if found else "") or slug(folder.absolute().name) or "eigen"


def add_step(folder: Path, step_id: str, text: str, title: str, session: str = "") -> list[Path]:
    """Write a step and add it to the overlay beside it, which is made when there is none.

    Args:
        folder: where; it is made when it is not there.
        step_id: the id of the step.
        text: the text of its file.
        title: the title of an overlay that is made, or the organisation's name.
        session: the id of the session; without it the first.

    Returns:
        The files that were written or changed: the overlay and the step.

    Raises:
        FolderInUse: the step is there already, or it can't be written.
    """
    session = session or Pack.open(standard_folder()).programme.sessions[0].id
    step, overlay = folder / f"{step_id}.md", folder / OVERLAY_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if step.exists():
            raise FolderInUse(
                f"{step} is er al.", "Er is niets geschreven.", "Wil je het opnieuw, haal dan eerst dat bestand weg."
            )
        if overlay.exists() and not overlay.is_file():
            raise FolderInUse(f"{overlay} is geen gewoon bestand.", "Er is niets geschreven.", "Kies een andere map.")
        before = overlay.read_text("utf-8") if overlay.exists() else _overlay(slug(title), title)
        there = overlay.exists() and step_id in _added(overlay)
        after = before if there else _with_addition(before, session, step_id)
        atomic_write(step, text.encode(), mode=_FOR_ALL)
        try:
            atomic_write(overlay, after.encode(), mode=_FOR_ALL)
        except WriteFailed:
            # A step that no overlay names would be in the way of the next attempt.
            step.unlink(missing_ok=True)
            raise
        if step_id not in _added(overlay):
            atomic_write(overlay, before.encode(), mode=_FOR_ALL)
            raise FolderInUse(
                f"{step} is geschreven, maar {OVERLAY_FILE} laat zich niet aanvullen.",
                f"{OVERLAY_FILE} is gebleven zoals het was.",
                f"Zet zelf onder add: ‘- session: {session}’ en daaronder ‘  steps: [{step_id}]’.",
            )
    except UnicodeError as error:
        raise FolderInUse(
            f"{overlay} is geen UTF-8.", "Er is niets geschreven.", "Bewaar dat bestand als UTF-8."
        ) from error
    except (OSError, WriteFailed) as error:
        why, advice = EXPLANATIONS[error.reason if isinstance(error, WriteFailed) else reason_of(error)]
        raise FolderInUse(
            f"In {folder} kan niet geschreven worden: {why}.", "Er is niets bijgekomen.", advice
        ) from error
    return [overlay, step]


def _example(name: str) -> str:
    return (files("goedwerk_tui.programme") / "examples" / name).read_text("utf-8")


def _overlay(name: str, title: str) -> str:
    title = title if title != title.lower() else title.replace("-", " ").capitalize()
    day = local(utc_now()).date().isoformat()
    return _example(OVERLAY_FILE).replace("NAAM", name).replace("TITEL", title).replace("DATUM", day)


def _with_addition(overlay: str, session: str, step_id: str) -> str:
    """Return the text of an overlay with a step added behind its other additions."""
    lines = overlay.rstrip("\n").split("\n")
    at = next((n for n, line in enumerate(lines) if re.match(r"add:\s*(#.*)?$", line)), None)
    if at is None:
        lines.append("add:")
        at = len(lines) - 1
    beyond = (n for n in range(at + 1, len(lines)) if lines[n].strip() and lines[n][0] not in " #-")
    end = next(beyond, len(lines))
    lines[end:end] = [f"  - session: {session}", f"    steps: [{step_id}]"]
    return "\n".join(lines) + "\n"


def _read(overlay: Path) -> OverlayFile | None:
    return read_yaml(overlay, OverlayFile, Findings(OVERLAY_FILE)) if overlay.exists() else None


def _added(overlay: Path) -> list[str]:
    found = _read(overlay)
    return [step for addition in found.add for step in addition.steps] if found else []

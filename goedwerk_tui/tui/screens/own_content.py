"""Choosing content of one's own: where it is, whether it can be used, and that it joins from now on."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from goedwerk_tui.base.places import content_paths, expanded, home_folder
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.insight.picture import in_a_row
from goedwerk_tui.programme import Pack, open_content, standard_folder
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.tui.screens.another_place import AnotherPlaceScreen
from goedwerk_tui.tui.shell import Shell

_WHICH = (
    "In welke map of zip staat de inhoud van je organisatie? Zij doet voortaan mee; het programma zelf blijft zoals het"
    " is."
)
_NONE = " Maak de regel leeg om alleen het programma zelf te gebruiken."
_SEVERAL = " Nu doen mee, in deze volgorde:\n\n{}\n\nMeer dan één schrijf je met een puntkomma ertussen."
_BETWEEN = "; "


@dataclass(frozen=True)
class _Chosen:
    """What was asked for, and what was opened of it."""

    paths: tuple[Path, ...]
    pack: Pack


async def ask_for_own_content(shell: Shell) -> None:
    """Ask for a folder or a zip until it can be used, or the person leaves it; to be awaited in a worker."""
    now = content_paths(shell.settings, shell.places.config)
    path = stood = _BETWEEN.join(map(str, now)) or str(home_folder())
    several = _SEVERAL.format("\n".join(map(str, now))) if len(now) > 1 else ""
    which = f"{_WHICH}{several}{_NONE}" if now else _WHICH
    while shell.workspace is not None:
        answer = await shell.ask(AnotherPlaceScreen(which, path, may_be_empty=True))
        if answer is None:
            return
        path = answer
        paths = now if answer == stood else await asyncio.to_thread(_paths_in, answer)
        chosen = await asyncio.to_thread(_open, paths, shell.places.content_copies)
        if len(chosen.pack.overlays) + (chosen.pack.folder != standard_folder()) < len(paths):
            shell.show_error(Trouble(" ".join(chosen.pack.notices), "Er is niets aan je keuze veranderd."))
            continue
        content = shell.settings.content if paths == now else tuple(map(str, paths))
        shell.choose_content(content, chosen.pack)
        shell.show_message(_said(chosen))
        return


def _paths_in(answer: str) -> tuple[Path, ...]:
    """Return the folders and zips that a line names; quotes around one, as Windows copies them, are no part of it."""
    whole = _path(answer)
    parts = [answer] if is_there(whole) else answer.split(";")
    return tuple(_path(each) for each in parts if each.strip())


def _path(typed: str) -> Path:
    return expanded(Path(typed.strip().strip('"'))).absolute()


def _open(paths: tuple[Path, ...], copies: Path) -> _Chosen:
    return _Chosen(paths, open_content(paths, copies, renew=True))


def _said(chosen: _Chosen) -> str:
    if not chosen.paths:
        return "Je gebruikt voortaan alleen het programma zelf."
    pack = chosen.pack
    titles = [f"‘{pack.programme.title}’"] if pack.folder != standard_folder() else []
    for overlay in pack.overlays:
        titles.append(f"‘{overlay.title}’" + (f", versie {overlay.about.version}" if overlay.about.version else ""))
    where = f" uit {chosen.paths[0]} doet" if len(titles) == 1 else " doen"
    return " ".join((f"{in_a_row(titles)}{where} voortaan mee.", *pack.notices))

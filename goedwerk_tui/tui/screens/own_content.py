"""Choosing content of one's own: where it is, whether it can be used, and that it joins from now on."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from goedwerk_tui.base.places import content_paths, expanded, home_folder
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme import Pack, open_content, standard_folder
from goedwerk_tui.tui.screens.another_place import AnotherPlaceScreen
from goedwerk_tui.tui.shell import Shell

_WHICH = (
    "In welke map of zip staat de inhoud van je organisatie? Zij doet voortaan mee; het programma zelf blijft zoals het"
    " is."
)
_NONE = " Maak de regel leeg om alleen het programma zelf te gebruiken."


@dataclass(frozen=True)
class _Chosen:
    """What was asked for, and what was opened of it."""

    paths: tuple[Path, ...]
    pack: Pack


async def ask_for_own_content(shell: Shell) -> None:
    """Ask for a folder or a zip until it can be used, or the person leaves it; to be awaited in a worker."""
    now = content_paths(shell.settings, shell.places.config)
    path = str(now[0]) if now else str(home_folder())
    which = f"{_WHICH}{_NONE}" if now else _WHICH
    while shell.workspace is not None:
        answer = await shell.ask(AnotherPlaceScreen(which, path, may_be_empty=True))
        if answer is None:
            return
        path = answer
        chosen = await asyncio.to_thread(_open, answer, shell.places.content_copies)
        if chosen.paths and not chosen.pack.overlays and chosen.pack.folder == standard_folder():
            shell.show_error(Trouble(" ".join(chosen.pack.notices), "Er is niets aan je keuze veranderd."))
            continue
        shell.choose_content(tuple(map(str, chosen.paths)), chosen.pack)
        shell.show_message(_said(chosen))
        return


def _open(answer: str, copies: Path) -> _Chosen:
    paths = (expanded(Path(answer)).absolute(),) if answer else ()
    return _Chosen(paths, open_content(paths, copies, renew=True))


def _said(chosen: _Chosen) -> str:
    if not chosen.paths:
        return "Je gebruikt voortaan alleen het programma zelf."
    overlays = chosen.pack.overlays
    title = overlays[-1].title if overlays else chosen.pack.programme.title
    version = f", versie {overlays[-1].about.version}" if overlays and overlays[-1].about.version else ""
    return " ".join((f"‘{title}’{version} uit {chosen.paths[0]} doet voortaan mee.", *chosen.pack.notices))

"""Showing content anew as soon as a file of it is saved: for whoever writes it beside an editor."""

import asyncio
import glob
from collections.abc import Sequence
from pathlib import Path

from goedwerk_tui.programme import open_content
from goedwerk_tui.tui.shell import MOVING, Shell

EVERY = 1.0
"""Seconds between two looks."""
_TOLD = 4
_STAYS = 3600.0
"""Seconds that faults stay beside the text: as long as it takes to mend them."""


class Following:
    """Looks at the files of content, and shows what is in front anew when one of them changed."""

    def __init__(self, shell: Shell, content: Sequence[Path]) -> None:
        """Take the app and what to look at."""
        self._shell = shell
        self._content = tuple(content)
        self._seen: object = None

    def begin(self) -> None:
        """Look every second."""
        self._seen = _marks(self._content)
        self._shell.set_interval(EVERY, self._look)
        self._shell.run_worker(self._tell(quiet=True), group="following")

    def _look(self) -> None:
        self._shell.run_worker(self._look_again(), group=MOVING)

    async def _look_again(self) -> None:
        marks = await asyncio.to_thread(_marks, self._content)
        if marks == self._seen or self._shell.workspace is None:
            return
        self._seen = marks
        self._shell.workspace.lay_on(await asyncio.to_thread(open_content, self._content))
        self._shell.journal_changed()
        await self._shell.navigator.show_anew()
        await self._tell(quiet=False)

    async def _tell(self, *, quiet: bool) -> None:
        faults = await asyncio.to_thread(_faults, self._content)
        self._shell.clear_notifications()
        if faults:
            more = [f"En nog {len(faults) - _TOLD}."] if len(faults) > _TOLD else []
            text = "\n\n".join((*faults[:_TOLD], *more))
            self._shell.notify(text, severity="warning", timeout=_STAYS, markup=False)
        elif not quiet:
            self._shell.show_message("Opnieuw gelezen; alles klopt.")


def _marks(content: Sequence[Path]) -> object:
    """Return what differs when a file was saved, made or removed."""
    found: list[tuple[str, int, int]] = []
    for path in content:
        # What an editor makes and removes while it saves is passed over, as ``Path.glob`` does not.
        inside = sorted(glob.glob("*", root_dir=path) + glob.glob("*/*", root_dir=path))  # noqa: PTH207
        for each in (path, *(path / name for name in inside)):
            try:
                status = each.stat()
            except OSError:
                continue
            found.append((str(each), status.st_mtime_ns, status.st_size))
    return tuple(found)


def _faults(content: Sequence[Path]) -> list[str]:
    from goedwerk_tui.programme.check import check_layers
    from goedwerk_tui.programme.sources import NotThere, opened

    folders, faults = list[Path](), list[str]()
    for path in content:
        try:
            folders.append(opened(path))
        except NotThere as why:
            faults.append(f"‘{path}’ {why}")
    return faults + [str(problem) for report, _ in check_layers(folders) for problem in report.problems]

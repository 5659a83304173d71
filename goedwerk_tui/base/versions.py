"""The versions of the program, as a journal and the handbook name them."""

from typing import Annotated

from msgspec import Meta

from goedwerk_tui import __version__

Version = Annotated[str, Meta(pattern=r"^\d{1,6}(\.\d{1,6}){2}$")]
"""Three numbers with a full stop between them."""
FIRST: Version = "0.1.0"
"""The first edition, of before journals said by which version they were written."""
RUNNING: Version = __version__
"""This one."""


def order(version: Version) -> tuple[int, ...]:
    """Return what versions are ordered by."""
    return tuple(map(int, version.split(".")))

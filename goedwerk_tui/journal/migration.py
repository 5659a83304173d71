"""From the tables of an older version of the format to those of the present one, a version at a time.

A step takes the raw tables of one version and returns those of the next, and never changes what it was given: the
file stays as it is until there is something to save. See ``docs/journal-format.md`` for what each version changed.
"""

from collections.abc import Callable

from goedwerk_tui.base.journal_head import META
from goedwerk_tui.base.versions import FIRST
from goedwerk_tui.journal.codec import Tables


def migrate(tables: Tables, version: int) -> Tables:
    """Return the tables as the present version has them.

    Args:
        tables: as they stand in the file.
        version: the version of the format that they are in, from 1 to the present one.
    """
    for step in _STEPS[version - 1 :]:
        tables = step(tables)
    return tables


def _with_meetings(tables: Tables) -> Tables:
    """Version 1 had no meetings."""
    return {"meetings": {}, **tables}


def _with_versions(tables: Tables) -> Tables:
    """Version 2 did not say which versions of the program wrote it."""
    heads = {number: {**each, "versions": [FIRST]} for number, each in tables[META].items()}
    return {**tables, META: heads}


_STEPS: tuple[Callable[[Tables], Tables], ...] = (_with_meetings, _with_versions)

SCHEMA = 1 + len(_STEPS)
"""The present version of the format."""

"""Which backups are kept as time goes by: of recent days, of recent weeks, and of what was drastic."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from goedwerk_tui.base.clock import local
from goedwerk_tui.journal.backup import Backup, Why

DAYS = 7
WEEKS = 8
KEPT_BEFORE = 8
"""How many are kept of those that were made before something drastic."""

THINNED = (Why.DAY, Why.BEFORE_RESTORE, Why.BEFORE_MERGE)
"""Those of which some are removed after a while."""


def _worth_keeping(newest_first: Sequence[Backup]) -> set[Path]:
    """Return one a day of the last days, one a week of the last weeks, and the last from before something drastic."""
    days: dict[object, Path] = {}
    weeks: dict[object, Path] = {}
    for each in newest_first:
        if each.why is Why.DAY:
            days.setdefault(local(each.at).date(), each.path)
            weeks.setdefault(local(each.at).isocalendar()[:2], each.path)
    before = [each.path for each in newest_first if each.why in (Why.BEFORE_RESTORE, Why.BEFORE_MERGE)]
    return {*list(days.values())[:DAYS], *list(weeks.values())[:WEEKS], *before[:KEPT_BEFORE]}


def expired(newest_first: Sequence[Backup], now: datetime) -> Sequence[Backup]:
    """Return those that are not worth keeping."""
    # What a clock dated after now is no younger for it: it takes nobody's place, and nobody takes that of what is.
    past, future = ([each for each in newest_first if (each.at > now) is later] for later in (False, True))
    kept = _worth_keeping(past) | _worth_keeping(future)
    return [each for each in newest_first if each.path not in kept]

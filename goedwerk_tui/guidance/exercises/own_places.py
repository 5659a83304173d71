"""Half-done work of an older version, which kept what was made at any place of an exercise under the first."""

from collections.abc import Iterator
from contextlib import suppress

import msgspec

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises.persistence import ITEM, draft_key
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.journal import Kind, Origin
from goedwerk_tui.journal.drafts import Drafts
from goedwerk_tui.journal.trouble import SaveFailed
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise


def drafts_of(places: Places, pack: Pack) -> Drafts:
    """Return the drafts of whoever may write, each at the place where it was made."""
    drafts = Drafts.of(places)
    bring_to_own_places(drafts, pack)
    return drafts


def bring_to_own_places(drafts: Drafts, pack: Pack) -> None:
    """Give half-done work that lies under another place of its exercise the name of the place where it was done.

    What has no such place any more, or would take that of other work, stays where it is. Only the holder of the lock
    may call it.
    """
    for draft in drafts.all():
        origin = draft.origin
        if draft.kind is not Kind.EXERCISE or origin is None or draft.key != f"{origin.step}/{ITEM}":
            continue
        key = next((draft_key(step) for step in _places(origin, pack) if step.kept_at == origin.step), draft.key)
        if key != draft.key and not drafts.has(key):
            with suppress(SaveFailed):
                drafts.put(msgspec.structs.replace(draft, key=key))
                drafts.remove(draft)


def _places(origin: Origin, pack: Pack) -> Iterator[Exercise]:
    """Yield the exercises of a session that have results of their own; none for that of the first place."""
    if not pack.knows(origin.step) or pack.session_of(origin.step).id == origin.session:
        return
    for session in pack.programme.sessions:
        for step_id in steps_of(session) if session.id == origin.session else ():
            with suppress(ContentError):
                step = pack.step(step_id)
                if isinstance(step, Exercise) and step.by_place:
                    yield step

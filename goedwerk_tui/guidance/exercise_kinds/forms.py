"""Forms: what was filled before stands there again where the same is asked."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from goedwerk_tui.guidance.answers import asks_the_same
from goedwerk_tui.guidance.exercise_kinds.descriptor import KindDescriptor, Setting
from goedwerk_tui.guidance.exercises import form
from goedwerk_tui.guidance.exercises import list as listing
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.insight.picture import PictureGroup
from goedwerk_tui.journal import Entry
from goedwerk_tui.programme.exercises import Exercise, FormParts


class FormKind(KindDescriptor[FormParts, form.Form]):
    """Going through sections of fields."""

    def begin(self, parts: FormParts, setting: Setting, last: Work | None, result: Entry | None) -> form.Form:
        """Return what stands for one that grows, and else empty fields."""
        return filled_in(parts, last if setting.grows else None)

    def resume(self, parts: FormParts, setting: Setting, work: form.Form, since: datetime) -> form.Form:
        """Return it as it was left."""
        return work

    def picture(self, work: form.Form, before: form.Form | None) -> tuple[PictureGroup, ...]:
        """Return nothing: a form is read."""
        return ()

    def over_time(self, parts: FormParts, step: Exercise, results: Sequence[Entry], entries: Sequence[Entry]) -> None:
        """Return nothing."""


def filled_in(parts: FormParts, before: Work | None) -> form.Form:
    """Return a form with what was said before at fields that ask the same."""
    work = form.begin(parts)
    old = {box.id: box for box in before.boxes} if isinstance(before, form.Form) else {}
    meant: dict[str, date | None] = {}
    for box in work.boxes:
        if box.id in old and (value := same_value(box, old[box.id])) is not None:
            work = work.fill(box.id, value, old[box.id].entry)
            meant[box.id] = old[box.id].meant
    boxes = tuple(msgspec.structs.replace(box, meant=meant.get(box.id)) for box in work.boxes)
    return msgspec.structs.replace(work, boxes=boxes)


def same_value(
    box: form.Box | listing.ShownAttribute, old: form.Box | listing.ShownAttribute, value: str = ""
) -> str | None:
    """Return what was said at a field, as the field has it now; None when it asks something else, or lost the option.

    Args:
        box: the field as it is asked now.
        old: the field as it was asked.
        value: what was said, when it does not stand in ``old`` itself.
    """
    said = old.value if isinstance(old, form.Box) else value
    if box.type != old.type or not asks_the_same(old.label, box.label):
        return None
    if box.type != "choice" or not said:
        return said
    taken = dict(old.options).get(said, "")
    return next((option for option, words in box.options if asks_the_same(taken, words)), None)

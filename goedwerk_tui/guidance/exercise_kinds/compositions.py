"""Compositions: what one wrote before, to build a text from."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from goedwerk_tui.guidance.exercise_kinds.descriptor import KindDescriptor, Setting
from goedwerk_tui.guidance.exercises import compose, form, persistence
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.insight.picture import PictureGroup
from goedwerk_tui.guidance.words import origin_line, written_by_choice
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import ComposePart, ComposeParts, Exercise


class CompositionKind(KindDescriptor[ComposeParts, compose.Composition]):
    """Building a text from earlier answers."""

    def begin(
        self, parts: ComposeParts, setting: Setting, last: Work | None, result: Entry | None
    ) -> compose.Composition:
        """Return the parts with what can be picked for them; of one that grows, with what stands there now."""
        before = last if setting.grows and isinstance(last, compose.Composition) else None
        if before and result:
            kept_at = setting.step.kept_at
            made = setting.journal.newest_first(step=kept_at)
            before = persistence.changed_elsewhere(before, kept_at, result.changed, made)
        sources = _sources(parts, setting)
        return compose.begin(parts, sources, before, grows=setting.grows)

    def resume(
        self, parts: ComposeParts, setting: Setting, work: compose.Composition, since: datetime
    ) -> compose.Composition:
        """Return it as it was left, with what can be picked now."""
        sources = _sources(parts, setting)
        pieces = tuple(msgspec.structs.replace(piece, sources=sources.get(piece.id, ())) for piece in work.pieces)
        return msgspec.structs.replace(work, pieces=pieces, grows=setting.grows)

    def picture(self, work: compose.Composition, before: compose.Composition | None) -> tuple[PictureGroup, ...]:
        """Return nothing: a text is read."""
        return ()

    def over_time(
        self, parts: ComposeParts, step: Exercise, results: Sequence[Entry], entries: Sequence[Entry]
    ) -> None:
        """Return nothing."""


def _sources(parts: ComposeParts, setting: Setting) -> dict[str, tuple[compose.PickedSource, ...]]:
    return {part.id: sources_for(part, setting.pack, setting.journal) for part in parts.parts}


def to_pick(journal: Journal, kinds: tuple[str, ...], steps: tuple[str, ...] = ()) -> tuple[compose.PickedSource, ...]:
    """Return what the person wrote of these kinds, newest first; at these steps, or anywhere. Not what was asked."""
    found = journal.newest_first(kinds=[Kind(kind) for kind in kinds])
    return tuple(
        compose.PickedSource(id=entry.id, origin=origin_line(entry), text=_words(entry))
        for entry in found
        if _words(entry) and (not steps or (entry.origin is not None and entry.origin.step in steps))
    )


def sources_for(part: ComposePart, pack: Pack, journal: Journal) -> tuple[compose.PickedSource, ...]:
    """Return what can be picked for a part: what was written before, then ways to begin a conversation."""
    own = tuple(_answers(journal, part)) if part.kinds else ()
    listeners = (part.openers, "both")
    openers = [opener for opener in pack.openers() if opener.to in listeners] if part.openers else []
    return (
        *own,
        *(
            compose.PickedSource(
                id=one.id, origin=pack.labelled("Gespreksopener", "openers.yaml", one.id), text=one.text
            )
            for one in openers
        ),
    )


def _answers(journal: Journal, part: ComposePart) -> Iterator[compose.PickedSource]:
    """Yield what was written before, the answers in a form or a composition one by one, without what was asked."""
    for source in to_pick(journal, part.kinds, part.steps):
        entry = journal.entries[source.id]
        work = persistence.work_of(entry) if entry.kind is Kind.EXERCISE else None
        if isinstance(work, form.Form):
            for box in work.boxes:
                if box.value.strip():
                    yield compose.PickedSource(
                        id=f"{entry.id}/{box.id}", origin=f"{source.origin}: {box.label}", text=box.shown
                    )
        elif isinstance(work, compose.Composition):
            for piece in work.pieces:
                if piece.written:
                    text = piece.text.strip()
                    yield compose.PickedSource(
                        id=f"{entry.id}/{piece.id}", origin=f"{source.origin}: {piece.title}", text=text
                    )
        else:
            yield source


def _words(entry: Entry) -> str:
    """Return what somebody wrote in an entry, or chose; of an exercise each answer on a line."""
    work = persistence.work_of(entry) if entry.kind is Kind.EXERCISE else None
    if work is None:
        return entry.text.strip() or written_by_choice(entry)
    answers = work.answers().values() if isinstance(work, form.Form | compose.Composition) else work.own_words()
    return "\n".join(each.strip() for each in answers if each.strip())

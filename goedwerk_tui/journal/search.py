"""Finding words in what was written, in memory only."""

from collections.abc import Iterable, Iterator

from goedwerk_tui.base.folding import fold
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.journal.entry import Entry, Kind
from goedwerk_tui.journal.values import texts_in


class FoldedTexts:
    """The texts without case and diacritics, each folded once."""

    def __init__(self) -> None:
        """Start with none folded."""
        self._folded: dict[str, tuple[Entry, str]] = {}

    def of(self, entry: Entry) -> str:
        """Return the entry's text and values, question and titles, folded, with a line end between them."""
        known = self._folded.get(entry.id)
        if known is not None and known[0] is entry:
            return known[1]
        origin = entry.origin
        parts = [entry.text, *_beside(entry)]
        if origin:
            parts += [origin.words, origin.session_title, origin.step_title]
        folded = "\n".join(fold(part) for part in parts)
        self._folded[entry.id] = (entry, folded)
        return folded

    def matching(self, entries: Iterable[Entry], words: str) -> Iterator[Entry]:
        """Yield the entries in which each of the words occurs, as a whole or as a part of another word."""
        wanted = _wanted(words)
        for entry in entries:
            folded = self.of(entry)
            if all(word in folded for word in wanted):
                yield entry

    def forget(self, entry_id: str) -> None:
        """Keep nothing of an entry."""
        self._folded.pop(entry_id, None)


def drafts_with(words: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts in whose text, or in the question above it, each of the words occurs."""
    wanted = _wanted(words)
    for draft in drafts:
        folded = fold(f"{draft.text} {draft.origin.words if draft.origin else ''}")
        if all(word in folded for word in wanted):
            yield draft


def _beside(entry: Entry) -> Iterator[str]:
    """Yield what is kept beside a text: what was chosen, what a word means, how a condition weighs.

    An exercise has all that it shows in its text; its values hold the words of the programme too, done or not.
    """
    if entry.kind not in (Kind.EXERCISE, Kind.LOG):
        yield from texts_in(entry.data)


def _wanted(words: str) -> list[str]:
    return sorted(set(fold(words).split()), key=len, reverse=True)

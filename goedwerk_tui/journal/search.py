"""Finding words in what was written, in memory only."""

from collections.abc import Iterable, Iterator

from goedwerk_tui.base.folding import fold
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.journal.entry import Entry
from goedwerk_tui.journal.said_beside import said_beside


class FoldedTexts:
    """The texts without case and diacritics, each folded once."""

    def __init__(self) -> None:
        """Start with none folded."""
        self._folded: dict[str, tuple[Entry, str]] = {}

    def of(self, entry: Entry) -> str:
        """Return all that is shown of the entry, folded, with a line end between one text and another."""
        known = self._folded.get(entry.id)
        if known is not None and known[0] is entry:
            return known[1]
        folded = _folded(entry)
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
    """Yield the drafts in which each of the words occurs, as in an entry."""
    wanted = _wanted(words)
    for draft in drafts:
        folded = _folded(draft)
        if all(word in folded for word in wanted):
            yield draft


def _folded(piece: Entry | Draft) -> str:
    """Return text, what is said beside it, question and titles."""
    parts = [piece.text, *said_beside(piece.kind, piece.data)]
    if origin := piece.origin:
        parts += [origin.words, origin.session_title, origin.step_title]
    return "\n".join(map(fold, parts))


def _wanted(words: str) -> list[str]:
    return sorted(set(fold(words).split()), key=len, reverse=True)

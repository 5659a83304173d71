"""What can be asked of a journal."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal.book import Book
from goedwerk_tui.journal.entry import Entry, Kind, Mark, Meeting, Position, State, StepProgress
from goedwerk_tui.journal.index import Presented
from goedwerk_tui.journal.search import FoldedTexts

if TYPE_CHECKING:
    from goedwerk_tui.journal.store import Store


class JournalReader:
    """The half of a journal that reads.

    Reading never waits and may be done from any thread: what is read is a frozen value that the next save replaces.
    """

    def __init__(self, store: "Store") -> None:
        """Take the journal in memory."""
        self.store = store
        """The journal in memory and its file; for this package alone."""
        self._folded = FoldedTexts()

    @property
    def id(self) -> str:
        """The journal's own id, by which its copies are known."""
        return self.store.book.id

    @property
    def book(self) -> Book:
        """All that is in the file, as one frozen value."""
        return self.store.book

    @property
    def places(self) -> Places | None:
        """Where it lives; None for one in memory."""
        return self.store.places

    @property
    def read_only(self) -> bool:
        """Whether every write is refused."""
        return self.store.read_only

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All entries by id, in every state, of the journal and of its inbox."""
        return self.store.view.entries

    @property
    def progress(self) -> Mapping[str, StepProgress]:
        """How far each step is that was ever opened."""
        return self.store.view.progress

    @property
    def position(self) -> Position | None:
        """The last place where the person worked."""
        return self.store.view.position

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings that a person goes to or went to, by day; without those that were cancelled."""
        return self.store.view.meetings

    @property
    def inbox_problems(self) -> tuple[Path, ...]:
        """Files in the inbox that were not understood or could not be cleared away; they are left as they are."""
        return self.store.inbox_problems

    def present(self, presented: Presented) -> None:
        """Read every entry with what this adds to it, and every step by its present name; the file stays."""
        self.store.present(presented)

    def as_read(self, entry: Entry) -> Entry:
        """Return an entry that is not in the journal, or no longer, as it would be read there."""
        return self.store.presented.entry(entry)

    def step_now(self, step: str) -> str:
        """Return the id that a step has now."""
        return self.store.presented.step(step)

    def newest_first(
        self,
        *,
        session: str | None = None,
        step: str | None = None,
        kinds: Collection[Kind] | None = None,
        state: State | None = State.LIVE,
    ) -> tuple[Entry, ...]:
        """Return the entries that fit, those first that were begun last; ``state=None`` takes every state."""
        view = self.store.view
        found = view.live if state is State.LIVE else view.newest_first
        if state not in (None, State.LIVE):
            found = (each for each in found if each.state is state)
        if kinds is not None:
            found = (each for each in found if each.kind in kinds)
        if session is not None:
            found = (each for each in found if each.origin is not None and each.origin.session == session)
        if step is not None:
            found = (each for each in found if each.origin is not None and each.origin.step == step)
        return tuple(found)

    def find(self, words: str, *, session: str | None = None, state: State | None = State.LIVE) -> tuple[Entry, ...]:
        """Return the entries in whose text, values, question or titles all the words occur, newest first.

        Case and diacritics make no difference; without words every entry is found. The first search folds every
        text, which takes a while in a large journal: ``warm_search`` does it beforehand.
        """
        return tuple(self._folded.matching(self.newest_first(session=session, state=state), words))

    def warm_search(self) -> None:
        """Fold every text for searching; meant for a thread."""
        for each in self.store.view.newest_first:
            self._folded.of(each)

    def answers(self, step: str, item: str) -> tuple[Entry, ...]:
        """Return the live entries that were written at one item of a step, newest first."""
        return tuple(each for each in self.newest_first(step=step) if each.origin and each.origin.item == item)

    def marked(self, mark: Mark) -> frozenset[str]:
        """Return the ids of the entries with this mark."""
        return self.store.view.marked[mark]

    def skipped(self, step: str) -> frozenset[str]:
        """Return the items of a step that are skipped."""
        return self.store.view.skipped.get(step, frozenset())

    def forget_folded(self, entry_ids: Collection[str]) -> None:
        """Keep nothing of these entries in the memory of the search."""
        for each in entry_ids:
            self._folded.forget(each)

"""An export from what was asked to what is on the disk: one pipeline under Delen and under the command.

``prepare`` lays out, edits and looks over; it writes nothing. ``write`` makes the file, and tells the journal. What is
only looked at meanwhile is a ``ReadableText``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import quoted
from goedwerk_tui.guidance.half_done_messages import what_is_left_out
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.half_done import half_done
from goedwerk_tui.journal.trouble import failing_means
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import (
    PersonalDetail,
    about_left,
    about_spots,
    edited,
    left_of_names,
    not_there,
    numbers_in,
    spots_in,
)
from goedwerk_tui.sharing.file_writer import WriteResult
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.kinds import DocumentKind, lay_out, remark_on
from goedwerk_tui.sharing.log import WRITTEN_UNSAID, Logged, data_of, log_of, words_of
from goedwerk_tui.sharing.own_questions import about_unnamed, as_they_leave
from goedwerk_tui.sharing.picture_sections import about_earlier_words
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.privacy import Look, Spot, own_names, vocabulary
from goedwerk_tui.sharing.repeating import Asked, remember
from goedwerk_tui.sharing.selection import leaving_all_the_same


@dataclass(frozen=True)
class ExportRequest:
    """What is to leave, and how."""

    kind: DocumentKind
    choice: str
    """How was chosen; see ``Logged``."""
    chosen: tuple[Entry, ...]
    format: Format
    asked: Asked = field(default_factory=Asked)
    picture: str = ""
    """The id of the one picture that goes in; empty for all of them, or for a kind without."""
    case: str = ""
    """The id of the case that was asked for; empty for the last, or for a kind without."""


class Prepared(NamedTuple):
    """An export that can be looked at, and written."""

    request: ExportRequest
    document: Document
    """What leaves."""
    details: tuple[PersonalDetail, ...] | None
    """What in it may point to a person; None where that was not looked for, as it is very long."""
    remarks: tuple[str, ...]
    """What a person wants to hear before it leaves."""

    @property
    def stopping(self) -> tuple[Spot, ...]:
        """The numbers and addresses for which somebody has to say that a group may read them: on its own sheet only.

        Of what was looked at; see ``details``.
        """
        return numbers_in(self.details or ()) if self.request.kind is DocumentKind.MEETING else ()

    def all_remarks(self, how_to_see: str) -> tuple[str, ...]:
        """Return the remarks, with how much may point to a person; ``how_to_see`` is a key or an option."""
        pointing = about_spots(self.details, how_to_see) if self.details else ""
        return (*self.remarks, pointing) if pointing else self.remarks


class ReadableText(NamedTuple):
    """How a document reads, as far as that is shown."""

    text: Callable[[int], str]
    """The words, in so many columns. To be called in a thread: it lays them out."""
    length: int
    """Of how many characters they are the beginning, or all."""
    left_out: int = 0
    """How many of the chosen pieces are not in it."""


class Log(NamedTuple):
    """What the journal is told of an export."""

    logged: Logged
    asked: Asked

    def keep(self, add: Callable[[str, dict[str, Any]], Entry], places: Places | None) -> None:
        """Tell the journal, and remember on this machine how it was asked for.

        Args:
            add: adds an entry of kind ``log`` with a text and data.
            places: where everything of ours is; None where nothing may be kept on this machine.

        Raises:
            SaveFailed: the journal could not be told; the file is written.
        """
        with failing_means(WRITTEN_UNSAID):
            entry = add(words_of(self.logged), data_of(self.logged))
        if places is not None:
            remember(places, entry.id, self.asked)


def prepare(
    request: ExportRequest,
    journal: Journal,
    pack: Pack,
    places: Places,
    *,
    now: datetime,
    most_looked_at: int | None = None,
) -> Prepared:
    """Return a document as it will leave, with what there is to remark on it. Slow the first time.

    Args:
        request: what was asked.
        journal: for the words of what never leaves.
        pack: the programme.
        places: for the person's own list of names.
        now: the moment, for the date below the title.
        most_looked_at: in how many characters at the most to look for what points to a person; None for any number.

    Raises:
        Trouble: it can't be laid out.
    """
    asked = request.asked
    leaving = as_they_leave(request.chosen)
    unedited, document = _laid_out(request, leaving, pack, now)
    length = sum(len(each.text) for each in document.pieces)
    is_looked_at = most_looked_at is None or length <= most_looked_at
    remarks = (
        *(
            f"{quoted(each)} staat er niet in; daar is niets voor vervangen."
            for each in not_there(unedited, asked.edits)
        ),
        about_left(left_of_names(document, asked.edits)),
        *about_unnamed(request.chosen, leaving),
        leaving_all_the_same(unedited, journal, asked.edits, request.chosen),
        about_earlier_words(request.chosen) if request.kind is DocumentKind.INSIGHT else "",
        remark_on(request.kind, request.chosen),
        what_is_left_out(half_done(journal)) if request.kind is DocumentKind.JOURNAL else "",
    )
    return Prepared(
        request,
        document,
        spots_in(document, Look(vocabulary(pack), own_names(places)), pack) if is_looked_at else None,
        tuple(filter(None, remarks)),
    )


def readable_text(document: Document, format: Format, most: int) -> ReadableText:
    """Return how a document reads in a form, cut behind so many characters. Slow for a long one."""
    code = render(document, format).content.decode() if format is Format.JSON else None

    def text(width: int) -> str:
        return (to_plain_text(document, width) if code is None else code)[:most]

    return ReadableText(text, len(to_plain_text(document) if code is None else code))


def beginning(request: ExportRequest, pack: Pack, *, now: datetime, most: int) -> ReadableText:
    """Return how what leaves begins, as fast for a whole journal as for some pieces; nothing is remarked on it.

    Args:
        request: what was asked.
        pack: the programme.
        now: the moment, for the date below the title.
        most: of how many characters the pieces are that are laid out; one always is.

    Raises:
        Trouble: it can't be laid out.
    """
    leaving = as_they_leave(request.chosen)
    lengths = accumulate(_length(each) for each in leaving)
    first = leaving[: max(1, sum(1 for _ in takewhile(lambda length: length <= most, lengths)))]
    _, document = _laid_out(request, first, pack, now)
    return readable_text(document, request.format, most)._replace(left_out=len(leaving) - len(first))


def _laid_out(request: ExportRequest, leaving: Sequence[Entry], pack: Pack, now: datetime) -> tuple[Document, Document]:
    """Return the document of these entries, before and after it is edited as was asked."""
    asked = request.asked
    unedited = lay_out(request.kind, leaving, pack, now, asked.name, request.picture)
    return unedited, edited(unedited, asked.edits)


def _length(entry: Entry) -> int:
    """Return how many characters of an entry may be laid out: of what grows each earlier day too."""
    told = entry.revisions if entry.kind is Kind.EXERCISE else (entry.newest,)
    return sum(len(each.text) for each in told)


def write(
    prepared: Prepared,
    put: Callable[[Document, Format, Path | None], WriteResult],
    tell_journal: Callable[[Log], object],
) -> WriteResult:
    """Write a prepared export, and after that tell the journal of it.

    Args:
        prepared: what leaves.
        put: writes a document in a form, with the looks of a Word template if there is one.
        tell_journal: keeps the log.

    Raises:
        Trouble: it was not written, and the journal was told nothing.
    """
    request = prepared.request
    written = put(prepared.document, request.format, request.asked.template)
    logged = log_of(
        request.kind, request.choice, request.format, written.path, request.chosen, request.picture, request.case
    )
    tell_journal(Log(msgspec.structs.replace(logged, plain=request.asked.plain), request.asked))
    return written

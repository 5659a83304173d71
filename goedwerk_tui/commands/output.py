"""Where a command writes a document: to a file that somebody named, or to standard output."""

import argparse
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.printing import complain, inform, to_standard_output
from goedwerk_tui.journal.book import Book
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.file_writer import TargetExists, WriteResult, about_lacking, about_template, check_target, put
from goedwerk_tui.sharing.formats import Format, UnknownEnding, format_of, render
from goedwerk_tui.sharing.log import STANDARD_OUTPUT
from goedwerk_tui.sharing.page_layout import Layout

_STANDARD = {Path(each) for each in (STANDARD_OUTPUT, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")}
_NOT_TO_READ = {Format.WORD, Format.PDF}


def teller(target: Path) -> Callable[[str], None]:
    """Return what says something beside a document: not on standard output, when that is where it goes."""
    return complain if target in _STANDARD else inform


def asked_format(named: str | None, target: Path | None) -> Format | None:
    """Return the form that was asked for by name or by the ending of the file; None when by neither.

    Raises:
        UnknownEnding: only the ending asks, and for a form that there is not.
    """
    if named is not None:
        return Format(named)
    return format_of(target) if target else None


def page_at(target: Path) -> tuple[Path, Format]:
    """Return a file and the form that it gets: without an ending it is a web page, by its name too.

    Raises:
        UnknownEnding: its ending asks for a form that there is not.
    """
    if form := format_of(target):
        return target, form
    is_device = target in _STANDARD or (target.exists() and not target.is_file())
    return target if is_device else target.with_name(f"{target.name}.{Format.WEB_PAGE}"), Format.WEB_PAGE


class Output:
    """One file to write, or standard output, which ‘-’ stands for."""

    def __init__(
        self,
        target: Path,
        places: Places,
        *,
        overwrite: bool = False,
        inputs: Iterable[Path] = (),
        personal: bool = True,
        holds: Book | None = None,
    ) -> None:
        """Find out, before anything else is done, whether it may be written.

        Args:
            target: the file, as it was named.
            places: where everything of ours is, which is never replaced.
            overwrite: whether a file that is there may be replaced.
            inputs: what is read for it, which is never replaced either.
            personal: whether something of a journal is in it; then this machine remembers where it went.
            holds: all that is written, where that is a whole journal.

        Raises:
            Trouble: it may not.
        """
        self.is_standard = target in _STANDARD
        self._places = places if personal else None
        self._check = partial(
            check_target, target, overwrite=overwrite, places=places, inputs=tuple(inputs), holds=holds
        )
        self.path = Path(STANDARD_OUTPUT) if self.is_standard else self._checked()
        """The file, in full."""
        self.tell = teller(target)
        """Says what is no part of the document."""
        self.name = "standaarduitvoer" if self.is_standard else str(self.path)

    def write_document(
        self, document: Document, format: Format, template: Path | None = None, layout: Layout = Layout.A4
    ) -> WriteResult:
        """Write a document, and name the characters that its form could not show.

        Raises:
            Trouble: the document can't take this form, or was not written.
        """
        if self.is_standard and format in _NOT_TO_READ and sys.stdout.isatty():
            raise Trouble(
                "Word en pdf zijn niet te lezen in een terminal.",
                "Er is niets geschreven.",
                "Noem een bestand, of leid de uitvoer ergens heen met ‘>’ of ‘|’.",
            )
        self.refuse_another_form(format)
        rendered = render(document, format, template, layout)
        self.write(rendered.content)
        for remark in (about_lacking(rendered.lacking), about_template(template, format)):
            if remark:
                self.tell(remark)
        return WriteResult(self.path, rendered.lacking)

    def _checked(self) -> Path:
        try:
            return self._check()
        except TargetExists as exists:
            raise TargetExists(
                exists.happened, exists.meaning, "Kies een andere naam, of zet --overschrijf achter de opdracht."
            ) from exists

    def refuse_another_form(self, format: Format) -> None:
        """Refuse a name of another form than the file would have: what opens it would not understand it.

        Raises:
            Trouble: the name is such.
        """
        try:
            by_ending = format_of(self.path)
        except UnknownEnding:
            return
        if by_ending not in (None, format):
            raise Trouble(
                f"{self.path} eindigt op .{by_ending}, en --formaat vraagt om {format}.",
                "Er is niets geschreven.",
                f"Laat --formaat weg, of kies een naam op .{format}.",
            )

    def write(self, content: bytes) -> None:
        """Write the whole file.

        Raises:
            WriteFailed, OutputFailed: it was not written.
            Trouble: what stands there by now may not be replaced.
            ReaderGone: nobody reads it.
        """
        if self.is_standard:
            with to_standard_output():
                sys.stdout.buffer.write(content)
                sys.stdout.buffer.flush()
        else:
            put(self.path, content, self._places, self._checked)


def asked_output(options: argparse.Namespace, target: Path, places: Places, inputs: Iterable[Path] = ()) -> Output:
    """Return where a document goes that is asked for with ‘--overschrijf’ and ‘--sjabloon’.

    Args:
        options: both of these.
        target: the file, as it was named.
        places: where everything of ours is.
        inputs: what is read for it, beside the template.

    Raises:
        Trouble: it may not be written there.
    """
    template = (options.sjabloon,) if options.sjabloon else ()
    return Output(target, places, overwrite=options.overschrijf, inputs=(*inputs, *template))

"""``goedwerk verken --boekje`` and ``--werkboek``: the programme to read or to write in, outside the terminal."""

import argparse
from pathlib import Path

from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.commands.printing import say
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Session
from goedwerk_tui.sharing.booklet import make_booklet, make_workbook
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format, format_of
from goedwerk_tui.sharing.writing import about_lacking, check_target, write_document


def write_booklet(options: argparse.Namespace) -> int:
    """Write the whole programme as a booklet."""
    check_target(options.boekje, overwrite=options.overschrijf)
    return _write(make_booklet(_pack(options)), options.boekje, options)


def write_workbook(options: argparse.Namespace) -> int:
    """Write one session as a workbook with room to write."""
    named, target = options.werkboek[0], Path(options.werkboek[1])
    check_target(target, overwrite=options.overschrijf)
    pack = _pack(options)
    return _write(make_workbook(pack, _session(pack, named)), target, options)


def _pack(options: argparse.Namespace) -> Pack:
    return open_pack(options, read_settings(find_places().settings))


def _session(pack: Pack, named: str) -> Session:
    sessions = pack.programme.sessions
    if named.isdecimal() and 1 <= int(named) <= len(sessions):
        return sessions[int(named) - 1]
    for session in sessions:
        if named.casefold() in (session.id, session.title.casefold()):
            return session
    known = ", ".join(session.id for session in sessions)
    raise Trouble(f"Er is geen sessie ‘{named}’.", "Er is niets geschreven.", f"Kies uit: {known}.")


def _write(document: Document, target: Path, options: argparse.Namespace) -> int:
    format = format_of(target) or Format.WEB_PAGE
    written = write_document(document, target, format, overwrite=options.overschrijf, template=options.sjabloon)
    if lacking := about_lacking(written.lacking):
        say(lacking)
    say(f"Geschreven: {written.path}")
    return 0

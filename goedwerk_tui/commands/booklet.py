"""``goedwerk verken --boekje`` and ``--werkboek``: the programme to read or to write in, outside the terminal."""

import argparse
from pathlib import Path

from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.output import Output
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Session
from goedwerk_tui.sharing.booklet import make_booklet, make_workbook
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format, format_of


def write_booklet(options: argparse.Namespace) -> int:
    """Write the whole programme as a booklet."""
    output, format = _output(options, options.boekje)
    return _write(make_booklet(_pack(options)), output, format, options)


def write_workbook(options: argparse.Namespace) -> int:
    """Write one session as a workbook with room to write."""
    named, target = options.werkboek[0], Path(options.werkboek[1])
    output, format = _output(options, target)
    pack = _pack(options)
    return _write(make_workbook(pack, _session(pack, named)), output, format, options)


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


def _output(options: argparse.Namespace, target: Path) -> tuple[Output, Format]:
    places = find_places()
    content = options.content or read_settings(places.settings).content
    inputs = [Path(each) for each in (options.sjabloon, content) if each]
    output = Output(target, places, overwrite=options.overschrijf, inputs=inputs, personal=False)
    return output, format_of(target) or Format.WEB_PAGE


def _write(document: Document, output: Output, format: Format, options: argparse.Namespace) -> int:
    output.write_document(document, format, options.sjabloon)
    output.tell(f"Geschreven: {output.name}")
    return 0

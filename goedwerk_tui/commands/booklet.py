"""``goedwerk verken --boekje`` and its like: the programme to read, to write in or to lead, outside the terminal."""

import argparse
from collections.abc import Callable
from pathlib import Path

from goedwerk_tui.base.places import content_paths, find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.output import Output
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.guidance.progress import steps_of
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.model import Session
from goedwerk_tui.sharing.booklet import Part, make_booklet, make_leader_kit, make_step_paper, make_workbook
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format, format_of
from goedwerk_tui.sharing.page_layout import Layout


def write_on_paper(options: argparse.Namespace) -> int:
    """Write what was asked for: the whole programme, a session, a step, or what whoever leads the meetings needs."""
    part = _part(options)
    if options.boekje:
        return _write(make_booklet, options.boekje, options)
    if options.begeleiding:
        return _write(make_leader_kit, options.begeleiding, options)
    if options.werkboek:
        named, target = options.werkboek
        return _write(lambda pack: make_workbook(pack, _session(pack, named), part), Path(target), options)
    named, target = options.stap
    return _write(lambda pack: make_step_paper(pack, _step(pack, named), part), Path(target), options)


def _part(options: argparse.Namespace) -> Part:
    if options.tot_keuze and not options.stap:
        raise Trouble(
            "Alleen één casus houdt op bij de keuze.", "Er is niets geschreven.", "Kies --stap, of laat dit weg."
        )
    if options.tot_keuze:
        return Part.TO_CHOICE
    if not (options.zonder_achterin or options.alleen_achterin):
        return Part.WHOLE
    if not (options.stap or options.werkboek):
        raise Trouble(
            "Alleen een stap of een werkboek heeft iets achterin.",
            "Er is niets geschreven.",
            "Kies --stap of --werkboek, of laat dit weg.",
        )
    return Part.BEFORE_CHOOSING if options.zonder_achterin else Part.AFTER_CHOOSING


def _session(pack: Pack, named: str) -> Session:
    sessions = pack.programme.sessions
    if named.isdecimal() and 1 <= int(named) <= len(sessions):
        return sessions[int(named) - 1]
    for session in sessions:
        if named.casefold() in (session.id, session.title.casefold()):
            return session
    known = ", ".join(session.id for session in sessions)
    raise Trouble(f"Er is geen sessie ‘{named}’.", "Er is niets geschreven.", f"Kies uit: {known}.")


def _step(pack: Pack, named: str) -> str:
    if pack.knows(named):
        return named
    for session in pack.programme.sessions:
        for step_id in steps_of(session):
            if _title(pack, step_id).casefold() == named.casefold():
                return step_id
    for overlay in pack.overlays:
        hidden = {each: pack.written(each).title for each in overlay.hidden}
        if named in hidden or named.casefold() in map(str.casefold, hidden.values()):
            raise Trouble(f"‘{named}’ doet bij ‘{overlay.title}’ niet mee.", "Er is niets geschreven.")
    raise Trouble(
        f"Er is geen stap ‘{named}’.",
        "Er is niets geschreven.",
        "Met ‘goedwerk verken --begeleiding BESTAND’ krijg je een lijst van de casussen met hun id.",
    )


def _title(pack: Pack, step_id: str) -> str:
    try:
        return pack.step(step_id).title
    except ContentError:
        return ""


def _write(make: Callable[[Pack], Document], target: Path, options: argparse.Namespace) -> int:
    places = find_places()
    settings = read_settings(places.settings)
    content = options.content or content_paths(settings, places.config)
    inputs = [each for each in (options.sjabloon, *content) if each]
    output = Output(target, places, overwrite=options.overschrijf, inputs=inputs, personal=False)
    format = format_of(target) or Format.WEB_PAGE
    if options.vorm and format is not Format.PDF:
        raise Trouble(
            "Alleen een pdf ligt vast per bladzijde; ‘--vorm’ kan dus niet voor iets anders.",
            "Er is niets geschreven.",
            "Noem een bestand dat op .pdf eindigt, of laat ‘--vorm’ weg.",
        )
    usual = Layout.SHEET if options.stap else Layout.A4
    output.write_document(
        make(open_pack(options, settings)), format, options.sjabloon, Layout(options.vorm) if options.vorm else usual
    )
    output.tell(f"Geschreven: {output.name}")
    return 0

"""``goedwerk verken --boekje`` and its like: the programme to read, to write in or to lead, outside the terminal."""

import argparse
from collections.abc import Callable
from pathlib import Path

from goedwerk_tui.base.places import content_paths, find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.named import find_session, find_step
from goedwerk_tui.commands.output import Output, page_at
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.booklet import Part, make_booklet, make_leader_kit, make_step_paper, make_workbook
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format
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
        return _write(lambda pack: make_workbook(pack, find_session(pack, named), part), Path(target), options)
    named, target = options.stap
    return _write(lambda pack: make_step_paper(pack, find_step(pack, named), part), Path(target), options)


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


def _write(make: Callable[[Pack], Document], target: Path, options: argparse.Namespace) -> int:
    places = find_places()
    settings = read_settings(places.settings)
    content = options.content or content_paths(settings, places.config)
    inputs = [each for each in (options.sjabloon, *content) if each]
    target, format = page_at(target)
    output = Output(target, places, overwrite=options.overschrijf, inputs=inputs, personal=False)
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

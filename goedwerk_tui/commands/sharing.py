"""The commands with which something leaves the journal, or comes into it from another."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from goedwerk_tui.base.clock import local, utc_now
from goedwerk_tui.base.places import Places, expanded, find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.written_folders import WrittenFolders
from goedwerk_tui.commands.beside import open_beside
from goedwerk_tui.commands.named import find_case
from goedwerk_tui.commands.opening import open_to_read
from goedwerk_tui.commands.output import Output, asked_format, asked_output, teller
from goedwerk_tui.commands.printing import complain, inform, say
from goedwerk_tui.guidance.counting import number_of
from goedwerk_tui.guidance.words import pieces
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, State
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.journal.trouble import failing_means
from goedwerk_tui.programme import Pack
from goedwerk_tui.sharing.editing import Edits, PersonalDetail, about_numbers
from goedwerk_tui.sharing.export import ExportRequest, Log, prepare, write
from goedwerk_tui.sharing.file_writer import WOO
from goedwerk_tui.sharing.formats import Format
from goedwerk_tui.sharing.kinds import (
    OVERVIEWS,
    DocumentKind,
    about_unmarked,
    held_by,
    nothing_marked,
    nothing_to_share,
    usual_choice,
)
from goedwerk_tui.sharing.log import STANDARD_OUTPUT, WRITTEN_UNSAID, Logged, again, exports, new_since
from goedwerk_tui.sharing.picture_sections import drawn_from
from goedwerk_tui.sharing.privacy import CAN_MISS, Spot
from goedwerk_tui.sharing.repeating import Asked, asked_before
from goedwerk_tui.sharing.selection import by_id, marked_to_bring, shareable


def export(options: argparse.Namespace) -> int:
    """Write the chosen entries to a file, and log it in the journal."""
    if not (options.uitvoer or options.herhaal or options.kijk_na):
        complain("goedwerk: er ontbreekt iets: --uitvoer. Kijk met ‘goedwerk exporteer --help’ wat er kan.")
        return 2
    places = find_places(options.journal)
    if options.herhaal:
        _refuse_beside_repeating(options)
        return _repeat(options, places, *open_beside(options, places))
    kind = DocumentKind(options.soort or DocumentKind.CHOSEN)
    format = asked_format(options.formaat, options.uitvoer) or Format.MARKDOWN
    if kind is DocumentKind.JOURNAL and _is_whole(options):
        # As it is in the file: it is to come back without loss, beside whatever programme.
        return _export_journal(options, places, open_to_read(places))
    journal, pack = open_beside(options, places)
    picture = _picture(options, kind, journal, pack)
    case = _case(options, kind, journal, pack)
    choice, chosen = _choose(options, kind, journal, pack, picture, case)
    asked = Asked(Edits(dict(options.vervang or ())), options.naam or "", options.sjabloon)
    request = ExportRequest(kind, choice, chosen, format, asked, picture, case)
    return _write(options, places, journal, pack, request, options.uitvoer or Path())


def _refuse_beside_repeating(options: argparse.Namespace) -> None:
    """See to it that nothing is asked for that repeating would pass over in silence.

    Raises:
        Trouble: something is.
    """
    beside = [name for name in ("soort", "casus", "beeld", "meenemen", "nieuw", "id") if getattr(options, name)]
    if beside:
        raise Trouble(
            f"--herhaal maakt je vorige bestand opnieuw; --{beside[0]} hoort daar niet bij.",
            "Er is geen bestand geschreven.",
            "Laat een van de twee weg.",
        )


def _picture(options: argparse.Namespace, kind: DocumentKind, journal: Journal, pack: Pack) -> str:
    """Return the id of the picture that was asked for; empty for all.

    Raises:
        Trouble: there is none by that name, or the kind has no pictures.
    """
    if not options.beeld:
        return ""
    if kind is not DocumentKind.INSIGHT:
        raise Trouble("--beeld hoort bij --soort inzicht.", "Er is geen bestand geschreven.")
    from goedwerk_tui.commands.insight import find_picture
    from goedwerk_tui.guidance.insight.catalogue import pictures

    today = local(journal.now()).date()
    return find_picture(pictures(journal.newest_first(), pack, today), options.beeld).id


def _case(options: argparse.Namespace, kind: DocumentKind, journal: Journal, pack: Pack) -> str:
    """Return the id of the case that was asked for; empty for the last.

    Raises:
        Trouble: there is none by that name, nothing was written there, or the kind is not about a case.
    """
    if not options.casus:
        return ""
    if kind is not DocumentKind.CASE:
        raise Trouble("--casus hoort bij --soort casus.", "Er is geen bestand geschreven.")
    return find_case(pack, shareable(journal), options.casus)


def _is_whole(options: argparse.Namespace) -> bool:
    """Say whether JSON was asked for in so many words, and nothing was chosen: only then does all of it leave."""
    chosen = options.id or options.alles or options.nieuw or options.meenemen or options.vervang or options.kijk_na
    return options.formaat == Format.JSON and not chosen


def _choose(
    options: argparse.Namespace, kind: DocumentKind, journal: Journal, pack: Pack, picture: str, case: str
) -> tuple[str, tuple[Entry, ...]]:
    if options.id:
        return "id", by_id(journal, options.id)
    if options.nieuw:
        return "id", new_since(journal)
    if options.meenemen:
        return "meenemen", marked_to_bring(journal)
    held = held_by(kind, journal, case=case)
    if kind is DocumentKind.INSIGHT:
        behind = drawn_from(held, pack, local(journal.now()).date(), picture)
        held = tuple(each for each in held if each.id in behind)
    if options.alles:
        return "alles", held
    chosen = usual_choice(kind, journal, case=case)
    unmarked = len({each.id for each in held} - {each.id for each in chosen}) if kind in OVERVIEWS else 0
    if unmarked and _agreed(unmarked, options, options.uitvoer):
        return "alles", held
    if held and not chosen:
        raise nothing_marked()
    return "soort", chosen


def _agreed(unmarked: int, options: argparse.Namespace, target: Path | None) -> bool:
    """Say that something is not marked, and ask at a terminal whether it goes along."""
    tell = teller(target) if target else say
    if options.kijk_na or not sys.stdin.isatty():
        tell(f"{about_unmarked(unmarked)} Met --alles wel.")
        return False
    tell(f"{about_unmarked(unmarked)} Typ ‘ja’ om ook dat mee te nemen; Enter laat het hier.")
    return sys.stdin.readline().strip().casefold() == "ja"


def _repeat(options: argparse.Namespace, places: Places, journal: Journal, pack: Pack) -> int:
    last = next(iter(exports(journal)), None)
    if last is None:
        raise Trouble("Er is nog geen bestand om te herhalen.", "Er is geen bestand geschreven.")
    before = asked_before(places, last)
    target = options.uitvoer or (Path() if options.kijk_na else _target_of(last, places))
    chosen = again(journal, last)
    marked = journal.marked(Mark.BRING)
    unmarked = sum(each.id not in marked for each in chosen)
    if unmarked and not options.alles and not _agreed(unmarked, options, target):
        chosen = tuple(each for each in chosen if each.id in marked)
        if not chosen:
            raise nothing_marked()
    format = asked_format(options.formaat, options.uitvoer) or last.format
    if added := len({each.id for each in chosen} - set(last.entries)):
        teller(target)(f"Nieuw sinds de vorige keer: {pieces(added)}.")
    asked = Asked(
        Edits({**before.edits.words, **dict(options.vervang or ())}, before.edits.without),
        before.name if options.naam is None else options.naam,
        options.sjabloon or (before.template if format is Format.WORD else None),
    )
    request = ExportRequest(last.kind, last.choice, chosen, format, asked, last.picture, last.case)
    return _write(options, places, journal, pack, request, target)


def _write(
    options: argparse.Namespace, places: Places, journal: Journal, pack: Pack, request: ExportRequest, target: Path
) -> int:
    if not request.chosen:
        raise nothing_to_share(request.kind, shareable(journal), everything=options.alles)
    output = None if options.kijk_na else asked_output(options, target, places)
    prepared = prepare(request, journal, pack, places, now=utc_now())
    if not prepared.document.pieces:
        raise nothing_to_share(request.kind, shareable(journal), everything=options.alles)
    if output is None:
        for remark in prepared.remarks:
            say(remark)
        return look_over(prepared.details or ())
    refuse_numbers(prepared.stopping, options)
    for remark in (*prepared.all_remarks("--kijk-na toont"), WOO):
        output.tell(remark)

    def tell_journal(log: Log) -> None:
        output.tell(f"{pieces(len(request.chosen))} geschreven naar {output.name}")
        if not places.is_backup:
            log.keep(lambda text, data: leave_note(places, text, kind=Kind.LOG, data=data), places)

    write(prepared, output.write_document, tell_journal)
    if request.kind is DocumentKind.JOURNAL and request.format is Format.JSON:
        output.tell(
            "Dit is een bestand om te delen; ‘goedwerk importeer’ leest het niet. Je hele dagboek, om mee te verhuizen,"
            " krijg je met --soort dagboek --formaat json."
        )
    return 0


def refuse_numbers(numbers: Sequence[Spot], options: argparse.Namespace) -> None:
    """See to it that nothing goes to a group by which somebody can be found, unless that was asked for.

    Raises:
        Trouble: there are numbers or addresses, and nobody said that the group may read them.
    """
    if numbers and not options.ook_nummers:
        raise Trouble(
            about_numbers(numbers),
            "Er is geen bestand geschreven.",
            "Zet er met --vervang iets anders voor, of zet er --ook-nummers bij als de groep het mag lezen.",
        )


def look_over(spots: Sequence[PersonalDetail]) -> int:
    """Say what in a document may point to a person, and in which piece; nothing is written."""
    for spot, where in spots:
        first, *others = where
        more = f" en nog {len(others)}" if others else ""
        say(f"{spot.kind:<20} {spot.words}\n{'':<20} in ‘{first}’{more}")
    if spots:
        say("Vervangen kan met --vervang 'WOORDEN=ANDERE WOORDEN', of na het schrijven in het bestand zelf.")
    else:
        say("Geen namen, adressen of nummers gevonden.")
    say(f"{CAN_MISS} Er is nog geen bestand geschreven.")
    return 0


def _export_journal(options: argparse.Namespace, places: Places, journal: Journal) -> int:
    from goedwerk_tui.guidance.half_done_messages import what_is_not_along
    from goedwerk_tui.journal.exchange import all_in, to_json
    from goedwerk_tui.journal.half_done import half_done

    if not journal.entries and not places.journal.exists():
        raise nothing_to_share(DocumentKind.JOURNAL)
    whole = all_in(journal)
    output = Output(options.uitvoer, places, overwrite=options.overschrijf, holds=whole)
    output.refuse_another_form(Format.JSON)
    output.tell(
        "Let op: dit is je hele dagboek, ook wat nooit mee mag, de prullenbak en alle versies. Het is voor jezelf."
    )
    not_along = what_is_not_along(half_done(journal), places.drafts)
    if not_along:
        output.tell(not_along)
    output.write(to_json(journal))
    # Not among the exports that ‘nieuw’ and ‘herhaal’ go by: nothing was shared with anybody.
    if not places.is_backup:
        with failing_means(WRITTEN_UNSAID):
            leave_note(places, f"Geschreven: het hele dagboek, als JSON, naar {output.name}", kind=Kind.LOG)
    thrown_away = sum(each.state is State.TRASH for each in whole.entries.values())
    beside = f" en {thrown_away} uit de prullenbak" if thrown_away else ""
    unlike = "; wat half af is staat er niet in" if not_along else ""
    output.tell(f"{pieces(number_of(whole.entries.values()))}{beside} geschreven naar {output.name}{unlike}")
    return 0


def _target_of(last: Logged, places: Places) -> Path:
    """Return where an export went, when a person of this machine chose that: a journal may come from anywhere.

    Raises:
        Trouble: nobody did.
    """
    target = Path(last.target)
    if last.target == STANDARD_OUTPUT or WrittenFolders(places.state).chose(target):
        return target
    raise Trouble(
        f"Je vorige bestand ging naar ‘{last.target}’, en die plek is niet op deze computer gekozen.",
        "Er is niets geschreven.",
        "Noem met --uitvoer waar het bestand komt.",
    )


def take_in(options: argparse.Namespace) -> int:
    """Take in a journal that was exported as JSON."""
    from goedwerk_tui.commands.asking import ask_about_brought
    from goedwerk_tui.commands.opening import alone
    from goedwerk_tui.guidance.merge_messages import what_merged
    from goedwerk_tui.guidance.wiping_messages import where_gone_words_stay
    from goedwerk_tui.journal import exchange

    path = expanded(options.file).absolute()
    brought = exchange.read_export(path)
    with alone(find_places(options.journal)) as places:
        journal = Journal.open(places)
        ask_about_brought(journal, brought, path, agreed=options.ook_ander, begins=True)
        merged = exchange.take_in(journal, path)
    inform(f"Overgenomen: {what_merged(merged)}. Het bestand zelf is niet veranderd.")
    if stay := where_gone_words_stay(journal):
        inform(stay)
    return 0

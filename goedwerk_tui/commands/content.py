"""``goedwerk inhoud …``: for whoever writes content."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from goedwerk_tui.base.places import content_paths, find_places
from goedwerk_tui.base.settings import read_settings, write_settings
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.base.typed_path import as_typed
from goedwerk_tui.commands.printing import complain, inform, say
from goedwerk_tui.programme import ContentError, Pack, open_content, standard_folder
from goedwerk_tui.programme.opening import WITHOUT
from goedwerk_tui.programme.overlay_files import OVERLAY_FILE


def explain(_: argparse.Namespace) -> int:
    """Say that a content command needs another word."""
    complain("goedwerk: zeg erbij wat er met de inhoud moet gebeuren. Kijk met ‘goedwerk inhoud --help’ wat er kan.")
    return 2


def check(options: argparse.Namespace) -> int:
    """Check packs and overlays, each on those before it, and print the counts, or everything that is wrong."""
    from goedwerk_tui.programme.check import check_layers, describe

    folders = _folders(options)
    named: list[Path] = options.folders or folders
    sound = True
    for number, (report, under) in enumerate(check_layers(folders, spelling=options.spelling)):
        # A zip was unpacked elsewhere, where nobody has to look.
        say(describe(replace(report, folder=named[number])))
        sound = report.sound
        if report.sound and report.overlay:
            for question in _renamed(report.folder, under):
                say(f"\n{question}")
        if not report.sound:
            for path in named[number + 1 :]:
                say(f"\n‘{path}’ is nog niet nagekeken: het ligt over ‘{named[number]}’, en daar klopt nog iets niet.")
    if not options.folders:
        _tell_of_chosen()
    if options.navertellen:
        _write_retelling(options, folders)
    return 0 if sound else 1


def _tell_of_chosen() -> None:
    """Say how to check the content that a person chose, where the programme itself was checked."""
    places = find_places()
    chosen = content_paths(read_settings(places.settings), places.config)
    if chosen:
        typed = " ".join(map(as_typed, chosen))
        say(f"\nDit is het programma zelf. Je eigen inhoud kijk je na met: goedwerk inhoud controleer {typed}")


def _folders(options: argparse.Namespace) -> list[Path]:
    """Return the folders to look at; with ``--herstel`` what is mechanical in them is mended first."""
    from goedwerk_tui.programme.sources import NotThere, opened

    named: list[Path] = options.folders
    for path in named:
        if not path.exists():
            happened = f"Er is geen map of zip ‘{path}’{_neighbour(path)}"
            raise Trouble(happened, "Er is niets nagekeken.")
    if options.herstel:
        from goedwerk_tui.programme.repair import mend

        if not named:
            raise Trouble("Zeg erbij welke map hersteld moet worden.", "Er is niets veranderd.")
        for folder in named:
            if folder.is_file():
                raise _not_a_folder(folder)
            for line in mend(folder) or ["er was niets te herstellen"]:
                inform(f"hersteld: {line}")
        say()
    found: list[Path] = []
    for path in named:
        try:
            found.append(opened(path) if path.is_file() or path.is_dir() else path)
        except NotThere as error:
            if path.is_file():
                raise Trouble(f"‘{path}’ {error}.", "Er is niets nagekeken.", _folder_of(path)) from error
            # The check itself says, file by file, what is missing in a folder.
            found.append(path)
    return found or [standard_folder()]


def _renamed(folder: Path, under: Pack) -> list[str]:
    """Ask about steps that had another id when this content was last in use here, and name ids that it then knew."""
    from goedwerk_tui.programme.sources import copy_of, good_copy
    from goedwerk_tui.programme.update import no_longer_found, perhaps_renamed

    copy = good_copy(folder, copy_of(folder, find_places().content_copies))
    if copy.made is None:
        return []
    try:
        before = under.with_overlay(copy.folder).overlays[-1]
        now = under.with_overlay(folder).overlays[-1]
        return [*perhaps_renamed(before, now), *no_longer_found(before, now)]
    except ContentError:
        return []


def _not_a_folder(path: Path) -> Trouble:
    if path.suffix.lower() == ".zip":
        advice = "Herstel de map waar hij van gemaakt is, en zip die opnieuw."
        return Trouble(f"‘{path}’ is een zip, en die kan niet hersteld worden.", "Er is niets veranderd.", advice)
    return Trouble(f"‘{path}’ is een bestand.", "Er is niets veranderd.", _folder_of(path))


def _folder_of(path: Path) -> str:
    """Say which folder is asked for where one of its files was named."""
    return f"Geef de map waar het in staat: {as_typed(path.parent)}" if path.suffix.lower() != ".zip" else ""


def _neighbour(path: Path) -> str:
    """Return the end of a sentence about a path that is not there: what lies beside it under a name like it."""
    from goedwerk_tui.programme.problems import perhaps

    try:
        return perhaps(path.name, [each.name for each in path.absolute().parent.iterdir()]) or "."
    except OSError:
        return "."


def _write_retelling(options: argparse.Namespace, folders: Sequence[Path]) -> None:
    from goedwerk_tui.commands.output import Output, page_at
    from goedwerk_tui.sharing.retelling import make_retelling_sheet

    sheet = make_retelling_sheet(open_content(folders), only_own=bool(options.folders))
    target, form = page_at(options.navertellen)
    output = Output(target, find_places(), overwrite=options.overschrijf, inputs=folders, personal=False)
    output.write_document(sheet, form)
    output.tell(f"\nGeschreven: {output.name}")


def new(options: argparse.Namespace) -> int:
    """Write an example to begin from, in a new overlay or in one that is there."""
    from goedwerk_tui.commands.named import find_session
    from goedwerk_tui.programme.template import new_content

    session = find_session(Pack.open(standard_folder()), options.sessie).id if options.sessie else ""
    for path in new_content(options.folder, options.soort, options.naam, session):
        inform(str(path))
    inform(f"\nKijk ernaar met: goedwerk verken --content {as_typed(options.folder)}")
    inform(f"Controleer het met: goedwerk inhoud controleer {as_typed(options.folder)}")
    return 0


def ids(options: argparse.Namespace) -> int:
    """Print what there is to refer to, of all or of one session."""
    from goedwerk_tui.commands.named import find_session
    from goedwerk_tui.commands.pack import open_pack
    from goedwerk_tui.programme.directory import of_programme, of_session

    pack = open_pack(options, read_settings(find_places().settings))
    say(of_session(pack, find_session(pack, options.session, "")) if options.session else of_programme(pack))
    return 0


def choose(options: argparse.Namespace) -> int:
    """Check content of one's own and remember it, forget it, or say what is chosen."""
    places = find_places()
    settings = read_settings(places.settings)
    if options.geen:
        write_settings(places.settings, replace(settings, content=()))
        inform("Je gebruikt voortaan alleen het programma zelf. De map of zip blijft waar die is.")
        return 0
    if options.folders:
        chosen = tuple(path.expanduser().absolute() for path in options.folders)
        say(about_chosen(chosen, open_content(chosen, places.content_copies, renew=True)))
        write_settings(places.settings, replace(settings, content=tuple(map(str, chosen))))
        inform("Voortaan doet deze inhoud mee als je goedwerk start.")
        return 0
    chosen = content_paths(settings, places.config)
    if not chosen:
        say("Je gebruikt alleen het programma zelf. Met ‘goedwerk inhoud kies MAP’ kies je er eigen inhoud bij.")
        return 0
    say(about_chosen(chosen, open_content(chosen, places.content_copies), strict=False))
    return 0


def about_chosen(chosen: Sequence[Path], pack: Pack, *, strict: bool = True) -> str:
    """Return the name, the version and the place of content, and what is the matter with it.

    Args:
        chosen: where it lives.
        pack: what was opened of it.
        strict: whether nothing of it may be out of use.

    Raises:
        Trouble: it can't be used at all, and may not be chosen so.
    """
    if strict and len(pack.overlays) + (pack.folder != standard_folder()) < len(chosen):
        # Nothing goes on without it here: what there was stays chosen.
        told = " ".join(notice.replace(f" {WITHOUT}", "") for notice in pack.notices)
        inside = next((path for path in chosen if path.is_file() and (path.parent / OVERLAY_FILE).exists()), None)
        raise Trouble(told, "Er is niets aan je keuze veranderd.", _folder_of(inside) if inside else "")
    lines = [f"‘{pack.programme.title}’ uit {pack.folder}"] if pack.folder != standard_folder() else []
    for overlay in pack.overlays:
        about = overlay.about
        facts = (f"versie {about.version}" if about.version else "", about.date, about.owner)
        told = ", ".join(each for each in facts if each)
        lines.append(f"‘{about.title}’{f' ({told})' if told else ''}")
    lines += [f"staat in {path}" for path in chosen]
    return "\n".join((*lines, *pack.notices))


def from_word(options: argparse.Namespace) -> int:
    """Make a case of a Word document, beside it or in a folder, and say what was done."""
    from goedwerk_tui.programme.from_word import case_from_word
    from goedwerk_tui.programme.template import add_step, name_in

    folder: Path = options.map or options.document.parent
    name = name_in(folder, options.naam)
    named_after_folder = not options.naam and not (folder / OVERLAY_FILE).exists()
    case = case_from_word(options.document, name)
    overlay, step = add_step(folder, case.id, case.text, options.naam or name)
    inform(str(step))
    for line in case.did:
        inform(f"  {line}")
    if named_after_folder:
        inform(f"  ids en label zijn van de naam van de map gemaakt (‘{name}’); met --naam kies je een andere")
    inform(f"\nHij is toegevoegd in {overlay}; daar staat ook bij welke sessie.")
    inform(f"Controleer het met: goedwerk inhoud controleer {as_typed(folder)}")
    return 0


def manual(options: argparse.Namespace) -> int:
    """Print the guide for whoever writes content."""
    from goedwerk_tui.programme.manual import manual as text_of_manual

    say(text_of_manual(english=options.engels))
    return 0

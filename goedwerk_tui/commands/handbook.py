"""``goedwerk handboek``: how the program works, in the terminal or as a file."""

import argparse

from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.output import Output, page_at
from goedwerk_tui.commands.printing import say
from goedwerk_tui.programme.manual import handbook
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.handbook import find_in_handbook, make_handbook


def read(options: argparse.Namespace) -> int:
    """Print the handbook, or what of it holds the words; or write it to a file."""
    chapters = handbook()
    document = find_in_handbook(chapters, options.words) if options.words else make_handbook(chapters)
    if not document.sections:
        raise Trouble(
            f"In het handboek staat niets over ‘{' '.join(options.words)}’.",
            "",
            "Probeer een ander woord, of ‘goedwerk handboek’ voor alles.",
        )
    if options.uitvoer is None:
        say(render(document, Format.TEXT).content.decode("utf-8").rstrip())
        return 0
    target, form = page_at(options.uitvoer)
    output = Output(target, find_places(), overwrite=options.overschrijf, personal=False)
    output.write_document(document, form, options.sjabloon)
    output.tell(f"Geschreven: {output.name}")
    return 0

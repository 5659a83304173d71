"""``goedwerk nieuw``: what changed since the version that wrote the journal before."""

import argparse

from goedwerk_tui.base.places import find_places
from goedwerk_tui.commands.opening import open_to_read
from goedwerk_tui.commands.printing import say
from goedwerk_tui.guidance.news import TITLE, what_is_new
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.prose import section_of


def tell(options: argparse.Namespace) -> int:
    """Print what changed; the journal stays as it is."""
    journal = open_to_read(find_places(options.journal))
    document = Document("Goed Werk", "", (section_of(TITLE, what_is_new(journal.book.versions)),))
    say(render(document, Format.TEXT).content.decode("utf-8").rstrip())
    return 0

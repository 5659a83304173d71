"""The journal beside the programme, as the app reads it."""

import argparse

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.commands.opening import open_as_asked
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.guidance.answers import presented_by
from goedwerk_tui.journal import Journal
from goedwerk_tui.programme import Pack


def open_beside(options: argparse.Namespace, places: Places, *, quiet: bool = False) -> tuple[Journal, Pack]:
    """Open the journal, and the content on which it was asked for: steps go by the names that they have there.

    Args:
        options: what stands on the command line.
        places: where the journal is.
        quiet: whether not to say what of the content can't be used now.

    Raises:
        JournalUnreadable: the journal is not understood, or is not where it should be.
        ContentError: the standard programme itself is wrong.
    """
    journal = open_as_asked(options, places)
    pack = open_pack(options, read_settings(places.settings), quiet=quiet)
    journal.present(presented_by(pack))
    return journal, pack

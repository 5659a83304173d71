"""Which content a command reads."""

import argparse
import functools

from goedwerk_tui.base.places import content_paths, find_places
from goedwerk_tui.base.settings import Settings
from goedwerk_tui.commands.printing import complain
from goedwerk_tui.guidance.answers import lacks_option_text, with_option_text
from goedwerk_tui.journal import Entry, Journal, Presented
from goedwerk_tui.programme import ContentError, Pack, open_content


def open_pack(options: argparse.Namespace, settings: Settings, *, quiet: bool = False) -> Pack:
    """Open the content that was asked for, else that of the settings, on the standard programme.

    Args:
        options: what stands on the command line.
        settings: the person's settings.
        quiet: whether not to say what of it can't be used now.
    """
    places = find_places()
    chosen = tuple(options.content or ()) or content_paths(settings, places.config)
    pack = open_content(chosen, places.content_copies)
    for notice in () if quiet else pack.notices:
        complain(f"goedwerk: {notice}")
    return pack


def with_all_words(journal: Journal, options: argparse.Namespace, settings: Settings) -> Journal:
    """Have choices that another program kept without words show those of the programme.

    The content is read only when there is one; where it can't be, such a choice stays without.
    """
    pack = functools.cache(lambda: open_pack(options, settings, quiet=True))

    def complete(entry: Entry) -> Entry:
        if not lacks_option_text(entry):
            return entry
        try:
            return with_option_text(pack(), entry)
        except ContentError:
            return entry

    journal.present(Presented(complete))
    return journal

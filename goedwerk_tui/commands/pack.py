"""Which content a command reads."""

import argparse

from goedwerk_tui.base.places import content_paths, find_places
from goedwerk_tui.base.settings import Settings
from goedwerk_tui.commands.printing import complain
from goedwerk_tui.programme import Pack, open_content


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

"""Which content a command reads."""

import argparse
import functools
from pathlib import Path

from goedwerk_tui.base.places import expanded
from goedwerk_tui.base.settings import Settings
from goedwerk_tui.guidance.answers import lacks_option_text, with_option_text
from goedwerk_tui.journal import Entry, Journal
from goedwerk_tui.programme import ContentError, Pack, open_content


def open_pack(options: argparse.Namespace, settings: Settings) -> Pack:
    """Open the content that was asked for, else that of the settings, else the standard programme.

    Raises:
        ContentError: it can't be read.
    """
    own = expanded(Path(settings.content)) if settings.content else None
    return open_content(options.content or own)


def with_all_words(journal: Journal, options: argparse.Namespace, settings: Settings) -> Journal:
    """Have choices that another program kept without words show those of the programme.

    The content is read only when there is one; where it can't be, such a choice stays without.
    """
    pack = functools.cache(lambda: open_pack(options, settings))

    def complete(entry: Entry) -> Entry:
        if not lacks_option_text(entry):
            return entry
        try:
            return with_option_text(pack(), entry)
        except ContentError:
            return entry

    journal.complete_by(complete)
    return journal

"""Which content a command reads."""

import argparse
from pathlib import Path

from goedwerk_tui.base.settings import Settings
from goedwerk_tui.programme import Pack, open_content


def open_pack(options: argparse.Namespace, settings: Settings) -> Pack:
    """Open the content that was asked for, else that of the settings, else the standard programme.

    Raises:
        ContentError: it can't be read.
    """
    own = Path(settings.content).expanduser() if settings.content else None
    return open_content(options.content or own)

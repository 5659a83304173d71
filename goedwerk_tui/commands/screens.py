"""``goedwerk`` and ``goedwerk verken``: the two commands that show screens."""

import argparse
import sys

from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.printing import inform


def start(options: argparse.Namespace) -> int:
    """Open the programme with the person's journal."""
    return _show(options, looking_round=False)


def look_round(options: argparse.Namespace) -> int:
    """Open the programme without a journal: no file, folder or lock is made. Or write what was asked to a file."""
    if options.boekje or options.werkboek or options.stap or options.begeleiding:
        from goedwerk_tui.commands.booklet import write_on_paper

        return write_on_paper(options)
    return _show(options, looking_round=True)


def _show(options: argparse.Namespace, *, looking_round: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble(
            "Dit is geen terminal.",
            "Het programma kan hier geen schermen tonen.",
            "Start ‘goedwerk’ in een terminalvenster, of kijk met ‘goedwerk --help’ wat zonder scherm kan.",
        )
    from goedwerk_tui.tui.app import GoedWerkApp

    app = GoedWerkApp(
        find_places(options.journal),
        content=options.content or (),
        looking_round=looking_round,
        follow=getattr(options, "volg", False),
    )
    last_words = app.run()
    if app.trouble:
        raise app.trouble
    if isinstance(last_words, str):
        inform(last_words)
    return app.return_code or 0

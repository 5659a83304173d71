"""Which commands only look. Nobody else decides that."""

import argparse

_LOOKING = {"rhythm:remind", "entries:where", "completion:print_completion"}
"""What a scheduler or a shell runs, or what only tells where things are."""


def only_looks(options: argparse.Namespace) -> bool:
    """Return whether a command changes nothing, as nobody may be reading what it says.

    What it would take up, lift, wipe or finish waits for a command in front of a person, or for the app: these say so.
    """
    return options.run in _LOOKING

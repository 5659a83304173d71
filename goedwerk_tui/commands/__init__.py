"""The command line: parse, call, print. No command but the two that show screens imports textual."""

from goedwerk_tui.commands.main import main

__all__ = ["main"]

"""Goed Werk in the terminal: a reflection programme for Dutch policy officers, with a private journal.

The rooms and the arrows between them are described in ``docs/architecture.md``.
"""

__version__ = "1.0.0"

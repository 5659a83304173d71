"""How pages lie on paper or a wall."""

from enum import StrEnum


class Layout(StrEnum):
    """How the pages of a PDF are laid out, by name on the command line."""

    A4 = "a4"
    SHEET = "blad"
    A5_BOOKLET = "a5-boekje"
    TWO_UP = "twee-op-een"
    SCREEN = "scherm"

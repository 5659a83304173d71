"""Titles in the frames of panes. The class ``pane`` draws the frame; the style sheet lights it with the keyboard."""

from textual.content import Content
from textual.widget import Widget

WIDE, TALL = 110, 34
"""The columns from which panes stand beside each other, and the rows from which there is air in them."""


def entitle(pane: Widget, title: str, state: str = "") -> None:
    """Write a title in the frame of a pane, and at its foot how it stands; an empty one is left out."""
    # A rule without corners gives a title no air of its own.
    pane.border_title = Content(f" {title} ") if title else None
    pane.border_subtitle = Content(f" {state} ") if state else None

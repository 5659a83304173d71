"""A finished sort or scale as a few words to read aloud, so that a group needs no files to lay them together."""

from goedwerk_tui.guidance.spoken.codec import Misheard
from goedwerk_tui.guidance.spoken.results import as_begun, heard, spoken

__all__ = ["Misheard", "as_begun", "heard", "spoken"]

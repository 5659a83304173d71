"""What there is to read: the content folder, checked and turned into frozen objects.

``Pack`` is the door: it reads the outline at once and a step when it is asked for. ``check_pack`` in ``check.py`` reads
everything and reports all that is wrong. Must not know the journal, nor anything that a person wrote.
"""

from goedwerk_tui.programme.opening import open_content
from goedwerk_tui.programme.pack import Pack, standard_folder
from goedwerk_tui.programme.problems import ContentError, Problem

__all__ = ["ContentError", "Pack", "Problem", "open_content", "standard_folder"]

"""Whether what stands in a journal's place may go when everything is wiped: it may be a document of something else."""

from goedwerk_tui.base.files import Reason, real_path
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal.file import read_book
from goedwerk_tui.journal.records import head_id
from goedwerk_tui.journal.trouble import Cause, JournalUnreadable

_NEVER = {Reason.NOT_REGULAR, Reason.BAD_LINK}


class NotWiped(Trouble):
    """What stands in the journal's place can't be told to be one, so that nothing was wiped."""

    def __init__(self, places: Places, unreadable: JournalUnreadable) -> None:
        """Say what stands there, and how a person removes it."""
        happened, what = unreadable.happened, "dat bestand"
        if places.journal.is_symlink():
            what = f"de koppeling ‘{places.journal}’"
            if places.journal.exists():
                happened = f"{happened} Het is een koppeling naar ‘{real_path(places.journal)}’."
        elif unreadable.reason is Reason.NOT_REGULAR:
            what = "wat daar staat"
        remove = f"Mag het weg, verwijder dan zelf {what}; daarna wist hetzelfde commando de rest."
        meaning = "Er is niets gewist: het kan iets zijn dat niet van dit programma is."
        if unreadable.cause is Cause.NEWER:
            meaning = "Er is niets gewist: deze versie weet niet wat er allemaal bij hoort."
            remove = f"Werk het programma bij en wis dan. {remove}"
        super().__init__(happened, meaning, remove)


def refuse_foreign(places: Places) -> None:
    """See to it that what stands in the journal's place goes only when it is a journal of ours, whole or damaged.

    A damaged one is known by how it begins. Where nothing of that is left, its place decides. In the usual place, under
    the name that this program alone gives, a person's own words may stand in what can't be read any more, and who wants
    them gone must get that. A file that a command, the settings or a link name is a slip of the keyboard away from any
    document, and is left to the person. So is a journal of a newer version, which may have more around it than this one
    knows of, and whatever is no regular file.

    Raises:
        NotWiped: it is not to be wiped.
    """
    try:
        read_book(places.journal, places.disk)
    except JournalUnreadable as unreadable:
        if unreadable.reason is Reason.NO_FILE:
            return
        irregular = unreadable.reason in _NEVER
        in_own_place = places.usual is None and not places.journal.is_symlink()
        known = in_own_place or head_id(places.journal, places.disk) is not None
        if irregular or unreadable.cause is Cause.NEWER or not known:
            raise NotWiped(places, unreadable) from unreadable

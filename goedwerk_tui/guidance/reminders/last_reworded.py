"""Since when an entry has the words that it has."""

from goedwerk_tui.journal import Entry, Revision


def worded(entry: Entry) -> Revision:
    """Return the revision in which the text of an entry became what it is now."""
    since = entry.newest
    for each in reversed(entry.revisions):
        if each.text != entry.text:
            break
        since = each
    return since

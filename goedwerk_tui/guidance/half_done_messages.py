"""What is said about what is half-done, in Dutch: where it stands, and what it is not in."""

from collections.abc import Iterable
from pathlib import Path

from goedwerk_tui.guidance.words import place_of
from goedwerk_tui.journal.drafts import Draft


def what_is_half_done(drafts: Iterable[Draft]) -> str:
    """Return where words stand that were looked for, and that only drafts have."""
    return f"Ze staan wel in wat half af is bij {places_of(drafts)}; op Thuis ga je daarmee verder."


def what_is_not_along(drafts: Iterable[Draft], folder: Path) -> str:
    """Return what is half-done and not in a file of the whole journal, and how it gets along; empty for nothing."""
    drafts = _begun(drafts)
    if not drafts:
        return ""
    return (
        f"Wat half af is staat er niet in: {places_of(drafts)}. Maak dat eerst af, of neem de map ‘{folder}’ ook mee"
        " en zet die op de nieuwe computer naast dagboek.json (‘goedwerk waar’ zegt waar dat is)."
    )


def what_is_left_out(drafts: Iterable[Draft]) -> str:
    """Return what is half-done and not in a document of the whole journal; empty for nothing."""
    drafts = _begun(drafts)
    return f"Wat half af is bij {places_of(drafts)} staat er niet in, tot je het afmaakt." if drafts else ""


def what_did_not_come(drafts: Iterable[Draft]) -> str:
    """Return what is half-done beside a file that was merged, and did not come along; empty for nothing."""
    drafts = tuple(drafts)
    if not drafts:
        return ""
    return f"Wat daar half af is kwam niet mee: {places_of(drafts)}. Maak dat daar af, en voeg dan nog eens samen."


def _begun(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Leave out an editor that was opened, and in which nothing stands yet."""
    return tuple(each for each in drafts if each.text)


def places_of(drafts: Iterable[Draft]) -> str:
    """Return where drafts were made, each place once."""
    return "; ".join(dict.fromkeys(f"‘{place_of(each.origin, each.kind)}’" for each in drafts))

"""What changed in the program since an earlier version wrote a journal."""

from collections.abc import Iterable, Iterator

from goedwerk_tui.base.versions import RUNNING, Version, order
from goedwerk_tui.programme.manual import news

TITLE = "Wat er nieuw is"
_HEADING = "## Versie "
_ALL = f"Wat er per versie veranderde, staat in het handboek, onder ‘{TITLE}’."


def what_is_new(versions: Iterable[Version]) -> str:
    """Return in Markdown what changed since the version before this one.

    Args:
        versions: those that wrote the journal.

    Raises:
        Trouble: the handbook did not come along.
    """
    before = [each for each in versions if order(each) < order(RUNNING)]
    if not before:
        return f"Geen oudere versie dan {RUNNING} schreef in dit dagboek. Er is dus niets veranderd. {_ALL}"
    since = max(before, key=order)
    about = f"Eerder schreef versie {since} in dit dagboek. Nu gebruik je versie {RUNNING}."
    parts = [part for version, part in _parts(news().text) if order(since) < order(version) <= order(RUNNING)]
    return "\n\n".join((about, *(parts or [f"Er veranderde niets waar je iets van merkt. {_ALL}"])))


def _parts(text: str) -> Iterator[tuple[Version, str]]:
    for part in text.split(f"\n{_HEADING}")[1:]:
        yield part.partition("\n")[0].strip(), f"{_HEADING}{part}".strip()

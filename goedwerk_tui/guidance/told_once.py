"""What an exercise made beside itself, such as a plan: as long as it stands in the exercise too, that tells it."""

from collections.abc import Iterable, Iterator

from goedwerk_tui.guidance.exercises.framed import Framed
from goedwerk_tui.guidance.exercises.history import answered_before
from goedwerk_tui.guidance.exercises.persistence import ITEM, work_of
from goedwerk_tui.guidance.exercises.state import Made
from goedwerk_tui.journal import Entry, Kind


def told_once(entries: Iterable[Entry], *, earlier: bool = True) -> tuple[Entry, ...]:
    """Return entries without those of which the same words stand in an exercise among them, in the order they came.

    What was worded otherwise since stands in no exercise any more, and stays.

    Args:
        entries: what is to be told.
        earlier: whether of what grows the answers of earlier days are told too.
    """
    every = tuple(entries)
    results: dict[str, list[Entry]] = {}
    for each in every:
        if each.kind is Kind.EXERCISE and each.origin:
            results.setdefault(each.origin.step, []).append(each)
    words: dict[str, frozenset[str]] = {}

    def stands(entry: Entry) -> bool:
        origin = entry.origin
        if origin is None or not origin.item.startswith(f"{ITEM}."):
            return False
        for result in results.get(origin.step, ()):
            if result.id not in words:
                told = [*_made_by(result), *(_made_by_answers_before(result) if earlier else ())]
                words[result.id] = frozenset(made.text.strip() for made in told)
            if entry.text.strip() in words[result.id]:
                return True
        return False

    return tuple(each for each in every if not stands(each))


def _made_by(result: Entry) -> tuple[Made, ...]:
    work = work_of(result)
    return work.made() if work else ()


def _made_by_answers_before(result: Entry) -> Iterator[Made]:
    """Yield what earlier answers made. What no longer stands in the list itself is not told with an earlier day."""
    for each in answered_before(result):
        work = work_of(each)
        yield from work.made_around() if isinstance(work, Framed) else ()

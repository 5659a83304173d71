"""Remarks on a pack that is sound: an alarm for its editor, never a verdict.

Each module looks at one thing and yields remarks with a place. Whoever can defend a text may leave its remark standing.
"""

from collections.abc import Callable, Iterator

from goedwerk_tui.programme.corpus import Remark, Whole
from goedwerk_tui.programme.review import doubles, language, lengths, levels, questions, repetition, routes, terms

REVIEWS: tuple[Callable[[Whole], Iterator[Remark]], ...] = (
    routes.review,
    lengths.review,
    language.review,
    questions.review,
    terms.review,
    levels.review,
    repetition.review,
    doubles.review,
)


def review(whole: Whole) -> list[Remark]:
    """Return all remarks, by file and line."""
    written = [Remark(file.file, line, text) for file in whole.files.values() for line, text in file.remarks]
    remarks = [*whole.unlisted, *written, *(remark for look in REVIEWS for remark in look(whole))]
    return sorted(remarks, key=lambda remark: (remark.file, remark.line))

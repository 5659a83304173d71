"""Checking a whole pack: everything that is wrong, everything that deserves a look, and how much there is.

The command only has to parse, call ``check_pack`` and print ``describe``.
"""

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from goedwerk_tui.base.text import count_words
from goedwerk_tui.programme.corpus import Remark, Whole, read_whole, read_whole_overlay
from goedwerk_tui.programme.dialect import plain
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.list_files import WORD_LIST
from goedwerk_tui.programme.outline import PROGRAMME_FILE, SESSION_FILE
from goedwerk_tui.programme.pack import Pack, is_overlay, standard_folder
from goedwerk_tui.programme.problems import Problem
from goedwerk_tui.programme.repair import NotMended, mended_copy
from goedwerk_tui.programme.review import review
from goedwerk_tui.programme.review.figures import figures
from goedwerk_tui.programme.review.spelling import SpellingUnavailable, check_spelling


@dataclass(frozen=True)
class Counts:
    """How much there is in a pack, as far as it could be read."""

    sessions: int
    steps: int
    readings: int
    cases: int
    examples: int
    exercises: int
    questions: int
    """All questions of all steps."""
    questions_in_cases: int
    words: int
    """All words that are there to be read: texts, questions, hints and lists."""
    minutes: int
    """For all steps together."""
    terms: int
    prompts: int
    values: int
    statements: int
    strategies: int
    openers: int


@dataclass(frozen=True)
class Report:
    """What a check turned up."""

    folder: Path
    overlay: bool
    counts: Counts
    problems: tuple[Problem, ...]
    """Errors: with any of these the pack is not sound."""
    figures: tuple[str, ...]
    """What was counted of each step, a line each; only for an overlay, whose author knows its steps by name."""
    warnings: tuple[Remark, ...]
    """What deserves a look."""
    spelling: tuple[Remark, ...] | None
    """Words in no dictionary; None when spelling was not asked for or could not be checked."""
    spelling_trouble: str
    """Why spelling could not be checked; empty when it was, or was not asked for."""

    @property
    def sound(self) -> bool:
        """Whether the pack has no errors."""
        return not self.problems


def check_layers(folders: Iterable[Path], *, spelling: bool = False) -> Iterator[tuple[Report, Pack]]:
    """Check packs and overlays, each on those before it, up to the first that is not sound.

    What lies on one that is not sound would be told of what is missing there.

    Yields:
        What a check turned up, and what was checked on: what lay below.
    """
    under = Pack.open(standard_folder())
    for folder in folders:
        report = check_pack(folder, spelling=spelling, under=under)
        yield report, under
        if not report.sound:
            return
        under = under.with_overlay(folder) if report.overlay else Pack.open(folder)


def check_pack(folder: Path, *, spelling: bool = False, under: Pack | None = None) -> Report:
    """Read everything in a pack or an overlay and report on it. Never raises for content.

    Args:
        folder: the pack or overlay.
        spelling: whether to check spelling as well.
        under: the pack that an overlay lies over; the standard programme if not given.
    """
    report = _look(folder, spelling=spelling, under=under)
    if not report.problems and not report.warnings:
        return report
    try:
        with mended_copy(folder) as (copy, done):
            mended = _look(copy, under=under) if done else report
    except NotMended:
        return report
    left = {_told(each) for each in (*mended.problems, *mended.warnings)}
    return dataclasses.replace(
        report,
        problems=tuple(_marked(each, left) for each in report.problems),
        warnings=tuple(_marked(each, left) for each in report.warnings),
    )


def _told(each: Problem | Remark) -> tuple[str, ...]:
    """Return what is said, without the line: mending moves lines."""
    return (each.file, each.field, each.found) if isinstance(each, Problem) else (each.file, "", each.text)


_Said = TypeVar("_Said", Problem, Remark)


def _marked(each: _Said, left: Collection[tuple[str, ...]]) -> _Said:
    return each if _told(each) in left else dataclasses.replace(each, mendable=True)


def _look(folder: Path, *, spelling: bool = False, under: Pack | None = None) -> Report:
    overlay = _meant_as_overlay(folder)
    whole = read_whole_overlay(folder, under or Pack.open(standard_folder())) if overlay else read_whole(folder)
    wrong_words, trouble = None, ""
    if spelling:
        base = under.folder if under else standard_folder()
        lists = [folder / WORD_LIST, base / WORD_LIST] if overlay else [folder / WORD_LIST]
        try:
            wrong_words = tuple(check_spelling(whole, lists))
        except SpellingUnavailable as error:
            trouble = str(error)
    return Report(
        folder=folder,
        overlay=overlay,
        counts=_count(whole, overlay),
        problems=tuple(whole.problems),
        figures=tuple(figures(whole)) if overlay else (),
        warnings=tuple(review(whole)),
        spelling=wrong_words,
        spelling_trouble=trouble,
    )


def _meant_as_overlay(folder: Path) -> bool:
    """Say whether a folder is an overlay, or would be one if its file had the right name."""
    whole = is_there(folder / PROGRAMME_FILE) or not folder.is_dir() or any(folder.glob(f"*/{SESSION_FILE}"))
    return is_overlay(folder) or not whole


def describe(report: Report) -> str:
    """Return a report in Dutch: errors, warnings, unknown words, and the count if the pack is sound."""
    parts: list[str] = []
    if report.problems:
        parts.append(_section(_number(len(report.problems), "fout", "fouten"), report.problems))
    if report.warnings:
        parts.append(_section(_number(len(report.warnings), "opmerking", "opmerkingen"), report.warnings))
    if report.figures:
        parts.append("\n".join(("Geteld:", *(f"  {line}" for line in report.figures))))
    if report.spelling:
        parts.append(_section(_number(len(report.spelling), "onbekend woord", "onbekende woorden"), report.spelling))
    if report.spelling is not None and not report.spelling:
        parts.append("De spelling klopt.")
    if report.spelling_trouble:
        parts.append(report.spelling_trouble)
    parts.append(describe_counts(report) if report.sound else f"De inhoud in {report.folder} klopt nog niet.")
    return "\n\n".join(parts)


def describe_counts(report: Report) -> str:
    """Return how much there is, in Dutch."""
    counts = report.counts
    of_steps = [
        _number(counts.readings, "essay", "essays"),
        _number(counts.cases, "casus", "casussen"),
        _number(counts.examples, "portret", "portretten"),
        _number(counts.exercises, "opdracht", "opdrachten"),
    ]
    questions = _number(counts.questions, "vraag", "vragen")
    lines = [
        f"De inhoud in {report.folder} klopt.",
        f"{_number(counts.steps, 'stap', 'stappen')}, waarvan {', '.join(of_steps)}",
        f"{questions}, waarvan {counts.questions_in_cases} bij casussen",
        f"{_number(counts.words, 'woord', 'woorden')} met titels, vragen, opties en lijsten erbij,"
        f" ongeveer {_number(counts.minutes, 'minuut', 'minuten')}",
    ]
    if not report.overlay:
        lines[1] = f"{_number(counts.sessions, 'sessie', 'sessies')}, {lines[1]}"
        lines.append(
            ", ".join(
                (
                    _number(counts.terms, "begrip", "begrippen"),
                    _number(counts.prompts, "vraag van de week", "vragen van de week"),
                    _number(counts.values, "waarde", "waarden"),
                    _number(counts.statements, "stelling", "stellingen"),
                    _number(counts.strategies, "strategie", "strategieën"),
                    _number(counts.openers, "gespreksopener", "gespreksopeners"),
                )
            )
        )
    return "\n".join(lines)


def _section(title: str, lines: tuple[Problem, ...] | tuple[Remark, ...]) -> str:
    return "\n".join((f"{title}:", *(f"  {line}" for line in lines)))


def _number(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _count(whole: Whole, overlay: bool) -> Counts:
    steps = [written.step for written in whole.steps if written.session is not None or whole.programme is None]
    kinds = [step.kind for step in steps]
    return Counts(
        sessions=0 if overlay or whole.programme is None else len(whole.programme.sessions),
        steps=len(steps),
        readings=kinds.count("reading"),
        cases=kinds.count("case"),
        examples=kinds.count("example"),
        exercises=kinds.count("exercise"),
        questions=sum(len(step.questions) for step in steps),
        questions_in_cases=sum(len(step.questions) for step in steps if step.kind == "case"),
        words=sum(count_words(plain(passage.text)) for passage in whole.passages()),
        minutes=sum(step.minutes for step in steps),
        terms=len(whole.lists.get("glossary.yaml", ())),
        prompts=len(whole.lists.get("prompts.yaml", ())),
        values=len(whole.lists.get("values.yaml", ())),
        statements=len(whole.lists.get("statements.yaml", ())),
        strategies=len(whole.lists.get("strategies.yaml", ())),
        openers=len(whole.lists.get("openers.yaml", ())),
    )

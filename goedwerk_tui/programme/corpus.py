"""A whole pack read at once, with the place of every text, for whoever checks it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goedwerk_tui.programme.exercise_check import check_against_lists
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.file_schemas import LISTS
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.list_files import WORD_LIST, check_word_list, read_list
from goedwerk_tui.programme.missing import bare_name, described, stand_in
from goedwerk_tui.programme.model import Case, Example, Page, Programme, Session, Step, Term
from goedwerk_tui.programme.outline import PROGRAMME_FILE, SESSION_FILE, Outline, read_outline, steps_named
from goedwerk_tui.programme.overlay import read_overlay_files
from goedwerk_tui.programme.overlay_files import OVERLAY_FILE, OverlayFiles
from goedwerk_tui.programme.pack import Pack
from goedwerk_tui.programme.problems import ASK_IDS, MENDS_IT, ContentError, Findings, Problem, perhaps, quoted
from goedwerk_tui.programme.reading import read_page, read_step

_GLOSSARY = "glossary.yaml"
_LIKE_LISTS = (".yaml", ".yml", ".txt")


@dataclass(frozen=True)
class Remark:
    """Something in a pack that is not wrong but deserves a look. ``str(remark)`` is one line of Dutch."""

    file: str
    line: int
    text: str
    mendable: bool = False
    """Whether ``--herstel`` mends it."""

    def __str__(self) -> str:
        """Return the remark as one line."""
        told = f"{self.text}{MENDS_IT if self.mendable else ''}"
        return f"{self.file}, regel {self.line}: {told}" if self.line else f"{self.file}: {told}"


@dataclass(frozen=True)
class LocatedText:
    """One text and where it begins. In a body it is Markdown, elsewhere plain."""

    file: str
    line: int
    path: str
    text: str


@dataclass(frozen=True)
class WrittenStep:
    """A sound step with the place of its fields."""

    step: Step
    file: Findings
    session: Session | None
    """Its session; None when no session lists it, or the session itself is wrong."""


@dataclass
class Whole:
    """All that a pack's files say. What could not be read is left out of the values and told in ``problems``."""

    folder: Path
    programme: Programme | None = None
    steps: list[WrittenStep] = field(default_factory=list[WrittenStep])
    pages: list[Page] = field(default_factory=list[Page])
    lists: dict[str, tuple[Any, ...]] = field(default_factory=dict[str, tuple[Any, ...]])
    """By file name, as far as the file is there and sound."""
    titles_below: Mapping[str, str] = field(default_factory=dict[str, str])
    """For an overlay, the titles of the steps that it lies over and leaves as they are, by their ids."""
    glossary: Mapping[str, Term] = field(default_factory=dict[str, Term])
    """The terms that texts may link to: for an overlay, those of the programme under it."""
    files: dict[str, Findings] = field(default_factory=dict[str, Findings])
    """Every file that was read, by its path."""
    unlisted: list[Remark] = field(default_factory=list[Remark])
    """Files that nothing refers to."""
    texts_beside: list[Findings] = field(default_factory=list[Findings])
    """The steps of an overlay among those: nothing of them takes part, and they may be meant to."""

    @property
    def problems(self) -> list[Problem]:
        """All errors, by file and line."""
        return [problem for file in self.files.values() for problem in sorted(file.problems, key=lambda one: one.line)]

    def passages(self) -> Iterator[LocatedText]:
        """Yield every text of the pack that is there to be read."""
        for file in self.files.values():
            for path in file.prose:
                yield LocatedText(file.file, file.line(path), path, file.texts[path])


def read_whole(folder: Path) -> Whole:
    """Read every file of a pack. Never raises for content."""
    outline = read_outline(folder)
    whole = Whole(folder, outline.programme)
    for file in (outline.programme_file, *outline.session_files.values()):
        whole.files[file.file] = file
    for name, file in outline.session_files.items():
        _read_session(whole, name, file, outline)
    for page_id in dict.fromkeys(outline.pages):
        page = read_page(folder / "pages" / f"{page_id}.md", _new_file(whole, f"pages/{page_id}.md"))
        whole.pages += [page] if page is not None else []
    check_word_list(folder, _new_file(whole, WORD_LIST))
    for name in LISTS:
        file = _new_file(whole, name)
        values = read_list(folder, name, file, outline.dimensions)
        if values:
            whole.lists[name] = values
    whole.glossary = {term.id: term for term in whole.lists.get("glossary.yaml", ())}
    _check_links(whole, [text for _, text in whole.files[_GLOSSARY].all_at("[].id")])
    _check_strategies(whole, outline)
    _check_exercises(whole, outline)
    _check_through(whole, outline.questions)
    whole.unlisted += _unlisted(folder, outline)
    return whole


def read_whole_overlay(folder: Path, under: Pack) -> Whole:
    """Read every file of an overlay.

    Args:
        folder: the overlay.
        under: what it lies over.
    """
    whole = Whole(folder, under.programme)
    found = read_overlay_files(folder, under)
    whole.files, whole.lists = found.files, found.lists
    sessions = {session.id: session for session in under.programme.sessions}
    for step_id, step in found.steps.items():
        place = next((path for path, text in found.file.all_at("add[].steps[]") if text == step_id), "")
        added_to = found.file.texts.get(place.partition(".")[0] + ".session", "")
        session = sessions.get(added_to) or (under.session_of(step_id) if under.knows(step_id) else None)
        whole.steps.append(WrittenStep(step, found.files[f"{step_id}.md"], session))
    whole.titles_below = _titles(under, found)
    terms: tuple[Term, ...] = (*under.entries_of("glossary.yaml"), *found.lists.get("glossary.yaml", ()))
    whole.glossary = {term.id: term for term in terms}
    own_terms = found.files.get(_GLOSSARY, Findings("")).all_at("[].id")
    _check_links(whole, [*whole.glossary, *(text for _, text in own_terms)], is_overlay=True)
    _check_through(whole, [question.id for question in under.programme.questions])
    _check_picked(found, under)
    check_word_list(folder, _new_file(whole, WORD_LIST))
    if found.about is not None:
        # What the overlay names is not known before it can be read.
        _check_shown(found, under)
        _look_at_unread(whole, under)
    return whole


def _titles(under: Pack, found: OverlayFiles) -> dict[str, str]:
    gone = {*found.steps, *(found.about.hide if found.about else ())}
    steps = (step for session in under.programme.sessions for step in session.steps if step not in gone)
    return {step.id: step.title for each in steps if (step := _written(under, each))}


def _look_at_unread(whole: Whole, under: Pack) -> None:
    """Remark on the files of an overlay that nothing reads, with what they may be meant to be."""
    for path in _markdown_in(whole.folder):
        if path.name not in whole.files:
            whole.unlisted.append(Remark(path.name, 0, f"staat niet in {OVERLAY_FILE}"))
            whole.texts_beside.append(Findings(path.name))
            read_step(path, whole.texts_beside[-1], [tension.id for tension in under.programme.tensions])
    known = (*LISTS, WORD_LIST)
    missing = [name for name, file in whole.files.items() if file.problems and not is_there(whole.folder / name)]
    for path in sorted(whole.folder.iterdir()):
        if path.suffix.lower() in _LIKE_LISTS and path.name not in whole.files and path.name[0] != ".":
            meant = next((name for name in known if bare_name(path.name, Path(name).suffix) == Path(name).stem), "")
            if any(bare_name(path.name, Path(name).suffix) == Path(name).stem for name in missing):
                # Told there already, as what is there instead.
                continue
            told = f"; bedoelde je {quoted(meant)}?" if meant else perhaps(path.name, known)
            whole.unlisted.append(Remark(path.name, 0, f"heeft een naam die niet gelezen wordt{told}"))


def _check_shown(found: OverlayFiles, under: Pack) -> None:
    """A strategy names the case or portrait that shows it, of the overlay or of what it lies over."""
    file = found.files.get("strategies.yaml", Findings(""))
    for path, step_id in file.all_at("[].step"):
        step = found.steps.get(step_id) or _written(under, step_id)
        is_told = step is None and f"{step_id}.md" in found.files
        if not is_told and not isinstance(step, Case | Example):
            former = {each.was: each.step for each in found.about.formerly} if found.about else {}
            stories = [each.id for each in found.steps.values() if isinstance(each, Case | Example)]
            file.add(path, quoted(step_id), f"een id van een casus of portret{_now(step_id, former, stories)}")


def _check_picked(found: OverlayFiles, under: Pack) -> None:
    for step_id, step in found.steps.items():
        file = found.files[f"{step_id}.md"]
        if isinstance(step, Exercise):
            broken = {name for name, each in found.files.items() if each.problems}
            lists = {
                name: None if name in broken else (*under.entries_of(name), *found.lists.get(name, ()))
                for name in ("values.yaml", "statements.yaml")
            }
            check_against_lists(step, file, lists)
        for path, picked in file.all_at("compose.parts[].steps[]") if found.about else ():
            if f"{picked}.md" not in found.files and not under.stands(picked):
                file.add(path, quoted(picked), "een id van een stap")


def _written(under: Pack, step_id: str) -> Step | None:
    try:
        return under.written(step_id)
    except (KeyError, ContentError):
        return None


def _new_file(whole: Whole, name: str) -> Findings:
    return whole.files.setdefault(name, Findings(name))


def _read_session(whole: Whole, name: str, file: Findings, outline: Outline) -> None:
    """Read all steps of a session, and those that lie in its folder without being named."""
    session_id = file.texts.get("id")
    sessions = outline.programme.sessions if outline.programme else ()
    session = next((one for one in sessions if one.id == session_id), None)
    for step_id in dict.fromkeys(step for _, step in steps_named(file)):
        if outline.folders[step_id] != name:
            continue
        step_file = _new_file(whole, f"{name}/{step_id}.md")
        step = read_step(whole.folder / name / f"{step_id}.md", step_file, outline.tensions)
        if step is not None:
            whole.steps.append(WrittenStep(step, step_file, session))
    for path in _markdown_in(whole.folder / name):
        relative = f"{name}/{path.name}"
        if relative not in whole.files:
            if file.holds_all("steps[]"):
                whole.unlisted.append(Remark(relative, 0, f"staat niet in een {SESSION_FILE}"))
            step = read_step(path, _new_file(whole, relative), outline.tensions)
            if step is not None:
                whole.steps.append(WrittenStep(step, whole.files[relative], None))


def _markdown_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))


def _check_links(whole: Whole, terms: Collection[str], *, is_overlay: bool = False) -> None:
    glossary = whole.files.get(_GLOSSARY, Findings(_GLOSSARY))
    if not glossary.holds_all("[].id"):
        return
    lost = [(file, *link) for file in whole.files.values() for link in file.links if link[1] not in terms]
    path = whole.folder / _GLOSSARY
    if lost and not is_there(path) and (not is_overlay or stand_in(path)):
        many = "1 link verwijst" if len(lost) == 1 else f"{len(lost)} links verwijzen"
        glossary.add(0, f"{described(path)}; {many} ernaar", "")
        whole.files[_GLOSSARY] = glossary
        return
    # What was copied and kept its id was likely meant to have the one that is looked for.
    twice = next((text for text, number in Counter(t for _, t in glossary.all_at("[].id")).items() if number > 1), "")
    for file, line, term_id in lost:
        told = f"; {quoted(twice)} staat daar twee keer" if twice else perhaps(term_id, terms)
        if not told and is_overlay:
            told = f"{ASK_IDS}, en een eigen begrip zet je in {_GLOSSARY}"
        file.add(line, f"een link naar {quoted('begrip:' + term_id)}", f"een id uit {_GLOSSARY}{told}")


def _check_strategies(whole: Whole, outline: Outline) -> None:
    file = whole.files["strategies.yaml"]
    stories = {written.step.id for written in whole.steps if isinstance(written.step, Case | Example)}
    others = {written.step.id for written in whole.steps} - stories
    for path, step_id in file.all_at("[].step"):
        if step_id in others or (step_id not in outline.folders and outline.names_all_steps):
            former = whole.programme.step_names if whole.programme else {}
            file.add(path, quoted(step_id), f"een id van een casus of portret{_now(step_id, former, stories)}")


def _now(step_id: str, former: Mapping[str, str], known: Collection[str]) -> str:
    """Return the end of a sentence about an id that is not there: what it is now, or what it may be meant to be."""
    return f"; die heet nu {quoted(former[step_id])}" if step_id in former else perhaps(step_id, known)


def _check_exercises(whole: Whole, outline: Outline) -> None:
    exercises = {written.step.id for written in whole.steps if isinstance(written.step, Exercise)}
    others = {written.step.id for written in whole.steps} - exercises
    # A step that can't be read may well be what it is taken for.
    unread = {step_id for step_id in outline.folders if step_id not in exercises | others}
    lists = {name: None if whole.files[name].problems else whole.lists.get(name, ()) for name in LISTS}
    all_named = outline.names_all_steps
    for written in whole.steps:
        if isinstance(written.step, Exercise):
            check_against_lists(written.step, written.file, lists)
        for pattern, known, what in (
            ("compose.parts[].steps[]", {*exercises, *others, *unread}, "een id van een stap"),
            ("beside", exercises | unread, "een id van een opdracht"),
            ("again", exercises | unread, "een id van een opdracht die zelf geen again heeft"),
        ):
            written.file.expect_among(pattern, known if all_named else None, what)


def _check_through(whole: Whole, questions: Collection[str] | None) -> None:
    for written in whole.steps:
        written.file.expect_among("questions[].through", questions, "een id van een vraag uit programme.yaml")


def _unlisted(folder: Path, outline: Outline) -> Iterator[Remark]:
    if is_there(folder / OVERLAY_FILE):
        found = f"wordt niet gelezen: in deze map staat een heel programma ({PROGRAMME_FILE}); geef het een eigen map"
        yield Remark(OVERLAY_FILE, 0, found)
    for path in _markdown_in(folder / "pages") if outline.programme_file.holds_all("pages[]") else ():
        if path.stem not in outline.pages:
            yield Remark(f"pages/{path.name}", 0, "staat niet bij pages in programme.yaml")
    if not outline.programme_file.holds_all("sessions[]"):
        return
    for path in sorted(folder.glob(f"*/{SESSION_FILE}")):
        if path.parent.name not in outline.session_files:
            yield Remark(f"{path.parent.name}/{SESSION_FILE}", 0, "staat niet bij sessions in programme.yaml")

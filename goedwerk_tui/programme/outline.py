"""Reading the outline of a pack: ``programme.yaml`` and each session's ``session.yaml``."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from goedwerk_tui.programme.file_schemas import ProgrammeFile
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.model import WHOLE, Programme, Session
from goedwerk_tui.programme.problems import Findings, Problem, quoted
from goedwerk_tui.programme.reading import read_yaml
from goedwerk_tui.programme.titles import Ids

PROGRAMME_FILE = "programme.yaml"
SESSION_FILE = "session.yaml"


@dataclass(frozen=True)
class Outline:
    """What the outline files say, and all that is wrong with them."""

    programme: Programme | None
    """The outline, or None when something is wrong."""
    folders: Mapping[str, str]
    """For each step named anywhere the folder of its session, as far as it could be read."""
    tensions: Collection[str] | None
    """The ids of the tensions; None where not all of them could be read."""
    dimensions: Collection[str] | None
    """The ids of the dimensions; None where not all of them could be read."""
    questions: Collection[str] | None
    """The ids of the questions that go through all sessions; None where not all of them could be read."""
    pages: Collection[str]
    """The ids of the pages, as far as they could be read."""
    programme_file: Findings
    session_files: Mapping[str, Findings]
    """By folder name."""

    @property
    def names_all_steps(self) -> bool:
        """Whether every step that is named anywhere could be read."""
        return _all_steps_in(self.programme_file, self.session_files)

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong, in the order of the files."""
        return [problem for file in (self.programme_file, *self.session_files.values()) for problem in file.problems]


def read_outline(folder: Path) -> Outline:
    """Read and check the outline. Never raises for content; whether steps exist is not looked at."""
    ids = Ids(folder)
    programme_file = Findings(PROGRAMME_FILE, meant_by=ids.meant_by)
    written = None
    if is_there(folder):
        written = read_yaml(folder / PROGRAMME_FILE, ProgrammeFile, programme_file)
    else:
        programme_file.add(0, "geen map", f"een map met {PROGRAMME_FILE}")
    for pattern in ("questions[].id", "dimensions[].id", "tensions[].id", "sessions[]", "pages[]", "retired[].step"):
        programme_file.expect_unique(pattern)
    dimensions, tensions, questions = (
        _all_of(programme_file, f"{name}[].id") for name in ("dimensions", "tensions", "questions")
    )
    session_files: dict[str, Findings] = {}
    sessions: list[Session | None] = []
    for name in dict.fromkeys(text for _, text in programme_file.all_at("sessions[]")):
        session_files[name] = Findings(f"{name}/{SESSION_FILE}", meant_by=ids.meant_by)
        sessions.append(read_yaml(folder / name / SESSION_FILE, Session, session_files[name]))
        _check_session(session_files[name], dimensions)
    _check_session_ids(session_files.values())
    folders = _find_folders(session_files)
    led: dict[str, str] = {}
    for file in session_files.values():
        own = [step for _, step in steps_named(file)] if _names_all(file) else None
        file.expect_among("formerly[].step", own, "een stap van deze sessie")
        for path, was in file.all_at("formerly[].was"):
            if was in folders:
                file.add(path, quoted(was), "een id dat geen stap meer heeft")
            elif led.setdefault(was, f"{file.file} {path}") != f"{file.file} {path}":
                file.add(path, quoted(was), "elk eerder id bij één stap")
    _check_retired(programme_file, folders, named_all=_all_steps_in(programme_file, session_files))
    whole = [session for session in sessions if session is not None]
    problems = [*programme_file.problems, *(problem for file in session_files.values() for problem in file.problems)]
    return Outline(
        programme=_assemble(written, whole) if written is not None and not problems else None,
        folders=folders,
        tensions=tensions,
        dimensions=dimensions,
        questions=questions,
        pages=[text for _, text in programme_file.all_at("pages[]")],
        programme_file=programme_file,
        session_files=session_files,
    )


def _all_of(file: Findings, pattern: str) -> list[str] | None:
    return [text for _, text in file.all_at(pattern)] if file.holds_all(pattern) else None


def _names_all(session_file: Findings) -> bool:
    return all(map(session_file.holds_all, ("steps[]", "group.before", "group.after")))


def _all_steps_in(programme_file: Findings, session_files: Mapping[str, Findings]) -> bool:
    return programme_file.holds_all("sessions[]") and all(map(_names_all, session_files.values()))


def steps_named(file: Findings) -> Iterator[tuple[str, str]]:
    """Yield path and id of every step that a session names, those for a group included."""
    yield from file.all_at("steps[]")
    yield from file.all_at("group.before")
    yield from file.all_at("group.after")


def _assemble(written: ProgrammeFile, sessions: list[Session]) -> Programme:
    return Programme(
        id=written.id,
        title=written.title,
        introduction=written.introduction,
        questions=written.questions,
        dimensions=written.dimensions,
        tensions=written.tensions,
        sessions=tuple(sessions),
        pages=written.pages,
        retired=written.retired,
    )


def _check_session(file: Findings, dimensions: list[str] | None) -> None:
    file.expect_unique("core[]")
    file.expect_among("core[]", _all_of(file, "steps[]"), "een stap uit steps")
    known = None if dimensions is None else [*dimensions, WHOLE]
    file.expect_among("dimension", known, "een id van een dimensie uit programme.yaml, of geheel")


def _check_session_ids(files: Collection[Findings]) -> None:
    first: dict[str, str] = {}
    for file in files:
        for path, session_id in file.all_at("id"):
            if session_id in first:
                file.add(path, f"{quoted(session_id)}, dat ook in {first[session_id]} staat", "een id dat nieuw is")
            first.setdefault(session_id, file.file)


def _check_retired(file: Findings, steps: Collection[str], *, named_all: bool) -> None:
    """A step that went keeps its id for itself: answers under it would otherwise stand at another step."""
    for path, step in file.all_at("retired[].step"):
        if step in steps:
            file.add(path, quoted(step), "een id dat geen stap meer heeft")
    file.expect_among("retired[].now", steps if named_all else None, "een id van een stap")


def _find_folders(session_files: Mapping[str, Findings]) -> dict[str, str]:
    """Return the folder of each step, and note each step that is named twice in the pack."""
    folders: dict[str, str] = {}
    places: dict[str, str] = {}
    for name, file in session_files.items():
        for path, step in steps_named(file):
            if step in folders:
                file.add(path, f"{quoted(step)} voor de tweede keer (eerst in {places[step]})", "elke stap één keer")
                continue
            folders[step] = name
            places[step] = f"{file.file}, regel {file.line(path)}"
    return folders

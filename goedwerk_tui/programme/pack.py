"""The door to a content pack: the outline at once, everything else when it is asked for."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from goedwerk_tui.programme.dialect import glossary_links
from goedwerk_tui.programme.exercises import Again, Exercise
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.lists import read_list
from goedwerk_tui.programme.model import (
    Opener,
    Page,
    Programme,
    Prompt,
    Session,
    Statement,
    Step,
    Strategy,
    Term,
    WorkValue,
)
from goedwerk_tui.programme.outline import PROGRAMME_FILE, read_outline
from goedwerk_tui.programme.overlay import OVERLAY_FILE, Overlay, extend, read_overlay
from goedwerk_tui.programme.problems import ContentError, Findings, Problem, quoted
from goedwerk_tui.programme.reading import read_page, read_step

T = TypeVar("T")


def standard_folder() -> Path:
    """Return the folder of the programme that comes along: in the package when installed, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_content" / "nl"
    return installed if installed.is_dir() else package.parent / "content" / "nl"


def open_content(folder: Path | None) -> "Pack":
    """Open what a person asked for.

    Args:
        folder: None for the standard programme; a folder with ``programme.yaml`` is a pack of its own; a folder with
            ``overlay.yaml`` lies over the standard programme.

    Raises:
        ContentError: the folder is neither, or the pack's outline is wrong.
    """
    if folder is None:
        return Pack.open(standard_folder())
    if is_overlay(folder):
        return Pack.open(standard_folder(), overlay=folder)
    return Pack.open(folder)


def is_overlay(folder: Path) -> bool:
    """Say whether a folder is an overlay and not a pack of its own."""
    return is_there(folder / OVERLAY_FILE) and not is_there(folder / PROGRAMME_FILE)


class Pack:
    """A content pack. Safe to use from several threads; what has been read is kept."""

    folder: Path
    """Where the pack is read from."""
    programme: Programme
    """The outline, with the steps of an overlay in it."""
    overlay_trouble: ContentError | None
    """What is wrong with the overlay that was asked for; it is then left out."""

    def __init__(self, folder: Path, outline: Programme, overlay: Overlay | None = None) -> None:
        """Make a pack of a checked outline; ``Pack.open`` is the way in."""
        self.folder = folder
        self.programme = extend(outline, overlay) if overlay is not None else outline
        self.overlay_trouble = None
        self._overlay = overlay
        self._sessions = {session.id: session for session in self.programme.sessions}
        self._session_of = {step: session for session in self.programme.sessions for step in _steps_of(session)}
        self._folders: Mapping[str, str] = {}
        self._known: dict[tuple[str, str], Any] = {}
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path, overlay: Path | None = None) -> "Pack":
        """Read a pack's outline, and an overlay if one is asked for.

        Raises:
            ContentError: something in the outline is wrong. Nothing wrong in an overlay is raised; see
                ``overlay_trouble``.
        """
        outline = read_outline(folder)
        if outline.programme is None:
            raise ContentError(folder, outline.problems)
        trouble = laid_over = None
        if overlay is not None:
            try:
                laid_over = read_overlay(overlay, outline)
            except ContentError as error:
                trouble = error
        pack = cls(folder, outline.programme, laid_over)
        pack.overlay_trouble = trouble
        pack._folders = outline.folders
        return pack

    def knows(self, step_id: str) -> bool:
        """Say whether a step is in the outline."""
        return step_id in self._session_of

    def session(self, session_id: str) -> Session:
        """Return a session. Raises KeyError when there is none with this id."""
        return self._sessions[session_id]

    def session_of(self, step_id: str) -> Session:
        """Return the session of a step, also of a step for a group. Raises KeyError for an unknown step."""
        return self._session_of[step_id]

    def pack_id_of(self, step_id: str) -> str:
        """Return the id of the pack or overlay that a step comes from. Raises KeyError for an unknown step."""
        if step_id not in self._session_of:
            raise KeyError(step_id)
        return self._overlay.id if self._overlay and step_id in self._overlay.steps else self.programme.id

    def step(self, step_id: str) -> Step:
        """Return a step, reading its file the first time.

        Raises:
            KeyError: no session names this step.
            ContentError: its file is missing or wrong.
        """
        if step_id not in self._session_of:
            raise KeyError(step_id)
        step = self._written(step_id)
        return self._done_again(step) if isinstance(step, Again) else step

    def _written(self, step_id: str) -> Step:
        """Return a step as its file is."""
        if self._overlay and step_id in self._overlay.steps:
            return self._overlay.steps[step_id]
        name = f"{self._folders[step_id]}/{step_id}.md"
        tensions = [tension.id for tension in self.programme.tensions]
        return self._once("step", name, lambda path, findings: read_step(path, findings, tensions))

    def _done_again(self, step: Again) -> Exercise:
        """Return the exercise that is done again, with the words of this place."""
        first = self._written(step.again) if step.again in self._session_of else None
        if not isinstance(first, Exercise):
            problem = Problem(f"{step.id}.md", 0, "again", quoted(step.again), "een id van een opdracht")
            raise ContentError(self.folder, [problem])
        names = ("id", "title", "minutes", "blocks", "sources", "instruction", "again")
        return msgspec.structs.replace(first, **{name: getattr(step, name) for name in names})

    def page(self, page_id: str) -> Page:
        """Return a page. Raises KeyError when the programme names no such page, ContentError when it is wrong."""
        if page_id not in self.programme.pages:
            raise KeyError(page_id)
        return self._once("page", f"pages/{page_id}.md", read_page)

    def glossary(self) -> Mapping[str, Term]:
        """Return the glossary by id, in the order of the file. Raises ContentError, as all lists do."""
        terms: tuple[Term, ...] = self._list("glossary.yaml")
        return {term.id: term for term in terms}

    def prompts(self) -> tuple[Prompt, ...]:
        """Return the questions of the week."""
        return self._list("prompts.yaml")

    def values(self) -> tuple[WorkValue, ...]:
        """Return the values for the value sort."""
        return self._list("values.yaml")

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements for the opening picture."""
        return self._list("statements.yaml")

    def strategies(self) -> tuple[Strategy, ...]:
        """Return the strategies that cases and examples show."""
        return self._list("strategies.yaml")

    def openers(self) -> tuple[Opener, ...]:
        """Return the ways to begin a conversation."""
        return self._list("openers.yaml")

    def terms_in(self, step: Step) -> tuple[Term, ...]:
        """Return the glossary terms that a step's text links, in order of appearance, each once."""
        glossary = self.glossary()
        linked = (term_id for text in texts_of(step) for _, term_id in glossary_links(text))
        return tuple(glossary[term_id] for term_id in dict.fromkeys(linked) if term_id in glossary)

    def _list(self, name: str) -> tuple[Any, ...]:
        dimensions = [dimension.id for dimension in self.programme.dimensions]
        return self._once("list", name, lambda _, findings: read_list(self.folder, name, findings, dimensions))

    def _once(self, what: str, name: str, read: Callable[[Path, Findings], T | None]) -> T:
        """Return what ``read`` makes of a file, reading it the first time only."""
        with self._lock:
            if (what, name) not in self._known:
                findings = Findings(name)
                value = read(self.folder / name, findings)
                if value is None:
                    raise ContentError(self.folder, findings.problems)
                self._known[what, name] = value
            return cast("T", self._known[what, name])


def texts_of(step: Step) -> tuple[str, ...]:
    """Return a step's prose in order: each block's text, then its voices."""
    texts = (text for block in step.blocks for text in (block.text, *(voice.text for voice in block.voices)))
    return tuple(text for text in texts if text)


def _steps_of(session: Session) -> tuple[str, ...]:
    group = (session.group.before, session.group.after) if session.group else ()
    return (*session.steps, *group)

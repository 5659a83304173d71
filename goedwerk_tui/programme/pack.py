"""The door to a content pack: the outline at once, everything else when it is asked for."""

import threading
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from goedwerk_tui.base.clock import long_date
from goedwerk_tui.programme.apply_overlay import about_overlay, changed, extend, without_hidden
from goedwerk_tui.programme.dialect import glossary_links
from goedwerk_tui.programme.exercises import Again, Exercise
from goedwerk_tui.programme.files import is_there
from goedwerk_tui.programme.list_files import read_list
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
from goedwerk_tui.programme.overlay import Overlay, read_overlay
from goedwerk_tui.programme.overlay_files import OVERLAY_FILE
from goedwerk_tui.programme.problems import ContentError, Findings, Problem, quoted
from goedwerk_tui.programme.reading import read_page, read_step
from goedwerk_tui.programme.sources import day_of

T = TypeVar("T")


def standard_folder() -> Path:
    """Return the folder of the programme that comes along: in the package when installed, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_content" / "nl"
    return installed if installed.is_dir() else package.parent / "content" / "nl"


def is_overlay(folder: Path) -> bool:
    """Say whether a folder is an overlay and not a pack of its own."""
    return is_there(folder / OVERLAY_FILE) and not is_there(folder / PROGRAMME_FILE)


class Pack:
    """A content pack, with the overlays on it. Safe to use from several threads; what has been read is kept."""

    folder: Path
    """Where the programme itself is read from."""
    programme: Programme
    """The outline, as the overlays make it."""
    notices: tuple[str, ...] = ()
    """What a person should hear of content of their own: what is not there now and why, and what is new."""
    is_copy: bool = False
    """Whether the programme itself is read from its last good copy."""
    named: Path | None = None
    """What a person named to open the programme itself, such as the zip that the folder comes out of."""

    def __init__(
        self,
        folder: Path,
        outline: Programme,
        folders: Mapping[str, str],
        on: "tuple[Pack, Overlay] | None" = None,
    ) -> None:
        """Make a pack of a checked outline; ``Pack.open`` and ``with_overlay`` are the ways in.

        Args:
            folder: where the programme itself is.
            outline: its outline; with an overlay, as that makes it.
            folders: the folder of each step's file.
            on: the pack below and the overlay on it; None for a programme itself.
        """
        self.folder = folder
        self.programme = outline
        self._on = on
        self._sessions = {session.id: session for session in self.programme.sessions}
        self._session_of = {step: session for session in self.programme.sessions for step in all_steps_of(session)}
        self._folders = folders
        self._known: dict[tuple[str, str], Any] = {}
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path) -> "Pack":
        """Read a pack's outline.

        Raises:
            ContentError: something in the outline is wrong.
        """
        outline = read_outline(folder)
        if outline.programme is None:
            raise ContentError(folder, outline.problems)
        return cls(folder, outline.programme, outline.folders)

    def with_overlay(self, folder: Path, copy: Path | None = None, *, is_copy: bool = False) -> "Pack":
        """Return this pack with an overlay on it; see ``overlays``.

        What is wrong with a part of it is left out, or taken from where the last good copy is.

        Args:
            folder: the overlay.
            copy: where its last good copy is.
            is_copy: whether the folder is that copy.

        Raises:
            ContentError: the overlay's own file is not sound.
        """
        overlay = read_overlay(folder, self, copy, is_copy=is_copy)
        return Pack(self.folder, extend(self.programme, overlay), self._folders, (self, overlay))

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """The overlays, the lowest first."""
        return (*self._on[0].overlays, self._on[1]) if self._on else ()

    @property
    def pack_ids(self) -> tuple[str, ...]:
        """The ids of the programme and of the overlays on it."""
        return (self.programme.id, *(overlay.id for overlay in self.overlays))

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
        if self._on is None:
            if not self.stands(step_id):
                raise KeyError(step_id)
            return self.programme.id
        below, overlay = self._on
        # What replaces a step of the programme goes by its id: the words tell what was answered.
        return below.pack_id_of(step_id) if below.stands(step_id) or step_id not in overlay.steps else overlay.id

    def label_of(self, step_id: str) -> str:
        """Return the title of the overlay that a step comes from; empty for one of the programme itself."""
        return next((each.title for each in reversed(self.overlays) if step_id in each.steps), "")

    def copy_note(self, step_id: str) -> str:
        """Return, in Dutch, from which day the copy is that a step is read from; empty for one that is read itself."""
        day = self._copy_day(step_id)
        return f"kopie van {long_date(day)}" if day else ""

    def _copy_day(self, step_id: str) -> date | None:
        if self._on is not None:
            below, overlay = self._on
            return overlay.copy_days.get(step_id) if step_id in overlay.steps else below._copy_day(step_id)
        return day_of(self.folder / self._name_of(step_id)) if self.is_copy and self.stands(step_id) else None

    def _name_of(self, step_id: str) -> str:
        """Return the path of a step's file within the folder of the programme."""
        return f"{self._folders[step_id]}/{step_id}.md"

    def label_of_entry(self, name: str, entry_id: str) -> str:
        """Return the title of the overlay that an entry of a list comes from; empty for the programme's own.

        Args:
            name: the file of the list, as ‘strategies.yaml’.
            entry_id: the id of the entry.
        """
        ours = (each for each in self.overlays if any(one.id == entry_id for one in each.lists.get(name, ())))
        return next((each.title for each in ours), "")

    def titled(self, step: Step) -> str:
        """Return a step's title, with the label of whose it is when it is not the programme's own."""
        return _with(self.label_of(step.id), step.title)

    def labelled(self, words: str, name: str, entry_id: str) -> str:
        """Return words about an entry of a list, with the label of whose it is, as ``label_of_entry`` says."""
        return _with(self.label_of_entry(name, entry_id), words)

    def stands(self, step_id: str) -> bool:
        """Say whether there is a file for a step, be it hidden."""
        if self._on is None:
            return step_id in self._folders
        below, overlay = self._on
        return step_id in overlay.steps or below.stands(step_id)

    def step(self, step_id: str) -> Step:
        """Return a step, reading its file the first time.

        Raises:
            KeyError: no session names this step.
            ContentError: its file is missing or wrong.
        """
        if step_id not in self._session_of:
            raise KeyError(step_id)
        step = self.written(step_id)
        return self._done_again(step) if isinstance(step, Again) else step

    def written(self, step_id: str) -> Step:
        """Return a step as its file and the overlays are, also one that is hidden.

        Raises:
            KeyError: there is no such step.
            ContentError: its file is missing or wrong.
        """
        if self._on is not None:
            below, overlay = self._on
            step = overlay.steps.get(step_id) or below.written(step_id)
            return changed(step, overlay.changes.get(step_id, ()))
        name = self._name_of(step_id)
        tensions = [tension.id for tension in self.programme.tensions]
        return self._once("step", name, lambda path, findings: read_step(path, findings, tensions))

    def _done_again(self, step: Again) -> Exercise:
        """Return the exercise that is done again, with the words of this place."""
        first = self.written(step.again) if self.stands(step.again) else None
        if not isinstance(first, Exercise):
            problem = Problem(f"{step.id}.md", 0, "again", quoted(step.again), "een id van een opdracht")
            raise ContentError(self._folder_of(step.id), [problem])
        names = ("id", "title", "minutes", "blocks", "sources", "instruction", "again")
        return msgspec.structs.replace(first, **{name: getattr(step, name) for name in names})

    def _folder_of(self, step_id: str) -> Path:
        return next((each.folder for each in reversed(self.overlays) if step_id in each.steps), self.folder)

    def page(self, page_id: str) -> Page:
        """Return a page; the first tells of the overlays too.

        Raises:
            KeyError: the programme names no such page.
            ContentError: it is wrong.
        """
        if page_id not in self.programme.pages:
            raise KeyError(page_id)
        if self._on is not None:
            below, overlay = self._on
            page = below.page(page_id)
            about = about_overlay(overlay) if page_id == self.programme.pages[0] else ""
            text = without_hidden(page.text, {step_id: _title(below, step_id) for step_id in overlay.hidden})
            text = f"{text}\n\n{about}" if about else text
            return page if text == page.text else msgspec.structs.replace(page, text=text)
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

    def entries_of(self, name: str) -> tuple[Any, ...]:
        """Return one of the lists by its file name, with what the overlays add.

        Raises:
            ContentError: the programme's own list is wrong.
        """
        return self._list(name)

    def _list(self, name: str) -> tuple[Any, ...]:
        if self._on is not None:
            below, overlay = self._on
            return (*below.entries_of(name), *overlay.lists.get(name, ()))
        dimensions = [dimension.id for dimension in self.programme.dimensions]
        return self._once("list", name, lambda _, findings: read_list(self.folder, name, findings, dimensions))

    def _once(self, what: str, name: str, read: Callable[[Path, Findings], T | None]) -> T:
        """Return what ``read`` makes of a file, reading it the first time only."""
        with self._lock:
            if (what, name) not in self._known:
                findings = Findings(name)
                value = read(self.folder / name, findings)
                if value is None:
                    raise ContentError(self.named or self.folder, findings.problems)
                self._known[what, name] = value
            return cast("T", self._known[what, name])


def _title(pack: Pack, step_id: str) -> str:
    try:
        return pack.written(step_id).title
    except ContentError:
        return ""


def _with(label: str, words: str) -> str:
    return f"{words} ({label})" if label else words


def texts_of(step: Step) -> tuple[str, ...]:
    """Return a step's prose in order: each block's text, then its voices."""
    texts = (text for block in step.blocks for text in (block.text, *(voice.text for voice in block.voices)))
    return tuple(text for text in texts if text)


def all_steps_of(session: Session) -> tuple[str, ...]:
    """Return the steps of a session, those before and after the meeting of the group last."""
    group = (session.group.before, session.group.after) if session.group else ()
    return (*session.steps, *group)

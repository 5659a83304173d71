"""The ids behind the titles that a person sees, for whoever wrote a title where an id is expected."""

import re
from functools import cached_property
from pathlib import Path
from typing import Protocol

from goedwerk_tui.programme.dialect import slug
from goedwerk_tui.programme.files import read_text
from goedwerk_tui.programme.model import Programme, Step
from goedwerk_tui.programme.problems import ContentError, Findings

_TITLE = re.compile(r"^title:[ ]*[\"'“]?(.+?)[\"'”]?[ ]*$", re.MULTILINE)
_MOST = 500


class Titled(Protocol):
    """What has steps with titles: a pack."""

    programme: Programme

    def written(self, step_id: str) -> Step:
        """Return a step as its file is. Raises KeyError or ContentError."""
        ...


class Ids:
    """What can be named in content, by id and by title; the files are read when it is first asked for."""

    def __init__(self, folder: Path, ground: Titled | None = None) -> None:
        """Keep where the content is, and what it lies on: an overlay lies on a pack, a whole programme on nothing."""
        self._folder = folder
        self._ground = ground

    def meant_by(self, text: str) -> tuple[str, ...]:
        """Return the ids that a text may mean, being one of them or their title, however spelled. Never raises."""
        return tuple(self._by_slug.get(slug(text), ()))

    @cached_property
    def _by_slug(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self._folder.glob("*.md" if self._ground else "*/*.md"))[:_MOST]:
            title = _TITLE.search(read_text(path, Findings(path.name)) or "")
            found.setdefault(slug(title[1]) if title else "", []).append(path.stem)
            found.setdefault(path.stem, []).append(path.stem)
        for session in self._ground.programme.sessions if self._ground else ():
            found.setdefault(slug(session.title), []).append(session.id)
            found.setdefault(session.id, []).append(session.id)
            group = (session.group.before, session.group.after) if session.group else ()
            for step_id in (*session.steps, *group):
                found.setdefault(step_id, []).append(step_id)
                found.setdefault(slug(self._title(step_id)), []).append(step_id)
        found.pop("", None)
        return found

    def _title(self, step_id: str) -> str:
        try:
            return self._ground.written(step_id).title if self._ground else ""
        except (KeyError, ContentError):
            return ""

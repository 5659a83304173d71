"""A document as one web page that stands alone: no scripts, nothing fetched, readable on paper and in the dark."""

import functools
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

from goedwerk_tui.sharing.document import Document, paragraphs
from goedwerk_tui.sharing.figures import described, facing, poles_of, words_beside

if TYPE_CHECKING:
    from jinja2 import Environment


def to_html(document: Document) -> str:
    """Return the document as HTML. Every text is escaped by the template engine."""
    return _environment().get_template("page.html.j2").render(document=document)


@functools.cache
def _environment() -> "Environment":
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("goedwerk_tui.sharing") / "templates"
    sources = {name: (folder / name).read_text("utf-8") for name in ("page.html.j2", "blocks.html.j2", "page.css")}
    environment = Environment(
        loader=DictLoader(sources),
        autoescape=lambda name: name is None or not name.endswith(".css"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "paragraphs": paragraphs,
        "block": _name,
        "described": described,
        "facing": facing,
        "poles_of": poles_of,
        "words_beside": words_beside,
    }
    environment.filters.update(filters)  # pyright: ignore[reportUnknownMemberType] - jinja2's
    return environment


def _name(block: object) -> str:
    return type(block).__name__

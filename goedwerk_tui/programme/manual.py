"""The guide for whoever writes content: it comes along with the program."""

from pathlib import Path

from goedwerk_tui.base.trouble import Trouble


def manual(*, english: bool = False) -> str:
    """Return the guide, in Markdown.

    Raises:
        Trouble: it did not come along.
    """
    name = "content.en.md" if english else "content.md"
    package = Path(__file__).parents[1]
    for folder in (package / "_docs", package.parent / "docs"):
        path = folder / name
        if path.is_file():
            return path.read_text("utf-8")
    raise Trouble("De handleiding is niet meegekomen.", "", "Zij staat ook bij de broncode, in docs/content.md.")

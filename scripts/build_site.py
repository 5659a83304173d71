"""Build the handbook as a site in build/handboek, and fail when a page of it would ask anything from elsewhere.

Usage: python scripts/build_site.py
"""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "handboek"
LOADED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "form": "action"}
"""What a browser fetches, or sends to, by the attribute that names it. Where a link leads is for who follows it."""
_OUTSIDE = re.compile(r"^\s*(?:https?:)?//")
_IN_STYLE = re.compile(r"(?:url\(|@import)\s*['\"]?\s*(?:https?:)?//", re.IGNORECASE)


class Loading(HTMLParser):
    """Collects what a page loads from elsewhere."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        named = dict(attrs).get(LOADED.get(tag, "")) or ""
        if _OUTSIDE.match(named):
            self.found.append(named)


def main() -> None:
    """Build and look."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=ROOT, check=True)
    pages = sorted(SITE.rglob("*.html"))
    outside: list[str] = []
    for page in pages:
        loading = Loading()
        loading.feed(page.read_text("utf-8"))
        outside += (f"{page.relative_to(SITE)}: {each}" for each in loading.found)
    for sheet in (*SITE.rglob("*.css"), *SITE.rglob("*.svg")):
        if _IN_STYLE.search(sheet.read_text("utf-8")):
            outside.append(str(sheet.relative_to(SITE)))
    if outside:
        sys.exit("asks from elsewhere:\n" + "\n".join(outside))
    print(f"the handbook as a site: {len(pages)} pages, nothing from elsewhere")


if __name__ == "__main__":
    main()

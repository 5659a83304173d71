"""What the theme of the site leaves unsaid to who hears a page, called by mkdocs for each page that it makes."""

from typing import Any

_TOLD = {
    '<div class="navbar ': '<div role="banner" class="navbar ',
    'aria-label="Toggle navigation"': 'aria-label="Menu"',
}


def on_post_page(output: str, **_: Any) -> str:
    """Name the bar at the top and the button in it, for a page of the handbook."""
    return _told(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Name them for the page that is not there."""
    return _told(output_content) if template_name == "404.html" else output_content


def _told(page: str) -> str:
    for unsaid, said in _TOLD.items():
        if unsaid not in page:
            raise ValueError(f"the theme has no {unsaid} any more; look at scripts/site_hooks.py")
        page = page.replace(unsaid, said)
    return page

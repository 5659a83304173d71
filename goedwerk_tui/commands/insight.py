"""``goedwerk inzicht``: the pictures in words."""

import argparse
from collections.abc import Callable, Sequence

from goedwerk_tui.base.clock import local
from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.places import find_places
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.beside import open_beside
from goedwerk_tui.commands.printing import say
from goedwerk_tui.guidance.collections.conditions import conditions
from goedwerk_tui.guidance.collections.vision import vision, where_it_is
from goedwerk_tui.guidance.insight import Picture, TooLittle
from goedwerk_tui.guidance.insight.catalogue import pictures
from goedwerk_tui.guidance.insight.picture import in_a_row
from goedwerk_tui.journal import Journal
from goedwerk_tui.journal.half_done import half_done


def show(options: argparse.Namespace) -> int:
    """Print one picture in words, or without a name which there are."""
    journal, pack = open_beside(options, find_places(options.journal))
    if overview := _OVERVIEWS.get(fold(options.picture or "")):
        say(overview(journal) or "Daar is nog niets over geschreven.")
        return 0
    found = pictures(journal.newest_first(), pack, local(journal.now()).date())
    if options.picture is None:
        _list(found)
        return 0
    picture = find_picture(found, options.picture)
    if isinstance(picture, TooLittle):
        say(f"{picture.title}\n\nNog te weinig om te zien. {picture.needs}")
    else:
        say(f"{picture.title}\n{picture.source}\n\n{picture.text()}")
    return 0


def find_picture(found: Sequence[Picture | TooLittle], name: str) -> Picture | TooLittle:
    """Return the picture with this id or title; the beginning of either is enough when it leaves no doubt.

    Raises:
        Trouble: there is none by that name, or more than one.
    """
    asked = fold(name)
    for fits in (
        [each for each in found if asked in (each.id, fold(each.title))],
        [each for each in found if each.id.startswith(asked) or fold(each.title).startswith(asked)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            names = in_a_row([f"‘{each.id}’" for each in fits])
            raise Trouble(f"Met ‘{name}’ beginnen {names}.", "Er is niets getoond of geschreven.", "Noem er een.")
    raise Trouble(
        f"Er is geen beeld ‘{name}’.", "Er is niets getoond of geschreven.", "‘goedwerk inzicht’ noemt welke er zijn."
    )


def _list(found: Sequence[Picture | TooLittle]) -> None:
    width = max(len(each.id) for each in found)
    for each in found:
        about = each.source if isinstance(each, Picture) else f"nog te weinig: {each.needs[0].lower()}{each.needs[1:]}"
        say(f"{each.id:<{width}}  {about}")
    say("\nMet ‘goedwerk inzicht BEELD’ lees je er een. Zo lees je ook ‘voorwaarden’ en ‘visie’.")


def _vision(journal: Journal) -> str:
    found = vision(journal.newest_first())
    return found.now.text() if found else where_it_is(journal.newest_first(state=None), half_done(journal))


_OVERVIEWS: dict[str, Callable[[Journal], str]] = {
    "voorwaarden": lambda journal: conditions(journal.newest_first()).text(),
    "visie": _vision,
}
"""What grows along the way and is read as a text of its own."""

"""Woorden: what you call the core of your work, and the glossary of the programme."""

from typing import ClassVar

from textual import work
from textual.binding import Binding

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.text import quoted, shorten
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.guidance.collections.collection import TITLE, Collection
from goedwerk_tui.guidance.collections.own_words import OwnWords, give_meaning, meaning_of, origin_of_meaning, parted
from goedwerk_tui.journal import Entry, Kind
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.tui.screens.collection import CollectionScreen
from goedwerk_tui.tui.screens.line import LineScreen, ask_for_line
from goedwerk_tui.tui.shell import MOVING, Shell


class OwnWordsScreen(CollectionScreen):
    """The collection of words."""

    HELP_TEXT = """
Woorden voor je werk: bovenaan die van jou, daaronder de begrippen van het programma.

**Enter** laat lezen wat ermee bedoeld wordt, waar het vandaan komt en in welke stukken uit je dagboek het staat;
**Enter** daar opent een stuk. Hoofdletters en accenten maken niet uit. **n** schrijft er zelf een op. **g** vertelt
wanneer je het zei en wat er gebeurde. **t** zet een begrip ook bij die van jou. **e** opent het stuk in je dagboek:
daar wijzig je het of gooi je het weg. **b** verwoordt wat je ermee bedoelt. **o** opent de stap waar het vandaan komt.
"""
    BINDINGS = [  # noqa: RUF012 - typed so by Textual
        Binding("b", "meaning", "bedoeling", tooltip="Schrijf in één regel wat je met dit woord bedoelt"),
    ]
    COLLECTION: ClassVar[Collection] = OwnWords()
    heading = "Woorden"
    ONE_AND_MORE = ("woord", "woorden")
    UNUSED = "Staat nog in geen ander stuk van jou. Met g vertel je wanneer je het zei of schreef."
    EMPTY = (
        "Nog geen van jou. Ze komen uit vragen in het programma en uit de opdracht waarin je woorden verzamelt; met n"
        " schrijf je er zelf een op."
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to say what is meant by a word of one's own."""
        if action != "meaning":
            return super().check_action(action, parameters)
        item = self.in_front
        return item is not None and item.entry is not None and not self.workspace.read_only

    @work(group=MOVING)
    async def action_meaning(self) -> None:
        """Ask what is meant by the word in front."""
        item = self.in_front
        if item is not None and item.entry is not None:
            await ask_for_meaning(self.shell, item.entry)


async def ask_for_meaning(shell: Shell, entry: Entry) -> None:
    """Ask over a screen what is meant by a word, and keep it with the word. Only from a worker."""
    workspace = shell.workspace
    assert workspace is not None, "a meaning was asked for before the journal was open"
    origin = origin_of_meaning(entry.id, workspace.pack.programme.id)
    draft = Draft(key=f"{origin.step}/{origin.item}", text="", origin=origin, kind=Kind.NOTE, at=utc_now())

    async def keep(meaning: str) -> bool:
        try:
            await workspace.write(lambda journal: give_meaning(journal, entry.id, meaning))
        except Trouble as trouble:
            shell.show_error(trouble)
            return False
        return True

    word = shorten(parted(entry.text)[0], TITLE)
    await ask_for_line(LineScreen(f"Wat bedoel je met {quoted(word)}?", meaning_of(entry), draft=draft), shell, keep)

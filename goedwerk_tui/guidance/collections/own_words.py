"""Words: what somebody calls the core of the work, and the glossary of the programme."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import shorten
from goedwerk_tui.guidance.collections.collection import TITLE, Collection, CollectionItem, Use
from goedwerk_tui.guidance.exercises.state import joined
from goedwerk_tui.guidance.reminders.origin import origin_between
from goedwerk_tui.journal import Entry, Journal, Kind, NoSuchEntry, Origin
from goedwerk_tui.journal.said_beside import MEANING, WHEN
from goedwerk_tui.programme import Pack

_NO_USE = frozenset({Kind.TERM, Kind.LOG, Kind.PROMPT})
"""Another item by the same word is not a use of it."""
_MOST_WORDS = 6
"""What is longer than this is a saying; it is not looked for in other texts."""
_QUOTED = re.compile(r"[‘“\"'«]\s*([^’”\"'»\n]+?)\s*[’”\"'»](?!\w)")
_BREAK = re.compile(r"\s*(?:[:;=(\n]|\.(?=\s|$)|\s[–—-](?=\s))\s*")


class OwnWords(Collection):
    """The collection of words."""

    KIND: ClassVar[Kind] = Kind.TERM
    LIST: ClassVar[str] = "glossary.yaml"
    ASKS_USE: ClassVar[str] = "Wanneer zei of schreef je dit woord, en wat deed de ander ermee?"
    HINT_USE: ClassVar[str] = "Tegen wie was het? ‘Er gebeurde niets’ is ook een antwoord; welk woord viel er daarna?"
    ASKS_NEW: ClassVar[str] = "Welk woord, en wat bedoel je ermee?"
    HINT_NEW: ClassVar[str] = (
        "Eerst het woord, dan een dubbele punt, dan één zin: ‘rond: alles klopt, tot en met de bijlage’."
    )

    def _item_of(self, entry: Entry) -> CollectionItem:
        word, rest = parted(entry.text)
        data = entry.data or {}
        said = f"Gezegd: {data[WHEN]}" if data.get(WHEN) else ""
        title = shorten(word, TITLE)
        whole = word if title != " ".join(word.split()) else ""
        return CollectionItem(entry.id, title, joined(whole, rest, meaning_of(entry)), said, entry=entry)

    def _in_programme(self, pack: Pack) -> tuple[CollectionItem, ...]:
        glossary = pack.glossary()
        see = {each.id: ", ".join(glossary[other].term for other in each.see) for each in glossary.values()}
        return tuple(
            CollectionItem(each.id, each.term, each.meaning, f"Zie ook: {see[each.id]}." if each.see else "")
            for each in glossary.values()
        )

    def _words_of(self, item: CollectionItem) -> tuple[str, Mapping[str, str]]:
        return item.title, {MEANING: item.text}

    def _found_uses(self, item: CollectionItem, journal: Journal) -> Iterator[Use | None]:
        """Yield the entries in which the word stands."""
        word = parted(item.entry.text)[0] if item.entry else item.title
        if len(word.split()) > _MOST_WORDS:
            return
        pattern = whole_word(word)
        for each in journal.find(word):
            stands = _is_use(each, item) and pattern.search(fold(each.text))
            yield Use(each, "staat hierin") if stands else None


def meaning_of(entry: Entry) -> str:
    """Return what is kept as the meaning of a word, apart from its text; may be empty."""
    return str((entry.data or {}).get(MEANING, ""))


def origin_of_meaning(entry_id: str, pack: str) -> Origin:
    """Return the origin for a meaning that is being written."""
    return origin_between(pack, MEANING, "Bedoeling van een woord", entry_id, "Wat bedoel je met dit woord?")


def give_meaning(journal: Journal, entry_id: str, meaning: str) -> Entry:
    """Keep what is meant by a word; its text stays as it is.

    Raises:
        NoSuchEntry: the word is not there any more.
        SaveFailed: it could not be written.
    """
    entry = journal.entries.get(entry_id)
    if entry is None:
        raise NoSuchEntry(entry_id)
    return journal.change(entry_id, entry.text, data={**(entry.data or {}), MEANING: meaning})


def parted(text: str) -> tuple[str, str]:
    """Return the word itself, and what was written after it: ‘Rond: alles klopt.’ is about ‘Rond’."""
    text = text.strip()
    found = _QUOTED.match(text)
    if found:
        return found[1], text[found.end() :].strip(" \n:;,–—-=")
    parts = _BREAK.split(text, maxsplit=1)
    rest = parts[1].strip() if len(parts) == 2 else ""
    return (parts[0], rest) if parts[0] else (text, "")


def whole_word(word: str) -> re.Pattern[str]:
    """Return what finds a word in a folded text, as a whole and not as a part of a longer one."""
    between = r"\s+".join(re.escape(each) for each in fold(word).split())
    return re.compile(rf"(?<!\w){between}(?!\w)") if between else re.compile(r"(?!)")


def _is_use(entry: Entry, item: CollectionItem) -> bool:
    """Say whether an entry in which the word stands is a use of it, and not the place where it was put down."""
    if entry.kind in _NO_USE:
        return False
    if item.entry is not None and item.entry.id.startswith(f"{entry.id}-"):
        return False
    lists_words = entry.kind is Kind.EXERCISE and (entry.data or {}).get("yields") == Kind.TERM.value
    return not lists_words

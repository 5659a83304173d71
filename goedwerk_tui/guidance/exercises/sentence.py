"""Sentences that are made from what was filled in, without saying twice what the sentence says itself."""

import re
from collections.abc import Mapping

_GAP = re.compile(r"\{([^{}]*)\}")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_REASONS = ("omdat", "want", "doordat", "aangezien")
_SMALL = {
    "ik", "je", "jij", "we", "wij", "ze", "zij", "hij", "er", "iemand", "niemand", "de", "het", "een", "mijn", "onze",
    "als", "dan", "in", "op", "om", "na", "bij", "voor", "aan", "met", "tijdens", "zodra", "omdat", "dat", "die", "dit",
}  # fmt: skip


def made(template: str, answers: Mapping[str, str], gap: str = "") -> str:
    """Return a sentence with the answers in its gaps.

    Args:
        template: the sentence, with ``{name}`` for each gap.
        answers: what was filled in, by name.
        gap: what stands where nothing was.
    """
    parts = _GAP.split(template)
    for at in range(1, len(parts), 2):
        before = "".join(parts[:at])
        said = _LAST_WORD.search(before)
        words = fitting(answers.get(parts[at], ""), said[1] if said else "")
        parts[at] = words or gap
    return "".join(parts).replace("….", "…")


def gaps(template: str) -> set[str]:
    """Return the names of the gaps in a sentence."""
    return set(_GAP.findall(template))


def fitting(answer: str, said: str) -> str:
    """Return an answer as it stands in the middle of a sentence, after a word that it need not say again."""
    words = without_leading(answer, said).strip().rstrip(".").rstrip()
    return _small(words) if said else words


def reason(text: str, asked: str) -> str:
    """Return a reason without the word that is shown before it: ‘omdat’ after ‘omdat’, and any word that means that."""
    alike = _REASONS if asked.casefold().strip(" …") in _REASONS else (asked,)
    words = without_leading(text, *alike)
    return _small(words) if words != text.strip() else words


def without_leading(text: str, *said: str) -> str:
    """Return a text without these words where it begins with one of them, however often and whatever dots follow."""
    words = [re.escape(each.strip(" …")) for each in said if each.strip(" …")]
    if not words:
        return text.strip()
    lead = re.compile(rf"^(?:[\s…,.]*\b(?:{'|'.join(words)})\b[\s…,.]+)+(?=\S)", re.IGNORECASE)
    return lead.sub("", text.strip()).strip()


def _small(words: str) -> str:
    """Return words with a small letter in front, where the first is no name."""
    first, _, rest = words.partition(" ")
    plain = first.casefold() in _SMALL or rest.startswith("ik ") or rest == "ik"
    return words[:1].lower() + words[1:] if plain and first[1:] == first[1:].lower() else words

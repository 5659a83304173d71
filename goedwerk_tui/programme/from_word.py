"""Making a case of a Word document with headings: blocks, voices, options as a list, questions with their hints."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.body import CASE_BLOCKS, VOICES
from goedwerk_tui.programme.dialect import escaped, slug

LARGEST = 20 * 1024 * 1024
_OPTIONS = ("keuze", "opties", "mogelijkheden", "wat doe je", "wat kun je doen")
_QUESTIONS = ("vragen", "vraag", "reflectie", "reflectievragen")
_HINT = re.compile(r"^(?:hint|tip|ingang)\s*:\s*", re.IGNORECASE)
_MOVES = {"zien": "see", "herkennen": "recognise", "wegen": "judge", "oordelen": "judge", "doen": "act"}
_MOVE = re.compile(rf"\s*[(\[]({'|'.join(_MOVES)})[)\]]\s*$", re.IGNORECASE)
_FACTS = {"niveau": "level", "laag": "level", "onderwerp": "field", "veld": "field", "rol": "role", "functie": "role"}
_FACT = re.compile(rf"^({'|'.join(_FACTS)})\s*:\s*(.+)$", re.IGNORECASE)
_ORDER = ("see", "recognise", "judge", "act")


class NotFromWord(Trouble):
    """A document of which no case could be made."""


@dataclass
class ImportedDocument:
    """What was read of a document, and what was done or guessed."""

    title: str = ""
    blocks: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    asks: str = ""
    options: list[str] = field(default_factory=list[str])
    questions: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    """Words, move (may be empty) and hint of each."""
    facts: dict[str, str] = field(default_factory=dict[str, str])
    did: list[str] = field(default_factory=list[str])


@dataclass(frozen=True)
class CaseDraft:
    """The text of a case's file, and what was done to make it, a line of Dutch each."""

    id: str
    text: str
    did: tuple[str, ...]


def case_from_word(path: Path, name: str) -> CaseDraft:
    """Make a case of a Word document.

    Args:
        path: the document.
        name: what its id begins with.

    Raises:
        NotFromWord: it is no Word document, it is too large, or nothing in it could be used.
    """
    found = _read(list(_paragraphs(path)))
    if not found.blocks:
        advice = f"Geef de delen een kopstijl: {', '.join(CASE_BLOCKS)}."
        raise NotFromWord(f"In {path} staat geen kop die hier iets betekent.", "Er is niets geschreven.", advice)
    step_id = f"{name}-{slug(found.title or path.stem)}"[:80].strip("-")
    return CaseDraft(step_id, _written(found, step_id), tuple(found.did))


def _paragraphs(path: Path) -> Iterator[tuple[int, bool, str]]:
    """Yield for each paragraph the level of its heading (0 for none), whether it is in a list, and its words."""
    import docx

    refused = f"{path} is geen Word-document dat te lezen is."
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST:
                raise NotFromWord(f"{path} is te groot.", "Er is niets geschreven.", "Haal de plaatjes eruit.")
        document: Any = docx.Document(str(path))
        for paragraph in document.paragraphs:
            style = str(paragraph.style.name or "") if paragraph.style is not None else ""
            numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
            is_list = numbered or "list" in style.casefold() or "lijst" in style.casefold()
            yield _level(style), is_list, _text(paragraph)
    except NotFromWord:
        raise
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, RuntimeError) as error:
        advice = "Bewaar het in Word als .docx."
        raise NotFromWord(refused, "Er is niets geschreven.", advice) from error


def _level(style: str) -> int:
    if style.casefold() in ("title", "titel"):
        return 1
    found = re.match(r"(?:heading|kop|koptekst)\s*(\d)", style.casefold())
    return int(found[1]) if found else 0


def _text(paragraph: Any) -> str:
    """Return a paragraph in the small dialect: bold and italic stay."""
    parts: list[str] = []
    for run in paragraph.runs:
        text = tidy(escaped_run(run.text))
        mark = "**" if run.bold else "*" if run.italic else ""
        inner = text.strip()
        parts.append(text.replace(inner, f"{mark}{inner}{mark}", 1) if mark and inner else text)
    return re.sub(r"\*\*\*\*", "", " ".join("".join(parts).split()))


def escaped_run(text: str) -> str:
    """Return words so that no sign in them is read as markup; dashes and full stops stay as they are."""
    return escaped(clean(text)).replace("\\-", "-").replace("\\+", "+").replace("\\#", "#").replace("\\!", "!")


def tidy(text: str) -> str:
    """Return text with Dutch quotation marks and dashes: ‘zo’, en – zo."""
    text = re.sub(r"[\u00a0\u202f]", " ", text)
    text = re.sub(r"(^|[\s(\[])[\"“”„](?=\S)", r"\1‘", text)
    text = re.sub(r"[\"“”]", "’", text)
    text = re.sub(r"(^|[\s(\[])'(?=\w)(?!\w{1,2}\b)", r"\1‘", text)
    text = text.replace("'", "’")
    return re.sub(r"\s+(?:-|--|—)\s+", " – ", text)


def _read(paragraphs: list[tuple[int, bool, str]]) -> ImportedDocument:
    found = ImportedDocument()
    block = ""
    for level, is_list, text in paragraphs:
        if not text:
            continue
        plain = text.replace("*", "")
        if level:
            block = _heading(found, block, level, plain)
        elif block == "options":
            _option(found, is_list, plain)
        elif block == "questions":
            _question(found, plain)
        elif fact := _FACT.match(plain):
            found.facts[_FACTS[fact[1].casefold()]] = fact[2].strip().rstrip(".")
        elif block:
            found.blocks[block].append(f"- {text}" if is_list else text)
        elif not found.title:
            found.title = plain
        else:
            found.did.append(f"overgeslagen, want het staat boven de eerste kop: {plain[:60]}")
    return found


def _heading(found: ImportedDocument, block: str, level: int, title: str) -> str:  # noqa: PLR0911 - one line a kind of heading
    """Take up a heading, and return the part that it opens."""
    name = fold(title).rstrip(":?. ")
    known = next((each for each in CASE_BLOCKS if fold(each) == name), "")
    if known:
        found.blocks.setdefault(known, [])
        return known
    if name in _QUESTIONS:
        return "questions"
    if name.startswith(_OPTIONS):
        found.asks = title if title.rstrip().endswith("?") else found.asks
        return "options"
    if block == VOICES:
        found.blocks[VOICES].append(f"### {title}")
        return VOICES
    if not found.title and not found.blocks:
        found.title = title
        return ""
    if block in found.blocks and level > 2:
        found.blocks[block].append(f"### {title}")
        return block
    found.did.append(f"de kop ‘{title}’ ken ik niet; wat eronder staat is bij ‘{block or 'niets'}’ gezet")
    return block


def _option(found: ImportedDocument, is_list: bool, text: str) -> None:
    if text.rstrip().endswith("?") and not is_list and not found.options:
        found.asks = text
    else:
        found.options.append(text)


def _question(found: ImportedDocument, text: str) -> None:
    hint = _HINT.match(text)
    if hint and found.questions:
        words, move, _ = found.questions[-1]
        found.questions[-1] = (words, move, text[hint.end() :])
        return
    move = _MOVE.search(text)
    found.questions.append((_MOVE.sub("", text), _MOVES[move[1].casefold()] if move else "", ""))


def _written(found: ImportedDocument, step_id: str) -> str:
    head = [f"id: {step_id}", "kind: case", f"title: {_value(found.title or step_id)}"]
    for name, usual in (("level", "gemeente"), ("field", "onderwerp"), ("role", "beleidsadviseur")):
        if name not in found.facts:
            found.did.append(f"{name} is ‘{usual}’ geworden; verander dat als het anders is")
        value = found.facts.get(name, usual)
        head.append(f"{name}: {_value(value.casefold() if name == 'level' else value)}")
    head += _choice(found)
    head += _questions(found)
    done = {"blokken": len(found.blocks), "opties": len(found.options), "vragen": len(found.questions)}
    found.did.insert(0, "overgenomen: " + ", ".join(f"{number} {what}" for what, number in done.items()))
    blocks = [f"## {title}\n\n" + "\n\n".join(found.blocks[title]) for title in CASE_BLOCKS if found.blocks.get(title)]
    found.did += [f"er is geen ‘{title}’" for title in CASE_BLOCKS[:2] if not found.blocks.get(title)]
    return "\n".join(("---", *head, "---", "\n\n".join(blocks), ""))


def _choice(found: ImportedDocument) -> list[str]:
    if len(found.options) < 2:
        if found.options:
            found.did.append("een keuze heeft twee tot vier opties; de ene die er staat is weggelaten")
        return []
    taken: set[str] = set()
    lines = ["choice:", f"  text: {_value(found.asks or 'Wat doe je?')}", "  options:"]
    for option in found.options[:4]:
        lines += [f"    - id: {_own_id(option, taken)}", f"      text: {_value(option)}"]
    if len(found.options) > 4:
        found.did.append(f"er waren {len(found.options)} opties; alleen de eerste vier zijn gebleven")
    return lines


def _questions(found: ImportedDocument) -> list[str]:
    if not found.questions:
        return []
    taken: set[str] = set()
    lines = ["questions:"]
    for number, (words, named, hint) in enumerate(found.questions):
        move = named or _ORDER[min(number, len(_ORDER) - 1)]
        if not named:
            found.did.append(f"vraag {number + 1} kreeg move: {move}; kijk of dat klopt")
        lines += [f"  - id: {_own_id(words, taken)}", f"    move: {move}", f"    text: {_value(words)}"]
        lines += [f"    hint: {_value(hint)}"] if hint else []
    return lines


def _own_id(words: str, taken: set[str]) -> str:
    """Return an id of the first words that mean something, another than those there are."""
    said = [word for word in slug(words).split("-") if len(word) > 3][:3] or ["deze"]
    base = found = "-".join(said)
    number = 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found


def _value(text: str) -> str:
    unescaped = re.sub(r"\\([^\w\s])", r"\1", text)
    return '"' + unescaped.replace("\\", "\\\\").replace('"', "’") + '"'

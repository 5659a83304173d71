"""Making a case of a Word document with headings: blocks, voices, options as a list, questions with their hints."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, get_args

from goedwerk_tui.base.folding import fold
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.body import CASE_BLOCKS, REQUIRED_BLOCKS, VOICES
from goedwerk_tui.programme.dialect import escaped, slug
from goedwerk_tui.programme.model import Level
from goedwerk_tui.programme.problems import quoted

LARGEST = 20 * 1024 * 1024
_SITUATION, _AFTERMATH = CASE_BLOCKS[0], CASE_BLOCKS[3]
_ALSO = {
    "afloop": _AFTERMATH, "hoe het afliep": _AFTERMATH, "hoe liep het af": _AFTERMATH, "vervolg": _AFTERMATH,
    "hoe ging het verder": _AFTERMATH, "stem": VOICES,
    "brug naar eigen werk": "Brug", "brug naar je eigen werk": "Brug",
}  # fmt: skip
_OPTIONS = ("keuze", "opties", "mogelijkheden", "wat doe je", "wat kun je doen")
_QUESTIONS = ("vragen", "vraag", "reflectie", "reflectievragen")
_BEFORE_NAME = re.compile(r"^(?:\d+(?:\.\d+)*[.):]?\s+|[a-z][.)]\s+)?(?:(?:de|het|een)\s+)?")
_BULLET = re.compile(r"^(?:[-•·▪*–]|\d+[.)]|[a-z][.)])\s+")
_HINT = re.compile(r"(?:^|\s|\()(?:hint|tip|ingang)\s*:\s*(?P<hint>.+?)\)?$", re.IGNORECASE)
_HINT_WITHOUT_COLON = re.compile(r"^(?:hint|tip|ingang)\b[\s,–-]*(?P<hint>.*[^?])$", re.IGNORECASE)
_MOVES = {
    "zien": "see", "kijken": "see", "herkennen": "recognise", "wegen": "judge", "oordelen": "judge", "doen": "act",
    "handelen": "act",
}  # fmt: skip
_MOVE = re.compile(rf"\s*[(\[]({'|'.join(_MOVES)})[)\]]", re.IGNORECASE)
_FACTS = {"niveau": "level", "laag": "level", "onderwerp": "field", "veld": "field", "rol": "role", "functie": "role"}
_FACT = re.compile(rf"^({'|'.join(_FACTS)})\s*:\s*(.+)$", re.IGNORECASE)
_ORDER = ("see", "recognise", "judge", "act")
_LONGEST_NAME = 8
"""The most words of a bold line that says who speaks."""


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
    last: str = ""
    """The block that was opened last, and the level of its heading."""
    level: int = 0
    is_known: bool = False
    """Whether there was any heading that means something here."""


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
    if not path.exists():
        raise NotFromWord(
            f"Er is geen bestand ‘{path}’.", "Er is niets geschreven.", "Kijk na hoe het heet en waar het staat."
        )
    found = _read(_pieces(path))
    if not found.is_known:
        advice = f"Geef de delen een kopstijl: {', '.join(CASE_BLOCKS)}."
        raise NotFromWord(f"In {path} staat geen kop die hier iets betekent.", "Er is niets geschreven.", advice)
    step_id = f"{name}-{slug(found.title or path.stem)}"[:80].strip("-")
    return CaseDraft(step_id, _written(found, step_id), tuple(found.did))


class _Piece(NamedTuple):
    """A paragraph or a table."""

    lines: tuple[str, ...]
    """Its lines, in the small dialect; a soft line end parts them."""
    level: int = 0
    """The level of its heading; 0 for none."""
    is_list: bool = False
    is_bold: bool = False
    is_table: bool = False

    @property
    def text(self) -> str:
        return ("\n" if self.is_table else " ").join(self.lines)


def _pieces(path: Path) -> Iterator[_Piece]:
    import docx

    refused, advice = f"{path} is geen Word-document dat te lezen is.", "Bewaar het in Word als .docx."
    if not path.is_file():
        # A FIFO would be waited for.
        raise NotFromWord(refused, "Er is niets geschreven.", advice)
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST:
                raise NotFromWord(f"{path} is te groot.", "Er is niets geschreven.", "Haal de plaatjes eruit.")
        document: Any = docx.Document(str(path))
        for each in document.iter_inner_content():
            yield _table(each) if hasattr(each, "rows") else _paragraph(each)
    except NotFromWord:
        raise
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, RuntimeError) as error:
        raise NotFromWord(refused, "Er is niets geschreven.", advice) from error


def _paragraph(paragraph: Any) -> _Piece:
    style = str(paragraph.style.name or "") if paragraph.style is not None else ""
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    said = [run for run in paragraph.runs if run.text.strip()]
    return _Piece(
        tuple(_lines(paragraph)),
        _level(style),
        numbered or "list" in style.casefold() or "lijst" in style.casefold(),
        bool(said) and all(run.bold for run in said),
    )


def _table(table: Any) -> _Piece:
    rows = [[" ".join(_dialect(cell.text).split()) for cell in row.cells] for row in table.rows]
    lines = [f"| {' | '.join(cells)} |" for cells in rows if any(cells)]
    return _Piece((*lines[:1], f"|{' --- |' * len(rows[0])}", *lines[1:]) if lines else (), is_table=True)


def _level(style: str) -> int:
    if style.casefold() in ("title", "titel"):
        return 1
    found = re.match(r"(?:heading|kop|koptekst)\s*(\d)", style.casefold())
    return int(found[1]) if found else 0


def _lines(paragraph: Any) -> Iterator[str]:
    """Yield the lines of a paragraph in the small dialect: bold and italic stay."""
    parts: list[str] = []
    for run in paragraph.runs:
        text = _dialect(run.text)
        mark = "**" if run.bold else "*" if run.italic else ""
        inner = text.strip()
        parts.append(text.replace(inner, f"{mark}{inner}{mark}", 1) if mark and inner else text)
    for line in "".join(parts).replace("****", "").split("\n"):
        if words := " ".join(line.split()):
            yield words


def _dialect(text: str) -> str:
    # What looks like a tag is never read as one, and would be refused.
    return tidy(escaped_run(re.sub(r"<(?=[A-Za-z/!?])([^<>\n]*)>?", r"‹\1›", text)))


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


def _read(pieces: Iterable[_Piece]) -> ImportedDocument:
    found = ImportedDocument()
    part = ""
    for piece in pieces:
        if piece.lines:
            part = _heading(found, part, piece) if piece.level else _content(found, part, piece)
    return found


def _content(found: ImportedDocument, part: str, piece: _Piece) -> str:
    """Take up a paragraph or a table under a heading, and return the part that it is in."""
    if piece.is_table:
        _place(found, part, piece.text)
        if part not in found.blocks:
            found.did.append(f"tabel bij {found.last or _SITUATION} gezet: {quoted(_plain(piece.lines[0]))}")
        return part
    lines = [_plain(line) for line in piece.lines]
    if part in ("options", "questions"):
        for line in lines:
            _option(found, piece.is_list, line) if part == "options" else _question(found, line)
    elif facts := [fact for line in lines if (fact := _FACT.match(line))]:
        found.facts.update({_FACTS[fact[1].casefold()]: fact[2].strip(" .‘’“”\"'") for fact in facts})
        _place(found, part, " ".join(line for line in lines if not _FACT.match(line)))
    elif part == VOICES and piece.is_bold and len(lines[0].split()) <= _LONGEST_NAME and lines[0][-1] not in ".!?’":
        found.blocks[VOICES].append(f"### {lines[0].rstrip(':')}")
        found.did.append(f"de vette regel {quoted(lines[0])} is een stem geworden")
        _place(found, part, " ".join(piece.lines[1:]))
    elif not found.title and not part:
        found.title = " ".join(lines)
    else:
        bullet = _BULLET.match(piece.text)
        _place(found, part, f"- {_BULLET.sub('', piece.text)}" if piece.is_list or bullet else piece.text)
        if not part:
            found.did.append(f"boven de eerste kop, nu in {found.last or _SITUATION}: {quoted(_plain(piece.text))}")
    return part


def _place(found: ImportedDocument, part: str, text: str) -> None:
    """Put a text in its block; what is in none goes to the last one, or else to the situation."""
    if text:
        found.blocks.setdefault(part if part in CASE_BLOCKS else found.last or _SITUATION, []).append(text)


def _plain(text: str) -> str:
    return text.replace("**", "").replace("*", "")


def _heading(found: ImportedDocument, part: str, piece: _Piece) -> str:
    """Take up a heading, and return the part that it opens."""
    title = _plain(piece.text)
    name = _BEFORE_NAME.sub("", fold(title)).rstrip(":?. ")
    known = next((each for each in CASE_BLOCKS if fold(each) == name), _ALSO.get(name, ""))
    if known:
        found.blocks.setdefault(known, [])
        found.last, found.is_known = known, True
        found.level = piece.level
        if fold(known) != fold(title).rstrip(":. "):
            found.did.append(f"de kop {quoted(title)} is het blok ‘{known}’ geworden")
        return known
    if name in _QUESTIONS or name.startswith(_OPTIONS):
        found.is_known = True
        found.asks = title if name.startswith(_OPTIONS) and title.rstrip().endswith("?") else found.asks
        return "questions" if name in _QUESTIONS else "options"
    if part == VOICES:
        found.blocks[VOICES].append(f"### {title}")
        if piece.level <= found.level:
            found.did.append(f"de kop {quoted(title)} staat even hoog als ‘{VOICES}’ en is een stem geworden")
    elif not found.title and not found.blocks:
        found.title = title
    else:
        _place(found, part, f"### {title}")
        if part not in found.blocks or piece.level <= found.level:
            found.did.append(f"de kop {quoted(title)} ken ik niet; hij staat nu in ‘{found.last or _SITUATION}’")
    return part if part in CASE_BLOCKS else found.last


def _option(found: ImportedDocument, is_list: bool, text: str) -> None:
    said = _BULLET.sub("", text)
    if said.rstrip().endswith("?") and said == text and not is_list and not found.options:
        found.asks = said
    else:
        found.options.append(said)


def _question(found: ImportedDocument, text: str) -> None:
    """Take up a line under the questions: a question, its hint, or both."""
    words = _BULLET.sub("", text)
    loose = _HINT_WITHOUT_COLON.match(words) if found.questions and not _HINT.search(words) else None
    hint = _HINT.search(words) or loose
    if loose:
        found.did.append(f"{quoted(words)} is de tip bij vraag {len(found.questions)} geworden")
    words = words[: hint.start()].strip() if hint else words
    move = _MOVE.search(words)
    words = re.sub(r"\s+(?=[?.])", "", _MOVE.sub("", words)).strip()
    if words:
        found.questions.append((words, _MOVES[move[1].casefold()] if move else "", hint["hint"] if hint else ""))
        if not words.endswith("?"):
            found.did.append(f"vraag {len(found.questions)} eindigt niet op een vraagteken: {quoted(words)}")
    elif hint and found.questions:
        before, known, _ = found.questions[-1]
        found.questions[-1] = (before, known, hint["hint"])
    elif hint:
        found.did.append(f"een tip zonder vraag erboven, weggelaten: {quoted(text)}")


def _written(found: ImportedDocument, step_id: str) -> str:
    head = [f"id: {step_id}", "kind: case", f"title: {_value(found.title or step_id)}"]
    facts = _facts(found)
    head += [f"{name}: {_value(value)}" for name, value in facts.items()]
    options = found.options[:4] if len(found.options) > 1 else []
    # Nothing is lost: what does not fit stays in the file as an explanation.
    for option in found.options[len(options) :]:
        head.append(f"# optie die niet meedoet: {_unescaped(option)}")
        found.did.append(f"een keuze heeft twee tot vier opties; als uitleg in de kop gezet: {quoted(option)}")
    head += _choice(found, options)
    head += _questions(found)
    done = (
        (len([each for each in found.blocks.values() if each]), "blok", "blokken"),
        (len(options), "optie", "opties"),
        (len(found.questions), "vraag", "vragen"),
    )
    counted = ", ".join(f"{number} {one if number == 1 else more}" for number, one, more in done)
    found.did.insert(0, f"overgenomen: {counted}")
    blocks = [f"## {title}\n\n" + "\n\n".join(found.blocks[title]) for title in CASE_BLOCKS if found.blocks.get(title)]
    found.did += [f"er is geen ‘{title}’" for title in REQUIRED_BLOCKS if title not in found.blocks]
    found.did += [
        f"onder ‘{title}’ staat niets; dat blok is weggelaten" for title in found.blocks if not found.blocks[title]
    ]
    return "\n".join(("---", *head, "---", "\n\n".join(blocks), ""))


def _facts(found: ImportedDocument) -> dict[str, str]:
    """Return level, field and role: as they were said, or else as they usually are, which is told."""
    import difflib

    levels: tuple[str, ...] = get_args(Level)
    facts: dict[str, str] = {}
    for name, usual in (("level", "gemeente"), ("field", "onderwerp"), ("role", "beleidsadviseur")):
        said = found.facts.get(name, "")
        facts[name] = said or usual
        if name == "level":
            near = difflib.get_close_matches(said.casefold(), levels, n=1, cutoff=0.5)
            facts[name] = near[0] if near else usual
        if not said:
            found.did.append(f"{name} is ‘{usual}’ geworden; verander dat als het anders is")
        elif facts[name] != said and said.casefold() not in levels:
            found.did.append(f"{name} is ‘{facts[name]}’ geworden, want {quoted(said)} is er niet; kijk of dat klopt")
    return facts


def _choice(found: ImportedDocument, options: list[str]) -> list[str]:
    if not options:
        return []
    taken: set[str] = set()
    lines = ["choice:", f"  text: {_value(found.asks or 'Wat doe je?')}", "  options:"]
    for option in options:
        lines += [f"    - id: {_own_id(option, taken)}", f"      text: {_value(option)}"]
    found.did.append(f"ids van de opties, uit de eerste woorden: {', '.join(_ids(lines))}")
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
    found.did.append(f"ids van de vragen, uit de eerste woorden: {', '.join(_ids(lines))}")
    return lines


def _ids(lines: list[str]) -> list[str]:
    return [line.partition("id: ")[2] for line in lines if "- id: " in line]


def _own_id(words: str, taken: set[str]) -> str:
    """Return an id of the first words that mean something, another than those there are."""
    said = [word for word in slug(words).split("-") if len(word) > 3][:3] or ["deze"]
    base = found = "-".join(said)
    number = 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", text)


def _value(text: str) -> str:
    return '"' + _unescaped(text).replace("\\", "\\\\").replace('"', "’") + '"'

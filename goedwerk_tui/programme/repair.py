"""Mending what is mechanical in files of content: how they are encoded, named and laid, and how texts are quoted.

Nothing is lost: a file that is changed keeps its old self beside it, with ``.oud`` behind its name.
"""

import re
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.files import FileTrouble, atomic_write, read_regular
from goedwerk_tui.base.temporary import shared_temporary_folder
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.dialect import undoubled
from goedwerk_tui.programme.file_schemas import LISTS, OverlayFile
from goedwerk_tui.programme.files import LARGEST, is_there
from goedwerk_tui.programme.list_files import WORD_LIST
from goedwerk_tui.programme.missing import bare_name, stand_in
from goedwerk_tui.programme.outline import PROGRAMME_FILE
from goedwerk_tui.programme.overlay_files import OVERLAY_FILE, step_files
from goedwerk_tui.programme.problems import Findings
from goedwerk_tui.programme.reading import read_yaml

_OUTLINES = (OVERLAY_FILE, PROGRAMME_FILE)
_NAMES = (*_OUTLINES, *LISTS, WORD_LIST)
_MOST = 2_000
_ENDINGS = {"yml": "yaml", "markdown": "md", "md": "md", "yaml": "yaml"}
_SPACES = re.compile("[\u00a0\u202f\u2007]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")
_QUOTED = re.compile(r"^(?P<before>\s*(?:- )?[\w-]+:[ ]+|\s*- )[“„”](?P<text>[^“„”\"]*)[“„”](?P<after>\s*)$")
_WORDS = "id|kind|move|level|after|session|step|type|result"
_OUTER = re.compile(rf"^(?P<before>\s*(?:- )?(?:{_WORDS}):[ ]+)[‘’“”„](?P<text>[\w-]+)[‘’“”]\s*$")
_TEXTS = "title|text|hint|label|name|role|field|meaning|term"
_UNQUOTED = re.compile(rf"^(?P<before>\s*(?:- )?(?:{_TEXTS}):[ ]+)(?P<text>[^\"'|>\[{{&*!%@`#\s].*)$")
_LEAD_TABS = re.compile(r"^[ ]*\t[ \t]*")
_BULLET = re.compile(r"^(?P<before>\s*)(?:[•·▪◦–—][ ]*|-(?=[a-z]))(?=[\w\"'“‘])")
_TIGHT = re.compile(rf"^(?P<before>\s*(?:- )?(?:{_WORDS}|{_TEXTS})):(?=[^\s:/])")
_FLOW = re.compile(r"^(?P<before>\s*(?:- )?[\w-]+:\s*\[)(?P<items>[\w\s,“”„‘’‐‑–—−-]+)(?P<after>\]\s*(?:#.*)?)$")
_ID_LINE = re.compile(
    r"^(?P<before>\s*(?:- |(?:- )?(?:id|after|session|step|was|again|beside|through):[ ]+))"
    r"(?P<text>[a-z0-9]+(?:[‐‑–—−-][a-z0-9]+)+)(?P<after>\s*(?:#.*)?)$"
)
_DASHES = re.compile("[‐‑–—−]")
_SHORTENED = re.compile(r"^(?P<before>\s*(?:- )?[\w-]+:[ ]+)'(?P<text>[sntk]\s[^'\"]*)$")


class NotMended(Trouble):
    """A file could not be mended."""


def mend(folder: Path) -> list[str]:
    """Mend the files of a folder, and return what was done, a line of Dutch each.

    Raises:
        NotMended: a file could not be read or written; what was mended before it stays.
    """
    try:
        return list(_mended(folder))
    except (OSError, FileTrouble) as error:
        advice = "Zet de map op een plek waar je mag schrijven."
        raise NotMended(f"Herstellen lukte niet: {error}", "", advice) from error


@contextmanager
def mended_copy(folder: Path) -> Generator[tuple[Path, list[str]]]:
    """Make a copy of a folder as ``mend`` would leave it, for as long as it is looked at, and tell what was done.

    Raises:
        NotMended: it could not be made.
    """
    try:
        temporary = tempfile.TemporaryDirectory(prefix="goedwerk-herstel-", dir=shared_temporary_folder())
    except OSError as error:
        raise NotMended(f"Een kopie maken lukte niet: {error}") from error
    with temporary as made:
        copy = Path(made) / folder.name
        try:
            for path in [each for pattern in ("*", "*/*") for each in folder.glob(pattern)][:_MOST]:
                if not path.is_symlink() and path.is_file() and path.stat().st_size <= LARGEST:
                    target = copy / path.relative_to(folder)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
        except OSError as error:
            raise NotMended(f"Een kopie maken lukte niet: {error}") from error
        yield copy, mend(copy) if copy.is_dir() else []


def _mended(folder: Path) -> Iterator[str]:
    yield from _lifted(folder)
    yield from _files_mended(folder)
    yield from _put_in_place(folder)


def _put_in_place(folder: Path) -> Iterator[str]:
    """Give each step that is missing the file that is there for it under another name or in a folder."""
    outline = Findings(OVERLAY_FILE)
    if is_there(folder / OVERLAY_FILE):
        read_yaml(folder / OVERLAY_FILE, OverlayFile, outline)
    for step_id in dict.fromkeys(step_files(outline)):
        wanted = folder / f"{step_id}.md"
        other = None if is_there(wanted) else stand_in(wanted)
        if other and other.same:
            other.path.rename(wanted)
            yield f"{wanted.name}: heette {other.path.relative_to(folder).as_posix()}"
            yield from _rewritten(wanted)


def _files_mended(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*")) + sorted(folder.glob("*/*")):
        if path.is_symlink() or not path.is_file() or path.name.startswith("."):
            continue
        better = path.with_name(_name(path))
        if better != path and not better.exists():
            path.rename(better)
            yield f"{better.name}: heette {path.name}"
        if better.suffix in (".md", ".yaml") and better.exists():
            yield from _rewritten(better)


def _lifted(folder: Path) -> Iterator[str]:
    """Take content out of a folder that stands alone in the folder, as unpacking a zip leaves it."""
    if any((folder / name).exists() for name in _OUTLINES):
        return
    inner = [each for each in folder.iterdir() if each.is_dir() and not each.is_symlink() and each.name[0] not in "._"]
    named = [each for each in inner if any(_name(path) in _OUTLINES for path in each.iterdir())]
    if len(named) != 1 or any((folder / each.name).exists() for each in named[0].iterdir()):
        return
    for each in list(named[0].iterdir()):
        each.rename(folder / each.name)
    named[0].rmdir()
    yield f"wat in de map {named[0].name} stond, staat nu in {folder.name}"


def _name(path: Path) -> str:
    """Return what a file should be called: editors put .txt behind it, and write .yml."""
    name = path.name
    known = next((each for each in _NAMES if bare_name(name, Path(each).suffix) == Path(each).stem), "")
    if known:
        return known
    if name.lower().endswith((".md.txt", ".yaml.txt", ".yml.txt")):
        name = name[: -len(".txt")]
    stem, _, ending = name.rpartition(".")
    better = _ENDINGS.get(ending.lower())
    return f"{stem}.{better}" if stem and better else name


def _rewritten(path: Path) -> Iterator[str]:
    raw = read_regular(path, LARGEST)
    found = decode(raw)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    done: list[str] = []
    if found.form != "UTF-8":
        done.append(f"stond in {found.form}, nu in UTF-8")
    steps: tuple[tuple[Callable[[str], str], str], ...] = (
        (undoubled, "tekens die twee keer waren omgezet"),
        (lambda each: _SPACES.sub(" ", each), "vaste spaties"),
        (lambda each: _UNSEEN.sub("", each), "onzichtbare tekens"),
        (lambda each: _without_tabs(_with_indents(path, each)), "tabs"),
        (lambda each: _in_head(path, each, _with_dashes), "streepjes en opsommingstekens uit Word"),
        (lambda each: _in_head(path, each, _with_straight_quotes), "gekrulde aanhalingstekens om een waarde"),
        (lambda each: _in_head(path, each, _with_quotes), "teksten met een dubbele punt of hekje zijn aangehaald"),
        (_with_plain_heading, "de kop met ‘---’"),
    )  # fmt: skip
    for step, what in steps:
        changed = step(text)
        if changed != text:
            text = changed
            done.append(what)
    if done:
        atomic_write(_beside(path), raw, mode=0o644)
        atomic_write(path, text.encode("utf-8", "replace"), mode=0o644)
        yield f"{path.name}: {'; '.join(done)}"


def _beside(path: Path) -> Path:
    """Return where the old self of a file goes: no older self is written over."""
    old, number = path.with_name(f"{path.name}.oud"), 2
    while is_there(old):
        old, number = path.with_name(f"{path.name}.oud{number}"), number + 1
    return old


def _without_tabs(text: str) -> str:
    lead = (_LEAD_TABS.sub(lambda tabs: tabs[0].replace("\t", "  "), line) for line in text.split("\n"))
    return "\n".join(lead).replace("\t", " ")


def _with_indents(path: Path, text: str) -> str:
    """Give a line of YAML that begins with a tab the place of the line above it; under a ‘veld:’ a deeper one."""
    lines = text.split("\n")
    end = len(lines) if path.suffix == ".yaml" else _end_of_head(lines)
    for n in range(1, end):
        lead = _LEAD_TABS.match(lines[n])
        above = next((lines[m] for m in range(n - 1, -1, -1) if lines[m].strip() and lines[m].strip()[0] != "#"), "")
        if lead and above:
            content = above.lstrip(" ")
            column = len(above) - len(content) + (2 if content.startswith("- ") else 0)
            deeper = 2 if re.search(r":\s*(#.*)?$", above) else 0
            lines[n] = " " * (column + deeper) + lines[n].lstrip()
    return "\n".join(lines)


def _end_of_head(lines: list[str]) -> int:
    marks = [n for n, line in enumerate(lines) if line.rstrip() in ("---", "—", "–––", "———")]
    return marks[1] if len(marks) > 1 else 0


def _in_head(path: Path, text: str, change: Callable[[str], str]) -> str:
    """Change each line of the YAML: all of a .yaml file, the head of a .md file. Lines of a long text stay."""
    lines = text.split("\n")
    end = len(lines) if path.suffix == ".yaml" else _end_of_head(lines)
    deep: int | None = None
    for n, line in enumerate(lines[:end]):
        indent = len(line) - len(line.lstrip(" "))
        if deep is not None and (not line.strip() or indent > deep):
            continue
        deep = indent if re.search(r":\s*[|>][+-]?\s*$", line) else None
        if deep is None:
            lines[n] = change(line)
    return "\n".join(lines)


def _with_dashes(line: str) -> str:
    """Make what Word made of dashes plain: a bullet before an item, a long dash in an id, no space behind them."""
    line = _BULLET.sub(r"\g<before>- ", line)
    line = _TIGHT.sub(r"\g<before>: ", line)
    line = _FLOW.sub(lambda found: found["before"] + _DASHES.sub("-", found["items"]) + found["after"], line)
    return _ID_LINE.sub(lambda found: found["before"] + _DASHES.sub("-", found["text"]) + found["after"], line)


def _with_straight_quotes(line: str) -> str:
    line = _OUTER.sub(r"\g<before>\g<text>", line)
    line = _FLOW.sub(lambda found: found["before"] + re.sub("[“”„‘’]", "", found["items"]) + found["after"], line)
    line = _SHORTENED.sub(lambda found: f'{found["before"]}"’{found["text"].rstrip()}"', line)
    return _QUOTED.sub(r'\g<before>"\g<text>"\g<after>', line)


def _with_quotes(line: str) -> str:
    """Put a text between quotes that YAML would cut or not read: one with ‘: ’, or with ‘ #’ and a word at once."""
    found = _UNQUOTED.match(line)
    if not found:
        return line
    text = found["text"].rstrip()
    cut = re.search(r"\s#\S", text)
    if not (": " in text or text.endswith(":") or cut) or "\\" in text:
        return line
    return f'{found["before"]}"{text.replace(chr(34), chr(39))}"'


def _with_plain_heading(text: str) -> str:
    """Make of a dash that an editor put in the place of ‘---’ what it was."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if line.strip() in ("—", "–––", "———", "—-", "–-", "----"):
            lines[n] = "---"
            if n and lines[0] == "---":
                break
    if lines[0] == "" and "---" in lines:
        lines = lines[lines.index("---") :]
    return "\n".join(lines)

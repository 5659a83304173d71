"""Files that other programs made, or laid their hands on, are read, or named for what they are."""

import codecs
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import time_machine
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case

WIDE = {"UTF-16": ["utf-16", "utf-16-le", "utf-16-be"], "UTF-32": ["utf-32"]}


@pytest.fixture
def files(places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Path]:
    """A journal, its whole export and a shared export, none of them at the usual place."""
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "één notitie").id, Mark.BRING, True)
    found = {name: tmp_path / f"{name}.json" for name in ("dagboek", "heel", "deel", "ander")}
    run(capsys, "exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", str(found["heel"]))
    run(capsys, "exporteer", "--uitvoer", str(found["deel"]))
    journal.add(Kind.NOTE, "nog een")
    run(capsys, "exporteer", "--naam", "Bo", "--alles", "--uitvoer", str(found["ander"]))
    places.journal.rename(found["dagboek"])
    shutil.rmtree(places.journal.parent)
    return found


READS: dict[str, tuple[str, ...]] = {
    "heel": ("importeer", "heel"),
    "dagboek": ("samenvoegen", "dagboek", "--ook-ander"),
    "deel": ("bundel", "deel", "ander", "--ook-weinig", "--ieder-apart", "--uitvoer", "uit.html"),
}


def _words(read: str, files: dict[str, Path], folder: Path) -> list[str]:
    named: dict[str, str] = {name: str(path) for name, path in files.items()} | {"uit.html": str(folder / "uit.html")}
    return [named.get(each, each) for each in READS[read]]


@pytest.mark.parametrize("read", READS)
def test_one_byte_order_mark_is_skipped(
    capsys: pytest.CaptureFixture[str], files: dict[str, Path], tmp_path: Path, read: str
) -> None:
    files[read].write_bytes(codecs.BOM_UTF8 + files[read].read_bytes())
    before = files[read].read_bytes()
    code, _, err = run(capsys, *_words(read, files, tmp_path))
    assert (code, err) == (0, "")
    assert files[read].read_bytes() == before
    files[read].write_bytes(codecs.BOM_UTF8 + before)
    assert run(capsys, *_words(read, files, tmp_path), *(["--overschrijf"] if read == "deel" else []))[0] == 1


@pytest.mark.parametrize("read", [*READS, "zoek"])
@pytest.mark.parametrize(("form", "codec"), [(form, codec) for form, codecs in WIDE.items() for codec in codecs])
def test_what_is_no_utf_8_is_named(
    capsys: pytest.CaptureFixture[str], files: dict[str, Path], tmp_path: Path, read: str, form: str, codec: str
) -> None:
    path = files["dagboek" if read == "zoek" else read]
    path.write_bytes(path.read_text("utf-8").encode(codec))
    words = ["--journal", str(path), "zoek", "x"] if read == "zoek" else _words(read, files, tmp_path)
    code, _, err = run(capsys, *words)
    assert code == 1
    assert form in err
    assert path.read_bytes() == path.read_bytes().decode(codec).encode(codec)


@pytest.mark.parametrize(
    ("command", "given", "named"),
    [
        ("samenvoegen", "heel", "‘goedwerk importeer "),
        ("samenvoegen", "deel", "‘goedwerk bundel "),
        ("importeer", "dagboek", "‘goedwerk samenvoegen "),
        ("importeer", "deel", "‘goedwerk bundel "),
        ("bundel", "dagboek", "‘goedwerk exporteer --formaat json "),
        ("bundel", "heel", "‘goedwerk exporteer --formaat json "),
    ],
)
@pytest.mark.parametrize("laid_out", [False, True])
def test_the_neighbour_names_the_right_command(  # noqa: PLR0917
    capsys: pytest.CaptureFixture[str],
    files: dict[str, Path],
    tmp_path: Path,
    command: str,
    given: str,
    named: str,
    laid_out: bool,
) -> None:
    if laid_out:
        files[given].write_text(json.dumps(json.loads(files[given].read_text()), indent=4, ensure_ascii=False))
    more = [str(files["ander"]), "--uitvoer", str(tmp_path / "uit.html")] if command == "bundel" else []
    code, _, err = run(capsys, command, str(files[given]), *more)
    assert code == 1
    assert named in err
    assert "Er is niets veranderd." in err


@pytest.mark.parametrize("command", ["bundel", "importeer"])
def test_the_command_that_is_named_makes_the_file_that_is_missing(
    capsys: pytest.CaptureFixture[str], places: Places, files: dict[str, Path], tmp_path: Path, command: str
) -> None:
    sheet, made = tmp_path / "blad.docx", tmp_path / "gemaakt.json"
    sheet.write_bytes(b"PK iets uit Word")
    more = [str(files["ander"]), "--uitvoer", str(tmp_path / "uit.html")] if command == "bundel" else []
    _, _, err = run(capsys, command, str(sheet), *more)
    named = err.partition("‘goedwerk ")[2].partition("’")[0]
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "iets").id, Mark.BRING, True)
    code, _, err = run(capsys, *named.replace("BESTAND", str(made)).split())
    assert (code, err) == (0, "")
    assert made.exists()


def _without_words(places: Places, pack: Pack, **data: str) -> tuple[Origin, str]:
    """Keep a choice as another program may: with the option, and without its words."""
    session = pack.programme.sessions[0]
    step = next(each for each in map(pack.step, session.steps) if isinstance(each, Case) and each.choice)
    assert step.choice
    option = step.choice.options[0]
    origin = Origin(pack.programme.id, session.id, step.id, "keuze", session.title, step.title, step.choice.text)
    journal = Journal.open(places)
    entry = journal.add(Kind.CHOICE, "", origin=origin, data={"option": option.id, **data})
    journal.mark(entry.id, Mark.BRING, True)
    return origin, option.text


def test_a_choice_without_words_shows_those_of_the_programme(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path
) -> None:
    origin, words = _without_words(places, pack)
    before = places.journal.read_bytes()
    assert words[:40] in run(capsys, "zoek", origin.words.split()[0])[1]
    target = tmp_path / "uit.txt"
    assert run(capsys, "exporteer", "--uitvoer", str(target))[0] == 0
    assert " ".join(words.split()) in " ".join(target.read_text().split())
    assert places.journal.read_bytes() == before


def test_words_that_were_kept_are_shown_as_they_were(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack
) -> None:
    origin, words = _without_words(places, pack, option_text="zo stond het er toen")
    shown = run(capsys, "zoek", origin.words.split()[0])[1]
    assert "zo stond het er toen" in shown
    assert words[:40] not in shown


@pytest.mark.parametrize("words", [("waar",), ("noteer", "x"), ("zoek", "x"), ("verken", "--boekje", "x.html")])
@pytest.mark.parametrize("home", ["~bestaatniet/x", "~bestaatniet"])
def test_a_home_of_somebody_unknown_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], home: str
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", home)
    code, out, err = run(capsys, *words)
    assert (code, out) == (1, "")
    assert f"‘{home}’" in err


@pytest.mark.parametrize(
    "words",
    [
        ("zoek", "x", "--journal", "~bestaatniet/x.json"),
        ("exporteer", "--uitvoer", "~bestaatniet/x.md"),
        ("importeer", "~bestaatniet/x.json"),
        ("samenvoegen", "~bestaatniet/x.json"),
        ("bundel", "~bestaatniet/x.json", "~bestaatniet/y.json", "--uitvoer", "x.html"),
        ("inhoud", "controleer", "~bestaatniet"),
        ("waar", "--content", "~bestaatniet"),
        ("exporteer", "--uitvoer", "x.docx", "--sjabloon", "~bestaatniet/x.docx"),
    ],
)
def test_a_path_of_somebody_unknown_is_a_name_like_any_other(
    capsys: pytest.CaptureFixture[str],
    places: Places,
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Journal.open(places).add(Kind.NOTE, "x")
    run(capsys, *words)
    places.settings.write_text('{"content": "~bestaatniet/x", "backups": "~bestaatniet/y"}')
    for each in (("waar",), ("zoek", "x"), ("vraag", "--journal", str(tmp_path / "b.json")), ("herstel",)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
        run(capsys, *each)


@pytest.mark.skipif(os.name == "nt", reason="Windows always knows a home")
@pytest.mark.parametrize("words", [("waar",), ("noteer", "x"), ("zoek", "x")])
def test_a_machine_without_a_home_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    import pwd

    def nobody(_: int) -> None:
        raise KeyError

    for name in [name for name in os.environ if name in ("HOME", "GOEDWERK_HOME") or name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    code, out, err = run(capsys, *words)
    assert (code, out) == (1, "")
    assert "thuismap" in err


@pytest.mark.parametrize("year", [1999, 2026, 2038, 2094, 2100, 9000])
def test_a_calendar_can_be_made_in_any_year(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, year: int
) -> None:
    with time_machine.travel(f"{year}-02-28T12:00:00Z"):
        assert run(capsys, "agenda", "--uitvoer", str(tmp_path / "x.ics"))[0] == 0


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "UTC"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "8999-12-31T23:59:59Z"])
def test_a_moment_at_the_edge_of_the_calendar_is_shown(
    places: Places, monkeypatch: pytest.MonkeyPatch, zone: str, moment: str
) -> None:
    journal = Journal.open(places)
    made = journal.add(Kind.NOTE, "aan de rand").created.isoformat().replace("+00:00", "Z")
    places.journal.write_text(places.journal.read_text().replace(f'"at":"{made}"', f'"at":"{moment}"'))
    ended = subprocess.run(
        [sys.executable, "-m", "goedwerk_tui", "zoek", "rand"],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "aan de rand" in ended.stdout


@pytest.mark.parametrize("what", ["inbox", "the folder of the journal"])
def test_a_file_where_a_folder_should_be_is_named_for_what_it_is(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, what: str
) -> None:
    in_its_place = places.inbox if what == "inbox" else tmp_path / "map"
    in_its_place.parent.mkdir(exist_ok=True)
    in_its_place.write_text("van iemand anders", "utf-8")
    named = [] if what == "inbox" else ["--journal", str(in_its_place / "dagboek.json")]
    code, out, err = run(capsys, "noteer", "een gedachte", *named)
    assert code == 1 and f"‘{in_its_place}’ is een bestand, en daar hoort een map" in err
    assert "een gedachte" in out and in_its_place.read_text("utf-8") == "van iemand anders"

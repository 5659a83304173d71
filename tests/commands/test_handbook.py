"""The handbook and the report for a helper, by the command line; what the handbook names is held to the program."""

import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import docx
import lxml.html
import pytest
from support.command_line import run

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import Settings, Whereabouts, read_settings, read_whereabouts
from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.journal import Journal, Kind, Origin
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.inbox import leave_note
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.keys import about_keys, bindings_of, every_keyed, key_name

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "docs" / "handboek"
PAGES = sorted(HANDBOOK.glob("*.md"))
LINK = re.compile(r"\]\(([^)]+)\)")
EVERYWHERE_THE_SAME = {"enter", "escape", "tab", "space", "up", "down", "left", "right", "pageup", "pagedown"}


def spans(page: Path) -> list[str]:
    return re.findall(r"`([^`\n]+)`", page.read_text("utf-8").replace("```", ""))


def named_commands() -> Iterator[str]:
    pages = [*PAGES, *(ROOT / name for name in ("README.md", "docs/content.en.md"))]
    found = (re.sub(r"^[A-Z_]+=\S+ ", "", span) for page in pages for span in spans(page))
    yield from sorted({span for span in found if span.split()[0] == "goedwerk"})


def options_of(parser: ArgumentParser) -> Iterator[str]:
    for action in parser._actions:  # pyright: ignore[reportPrivateUsage] - argparse tells it nowhere else
        yield from action.option_strings
        if isinstance(action.choices, dict):
            for each in action.choices.values():
                yield from options_of(each)


def test_read_whole(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    code, out, err = run(capsys, "handboek")
    assert (code, err) == (0, "")
    for page in PAGES:
        if page.stem != "index":
            assert page.read_text("utf-8").partition("\n")[0].removeprefix("# ") in out
    assert ".md)" not in out
    assert "**" not in out
    assert not home.exists()


def test_read_about_a_word(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    _, out, _ = run(capsys, "handboek", "PRULLENBAK")
    assert "p toont de prullenbak" in out
    assert "Linux" not in out
    code, out, err = run(capsys, "handboek", "xyzzy")
    assert (code, out) == (1, "")
    assert "niets over ‘xyzzy’" in err


@pytest.mark.parametrize(
    ("words", "found", "at_most"),
    [
        ("woo", "kan onder de Woo vallen", 40), ("word", "Word", 160), ("verwijderen", "ctrl+z draait terug", 60),
        ("opslaan", "vanzelf bewaard", 20), ("update", "Kreeg je een nieuwe map", 20),
        ("synchroniseren", "kopie.json", 40), ("afdrukken", "naar je printer", 110),
        ("printen", "naar je printer", 90), ("printer", "naar je printer", 30),
        ("lettergrootte", "meestal met ctrl en +", 20), ("typst", ".venv/bin/pip install '.[pdf]'", 80),
        ("ritme", "hoe hoger het blokje", 40), ("kosten", "Niets", 20), ("backup", "naast je dagboek", 70),
        ("back-up", "naast je dagboek", 70), ("verhuizen twee", "goedwerk importeer dagboek.json", 30),
        ("'eigen inhoud'", "Eigen inhoud", 200),
    ],
)  # fmt: skip
def test_what_somebody_would_type_is_found_and_not_everything(
    capsys: pytest.CaptureFixture[str], home: Path, words: str, found: str, at_most: int
) -> None:
    code, out, _ = run(capsys, "handboek", *shlex.split(words))
    assert code == 0
    assert found in " ".join(out.split())
    assert len(out.splitlines()) <= at_most


def test_written_to_a_file(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    page, word = tmp_path / "handboek.html", tmp_path / "handboek.docx"
    assert run(capsys, "handboek", "--uitvoer", str(page))[0] == 0
    assert "Ik mag niets installeren" in lxml.html.fromstring(page.read_text("utf-8")).text_content()
    assert run(capsys, "handboek", "--uitvoer", str(word))[0] == 0
    assert "Ik mag niets installeren" in [each.text for each in docx.Document(str(word)).paragraphs]


def test_every_page_is_reached_from_the_index() -> None:
    listed = set(LINK.findall((HANDBOOK / "index.md").read_text("utf-8")))
    assert {page.name for page in PAGES} == listed | {"index.md"}
    for page in PAGES:
        for target in LINK.findall(page.read_text("utf-8")):
            assert (HANDBOOK / target).is_file(), (page.name, target)


@pytest.mark.parametrize("line", named_commands())
def test_every_command_that_is_named_is_one(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        build_parser().parse_args(shlex.split(line)[1:])
    except SystemExit as ended:
        assert ended.code == 0, capsys.readouterr().err


def test_every_option_that_is_named_is_one() -> None:
    known = set(options_of(build_parser()))
    assert {span.split()[0] for page in PAGES for span in spans(page) if span.startswith("--")} <= known


def test_every_command_is_in_the_handbook() -> None:
    named = {shlex.split(line)[1] for line in named_commands() if len(line.split()) > 1}
    (commands,) = (each.choices for each in build_parser()._actions if isinstance(each.choices, dict))  # pyright: ignore[reportPrivateUsage]
    assert set(commands) <= named


def test_the_guide_for_content_says_the_same_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    dutch, english = (run(capsys, "inhoud", "handleiding", *words)[1] for words in ((), ("--engels",)))
    reference = (dutch.split("\n# Naslag\n")[1], english.split("\n# Reference\n")[1])
    heads = [re.findall("^#+ ", text, re.MULTILINE) for text in reference]
    assert heads[0] == heads[1]
    first_cells = ("".join(re.findall(r"^\|[^|]+", text, re.MULTILINE)) for text in (dutch, english))
    fields = [re.findall(r"`(.+?)`", cells) for cells in first_cells]
    assert fields[0] == fields[1]
    assert len(fields[0]) > 60


def test_a_report_without_a_word_of_the_person(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    journal = Journal.open(places)
    origin = Origin("goed-werk", "kippenhok", "zwaluw", "a", "Kikkersessie", "Meeuwenstap", "Waarom vloog de ooievaar?")
    journal.add(Kind.ANSWER, "nachtegaal in de regen", origin=origin)
    leave_note(places, "een merel op het dak")
    Drafts(places.drafts).put(Draft(key="los", text="halve koolmees", kind=Kind.NOTE, at=utc_now()))
    places.settings.write_text('{"theme": "roodborst", "content": ["/winterkoning"]}', "utf-8")
    places.fault_report.parent.mkdir(parents=True, exist_ok=True)
    places.fault_report.write_text(
        'ValueError\n  File "/home/specht/goedwerk_tui/tui/app.py", line 7, in go\n    text = "boomklever"\nlijster\n',
        "utf-8",
    )
    before = {path: path.stat().st_mtime_ns for path in places.journal.parent.rglob("*")}
    code, out, err = run(capsys, "waar", "--verslag")
    assert (code, err) == (0, "")
    for told in ("Python", "textual", "terminal", "ja, 2 stukken", "-rw-------", "niemand", "ValueError"):
        assert told in out
    assert "  goedwerk_tui/tui/app.py:7 go" in out
    words = ["kippenhok", "zwaluw", "kikker", "meeuw", "ooievaar", "nachtegaal", "merel", "koolmees", "roodborst"]
    words += ["winterkoning", "specht", "boomklever", "lijster"]
    assert [word for word in words if word in out.casefold()] == []
    assert str(places.journal.parent) not in out
    assert {path: path.stat().st_mtime_ns for path in places.journal.parent.rglob("*")} == before


def test_a_report_of_a_journal_that_is_damaged(capsys: pytest.CaptureFixture[str], places: Places) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(b'{"_meta": {"1": {"koekoek')
    code, out, _ = run(capsys, "waar", "--verslag")
    assert code == 0
    assert "dagboek gelezen        nee" in out
    assert "koekoek" not in out


def test_every_exercise_is_in_the_handbook(pack: Pack) -> None:
    told = (HANDBOOK / "opdrachten.md").read_text("utf-8")
    steps = [pack.step(each) for session in pack.programme.sessions for each in session.steps]
    exercises = [each for each in steps if isinstance(each, Exercise) and not each.again]
    assert len(exercises) > 15
    for each in exercises:
        assert f"**{each.title}** ({each.minutes} minuten" in told


def test_the_names_for_other_keys_in_the_handbook_are_those_of_the_program() -> None:
    told = re.findall(r"^\| `(.+?)` \| \*\*(.+?)\*\* \|", (HANDBOOK / "toetsen.md").read_text("utf-8"), re.MULTILINE)
    known = {(each.id, key_name(each.key)) for keyed in every_keyed() for each in bindings_of(keyed)}
    assert len(told) == len(set(told))
    assert set(told) <= known
    # What the line of keys names, but for the keys that do the same everywhere: Enter, Esc, Tab, space and the arrows.
    named = {
        (each.id, key_name(each.key))
        for keyed in every_keyed()
        for each in bindings_of(keyed)
        if each.show and each.description and each.key not in EVERYWHERE_THE_SAME
    }
    assert named - set(told) == set()


def test_the_settings_in_the_handbook_are_settings_of_the_program(tmp_path: Path) -> None:
    page = (HANDBOOK / "instellingen.md").read_text("utf-8")
    path = tmp_path / "instellingen.json"
    path.write_text(next(each for each in spans(HANDBOOK / "instellingen.md") if each.startswith('{"theme"')), "utf-8")
    found = read_settings(path)
    assert found == Settings("licht", "dag", width="breed", keys={"bring": "f6", "skip": "f8"})
    assert read_whereabouts(path) == Whereabouts(backups="E:/kopie")
    assert about_keys(found.keys) == []
    named = set(re.findall(r"^\| `(.+?)` \| ", page, re.MULTILINE))
    assert named == {each.name for kind in (Settings, Whereabouts) for each in fields(kind)}

"""The guide for whoever writes content is what the program does."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.programme.check import check_pack
from goedwerk_tui.programme.file_schemas import LISTS, OverlayFile
from goedwerk_tui.programme.manual import manual
from goedwerk_tui.programme.template import KINDS, new_content


@pytest.mark.parametrize("kind", KINDS)
def test_one_whole_example_of_each_kind_stands_in_it(kind: str) -> None:
    example = (files("goedwerk_tui.programme") / "examples" / f"{kind}.md").read_text("utf-8")

    assert example.replace("NAAM", "meerwoude") in manual()


def test_it_names_all_that_an_overlay_can_do() -> None:
    for name in (*OverlayFile.__struct_fields__, *LISTS):
        assert f"`{name}`" in manual() or f"\n{name}:" in manual(), name


@pytest.mark.parametrize("english", [False, True])
def test_its_overlay_is_sound_on_the_programme(tmp_path: Path, english: bool) -> None:
    text = manual(english=english)
    overlay = next(
        each for each in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if each.startswith("id: meerwoude")
    )

    assert _problems_of(tmp_path, overlay) == []


def test_the_overlay_of_the_template_is_sound_without_its_hashes(tmp_path: Path) -> None:
    lines = (files("goedwerk_tui.programme") / "examples" / "overlay.yaml").read_text("utf-8").split("\n")
    open_lines = [re.sub(r"^# (?=\s*(?:- )?[a-z]+:)", "", line) for line in lines]
    overlay = "\n".join((*open_lines, "  - session: opening", "    steps: [meerwoude-lege-stoel]"))
    for mark, value in (("NAAM", "meerwoude"), ("TITEL", "Meerwoude"), ("DATUM", "2026-11-28")):
        overlay = overlay.replace(mark, value)
    assert "\nhide:" in overlay
    assert "\norder:" in overlay

    assert _problems_of(tmp_path, overlay) == []


def _problems_of(tmp_path: Path, overlay: str) -> list[str]:
    folder = tmp_path / "meerwoude"
    new_content(folder)
    (folder / "overlay.yaml").write_text(overlay, "utf-8")
    report = check_pack(folder)
    return [str(each) for each in (*report.problems, *report.warnings) if each.file == "overlay.yaml"]


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "inhoud", "handleiding")

    assert code == 0
    assert out.startswith("# Zelf inhoud maken")
    assert run(capsys, "inhoud", "handleiding", "--engels")[1].startswith("# Making your own content")


REMARKS = {
    "woorden; bedoeld zijn er": ("essay 250–600 woorden", "essay 250–600 words"),
    "woorden voor de keuze; hoogstens": ("hoogstens 320 voor de keuze", "at most 320 before the choice"),
    "woorden; hoogstens": ("vraag hoogstens 30", "question at most 30"),
    "woorden; streef naar hoogstens": ("gemiddeld meer dan 20 woorden per zin", "more than 20 words a sentence"),
    "leest zwaar: Flesch-Douma": ("Flesch-Douma onder 45", "Flesch-Douma below 45"),
    "deze vraag is met ja of nee te beantwoorden:": ("met ja of nee te beantwoorden", "answerable with yes or no"),
    "heeft geen hint": ("zonder hint", "without a hint"),
    "vragen bij deze casus; bedoeld zijn er": ("minder dan twee of meer dan vier", "fewer than two or more than four"),
    "geen vraag bij deze casus gaat over de lezer (move: recognise of act)": ("over de lezer", "about the reader"),
    "geen tekst verwijst naar het begrip": ("waar geen tekst naar verwijst", "that no text refers to"),
    "staat hier zonder link: [": ("nergens een link is", "nowhere a link"),
    "is er al, als": ("dat er al is onder een ander id", "there already under another id"),
    "heeft ook": ("twee stappen met dezelfde titel", "two steps with the same title"),
    "’ staat ook in": ("acht woorden achter elkaar", "eight words in a row"),
    "begint met dezelfde drie woorden als": ("dezelfde drie woorden", "the same three words"),
    "geldt voor": ("een bron die niet geldt", "a source that does not hold"),
    "is van het Rijk, en dit speelt bij:": ("regels van het Rijk", "rules of the Rijk"),
    "de kernroute duurt volgens de stappen": ("wijken meer dan 10 af", "differ more than 10"),
    "op de kernroute ontbreekt:": ("er ontbreekt een essay", "an essay, one of two cases"),
    "blijft zoals hij was": ("die blijft zoals hij was", "that stays as it was"),
    "én onder hide; hide wint": ("die onder `hide` staat", "stands under `hide`"),
    '); zet de hele tekst tussen "aanhalingstekens"': ("bij ‘ #’ wordt afgekapt", "cut off at ‘ #’"),
    "gekrulde aanhalingstekens om de hele tekst: die komen in beeld (": ("gekrulde aanhalingstekens", "curly quotes"),
    "staat niet in": ("een stap, pagina of sessie", "a step, page or session"),
    "staat niet in een": ("een stap, pagina of sessie", "a step, page or session"),
    "staat niet bij pages in programme.yaml": ("een stap, pagina of sessie", "a step, page or session"),
    "staat niet bij sessions in programme.yaml": ("een stap, pagina of sessie", "a step, page or session"),
    "heeft een naam die niet gelezen wordt": ("een naam die niet gelezen wordt", "a name that is not read"),
    "wordt niet gelezen: in deze map staat een heel programma (": (
        "`overlay.yaml` in de map van een heel programma",
        "an `overlay.yaml` in the folder of a whole programme",
    ),
    "meer dan één woord op een regel (": ("meer dan één woord op een regel", "more than one word on a line"),
}
"""What is told of each remark in the table of the guide, by the words that are always in the remark."""


def test_its_table_tells_of_every_remark() -> None:
    folder = Path(str(files("goedwerk_tui.programme")))
    modules = (each for each in folder.rglob("*.py") if each.name != "spelling.py")
    told = {words for each in modules for words in _remarks_in(ast.parse(each.read_text("utf-8")))}

    assert told == set(REMARKS), "put it in the table ‘Opmerkingen’ of both guides, and here"
    for english, heading in ((False, "## Opmerkingen"), (True, "## Remarks")):
        table = manual(english=english).partition(heading)[2].partition("\n## ")[0]
        for words in REMARKS.values():
            assert words[english] in table


def _remarks_in(module: ast.Module) -> Iterator[str]:
    """Yield the longest part of each remark that is always the same."""
    for function in (each for each in ast.walk(module) if isinstance(each, ast.FunctionDef)):
        given: dict[str, list[ast.expr]] = {}
        for each in ast.walk(function):
            match each:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    given.setdefault(name, []).append(value)
                case _:
                    pass
        for call in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
            match call:
                case ast.Call(func=ast.Name(id="Remark"), args=[_, _, text, *_]):
                    pass
                case ast.Call(
                    func=ast.Attribute(value=ast.Attribute(attr="remarks")), args=[ast.Tuple(elts=[_, text])]
                ):
                    pass
                case _:
                    continue
            for words in given.get(text.id, []) if isinstance(text, ast.Name) else [text]:
                parts = [each.value for each in ast.walk(words) if isinstance(each, ast.Constant)]
                yield max((each for each in parts if isinstance(each, str)), key=len).strip()

"""The guide for whoever writes content is what the program does."""

import re
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

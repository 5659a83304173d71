"""The guide for whoever writes content is what the program does."""

from importlib.resources import files

import pytest
from support.command_line import run

from goedwerk_tui.programme.file_schemas import LISTS, OverlayFile
from goedwerk_tui.programme.manual import manual
from goedwerk_tui.programme.template import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_one_whole_example_of_each_kind_stands_in_it(kind: str) -> None:
    example = (files("goedwerk_tui.programme") / "examples" / f"{kind}.md").read_text("utf-8")

    assert example.replace("NAAM", "meerwoude") in manual()


def test_it_names_all_that_an_overlay_can_do() -> None:
    for name in (*OverlayFile.__struct_fields__, *LISTS):
        assert f"`{name}`" in manual() or f"\n{name}:" in manual(), name


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "inhoud", "handleiding")

    assert code == 0
    assert out.startswith("# Zelf inhoud maken")
    assert run(capsys, "inhoud", "handleiding", "--engels")[1].startswith("# Making your own content")

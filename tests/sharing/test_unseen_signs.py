"""A sign that nobody sees, in the place of a space, keeps no name from being found and replaced."""

from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", " \u00ad", "\u00ad ", "e\u00ad"])
def test_it_is_replaced_and_pointed_out(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, sign: str
) -> None:
    name = f"Joost{sign}de Wit".replace("Jooste\u00adde", "Joo\u00adst de")
    Journal.open(places).add(Kind.NOTE, f"Ik sprak {name} en Jan gisteren.")
    target = tmp_path / "uit.md"
    asked = ("exporteer", "--alles", "--uitvoer", str(target), "--overschrijf")
    assert run(capsys, *asked, "--vervang", "Joost de Wit=iemand")[0] == 0
    assert "Ik sprak iemand en Jan gisteren." in target.read_text("utf-8")
    out = " ".join(run(capsys, *asked, "--kijk-na")[1:])
    assert "Wit" in out and "Jan" in out


def test_the_whole_name_is_replaced_where_a_part_of_it_is_to_be_replaced_too(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    Journal.open(places).add(Kind.NOTE, "Ik sprak Joost\u00adde Wit, en daarna Wit.")
    target = tmp_path / "uit.md"
    replacing = ("--vervang", "Joost de Wit=iemand", "--vervang", "Wit=een ander")
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(target), *replacing)[0] == 0
    assert "Ik sprak iemand, en daarna een ander." in target.read_text("utf-8")

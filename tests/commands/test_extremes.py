"""Whatever a person gives behind an option or in a setting: it works, or a sentence says what is wrong with it."""

import argparse
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import in_part

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands.parser import build_parser
from goedwerk_tui.journal import Journal, Kind

_NUMBERS = ("", " ", "0", "-1", "1e9", "9" * 30, "9" * 5000, "٣", "²", "NaN", "1,5")
_DAYS = (
    "31-12-9999",
    "9999-12-31",
    "1-1-1",
    "0-0-0000",
    "29-2-2100",
    "28-3-2027",
    "٣١-١٢-٩٩٩٩",
    f"over {'9' * 5000} dagen",
)
_TIMES = ("24.00", "23.59", "0.00", "2.30", "٢٣.٥٩", "23.60")
_WORDS = ("=", "x" * 5000, f"over {'9' * 5000} dagen", "\n", "\udce9")
_GIVEN = (*_NUMBERS, *_DAYS, *_TIMES, *_WORDS)

_BESIDE = {
    "agenda": ["--uitvoer", "uit.ics"],
    "verken": ["--boekje", "uit.html"],
    "exporteer": ["--uitvoer", "uit.md", "--alles"],
    "bundel": ["--uitvoer", "uit.md"],
    "herinner": ["--plan"],
}
"""What keeps a command from opening a window, or lets it come to what stands behind an option."""
_APART = {"boekje", "werkboek", "stap", "begeleiding", "uitvoer"}

Option = tuple[tuple[str, ...], argparse.ArgumentParser, argparse.Action]


def _options(parser: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[Option]:
    """Yield all that a value can stand behind, with the command that it belongs to."""
    for action in parser._actions:  # pyright: ignore[reportPrivateUsage]
        if isinstance(action.choices, dict):
            for name, below in action.choices.items():
                yield from _options(below, (*words, name))
        elif action.nargs != 0 and words:
            yield words, parser, action


def _line(option: Option, given: str) -> list[str]:
    words, parser, action = option
    behind = [given] * (action.nargs if isinstance(action.nargs, int) else 1)
    beside = list(_BESIDE.get(words[0], ()))
    if action.dest in _APART and words[0] != "handboek":
        beside = []
    if action.dest == "navertellen":
        # Not of all the cases there are.
        beside = ["staat-er-niet"]
    if (words[0], action.dest) == ("exporteer", "id"):
        beside = beside[:2]
    if not action.option_strings:
        return [*words, *beside, *behind]
    wanted = [each for each in parser._actions if not each.option_strings and each.nargs is None]  # pyright: ignore[reportPrivateUsage]
    return [*words, *beside, *("staat-er-niet" for _ in wanted), action.option_strings[0], *behind]


def _named(option: Option) -> str:
    words, _, action = option
    return " ".join((*words, (action.option_strings or [action.dest])[0]))


@pytest.mark.parametrize("option", in_part([*_options(build_parser())], 10), ids=_named)
def test_behind_every_option(
    option: Option,
    places: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Journal.open(places).add(Kind.NOTE, "alfa")
    monkeypatch.chdir(tmp_path)
    for given in _GIVEN:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), "utf-8"))
        code, shown, said = run(capsys, *_line(option, given))
        assert code == 0 or (code in (1, 2) and shown + said), given[:40]


_MEETING = ("agenda", "--overschrijf", "--uitvoer", "uit.ics", "--bijeenkomsten")


@pytest.mark.parametrize("day", [*_DAYS, "30-12-9999", "31 december 9999", "vrijdag 31 december 9999"])
@pytest.mark.parametrize(
    "beside", [(), ("--tijd", "23.59"), ("--tijd", "0.00", "--minuten", "1440", "--herinnering", "1440")]
)
def test_a_meeting_on_the_last_day_there_is(
    day: str,
    beside: tuple[str, ...],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, said = run(capsys, *_MEETING, day, *beside)
    assert (code == 0) == (day in ("28-3-2027", "30-12-9999")), said
    assert code == 0 or said.endswith(("Schrijf een dag als 3-12-2026.\n", "Welke dag die nog komt bedoel je?\n"))


def test_what_is_given_and_is_nothing_is_not_passed_over(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for beside, told in (
        (("--tijd", ""), "‘’ lees ik niet als een tijd."),
        (("--herinnering", "0"), "0 minuten kan niet."),
    ):
        for line in (("agenda", "--uitvoer", "uit.ics", *beside), (*_MEETING, "3-12-2036", *beside)):
            code, _, said = run(capsys, *line)
            assert code == 1 and told in said
    assert not (tmp_path / "uit.ics").exists()


_VALUES = (None, True, -1, 1.5, 10**400, "", " ", "\0", "x" * 5000, "٣", [], [[]], [""], {}, {"mark": ""}, {"": "b"})
_SETTINGS = ("theme", "rhythm", "content", "cursor", "width", "keys", "journal", "backups", "anders")


@pytest.mark.parametrize("name", _SETTINGS)
def test_in_every_setting(
    name: str, places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (json.dumps(each) for each in _VALUES)
    places.settings.parent.mkdir(parents=True)
    for value in (*written, "9" * 5000, "1e999", "-0", "NaN"):
        places.settings.write_text(f'{{"{name}": {value}}}', "utf-8")
        for command in ("waar", "herinner", "vraag"):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), "utf-8"))
            code, shown, said = run(capsys, command)
            assert code == 0 or (code == 1 and shown + said), (value[:40], command)

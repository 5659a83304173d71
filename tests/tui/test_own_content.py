"""Content of one's own over the standard programme; what is wrong with it never takes the programme down."""

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from support.driver import WIDE, running
from support.little_pack import FILES, write_pack

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import open_content
from goedwerk_tui.programme.template import new_content


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "eigen"
    new_content(folder)
    return folder


def title_of(overlay: Path) -> str:
    text = next(overlay.glob("*.md")).read_text("utf-8")
    return next(line.removeprefix("title: ") for line in text.splitlines() if line.startswith("title: "))


async def test_a_case_of_ones_own_stands_in_the_programme(places: Places, overlay: Path) -> None:
    async with running(places, content=overlay, looking_round=True) as app:
        await app.choose(title_of(overlay))
        assert title_of(overlay) in app.text


async def test_the_settings_can_name_it(places: Places, overlay: Path) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(json.dumps({"content": str(overlay)}))
    async with running(places, looking_round=True) as app:
        assert app.app.workspace
        assert any(
            step == next(overlay.glob("*.md")).stem
            for s in app.app.workspace.pack.programme.sessions
            for step in s.steps
        )


@pytest.mark.parametrize(
    ("spoilt", "told"), [("overlay.yaml", "zonder deze inhoud"), ("*.md", "doet 1 stap nu niet mee")]
)
async def test_a_broken_overlay_is_said_and_left_out(places: Places, overlay: Path, spoilt: str, told: str) -> None:
    next(overlay.glob(spoilt)).write_text("onzin: [\n")
    async with running(places, content=overlay, looking_round=True) as app:
        assert told in app.said
        await app.press("2")
        assert "kernroute" in app.text


async def test_a_step_that_broke_is_shown_as_it_was_good(places: Places, overlay: Path) -> None:
    open_content([overlay], places.content_copies, renew=True)
    next(overlay.glob("*.md")).write_text("onzin", "utf-8")
    async with running(places, content=overlay, looking_round=True) as app:
        assert "wat het laatst goed was: ‘De lege stoel’ van " in app.said
        await app.choose("De lege stoel")
        assert "De lege stoel (Eigen" in app.words
        assert "kopie van" in app.text.splitlines()[0]


async def test_a_folder_from_the_settings_that_is_gone(places: Places, tmp_path: Path) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(json.dumps({"content": str(tmp_path / "weg")}))
    async with running(places, looking_round=True) as app:
        assert "zonder deze inhoud" in app.words


async def test_titles_with_brackets_are_found_and_shown_as_they_are(places: Places, overlay: Path) -> None:
    step = next(overlay.glob("*.md"))
    step.write_text(step.read_text("utf-8").replace("title: De lege stoel", 'title: "[concept] Stoel [/]"'), "utf-8")
    async with running(places, content=overlay, looking_round=True) as app:
        await app.press("ctrl+p")
        await app.paste("[concept] Stoel")
        await app.pause(0.4)
        assert "[concept] Stoel [/]" in app.text
        await app.press("enter")
        assert "[concept] Stoel [/] (Eigen" in app.words


async def test_lists_keep_what_is_ones_own_under_a_heading(places: Places, overlay: Path) -> None:
    case = next(overlay.glob("*.md")).stem
    for name, text in (
        ("strategies.yaml", f"- {{id: m-bellen, name: bellen, text: Bel eerst., step: {case}}}\n"),
        ("glossary.yaml", "- {id: m-kade, term: kade, meaning: Een rand van steen.}\n"),
    ):
        (overlay / name).write_text(text, "utf-8")
    journal = Journal.open(places)
    journal.set_position(case, "")
    journal.add(Kind.STRATEGY, "Eerst schrijven.")
    async with running(places, content=overlay, size=WIDE) as app:
        await app.choose("Strategieën")
        assert "uit het programma, 1 van Eigen." in app.words
        await app.press("end")
        assert "Bel eerst." in app.text
        assert app.text.index("Uit het programma") < app.text.rindex("Van Eigen ")
        await app.press("t")
        assert "Overgenomen van Eigen." in app.words
        await app.press("escape")
        await app.choose("Begrippen")
        for _ in range(100):
            if "Een rand van steen." in app.text:
                break
            await app.press("down")
        lines = [line.strip("│┃ ▌") for line in app.text.splitlines()]
        at = next(n for n, line in enumerate(lines) if "kade  Eigen" in line)
        assert "invoeringstoets" in lines[at - 1]


async def test_content_is_chosen_in_the_palette_and_joins_at_once(
    places: Places, overlay: Path, tmp_path: Path
) -> None:
    async with running(places) as app:
        await app.press("enter", "escape", "escape")
        await app.choose("Eigen inhoud kiezen")
        assert "In welke map of zip" in app.words
        assert "Maak de regel leeg" not in app.words
        # What stood there was selected: a pasted path takes its place.
        await app.paste(str(tmp_path / "weg"))
        await app.press("enter")
        assert f"‘{tmp_path / 'weg'}’ is er nu niet: er is niets op die plek" in app.said
        await app.paste(str(overlay))
        await app.press("enter")
        assert "‘Eigen’, versie 1.0" in app.said
        await app.choose("De lege stoel")
        assert "De lege stoel (Eigen)" in app.words
    assert read_settings(places.settings).content == (str(overlay),)


@pytest.mark.parametrize("typed", ["a" * 300, "~niemand/" + "c" * 300])
async def test_a_name_that_is_too_long_is_said(places: Places, typed: str) -> None:
    async with running(places) as app:
        await app.press("enter", "escape", "escape")
        await app.choose("Eigen inhoud kiezen")
        await app.paste(typed)
        await app.press("enter")
        assert "Er is niets aan je keuze veranderd." in app.said
        assert "In welke map of zip" in app.words


async def test_looking_for_a_folder_on_a_disk_that_does_not_answer_leaves_the_keyboard_free(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    stat = os.stat

    def noting(path: Any, **how: Any) -> os.stat_result:
        if str(path).endswith("een schijf"):
            asked.append(threading.current_thread() is threading.main_thread())
        return stat(path, **how)

    async with running(places) as app:
        await app.press("enter", "escape", "escape")
        await app.choose("Eigen inhoud kiezen")
        await app.paste("/net/een schijf")
        monkeypatch.setattr(os, "stat", noting)
        await app.press("enter")
        assert asked
        assert not any(asked)


async def test_all_that_was_chosen_is_shown_and_stays_chosen(places: Places, overlay: Path, tmp_path: Path) -> None:
    other = tmp_path / "een andere"
    new_content(other, "portret", "Ander")
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(json.dumps({"content": [str(overlay), str(other)]}))
    async with running(places, size=WIDE) as app:
        await app.press("escape")
        await app.choose("Eigen inhoud kiezen")
        first, last = app.app.screen.query_one(".dialog").region.column_span
        dialog = " ".join(line[first:last].strip("│ ") for line in app.text.splitlines())
        assert "Nu doen mee, in deze volgorde" in dialog
        unwrapped = dialog.replace(" ", "")  # a folder that is long is broken anywhere
        assert unwrapped.index("/eigen") < unwrapped.index("/eenandere")
        await app.press("enter")
        assert "‘Eigen’, versie 1.0 en ‘Ander’, versie 1.0 doen voortaan mee." in app.said
        assert read_settings(places.settings).content == (str(overlay), str(other))

        await app.choose("Eigen inhoud kiezen")
        await app.paste(f'"{other}"; {overlay}')
        await app.press("enter")
        await app.choose("De kaart van Mina")
        assert "De kaart van Mina (Ander)" in app.words
        await app.press("escape")

        # One that can't be used leaves the choice as it was.
        await app.choose("Eigen inhoud kiezen")
        await app.paste(f"{overlay}; {tmp_path / 'weg'}")
        await app.press("enter")
        assert "Er is niets aan je keuze veranderd." in app.said
        await app.press("escape")
    assert read_settings(places.settings).content == (str(other), str(overlay))


async def test_thuis_says_whose_the_step_is_where_one_was(places: Places, overlay: Path) -> None:
    Journal.open(places).set_position(next(overlay.glob("*.md")).stem, "")
    async with running(places, content=overlay, size=WIDE) as app:
        assert f"› {title_of(overlay)} (Eigen)" in app.words


async def test_what_is_saved_is_shown_anew_with_its_faults(places: Places, overlay: Path) -> None:
    step = next(overlay.glob("*.md"))
    async with running(places, content=overlay, looking_round=True, follow=True) as app:
        await app.choose("De lege stoel")
        text = step.read_text("utf-8")
        step.write_text(text.replace("het plein achter de markthal", "het hof achter de kerk"), "utf-8")
        await app.pause(2.5)
        assert "het hof achter de kerk" in app.words
        step.write_text(text.replace("level: gemeente", "level: gemeentes"), "utf-8")
        await app.pause(2.5)
        assert "regel 6, veld level: er staat ‘gemeentes’" in app.said


async def test_the_guide_can_be_read_here(places: Places) -> None:
    async with running(places, looking_round=True) as app:
        await app.choose("Zelf inhoud maken")
        assert "In een middag" in app.text


async def test_how_a_text_begins_is_shown_without_its_marks(places: Places, tmp_path: Path) -> None:
    """In Programma and on Thuis: what a writer escaped is the sign itself."""
    folder = write_pack(
        tmp_path / "pakket",
        **{
            "1-opening/begin.md": FILES["1-opening/begin.md"].replace(
                "Er lag een stuk op", r"**Er** lag *3 \* 4* \| op"
            )
        },
    )
    async with running(places, content=folder, looking_round=True, size=WIDE) as app:
        assert "Er lag 3 * 4 | op tafel" in app.words
        await app.press("2")
        await app.resize(100, 40)  # the step stands below the list there, and no other words beside its lines
        assert "Er lag 3 * 4 | op tafel" in app.words and "nuloptie, en daarna" in app.words


_LIST = """---
id: wijklijst
kind: exercise
title: Wijklijst
instruction: Maak een lijst van mensen bij wie je terechtkunt.
result: collection
list:
  item: Wie weet er iets wat niet in de stukken staat?
  attributes:
    - {id: waar, label: %s, type: text}
---

Een stuk tekst.
"""


def _with_list(folder: Path, asks: str) -> Path:
    folder.mkdir()
    (folder / "overlay.yaml").write_text(
        f'id: wijk\ntitle: Wijk\nversion: "{asks}"\nadd:\n  - {{session: opening, steps: [wijklijst]}}\n'
    )
    (folder / "wijklijst.md").write_text(_LIST % f'"{asks}"')
    return folder


@pytest.mark.parametrize("asks", ["Waar zit deze persoon?", "Hoe oud is deze persoon?"])
async def test_what_a_later_edition_of_a_list_has_no_place_for_is_said_before_it_is_finished(
    places: Places, tmp_path: Path, asks: str
) -> None:
    async with running(places, content=_with_list(tmp_path / "een", "Waar zit deze persoon?")) as app:
        await app.press("b", "escape")
        await app.choose("Wijklijst")
        await app.press("enter")
        await app.paste("de portier")
        await app.press("enter", "down", "enter", "enter")
        await app.paste("naast de kelder")
        await app.press("enter", "ctrl+s")
        assert "Gemaakt op" in app.text
    async with running(places, content=_with_list(tmp_path / "twee", asks)) as app:
        await app.choose("Wijklijst")
        await app.press("f3")
        said = "‘naast de kelder’ past niet in deze opdracht zoals die nu is."
        assert (said in app.said) is asks.startswith("Hoe oud"), app.text

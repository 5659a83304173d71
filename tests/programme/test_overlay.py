"""One's own cases over the standard programme."""

from pathlib import Path

import pytest
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme import Pack, open_content, opening
from goedwerk_tui.programme.check import check_pack, describe
from goedwerk_tui.programme.template import FolderInUse, new_content

CASE = FILES["1-opening/de-brief.md"].replace("id: de-brief", "id: onze-brief")


def write_overlay(folder: Path, overlay: str, case: str = CASE) -> Path:
    folder.mkdir()
    (folder / "overlay.yaml").write_text(overlay, encoding="utf-8")
    (folder / "onze-brief.md").write_text(case, encoding="utf-8")
    return folder


def test_steps_join_their_session_but_not_its_core_route(make_pack: MakePack, tmp_path: Path) -> None:
    overlay = write_overlay(
        tmp_path / "eigen", "id: eigen\ntitle: Eigen\nadd:\n  - {session: opening, steps: [onze-brief], after: begin}\n"
    )

    pack = Pack.open(make_pack()).with_overlay(overlay)

    assert pack.overlays[0].problems == ()
    assert pack.session("opening").steps == ("begin", "onze-brief", "de-brief", "eigen-brief")
    assert pack.session("opening").core == ("begin", "de-brief")
    assert pack.session_of("onze-brief").id == "opening"
    assert pack.step("onze-brief").title == "De brief"
    assert (pack.pack_id_of("onze-brief"), pack.pack_id_of("begin")) == ("eigen", "proefpakket")
    assert [term.id for term in pack.terms_in(pack.step("onze-brief"))] == ["nuloptie"]


@pytest.mark.parametrize(
    ("overlay", "told"),
    [
        ("id: eigen\ntitle: E\nadd: []", "een lege lijst"),
        ("id: proefpakket\ntitle: E\nadd:\n  - {session: opening, steps: [onze-brief]}", "een eigen id"),
        ("[", "overlay.yaml, regel 1: er staat"),
    ],
)
def test_a_wrong_overlay_is_left_out_and_told(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overlay: str, told: str
) -> None:
    standard = make_pack()
    monkeypatch.setattr(opening, "standard_folder", lambda: standard)
    folder = write_overlay(tmp_path / "eigen", overlay)

    pack = open_content([folder])

    assert told in pack.notices[0]
    assert pack.session("opening").steps == ("begin", "de-brief", "eigen-brief")
    assert any(told in str(problem) for problem in check_pack(folder, under=pack).problems)


@pytest.mark.parametrize(
    ("addition", "told"),
    [
        ("{session: weg, steps: [andere]}", "regel 5, veld add[2].session: er staat ‘weg’"),
        ("{session: opening, steps: [begin]}", "dat het programma zelf nog niet gebruikt"),
        ("{session: opening, steps: [weg]}", "weg.md: dit bestand ontbreekt"),
        ("{session: opening, steps: [andere]}", "andere.md, regel 5, veld level: er staat ‘dorp’"),
    ],
)
def test_what_is_wrong_with_one_step_leaves_the_others(
    make_pack: MakePack, tmp_path: Path, addition: str, told: str
) -> None:
    folder = write_overlay(
        tmp_path / "eigen",
        f"id: eigen\ntitle: E\nadd:\n  - {{session: opening, steps: [onze-brief]}}\n  - {addition}\n",
    )
    broken = CASE.replace("id: onze-brief", "id: andere").replace("level: rijk", "level: dorp")
    (folder / "andere.md").write_text(broken, encoding="utf-8")
    pack = Pack.open(make_pack())

    laid = pack.with_overlay(folder)

    assert laid.session("opening").steps == ("begin", "de-brief", "eigen-brief", "onze-brief")
    assert any(told in str(problem) for problem in laid.overlays[0].problems)
    assert laid.overlays[0].left_out
    assert any(told in str(problem) for problem in check_pack(folder, under=pack).problems)


def test_the_example_is_sound_and_opens_over_the_standard_programme(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    standard = make_pack()
    monkeypatch.setattr(opening, "standard_folder", lambda: standard)

    written = new_content(tmp_path / "nieuw")

    assert [path.name for path in written] == ["overlay.yaml", "nieuw-lege-stoel.md"]
    report = check_pack(tmp_path / "nieuw", under=Pack.open(standard))
    assert (report.problems, report.warnings) == ((), ())
    assert "1 stap, waarvan 0 essays, 1 casus, 0 portretten, 0 opdrachten" in describe(report)
    pack = open_content([tmp_path / "nieuw"])
    assert pack.notices == ()
    assert pack.knows("nieuw-lege-stoel")


def test_the_example_is_not_written_over_anything(tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("van mij", encoding="utf-8")

    with pytest.raises(FolderInUse, match="niet leeg"):
        new_content(tmp_path)
    with pytest.raises(FolderInUse, match="kan niet geschreven worden"):
        new_content(tmp_path / "iets.txt" / "map")
    assert [path.name for path in tmp_path.iterdir()] == ["iets.txt"]

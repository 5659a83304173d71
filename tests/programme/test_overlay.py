"""One's own cases over the standard programme."""

from pathlib import Path

import pytest
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.programme import pack as pack_module
from goedwerk_tui.programme.check import check_pack, describe
from goedwerk_tui.programme.template import FolderInUse, new_overlay

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

    pack = Pack.open(make_pack(), overlay=overlay)

    assert pack.overlay_trouble is None
    assert pack.session("opening").steps == ("begin", "onze-brief", "de-brief", "eigen-brief")
    assert pack.session("opening").core == ("begin", "de-brief")
    assert pack.session_of("onze-brief").id == "opening"
    assert pack.step("onze-brief").title == "De brief"
    assert (pack.pack_id_of("onze-brief"), pack.pack_id_of("begin")) == ("eigen", "proefpakket")
    assert [term.id for term in pack.terms_in(pack.step("onze-brief"))] == ["nuloptie"]


@pytest.mark.parametrize(
    ("overlay", "told"),
    [
        (
            "id: eigen\ntitle: E\nadd:\n  - {session: weg, steps: [onze-brief]}",
            "regel 4, veld add[1].session: er staat ‘weg’",
        ),
        (
            "id: eigen\ntitle: E\nadd:\n  - {session: opening, steps: [begin]}",
            "dat het programma zelf nog niet gebruikt",
        ),
        (
            "id: eigen\ntitle: E\nadd:\n  - {session: vak, steps: [onze-brief], after: begin}",
            "een stap van de sessie vak",
        ),
        ("id: eigen\ntitle: E\nadd:\n  - {session: opening, steps: [weg]}", "weg.md: er staat geen bestand"),
        ("id: eigen\ntitle: E\nadd: []", "een lege lijst"),
        ("id: proefpakket\ntitle: E\nadd:\n  - {session: opening, steps: [onze-brief]}", "een eigen id"),
        ("[", "overlay.yaml, regel 1: er staat"),
    ],
)
def test_a_wrong_overlay_is_left_out_and_told(make_pack: MakePack, tmp_path: Path, overlay: str, told: str) -> None:
    folder = write_overlay(tmp_path / "eigen", overlay)

    pack = Pack.open(make_pack(), overlay=folder)

    assert told in str(pack.overlay_trouble)
    assert pack.session("opening").steps == ("begin", "de-brief", "eigen-brief")
    assert not pack.knows("onze-brief")
    assert any(told in str(problem) for problem in check_pack(folder, under=pack.folder).problems)


def test_a_wrong_case_leaves_the_overlay_out(make_pack: MakePack, tmp_path: Path) -> None:
    overlay = write_overlay(
        tmp_path / "eigen",
        "id: eigen\ntitle: E\nadd:\n  - {session: opening, steps: [onze-brief]}",
        CASE.replace("level: rijk", "level: dorp"),
    )

    pack = Pack.open(make_pack(), overlay=overlay)

    assert "onze-brief.md, regel 5, veld level: er staat ‘dorp’" in str(pack.overlay_trouble)
    assert pack.step("de-brief").title == "De brief"


def test_the_example_is_sound_and_opens_over_the_standard_programme(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    standard = make_pack()
    monkeypatch.setattr(pack_module, "standard_folder", lambda: standard)

    written = new_overlay(tmp_path / "nieuw")

    assert [path.name for path in written] == ["overlay.yaml", "de-lege-stoel.md"]
    report = check_pack(tmp_path / "nieuw", under=standard)
    assert (report.problems, report.warnings) == ((), ())
    assert "1 stap, waarvan 0 essays, 1 casus, 0 portretten, 0 opdrachten" in describe(report)
    pack = open_content(tmp_path / "nieuw")
    assert pack.overlay_trouble is None
    assert pack.knows("de-lege-stoel")


def test_the_example_is_not_written_over_anything(tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("van mij", encoding="utf-8")

    with pytest.raises(FolderInUse, match="niet leeg"):
        new_overlay(tmp_path)
    with pytest.raises(FolderInUse, match="kan niet geschreven worden"):
        new_overlay(tmp_path / "iets.txt" / "map")
    assert [path.name for path in tmp_path.iterdir()] == ["iets.txt"]

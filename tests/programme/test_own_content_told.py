"""What is told of own content when it is opened: what to type where something is wrong, and what a new version has."""

import os
import shutil
from pathlib import Path

import pytest
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme import ContentError, open_content
from goedwerk_tui.programme.template import new_content


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_broken_step_is_told_with_the_command_that_can_be_pasted(tmp_path: Path) -> None:
    folder, copies = tmp_path / "onze map" / "m", tmp_path / "kopieen"
    case = new_content(folder, "casus", "m")[-1]
    open_content([folder], copies, renew=True)
    case.write_text("onzin", "utf-8")
    archive = Path(shutil.make_archive(str(tmp_path / "versie 2"), "zip", folder))

    for path in (folder, archive):
        (notice,) = open_content([path], copies).notices
        assert f'Wie het maakt, leest met ‘goedwerk inhoud controleer "{path}"’ waarom.' in notice
        (notice,) = open_content([path]).notices
        assert f'‘goedwerk inhoud controleer "{path}"’ zegt wat eraan te doen is.' in notice


def test_what_lies_on_another_is_checked_on_it(make_pack: MakePack, tmp_path: Path) -> None:
    whole, broken = make_pack(), tmp_path / "m"
    for name in ("een", "m"):
        new_content(tmp_path / name, "casus", name, "opening")
    (broken / "m-lege-stoel.md").write_text("onzin", "utf-8")

    told = " ".join(open_content([whole, tmp_path / "een", broken]).notices)
    assert f"‘goedwerk inhoud controleer {whole} {tmp_path / 'een'} {broken}’" in told
    (broken / "overlay.yaml").write_text("onzin", "utf-8")
    assert f"controleer {whole} {broken}’ zegt" in " ".join(open_content([whole, broken]).notices)


def test_a_step_of_a_zip_is_told_by_the_zip(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack({"1-opening/de-brief.md": [("kind: case", "kind: casus")]})
    archive = Path(shutil.make_archive(str(tmp_path / "heel programma"), "zip", folder))

    with pytest.raises(ContentError) as caught:
        open_content([archive]).step("de-brief")
    assert f'goedwerk inhoud controleer "{archive}"' in str(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="another shell")
def test_signs_that_a_shell_reads_stay_what_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "a $b"
    new_content(folder)[-1].write_text("onzin", "utf-8")

    assert f"controleer '{folder}'’" in open_content([folder]).notices[0]


def test_a_step_that_got_another_id_is_told_by_both_its_titles(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    overlay, case = new_content(folder, "casus", "m")
    open_content([folder], copies, renew=True)
    other = case.rename(folder / "m-zes-stoelen.md")
    replace(other, "title: De lege stoel", "title: Zes stoelen")
    for path in (overlay, other):
        replace(path, "m-lege-stoel", "m-zes-stoelen")
    with overlay.open("a", encoding="utf-8") as file:
        file.write("formerly:\n  - step: m-zes-stoelen\n    was: m-lege-stoel\n")

    (told,) = open_content([folder], copies, renew=True).notices
    assert "‘De lege stoel’ heet nu ‘Zes stoelen’." in told
    assert "nieuw" not in told and "weg" not in told and "veranderd" not in told

    replace(other, "Je bent beleidsadviseur", "Jij bent beleidsadviseur")
    assert "veranderd: ‘Zes stoelen’" in open_content([folder], copies, renew=True).notices[0]
    # An id alone is seen by nobody.
    third = other.rename(folder / "m-drie.md")
    for path in (overlay, third):
        replace(path, "m-zes-stoelen", "m-drie")
    replace(overlay, "was: m-lege-stoel\n", "was: m-lege-stoel\n  - step: m-drie\n    was: m-zes-stoelen\n")
    assert open_content([folder], copies, renew=True).notices == ()


def test_a_step_of_a_whole_programme_that_got_another_id_is_told_so_too(make_pack: MakePack, tmp_path: Path) -> None:
    folder, copies = make_pack(), tmp_path / "kopieen"
    open_content([folder], copies, renew=True)
    (folder / "1-opening" / "de-brief.md").unlink()
    case = FILES["1-opening/de-brief.md"].replace("id: de-brief", "id: brief")
    (folder / "1-opening" / "brief.md").write_text(case.replace("title: De brief", "title: De nota"), "utf-8")
    session = FILES["1-opening/session.yaml"].replace("de-brief", "brief")
    text = f"{session}formerly: [{{step: brief, was: de-brief}}]\n"
    (folder / "1-opening" / "session.yaml").write_text(text, "utf-8")
    strategies = folder / "strategies.yaml"
    strategies.write_text(strategies.read_text("utf-8").replace("de-brief", "brief"), "utf-8")

    (told,) = open_content([folder], copies, renew=True).notices
    assert told == "‘Een klein programma’ is bijgewerkt: ‘De brief’ heet nu ‘De nota’."

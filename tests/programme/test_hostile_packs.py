"""Content that means harm: nothing outside its folder is read or written, nothing waits, nothing is executed."""

import os
import stat
import time
import zipfile
from pathlib import Path

import pytest

from goedwerk_tui.base.text import unsafe_sign
from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.programme.check import check_pack, describe
from goedwerk_tui.programme.repair import mend
from goedwerk_tui.programme.sources import copy_of, renew_copy
from goedwerk_tui.programme.template import new_content

OVERLAY = "id: m\ntitle: M\nadd:\n  - {session: opening, steps: [m-lege-stoel]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "m"
    new_content(made, "casus", "m")
    return made


def zipped(path: Path, members: dict[str, bytes], modes: dict[str, int] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (modes or {}).get(name, stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return path


def whole(folder: Path, inner: str = "") -> dict[str, bytes]:
    return {f"{inner}{path.name}": path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("inner", ["", "meerwoude/"])
def test_a_zip_is_as_good_as_a_folder(folder: Path, tmp_path: Path, inner: str) -> None:
    pack = open_content([zipped(tmp_path / "m.zip", whole(folder, inner))])

    assert pack.notices == ()
    assert pack.titled(pack.step("m-lege-stoel")) == "De lege stoel (M)"


@pytest.mark.parametrize(
    "name",
    [
        "../buiten.md",
        "../../buiten.md",
        "/buiten.md",
        "a/../../buiten.md",
        "..\\buiten.md",
        "C:\\buiten.md",
        "C:/buiten.md",
        "a/b/c/d/buiten.md",
        ".verborgen/buiten.md",
        "buiten.sh",
        "buiten.py",
        "__MACOSX/buiten.md",
    ],
)
def test_nothing_of_a_zip_lands_elsewhere(folder: Path, tmp_path: Path, name: str) -> None:
    before = set(tmp_path.rglob("*"))
    archive = zipped(tmp_path / "m.zip", {**whole(folder), name: b"hier"})

    pack = open_content([archive])

    assert pack.knows("m-lege-stoel")
    assert set(tmp_path.rglob("*")) - before == {archive}
    assert not Path("/buiten.md").exists()


def test_a_link_in_a_zip_is_left_out(folder: Path, tmp_path: Path) -> None:
    members = {**whole(folder), "m-lege-stoel.md": b"/etc/passwd"}
    archive = zipped(tmp_path / "m.zip", members, {"m-lege-stoel.md": stat.S_IFLNK | 0o777})

    pack = open_content([archive])

    assert not pack.knows("m-lege-stoel")
    assert "doet 1 stap nu niet mee" in pack.notices[0]


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"overlay.yaml": OVERLAY.encode(), **{f"{n}.md": b"x" * 250_000 for n in range(150)}}, "te groot"),
        ({"overlay.yaml": OVERLAY.encode(), **{f"{n}.md": b"" for n in range(2_100)}}, "meer dan 2000 bestanden"),
        ({"readme.md": b"niets"}, "geen overlay.yaml"),
        ({}, "geen overlay.yaml"),
    ],
)
def test_a_bomb_and_an_empty_zip_are_refused_soon(tmp_path: Path, members: dict[str, bytes], why: str) -> None:
    archive = zipped(tmp_path / "m.zip", members)
    started = time.process_time()

    pack = open_content([archive])

    assert time.process_time() - started < 5
    assert why in pack.notices[0]
    assert pack.programme.id == "goed-werk"


def test_a_file_that_unpacks_without_end_is_an_error_of_that_file(folder: Path, tmp_path: Path) -> None:
    members = {**whole(folder), "m-lege-stoel.md": b"0" * 50_000_000}
    pack = open_content([zipped(tmp_path / "m.zip", members)])

    assert not pack.knows("m-lege-stoel")


@pytest.mark.parametrize("spoil", ["cut", "bytes", "nothing"])
def test_a_damaged_zip_is_named(folder: Path, tmp_path: Path, spoil: str) -> None:
    archive = zipped(tmp_path / "m.zip", whole(folder))
    raw = archive.read_bytes()
    middle = raw[:60] + b"\0" * 60 + raw[120:]
    archive.write_bytes({"cut": raw[: len(raw) // 2], "bytes": middle, "nothing": b""}[spoil])

    assert open_content([archive]).notices[0].count("zonder deze inhoud") == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_out_of_the_folder_are_not_copied(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text("geheim", "utf-8")
    (folder / "link.md").symlink_to(secret)
    copy = copy_of(folder, tmp_path / "kopieen")

    assert renew_copy(folder, copy)
    assert not any("geheim" in path.read_text("utf-8") for path in copy.folder.rglob("*.md"))
    assert mend(folder) == []
    assert secret.read_text("utf-8") == "geheim"


@pytest.mark.parametrize(
    "overlay",
    [
        OVERLAY + 'owner: "\\e]52;c;ZXZpbA==\\a"\n',
        OVERLAY.replace("title: M", 'title: "\\u202eM"'),
        OVERLAY.replace("id: m", "id: !!python/object/apply:os.system [id]"),
        OVERLAY + "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a, *a, *a]\n" for n in range(9)),
        "[" * 100_000,
        "id: m\ntitle: M\nadd:\n  - {session: opening, steps: [../../etc/passwd]}\n",
        "id: m\ntitle: M\nchange:\n  - {step: ../begin, whole: true}\n",
        "x: " + "y" * 300_000,
        "id: m\0\n",
    ],
    ids=range(9),
)
def test_a_hostile_overlay_is_an_error_line(folder: Path, pack: Pack, overlay: str) -> None:
    (folder / "overlay.yaml").write_text(overlay, "utf-8")
    started = time.process_time()

    opened = open_content([folder])
    report = describe(check_pack(folder, under=pack))

    assert time.process_time() - started < 5
    assert opened.programme.id == "goed-werk"
    assert unsafe_sign(report + " ".join(opened.notices)) is None
    assert "klopt nog niet" in report


def test_titles_and_owners_are_never_markup(folder: Path, pack: Pack) -> None:
    overlay = folder / "overlay.yaml"
    text = overlay.read_text("utf-8").replace("title: M", 'title: "[red]*M*[/] `x`"')
    overlay.write_text(text, "utf-8")

    laid = pack.with_overlay(folder)

    assert laid.titled(laid.step("m-lege-stoel")) == "De lege stoel ([red]*M*[/] `x`)"
    assert r"\[red\]\*M\*" in laid.page(laid.programme.pages[0]).text

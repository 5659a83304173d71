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
        OVERLAY + 'change:\n  - step: een-stoel-erbij\n    questions: [{id: tussenpersoon, text: "\\e[2Jwie?"}]\n',
        OVERLAY
        + "change:\n  - step: een-stoel-erbij\n    questions: [{id: tussenpersoon, hint: <script>wie</script>}]\n",
        OVERLAY + "hide: [" + ", ".join(f"x{n}" for n in range(5_000)) + "]\n",
        OVERLAY + "hide: [../../begin, /etc/passwd]\n",
        OVERLAY + "order:\n  - {session: ../opening, steps: [contextkaart, startfoto]}\n",
        OVERLAY + "formerly:\n" + "  - {step: m-lege-stoel, was: startfoto}\n" * 500,
        OVERLAY + "formerly:\n  - {step: ../m, was: ../../journal}\n",
    ],
    ids=range(16),
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


HEAD = "---\nid: m-lege-stoel\nkind: exercise\ntitle: T\ninstruction: I\nresult: collection\n"
FIELD = "      - {id: a, title: A, fields: [{id: x, label: X, "
STEPS = {
    "codes in an option": lambda case: case.replace("Je vraagt om een week uitstel.", '"\\e]0;weg\\a"'),
    "codes in an earlier wording": lambda case: case.replace(
        "    text: Wie had", '    same_as: ["\\u202ewie"]\n    text: Wie had'
    ),
    "tags in a question": lambda case: case.replace("Wie had er", "<img src=x onerror=alert(1)> Wie had er"),
    "a link in the text": lambda case: case.replace("Je bent beleidsadviseur", "[klik](javascript:alert) Je bent"),
    "an id that leads out": lambda case: case.replace("id: m-lege-stoel", "id: ../../m-lege-stoel"),
    "an earlier id that leads out": lambda case: case.replace(
        "    move: act\n", "    move: act\n    formerly: [../journal]\n"
    ),
    "a billion laughs": lambda case: case.replace(
        "kind: case", "a: &a [x]\n" + "".join(f"a{n}: [{'*a, ' * 9}x]\n" for n in range(99)) + "kind: case"
    ),
    "a deep list": lambda case: case.replace("role: beleidsadviseur", "role: " + "[" * 50_000),
    "a thousand options": lambda case: case.replace(
        "questions:", "".join(f"    - {{id: o{n}, text: o}}\n" for n in range(1_000)) + "questions:", 1
    ),
    "a huge file": lambda case: case + "Woord. " * 60_000,
    "a form that asks for what is not there": lambda _: (
        f"{HEAD}form:\n  sections:\n{FIELD}yields: intention, yields_as: '{{x.__class__}} {{journal}}'}}]}}\n---\n"
    ),
    "a scale without end": lambda _: (
        f"{HEAD}scale: {{low: a, high: b, points: 999999999, items: [{{id: a, text: A}}]}}\n---\n"
    ),
    "cards without end": lambda _: f"{HEAD}sort:\n  columns: [{'{id: c, name: C},' * 20_000}]\n---\n",
    "an exercise that is itself again": lambda _: (
        "---\nid: m-lege-stoel\nkind: exercise\ntitle: T\ninstruction: I\nagain: m-lege-stoel\n---\n"
    ),
}
"""What becomes of a case, by what is hostile about it."""


@pytest.mark.parametrize("hostile", STEPS)
def test_a_hostile_step_is_left_out_and_the_good_copy_stays_as_it_was(
    folder: Path, pack: Pack, tmp_path: Path, hostile: str
) -> None:
    assert open_content([folder], tmp_path / "kopieen", renew=True).notices == ()
    step = folder / "m-lege-stoel.md"
    before = step.read_text("utf-8")
    after = STEPS[hostile](before)
    assert after != before
    step.write_text(after, "utf-8")
    files = set(tmp_path.rglob("*"))
    started = time.process_time()

    assert not open_content([folder]).knows("m-lege-stoel")
    opened = open_content([folder], tmp_path / "kopieen", renew=True)
    report = describe(check_pack(folder, under=pack))

    assert time.process_time() - started < 10
    assert set(tmp_path.rglob("*")) == files
    assert opened.step("m-lege-stoel") == pack_with(pack, tmp_path, before).step("m-lege-stoel")
    assert unsafe_sign(report + " ".join(opened.notices)) is None
    assert "klopt nog niet" in report


def pack_with(pack: Pack, tmp_path: Path, case: str) -> Pack:
    folder = tmp_path / "goed"
    folder.mkdir()
    (folder / "overlay.yaml").write_text(OVERLAY, "utf-8")
    (folder / "m-lege-stoel.md").write_text(case, "utf-8")
    return pack.with_overlay(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_good_copy_is_never_reached_through_a_link(folder: Path, tmp_path: Path) -> None:
    copies = tmp_path / "kopieen"
    open_content([folder], copies, renew=True)
    secret = tmp_path / "geheim.md"
    secret.write_text("geheim", "utf-8")
    (folder / "m-lege-stoel.md").unlink()
    (folder / "m-lege-stoel.md").symlink_to(secret)

    opened = open_content([folder], copies, renew=True)

    assert opened.step("m-lege-stoel").title == "De lege stoel"
    assert not any("geheim" in path.read_text("utf-8") for path in copies.rglob("*.md"))
    assert secret.read_text("utf-8") == "geheim"


def test_titles_and_owners_are_never_markup(folder: Path, pack: Pack) -> None:
    overlay = folder / "overlay.yaml"
    text = overlay.read_text("utf-8").replace("title: M", 'title: "[red]*M*[/] `x`"')
    overlay.write_text(text, "utf-8")

    laid = pack.with_overlay(folder)

    assert laid.titled(laid.step("m-lege-stoel")) == "De lege stoel ([red]*M*[/] `x`)"
    assert r"\[red\]\*M\*" in laid.page(laid.programme.pages[0]).text

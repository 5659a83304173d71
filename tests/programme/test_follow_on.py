"""One fault is one error: none in a good file for what a broken one would have given; advice names what is there."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest
from support.command_line import run
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.check import check_pack
from goedwerk_tui.programme.template import new_content

LIST = "glossary.yaml"
TERMS = "- id: m-kade\n  term: kade\n  meaning: Een rand.\n- id: m-wal\n  term: wal\n  meaning: Ook.\n  see: [m-kade]\n"
EXERCISE = (
    "---\nid: {0}\nkind: exercise\ntitle: {0}\ninstruction: Vul in.\nresult: measurement\n{1}form:\n"
    "  sections:\n    - {{id: een, title: Een, fields: [{{id: x, label: Wie?}}]}}\n---\n"
)


def told_in(folder: Path, under: Pack | None = None, *, besides: Collection[str] = ()) -> dict[str, str]:
    """Return every error and remark with the file that it names, without those that were told before."""
    report = check_pack(folder, under=under)
    lines = [(str(each), each.file) for each in (*report.problems, *report.warnings)]
    assert len(dict(lines)) == len(lines)
    return {line: file for line, file in lines if line not in besides}


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "m"
    for kind in ("casus", "formulier", "samenstelling"):
        new_content(folder, kind, "m")
    case, form, compose = (folder / f"m-{name}.md" for name in ("lege-stoel", "belronde", "brief-aan-een-nieuwe"))
    case.write_text(case.read_text("utf-8") + "\nDe [kade](begrip:m-kade).\n", "utf-8")
    compose.write_text(
        compose.read_text("utf-8").replace("kinds: [strategy, note]", "kinds: [exercise]\n      steps: [m-belronde]"),
        "utf-8",
    )
    again = "---\nid: m-nog-eens\nkind: exercise\ntitle: Nog eens\ninstruction: Bel.\nagain: m-belronde\n---\n"
    (folder / "m-nog-eens.md").write_text(again, "utf-8")
    text = (folder / "overlay.yaml").read_text("utf-8").replace("[m-belronde]", "[m-belronde, m-nog-eens]")
    (folder / "overlay.yaml").write_text(text, "utf-8")
    (folder / LIST).write_text(TERMS, "utf-8")
    assert form.exists()
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LIST, "  term: kade", "  term kade"),
        (LIST, "- id: m-kade\n", "- idd: m-kade\n"),
        (LIST, "- id: m-kade\n", "- id: M Kade\n"),
        ("m-belronde.md", "kind: exercise", "kind: oefening"),
        ("m-lege-stoel.md", "kind: case", "kind: casus"),
    ],
)
def test_what_a_broken_file_of_an_overlay_would_give_is_missed_by_nobody(
    overlay: Path, pack: Pack, file: str, old: str, new: str
) -> None:
    before = told_in(overlay, pack)
    text = (overlay / file).read_text("utf-8")
    assert old in text
    (overlay / file).write_text(text.replace(old, new, 1), "utf-8")

    assert [*told_in(overlay, pack, besides=before).values()] == [file]


def test_a_link_to_what_no_sound_entry_is_is_still_told(overlay: Path, pack: Pack) -> None:
    before = told_in(overlay, pack)
    (overlay / LIST).write_text(TERMS.replace("m-kade", "m-kaap").replace("  term: wal\n", ""), "utf-8")

    assert sorted(told_in(overlay, pack, besides=before).values()) == [LIST, "m-lege-stoel.md"]


WHOLE = {
    "1-opening/nog.md": EXERCISE.format("nog", "beside: eerst\n"),
    "1-opening/eerst.md": EXERCISE.format("eerst", ""),
    "1-opening/session.yaml": FILES["1-opening/session.yaml"].replace("  - begin\n", "  - begin\n  - nog\n  - eerst\n"),
    "1-opening/de-brief.md": FILES["1-opening/de-brief.md"].replace(
        "    move: act\n", "    move: act\n    through: kern\n"
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("1-opening/session.yaml", "title: Opening", "titel: Opening"),
        ("1-opening/session.yaml", "title: Opening", "title Opening"),
        ("1-opening/session.yaml", "  - de-brief\n", "  - De brief\n"),
        ("programme.yaml", "title: Een klein", "title Een klein"),
        ("programme.yaml", "tensions:", "spanningen:"),
        ("programme.yaml", "dimensions:", "dimensies:"),
        ("programme.yaml", "questions:\n", "vragen:\n"),
        ("programme.yaml", "  - {id: kern,", "  - {naam: kern,"),
        ("glossary.yaml", "term:", "begrip:"),
        ("values.yaml", "name:", "naam:"),
        ("statements.yaml", "text:", "tekst:"),
        ("1-opening/eerst.md", "kind: exercise", "kind: oefening"),
        ("1-opening/de-brief.md", "kind: case", "kind: casus"),
    ],
)
def test_what_a_broken_file_of_a_whole_programme_would_give_is_missed_by_nobody(
    make_pack: MakePack, file: str, old: str, new: str
) -> None:
    folder = make_pack(**WHOLE)
    before = told_in(folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")

    assert [*told_in(folder, besides=before).values()] == [file]


def test_a_folder_with_another_name_is_one_error(make_pack: MakePack) -> None:
    folder = make_pack()
    text = (folder / "programme.yaml").read_text("utf-8")
    (folder / "programme.yaml").write_text(text.replace("[1-opening,", "[1-openning,"), "utf-8")

    (problem,) = check_pack(folder).problems
    assert str(problem) == "1-openning/session.yaml: de map ‘1-openning’ is er niet; bedoelde je ‘1-opening’?"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"1-opening/session.yaml": ("  - begin", "  - Het begin")}, "dat is de titel van ‘begin’"),
        ({"1-opening/session.yaml": ("  - de-brief", "  - Nog een brief")}, "(zoals leest-lekkerder)"),
        ({"1-opening/de-brief.md": ("id: de-brief", "id: Brief van ons")}, "dit bestand heet ‘de-brief’"),
    ],
)
def test_an_id_that_is_advised_is_there(make_pack: MakePack, change: Mapping[str, tuple[str, str]], told: str) -> None:
    folder = make_pack({name: [pair] for name, pair in change.items()})

    said = [str(each) for each in check_pack(folder).problems]
    assert any(each.endswith(told) for each in said), said


def test_an_earlier_id_is_not_guessed_and_a_renamed_case_is_named(overlay: Path, pack: Pack) -> None:
    with (overlay / "overlay.yaml").open("a", encoding="utf-8") as file:
        file.write("formerly:\n  - step: m-lege-stoel\n    was: Het pasje van Joke\n")
    told = str(check_pack(overlay, under=pack).problems[0])
    assert told.endswith("het id van toen, geen titel")

    text = (overlay / "overlay.yaml").read_text("utf-8").replace("Het pasje van Joke", "m-pasje")
    (overlay / "overlay.yaml").write_text(text, "utf-8")
    strategy = "- {id: m-bellen, name: bellen, text: Bel eerst., step: m-pasje}\n"
    (overlay / "strategies.yaml").write_text(strategy, "utf-8")
    assert "die heet nu ‘m-lege-stoel’" in str(check_pack(overlay, under=pack).problems[0])
    (overlay / "strategies.yaml").write_text(strategy.replace("m-pasje", "m-lege-stol"), "utf-8")
    assert "bedoelde je ‘m-lege-stoel’?" in str(check_pack(overlay, under=pack).problems[0])


def test_what_lies_on_a_broken_layer_waits(
    overlay: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    second = tmp_path / "twee"
    case = new_content(second, "casus", "twee")[-1]
    case.write_text(case.read_text("utf-8") + "\nDe [kade](begrip:m-kade).\n", "utf-8")
    check = ("inhoud", "controleer", str(overlay), str(second))
    assert run(capsys, *check)[0] == 0

    (overlay / LIST).write_text("onzin", "utf-8")
    code, told, _ = run(capsys, *check)
    assert code == 1
    assert "m-kade" not in told
    assert f"‘{second}’ is nog niet nagekeken: het ligt over ‘{overlay}’, en daar klopt nog iets niet." in told


def test_an_overlay_in_the_folder_of_a_whole_programme_is_mentioned(make_pack: MakePack) -> None:
    folder = make_pack(**{"overlay.yaml": "id: m\ntitle: M\n"})

    told = [str(each) for each in check_pack(folder).warnings]
    assert any(
        each.startswith("overlay.yaml: wordt niet gelezen: in deze map staat een heel programma") for each in told
    )


@pytest.mark.parametrize("other", ["", "glossary.yml", "Glossary.yaml.txt"])
def test_a_glossary_that_is_missing_is_one_error(make_pack: MakePack, other: str) -> None:
    folder = make_pack()
    before = told_in(folder)
    glossary = folder / LIST
    glossary.rename(folder / other) if other else glossary.unlink()

    (told,) = told_in(folder, besides=before)
    beside = f"; er staat wel ‘{other}’" if other else ""
    assert told.startswith(f"glossary.yaml: dit bestand ontbreekt{beside}; 3 links verwijzen ernaar")


def test_a_glossary_of_ones_own_under_another_name_is_one_error(overlay: Path, pack: Pack) -> None:
    before = told_in(overlay, pack)
    (overlay / LIST).rename(overlay / "glossary.yml")

    (told,) = told_in(overlay, pack, besides=before)
    assert "glossary.yaml: dit bestand ontbreekt; er staat wel ‘glossary.yml’; 1 link verwijst ernaar" in told

    (overlay / "glossary.yml").unlink()
    (told,) = told_in(overlay, pack, besides=before)
    assert told.endswith("‘goedwerk inhoud ids’ noemt ze, en een eigen begrip zet je in glossary.yaml")


def test_a_term_is_linked_by_nothing_only_where_every_text_was_read(overlay: Path, pack: Pack) -> None:
    lonely = "geen tekst verwijst naar het begrip ‘kade’"
    own, case = overlay / "overlay.yaml", overlay / "m-lege-stoel.md"
    good, told_by = own.read_text("utf-8"), case.read_text("utf-8")
    assert lonely not in "".join(told_in(overlay, pack))
    case.write_text(told_by.replace("begrip:m-kade", "begrip:mandaat"), "utf-8")
    assert lonely in "".join(told_in(overlay, pack))

    case.write_text(told_by, "utf-8")
    for wrong in (
        good.replace("add:", "adt:"),
        good.replace("steps: [m-lege-stoel]", "steps: m-lege-stoel"),
        good.replace("  - session: opening\n    steps: [m-lege-stoel]\n", ""),
    ):
        assert wrong != good
        own.write_text(wrong, "utf-8")
        assert lonely not in "".join(told_in(overlay, pack))


def test_an_id_that_stands_twice_hides_no_other_mistake(overlay: Path, pack: Pack) -> None:
    before = told_in(overlay, pack)
    (overlay / LIST).write_text(TERMS + TERMS.partition("- id: m-wal")[0], "utf-8")
    case = overlay / "m-lege-stoel.md"
    case.write_text(case.read_text("utf-8") + "\nDe [steiger](begrip:m-steiger).\n", "utf-8")
    own = overlay / "overlay.yaml"
    text = own.read_text("utf-8").replace("[m-lege-stoel]", "[m-lege-stoel, m-lege-stoel]")
    own.write_text(f"{text}formerly:\n  - step: weg\n    was: m-oud\n", "utf-8")

    told = sorted(told_in(overlay, pack, besides=before))
    assert [each.partition(",")[0] for each in told] == [LIST, "m-lege-stoel.md", "overlay.yaml", "overlay.yaml"]
    assert "‘m-kade’ voor de tweede keer" in told[0]
    # What was copied and kept its id is likely the one that is looked for.
    assert told[1].endswith(
        "een link naar ‘begrip:m-steiger’; verwacht: een id uit glossary.yaml; ‘m-kade’ staat daar twee keer"
    )
    assert "een id van een stap" in "".join(told[2:])

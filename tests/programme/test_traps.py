"""Files that would hurt a careless reader: told in a line, never a crash and never a wait."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.crossing import in_part
from support.little_pack import FILES, MakePack, write_pack

from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.check import check_pack

READING = "1-opening/begin.md"


def problems_of(folder: Path, file: str) -> str:
    return "\n".join(str(problem) for problem in check_pack(folder).problems if problem.file == file)


@pytest.fixture(params=["C", "Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run everything with libyaml and without it."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "het bestand is leeg"),
        (b" \n\n", "het bestand is leeg"),
        (b"id: x\ntitle: \xff\xfe\n", "regel 2: er staat een teken dat geen UTF-8 is"),
        (b"id: x\ntitle: a\x00b\n", "regel 2: er staat een onzichtbaar stuurteken (U+0000)"),
        (b"id: x\ntitle: a\x1b[31mb\n", "stuurteken (U+001B)"),
        (b"a: " + b"x" * 300_000, "verwacht: een tekstbestand (UTF-8) van hoogstens 256 kB"),
        (b"# alleen uitleg\n", "er staat niets; verwacht: velden"),
        (b"id: x\n---\nid: y\n", "een tweede ‘---’"),
        (b"- x\n", "er staat een lijst; verwacht: velden (id, title"),
        (b"[" * 60 + b"]" * 60, "meer dan 50 niveaus"),
        (b"[" * 100_000, "meer dan 50 niveaus"),
        (b"- " * 100_000, "meer dan 50 niveaus"),
        (b"{a: " * 50_000, "meer dan 50 niveaus"),
        (b"id: &a [*a]\n", "naar iets dat nog niet af is"),
        (b"id: x\n\ttitle: y\n", "er staat"),
        (b"%YAML 9.9\n---\nid: x\n", "er staat"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_a_hurtful_file_is_an_error_line(make_pack: MakePack, raw: bytes, told: str) -> None:
    folder = make_pack()
    (folder / "programme.yaml").write_bytes(raw)

    started = time.process_time()
    assert told in problems_of(folder, "programme.yaml")
    assert time.process_time() - started < 3
    with pytest.raises(ContentError):
        Pack.open(folder)


def test_aliases_of_aliases_are_bounded(make_pack: MakePack) -> None:
    laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    folder = make_pack(**{"programme.yaml": "\n".join(laughs)})

    assert "meer dan 50000 waarden" in problems_of(folder, "programme.yaml")


def test_one_alias_is_what_it_stands_for(make_pack: MakePack) -> None:
    text = FILES["programme.yaml"].replace("text: Kunnen wat je doet.", "text: &doen Doen.")
    text = text.replace("text: Geven om wat je doet.", "text: *doen")

    pack = Pack.open(make_pack(**{"programme.yaml": text}))

    assert [dimension.text for dimension in pack.programme.dimensions] == ["Doen.", "Doen."]


def test_byte_order_marks_and_windows_line_ends_are_fine(make_pack: MakePack) -> None:
    folder = make_pack()
    for name, text in FILES.items():
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert check_pack(folder).problems == ()
    assert "\r" not in Pack.open(folder).step("de-brief").blocks[0].text


def test_scalars_are_text_until_the_schema_says_otherwise(make_pack: MakePack) -> None:
    folder = make_pack({READING: [("title: Het begin", "title: 16:15")], "values.yaml": [("name: zorg", "name: no")]})

    pack = Pack.open(folder)

    assert pack.step("begin").title == "16:15"
    assert pack.values()[0].name == "no"


def test_a_folder_in_a_files_place(make_pack: MakePack) -> None:
    folder = make_pack(**{READING: None})
    (folder / READING).mkdir()

    assert "er staat een map" in problems_of(folder, READING)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_and_a_loop_of_links(make_pack: MakePack) -> None:
    folder = make_pack(**{READING: None, "values.yaml": None})
    os.mkfifo(folder / READING)
    (folder / "values.yaml").symlink_to("values.yaml")

    assert "iets dat geen gewoon bestand is" in problems_of(folder, READING)
    assert "iets dat niet te lezen is (een verwijzing die naar zichzelf wijst)" in problems_of(folder, "values.yaml")


FUZZED = ["programme.yaml", "1-opening/session.yaml", "1-opening/de-brief.md", "glossary.yaml"]
quickly = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_everything(folder: Path) -> None:
    """Go through both doors, soon. Only ContentError may come out of the one, and nothing out of the other."""
    started = time.process_time()
    check_pack(folder)
    with suppress(ContentError, KeyError):
        pack = Pack.open(folder)
        pack.glossary()
        pack.terms_in(pack.step("de-brief"))
    assert time.process_time() - started < 2


@quickly
@given(raw=st.binary(max_size=400), name=st.sampled_from(FUZZED))
def test_any_bytes(tmp_path: Path, raw: bytes, name: str) -> None:
    folder = write_pack(tmp_path)
    (folder / name).write_bytes(raw)

    read_everything(folder)


@quickly
@given(
    name=st.sampled_from(FUZZED),
    at=st.floats(0, 1),
    cut=st.integers(0, 40),
    put=st.text(alphabet="-:#[]{}&*!|>'\"%@`,? \n\tab1\x85\u2028é<(", max_size=12),
)
def test_any_change(tmp_path: Path, name: str, at: float, cut: int, put: str) -> None:
    text = FILES[name]
    start = int(at * len(text))

    read_everything(write_pack(tmp_path, **{name: text[:start] + put + text[start + cut :]}))


@pytest.mark.parametrize(
    "piece",
    in_part(
        [
            "[](",
            "![",
            "[a](b",
            "<a",
            "&a",
            "#",
            "# ",
            "-",
            "|-",
            "* ",
            "_",
            "\t",
            "\n    a",
            ".",
            "?!",
            "](",
            "`",
            "[x]: ",
        ],
        6,
    ),
)
def test_no_pattern_takes_more_than_its_text(make_pack: MakePack, piece: str) -> None:
    head = "---\nid: begin\nkind: reading\ntitle: Het begin\n---\n"
    folder = make_pack(**{READING: head + "a " + piece * (200_000 // len(piece)) + "\nx"})

    started = time.process_time()
    check_pack(folder)
    assert time.process_time() - started < 3


def test_as_many_steps_and_references_as_fit_in_a_file(make_pack: MakePack) -> None:
    many = ", ".join(f"s{n}" for n in range(15_000))
    folder = make_pack(
        {"1-opening/session.yaml": [("steps:\n", f"steps: [{many}]\nsteps2:\n"), ("core: [", f"core: [{many}, ")]}
    )

    started = time.process_time()
    with pytest.raises(ContentError):
        Pack.open(folder)
    assert time.process_time() - started < 5

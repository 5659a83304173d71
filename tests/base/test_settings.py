"""Settings on the disk, and where they say that everything lives."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goedwerk_tui.base.files import WriteFailed
from goedwerk_tui.base.places import SetBy, content_paths, find_places
from goedwerk_tui.base.settings import (
    Settings,
    SettingsUnreadable,
    Whereabouts,
    read_settings,
    read_whereabouts,
    settings_trouble,
    write_settings,
)


def home_with(folder: Path, found: object) -> dict[str, str]:
    """Write settings; returns the environment in which they hold."""
    folder.mkdir(exist_ok=True)
    (folder / "instellingen.json").write_text(json.dumps(found))
    return {"GOEDWERK_HOME": str(folder)}


def test_each_part_leaves_the_others_and_what_it_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "instellingen.json"
    path.write_text('{"later": [1], "journal": "/stick/dagboek.json", "theme": "licht"}')
    write_settings(path, Settings(theme="contrast"))
    write_settings(path, Whereabouts(journal="/elders.json", backups="/map"))
    assert read_settings(path) == Settings(theme="contrast")
    assert read_whereabouts(path) == Whereabouts("/elders.json", "/map")
    assert json.loads(path.read_text())["later"] == [1]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"journal": 3}',
        b'{"backups": "a\\u0000"}',
        b'{"backups": "\\ud800"}',
        b'{"journal": "/stick/\\udcff.json"}',
    ],
)
def test_what_is_not_understood_is_named_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "instellingen.json"
    path.write_bytes(content)
    with pytest.raises(SettingsUnreadable, match="Er is niets aan veranderd"):
        read_whereabouts(path)
    assert not find_places(environment={"GOEDWERK_HOME": str(tmp_path)}).settings_understood
    if not content.startswith(b'{"'):
        assert read_settings(path) == Settings()
        with pytest.raises(SettingsUnreadable):
            write_settings(path, Settings())
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "line", "cause"),
    [
        ('{\n"theme": "licht",\n}', 2, "een komma te veel"),
        ('{\n"content": [\n"a",\n\n]}', 3, "een komma te veel"),
        ('{\n"theme": "licht",,\n"rhythm": "week"}', 2, "een komma te veel"),
        ('{\n"theme": "licht",\n', 3, "houdt het op"),
        ('{\n"theme": "licht"', 2, "houdt het op"),
        ('{\n"theme": "licht",\nrhythm: "week"}', 3, "zonder aanhalingstekens"),
        ('{\n"theme": "licht"\n"rhythm": "week"}', 3, "ontbreekt een komma"),
        ('{\n"theme": licht\n}', 2, "ontbreekt een waarde"),
        ('{\n"theme": "licht\n}', 2, "niet gesloten"),
        ('{"theme" "licht"}', 1, "dubbele punt"),
        ("{}\n{}", 2, "achter de laatste"),
    ],
)
def test_a_fault_is_told_with_its_line_and_cause(tmp_path: Path, content: str, line: int, cause: str) -> None:
    path = tmp_path / "instellingen.json"
    path.write_text(content)
    trouble = settings_trouble(path)
    assert f"regel {line}: " in str(trouble)
    assert cause in str(trouble)


@pytest.mark.parametrize("sign", [r"\ud800", r"\udcff", r"\u0000"])
def test_what_is_no_text_counts_as_not_said_and_stays_in_the_file(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "instellingen.json"
    path.write_text(f'{{"theme": "{sign}", "content": ["a", "{sign}"], "keys": {{"mark": "{sign}", "{sign}": "b"}}}}')
    assert read_settings(path) == Settings(content=("a",))
    write_settings(path, Settings(cursor="knippert"), Settings())
    assert path.read_text().count(sign) == 4
    assert read_settings(path).cursor == "knippert"


@pytest.mark.parametrize("part", [Whereabouts(journal="/stick/\udcff.json"), Settings(content=("/map/\udcff",))])
def test_a_path_that_could_not_be_read_back_is_not_kept(tmp_path: Path, part: Settings | Whereabouts) -> None:
    path = tmp_path / "instellingen.json"
    with pytest.raises(WriteFailed, match="Kies een kortere naam, met gewone letters"):
        write_settings(path, part)
    assert not path.exists()


def test_settings_that_are_broken_elsewhere_still_say_where_the_journal_is(tmp_path: Path) -> None:
    (tmp_path / "instellingen.json").write_text('{"journal": "/stick/dagboek.json", "theme": licht}')
    places = find_places(environment={"GOEDWERK_HOME": str(tmp_path)})
    assert places.settings_understood
    assert places.journal == Path("/stick/dagboek.json")
    (tmp_path / "instellingen.json").write_text('{"theme": licht}')
    assert find_places(environment={"GOEDWERK_HOME": str(tmp_path)}).journal == tmp_path / "dagboek.json"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"Z:\delen\meerwoude"', r"Z:\delen\meerwoude"),
        (r'"Z:\\delen\\meerwoude"', r"Z:\delen\meerwoude"),
        (r'"Z:\nieuw\team\boek"', r"Z:\nieuw\team\boek"),
        (r'"\\server\delen"', r"\\server\delen"),
        ('["een", "twee"]', "een|twee"),
        ('"een"', "een"),
        ("3", ""),
    ],
)
def test_paths_may_be_typed_as_on_windows(tmp_path: Path, written: str, read: str) -> None:
    path = tmp_path / "instellingen.json"
    path.write_text(f'{{"content": {written}}}')
    assert "|".join(read_settings(path).content) == read


def test_content_is_looked_for_from_the_settings(tmp_path: Path) -> None:
    found = content_paths(Settings(content=("delen\\meerwoude", "/vast/m.zip")), tmp_path)
    assert found == (tmp_path / "delen" / "meerwoude", Path("/vast/m.zip"))


def test_a_mark_at_the_beginning_as_some_editors_leave_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "instellingen.json"
    path.write_text('{"journal": "/stick/dagboek.json"}', "utf-8-sig")
    assert read_whereabouts(path) == Whereabouts("/stick/dagboek.json")


def test_the_command_line_comes_before_the_settings_and_those_before_the_usual_place(tmp_path: Path) -> None:
    stick, kept = tmp_path / "stick" / "brief.json", tmp_path / "kopieen"
    environment = home_with(tmp_path / "home", {"journal": str(stick), "backups": str(kept)})
    own = find_places(environment=environment)
    assert (own.journal, own.journal_set_by) == (stick, SetBy.SETTINGS)
    assert (own.inbox, own.drafts) == (stick.parent / "brief.inbox", stick.parent / "brief.concepten")
    assert own.backup_folders == (kept, stick.parent / "brief.reservekopieen")
    given = find_places(tmp_path / "ander.json", environment)
    assert (given.journal, given.journal_set_by) == (tmp_path / "ander.json", SetBy.COMMAND)
    assert given.backup_folders == (tmp_path / "ander.reservekopieen",)
    assert find_places(stick, environment).backup_folders == own.backup_folders
    usual = find_places(environment={"GOEDWERK_HOME": str(tmp_path / "leeg")})
    assert (usual.journal, usual.journal_set_by) == (tmp_path / "leeg" / "dagboek.json", SetBy.PROGRAM)
    assert find_places(usual.journal, {"GOEDWERK_HOME": str(tmp_path / "leeg")}).inbox == usual.inbox
    assert not (tmp_path / "leeg").exists() and not stick.parent.exists()


def test_settings_that_name_the_usual_place_change_nothing_else(tmp_path: Path) -> None:
    found = find_places(environment=home_with(tmp_path / "home", {"journal": "dagboek.json"}))
    assert (found.inbox, found.drafts, found.backups) == tuple(
        tmp_path / "home" / name for name in ("inbox", "concepten", "reservekopieen")
    )
    assert found.journal_set_by is SetBy.SETTINGS


def test_names_that_are_not_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ik"))
    environment = home_with(tmp_path / "home", {"journal": "werk/dagboek.json", "backups": "~/kopieen"})
    found = find_places(environment=environment)
    assert found.journal == tmp_path / "home" / "werk" / "dagboek.json"
    assert found.backups == tmp_path / "ik" / "kopieen"
    environment = home_with(tmp_path / "home", {"journal": "~geen-mens-heet-zo/dagboek.json"})
    assert find_places(environment=environment).journal.name == "dagboek.json"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=60) | st.recursive(st.none() | st.text(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_any_file_at_all(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "instellingen.json"
    path.write_bytes(content)
    find_places(environment={"GOEDWERK_HOME": str(tmp_path)})
    assert isinstance(read_settings(path), Settings)

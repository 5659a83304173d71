"""Whatever becomes of what a draft belongs to, what was typed is offered or kept, and what was wiped stays away."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command_line import run
from support.crossing import in_part
from support.driver import running
from support.little_pack import FILES, write_pack
from textual.events import AppFocus

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.erasure import wipe
from goedwerk_tui.programme import Pack
from goedwerk_tui.tui.routes import StepRoute, WriteRoute


def _note_id() -> str:
    (note,) = (each for each in Journal.open(find_places(), read_only=True).newest_first() if "alfa" in each.text)
    return note.id


def _on_the_other_machine(tmp_path: Path, change: Callable[[Journal, str], object]) -> None:
    """Have another machine change the journal, and a sync service bring its file here."""
    places, there = find_places(), tmp_path / "andere machine" / "dagboek.json"
    there.parent.mkdir()
    shutil.copy(places.journal, there)
    change(Journal.open(find_places(there)), _note_id())
    there.replace(places.journal)


def _wiped(home: Path, tmp_path: Path) -> None:
    _on_the_other_machine(tmp_path, lambda journal, id: wipe(journal, [id]))


def _wiped_and_never_backed_up(home: Path, tmp_path: Path) -> None:
    shutil.rmtree(find_places().backups)
    _wiped(home, tmp_path)


def _thrown_away(home: Path, tmp_path: Path) -> None:
    _on_the_other_machine(tmp_path, lambda journal, id: journal.trash(id))


def _changed(home: Path, tmp_path: Path) -> None:
    _on_the_other_machine(tmp_path, lambda journal, id: journal.change(id, "alfa geheimwoord en meer"))


def _of_before_the_note(home: Path, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "eerder.json", find_places().journal)


def _another_journal(home: Path, tmp_path: Path) -> None:
    there = find_places(tmp_path / "ander.json")
    Journal.open(there).add(Kind.NOTE, "van iemand anders")
    there.journal.replace(find_places().journal)


def _moved_by_hand(home: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    find_places().journal.rename(tmp_path / "elders" / "dagboek.json")
    (home / "instellingen.json").write_text(json.dumps({"journal": str(tmp_path / "elders" / "dagboek.json")}))


def _renamed_by_hand(home: Path, tmp_path: Path) -> None:
    find_places().journal.rename(home / "werk.json")
    (home / "instellingen.json").write_text(json.dumps({"journal": str(home / "werk.json")}))


def _home_moved(home: Path, tmp_path: Path) -> None:
    away = tmp_path / "weg"
    home.rename(away)
    home.symlink_to(away)


def _restored(home: Path, tmp_path: Path) -> None:
    find_places().journal.write_bytes(b"onleesbaar")


def _gone(home: Path, tmp_path: Path) -> None:
    find_places().journal.unlink()


WAYS = [
    _wiped,
    _wiped_and_never_backed_up,
    _thrown_away,
    _changed,
    _of_before_the_note,
    _another_journal,
    _moved_by_hand,
    _renamed_by_hand,
    _home_moved,
    _restored,
    _gone,
]
_KEPT_AT_THE_START = (_wiped, _wiped_and_never_backed_up)
"""Of what was wiped nothing is offered: what was typed at it is a note when the program has started."""
_NO_LONGER_FITS = (_thrown_away, _changed)
"""The piece is there, and is not what was typed at: that becomes a note when it is taken up."""


@pytest.mark.parametrize("loses_its_home", in_part(WAYS, 6), ids=lambda each: each.__name__.strip("_"))
async def test_what_was_typed_is_offered_or_kept(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, loses_its_home: Callable[[Path, Path], None]
) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "iets anders")
    shutil.copy(find_places().journal, tmp_path / "eerder.json")
    Journal.open(find_places()).add(Kind.NOTE, "alfa geheimwoord")
    async with running(find_places()) as app:
        await app.press("3", "enter", "enter")
        await app.write(" half getypt")
        app.app.keep_now()
        app.app.exit()
    loses_its_home(home, tmp_path)
    if loses_its_home in (_restored, _gone):
        run(capsys, "herstel", *(["--redden"] if loses_its_home is _restored else ["1"]))
    async with running(find_places()) as app:
        ready = loses_its_home not in _KEPT_AT_THE_START
        assert ("Er staat iets klaar" in app.text) is ready
        if ready:
            await app.press("c")
            assert ("past niet meer bij ‘Notitie’. Het staat als notitie" in app.said) is (
                loses_its_home in _NO_LONGER_FITS
            )
            assert ("half getypt" in app.text) is (loses_its_home not in _NO_LONGER_FITS)
            await app.press("escape")
        said = app.said
    _, out, _ = run(capsys, "zoek", "half", "getypt")
    assert "half getypt" in out
    if loses_its_home in _KEPT_AT_THE_START:
        assert "ander apparaat gewist" in said and "nooit meegaat" in said
        assert not any(b"geheimwoord" in each.read_bytes() for each in home.rglob("*") if each.is_file())


_BRIEF, _SESSION = FILES["1-opening/de-brief.md"], FILES["1-opening/session.yaml"]
_ASKED = '{id: zien, after: situatie, move: see, text: "Wat valt je op aan de brief?", hint: Lees de aanhef.}'
_RENAMED_STEP: dict[str, str | None] = {
    "1-opening/de-brief.md": None,
    "1-opening/brief.md": _BRIEF.replace("id: de-brief", "id: brief"),
    "1-opening/session.yaml": _SESSION.replace("de-brief", "brief") + "formerly: [{step: brief, was: de-brief}]\n",
}
EDITIONS: dict[str, dict[str, str | None]] = {
    "another pack": {"programme.yaml": FILES["programme.yaml"].replace("id: proefpakket", "id: ander")},
    "other words": {"1-opening/de-brief.md": _BRIEF.replace("Wat valt je op aan de brief?", "Wie krijgt hem?")},
    "a question renamed": {
        "1-opening/de-brief.md": _BRIEF.replace("{id: zien,", "{id: blik, formerly: [zien],"),
    },
    "a question gone": {"1-opening/de-brief.md": _BRIEF.replace(f"  - {_ASKED}\n", "")},
    "a step renamed": _RENAMED_STEP,
    "a step and its question renamed": {
        **_RENAMED_STEP,
        "1-opening/brief.md": _BRIEF.replace("id: de-brief", "id: brief").replace(
            "{id: zien,", "{id: blik, formerly: [zien],"
        ),
    },
    "a step gone": {
        "1-opening/de-brief.md": None,
        "1-opening/session.yaml": _SESSION.replace("  - de-brief\n", "").replace(", de-brief", ""),
    },
    "a step of another kind": {
        "1-opening/de-brief.md": FILES["1-opening/begin.md"].replace("id: begin", "id: de-brief"),
    },
}
_ASKS_SOMETHING_ELSE = ("another pack", "other words")
"""Where there is a question in the place of the one that was answered, and it is another."""


@pytest.mark.parametrize("edition", in_part([*EDITIONS], 4))
async def test_what_was_typed_in_a_step_is_offered_or_kept_in_every_edition(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, edition: str
) -> None:
    Journal.open(places).set_position("de-brief", "")
    async with running(places, content=write_pack(tmp_path / "een")) as app:
        await app.press("enter")
        await app.write("eerst")
        await app.press("escape", "enter")
        await app.write(" half getypt")
        app.app.keep_now()
        app.app.exit()
    async with running(places, content=write_pack(tmp_path / "twee", **EDITIONS[edition])) as app:
        assert "Er staat iets klaar" in app.text
        await app.press("c")
        another = edition in _ASKS_SOMETHING_ELSE
        assert ("past niet meer bij je antwoord" in app.said) is another, app.text
        assert ("half getypt" in app.text) is not another, app.text
        await app.press("escape", "1")
        assert "Er staat iets klaar" not in app.text
    assert "half getypt" in run(capsys, "zoek", "half", "getypt")[1]


@pytest.mark.parametrize("page", ["a step", "a page"])
async def test_under_an_open_box_what_was_wiped_elsewhere_does_not_come_back(
    places: Places, tmp_path: Path, home: Path, page: str
) -> None:
    Journal.open(places).set_position("de-brief", "")
    if page == "a page":
        Journal.open(places).add(Kind.NOTE, "alfa geheimwoord")
    async with running(places, content=write_pack(tmp_path / "een")) as app:
        if page == "a step":
            await app.press("enter")
            await app.write("alfa geheimwoord")
            await app.press("escape", "enter")
        else:
            await app.press("3", "enter", "enter")
        await app.write(" meergetypt")
        _on_the_other_machine(tmp_path, lambda journal, id: wipe(journal, [id]))
        app.app.post_message(AppFocus())
        await app.write(" verder")
        for _ in range(300):
            if "Het stuk waaraan je schreef is gewist" in app.said:
                break
            await app.pause(0.02)
        await app.press("ctrl+z", "ctrl+y", "escape")
        assert "Het stuk waaraan je schreef is gewist" in app.said and "geheimwoord" not in app.text
        assert not any(b"geheimwoord" in each.read_bytes() for each in home.rglob("*") if each.is_file())
    kept = " ".join(each.text for each in Journal.open(places, read_only=True).newest_first())
    assert "meergetypt" in kept and "verder" in kept


@pytest.mark.parametrize("at", ["the piece", "the question"])
async def test_of_what_is_open_while_it_is_wiped_elsewhere_only_the_new_words_stay(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path, at: str
) -> None:
    step = pack.step(pack.programme.sessions[0].core[0])
    async with running(places) as app:
        if at == "the piece":
            Journal.open(places).add(Kind.NOTE, "alfa geheimwoord")
            app.app.open(WriteRoute(entry=_note_id()))
        else:
            await app.press("b")
            app.app.open(StepRoute(step.id))
            await app.settle()
            await app.press("f2")
            await app.paste("alfa geheimwoord")
            await app.press("escape", "f2", "enter")
        await app.settle()
        await app.paste(" omegawoord")
        _wiped(places.journal.parent, tmp_path)
        await app.press("escape", "escape", "escape")
    texts = [each.text for each in Journal.open(places, read_only=True).newest_first()]
    assert any("omegawoord" in each for each in texts) and not any("geheimwoord" in each for each in texts)
    assert "geheimwoord" not in run(capsys, "zoek", "geheimwoord")[1]

"""What goes wrong: odd text, small windows, full disks, broken files. Nothing is lost and nothing is overwritten."""

import errno
import os
import time
from pathlib import Path

import pytest
from support.crossing import in_part
from support.driver import TINY, Driver, running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.base.text import clean
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Step
from goedwerk_tui.tui.routes import StepRoute, WriteRoute
from goedwerk_tui.tui.widgets.editor import Editor

pytestmark = pytest.mark.drawn

ODD = [
    "[red]rood[/red] [@click=app.quit]weg[/] [/]",
    "emoji 👩‍👩‍👧 en 🇳🇱",
    "kolom\tkolom",
    "שלום עליכם gemengd مرحبا",
    "belletje \x07 en escape \x1b[31m",
    "los surrogaat \ud83d hier",
    "# kop\n\n> citaat\n---",
]


def a_questions_step(pack: Pack) -> Step:
    steps = map(pack.step, pack.programme.sessions[0].steps)
    return next(step for step in steps if step.kind == "questions")


async def begin_writing(app: Driver, step: Step) -> None:
    if "Kijk eerst rond" in app.text:
        await app.press("b")
    app.app.open(StepRoute(step.id))
    await app.settle()
    await app.press("enter")


async def test_odd_text_is_kept_and_shown_as_text(places: Places, pack: Pack) -> None:
    async with running(places) as app:
        await begin_writing(app, a_questions_step(pack))
        await app.paste(ODD[0])
        await app.press("escape", "escape")
        for number, text in enumerate(ODD):
            if number:
                await app.press("1", "n")
                await app.paste(text)
                await app.press("escape")
            await app.press("3", "home", "enter")
            shown = app.words
            assert all(word in shown for word in clean(text).split() if word.isascii()), text
            await app.press("escape")
        await app.press("5", "ctrl+a", "enter")
    texts = [entry.text for entry in Journal.open(places, read_only=True).newest_first()]
    assert texts == [clean(text) for text in reversed(ODD)]


async def test_a_huge_line_is_offered_as_a_note_and_the_keyboard_goes_on(places: Places, pack: Pack) -> None:
    huge = "woord " * 35_000
    async with running(places) as app:
        await begin_writing(app, a_questions_step(pack))
        await app.write("ervoor")
        await app.paste(huge)
        assert "losse notitie" in app.words
        await app.press("enter")
        await app.settle()
        started = time.process_time()
        await app.write("erna")
        assert time.process_time() - started < 2
        await app.press("escape")
    texts = {entry.kind: entry.text for entry in Journal.open(places, read_only=True).newest_first()}
    assert texts == {Kind.NOTE: huge, Kind.ANSWER: "ervoorerna"}


async def test_what_is_pasted_while_a_huge_line_is_asked_about_is_kept_too(places: Places, pack: Pack) -> None:
    first, third = "een " * 8_000, "drie " * 8_000
    async with running(places) as app:
        await begin_writing(app, a_questions_step(pack))
        await app.paste(first)
        await app.paste("twee")
        await app.paste(third)
        assert "losse notitie" in app.words
        await app.press("enter")
        assert "losse notitie" in app.words
        await app.press("enter")
        assert "losse notitie" not in app.words
        await app.press("escape")
    texts = {(entry.kind, entry.text) for entry in Journal.open(places, read_only=True).newest_first()}
    assert texts == {(Kind.NOTE, first), (Kind.NOTE, third), (Kind.ANSWER, "twee")}


async def test_a_paste_in_a_window_without_a_box_is_answered(places: Places) -> None:
    async with running(places) as app:
        await app.press("f1")
        await app.paste("geplakt")
        assert "Wat je plakte staat nergens" in app.words
        await app.press("escape", "ctrl+p")
        await app.paste("dagboek")
        assert "komt hier nergens" not in app.words


async def test_every_screen_opens_in_a_tiny_window(places: Places, pack: Pack) -> None:
    async with running(places, size=TINY) as app:
        await begin_writing(app, a_questions_step(pack))
        await app.write("klein")
        assert "klein" in app.text
        await app.press("escape", "escape")
        for key in ("1", "2", "3", "4", "5"):
            await app.press(key, "f1", "escape")
        await app.press("ctrl+p", "escape")
    assert not app.app.trouble


@pytest.mark.parametrize("where", in_part(["ctrl+p", "2", "3", "4", "5"], 2))
async def test_paging_where_no_line_fits_ends_nothing(where: str, places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "een stuk")
    async with running(places) as app:
        await app.press(where)
        await app.resize(1, 1)
        await app.press("down", "pageup", "pagedown", "end", "pageup", "ctrl+end", "ctrl+home", "shift+pageup")
        await app.resize(80, 24)
        assert app.text.strip()
    assert not app.app.trouble


async def test_half_a_sign_in_the_palette_can_be_cut(places: Places) -> None:
    async with running(places) as app:
        await app.press("ctrl+p")
        await app.paste("dag\ud83dboek")
        await app.press("ctrl+a", "ctrl+x", "ctrl+v", "enter")
    assert not app.app.trouble


async def test_a_full_disk_is_said_and_the_text_stays(
    places: Places, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with running(places) as app:
        await begin_writing(app, a_questions_step(pack))
        await app.write("eerste")
        await app.press("escape")
        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", full)
            await app.press("enter")
            await app.write(" tweede")
            await app.press("ctrl+n")
            assert "Niet bewaard" in app.words
            assert "schijf is vol" in app.words
            assert "eerste tweede" in app.text
        await app.press("ctrl+n", "ctrl+q")
    assert [entry.text for entry in Journal.open(places, read_only=True).newest_first()] == ["eerste tweede"]


@pytest.mark.parametrize("content", in_part([b"", b"{", b"null", b'{"_default": {}}', b"\xff\xfe{\x00"], 3))
async def test_a_journal_that_is_not_understood_is_left_alone(places: Places, content: bytes) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(content)
    async with running(places) as app:
        assert "Je dagboek gaat niet open" in app.text
        assert "dagboek.json" in app.words.replace(" ", "")
        await app.press("v")
        assert "er wordt niets bewaard" in app.text
        await app.press("n")
        await app.write("probeersel")
        await app.press("escape", "3")
        assert "probeersel" in app.text
    assert places.journal.read_bytes() == content


@pytest.mark.parametrize("files", [{}, {"programme.yaml": ""}, {"programme.yaml": "id: [\n"}])
async def test_a_broken_pack_is_named_and_the_programme_goes_on(
    places: Places, tmp_path: Path, files: dict[str, str]
) -> None:
    folder = tmp_path / "pakket"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    async with running(places, content=folder) as app:
        assert ("programme.yaml" if files else "overlay.yaml") in app.said
        assert "gaat verder zonder deze inhoud" in app.said
        assert app.app.workspace
        assert app.app.workspace.pack.programme.id == "goed-werk"
    assert not places.journal.exists()


async def test_a_fault_of_ours_shows_no_traceback_and_keeps_the_draft(
    places: Places, pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    step = a_questions_step(pack)
    troubles: list[Trouble | None] = []
    with pytest.raises(ZeroDivisionError):
        async with running(places) as app:
            await begin_writing(app, step)
            await app.write("nog net")
            app.app.call_later(lambda: 1 // 0)
            await app.pause(0.2)
            troubles.append(app.app.trouble)
    shown = capsys.readouterr()
    assert "Traceback" not in shown.out + shown.err
    assert "fout van ons" in str(troubles[0])
    report = (places.state / "fout.txt").read_text()
    assert "ZeroDivisionError" in report
    assert "nog net" not in report
    async with running(places) as again:
        await again.press("c", "enter")
        assert "nog net" in again.text


async def test_a_name_that_no_disk_takes_is_told_where_it_is_typed_and_at_the_start(
    places: Places, tmp_path: Path
) -> None:
    name = tmp_path / ("lang" * 300) / "dagboek.json"
    Journal.open(places).add(Kind.NOTE, "Van vandaag.")
    async with running(places) as app:
        await app.choose("andere plek")
        await app.press("ctrl+a")
        await app.paste(str(name))
        await app.press("enter")
        assert "kon niet worden bewaard" in app.said
        assert not app.app.trouble
    async with running(find_places(name)) as app:
        assert "is te lang" in str(app.app.trouble)


@pytest.mark.parametrize(
    ("stands", "pasted", "becomes"),
    [
        ("Ik bel de raad.", "5 minuten later", "Ik bel de raad. 5 minuten later"),
        ("Ik bel de raad.", "Eerst.\nDaarna.", "Ik bel de raad.\nEerst.\nDaarna."),
        ("Ik bel de raad", "slid", "Ik bel de raadslid"),
        ("Ik bel de raad. ", "5 minuten", "Ik bel de raad. 5 minuten"),
        ("(zie de raad.", ")", "(zie de raad.)"),
    ],
)
async def test_what_is_pasted_behind_a_sentence_stands_apart_from_it(
    places: Places, stands: str, pasted: str, becomes: str
) -> None:
    async with running(places) as app:
        await app.press("b")
        app.app.open(WriteRoute())
        await app.settle()
        await app.write(stands)
        await app.paste(pasted)
        assert app.app.screen.query_one("#page", Editor).text == becomes

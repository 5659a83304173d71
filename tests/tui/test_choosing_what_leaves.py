"""Choosing what leaves, seeing it, changing it, and writing it, by the keys that a person presses."""

import os
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from support.driver import SMALL, WIDE, Driver, running
from textual.widgets import Input

from goedwerk_tui.base.clock import local, short_date, utc_now
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.reminders.own_prompts import prompt_of
from goedwerk_tui.guidance.reminders.rhythm import origin_of
from goedwerk_tui.journal import Journal, Kind, Mark, Meeting, Origin
from goedwerk_tui.journal.lock import InstanceLock
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing import file_writer
from goedwerk_tui.tui.routes import StepRoute


@pytest.fixture
def written(places: Places) -> Journal:
    """Three answers from two sessions and two notes; one is marked to bring, one may never leave."""
    journal = Journal.open(places)
    for session, step, text in (
        ("opening", "een-stoel-erbij", "eerste antwoord"),
        ("opening", "een-stoel-erbij", "Jan de Boer [belde] op 0612345678"),
        ("vakmanschap", "leest-lekkerder", "derde antwoord"),
    ):
        origin = Origin("goed-werk", session, step, "a", session.title(), step, "Wat zag je?")
        entry = journal.add(Kind.ANSWER, text, origin=origin)
        if text.startswith("Jan"):
            journal.mark(entry.id, Mark.BRING, True)
    journal.add(Kind.NOTE, "losse notitie")
    journal.mark(journal.add(Kind.NOTE, "blijft altijd hier").id, Mark.NEVER_LEAVE, True)
    journal.set_position("een-stoel-erbij", "a")
    journal.close()
    return journal


async def write_to(app: Driver, target: Path) -> None:
    await app.press("s")
    await app.press("ctrl+a", "ctrl+k")
    await app.paste(str(target))
    await app.press("enter")
    for _ in range(50):
        if target.exists():
            break
        await app.pause(0.1)
    await app.pause(0.3)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_branch_is_ticked_at_once_and_what_may_never_leave_is_not_there(
    places: Places, written: Journal, size: tuple[int, int]
) -> None:
    async with running(places, size=size) as app:
        await app.press("5")
        assert "Wat mag mee? 1 van 4" in app.words
        assert "blijft altijd hier" not in app.text
        assert "Jan de Boer [belde]" in app.text
        await app.press("ctrl+u")
        assert "Wat mag mee? 0 van 4" in app.words
        await app.press("enter")
        assert "Kies eerst" in app.text
        await app.press("end", "space")
        assert "[x] Los geschreven 1 van 1 → vouw open" in app.words
        assert "Onder ‘Los geschreven’ aangevinkt: 1 stuk." in app.said
        await app.press("ctrl+a")
        assert "Wat mag mee? 4 van 4" in app.words
        day = short_date(local(utc_now()).date()).rpartition(" ")[0]
        await app.press("right")
        assert f"{day}  losse notitie" in app.text
        await app.press("enter")
        assert f"{day}  losse notitie" not in app.text


async def test_in_a_wide_window_what_leaves_is_read_beside_what_is_ticked(places: Places, written: Journal) -> None:
    Journal.open(places).set_meeting(Meeting("een", date(2026, 12, 3), "opening"))

    def beside(app: Driver) -> str:
        return " ".join(" ".join(line[70:].strip(" │┃") for line in app.text.splitlines()[3:-1]).split())

    async with running(places, size=WIDE) as app:
        await app.press("5")
        assert "Zo komt het in het bestand" in app.text and "er vertrekt niets voor je het gezien hebt" in app.text
        sheet = beside(app)
        assert "Jan de Boer [belde] op 0612345678" in sheet and "Voor de bijeenkomst" in sheet
        await app.press("end", "space")
        assert "losse notitie" in beside(app) and "blijft altijd hier" not in beside(app)
        await app.press("tab")
        app.app.write(lambda journal: journal.add(Kind.NOTE, "kwam erbij"))
        await app.settle()
        assert app.app.focused and app.app.focused.id == "leaves"
        await app.press("enter")
        assert "Blad voor de bijeenkomst, 2 stukken" in app.words
        await app.press("escape", "ctrl+u")
        assert "Hier zie je dan hoe dat wordt" in beside(app) and "Jan de Boer" not in beside(app)
    async with running(places, size=SMALL) as app:
        await app.press("5")
        assert "Zo komt het in het bestand" not in app.text
        await app.resize(*WIDE)
        assert "Jan de Boer [belde] op 0612345678" in beside(app)


async def test_beside_what_is_ticked_as_much_is_laid_out_as_one_reads_there(places: Places) -> None:
    journal = Journal.open(places)
    for number in range(30):
        journal.add(Kind.NOTE, "met heel veel woorden " * 100 + f"einde {number}")
    journal.close()
    async with running(places, size=WIDE) as app:
        await app.press("5", "ctrl+a", "tab", "end")
        assert "aangevinkt: 30 stukken" in app.words.lower()
        assert "en nog 21 stukken. Enter toont alles." in app.words
        await app.press("enter", "end")
        assert "einde 29" in app.words and "Enter toont alles" not in app.words


async def test_the_parts_that_can_be_shown(places: Places, written: Journal) -> None:
    async with running(places) as app:
        await app.press("5", "f2")
        assert "Wat mag mee? 1 van 1 · om mee te nemen" in app.words
        assert "derde antwoord" not in app.text
        await app.press("f2")
        assert "Wat mag mee? 1 van 4 · nieuw sinds je vorige bestand" in app.words
        assert "[ ] Vakmanschap 0 van 1 → vouw open" in app.words
        await app.press("f2")
        assert "Wat mag mee? 1 van 2 · deze sessie" in app.words
        assert "derde antwoord" not in app.text
        assert "eerste antwoord" in app.text
        await app.press("f2")
        assert "Wat mag mee? 1 van 4 ━" in app.words


def beside(app: Driver) -> str:
    """What is said of the file, beside how it will be."""
    return " ".join(" ".join(line[:66] for line in app.text.splitlines()).translate({ord("│"): " "}).split())


async def test_what_was_replaced_stays_so_when_one_goes_back_for_another_piece(
    places: Places, written: Journal, tmp_path: Path
) -> None:
    target = tmp_path / "blad.txt"
    async with running(places, size=WIDE) as app:
        await app.press("5", "enter", "e", "space", "down", "space", "escape", "o")
        await app.write("Els")
        await app.press("enter", "escape", "ctrl+a", "ctrl+n")
        assert "een collega [belde] op […]" in app.words and "‘Els’." in app.words
        assert "Bij e koos je: 2 namen of woorden vervangen." in beside(app)
        await app.press("e")
        assert "Jan de Boer → een collega" in app.words
        await app.press("escape", "v", "down", "down", "down", "enter")
        await write_to(app, target)
        await app.press("escape", "ctrl+e", "ctrl+n")
        assert "een collega [belde] op […]" in app.words
        await app.press("e", "space", "space", "escape")
        assert "Jan de Boer [belde]" in app.words and "1 naam of woord vervangen" in beside(app)
        await app.press("e", "end", "space", "escape", "escape", "ctrl+n")
        assert "en 1 alinea weggelaten." in beside(app)
        await app.press("escape", "ctrl+n")
        assert "Jan de Boer [belde]" in app.words
    assert "Jan" not in target.read_text("utf-8") and "een collega" in target.read_text("utf-8")


async def test_a_meeting_sheet_in_word_without_a_name(places: Places, written: Journal, tmp_path: Path) -> None:
    target, page = tmp_path / "blad.docx", tmp_path / "blad.txt"
    async with running(places) as app:
        await app.press("5", "enter", "k", "down", "enter")
        assert "Voor de bijeenkomst" in app.text
        assert "als Word" in app.words
        await app.press("v", "down", "down", "down", "enter")
        assert "als platte tekst" in app.words
        await app.press("v", "enter")
        assert "als Word" in app.words
        await app.press("e")
        assert "Jan de Boer → blijft staan" in app.words
        assert "vindt niet alles" in app.words
        await app.press("space")
        assert "Jan de Boer → een collega" in app.words
        await app.press("down", "space", "escape")
        assert "een collega [belde] op […]" in app.words
        await write_to(app, target)
        assert "Geschreven" in app.text
        await write_to(app, page)
        await app.press("escape", "3")
        assert "Jan de Boer [belde]" in app.text
        await app.press("5", "f2", "f2")
        assert "Jan de Boer" not in app.text
        await app.press("ctrl+e")
        assert "Wat mag mee? 1 van 4" in app.words
    text = "\n".join(each.text for each in docx.Document(str(target)).paragraphs)
    assert "een collega [belde] op […]" in text
    assert "Jan" not in text
    assert "een collega [belde] op […]" in page.read_text("utf-8") and "Jan" not in page.read_text("utf-8")
    second, first = Journal.open(places, read_only=True).newest_first(kinds=[Kind.LOG])
    assert (str(target) in first.text, "Word" in first.text) == (True, True)
    assert (str(page) in second.text, "tekst" in second.text) == (True, True)


@pytest.mark.dated
async def test_with_a_meeting_ahead_it_is_its_sheet_that_opens(places: Places, written: Journal) -> None:
    journal = Journal.open(places)
    journal.set_meeting(Meeting(id="eerste", day=local(utc_now()).date() + timedelta(days=6), session="opening"))
    journal.close()
    async with running(places) as app:
        await app.press("5", "enter")
        assert "Blad voor de bijeenkomst, 1 stuk, als Word" in app.words


async def test_the_text_is_copied_as_it_reads(places: Places, written: Journal) -> None:
    async with running(places) as app:
        await app.press("5", "enter", "c")
        assert "aan je terminal gegeven" in app.said
        taken = app.app.clipboard
    assert "Jan de Boer [belde] op 0612345678" in taken
    assert "blijft altijd hier" not in taken
    assert "**" not in taken


def a_program_that_holds_a_clipboard(folder: Path, script: str) -> None:
    """Put one in a folder, by the name of a real one."""
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.usefixtures("system_clipboard")
@pytest.mark.skipif(sys.platform != "linux", reason="the program that holds a clipboard is one of Linux")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('case "$*" in *-o*) cat "$0.held";; *) cat >"$0.held";; esac', "op het klembord"),
        ("echo Error: cannot open display | tee /dev/stderr; exit 1", "aan je terminal gegeven"),
        ("cat >/dev/null; case \"$*\" in *-o*) echo 'wat er al stond';; esac", "aan je terminal gegeven"),
    ],
    ids=["it works", "no display", "it keeps what it had"],
)
async def test_the_clipboard_of_the_system_comes_first_and_it_is_said_which_worked(
    places: Places,
    written: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    script: str,
    said: str,
) -> None:
    a_program_that_holds_a_clipboard(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("DISPLAY", ":goedwerk")
    async with running(places) as app:
        await app.press("5", "enter", "c")
        assert said in app.said
        given_to_terminal = app.app.clipboard
    held = tmp_path / "xclip.held"
    text = held.read_text("utf-8") if held.exists() else given_to_terminal
    assert "Jan de Boer [belde] op 0612345678" in text
    assert bool(given_to_terminal) is not held.exists()
    assert "display" not in "".join(capfd.readouterr())


async def test_a_number_on_a_sheet_for_a_meeting_leaves_only_when_the_group_may_read_it(
    places: Places, written: Journal, tmp_path: Path
) -> None:
    target = tmp_path / "blad.txt"
    async with running(places) as app:
        await app.press("5", "enter", "k", "down", "enter", "s")
        assert "Er staat een telefoonnummer in: 0612345678. Mag de groep dat lezen?" in app.words
        await app.press("escape", "c", "enter")
        assert "vindt niet alles" in app.words
        await app.press("escape")
        assert app.app.clipboard == ""
        await app.press("c", "down", "enter")
        assert "aan je terminal gegeven" in app.said
        assert "0612345678" in app.app.clipboard
        await write_to(app, target)
        await app.press("s")
        assert "Naar welk bestand" in app.words
        assert "goedwerk-bijeenkomst-" in app.app.screen.query_one("#target", Input).value
        await app.press("escape", "e", "down", "space", "escape", "k", "enter", "s")
        assert "Naar welk bestand" in app.words
    assert "0612345678" in target.read_text("utf-8")


async def test_other_words_and_a_paragraph_left_out(places: Places, written: Journal, tmp_path: Path) -> None:
    target = tmp_path / "uit.txt"
    async with running(places) as app:
        await app.press("5", "ctrl+a", "enter", "e", "n")
        await app.paste("losse")
        await app.press("enter")
        await app.paste("vaste")
        await app.press("enter")
        assert "losse → vaste" in app.words
        await app.press("end", "space", "escape", "o")
        await app.paste("Ria")
        await app.press("enter")
        await write_to(app, target)
    text = target.read_text("utf-8")
    assert "losse notitie" not in text
    assert text.count("antwoord") == 2
    assert "Ria" in text


async def test_before_writing_it_is_said_how_much_may_point_to_a_person(places: Places, written: Journal) -> None:
    async with running(places) as app:
        await app.press("5", "enter")
        for _ in range(100):
            if "e bekijkt ze" in app.words:
                break
            await app.pause(0.05)
        assert "Er staan 1 nummer en 1 naam in; e bekijkt ze." in app.words
        await app.press("e")
        for _ in range(100):
            if "Jan de Boer" in app.words:
                break
            await app.pause(0.05)
        assert "in ‘Wat zag je?’" in app.words


async def test_typing_beside_the_box_after_a_choice_marks_nothing(places: Places, pack: Pack) -> None:
    step = next(
        step for session in pack.programme.sessions for step in map(pack.step, session.steps) if step.kind == "case"
    )
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        app.app.open(StepRoute(step.id))
        await app.settle()
        for _ in range(10):
            if "kiezen" in app.text and app.app.screen.query("OptionList:focus"):
                break
            await app.press("ctrl+n")
        await app.press("1", "tab")
        await app.write("graag geen gezeur")
    journal = Journal.open(places, read_only=True)
    assert any(entry.origin and entry.origin.step == step.id for entry in journal.newest_first())
    assert journal.marked(Mark.BRING) == frozenset()


@pytest.mark.parametrize("mark", [Mark.BRING, Mark.NEVER_LEAVE])
async def test_marking_says_what_it_means_and_the_same_key_takes_it_back(places: Places, mark: Mark) -> None:
    Journal.open(places).add(Kind.NOTE, "mijn notitie")
    key = "ctrl+g" if mark is Mark.BRING else "ctrl+x"
    async with running(places) as app:
        await app.press("3", "enter", key)
        marked = "gaat mee naar de bijeenkomst" if mark is Mark.BRING else "gaat nooit mee"
        assert f"Dit {marked}. Met {key}" in app.said
        await app.press(key)
        assert f"Met {key} gaat het" in app.said
    assert Journal.open(places, read_only=True).marked(mark) == frozenset()


@pytest.mark.each
@pytest.mark.parametrize("at", ["entry", "result", "answer", "sharing"])
async def test_no_single_letter_changes_what_leaves(places: Places, written: Journal, pack: Pack, at: str) -> None:
    """Every letter and digit, one by one, each where it would do something if it did."""
    marks = [written.marked(mark) for mark in Mark]
    exercise = next(
        step for session in pack.programme.sessions for step in session.steps if isinstance(pack.step(step), Exercise)
    )

    async def arrive(app: Driver) -> None:
        for _ in range(6):
            if len(app.app.screen_stack) > 1:
                await app.press("escape")
        assert len(app.app.screen_stack) == 1, app.text
        if at == "entry":
            await app.press("3", "home", "enter")
        elif at == "sharing":
            await app.press("5")
        else:
            app.app.open(StepRoute(exercise if at == "result" else "een-stoel-erbij"))
            await app.settle()

    async with running(places) as app:
        if at == "result":
            await arrive(app)
            await app.press("enter", "ctrl+s")
        here = None
        for letter in "abcefgijklmnopqrstuvxyz":
            if app.app.screen is not here:
                await arrive(app)
                here = app.app.screen
            await app.press(letter)
            journal = app.app.workspace.journal if app.app.workspace else written
            assert [journal.marked(mark) for mark in Mark] == marks, letter
            if at == "sharing" and app.app.screen is here:
                assert "Wat mag mee? 1 van 4" in app.words, letter


@pytest.mark.parametrize("columns", [60, 80, 140])
async def test_what_leaves_is_broken_once_at_the_edge(places: Places, columns: int) -> None:
    """The lines of a mail are longer than a narrow window; broken for the one and then for the other they fray."""
    question = "Wat zou je " + "heel graag nog eens " * 12 + "doen?"
    journal = Journal.open(places)
    origin = Origin("goed-werk", "opening", "een-stoel-erbij", "a", "Opening", "Een stoel erbij", question)
    journal.mark(journal.add(Kind.ANSWER, "Niets.", origin=origin).id, Mark.BRING, True)
    journal.close()
    async with running(places, size=(columns, 45)) as app:
        await app.press("5", "enter")
        shown = [line.strip("│┃ ") for line in app.text.splitlines()]
        first, last = (next(n for n, line in enumerate(shown) if part in line) for part in ("Wat zou je", "doen?"))
        assert " ".join(shown[first : last + 1]) == question
        widest = max(map(len, shown[first : last + 1]))
        for line, below in pairwise(shown[first : last + 1]):
            assert len(f"{line} {below.split()[0]}") > widest


async def test_what_is_marked_is_in_front_and_a_whole_heading_is_said_and_taken_back(
    places: Places, written: Journal
) -> None:
    """One stray space at a heading ticked all that was ever written there, and the next unticked what was chosen."""
    async with running(places, size=WIDE) as app:
        await app.press("5")
        line = next(line for line in app.text.splitlines() if "Jan de Boer" in line)
        assert "▌" in line
        await app.press("left", "space")
        assert "Onder ‘Opening’ aangevinkt: 1 stuk." in app.said and "mee? 2 van 4" in app.words
        await app.press("space")
        assert "Onder ‘Opening’ uitgevinkt: 2 stukken." in app.said and "mee? 0 van 4" in app.words
        await app.press("ctrl+z")
        assert "mee? 2 van 4" in app.words


@pytest.mark.parametrize("key", ["s", "c"])
async def test_what_was_wiped_or_shut_in_elsewhere_after_the_preview_does_not_leave(
    places: Places, written: Journal, key: str
) -> None:
    async with running(places) as app:
        await app.press("5", "ctrl+u", "end", "space", "ctrl+n")
        assert "losse notitie" in app.text
        elsewhere = Journal.open(places)
        note = next(each for each in elsewhere.newest_first() if each.text == "losse notitie")
        elsewhere.mark(note.id, Mark.NEVER_LEAVE, True)
        await app.press(key)
        assert "1 stuk gaat niet meer mee" in app.said and "nog niets vertrokken" in app.said
        assert "losse notitie" not in app.text and "losse notitie" not in app.app.clipboard
        assert "Naar welk bestand" not in app.words


async def test_what_is_shut_in_while_the_name_of_the_file_is_asked_does_not_leave(
    places: Places, written: Journal, tmp_path: Path
) -> None:
    async with running(places) as app:
        await app.press("5", "ctrl+u", "end", "space", "ctrl+n", "s")
        assert "Naar welk bestand" in app.words
        await app.press("ctrl+a")
        await app.paste(str(tmp_path / "blad.docx"))
        elsewhere = Journal.open(places)
        note = next(each for each in elsewhere.newest_first() if each.text == "losse notitie")
        elsewhere.mark(note.id, Mark.NEVER_LEAVE, True)
        await app.press("enter")
        assert "1 stuk gaat niet meer mee" in app.said and "nog niets vertrokken" in app.said
    assert not (tmp_path / "blad.docx").exists()


async def test_a_question_of_ones_own_that_stays_here_stands_above_no_answer_in_the_preview(
    places: Places, written: Journal, pack: Pack, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    prompt = journal.add(Kind.PROMPT, "Waarom zwijg ik als Klaarhamer praat?")
    answer = journal.add(Kind.ANSWER, "om de koffie", origin=origin_of(prompt_of(prompt), pack))
    for each in (prompt, answer):
        journal.mark(each.id, Mark.BRING, True)
    async with running(places, size=(90, 60)) as app:
        await app.press("5", "enter")
        assert app.text.count("Klaarhamer") == 2 and "om de koffie" in app.text
        Journal.open(places).mark(prompt.id, Mark.NEVER_LEAVE, True)
        await app.press("c")
        assert "1 stuk gaat niet meer mee" in app.said and "nog niets vertrokken" in app.said
        assert "Een eigen vraag" in app.text and "Klaarhamer" not in app.text + app.app.clipboard
        await app.press("c")
        assert "om de koffie" in app.app.clipboard and "Klaarhamer" not in app.app.clipboard


async def test_a_window_that_may_only_read_says_that_the_journal_could_not_be_told(
    places: Places, written: Journal, tmp_path: Path
) -> None:
    target = tmp_path / "blad.md"
    lock = InstanceLock(places)
    lock.acquire()
    try:
        async with running(places) as app:
            places.inbox.write_bytes(b"")
            await app.press("5", "enter")
            await write_to(app, target)
            assert f"Geschreven: {target}" in app.said
            assert "Het bestand is geschreven. Alleen staat in je dagboek niet dat je het schreef." in app.said
    finally:
        lock.release()


async def test_a_file_that_appears_while_it_is_made_is_asked_about(
    places: Places, written: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, render = tmp_path / "blad.md", file_writer.render

    def slowly(*what: Any) -> Any:
        target.write_text("van een ander")
        return render(*what)

    monkeypatch.setattr(file_writer, "render", slowly)
    async with running(places) as app:
        await app.press("5", "enter")
        await write_to(app, target)
        assert "bestaat al" in app.words and "Geschreven" not in app.said
        await app.press("enter")
        assert target.read_text("utf-8") == "van een ander"
        await write_to(app, target)
        await app.press("down", "enter")
        assert f"Geschreven: {target}" in app.said
    assert "Jan de Boer" in target.read_text("utf-8")


async def test_the_steps_go_along_and_the_document_stays_where_it_was(places: Places, written: Journal) -> None:
    def steps(app: Driver) -> tuple[int, str]:
        """The row that they stand on, and the one that stands out; a window may lie over them."""
        screen = app.app.screen_stack[-2 if app.app.screen.is_modal else -1]
        for number, strip in enumerate(screen._compositor.render_strips()):  # pyright: ignore[reportPrivateUsage]
            if "Kijk na  ─" in strip.text:
                return number, "".join(each.text for each in strip if each.style and each.style.underline)
        raise AssertionError(app.text)

    def frame(app: Driver) -> tuple[int, int]:
        rows = app.text.splitlines()
        row = next(number for number, line in enumerate(rows) if "Zo komt het in het bestand" in line)
        return row, rows[row].index("Zo komt het")

    async with running(places, size=WIDE) as app:
        await app.press("5")
        (row, step), place = steps(app), frame(app)
        assert step == "1 Kies"
        await app.press("ctrl+n")
        assert (steps(app), frame(app)) == ((row, "2 Kijk na"), place)
        assert "als Word, zonder naam" in app.words
        await app.press("enter")
        assert "Naar welk bestand" in app.words and steps(app) == (row, "3 Schrijf het bestand")
        assert "Enter schrijf het" in app.words
        await app.press("escape")
        assert steps(app) == (row, "2 Kijk na")


async def test_the_frame_says_what_never_leaves(places: Places, written: Journal) -> None:
    journal = Journal.open(places)
    gone = next(each for each in journal.newest_first() if each.text == "blijft altijd hier")
    async with running(places, size=WIDE) as app:
        await app.press("5")
        assert "nooit mee: half werk, prullenbak, × 1 stuk ━" in app.words
        app.app.write(lambda journal: journal.trash(gone.id))
        await app.settle()
        assert "nooit mee: half werk, prullenbak ━" in app.words


async def test_all_or_none_is_said_and_taken_back_from_anywhere_but_for_what_was_ticked_since(
    places: Places, written: Journal
) -> None:
    async with running(places, size=WIDE) as app:
        await app.press("5", "ctrl+u")
        assert "Uitgevinkt: 1 stuk. Met ctrl+z" in app.said
        await app.press("end", "right", "down", "space", "3", "ctrl+z")
        assert "weer aangevinkt wat eerst aangevinkt was" in app.said
        await app.press("5")
        assert "Wat mag mee? 2 van 4" in app.words and "[x] Los geschreven 1 van 1" in app.words
        await app.press("ctrl+a", "ctrl+z")
        assert "Aangevinkt: 2 stukken. Met ctrl+z" in app.said and "Wat mag mee? 2 van 4" in app.words


async def test_as_the_last_time_is_taken_back(places: Places, written: Journal, tmp_path: Path) -> None:
    async with running(places) as app:
        await app.press("5", "ctrl+n")
        await write_to(app, tmp_path / "blad.txt")
        await app.press("escape", "ctrl+a", "f2", "ctrl+e")
        assert "Wat mag mee? 1 van 4 ━" in app.words
        await app.press("ctrl+z")
        assert "om mee te nemen" in app.words
        await app.press("f2", "f2", "f2")
        assert "Wat mag mee? 4 van 4 ━" in app.words


async def test_a_day_is_named_once_in_a_session_and_the_piece_in_front_stands_below(
    places: Places, written: Journal
) -> None:
    day = short_date(local(utc_now()).date()).rpartition(" ")[0]
    async with running(places) as app:
        await app.press("5")
        assert app.text.count(day) == 1 and "[ ] Vakmanschap" in app.words
        assert "─ Dit stuk · Opening ─" in app.text
        assert "Wat zag je? Jan de Boer [belde] op 0612345678" in app.words
        await app.press("end")
        assert "─ Deze kop ─" in app.text and "Enter vouw open" in app.words and "ctrl+n kijk na" in app.words
        await app.resize(60, 12)
        assert "Deze kop" not in app.text

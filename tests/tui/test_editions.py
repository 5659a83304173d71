"""A programme that changes under a journal: no answer stands under words that it did not answer."""

from pathlib import Path

import pytest
from support.driver import SMALL, WIDE, Driver, running
from support.little_pack import FILES, write_pack
from textual.widgets import Static

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.tui.widgets.editor import Editor

QUESTION = "Wat valt je op aan de brief?"
CASE = "1-opening/de-brief.md"


def edition(folder: Path, **replaced: str) -> Path:
    """Write the little pack with other words in its case."""
    text = FILES[CASE]
    for number, new in replaced.items():
        old = {"question": f'"{QUESTION}"', "choice": "Wat doe je om 16:15?", "option": "Je noemt het getal."}[number]
        assert old in text
        text = text.replace(old, new)
    return write_pack(folder, **{CASE: text})


async def back_to(app: Driver, stop: str) -> None:
    """Open the case, and go back in it to a stop."""
    await app.choose("De brief")
    await app.press("enter")
    for _ in range(9):
        if stop in app.text:
            return
        await app.press("ctrl+r")
    raise AssertionError(app.text)


async def answer(places: Places, pack: Path) -> None:
    """Answer the first question of the case, and choose its first option."""
    async with running(places, size=WIDE, content=pack) as app:
        await app.press("b", "escape")
        await app.choose("De brief")
        await app.press("enter")
        await app.paste("De aanhef was weg.")
        await app.press("ctrl+n", "enter", "1")
        await app.paste("Omdat het klopt.")
        await app.press("ctrl+n")


def texts(places: Places) -> dict[Kind, list[str]]:
    """All that is live in the journal, by kind."""
    found: dict[Kind, list[str]] = {}
    for entry in Journal.open(places, read_only=True).newest_first():
        found.setdefault(entry.kind, []).append(entry.text)
    return found


@pytest.mark.parametrize(
    "words",
    [
        f'"{QUESTION}"',
        '"Wat valt je op,  aan de BRIEF?"',
        f'"Wat zie je in de brief?", same_as: ["{QUESTION}"]',
    ],
)
async def test_an_answer_stays_with_a_question_that_asks_the_same(places: Places, tmp_path: Path, words: str) -> None:
    await answer(places, edition(tmp_path / "een"))
    async with running(places, size=WIDE, content=edition(tmp_path / "twee", question=words)) as app:
        await back_to(app, "vraag 1 van")
        assert "De aanhef was weg." in app.text
        await app.press("f2")
        await app.paste("En de datum ook. ")
        await app.press("ctrl+n")
    assert len(texts(places)[Kind.ANSWER]) == 1


async def test_another_question_under_the_same_id_begins_empty(places: Places, tmp_path: Path) -> None:
    await answer(places, edition(tmp_path / "een"))
    async with running(places, size=WIDE, content=edition(tmp_path / "twee", question='"Wie krijgt de brief?"')) as app:
        await back_to(app, "vraag 1 van")
        told = str(app.app.screen.query_one("#earlier", Static).render()).replace("\n", " ")
        assert f"Je antwoordde op een eerdere versie, op 24 november 2026. ‘{QUESTION}’ De aanhef was weg." in told
        assert app.app.screen.query_one("#answer", Editor).text == ""
        await app.paste("De wethouder.")
        await app.press("ctrl+n")
        await back_to(app, "vraag 1 van")
        await app.resize(*SMALL)
        # Where the text has the room, the answer is not shown: so neither is the one to other words.
        assert "De wethouder." not in app.text and "eerdere versie" not in app.text
        await app.press("f2")
        assert "De wethouder." in app.text and "eerdere versie" in app.text
    assert texts(places)[Kind.ANSWER] == ["De wethouder.", "De aanhef was weg."]
    words = {e.text: e.origin.words for e in Journal.open(places, read_only=True).newest_first() if e.origin}
    assert words["De aanhef was weg."] == QUESTION
    assert words["De wethouder."] == "Wie krijgt de brief?"


@pytest.mark.parametrize(
    ("changed", "stays"),
    [
        ({"option": "Je noemt het getal niet."}, False),
        ({"option": "Je noemt het bedrag., same_as: [Je noemt het getal.]"}, True),
        ({"choice": "Aan wie geef je de brief?"}, False),
        ({"choice": "Wat doe je om kwart over vier?\n  same_as: [Wat doe je om 16:15?]"}, True),
    ],
)
async def test_a_choice_stays_where_it_is_the_same(
    places: Places, tmp_path: Path, changed: dict[str, str], stays: bool
) -> None:
    await answer(places, edition(tmp_path / "een"))
    async with running(places, size=WIDE, content=edition(tmp_path / "twee", **changed)) as app:
        await back_to(app, "Kiezen")
        assert app.app.screen.query_one("#answer", Editor).text == ("Omdat het klopt." if stays else "")
        assert ("Je antwoordde op een eerdere versie" in app.words) is not stays
        await app.press("enter", "2")
        await app.paste("Nu toch maar.")
        await app.press("ctrl+n")
    assert len(texts(places)[Kind.CHOICE]) == (1 if stays else 2)
    taken = [
        revision.data
        for entry in Journal.open(places, read_only=True).newest_first()
        for revision in entry.revisions
        if entry.kind is Kind.CHOICE and revision.text == "Omdat het klopt."
    ]
    assert taken == [{"option": "noemen", "option_text": "Je noemt het getal."}]


async def test_where_one_was_leads_to_the_step_that_took_its_place(places: Places, tmp_path: Path) -> None:
    await answer(places, edition(tmp_path / "een"))
    files = {name: text.replace("de-brief", "het-briefje") for name, text in FILES.items()}
    files["1-opening/het-briefje.md"] = files.pop(CASE).replace("title: De brief", "title: Het briefje")
    files["programme.yaml"] += "retired:\n  - {step: de-brief, title: De brief, session: opening, now: het-briefje}\n"
    later = tmp_path / "later"
    for name, text in files.items():
        (later / name).parent.mkdir(parents=True, exist_ok=True)
        (later / name).write_text(text, "utf-8")
    async with running(places, size=WIDE, content=later) as app:
        assert "Het briefje" in app.text
        await app.press("3")
        await app.go_to("De aanhef was weg.")
        await app.press("enter")
        assert "De brief" in app.text
        assert QUESTION in app.words

"""Writing in a box: what is typed and pasted stays, can be undone and done again, and the usual keys do the usual."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.crossing import crossed
from support.driver import SMALL, TINY, running
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widget import Widget

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.text import clean
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.tui.widgets.editor import Editor, LineEditor

pytestmark = pytest.mark.each

LONG = "\n".join(f"regel {number} van wat geplakt werd" for number in range(30))


class Boxes(App[None]):
    """One box of each kind, as large as the window."""

    CSS = "Editor { height: 1fr; border: none; } LineEditor { dock: bottom; }"

    def compose(self) -> ComposeResult:
        yield Editor(id="text")
        yield LineEditor(id="line")


def box(app: Boxes, kind: type[Editor] | type[LineEditor]) -> Widget:
    found = app.query_one(kind)
    found.focus()
    return found


def arrive(app: Boxes, text: str) -> None:
    """Let letters come in as they come from a terminal; a pilot knows only keys that have a name."""
    for event in XTermParser().feed(text):
        app.post_message(event)


def value(widget: Widget) -> str:
    return widget.text if isinstance(widget, Editor) else widget.value if isinstance(widget, LineEditor) else ""


@pytest.mark.parametrize(("before", "size"), crossed(["", "kort\n" * 40], [SMALL, TINY, (20, 5)]))
async def test_a_long_paste_is_undone_and_done_again(places: Places, size: tuple[int, int], before: str) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places, size=size) as app:
        await app.press("n")
        if before:
            await app.paste(before)
        await app.paste(LONG)
        await app.press("ctrl+z", "ctrl+y", "ctrl+z", "ctrl+y", "f7", "delete", "ctrl+z", "ctrl+y", "ctrl+z")
        await app.press("escape")
    assert Journal.open(places, read_only=True).newest_first()[0].text == (before + LONG).strip()


async def test_many_pastes_are_undone_one_by_one_in_a_small_box(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places, size=TINY) as app:
        await app.press("n")
        stood = [""]
        for number in range(6):
            await app.paste(f"{number} {LONG}")
            stood.append(app.app.screen.query_one(Editor).text)
        for text in reversed(stood[:-1]):
            await app.press("ctrl+z")
            assert app.app.screen.query_one(Editor).text == text
        for text in stood[1:]:
            await app.press("ctrl+y")
            assert app.app.screen.query_one(Editor).text == text


KEYS = (
    "a", "space", "enter", "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "backspace", "delete",
    "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+x", "ctrl+v", "ctrl+z", "ctrl+y", "f6", "f7", "shift+up", "shift+left",
    "shift+down", "ctrl+a", "ctrl+home", "ctrl+end", "ctrl+shift+home",
)  # fmt: skip
TEXTS = st.text(st.sampled_from("ab \n\t(é界👩\u200d\u00a0"), max_size=60) | st.just(LONG)
ACTS = st.lists(
    st.one_of(
        st.sampled_from(KEYS).map(lambda key: ("press", key)),
        st.sampled_from(["ctrl+z", "ctrl+y"]).map(lambda key: ("press", key)),
        TEXTS.map(lambda text: ("paste", text)),
        st.tuples(st.integers(1, 90), st.integers(1, 30)).map(lambda size: ("resize", size)),
    ),
    max_size=25,
)


@given(size=st.tuples(st.integers(2, 60), st.integers(2, 12)), acts=ACTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
async def test_whatever_is_done_and_undone_the_box_goes_on(
    size: tuple[int, int], acts: list[tuple[str, object]]
) -> None:
    async with (app := Boxes()).run_test(size=size) as pilot:
        editor = app.query_one(Editor)
        editor.focus()
        for act, what in acts:
            await do(app, pilot, act, what)
        await pilot.pause()
        final = editor.text
        await pilot.press(*["ctrl+z"] * (len(acts) * 2))
        await pilot.press(*["ctrl+y"] * (len(acts) * 2))
        assert editor.text == final or any(what in ("ctrl+z", "ctrl+y") for _, what in acts)
        assert editor.virtual_size.height >= len(editor.text.split("\n"))


async def do(app: Boxes, pilot: Pilot[None], act: str, what: object) -> None:
    if isinstance(what, str) and act == "press":
        await pilot.press(what)
    elif isinstance(what, str):
        app.post_message(Paste(what))
        await pilot.pause()
    elif isinstance(what, tuple):
        await pilot.resize_terminal(*Size(*what))


ODD_LETTERS = [
    *"é€ßĳ界ش\u0301",
    "\u00a0", "\u202f", "\u3000", "\u2009", "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u2011",
    "\u200e", "\U0001f469", "\ufe0f", "\ue000", "\U0001fadf", "\u0378",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "letter"), crossed([Editor, LineEditor], ODD_LETTERS))
async def test_what_is_typed_stands_there_as_when_it_is_pasted(
    kind: type[Editor] | type[LineEditor], letter: str
) -> None:
    async with (app := Boxes()).run_test() as pilot:
        typed = box(app, kind)
        await pilot.pause()
        arrive(app, f"1{letter}2")
        await pilot.pause()
        assert value(typed) == f"1{letter}2"
        app.post_message(Paste(letter))
        await pilot.pause()
        assert value(typed) == f"1{letter}2{letter}"


@given(letter=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))
@settings(max_examples=15, deadline=None)
async def test_every_letter_can_be_typed(letter: str) -> None:
    async with (app := Boxes()).run_test() as pilot:
        for kind in (Editor, LineEditor):
            typed = box(app, kind)
            await pilot.pause()
            arrive(app, f"1{letter}2")
            await pilot.pause()
            assert value(typed) == f"1{clean(letter)}2", unicodedata.name(letter, "?")


@pytest.mark.parametrize("kind", [Editor, LineEditor])
async def test_ctrl_a_selects_all_and_ctrl_home_and_end_go_to_begin_and_end(
    kind: type[Editor] | type[LineEditor],
) -> None:
    async with (app := Boxes()).run_test() as pilot:
        written = box(app, kind)
        await pilot.pause()
        app.post_message(Paste("een\ntwee\ndrie"))
        await pilot.pause()
        between = "\n" if kind is Editor else " "
        await pilot.press("ctrl+home", "b", "ctrl+end", "e")
        assert value(written) == f"been{between}twee{between}driee"
        await pilot.press("ctrl+a", "x")
        assert value(written) == "x"
        await pilot.press("y", "z", "ctrl+shift+home", "q", "ctrl+home", "ctrl+shift+end", "w")
        assert value(written) == "w"


@pytest.mark.parametrize(
    ("keys", "stays"),
    [
        (("ctrl+a", "ctrl+k"), "x"),
        (("ctrl+a", "ctrl+u"), "x"),
        (("ctrl+a", "delete"), "x"),
        (("ctrl+a",), "x"),
        (("f7",), "x"),
        (("ctrl+u",), "eerst\nx"),
        (("ctrl+u", "ctrl+u"), "eerstx"),
        (("ctrl+home", "ctrl+k"), f"x\n{'lang ' * 40}"),
        (("ctrl+home", "ctrl+k", "ctrl+k"), f"x{'lang ' * 40}"),
    ],
    ids=str,
)
async def test_what_is_selected_or_the_paragraph_is_wiped_and_comes_back(keys: tuple[str, ...], stays: str) -> None:
    text = f"eerst\n{'lang ' * 40}"
    async with (app := Boxes()).run_test(size=(60, 12)) as pilot:
        written = box(app, Editor)
        await pilot.pause()
        app.post_message(Paste(text))
        await pilot.pause()
        await pilot.press(*keys, "x")
        assert value(written) == stays
        for _ in range(4):
            if value(written) != text:
                await pilot.press("ctrl+z")
        assert value(written) == text


async def test_in_a_step_a_note_and_a_line_they_do_the_same(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "eerder")
    async with running(places) as app:
        await app.press("n")
        await app.paste("een\ntwee")
        await app.press("ctrl+home", "a", "ctrl+end", "b", "escape")
        await app.press("3", "slash")
        await app.write("weg")
        await app.press("ctrl+a")
        await app.write("een")
        await app.press("ctrl+home")
        await app.write("a")
        assert "aeen" in app.text
        await app.press("escape")
    assert "aeen\ntweeb" in [each.text for each in Journal.open(places, read_only=True).newest_first()]

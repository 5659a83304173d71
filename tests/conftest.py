"""What all tests share: a day to live on, a fresh home folder, and the real programme."""

import copy
import gc
import signal
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from hypothesis import settings
from support.today import A_TUESDAY, Today
from textual._compositor import Compositor  # pyright: ignore[reportPrivateUsage]
from textual._context import visible_screen_stack  # pyright: ignore[reportPrivateUsage]
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.sharing import clipboard

_COPY = clipboard.copy

# The same examples in every run, so that what lands is what was tried; and no bound that a busy machine would break.
# Others with each run: ``--hypothesis-profile explore``.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=300)
settings.load_profile("same")


@pytest.fixture(autouse=True, scope="session")
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test, and every process that one starts, from the journal and the leftovers of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GOEDWERK_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.delenv(name, raising=False)
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(tmp_path_factory.mktemp("niemand")))
        # Every start looks through what could not be kept elsewhere, of whatever journal: the tests leave hundreds.
        temporary = str(tmp_path_factory.mktemp("tijdelijk"))
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, temporary)
        patch.setattr(tempfile, "tempdir", temporary)
        patch.setattr("goedwerk_tui.base.temporary._OF_MACHINE", tmp_path_factory.mktemp("machine"))
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty machine: the folder that everything of ours would lie in, not yet made."""
    folder = tmp_path / "thuis"
    monkeypatch.setenv("GOEDWERK_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


@pytest.fixture
def places(home: Path) -> Places:
    return find_places()


@pytest.fixture(scope="session")
def pack() -> Pack:
    return Pack.open(standard_folder())


@pytest.fixture(autouse=True, scope="session")
def _read_once(pack: Pack) -> Iterator[None]:
    """Read the programme that comes along once for all tests: that is half of what a start of the app takes.

    Each start gets a pack of its own, that shares what was read; the tests with processes read it anew.
    """
    standard, opened = standard_folder(), Pack.open
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pack, "open", lambda folder: copy.copy(pack) if folder == standard else opened(folder))
        yield


@pytest.fixture(autouse=True, scope="session")
def _styles_read_once() -> Iterator[None]:
    """Read what the styles say once for each theme: every start of the app asks for the same."""
    known: dict[object, list[RuleSet]] = {}
    read = Stylesheet._parse_rules  # pyright: ignore[reportPrivateUsage]

    def read_once(self: Stylesheet, *said: Any, **how: Any) -> list[RuleSet]:
        key = (frozenset(self._variables.items()), said, frozenset(how.items()))  # pyright: ignore[reportPrivateUsage]
        if key not in known:
            known[key] = read(self, *said, **how)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", read_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def _rules_known_by_themselves() -> Iterator[None]:
    """Know a rule of the styles by what it is: to ask its own code takes longer than all that is done with it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        yield


@pytest.fixture(autouse=True)
def _undrawn(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave undrawn what goes to no terminal, a quarter of all that a screen does: whoever reads it draws it whole.

    A test that is marked as ``drawn`` draws every change, as a terminal makes it do.
    """
    if request.node.get_closest_marker("drawn"):
        return

    draw = Compositor.render_update

    def draw_what_is_asked_for(compositor: Compositor, full: bool = False, **how: Any) -> object:
        if full:
            return draw(compositor, full, **how)
        visible_screen_stack.set(how.get("screen_stack") or [])
        compositor._dirty_regions.clear()  # pyright: ignore[reportPrivateUsage]
        return None

    monkeypatch.setattr(Compositor, "render_update", draw_what_is_asked_for)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--schermen", type=Path, metavar="MAP", help="keep pictures of the year in a folder")
    parser.addoption(
        "--day",
        type=datetime.fromisoformat,
        default=A_TUESDAY,
        metavar="MOMENT",
        help="live at another moment, such as 2028-02-29T23:50 (local time)",
    )


_TODAY = pytest.StashKey[Today]()


def pytest_configure(config: pytest.Config) -> None:
    # Nobody waits at a keyboard here: to collect garbage seldom saves a whole collection at every start of the app.
    gc.set_threshold(10_000)
    moment: Any = config.getoption("--day")
    today = config.stash[_TODAY] = Today(moment)
    config.add_cleanup(today.end)
    # Whoever runs the tests in the background hands down that ctrl+c, or a terminal that goes, is not heard.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that is meant to run long do so."""
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(0))


@pytest.fixture(autouse=True)
def today(pytestconfig: pytest.Config) -> None:
    """Let every test begin at the same moment."""
    pytestconfig.stash[_TODAY].begin_again()


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the clipboard of whoever runs the tests as it is."""
    monkeypatch.setattr(clipboard, "copy", lambda text: False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def system_clipboard(no_clipboard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a text go to the clipboard of the system, for a test that makes one."""
    monkeypatch.setattr(clipboard, "copy", _COPY)


@pytest.fixture
def a_tuesday(today: None) -> Iterator[None]:
    """A day on which nothing is offered by itself."""
    with time_machine.travel(A_TUESDAY, tick=True):
        yield

"""Wiping a piece leaves what was written since, half done, and says beforehand what of that goes along."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from support.command_line import run
from support.driver import running
from support.insight_year import Clock, Year

from goedwerk_tui.base.files import Reason
from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.exercises import persistence
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.exercises.prefill import begin
from goedwerk_tui.journal import Entry, Journal, Kind, Mark, SaveFailed
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.file import JournalFile
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.routes import StepRoute

Answer = Callable[[str], None]
Moves = Callable[[Any], Work]


def _half_done(places: Places, pack: Pack, step_id: str, first: Moves, then: Moves) -> Entry:
    """Finish an exercise, open it again and be cut short."""
    clock = Clock()
    journal = Journal.open(places, clock=clock)
    result = Year(pack, journal, clock).do(3, 3, step_id, first)
    step = pack.step(step_id)
    assert isinstance(step, Exercise)
    work = then(begin(step, pack, journal))
    origin = persistence.origin_of(pack, step)
    Drafts.of(places).put(persistence.draft_of(work, origin, persistence.draft_key(step), result))
    journal.close()
    return result


def _field(work: Any) -> Any:
    return work.add("helptwoord")


def _more_of_the_field(work: Any) -> Any:
    return work.add("tweede kracht").add("derde kracht van Anja")


def _vision(work: Any) -> Any:
    return work.write("waartoe", "Ik dien de huurders van Zuid.")


def _more_of_the_vision(work: Any) -> Any:
    return work.write("waartoe", "Ik dien de huurders van Zuid. En ik dien ook de stad.")


class _Course(NamedTuple):
    """An exercise that is finished, gone on with and cut short."""

    step_id: str
    first: Moves
    then: Moves
    gone: str
    stays: tuple[str, ...]


@pytest.mark.parametrize(
    "course",
    [
        _Course("krachtenveld", _field, _more_of_the_field, "helptwoord", ("tweede kracht", "derde kracht van Anja")),
        _Course("mijn-visie", _vision, _more_of_the_vision, "huurders", ("En ik dien ook de stad.",)),
    ],
)
def test_what_was_added_since_stays_half_done(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, answer: Answer, course: _Course
) -> None:
    result = _half_done(places, pack, course.step_id, course.first, course.then)
    Journal.open(places).mark(result.id, Mark.NEVER_LEAVE, True)
    answer("wissen")
    code, out, _ = run(capsys, "wissen", "--id", result.id)
    assert code == 0 and "houdt deze woorden ook vast: daar gaan ze mee weg" in out and "blijft daar staan" in out
    (draft,) = Drafts.of(places).all()
    assert all(each in draft.text for each in course.stays) and course.gone not in str(msgspec.to_builtins(draft))
    assert draft.never_leaves and persistence.work_in(draft)


async def test_it_is_gone_on_with_on_the_screen(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, answer: Answer
) -> None:
    result = _half_done(places, pack, "krachtenveld", _field, _more_of_the_field)
    answer("wissen")
    run(capsys, "wissen", "--id", result.id)
    async with running(places) as app:
        app.app.open(StepRoute("krachtenveld"))
        await app.settle()
        await app.press("enter")
        assert "tweede kracht" in app.words and "derde kracht van Anja" in app.words
        await app.press("ctrl+s")
        await app.press("down", "enter")
    newest = Journal.open(places).newest_first(kinds=[Kind.EXERCISE])[0]
    assert newest.id != result.id and "derde kracht van Anja" in newest.text


def test_half_done_work_with_nothing_new_goes_along(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, answer: Answer
) -> None:
    result = _half_done(places, pack, "mijn-visie", _vision, lambda work: work)
    answer("wissen")
    out = run(capsys, "wissen", "--id", result.id)[1]
    assert "half af" not in out and Drafts.of(places).all() == ()


def test_half_done_work_is_as_it_was_when_nothing_could_be_wiped(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _half_done(places, pack, "krachtenveld", _field, _more_of_the_field)
    before = Drafts.of(places).all()
    answer("nee")
    run(capsys, "wissen", "--id", result.id)
    assert Drafts.of(places).all() == before
    answer("wissen")
    monkeypatch.setattr(JournalFile, "save", _refuse)
    assert run(capsys, "wissen", "--id", result.id)[0] == 1
    assert Drafts.of(places).all() == before


def _refuse(*_: object) -> None:
    raise SaveFailed(Path("dagboek.json"), Reason.FULL)


def test_what_was_typed_on_in_a_note_and_not_kept_is_named_before_it_goes(
    capsys: pytest.CaptureFixture[str], places: Places, answer: Answer
) -> None:
    entry = Journal.open(places).add(Kind.NOTE, "alfa bravo")
    draft = Draft(
        key=entry.id,
        text="alfa bravo charlie",
        entry_id=entry.id,
        base_revision=entry.newest.id,
        base_text=entry.text,
        kind=Kind.NOTE,
        at=entry.newest.at,
    )
    Drafts.of(places).put(draft)
    answer("wissen")
    out = run(capsys, "wissen", "--id", entry.id)[1]
    assert "Wat je bij ‘Notitie’ nog typte en niet bewaarde, gaat mee weg." in out
    assert Drafts.of(places).all() == ()

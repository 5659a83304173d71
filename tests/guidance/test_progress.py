"""What comes next, and how far somebody is."""

from datetime import UTC, datetime

from goedwerk_tui.guidance.progress import core_progress, next_step, step_after, steps_of
from goedwerk_tui.journal import Status, StepProgress
from goedwerk_tui.programme import Pack

NOW = datetime(2026, 1, 5, tzinfo=UTC)
DONE = StepProgress(Status.DONE, "", NOW)
STARTED = StepProgress(Status.STARTED, "x", NOW)


def test_a_newcomer_begins_with_the_first_core_step(pack: Pack) -> None:
    assert next_step(pack.programme, {}, None) == pack.programme.sessions[0].core[0]


def test_an_unfinished_step_comes_first(pack: Pack) -> None:
    later = pack.programme.sessions[1].core[0]
    assert next_step(pack.programme, {later: STARTED}, later) == later


def test_the_core_route_leads_through_all_sessions(pack: Pack) -> None:
    walked: list[str] = []
    progress: dict[str, StepProgress] = {}
    step = next_step(pack.programme, progress, None)
    while step:
        walked.append(step)
        progress[step] = DONE
        step = next_step(pack.programme, progress, step)
    assert walked == [step for session in pack.programme.sessions for step in session.core]
    assert all(core_progress(session, progress).complete for session in pack.programme.sessions)


def test_whoever_reads_off_the_core_route_goes_on_to_the_next_step(pack: Pack) -> None:
    session = pack.programme.sessions[0]
    free = next(step for step in session.steps if step not in session.core)
    order = steps_of(session)
    assert step_after(pack.programme, free) == order[order.index(free) + 1]


def test_a_position_that_the_content_no_longer_has(pack: Pack) -> None:
    assert next_step(pack.programme, {}, "weg-uit-het-programma") == pack.programme.sessions[0].core[0]


def test_a_gap_left_behind_comes_back_at_the_end(pack: Pack) -> None:
    core = [step for session in pack.programme.sessions for step in session.core]
    progress = dict.fromkeys(core[1:], DONE)
    assert next_step(pack.programme, progress, core[-1]) == core[0]

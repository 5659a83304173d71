"""The three people for whom this was made, each from an empty machine to their end."""

from pathlib import Path

import pytest
from support.driver import Driver, running

from goedwerk_tui.base.places import Places
from goedwerk_tui.guidance.route import asked, stops
from goedwerk_tui.journal import Journal, Kind, Status
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.programme.model import Case, Step


def first_of_kind(pack: Pack, kind: str) -> Step:
    """The first step of a kind in the first session."""
    return next(step for step in map(pack.step, pack.programme.sessions[0].steps) if step.kind == kind)


async def walk_to(app: Driver, step: Step) -> None:
    """Open a step by its title, through the palette."""
    await app.choose(step.title)
    await app.settle()
    assert step.title in app.text


async def to_the_text(app: Driver) -> None:
    """Leave the box, if that is where one is."""
    if not app.app.screen.has_class("-reading"):
        await app.press("escape")


async def fill_in(app: Driver, step: Exercise) -> None:
    """Do an exercise that is a list: write a line, say all that is asked of it, and look at the whole."""
    assert step.list
    assert step.afterwards
    await app.press("enter")
    await app.write("een nieuw systeem")
    await app.press("enter", "down", "enter")
    for attribute in step.list.attributes:
        assert attribute.label in app.words
        await (app.write("ik bel eerder") if attribute.type == "text" else app.press("1"))
        await app.press("enter")
    await app.press("ctrl+s")
    await app.write("het weegt")
    await app.press("ctrl+n")
    await app.write("met niemand")
    await app.press("ctrl+s")
    assert "Enter gaat naar de volgende stap." in app.words


async def test_somebody_reflects_alone_between_sessions(places: Places, pack: Pack) -> None:
    first = pack.step(pack.programme.sessions[0].core[0])
    case = first_of_kind(pack, "case")
    assert isinstance(case, Case)
    assert case.choice
    async with running(places) as app:
        assert "Begin" in app.text
        assert "in één bestand" in app.words
        await app.press("b")
        assert first.title in app.text

        await walk_to(app, case)
        for stop in stops(case):
            if stop.asks is case.choice:
                break
            if stop.asks:
                await app.press("f2")
                await app.write("zag ik [niet] zo")
                await app.press("ctrl+n")
                await to_the_text(app)
            else:
                await app.press("ctrl+n")
        first_voice = next(voice for block in case.blocks for voice in block.voices)
        spoken = " ".join(first_voice.text.split()[:5])
        assert spoken not in app.words
        await app.press("f2", "2")
        await app.write("omdat het kan")
        await app.press("ctrl+n")
        assert spoken in app.words

    journal = Journal.open(places, read_only=True)
    written = {entry.kind: entry for entry in journal.newest_first()}
    assert written[Kind.CHOICE].text == "omdat het kan"
    assert written[Kind.CHOICE].data == {
        "option": case.choice.options[1].id,
        "option_text": case.choice.options[1].text,
    }
    origin = written[Kind.CHOICE].origin
    assert origin
    assert origin.words == case.choice.text

    async with running(places) as app:
        assert "Verder waar je was" in app.text
        assert case.title in app.text
        assert "omdat het kan" not in app.text
        await app.press("3")
        assert "omdat het kan" in app.text
        await app.press("1", "enter")
        assert case.title in app.text


async def test_somebody_brings_an_export_to_the_meeting(places: Places, pack: Pack, tmp_path: Path) -> None:
    step = first_of_kind(pack, "questions")
    async with running(places) as app:
        await app.press("b")
        await walk_to(app, step)
        await app.press("enter")
        await app.write("dit mag mee")
        await app.press("ctrl+g")
        assert "gaat mee" in app.text
        await app.press("ctrl+n")
        await app.write("dit blijft hier")
        await app.press("escape", "escape", "5")
        assert "Wat mag mee? 1 van 2" in app.words
        await app.press("enter")
        assert "dit mag mee" in app.text
        assert "dit blijft hier" not in app.text
        await app.press("s")
        target = tmp_path / "groep.md"
        await app.press("ctrl+a", "ctrl+k")
        await app.paste(str(target))
        await app.press("enter")
        await app.press("escape", "3")
        assert "Dagboek · 2 stukken" in app.text
        await app.press("k")
        await app.go_to("logboek")
        await app.press("enter")
        assert "Gedeeld" in app.text
    exported = target.read_text("utf-8")
    assert "dit mag mee" in exported
    assert "dit blijft hier" not in exported
    assert step.questions[1].text not in exported


async def test_a_newcomer_looks_round_first(places: Places, pack: Pack, home: Path) -> None:
    step = first_of_kind(pack, "questions")
    async with running(places, looking_round=True) as app:
        assert "er wordt niets bewaard" in app.text
        await walk_to(app, step)
        await app.press("enter")
        await app.write("even proberen")
        await app.pause(0.8)
        assert "wordt niet bewaard" in app.text
        await app.press("escape", "escape", "3")
        assert "even proberen" in app.text
        await app.press("2")
        assert "kernroute" in app.text
    assert not home.exists()


@pytest.mark.long
async def test_the_whole_core_route_of_the_opening(places: Places, pack: Pack) -> None:
    session = pack.programme.sessions[0]
    async with running(places) as app:
        await app.press("b")
        for step_id in session.core:
            step = pack.step(step_id)
            assert step.title in app.text
            if isinstance(step, Exercise):
                await fill_in(app, step)
                await app.press("enter")
                continue
            for number, stop in enumerate(stops(step)):
                if stop.asks is None:
                    await app.press("ctrl+n")
                elif isinstance(step, Case) and stop.asks is step.choice:
                    await app.press("f2", "1", "ctrl+n")
                else:
                    await app.press("f2")
                    await app.write(f"a{number}")
                    await app.press("ctrl+n")
                await to_the_text(app)
            ended = "Enter laat zien wat je eruit meeneemt" if step.kind == "closing" else f"Dit was ‘{step.title}’"
            assert ended in app.words
            await app.press("enter")
        await app.press("escape", "escape", "1")
        assert f"{session.title}" in app.text
        assert "klaar" in app.text
    steps = [pack.step(step_id) for step_id in session.core]
    exercises = [step for step in steps if isinstance(step, Exercise)]
    expected = sum(len(asked(stops(step))) for step in steps if step not in exercises) + len(exercises)
    journal = Journal.open(places, read_only=True)
    assert len(journal.newest_first()) == expected
    for step in exercises:
        (entry,) = journal.newest_first(step=step.id)
        assert entry.kind is Kind.EXERCISE
        written = ("een nieuw systeem", "politiek of bestuur", "ik bel eerder", "1 van 3", "het weegt", "met niemand")
        assert [words for words in written if words not in entry.text] == []
    assert {journal.progress[step_id].status for step_id in session.core} == {Status.DONE}

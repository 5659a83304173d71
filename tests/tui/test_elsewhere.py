"""What another machine does meanwhile, and another place where the journal went on for once."""

import shutil
from pathlib import Path

from support.driver import running

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.journal import Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe


async def test_a_wiping_that_came_under_an_open_journal_is_finished_at_the_end(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    entry = journal.add(Kind.NOTE, "alfa geheimwoord")
    there = find_places(tmp_path / "ander.json")
    shutil.copy(places.journal, there.journal)
    wipe(Journal.open(there), [entry.id])
    async with running(places) as app:
        draft = Draft(
            key=entry.id,
            text="alfa geheimwoord omegawoord",
            entry_id=entry.id,
            base_revision=entry.newest.id,
            kind=Kind.NOTE,
            at=journal.now(),
        )
        Drafts(places.drafts).put(draft)
        shutil.copy(there.journal, places.journal)
        await app.press("n")
        await app.paste("erna")
        await app.press("escape", "ctrl+q")
    files = [each for each in places.config.rglob("*") if each.is_file()]
    assert [each for each in files if b"geheimwoord" in each.read_bytes()] == []
    assert {each.text for each in Journal.open(places).newest_first()} == {"erna", "omegawoord"}


async def test_a_place_for_this_once_is_named_at_the_end_and_at_the_next_start(places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "van thuis")
    elsewhere = tmp_path / "elders.json"
    async with running(places) as app:
        await app.choose("andere plek bewaren")
        await app.press("ctrl+a", "ctrl+k")
        await app.paste(str(elsewhere))
        await app.press("enter")
        for _ in range(200):
            if "voortaan het nieuwe opent?" in app.words:
                break
            await app.pause(0.02)
        # Going away without an answer.
        await app.press("ctrl+q")
        last_words = str(app.app.return_value)
    assert f"Je schreef verder in ‘{elsewhere}’" in last_words and "weer je oude dagboek" in last_words
    async with running(places) as app:
        assert "hier niet staat" not in app.said
    Journal.open(find_places(elsewhere)).add(Kind.NOTE, "van elders")
    async with running(places) as app:
        assert f"In ‘{elsewhere}’ staat dit dagboek ook" in app.said and "hier niet staat" in app.said

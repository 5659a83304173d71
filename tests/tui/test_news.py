"""The page that says what changed since the version that wrote the journal before."""

from support.driver import running

from goedwerk_tui.base.places import Places
from goedwerk_tui.base.versions import RUNNING
from goedwerk_tui.journal import Journal, Kind


async def test_it_is_found_by_another_word_and_says_what_changed(places: Places) -> None:
    Journal.open(places).add(Kind.NOTE, "begin")
    places.journal.write_bytes(places.journal.read_bytes().replace(f'"{RUNNING}"'.encode(), b'"0.1.0"'))
    async with running(places) as app:
        assert "nieuw is" not in app.text
        await app.choose("update")
        assert "Wat er nieuw is" in app.text
        assert f"Eerder schreef versie 0.1.0 in dit dagboek. Nu gebruik je versie {RUNNING}." in app.words
        assert "Je dagboek." in app.text and "**" not in app.text
        await app.press("escape")
        assert "Wat er nieuw is" not in app.text

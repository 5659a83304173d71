"""``goedwerk exporteer --soort strategieen``: strategies and words, for others to use."""

from pathlib import Path

from goedwerk_tui.base.places import Places
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.collections.collection import USED
from goedwerk_tui.journal import Journal, Kind, Mark, Origin


def test_a_word_leaves_with_its_meaning_and_nothing_else_does(places: Places, tmp_path: Path) -> None:
    journal = Journal.open(places)
    journal.add(Kind.STRATEGY, "Eerst bellen.")
    journal.add(Kind.TERM, "stevig", data={"betekent": "Als je het durft uit te leggen.", "wanneer": "Tegen Fatma."})
    journal.add(Kind.TERM, "rond")
    hidden = journal.add(Kind.TERM, "geheim", data={"betekent": "blijft hier"})
    journal.mark(hidden.id, Mark.NEVER_LEAVE, True)
    journal.add(Kind.ANSWER, "Maandag deed ik het.", origin=Origin("p", "tussendoor", USED, "x"))
    target = tmp_path / "ruilen.txt"
    assert main(["exporteer", "--soort", "strategieen", "--alles", "--uitvoer", str(target)]) == 0
    text = target.read_text("utf-8")
    for each in ("Eerst bellen.", "stevig", "Als je het durft uit te leggen.", "rond"):
        assert each in text
    for each in ("Fatma", "geheim", "blijft hier", "Maandag"):
        assert each not in text

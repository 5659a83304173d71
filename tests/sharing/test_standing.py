"""Conditions and vision as they leave: once, right to the word, and never what was marked to stay."""

from datetime import UTC, datetime, timedelta

import pytest

from goedwerk_tui.guidance.collections import vision as visions
from goedwerk_tui.guidance.collections.conditions import origin_of_intention, origin_of_try
from goedwerk_tui.guidance.exercises import persistence, prefill
from goedwerk_tui.guidance.exercises.compose import Composition
from goedwerk_tui.guidance.exercises.list import ItemList
from goedwerk_tui.journal import Entry, Journal, Kind, Mark
from goedwerk_tui.journal.book import new_id
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing.editing import Edits
from goedwerk_tui.sharing.kinds import DocumentKind, held_by, lay_out
from goedwerk_tui.sharing.overviews import usual_vision, version_of
from goedwerk_tui.sharing.plain_text import to_plain_text
from goedwerk_tui.sharing.selection import leaving_all_the_same


class Sharer:
    """Somebody who shares what stands in a journal."""

    def __init__(self, pack: Pack) -> None:
        self.now = datetime(2026, 3, 1, 9, tzinfo=UTC)
        self.pack = pack
        self.journal = Journal.in_memory(clock=lambda: self.now)

    def wait(self, days: int = 1) -> None:
        self.now += timedelta(days=days)

    def sit(self, **texts: str) -> Entry:
        step = self.pack.step("mijn-visie")
        assert isinstance(step, Exercise)
        work = prefill.begin(step, self.pack, self.journal)
        assert isinstance(work, Composition)
        for part, text in texts.items():
            work = work.write(part, text)
        return persistence.finish(self.journal, step, persistence.origin_of(self.pack, step), work, new_id())

    def text(self, kind: DocumentKind, chosen: tuple[Entry, ...] | None = None) -> str:
        chosen = held_by(kind, self.journal) if chosen is None else chosen
        return to_plain_text(lay_out(kind, chosen, self.pack, self.now))


@pytest.fixture
def sharer(pack: Pack) -> Sharer:
    return Sharer(pack)


def test_a_condition_with_its_weight_its_plan_and_what_was_tried(sharer: Sharer) -> None:
    add, journal = sharer.journal.add, sharer.journal
    said = {"side": "hinders", "weight": "3", "influence": "together", "step": "Bas bellen"}
    line = add(Kind.CONDITION, "de lijn op donderdag", data=said)
    tried = add(Kind.ANSWER, "Bas vond het best.", origin=origin_of_try(line.id, "goed-werk"))
    hidden = add(Kind.ANSWER, "Bas was dronken.", origin=origin_of_try(line.id, "goed-werk"))
    secret = add(Kind.CONDITION, "de chef", data={"side": "hinders"})
    add(Kind.ANSWER, "Met de chef gepraat.", origin=origin_of_try(secret.id, "goed-werk"))
    journal.mark(hidden.id, Mark.NEVER_LEAVE, True)
    journal.mark(secret.id, Mark.NEVER_LEAVE, True)
    meant = add(Kind.INTENTION, "Als het vier uur is, dan bel ik.", origin=origin_of_intention(line.id, "goed-werk"))
    text = sharer.text(DocumentKind.CONDITIONS)
    order = ["belemmert", "de lijn op donderdag", "Weegt zwaar", "Van plan: Bas bellen", "Bas vond het best."]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert not any(each in text for each in ("dronken", "chef", "vier uur"))
    assert "vier uur" in sharer.text(DocumentKind.CONDITIONS, (line, meant))
    alone = sharer.text(DocumentKind.CONDITIONS, (line,))
    assert "Bas vond" not in alone
    assert "Bas vond" in sharer.text(DocumentKind.CONDITIONS, (tried,))


def test_the_vision_leaves_once_with_its_date_and_no_earlier_version(sharer: Sharer) -> None:
    sharer.journal.add(Kind.VISION, "een antwoord van toen")
    sharer.sit(waartoe="Voor wie belt.", samen="Wij helpen wie belt.")
    sharer.wait(9)
    result = sharer.sit(samen="Wij helpen wie schrijft.")
    text = sharer.text(DocumentKind.VISION)
    assert "Versie van 10 maart 2026" in text
    assert (text.count("Wij helpen wie schrijft."), text.count("Voor wie belt.")) == (1, 1)
    assert "Wij helpen wie belt." not in text
    assert "van toen" not in text
    everything = sharer.text(DocumentKind.VISION, sharer.journal.newest_first())
    assert everything.count("Wij helpen wie schrijft.") == 1
    assert "van toen" in everything
    found = visions.vision(sharer.journal.newest_first())
    assert found
    earlier = version_of(usual_vision(sharer.journal), found.versions[1].id)
    assert "Versie van 1 maart 2026" in sharer.text(DocumentKind.VISION, earlier)
    assert "Wij helpen wie belt." in sharer.text(DocumentKind.VISION, earlier)
    assert earlier[0].id == result.id


def test_a_part_that_was_changed_since_leaves_as_it_is_now(sharer: Sharer) -> None:
    sharer.sit(waartoe="Voor wie belt.", samen="Wij helpen wie belt.")
    sharer.wait()
    (part,) = sharer.journal.newest_first(kinds={Kind.VISION})
    sharer.journal.change(part.id, "Wij helpen wie zwijgt.")
    text = sharer.text(DocumentKind.VISION)
    assert "Versie van 2 maart 2026" in text
    assert "Wij helpen wie belt." not in text
    assert text.count("Wij helpen wie zwijgt.") == 1


@pytest.mark.parametrize("marked", ["result", "part"])
def test_what_may_never_leave_does_not_leave_by_way_of_the_other(sharer: Sharer, marked: str) -> None:
    result = sharer.sit(waartoe="Voor wie belt.", samen="Wij helpen wie belt.")
    (part,) = sharer.journal.newest_first(kinds={Kind.VISION})
    answer = sharer.journal.add(Kind.VISION, "een antwoord")
    sharer.journal.mark((result if marked == "result" else part).id, Mark.NEVER_LEAVE, True)
    assert held_by(DocumentKind.VISION, sharer.journal) == (answer,)
    sharer.journal.trash(answer.id)
    assert held_by(DocumentKind.VISION, sharer.journal) == ()


def test_words_of_what_never_leaves_are_pointed_out(sharer: Sharer) -> None:
    step = sharer.pack.step("krachtenveld")
    assert isinstance(step, Exercise)
    work = prefill.begin(step, sharer.pack, sharer.journal)
    assert isinstance(work, ItemList)
    work = work.add("Joke belt altijd terug").add("het format")
    result = persistence.finish(sharer.journal, step, persistence.origin_of(sharer.pack, step), work, new_id())
    secret = next(each for each in sharer.journal.newest_first() if each.text == "Joke belt altijd terug")

    def said(kind: DocumentKind, *chosen: Entry, edits: Edits | None = None) -> str:
        return leaving_all_the_same(lay_out(kind, chosen, sharer.pack, sharer.now), sharer.journal, edits or Edits())

    assert said(DocumentKind.CHOSEN, result) == ""
    sharer.journal.mark(secret.id, Mark.NEVER_LEAVE, True)
    assert said(DocumentKind.CHOSEN, result) == (
        "Let op: hierin staan ook woorden van wat nooit mee mag: ‘Joke belt altijd terug’ (Vakmanschap › Krachtenveld)."
    )
    for words in ({"Joke": "Iemand"}, {"joke belt": "Iemand mailt"}, {"terug": "toch terug"}):
        assert said(DocumentKind.CHOSEN, result, edits=Edits(words)) == said(DocumentKind.CHOSEN, result), words
    assert said(DocumentKind.CHOSEN, result, edits=Edits({"Joke belt altijd terug": "dat hij belt"})) == ""
    assert said(DocumentKind.CHOSEN, result, edits=Edits({"Joke": "X", "belt": "X", "altijd terug": "X"})) == ""
    assert said(DocumentKind.CONDITIONS, *held_by(DocumentKind.CONDITIONS, sharer.journal)) == ""
    sharer.journal.mark(result.id, Mark.NEVER_LEAVE, True)
    assert said(DocumentKind.CONDITIONS, *held_by(DocumentKind.CONDITIONS, sharer.journal)) == (
        "Let op: hierin staan ook woorden van wat nooit mee mag: ‘Vakmanschap › Krachtenveld’."
    )

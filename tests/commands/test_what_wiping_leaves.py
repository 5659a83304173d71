"""What another computer wrote in what was wiped here: what is new stays and is told, the rest stays wiped."""

import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.command_line import run

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Entry, Journal, Kind
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.journal.erasure import wipe

_DOORS = ("into who wiped", "into who wrote", "a conflict copy", "a draft")


def _left(capsys: pytest.CaptureFixture[str], door: str, old: str, now: str) -> str | None:
    """Wipe a note on one computer, rewrite it on another, and bring both together; returns what is left of it.

    What is left is told, and what is not is said to be wiped.
    """
    with tempfile.TemporaryDirectory() as folder:
        wiper, writer = (find_places(Path(folder, each, "dagboek.json")) for each in ("gewist", "geschreven"))
        for each in (wiper, writer):
            each.journal.parent.mkdir()
        journal = Journal.open(wiper)
        entry = journal.add(Kind.NOTE, old)
        shutil.copy(wiper.journal, writer.journal)
        if door == "a draft":
            Drafts.of(writer).put(_draft(entry, now))
        else:
            Journal.open(writer).change(entry.id, now)
        wipe(journal, [entry.id])
        journal.close()
        if door == "a conflict copy":
            shutil.copy(writer.journal, wiper.journal.with_name("dagboek (conflict van laptop).json"))
            code, _, out = run(capsys, "zoek", "--journal", str(wiper.journal), "iets")
        else:
            into, brought = (wiper, writer) if door == "into who wiped" else (writer, wiper)
            code, out, _ = run(capsys, "samenvoegen", "--journal", str(into.journal), str(brought.journal))
        into = wiper if door in ("into who wiped", "a conflict copy") else writer
        notes = [each.text for each in Journal.open(into, read_only=True).newest_first()]
    said = "1 stuk erbij" if into is wiper else "is er nog, als 1 notitie"
    assert code in (0, 1) and len(notes) < 2 and (said in out) is bool(notes), out
    assert into is wiper or "1 stuk gewist" in out
    return notes[0] if notes else None


def _draft(entry: Entry, text: str) -> Draft:
    now = entry.newest
    return Draft(
        key=entry.id, text=text, entry_id=entry.id, base_revision=now.id, base_text=now.text, kind=entry.kind, at=now.at
    )


@pytest.mark.parametrize("door", _DOORS)
@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("Ik ben boos en Karin is blij.", "Karin is boos en ik ben blij."),
        ("Ik ben boos en Karin is blij.", "Karin is boos."),
        ("Karin is blij. Ik ben boos.", "Ik ben boos want Karin is blij."),
        ("Ik zeg dit niet.", "Ik zeg dit."),
        ("Ik zeg dit.", "Ik zeg dit niet."),
        ("Ik zeg dit tegen Karin.", "Ik zeg dit wel tegen Karin."),
        ("Ik wil dit tegen Karin zeggen en doe het nooit.", "Ik wil dit tegen Karin zeggen."),
        ("Ik ga weg omdat het hier niet goed gaat.", "Ik ga weg omdat het hier goed gaat."),
        ("Als Karin liegt, ga ik weg.", "Karin liegt."),
        ("Karin is niet te vertrouwen en Piet wel.", "Piet is niet te vertrouwen en Karin wel."),
        ("Nee, ik ga.", "Ik ga."),
        ("Karin.\nIk ga naar huis.", "Karin is boos.\nDe rest."),
        ("Ik vertrouw Karin.", "Dat ik Karin vertrouw, zeg ik."),
    ],
)
def test_a_sentence_that_says_something_else_stays_whole(
    capsys: pytest.CaptureFixture[str], door: str, old: str, now: str
) -> None:
    assert _left(capsys, door, old, now) == now


@pytest.mark.parametrize("door", _DOORS)
@pytest.mark.parametrize(
    ("now", "kept"),
    [
        ("Over Roodkop. En over Zwartkop. Ik bel Els.", None),
        ("OVER ROODKOP, EN OVER ZWARTKOP! ik bel els", None),
        ("- Ik bel Els\n- Over Roodkop\n- Over Zwartkop ?", None),
        ("Ik bel Els en over Zwartkop", None),
        ("Els.", None),
        ("Dan over Roodkop.\nBel Els.", None),
        ("Ik bel Els.\nIk bel Piet.\nOver Roodkop.", "Ik bel Piet."),
        ("Begin. Over Zwartkop. En over Roodkop. Ik bel Els. Einde.", "Begin. … Einde."),
        ("Begin.\nOver Zwartkop. En over Roodkop. Ik bel Els en Piet.", "Begin.\nen Piet."),
        ("Over Zwartkop. En over Roodkop. Ik bel Els :-)", ":-)"),
        ("Nu eerst over Zwartkop en over Roodkop schrijven.", "Nu eerst … schrijven."),
    ],
)
def test_what_was_moved_cut_or_put_in_other_signs_stays_wiped(
    capsys: pytest.CaptureFixture[str], door: str, now: str, kept: str | None
) -> None:
    assert _left(capsys, door, "Over Zwartkop. En over Roodkop. Ik bel Els.", now) == kept


@pytest.mark.parametrize("door", (_DOORS[0], _DOORS[-1]))
@pytest.mark.parametrize(("here", "there"), [("NFC", "NFD"), ("NFD", "NFC")])
@pytest.mark.parametrize(
    "old",
    [
        "Geheim over Zoë/Bram van hiernaast.",
        "Gisteren belde André-Jan mij over het geld.",
        "Dat was het café-geld van René/Paul, zeg ik.",
        "De één/ander van ons betaalde coöperatie/übermarkt-geld.",
    ],
)
def test_the_form_of_letters_makes_nothing_new(
    capsys: pytest.CaptureFixture[str],
    door: str,
    here: Literal["NFC", "NFD"],
    there: Literal["NFC", "NFD"],
    old: str,
) -> None:
    """A Mac writes ‘ë’ as two signs, and every other computer as one."""
    old, now = unicodedata.normalize(here, old), unicodedata.normalize(there, old)
    assert _left(capsys, door, old, now) is None
    assert _left(capsys, door, old, f"{now} En nog iets.") == "En nog iets."
    assert _left(capsys, door, old, f"Eerst dit. {now}") == "Eerst dit."


@pytest.mark.parametrize("door", (_DOORS[1], _DOORS[-2]))
@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("Els belde de AIVD over mij.", "Els belde de A.I.V.D. over mij"),
        ("Mail naar jan.jansen@voorbeeld.nl over dat geld.", "mail naar jan jansen @ voorbeeld nl over dat geld"),
        ("Zoë_Bram zei dat het geld weg was.", "Zoë Bram zei dat het geld weg was"),
        ("Dossier Zoë1 lag bij Piet op tafel.", "dossier zoë 1 lag bij Piet op tafel"),
        ("Els belde.Piet zei dat ik fout zat.", "Els belde. Piet zei dat ik fout zat."),
        ("Zij o.a. wist dat ik fout zat.", "Zij oa wist dat ik fout zat."),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_same_words_joined_by_other_signs_stay_wiped(
    capsys: pytest.CaptureFixture[str], door: str, old: str, now: str, turned: bool
) -> None:
    old, now = (now, old) if turned else (old, now)
    assert _left(capsys, door, old, now) is None
    assert _left(capsys, door, old, f"{now}\n\nEn morgen weer.") == "En morgen weer."


def test_a_line_without_end_that_was_cut_short_stays_wiped(capsys: pytest.CaptureFixture[str]) -> None:
    words = [f"w{each}" for each in range(500)]
    assert _left(capsys, _DOORS[0], " ".join(words), " ".join(words[3:])) is None


_few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_words = st.sampled_from(["ik", "Karin", "boos", "blij", "is", "zeg", "morgen", "Anja", "dit", "huis"])
_doors = st.sampled_from(_DOORS)


@_few
@given(_doors, st.lists(_words, min_size=3, max_size=7, unique=True), st.data())
def test_the_same_words_in_another_order_stay(
    capsys: pytest.CaptureFixture[str], door: str, old: list[str], data: st.DataObject
) -> None:
    now = data.draw(st.permutations(old))
    assume(now != old)
    assert _left(capsys, door, " ".join(old), " ".join(now)) == " ".join(now)


@_few
@given(_doors, st.lists(_words, min_size=2, max_size=7), st.sampled_from(["niet", "geen", "nooit", "wel"]), st.data())
def test_a_sentence_without_the_word_that_turned_it_stays(
    capsys: pytest.CaptureFixture[str], door: str, now: list[str], turns: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(now)))
    old, more = [*now[:at], turns, *now[at:]], ["Klaar."] * data.draw(st.booleans())
    said = " ".join(now)
    assert _left(capsys, door, ". ".join([" ".join(old), *more]), ". ".join([said, *more])) in (said, f"{said}.")


@st.composite
def _moved(draw: st.DrawFn) -> tuple[str, str]:
    old = draw(st.lists(st.lists(_words, min_size=1, max_size=6), min_size=1, max_size=4))
    now: list[str] = []
    for sentence in draw(st.permutations(old)):
        begin = draw(st.integers(0, len(sentence) - 1))
        part = " ".join(sentence[begin : draw(st.integers(begin + 1, len(sentence)))])
        now.append(
            draw(st.sampled_from([part, part.upper(), part.capitalize(), f"‘{part}’", f"- {part}", f"*{part}*"]))
        )
    between = draw(st.sampled_from([". ", "\n", "!\n\n", "? ", "...\n"]))
    return ". ".join(" ".join(each) for each in old), between.join(now[: draw(st.integers(1, len(now)))])


@_few
@given(_doors, _moved())
def test_sentences_that_were_moved_and_cut_at_an_edge_stay_wiped(
    capsys: pytest.CaptureFixture[str], door: str, texts: tuple[str, str]
) -> None:
    assert _left(capsys, door, *texts) is None


_NEW = st.lists(st.sampled_from(["nieuw", "later", "trein", "brug", "toch", "niet"]), min_size=1, max_size=5)


@_few
@given(_doors, st.lists(_words, min_size=6, max_size=9, unique=True), _NEW, _NEW, st.data())
def test_four_copied_words_in_a_row_fall_out_of_a_longer_sentence_and_fewer_do_not(
    capsys: pytest.CaptureFixture[str],
    door: str,
    old: list[str],
    first: list[str],
    last: list[str],
    data: st.DataObject,
) -> None:
    many = data.draw(st.integers(1, 5))
    at = data.draw(st.integers(0, len(old) - many))
    copied = ["…"] if many >= 4 else old[at : at + many]
    now = " ".join([*first, *old[at : at + many], *last])
    assert _left(capsys, door, " ".join(old), now) == " ".join([*first, *copied, *last])


@pytest.mark.timeout(30)
@pytest.mark.parametrize("unit", ["ja nee ", "Ja. Nee. ", "ha ja "])
def test_a_word_that_is_said_hundreds_of_times_holds_nothing_up(capsys: pytest.CaptureFixture[str], unit: str) -> None:
    old = unit.replace("ja ", "").replace("Ja. ", "") * 800
    assert _left(capsys, "into who wiped", old.strip(), f"{unit * 800}maar dat wil ik zelf")


@pytest.mark.parametrize("door", _DOORS)
@pytest.mark.parametrize(
    ("old", "now", "kept"),
    [
        ("Ik ga niet. Nu.", "Ik ga. Niet nu.", "Ik ga. Niet nu."),
        ("Ik ga. Niet nu.", "Ik ga niet. Nu.", "Ik ga niet. Nu."),
        ("Ik ga niet. Nu.", "Ik ga. Niet nu. Dag Els.", "Ik ga. Niet nu. Dag Els."),
        ("Het begon. Ik ga niet. Nu.", "Het begon. Ik ga. Niet nu.", "Ik ga. Niet nu."),
        ("Ik ga niet, want ik ben moe.", "Ik ga niet. Want ik ben moe.", None),
        ("Ik ga niet. Nu.", "ik ga niet!\nnu", None),
    ],
)
def test_a_full_stop_that_gives_a_niet_to_other_words_makes_something_new(
    capsys: pytest.CaptureFixture[str], door: str, old: str, now: str, kept: str | None
) -> None:
    assert _left(capsys, door, old, now) == kept


@pytest.mark.timeout(30)
@pytest.mark.parametrize("many", [1600])
def test_a_line_that_stands_there_hundreds_of_times_holds_nothing_up(
    capsys: pytest.CaptureFixture[str], many: int
) -> None:
    assert _left(capsys, "into who wiped", "nee\n" * many, "ja\nnee\n" * many + "maar dat wil ik zelf")

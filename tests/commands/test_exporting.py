"""Exporting, logging, repeating, and moving a whole journal, by the command line."""

import io
import json
import os
import resource
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import jsonschema
import msgspec
import pypdf
import pytest

from goedwerk_tui.base.places import Places, find_places
from goedwerk_tui.commands import main
from goedwerk_tui.journal import Journal, Kind, Mark, Origin, Status, StepProgress
from goedwerk_tui.journal.drafts import Draft, Drafts
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case
from goedwerk_tui.sharing.formats import Format
from goedwerk_tui.sharing.log import exports


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err + shown.out
    return code, shown.out, shown.err


@pytest.fixture
def journal(places: Places) -> Journal:
    """A journal with something of every sort, one piece of it marked to bring, one never to leave."""
    journal = Journal.open(places)
    case = ("goed-werk", "opening", "een-stoel-erbij")
    add = journal.add
    bring = add(
        Kind.ANSWER, "gemarkeerd antwoord", origin=Origin(*case, "a", "Opening", "Een stoel erbij", "Wat zag je?")
    )
    journal.mark(bring.id, Mark.BRING, True)
    option = {"option": "x", "option_text": "Je geeft je stoel."}
    add(
        Kind.CHOICE,
        "omdat het kon",
        origin=Origin(*case, "keuze", "Opening", "Een stoel erbij", "Wat doe je?"),
        data=option,
    )
    add(Kind.VISION, "de kern is uitleggen")
    add(Kind.CONDITION, "tijd op vrijdag", data={"side": "furthers"})
    add(Kind.CONDITION, "het overleg van maandag", data={"side": "hinders"})
    add(Kind.STRATEGY, "eerst bellen")
    add(Kind.TERM, "dienstbaar")
    journal.mark(add(Kind.NOTE, "blijft altijd hier").id, Mark.NEVER_LEAVE, True)
    journal.trash(add(Kind.NOTE, "weggegooid").id)
    changed = add(Kind.NOTE, "eerste versie")
    journal.change(changed.id, "tweede versie")
    journal.set_progress("een-stoel-erbij", StepProgress(Status.STARTED, "keuze", journal.now()))
    journal.set_position("een-stoel-erbij", "keuze")
    journal.skip("een-stoel-erbij", "b")
    return journal


def test_a_case_shows_the_options_in_the_words_in_which_one_was_chosen(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path
) -> None:
    case = pack.step("geen-contact-meer")
    assert isinstance(case, Case) and case.choice
    option = next(each for each in case.choice.options if each.same_as)
    origin = Origin("goed-werk", "opening", case.id, "keuze", "Opening", case.title, case.choice.text)
    chosen = {"option": option.id, "option_text": option.same_as[0]}
    Journal.open(places).add(Kind.CHOICE, "", origin=origin, data=chosen)

    target = tmp_path / "x.txt"
    assert run(capsys, "exporteer", "--soort", "casus", "--alles", "--uitvoer", str(target))[0] == 0
    text = " ".join(target.read_text("utf-8").split())
    assert option.same_as[0] in text.partition("Er was te kiezen uit:")[2].partition("Keuze:")[0]
    assert option.text not in text
    assert "(stond er toen)" not in text


@pytest.mark.parametrize(
    ("kind", "within", "without"),
    [
        ("keuze", ["gemarkeerd antwoord", "omdat het kon", "dienstbaar"], []),
        ("bijeenkomst", ["gemarkeerd antwoord", "Mijn vraag aan de groep", "dienstbaar"], []),
        ("dagboek", ["gemarkeerd antwoord", "omdat het kon", "dienstbaar", "tweede versie"], ["eerste versie"]),
        ("visie", ["de kern is uitleggen"], ["eerst bellen", "gemarkeerd"]),
        ("voorwaarden", ["tijd op vrijdag", "het overleg van maandag", "belemmert"], ["eerst bellen", "gemarkeerd"]),
        ("strategieen", ["eerst bellen", "dienstbaar"], ["tijd op vrijdag", "gemarkeerd"]),
        (
            "casus",
            ["omdat het kon", "Je geeft je stoel. (stond er toen)", "gemarkeerd antwoord"],
            ["dienstbaar", "tijd op vrijdag"],
        ),
        ("uitnodiging", ["gemarkeerd antwoord", "half uur", "omdat het kon"], []),
    ],
)
def test_each_kind_takes_all_that_belongs_in_it_when_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
    journal: Journal,
    tmp_path: Path,
    kind: str,
    within: list[str],
    without: list[str],
) -> None:
    target = tmp_path / "x.txt"
    code, out, _ = run(capsys, "exporteer", "--soort", kind, "--alles", "--uitvoer", str(target))
    assert code == 0
    assert out.index("Woo") < out.index("geschreven naar")
    text = " ".join(target.read_text("utf-8").split())
    for words in within:
        assert words in text
    for words in [*without, "blijft altijd hier", "weggegooid"]:
        assert words not in text


KINDS = [
    "keuze", "bijeenkomst", "dagboek", "visie", "voorwaarden", "strategieen", "casus", "uitnodiging", "inzicht",
]  # fmt: skip
UNMARKED = ["omdat het kon", "de kern is", "tijd op vrijdag", "overleg van maandag", "eerst bellen", "dienstbaar"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["md", "html", "json", "docx"])
def test_of_every_kind_only_what_was_marked_leaves_by_itself(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path, kind: str, form: str
) -> None:
    target = tmp_path / f"x.{form}"
    code, out, err = run(capsys, "exporteer", "--soort", kind, "--uitvoer", str(target))
    if kind in ("dagboek", "visie", "voorwaarden", "strategieen", "casus"):
        assert "neem je niet mee" in out and "--alles" in out
    if code:
        assert "niets om te delen" in err and not target.exists()
        return
    text = (
        "\n".join(each.text for each in docx.Document(str(target)).paragraphs) if form == "docx" else target.read_text()
    )
    assert not [words for words in [*UNMARKED, "tweede versie"] if words in text]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("voorwaarden", ("tijd op vrijdag", "het overleg")), ("strategieen", ("eerst bellen", "dienstbaar"))],
)
def test_what_an_overview_holds_unmarked_is_named_and_asked_about(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    journal: Journal,
    tmp_path: Path,
    kind: str,
    words: tuple[str, str],
) -> None:
    marked, left = words

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    journal.mark(next(each for each in journal.newest_first() if each.text == marked).id, Mark.BRING, True)
    for number, (typed, goes_along) in enumerate((("", False), ("nee\n", False), ("j\n", False), ("ja\n", True))):
        target = tmp_path / f"{number}.md"
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        code, out, _ = run(capsys, "exporteer", "--soort", kind, "--uitvoer", str(target))
        assert code == 0 and "1 stuk hierin neem je niet mee" in out
        assert marked in target.read_text("utf-8")
        assert (left in target.read_text("utf-8")) is goes_along


def test_what_lost_its_mark_does_not_leave_again(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path
) -> None:
    also = journal.add(Kind.NOTE, "toch liever niet")
    journal.mark(also.id, Mark.BRING, True)
    target = tmp_path / "x.md"
    for more in (["--meenemen"], []):
        assert run(capsys, "exporteer", *more, "--uitvoer", str(target), "--overschrijf")[0] == 0
        assert "toch liever niet" in target.read_text("utf-8")
        journal.mark(also.id, Mark.BRING, False)
        assert run(capsys, "exporteer", "--herhaal", "--overschrijf")[0] == 0
        assert "toch liever niet" not in target.read_text("utf-8")
        journal.mark(also.id, Mark.BRING, True)


def test_the_name_of_the_file_says_the_form(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path
) -> None:
    for name in ("a.docx", "a.pdf", "a.html", "a.json", "a.md", "a.txt"):
        assert run(capsys, "exporteer", "--alles", "--naam", "Ria", "--uitvoer", str(tmp_path / name))[0] == 0
    assert "gemarkeerd antwoord" in "\n".join(each.text for each in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert "gemarkeerd antwoord" in pypdf.PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["document"]["name"] == "Ria"
    for name in ("a.html", "a.md", "a.txt"):
        assert "Ria" in (tmp_path / name).read_text("utf-8")


def test_an_export_is_logged_and_repeated_with_what_is_new(
    capsys: pytest.CaptureFixture[str], journal: Journal, places: Places, tmp_path: Path
) -> None:
    assert "nog geen bestand om te herhalen" in run(capsys, "exporteer", "--herhaal")[2]
    target = tmp_path / "mee.md"
    assert run(capsys, "exporteer", "--meenemen", "--uitvoer", str(target))[0] == 0
    logged = Journal.open(places, read_only=True).newest_first(kinds=[Kind.LOG])
    assert len(logged) == 1
    assert str(target) in logged[0].text
    assert "gemarkeerd antwoord" not in logged[0].text
    journal.refresh()
    journal.mark(journal.add(Kind.NOTE, "later erbij").id, Mark.BRING, True)
    assert "bestaat al" in run(capsys, "exporteer", "--herhaal")[2]
    code, out, _ = run(capsys, "exporteer", "--herhaal", "--overschrijf")
    assert (code, "Nieuw sinds de vorige keer: 1 stuk." in out) == (0, True)
    text = target.read_text("utf-8")
    assert "later erbij" in text
    assert "gemarkeerd antwoord" in text
    assert "Nieuw sinds" not in "".join(map(str, run(capsys, "exporteer", "--herhaal", "--overschrijf")))
    journal.add(Kind.NOTE, "nog later")
    new = tmp_path / "nieuw.md"
    assert run(capsys, "exporteer", "--nieuw", "--uitvoer", str(new))[0] == 0
    assert "nog later" in new.read_text("utf-8")
    assert "gemarkeerd antwoord" not in new.read_text("utf-8")
    assert "Gedeeld" not in new.read_text("utf-8")


def _whole(places: Places) -> dict[str, object]:
    found: dict[str, object] = msgspec.to_builtins(Journal.open(places, read_only=True).book)
    return found


def test_a_whole_journal_moves_without_loss(
    capsys: pytest.CaptureFixture[str], journal: Journal, places: Places, tmp_path: Path
) -> None:
    target = tmp_path / "alles.json"
    code, out, _ = run(capsys, "exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", str(target))
    assert code == 0
    assert "ook wat nooit mee mag" in out
    assert "het hele dagboek" in Journal.open(places, read_only=True).newest_first(kinds=[Kind.LOG])[0].text
    other = tmp_path / "nieuw" / "dagboek.json"
    other.parent.mkdir()
    assert run(capsys, "importeer", str(target), "--journal", str(other))[0] == 0
    assert _whole(find_places(other)) == _whole(places)
    assert "niets nieuws" in run(capsys, "importeer", str(target), "--journal", str(other))[1]
    third = tmp_path / "derde.json"
    assert run(capsys, "noteer", "--journal", str(third), "stond er al")[0] == 0
    assert run(capsys, "importeer", str(target), "--journal", str(third))[0] == 0
    texts = {each.text for each in Journal.open(find_places(third), read_only=True).newest_first(state=None)}
    assert {"stond er al", "gemarkeerd antwoord", "blijft altijd hier", "weggegooid"} <= texts


def test_what_was_exported_is_no_piece_of_writing(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path
) -> None:
    target = tmp_path / "alles.json"
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(tmp_path / "blad.md"))[0] == 0
    out = run(capsys, "exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", str(target))[1]
    assert f"9 stukken en 1 uit de prullenbak geschreven naar {target}" in out
    other = str(tmp_path / "ander.json")
    out = run(capsys, "importeer", str(target), "--journal", other)[1]
    assert "9 stukken erbij, 1 stuk erbij in de prullenbak" in out
    again = str(tmp_path / "nog.json")
    out = run(capsys, "exporteer", "--soort", "dagboek", "--formaat", "json", "--uitvoer", again, "--journal", other)[1]
    assert "9 stukken en 1 uit de prullenbak" in out


SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize(("kind", "schema"), [("dagboek", "journal.json"), ("casus", "export.json")])
def test_what_is_written_is_what_the_published_schema_says(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path, kind: str, schema: str
) -> None:
    target = tmp_path / "x.json"
    assert run(capsys, "exporteer", "--soort", kind, "--formaat", "json", "--uitvoer", str(target))[0] == 0
    validator = jsonschema.Draft202012Validator(json.loads((SCHEMAS / schema).read_text("utf-8")))
    found = json.loads(target.read_text("utf-8"))
    validator.validate(found)
    assert not validator.is_valid({**found, "version": "een"})


FORGED = {
    "leeg": b"",
    "geen json": b"geen json",
    "een lijst": b"[1]",
    "iets anders": b'{"a": 1}',
    "een dagboek": b'{"_meta": {}}',
    "binair": bytes(range(256)),
    "diep": b'{"program":"goedwerk","schema":"journal","version":1,"journal":"x","entries":' + b"[" * 100_000,
    "nieuwer": b'{"program":"goedwerk","schema":"journal","version":99}',
    "vervalst": b'{"program":"goedwerk","schema":"journal","version":1,"journal":"x","entries":[{"id":"1"}],'
    b'"progress":[],"skips":[],"marks":[],"position":[]}',
    "dubbel": b'{"program":"goedwerk","schema":"journal","schema":"journal","version":1}',
    "oneindig": b'{"program":"goedwerk","schema":"journal","version":NaN}',
}


@pytest.mark.parametrize("content", FORGED.values(), ids=FORGED.keys())
def test_an_import_that_is_no_export(
    capsys: pytest.CaptureFixture[str], journal: Journal, places: Places, tmp_path: Path, content: bytes
) -> None:
    before = places.journal.read_bytes()
    (tmp_path / "x.json").write_bytes(content)
    code, _, err = run(capsys, "importeer", str(tmp_path / "x.json"))
    assert code == 1
    assert err.startswith("goedwerk: ")
    assert err.count("\n") == 1
    assert places.journal.read_bytes() == before


def test_an_import_that_is_not_there(capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    for name in ("er-is-niets.json", "."):
        assert run(capsys, "importeer", str(tmp_path / name))[0] == 1
    assert not home.exists()


@pytest.mark.parametrize("form", ["md", "txt", "html", "docx", "pdf", "json"])
@pytest.mark.parametrize(
    ("name", "said"), [("er/is/niet", "bestaat niet"), ("naam\x00", "kan geen naam zijn"), ("n" * 300, "")]
)
def test_a_place_that_can_not_be(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path, form: str, name: str, said: str
) -> None:
    code, _, err = run(capsys, "exporteer", "--alles", "--formaat", form, "--uitvoer", str(tmp_path / name))
    assert code == 1
    assert said in err
    assert not [each for each in tmp_path.rglob("*") if each.suffix == ".goedwerk-tmp"]


def _full_disk() -> None:
    """No file of this process may grow beyond a kilobyte: what a full disk does, to the system call."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_a_full_disk_leaves_nothing_behind(journal: Journal, tmp_path: Path, form: str) -> None:
    target = tmp_path / "uit" / f"x.{form}"
    target.parent.mkdir()
    words = [sys.executable, "-m", "goedwerk_tui", "exporteer", "--alles", "--uitvoer", str(target)]
    done = subprocess.run(
        words,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=_full_disk,
        check=False,
    )
    assert done.returncode == 1
    assert "kon niet worden geschreven" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"geen word", b"PK\x03\x04 kapot"])
def test_a_template_that_is_none(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "sjabloon.docx").write_bytes(content)
    target = tmp_path / "x.docx"
    for template in ("sjabloon.docx", "bestaat-niet.docx", "."):
        code, _, err = run(
            capsys, "exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(tmp_path / template)
        )
        assert (code, err.count("\n")) == (1, 1)
        assert not target.exists()


def test_looking_over_and_other_words(capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path) -> None:
    Journal.open(places).add(Kind.NOTE, "Ik sprak Jan de Boer; mail j@boer.nl of bel 0612345678.")
    target = tmp_path / "x.md"
    code, out, _ = run(capsys, "exporteer", "--alles", "--kijk-na", "--uitvoer", str(target))
    assert code == 0
    for found in ("Jan de Boer", "j@boer.nl", "0612345678", "vindt niet alles"):
        assert found in out
    assert not target.exists()
    others = ["--vervang", "Jan de Boer=een collega", "--vervang", "0612345678="]
    assert run(capsys, "exporteer", "--alles", *others, "--uitvoer", str(target))[0] == 0
    assert "Ik sprak een collega; mail j@boer.nl of bel ." in target.read_text("utf-8")
    assert Journal.open(places).newest_first(kinds=[Kind.NOTE])[0].text.startswith("Ik sprak Jan de Boer")


def test_a_long_meeting_sheet_is_remarked_on(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "woord " * 900).id, Mark.BRING, True)
    sheet = ["exporteer", "--soort", "bijeenkomst", "--uitvoer"]
    assert "meer dan twee bladzijden" in run(capsys, *sheet, str(tmp_path / "x.md"))[1]
    assert "bladzijden" not in run(capsys, "exporteer", "--uitvoer", str(tmp_path / "y.md"))[1]


def test_a_meeting_sheet_bears_no_day_and_a_number_stops_it_once(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.NOTE, "Mevrouw Jansen belde op 3 maart met 0612345678.").id, Mark.BRING, True)
    target = tmp_path / "blad.txt"
    sheet = ["exporteer", "--soort", "bijeenkomst", "--uitvoer", str(target)]
    code, _, err = run(capsys, *sheet)
    assert code == 1
    assert "Er staat een telefoonnummer in: 0612345678." in err and "--vervang" in err and "--ook-nummers" in err
    assert not target.exists()
    journal.mark(journal.add(Kind.NOTE, "Of mail wim@voorbeeld.nl.").id, Mark.BRING, True)
    listed = "Er staan nummers of adressen in: telefoonnummer 0612345678, mailadres wim@voorbeeld.nl."
    assert listed in run(capsys, *sheet, "--alles")[2]
    sheet += ["--vervang", "wim@voorbeeld.nl=hem"]
    assert run(capsys, *sheet, "--vervang", "0612345678=een mobiel")[0] == 0
    assert "2026" not in target.read_text("utf-8")
    assert run(capsys, *sheet, "--ook-nummers", "--overschrijf")[0] == 0
    assert "0612345678" in target.read_text("utf-8")
    assert run(capsys, "exporteer", "--uitvoer", str(tmp_path / "keuze.txt"))[0] == 0


def test_every_form_can_be_asked_for_and_its_name_stands_in_the_log(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path
) -> None:
    for form in Format:
        assert run(capsys, "exporteer", "--formaat", form, "--uitvoer", str(tmp_path / f"x.{form}"))[0] == 0
    logged = {each.format for each in exports(Journal.open(find_places(), read_only=True))}
    assert logged == {*Format}


def test_all_of_it_leaves_only_when_asked_for_in_so_many_words(
    capsys: pytest.CaptureFixture[str], journal: Journal, tmp_path: Path
) -> None:
    ask = ["exporteer", "--soort", "dagboek", "--uitvoer"]
    for number, more in enumerate(([], ["--formaat", "json", "--alles"], ["--formaat", "json", "--meenemen"])):
        target = tmp_path / f"{number}.json"
        assert run(capsys, *ask, str(target), *more)[0] == 0
        text = target.read_text("utf-8")
        assert "gemarkeerd antwoord" in text
        assert "blijft altijd hier" not in text
    # Which is no journal to go on with: that is said where it is made, and by what is asked to take it in.
    out = " ".join(run(capsys, *ask, str(tmp_path / "delen.json"))[1].split())
    assert "‘goedwerk importeer’ leest het niet" in out and "--soort dagboek --formaat json" in out


def test_writing_says_how_much_points_to_a_person_and_looking_over_in_which_piece(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path
) -> None:
    journal = Journal.open(places)
    case = Origin("goed-werk", "opening", "een-stoel-erbij", "a", "Opening", "Een stoel erbij", "Wat zag je daar?")
    journal.add(Kind.ANSWER, "Mevrouw Jansen belde met (070) 123 45 67 over Z/24/018934.", origin=case)
    journal.add(Kind.NOTE, "Mail jan@minbzk.nl, of mevrouw Jansen.")
    target = tmp_path / "x.md"
    code, out, _ = run(capsys, "exporteer", "--alles", "--uitvoer", str(target))
    assert code == 0
    assert "Er staan 2 nummers, 1 adres en 1 naam in; --kijk-na toont ze." in out
    code, out, _ = run(capsys, "exporteer", "--alles", "--kijk-na", "--uitvoer", str(target))
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[lines.index("telefoonnummer (070) 123 45 67") + 1] == "in ‘Wat zag je daar?’"
    assert lines[lines.index("naam Jansen") + 1].endswith("en nog 1")
    replaced = [
        *("--vervang", "mevrouw jansen=iemand", "--vervang", "(070)\u00a0123 45\u202f67=[nummer]"),
        *("--vervang", "Z/24/018934=", "--vervang", "jan@minbzk.nl=", "--vervang", "Pietersen=iemand anders"),
    ]
    code, out, _ = run(capsys, "exporteer", "--alles", *replaced, "--uitvoer", str(target), "--overschrijf")
    assert code == 0 and "‘Pietersen’ staat er niet in" in out and "bekijkt" not in out and "toont ze" not in out
    assert "Jansen" not in target.read_text("utf-8")


@pytest.mark.parametrize("name", ["Jan Zebrastra", "jan-zebrastra"])
def test_a_name_is_replaced_however_it_is_joined_or_made_bold(
    capsys: pytest.CaptureFixture[str], places: Places, tmp_path: Path, name: str
) -> None:
    written = {
        "Jan Zebrastra sprak": "Iemand sprak",
        "**Jan** Zebrastra zong": "Iemand zong",
        "Jan **Zebrastra** zat": "Iemand zat",
        "_Jan_ *Zebrastra* stond": "Iemand stond",
        "Jan-Zebrastra liep": "Iemand liep",
        "Jan\u2011Zebrastra viel": "Iemand viel",
        "Jan\nZebrastra sliep": "Iemand sliep",
        "`Jan` Zebrastra typte": "Iemand typte",
        "jan_zebrastra mailde": "Iemand mailde",
        "Jan/Zebrastra belde": "Iemand belde",
        "_Jan Zebrastra_ zweeg": "_Iemand_ zweeg",
        "Jans Zebrastra bleef": "Jans Zebrastra bleef",
    }
    journal = Journal.open(places)
    for text in written:
        journal.add(Kind.NOTE, text)
    target = tmp_path / "x.txt"
    words = ["exporteer", "--alles", "--vervang", f"{name}=Iemand", "--uitvoer", str(target)]
    assert run(capsys, *words)[0] == 0
    left = target.read_text("utf-8")
    assert [each for each in written.values() if each not in left] == []
    assert left.count("Zebrastra") == 1


def test_a_case_goes_by_its_title_too_and_what_is_not_there_is_told_as_such(
    capsys: pytest.CaptureFixture[str], places: Places, pack: Pack, tmp_path: Path
) -> None:
    case, other = pack.step("geen-contact-meer"), pack.step("een-stoel-erbij")
    assert isinstance(case, Case) and case.choice
    origin = Origin("goed-werk", "opening", case.id, "keuze", "Opening", case.title, case.choice.text)
    journal = Journal.open(places)
    journal.add(Kind.CHOICE, "", origin=origin, data={"option": case.choice.options[0].id, "option_text": "Bellen."})
    gone = Origin("m", "opening", "m-brug", "v", "Opening", "De brug dicht (Meerwoude)", "Wie?")
    journal.add(Kind.ANSWER, "De sluiswachter.", origin=gone)
    asked = (
        "exporteer",
        "--soort",
        "casus",
        "--alles",
        "--overschrijf",
        "--uitvoer",
        str(tmp_path / "x.txt"),
        "--casus",
    )

    for named, words in (
        (case.title, "Bellen."),
        (case.title.upper(), "Bellen."),
        (case.id, "Bellen."),
        ("de brug dicht (meerwoude)", "De sluiswachter."),
        ("m-brug", "De sluiswachter."),
    ):
        assert run(capsys, *asked, named)[0] == 0
        assert words in (tmp_path / "x.txt").read_text("utf-8")
    for named, told in (
        (other.title, f"Bij ‘{other.title}’ staat niets in je dagboek dat mee mag."),
        (f"{case.id}r", f"Er is geen casus ‘{case.id}r’; bedoelde je ‘{case.id}’?"),
        ("xyz", f"Er is geen casus ‘xyz’. Er is geen bestand geschreven. Je koos iets bij ‘{case.title}’."),
    ):
        code, _, err = run(capsys, *asked, named)
        assert code
        assert told in " ".join(err.split()), err
        assert "Er is niets om te delen" not in err
    code, _, err = run(capsys, "exporteer", "--casus", case.id, "--uitvoer", str(tmp_path / "y.txt"))
    assert code
    assert "--casus hoort bij --soort casus." in err


def test_with_nothing_but_what_is_unfinished_all_of_it_is_said_to_leave_when_that_is_done(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    places = find_places()
    journal = Journal.open(places)
    journal.trash(journal.add(Kind.NOTE, "weggegooid").id)
    journal.close()
    Drafts.of(places).put(Draft(key="x", text="half af", kind=Kind.NOTE, at=datetime(2026, 11, 3, tzinfo=UTC)))
    target = tmp_path / "x.md"
    code, _, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target))
    told = " ".join(err.split())
    assert code == 1 and not target.exists()
    assert "Wat niet af is gaat niet mee: ga ermee verder op Thuis, en rond een opdracht af met ctrl+s." in told
    assert "--alles bij" not in told

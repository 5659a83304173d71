"""What several people bring, side by side: in the order of the programme, each apart, and nobody to be recognised."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import docx
import lxml.html
import pypdf
import pytest

from goedwerk_tui.base.places import find_places
from goedwerk_tui.commands import main
from goedwerk_tui.guidance.exercises.scale import Scale
from goedwerk_tui.guidance.exercises.sort import Sort
from goedwerk_tui.guidance.spoken import as_begun, spoken
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.model import Case

STEP = "een-stoel-erbij"
NOTE = "ZEBRA nootje dat niemand anders zo zou schrijven"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err + shown.out
    return code, shown.out, shown.err


class Person:
    """Somebody who writes something at the real programme and exports what is marked."""

    def __init__(self, folder: Path, who: str, pack: Pack) -> None:
        self.who = who
        self.folder = folder
        self.pack = pack
        self.path = folder / f"dagboek-{who}.json"
        self.journal = Journal.open(find_places(self.path))

    def plan(self, text: str) -> "Person":
        self._bring(text, "plan", "Wat ga je doen?", kind=Kind.INTENTION)
        return self

    def _bring(
        self, text: str, item: str, words: str, step: str = STEP, *, kind: Kind = Kind.ANSWER, **more: str
    ) -> None:
        title = self.pack.step(step).title
        session = next(each for each in self.pack.programme.sessions if step in each.steps)
        origin = Origin("goed-werk", session.id, step, item, session.title, title, words)
        entry = self.journal.add(kind, text, origin=origin, data=more)
        self.journal.mark(entry.id, Mark.BRING, True)

    def answer(self, number: int, text: str, step: str = STEP) -> "Person":
        question = self.pack.step(step).questions[number]
        self._bring(text, question.id, question.text, step)
        return self

    def choose(self, number: int, why: str, step: str = STEP) -> "Person":
        case = self.pack.step(step)
        assert isinstance(case, Case) and case.choice
        option = case.choice.options[number]
        self._bring(why, "keuze", case.choice.text, step, kind=Kind.CHOICE, option=option.id, option_text=option.text)
        return self

    def note(self, text: str) -> "Person":
        self.journal.mark(self.journal.add(Kind.NOTE, text).id, Mark.BRING, True)
        return self

    def export(self, capsys: pytest.CaptureFixture[str]) -> str:
        target = self.folder / f"{self.who}.json"
        words = ("exporteer", "--journal", str(self.path), "--uitvoer", str(target))
        assert run(capsys, *words)[0] == 0
        return str(target)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_each_stands_apart_in_the_order_of_the_programme(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    later = pack.programme.sessions[1].core[0]
    one = (
        Person(tmp_path, "a", pack)
        .note("los a")
        .answer(0, "later a", later)
        .answer(1, "tweede a")
        .answer(0, "eerste a")
    )
    two = (
        Person(tmp_path, "b", pack)
        .answer(0, "later b", later)
        .answer(1, "tweede b")
        .answer(0, "eerste b")
        .note("los b")
    )
    exports = [one.export(capsys), two.export(capsys)]
    for form in ("txt", "md", "docx"):
        target = tmp_path / f"groep.{form}"
        assert (
            run(capsys, "bundel", *exports, "--ook-weinig", "--uitvoer", str(target), "--titel", "Opening, 3 december")[
                0
            ]
            == 0
        )
        text = (
            "\n".join(each.text for each in docx.Document(str(target)).paragraphs)
            if form == "docx"
            else target.read_text()
        )
        text = text.replace("#", "").replace("\\", "")
        found = [line.removesuffix(" a").removesuffix(" b") for line in lines(text)]
        kept = [
            line for line in found if line.startswith(("eerste", "tweede", "later", "los", "Bijdrage", "Opening, 3"))
        ]
        each = ["Bijdrage 1", "{}", "Bijdrage 2", "{}"]
        order = ["eerste", "tweede", "later", "los"]
        assert kept == ["Opening, 3 december", *(line.format(what) for what in order for line in each)]


def chosen_by(
    capsys: pytest.CaptureFixture[str], folder: Path, pack: Pack, numbers: Sequence[int]
) -> tuple[list[str], list[str]]:
    """Return the exports of people who chose these options of the case, and the options in words."""
    case = pack.step(STEP)
    assert isinstance(case, Case) and case.choice
    people = [Person(folder, f"p{at}", pack).choose(number, f"reden {at}") for at, number in enumerate(numbers)]
    return [each.export(capsys) for each in people], [option.text for option in case.choice.options]


def the_question(target: Path) -> tuple[list[list[str]], dict[str, str]]:
    """Return the rows that count the choices, and the choice above each reason."""
    (question,) = json.loads(target.read_text())["document"]["sections"][1]["sections"]
    tallies = [each for each in question["blocks"] if each["block"] == "table"]
    rows = [["".join(run["text"] for run in cell) for cell in row] for each in tallies for row in each["rows"][1:]]
    pieces = [contribution["blocks"][0] for contribution in question["sections"]]
    return rows, {piece["text"]: piece["choice"] for piece in pieces}


def test_choices_are_numbered_and_counted(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    exports, options = chosen_by(capsys, tmp_path, pack, [0, 0, 0, 1, 1])
    target = tmp_path / "groep.json"
    assert run(capsys, "bundel", *exports, "--uitvoer", str(target))[0] == 0
    rows, above = the_question(target)
    assert rows == [["1", options[0], "3"], ["2", options[1], "2"]]
    assert above == {f"reden {number}": "1" if number < 3 else "2" for number in range(5)}
    two = tmp_path / "twee.txt"
    assert run(capsys, "bundel", *exports[:2], "--ook-weinig", "--uitvoer", str(two))[0] == 0
    assert "Door hoeveel mensen" not in two.read_text()
    assert f"Keuze: {options[0]}"[:60] in two.read_text()


@pytest.mark.parametrize("numbers", [(0, 0, 0, 1), (0, 1, 1, 2, 2), (0, 0, 1, 2)])
def test_what_one_person_alone_chose_is_not_to_be_known(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack, numbers: tuple[int, ...]
) -> None:
    exports, options = chosen_by(capsys, tmp_path, pack, numbers)
    alone = [options[each] for each in set(numbers) if numbers.count(each) == 1]
    target = tmp_path / "groep.json"
    code, out, _ = run(capsys, "bundel", *exports, "--uitvoer", str(target))
    assert code == 0
    assert "van één persoon" in out and "--ook-alleen" in out
    rows, above = the_question(target)
    assert all(int(row[2]) > 1 for row in rows)
    assert not any(option in target.read_text() for option in alone)
    assert set(above.values()) == {""}
    assert len(above) == len(numbers)
    document = json.loads(target.read_text())["document"]
    assert document["title"] == "Wat we meebrachten"
    # On paper one sees why the table holds fewer than there were.
    paper = tmp_path / "groep.txt"
    assert run(capsys, "bundel", *exports, "--uitvoer", str(paper))[0] == 0
    reason = f"{len(numbers)} mensen kozen. Wat maar één persoon koos, staat hier niet"
    assert reason in " ".join(paper.read_text().split())
    assert run(capsys, "bundel", *exports, "--ook-alleen", "--uitvoer", str(target), "--overschrijf")[0] == 0
    rows, above = the_question(target)
    assert sorted(int(row[2]) for row in rows) == sorted(map(numbers.count, set(numbers)))
    assert all(above.values())
    assert "mensen kozen" not in target.read_text()


def test_a_bundle_of_three_or_fewer_needs_a_word(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    exports = [Person(tmp_path, f"p{at}", pack).answer(0, f"antwoord {at}").export(capsys) for at in range(4)]
    target = tmp_path / "groep.txt"
    for people in (2, 3):
        code, _, err = run(capsys, "bundel", *exports[:people], "--uitvoer", str(target))
        assert code == 1
        assert "drie mensen of minder" in err and "niets geschreven" in err and "--ook-weinig" in err
        assert not target.exists()
        assert run(capsys, "bundel", *exports[:people], "--kijk-na")[0] == 0
        assert run(capsys, "bundel", *exports[:people], "--ook-weinig", "--uitvoer", str(target))[0] == 0
        target.unlink()
    assert run(capsys, "bundel", *exports, "--uitvoer", str(target))[0] == 0


def test_who_stands_alone_is_left_out_unless_asked_for(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    one = Person(tmp_path, "a", pack).answer(0, "samen a").answer(1, "alleen a")
    exports = [one.export(capsys), Person(tmp_path, "b", pack).answer(0, "samen b").export(capsys)]
    target = tmp_path / "groep.txt"
    _, out, _ = run(capsys, "bundel", *exports, "--ook-weinig", "--uitvoer", str(target))
    assert "1 vraag met een antwoord van één persoon staat er niet in" in out
    assert "samen a" in target.read_text() and "alleen a" not in target.read_text()
    more = ["--ook-alleen", "--ook-weinig", "--ruimte"]
    _, out, _ = run(capsys, "bundel", *exports, "--uitvoer", str(target), "--overschrijf", *more)
    assert "alleen a" in target.read_text()
    assert target.read_text().count("Wat valt op, zo naast elkaar?") == 2


def test_who_made_two_exports_counts_once_with_the_newest_of_each_question(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    twice = Person(tmp_path, "a", pack).note(NOTE).answer(0, "eerst zo").answer(1, "alleen toen, van a")
    older = Path(twice.export(capsys)).rename(tmp_path / "a-eerder.json")
    first, alone = (
        next(each.id for each in twice.journal.newest_first() if each.text == text)
        for text in ("eerst zo", "alleen toen, van a")
    )
    twice.journal.change(first, "later anders")
    twice.journal.mark(alone, Mark.BRING, False)
    others = [Person(tmp_path, who, pack).answer(0, f"van {who}").answer(1, f"ook {who}") for who in "bcd"]
    files = [twice.export(capsys), str(older), *(each.export(capsys) for each in others)]
    target = tmp_path / "groep.txt"
    # Neither file says its day in another way than by being named after it.
    code, out, _ = run(capsys, "bundel", str(older), files[0], *files[2:], "--uitvoer", str(target))
    assert code == 0 and "5 bestanden van 4 mensen naast elkaar" in out
    assert "Bestand 1 en bestand 2 zijn van één persoon" in out and "(bestand 2)" in out
    text = target.read_text("utf-8")
    assert text.count(NOTE) == 1 and "later anders" in text and "eerst zo" not in text
    assert "alleen toen, van a" in text
    assert text.count("Bijdrage 4") == 2 and "Bijdrage 5" not in text
    code, _, err = run(capsys, "bundel", *files[:4], "--uitvoer", str(tmp_path / "weinig.txt"))
    assert code == 1 and "Deze 4 bestanden zijn van 3 mensen." in err
    more = ["--ieder-apart", "--overschrijf", "--uitvoer", str(target)]
    code, out, _ = run(capsys, "bundel", *files, *more)
    assert code == 0 and "5 bestanden naast elkaar" in out and "één persoon:" not in out
    assert target.read_text("utf-8").count(NOTE) == 2


def test_two_exports_of_one_person_are_named_and_a_bundle_is_no_export(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    long = "dit is een antwoord dat twee mensen niet toevallig eender schrijven"
    one = Person(tmp_path, "a", pack).answer(0, long)
    two = Person(tmp_path, "b", pack).answer(0, long).answer(1, "later erbij")
    exports = [one.export(capsys), two.export(capsys), Person(tmp_path, "c", pack).answer(0, "c").export(capsys)]
    target = tmp_path / "groep.json"
    code, _, err = run(capsys, "bundel", *exports[:2], "--ook-weinig", "--uitvoer", str(target))
    assert code == 1 and "Deze 2 bestanden zijn van één persoon" in err
    _, out, _ = run(capsys, "bundel", *exports, "--ook-weinig", "--uitvoer", str(target))
    assert "Bestand 1 en bestand 2 zijn van één persoon" in out
    code, _, err = run(capsys, "bundel", exports[0], str(target), "--uitvoer", str(tmp_path / "uit.html"))
    assert code == 1
    assert "Bestand 2 is zelf een bundel." in err


def test_two_people_may_write_the_same_few_words(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    people = [Person(tmp_path, who, pack).note("Ik twijfel").answer(0, f"van {who}") for who in "ab"]
    target = tmp_path / "groep.txt"
    files = [each.export(capsys) for each in people]
    code, out, err = run(capsys, "bundel", *files, "--ook-weinig", "--uitvoer", str(target))
    assert code == 0, err
    assert "één persoon:" not in out
    assert target.read_text("utf-8").count("Ik twijfel") == 2


def test_of_two_exports_of_one_person_every_plan_is_kept(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    one = Person(tmp_path, "a", pack).note(NOTE).plan("Ik bel Ton.")
    older = Path(one.export(capsys)).rename(tmp_path / "a-eerder.json")
    (first,) = (each.id for each in one.journal.newest_first() if each.text == "Ik bel Ton.")
    one.journal.mark(first, Mark.BRING, False)
    one.plan("Ik loop langs de markt.")
    other = Person(tmp_path, "b", pack).plan("Ik vraag het na.")
    files = [one.export(capsys), str(older), other.export(capsys)]
    target = tmp_path / "groep.txt"
    code, out, err = run(capsys, "bundel", *files, "--ook-weinig", "--uitvoer", str(target))
    assert code == 0, err
    assert "zijn van één persoon" in out
    text = target.read_text("utf-8")
    assert all(each in text for each in ("Ik bel Ton.", "Ik loop langs de markt.", "Ik vraag het na."))


def test_names_are_looked_for_and_replaced(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    exports = [
        Person(tmp_path, who, pack).answer(0, f"{who}: mevrouw Jansen belde.").export(capsys) for who in ("a", "b")
    ]
    code, out, _ = run(capsys, "bundel", *exports, "--kijk-na")
    assert code == 0
    assert "Jansen" in out and "nog geen bestand" in out
    target = tmp_path / "groep.txt"
    others = ["--ook-weinig", "--vervang", "mevrouw Jansen=een inwoner"]
    _, out, _ = run(capsys, "bundel", *exports, "--uitvoer", str(target), *others)
    assert "Jansen" not in target.read_text() and "een inwoner belde" in target.read_text()
    assert run(capsys, "bundel", *exports)[0] == 2


def test_a_number_or_address_holds_a_bundle_back(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    texts = ["Bel Rik op 06-12345678.", "Mail anna@example.org.", "Niets bijzonders.", "Ook niets."]
    exports = [Person(tmp_path, f"p{at}", pack).answer(0, text).export(capsys) for at, text in enumerate(texts)]
    target = tmp_path / "groep.txt"
    words = ["bundel", *exports, "--uitvoer", str(target)]
    code, _, err = run(capsys, *words)
    assert code == 1
    assert "06-12345678" in err and "anna@example.org" in err and "--ook-nummers" in err
    assert not target.exists()
    replaced = ["--vervang", "06-12345678=mij", "--vervang", "anna@example.org=haar"]
    assert run(capsys, *words, *replaced)[0] == 0
    assert "Bel Rik op mij." in target.read_text()
    assert run(capsys, *words, "--ook-nummers", "--overschrijf")[0] == 0
    assert "06-12345678" in target.read_text()


def test_names_in_the_programmes_own_words_are_left_alone(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, pack: Pack
) -> None:
    step = "nuloptie-op-bladzijde-elf"
    case = pack.step(step)
    assert isinstance(case, Case) and case.choice
    own = next(at for at, each in enumerate(case.questions) if each.move == "recognise")
    people = [Person(tmp_path, f"p{at}", pack).choose(0, f"Annet moet het weten, en {at}.", step) for at in range(4)]
    for each in people:
        each.answer(own, "Farida zei dat Farid het stuk had.", step)
    exports = [each.export(capsys) for each in people]
    alone = ["exporteer", "--journal", str(people[0].path)]
    for words in (["bundel", *exports], alone):
        _, out, _ = run(capsys, *words, "--kijk-na")
        found = [line.split()[1] for line in out.splitlines() if line.startswith("naam ")]
        # Annet is of the case; of one's own work one may know a Farid too.
        assert found == ["Farida", "Farid"]
        target = tmp_path / f"{words[0]}.txt"
        changes = ["--vervang", "Farid=een collega", "--vervang", "Hanneke=niemand"]
        _, out, _ = run(capsys, *words, *changes, "--uitvoer", str(target))
        assert "‘Hanneke’ staat er niet in" in out
        text = " ".join(target.read_text().split())
        assert "Farida zei dat een collega het stuk had." in text
        assert " ".join(case.choice.text.split()) in text
        assert " ".join(case.choice.options[0].text.split()) in text


def read_aloud(pack: Pack, people: int) -> list[str]:
    chance = Random(7)
    said: list[str] = []
    for _ in range(people):
        sort = as_begun(pack)["waardensortering"]
        assert isinstance(sort, Sort)
        ids = [card.id for card in sort.cards]
        chance.shuffle(ids)
        for column in sort.columns:
            for _ in range(20 if column.quota is None else column.quota):
                sort = sort.place(ids.pop(), column.id)
        said.append(" ".join(spoken(sort, "waardensortering")))
    return said


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_words_become_the_picture_of_the_group(
    capsys: pytest.CaptureFixture[str], home: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = read_aloud(pack, 4)
    forms = [said[0].upper(), "", said[1].replace(" ", ", "), f"{said[2]}.", f"- ‘{said[3].replace(' ', ' – ')}’;"]
    typed(monkeypatch, "\n".join(forms))
    code, out, _ = run(capsys, "bundel", "--woorden")
    assert code == 0
    assert out.count("Waardensortering") == 1
    assert (
        out.index("Samen van 4 mensen") < out.index("Bij twee of meer mensen bovenaan") < out.index("Alles bij elkaar")
    )
    first = out[out.index("telt het meest") : out.index("telt zwaar")]
    assert sum(int(line.rsplit(": ", 1)[1]) for line in lines(first) if ": " in line) == 4 * 4


def test_the_same_words_of_two_people_count_when_somebody_says_so(
    capsys: pytest.CaptureFixture[str], home: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = read_aloud(pack, 2)
    typed(monkeypatch, "\n".join([one, two, two, "Ja"]))
    code, out, _ = run(capsys, "bundel", "--woorden")
    assert code == 0
    assert "Samen van 3 mensen" in out


def test_the_picture_of_the_group_begins_with_what_it_shares_and_where_it_differs(
    capsys: pytest.CaptureFixture[str], home: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []
    for turned in (False, False, True):
        sort = as_begun(pack)["waardensortering"]
        assert isinstance(sort, Sort)
        names = {card.id: card.text for card in sort.cards}
        ids = sorted(names, reverse=turned)
        for column in sort.columns:
            for _ in range(20 if column.quota is None else column.quota):
                sort = sort.place(ids.pop(), column.id)
        said.append(" ".join(spoken(sort, "waardensortering")))
    ids = sorted(names)
    typed(monkeypatch, "\n".join([*said[:2], "ja", said[2]]))
    target = tmp_path / "groep.docx"
    assert run(capsys, "bundel", "--woorden", "--uitvoer", str(target))[0] == 0
    told = [each.text for each in docx.Document(str(target)).paragraphs]
    shared, apart = (
        told.index("Bij twee of meer mensen bovenaan"),
        told.index("Bij de een bovenaan en bij een ander onderaan"),
    )
    assert sorted(told[shared + 1 : apart]) == sorted(f"{names[each]} (2)" for each in ids[-4:])
    assert sorted(told[apart + 1 : apart + 9]) == sorted(names[each] for each in (*ids[:4], *ids[-4:]))


def test_the_picture_of_the_group_can_be_of_one_part(
    capsys: pytest.CaptureFixture[str], home: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    for at in (1, 3, 5):
        scale = as_begun(pack)["startfoto"]
        assert isinstance(scale, Scale)
        for item in scale.items:
            scale = scale.place(item.id, at)
        said.append(" ".join(spoken(scale, "startfoto")))
    theirs = {lane: [dot.text for dot in dots] for lane, dots in scale.picture()}
    typed(monkeypatch, "\n".join(said))
    code, out, _ = run(capsys, "bundel", "--woorden", "--onderdeel", "VAK")
    assert code == 0
    words = " ".join(out.split())
    for lane, texts in theirs.items():
        assert all((text in words) is lane.startswith("Vak") for text in texts)
    typed(monkeypatch, "\n".join(said))
    code, _, err = run(capsys, "bundel", "--woorden", "--onderdeel", "hobby")
    assert code == 1
    assert "Er is hier geen onderdeel ‘hobby’." in err and "‘Vakmanschap’" in err


def test_each_sentence_of_a_scale_has_one_row_for_all(
    capsys: pytest.CaptureFixture[str], home: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []
    for others, places in ((2, (5, 1)), (3, (5, 1)), (4, (5, 4))):
        scale = as_begun(pack)["startfoto"]
        assert isinstance(scale, Scale)
        first, other, *rest = (each.id for each in scale.items)
        for item, at in zip((first, other, *rest), (*places, *[others] * len(rest)), strict=True):
            scale = scale.place(item, at)
        said.append(" ".join(spoken(scale, "startfoto")))
    one, two = (each.text for each in scale.items[:2])
    for form in ("docx", "html", "pdf", "txt"):
        target = tmp_path / f"groep.{form}"
        typed(monkeypatch, "\n".join(said))
        assert run(capsys, "bundel", "--woorden", "--uitvoer", str(target))[0] == 0
    word = docx.Document(str(tmp_path / "groep.docx"))
    rows = {
        cells[0]: cells[1:] for table in word.tables for row in table.rows if (cells := [c.text for c in row.cells])
    }
    assert rows[one] == ["", "", "", "", "●●●"]
    assert rows[two] == ["●●", "", "", "●", ""]
    assert sum(len(table.rows) - 1 for table in word.tables) == len(scale.items)
    told = [each.text for each in word.paragraphs]
    assert f"{two} (van 1 tot 4)" in told
    # Where it is drawn it is not told once more, and without a drawing it is.
    assert not any(each.startswith(f"- {two}") for each in told)
    page = lxml.html.fromstring((tmp_path / "groep.html").read_text())
    (row,) = page.xpath("//p[@class='row'][span[@class='item']=$text]", text=two)
    assert [each.text for each in row.iter("text")] == ["2", "1"]
    text = " ".join((tmp_path / "groep.txt").read_text().split())
    assert f"{' '.join(two.split())}: 2 op 1, 1 op 4" in text and f"{' '.join(one.split())}: allen 5" in text
    paper = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "groep.pdf").pages)
    assert "Het getal in een stip" in paper


@pytest.mark.parametrize(
    ("change", "happened"),
    [
        (lambda said: [said[0] + "x", *said[1:]], "Regel 1: ‘"),
        (lambda said: [*said[:2], said[2].rsplit(" ", 1)[0]], "Regel 3: Dit zijn er 7; het moeten er"),
        (lambda said: [f"{each} los" for each in said], "Regel 3: Dit zijn er 9; het moeten er"),
        (lambda said: [said[0], said[1], said[1]], "Regel 3: Dit zijn precies de woorden van persoon 2."),
        (lambda said: ["aap noot", "ja", said[0]], "Regel 2: Dit zijn er 1;"),
        (lambda said: said[:2], "zijn de woorden van 3 mensen of meer nodig"),
    ],
)
def test_words_that_are_not_enough_or_not_right(
    capsys: pytest.CaptureFixture[str],
    home: Path,
    pack: Pack,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[list[str]], list[str]],
    happened: str,
) -> None:
    typed(monkeypatch, "\n".join(change(read_aloud(pack, 3))))
    code, out, err = run(capsys, "bundel", "--woorden")
    assert code == 1
    assert happened in err and "Er is niets geschreven" in err and out == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a.json b.json --onderdeel vakmanschap --uitvoer x.txt", "--onderdeel hoort bij --woorden"),
        ("--woorden --kijk-na", "--kijk-na hoort bij bestanden"),
        ("--woorden --vervang Ton=T", "--vervang hoort bij bestanden"),
        ("--woorden --ieder-apart", "--ieder-apart hoort bij bestanden"),
    ],
)
def test_what_would_be_passed_over_is_refused(
    capsys: pytest.CaptureFixture[str], home: Path, words: str, told: str
) -> None:
    code, _, err = run(capsys, "bundel", *words.split())
    assert code == 1
    assert told in err and "Er is niets geschreven." in err

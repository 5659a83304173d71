"""What an organisation's overlays can do: change, hide, order, own lists, several of them, and who says so."""

import os
import re
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme import Pack, open_content
from goedwerk_tui.programme.check import check_pack, describe
from goedwerk_tui.programme.model import Case
from goedwerk_tui.programme.template import KINDS, new_content
from goedwerk_tui.sharing.booklet import make_booklet
from goedwerk_tui.sharing.formats import Format, render

CASE = FILES["1-opening/de-brief.md"]
FORM = (
    "---\nid: kaart\nkind: exercise\ntitle: De kaart\ninstruction: Vul in.\nresult: collection\nform:\n"
    "  sections:\n    - {id: een, title: Een, fields: [{id: x, label: Wie?}]}\n---\n"
)
DAY = datetime(2026, 11, 24, 12).timestamp()


def overlay(folder: Path, text: str, files: Mapping[str, str] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "overlay.yaml").write_text(f"id: {folder.name}\ntitle: {folder.name.capitalize()}\n{text}", "utf-8")
    for name, content in (files or {}).items():
        (folder / name).write_text(content, "utf-8")
    return folder


def own_case(step_id: str) -> str:
    return CASE.replace("id: de-brief", f"id: {step_id}")


@pytest.fixture
def base(make_pack: MakePack) -> Pack:
    return Pack.open(make_pack())


def test_a_question_and_minutes_change_and_the_rest_stays(base: Pack, tmp_path: Path) -> None:
    change = (
        "change:\n  - step: de-brief\n    minutes: 9\n    questions:\n"
        "      - {id: zien, text: 'Wie mist de brief?', same_as: ['Wie krijgt hem niet?']}\n"
        "      - {id: doen, hint: Noem een dag.}\n"
    )

    pack = base.with_overlay(overlay(tmp_path / "meerwoude", change))

    step, before = pack.step("de-brief"), base.step("de-brief")
    assert isinstance(step, Case)
    assert isinstance(before, Case)
    assert (step.minutes, step.choice, step.blocks) == (9, before.choice, before.blocks)
    assert [question.text for question in step.questions] == ["Wie mist de brief?", before.questions[1].text]
    assert step.questions[0].same_as == ("Wie krijgt hem niet?",)
    assert step.questions[1].hint == "Noem een dag."
    assert (pack.pack_id_of("de-brief"), pack.label_of("de-brief")) == ("proefpakket", "")


@pytest.mark.parametrize(
    "changes",
    [
        ["  - {step: de-brief, questions: [{id: zien, text: Wie mist de brief?}, {id: zien, hint: Noem er een.}]}\n"],
        [
            "  - {step: de-brief, questions: [{id: zien, text: Wie mist de brief?}]}\n"
            "  - {step: de-brief, questions: [{id: zien, hint: Noem er een.}]}\n"
        ],
        [
            "  - {step: de-brief, questions: [{id: zien, text: Wie mist de brief?}]}\n",
            "  - {step: de-brief, questions: [{id: zien, hint: Noem er een.}]}\n",
        ],
    ],
    ids=["twice in one change", "in two changes", "in two overlays"],
)
def test_a_question_that_is_changed_twice_keeps_both(base: Pack, tmp_path: Path, changes: list[str]) -> None:
    pack, told = base, list[str]()
    for number, change in enumerate(changes):
        folder = overlay(tmp_path / f"m{number}", f"change:\n{change}")
        told += [str(each) for each in check_pack(folder, under=pack).problems]
        pack = pack.with_overlay(folder)

    question = pack.step("de-brief").questions[0]
    assert (question.text, question.hint) == ("Wie mist de brief?", "Noem er een.")
    # In one file it is told; whoever lays one overlay on another means it.
    assert ["voor de tweede keer (eerst op regel" in each for each in told] == [True] * (2 - len(changes))


@pytest.mark.parametrize(
    ("text", "same_as", "kept"),
    [
        ("Wat valt je op: aan de brief?", [], ["Wat valt je op aan de brief?", "Wat zie je?"]),
        ("Wie mist hem?", ["Wat valt je op aan de brief?"], ["Wat valt je op aan de brief?", "Wat zie je?"]),
        ("Wie mist hem?", ["Wat zie je"], ["Wat zie je", "Wat valt je op aan de brief?", "Wat zie je?"]),
        ("Wie mist hem?", ["Iets anders?"], ["Iets anders?"]),
        ("Wie mist hem?", [], []),
    ],
)
def test_what_asked_the_same_before_still_does(
    base: Pack, tmp_path: Path, text: str, same_as: list[str], kept: list[str]
) -> None:
    first = overlay(
        tmp_path / "een", "change:\n  - {step: de-brief, questions: [{id: zien, same_as: ['Wat zie je?']}]}\n"
    )
    second = overlay(
        tmp_path / "twee",
        f"change:\n  - step: de-brief\n    questions:\n      - {{id: zien, text: '{text}', same_as: {same_as}}}\n",
    )

    question = base.with_overlay(first).with_overlay(second).step("de-brief").questions[0]
    assert (question.text, list(question.same_as)) == (text, kept)


def test_a_whole_step_is_replaced_and_labelled(base: Pack, tmp_path: Path) -> None:
    own = {"de-brief.md": CASE.replace("title: De brief", "title: Onze brief")}

    pack = base.with_overlay(overlay(tmp_path / "meerwoude", "change:\n  - {step: de-brief, whole: true}\n", own))

    assert pack.titled(pack.step("de-brief")) == "Onze brief (Meerwoude)"
    assert pack.pack_id_of("de-brief") == "proefpakket"


def test_an_earlier_id_of_the_programme_still_leads_to_its_own_step(make_pack: MakePack, tmp_path: Path) -> None:
    session = FILES["1-opening/session.yaml"] + "formerly: [{step: de-brief, was: oude-brief}]\n"
    base = Pack.open(make_pack(**{"1-opening/session.yaml": session}))
    text = (
        "add:\n  - {session: opening, steps: [a]}\n"
        "formerly:\n  - {step: a, was: oude-brief}\n  - {step: a, was: vorige}\n  - {step: begin, was: vorige}\n"
    )
    folder = overlay(tmp_path / "meerwoude", text, {"a.md": own_case("a")})

    assert base.with_overlay(folder).programme.step_names == {"oude-brief": "de-brief", "vorige": "a"}
    told = "\n".join(map(str, check_pack(folder, under=base).problems))
    assert "dit is het eerdere van ‘de-brief’" in told
    assert "‘vorige’ voor de tweede keer" in told


def test_hiding_and_ordering(base: Pack, tmp_path: Path) -> None:
    text = "hide: [de-brief]\norder:\n  - {session: opening, steps: [eigen-brief, begin]}\n"

    pack = base.with_overlay(overlay(tmp_path / "meerwoude", text))

    assert pack.session("opening").steps == ("eigen-brief", "begin")
    assert pack.session("opening").core == ("begin",)
    assert not pack.knows("de-brief")


def test_additions_after_the_same_step_keep_their_order(base: Pack, tmp_path: Path) -> None:
    names = ("een", "twee", "drie")
    text = "add:\n" + "".join(f"  - {{session: opening, steps: [{name}], after: begin}}\n" for name in names)

    pack = base.with_overlay(overlay(tmp_path / "m", text, {f"{name}.md": own_case(name) for name in names}))

    assert pack.session("opening").steps == ("begin", *names, "de-brief", "eigen-brief")


def test_own_lists_stand_beside_those_of_the_programme(base: Pack, tmp_path: Path) -> None:
    lists = {
        "strategies.yaml": "- {id: bellen, name: bellen, text: Bel eerst., step: onze-brief}\n",
        "glossary.yaml": "- {id: kade, term: kade, meaning: Een rand van steen., see: [nuloptie]}\n",
        "prompts.yaml": '- {id: maand, text: "Wie hielp?", dimension: geheel, move: see}\n',
        "values.yaml": "- {id: moed, name: moed, meaning: Doen wat eng is.}\n",
        "statements.yaml": "- {id: twee, text: Ik vraag door., dimension: betrokkenheid}\n",
        "openers.yaml": '- {id: waarom, text: "Waarom zo?", to: colleague}\n',
        "onze-brief.md": own_case("onze-brief").replace("De brief ging weg.", "De [kade](begrip:kade) ook."),
    }
    folder = overlay(tmp_path / "meerwoude", "add:\n  - {session: opening, steps: [onze-brief]}\n", lists)

    pack = base.with_overlay(folder)

    assert [each.id for each in pack.strategies()] == ["tellen", "bellen"]
    assert list(pack.glossary()) == ["nuloptie", "mandaat", "kade"]
    assert [each.id for each in pack.prompts()] == ["week", "maand"]
    assert [each.id for each in pack.values()] == ["zorg", "moed"]
    assert [each.id for each in pack.statements()] == ["een", "twee"]
    assert [each.id for each in pack.openers()] == ["hoe", "waarom"]
    assert [term.id for term in pack.terms_in(pack.step("onze-brief"))] == ["nuloptie", "kade"]
    assert check_pack(folder, under=base).problems == ()


def test_several_lie_on_each_other_in_the_order_that_is_stated(base: Pack, tmp_path: Path) -> None:
    first = overlay(tmp_path / "een", "add:\n  - {session: opening, steps: [a]}\n", {"a.md": own_case("a")})
    second = overlay(
        tmp_path / "twee",
        "add:\n  - {session: opening, steps: [b], after: a}\nhide: [a]\n",
        {"b.md": own_case("b")},
    )

    pack = base.with_overlay(first).with_overlay(second)

    assert pack.session("opening").steps == ("begin", "de-brief", "eigen-brief", "b")
    assert [each.title for each in pack.overlays] == ["Een", "Twee"]
    assert (pack.pack_id_of("b"), pack.label_of("b")) == ("twee", "Twee")
    assert "b" not in base.with_overlay(second).session("opening").steps[:2]


def test_the_first_page_tells_whose_it_is(base: Pack, tmp_path: Path) -> None:
    text = (
        'version: "1.2"\ndate: 2026-11-28\nowner: Leren *en* Ontwikkelen\nabout: Van ons, voor ons.\nhide: [de-brief]\n'
    )

    page = base.with_overlay(overlay(tmp_path / "meerwoude", text)).page("over")

    assert "### Meerwoude" in page.text
    assert r"versie 1.2 van 28 november 2026, gemaakt door Leren \*en\* Ontwikkelen." in page.text
    assert page.text.endswith("Van ons, voor ons.")


def test_a_session_keeps_something_of_its_core_route(base: Pack, tmp_path: Path) -> None:
    folder = overlay(tmp_path / "meerwoude", "hide: [begin, de-brief]\n")

    assert base.with_overlay(folder).session("opening").core == ("begin", "de-brief")
    assert "die blijft" in str(check_pack(folder, under=base).problems[0])


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_of_each_kind_is_sound(pack: Pack, tmp_path: Path, kind: str) -> None:
    written = new_content(tmp_path / "m", kind, "meerwoude", "vakmanschap")

    assert check_pack(tmp_path / "m", under=pack).problems == ()
    laid = pack.with_overlay(tmp_path / "m")
    assert laid.session("vakmanschap").steps[-1] == written[1].stem
    assert written[1].stem.startswith("meerwoude-")


def test_what_can_be_counted_is_counted(pack: Pack, tmp_path: Path) -> None:
    new_content(tmp_path / "m", "casus", "m")

    told = describe(check_pack(tmp_path / "m", under=pack))

    assert "m-lege-stoel: 282 woorden, 132 voor de keuze" in told
    assert "4 vragen, 4 met hint" in told
    assert "woorden met titels, vragen, opties en lijsten erbij" in told


def test_a_form_and_a_list_show_on_paper_what_can_be_chosen(pack: Pack, tmp_path: Path) -> None:
    for kind in ("formulier", "lijst"):
        new_content(tmp_path / "m", kind, "m")

    booklet = render(make_booklet(pack.with_overlay(tmp_path / "m")), Format.TEXT).content.decode()

    for words in ("Dat heb ik al.", "Dat vraag ik aan een collega.", "in ons gebouw", "Waar zit deze persoon?"):
        assert words in booklet
    assert "Belronde (M)" in booklet and "Wie weet het (M)" in booklet


def test_a_broken_step_of_a_whole_programme_is_named_on_paper(make_pack: MakePack) -> None:
    folder = make_pack({"2-vak/portret.md": [("kind: example", "kind: voorbeeld")]})

    booklet = render(make_booklet(open_content([folder])), Format.TEXT).content.decode()

    assert "Deze stap ontbreekt hier" in booklet
    assert "Wat doe je om 16:15?" in booklet


def test_examples_join_an_overlay_that_is_there_and_replace_nothing(pack: Pack, tmp_path: Path) -> None:
    for kind in KINDS:
        new_content(tmp_path / "m", kind, "meerwoude")

    assert len(pack.with_overlay(tmp_path / "m").overlays[0].steps) == len(KINDS)
    before = {path: path.read_bytes() for path in (tmp_path / "m").glob("*.md")}
    assert new_content(tmp_path / "m", "casus")[-1].name == "meerwoude-lege-stoel-2.md"
    assert new_content(tmp_path / "m", "casus")[-1].name == "meerwoude-lege-stoel-3.md"
    laid = pack.with_overlay(tmp_path / "m").overlays[0]
    assert len(laid.steps) == len(KINDS) + 2
    assert laid.problems == ()
    assert all(path.read_bytes() == content for path, content in before.items())


def test_what_is_chosen_may_be_gone_and_the_last_good_copy_goes_on(tmp_path: Path) -> None:
    folder, copies = tmp_path / "schijf" / "m", tmp_path / "kopieen"
    new_content(folder, "casus", "m")
    assert open_content([folder], copies, renew=True).notices == ()
    folder.rename(tmp_path / "weg")

    pack = open_content([folder], copies)

    assert pack.knows("m-lege-stoel")
    assert "is er nu niet" in pack.notices[0]
    assert "Je werkt met de kopie van" in pack.notices[0]
    assert not open_content([folder]).knows("m-lege-stoel")


def test_a_step_and_a_list_that_are_broken_in_a_new_version_stay_as_they_were_good(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    broken, other = new_content(folder, "casus", "m")[-1], new_content(folder, "portret", "m")[-1]
    words = folder / "glossary.yaml"
    words.write_text("- id: m-kade\n  term: kade\n  meaning: Een rand van steen.\n", "utf-8")
    assert open_content([folder], copies, renew=True).notices == ()
    good = next(copies.glob(f"*/{broken.name}"))
    for path in (good, good.with_name(words.name)):
        os.utime(path, (DAY, DAY))

    broken.write_text(broken.read_text("utf-8").replace("title: De lege stoel", "title: [stoel"), "utf-8")
    words.write_text("- id: m-kade\n  term:\n", "utf-8")
    other.write_text(other.read_text("utf-8").replace("De kaart van Mina", "De muur van Mina"), "utf-8")
    overlay_file = folder / "overlay.yaml"
    overlay_file.write_text(
        overlay_file.read_text("utf-8").replace("[m-lege-stoel]", "[m-lege-stoel, m-nieuw]"), "utf-8"
    )

    # Also when a step is broken that was never good, which has no place here.
    for _ in range(2):
        pack = open_content([folder], copies, renew=True)
        assert pack.titled(pack.step("m-lege-stoel")) == "De lege stoel (M)"
        assert pack.step("m-de-kaart-van-mina").title == "De muur van Mina"
        assert "m-kade" in pack.glossary()
        assert not pack.knows("m-nieuw")
        (notice,) = pack.notices
        assert "klopt iets niet; daarvan zie je wat het laatst goed was:" in notice
        assert "‘De lege stoel’ van 24 november 2026" in notice
        assert "de begrippen van 24 november 2026" in notice
        assert "doet 1 stap nu niet mee: m-nieuw" in notice
    assert not open_content([folder]).knows("m-lege-stoel")

    # What is good goes into the copy, and what is broken stays in it, with its day.
    overlay_file.write_text(overlay_file.read_text("utf-8").replace(", m-nieuw", ""), "utf-8")
    assert "‘De kaart van Mina’ heet nu ‘De muur van Mina’." in " ".join(
        open_content([folder], copies, renew=True).notices
    )
    (notice,) = open_content([folder], copies).notices
    assert "‘De lege stoel’ van 24 november 2026" in notice
    folder.rename(tmp_path / "weg")
    pack = open_content([folder], copies)
    assert (pack.step("m-lege-stoel").title, pack.step("m-de-kaart-van-mina").title) == (
        "De lege stoel",
        "De muur van Mina",
    )


def test_a_new_version_in_another_zip_finds_what_was_good_in_the_one_before(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    step = new_content(folder, "casus", "m")[-1]
    first = Path(shutil.make_archive(str(tmp_path / "m-1"), "zip", folder))
    open_content([first], copies, renew=True)
    step.write_text("onzin", "utf-8")
    new_content(folder, "portret", "m")
    second = Path(shutil.make_archive(str(tmp_path / "m-2"), "zip", folder))

    told = " ".join(open_content([second], copies, renew=True).notices)
    assert "wat het laatst goed was: ‘De lege stoel’ van" in told
    assert "nieuw: ‘De kaart van Mina’" in told
    second.unlink()
    first.unlink()
    assert open_content([second], copies).step("m-lege-stoel").title == "De lege stoel"


def test_a_step_that_is_renamed_and_broken_at_once_stays_as_it_was_good(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    overlay_file, case = new_content(folder, "casus", "m")
    open_content([folder], copies, renew=True)
    os.utime(next(copies.glob(f"*/{case.name}")), (DAY, DAY))
    renamed = case.rename(case.with_name("m-de-rij.md"))
    sound = renamed.read_text("utf-8").replace("m-lege-stoel", "m-de-rij")
    renamed.write_text(sound.replace("title: De lege stoel", "title: De rij: lang"), "utf-8")
    text = overlay_file.read_text("utf-8").replace("m-lege-stoel", "m-de-rij")
    overlay_file.write_text(f"{text}formerly:\n  - step: m-de-rij\n    was: m-lege-stoel\n", "utf-8")

    for _ in range(2):
        pack = open_content([folder], copies, renew=True)
        assert (pack.step("m-de-rij").title, pack.copy_note("m-de-rij")) == (
            "De lege stoel",
            "kopie van 24 november 2026",
        )
        (notice,) = pack.notices
        assert "daarvan zie je wat het laatst goed was: ‘De lege stoel’ van 24 november 2026" in notice
    renamed.write_text(sound.replace("title: De lege stoel", "title: De rij"), "utf-8")
    assert "‘De lege stoel’ heet nu ‘De rij’." in open_content([folder], copies, renew=True).notices[0]
    renamed.write_text("onzin", "utf-8")
    assert open_content([folder], copies, renew=True).step("m-de-rij").title == "De rij"


def test_a_good_copy_of_other_content_at_the_same_place_is_not_used(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    step = new_content(folder, "casus", "m")[-1]
    open_content([folder], copies, renew=True)
    overlay_file = folder / "overlay.yaml"
    overlay_file.write_text(re.sub("(?m)^id: m", "id: anders", overlay_file.read_text("utf-8")), "utf-8")
    step.write_text("onzin", "utf-8")

    assert not open_content([folder], copies, renew=True).knows("m-lege-stoel")


def test_a_whole_programme_keeps_a_good_copy_too(make_pack: MakePack, tmp_path: Path) -> None:
    folder, copies = make_pack(), tmp_path / "kopieen"
    case = folder / "1-opening" / "de-brief.md"
    assert open_content([folder], copies, renew=True).notices == ()
    assert open_content([folder], copies).copy_note("de-brief") == ""

    case.write_text(CASE.replace("title: De brief", "title: Een brief"), "utf-8")
    assert "‘De brief’ heet nu ‘Een brief’." in open_content([folder], copies, renew=True).notices[0]
    for path in copies.rglob("de-brief.md"):
        os.utime(path, (DAY, DAY))
    case.write_text("onzin", "utf-8")
    (folder / "1-opening" / "begin.md").unlink()
    pack = open_content([folder], copies, renew=True)
    assert (pack.step("de-brief").title, pack.copy_note("de-brief")) == ("Een brief", "kopie van 24 november 2026")
    (notice,) = pack.notices
    assert "klopt niet" in notice and "Je werkt met de kopie van" in notice and "inhoud controleer" in notice

    folder.rename(tmp_path / "weg")
    pack = open_content([folder], copies)
    assert pack.programme.id == "proefpakket" and pack.copy_note("de-brief")
    assert "is er nu niet" in pack.notices[0]
    assert open_content([folder]).programme.id != "proefpakket"


def test_a_step_of_the_copy_says_so_on_paper_and_the_others_do_not(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    broken = new_content(folder, "casus", "m")[-1]
    new_content(folder, "portret", "m")
    open_content([folder], copies, renew=True)
    for path in copies.rglob("*.md"):
        os.utime(path, (DAY, DAY))
    broken.write_text("onzin", "utf-8")

    pack = open_content([folder], copies)
    assert pack.copy_note("m-lege-stoel") == "kopie van 24 november 2026"
    assert pack.copy_note("m-de-kaart-van-mina") == pack.copy_note("een-stoel-erbij") == ""
    booklet = render(make_booklet(pack), Format.TEXT).content.decode()
    assert booklet.count("kopie van 24 november 2026, casus") == 1
    shutil.rmtree(folder)
    assert open_content([folder], copies).copy_note("m-de-kaart-van-mina") == "kopie van 24 november 2026"


def test_a_list_that_takes_no_part_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "m"
    new_content(folder, "casus", "m")
    (folder / "strategies.yaml").write_text("- id: bellen\n  name:\n", "utf-8")

    (notice,) = open_content([folder]).notices
    assert "Van ‘M’ doen de strategieën nu niet mee." in notice and "inhoud controleer" in notice


def test_what_is_done_again_stays_when_its_first_is_broken_or_it_names_another(base: Pack, tmp_path: Path) -> None:
    copies, again = tmp_path / "kopieen", "kind: exercise\ntitle: Nog eens\ninstruction: Vul in.\nagain: "
    folder = overlay(
        tmp_path / "meerwoude",
        "add:\n  - {session: opening, steps: [kaart, nog-eens]}\n",
        {"kaart.md": FORM, "nog-eens.md": f"---\nid: nog-eens\n{again}kaart\n---\n"},
    )
    assert open_content([base.folder, folder], copies, renew=True).notices == ()

    for name, text in (("kaart.md", "onzin"), ("nog-eens.md", f"---\nid: nog-eens\n{again}nergens\n---\n")):
        before = (folder / name).read_text("utf-8")
        (folder / name).write_text(text, "utf-8")
        pack = open_content([base.folder, folder], copies)
        assert pack.step("nog-eens").title == "Nog eens"
        assert len(pack.notices) == 1
        (folder / name).write_text(before, "utf-8")


def test_an_update_is_told_once(tmp_path: Path) -> None:
    folder, copies = tmp_path / "m", tmp_path / "kopieen"
    new_content(folder, "casus", "m")
    open_content([folder], copies, renew=True)
    new_content(folder, "portret")

    assert "nieuw: ‘De kaart van Mina’" in open_content([folder], copies, renew=True).notices[0]
    assert open_content([folder], copies, renew=True).notices == ()

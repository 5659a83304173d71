"""Own content on the command line, as it is mistyped on a Tuesday afternoon."""

import zipfile
from pathlib import Path

import pytest
from support.command_line import run

from goedwerk_tui.base.places import Places
from goedwerk_tui.journal import Journal, Kind, Mark, Origin
from goedwerk_tui.programme.template import new_content


def test_what_cannot_be_chosen_is_told_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    monkeypatch.chdir(tmp_path)
    new_content(tmp_path / "mijn map")
    (tmp_path / "leeg").mkdir()
    (tmp_path / "stuk.docx").write_bytes(b"niets")
    (tmp_path / "los").mkdir()
    (tmp_path / "los" / "overlay.yaml.txt").write_text("id: m\n", "utf-8")

    for words, told in (
        (["leeg"], "leeg’ kan niet meedoen: er staat geen overlay.yaml in."),
        (["stuk.docx"], "stuk.docx’ is geen map en geen zip."),
        (["los"], "er staat geen overlay.yaml in; er staat wel ‘overlay.yaml.txt’."),
        (["weg"], "weg’ is er nu niet: er is niets op die plek."),
        (["mijn", "map"], 'Zet aanhalingstekens om een pad met een spatie: goedwerk inhoud kies "mijn map"\n'),
    ):
        code, _, err = run(capsys, "inhoud", "kies", *words)
        assert code
        assert told in err, err
        assert "gaat verder zonder" not in err
        assert "Er is niets aan je keuze veranderd." in err

    assert run(capsys, "inhoud", "kies", "mijn map")[0] == 0
    code, _, err = run(capsys, "inhoud", "controleer", "mijn mapp")
    assert code
    assert "Er is geen map of zip ‘mijn mapp’; bedoelde je ‘mijn map’?" in err


def test_a_zip_or_a_file_is_answered_by_what_to_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    monkeypatch.chdir(tmp_path)
    new_content(tmp_path / "boven" / "m", "casus", "m")
    (tmp_path / "boven" / "foto’s").mkdir()
    for name, inside in (("goed.zip", "m"), ("dubbel.zip", "a/m")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for path in (tmp_path / "boven" / "m").iterdir():
                archive.write(path, f"{inside}/{path.name}")
    with zipfile.ZipFile(tmp_path / "zip-in-zip.zip", "w") as archive:
        archive.write(tmp_path / "goed.zip", "goed.zip")
    (tmp_path / "met-zip").mkdir()
    (tmp_path / "met-zip" / "goed.zip").write_bytes((tmp_path / "goed.zip").read_bytes())
    case = str(Path("boven") / "m" / "m-lege-stoel.md")
    give = f"Geef de map waar het in staat: {Path('boven') / 'm'}"

    for words, told in (
        (["controleer", "dubbel.zip"], "overlay.yaml staat te diep, in ‘a/m’: zip alleen die map."),
        (["kies", "dubbel.zip"], "overlay.yaml staat te diep, in ‘a/m’: zip alleen die map."),
        (["controleer", "zip-in-zip.zip"], "er zit een zip in, ‘goed.zip’: pak deze uit, en kies die."),
        (["kies", "met-zip"], "er staat geen overlay.yaml in; er staat wel een zip, ‘goed.zip’: kies die."),
        (["controleer", "--herstel", "goed.zip"], "Herstel de map waar hij van gemaakt is, en zip die opnieuw."),
        (["controleer", "--herstel", case], give),
        (["controleer", case], give),
        (["kies", "boven"], "er staat geen overlay.yaml in; er staat wel ‘m/overlay.yaml’: kies die map."),
    ):
        code, out, err = run(capsys, "inhoud", *words)
        assert code
        assert told in err, err
        assert "Errno" not in out + err
    code, out, _ = run(capsys, "inhoud", "controleer", "goed.zip")
    assert code == 0
    assert "De inhoud in goed.zip klopt." in out


def test_a_case_that_is_hidden_is_handed_to_no_leader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    overlay = new_content(tmp_path / "m", "casus", "Meerwoude")[0]
    content = ("--content", str(tmp_path / "m"), "verken")
    for hidden, kept in (("", True), ("hide: [geen-contact-meer, in-concept]\n", False)):
        overlay.write_text(overlay.read_text("utf-8").replace("add:\n", f"{hidden}add:\n"), "utf-8")
        for word in ("--begeleiding", "--boekje"):
            code, _, err = run(capsys, *content, word, str(tmp_path / "uit.html"), "--overschrijf")
            assert code == 0, err
            written = (tmp_path / "uit.html").read_text("utf-8")
            assert ("geen-contact-meer" in written) == kept
            assert ("Een stoel erbij; In concept" in written) == kept
            assert "Een stoel erbij" in written

    for named in ("geen-contact-meer", "De man van donderdag"):
        code, _, err = run(capsys, *content, "--stap", named, str(tmp_path / "stap.html"))
        assert code
        assert f"‘{named}’ doet bij ‘Meerwoude’ niet mee." in err
        assert "begeleiding" not in err


def test_a_step_that_got_another_id_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    overlay, case = new_content(tmp_path / "m", "casus", "m")
    check = ("inhoud", "controleer", str(tmp_path / "m"))
    assert run(capsys, "inhoud", "kies", str(tmp_path / "m"))[0] == 0
    assert "formerly" not in run(capsys, *check)[1]

    renamed = case.rename(case.with_name("m-de-rij.md"))
    for path in (overlay, renamed):
        path.write_text(path.read_text("utf-8").replace("m-lege-stoel", "m-de-rij"), "utf-8")
    told = run(capsys, *check)[1]
    assert "‘m-de-rij’ is nieuw en ‘m-lege-stoel’ is weg. Heette het eerder zo?" in told
    with overlay.open("a", encoding="utf-8") as file:
        file.write("formerly:\n  - step: m-de-rij\n    was: m-lege-stoel\n")
    code, told, _ = run(capsys, *check)
    assert code == 0
    assert "formerly" not in told

    # And once more another, while the first of all is forgotten.
    assert run(capsys, "inhoud", "kies", str(tmp_path / "m"))[0] == 0
    again = renamed.rename(renamed.with_name("m-de-muur.md"))
    again.write_text(again.read_text("utf-8").replace("m-de-rij", "m-de-muur"), "utf-8")
    text = overlay.read_text("utf-8").replace("m-de-rij", "m-de-muur").replace("was: m-lege-stoel", "was: m-de-rij")
    overlay.write_text(text, "utf-8")
    told = run(capsys, *check)[1]
    assert "‘m-lege-stoel’ stond in de vorige versie onder formerly, en nu niet meer." in told
    assert "Zet er weer bij: ‘- step: m-de-muur’ en daaronder ‘  was: m-lege-stoel’." in told
    overlay.write_text(f"{text}  - step: m-de-muur\n    was: m-lege-stoel\n", "utf-8")
    assert "formerly" not in run(capsys, *check)[1]


def test_a_step_that_a_new_version_breaks_is_read_as_it_was_good(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    step = new_content(tmp_path / "m")[-1]
    assert run(capsys, "inhoud", "kies", str(tmp_path / "m"))[0] == 0
    step.write_text(step.read_text("utf-8").replace("level: gemeente", "level: gemeentes"), "utf-8")

    code, _, err = run(capsys, "verken", "--boekje", str(tmp_path / "boekje.html"))
    assert code == 0
    assert "daarvan zie je wat het laatst goed was: ‘De lege stoel’ van " in err
    booklet = (tmp_path / "boekje.html").read_text("utf-8")
    assert "Ton Kooistra" in booklet
    assert "wat het laatst goed was" in booklet

    assert "regel 6, veld level" in run(capsys, "inhoud", "controleer", str(tmp_path / "m"))[1]
    assert "wat het laatst goed was" in run(capsys, "waar")[1]


def test_the_ids_name_the_choice_the_core_route_and_where_own_lists_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    folder = tmp_path / "m"
    new_content(folder, "casus", "Meerwoude")
    for name, text in (
        ("strategies.yaml", "- {id: m-bellen, name: bellen, text: Bel eerst., step: meerwoude-lege-stoel}\n"),
        ("glossary.yaml", "- {id: m-kade, term: kade, meaning: Een rand van steen.}\n"),
        ("prompts.yaml", '- {id: m-maand, text: "Wie hielp?", dimension: geheel, move: see}\n'),
    ):
        (folder / name).write_text(text, "utf-8")

    _, told, err = run(capsys, "--content", str(folder), "inhoud", "ids", "opening")
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert err == ""
    assert "een-stoel-erbij Een stoel erbij (kernroute)" in lines
    assert "opening-voorbereiden Voor de eerste bijeenkomst (bij een bijeenkomst)" in lines
    own = lines[lines.index("meerwoude-lege-stoel: De lege stoel (Meerwoude)") :]
    assert "choice Het is donderdag. Wat zeg je tegen de wethouder?" in own
    assert any(line.startswith("uitstellen Je vraagt om een week uitstel.") for line in own)

    lines = [" ".join(line.split()) for line in run(capsys, "--content", str(folder), "inhoud", "ids")[1].splitlines()]
    assert "m-kade kade (Meerwoude)" in lines
    for heading, entry in (
        ("Strategieën van Meerwoude, te zien onder ‘Strategieën’", "m-bellen bellen"),
        ("Begrippen van Meerwoude, te zien onder ‘Begrippen’ en ‘Woorden’", "m-kade kade"),
        ("Vragen van de week van Meerwoude, te zien op Thuis, één per week", "m-maand Wie hielp?"),
    ):
        assert lines[lines.index(heading) + 1] == entry


def test_the_sheet_for_retelling_is_replaced_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    new_content(tmp_path / "m")
    asked = ("inhoud", "controleer", str(tmp_path / "m"), "--navertellen", str(tmp_path / "blad.html"))

    assert run(capsys, *asked)[0] == 0
    _, _, err = run(capsys, *asked)
    assert "--overschrijf" in err
    assert run(capsys, *asked, "--overschrijf")[0] == 0


def test_checking_the_programme_itself_says_how_to_check_what_was_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    assert "eigen inhoud" not in run(capsys, "inhoud", "controleer")[1]
    folder = tmp_path / "onze map"
    new_content(folder)
    assert run(capsys, "inhoud", "kies", str(folder))[0] == 0
    assert (
        f'Je eigen inhoud kijk je na met: goedwerk inhoud controleer "{folder}"'
        in run(capsys, "inhoud", "controleer")[1]
    )


def test_a_session_and_a_step_are_named_by_id_or_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    folder = tmp_path / "m"
    assert run(capsys, "inhoud", "nieuw", str(folder), "--naam", "M", "--sessie", "Opening")[0] == 0
    assert "session: opening" in (folder / "overlay.yaml").read_text("utf-8")
    assert "een-stoel-erbij" in run(capsys, "inhoud", "ids", "OPENING")[1]

    _, _, err = run(capsys, "inhoud", "ids", "Een stoel erbij")
    assert "Er is geen sessie ‘Een stoel erbij’; dat is een stap van de sessie ‘opening’." in err
    _, _, err = run(capsys, "inhoud", "ids", "vakmanschp")
    assert "Er is geen sessie ‘vakmanschp’; bedoelde je ‘vakmanschap’? Kies uit: opening, " in err
    assert "geschreven" not in err
    content, paper = ("--content", str(folder)), str(tmp_path / "stap.html")
    for named in ("de lege stoel", "De lege stoel (M)", "m-lege-stoel"):
        assert run(capsys, "verken", *content, "--stap", named, paper, "--overschrijf")[0] == 0
    _, _, err = run(capsys, "verken", *content, "--stap", "De lege stoe", str(tmp_path / "x.html"))
    assert "Er is geen stap ‘De lege stoe’; bedoelde je ‘De lege stoel’?" in err


def test_a_sheet_without_an_ending_is_a_web_page_by_its_name_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    new_content(tmp_path / "m")
    for name, words in (
        ("blad", ("inhoud", "controleer", str(tmp_path / "m"), "--navertellen")),
        ("boekje", ("verken", "--boekje")),
        ("handboek", ("handboek", "--uitvoer")),
    ):
        code, out, err = run(capsys, *words, str(tmp_path / name))
        assert code == 0, err
        assert f"{name}.html" in out
        assert (tmp_path / f"{name}.html").read_text("utf-8").startswith("<!")
        assert not (tmp_path / name).exists()


def test_a_file_of_the_folder_is_answered_by_the_folder_where_one_is_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDWERK_HOME", str(tmp_path / "thuis"))
    overlay = new_content(tmp_path / "m")[0]

    _, _, err = run(capsys, "inhoud", "kies", str(overlay))
    assert f"Geef de map waar het in staat: {tmp_path / 'm'}" in err


def test_an_export_tells_once_what_of_the_content_takes_no_part(
    tmp_path: Path, places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    step = new_content(tmp_path / "m")[-1]
    step.write_text(step.read_text("utf-8").replace("level: gemeente", "level: gemeentes"), "utf-8")
    origin = Origin("goed-werk", "opening", "een-stoel-erbij", "a", "Opening", "Een stoel erbij", "Wat zag je?")
    journal = Journal.open(places)
    journal.mark(journal.add(Kind.ANSWER, "Een stoel.", origin=origin).id, Mark.BRING, True)

    words = ("exporteer", "--soort", "casus", "--casus", "een-stoel-erbij", "--uitvoer", str(tmp_path / "x.txt"))
    code, _, err = run(capsys, "--content", str(tmp_path / "m"), *words)
    assert code == 0
    assert err.count("doet 1 stap nu niet mee") == 1

"""A sound pack gives what its files say."""

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from support.little_pack import MakePack
from support.today import unfrozen

from goedwerk_tui.programme import ContentError, Pack, open_content, standard_folder
from goedwerk_tui.programme.check import check_pack, describe
from goedwerk_tui.programme.model import Case, Reading


def test_the_outline(make_pack: MakePack) -> None:
    pack = Pack.open(make_pack())

    assert pack.programme.introduction == "Welkom in dit kleine programma.\n\nHet is om te proeven."
    assert [session.id for session in pack.programme.sessions] == ["opening", "vak"]
    assert pack.session("opening").core == ("begin", "de-brief")
    assert pack.session_of("portret").id == "vak"
    assert pack.session_of("voorbereiden").id == "opening"
    assert pack.knows("verwerken")
    assert not pack.knows("weg")
    for ask in (pack.session, pack.session_of, pack.step, pack.page, pack.pack_id_of):
        with pytest.raises(KeyError):
            ask("weg")


def test_a_case(make_pack: MakePack) -> None:
    case = Pack.open(make_pack()).step("de-brief")

    assert isinstance(case, Case)
    assert [block.slug for block in case.blocks] == ["situatie", "moment", "stemmen", "hoe-het-verder-ging", "brug"]
    assert [voice.who for voice in case.blocks[2].voices] == ["De directeur, die haast heeft", "Een inwoner"]
    assert case.blocks[2].voices[1].text == "U schrijft mij nooit."
    assert case.choice is not None
    assert [option.id for option in case.choice.options] == ["noemen", "bellen"]
    assert case.questions[1].yields == "intention"
    assert case.sources[0].applies_to == ("rijk",)
    assert case.minutes == 9  # 31 words, two questions and a choice


def test_minutes_are_reckoned_unless_stated(make_pack: MakePack) -> None:
    text = "---\nid: begin\nkind: reading\ntitle: Lang\n---\n" + "woord " * 500
    pack = Pack.open(make_pack(**{"1-opening/begin.md": text}))

    assert pack.step("begin").minutes == 3
    assert pack.step("voorbereiden").minutes == 5
    assert pack.step("portret").minutes == 1


def test_a_reading_is_one_block_and_a_body_may_be_absent(make_pack: MakePack) -> None:
    pack = Pack.open(make_pack())

    reading = pack.step("begin")
    assert isinstance(reading, Reading)
    assert [block.slug for block in reading.blocks] == [""]
    assert pack.step("eigen-brief").blocks == ()


def test_terms_in_order_and_each_once(make_pack: MakePack) -> None:
    pack = Pack.open(make_pack({"1-opening/begin.md": [("besteld.", "besteld. [Mandaten](begrip:mandaat).")]}))

    assert [term.id for term in pack.terms_in(pack.step("begin"))] == ["mandaat", "nuloptie"]


def test_page_and_lists(make_pack: MakePack) -> None:
    pack = Pack.open(make_pack())

    assert pack.page("over").text == "Alles is verzonnen."
    assert list(pack.glossary()) == ["nuloptie", "mandaat"]
    assert pack.prompts()[0].move == "see"
    assert pack.values()[0].name == "zorg"
    assert pack.statements()[0].dimension == "vakmanschap"
    assert pack.strategies()[0].step == "portret"
    assert pack.openers()[0].to == "both"


def test_absent_lists_are_empty(make_pack: MakePack) -> None:
    absent = dict.fromkeys(("prompts.yaml", "values.yaml", "statements.yaml", "strategies.yaml", "openers.yaml"))

    pack = Pack.open(make_pack(**absent))

    assert (pack.prompts(), pack.values(), pack.statements(), pack.strategies(), pack.openers()) == ((), (), (), (), ())


def test_only_the_outline_is_read_at_the_start(make_pack: MakePack) -> None:
    folder = make_pack()
    for path in [*folder.glob("*/*.md"), folder / "glossary.yaml"]:
        path.unlink()

    assert Pack.open(folder).knows("begin")


def test_a_broken_step_leaves_the_others_alone(make_pack: MakePack) -> None:
    pack = Pack.open(make_pack({"1-opening/begin.md": [("kind: reading", "kind: essay")]}))

    with pytest.raises(ContentError, match="‘essay’"):
        pack.step("begin")
    assert pack.step("de-brief").title == "De brief"


def test_steps_are_kept_and_may_be_asked_for_by_many_at_once(make_pack: MakePack) -> None:
    pack = Pack.open(make_pack())
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(pack.step("de-brief"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shutil.rmtree(pack.folder)

    assert len({id(step) for step in found}) == 1
    assert pack.step("de-brief") is found[0]


def test_content_is_decided_by_what_lies_in_the_folder(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()

    assert open_content([folder]).programme.id == "proefpakket"
    there_is_none = open_content([tmp_path / "weg"])
    assert there_is_none.programme.id == "goed-werk"
    assert "er is niets op die plek" in there_is_none.notices[0]
    assert standard_folder().name == "nl"


def test_the_count(make_pack: MakePack) -> None:
    report = check_pack(make_pack())

    assert report.sound
    assert (report.counts.sessions, report.counts.steps, report.counts.cases) == (2, 7, 1)
    assert (report.counts.questions, report.counts.minutes) == (6, 25)
    assert report.counts.words > 200
    told = describe(report)
    assert "2 sessies, 7 stappen" in told
    assert "6 vragen, waarvan 2 bij casussen" in told


def test_a_report_with_errors_says_so(make_pack: MakePack) -> None:
    told = describe(check_pack(make_pack({"1-opening/begin.md": [("title: Het begin\n", "")]})))

    assert told.startswith("1 fout:\n  1-opening/begin.md, regel 2, veld title: er staat niets;")
    assert told.endswith("klopt nog niet.")


def test_importing_does_not_read_yaml() -> None:
    code = "import sys, goedwerk_tui.programme; print(sorted({'yaml', 'subprocess'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], env=unfrozen(), capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_outline_opens_fast(make_pack: MakePack) -> None:
    folder = make_pack()
    Pack.open(folder)

    started = time.process_time()
    Pack.open(folder)

    assert time.process_time() - started < 0.1

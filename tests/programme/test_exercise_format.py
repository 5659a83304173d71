"""What can be wrong with an exercise is told with file, line and field."""

from typing import NamedTuple

import pytest
from support.little_pack import FILES, MakePack

from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.check import check_pack
from goedwerk_tui.programme.exercises import Exercise

HEAD = "---\nid: {id}\nkind: exercise\ntitle: Een opdracht\nresult: measurement\ninstruction: Doe dit.\n"
EXERCISES = {
    "formulier": HEAD.format(id="formulier")
    + """form:
  sections:
    - id: plan
      title: Het plan
      fields:
        - {id: als, label: Als}
        - {id: dan, label: dan, yields: intention, yields_as: "Als {als}, dan {dan}."}
        - id: soort
          label: Wat is het
          type: choice
          options: [{id: feit, text: een feit}, {id: grens, text: een grens}]
---
""",
    "sorteren": HEAD.format(id="sorteren")
    + """sort:
  columns:
    - {id: meest, name: meest, quota: 1}
    - {id: rest, name: de rest}
  cards: [{id: zorg, text: zorg}, {id: tempo, text: tempo}]
---
""",
    "waarden": HEAD.format(id="waarden")
    + """sort:
  columns:
    - {id: meest, name: meest, quota: 1}
    - {id: rest, name: de rest}
  cards_from: values
---
""",
    "schaal": HEAD.format(id="schaal") + "scale: {low: zelden, high: vaak, items_from: statements}\n---\n",
    "lijst": HEAD.format(id="lijst")
    + """list:
  item: Wat helpt
  sides: kant
  attributes:
    - id: kant
      label: Welke kant
      type: choice
      options: [{id: furthers, text: helpt}, {id: hinders, text: hindert}]
---
""",
    "tekst": HEAD.format(id="tekst")
    + "compose:\n  parts:\n    - {id: missie, title: Missie, text: Wat kom je doen, steps: [begin]}\n---\n",
    "opnieuw": "---\nid: opnieuw\nkind: exercise\ntitle: Opnieuw\nagain: schaal\ninstruction: Nog een keer.\n---\n",
}


def pack_with(make_pack: MakePack, name: str, old: str = "", new: str = "") -> Pack:
    texts = {**EXERCISES, name: EXERCISES[name].replace(old, new, 1) if old else EXERCISES[name]}
    assert not old or texts[name] != EXERCISES[name], f"‘{old}’ does not stand in {name}"
    steps = ", ".join(texts)
    session = FILES["2-vak/session.yaml"].replace("[portret, ", f"[portret, {steps}, ")
    folder = make_pack(**{f"2-vak/{each}.md": text for each, text in texts.items()}, **{"2-vak/session.yaml": session})
    return Pack.open(folder)


class Spoilt(NamedTuple):
    step: str
    old: str
    new: str
    place: str
    wording: str


SPOILT = [
    Spoilt("sorteren", "sort:", "sorteer:", "regel 7, veld sorteer", "‘sorteer’; verwacht: een van de velden"),
    Spoilt(
        "sorteren", "sort:", "scale: {low: a, high: b, own_item: c}\nsort:", "regel 3, veld kind", "meer dan één soort"
    ),
    Spoilt(
        "schaal", "scale: {low: zelden, high: vaak, items_from: statements}\n", "", "veld kind", "geen soort opdracht"
    ),
    Spoilt("schaal", "result: measurement\n", "", "veld kind", "geen veld result"),
    Spoilt("schaal", "measurement", "proef", "regel 5, veld result", "een van collection of measurement"),
    Spoilt("schaal", "instruction: Doe dit.\n", "", "veld instruction", "niets; verwacht: het veld instruction"),
    Spoilt("schaal", ", items_from: statements", "", "regel 7, veld scale", "niets om te plaatsen"),
    Spoilt("sorteren", "quota: 1", "quota: 3", "regel 9, veld sort.columns[1].quota", "samen 3 bij 2 kaarten"),
    Spoilt("sorteren", "name: de rest}", "name: de rest, quota: 2}", "regel 9", "quota van samen 3 bij 2 kaarten"),
    Spoilt("waarden", "quota: 1", "quota: 2", "regel 9, veld sort.columns[1].quota", "samen 2 bij 1 kaarten"),
    Spoilt("sorteren", "id: tempo", "id: zorg", "veld sort.cards[2].id", "voor de tweede keer"),
    Spoilt("waarden", "  cards_from: values\n", "", "veld sort", "geen kaarten; verwacht: cards"),
    Spoilt("formulier", "{als}", "{anders}", "veld form.sections[1].fields[2].yields_as", "‘anders’"),
    Spoilt("formulier", "yields: intention, ", "", "veld form.sections[1].fields[2].yields_as", "geen veld yields"),
    Spoilt(
        "formulier",
        ", {id: grens, text: een grens}",
        "",
        "regel 17, veld form.sections[1].fields[3].options",
        "te weinig",
    ),
    Spoilt("formulier", "type: choice", "type: keuze", "regel 16, veld form.sections[1].fields[3].type", "‘keuze’"),
    Spoilt("lijst", "sides: kant", "sides: kanten", "regel 9, veld list.sides", "‘kanten’"),
    Spoilt(
        "lijst",
        "options: [{id: furthers, text: helpt}, {id: hinders, text: hindert}]",
        "options: [{id: furthers, text: helpt}, {id: hinders, text: hindert}]\n"
        "    - {id: stap, label: Wat doe je, unless: {attribute: kant, option: geen}}",
        "veld list.attributes[2].unless.option",
        "‘geen’; verwacht: een van zijn opties (furthers of hinders)",
    ),
    Spoilt(
        "lijst",
        "label: Welke kant",
        "label: Welke kant\n      unless: {attribute: later, option: geen}",
        "veld list.attributes[1].unless.attribute",
        "‘later’; verwacht: een id van een choice die ervoor staat",
    ),
    Spoilt("tekst", "[begin]", "[weg]", "veld compose.parts[1].steps[1]", "‘weg’; verwacht: een id van een stap"),
    Spoilt(
        "opnieuw", "again: schaal", "again: begin", "regel 5, veld again", "‘begin’; verwacht: een id van een opdracht"
    ),
    Spoilt("opnieuw", "again: schaal", "again: schaal\nresult: collection", "veld result", "naast again"),
    Spoilt("opnieuw", "again: schaal", "again: schaal\nrepeat_after: [3]", "veld repeat_after", "naast again"),
    Spoilt(
        "schaal", "instruction", "repeat_after: [6, 3]\ninstruction", "veld repeat_after", "6, 3; verwacht: maanden"
    ),
    Spoilt("schaal", "instruction", "repeat_after: [3, 3]\ninstruction", "veld repeat_after", "elk één keer"),
    Spoilt(
        "schaal", "instruction", "repeat_after: [0]\ninstruction", "veld repeat_after[1]", "‘0’; verwacht: een geheel"
    ),
    Spoilt(
        "schaal",
        "result: measurement",
        "result: collection\nrepeat_after: [3]",
        "veld repeat_after",
        "een verzameling, die groeit",
    ),
    Spoilt(
        "formulier",
        "yields: intention,",
        "yields: intention, signal: yes,",
        "veld form.sections[1].fields[2].signal",
        "‘yes’; verwacht: true of false",
    ),
    Spoilt(
        "formulier",
        "{id: als, label: Als}",
        "{id: als, label: Als, signal: true}",
        "veld form.sections[1].fields[1].signal",
        "true zonder voornemen",
    ),
]


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt.wording)
def test_an_error_is_told_with_its_place(make_pack: MakePack, spoilt: Spoilt) -> None:
    pack = pack_with(make_pack, spoilt.step, spoilt.old, spoilt.new)
    told = [str(problem) for problem in check_pack(pack.folder).problems]
    assert any(
        one.startswith(f"2-vak/{spoilt.step}.md") and spoilt.place in one and spoilt.wording in one for one in told
    ), told


def test_sound_exercises_have_no_problems_and_open(make_pack: MakePack) -> None:
    pack = pack_with(make_pack, "schaal")
    assert check_pack(pack.folder).problems == ()
    for name in EXERCISES:
        step = pack.step(name)
        assert isinstance(step, Exercise)
        assert step.parts


def test_an_exercise_done_again_has_the_parts_of_the_first_and_words_of_its_own(make_pack: MakePack) -> None:
    pack = pack_with(make_pack, "schaal")
    first, again = pack.step("schaal"), pack.step("opnieuw")
    assert isinstance(first, Exercise)
    assert isinstance(again, Exercise)
    assert (again.parts, again.result, again.kept_at) == (first.parts, first.result, "schaal")
    assert (again.title, again.instruction) == ("Opnieuw", "Nog een keer.")


def test_doing_again_what_is_no_exercise_is_told_when_it_is_opened(make_pack: MakePack) -> None:
    with pytest.raises(ContentError, match="een id van een opdracht"):
        pack_with(make_pack, "opnieuw", "again: schaal", "again: begin").step("opnieuw")

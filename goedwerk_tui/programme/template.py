"""The example with which somebody begins an overlay of their own."""

from pathlib import Path

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.programme.outline import read_outline
from goedwerk_tui.programme.overlay import OVERLAY_FILE
from goedwerk_tui.programme.pack import standard_folder

STEP = "de-lege-stoel"


class FolderInUse(Trouble):
    """The folder for a new overlay can't be used."""


def new_overlay(folder: Path) -> list[Path]:
    """Write an overlay with one commented example case.

    Args:
        folder: a folder that does not exist yet, or is empty.

    Returns:
        The files that were written.

    Raises:
        FolderInUse: there is something in the folder, or it can't be written.
    """
    programme = read_outline(standard_folder()).programme
    session = programme.sessions[0].id if programme else "opening"
    texts = {OVERLAY_FILE: _OVERLAY.replace("SESSIE", session), f"{STEP}.md": _CASE}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FolderInUse(f"De map {folder} is niet leeg.", "Er is niets geschreven.", "Kies een nieuwe map.")
        for name, text in texts.items():
            with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        what = f"In {folder} kan niet geschreven worden ({error.strerror or error})."
        raise FolderInUse(what, "", "Kies een andere map.") from error
    return [folder / name for name in texts]


_OVERLAY = """\
# Eigen inhoud, die over het programma heen gelegd wordt.
# Regels die met # beginnen zijn uitleg; je mag ze weghalen.

id: eigen-casussen          # kies een eigen naam: kleine letters, cijfers, koppeltekens
title: Eigen casussen

add:
  - session: SESSIE        # bij welke sessie de stappen komen
    steps: [de-lege-stoel]  # elk een bestand naast dit bestand: de-lege-stoel.md
    # after: naam-van-een-stap   # na welke stap; zonder deze regel komen ze achteraan
"""

_CASE = """\
---
# Dit is de kop van de casus. Regels met # zijn uitleg en komen nergens in beeld.
id: de-lege-stoel           # gelijk aan de bestandsnaam, zonder .md
kind: case
title: De lege stoel
level: gemeente             # rijk, provincie, gemeente, waterschap, uitvoering, toezicht of europa
field: openbare ruimte
role: beleidsadviseur

choice:                     # twee tot vier dingen die iemand met verstand zou kunnen doen
  text: De wethouder kijkt je aan. Wat zeg je?
  options:
    - id: uitstellen
      text: Je vraagt om een week uitstel. De aannemer rekent daar geld voor.
    - id: tekenen
      text: Je adviseert te tekenen, en je gaat vanmiddag zelf langs bij het plein.

questions:                  # move: see (zien), recognise (herkennen), judge (oordelen) of act (doen)
  - id: wie-mist
    after: situatie         # na welk blok de vraag komt; zonder after komt zij aan het eind
    move: see
    text: Wie had er op de lege stoel kunnen zitten, en wat had die persoon verteld?
    hint: Begin met iemand die elke dag over het plein loopt.
  - id: eigen-stoel
    after: moment
    move: recognise
    text: Aan welke tafel zag jij laatst een stoel leeg blijven?
    hint: Denk aan het laatste overleg waarvan je nog weet wie er zat.
  - id: wat-telt
    move: judge
    text: Wat weegt voor jou zwaarder, de afspraak met de aannemer of het gesprek dat niet gevoerd is?
    hint: Schrijf eerst op wat een week kost, en voor wie.
  - id: deze-week
    move: act
    text: Wie bel je deze week over een besluit dat bijna genomen is?
    hint: Een naam en een dag zijn genoeg.
---
## Situatie

Het plein achter de markthal gaat op de schop. Aan tafel zitten de aannemer, twee collega’s van beheer en jij. De zesde
stoel was voor de marktmeester. Hij heeft zich afgemeld, want op dinsdag is het markt, en de vergadering is op dinsdag.

Op de tekening staan vier bomen en een bank waar nu de viskraam staat. Niemand aan tafel weet of die kraam ook op de
andere hoek past. ‘Dat zien we dan wel,’ zegt de aannemer. Het advies dat bij de tekening hoort heb jij geschreven,
vorige week, toen de markt nog niet ter sprake was gekomen.

## Moment

’s Avonds loop je met de wethouder naar de fietsenstalling. Morgen om negen uur tekent zij. De marktmeester neemt zijn
telefoon niet op. ‘Is er nog iets wat ik moet weten?’ vraagt zij.

## Stemmen

### De marktmeester

Ik kan alleen op dinsdag niet. Dat weten ze daar, het staat op de gemeentelijke website.

### De aannemer

Mijn ploeg staat gepland. Schuift u, dan schuif ik naar het voorjaar, met alle plezier.

## Hoe het verder ging

Er werd getekend. De viskraam kreeg een plek bij de ingang van de markthal en verkoopt daar meer dan vroeger. De bank
staat nog in de opslag, met het kaartje van de fabriek eraan.

## Brug

Neem de uitnodiging van je volgende overleg. Tel wie er niet op staat en wel in het stuk voorkomt.
"""

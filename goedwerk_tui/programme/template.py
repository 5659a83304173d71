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

# Voordat je de casus deelt: laat iemand die er niets van weet alles tot aan de keuze één keer lezen en navertellen, in
# vijfendertig woorden: wie moet wat besluiten, voor wanneer, en wat kost het? Gaat dat mis, dan ligt het aan de tekst.

choice:                     # twee tot vier dingen die iemand met verstand zou kunnen doen
  text: Het is donderdag. Wat zeg je tegen de wethouder?
  options:
    - id: uitstellen
      text: Je vraagt om een week uitstel. Dat kost vierduizend euro die er niet zijn.
    - id: tekenen
      text: Je zegt dat zij kan tekenen. Wat er met de kraam moet, zie je daarna.

questions:                  # move: see (zien), recognise (herkennen), judge (oordelen) of act (doen)
  - id: wie-mist
    after: situatie         # na welk blok de vraag komt; zonder after komt ze aan het eind
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

Je bent beleidsadviseur openbare ruimte, en het plein achter de markthal gaat op de schop. Om de tekening zitten de
aannemer, twee collega’s van beheer en jij. De zesde stoel was voor Ton Kooistra, de marktmeester. Hij heeft zich
afgemeld, want op dinsdag is het markt en de vergadering is op dinsdag.

In de tekening staat een bank waar zijn viskraam nu aansluit op het stroom. Dat zag je gisteren pas, toen je het plein
overstak. De aannemer begint maandag. Een week later kost volgens zijn offerte vierduizend euro, en dat geld heeft de
wethouder niet meer in dit jaar.

## Moment

Donderdagmiddag loop je met wethouder Ellen Sarican naar de fietsenstalling. Morgen om negen uur tekent zij. Kooistra
neemt zijn telefoon niet op.

‘Is er nog iets wat ik moet weten?’ vraagt zij.

## Stemmen

### De marktmeester

Ik kan alleen op dinsdag niet. Dat weten ze daar, het staat op de gemeentelijke website. Ze zetten er dan een stoel
voor mij neer en schrijven op dat ik er niet was.

### De aannemer

Mijn ploeg staat gepland. Schuift u, dan schuif ik naar het voorjaar, met alle plezier. Maar die offerte is tot vrijdag
geldig, en wat zand kost bepaal ik niet.

### Een collega van beheer

Wij hebben drie keer een uitnodiging gestuurd, en de derde keer heb ik erbij gezet dat hij ook mocht bellen. Op een
bepaald moment moet een tekening af zijn.

## Hoe het verder ging

Er werd getekend. De viskraam kreeg een plek bij de ingang van de markthal, en het duurde tot mei voordat daar stroom
lag. De aansluiting kwam op de begroting van het jaar erna, met de naam van het plein erachter.

## Brug

Neem de uitnodiging van je volgende overleg. Tel wie er niet op staat en wel in het stuk voorkomt.
"""

"""A complete little pack, to be spoilt one way at a time."""

from collections.abc import Callable
from pathlib import Path

FILES = {
    "programme.yaml": """\
id: proefpakket
title: Een klein programma
introduction: |
  Welkom in dit kleine programma.

  Het is om te proeven.
questions:
  - {id: kern, text: "Wat is de kern van je vak?"}
dimensions:
  - {id: vakmanschap, name: Vakmanschap, text: Kunnen wat je doet.}
  - {id: betrokkenheid, name: Betrokkenheid, text: Geven om wat je doet.}
tensions:
  - {id: waarheid-loyaliteit, one: waarheid, other: loyaliteit}
sessions: [1-opening, 2-vak]
pages: [over]
""",
    "1-opening/session.yaml": """\
id: opening
title: Opening
dimension: geheel
question: Waarom doe je dit?
aim: Kennismaken.
minutes: 60
steps:
  - begin
  - de-brief
  - eigen-brief
core: [begin, de-brief]
group: {before: voorbereiden, after: verwerken}
""",
    "1-opening/begin.md": """\
---
id: begin
kind: reading
title: Het begin
---
Er lag een stuk op tafel dat niemand had besteld. Het ging over de
[nuloptie](begrip:nuloptie), en daarna over [het mandaat](begrip:mandaat).
""",
    "1-opening/de-brief.md": """\
---
id: de-brief
kind: case
title: De brief
level: rijk
field: wonen
role: beleidsmedewerker
tensions: [waarheid-loyaliteit]
choice:
  text: Wat doe je om 16:15?
  options:
    - {id: noemen, text: Je noemt het getal.}
    - {id: bellen, text: Je belt eerst.}
questions:
  - {id: zien, after: situatie, move: see, text: "Wat valt je op aan de brief?", hint: Lees de aanhef.}
  - id: doen
    move: act
    text: Wanneer schrijf je de volgende brief?
    hint: Kies een dag.
    yields: intention
sources:
  - {title: Een wet, publisher: Een ministerie, year: 2020, applies_to: [rijk]}
---
## Situatie

De brief moet weg, en de [nuloptie](begrip:nuloptie) staat er niet in.

## Moment

Het is kwart over vier.

## Stemmen

### De directeur, die haast heeft

Stuur hem maar.

### Een inwoner

U schrijft mij nooit.

## Hoe het verder ging

De brief ging weg.

## Brug

Zoek je laatste brief op.
""",
    "1-opening/eigen-brief.md": """\
---
id: eigen-brief
kind: own_example
title: Een eigen brief
questions:
  - {id: welke, move: recognise, text: "Welke brief kwam terug?", hint: Denk aan vorig jaar.}
---
""",
    "1-opening/voorbereiden.md": """\
---
id: voorbereiden
kind: questions
title: Voorbereiden
minutes: 5
questions:
  - {id: mee, move: act, text: "Wat neem je mee?", hint: Een zin.}
---
Voor wie ook bijeenkomt.
""",
    "1-opening/verwerken.md": """\
---
id: verwerken
kind: questions
title: Verwerken
questions:
  - {id: bleef, move: see, text: "Wat bleef hangen?", hint: Een zin.}
---
""",
    "2-vak/session.yaml": """\
id: vak
title: Het vak
dimension: vakmanschap
question: Wat is je vak?
aim: Kijken naar het vak.
minutes: 60
steps: [portret, terugblik]
core: [terugblik]
""",
    "2-vak/portret.md": """\
---
id: portret
kind: example
title: Een portret
level: gemeente
field: groen
role: adviseur
---
Ze telde bomen, en later ook de banken.
""",
    "2-vak/terugblik.md": """\
---
id: terugblik
kind: closing
title: Terugblik
questions:
  - {id: klaar, move: judge, text: "Wat is er af?", hint: Kies één ding.}
---
Dit was het vak.
""",
    "pages/over.md": "---\nid: over\ntitle: Over dit programma\n---\nAlles is verzonnen.\n",
    "glossary.yaml": """\
- {id: nuloptie, term: nuloptie, meaning: Wat er gebeurt als je niets doet., see: [mandaat]}
- {id: mandaat, term: mandaat, meaning: Wat je namens een ander mag.}
""",
    "prompts.yaml": '- {id: week, text: "Wat lukte?", dimension: vakmanschap, move: see}\n',
    "values.yaml": "- {id: zorg, name: zorg, meaning: Letten op wie er is.}\n",
    "statements.yaml": "- {id: een, text: Ik ken mijn vak., dimension: vakmanschap}\n",
    "strategies.yaml": "- {id: tellen, name: tellen, text: Tel wat er is., step: portret}\n",
    "openers.yaml": '- {id: hoe, text: "Hoe doe jij dat?", to: both}\n',
}

MakePack = Callable[..., Path]


def write_pack(folder: Path, **changes: str | None) -> Path:
    """Write the little pack, with some files replaced, added or left out (None)."""
    files: dict[str, str | None] = {**FILES, **changes}
    for name, text in files.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder

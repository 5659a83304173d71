"""Write the JSON Schemas of the content files and of the JSON exports to docs/schema/, from the structs in use.

python scripts/write_schemas.py           writes them
python scripts/write_schemas.py --check   says which are out of date, and fails if any is
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from goedwerk_tui.journal.exchange import JournalExport
from goedwerk_tui.programme.file_schemas import FORMS, LISTS, OverlayFile, PageHead, ProgrammeFile
from goedwerk_tui.programme.model import Session
from goedwerk_tui.sharing.exchange import Export

EXCHANGED = {
    "export": ("What ‘goedwerk exporteer --formaat json’ writes", Export),
    "journal": ("What ‘goedwerk exporteer --soort dagboek --formaat json’ writes", JournalExport),
}

FOLDER = Path(__file__).parents[1] / "docs" / "schema"

TITLES = {
    "programme": "programme.yaml",
    "session": "session.yaml",
    "overlay": "overlay.yaml",
    "page": "kop van een pagina",
    "reading": "kop van een essay",
    "case": "kop van een casus",
    "example": "kop van een portret",
    "questions": "kop van een vragenstap",
    "own_example": "kop van een eigen voorbeeld",
    "closing": "kop van een afsluiting",
    "exercise": "kop van een opdracht",
}

DESCRIPTIONS = {
    "id": "Kleine letters, cijfers en koppeltekens. Verander een id niet meer als mensen ermee werken.",
    "kind": "De soort stap.",
    "title": "De titel, op één regel.",
    "minutes": "Hele minuten. Bij een stap alleen nodig als de berekende tijd niet klopt.",
    "questions": "De vragen, in volgorde.",
    "sources": "Waar de feiten vandaan komen.",
    "level": "De overheidslaag waar dit speelt.",
    "field": "Het beleidsveld.",
    "role": "De functie van de hoofdpersoon.",
    "tensions": "Ids van spanningen uit programme.yaml.",
    "ProgrammeFile.tensions": "Paren van goede zaken die botsen.",
    "choice": "Het moment van kiezen.",
    "options": "Twee tot vier; ‘iets anders’ komt er vanzelf bij.",
    "move": "see: zien; recognise: herkennen; judge: oordelen; act: doen.",
    "hint": "Een ingang voor wie naar een leeg vak kijkt.",
    "yields": "Wat het antwoord wordt, als het meer is dan een antwoord.",
    "Question.after": "Na welk blok de vraag komt: de kop in kleine letters met koppeltekens.",
    "Question.text": "De vraag, hoogstens dertig woorden.",
    "applies_to": "De overheidslagen waarvoor de bron geldt; weglaten als zij overal geldt.",
    "publisher": "Wie het uitgaf.",
    "year": "Het jaar van uitgave.",
    "introduction": "Tekst van het welkomscherm; alinea’s gescheiden door een lege regel.",
    "dimensions": "De componenten van goed werk.",
    "sessions": "De mapnamen van de sessies, in volgorde.",
    "pages": "Ids van losse pagina’s in de map pages.",
    "dimension": "Een id van een dimensie uit programme.yaml, of (bij sessies en vragen van de week) geheel.",
    "question": "De vraag onder de sessie.",
    "aim": "Wat de sessie wil, in een of twee zinnen.",
    "Session.minutes": "Hoe lang de kernroute duurt.",
    "steps": "Ids van stappen, in leesvolgorde.",
    "core": "Welke stappen de kernroute zijn.",
    "group": "Stappen voor wie ook met een groep bijeenkomt; ze staan niet in steps.",
    "Group.before": "De stap voor de bijeenkomst.",
    "Group.after": "De stap na de bijeenkomst.",
    "see": "Ids van verwante begrippen.",
    "step": "De casus of het portret waar de strategie uit komt.",
    "to": "Aan wie: colleague (collega), manager (leidinggevende) of both (allebei).",
    "add": "Welke stappen bij welke sessie komen.",
    "session": "Het id van een sessie.",
    "change": "Wat er in stappen van het programma verandert.",
    "Change.step": "Het id van een stap van het programma.",
    "whole": "true: het eigen bestand van die naam komt in de plaats van de hele stap.",
    "hide": "Stappen van het programma die niet meedoen.",
    "order": "Stappen van een sessie in een andere volgorde.",
    "same_as": "Eerdere bewoordingen die hetzelfde vroegen.",
    "formerly": "Ids die eerder golden: wat daar geschreven is, gaat mee.",
    "Former.step": "Het id van nu.",
    "was": "Het id dat de stap eerder had.",
    "version": "De versie, zoals 1.2.",
    "date": "De datum, als 2026-11-28.",
    "owner": "Wie het maakte en bijhoudt.",
    "about": "Een alinea voor de bladzijde over het programma.",
    "beside": "Het id van de opdracht waarvan het nieuwste resultaat naast dat van deze ligt.",
    "beforehand": "Wat er gevraagd wordt voor het leggen, plaatsen of opschrijven begint: secties, zoals bij form.",
    "afterwards": "Wat er gevraagd wordt naast het beeld, als het klaar is: secties, zoals bij form.",
    "instruction": "Wat er gevraagd wordt, in een of twee zinnen.",
    "result": "measurement: een meting die vaststaat; collection: één resultaat dat groeit.",
    "again": "Het id van de opdracht die hier nog eens gedaan wordt; dan zonder result en soort.",
    "repeat_after": "Hoeveel maanden na het nieuwste resultaat de opdracht opnieuw wordt aangeboden, oplopend.",
    "signal": "true: het voornemen is iets tegen iemand zeggen; het programma vraagt later of er antwoord kwam.",
    "form": "Een formulier met secties en velden.",
    "sort": "Kaarten in kolommen of ringen leggen.",
    "scale": "Dingen op een schaal zetten.",
    "list": "Een lijst maken.",
    "compose": "Een tekst bouwen uit wat men eerder schreef.",
    "Field.yields": "Wat het antwoord ook wordt.",
    "ListParts.yields": "Wat elke regel is.",
    "ComposePart.yields": "Wat de tekst ook wordt.",
    "yields_as": "In welke woorden, met {id} voor het antwoord op een veld.",
    "kinds": "Soorten uit het dagboek waaruit gekozen kan worden.",
    "quota": "Hoeveel kaarten er in de kolom horen.",
    "cards_from": "values: de waarden uit values.yaml.",
    "items_from": "statements: de stellingen; cases: de casussen die gelezen zijn, met hun spanningen.",
    "own_card": "Wat er gevraagd wordt voor een eigen kaart.",
    "own_item": "Wat er gevraagd wordt voor iets van jezelf.",
    "colliding": "Wat er tussen twee kaarten staat die botsen.",
    "because": "Het woord waarmee de uitleg begint.",
    "sides": "Het id van een choice met twee opties: het beeld wordt een krachtenveld.",
    "most_words": "Een grens in woorden; er wordt niets afgekapt.",
    "ComposePart.steps": "Alleen wat bij deze stappen geschreven is.",
    "openers": "Bied ook de gespreksopeners voor deze lezer aan.",
    "Addition.after": "Na welke stap; zonder dit veld komen de stappen achteraan.",
}


def schemas() -> dict[str, str]:
    """Return the text of each schema by file name."""
    kinds: dict[str, Any] = {"programme": ProgrammeFile, "session": Session, "overlay": OverlayFile, "page": PageHead}
    kinds |= {kind: form.head for kind, form in FORMS.items()}
    kinds |= {Path(name).stem: tuple[kind, ...] for name, kind in LISTS.items()}
    found = {f"{name}.json": _text(name, kind) for name, kind in kinds.items()}
    return found | {f"{name}.json": _exchanged(title, kind) for name, (title, kind) in EXCHANGED.items()}


def _exchanged(title: str, kind: Any) -> str:
    """Return the schema of a file that other programs read; what is said of its parts is what our code says of them."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps({**head, **msgspec.json.schema(kind)}, ensure_ascii=False, indent=2) + "\n"


def _text(name: str, kind: Any) -> str:
    schema = msgspec.json.schema(kind)
    for struct, component in schema.get("$defs", {}).items():
        component.pop("description", None)
        properties = component.get("properties", {})
        for field, value in properties.items():
            properties[field] = _described(f"{struct}.{field}", field, value)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": TITLES.get(name, f"{name}.yaml")}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"


def _described(path: str, field: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return a property with its Dutch description. A field that may be left out may not be empty: null goes."""
    if "anyOf" in value:
        value = next(one for one in value["anyOf"] if one != {"type": "null"})
    description = DESCRIPTIONS.get(path) or DESCRIPTIONS.get(field)
    return {**value, "description": description} if description else value


def main() -> int:
    """Write or check the files; the result is the exit code."""
    stale = [name for name, text in schemas().items() if _on_disk(name) != text]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/schema/{name} is out of date; run python scripts/write_schemas.py")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(schemas()[name], encoding="utf-8", newline="\n")
    return 0


def _on_disk(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


if __name__ == "__main__":
    raise SystemExit(main())

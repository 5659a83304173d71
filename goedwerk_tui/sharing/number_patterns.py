"""Numbers, addresses and dates as Dutch people write them, by their form alone.

Every pattern is for a text of which hyphens, spaces and letters were made even (``base.folding.evened``).
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple


class SpotKind(StrEnum):
    """What a spot seems to be."""

    NAME = "naam"
    MAIL = "mailadres"
    LINK = "webadres"
    HANDLE = "gebruikersnaam"
    ADDRESS = "adres"
    PHONE = "telefoonnummer"
    NUMBER = "burgerservicenummer"
    IBAN = "rekeningnummer"
    DATE = "datum"
    DOSSIER = "dossiernummer"
    PLATE = "kenteken"


def _always(_: str) -> bool:
    return True


class NumberPattern(NamedTuple):
    """A way of writing, and what must hold beside it; the form that stands first in the list prevails."""

    kind: SpotKind
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = _always


_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_ROAD = r"(?:straat|laan|weg|plein|kade|gracht|dijk|steeg|singel|plantsoen|dreef|boulevard|hof|wal)"
_HOUSE = r"\d{1,5}(?:[a-z]{1,2}| [a-tv-z](?!\w))?(?:-\d{1,4})?(?![\w%]|[.,:]\d)"
_NO_ADDRESS = {
    "EU",
    "VN",
    "VS",
    "UK",
    "AI",
    "IT",
    "HR",
    "PR",
    "OV",
    "WW",
    "IC",
    "SS",
    "SA",
    "SD",
    "MB",
    "KB",
    "GB",
    "KM",
}
_NO_ROAD = {"onderweg", "halverweg", "overweg", "allerweg"}


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def passes_eleven_test(digits: str) -> bool:
    """Say whether digits can be a citizen service number (BSN): 9·d1 + 8·d2 + … + 2·d8 − d9 is a multiple of 11.

    A number of eight digits counts with a zero before it.
    """
    digits = digits.zfill(9)
    if len(digits) != 9 or int(digits) == 0:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def _is_citizen_number(text: str) -> bool:
    return passes_eleven_test(_digits(text))


def _is_account(text: str) -> bool:
    """Say whether it can be an international account number: rearranged and read as a number it is 1 modulo 97."""
    plain = re.sub(r"[ .-]", "", text).upper()
    if plain.startswith("NL"):
        # A slip of the pen in it points out the same person.
        return len(plain) == 18
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def _is_dutch_phone(text: str) -> bool:
    national = re.sub(r"^(?:\(?(?:\+|00)31\)?)", "", text.replace("(0)", "").strip())
    return len(_digits(national).removeprefix("0")) == 9


def _is_date(text: str) -> bool:
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    if len(numbers) < 3:
        return True
    if numbers[0] > 31:
        numbers.reverse()
    return 1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12


def _is_postcode(text: str) -> bool:
    return not (text[:2] in ("19", "20") and text[-2:].upper() in _NO_ADDRESS)


def _is_road(text: str) -> bool:
    return text.split(maxsplit=1)[0].casefold() not in _NO_ROAD


def _is_plate(text: str) -> bool:
    plain = text.replace("-", "")
    return len(plain) == 6 and any(each.isdigit() for each in plain) and any(each.isalpha() for each in plain)


def _is_dossier(text: str) -> bool:
    """Say whether it is a number of a case: five digits or more, and no range of years, fraction or date."""
    years = re.fullmatch(r"(?:19|20)\d\d/(?:19|20)\d\d", text)
    return len(_digits(text)) >= 5 and not years and ("/" in text or any(each.isalpha() for each in text))


FORMS = (
    NumberPattern(
        SpotKind.MAIL,
        re.compile(
            r"(?<![\w.+'-])[\w.+'-]{1,64}(?:@| ?[(\[](?:at|apenstaartje)[)\]] ?)[\w-]{1,63}"
            r"(?:(?:\.| ?[(\[](?:dot|punt)[)\]] ?)[\w-]{1,63}){1,8}",
            re.IGNORECASE,
        ),
    ),
    NumberPattern(
        SpotKind.LINK,
        re.compile(
            r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"“”]{2,500}[^\s<>\"“”.,;:!?)’'\]]"
            r"|(?<![\w@./-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,6}/[^\s<>\"“”]{0,300}[^\s<>\"“”.,;:!?)’'\]]",
            re.IGNORECASE,
        ),
    ),
    NumberPattern(
        SpotKind.IBAN,
        re.compile(
            r"(?<!\w)(?:NL\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\d){10}"
            r"|[A-Z]{2}\d{2} ?[A-Z0-9]{4}(?: ?(?=[A-Z]{0,3}\d)[A-Z0-9]{4}){1,6}(?: ?\d[A-Z0-9]{0,2})?)(?!\w)",
            re.IGNORECASE,
        ),
        _is_account,
    ),
    NumberPattern(
        SpotKind.DATE,
        re.compile(
            rf"(?<![\d/.-])\d{{1,2}}(?: ?[/.-] ?)\d{{1,2}}(?: ?[/.-] ?)(?:(?:19|20)\d\d|'?\d\d)(?!\d|[/.-]\d)"
            rf"|(?<![\d/.-])(?:19|20)\d\d-\d\d-\d\d(?!\d|[/.-]\d)"
            rf"|(?<![\d/.-])\d{{1,2}}(?:e|ste)? {_MONTH} (?:'\d\d|(?:19|20)\d\d)(?!\d)",
            re.IGNORECASE,
        ),
        _is_date,
    ),
    NumberPattern(
        SpotKind.PLATE,
        re.compile(
            r"(?<![\w-])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})(?![\w-])", re.IGNORECASE
        ),
        _is_plate,
    ),
    NumberPattern(
        SpotKind.PHONE,
        re.compile(
            r"(?<![\w+/.,-])(?:(?:\((?:\+|00)31\)|(?:\+|00)31)[ ./-]{0,3}(?:\(0\)[ ./-]{0,3})?|\(0(?=\d{1,3}\))|0)"
            r"[1-9](?:[ ./()-]{0,3}\d){7,8}(?!\w)"
        ),
        _is_dutch_phone,
    ),
    NumberPattern(SpotKind.PHONE, re.compile(r"(?<![\w+])\+(?!31)[1-9]\d{0,2}(?:[ ./()-]{0,2}\d){7,12}(?!\w)")),
    NumberPattern(
        SpotKind.NUMBER,
        re.compile(r"(?<![\w.,/-])\d(?:[ .-]?\d){7,8}(?!\w|[.,/-]\d)"),
        _is_citizen_number,
    ),
    NumberPattern(
        SpotKind.DOSSIER,
        re.compile(r"(?<![\w/.-])[A-Z0-9]{1,8}(?:[/-][A-Z0-9]{1,10}){1,4}(?![\w/-])", re.IGNORECASE),
        _is_dossier,
    ),
    NumberPattern(
        SpotKind.DOSSIER,
        re.compile(
            r"(?:(?<=dossier )|(?<=zaak )|(?<=kenmerk )|(?<=nummer )|(?<=nr\. ))"
            r"[A-Z]{0,3}(?=[/.-]?(?:[A-Z]{0,3}[/.-]?\d){5})[\w/.-]{5,24}\b",
            re.IGNORECASE,
        ),
    ),
    NumberPattern(
        SpotKind.ADDRESS,
        re.compile(r"(?<![\w-])[1-9]\d{3} [A-Z]{2}(?![\w-])|(?<![\w-])[1-9]\d{3}[A-Za-z]{2}(?![\w-])"),
        _is_postcode,
    ),
    NumberPattern(
        SpotKind.ADDRESS,
        re.compile(
            rf"(?<!\w)[^\W\d_][\w'’-]{{1,40}}{_ROAD} {_HOUSE}"
            rf"|(?<!\w){_ROAD} (?:van|der|den|de|het|ter|ten)(?: [\w'’-]{{1,40}}){{1,3}} {_HOUSE}",
            re.IGNORECASE,
        ),
        _is_road,
    ),
    NumberPattern(SpotKind.HANDLE, re.compile(r"(?<![\w@.])@[^\W\d][\w.]{1,30}\w")),
)


def forms_in(text: str) -> Iterator[tuple[SpotKind, int, int]]:
    """Return what is found in a text that was made even, with where it begins and ends; what prevails comes first."""
    for form in FORMS:
        for match in form.pattern.finditer(text):
            if form.holds(match[0]):
                yield form.kind, match.start(), match.end()

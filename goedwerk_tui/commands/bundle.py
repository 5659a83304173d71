"""``goedwerk bundel``: what several people bring, side by side; from their exports, or from words read aloud."""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from goedwerk_tui.base.clock import utc_now
from goedwerk_tui.base.decoding import decode
from goedwerk_tui.base.places import expanded, find_places
from goedwerk_tui.base.settings import read_settings
from goedwerk_tui.base.text import quoted
from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.commands.output import asked_format, asked_output
from goedwerk_tui.commands.pack import open_pack
from goedwerk_tui.commands.printing import complain, say
from goedwerk_tui.commands.sharing import look_over, refuse_numbers
from goedwerk_tui.guidance.exercises.kinds import Work
from goedwerk_tui.guidance.spoken import Misheard, as_begun, heard
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.programme import Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.sharing.bundle import Wishes, bundle
from goedwerk_tui.sharing.document import Document
from goedwerk_tui.sharing.editing import Edits, about_spots, edited, not_there, numbers_in, spots_in
from goedwerk_tui.sharing.exchange import read_json
from goedwerk_tui.sharing.file_writer import WOO
from goedwerk_tui.sharing.formats import Format, render
from goedwerk_tui.sharing.group import laid_together
from goedwerk_tui.sharing.order import in_programme
from goedwerk_tui.sharing.privacy import Look, own_names, vocabulary

_OF_FILES = ("kijk_na", "vervang", "ruimte", "ook_alleen", "ieder_apart")
"""What can be asked of files alone: words that are read aloud hold no text of anybody."""
_WORD = re.compile(r"[^\W_](?:[^\s,.;]*[^\W_])?")
"""A word without the signs around it: a sentence that was copied ends with a full stop."""


def bundle_exports(options: argparse.Namespace) -> int:
    """Lay several people's exports, or what their words stand for, side by side in one file."""
    if options.woorden:
        return _from_words(options)
    if options.onderdeel:
        raise Trouble(
            "--onderdeel hoort bij --woorden: bestanden hebben geen delen.",
            "Er is niets geschreven.",
            "Laat het weg, of zet er --woorden bij.",
        )
    if not (options.uitvoer or options.kijk_na):
        complain("goedwerk: er ontbreekt iets: --uitvoer. Kijk met ‘goedwerk bundel --help’ wat er kan.")
        return 2
    places = find_places()
    output = None if options.kijk_na else asked_output(options, options.uitvoer, places, options.files)
    format = asked_format(options.formaat, options.uitvoer) or Format.WEB_PAGE
    documents = [read_json(expanded(each)) for each in options.files]
    pack = open_pack(options, read_settings(places.settings))
    wishes = Wishes(
        title=options.titel or "",
        order=in_programme(documents, pack),
        single=options.ook_alleen,
        room=options.ruimte,
        # Who only looks over what there is writes nothing that others could recognise anybody by.
        few=options.ook_weinig or options.kijk_na,
        apart=options.ieder_apart,
    )
    laid_out, remarks = bundle(documents, utc_now(), wishes)
    edits = Edits(dict(options.vervang or ()))
    document = edited(laid_out, edits)
    tell = output.tell if output else say
    for each in remarks:
        tell(each)
    for words in not_there(laid_out, edits):
        tell(f"{quoted(words)} staat er niet in; daar is niets voor vervangen.")
    spots = spots_in(document, Look(vocabulary(pack), own_names(places)), pack)
    if output is None:
        return look_over(spots)
    refuse_numbers(numbers_in(spots), options)
    if pointing := about_spots(spots, "--kijk-na toont"):
        tell(pointing)
    tell(WOO)
    output.write_document(document, format, options.sjabloon)
    of_whom = f" van {how_many(document.people, 'persoon', 'mensen')}" if document.people < len(documents) else ""
    tell(f"{how_many(len(documents), 'bestand', 'bestanden')}{of_whom} naast elkaar geschreven naar {output.name}")
    return 0


def _from_words(options: argparse.Namespace) -> int:
    if options.files:
        raise Trouble(
            "Met --woorden komt alles van het toetsenbord; bestanden horen daar niet bij.",
            "Er is niets geschreven.",
            "Laat een van de twee weg.",
        )
    if beside := next((name for name in _OF_FILES if getattr(options, name)), ""):
        raise Trouble(
            f"--{beside.replace('_', '-')} hoort bij bestanden, en doet bij --woorden niets.",
            "Er is niets geschreven.",
            "Laat een van de twee weg.",
        )
    places = find_places()
    output = asked_output(options, options.uitvoer, places) if options.uitvoer else None
    format = asked_format(options.formaat, options.uitvoer) or (Format.WEB_PAGE if output else Format.TEXT)
    document = _group(open_pack(options, read_settings(places.settings)), options.titel or "", options.onderdeel or "")
    if output is None:
        say(render(document, format).content.decode("utf-8"))
        return 0
    output.write_document(document, format, options.sjabloon)
    output.tell(f"Het beeld van {how_many(document.people, 'persoon', 'mensen')} is geschreven naar {output.name}")
    return 0


def _group(pack: Pack, title: str, part: str) -> Document:
    """Return what everybody's words stand for as one document, all of it or one part.

    Raises:
        Trouble: words that came from a file or another program are not what was said, or there are too few people.
    """
    said = _Said(as_begun(pack))
    slips: dict[int, Misheard] = {}
    typed = sys.stdin.isatty()
    if typed:
        say("Typ per persoon de woorden op een regel. Een lege regel sluit af.")
    for number, words in enumerate(_lines(typed=typed), 1):
        try:
            if said.is_confirmed_by(words):
                exercise = said.confirm()
                slips.pop(number - 1, None)
            else:
                exercise = said.take(words)
        except Misheard as slip:
            if typed:
                say(f"{slip} Zo telt deze regel niet mee.")
            else:
                slips[number] = slip
            continue
        if typed:
            say(f"Klopt: {_title(pack, exercise)}, persoon {len(said.results[exercise])}.")
    if slips:
        told = "\n".join(f"Regel {number}: {slip}" for number, slip in slips.items())
        raise Trouble(told, "Er is niets geschreven, ook niet van de andere regels.")
    results = [(_title(pack, each), works) for each, works in said.results.items()]
    return laid_together(results, utc_now(), title, part)


@dataclass
class _Said:
    """What was said up to now. Words that were said before count only when somebody says that they are of another."""

    begun: Mapping[str, Work]
    results: dict[str, list[Work]] = field(default_factory=dict[str, list[Work]])
    """By exercise, what each person made of it."""
    _again: tuple[str, Work] | None = None

    def take(self, words: Sequence[str]) -> str:
        """Take in one person's words, and return of which exercise they are.

        Raises:
            Misheard: they are not what was said, or they were said before.
        """
        self._again = None
        exercise, work = heard(words, self.begun)
        before = self.results.get(exercise, [])
        if work in before:
            self._again = exercise, work
            raise Misheard(
                f"Dit zijn precies de woorden van persoon {before.index(work) + 1}.",
                advice="Zijn ze ook van iemand anders, zet dan ‘ja’ op de regel hierna.",
            )
        return self._keep(exercise, work)

    def is_confirmed_by(self, words: Sequence[str]) -> bool:
        """Return whether words were said a second time, and these say that it was another who did."""
        return self._again is not None and [each.casefold() for each in words] == ["ja"]

    def confirm(self) -> str:
        """Take in the words that were said a second time, and return of which exercise they are."""
        assert self._again
        exercise, work = self._again
        self._again = None
        return self._keep(exercise, work)

    def _keep(self, exercise: str, work: Work) -> str:
        self.results.setdefault(exercise, []).append(work)
        return exercise


def _lines(*, typed: bool) -> Iterator[Sequence[str]]:
    """Yield the words of each line; somebody who types ends with an empty one, a file may hold some."""
    try:
        for line in sys.stdin.buffer:
            words = _WORD.findall(decode(line).text)
            if words:
                yield words
            elif typed:
                return
    except KeyboardInterrupt as told:
        raise Trouble("Afgebroken.", "Er is niets geschreven. Wat je typte staat alleen nog hierboven.") from told


def _title(pack: Pack, exercise: str) -> str:
    step = pack.step(exercise)
    assert isinstance(step, Exercise)
    return step.title

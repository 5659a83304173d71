"""Whether questions invite an answer."""

import re
from collections.abc import Iterator

from goedwerk_tui.programme.corpus import Remark, Whole, WrittenStep
from goedwerk_tui.programme.model import Case
from goedwerk_tui.programme.problems import quoted
from goedwerk_tui.programme.review.language import sentences

QUESTIONS_A_CASE = (2, 4)

_FINITE_VERB = (
    "ben|is|zijn|was|waren|heb|hebt|heeft|had|kun|kan|kunt|kon|wil|wou|wilde|zou|zal|zul|mag|mocht|moet|moest|hoef|hoeft|"
    "denk|dacht|vind|vond|doe|doet|deed|weet|wist|herken|herkent|durf|durfde|voel|voelde|zie|ziet|zag|ken|kent|kende|"
    "geloof|gaat|ga|ging|geldt|klopt|speelt|speelde|bestaat|komt|kom|kwam|krijg|krijgt|kreeg|werk|werkt|praat|merk|"
    "staat|sta|ligt|lukt|lukte|past|helpt|hielp|mis|vertrouw|verwacht|wordt|word|werd|blijft|maakt|maak"
)
_SUBJECT = "je|jij|u|het|dit|dat|er|de|een|deze|die|iemand|jouw|iets|daar|men|ze|zij|hij|we"
_YES_OR_NO = re.compile(rf"^[‘“\"'(–\s]*(?:(?:en|maar|of|dus) )?(?:{_FINITE_VERB}) (?:{_SUBJECT})\b", re.IGNORECASE)


def can_be_answered_with_yes(text: str) -> bool:
    """Say whether every question in a text opens with a verb, so that ‘ja’ would do for an answer."""
    asked = [sentence for sentence in sentences(text) if sentence.rstrip("’”\"')").endswith("?")]
    return bool(asked) and all(_YES_OR_NO.match(sentence) for sentence in asked)


def review(whole: Whole) -> Iterator[Remark]:
    """Remark on closed questions, questions without a hint, and cases that ask too little."""
    for written in whole.steps:
        yield from _review_step(written)
    for number, prompt in enumerate(whole.lists.get("prompts.yaml", ()), 1):
        if can_be_answered_with_yes(prompt.text):
            yield _closed("prompts.yaml", whole.files["prompts.yaml"].line(f"[{number}].text"), prompt.text)
    for passage in whole.passages():
        is_change = passage.path.startswith("change[") and passage.path.endswith("].text")
        if is_change and can_be_answered_with_yes(passage.text):
            yield _closed(passage.file, passage.line, passage.text)


def _review_step(written: WrittenStep) -> Iterator[Remark]:
    step, file = written.step, written.file
    for number, question in enumerate(step.questions, 1):
        if can_be_answered_with_yes(question.text):
            yield _closed(file.file, file.line(f"questions[{number}].text"), question.text)
        if not question.hint:
            yield Remark(
                file.file, file.line(f"questions[{number}]"), f"de vraag {quoted(question.id)} heeft geen hint"
            )
    if isinstance(step, Case) and step.choice:
        line = file.line("questions")
        fewest, most = QUESTIONS_A_CASE
        if not fewest <= len(step.questions) <= most:
            text = f"{len(step.questions)} vragen bij deze casus; bedoeld zijn er {fewest} tot {most}"
            yield Remark(file.file, line, text)
        if not any(question.move in ("recognise", "act") for question in step.questions):
            yield Remark(file.file, line, "geen vraag bij deze casus gaat over de lezer (move: recognise of act)")


def _closed(file: str, line: int, text: str) -> Remark:
    return Remark(file, line, f"deze vraag is met ja of nee te beantwoorden: {quoted(text)}")

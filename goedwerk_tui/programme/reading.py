"""Reading one file of a pack: step, page, list. Every function notes what is wrong in the findings it is given."""

import dataclasses
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from goedwerk_tui.programme import body, decoder, dialect, nodes
from goedwerk_tui.programme.exercise_check import check_exercise
from goedwerk_tui.programme.exercises import Again
from goedwerk_tui.programme.file_schemas import FORMS, ExerciseHead, FileSchema, PageHead, StepHead
from goedwerk_tui.programme.files import read_text
from goedwerk_tui.programme.minutes import reckon, words_of
from goedwerk_tui.programme.model import Block, Page, Step
from goedwerk_tui.programme.problems import Findings, nearest, one_of, perhaps, quoted

T = TypeVar("T")

_AFTER = re.compile(r"questions\[\d+\]\.after")


def read_yaml(path: Path, kind: type[T], findings: Findings) -> T | None:
    """Read a YAML file as a struct, or as a tuple of structs."""
    text = read_text(path, findings)
    node = nodes.parse(text, findings) if text is not None else None
    return decoder.read(node, kind, findings) if node is not None else None


def read_page(path: Path, findings: Findings) -> Page | None:
    """Read a page, whose id must be its file name."""
    text = read_text(path, findings)
    front = body.split(text, findings) if text is not None else None
    if front is None:
        return None
    node = nodes.parse(front.head, findings, first_line=2)
    head = decoder.read(node, PageHead, findings) if node is not None else None
    blocks = body.read_body(front, "text", findings)
    _check_file_name(path, findings)
    if head is None or findings.problems:
        return None
    return Page(id=head.id, title=head.title, text=blocks[0].text)


def read_step(path: Path, findings: Findings, tensions: Collection[str] | None) -> Step | None:
    """Read a step.

    Args:
        path: the file.
        findings: gets the problems, and the lines and texts of the fields and blocks.
        tensions: the ids of the tensions that a case may name; None where not all of them could be read.

    Returns:
        The step, or None when there is anything wrong with the file.
    """
    text = read_text(path, findings)
    front = body.split(text, findings) if text is not None else None
    if front is None:
        return None
    node = nodes.parse(front.head, findings, first_line=2)
    form = _form_of(node, findings) if node is not None else None
    if node is None or form is None:
        return None
    head = decoder.read(node, form.head, findings)
    blocks = body.read_body(front, form.body, findings)
    _check_file_name(path, findings)
    _check_references(blocks, tensions, findings)
    if isinstance(head, ExerciseHead):
        check_exercise(head, findings)
    return _assemble(head, blocks, form) if head is not None and not findings.problems else None


def _form_of(node: nodes.Node, findings: Findings) -> FileSchema | None:
    """Return the form of the kind that a head names, or note that it names none."""
    expected = f"een van {one_of(FORMS)}"
    if not isinstance(node, nodes.Fields):
        findings.add(node.line, decoder.shown(node), "velden, zoals ‘id: leest-lekkerder’")
        return None
    if "kind" not in node.fields:
        named = next((name for name in node.fields if nearest(name, ["kind"])), "")
        meant = f"; bedoelde je dat met {quoted(named)}?" if named else ""
        line = node.fields[named][0] if named else node.line
        findings.add(line, "niets", f"het veld kind: {expected}{meant}", "kind")
        return None
    line, kind = node.fields["kind"]
    form = FORMS.get(kind.text.strip()) if isinstance(kind, nodes.Scalar) else None
    if form is None:
        named = kind.text.strip() if isinstance(kind, nodes.Scalar) else ""
        findings.add(line, decoder.shown(kind), expected + perhaps(named, FORMS), "kind")
    return form


def _check_file_name(path: Path, findings: Findings) -> None:
    findings.expect_among("id", [path.stem], "de naam van het bestand")


def _check_references(blocks: tuple[Block, ...], tensions: Collection[str] | None, findings: Findings) -> None:
    findings.expect_unique("questions[].id")
    findings.expect_unique("choice.options[].id")
    asked = {text for _, text in findings.all_at("questions[].id")}
    for path, was in findings.all_at("questions[].formerly[]"):
        if was in asked:
            findings.add(path, quoted(was), "een id dat geen vraag van deze stap meer heeft")
    findings.expect_unique("questions[].formerly[]", "elk eerder id bij één vraag")
    _check_after(blocks, findings)
    findings.expect_among("tensions[]", tensions, "een id van een spanning uit programme.yaml")


def _check_after(blocks: tuple[Block, ...], findings: Findings) -> None:
    slugs = [block.slug for block in blocks if block.slug]
    there = {block.title for block in blocks}
    if slugs and not (there <= {*body.CASE_BLOCKS} and there >= {*body.REQUIRED_BLOCKS}):
        # A heading that is wrong is told where it stands; the question may well name what it should be.
        slugs = [dialect.slug(title) for title in body.CASE_BLOCKS]
    what = "een blok van deze stap" if slugs else "geen ‘after’, want deze stap heeft geen blokken"
    findings.expect_among("questions[].after", slugs, what)
    for n, problem in enumerate(findings.problems):
        if slugs and _AFTER.fullmatch(problem.field) and problem.expected.startswith("een id "):
            meant = perhaps(problem.found.strip("‘’"), slugs)
            findings.problems[n] = dataclasses.replace(problem, expected=f"{what} ({one_of(slugs)}){meant}")


def _assemble(head: StepHead, blocks: tuple[Block, ...], form: FileSchema) -> Step:
    values: dict[str, Any] = {name: getattr(head, name) for name in head.__struct_fields__}
    if head.minutes is None:
        answers = len(values.get("questions", ())) + (1 if values.get("choice") is not None else 0)
        values["minutes"] = reckon(words_of(blocks), answers)
    kind = Again if values.get("again") else form.step
    return msgspec.convert(
        {name: value for name, value in values.items() if value not in (None, ())} | {"blocks": blocks}, kind
    )

"""What a Word file of ours tells of itself, and what it takes from a template."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from support.command_line import run
from support.zips import repacked, unpacked

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal, Kind

LEAK = "Geheime Dienst"
BODY = "wat in het sjabloon zelf stond"
TYPES = "[Content_Types].xml"
DOCUMENT = "wordprocessingml.document.main+xml"

CUSTOM = f"""<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property
 fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Afdeling"><vt:lpwstr>{LEAK}</vt:lpwstr></property>
</Properties>"""


def a_template() -> bytes:
    """A template in a house style that tells of itself in every way that Word knows."""
    word: Any = docx.Document()
    word.add_paragraph(BODY)
    word.styles["Heading 1"].font.size = Pt(33)
    word.sections[0].header.paragraphs[0].text = "Huisstijl bovenaan"
    word.sections[0].footer.paragraphs[0].text = "Huisstijl onderaan"
    properties = word.core_properties
    for name in ("author", "last_modified_by", "keywords", "category", "comments", "subject", "identifier", "title"):
        setattr(properties, name, LEAK)
    kept = io.BytesIO()
    word.save(kept)
    return repacked(kept.getvalue(), _with_more)


def _with_more(files: dict[str, bytes]) -> None:
    app = b"</TotalTime><Company>GD</Company><Manager>GD</Manager>".replace(b"GD", LEAK.encode())
    files["docProps/app.xml"] = files["docProps/app.xml"].replace(b"</TotalTime>", app)
    assert LEAK.encode() in files["docProps/app.xml"]
    files["docProps/custom.xml"] = CUSTOM.encode()
    files["word/comments.xml"] = (
        f'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"'
        f' w:author="{LEAK}"><w:p><w:r><w:t>{LEAK}</w:t></w:r></w:p></w:comment></w:comments>'
    ).encode()
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files["_rels/.rels"] = files["_rels/.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId77" Type="{relations}/custom-properties" Target="docProps/custom.xml"/>'
        "</Relationships>".encode(),
    )
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId78" Type="{relations}/comments" Target="comments.xml"/></Relationships>'.encode(),
    )
    files["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{relations}/attachedTemplate" Target="file:///H:/{LEAK}/x.dotx" TargetMode="External"/>'
        "</Relationships>"
    ).encode()
    header = next(name for name in files if name.startswith("word/header"))
    files[header] = files[header].replace(b"<w:p>", f'<w:p w:rsidR="00AB{0:04}"><!-- {LEAK} -->'.encode(), 1)
    files[TYPES] = files[TYPES].replace(
        b"</Types>",
        b'<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'custom-properties+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.'
        b'openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    )


def _as_it_is(_: dict[str, bytes]) -> None:
    pass


def _a_dotx(files: dict[str, bytes]) -> None:
    files[TYPES] = files[TYPES].replace(DOCUMENT.encode(), b"wordprocessingml.template.main+xml")


def _a_dotm(files: dict[str, bytes]) -> None:
    old = b"application/vnd.openxmlformats-officedocument." + DOCUMENT.encode()
    files[TYPES] = files[TYPES].replace(old, b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml")


def _in_capitals(files: dict[str, bytes]) -> None:
    styles = files["word/styles.xml"].decode()
    files["word/styles.xml"] = re.sub(
        r'(<w:name w:val=")([^"]+)', lambda found: found[1] + found[2].title(), styles
    ).encode()


def _without_normal(files: dict[str, bytes]) -> None:
    styles = files["word/styles.xml"].decode()
    files["word/styles.xml"] = re.sub(
        r'<w:style [^>]*w:styleId="Normal".*?</w:style>', "", styles, flags=re.DOTALL
    ).encode()


def _with_another_default(files: dict[str, bytes]) -> None:
    files["word/styles.xml"] = files["word/styles.xml"].replace(b'w:val="Normal"/>', b'w:val="Standaard"/>', 1)


def _without_styles(files: dict[str, bytes]) -> None:
    start = files["word/styles.xml"].split(b"<w:docDefaults", 1)[0]
    files["word/styles.xml"] = start + b"</w:styles>"


def _with_no_styles_part(files: dict[str, bytes]) -> None:
    del files["word/styles.xml"]
    for name in ("word/_rels/document.xml.rels", TYPES):
        files[name] = re.sub(rb"<(Relationship|Override) [^>]*styles\.xml[^>]*/>", b"", files[name])


def _of_another_type(files: dict[str, bytes]) -> None:
    styles = files["word/styles.xml"].decode()
    files["word/styles.xml"] = re.sub(
        r'<w:style w:type="paragraph"([^>]*w:styleId="Quote")', r'<w:style w:type="character"\1', styles
    ).encode()


MAKES = [
    _as_it_is,
    _a_dotx,
    _a_dotm,
    _in_capitals,
    _without_normal,
    _with_another_default,
    _without_styles,
    _with_no_styles_part,
    _of_another_type,
]


def exported(capsys: pytest.CaptureFixture[str], tmp_path: Path, *more: str) -> dict[str, bytes]:
    target = tmp_path / "uit.docx"
    code, _, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), "--overschrijf", *more)
    assert code == 0, err
    return unpacked(target.read_bytes())


@pytest.fixture(autouse=True)
def _journal(home: Path) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "Wat ik zelf schreef.")


def test_what_a_template_says_on_every_page_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    template, target = tmp_path / "sjabloon.dotx", tmp_path / "uit.docx"
    template.write_bytes(a_template())
    code, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(template))
    named = "in de kop of voet van de bladzijden: ‘Huisstijl bovenaan · Huisstijl onderaan’"
    assert code == 0 and named in out + err
    assert "kop- en voettekst" in run(capsys, "exporteer", "--help")[1]


@pytest.mark.parametrize("make", MAKES)
def test_of_a_template_nothing_is_taken_but_how_it_looks(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, make: Callable[[dict[str, bytes]], None]
) -> None:
    template = tmp_path / "sjabloon.dotx"
    template.write_bytes(repacked(a_template(), make))
    files = exported(capsys, tmp_path, "--sjabloon", str(template))
    everything = b"\n".join(files.values())
    for leak in (LEAK.encode(), BODY.encode(), b"2013", b"Macintosh", b"rsid", b"python-docx"):
        assert leak not in everything
    assert not [name for name in files if "custom" in name or "thumbnail" in name or "comments" in name]
    assert b"Huisstijl bovenaan" in everything and b"Huisstijl onderaan" in everything
    word: Any = docx.Document(str(tmp_path / "uit.docx"))
    assert "Wat ik zelf schreef." in [each.text for each in word.paragraphs]
    heading = next(each for each in word.paragraphs if each.style.name == "Heading 1")
    if make not in (_without_styles, _with_no_styles_part):
        assert heading.style.font.size == Pt(33)
    names = [each.find(qn("w:name")).get(qn("w:val")).casefold() for each in word.styles.element.findall(qn("w:style"))]
    ids = [each.get(qn("w:styleId")) for each in word.styles.element.findall(qn("w:style"))]
    assert len(names) == len(set(names)) and len(ids) == len(set(ids))


def test_a_file_of_ours_tells_only_what_it_is_called_and_whose_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = exported(capsys, tmp_path, "--naam", "Ria")
    properties = files["docProps/core.xml"].decode()
    assert "Ria" in properties
    assert set(re.findall(r"<(?:\w+:)(\w+)[ >/]", properties)) == {"coreProperties", "title", "creator", "language"}
    assert not [name for name in files if name.startswith("docProps/") and name != "docProps/core.xml"]
    everything = b"\n".join(files.values())
    for leak in (b"2013", b"Macintosh", b"python-docx"):
        assert leak not in everything


@pytest.mark.parametrize("content", [b"", b"geen zip", "odt"])
def test_what_is_no_template_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | str
) -> None:
    template = tmp_path / "sjabloon.dotx"
    if isinstance(content, bytes):
        template.write_bytes(content)
    else:
        with zipfile.ZipFile(template, "w") as packed:
            packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    target = tmp_path / "uit.docx"
    words = ["exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(template)]
    code, _, err = run(capsys, *words)
    assert (code, err.count("\n"), target.exists()) == (1, 1, False)
    assert "sjabloon" in err

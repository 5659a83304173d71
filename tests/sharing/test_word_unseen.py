"""Of the header of a Word template only what one sees on paper leaves, and that is named."""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
import pytest
from support.command_line import run
from support.zips import repacked, unpacked

from goedwerk_tui.base.places import find_places
from goedwerk_tui.journal import Journal, Kind

LEAK = b"LEKT"
_VML, _OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_SEEN = f"""<w:p xmlns:v="{_VML}" xmlns:o="{_OFFICE}" xmlns:wp14="x"><w:bookmarkStart w:id="7" w:name="LEKT"/>
<w:r><w:t>Gemeente</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>LEKT</w:t></w:r>
<w:del w:id="1" w:author="LEKT"><w:r><w:delText>LEKT</w:delText></w:r></w:del>
<w:moveFrom w:id="2" w:author="LEKT"><w:r><w:t>LEKT</w:t></w:r></w:moveFrom>
<w:hyperlink r:id="rIdLink" w:tooltip="LEKT"><w:r><w:t> website</w:t></w:r></w:hyperlink>
<w:sdt><w:sdtPr><w:alias w:val="LEKT"/><w:tag w:val="LEKT"/></w:sdtPr>
<w:sdtContent><w:r><w:t> inhoud</w:t></w:r></w:sdtContent></w:sdt>
<w:fldSimple w:instr=" INCLUDETEXT LEKT "><w:r><w:t> veld</w:t></w:r></w:fldSimple>
<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:type="text" w:val="LEKT"/><w:textInput>
<w:default w:val="LEKT"/></w:textInput></w:ffData></w:fldChar></w:r>
<w:r><w:instrText> FORMTEXT LEKT</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> ingevuld</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:instrText>MERGEFIELD LEKT</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:pict><v:shape id="LEKT" alt="LEKT" o:gfxdata="LEKT" o:title="LEKT" href="LEKT">
<v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>
<!-- LEKT --></w:p>"""


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png() -> bytes:
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    told = _chunk(b"tEXt", b"Author\0LEKT") + _chunk(b"iTXt", b"XML\0\0\0\0\0LEKT") + _chunk(b"eXIf", b"LEKT")
    shown = _chunk(b"IDAT", zlib.compress(b"\0\0")) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + told + shown


def _template(path: Path) -> None:
    word: Any = docx.Document()
    header = word.sections[0].header
    header.paragraphs[0].add_run().add_picture(io.BytesIO(_png()))
    kept = io.BytesIO()
    word.save(kept)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="rIdLink" Type="{relation}" Target="https://x.example/LEKT" TargetMode="External"/>'
    with zipfile.ZipFile(kept) as packed, zipfile.ZipFile(path, "w") as anew:
        for name in packed.namelist():
            data = packed.read(name)
            if name == "word/header1.xml":
                data = data.replace(b"</w:hdr>", f"{_SEEN}</w:hdr>".encode()).replace(b'descr=""', b'descr="LEKT"')
                data = data.replace(b'name="Picture 1"', b'name="LEKT" descr="LEKT" title="LEKT"')
            elif name == "word/_rels/header1.xml.rels":
                data = data.replace(b"</Relationships>", f"{link}</Relationships>".encode())
            anew.writestr(name, data)


def test_what_nobody_sees_in_a_header_stays_out_and_what_one_sees_is_named(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "Wat ik zelf schreef.")
    template, target = tmp_path / "sjabloon.docx", tmp_path / "uit.docx"
    _template(template)
    with zipfile.ZipFile(template) as packed:
        assert sum(LEAK in packed.read(each) for each in packed.namelist()) == 3
    code, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(template))
    assert code == 0 and "Gemeente website inhoud veld ingevuld · CONCEPT" in out + err
    files = unpacked(target.read_bytes())
    assert [name for name, content in files.items() if LEAK in content] == []
    (picture,) = (content for name, content in files.items() if name.endswith(".png"))
    assert b"IDAT" in picture
    header = next(
        content for name, content in files.items() if name.startswith("word/header") and b"Gemeente" in content
    )
    assert b"PAGE" in header and b"CONCEPT" in header


_TELLS_IN_JPEG = b"\xff\xfe\x00\x06LEKT"


@pytest.mark.parametrize(
    "damaged",
    [
        _png().replace(b"Author\0LEKT", b"Auteur\0LEKT"),
        _png().replace(b"tEXt", b"\0\0\0\0"),
        _png()[: _png().index(b"LEKT") + 4],
        b"\xff\xd8" + _TELLS_IN_JPEG,
        b"\xff\xd8" + _TELLS_IN_JPEG + b"\0" + _TELLS_IN_JPEG + b"\xff\xda",
        b"\xff\xd8\xff\xe1\xff\xffExif LEKT",
    ],
    ids=["its sum", "a name", "cut in PNG", "cut in JPEG", "between parts", "a length"],
)
def test_a_damaged_picture_in_a_header_tells_nothing_either(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, damaged: bytes
) -> None:
    said, files = _written_with(capsys, tmp_path, damaged)
    assert "plaatje" not in said
    assert [name for name, content in files.items() if LEAK in content] == []


def _written_with(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, picture: bytes, ending: str = "png"
) -> tuple[str, dict[str, bytes]]:
    """Write a note with a template that has a picture in its header; returns what is said, and what is in the file."""
    Journal.open(find_places()).add(Kind.NOTE, "Wat ik zelf schreef.")
    template, target = tmp_path / "sjabloon.docx", tmp_path / "uit.docx"
    _template(template)

    def change(files: dict[str, bytes]) -> None:
        del files["word/media/image1.png"]
        files[f"word/media/image1.{ending}"] = picture
        for name, content in files.items():
            if name.endswith((".rels", "[Content_Types].xml")):
                now = content.replace(b"image1.png", f"image1.{ending}".encode())
                files[name] = now.replace(b'Extension="png"', f'Extension="{ending}"'.encode())

    template.write_bytes(repacked(template.read_bytes(), change))
    code, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(template))
    assert code == 0, out + err
    return out + err, unpacked(target.read_bytes())


def _gif() -> bytes:
    """Return two pictures that change places, with a comment, a caption, and what a drawing program adds."""
    looped = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    told = b"!\xfe\x04LEKT\x00" + b"!\xff\x0bXMP DataXMP\x04LEKT\x00" + b"!\x01\x0c" + b"\x00" * 12 + b"\x04LEKT\x00"
    one = b"!\xf9\x04\x00\x00\x00\x00\x00" + b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0"
    other = b",\0\0\0\0\x01\0\x01\0\x80\1\2\3\4\5\6\x02\x02D\x01\0"
    return b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff" + looped + told + one + other + told + b";LEKT"


def _jpeg() -> bytes:
    """Return one of two scans, with a thumbnail, a comment before and between them, and another behind its end."""
    jfif = b"\xff\xe0\x00\x14JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01LEKT"
    exif = b"\xff\xe1\x00\x0cExif\0\0LEKT"
    scan = b"\xff\xda\x00\x08\x01\x01\0\0\x3f\0" + b"rij\xff\0een\xff\xd0rij"
    shown = b"\xff\xdb\x00\x43\0" + b"\1" * 64 + scan + _TELLS_IN_JPEG + b"\xff\xc4\x00\x03\0" + scan
    return b"\xff\xd8" + jfif + exif + _TELLS_IN_JPEG + shown + b"\xff\xd9" + b"\xff\xd8LEKT\xff\xd9"


@pytest.mark.parametrize(
    ("ending", "picture", "shown"),
    [
        ("gif", _gif(), (b"NETSCAPE2.0", b"!\xf9\x04", b"\1\2\3\4\5\6", b"D\x01\0;")),
        ("jpg", _jpeg(), (b"JFIF", b"\1" * 64, b"rij\xff\0een\xff\xd0rij\xff\xc4", b"een\xff\xd0rij\xff\xd9")),
        ("png", _png() + LEAK, (b"IHDR", b"IDAT", b"IEND")),
    ],
    ids=["gif", "jpg", "png"],
)
def test_a_picture_in_a_header_comes_along_as_it_looks(
    capsys: pytest.CaptureFixture[str],
    home: Path,
    tmp_path: Path,
    ending: str,
    picture: bytes,
    shown: tuple[bytes, ...],
) -> None:
    assert LEAK in picture
    said, files = _written_with(capsys, tmp_path, picture, ending)
    (came,) = (content for name, content in files.items() if name.endswith(f".{ending}"))
    assert all(each in came for each in shown) and picture.startswith(came[:2])
    assert [name for name, content in files.items() if LEAK in content] == [] and "plaatje" not in said


@pytest.mark.parametrize(
    ("ending", "picture"),
    [
        ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>LEKT</metadata></svg>'),
        ("emf", struct.pack("<II32xI", 1, 108, 0x464D4520) + LEAK),
        ("bmp", b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + LEAK),
        ("tiff", b"II*\0\x08\0\0\0" + LEAK),
        ("jpg", LEAK),
    ],
    ids=["svg", "emf", "bmp", "tiff", "not what it is called"],
)
def test_a_picture_of_a_kind_that_may_tell_anything_stays_behind_and_that_is_said(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path, ending: str, picture: bytes
) -> None:
    said, files = _written_with(capsys, tmp_path, picture, ending)
    assert [name for name, content in files.items() if LEAK in content or name.endswith(f".{ending}")] == []
    assert "Een plaatje uit het sjabloon bleef achter: daarin kan meer staan dan je ziet." in said
    (header,) = (each for name, each in files.items() if name.startswith("word/header") and b"Gemeente" in each)
    assert b"blip" not in header and b"Wat ik zelf schreef." in files["word/document.xml"]


def _told_by_names(files: dict[str, bytes]) -> None:
    """Name in a template after somebody whatever can have a name."""
    new = (
        '<w:style w:type="{}" w:customStyle="1" w:styleId="LEKT{}"><w:name w:val="Vertrouwelijk LEKT {}"/>{}</w:style>'
    )
    based = '<w:aliases w:val="LEKT"/><w:basedOn w:val="LEKT2"/><w:rPr><w:color w:val="ABCDEF"/></w:rPr>'
    added = new.format("paragraph", 1, 1, based) + new.format("paragraph", 2, 2, "") + new.format("character", 3, 3, "")
    files["word/styles.xml"] = files["word/styles.xml"].replace(b"</w:styles>", f"{added}</w:styles>".encode())
    listed = b'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="LEKT %1"/></w:lvl></w:abstractNum>'
    numbering = files["word/numbering.xml"]
    first = numbering.index(b"<w:num ")
    files["word/numbering.xml"] = (
        numbering[:first].replace(b"<w:multiLevelType", b'<w:name w:val="LEKT"/><w:multiLevelType')
        + b'<w:abstractNum w:abstractNumId="77">'
        + listed
        + numbering[first:].replace(
            b"</w:numbering>", b'<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
        )
    )
    files["word/theme/theme1.xml"] = files["word/theme/theme1.xml"].replace(b'name="Office', b'name="LEKT')
    files["word/header1.xml"] = files["word/header1.xml"].replace(b'w:pStyle w:val="Header"', b'w:pStyle w:val="LEKT1"')
    for old, name in (("word/header1.xml", "word/LEKT.xml"), ("word/media/image1.png", "word/media/LEKT.png")):
        files[name] = files.pop(old)
        for each in [each for each in files if each.endswith((".rels", "[Content_Types].xml"))]:
            short = (old.removeprefix("word/").encode(), name.removeprefix("word/").encode())
            files[each] = files[each].replace(*short)
    files["word/_rels/LEKT.xml.rels"] = files.pop("word/_rels/header1.xml.rels")


def test_names_in_a_template_that_nobody_sees_stay_out(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "Wat ik zelf schreef.")
    template, target = tmp_path / "sjabloon.docx", tmp_path / "uit.docx"
    _template(template)
    template.write_bytes(repacked(template.read_bytes(), _told_by_names))
    files = unpacked(template.read_bytes())
    told = {name for name, content in files.items() if LEAK in content or "LEKT" in name}
    assert told >= {"word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/LEKT.xml"}
    code, out, err = run(capsys, "exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(template))
    assert code == 0 and "Gemeente website" in out + err
    left = unpacked(target.read_bytes())
    assert [name for name, content in left.items() if LEAK in content or "LEKT" in name] == []
    word: Any = docx.Document(str(target))
    style = word.sections[0].header.paragraphs[0].style
    assert str(style.font.color.rgb) == "ABCDEF" and style.base_style.name.startswith("Stijl ")
    assert "Wat ik zelf schreef." in [each.text for each in word.paragraphs]
    assert any(content.startswith(b"\x89PNG") for content in left.values())


def test_a_picture_that_was_hidden_or_drawn_as_well_stays_out(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    Journal.open(find_places()).add(Kind.NOTE, "Wat ik zelf schreef.")
    template, target = tmp_path / "sjabloon.docx", tmp_path / "uit.docx"
    word: Any = docx.Document()
    line = word.sections[0].header.paragraphs[0]
    line.add_run().add_picture(io.BytesIO(_png()))
    line.add_run("Gemeente")
    hidden = line.add_run()
    hidden.add_picture(io.BytesIO(_png().replace(b"Author", b"Writer")))
    hidden.font.hidden = True
    word.save(str(template))
    files = unpacked(template.read_bytes())
    assert sum(name.endswith(".png") for name in files) == 2
    files["word/media/image9.svg"] = b"<svg xmlns='http://www.w3.org/2000/svg'><title>LEKT</title></svg>"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    for name, old, new in (
        ("[Content_Types].xml", "</Types>", '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'),
        (
            "word/_rels/header1.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rIdSvg" Type="{relation}" Target="media/image9.svg"/></Relationships>',
        ),
        (
            "word/header1.xml",
            '<a:blip r:embed="rId1"/>',
            '<a:blip r:embed="rId1"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{svg}" r:embed="rIdSvg"/></a:ext></a:extLst></a:blip>',
        ),
    ):
        assert old.encode() in files[name]
        files[name] = files[name].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(template, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    assert run(capsys, "exporteer", "--alles", "--uitvoer", str(target), "--sjabloon", str(template))[0] == 0
    left = unpacked(target.read_bytes())
    assert [name for name, content in left.items() if LEAK in content] == []
    assert [name.rpartition(".")[2] for name in left if "image" in name] == ["png"]

"""A picture as it looks, without what it tells of who made it, when, where and with what.

PNG, JPEG and GIF are read part by part, and only the parts that make the picture are kept. Of a damaged one only what
comes before the damage is kept: what stands behind it may be anything. What stands behind its end is left out too.
"""

import zlib
from collections.abc import Iterator

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", (b"GIF87a", b"GIF89a")

_PNG_SHOWN = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip

_FIRST_APP, _LAST_APP, _COMMENT, _SCAN, _END = 0xE0, 0xEF, 0xFE, 0xDA, 0xD9
_JFIF, _ADOBE = 0xE0, 0xEE
"""By these a reader of a JPEG knows how large it is and in which colours."""
_JFIF_LENGTH = 16
"""What of it is no thumbnail."""
_RESTARTS = range(0xD0, 0xD8)

_GIF_HEADER = 13
_EXTENSION, _IMAGE, _GIF_END = 0x21, 0x2C, 0x3B
_HOW_TO_SHOW, _APPLICATION = 0xF9, 0xFF
_LOOPS = b"NETSCAPE2.0"


def without_metadata(content: bytes) -> bytes | None:
    """Return a picture as it looks, without who made it, when and where; None of a kind that is not read here."""
    if content.startswith(_PNG):
        return _PNG + b"".join(chunk for name, chunk in _png_chunks(content) if name in _PNG_SHOWN)
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_jpeg_parts(content))
    return content[:_GIF_HEADER] + b"".join(_gif_parts(content)) if content.startswith(_GIF) else None


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(_PNG), b""
    while at < len(content) and name != b"IEND":
        end = at + 12 + int.from_bytes(content[at : at + 4])
        name, chunk = content[at + 4 : at + 8], content[at:end]
        if len(chunk) < 12 or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
            return
        yield name, chunk
        at = end


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    """Yield the segments that make a JPEG, each scan with the rows that it is followed by (ITU-T T.81, annex B)."""
    at = len(_JPEG)
    while content[at : at + 1] == b"\xff" and at + 1 < len(content):
        marker = content[at + 1]
        if marker == _END:
            yield content[at : at + 2]
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if not at + 4 <= end <= len(content):
            return
        if marker == _JFIF and content[at + 4 : at + 9] == b"JFIF\0" and end >= at + 2 + _JFIF_LENGTH:
            yield content[at : at + 2] + _JFIF_LENGTH.to_bytes(2) + content[at + 4 : at + 16] + b"\0\0"
        elif marker == _ADOBE or not (_FIRST_APP <= marker <= _LAST_APP or marker == _COMMENT):
            yield content[at:end]
        at = end
        if marker == _SCAN:
            end = _end_of_rows(content, at)
            yield content[at:end]
            at = end


def _end_of_rows(content: bytes, at: int) -> int:
    """Return where the rows of a scan end: at a marker that is none of those that stand in them."""
    while (found := content.find(b"\xff", at)) >= 0 and found + 1 < len(content):
        if content[found + 1] != 0 and content[found + 1] not in _RESTARTS:
            return found
        at = found + 2
    return len(content)


def _gif_parts(content: bytes) -> Iterator[bytes]:
    """Yield the colours and blocks that make a GIF (GIF89a, appendix A)."""
    at = _GIF_HEADER + _colours(content[10:11])
    yield content[_GIF_HEADER:at]
    while at < len(content):
        kind = content[at]
        if kind == _GIF_END:
            yield content[at : at + 1]
            return
        if kind not in (_EXTENSION, _IMAGE):
            return
        data = at + 2 if kind == _EXTENSION else at + 10 + _colours(content[at + 9 : at + 10]) + 1
        end = _end_of_blocks(content, data)
        if end is None:
            return
        if kind == _IMAGE or content[at + 1] == _HOW_TO_SHOW or _is_about_loops(content[at:end]):
            yield content[at:end]
        at = end


def _colours(flags: bytes) -> int:
    """Return how many bytes the table of colours takes that these flags announce."""
    return 3 * 2 ** ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _end_of_blocks(content: bytes, at: int) -> int | None:
    while at < len(content):
        if content[at] == 0:
            return at + 1
        at += content[at] + 1
    return None


def _is_about_loops(extension: bytes) -> bool:
    return extension[1] == _APPLICATION and extension[3:14] == _LOOPS and len(extension) == 19

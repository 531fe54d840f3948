"""The words inside files of word processors, spreadsheets, slides and archives, whoever put them there.

Body, headers, footers, text boxes, comments, deleted text, properties: what a reader can get at.
Tables come as lines of cells with ``|`` between them, and once more cell by cell.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from typing import NamedTuple

from congtinh.build.sheet_words import sheets
from congtinh.later import Later

MOST_BYTES = 80_000_000
"""Of an archive, how much is unpacked."""
PICTURES = ("jpg", "jpeg", "png", "webp", "tif", "tiff", "gif")
_PACKED = ("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip")
_WITHOUT_WORDS = re.compile(
    r"(?:^|/)(?:styles(?:WithEffects)?|settings|webSettings|fontTable|numbering|theme\d*|presProps)\.xml$"
)
_ROW = re.compile(r"<(w:tr|a:tr|table:table-row)[ >].*?</\1>", re.DOTALL)
_PARAGRAPH_END = re.compile(r"</(?:w:p|a:p|text:p|text:h|si|t:p|w:comment)>|<(?:w:br|w:cr|a:br|text:line-break)[^>]*>")
_CELL_END = re.compile(r"</(?:w:tc|a:tc|table:table-cell)>")
_TAB = re.compile(r"<(?:w:tab|text:tab)/>")
_TAG = re.compile(r"<[^>]*>")
_PROPERTY = re.compile(
    r'<property [^>]*\bname="([^"]*)"[^>]*>(.*?)</property>|<([\w-]+:\w[\w-]*|\w+)(?: [^>]*)?>([^<]+)</', re.DOTALL
)
_SAID_IN_TAG = re.compile(r'\b(?:descr|svg:desc|Target)="([^"]{4,}?)"')
_REVIEWED = re.compile(r"<(?:w:ins|w:del|w:comment|text:changed-region|office:annotation) ")
_RTF_SIGN = re.compile(r"\\u(-?\d+)\??|\\'[0-9a-f]{2}|\\(par|line|tab|cell|row)\b ?|\\[a-z]+-?\d* ?|[{}]")
_READABLE = re.compile(r"[\x20-\x7eÀ-ỹ\n\r\t]{6,}")

_picture = Later("congtinh.build.picture_words")
_pdf = Later("congtinh.build.pdf")


class FileWords(NamedTuple):
    """``text`` of a file; whether it tells where a picture was taken, and whose camera it was.

    ``reviewed`` counts tracked changes and comments.
    """

    text: str = ""
    position: bool = False
    owner: str = ""
    reviewed: int = 0


def file_words(name: str, data: bytes, depth: int = 0) -> FileWords:
    """The words of one file; of a kind that cannot be read, or of a damaged one, none."""
    extension = PurePosixPath(name).suffix.lower().lstrip(".")
    if extension in _PACKED:
        return _unpacked(extension, data, depth)
    if extension in PICTURES:
        found: FileWords = _picture.picture_words(data)
        return found
    if extension == "pdf":
        return FileWords("\n".join(_pdf.pdf_words(io.BytesIO(data))))
    return FileWords(_plain(extension, data))


def _plain(extension: str, data: bytes) -> str:
    if extension in ("doc", "xls", "ppt"):
        wide = (data[start:].decode("utf-16-le", "ignore") for start in (0, 1))
        return "\n".join(found for text in (*wide, data.decode("latin-1")) for found in _READABLE.findall(text))
    text = _decoded(data)
    if extension == "rtf":
        return _RTF_SIGN.sub(_rtf_sign, text)
    if extension == "csv":
        sign = max("\t;,", key=text[:2000].count)
        return text.replace(sign, " | ").replace('"', "")
    if extension == "svg":
        return "\n".join((text, unescape(_TAG.sub("\n", text))))
    return text if extension == "txt" else ""


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def _rtf_sign(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1]) % 0x10000)
    return {"tab": "\t", "cell": " | "}.get(found[2] or "", "\n" if found[2] else "")


def _unpacked(extension: str, data: bytes, depth: int) -> FileWords:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _joined(_parts(archive, extension, depth))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return FileWords()


def _parts(archive: zipfile.ZipFile, extension: str, depth: int) -> Iterator[FileWords]:
    left = MOST_BYTES
    if extension == "xlsx":
        yield FileWords(sheets(archive, MOST_BYTES))
    for entry in archive.infolist():
        kind = _kind_of_part(entry.filename, extension)
        if entry.file_size > left or not kind or (kind == "file" and depth > 1):
            continue
        left -= entry.file_size
        content = archive.read(entry)
        if kind == "words":
            yield _xml_words(entry.filename, content.decode("utf-8", "replace"))
            continue
        inner = file_words(entry.filename, content, depth + 1)
        yield inner._replace(text=f"{entry.filename}\n{inner.text}") if extension == "zip" else inner


def _kind_of_part(name: str, extension: str) -> str:
    """Whether a part of a packed file holds words, is a file of its own, or neither."""
    suffix = PurePosixPath(name).suffix.lower().lstrip(".")
    if extension != "zip" and suffix in ("xml", "rels"):
        has_headers = extension in ("odt", "ods", "odp") and name == "styles.xml"
        return "words" if has_headers or not _WITHOUT_WORDS.search(name) else ""
    return "file" if extension == "zip" or suffix in (*_PACKED, *PICTURES, "pdf") else ""


def _xml_words(part: str, xml: str) -> FileWords:
    said = "\n".join(unescape(one) for one in _SAID_IN_TAG.findall(xml))
    if part.endswith(".rels"):
        return FileWords("\n".join(one for one in said.split("\n") if one.startswith(("mailto:", "tel:"))))
    if part.startswith("docProps/") or part == "meta.xml":
        return FileWords(_properties(xml))
    rows = "\n".join(_row(found[0]) for found in _ROW.finditer(xml))
    lines = _words(_PARAGRAPH_END.sub("\n", _CELL_END.sub("\n", xml)))
    return FileWords("\n\n".join((lines, rows, said)), reviewed=len(_REVIEWED.findall(xml)))


def _row(xml: str) -> str:
    return " ".join(_words(_CELL_END.sub(" | ", _PARAGRAPH_END.sub(" ", xml))).split())


def _words(xml: str) -> str:
    return unescape(_TAG.sub("", _TAB.sub("\t", xml)))


def _properties(xml: str) -> str:
    found = ((a or c, b or d) for a, b, c, d in _PROPERTY.findall(xml))
    return "\n".join(f"{unescape(name)}: {_words(value).strip()}" for name, value in found)


def _joined(parts: Iterator[FileWords]) -> FileWords:
    every = [*parts]
    return FileWords(
        "\n\n".join(part.text for part in every if part.text),
        any(part.position for part in every),
        next((part.owner for part in every if part.owner), ""),
        sum(part.reviewed for part in every),
    )

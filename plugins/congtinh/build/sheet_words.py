"""The cells of a workbook (XLSX) as lines, so that what a column is called stands over its numbers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape

_ITEM = re.compile(r"<si[ >].*?</si>|<si/>", re.DOTALL)
_ROW = re.compile(r"<row[ >].*?</row>", re.DOTALL)
_CELL = re.compile(r"<c ([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_PLACE = re.compile(r'\br="([A-Z]{1,3})\d+"')
_VALUE = re.compile(r"<v>([^<]*)</v>")
_PHONETIC = re.compile(r"<rPh.*?</rPh>", re.DOTALL)
_HEADER = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)</")
_CODE = re.compile(r'&(?:[LCRPNDTFAZGUESXY]|"[^"]*"|\d+|K[0-9A-F]{6})')
_TAG = re.compile(r"<[^>]*>")
_WIDEST = 400


def sheets(archive: zipfile.ZipFile, most: int) -> str:
    """All sheets, hidden ones too; a part of more than ``most`` bytes is left out."""
    parts = {entry.filename: entry.file_size for entry in archive.infolist()}
    strings = _strings(archive, parts, most)
    texts = []
    for name, size in sorted(parts.items()):
        if name.startswith("xl/worksheets/") and name.endswith(".xml") and size <= most:
            xml = archive.read(name).decode("utf-8", "replace")
            texts.append("\n".join((*_lines(xml, strings), *_headers(xml))))
    return "\n\n".join(texts)


def _strings(archive: zipfile.ZipFile, parts: dict[str, int], most: int) -> list[str]:
    name = "xl/sharedStrings.xml"
    if parts.get(name, most + 1) > most:
        return []
    xml = archive.read(name).decode("utf-8", "replace")
    return [_words(_PHONETIC.sub("", item)) for item in _ITEM.findall(xml)]


def _lines(xml: str, strings: list[str]) -> Iterator[str]:
    for row in _ROW.findall(xml):
        cells: dict[int, str] = {}
        for attributes, inside in _CELL.findall(row):
            cells[_column(attributes, len(cells))] = _shown(attributes, inside, strings)
        if cells:
            width = min(max(cells) + 1, _WIDEST)
            yield " | ".join(cells.get(place, "") for place in range(width)) + " |"


def _headers(xml: str) -> Iterator[str]:
    for found in _HEADER.findall(xml):
        yield from (part.strip() for part in re.split(r"&[LCR]", unescape(found)) if _CODE.sub("", part).strip())


def _column(attributes: str, following: int) -> int:
    place = _PLACE.search(attributes)
    if place is None:
        return following
    number = 0
    for letter in place[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _shown(attributes: str, inside: str, strings: list[str]) -> str:
    value = _VALUE.search(inside)
    if 't="s"' in attributes and value and value[1].isdigit() and int(value[1]) < len(strings):
        return strings[int(value[1])]
    if value is None:
        return _words(inside)
    return _plain_number(unescape(value[1]))


def _plain_number(value: str) -> str:
    """``7.9189001234E10`` as the digits that the cell shows."""
    try:
        number = float(value) if "E" in value.upper() or value.endswith(".0") else None
    except ValueError:
        return value
    return value if number is None or not number.is_integer() else str(int(number))


def _words(xml: str) -> str:
    return " ".join(unescape(_TAG.sub("", xml)).split()).replace("|", "/")

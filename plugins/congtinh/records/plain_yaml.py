"""The plain part of YAML that nearly all front matter is written in, read without a YAML parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from congtinh.text.normal import is_ordinary

_LONGEST = 50_000
"""Characters of front matter that are read here: longer ones might hold too many values."""

_KEY = r"([a-z][a-z0-9_]{0,60}):"
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`<=~]"
# text in quotes without escapes; text that begins with no sign of YAML, and holds neither of the
# two that end it; such words between brackets
_TEXT = (
    rf"\"([^\"\\]*)\" *|'([^']*)' *"
    rf"|({_FIRST}[^:#]*+(?:(?::(?=[^ ])|(?<=[^ ])#)[^:#]*+)*+)"
)
_ENTRY = re.compile(rf"{_KEY}(?: +(?:{_TEXT}|\[([^:#?\[\]{{}}\"']*)\] *)| *)")
_ITEM = re.compile(rf"( *)- +(?:{_TEXT})")
_PART_ENTRY = re.compile(rf"( *(?:- +)?){_KEY} +(?:{_TEXT})")
_WORD = re.compile(rf"{_FIRST}[^\n]*")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
_NAMED = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True)
class PlainYaml:
    """The values by key, and the line (from 0) that each key stands on."""

    values: dict[str, Any]
    lines: dict[str, int]


def plainly(source: str) -> PlainYaml | None:
    """The values of front matter that is written plainly; ``None`` where YAML has to be asked.

    Plain is a line ``key: value`` whose value is one text on that line, in quotes or not, or such
    texts in brackets; below a ``key:`` alone, lines ``- value``, indented lines ``key: value``, or
    a list of these.  ``source`` ends with a line end.  What is taken has the very values that the
    loader of ``front_matter`` gives.
    """
    if len(source) > _LONGEST or "\t" in source or not is_ordinary(source):
        return None
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    lines = source.split("\n")
    lines.pop()
    at = 0
    while at < len(lines):
        match = _ENTRY.fullmatch(lines[at])
        if match is None or match[1] in values or match[1] in _NAMED:
            return None
        places[match[1]] = at
        at += 1
        part = at
        while at < len(lines) and lines[at][:1] in (" ", "-"):
            at += 1
        value = _value(match) if part == at else _part(match, lines[part:at])
        if value is _UNKNOWN:
            return None
        values[match[1]] = value
    return PlainYaml(values, places)


_UNKNOWN = object()


def _value(match: re.Match[str]) -> Any:
    """The value of one line: what its last group holds."""
    group = match.lastindex or 1
    if group == 1:
        return None
    text = match[group]
    if group < 4:
        return text
    if group == 4:
        return _plain(text.rstrip(" "))
    words = [word.strip(" ") for word in text.split(",")]
    return [_plain(word) for word in words] if all(map(_WORD.fullmatch, words)) else _UNKNOWN


def _plain(text: str) -> Any:
    """Text without quotes: a whole number, ``true``, ``false`` or ``null`` are what they say."""
    if text in _NAMED:
        return _NAMED[text]
    return int(text) if _NUMBER.fullmatch(text) else text


def _part(above: re.Match[str], lines: list[str]) -> Any:
    """The list or map below a key that has nothing on its own line."""
    if above.lastindex != 1:
        return _UNKNOWN
    items = [_ITEM.fullmatch(line) for line in lines]
    if all(items):
        return _items(items)
    entries = [_PART_ENTRY.fullmatch(line) for line in lines]
    return _maps(entries) if all(entries) else _UNKNOWN


def _items(items: list[re.Match[str] | None]) -> Any:
    found = [item for item in items if item]
    if any(item[1] != found[0][1] for item in found):
        return _UNKNOWN
    return [_text(item) for item in found]


def _text(match: re.Match[str]) -> Any:
    group = match.lastindex or 0
    unquoted = match.re.groups
    return _plain(match[unquoted].rstrip(" ")) if group == unquoted else match[group]


def _maps(entries: list[re.Match[str] | None]) -> Any:
    """One map, or a list of maps whose first lines begin with a hyphen."""
    found = [entry for entry in entries if entry]
    first = found[0][1]
    inner = " " * len(first)
    if not first:
        return _UNKNOWN
    listed = first != inner
    maps: list[dict[str, Any]] = [] if listed else [{}]
    for entry in found:
        if listed and entry[1] == first:
            maps.append({})
        elif entry[1] != inner:
            return _UNKNOWN
        if entry[2] in maps[-1] or entry[2] in _NAMED:
            return _UNKNOWN
        maps[-1][entry[2]] = _text(entry)
    return maps if listed else maps[0]

"""Workbooks for editors: headings in both languages, notes with each field's rule, drop-down lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from congtinh.languages import Bilingual, Language
from congtinh.opendata.sheet_xml import DAY, HEAD, MANDATORY, QUIET, TEXT, WRAPPED, letters
from congtinh.opendata.workbooks import Note, SheetOf, sheet_name
from congtinh.sheets.columns import (
    BODY,
    FILE,
    FILE_LABEL,
    TEXT_LABEL,
    Keys,
    heading_words,
    list_field,
    shape_at,
)
from congtinh.sheets.filling import NO, YES
from congtinh.sheets.outgoing import Address, Cell, worded
from congtinh.sheets.shapes import Kind
from congtinh.vocabulary.registry import Vocabularies

LAST_ROW = 20_000
"""The last row that notes and drop-down lists reach."""
HEAD_ROWS = 3
LISTS = "_danh-muc"
MOST_WORDS = 2_000

_ID = Bilingual("Định danh", "Identifier")
_STYLES: dict[Kind, int] = {"day": DAY, "whole": WRAPPED, "number": WRAPPED}
_WIDE = ("title", "summary", BODY)


class Lists:
    """The words of drop-down lists, a column each on a hidden sheet."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        self.columns: dict[str, list[str]] = {}

    def source(self, name: str) -> str:
        """The range with the words of a vocabulary, or with yes and no; empty for one too long."""
        words = self.words(name)
        if not words or len(words) > MOST_WORDS:
            return ""
        self.columns[name] = words
        column = letters(list(self.columns).index(name) + 1)
        return f"'{LISTS}'!${column}$1:${column}${len(words)}"

    def words(self, name: str) -> list[str]:
        """The labels of a vocabulary, or yes and no."""
        if name == YES:
            return [YES, NO]
        if name not in self.vocabularies:
            return []
        return [worded(term.code, name, self.vocabularies) for term in self.vocabularies[name]]

    def sheet(self) -> SheetOf:
        deepest = max(map(len, self.columns.values()), default=0)
        rows = [[words[n] if n < len(words) else None for words in self.columns.values()] for n in range(deepest)]
        return SheetOf(LISTS, (), rows, is_hidden=True, is_filtered=False)


class Head(NamedTuple):
    """One column of a sheet: what it holds, its three headings, its note."""

    address: Address
    vi: str
    en: str
    name: str
    is_mandatory: bool
    style: int
    rule: str
    vocabulary: str


def head_of(model: type[BaseModel], address: Address) -> Head:
    """The headings over what an address holds."""
    keys, language = address
    suffix = " (en)" if language == "en" else ""
    shape = shape_at(model, keys)
    name = written_keys(keys)
    label = {"id": _ID, FILE: FILE_LABEL, BODY: TEXT_LABEL}.get(name)
    if label is not None:
        return Head(address, label.vi + suffix, label.en + suffix, name + suffix, False, TEXT, "", "")
    if shape is None or len(keys) > 1:
        style = _STYLES.get(shape.kind, TEXT) if shape and not shape.several else TEXT
        return Head(address, name + suffix, name + suffix, name + suffix, False, style, "", "")
    facts = shape.facts
    vi, en = (heading_words(model, name, one) for one in ("vi", "en"))
    star = " *" if facts.mandatory and language == "vi" else ""
    listed = "Nhiều mục cách nhau bằng dấu chấm phẩy. " if shape.several and not facts.rule_vi else ""
    rule = f"{facts.rule_vi}\n{listed}{facts.rule_en}".strip()
    vocabulary = YES if shape.kind == "flag" else "" if shape.several else facts.vocabulary
    style = TEXT if shape.several else _STYLES.get(shape.kind, TEXT)
    return Head(address, vi + suffix + star, en + suffix + star, name + suffix, bool(star), style, rule, vocabulary)


def written_keys(keys: Keys) -> str:
    """``images[1].alt``, as a heading says it."""
    text = ""
    for key in keys:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def sheet_of(
    name: str, heads: Sequence[Head], rows: Iterable[Mapping[Address, Cell]], lists: Lists,
    example: Sequence[str] = (),
) -> SheetOf:  # fmt: skip
    """A sheet under these headings; ``rows`` have the cell at each address."""
    cells: list[list[Cell | None]] = [[row.get(head.address) for head in heads] for row in rows]
    quiet: list[list[int]] = []
    if example:
        cells, quiet = [list(example), *cells], [[QUIET]]
    notes = [note for place, head in enumerate(heads, 1) for note in _notes(place, head, lists)]
    return SheetOf(
        name,
        ([h.vi for h in heads], [h.name for h in heads], [h.en for h in heads]),
        cells,
        [_width(head) for head in heads],
        [head.style for head in heads],
        ([MANDATORY if h.is_mandatory else HEAD for h in heads], (QUIET,), (QUIET,)),
        frozenset((2,)),
        quiet,
        notes,
    )


def _notes(place: int, head: Head, lists: Lists) -> Iterable[Note]:
    source = lists.source(head.vocabulary) if head.vocabulary else ""
    title = head.vi
    text = head.rule or (f"{head.vi}\n{head.en}" if source else "")
    if head.is_mandatory:
        text = f"Bắt buộc. / Mandatory.\n{text}".strip()
    if text:
        yield Note(place, 1, HEAD_ROWS, title, text)
    if text or source:
        yield Note(place, HEAD_ROWS + 1, LAST_ROW, title, text, source)


def _width(head: Head) -> int:
    return 48 if head.address[0][0] in _WIDE else max(14, min(30, len(head.vi) + 2))


def part_sheet_name(model: type[BaseModel], field: str, language: Language) -> str:
    """The name of the sheet that holds the parts of a field: its label, or its name where that says more."""
    suffix = " (en)" if language == "en" else ""
    name = sheet_name(heading_words(model, field, "vi") + suffix)
    found = list_field(model, name)
    if found and found.keys == (field,) and found.language == language:
        return name
    return f"{field}{suffix}"


def example_of(heads: Sequence[Head], lists: Lists, today: dt.date) -> list[str]:
    """A row that shows how to write and is not read: its first cell begins with ``#``."""
    shown = []
    for head in heads:
        words = lists.words(head.vocabulary)
        day = f"{today:%d/%m/%Y}" if head.style == DAY else ""
        shown.append(words[0] if words else day)
    return ["# ví dụ, không được đọc / example, not read", *shown[1:]]

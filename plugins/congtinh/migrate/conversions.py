"""Conversions of a map by name: one old value to one value of a record."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from congtinh.numbering import parse
from congtinh.records.fields import parse_day
from congtinh.text.syllables import is_syllable
from congtinh.vocabulary.issuing_bodies import issuers_named, issuers_of_symbol
from congtinh.vocabulary.registry import Vocabularies

_NUMBERING = re.compile(r"[\dIVXLC]+(?:\.\d+)*[.)]?\s+")
_NAMES = (
    "Việt Nam",
    "Hồ Chí Minh",
    "Chính phủ",
    "Trung ương",
    "Quốc hội",
    "Nhà nước",
    "Đảng",
    "Đoàn",
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion sees: the vocabularies, the row, the record's values so far, the notes."""

    vocabularies: Vocabularies
    row: Mapping[str, Any]
    values: Mapping[str, Any]
    notes: Counter[str]


Convert = Callable[[Any, str, Conversion], Any]


def issuer(value: Any, _: str, given: Conversion) -> Any:
    """Codes of the bodies named; where one is unknown those of the symbol, else the name."""
    if value in (None, ""):
        return None
    text = str(value)
    named = issuers_named(text, given.vocabularies)
    if not named:
        return issuers_by_symbol(None, "", given) or (
            sentence(text, "", given) if text.isupper() else text
        )
    return [term.code for term in named]


def issuers_by_symbol(value: Any, _: str, given: Conversion) -> Any:
    """Codes of the bodies whose symbol the document's number bears."""
    if value not in (None, "", []):
        return value
    number = parse(str(given.values.get("symbol") or ""))
    for symbol in (number.issuer or "", re.sub(r"\d+\Z", "", number.issuer or "")):
        terms = issuers_of_symbol(symbol, given.vocabularies["issuers"]) if symbol else ()
        if terms:
            return [term.code for term in terms]
    return None


def document_type(value: Any, _: str, given: Conversion) -> Any:
    """The code of the type: as named; else of the symbol, where one type alone has it; else of the title."""
    types = given.vocabularies["document_types"]
    if value not in (None, ""):
        term = types.find(str(value))
        return term.code if term else str(value)
    code = parse(str(given.values.get("symbol") or "")).type_code
    bearing = [term.code for term in types if code and code == term.text("abbreviation")]
    if len(bearing) == 1:
        return bearing[0]
    title = str(given.values.get("abstract") or given.values.get("title") or "").casefold()
    fitting = [term for term in types if title.startswith(term.label.vi.casefold() + " ")]
    return max(fitting, key=lambda term: len(term.label.vi)).code if fitting else None


def document_class(value: Any, _: str, given: Conversion) -> Any:
    """The class by type and number: a normative type whose number names a year is a legal normative document."""
    if value not in (None, ""):
        return value
    term = given.vocabularies["document_types"].get(str(given.values.get("doc_type") or ""))
    number = parse(str(given.values.get("symbol") or ""))
    if term and term.flag("normative") and number.names_year:
        return "vbqppl"
    return term.text("doc_class", "hanh-chinh") if term else "hanh-chinh"


def date(value: Any, option: str, given: Conversion) -> Any:
    """A day as 2026-11-09; ``date:lenient`` leaves out what is no day, and counts it."""
    if value in (None, ""):
        return None
    try:
        day = parse_day(re.split(r"[T ]", str(value).strip())[0])
    except ValueError:
        if option != "lenient":
            return value
        given.notes["date"] += 1
        return None
    return day.isoformat() if isinstance(day, dt.date) else value


def sentence(value: Any, _: str, given: Conversion) -> Any:
    """Words in capitals as a sentence; names of the state and abbreviations keep their capitals."""
    if not isinstance(value, str) or not value.isupper():
        return value
    words = (
        w if len(w) > 1 and w.isalpha() and not is_syllable(w) else w.lower()
        for w in re.split(r"(\W+)", value)
    )
    text = "".join(words)
    for name in _NAMES:
        text = re.sub(rf"\b{name}\b", name, text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def capitalise(value: Any, _: str, given: Conversion) -> Any:
    """The first letter in capital, the rest as it is."""
    return value[:1].upper() + value[1:] if isinstance(value, str) else value


def split(value: Any, option: str, given: Conversion) -> Any:
    """A list from text that ``option`` (``;`` by default) divides."""
    if not isinstance(value, str):
        return value
    return [part.strip() for part in value.split(option or ";") if part.strip()]


def strip_prefix(value: Any, option: str, given: Conversion) -> Any:
    """The text without ``option``, a template, at its beginning, whatever the case; whole where nothing is left."""
    if not isinstance(value, str):
        return value
    prefix = fill(option, given.row).strip()
    if prefix and value.casefold().startswith(prefix.casefold()):
        return value[len(prefix) :].lstrip(" :,.-–") or value
    return value


def strip_numbering(value: Any, option: str, given: Conversion) -> Any:
    """``41.11 Thể dục, thể thao`` without its number; each of a list."""
    if isinstance(value, list):
        return [strip_numbering(part, option, given) for part in value]
    return _NUMBERING.sub("", value, count=1) if isinstance(value, str) else value


def one_line(value: Any, _: str, given: Conversion) -> Any:
    """Text with every run of spaces and line ends as one space."""
    return " ".join(value.split()) if isinstance(value, str) else value


def text(value: Any, _: str, given: Conversion) -> Any:
    """A number as text."""
    return value if value is None or isinstance(value, bool | list | dict) else str(value)


def lines(value: Any, option: str, given: Conversion) -> Any:
    """A list from the lines of a text; ``option``, a pattern, begins a line of its own too."""
    if not isinstance(value, str):
        return value
    parted = re.sub(rf"(?<=\S)[ \t]+(?={option})", "\n", value) if option else value
    return [line.strip() for line in parted.split("\n") if line.strip()]


def terms(value: Any, option: str, given: Conversion) -> Any:
    """Labels of the vocabulary ``option`` that commas join, as codes; some labels have commas themselves."""
    if not isinstance(value, str):
        return value
    pieces = [piece.strip() for piece in value.split(",")]
    found: list[str] = []
    while pieces:
        known = (
            (length, term)
            for length in range(len(pieces), 0, -1)
            if (term := given.vocabularies[option].find(", ".join(pieces[:length])))
        )
        length, term = next(known, (1, None))
        found.append(term.code if term else pieces[0])
        pieces = pieces[length:]
    return [word for word in dict.fromkeys(found) if word]


def unless(value: Any, option: str, given: Conversion) -> Any:
    """Nothing where the value is just the words ``option``, such as “Không có thông tin”."""
    same = isinstance(value, str) and value.strip(" .").casefold() == option.strip(" .").casefold()
    return None if same else value


def has(value: Any, option: str, given: Conversion) -> Any:
    """Whether the text, or one of the list, holds the words ``option``."""
    words = value if isinstance(value, list) else [value or ""]
    return any(option.casefold() in str(one).casefold() for one in words)


CONVERSIONS: Mapping[str, Convert] = {
    "issuer": issuer,
    "issuer_of_symbol": issuers_by_symbol,
    "document_type": document_type,
    "document_class": document_class,
    "date": date,
    "title_case_sentence": sentence,
    "capitalise": capitalise,
    "split": split,
    "strip_prefix": strip_prefix,
    "strip_numbering": strip_numbering,
    "one_line": one_line,
    "text": text,
    "lines": lines,
    "terms": terms,
    "unless": unless,
    "has": has,
}
"""Name in a map to conversion; ``name:option`` gives the option."""

_PLACE = re.compile(r"\{([^{}]+)\}")


def fill(template: str, row: Mapping[str, Any]) -> str:
    """``{path}`` places filled from the row; nothing where the row has none."""
    return _PLACE.sub(
        lambda match: str(at(row, match[1]) if at(row, match[1]) is not None else ""), template
    )


def at(row: Any, path: str) -> Any:
    """The value at ``a.b.0``; a column whose name holds dots is found by its whole name."""
    if isinstance(row, Mapping) and path in row:
        return row[path]
    head, dot, rest = path.partition(".")
    if isinstance(row, Mapping):
        return at(row[head], rest) if dot and head in row else None
    if isinstance(row, list) and head.isdigit() and int(head) < len(row):
        return at(row[int(head)], rest) if dot else row[int(head)]
    return None

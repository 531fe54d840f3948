"""Citations by number: “Nghị định số 43/2011/NĐ-CP”, “số 02/2021/NĐ-CP”, “29-NQ/TW”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.citations.dates import date_after
from congtinh.citations.number_words import Lead, lead_before, says_number
from congtinh.citations.type_words import type_of_number
from congtinh.numbering import DocumentNumber, parse

_UP = "A-ZĐÐƯƠÔÂĂÊ"
_SIGN = r"\s{0,2}[/–‑−-]\s{0,2}"
_GROUP = rf"[{_UP}][{_UP}0-9]*(?:(?!ngày|của|về|do)[a-zđ]{{1,2}}[{_UP}0-9]*){{0,3}}(?:&[{_UP}]+)*"
_SMALL = r"[a-zđ]{1,6}\d{0,2}"
_NUMBER = re.compile(
    rf"""(?P<digits>\d{{1,5}}[a-zđA-Z]?(?:\.\d{{1,2}})?)
         (?:{_SIGN}(?P<year>(?:19|20)\d\d)(?!\d))?
         (?:{_SIGN}(?P<symbol>{_GROUP}(?:{_SIGN}{_GROUP})*(?:(?<=/L)[.-]\d{{1,3}})?(?=ngày|của|về|do\s|[^\w]|\Z)
                             |{_SMALL}(?:-{_SMALL})*(?!\w)))?""",
    re.VERBOSE,
)
_TRIGGER = re.compile(r"\d[a-zđA-Z]?\s{0,2}[/–‑−-]\s{0,2}(?:(?:19|20)\d\d(?!\d)|[^\W\d_])")
_DIGITS = re.compile(r"(?<![\w.,])\d{1,5}(?:\.\d{1,2})?\Z|(?<=số)\d{1,5}\Z")
_IN_ADDRESS = frozenset("/\\@=?&#-_%+~.")
_FILE = re.compile(r"[/_@=]|\.[A-Za-z]{2,4}(?!\w)|-\w")
_OF_THE_STATE = re.compile(r"(?:UBTV)?QH\d+|CP|TTg|CTN|HĐBT|HĐCP|TW|(?:HĐND|UBND)\b.*")

LISTED = re.compile(r"\s*(?:[,;]|và|hoặc|and|or)\s*", re.IGNORECASE)
"""What stands between documents in a row."""


class Numbered(NamedTuple):
    """A number in a text with the words that belong to it.

    ``start`` is that of the type word, or of “số”, or of the number itself; ``doc_type`` and
    ``name`` (that of a law, as written) are “” where the text does not say them.
    """

    start: int
    number_start: int
    end: int
    number: DocumentNumber
    doc_type: str
    name: str


def numbered(text: str, language: str = "vi") -> Iterator[Numbered]:
    """Each number of an instrument, in order."""
    done = listed = 0
    for trigger in _TRIGGER.finditer(text):
        digits = _DIGITS.search(text, max(done, trigger.start() - 8), trigger.start() + 1)
        found = _NUMBER.match(text, digits.start()) if digits else None
        if found and (one := _judged(text, found, language, done, listed)):
            done = one.end
            listed = date_after(text, done, language).end
            yield one


def _judged(
    text: str, found: re.Match[str], language: str, done: int, listed: int
) -> Numbered | None:
    """The number that was found, unless it is a date, an address, a file, a form …

    ``listed`` is where the citation before it ends, ``done`` its number.
    """
    start, end = found.span()
    if not (found["symbol"] or found["year"]) or _FILE.match(text, end):
        return None
    if start and text[start - 1] in _IN_ADDRESS:
        return None
    number = parse(found[0])
    if number.number is None:
        return None
    lead = lead_before(text, start, language, max(done, start - 220), number)
    if lead.is_form or not (
        _fits(found, lead) if lead.word else _stands_alone(found, number, text, listed)
    ):
        return None
    return Numbered(
        lead.start, start, end, number, lead.doc_type or type_of_number(number), lead.name
    )


def _fits(found: re.Match[str], lead: Lead) -> bool:
    """Whether the number may follow the type word: “Báo cáo 6/2019” is of June."""
    symbol = found["symbol"]
    if symbol is None:
        return lead.has_no or lead.is_strong
    return not symbol.islower() or _is_known(parse(found[0]))


def _stands_alone(found: re.Match[str], number: DocumentNumber, text: str, listed: int) -> bool:
    """Whether a number without a type word before it is surely one of an instrument.

    “12-CP” is a seat or a lot too, unless “số” stands before it or another number it is listed with.
    """
    symbol = found["symbol"]
    if symbol is None or text[found.start() - 1 : found.start()] == ":":
        return False
    if number.year:
        return _is_known(number)
    if number.type_code:
        return number.issuer is not None
    said = says_number(text, found.start())
    if not said and "/" not in text[found.end("digits") : found.start("symbol")]:
        return bool(listed and LISTED.fullmatch(text, listed, found.start()))
    return bool(_OF_THE_STATE.fullmatch(number.issuer or "")) or (
        said and number.is_official_letter
    )


def _is_known(number: DocumentNumber) -> bool:
    return number.type_code is not None or bool(_OF_THE_STATE.fullmatch(number.issuer or ""))

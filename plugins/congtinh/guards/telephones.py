"""Mobile telephones of persons; not those of hotlines and of offices in their contact blocks."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from congtinh.guards.context import Context
from congtinh.guards.finding import Finding, masked_number, plain_digits
from congtinh.guards.runs import Number

_GOODS_SHAPE = (4, 2, 2, 2)
_SYMBOL = re.compile(r"\s?/\s?(?:[A-ZĐ]{2}|\d{4}/)")
_MONEY = re.compile(r"\s*(?:đồng|đ\b|VNĐ|VND|USD|triệu|tỷ|tỉ\b|%)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?;]\s+(?=[A-ZÀ-ỸĐ])|\n\s*\n")

_LOOSE = re.compile(r"(?<![\d./-])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d/-])")
_ANY = re.compile(r"(?<![\w./-])\+?\d(?:[ .-]{0,2}\d){7,14}(?![\w/-])")
_DAY = re.compile(r"\d{1,2}[ .-]\d{1,2}[ .-]\d{4}\Z|\d{4}-\d\d-\d\d\Z")
_SOON_AFTER = re.compile(r"[^\d;\n]{0,25}\Z")
_BEFORE = 50


def telephones_of_citizens(context: Context, by_citizen: bool) -> Iterator[Finding]:
    """What may be a citizen's telephone: any mobile one; in a citizen's own words any after its name."""
    for found in _LOOSE.finditer(context.text):
        is_other = context.label(found.start()) == "of-things" or context.in_address(found.start())
        if not is_other and (by_citizen or not _is_hotline(context, found.start())):
            yield _as_found(found)
    for found in _ANY.finditer(context.text) if by_citizen else ():
        if not _DAY.match(found[0]) and _is_named(context, found.start()):
            yield _as_found(found)


def _is_hotline(context: Context, at: int) -> bool:
    return context.words.hotline.search(_CLAUSE_END.split(context.block_before(at))[-1]) is not None


def _is_named(context: Context, at: int) -> bool:
    """Whether the word for a telephone stands soon before a place."""
    before = context.text[max(0, at - _BEFORE) : at]
    last = deque(context.words.labels.finditer(before), 1)
    return bool(last) and last[0].lastgroup == "telephone" and _SOON_AFTER.match(before, last[0].end()) is not None


def _as_found(found: re.Match[str]) -> Finding:
    digits = plain_digits(found[0])
    return Finding("telephone", *found.span(), digits, masked_number(digits))


def telephone_in(number: Number, context: Context) -> Finding | None:
    """The number as a private telephone, where it is one."""
    national = _national(number, context.text)
    if not national or not _is_mobile(national, context):
        return None
    label = context.label(number.start)
    if label == "of-things" or label in context.words.digits:
        return None
    if label != "telephone" and not _is_plain(number, national, context):
        return None
    if _is_of_office(number, context):
        return None
    return Finding("telephone", number.start, number.end, national, masked_number(national))


def _national(number: Number, text: str) -> str:
    """The digits with the 0 of the country; empty where their count is another."""
    digits, before = number.digits, text[max(0, number.start - 2) : number.start]
    if digits.startswith("0084"):
        digits = "0" + digits[4:].removeprefix("0")
    elif digits.startswith("84") and (before.endswith("+") or len(digits) == 11):
        digits = "0" + digits[2:].removeprefix("0")
    return digits if len(digits) in (10, 11) else ""


def _is_mobile(national: str, context: Context) -> bool:
    words = context.words
    return national.startswith(words.mobile) if len(national) == 10 else national.startswith(words.old_mobile)


def _is_plain(number: Number, national: str, context: Context) -> bool:
    """Whether a number without a label looks like a telephone and like nothing else."""
    text = context.text
    before = text[max(0, number.start - 2) : number.start]
    if before.endswith("+"):
        return True
    is_decimal = before[-1:] in (".", ",") and before[:1].isdigit()
    if is_decimal or number.before == "." or number.after == "." or context.in_address(number.start):
        return False
    if _SYMBOL.match(text, number.end) or _MONEY.match(text, number.end):
        return False
    if number.shape == _GOODS_SHAPE and (national.endswith("00") or context.speaks_of_goods):
        return False
    return len(national) == 10 and number.digits[0] == "0" and number.shape[0] >= 3 and len(number.shape) <= 5


def _is_of_office(number: Number, context: Context) -> bool:
    """A hotline, or the number of an office with nobody named beside it."""
    block = context.block_before(number.start)
    clause = _CLAUSE_END.split(block)[-1]
    words = context.words
    row = context.line(number.start) if context.heading(number.start) else ""
    if any(words.hotline.search(part) for part in (clause, row, context.heading(number.start))):
        return True
    around = clause + " # " + context.line_after(number.end) + row
    if words.person.search(around) or words.name.search(around):
        return False
    return words.organisation.search(clause + row) is not None and _is_contact(number, context)


def _is_contact(number: Number, context: Context) -> bool:
    return context.label(number.start) == "telephone" or bool(context.heading(number.start))

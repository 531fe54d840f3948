"""Identity numbers of persons: citizen and identity cards, passports, social and health insurance, tax."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.guards.context import REACH, Context
from congtinh.guards.finding import Finding, masked_number, plain_digits
from congtinh.guards.runs import Number

LATEST_BIRTH = 2030
_SHAPES = {
    (12,), (3, 9), (3, 3, 6), (3, 3, 3, 3), (4, 4, 4), (6, 6), (4, 8), (3, 1, 8), (3, 1, 2, 6), (4, 2, 6),
    (9, 3), (6, 3, 3), (3, 3, 3, 2, 1), (3, 4, 5), (3, 6, 3), (2, 10), (5, 7), (7, 5), (8, 4), (1,) * 12,
}  # fmt: skip
"""How twelve digits are grouped where nothing says that they are an identity number."""
_MONEY = re.compile(r"\s*(?:đồng|đ\b|VNĐ|VND|USD|triệu|tỷ|tỉ\b|%|đến\s+\d|m2|m²|m3|ha\b|kg\b|tấn)", re.IGNORECASE)
_CARD = re.compile(
    r"(?<![\d./-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/-]|[.,]\d)"
    r"|(?<![\w.,/-])(?<!84[ .])(?:\d{12}|\d{9})(?![\w/-]|[.,]\d)"
)
_OF_CARD = re.compile(r"(?<![\w./-])[A-Z]{0,2} ?\d(?:[ .]?\d){6,13}(?![\w/-]|[.,]\d)")
_DAY = re.compile(r"\d{1,2}[ .]\d{1,2}[ .]\d{4}\Z")
_SYMBOL = re.compile(r"\s?/\s?(?!CCCD|CMND)(?:[A-ZĐ]{2}|\d{4}/)")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}\Z", re.IGNORECASE)
_ISSUED = re.compile(
    r"\W{0,3}\s*\(?\s*(?:do|,?\s*(?:nơi\s+)?cấp|ngày\s+cấp|issued)\b[^\n.;]{0,60}?"
    r"(?:Công an|\bCA\s|C\.A|Cục (?:Cảnh sát|CS|QLHC)|Police)"
)
_LETTERED = {
    "passport": re.compile(r"(?<![0-9A-Za-z])[A-Z]{1,2}[ .]?\d(?:[ .]?\d){5,7}(?![0-9A-Za-z])"),
    "health-card": re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}[ .-]?\d(?:[ .-]?\d){12}(?![0-9A-Za-z])"),
}


def identity_in(number: Number, context: Context) -> Finding | None:
    """The number as an identity number of a person, where it is one."""
    count = len(number.digits)
    if count == 12 and _has_structure(number.digits, context) and _stands_alone(number, context):
        label = context.label(number.start)
        if label in context.words.digits or (label != "of-things" and _is_plain(number, context)):
            return _finding(number)
    if count in (8, 9, 10, 11, 12) and len(set(number.digits)) > 1:
        return _labelled(number, context)
    return None


def _has_structure(digits: str, context: Context) -> bool:
    """Province, century with sex, year of birth (NĐ 137/2015/NĐ-CP, Điều 13; TT 59/2021/TT-BCA)."""
    century, year = int(digits[3]) // 2, int(digits[4:6])
    return digits[:3] in context.words.provinces and 1900 + 100 * century + year < LATEST_BIRTH


def _stands_alone(number: Number, context: Context) -> bool:
    """Whether the digits are a number of their own, not the middle of a longer one."""
    if number.before in (".", ",") or (number.after in (".",) and number.neighbours[1] == 3):
        return False
    is_thousands = number.before == " " and number.neighbours[0] <= 3 and number.shape == (3, 3, 3, 3)
    return not is_thousands or context.speaks_of_cards


def _is_plain(number: Number, context: Context) -> bool:
    """Whether a number without a label looks like an identity number and like nothing else."""
    text = context.text
    before = text[max(0, number.start - 30) : number.start]
    return (
        number.shape in _SHAPES
        and number.is_even
        and not (before[-1:] in (".", ",") and before[-2:-1].isdigit())
        and not _SYMBOL.match(text, number.end)
        and not _MONEY.match(text, number.end)
        and not _UUID.search(before)
        and not context.in_address(number.start)
    )


def _labelled(number: Number, context: Context) -> Finding | None:
    """A number that the words before it, over its column or after it call one of a person."""
    label = context.label(number.start)
    counts = context.words.digits.get(label)
    if counts is None:
        is_long = len(number.digits) in (9, 12) and label != "of-things" and number.before in ("", " ")
        return _finding(number) if is_long and _is_card(number, context) else None
    if not _is_of_length(number, counts, context):
        return None
    return None if _is_money(number, context.text) else _finding(number)


def _is_card(number: Number, context: Context) -> bool:
    """Whether the office that gave it out is named after the number, or it stands in a list of cards."""
    if _ISSUED.match(context.text, number.end):
        return True
    is_one = len(number.shape) == 1 and not number.digits.endswith("000")
    return is_one and context.is_listed(number.start)


def _is_of_length(number: Number, counts: tuple[int, ...], context: Context) -> bool:
    """A spreadsheet drops the zeros in front: in a column a number may be one or two shorter."""
    length = len(number.digits)
    if length in counts:
        return True
    in_column = number.shape == (length,) and bool(context.heading(number.start))
    return in_column and number.digits[0] != "0" and any(0 < count - length <= 2 for count in counts)


def _is_money(number: Number, text: str) -> bool:
    is_round = "." in number.gaps and number.digits.endswith("000") and number.digits[0] != "0"
    return bool(is_round or (number.gaps != () and _MONEY.match(text, number.end)))


def lettered(context: Context) -> Iterator[Finding]:
    """Numbers with letters in front, after the words that name them: passports, health cards."""
    text, words = context.text, context.words
    for code, form in words.forms.items():
        for named in words.lettered[code].finditer(text, context.folded):
            for found in _LETTERED[form].finditer(text, named.end(), _end_of(text, named.end())):
                if context.label(found.start()) == code:
                    number = found[0][:2].strip() + plain_digits(found[0][2:])
                    yield Finding("identity", *found.span(), found[0], masked_number(number))


def numbers_of_citizens(context: Context) -> Iterator[Finding]:
    """What may be an identity number where a citizen is spoken of, whatever its structure.

    Nine or twelve digits, or seven and more after the name of a card.
    """
    for found in _CARD.finditer(context.text):
        if context.label(found.start()) != "of-things" and not context.in_address(found.start()):
            yield _as_found(found)
    for found in _OF_CARD.finditer(context.text):
        other = _DAY.match(found[0]) or _MONEY.match(context.text, found.end())
        if not other and context.label(found.start()) in ("citizen-card", "passport"):
            yield _as_found(found)


def _as_found(found: re.Match[str]) -> Finding:
    letters = re.sub(r"[\d\s.]", "", found[0])
    return Finding("identity", *found.span(), found[0], masked_number(letters + plain_digits(found[0])))


def _end_of(text: str, at: int) -> int:
    """How far the words at a place reach: to the end of a table, or some way."""
    line = text[text.rfind("\n", 0, at) + 1 : at + 200].partition("\n")[0]
    if "|" not in line:
        return at + REACH
    end = text.find("\n\n", at)
    return end if end >= 0 else len(text)


def _finding(number: Number) -> Finding:
    return Finding("identity", number.start, number.end, number.digits, masked_number(number.digits))

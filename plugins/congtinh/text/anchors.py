"""The anchors of units of legal text (``text.articles``): told apart from others, and read out in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from congtinh.languages import Language

_PART = re.compile(
    r"(?:(?P<annex>phan-kem-theo|phu-luc)(?:-(?P<annexed>\d+[a-z]*))?"
    r"|(?P<unit>tieu-muc|phan|chuong|muc|dieu|khoan)-"
    r"(?P<number>\d+[a-z]{0,3}"
    r"(?:-(?:\d+[a-z]{0,3}|(?!(?:tieu|muc|dieu|khoan|diem)-)[a-z]{1,5}(?=-\d)))*)"
    r"|(?P<point>diem)-(?P<letter>[a-z]{1,2}\d?))(?:-|\Z)"
)
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_WORDS = {
    "vi": {
        "phan-kem-theo": "văn bản kèm theo", "phu-luc": "Phụ lục", "phan": "Phần",
        "chuong": "Chương", "muc": "Mục", "tieu-muc": "Tiểu mục", "dieu": "Điều",
        "khoan": "khoản", "diem": "điểm",
    },
    "en": {
        "phan-kem-theo": "attached text", "phu-luc": "Appendix", "phan": "Part",
        "chuong": "Chapter", "muc": "Section", "tieu-muc": "Subsection", "dieu": "Article",
        "khoan": "Clause", "diem": "Point",
    },
}  # fmt: skip


class UnitPart(NamedTuple):
    """One step of an anchor: the unit (``dieu``, ``khoan`` …) and its number as the anchor has it."""

    unit: str
    number: str


@lru_cache(maxsize=4096)
def parts_of(anchor: str) -> tuple[UnitPart, ...]:
    """The units that an anchor names, the outermost first; none where it is no such anchor."""
    parts, at = [], 0
    while at < len(anchor):
        found = _PART.match(anchor, at)
        if found is None or anchor.endswith("-"):
            return ()
        unit = found["annex"] or found["unit"] or found["point"]
        parts.append(UnitPart(unit, found["annexed"] or found["number"] or found["letter"] or ""))
        at = found.end()
    return tuple(parts)


def above(anchor: str) -> tuple[str, ...]:
    """The anchors that one of a clause or point stands under, the nearest first; of others none."""
    found, parts = [], parts_of(anchor)
    while parts and parts[-1].unit in ("khoan", "diem"):
        anchor = anchor.removesuffix(f"-{parts[-1].unit}-{parts[-1].number}")
        parts = parts[:-1]
        if not parts:
            break
        found.append(anchor)
    return tuple(found)


def spelled(anchor: str, language: Language) -> str:
    """An anchor in words: ``điểm đ khoản 2 Điều 10``, ``Point đ, Clause 2, Article 10``."""
    words = _WORDS[language]
    said = [f"{words[part.unit]} {_number(part)}".strip() for part in reversed(parts_of(anchor))]
    return (", " if language == "en" else " ").join(said)


def _number(part: UnitPart) -> str:
    if part.unit in ("phan", "chuong", "phu-luc") and part.number.isdigit() and int(part.number) < 90:
        return _roman(int(part.number))
    if "-" in part.number:  # of the codified law: 3.3.NĐ.1
        return part.number.replace("-", ".").upper()
    return part.number.replace("dd", "đ")


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs

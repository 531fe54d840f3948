"""Amounts of money: Vietnamese đồng without decimals, as editors write them and as pages print them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from congtinh.errors import N_
from congtinh.records.fields import fault
from congtinh.text.numbers import number_of

_UNITS = {
    "": 1,
    "đồng": 1,
    "đ": 1,
    "vnđ": 1,
    "vnd": 1,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "nghìn đồng": 1_000,
    "thousand": 1_000,
    "triệu": 1_000_000,
    "tr": 1_000_000,
    "trđ": 1_000_000,
    "million": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
    "billion": 1_000_000_000,
}
_AMOUNT = re.compile(r"([\d.,\s\u00a0\u202f]*\d)\s*(\D*)\Z")
_CURRENCY_FIRST = re.compile(r"(?:vnđ|vnd|đ|₫)\s*(?=\d)", re.IGNORECASE)
_CURRENCY_LAST = re.compile(r"\s*(?:đồng|vnđ|vnd|₫)\Z", re.IGNORECASE)
_MOST = 10**16
"""More than the whole budget of the state: beyond it a zero too many was typed."""
_REMEDY = N_("Write the amount in đồng, such as 1.500.000.000, or 1,5 tỷ, 1500 triệu")


def parse_money(value: object) -> object:
    """``1.500.000.000``, ``1,5 tỷ``, ``1500 triệu đồng``, ``VND 1,500,000,000`` to whole đồng.

    A fault where it is no amount, negative, or no whole number of đồng.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise fault(N_("is not an amount of money"), _REMEDY)
    amount = _amount(str(value).strip())
    if amount is None:
        raise fault(N_("is not an amount of money"), _REMEDY)
    if amount != amount.to_integral_value():
        raise fault(N_("is no whole number of đồng"), _REMEDY)
    if amount > _MOST:
        raise fault(N_("is more than any budget has"), _REMEDY)
    return int(amount)


def _amount(text: str) -> Decimal | None:
    plain = _CURRENCY_FIRST.sub("", text, count=1)
    match = _AMOUNT.match(plain)
    if match is None:
        return None
    words = " ".join(match[2].lower().split()).rstrip(".")
    factor = _UNITS.get(words) or _UNITS.get(_CURRENCY_LAST.sub("", words))
    number = number_of(match[1])
    return None if factor is None or number is None else number * factor


def money_text(amount: int, language: str) -> str:
    """``1.500.000.000 đồng`` or ``VND 1,500,000,000``."""
    if language == "en":
        return f"VND\u00a0{amount:,}"
    return f"{amount:,}".replace(",", ".") + "\u00a0đồng"


Money = Annotated[
    int,
    BeforeValidator(parse_money),
    Field(ge=0),
    WithJsonSchema({"type": ["integer", "string", "number"]}),
]
"""Whole đồng."""
MONEY_RULE = (
    "Số tiền bằng đồng: 1.500.000.000, 1,5 tỷ hoặc 1500 triệu.",
    "An amount in VND: 1.500.000.000.",
)

"""Numbers as people write them in either language, to exact values."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPS = re.compile(r"\d{1,3}(?:([.,\s\u00a0\u202f])\d{3})(?:\1\d{3})*\Z")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)\Z")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)\Z|(\d{1,3}(?:,\d{3})+)\.(\d+)\Z")


def number_of(text: str) -> Decimal | None:
    """``1.500``, ``1,500``, ``1 500`` and ``1500`` are fifteen hundred; ``1,5`` and ``1.5`` one and a half.

    One point or comma before exactly three digits divides thousands, but after a lone zero it is
    that of a fraction.  A minus sign may stand before it, or brackets around it, as accountants
    write; ``None`` where it is no number.
    """
    plain = text.strip().replace("−", "-")
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1].strip()}"
    negative, digits = plain.startswith("-"), plain.removeprefix("-").strip()
    value = _positive(digits)
    return -value if negative and value is not None else value


def _positive(digits: str) -> Decimal | None:
    if digits.isascii() and digits.isdigit():
        return Decimal(digits)
    if _GROUPS.match(digits) and not digits.startswith("0"):
        return Decimal(re.sub(r"\D", "", digits))
    if match := _GROUPED_DECIMAL.match(digits):
        whole, fraction = (match[1], match[2]) if match[1] else (match[3], match[4])
        return Decimal(f"{re.sub(r'[.,]', '', whole)}.{fraction}")
    if match := _DECIMAL.match(digits):
        return Decimal(f"{match[1]}.{match[2]}")
    return None


def written(value: Decimal, language: str) -> str:
    """A number with the marks of a language, its decimals as they are: ``1.234,5`` or ``1,234.5``."""
    told = f"{value:,f}"
    return told if language == "en" else told.translate(str.maketrans(",.", ".,"))

"""Babel: catalogues of words, and dates, numbers and sizes as each language writes them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

PACKAGE_CATALOGUES = Path(__file__).parent / "translations"
PACKAGE_DOMAIN = "congtinh"
THEME_DOMAIN = "messages"


@cache
def catalogue(folder: Path, domain: str, language: str) -> NullTranslations:
    """The words of ``folder/<language>/LC_MESSAGES/<domain>.po``; the ids themselves without it.

    Read from the ``.po`` file, so that an edited word shows at the next build without a step between.
    """
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as source:
        words = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, words)
    compiled.seek(0)
    return GNUTranslations(compiled)


def editors_words(language: str) -> NullTranslations:
    """The package's own words: faults, progress, the closing summary."""
    return catalogue(PACKAGE_CATALOGUES, PACKAGE_DOMAIN, language)


def day(value: dt.date, language: str) -> str:
    """``09/11/2026`` or ``9 November 2026``."""
    if language == "en":
        return format_date(value, "d MMMM y", locale="en_GB")
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def number(value: int | float, language: str) -> str:
    """``3.910.575`` or ``3,910,575``."""
    return format_decimal(value, locale="en_GB" if language == "en" else "vi")


def filesize(size: int, language: str) -> str:
    """A size of bytes as people say it: ``412 KB``, ``1,2 MB``."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{number(round(size / 1000), language)} KB"
    return f"{number(round(size / 1_000_000, 1), language)} MB"

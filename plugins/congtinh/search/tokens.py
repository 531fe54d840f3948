"""Text cut into raw tokens by one expression: words, numbers, and breaks where a piece of a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.text.normal import is_nfc, nfc

BREAK = ""
"""Stands among raw tokens where a piece of a sentence ends; no pair of words reaches across it."""
UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphen and zero-width signs, as a class of characters: they belong to the word around them."""
HYPHENS = "\\-\u2010\u2011–−"
"""Signs that stand for a hyphen, as a class of characters; Word writes the no-break one in symbols."""

_MARKS = "\u0300-\u036f"
_LETTERS = (
    "A-Za-zª²³µ¹ºÀ-ÖØ-öø-\u02ff\u0370-\u1fff\u2070-\u2079\u2080-\u2089\u2c00-\u2dff\u3040-\ud7ff０-９Ａ-Ｚａ-ｚ"
    "\U00010000-\U0001efff"
)
"""Ranges, not Unicode's categories: these are read faster, and alike by every version of it."""
_PASSED = f" \t\u00a0\u2000-\u200a\u202f\u205f\u3000{HYPHENS}_*&'’/@%+#$°~\\\\{_MARKS}{UNSEEN}"

_ANY = f"[{_LETTERS}0-9{_MARKS}{UNSEEN}]"
_GOES_ON = f"(?=[{_LETTERS}0-9])"
_WORD = f"[{_LETTERS}](?:(?:\\.[{_LETTERS}](?!{_ANY}))++|{_ANY}*+(?:['’&][{_LETTERS}]{_ANY}*+)*+)"
_CODE = "[A-Za-zĐđÐ][A-Za-zĐđÐ0-9&]*"
_MORE = f"(?:[/{HYPHENS}](?:{_CODE}|[0-9]+))"
_SYMBOL = f"/[0-9]{{4}}/{_CODE}{_MORE}*|/{_CODE}{_MORE}+|(?:/[0-9]{{4}})?[/{HYPHENS}](?=[A-ZĐÐ]){_CODE}{_MORE}*"
_NUMBER = f"[0-9]+(?:[.,][0-9]+)*{_ANY}*(?:(?:{_SYMBOL}|(?:/[0-9]+[a-z]?)+)(?!{_ANY}))?"
_BREAK = f"(?:[^{_LETTERS}0-9{_PASSED}]|--)[^{_LETTERS}0-9]*+"
_TOKEN = re.compile(f" ?({_WORD}|{_NUMBER})(?:\\.{_GOES_ON})?|{_BREAK}")


def raw_tokens(text: str) -> list[str]:
    """The words and numbers of a text in order, as they are written, with ``BREAK`` between its pieces.

    A piece ends at a line's end, a bracket, a quotation mark, a bullet and any other sign but
    those that stand between words that belong together: a hyphen or en dash (``kinh tế - xã hội``),
    a slash, ``&``, ``%``, ``@`` and the like, and a full stop with no space after it (``TP.HCM``,
    ``skhcn.gov.vn``). Breaks do not follow each other.
    One token are: letters and digits (``QH12``, ``12a``, ``15h30``); letters around an apostrophe
    or ``&`` (``R'lấp``, ``KH&CN``); initials (``U.S``); a figure with its points and commas
    (``1.000.000``, ``3,5``); a date or number with slashes and the symbol after it
    (``13/6/2011``, ``43/2011/NĐ-CP``, ``29-NQ/TW``). A hyphen between figures parts them, so that
    ``2021-2025`` and ``2021 - 2025`` are the same.
    """
    return _TOKEN.findall(text if is_nfc(text) else nfc(text))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each raw token of ``nfc(text)`` in characters; both are one at a break."""
    for match in _TOKEN.finditer(text if is_nfc(text) else nfc(text)):
        start, end = match.span(1)
        yield (start, end) if start >= 0 else (match.start(), match.start())

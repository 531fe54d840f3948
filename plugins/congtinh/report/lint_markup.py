"""Markdown and addresses in the text of a report: what a reader does not read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

STANDS_FOR = "\ufffc"
"""What stands in the words for an address, a piece of code or a place that is still to be filled."""

_FENCE = r"^(?P<tick>```+|~~~+)[^\n]*\n(?:.*?^(?P=tick)[^\n]*$|.*\Z)"
_LEFT_OUT = (
    r"<!--.*?-->|</?[A-Za-z][^<>\n]*>|^[ \t]{0,3}\#{1,6}[ \t]+|^[ \t]*(?:[-+•*–—]|\d{1,2}[.)])[ \t]+"
    r"|^[ \t]*>[ \t]?|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$"
    r"|\*+|(?<![^\W_])_+|_+(?![^\W_])"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|!?\[(?=[^\]\n]*\]\()|(?<=[^\n])\](?=\()"
)
_ADDRESS = (
    r"<(?:https?://|mailto:)[^>\s]+>|(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]]"
    r"|`[^`\n]+`|\{\{.*?\}\}|\{%.*?%\}|\{[\w.:-]+\}"
)
_BARE_ADDRESS = (
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])(?:[\w-]+\.)+(?:gov|com|org|edu|net)\.vn\b(?:/[^\s<>]*[^\s<>.,;:!?)\]])?"
)


def _markup(first: str, address: str) -> re.Pattern[str]:
    """The pattern of markup, which one of the signs of ``first`` begins."""
    whole = f"(?P<fence>{_FENCE})|(?P<address>{address})|(?P<out>{_LEFT_OUT})"
    return re.compile(
        rf"(?=[{first}])(?:{whole}|(?P<cell>[ \t]*\|[ \t]*))", re.MULTILINE | re.DOTALL
    )


_SIGNS = r"`~<#\-+•*–—\d>|:_(\[\]!{hw \t"
_MARKUP = _markup(_SIGNS, _ADDRESS)
_MARKUP_AND_ADDRESSES = _markup(_SIGNS + r"\w.", f"{_ADDRESS}|{_BARE_ADDRESS}")
"""With the addresses that bear no sign; slower, since any word may begin one."""
_HAS_ADDRESS = re.compile(r"@|\.vn\b")


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and what is read instead of each piece that stays."""
    at = 0
    markup = _MARKUP_AND_ADDRESSES if _HAS_ADDRESS.search(text) else _MARKUP
    for found in markup.finditer(text):
        yield at, found.start(), ""
        if found["address"]:
            yield found.start(), found.end(), STANDS_FOR
        elif found["cell"] or found["fence"]:
            yield found.start(), found.end(), "\n"
        at = found.end()
    yield at, len(text), ""

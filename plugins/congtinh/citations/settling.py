"""Names of laws that were not known when a text was read: found now, kept as names, or let go."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from congtinh.citations.citation import Citation
from congtinh.citations.dates import date_after
from congtinh.citations.names import Names, resolve

_STOPS = (
    "được|quy định|thì|có|phải|đã|khi|để|trong|đối với|hiện hành|số|năm|ngày|là|không|do|nếu|trước|sau"
    "|từ|thuộc|như|mà|nên|cho|bao gồm|gồm|trừ|hoặc|hay"
)
_NEXT = "các|những|pháp luật|văn bản|quy định|Luật|Bộ luật|Pháp lệnh|Nghị|Thông tư|Điều"
_REST = r"[^\W_][^\s;.():…\n\0,]*,?"
_NAME = re.compile(
    rf"[^\S\n]+(?!(?:{_STOPS})(?!\w)){_REST}"
    rf"(?:[^\S\n]+(?!(?:{_STOPS}|về)(?!\w))(?!(?:và|cùng|với)\s+(?:{_NEXT})(?!\w)){_REST}){{0,15}}"
)
_LEFT_OPEN = re.compile(r"(?:[\s,]+(?:và|hoặc|của|về|các))*[\s,]*\Z")
_ACRONYM = re.compile(r"\s+[A-ZĐ]{2,}(?!\w)")


def settled(text: str, citations: Iterable[Citation], known: Names) -> Iterator[Citation]:
    """The citations of ``text`` with none left open.

    ``known`` holds the names of the site's own register too. A name that it does not hold is kept,
    without a number, where it surely is one: it begins with a capital letter, or parts or a date
    say so.
    """
    ordered = list(citations)
    for one, after in zip(ordered, [*(c.start for c in ordered[1:]), len(text)], strict=False):
        if not one.open:
            yield one
        elif closed := _known(text, one, known) or _kept(text, one, after):
            yield closed


def _known(text: str, one: Citation, known: Names) -> Citation | None:
    found = resolve(text[one.number_start : one.number_start + 300], known)
    if not found:
        return None
    law, length = found
    end = one.number_start + length
    date = date_after(text, end)
    issued = date.day or (law.issued if law else None)
    return _closed(text, one, end, date.end, law.number if law else "", issued)


def _kept(text: str, one: Citation, limit: int) -> Citation | None:
    name = _NAME.match(text, one.number_end, limit)
    if not name:
        return None
    end = one.number_end + len(_LEFT_OPEN.sub("", name[0]))
    date = date_after(text, end)
    capital = name[0].split()[0][0].isupper()
    sure = capital or one.parts or date.end > end
    foreign = one.doc_type != "luat" and _ACRONYM.match(text, one.number_end)
    if not sure or foreign:
        return None
    return _closed(text, one, end, date.end, "", date.day)


def _closed(
    text: str, one: Citation, name_end: int, end: int, number: str, issued: dt.date | None
) -> Citation:
    name = " ".join(text[one.number_start : name_end].split())
    return replace(
        one, end=end, number=number, number_end=name_end, name=name, issued=issued, open=False
    )

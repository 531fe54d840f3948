"""Words that official documents bear in their frame, in both languages (NĐ 30/2020, Phụ lục I).

The English ones follow TT 03/2009/TT-BNG for Quốc hiệu; the rest are this project's own.
"""

from __future__ import annotations

import datetime as dt
import re

from congtinh.languages import Bilingual, Language
from congtinh.report.document import Cell, Column, ReportDocument
from congtinh.report.number_style import grouped, numeric_day, percent, unbroken, written_day

STATE = Bilingual("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Bilingual("Độc lập - Tự do - Hạnh phúc", "Independence – Freedom – Happiness")
DRAFT = Bilingual("DỰ THẢO", "DRAFT")
RECIPIENTS = Bilingual("Nơi nhận:", "Recipients:")
ADDRESSEES = Bilingual("Kính gửi:", "To:")
_NUMBER = Bilingual("Số:", "No.:")
_ABOUT = Bilingual("V/v", "Re:")
_LETTER = Bilingual("Công văn", "Official letter")
_ROOM = "\u00a0" * 7
_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_END = re.compile(r"[\s.;,/]*\Z")


def number_line(document: ReportDocument) -> str:
    """``Số: 09/BC-SKHCN``, with room where the clerk has given no number yet; two digits at least."""
    return f"{_NUMBER.of(document.language)} {full_number(document)}"


def full_number(document: ReportDocument) -> str:
    """``09/BC-SKHCN``, or the room for the number and the symbol."""
    number = document.number.strip()
    if number.isdecimal() and len(number) == 1:
        number = f"0{number}"
    return f"{number or _ROOM}/{document.symbol}"


def place_line(document: ReportDocument) -> str:
    """``Minh Châu, ngày 05 tháng 7 năm 2026``; room for the day where it is not known."""
    return f"{document.place}, {day_words(document)}"


def day_words(document: ReportDocument) -> str:
    """The document's day in words, or the room for it."""
    if document.day:
        return written_day(document.day, document.language)
    year = str(document.year or _ROOM)
    if document.language == "en":
        return f"{_ROOM}{_ROOM} {year}"
    return f"ngày{_ROOM}tháng{_ROOM}năm {year}"


def about_line(document: ReportDocument) -> str:
    """``V/v`` and what an official letter is about."""
    sign, title = _ABOUT.of(document.language), document.title.strip()
    return title if title.startswith(sign) else f"{sign} {title}"


def closed(text: str) -> str:
    """The last words of a document with ``./.`` after them; nothing of nothing."""
    return f"{_END.sub('', text)}./." if text.strip() else ""


def listed(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Recipients as lines: ``- Như trên;`` … and a stop after the last."""
    plain = [_END.sub("", entry.strip().removeprefix("-").strip()) for entry in entries]
    return tuple(
        f"- {words}{'.' if turn == len(plain) else ';'}" for turn, words in enumerate(plain, 1)
    )


def attached_to(document: ReportDocument) -> str:
    """``(Kèm theo Báo cáo số 09/BC-SKHCN ngày … của Sở …)``, under the name of an annex."""
    kind = document.type_name.capitalize() or _LETTER.of(document.language)
    number = full_number(document)
    if document.language == "en":
        return f"(Attached to {kind} No. {number} of {day_words(document)}, {document.agency})"
    return f"(Kèm theo {kind} số {number} {day_words(document)} của {document.agency})"


def shown(cell: Cell | None, column: Column, language: Language) -> str:
    """A cell's value as it is read: ``3.910.575``, ``88 %``, ``05/7/2026``; ``""`` of nothing."""
    value = cell.value if cell else None
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, dt.date):
        return numeric_day(value) if language == "vi" else written_day(value, language)
    if column.kind == "percent":
        return percent(value, language, decimals=column.decimals)
    return grouped(value, language, decimals=column.decimals)


def clean(text: str) -> str:
    """The text without signs that XML does not know."""
    return _NOT_IN_XML.sub("", text)


def legible(text: str) -> str:
    """The text as it is printed: clean, its percent signs held to their numbers."""
    return unbroken(clean(text))

"""How a document, and a part of one, is named where it is cited."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from congtinh.citations.parts import parts_before
from congtinh.languages import Language
from congtinh.messages import day
from congtinh.pages.cards import issuers
from congtinh.pages.site import N_, Site
from congtinh.records.legal_document import LegalDocument
from congtinh.text.anchors import spelled

_NUMBERED = N_("{type} No. {number}")
_DATED = N_("dated {day}")
_OF = N_("of the {issuer}")
_LONG_DAY = N_("day {day} month {month} year {year}")


def citation(site: Site, record: LegalDocument) -> str:
    """“Quyết định số 21/2026/QĐ-UBND ngày 15 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Minh Châu”.

    Type, number, day of issue and issuer, as NĐ 30/2020/NĐ-CP, Phụ lục I, wants a document cited for
    the first time; of a law its name.  A text without a number goes by its type and abstract.
    """
    kind = site.label("document_types", record.doc_type)
    number, abstract = record.document_number, record.abstract or ""
    if not number.number:
        return f"{site.say('Draft text')}: {abstract or kind}"
    named = abstract if kind and abstract.casefold().startswith(f"{kind} ".casefold()) else kind
    parts = [site.say(_NUMBERED).format(type=named, number=number.canonical).strip()]
    if record.issued:
        parts.append(site.say(_DATED).format(day=_long_day(site, record.issued)))
    if issuer := issuers(site, record):
        parts.append(site.say(_OF).format(issuer=issuer))
    return " ".join(parts)


def _long_day(site: Site, on: dt.date) -> str:
    """“ngày 09 tháng 02 năm 2026”: days to 9 and months 1 and 2 have two digits (NĐ 30/2020/NĐ-CP)."""
    if site.language == "en":
        return day(on, "en")
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return site.say(_LONG_DAY).format(day=f"{on.day:02d}", month=month, year=on.year)


@lru_cache(maxsize=1024)
def clause_in(language: Language, clause: str) -> str:
    """A clause that an editor wrote once, in Vietnamese, for both languages: “Clause 2, Article 5”.

    As it was written where more stands in it than parts of a document.
    """
    start, parts = parts_before(clause, len(clause)) if language == "en" else (0, ())
    is_whole = parts and not clause[:start].strip()
    return "; ".join([spelled(part, language) for part in parts]) if is_whole else clause

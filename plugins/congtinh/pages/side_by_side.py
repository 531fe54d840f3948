"""A document in both languages on one page, part beside part, with the heads of both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from congtinh import addresses, messages
from congtinh.languages import Language
from congtinh.model import Item
from congtinh.pages.amended import WORDS as NOTES
from congtinh.pages.amended import with_amendments
from congtinh.pages.body import body_html
from congtinh.pages.cards import issuers, mark, validity
from congtinh.pages.contexts import SideBySidePage
from congtinh.pages.head import list_metas
from congtinh.pages.legal_documents import document_title, signature
from congtinh.pages.pairs import Pair
from congtinh.pages.parts import Counterpart, Link
from congtinh.pages.site import N_, Site, both
from congtinh.pages.text_rows import TextCell, TextRow, TextSide
from congtinh.records.legal_document import LegalDocument
from congtinh.text.alignment import Row, aligned
from congtinh.text.anchors import parts_of, spelled
from congtinh.text.markup import OF_THE_PAGE
from congtinh.text.tables import plain

OWN_IDS = frozenset({*OF_THE_PAGE, "item_title"})
"""Ids of the page itself."""
LONGEST_UNBROKEN = 1200
"""Characters of HTML up to which a row stays on one sheet of paper."""
_LONGEST_LABEL = 60

_NAMES: Mapping[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
_STATE = N_("SOCIALIST REPUBLIC OF VIET NAM")
_MOTTO = N_("Independence – Freedom – Happiness")
_NUMBER = N_("No.")
_DAY = N_("day {day} month {month} year {year}")
_DRAFT = N_("Draft text")
OF_THE_TEXT = (_STATE, _MOTTO, _NUMBER, _DAY, _DRAFT, *NOTES)
"""Words that a text brings with it, whatever the language of the page."""
_MISSING: Mapping[tuple[Language, bool], str] = {
    ("vi", False): N_("Not in the Vietnamese text"),
    ("en", False): N_("Not in the English text"),
    ("vi", True): N_("At another place in the Vietnamese text"),
    ("en", True): N_("At another place in the English text"),
}

Sites = Mapping[Language, Site]


def words_of_text(site: Site) -> tuple[str, ...]:
    """The words that stand with a text in the language of ``site``, on the pages of both."""
    return tuple([site.say(word) for word in OF_THE_TEXT])


def side_by_side_page(sites: Sites, language: Language, pair: Pair) -> SideBySidePage:
    """The page in the address of ``language``; the texts are the same in both."""
    site = sites[language]
    own = next(item for item in pair if item.lang == language)
    record = own.record
    assert isinstance(record, LegalDocument)
    places = [addresses.side_by_side(item.address, item.lang) for item in pair]
    here, there = places if language == "vi" else places[::-1]
    heading = document_title(site, record)
    title = site.say("{title}, Vietnamese and English").format(title=heading)
    description = f"{title}: {record.description}"
    updated = [day for item in pair if (day := item.record.updated or item.record.date)]
    return SideBySidePage(
        language=language,
        address=here,
        title=title,
        description=description,
        section=own.type,
        breadcrumbs=(site.home_link(), site.type_link(own.type), Link(heading, own.address)),
        counterpart=Counterpart("vi" if language == "en" else "en", there, True, title),
        alternates=both(language, here, there),
        metas=list_metas(site, title, description, here),
        indexed=all(site.model.visible(item) for item in pair),
        updated=max(updated).date() if updated else None,
        heading=heading,
        validity=validity(site, own),
        sides=(_side(sites["vi"], pair[0]), _side(sites["en"], pair[1])),
        rows=_rows(sites, language, pair, here),
        document=Link(site.say("Status, files and related documents"), own.address),
        unofficial_translation=not record.english_official,
        mark=mark(site, own),
    )


def _side(site: Site, item: Item) -> TextSide:
    record = item.record
    assert isinstance(record, LegalDocument)
    number = record.document_number
    agency = issuers(site, record)
    capacity, signer_title = signature(site, record, agency)
    return TextSide(
        language=item.lang,
        name=_NAMES[item.lang],
        heading=document_title(site, record),
        abstract=record.abstract or "",
        address=item.address,
        agency=agency,
        number=f"{site.say(_NUMBER)} {number.canonical}" if number.number else "",
        state=site.say(_STATE),
        motto=site.say(_MOTTO),
        place_and_day=", ".join(filter(None, (record.place, _issued(site, record.issued)))),
        sign_capacity=capacity,
        signer_title=signer_title,
        signer=record.signer or "",
    )


def _issued(site: Site, day: dt.date | None) -> str:
    """The day as it stands in the head of a document (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II khoản 4)."""
    if day is None:
        return ""
    if site.language == "en":
        return messages.day(day, site.language)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return site.say(_DAY).format(day=f"{day.day:02d}", month=month, year=day.year)


def _rows(sites: Sites, language: Language, pair: Pair, page: str) -> tuple[TextRow, ...]:
    left, right = (_text(sites[item.lang], item, page) for item in pair)
    return tuple([_row(sites[language], row) for row in aligned(left, right, OWN_IDS)])


def _text(site: Site, item: Item, page: str) -> str:
    """The body of a document with notes where another one amends it, as it stands at ``page``."""
    html = body_html(site, item, item.body.page[0], page)
    return with_amendments(site, item, html, page)


def _row(site: Site, row: Row) -> TextRow:
    return TextRow(
        row.anchor,
        _label(site, row) if row.anchor else "",
        (_cell(site, "vi", row.left, row), _cell(site, "en", row.right, row)),
        row.heading,
        max(len(row.left), len(row.right)) <= LONGEST_UNBROKEN,
    )


def _cell(site: Site, language: Language, html: str, row: Row) -> TextCell:
    return TextCell(language, html, "" if html else site.say(_MISSING[language, row.elsewhere]))


def _label(site: Site, row: Row) -> str:
    """The unit in words; an anchor of another kind by how its text begins."""
    if parts_of(row.anchor):
        return spelled(row.anchor, site.language)
    return plain(row.right if site.language == "en" else row.left)[:_LONGEST_LABEL]

"""Where each page stands: an address depends on the record alone, never on what else exists."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from congtinh.languages import Bilingual
from congtinh.numbering import slug as number_slug
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.legal_document import LegalDocument
from congtinh.text.slug import slugify
from congtinh.vocabulary.registry import Vocabularies

FIXED = {
    "home": Bilingual("", ""),
    "directory": Bilingual("danh-ba", "directory"),
    "sitemap": Bilingual("so-do-trang", "sitemap"),
    "open_data": Bilingual("du-lieu-mo", "open-data-guide"),
    "public_information": Bilingual("danh-muc-thong-tin-cong-khai", "public-information"),
    "search": Bilingual("tim-kiem", "search"),
    "topic": Bilingual("chu-de", "topics"),
    "author": Bilingual("tac-gia", "authors"),
    "patterns": Bilingual("mau-giao-dien", "patterns"),
    "statistics": Bilingual("thong-ke", "statistics"),
    "corrections": Bilingual("dinh-chinh", "corrections"),
}
_NOT_IN_FILES = re.compile(r'[\x00-\x1f\\:*?"<>|#%]')
PAGE_WORD = Bilingual("trang", "page")
NUMBER_WORD = Bilingual("theo-so", "by-number")
POINT_WORD = Bilingual("diem", "point")
SIDE_BY_SIDE = Bilingual("song-ngu", "side-by-side")


def root(language: str) -> str:
    """The folder of a language: ``""`` for Vietnamese, ``"en/"`` for English."""
    return "en/" if language == "en" else ""


def fixed(key: str, language: str) -> str:
    """The address of a page that every site has."""
    word = FIXED[key].of(language)
    return root(language) + (f"{word}/" if word else "")


def of_type(record_type: type[Record], language: str) -> str:
    """The address of the list of a content type."""
    return f"{root(language)}{record_type.path.of(language)}/"


def of_item(record: Record, vocabularies: Vocabularies) -> str:
    """The address of an item's page (design.md, decision 12)."""
    natural = slugify(record.slug or "", 200) or _natural(record, vocabularies)
    return f"{of_type(type(record), record.language)}{natural}/"


def _natural(record: Record, vocabularies: Vocabularies) -> str:
    if isinstance(record, LegalDocument) and record.document_number.number:
        return document_slug(record, vocabularies)
    return slugify(record.natural_slug) or "noi-dung"


def document_slug(record: LegalDocument, vocabularies: Vocabularies) -> str:
    """``43-2011-nd-cp``; with issuer and year where the number does not name them.

    ``21/2026/QĐ-UBND`` names its year but any province could have given it:
    ``21-2026-qd-ubnd-tinh-minh-chau``.  ``24/CT-TTg`` has one giver but no year: ``24-ct-ttg-2026``.
    """
    number = record.document_number
    parts = number_slug(number).split("-")
    if number.type_code is None and (number.issuer or "").startswith("QH") and record.doc_type:
        # the National Assembly numbers laws and resolutions apart: 89/2015/QH13 is one of each
        parts = [*record.doc_type.split("-"), *parts]
    if not _has_one_giver(record, vocabularies):
        for issuer in record.issuer or ():
            parts = _joined(parts, slugify(issuer).split("-"))
    if not number.names_year and record.issued:
        parts.append(str(record.issued.year))
    return "-".join(part for part in parts if part)


def _has_one_giver(record: LegalDocument, vocabularies: Vocabularies) -> bool:
    """Whether the symbol belongs to one body of the whole country."""
    issuers = record.issuer or ()
    terms = [vocabularies["issuers"].get(issuer) for issuer in issuers]
    return bool(issuers) and all(
        term is not None and bool(term.extra.get("national")) for term in terms
    )


def _joined(parts: list[str], more: list[str]) -> list[str]:
    """``[…, ubnd] + [ubnd, tinh]`` without saying ``ubnd`` twice."""
    for overlap in range(min(len(parts), len(more)), 0, -1):
        if parts[-overlap:] == more[:overlap]:
            return parts + more[overlap:]
    return parts + more


def side_by_side(address: str, language: str) -> str:
    """The page with both languages of the document at ``address``, which is in ``language``."""
    return f"{address}{SIDE_BY_SIDE.of(language)}/"


def of_facet(record_type: type[Record], facet: Facet, value: object, language: str) -> str:
    """The address of the static list of one facet value."""
    base = of_type(record_type, language) + f"{facet.path.of(language)}/"
    return f"{base}{facet_word(value)}/"


def facet_word(value: object) -> str:
    """The word of a facet value in an address."""
    return _word(str(value))


@lru_cache(4096)
def _word(value: str) -> str:
    return slugify(value) or "khac"


def by_word(values: Iterable[object], known: Container[object]) -> dict[str, object]:
    """The value that each word stands for: one that is ``known`` counts before free text."""
    found: dict[str, object] = {}
    for value in sorted(values, key=lambda value: (value not in known, str(value))):
        found.setdefault(facet_word(value), value)
    return found


def numbered(base: str, number: int, language: str) -> str:
    """A page of a list, counted from the oldest."""
    return f"{base}{PAGE_WORD.of(language)}-{number}/"


def by_number(base: str, language: str) -> str:
    """A list of documents in the order of their numbers."""
    return f"{base}{NUMBER_WORD.of(language)}/"


def narrowed(base: str, value: object) -> str:
    """A list that a second facet narrows: ``/van-ban/loai/quyet-dinh/2026/``."""
    return f"{base}{facet_word(value)}/"


def of_point(letter: str, language: str) -> str:
    """The list of what falls under one lettered point of the law: ``đ`` is ``dd``, apart from ``d``."""
    word = slugify(letter.replace("đ", "dd")) or "khac"
    return f"{fixed('public_information', language)}{POINT_WORD.of(language)}-{word}/"


def of_figure(key: str, language: str) -> str:
    """What is behind one public figure: ``tin_bai_anh`` at ``/thong-ke/tin-bai-anh/``."""
    return f"{fixed('statistics', language)}{facet_word(key)}/"


def of_topic(topic: str, language: str) -> str:
    return f"{fixed('topic', language)}{facet_word(topic)}/"


def of_author(author: str, language: str) -> str:
    return f"{fixed('author', language)}{facet_word(author)}/"


def of_old(old: str) -> str | None:
    """The address of the static page that redirects from ``old``, such as ``/tin/123.html``.

    ``None`` where no file of every system can have that name (a query, ``..``): the lists for
    the web servers still lead from there.
    """
    path = old.removeprefix("/")
    parts = path.rstrip("/").split("/")
    if not path or any(part in ("", ".", "..") or _NOT_IN_FILES.search(part) for part in parts):
        return None
    return path if path.endswith("/") or "." in parts[-1] else f"{path}/"


def file_of(address: str) -> str:
    """The file in the output that an address is served from."""
    return f"{address}index.html" if not address or address.endswith("/") else address

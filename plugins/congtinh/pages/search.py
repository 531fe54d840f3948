"""The search page, what its box offers to try, and the plain lists that need no search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote_plus

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.contexts import SearchPage
from congtinh.pages.head import site_head
from congtinh.pages.listings import BY_NUMBER, Listing
from congtinh.pages.parts import Link, LinkGroup, Validity
from congtinh.pages.site import Site
from congtinh.records.legal_document import LegalDocument
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.fold import fold, strip_marks

EXAMPLES = 3
_DOCUMENTS = "legal_document"
_FACETS_OF_LISTS = ("doc_type", "year")


def search_page(site: Site, listings: tuple[Listing, ...]) -> SearchPage:
    """The search page of one language; ``listings`` are all lists of that language."""
    return SearchPage(
        **site_head(site, "search"),
        examples=search_examples(site),
        states=tuple(
            Validity(term.code, site.label("validity", term.code))
            for term in site.model.vocabularies["validity"]
        ),
        lists=tuple(_plain_lists(site, listings)),
        contact=site.fixed_link("directory"),
    )


def search_examples(site: Site) -> tuple[Link, ...]:
    """What may be typed, each leading to what it finds: as the settings say, else from documents."""
    written = site.settings.search_examples[site.language == "en"]
    page = addresses.fixed("search", site.language)
    texts = written or islice(_found_examples(site), EXAMPLES)
    return tuple(Link(text, f"{page}?q={quote_plus(text)}") for text in texts)


def _found_examples(site: Site) -> Iterator[str]:
    """The number of the newest document and the subject of another, without marks; more subjects."""
    newest = site.model.of_type(_DOCUMENTS, site.language)[::-1]
    yield from islice((strip_marks(number) for item in newest if (number := _number(item))), 1)
    for place, subject in enumerate(dict.fromkeys(_subjects(site, newest))):
        yield subject if place else fold(subject)


def _number(item: Item) -> str:
    record = item.record
    number = record.document_number if isinstance(record, LegalDocument) else None
    return number.canonical if number and number.number else ""


def _subjects(site: Site, items: tuple[Item, ...]) -> Iterator[str]:
    """The topics of items, then their fields."""
    for item in items:
        for topic in item.record.topics or ():
            yield _subject(site.label("topics", topic))
    for item in items:
        for field in getattr(item.record, "sectors", None) or ():
            yield _subject(site.label("fields", field))


def _subject(label: str) -> str:
    """The longest of the subjects that a label may name, in small letters."""
    return max(label.lower().split(", "), key=len)


def _plain_lists(site: Site, listings: tuple[Listing, ...]) -> Iterator[LinkGroup]:
    """The register of documents as a whole and by number, then by type and by year."""
    register = [one for one in listings if one.section == _DOCUMENTS]
    whole = [Link(one.title, one.address) for one in register if len(one.key) == 1]
    by_number = [Link(one.title, one.address) for one in register if _is_by_number(one)]
    yield LinkGroup(site.say("The whole register"), (*whole, *by_number))
    for facet in RECORD_TYPES[_DOCUMENTS].facets:
        if facet.field in _FACETS_OF_LISTS:
            links = [
                Link(one.label, one.address)
                for one in register
                if one.key[:2] == (_DOCUMENTS, facet.field) and len(one.key) == 3
            ]
            if links:
                yield LinkGroup(facet.label.of(site.language), tuple(links))


def _is_by_number(listing: Listing) -> bool:
    return len(listing.key) == 2 and listing.key[1] == BY_NUMBER

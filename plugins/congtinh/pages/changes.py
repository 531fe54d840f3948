"""Changes of the state of documents, in words: what happened, since when, and why (ideas.md, D45)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from heapq import nlargest
from typing import NamedTuple

from congtinh import addresses
from congtinh.messages import day
from congtinh.model import Item
from congtinh.opendata.changes import Change, ChangeFeed
from congtinh.opendata.feeds import NEWEST
from congtinh.pages.document_parts import Reason
from congtinh.pages.frame import feed_address
from congtinh.pages.histories import reasons
from congtinh.pages.parts import Link
from congtinh.pages.site import N_, Site
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.states import State

_CHANGES = N_("Changes of validity")
_WORD = "hieu-luc"


class _Begun(NamedTuple):
    """A state that has begun by the day of the build; ordered by day, then by document."""

    day: dt.date
    id: str
    item: Item
    state: State


def changes_feed(site: Site, doc_type: str = "") -> Link:
    """The feed of all changes, or of those of documents of one type."""
    title = site.say(_CHANGES)
    if not doc_type:
        return Link(title, feed_address(f"legal_document-{_WORD}", site.language))
    label = site.label("document_types", doc_type)
    name = f"legal_document-{_WORD}-{addresses.facet_word(doc_type)}"
    return Link(f"{title}: {label}", feed_address(name, site.language))


def change_feeds(site: Site) -> Iterator[ChangeFeed]:
    """The feed of all changes, then one for each type of document."""
    by_type: dict[str, list[_Begun]] = {}
    items = site.model.of_type("legal_document", site.language)
    register = addresses.of_type(LegalDocument, site.language) if items else addresses.root(site.language)
    for item in items:
        assert isinstance(item.record, LegalDocument)
        begun = by_type.setdefault(item.record.doc_type or "", [])
        begun += _begun(site, item)
    every = [one for begun in by_type.values() for one in begun]
    yield _feed(site, changes_feed(site), every, register)
    facet = next(facet for facet in LegalDocument.facets if facet.field == "doc_type")
    for doc_type in sorted(by_type.keys() - {""}):
        page = addresses.of_facet(LegalDocument, facet, doc_type, site.language)
        yield _feed(site, changes_feed(site, doc_type), by_type[doc_type], page)


def _begun(site: Site, item: Item) -> Iterator[_Begun]:
    """The states that have begun after the issue of a document; what it had from the first is no change."""
    issued = getattr(item.record, "issued", None) or dt.date.min
    timeline = site.model.timeline(item)
    for state in timeline[: len(timeline) - len(site.model.coming(item))]:
        if state.code and state.since and state.since > issued:
            yield _Begun(state.since, item.id, item, state)


def _feed(site: Site, link: Link, begun: Iterable[_Begun], page: str) -> ChangeFeed:
    newest = nlargest(NEWEST, begun, key=lambda one: (one.day, one.id, one.state.code))
    changes = tuple(_change(site, one) for one in newest)
    title = f"{link.text} – {site.agency_name}"
    return ChangeFeed(link.address, title, changes, page, site.language, site.agency_name)


def _change(site: Site, begun: _Begun) -> Change:
    record, code = begun.item.record, begun.state.code
    assert isinstance(record, LegalDocument)
    title = site.say("{number}: {state} from {day}").format(
        number=record.document_number.canonical or record.heading,
        state=site.label("validity", code),
        day=day(begun.day, site.language),
    )
    causes = "; ".join(_said(reason) for reason in reasons(site, begun.item, begun.state))
    told = f"{causes[:1].upper()}{causes[1:]}. {record.heading}" if causes else record.heading
    return Change(title, told, begun.item.address, f"{code}-{begun.day.isoformat()}", begun.day)


def _said(reason: Reason) -> str:
    """A reason as plain words: ``bị bãi bỏ một phần bởi 42/2022/NĐ-CP (Điều 5)``."""
    words = [reason.text, reason.source.text if reason.source else ""]
    parts = [f"({part})" for part in (reason.clause, reason.note) if part]
    return " ".join(word for word in (*words, *parts) if word)

"""What the pages of all items have in common, whatever their type."""

from __future__ import annotations

from typing import Any

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.body import body_html
from congtinh.pages.cards import mark
from congtinh.pages.citations import cited_documents
from congtinh.pages.downloads import downloads
from congtinh.pages.figures import figures
from congtinh.pages.head import item_head
from congtinh.pages.parts import Link, TocEntry
from congtinh.pages.related_items import related_items
from congtinh.pages.send_forms import feedback_form
from congtinh.pages.site import Site, written_in
from congtinh.text.outline import Heading, OutlineNode, outline


def item_fields(site: Site, item: Item) -> dict[str, Any]:
    """The fields of ``ItemPage`` that every type fills in the same way."""
    record = item.record
    shown = figures(site.model, item)
    lead = shown[0] if shown else None
    html, headings = item.body.page
    head = item_head(site, item, lead, headings)
    return {
        **head,
        "type": item.type,
        "type_label": type(record).type_label.of(site.language),
        "heading": head["title"],
        "heading_lang": item.lang,
        "summary": "" if head["description"] == head["title"] else head["description"],
        "date": record.date.date() if record.date else None,
        "html": body_html(site, item, html, item.address),
        "toc": toc(headings),
        "cited": cited_documents(site, item),
        "lead": lead,
        "figures": shown[1:],
        "downloads": downloads(site, item),
        "attributes": (),
        "by_line": "",
        "authors": _authors(site, item),
        "topics": _topics(site, item),
        "category": _category(site, item),
        "source": _source(item),
        "corrections": tuple((c.date, c.text) for c in record.corrections or ()),
        "mark": mark(site, item),
        "feedback": feedback_form(site, item),
        "related": related_items(site, item) if record.has_neighbours else (),
    }


def toc(headings: tuple[Heading, ...], least: int = 3) -> tuple[TocEntry, ...]:
    """The table of contents of a body; none where it has fewer than ``least`` headings."""
    return _entries(outline(headings)) if len(headings) >= least else ()


def _entries(nodes: tuple[OutlineNode, ...]) -> tuple[TocEntry, ...]:
    return tuple([TocEntry(n.heading.text, n.heading.id, _entries(n.children)) for n in nodes])


def _authors(site: Site, item: Item) -> tuple[Link, ...]:
    record = item.record
    if not record.creator or not record.in_feed:
        return ()
    return tuple(
        [
            Link(name, addresses.of_author(name, site.language), lang=written_in(name))
            for name in record.creator
        ]
    )


def _topics(site: Site, item: Item) -> tuple[Link, ...]:
    topics = item.record.topics
    if not topics:
        return ()
    return tuple(
        [Link(site.label("topics", t), addresses.of_topic(t, site.language)) for t in topics]
    )


def _category(site: Site, item: Item) -> Link | None:
    code = item.record.category
    if not code:
        return None
    facet = next((f for f in type(item.record).facets if f.field == "category"), None)
    label = site.label("categories", code)
    return Link(
        label, addresses.of_facet(type(item.record), facet, code, site.language) if facet else ""
    )


def _source(item: Item) -> Link | None:
    record = item.record
    if not record.source_name and not record.source_url:
        return None
    return Link(
        record.source_name or record.source_url or "",
        url=record.source_url or "",
        lang="" if item.lang == "vi" else "vi",
    )

"""Citations in a body as links: to the document, to the part that is named, or out of the site."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import quote

from congtinh.model import Item
from congtinh.pages.cards import life_state, validity
from congtinh.pages.document_parts import CitedDocument
from congtinh.pages.histories import document_link
from congtinh.pages.relative import relative
from congtinh.pages.site import Site
from congtinh.records.legal_document import LegalDocument
from congtinh.text.anchors import above, spelled

_MARK = re.compile(r'<ct((?: [a-z]="[^"]*")*)>(.*?)</ct>([^<]{0,260})', re.DOTALL)
_FACT = re.compile(r' ([a-z])="([^"]*)"')


def cited_html(site: Site, item: Item, html: str, page: str) -> str:
    """``html``, the body of ``item`` with marks of citations, as it stands at address ``page``."""
    if "<ct" not in html:
        return html
    return _MARK.sub(lambda mark: _linked(site, item, html, page, mark), html)


def _linked(site: Site, item: Item, html: str, page: str, mark: re.Match[str]) -> str:
    facts = {name: unescape(value) for name, value in _FACT.findall(mark[1])}
    words, after = mark[2], mark[3]
    parts = facts.get("p", "").split()
    if "s" in facts:
        wanted = _wanted(parts[0]) if parts else ()
        own = next((part for part in wanted if f' id="{part}"' in html), "")
        return (f'<a class="citation" href="#{own}">{words}</a>' if own else words) + after
    found = _meant(site, item, facts, words + after)
    if found is None:
        return _elsewhere(site, facts.get("n", ""), words) + after
    document, length = found
    words, after = (words + after)[: length or len(words)], (words + after)[length or len(words) :]
    if document.id == item.id:
        return words + after
    return _link(site, document, parts, words, page) + after


def _meant(
    site: Site, item: Item, facts: dict[str, str], words: str
) -> tuple[Item, int] | None:
    """The document of the site that is meant, and how many of the words name it where a name does."""
    if facts.get("n"):
        issued = dt.date.fromisoformat(facts["i"]) if facts.get("i") else None
        document = site.model.numbered(facts["n"], issued, facts.get("d", ""), site.language)
        return (document, 0) if document else None
    if "k" in facts:
        plain = words.partition("&")[0]
        return site.model.named(plain, item.record.written_for, site.language)
    return None


def _link(site: Site, document: Item, parts: list[str], words: str, page: str) -> str:
    """A link with what a small card tells: the title and the state of the document."""
    place = relative(page, document.address)
    anchor = _anchor(site, document, parts)
    title = f"{document_link(site, document.id).text}: {document.record.heading}"
    shown = [("href", f"{place}#{anchor}" if anchor else place), ("title", title)]
    if state := validity(site, document):
        shown += [("data-status", state.label), ("data-kind", state.kind)]
        if state.changes:  # as components/status.html writes them
            coming = (f"{one.day.isoformat()}|{one.kind}|{one.label}" for one in state.changes)
            shown.append(("data-changes", ";".join(coming)))
    if document.lang != site.language:
        shown.append(("hreflang", document.lang))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in shown)
    return f'<a class="citation"{attributes}>{words}</a>'


def _anchor(site: Site, document: Item, parts: list[str]) -> str:
    """The first part named that the document's text here has, or else what it is a part of."""
    wanted = _wanted(parts[0]) if parts else ()
    return next((part for part in wanted if site.model.has_anchor(document, part)), "")


def _wanted(part: str) -> tuple[str, ...]:
    """A part, what it is a part of, and both without the decision that it was issued with.

    A regulation that a document here holds alone begins its articles without that decision.
    """
    alone = part.removeprefix("phan-kem-theo-")
    return (part, *above(part), *((alone, *above(alone)) if alone != part else ()))


def _elsewhere(site: Site, number: str, words: str) -> str:
    address = site.settings.external_documents
    if not number or not address:
        return words
    place = escape(address.replace("{number}", quote(number)))
    return f'<a class="citation citation--elsewhere" href="{place}" rel="noopener">{words}</a>'


def cited_documents(site: Site, item: Item) -> tuple[CitedDocument, ...]:
    """The documents of the site that the text of an item cites, in its order."""
    return tuple(
        [
            CitedDocument(
                document_link(site, document.id), validity(site, document), _words(site, parts)
            )
            for document, parts in _documents(site, item)
        ]
    )


def _documents(site: Site, item: Item) -> Iterator[tuple[Item, tuple[str, ...]]]:
    for mention in site.model.cited(item):
        document = site.model.find("legal_document", mention.target, site.language)
        if document and isinstance(document.record, LegalDocument):
            yield document, mention.parts


def citing_items(site: Site, item: Item) -> tuple[CitedDocument, ...]:
    """The items whose texts cite a document, and the procedures that it announces (A3.4)."""
    found = []
    for citing, parts in site.model.cited_by(item, site.language):
        if citing.type == "legal_document":
            link = document_link(site, citing.id)
            found.append(CitedDocument(link, validity(site, citing), _words(site, parts)))
        elif own := site.link(citing):
            found.append(CitedDocument(own, None, _words(site, parts)))
    return (*announced_procedures(site, item), *found)


def announced_procedures(site: Site, item: Item) -> tuple[CitedDocument, ...]:
    """The procedures that name a document as the decision which announced them, each with its state."""
    found = site.model.naming_either("procedure", "announced_by", item, site.language)
    said = (site.say("announced by this decision"),)
    links = [(site.link(one), life_state(site, one)) for one in found]
    return tuple([CitedDocument(link, state, said) for link, state in links if link])


def _words(site: Site, parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([spelled(part, site.language) for part in parts])

"""The pattern page: every component with a long title, a short one and an empty one."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import Item
from congtinh.pages.attributes import document_attributes
from congtinh.pages.cards import card, validity
from congtinh.pages.contexts import Page
from congtinh.pages.document_parts import Relation, RelationGroup
from congtinh.pages.document_patterns import DocumentSamples, document_samples, part_samples
from congtinh.pages.duty_patterns import DutySamples, duty_samples
from congtinh.pages.figures import figures
from congtinh.pages.head import site_head
from congtinh.pages.histories import document_link
from congtinh.pages.home import link_groups
from congtinh.pages.parts import (
    Attribute,
    Card,
    ContactCard,
    Download,
    FacetBlock,
    FacetValue,
    Figure,
    Link,
    LinkGroup,
    Pager,
    RelatedItem,
    SortOrder,
    TocEntry,
    UnitNode,
    Validity,
)
from congtinh.pages.people import contact_card, directory_page
from congtinh.pages.relation_graph import RelationGraph, key_of, relation_graph
from congtinh.pages.site import Site
from congtinh.records.legal_document import LegalDocument
from congtinh.records.news import News
from congtinh.validity.states import EXPIRED

LONG = {
    "vi": "Về việc triển khai đồng bộ các nhiệm vụ, giải pháp thúc đẩy nghiên cứu, chuyển giao, ứng dụng tiến bộ "
    "khoa học và công nghệ phục vụ phát triển kinh tế – xã hội trên địa bàn tỉnh giai đoạn 2026–2030",
    "en": "On the concerted carrying out of tasks and measures that promote research, transfer and use of scientific "
    "and technological progress for the social and economic development of the province in 2026–2030",
}
SHORT = {"vi": "Ủy quyền", "en": "Rules"}


class PatternsPage(Page):
    """Every component, with a long, a short and an empty text."""

    template: ClassVar[str] = "patterns.html"

    states: tuple[Validity, ...]
    cards: tuple[Card, ...]
    register: tuple[Card, ...]
    notices: tuple[Card, ...]
    contacts: tuple[ContactCard, ...]
    downloads: tuple[Download, ...]
    attributes: tuple[Attribute, ...]
    toc: tuple[TocEntry, ...]
    figure: Figure | None
    pager: Pager
    orders: tuple[SortOrder, ...]
    facets: tuple[FacetBlock, ...]
    relations: tuple[RelationGroup, ...]
    graph: RelationGraph | None
    gallery: tuple[Figure, ...]
    groups: tuple[LinkGroup, ...]
    tree: tuple[UnitNode, ...]
    html: str
    document: DocumentSamples
    related: tuple[RelatedItem, ...]
    duty: DutySamples


def patterns_page(site: Site) -> PatternsPage:
    """Samples of each component in one language, made from the site's own items."""
    news = site.model.of_type("news", site.language)
    documents = site.model.of_type("legal_document", site.language)
    home = addresses.fixed("patterns", site.language)
    pictured = [shown for item in news if (shown := figures(site.model, item))]
    return PatternsPage(
        **site_head(site, "patterns") | {"indexed": False},
        states=tuple(
            Validity(term.code, site.label("validity", term.code))
            for term in site.model.vocabularies["validity"]
        ),
        cards=_varied(site, list(news[-2:])),
        register=_varied(site, list(documents[-3:])),
        notices=tuple(card(site, i) for i in site.model.of_type("notice", site.language)[-2:]),
        contacts=tuple(
            contact_card(site, i) for i in site.model.either("contact", site.language)[:3]
        ),
        downloads=(
            Download(
                LONG[site.language], site.language, home, "PDF", 412_345, 12, True, False, "vi"
            ),
            Download(
                SHORT[site.language], site.language, home, "DOCX", 800, None, False, False, ""
            ),
            Download("scan.pdf", "", home, "PDF", 2_345_678, 3, False, True, "vi"),
        ),
        attributes=next(
            (
                document_attributes(site, i.record)
                for i in reversed(documents)
                if isinstance(i.record, LegalDocument)
            ),
            (),
        ),
        toc=(
            TocEntry(SHORT[site.language], "mau-1", (TocEntry(LONG[site.language], "mau-2"),)),
            TocEntry("…", "p-advice"),
        ),
        figure=pictured[0][0] if pictured else None,
        pager=Pager(
            2,
            Link(site.say("Newer"), home),
            Link(site.say("Older"), home),
            Link(site.say("Newest"), home),
            Link(site.say("Oldest"), home),
        ),
        orders=(
            SortOrder(SHORT[site.language], home, True),
            SortOrder(LONG[site.language][:40], home, False),
        ),
        facets=(
            FacetBlock(
                SHORT[site.language],
                (
                    FacetValue(SHORT[site.language], home, 12, True),
                    FacetValue(LONG[site.language], home, 1204, False),
                ),
            ),
        ),
        relations=(
            RelationGroup(
                SHORT[site.language],
                (
                    Relation(Link("…", home)),
                    Relation(
                        Link("118/KH-SKHCN", home, description=LONG[site.language]),
                        "Điều 1",
                        "khoản 2 Điều 3",
                    ),
                    Relation(Link("24/CT-TTg"), external=True),
                ),
            ),
            RelationGroup(
                LONG[site.language],
                tuple([Relation(Link(f"{number}/QĐ-UBND", home)) for number in range(10, 22)]),
                inverse=True,
            ),
        ),
        graph=_graph(site, documents),
        gallery=next((shown for shown in pictured if len(shown) > 2), ())[:3],
        groups=link_groups(site)[:3],
        tree=_without_anchors(directory_page(site).tree),
        html=_prose(site) + part_samples(LONG[site.language], SHORT[site.language]),
        document=document_samples(site, LONG[site.language], SHORT[site.language]),
        related=_related(site, home),
        duty=duty_samples(site, LONG[site.language], SHORT[site.language]),
    )


def _without_anchors(nodes: tuple[UnitNode, ...]) -> tuple[UnitNode, ...]:
    """The tree with links to the pages of the units, since their anchors stand in the directory."""
    return tuple(
        node._replace(anchor="", children=_without_anchors(node.children)) for node in nodes
    )


def _varied(site: Site, items: list[Item]) -> tuple[Card, ...]:
    cards = [card(site, item) for item in items]
    if not cards:
        return ()
    first = cards[-1]
    return (
        *cards,
        first._replace(title=LONG[site.language], lang=site.language),
        first._replace(title=SHORT[site.language], lang=site.language, summary="", picture=None),
        first._replace(
            title="…",
            summary="",
            picture=None,
            number="",
            issuer="",
            date=dt.date(2026, 1, 2),
            validity=None,
        ),
    )


def _graph(site: Site, documents: tuple[Item, ...]) -> RelationGraph | None:
    """Documents of the site in made relations: outside, one step further, and to one another."""
    words, many = SHORT[site.language], LONG[site.language]
    of = [Relation(document_link(site, i.id), validity=validity(site, i)) for i in documents[-4:]]
    outside = Relation(Link("24/CT-TTg"), external=True)
    groups = (
        RelationGroup(words, (outside, *of[:1]), "acts"),
        RelationGroup(many, tuple(of[1:2]), "is acted on", True),
    )
    step = RelationGroup(words, tuple(of[1:]), "further")
    steps = {key_of(relation): (step,) for relation in of[:1]}
    return relation_graph(Link("118/KH-SKHCN"), None, groups, steps)


def _related(site: Site, home: str) -> tuple[RelatedItem, ...]:
    """A document with all that is told of one, an item with words alone, and one in the other language."""
    kind, day = site.label("document_types", "quyet-dinh"), dt.date(2026, 1, 2)
    state = Validity(EXPIRED, site.label("validity", EXPIRED))
    why, there = site.say("same topic"), other(site.language)
    return (
        RelatedItem(LONG[site.language], home, site.language, kind, "21/2026/QĐ-UBND", day, state, why),
        RelatedItem(SHORT[site.language], home, site.language, News.type_label.of(site.language)),
        RelatedItem(SHORT[there], home, there, kind, "118/KH-SKHCN", None, None, why, site.say("Draft")),
    )


def _prose(site: Site) -> str:
    text, short = LONG[site.language], SHORT[site.language]
    return (
        f'<h2 id="mau-1">{short}</h2><p>{text} <a href="#mau-1">{short}</a>, <strong>{short}</strong>, <em>{short}</em>.</p>'
        f"<ul><li>{short}</li><li>{text}</li></ul><ol><li>{short}</li><li>{text}</li></ol>"
        f"<blockquote><p>{text}</p></blockquote>"
        f'<h3 id="mau-2">{text}</h3><p class="clause">1. {text}</p><p class="point">a) {short}</p>'
    )

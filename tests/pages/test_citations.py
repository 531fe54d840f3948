"""Citations in bodies on the pages of a real site."""

from __future__ import annotations

import re

import pytest

from congtinh.build.run import Build
from congtinh.model import Item, SiteModel
from congtinh.pages.body import body_html
from congtinh.pages.citations import cited_documents, citing_items
from congtinh.pages.site import Site
from tests.sites.copies import SiteCopy

DOCUMENT = """---
doc_class: vbqppl
doc_type: {kind}
symbol: {symbol}
issuer: ubnd-tinh-thu
abstract: {abstract}
issued: {issued}
effective: {issued}
date: {issued}
status: published
legacy: {{source: thử}}
---

{body}
"""
NEWS = """---
title: Tin thử về các văn bản của tỉnh
summary: Tin thử để dẫn văn bản.
genre: tin
date: 2026-03-01
category: tin-tong-hop
unit: so-thu
creator: Người Thử
by_line: Người Thử
contributor_kind: staff
status: published
legacy: {{source: thử}}
---

{body}
"""
RULES = """# Điều 1. Phạm vi

1. Một.

a) Điểm a.

# Điều 2. Hiệu lực

Quyết định này có hiệu lực; xem khoản 1 Điều 1 Quyết định này.
"""
LAWS = {
    "10": ("quyet-dinh", "10/2026/QĐ-UBND", "Quy định thử A", "2026-01-10"),
    "luat-cu": ("luat", "07/2012/QH13", "Tỉnh Thử", "2012-06-20"),
    "luat-moi": ("luat", "09/2026/QH16", "Tỉnh Thử", "2026-04-20"),
}


def site_with(small: SiteCopy, body: str, **settings: object) -> tuple[Site, Item]:
    for name, (kind, symbol, abstract, issued) in LAWS.items():
        text = DOCUMENT.format(
            kind=kind, symbol=symbol, abstract=abstract, issued=issued, body=RULES
        )
        small.write(f"legal_document/{name}.vi.md", text)
    small.write("news/2026/dan.vi.md", NEWS.format(body=body))
    build = Build(small.settings(TODAY="2026-05-01", **settings))
    build.staging.begin()
    model: SiteModel = build.gather()
    return Site(model, build.settings, "vi"), model.by_path["news/2026/dan.vi.md"]


def links(site: Site, item: Item) -> list[tuple[str, str]]:
    """``(address, words)`` of the citations of an item's page."""
    html = body_html(site, item, item.body.page[0], item.address)
    assert "<ct" not in html
    return re.findall(r'<a class="citation[^"]*" href="([^"]*)"[^>]*>(.*?)</a>', html)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Theo Quyết định số 10/2026/QĐ-UBND.", [("10-2026-qd-ubnd", "Quyết định số 10/2026/QĐ-UBND")]),
        ("Theo khoản 1 Điều 1 Quyết định 10/2026/QĐ-UBND.",
         [("#dieu-1-khoan-1", "khoản 1 Điều 1 Quyết định 10/2026/QĐ-UBND")]),
        ("Theo khoản 9 Điều 1 Quyết định 10/2026/QĐ-UBND.",
         [("#dieu-1", "khoản 9 Điều 1 Quyết định 10/2026/QĐ-UBND")]),
        ("Theo Điều 7 Quyết định 10/2026/QĐ-UBND.", [("-thu/", "Điều 7 Quyết định 10/2026/QĐ-UBND")]),
        ("Theo Luật Tỉnh Thử và Luật Không Có.", [("07-2012-qh13", "Luật Tỉnh Thử")]),
        ("Theo Nghị định số 43/2011/NĐ-CP.", []),
        ("Xem [Quyết định 10/2026/QĐ-UBND](/van-ban/).", []),
        ("Theo `Quyết định 10/2026/QĐ-UBND`.", []),
    ],
)  # fmt: skip
def test_a_citation_leads_to_the_part_that_is_here(
    small: SiteCopy, body: str, expected: list[tuple[str, str]]
) -> None:
    """To the smallest part that the document's text has; what is not on the site stays plain text."""
    found = links(*site_with(small, body))
    assert [words for _, words in found] == [words for _, words in expected]
    assert all(there in address for (address, _), (there, _) in zip(found, expected, strict=True))


def test_a_document_elsewhere_may_have_an_address(small: SiteCopy) -> None:
    """The setting gives the address, with the number in it; nothing else leads out."""
    there = "https://vb.example/?q={number}"
    found = links(*site_with(small, "Theo Nghị định 43/2011/NĐ-CP.", EXTERNAL_DOCUMENTS=there))
    assert found == [("https://vb.example/?q=43/2011/N%C4%90-CP", "Nghị định 43/2011/NĐ-CP")]


def test_a_text_leads_to_its_own_parts(small: SiteCopy) -> None:
    """“khoản 1 Điều 1 Quyết định này” leads down the same page."""
    site, _ = site_with(small, "Không.")
    document = site.model.by_path["legal_document/10.vi.md"]
    assert links(site, document) == [("#dieu-1-khoan-1", "khoản 1 Điều 1 Quyết định này")]


def test_lists_below_name_what_is_cited_and_who_cites(small: SiteCopy) -> None:
    """Without a script the same is told in lists: title, state and parts, both ways."""
    site, news = site_with(small, "Theo khoản 1 Điều 1 Quyết định 10/2026/QĐ-UBND và Luật Tỉnh Thử.")
    document = site.model.by_path["legal_document/10.vi.md"]

    below = cited_documents(site, news)
    assert [(row.document.text, row.parts) for row in below] == [
        ("10/2026/QĐ-UBND", ("khoản 1 Điều 1",)),
        ("07/2012/QH13", ()),
    ]
    assert all(row.validity and row.validity.label == "Còn hiệu lực" for row in below)
    assert [row.document.address for row in citing_items(site, document)] == [news.address]

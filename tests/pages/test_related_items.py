"""Related items on the pages of a real site: what is offered, in which words, and what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congtinh.build.run import Build, build_site
from congtinh.model import SiteModel
from congtinh.pages.items import item_page
from congtinh.pages.related_items import related_items
from congtinh.pages.site import Site
from congtinh.records.registry import RECORD_TYPES
from tests.sites.copies import SiteCopy, tree
from tests.sites.desk import Desk, desk

NEWS = """---
title: {title}
summary: {title}
genre: tin
date: {date}
category: tin-hoat-dong
creator: Người Thử
by_line: Người Thử
contributor_kind: staff
status: {status}
{more}---

{body}
"""
DOCUMENT = """---
doc_class: vbqppl
doc_type: quyet-dinh
symbol: {number}/2026/QĐ-UBND
issuer: ubnd-tinh-thu
abstract: {abstract}
issued: 2026-01-10
effective: 2026-01-10
signer: Người Thử
signer_title: chu-tich-ubnd
sectors: [khoa-hoc-cong-nghe]
date: 2026-01-10
status: published
legacy: {{source: thử}}
{more}---

Điều 1. Phạm vi
"""


def news(
    site: SiteCopy, name: str, title: str, *, body: str = "Lời.", more: str = "",
    date: str = "2026-11-01", status: str = "published",
) -> None:  # fmt: skip
    text = NEWS.format(title=title, date=date, status=status, more=more, body=body)
    site.write(f"news/2026/{name}.vi.md", text)


def document(site: SiteCopy, number: int, abstract: str, more: str = "") -> None:
    text = DOCUMENT.format(number=number, abstract=abstract, more=more)
    site.write(f"legal_document/{number}.vi.md", text)


def model_of(site: SiteCopy) -> tuple[Site, SiteModel]:
    build = Build(site.settings())
    build.staging.begin()
    model = build.gather()
    build.staging.abandon()
    return Site(model, build.settings, "vi"), model


def offered(site: SiteCopy, path: str) -> list[tuple[str, str]]:
    """``(title, why)`` of what the page of a file offers."""
    pages, model = model_of(site)
    return [(one.title, one.why) for one in related_items(pages, model.by_path[path])]


def test_words_topics_and_explanations(small: SiteCopy) -> None:
    """News on one thing lead to each other; a document to the news that explain it, told so."""
    document(small, 10, "Quy định phí neo đậu tàu thuyền")
    news(small, "a", "Máy sấy cá của làng chài")
    news(small, "b", "Làng chài có máy mới", more="topics: [sang-che]\n")
    news(small, "c", "Điều cần biết về giá", more="legal_info: '10'\n")
    news(
        small,
        "d",
        "Bằng sáng chế của học sinh",
        more="topics: [sang-che]\nfield: [so-huu-tri-tue]\n",
    )
    news(
        small,
        "e",
        "Sáng chế đầu tiên của tỉnh",
        more="topics: [sang-che]\nfield: [so-huu-tri-tue]\n",
    )

    assert [why for _, why in offered(small, "news/2026/d.vi.md")] == ["cùng chủ đề"]
    assert offered(small, "news/2026/c.vi.md") == [
        ("Quy định phí neo đậu tàu thuyền", "văn bản được phổ biến")
    ]
    assert offered(small, "legal_document/10.vi.md")[0] == (
        "Điều cần biết về giá", "phổ biến văn bản này",
    )  # fmt: skip


def test_what_the_page_shows_elsewhere_is_not_offered_again(small: SiteCopy) -> None:
    """Relations, citations and the members of a campaign have their own places."""
    document(small, 10, "Quy định phí neo đậu tàu thuyền")
    replaced = "relations: [{kind: thay-the, target: '10'}]\n"
    document(small, 11, "Quy định phí neo đậu tàu thuyền", replaced)
    news(small, "a", "Phí neo đậu tàu thuyền", body="Theo Quyết định số 11/2026/QĐ-UBND.")

    assert offered(small, "legal_document/11.vi.md") == []
    assert offered(small, "news/2026/a.vi.md") == [("Quy định phí neo đậu tàu thuyền", "")]
    titles = [title for title, _ in offered(small, "legal_document/10.vi.md")]
    assert titles == ["Phí neo đậu tàu thuyền"]


def test_what_rests_on_the_same_document_belongs_together(small: SiteCopy) -> None:
    """Two news items that cite one decision, where they have a telling word in common."""
    document(small, 10, "Quy định về bến cá")
    cites = "Theo Quyết định số 10/2026/QĐ-UBND."
    news(small, "a", "Chợ quê mở cửa", body=cites)
    news(small, "b", "Người bán ở chợ quê", body=cites)
    news(small, "c", "Cả hai đều không", body=cites)
    found = offered(small, "news/2026/a.vi.md")
    assert found == [("Người bán ở chợ quê", "cùng dựa trên một văn bản")]


def test_drafts_and_other_hidden_items_are_not_offered(small: SiteCopy) -> None:
    """Visitors are led to nothing that they cannot see."""
    news(small, "a", "Máy sấy cá của làng chài")
    for number, hidden in enumerate(
        ({"status": "draft"}, {"status": "withdrawn"}, {"date": "2026-12-01"})
    ):
        news(small, f"b{number}", "Máy sấy cá của làng chài", **hidden)
    assert offered(small, "news/2026/a.vi.md") == []


@pytest.mark.parametrize("name", ["about", "contact", "unit"])
def test_pages_about_the_agency_offer_none(built: SiteCopy, name: str) -> None:
    """They neither offer related items nor are offered."""
    pages, model = model_of(built)
    found = [item for item in model.items if item.type == name]
    assert found
    assert not RECORD_TYPES[name].has_neighbours
    assert all(item_page(pages, item).related == () for item in found if item.lang == "vi")
    every = [near for item in model.items for near, _ in model.related(item)]
    assert not [item for item in every if item.type == name]


def test_the_list_stands_on_the_page(small: SiteCopy) -> None:
    """A named region after the item, in both languages; each link leads to a page that is there."""
    news(small, "a", "Máy sấy cá của làng chài")
    news(small, "b", "Làng chài và chiếc máy sấy cá")
    small.write(
        "news/2026/a.en.md",
        "---\ntitle: Scales at the village market\nsummary: Checked.\n---\n\nText.\n",
    )
    build_site(small.settings())
    output = small.output
    html = (output / "tin-tuc/a/index.html").read_text("utf-8")
    (region,) = re.findall(
        r'<section class="related" aria-labelledby="item_related">.*?</section>', html, re.DOTALL
    )
    assert re.findall('href="([^"]*)"', region) == ["../../tin-tuc/b/"]
    english = (output / "en/news/a/index.html").read_text("utf-8")
    (region,) = re.findall(r'<section class="related".*?</section>', english, re.DOTALL)
    assert '<span lang="vi">Làng chài' in region  # it has no English file


class TestEdits:
    """An edit changes the pages near by and leaves all others alone."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> Desk:
        made = desk(tmp_path / "site")
        for name, title in {
            "a": "Máy sấy cá của làng chài",
            "b": "Làng chài phơi cá khô",
            "c": "Cá khô làng chài, máy sấy",
        }.items():
            news(made.site, name, title)
        build_site(made.read_settings())
        return made

    def changed(self, site: Desk) -> set[str]:
        before = tree(site.site.output)
        build_site(site.read_settings())
        after = tree(site.site.output)
        return {
            path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
        }

    def test_a_body_changes_no_list(self, site: Desk) -> None:
        """Words in common are those of title and summary."""
        site.set_body("news/2026/a.vi.md", "Lời khác hẳn về máy sấy cá.\n")
        pages = {path for path in self.changed(site) if path.endswith(".html")}
        assert pages == {"tin-tuc/a/index.html"}

    def test_a_title_changes_the_lists_that_name_it(self, site: Desk) -> None:
        """The items that offered it, and those that do so now; other items keep their bytes."""
        site.set("news/2026/c.vi.md", title="Đường đi của ánh sáng")
        pages = {path for path in self.changed(site) if path.endswith("index.html")}
        assert {"tin-tuc/a/index.html", "tin-tuc/b/index.html"} <= pages
        assert "tin-tuc/hop-bao/index.html" not in pages

"""A document in both languages in a real browser: beside each other, below each other, and on paper."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.e2e.axe import violations_in_all_looks
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer
from tests.e2e.test_accessibility import OVER_THE_EDGE
from tests.e2e.test_print import A4, words

pytestmark = pytest.mark.browser

PAGES = (
    VIETNAMESE["both languages"],
    ENGLISH["both languages"],
    "van-ban/45-qd-skhcn-so-khcn-minh-chau-2026/song-ngu/",
    "en/documents/45-qd-skhcn-so-khcn-minh-chau-2026/side-by-side/",
)
CELLS = """() => [...document.querySelectorAll(".side-by-side__row[id]")].map((row) => {
  const [vi, en] = [...row.querySelectorAll(":scope > .side-by-side__text")];
  const [one, other] = [vi, en].map((cell) => cell.getBoundingClientRect());
  return {id: row.id, languages: [vi.lang, en.lang], beside: one.right <= other.left,
    below: one.bottom <= other.top, level: Math.abs(one.top - other.top) < 2, wide: one.width};
})"""


@pytest.mark.parametrize("address", PAGES)
def test_two_columns_on_a_desk_and_one_on_a_phone(
    site: SiteServer, new_page: NewPage, address: str
) -> None:
    """On a wide screen each part stands level with its translation, on a narrow one above it."""
    page = new_page()
    page.goto(site.url(address))
    rows = page.evaluate(CELLS)
    assert len(rows) > 60
    assert all(row["languages"] == ["vi", "en"] for row in rows)
    assert [row["id"] for row in rows if not (row["beside"] and row["level"])] == []
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 800})
        rows = page.evaluate(CELLS)
        assert [row["id"] for row in rows if not row["below"]] == []
        assert min(row["wide"] for row in rows) > 230
        assert page.evaluate(OVER_THE_EDGE) == []


@pytest.mark.parametrize("address", PAGES[:2])
def test_the_heads_of_the_columns_stay_in_sight(
    site: SiteServer, new_page: NewPage, address: str
) -> None:
    """Far down the page both languages still stand at the top, and a link to a part shows below them."""
    page = new_page(width=390)
    page.goto(site.url(f"{address}#dieu-10-khoan-2"))
    heads = page.locator(".side-by-side__languages")
    box, row = heads.bounding_box(), page.locator("#dieu-10-khoan-2").bounding_box()
    assert box is not None and row is not None
    assert abs(box["y"]) < 2
    assert row["y"] >= box["y"] + box["height"] - 1
    assert heads.inner_text().split() == ["Tiếng", "Việt", "English"]


@pytest.mark.parametrize("address", PAGES[2:])
def test_axe_finds_no_violation(site: SiteServer, kept_page: KeptPage, address: str) -> None:
    """On a phone and on a desk (WCAG 2.2 AA); the first two are looked at with all others (``kinds``)."""
    assert violations_in_all_looks(kept_page, site.url(address)) == []


def test_the_document_leads_there_and_its_parts_have_links(
    site: SiteServer, new_page: NewPage
) -> None:
    """From either document to the page in its language; the link of a row leads to the row."""
    page = new_page()
    for pages in (VIETNAMESE, ENGLISH):
        page.goto(site.url(pages["full document"]))
        page.locator("a[href$='song-ngu/'], a[href$='side-by-side/']").first.click()
        page.wait_for_url(site.url(pages["both languages"]))
        row = page.locator("#dieu-5-khoan-1")
        row.locator(".side-by-side__link").click()
        assert page.url.endswith("#dieu-5-khoan-1")
        assert page.evaluate("document.querySelector(':target').id") == "dieu-5-khoan-1"


@pytest.mark.parametrize("address", PAGES[:2])
def test_both_columns_are_printed(site: SiteServer, new_page: NewPage, address: str) -> None:
    """On A4, each part beside its translation below the heads of both letters; no link of the screen."""
    page = new_page()
    page.goto(site.url(address))
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in reader.pages:
        assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx(
            A4, abs=1
        )
    text = words(reader)
    for head in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"):
        assert head in text
    page.emulate_media(media="print")
    rows = page.evaluate(CELLS)
    assert [row["id"] for row in rows if not (row["beside"] and row["level"])] == []
    assert not page.locator(".side-by-side__link").first.is_visible()
    places = [columns(sheet) for sheet in reader.pages]
    assert all(left and right for left, right in places[:-1])


def columns(sheet: object) -> tuple[bool, bool]:
    """Whether text begins in the left half of a sheet, and in the right one."""
    halves: set[bool] = set()

    def seen(text: str, _cm: list[float], at: list[float], *_: object) -> None:
        if text.strip():
            halves.add(at[4] > A4[0] / 2)

    sheet.extract_text(visitor_text=seen)  # type: ignore[attr-defined]
    return False in halves, True in halves


@pytest.mark.parametrize("address", PAGES[:2])
def test_it_reads_without_script(site: SiteServer, new_page: NewPage, address: str) -> None:
    """Both texts and the state are there."""
    page = new_page(java_script_enabled=False)
    page.goto(site.url(address))

    assert page.locator("#dieu-23-khoan-3 [lang=vi]").is_visible()
    assert page.locator("#dieu-23-khoan-3 [lang=en]").is_visible()
    assert page.locator(".item-head .status").is_visible()

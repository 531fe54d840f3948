"""The register and the list of public information in a real browser: sight, keyboard, paper, narrow screens.

One page of each template is looked at with all others (``kinds``); here are the lists beside it.
"""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from tests.e2e.axe import violations, violations_in_all_looks
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.server import SiteServer
from tests.e2e.test_accessibility import over_the_edge

pytestmark = pytest.mark.browser

REGISTER = {"vi": "van-ban/", "en": "en/documents/"}
PAGES = (
    "van-ban/co-quan/so-khcn-minh-chau/theo-so/",
    "van-ban/loai/quyet-dinh/2026/",
    "van-ban/tinh-trang/con-hieu-luc/",
    "van-ban/linh-vuc/khoa-hoc-cong-nghe/",
    "danh-muc-thong-tin-cong-khai/diem-c/",
    "en/documents/status/con-hieu-luc/",
    "en/documents/field/khoa-hoc-cong-nghe/",
    "en/public-information/point-a/",
)


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_violation(site: SiteServer, kept_page: KeptPage, address: str) -> None:
    """No violation, light and dark, on a phone and on a desk (WCAG 2.2 AA)."""
    assert violations_in_all_looks(kept_page, site.url(address)) == []


def test_pages_fit_a_narrow_screen(site: SiteServer, new_page: NewPage) -> None:
    """At 320 px no list scrolls sideways and no text is cut, at twice the text size either (1.4.10)."""
    page = new_page(width=320, height=640)
    faults = {}
    for address in (*PAGES, *REGISTER.values()):
        page.goto(site.url(address))
        if found := over_the_edge(page):
            faults[address] = found

    assert faults == {}


def test_the_order_is_switched_by_keyboard(site: SiteServer, new_page: NewPage) -> None:
    """The switch names both orders, says which one stands, and leads there and back without a mouse."""
    page = new_page()
    page.goto(site.url(REGISTER["vi"]))
    switch = page.locator(".sort-orders")
    by_day = page.locator(".register-row__number").all_inner_texts()
    assert switch.locator("[aria-current=true]").count() == 1
    switch.locator("a:not([aria-current])").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/theo-so/")
    by_number = page.locator(".register-row__number").all_inner_texts()
    newest = [int(re.findall(r"\d+", number)[0]) for number in by_number[:5]]

    assert newest == sorted(newest, reverse=True)
    assert by_number != by_day
    page.locator(".sort-orders a:not([aria-current])").click()
    page.wait_for_url("**/van-ban/")


@pytest.mark.parametrize("language", REGISTER)
def test_a_file_is_fetched_from_its_row(site: SiteServer, new_page: NewPage, language: str) -> None:
    """The link of a row has a name that tells it from all others, and brings a file of this site."""
    page = new_page()
    page.goto(site.url(REGISTER[language]))
    links = page.locator(".register-row__file")
    names = [re.sub(r"\s+", " ", link.text_content() or "") for link in links.all()]
    with page.expect_download() as download:
        links.first.click()

    assert len(names) == len(set(names)) > 5
    assert download.value.suggested_filename.endswith(".pdf")


def printed(site: SiteServer, new_page: NewPage, address: str) -> str:
    page = new_page()
    page.goto(site.url(address))
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())


def test_the_register_on_paper(site: SiteServer, new_page: NewPage) -> None:
    """Rows with number, abstract and state; neither facets nor switch nor links to files."""
    text = printed(site, new_page, REGISTER["vi"])
    page = new_page()
    page.goto(site.url(REGISTER["vi"]))
    switch = page.locator(".sort-orders").inner_text()

    assert "21/2026/QĐ-UBND" in text
    assert "Chưa có hiệu lực" in text
    assert " ".join(switch.split()) not in text
    assert not re.search(r"PDF \d", text)


def test_the_list_of_public_information_on_paper(site: SiteServer, new_page: NewPage) -> None:
    """A table with its head, as on a desk, whatever the width of the screen it is printed from."""
    narrow = new_page(width=375)
    narrow.goto(site.url("danh-muc-thong-tin-cong-khai/diem-b/"))
    head = narrow.locator(".public-table thead th").all_text_contents()
    narrow.emulate_media(media="print")
    shown = narrow.locator(".public-table thead").bounding_box()
    text = printed(site, new_page, "danh-muc-thong-tin-cong-khai/diem-b/")

    assert shown
    assert shown["height"] > 10
    assert [words for words in head if words not in text] == []
    assert "21/2026/QĐ-UBND" in text.replace(" ", "")


def test_a_row_stays_a_row_on_a_phone(site: SiteServer, new_page: NewPage) -> None:
    """Where cells stand below each other, a screen reader still finds a table with its heads."""
    page = new_page(width=375)
    page.goto(site.url("danh-muc-thong-tin-cong-khai/diem-b/"))
    table = page.get_by_role("table")

    assert table.get_by_role("columnheader").count() == 6
    assert table.get_by_role("row").count() == table.get_by_role("rowheader").count() + 1
    assert violations(page) == []

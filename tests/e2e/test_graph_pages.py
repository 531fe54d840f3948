"""The relation graph in a real browser: it fits a phone, its words fit their boxes, its nodes lead on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import DESK, violations_in_all_looks
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer
from tests.e2e.test_accessibility import OVER_THE_EDGE

pytestmark = pytest.mark.browser

PAGES = (
    VIETNAMESE["full document"],
    ENGLISH["full document"],
    "van-ban/luat-01-2026-qh16/",
    "en/documents/42-2022-nd-cp/",
    VIETNAMESE["patterns"],
    ENGLISH["patterns"],
)
SIZES = """() => {
  const region = document.querySelector(".relation-graph__region");
  return {room: region.clientWidth, needed: region.scrollWidth, page: document.documentElement.scrollWidth};
}"""
TOO_WIDE = """() => [...document.querySelectorAll(".relation-graph__node")].flatMap((node) => {
  const box = node.querySelector("rect").getBoundingClientRect();
  return [...node.querySelectorAll("text, .status")]
    .filter((words) => {
      const at = words.getBoundingClientRect();
      return at.right > box.right || at.left < box.left || at.top < box.top || at.bottom > box.bottom;
    })
    .map((words) => words.textContent.trim());
})"""
COVERED = """() => {
  const words = [...document.querySelectorAll(".relation-graph__picture > text")];
  const boxes = [...document.querySelectorAll(".relation-graph__box")].map((b) => b.getBoundingClientRect());
  return words.filter((line) => {
    const at = line.getBoundingClientRect();
    return boxes.some((b) => at.left < b.right && at.right > b.left && at.top + 4 < b.bottom && at.bottom - 4 > b.top);
  }).map((line) => line.textContent);
}"""


def opened(page: Page, address: str) -> Page:
    """The page with its graph open."""
    page.goto(address)
    open_graph(page)
    return page


def open_graph(page: Page) -> None:
    page.evaluate("document.querySelector('.relation-graph').open = true")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", (320, 360, 390, 1280))
def test_the_picture_fits_the_screen(
    site: SiteServer, kept_page: KeptPage, address: str, width: int
) -> None:
    """From 320 px on nothing has to be scrolled sideways, and all words stay in their boxes."""
    page = kept_page(DESK)
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, site.url(address))
    sizes = page.evaluate(SIZES)
    assert sizes["needed"] <= sizes["room"]
    assert sizes["page"] <= width
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(COVERED) == []


def test_large_text_scrolls_in_the_region_alone(site: SiteServer, new_page: NewPage) -> None:
    """At twice the text size the picture is twice as large and the page no wider; the region takes the focus."""
    page = opened(new_page(width=320), site.url(PAGES[0]))
    before = page.locator(".relation-graph__picture").bounding_box()
    page.evaluate("document.documentElement.dataset.textSize = 'largest'")
    after = page.locator(".relation-graph__picture").bounding_box()
    assert before is not None and after is not None
    assert after["width"] == pytest.approx(2 * before["width"], rel=0.01)
    assert page.evaluate(SIZES)["page"] <= 320
    assert page.evaluate(OVER_THE_EDGE) == []
    page.locator(".relation-graph__title").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "relation-graph__region"


@pytest.mark.parametrize("address", PAGES[2:])
def test_axe_finds_no_violation_in_an_open_graph(
    site: SiteServer, kept_page: KeptPage, address: str
) -> None:
    """Named region, links with names, contrast (WCAG 2.2 AA); the first two with all of a document."""
    url = site.url(address)
    assert violations_in_all_looks(kept_page, url, open_graph, ".relation-graph") == []


@pytest.mark.parametrize("address", PAGES[:4])
def test_nodes_are_links_in_the_order_of_the_picture(
    site: SiteServer, new_page: NewPage, address: str
) -> None:
    """By Tab from above to below, each named by number and state, and each leads to its document."""
    page = opened(new_page(), site.url(address))
    links = page.locator("a.relation-graph__node")
    page.locator(".relation-graph__region").focus()
    tops = []
    for place in range(links.count()):
        page.keyboard.press("Tab")
        found = page.evaluate("document.activeElement.querySelector('text').textContent")
        assert found == links.nth(place).locator("text").first.text_content()
        tops.append(page.evaluate("document.activeElement.querySelector('rect').y.baseVal.value"))
    assert tops == sorted(tops)
    assert len(tops) > 1
    number = links.first.locator("text").first.text_content() or ""
    links.first.click()
    page.wait_for_url(lambda url: not url.endswith(address))
    assert number in page.locator("h1").inner_text()


def test_a_state_in_the_picture_is_that_of_the_visitors_day(
    site: SiteServer, new_page: NewPage
) -> None:
    """On the day on which the decision takes effect its box says so, as the rest of the page does."""
    page = new_page()
    page.clock.set_fixed_time("2026-11-20T08:00:00")
    opened(page, site.url(PAGES[0]))
    own = page.locator(".relation-graph__node--own .status")
    before = own.inner_text()
    page.clock.set_fixed_time("2026-11-26T08:00:00")
    opened(page, site.url(PAGES[0]))

    assert before != own.inner_text() == "Còn hiệu lực"

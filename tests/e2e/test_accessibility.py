"""What axe-core finds, and whether every page fits a narrow screen and large text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import DESK, EVERY_RULE, violations_at_once, violations_in_all_looks
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.kinds import ENGLISH, EVERY, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

OVER_THE_EDGE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const faults = [];
  if (document.querySelector(".skip-link").getBoundingClientRect().right > 0) faults.push("skip link shows");
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (!box.width || !box.height || style.clip !== "auto" || style.position === "absolute") continue;
    const name = `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
    if (box.right > width + 1 && !scrolls(element)) faults.push(`over the edge: ${name}`);
    const cut = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (cut && element.innerText?.trim()) faults.push(`clipped: ${name}`);
  }
  return faults.slice(0, 5);
}"""


@pytest.mark.parametrize("address", EVERY)
def test_axe_finds_no_violation(site: SiteServer, kept_page: KeptPage, address: str) -> None:
    """No violation on a template, light and dark, on a phone and on a desk (WCAG 2.2 AA)."""
    assert violations_in_all_looks(kept_page, site.url(address)) == []


@pytest.mark.parametrize("kind", ("home", "full document", "register"))
def test_axe_finds_no_violation_with_more_contrast(
    site: SiteServer, new_page: NewPage, kind: str
) -> None:
    """The contrast control breaks nothing, on the light ground and on the dark one."""
    addresses = [pages[kind] for pages in (VIETNAMESE, ENGLISH)]
    opened = [new_page(width=DESK) for _ in addresses]
    for page, address in zip(opened, addresses, strict=True):
        page.goto(site.url(address))
        page.evaluate("document.documentElement.dataset.contrast = 'more'")
    told = {}
    for scheme in ("light", "dark"):
        for page in opened:
            page.emulate_media(color_scheme=scheme)
        found = violations_at_once([(page, EVERY_RULE) for page in opened])
        told |= {
            f"{address} {scheme}": lines for address, lines in zip(addresses, found, strict=True)
        }

    assert {name: lines for name, lines in told.items() if lines} == {}


def over_the_edge(page: Page) -> dict[str, list[str]]:
    """What does not fit an open page, by the size of its text: the usual one, and twice that."""
    found = {}
    for size in ("", "largest"):
        page.evaluate("size => { document.documentElement.dataset.textSize = size }", size)
        found[size] = page.evaluate(OVER_THE_EDGE)
    return {size: faults for size, faults in found.items() if faults}


def test_every_page_fits_a_narrow_screen(site: SiteServer, new_page: NewPage) -> None:
    """At 320 px no page scrolls sideways and no text is cut, at twice the text size either (1.4.10)."""
    page = new_page(width=320, height=640)
    faults = {}
    for address in EVERY:
        page.goto(site.url(address))
        if found := over_the_edge(page):
            faults[address] = found

    assert faults == {}


def test_largest_text_is_twice_the_usual(site: SiteServer, new_page: NewPage) -> None:
    """Text can be enlarged to 200 % with the page's own control (1.4.4)."""
    page = new_page()
    page.goto(site.url(""))
    size = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    usual = page.evaluate(size)
    larger = page.locator("[data-preference=larger]")
    for _ in range(10):
        if larger.get_attribute("aria-disabled") != "true":
            larger.click()

    assert page.evaluate(size) >= 2 * usual

"""What axe-core finds, and whether every page fits a narrow screen and large text."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import ENGLISH, EVERY, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

PHONE, DESK = 375, 1280
EVERY_RULE = {"resultTypes": ["violations"]}
# what the size of the window and the ground can change once the rest of a page is right
RULES_OF_SIGHT = {**EVERY_RULE, "runOnly": ["color-contrast", "target-size"]}
LOOKS = (
    (PHONE, "light", EVERY_RULE),
    (DESK, "dark", EVERY_RULE),
    (PHONE, "dark", RULES_OF_SIGHT),
    (DESK, "light", RULES_OF_SIGHT),
)
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


def violations(
    page: Page, options: dict[str, Any] = EVERY_RULE, within: str | None = None
) -> list[str]:
    """What axe-core finds on the page, or ``within`` a part of it, one line for each element."""
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [
        f"{rule['id']} {node['target']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("address", EVERY)
def test_axe_finds_no_violation(site: SiteServer, new_page: NewPage, address: str) -> None:
    """No violation on a template, light and dark, on a phone and on a desk (WCAG 2.2 AA)."""
    page = new_page()
    page.goto(site.url(address))
    found = []
    for width, scheme, options in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} {scheme}: {line}" for line in violations(page, options)]

    assert found == []


@pytest.mark.parametrize("kind", ("home", "full document", "register"))
def test_axe_finds_no_violation_with_more_contrast(
    site: SiteServer, new_page: NewPage, kind: str
) -> None:
    """The contrast control breaks nothing, on the light ground and on the dark one."""
    page = new_page()
    found = []
    for pages in (VIETNAMESE, ENGLISH):
        page.goto(site.url(pages[kind]))
        page.evaluate("document.documentElement.dataset.contrast = 'more'")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{pages[kind]} {scheme}: {line}" for line in violations(page)]

    assert found == []


@pytest.mark.parametrize("size", ("", "largest"))
def test_every_page_fits_a_narrow_screen(site: SiteServer, new_page: NewPage, size: str) -> None:
    """At 320 px no page scrolls sideways and no text is cut, at twice the text size either (1.4.10)."""
    page = new_page(width=320, height=640)
    faults = {}
    for address in EVERY:
        page.goto(site.url(address))
        page.evaluate("size => { document.documentElement.dataset.textSize = size }", size)
        if found := page.evaluate(OVER_THE_EDGE):
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

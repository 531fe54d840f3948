"""The keyboard alone reaches and works everything."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

WALKED = (
    VIETNAMESE["home"],
    ENGLISH["full document"],
    VIETNAMESE["register"],
    VIETNAMESE["directory"],
)
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}))
  .map((element, place) => { element.dataset.place = place; return element.outerHTML.slice(0, 90); })"""
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    place: element.dataset.place ?? null,
    tag: element.tagName,
    shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    words: element.textContent.trim().slice(0, 40),
  };
}"""


def focused(page: Page) -> dict[str, Any]:
    """What has the focus, and whether a sighted visitor can see that."""
    found: dict[str, Any] = page.evaluate(FOCUSED)
    return found


@pytest.mark.parametrize("width", (375, 1280))
@pytest.mark.parametrize("address", WALKED)
def test_tab_reaches_everything_in_order(
    site: SiteServer, new_page: NewPage, address: str, width: int
) -> None:
    """Tab goes through every link and control once, in the order of the page, with a visible focus."""
    page = new_page(width=width)
    page.goto(site.url(address), wait_until="networkidle")  # scripts may still bring controls
    wanted = page.evaluate(REACHABLE)
    assert len(wanted) > 20
    for place, element in enumerate(wanted):
        page.keyboard.press("Tab")
        found = focused(page)
        while found["tag"] == "INPUT" and found["place"] == str(place - 1):  # day, month and year
            page.keyboard.press("Tab")
            found = focused(page)
        assert found["place"] == str(place), f"{element} was not reached; {found} was"
        assert found["shown"], f"focus is not visible on {element}"
        assert found["inside"], f"focus is out of sight on {element}"
    page.keyboard.press("Tab")
    assert focused(page)["tag"] in ("BODY", "HTML", "A"), "the page does not let the focus go"


def test_skip_link_comes_first_and_leads_to_the_main_text(
    site: SiteServer, new_page: NewPage
) -> None:
    """The first Tab shows the skip link; Enter takes the focus past the menu (2.4.1)."""
    page = new_page()
    page.goto(site.url(VIETNAMESE["full document"]))
    page.keyboard.press("Tab")
    assert focused(page)["words"] == "Đến nội dung chính"
    assert focused(page)["inside"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_menu_of_a_phone_opens_and_closes_by_key(site: SiteServer, new_page: NewPage) -> None:
    """Enter opens the menu, says so, and the next Tab is its first entry; Enter closes it again."""
    page = new_page(width=375)
    page.goto(site.url(""))
    toggle, menu = page.locator(".menu__toggle"), page.locator(".menu__list")
    assert not menu.is_visible()
    toggle.focus()
    page.keyboard.press("Enter")
    assert toggle.get_attribute("aria-expanded") == "true"
    assert menu.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.menu__list').contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert not menu.is_visible()


def test_note_of_a_missing_translation_opens_and_closes_by_key(
    site: SiteServer, new_page: NewPage
) -> None:
    """Enter opens the note of the language switch, Escape closes it and gives the focus back."""
    page = new_page()
    page.goto(site.url(ENGLISH["news in English alone"]))
    page.locator(".language-switch summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".language-switch__note").is_visible()
    page.keyboard.press("Tab")
    assert focused(page)["tag"] == "A"
    page.keyboard.press("Escape")
    assert not page.locator(".language-switch__note").is_visible()
    assert focused(page)["tag"] == "SUMMARY"


def test_boxes_of_the_register_open_by_key(site: SiteServer, new_page: NewPage) -> None:
    """The boxes that narrow a list are operable with Enter on a phone."""
    page = new_page(width=375)
    page.goto(site.url(VIETNAMESE["register"]))
    box = page.locator("details.facets__block").first
    box.locator("summary").focus()
    page.keyboard.press("Enter")

    assert box.locator("a").first.is_visible()


def test_language_switch_works_by_key(site: SiteServer, new_page: NewPage) -> None:
    """Enter on the language switch leads to the page in the other language."""
    page = new_page()
    page.goto(site.url(""))
    page.locator(".language-switch a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(site.url(ENGLISH["home"]))

    assert page.locator("html").get_attribute("lang") == "en"

"""What a visitor chose stays chosen, and a visitor without JavaScript loses no content."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import EVERY, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser


def test_choices_hold_on_the_next_page(site: SiteServer, new_page: NewPage) -> None:
    """Text size, contrast and dark ground chosen by key on one page hold on another, and after it."""
    page = new_page()
    page.goto(site.url(""))
    root = page.locator("html")
    for name in ("larger", "contrast", "theme"):
        page.locator(f"[data-preference={name}]").focus()
        page.keyboard.press("Enter")
    chosen = [root.get_attribute(f"data-{name}") for name in ("text-size", "contrast", "theme")]
    assert chosen == ["large", "more", "dark"]

    page.goto(site.url(VIETNAMESE["full document"]))
    assert [root.get_attribute(f"data-{n}") for n in ("text-size", "contrast", "theme")] == chosen
    assert page.locator("[data-preference=contrast]").get_attribute("aria-pressed") == "true"
    page.locator("[data-preference=smaller]").click()
    page.locator("[data-preference=contrast]").click()
    page.reload()
    assert root.get_attribute("data-text-size") is None
    assert root.get_attribute("data-contrast") == "normal"


def test_damaged_storage_does_no_harm(site: SiteServer, new_page: NewPage) -> None:
    """What lies damaged in the storage of the browser is left aside; the controls still work."""
    page = new_page()
    page.goto(site.url(""))
    page.evaluate("localStorage.setItem('preferences', '{')")
    page.reload()
    page.locator("[data-preference=larger]").click()

    assert page.locator("html").get_attribute("data-text-size") == "large"


def test_every_page_reads_without_script(site: SiteServer, new_page: NewPage) -> None:
    """Without JavaScript each page shows its heading, its text and its menu, and no dead control."""
    page = new_page(width=375, java_script_enabled=False)
    faults = {}
    for address in EVERY:
        page.goto(site.url(address))
        shown = {
            "heading": page.locator("h1").is_visible(),
            "text": len(page.locator("main").inner_text()) > 80,
            "menu": page.locator(".menu a").first.is_visible(),
            "no dead control": not page.locator("[data-preferences]").is_visible()
            and not page.locator(".menu__toggle").is_visible(),
        }
        if not all(shown.values()):
            faults[address] = shown

    assert faults == {}

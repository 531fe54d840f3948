"""A page that was built yesterday does not lie today: the browser's clock decides."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

ZONE = "Asia/Ho_Chi_Minh"


def on(new_page: NewPage, day: str) -> Page:
    """A page of a visitor in Việt Nam at ten o'clock of ``day``."""
    page = new_page(timezone_id=ZONE)
    moment = dt.datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=ZoneInfo(ZONE))
    page.clock.set_fixed_time(moment)
    return page


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    (
        ("2026-11-22", "Chưa có hiệu lực", "Not yet in force"),
        ("2026-11-24", "Chưa có hiệu lực", "Not yet in force"),
        ("2026-11-25", "Còn hiệu lực", "In force"),
        ("2027-06-01", "Còn hiệu lực", "In force"),
    ),
)
def test_validity_follows_the_visitors_day(
    site: SiteServer, new_page: NewPage, day: str, vietnamese: str, english: str
) -> None:
    """Quyết định 21/2026/QĐ-UBND comes into force on 25/11/2026, on its page and in the register."""
    page = on(new_page, day)
    for pages, words in ((VIETNAMESE, vietnamese), (ENGLISH, english)):
        page.goto(site.url(pages["full document"]))
        assert page.locator(".item-head .status").inner_text().strip() == words
        page.goto(site.url(pages["register"]))
        row = page.locator(".register-row", has_text="21/2026/QĐ-UBND").first
        assert row.locator(".status").inner_text().strip() == words


def test_built_state_stands_without_script(site: SiteServer, new_page: NewPage) -> None:
    """Without JavaScript the state of the day of the build stands."""
    page = new_page(java_script_enabled=False)
    page.goto(site.url(VIETNAMESE["full document"]))

    assert page.locator(".item-head .status").inner_text().strip() == "Chưa có hiệu lực"


def test_notices_leave_the_home_page_after_their_day(site: SiteServer, new_page: NewPage) -> None:
    """A notice stands on the home page to the end of its last day and is gone on the next."""
    shown = {}
    for day in ("2026-11-22", "2026-12-03", "2026-12-04", "2027-03-01"):
        page = on(new_page, day)
        page.goto(site.url(""))
        cards = page.locator("[data-module=notice]")
        shown[day] = [card.get_attribute("data-until") for card in cards.all() if card.is_visible()]

    assert all("2026-12-03" in shown[day] for day in ("2026-11-22", "2026-12-03"))
    assert "2026-12-03" not in shown["2026-12-04"]
    assert shown["2026-12-04"]
    assert shown["2027-03-01"] == []

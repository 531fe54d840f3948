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


@pytest.mark.parametrize(
    ("day", "words", "state", "takes_comments"),
    (
        ("2026-11-22", "11 days left", "Open for comment", True),
        ("2026-12-02", "1 day left", "Open for comment", True),
        ("2026-12-03", "The last day for comments", "Open for comment", True),
        ("2026-12-04", "The time for comments is over", "Closed, summary due", False),
    ),
)
def test_days_left_follow_the_visitors_day(
    site: SiteServer, new_page: NewPage, day: str, words: str, state: str, takes_comments: bool
) -> None:
    """A consultation open to 03/12/2026 counts its days down, then closes and takes its form away."""
    page = on(new_page, day)
    page.goto(site.url(ENGLISH["consultation"]))

    assert page.locator(".days-left").inner_text() == words
    assert page.locator(".item-head .status").inner_text().strip() == state
    assert page.locator("form.send-form").is_visible() == takes_comments


def test_an_overdue_summary_is_told_from_its_day_on(site: SiteServer, new_page: NewPage) -> None:
    """The summary is due fifteen days after closing: a page built before says so on the day after."""
    shown = {}
    for day in ("2026-12-18", "2026-12-19"):
        page = on(new_page, day)
        page.goto(site.url(ENGLISH["consultation"]))
        shown[day] = page.locator("[data-module=notice-over]").is_visible()

    assert shown == {"2026-12-18": False, "2026-12-19": True}

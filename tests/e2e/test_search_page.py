"""Searching in a real browser: the box in every header, the page, its address, its ways without results."""

from __future__ import annotations

import datetime as dt
import json
import re
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.axe import EVERY_RULE, violations_at_once
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer
from tests.e2e.test_accessibility import OVER_THE_EDGE
from tests.e2e.test_requests import LISTEN, MAX_BYTES, MAX_REQUESTS

pytestmark = pytest.mark.browser

PAGES = {"vi": "tim-kiem/", "en": "en/search/"}
WORDS = {"vi": "thông tin", "en": "information"}
NOTHING = "zzqx"
OPEN_ALL = "document.querySelectorAll('details').forEach((box) => (box.open = true))"
NUMBER, ITS_PAGE = "45/QĐ-SKHCN", "45-qd-skhcn-so-khcn-minh-chau-2026/"


def state(page: Page) -> str:
    """What the page shows once it has answered: ``idle``, ``found``, ``none`` or a fault."""
    page.wait_for_selector("[data-state]:not([aria-busy])")
    return page.locator("[data-state]").get_attribute("data-state") or ""


def search(page: Page, site: SiteServer, query: str = "", language: str = "vi") -> Page:
    """The search page with the answer to ``query``, which may hold filters: ``q=thông tin&type=…``."""
    page.goto(site.url(PAGES[language]) + (f"?{query}" if "=" in query else f"?q={query}"))
    state(page)
    return page


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def titles(page: Page) -> list[str]:
    return page.locator("[data-slot=hits] .hit__link").all_inner_texts()


@pytest.mark.parametrize("width", (375, 1280))
def test_the_box_in_the_header_leads_to_results(
    site: SiteServer, kept_page: KeptPage, width: int
) -> None:
    """Words and Enter in the header of any page lead to what they find, in the language of the page."""
    page = kept_page(width)
    for language, start in (("vi", VIETNAMESE["about"]), ("en", ENGLISH["full document"])):
        page.goto(site.url(start))
        header = page.get_by_role("banner").get_by_role("searchbox")
        header.fill(WORDS[language])
        header.press("Enter")
        page.wait_for_url(f"**/{PAGES[language]}?q=*")
        assert state(page) == "found"
        assert page.get_by_role("searchbox").input_value() == WORDS[language]
        assert len(titles(page)) == 10
        assert WORDS[language] in page.title()


def test_the_number_typed_exactly_goes_straight_to_its_document(
    site: SiteServer, kept_page: KeptPage
) -> None:
    """From the header and on the search page, with marks or without; back leads where it was typed."""
    page = kept_page(1280)
    page.goto(site.url(VIETNAMESE["about"]))
    header = page.get_by_role("banner").get_by_role("searchbox")
    header.fill(NUMBER.replace("Đ", "D").lower())
    header.press("Enter")
    page.wait_for_url(f"**/van-ban/{ITS_PAGE}")
    page.go_back()
    assert page.url == site.url(VIETNAMESE["about"])
    search(page, site, f"q={NUMBER}", "en")
    first = page.locator("[data-slot=exact] .hit__link")
    assert NUMBER in first.inner_text()
    assert first.get_attribute("href") == f"../../en/documents/{ITS_PAGE}"
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(f"**/en/documents/{ITS_PAGE}")


def test_without_script_the_box_leads_to_the_register(site: SiteServer, new_page: NewPage) -> None:
    """The register says why it stands there; the search page itself has plain ways, and no dead ones."""
    page = new_page(java_script_enabled=False)
    page.goto(site.url(VIETNAMESE["about"]))
    header = page.get_by_role("banner").get_by_role("searchbox")
    header.fill(NUMBER)
    header.press("Enter")
    page.wait_for_url("**/van-ban/?q=*")
    assert page.locator(".advice").is_visible()
    page.goto(site.url(PAGES["vi"]))
    assert page.locator(".advice >> visible=true").count() == 1
    assert page.get_by_role("link", name="2026", exact=True).is_visible()
    hidden = page.locator(".search-examples, .search__found, .search__fault").all()
    assert [part for part in hidden if part.is_visible()] == []


def test_results_come_while_typing_and_back_leads_back(
    site: SiteServer, kept_page: KeptPage
) -> None:
    """The address follows what is typed, chosen and turned to; back and forward restore all of it."""
    page = kept_page(1280)
    search(page, site, WORDS["vi"])
    total = page.locator(".search__count").inner_text()
    page.get_by_role("searchbox").fill("đo lường")
    expect(page.locator(".search__count")).to_contain_text("đo lường")
    assert asked(page) == {"q": ["đo lường"]}
    page.locator("[data-facet=section] input").first.check()
    page.wait_for_url("**section=*")
    chosen = asked(page)["section"]
    assert state(page) == "found"
    assert page.locator(".search__filter").count() == 1
    narrowed = titles(page)
    page.get_by_role("combobox").select_option("date")
    page.wait_for_url("**sort=date*")
    page.go_back()
    assert (state(page), titles(page)) == ("found", narrowed)
    page.go_back()
    assert state(page) == "found"
    assert not page.locator(f"[name=section][value='{chosen[0]}']").is_checked()
    page.go_back()
    expect(page.locator(".search__count")).to_have_text(total)
    assert page.get_by_role("searchbox").input_value() == WORDS["vi"]
    page.go_forward()
    page.go_forward()
    expect(page.locator(".search__filter")).to_have_count(1)
    page.reload()
    assert (state(page), titles(page)) == ("found", narrowed)


def test_pages_of_results_have_addresses_and_keep_their_place(
    site: SiteServer, new_page: NewPage
) -> None:
    """The next page begins at its top; back from a result leads to where the visitor was reading."""
    page = new_page(width=375, height=640)
    search(page, site, WORDS["vi"])
    first = titles(page)
    page.locator("[data-slot=next] a").click()
    page.wait_for_url("**page=2*")
    assert state(page) == "found"
    expect(page.locator(".search__count")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    assert set(titles(page)).isdisjoint(first)
    last = page.locator("[data-slot=hits] .hit__link").last
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(400)  # the place is kept when the scrolling has stopped
    place = page.evaluate("scrollY")
    last.click()
    page.wait_for_url(lambda url: PAGES["vi"] not in url)
    page.go_back()
    state(page)
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 5")

    assert place > 0
    assert asked(page)["page"] == ["2"]


def test_filters_count_narrow_and_are_taken_away(site: SiteServer, kept_page: KeptPage) -> None:
    """Each value tells how many it leaves; taking the last filter away brings everything back."""
    page = kept_page(1280)
    search(page, site, WORDS["vi"])
    total = page.locator(".search__count").inner_text()
    value = page.locator("[data-facet=section] li").nth(1)
    left = int(re.sub(r"\D", "", value.locator(".facets__count").inner_text()))
    value.locator("input").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**section=*")
    state(page)

    expect(page.locator(".search__count")).to_have_text(re.compile(rf"^{left} "))
    assert page.evaluate("document.activeElement.checked")
    page.locator(".search__filter").click()
    expect(page.locator(".search__count")).to_have_text(total)
    assert "section" not in asked(page)


def test_the_status_is_announced_and_the_list_is_walked_by_arrows(
    site: SiteServer, kept_page: KeptPage
) -> None:
    """A screen reader hears the count; the arrows lead from the box through the list and back."""
    page = kept_page(1280)
    search(page, site, WORDS["en"], "en")
    told = page.get_by_role("status")
    expect(told).to_have_text(re.compile(r"^\d+ results for “information”$"))
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    assert focused == titles(page)[1].strip()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    search(page, site, NOTHING, "en")
    expect(told).to_contain_text(NOTHING)


def test_nothing_found_offers_ways_on(site: SiteServer, kept_page: KeptPage) -> None:
    """Without filters, without quotation marks, the registers, the people: each leads somewhere."""
    page = kept_page(1280)
    search(page, site, f'q="{NOTHING} thông tin"&section=news')
    assert state(page) == "none"
    tips = page.locator(".search__tips")
    assert tips.get_by_role("link").count() >= 3
    assert page.locator("#search_lists").is_visible()
    tips.locator("[data-slot=without-filters] a").click()
    page.wait_for_function("!location.search.includes('section')")
    state(page)
    tips.locator("[data-slot=without-quotes] a").click()
    page.wait_for_function("!location.search.includes('%22')")
    assert page.get_by_role("searchbox").input_value() == f"{NOTHING} thông tin"


def test_other_language_stands_apart(site: SiteServer, kept_page: KeptPage) -> None:
    """What only the other language has is offered below, in its own language, with the way to all of it."""
    page = kept_page(1280)
    search(page, site, "measuring instruments")
    other = page.locator("[data-slot=other]")
    expect(other.locator(".hit").first).to_be_visible()
    assert other.locator("[data-slot=title]").first.get_attribute("lang") == "en"
    other.locator("[data-slot=other-all]").click()
    page.wait_for_url("**/en/search/?q=measuring+instruments")
    assert state(page) == "found"


def test_raw_typing_is_read_and_can_be_taken_literally(
    site: SiteServer, kept_page: KeptPage
) -> None:
    """Telex typed with the keyboard off is answered as it was meant; what was typed is one link away."""
    page = kept_page(1280)
    search(page, site, "nghij ddinhj")
    showing = page.locator(".search__showing")
    assert "nghị định" in showing.inner_text()
    showing.get_by_role("link").click()
    page.wait_for_url("**literal=1*")
    state(page)
    assert not showing.is_visible()


def test_a_state_is_that_of_the_visitors_day(site: SiteServer, new_page: NewPage) -> None:
    """Quyết định 21/2026/QĐ-UBND comes into force on 25/11/2026; the index was built before."""
    page = new_page(timezone_id="Asia/Ho_Chi_Minh")
    for day, wanted in (("2026-11-22", "Chưa có hiệu lực"), ("2026-11-25", "Còn hiệu lực")):
        moment = dt.datetime.fromisoformat(f"{day}T10:00").replace(
            tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")
        )
        page.clock.set_fixed_time(moment)
        page.goto(site.url(""))
        page.goto(f"{site.url(PAGES['vi'])}?q=21/2026/QĐ-UBND")
        expect(page.locator("[data-slot=exact] .status")).to_have_text(wanted)


def refused(route: Route) -> None:
    route.abort()


def other_version(route: Route) -> None:
    manifest = json.loads(route.fetch().body())
    route.fulfill(json={**manifest, "format": 999})


@pytest.mark.parametrize(("how", "fault"), ((refused, "failed"), (other_version, "outdated")))
def test_faults_are_told_with_their_remedy(
    site: SiteServer, new_page: NewPage, how: object, fault: str
) -> None:
    """An index that cannot be fetched, or that another version wrote, is told; trying again mends it."""
    page = new_page()
    page.route("**/search/manifest.json", how)  # type: ignore[arg-type]
    search(page, site, WORDS["vi"])
    assert state(page) == fault
    told = page.locator(".search__fault >> visible=true")
    expect(page.get_by_role("status")).to_have_text(told.locator("p").inner_text())
    page.unroute("**/search/manifest.json")
    told.get_by_role("button").click()
    page.wait_for_selector("[data-state=found]")


def test_no_connection_is_told_and_mends_itself(site: SiteServer, new_page: NewPage) -> None:
    """Offline the page says so and leaves what is typed; back online it answers by itself."""
    page = new_page()
    page.goto(site.url(PAGES["vi"]))
    page.context.set_offline(True)
    page.get_by_role("searchbox").fill(WORDS["vi"])
    page.wait_for_selector("[data-state=offline]")
    page.context.set_offline(False)
    page.wait_for_selector("[data-state=found]")


@pytest.mark.parametrize(
    ("language", "looks"),
    (("vi", ((375, "light"), (1280, "dark"))), ("en", ((375, "dark"), (1280, "light")))),
)
def test_axe_finds_no_violation(
    site: SiteServer, new_page: NewPage, language: str, looks: tuple[tuple[int, str], ...]
) -> None:
    """With results, with none, and with a fault; each language on a phone and at a desk (WCAG 2.2 AA)."""
    pages = [new_page(width=width, color_scheme=scheme) for width, scheme in looks]
    told = []
    for query, wanted in (
        (WORDS[language], "found"),
        (f"q={NOTHING}&type=a", "none"),
        ("a", "failed"),
    ):
        for page in pages:
            if wanted == "failed":
                page.route("**/search/manifest.json", refused)
            search(page, site, query, language)
            assert state(page) == wanted
            page.evaluate(OPEN_ALL)
        found = violations_at_once([(page, EVERY_RULE) for page in pages])
        told += [
            f"{look} {wanted}: {line}"
            for look, lines in zip(looks, found, strict=True)
            for line in lines
        ]

    assert told == []


@pytest.mark.parametrize("size", ("", "largest"))
def test_it_fits_a_narrow_screen(site: SiteServer, kept_page: KeptPage, size: str) -> None:
    """At 320 px nothing scrolls sideways and no text is cut, at twice the text size either (1.4.10)."""
    page = kept_page(320)
    faults = {}
    for language in PAGES:
        for query in (WORDS[language], NUMBER, f"q={NOTHING}&type=quyet-dinh"):
            search(page, site, query, language)
            page.evaluate("size => { document.documentElement.dataset.textSize = size }", size)
            page.evaluate(OPEN_ALL)
            if found := page.evaluate(OVER_THE_EDGE):
                faults[language, query] = found

    assert faults == {}


def test_it_is_light_and_keeps_to_the_policy(site: SiteServer, new_page: NewPage) -> None:
    """A first view like any other page's; the engine comes with the first question, from this host alone."""
    page = new_page(width=375)
    page.add_init_script(LISTEN)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    site.answers.clear()
    page.goto(site.url(PAGES["vi"]), wait_until="networkidle")
    size = sum(answer.size for answer in site.answers)
    print(f"{size / 1024:.1f} KB in {len(site.answers)} requests")

    assert size <= MAX_BYTES
    assert len(site.answers) <= MAX_REQUESTS
    assert not any("search/" in a.address and "page.js" not in a.address for a in site.answers)
    search(page, site, WORDS["vi"])
    assert faults == []


def test_results_on_paper(site: SiteServer, kept_page: KeptPage) -> None:
    """The results and their number are printed; what is there to be pressed is not."""
    page = kept_page(1280)
    search(page, site, WORDS["vi"])
    page.emulate_media(media="print")

    assert page.locator(".search__count").is_visible()
    assert page.locator(".hit").first.is_visible()
    pressed = page.locator(".search-form, .search-filters, .search__sort, .pager, .search__chosen")
    assert [part for part in pressed.all() if part.is_visible()] == []

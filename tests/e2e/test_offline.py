"""Pages without a connection: what was visited stays readable, what was searched for can be found again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import BASE, NewPage
from tests.e2e.server import SiteServer, served
from tests.sites.copies import SiteCopy, copied

pytestmark = pytest.mark.browser

REGISTER, NEWS, SEARCH = "van-ban/", "tin-tuc/", "tim-kiem/"
KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    kept[name] = requests.map(({ url }) => new URL(url).pathname);
  }
  return kept;
}"""
IS_KEPT = """async (path) => {
  for (const name of await caches.keys()) if (await (await caches.open(name)).match(path)) return true;
}"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    """The small site, which keeps pages for times without a connection."""
    site = copied("small", tmp_path_factory.mktemp("kept") / "site")
    site.build(OFFLINE=True, SITEURL="https://x.example/so-khcn")
    return site


@pytest.fixture
def server(kept: SiteCopy) -> Iterator[SiteServer]:
    with served(kept.output, BASE) as site:
        yield site


def visited(page: Page, site: SiteServer, *addresses: str) -> None:
    """Visits pages, the first of which brings the worker, and waits until each is kept."""
    page.goto(site.url(addresses[0]))
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller")
    for address in addresses[1:]:
        page.goto(site.url(address))
    for address in addresses:
        page.wait_for_function(IS_KEPT, arg=site.base + address)


def cut_off(page: Page, site: SiteServer) -> None:
    """No connection from here on, for the page and for its worker."""
    page.context.set_offline(True)
    site.answers.clear()


def test_visited_pages_are_read_without_a_connection(server: SiteServer, new_page: NewPage) -> None:
    """With their styles; in place of others stands a page that says so, in the language asked for."""
    page = new_page()
    visited(page, server, "", REGISTER)
    cut_off(page, server)
    page.goto(server.url(""))
    assert page.locator(".welcome__title").is_visible()
    page.goto(server.url(f"{REGISTER}?q=x"))
    assert page.locator(".register-row").first.is_visible()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.menu__list')).display") == "flex"
    )
    page.goto(server.url(NEWS))
    told = page.locator("h1").inner_text()
    assert page.locator(".page--offline").is_visible()
    page.get_by_role("main").get_by_role("link").first.click()
    page.wait_for_url(server.url(""))
    page.goto(server.url(f"en/{NEWS}"))

    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() != told
    assert server.answers == []


def test_what_was_searched_for_is_found_without_a_connection(
    server: SiteServer, new_page: NewPage
) -> None:
    """The parts of the index that answered a question stay; for another the page says why it cannot."""
    page = new_page()
    visited(page, server, "", SEARCH)
    page.goto(f"{server.url(SEARCH)}?q=Sở")
    page.wait_for_selector("[data-state=found]:not([aria-busy])")
    total = page.locator(".search__count").inner_text()
    page.wait_for_function(IS_KEPT, arg=f"{server.base}search/manifest.json")
    page.wait_for_timeout(300)  # what was fetched last is being kept
    cut_off(page, server)
    page.goto(f"{server.url(SEARCH)}?q=Sở")
    page.wait_for_selector("[data-state=found]")

    assert page.locator(".search__count").inner_text() == total
    assert server.answers == []


def test_a_page_is_fetched_anew_while_there_is_a_connection(
    kept: SiteCopy, server: SiteServer, new_page: NewPage
) -> None:
    """What is kept never hides what has been published since."""
    page = new_page()
    visited(page, server, "", NEWS)
    file = kept.output / NEWS / "index.html"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"<h1", "<p>vừa đăng</p><h1".encode(), 1))
    page.reload()
    shown = page.get_by_text("vừa đăng").is_visible()
    file.write_bytes(before)

    assert shown


def test_old_versions_and_what_is_too_much_are_dropped(
    server: SiteServer, new_page: NewPage
) -> None:
    """The pages of an earlier theme go, those of another site of the host stay; 60 pages are the most."""
    page = new_page()
    page.goto(f"{server.address}/so-khcn/robots.txt")
    old, foreign = "congtinh /so-khcn/ static/old/ pages", "congtinh /so-khac/ static/old/ pages"
    page.evaluate("names => Promise.all(names.map((name) => caches.open(name)))", [old, foreign])
    visited(page, server, "", REGISTER)
    names = page.evaluate(KEPT).keys()
    (pages,) = (name for name in names if name.endswith(" pages") and "old" not in name)
    fill = """async (name) => {
      const cache = await caches.open(name);
      for (let n = 0; n < 90; n += 1) await cache.put(`/so-khcn/x/${n}`, new Response("x"));
    }"""
    page.evaluate(fill, pages)
    visited(page, server, NEWS)
    page.wait_for_function(f"async (name) => (await ({KEPT})())[name].length <= 60", arg=pages)

    assert old not in names
    assert foreign in names
    assert server.base + NEWS in page.evaluate(KEPT)[pages]
    assert f"{server.base}x/0" not in page.evaluate(KEPT)[pages]


def test_a_site_that_stops_keeping_pages_takes_its_worker_away(
    built: SiteCopy, server: SiteServer, new_page: NewPage
) -> None:
    """Where the setting is off again, the next page that a visitor opens removes the worker."""
    page = new_page()
    visited(page, server, "", REGISTER)
    server.folder = built.output
    page.goto(server.url(""))
    gone = "async () => !(await navigator.serviceWorker.getRegistration())"

    page.wait_for_function(gone)

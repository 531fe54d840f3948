"""What a page asks of the network: its weight, its number of requests, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import ENGLISH, EVERY, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
MAX_BYTES, MAX_REQUESTS = 40 * 1024, 6
LISTEN = """addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});"""


def test_nothing_is_refused_and_nobody_else_is_asked(site: SiteServer, new_page: NewPage) -> None:
    """Every template keeps to the policy of docs/hosting, logs no fault, and asks this host alone."""
    page = new_page()
    page.add_init_script(LISTEN)
    faults: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda got: faults.append(got.url) if got.status >= 400 else None)
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    wrong = {}
    for address in EVERY:
        faults.clear()
        page.goto(site.url(address))
        page.evaluate("document.documentElement.scrollIntoView({block: 'end'})")
        if faults:
            wrong[address] = list(faults)

    assert wrong == {}
    assert hosts == {urlsplit(site.address).netloc}


def test_the_policy_is_really_sent(site: SiteServer, new_page: NewPage) -> None:
    """The listener above hears a breach, or silence would prove nothing."""
    page = new_page()
    page.add_init_script(LISTEN)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(site.url(""))
    page.evaluate(
        "document.body.append(Object.assign(new Image(), {src: 'https://x.example/a.png'}))"
    )
    page.wait_for_timeout(200)

    assert any(fault.startswith("policy: img-src") for fault in faults)


@pytest.mark.parametrize(
    "kind", ("home", "list", "news with a gallery", "register", "full document")
)
@pytest.mark.parametrize("pages", (VIETNAMESE, ENGLISH), ids=("vi", "en"))
def test_first_view_is_light(
    site: SiteServer,
    new_page: NewPage,
    record_property: Callable[[str, object], None],
    pages: dict[str, str],
    kind: str,
) -> None:
    """At most 40 KB as sent and at most 6 requests for a first view, photos left out."""
    page = new_page(width=375)
    site.answers.clear()
    page.goto(site.url(pages[kind]), wait_until="networkidle")
    counted = [answer for answer in site.answers if not answer.address.endswith(PHOTOS)]
    size = sum(answer.size for answer in counted)
    record_property("bytes", size)
    record_property("requests", len(counted))
    print(f"{kind}: {size / 1024:.1f} KB in {len(counted)} requests")
    for answer in counted:
        print(f"  {answer.size:6} {answer.address}")

    assert {answer.status for answer in counted} == {200}
    assert size <= MAX_BYTES
    assert len(counted) <= MAX_REQUESTS


def test_public_pages_name_their_public_address(public_site: SiteServer, new_page: NewPage) -> None:
    """Canonical links hold the whole public address; every other link works below the base path."""
    page = new_page()
    for address in ("", "en/", VIETNAMESE["full document"], ENGLISH["list"]):
        page.goto(public_site.url(address))
        canonical = page.locator("link[rel=canonical]").get_attribute("href")
        assert canonical == f"https://x.example/so-khcn/{address}"
        links = page.evaluate(
            "[...document.querySelectorAll('a[href]')]"
            ".map((a) => new URL(a.getAttribute('href'), document.baseURI).href)"
        )
        inside = {urlsplit(link).path for link in links if link.startswith(public_site.address)}
        assert inside
        assert [link for link in inside if public_site.found(link)[0] != 200] == []

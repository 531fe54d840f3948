"""Both languages: the switch between them, and each word in the language it says it is in."""

from __future__ import annotations

import pytest

from tests.e2e.axe import DESK
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.kinds import ENGLISH, EVERY, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

# Names such as Minh Châu keep their marks in English; a word in lower case with marks is Vietnamese.
# “đ)” is the fifth point of a clause, and keeps its letter in a translation.
VIETNAMESE_WORDS = r"""() => {
  const marked = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
  const word = new RegExp(`(?<!\\p{L})\\p{Ll}*(?=[${marked}])\\p{Ll}+(?!\\p{L}|\\))`, "gu");
  const english = new Set(["communiqué", "communiqués"]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest("script, [translate=no]") || parent.closest("[lang]").lang !== "en") continue;
    if ((node.data.match(word) ?? []).some((found) => !english.has(found)))
      faults.push(node.data.trim().slice(0, 80));
  }
  return faults;
}"""


@pytest.mark.parametrize("kind", sorted(VIETNAMESE.keys() & ENGLISH.keys() - {"fault"}))
def test_switch_leads_to_the_counterpart_and_back(
    site: SiteServer, kept_page: KeptPage, kind: str
) -> None:
    """The language switch leads to the same page in the other language, and from there back."""
    page = kept_page(DESK)
    page.goto(site.url(VIETNAMESE[kind]))
    page.locator(".language-switch a").click()
    page.wait_for_url(site.url(ENGLISH[kind]))
    page.locator(".language-switch a").click()
    page.wait_for_url(site.url(VIETNAMESE[kind]))


@pytest.mark.parametrize(
    ("address", "language", "words", "nearest"),
    (
        (ENGLISH["news in English alone"], "vi", "Trang này chưa có bản tiếng Việt", "tin-tuc/"),
        (VIETNAMESE["first page of a list"], "en", "", "en/news/"),
        (
            "van-ban/52-gm-skhcn-so-khcn-minh-chau-2026/",
            "en",
            "This page has no English version",
            "en/documents/",
        ),
    ),
)
def test_page_without_counterpart_says_so(
    site: SiteServer, new_page: NewPage, address: str, language: str, words: str, nearest: str
) -> None:
    """Where no counterpart is, the switch says so in the language asked for and offers the nearest page."""
    page = new_page()
    page.goto(site.url(address))
    if words:
        page.locator(".language-switch summary").click()
        note = page.locator(".language-switch__note")
        assert words in note.inner_text()
        assert (
            page.evaluate("document.querySelector('.language-switch__note').closest('[lang]').lang")
            == language
        )
    page.locator(".language-switch a").click()
    page.wait_for_url(site.url(nearest))


def test_every_page_says_its_language(site: SiteServer, new_page: NewPage) -> None:
    """The language of a page is that of its address, and every ``lang`` inside is one of the two."""
    page = new_page()
    for address in EVERY:
        page.goto(site.url(address), wait_until="domcontentloaded")
        said = page.evaluate(
            "[...document.querySelectorAll('[lang]')].map((e) => e.getAttribute('lang'))"
        )
        assert said[0] == ("en" if address.startswith("en/") else "vi"), address
        assert set(said) <= {"vi", "en"}, address


def test_vietnamese_words_on_english_pages_are_marked(site: SiteServer, new_page: NewPage) -> None:
    """A Vietnamese fragment of an English page carries its language, or it is read out as English (3.1.2)."""
    page = new_page()
    wrong = {}
    for path in sorted(site.folder.glob("en/**/*.html")):
        address = path.relative_to(site.folder).as_posix().removesuffix("index.html")
        if b'http-equiv="refresh"' in path.read_bytes():
            continue
        page.goto(site.url(address), wait_until="domcontentloaded")
        if found := page.evaluate(VIETNAMESE_WORDS):
            wrong[address] = found

    assert wrong == {}

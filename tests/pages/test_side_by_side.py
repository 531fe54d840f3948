"""The page with both languages: which documents have one, where it stands, and what stands on it."""

from __future__ import annotations

import posixpath
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

import pytest

from congtinh.build.assets import read_assets
from congtinh.build.rendering import _sitemap
from congtinh.build.run import Build
from congtinh.build.theme import Theme
from congtinh.languages import LANGUAGES
from congtinh.pages.contexts import LegalDocumentPage, Page, SideBySidePage
from congtinh.pages.plan import Plan
from congtinh.pages.side_by_side import OF_THE_TEXT
from congtinh.pages.site import Site
from tests.sites.copies import PROJECT, THEME, SiteCopy

LAST = {"vi": "song-ngu/", "en": "side-by-side/"}
MADE = "legal_document/2026/45-qd-skhcn"


@dataclass(frozen=True)
class Register:
    """The documents of the demonstration without the rest of the site, planned."""

    content: Path
    plan: Plan

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by their addresses."""
        return {page.address: page for page in self.plan.pages()}

    @cached_property
    def with_both(self) -> dict[str, SideBySidePage]:
        return {at: page for at, page in self.pages.items() if isinstance(page, SideBySidePage)}

    @cached_property
    def theme(self) -> Theme:
        return Theme(THEME, read_assets(THEME), "")

    def rendered(self, page: Page) -> str:
        return self.theme.render(page, self.plan.frames()[page.language]).decode()


def register(folder: Path, **changes: str) -> Register:
    """``changes``: the new body of the English file of one document, or another of its fields."""
    content = folder / "content"
    for name in ("legal_document", "vocabulary"):
        shutil.copytree(PROJECT / "content" / name, content / name)
    for name, text in changes.items():
        path = content / f"{MADE}.{name.partition('_')[0]}.md"
        front, body = path.read_text("utf-8").removeprefix("---\n").split("---\n", 1)
        front, body = (front, text) if name.endswith("body") else (f"{front}{text}\n", body)
        path.write_text(f"---\n{front}---\n{body}", "utf-8", newline="\n")
    places = {name: str(folder / name.lower()) for name in ("OUTPUT_PATH", "CACHE")}
    settings = SiteCopy(PROJECT).settings(PATH=str(content), **places)
    return Register(content, Plan(Build(settings).gather(), settings))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return register(tmp_path_factory.mktemp("register"))


class Elements(HTMLParser):
    """Ids, and the words of each language, of finished HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.languages: list[tuple[str, str]] = []
        self.words: dict[str, list[str]] = {"vi": [], "en": [], "": []}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        if tag not in ("meta", "link", "br", "hr", "img", "input", "source", "path"):
            before = self.languages[-1][1] if self.languages else ""
            self.languages.append((tag, given.get("lang", before)))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.languages):
            while self.languages.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.languages and data.strip():
            self.words[self.languages[-1][1]].append(" ".join(data.split()))


def has_text(path: Path) -> bool:
    return path.is_file() and bool(path.read_text("utf-8").split("---\n", 2)[2].strip())


def test_documents_with_two_texts_have_the_page(documents: Register) -> None:
    """Each of them in both languages below its own address, and no other document."""
    expected = set()
    for item in documents.plan.model.items:
        files = [documents.content / f"{item.path[:-6]}.{code}.md" for code in LANGUAGES]
        if all(map(has_text, files)):
            expected.add(f"{item.address}{LAST[item.lang]}")
    assert len(expected) > 4
    assert documents.with_both.keys() == expected


def test_the_two_addresses_are_each_others_version(documents: Register) -> None:
    """Each names the other by ``hreflang``, leads there by the language switch, and is in the site map."""
    found = documents.with_both
    for address, page in found.items():
        versions = dict(page.alternates)
        other = "en" if page.language == "vi" else "vi"
        assert versions[page.language] == address
        assert page.counterpart is not None
        assert (page.counterpart.exact, page.counterpart.address) == (True, versions[other])
        assert versions[other] in found
        assert versions["x-default"] == versions["vi"]
        entry = _sitemap(page, "https://x.example")
        assert f"<loc>https://x.example/{address}</loc>" in entry
        assert f'hreflang="{other}" href="https://x.example/{versions[other]}"' in entry


def test_both_document_pages_lead_to_it(documents: Register) -> None:
    """By a link in the language of the page; a document with one text has none."""
    pages = documents.pages
    for page in pages.values():
        if isinstance(page, LegalDocumentPage):
            expected = f"{page.address}{LAST[page.language]}"
            assert (expected in pages) == (page.side_by_side is not None)
            if page.side_by_side:
                assert page.side_by_side.address == expected
                assert "song-ngu/" in documents.rendered(page) or page.language == "en"


def test_ids_and_links_of_the_page(documents: Register) -> None:
    """Ids are unique; links of the texts lead to one of them, to a page or to a file."""
    led = set()
    for page in documents.with_both.values():
        html = documents.rendered(page)
        ids = Elements(html).ids
        assert len(ids) == len(set(ids)), page.address
        text = html[html.index('<div class="side-by-side">') : html.index("</main>")]
        for link in Elements(text).links:
            if link.startswith("#"):
                assert link[1:] in ids, (page.address, link)
            elif link.startswith("../"):
                led.add(posixpath.normpath(posixpath.join(page.address, link.partition("#")[0])))
    assert len(led) > 10
    assert {at for at in led if f"{at}/" not in documents.pages} == set()


def test_each_text_is_marked_as_what_it_is(documents: Register) -> None:
    """In both pages the Vietnamese text is in Vietnamese and the English one in English."""
    for language, last in LAST.items():
        start = "van-ban" if language == "vi" else "en/documents"
        page = documents.with_both[f"{start}/21-2026-qd-ubnd-tinh-minh-chau/{last}"]
        words = Elements(documents.rendered(page)).words
        assert "Điều 1. Phạm vi điều chỉnh" in words["vi"]
        assert "Article 1. Scope of regulation" in words["en"]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words["vi"]
        assert "SOCIALIST REPUBLIC OF VIET NAM" in words["en"]
        assert "Minh Châu, ngày 09 tháng 11 năm 2026" in words["vi"]
        assert "Minh Châu, 9 November 2026" in words["en"]


@pytest.mark.parametrize(
    ("language", "label"), [("vi", "khoản 1 Điều 2"), ("en", "Clause 1, Article 2")]
)
def test_rows_are_named_in_the_language_of_the_page(
    documents: Register, language: str, label: str
) -> None:
    """The link to a row says which part it is."""
    page = next(
        p for p in documents.with_both.values() if p.language == language and len(p.rows) > 50
    )
    labels = {row.anchor: row.label for row in page.rows}

    assert labels["dieu-2-khoan-1"] == label
    assert all(row.label for row in page.rows if row.anchor)


def test_what_a_language_lacks_is_told(tmp_path: Path) -> None:
    """A part that only one text has stands alone, with words in the language of the page."""
    made = register(tmp_path, en_body="\nArticle 1. Scope\n\n1. One.\n\nArticle 2. Another\n")
    pages = [page for page in made.with_both.values() if "45-qd-skhcn" in page.address]
    assert [page.language for page in pages] == ["vi", "en"]
    for page in pages:
        rows = {row.anchor: row for row in page.rows}
        assert rows["dieu-1-khoan-1"].cells[1].html
        clause = rows["dieu-1-khoan-2"]
        assert clause.cells[0].html and not clause.cells[1].html
        assert clause.cells[1].missing in made.rendered(page)
        assert rows["dieu-2"].cells[0].html and rows["dieu-2"].cells[1].html


def test_a_document_whose_text_is_missing_in_one_language(tmp_path: Path) -> None:
    """Has no such page, and no link to one."""
    made = register(tmp_path, en_body="\n")
    pages = made.pages

    assert not [at for at in pages if "45-qd-skhcn" in at and at.endswith(tuple(LAST.values()))]
    own = pages["van-ban/45-qd-skhcn-so-khcn-minh-chau-2026/"]
    assert isinstance(own, LegalDocumentPage)
    assert own.side_by_side is None


def test_an_official_translation_has_no_warning(tmp_path: Path) -> None:
    """The banner stands where the translation is not official, and there only."""
    made = register(tmp_path, vi_front="english_official: true")
    for page in made.with_both.values():
        official = "45-qd-skhcn" in page.address
        assert page.unofficial_translation != official
        banner = re.search(r"advice--warning", made.rendered(page))
        assert (banner is None) == official


def test_words_of_the_other_language_are_known_beforehand(
    documents: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page says in the other language decides it, so each such word is in the list of them."""
    said: dict[str, set[str]] = {"vi": set(), "en": set()}
    say = Site.say

    def heard(site: Site, msgid: str) -> str:
        said[site.language].add(msgid)
        return say(site, msgid)

    monkeypatch.setattr(Site, "say", heard)
    for planned in documents.plan.planned():
        if planned.address.endswith(tuple(LAST.values())):
            said["vi" if planned.language == "en" else "en"].clear()
            planned.make()
            assert said["vi" if planned.language == "en" else "en"] <= set(OF_THE_TEXT)

"""The search page, its box in every header, and the plain ways that stand where there is no script."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.pages.contexts import OfflinePage, SearchPage, SitemapPage
from congtinh.pages.home import HomePage
from congtinh.pages.plan import Plan
from tests.sites.copies import THEME, SiteCopy, tree
from tests.sites.documents import write_document

SEARCH: dict[Language, str] = {"vi": "tim-kiem/", "en": "en/search/"}
REGISTER: dict[Language, str] = {"vi": "van-ban/", "en": "en/documents/"}


def plan_of(site: SiteCopy, **settings: Any) -> Plan:
    read = site.settings(**settings)
    return Plan(Build(read).gather(), read)


def search_page(plan: Plan, language: Language = "vi") -> SearchPage:
    (found,) = (planned for planned in plan.planned() if planned.address == SEARCH[language])
    page = found.make()
    assert isinstance(page, SearchPage)
    return page


def texts(page: SearchPage) -> list[str]:
    return [link.text for link in page.examples]


def page_text(site: SiteCopy, address: str) -> str:
    return (site.output / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands_in_both_languages(built: SiteCopy, language: Language) -> None:
    """Each language has its page, which leads to the other and may be indexed."""
    there = SEARCH["en" if language == "vi" else "vi"]
    page = search_page(plan_of(built), language)

    assert page.indexed
    assert page.counterpart is not None
    assert (page.counterpart.address, page.counterpart.exact) == (there, True)
    assert {state.state for state in page.states} >= {"con-hieu-luc", "het-hieu-luc-toan-bo"}
    assert {address for _, address in page.alternates} == set(SEARCH.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_box(built: SiteCopy, language: Language) -> None:
    """In each header: without script it leads to the register, with it to the search page."""
    pages = {
        name: data.decode()
        for name, data in tree(built.output).items()
        if name.endswith("index.html") and name.startswith("en/") == (language == "en")
    }
    headers = {name: re.search(r"<header class=.*?</header>", t, re.S) for name, t in pages.items()}
    forms = {
        name: re.search(r'role="search" action="([^"]*)" data-search="([^"#]*)#go"', header[0])
        for name, header in headers.items()
        if header is not None
    }

    assert len(forms) > 20
    for name, form in forms.items():
        assert form is not None, name
        without, with_script = (urljoin(f"/{name}", form[n]).removeprefix("/") for n in (1, 2))
        assert (without, with_script) == (REGISTER[language], SEARCH[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_says_what_it_is_without_script(built: SiteCopy, language: Language) -> None:
    """Who is led there by the box without script is told why, on the first page and on no other list."""
    register = page_text(built, REGISTER[language])
    news = page_text(built, "en/news/" if language == "en" else "tin-tuc/")

    assert "<noscript>" in register
    assert "<noscript>" not in news
    assert "<noscript>" in page_text(built, SEARCH[language])


def test_examples_are_those_of_the_settings(small: SiteCopy) -> None:
    """What the department writes is offered as it is, each leading to the search for it."""
    plan = plan_of(small, SEARCH_EXAMPLES=(("43/2011/ND-CP", "đo lường & cân"), ("fees",)))
    page = search_page(plan)
    queries = [parse_qs(urlsplit(link.address).query)["q"] for link in page.examples]

    assert texts(page) == ["43/2011/ND-CP", "đo lường & cân"]
    assert queries == [["43/2011/ND-CP"], ["đo lường & cân"]]
    assert [link.address for link in search_page(plan, "en").examples] == ["en/search/?q=fees"]


def test_examples_are_made_from_the_newest_documents(small: SiteCopy) -> None:
    """A number without marks, a subject without marks, then subjects with them; nothing is invented."""
    write_document(small, "moi", "99/QĐ-STN", issued="2026-11-01", topics=["nhan-su-moi"])
    words = 'vi = "Nhân sự, bổ nhiệm cán bộ"\nen = "Staff"\n'
    small.write("vocabulary/topics.toml", f"[nhan-su-moi]\n{words}")
    found = texts(search_page(plan_of(small)))

    assert found[:2] == ["99/QD-STN", "bo nhiem can bo"]
    assert len(found) <= 3


def test_home_has_the_box_with_the_same_examples(small: SiteCopy) -> None:
    """The home page answers what can be looked up with the box, its examples and the lists."""
    plan = plan_of(small, SEARCH_EXAMPLES=(("a", "b", "c"), ()))
    (home,) = (page for page in plan.pages() if isinstance(page, HomePage) and page.address == "")

    assert [link.text for link in home.examples] == ["a", "b", "c"]
    assert home.lookups


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_lead_to_documents_without_search(built: SiteCopy, language: Language) -> None:
    """The register, by type and by year: addresses that stand."""
    page = search_page(plan_of(built), language)
    found = [link.address for group in page.lists for link in group.links]

    assert found[0] == REGISTER[language]
    assert len(page.lists) == 3
    assert [at for at in found if not (built.output / at / "index.html").is_file()] == []


def test_the_site_map_leads_there(built: SiteCopy) -> None:
    """The text site map names the search page in each language."""
    for page in plan_of(built).pages():
        if isinstance(page, SitemapPage):
            addresses = [entry.link.address for entry in page.tree]
            assert SEARCH[page.language] in addresses


def test_the_engine_is_fetched_at_once() -> None:
    """The page names all modules that a first search needs, so that none waits for another."""
    folder = THEME / "static" / "js" / "search"
    page = (folder / "page.js").read_text(encoding="utf-8")
    (told,) = re.findall(r'ENGINE =\s+"([a-z ]+)"\.split', page)
    needed, waiting = set(), ["results", "searcher", "hits", "facets"]
    while waiting:
        name = waiting.pop()
        needed.add(name)
        module = (folder / f"{name}.js").read_text(encoding="utf-8")
        waiting += (
            set(re.findall(r'^(?:import|export) .*from "\./(\w+)\.js"', module, re.M)) - needed
        )

    assert told.split()[:2] == ["results", "searcher"]
    assert set(told.split()) == needed


def test_offline_is_a_choice(small: SiteCopy) -> None:
    """Only a site that says so has a service worker, its two pages, and the sign for the script."""
    small.build()
    assert not (small.output / "service-worker.js").exists()
    assert "data-offline" not in page_text(small, "")
    small.build(OFFLINE=True)
    worker = (small.output / "service-worker.js").read_text(encoding="utf-8")
    (folder,) = {path.parent.name for path in small.output.glob("static/*/css")}

    assert f'"static/{folder}/"' in worker
    assert "data-offline" in page_text(small, "")
    assert [(small.output / f"{at}offline.html").is_file() for at in ("", "en/")] == [True, True]
    small.build()
    assert not (small.output / "service-worker.js").exists()


def test_the_page_in_place_of_others_is_not_indexed(small: SiteCopy) -> None:
    """It stands at any address, as the page of faults does: absolute links, and no search engine."""
    small.build(OFFLINE=True, SITEURL="https://x.example/so", PUBLIC=True)
    text = (small.output / "en" / "offline.html").read_text(encoding="utf-8")
    pages = [page for page in plan_of(small, OFFLINE=True).pages() if isinstance(page, OfflinePage)]

    assert [page.indexed for page in pages] == [False, False]
    assert 'href="/so/en/"' in text
    assert "offline.html" not in (small.output / "sitemap.xml").read_text(encoding="utf-8")

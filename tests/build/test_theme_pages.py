"""Pages as the theme renders them: by turns, after faults, and always what Jinja alone would write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader

from congtinh.build.assets import read_assets
from congtinh.build.run import Build
from congtinh.build.templates import OPTIONS, Function
from congtinh.build.theme import Theme
from congtinh.languages import Language
from congtinh.pages.contexts import ListPage, NotFoundPage, Page
from congtinh.pages.frame_parts import Frame
from congtinh.pages.plan import Plan
from congtinh.pages.relative import relative
from tests.sites.copies import PROJECT, THEME, SiteCopy, copied

SITES: tuple[dict[str, Any], ...] = (
    {},
    {"SITEURL": "https://minhchau.example/so-khcn", "DRAFTS": True, "PAGE_SIZE": 7},
)


@dataclass(frozen=True)
class Pages:
    """All pages of a site, languages by turns, so that depths and languages change at each."""

    all: list[Page]
    frames: dict[Language, Frame]
    site_url: str
    cache: Path

    def theme(self) -> Theme:
        return Theme(THEME, read_assets(THEME), self.site_url, self.cache)

    def render(self, theme: Theme, page: Page) -> bytes:
        return theme.render(page, self.frames[page.language])


def pages_of(site: SiteCopy, **overrides: Any) -> Pages:
    settings = site.settings(**overrides)
    plan = Plan(Build(settings).gather(), settings)
    by_language = [[page for page in plan.pages() if page.language == name] for name in plan.sites]
    turns = [page for turn in zip_longest(*by_language) for page in turn if page is not None]
    return Pages(turns, plan.frames(), settings.site_url, settings.cache)


@pytest.fixture(scope="module")
def small_pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of the small site."""
    return pages_of(copied("small", tmp_path_factory.mktemp("pages") / "site"))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration keeps its pictures, for all tests of this module."""
    return tmp_path_factory.mktemp("demonstration")


def plainly(pages: Pages) -> Iterator[bytes]:
    """Each page as Jinja alone writes it: nothing is kept, and its links are counted out anew."""
    theme = pages.theme()
    base = urlsplit(pages.site_url).path.rstrip("/") + "/"
    here = pages.all[0]

    def link(target: str) -> str:
        is_absolute = isinstance(here, NotFoundPage)
        return base + target if is_absolute else relative(here.address, target)

    def asset(name: str) -> str:
        return link(theme.assets.address(name))

    def kept(component: Function, *given: object, **named: object) -> object:
        return component(*given, **named)

    environments = {}
    for language in pages.frames:
        environment = Environment(loader=FileSystemLoader(THEME / "templates"), **OPTIONS)
        environment.globals.update(theme.functions(language), link=link, asset=asset, kept=kept)
        environments[language] = environment
    for here in pages.all:
        template = environments[here.language].select_template(list(here.templates))
        yield template.render(page=here, frame=pages.frames[here.language]).encode()


@pytest.mark.parametrize("overrides", SITES, ids=["as it is", "with an address"])
def test_every_page_is_what_jinja_alone_writes(places: Path, overrides: dict[str, Any]) -> None:
    """No page of the demonstration shows what is kept, or where another page stands."""
    folders = {"OUTPUT_PATH": str(places / "output"), "CACHE": str(places / "cache")}
    pages = pages_of(SiteCopy(PROJECT), **folders, **overrides)
    theme = pages.theme()

    assert len(pages.all) > 400
    for page, expected in zip(pages.all, plainly(pages), strict=True):
        assert pages.render(theme, page) == expected, page.address


def test_languages_and_depths_by_turns(small_pages: Pages) -> None:
    """One theme after many pages writes what a new one writes first."""
    old = small_pages.theme()
    for page in small_pages.all:
        small_pages.render(old, page)

    for page in reversed(small_pages.all):
        assert small_pages.render(old, page) == small_pages.render(small_pages.theme(), page)


def test_a_fault_leaves_nothing_behind(small_pages: Pages) -> None:
    """After a page that could not be rendered, the next is as ever: its links, language and parts."""
    theme = small_pages.theme()
    for page in small_pages.all:
        with pytest.raises(ValueError):
            small_pages.render(theme, broken(page))

        assert small_pages.render(theme, page) == small_pages.render(small_pages.theme(), page)


class Unspeakable:
    """What cannot be written on a page."""

    def __html__(self) -> str:
        raise ValueError


def broken(page: Page) -> Page:
    """A page of another depth with a fault: of itself, or of a card within what is kept."""
    address, fault = f"{page.address}them/nua/", cast("str", Unspeakable())
    if isinstance(page, ListPage) and page.cards:
        cards = (page.cards[0]._replace(title=fault),)
        return type(page)(**vars(page) | {"address": address, "cards": cards})
    return type(page)(**vars(page) | {"address": address, "title": fault})


def test_each_frame_shows_its_own_facts(small_pages: Pages) -> None:
    """What is kept of one frame does not stand on the pages of another."""
    theme, page = small_pages.theme(), small_pages.all[0]
    frame = small_pages.frames[page.language]
    other = frame._replace(name="Sở Khác", phone="0909", menu=frame.menu[:1])
    theme.render(page, frame)

    assert theme.render(page, other) == small_pages.theme().render(page, other)
    assert "Sở Khác".encode() in theme.render(page, other)
    assert theme.render(page, frame) == small_pages.theme().render(page, frame)


def test_values_that_are_equal_yet_written_differently_are_kept_apart() -> None:
    """``1`` and ``true`` are equal to Python, and not to a reader."""
    kept = Theme(THEME, read_assets(THEME), "").functions("vi")["kept"]

    assert [kept(str, value) for value in (1, True, 1.0)] == ["1", "True", "1.0"]


def test_a_component_is_written_once_for_its_arguments() -> None:
    """The second time it is taken from what is kept."""
    kept = Theme(THEME, read_assets(THEME), "").functions("vi")["kept"]
    written: list[str] = []

    def component(words: str) -> str:
        written.append(words)
        return words

    assert [kept(component, word) for word in ("a", "b", "a")] == ["a", "b", "a"]
    assert written == ["a", "b"]

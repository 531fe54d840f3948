"""Fixtures: the demonstration, built once and served, and a real Chromium."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from congtinh.build.browser import found
from tests.e2e.server import SiteServer, served
from tests.sites.copies import PROJECT, SiteCopy

BASE = "/so-khcn/"
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-gpu",
    "--no-first-run",
    "--metrics-recording-only",
)

NewPage = Callable[..., Page]
KeptPage = Callable[[int], Page]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its pattern page, built once."""
    return _built(tmp_path_factory, "demonstration", PATTERNS=True)


@pytest.fixture(scope="session")
def public_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration for a public address that lies below another site."""
    address = "https://x.example/so-khcn"
    return _built(tmp_path_factory, "public", SITEURL=address, PUBLIC=True, PATTERNS=False)


def _built(factory: pytest.TempPathFactory, name: str, **settings: Any) -> Path:
    output = factory.mktemp(name) / "output"
    cache = factory.getbasetemp() / "cache"
    SiteCopy(PROJECT).build(OUTPUT_PATH=str(output), CACHE=str(cache), **settings)
    return output


@pytest.fixture(scope="session")
def site(demonstration: Path) -> Iterator[SiteServer]:
    """The demonstration, served with the headers of docs/hosting."""
    with served(demonstration) as server:
        yield server


@pytest.fixture(scope="session")
def public_site(public_demonstration: Path) -> Iterator[SiteServer]:
    """The public build, served in the same way below its base path."""
    with served(public_demonstration, BASE) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium, or else Playwright's own; its sandbox is off only where we are root."""
    path = found()
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        if path is None and not Path(playwright.chromium.executable_path).is_file():
            pytest.skip("no Chromium: run “invoke browser”")
        started = playwright.chromium.launch(
            executable_path=path, args=list(QUIET), chromium_sandbox=not is_root
        )
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """``new_page(width=375, color_scheme="dark")``: a page of a fresh visitor."""
    contexts = []

    def made(width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        return context.new_page()

    yield made
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def visitors(browser: Browser) -> Iterator[dict[int, Page]]:
    """The pages of ``kept_page``, one for each width, and each a visitor of its own."""
    pages: dict[int, Page] = {}
    yield pages
    for page in pages.values():
        page.context.close()


@pytest.fixture
def kept_page(browser: Browser, visitors: dict[int, Page]) -> Iterator[KeptPage]:
    """``kept_page(375)``: the page of a visitor who goes on from address to address, and looks alone.

    It costs a third of a page of a fresh visitor. What a test leaves in the storage is taken away.
    """
    lent: list[Page] = []

    def made(width: int) -> Page:
        if width not in visitors:
            context = browser.new_context(reduced_motion="reduce")
            visitors[width] = context.new_page()
        page = visitors[width]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light", media="screen")
        lent.append(page)
        return page

    yield made
    for page in lent:
        page.evaluate("origin === 'null' || (localStorage.clear(), sessionStorage.clear())")

"""The theme: the templates with the words of each language, and a page as bytes."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from congtinh import messages
from congtinh.build.assets import Assets
from congtinh.build.templates import Compiled, Function, Templates
from congtinh.pages.contexts import NotFoundPage, Page
from congtinh.pages.frame_parts import Frame
from congtinh.pages.relative import to_root
from congtinh.pages.site import written_in

MOST_KEPT = 4096
"""Components that are kept as written, in each language; about a kilobyte each."""


class Theme:
    """Renders pages with the templates, words and static files of one theme folder.

    Compiled templates are kept below ``cache``, where one is given.  One page is rendered at a
    time: ``link`` and ``asset`` lead from where that page stands.
    """

    def __init__(
        self, folder: Path, assets: Assets, site_url: str, cache: Path | None = None
    ) -> None:
        self.folder = folder
        self.assets = assets
        self._cache = cache
        self._compiled = Compiled(cache / "templates") if cache else None
        self.site_url = site_url
        self._base = urlsplit(site_url).path.rstrip("/") + "/"
        self._root = ""
        self._templates: dict[str, Templates] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """Handed to another process as what it is made from."""
        return Theme, (self.folder, self.assets, self.site_url, self._cache)

    def render(self, page: Page, frame: Frame) -> bytes:
        """One page as UTF-8; its links are relative, those of a 404 page absolute."""
        self._root = self._base if isinstance(page, NotFoundPage) else to_root(page.address)
        templates = self._templates.get(page.language) or self._in(page.language)
        return templates.written(page.templates, page=page, frame=frame).encode()

    def _in(self, language: str) -> Templates:
        """The templates in one language, made when its first page is."""
        folder = self.folder / "templates"
        made = Templates(folder, self.functions(language), self._compiled)
        self._templates[language] = made
        return made

    def functions(self, language: str) -> dict[str, Function]:
        """What templates may call, by name: the contract of a theme, beside ``page`` and ``frame``."""
        return {**self._leading(), **_words(self.folder, language), **_formats(language)}

    def _leading(self) -> dict[str, Function]:
        """What depends on where the page stands.

        ``kept(component, …)`` is the component called with these arguments, written once for each
        depth: a component reads its arguments and the functions of its language, nothing else.
        """

        def link(target: str) -> str:
            return self._root + target or "./"

        def asset(name: str) -> str:
            return self._root + self.assets.address(name)

        @lru_cache(MOST_KEPT, typed=True)
        def made(_root: str, component: Function, *given: object, **named: object) -> Any:
            return component(*given, **named)

        def kept(component: Function, *given: object, **named: object) -> Any:
            return made(self._root, component, *given, **named)

        return {"link": link, "asset": asset, "kept": kept}


def _words(folder: Path, language: str) -> dict[str, Function]:
    words = messages.catalogue(folder / "translations", messages.THEME_DOMAIN, language)
    return {"_": lru_cache(1024)(words.gettext), "ngettext": words.ngettext}


def _formats(language: str) -> dict[str, Function]:
    """How this language writes what it is given; the same again and again is written once."""

    @lru_cache
    def lang(code: str) -> Markup | str:
        return Markup(f' lang="{code}"') if code and code != language else ""

    def name_lang(words: str) -> Markup | str:
        return lang(written_in(words))

    def day(value: dt.date) -> str:
        return messages.day(value, language)

    def iso(value: dt.date) -> str:
        return value.isoformat()

    def number(value: float) -> str:
        return messages.number(value, language)

    def filesize(size: int) -> str:
        return messages.filesize(size, language)

    kept = lru_cache(1024, typed=True)
    return {
        "lang": lang,
        "name_lang": kept(name_lang),
        "day": kept(day),
        "iso": kept(iso),
        "number": kept(number),
        "filesize": kept(filesize),
    }

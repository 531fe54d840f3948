"""The theme: one Jinja environment for each language, and a page as bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from congtinh import messages
from congtinh.build.assets import Assets
from congtinh.languages import LANGUAGES
from congtinh.pages.contexts import NotFoundPage, Page
from congtinh.pages.parts import Frame
from congtinh.pages.relative import relative
from congtinh.pages.site import written_in


class Theme:
    """Renders pages with the templates, words and static files of one theme folder.

    Compiled templates are kept below ``cache``, where one is given.
    """

    def __init__(
        self, folder: Path, assets: Assets, site_url: str, cache: Path | None = None
    ) -> None:
        self._compiled = _compiled(cache)
        self.folder = folder
        self.assets = assets
        self._base = urlsplit(site_url).path.rstrip("/") + "/"
        self._environments = {language: self._environment(language) for language in LANGUAGES}

    def _environment(self, language: str) -> Environment:
        words = messages.catalogue(self.folder / "translations", messages.THEME_DOMAIN, language)
        environment = Environment(
            loader=FileSystemLoader(self.folder / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=self._compiled,
        )

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

        formats: dict[str, Callable[..., object]] = {
            "lang": lang,
            "name_lang": name_lang,
            "day": day,
            "iso": iso,
            "number": number,
            "filesize": filesize,
        }
        environment.globals.update(formats)
        environment.filters.update(formats)
        environment.globals.update({"_": words.gettext, "ngettext": words.ngettext})
        return environment

    def render(self, page: Page, frame: Frame) -> bytes:
        """One page as UTF-8; its links are relative, those of a 404 page absolute."""
        address = page.address

        def link(target: str) -> str:
            return relative(address, target)

        def absolute(target: str) -> str:
            return self._base + target

        chosen = absolute if isinstance(page, NotFoundPage) else link

        def asset(name: str) -> str:
            return chosen(self.assets.address(name))

        template = self._environments[page.language].select_template(list(page.templates))
        text = template.render(page=page, frame=frame, link=chosen, asset=asset)
        return text.encode()


def _compiled(cache: Path | None) -> FileSystemBytecodeCache | None:
    if cache is None:
        return None
    folder = cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))

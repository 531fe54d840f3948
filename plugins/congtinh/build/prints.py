"""What all pages rest on: templates with all they reach, and what the pages of a language share."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path

from congtinh.build.assets import Assets
from congtinh.build.cache import digest, version
from congtinh.build.stamps import scan
from congtinh.languages import LANGUAGES
from congtinh.messages import THEME_DOMAIN
from congtinh.pages.plan import Plan
from congtinh.settings import Settings

_REACHED = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%}", re.DOTALL)
_NAMED = re.compile(r"""["']([^"']+)["']\s*(?:import\b.*|as\b.*|with(?:out)? context\s*|-?\s*)\Z""")

NOT_ON_PAGES = frozenset(
    {"content", "output", "theme", "cache", "editor_lang", "today", "workers", "max_image_bytes", "max_file_bytes"}
)  # fmt: skip
"""Settings that no page shows; a page asks the model about the day."""


def template_prints(templates: Path) -> dict[str, bytes]:
    """Name of a template to a digest of it and of all that it extends, includes and imports.

    Where a template names another in a way that cannot be read here, it reaches all of them.
    """
    sources = {
        name: (templates / name).read_text(encoding="utf-8", errors="replace")
        for name in sorted(scan(templates, whole=True).files)
    }
    near = {name: _near(text, frozenset(sources)) for name, text in sources.items()}
    return {
        name: digest(sources[at].encode() for at in sorted(_reached(name, near))) for name in sources
    }


def _near(text: str, every: frozenset[str]) -> frozenset[str]:
    found = set()
    for match in _REACHED.finditer(text):
        named = _NAMED.match(match[1].strip())
        if named is None:
            return every
        found.add(named[1])
    return frozenset(found) & every


def _reached(name: str, near: Mapping[str, frozenset[str]]) -> set[str]:
    reached, waiting = {name}, [name]
    while waiting:
        for other in near[waiting.pop()] - reached:
            reached.add(other)
            waiting.append(other)
    return reached


def shared_prints(
    plan: Plan, settings: Settings, assets: Assets, templates: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Language to a digest of what all its pages share beside their templates."""
    told = repr((version(), _facts(settings), plan.model.vocabularies.digest, assets.folder, sorted(templates)))
    frames = plan.frames()
    return {
        language: digest(
            (
                told.encode(),
                repr((frames[language], plan.sites[language].agency)).encode(),
                _words(settings.theme, language),
            )
        )
        for language in LANGUAGES
    }


def settings_told(settings: Settings) -> str:
    """Every setting that decides what is built, and the day."""
    return repr((_facts(settings), settings.today))


def _facts(settings: Settings) -> dict[str, object]:
    return {
        entry.name: getattr(settings, entry.name)
        for entry in dataclasses.fields(settings)
        if entry.name not in NOT_ON_PAGES
    }


def _words(theme: Path, language: str) -> bytes:
    path = theme / "translations" / language / "LC_MESSAGES" / f"{THEME_DOMAIN}.po"
    return path.read_bytes() if path.is_file() else b""

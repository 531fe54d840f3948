"""Which requests are views of pages: by people as far as a log can tell, and of which part of the site."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from congtinh.addresses import FIXED
from congtinh.languages import Language
from congtinh.records.registry import RECORD_TYPES
from congtinh.visits.access_log import Clock, Request, opened, requests
from congtinh.vocabulary.registry import Vocabularies

HOME, OTHER = "home", "other"
_PAGE = re.compile(rb"(?:/|\.html?)\Z", re.IGNORECASE)
_NOT_PAGES = (b"/404.html", b"/en/404.html", b"/.")
_SHOWN = frozenset((b"200", b"304"))


class PageView(NamedTuple):
    """One page shown; ``visitor`` is a number drawn anew in each run, from which nobody can be found."""

    seconds: int
    day: str
    visitor: bytes
    language: Language
    section: str


class Views:
    """The views of pages in logs; ``told`` counts the lines by what they came to."""

    def __init__(self, vocabularies: Vocabularies, site_url: str = "") -> None:
        words = (word for term in vocabularies["robots"] for word in term.texts("words"))
        robots = re.compile("|".join(map(re.escape, words)).encode() or b"(?!)")
        self.is_robot = lru_cache(1 << 16)(lambda agent: robots.search(agent.lower()) is not None)
        self.part_of = lru_cache(1 << 16)(_Sections(urlsplit(site_url).path.rstrip("/")).part_of)
        self.host = (urlsplit(site_url).hostname or "").encode()
        self.told: Counter[str] = Counter()
        self.days: set[str] = set()
        self._salt, self._clock = os.urandom(16), Clock()

    def of_log(self, path: Path) -> Iterator[PageView]:
        """The views in one log, in its order; ``OSError`` or ``EOFError`` where it cannot be read to its end."""
        told, days = self.told, self.days
        with opened(path) as lines:
            for request in requests(lines, self._clock):
                told["lines"] += 1
                if request is None:
                    told["unread"] += 1
                    continue
                days.add(request.day)
                view = self._view(request)
                if isinstance(view, str):
                    told[view] += 1
                else:
                    told["views"] += 1
                    yield view

    def _view(self, one: Request) -> PageView | str:
        """The view of a page, or why the request is none."""
        if self.host and one.host and _name(one.host) != _name(self.host):
            return "elsewhere"
        method, _, rest = one.request.partition(b" ")
        target = rest.partition(b" ")[0]
        if method != b"GET" or one.status not in _SHOWN:
            return "no_page"
        part = self.part_of(target.partition(b"?")[0])
        if part is None or b"prefetch" in one.rest:
            return "no_page"
        if one.agent is None:
            self.told["no_agent"] += 1
        elif len(one.agent) < 2 or self.is_robot(one.agent):
            return "robots"
        visitor = hashlib.blake2b(
            one.address + b"\0" + (one.agent or b""), digest_size=8, key=self._salt
        ).digest()
        return PageView(one.seconds, one.day, visitor, *part)


def _name(host: bytes) -> bytes:
    """A host without its port and without ``www.``."""
    return host.lower().partition(b":")[0].removeprefix(b"www.")


class _Sections:
    """Paths to the language and the content type, fixed page or ``home`` that they belong to."""

    def __init__(self, base: str) -> None:
        self.base = base.encode()
        self.words: dict[tuple[Language, bytes], str] = {}
        languages: tuple[Language, Language] = ("vi", "en")
        for language in languages:
            for name, words in FIXED.items():
                self.words[language, words.of(language).encode()] = name
            for name, record_type in RECORD_TYPES.items():
                self.words[language, record_type.path.of(language).encode()] = name

    def part_of(self, path: bytes) -> tuple[Language, str] | None:
        """``None`` for what is no page: a picture, a style, a feed, a file to download."""
        plain = unquote_to_bytes(path) if b"%" in path else path
        if not plain.startswith(self.base + b"/") or not _PAGE.search(plain):
            return None
        inside = plain[len(self.base) :]
        if inside.startswith(_NOT_PAGES) or b"/__" in inside:
            return None
        language: Language = "en" if inside.startswith(b"/en/") else "vi"
        first = inside[4 if language == "en" else 1 :].partition(b"/")[0]
        if first in (b"", b"index.html"):
            return language, HOME
        return language, self.words.get((language, first), OTHER)

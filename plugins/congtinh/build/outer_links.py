"""The links of a site to others: which there are, and what was found behind each, kept for a day (R32)."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from congtinh.build import cache
from congtinh.build.files import read_json
from congtinh.build.link_client import Answer, LinkClient, Outcome
from congtinh.model import Item
from congtinh.records.base import Record, shared_of_model
from congtinh.records.parts import Part

KEPT = "outer-links.json"
MOST_HOSTS = 6
"""Servers that are asked at once; each of them one address after the other."""


class OuterLink(NamedTuple):
    """One place that leads to ``url``: a field of an item, or a line of its text."""

    url: str
    path: str
    field: str = ""
    line: int | None = None


@dataclass(frozen=True)
class Found:
    """What one run found: ``answers`` of each address; ``asked`` are those that were asked now."""

    links: tuple[OuterLink, ...]
    answers: Mapping[str, Answer]
    asked: frozenset[str] = field(default_factory=frozenset)

    def of(self, outcome: Outcome) -> list[OuterLink]:
        """The links with one outcome, by path."""
        return sorted(link for link in self.links if self.answers[link.url].outcome is outcome)


def outer_links(items: Iterable[Item], lines: Mapping[str, int]) -> Iterator[OuterLink]:
    """Every link to another site, that of a shared field once; ``lines``: item path to the first line of its body."""
    for item in items:
        inherited = shared_of_model(type(item.record)) if item.record.translation_of else frozenset()
        for found in _of_fields(item.record, item.path):
            if found.field.partition("[")[0].partition(".")[0] not in inherited:
                yield found
        for link in item.body.links:
            url = link.target.strip()
            if is_outer(url):
                line = link.line + lines.get(item.path, 1) - 1 if link.line else None
                yield OuterLink(_whole(url), item.path, "", line)


def _of_fields(part: Record | Part, path: str, within: str = "") -> Iterator[OuterLink]:
    """The addresses that the fields of a record hold, and those of its parts."""
    for name, value in part.__dict__.items():
        several = isinstance(value, tuple)
        for place, one in enumerate(value if several else (value,), 1):
            at = f"{within}{name}[{place}]" if several else within + name
            if isinstance(one, Part):
                yield from _of_fields(one, path, f"{at}.")
            elif isinstance(one, str) and is_outer(one) and " " not in one.strip():
                yield OuterLink(_whole(one.strip()), path, at)


def is_outer(url: str) -> bool:
    """Whether an address leads to another site by http or https: nothing else is ever asked."""
    return url.lower().startswith(("http://", "https://", "//"))


def _whole(url: str) -> str:
    return f"https:{url}" if url.startswith("//") else url


class LinkChecker:
    """Asks each address once a day; what was fine today is not asked again.

    ``pause`` in seconds between two questions to one server.  ``folder`` is that of the cache.
    """

    def __init__(self, folder: Path, today: dt.date, client: LinkClient | None = None, pause: float = 1.0) -> None:
        self.file, self.today, self.pause = folder / KEPT, today, pause
        self.client = client or LinkClient()

    def check(self, links: Iterable[OuterLink], progress: Callable[[int, int], None]) -> Found:
        """The answers of all links; ``progress`` is told how many of those to be asked have answered."""
        every = tuple(dict.fromkeys(links))
        kept = self._kept()
        urls = dict.fromkeys(link.url for link in every)
        asked = [url for url in urls if url not in kept or kept[url].outcome.is_broken]
        answers = {url: kept[url] for url in urls if url in kept}
        hosts: dict[str, list[str]] = {}
        for url in asked:
            hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
        with ThreadPoolExecutor(max_workers=MOST_HOSTS) as pool:
            runs = [pool.submit(self._of_host, group) for group in hosts.values()]
            done = 0
            for run in as_completed(runs):
                answers.update(run.result())
                done += len(run.result())
                progress(done, len(asked))
        self._keep(answers)
        return Found(every, answers, frozenset(asked))

    def _of_host(self, urls: list[str]) -> dict[str, Answer]:
        found = {}
        for place, url in enumerate(urls):
            if place:
                time.sleep(self.pause)
            found[url] = self.client.ask(url)
        return found

    def _kept(self) -> dict[str, Answer]:
        """What was found today; nothing where the file is another day's, or damaged."""
        match read_json(self.file):
            case {"day": day, "answers": dict() as answers} if day == self.today.isoformat():
                try:
                    return {url: Answer(Outcome(told[0]), *told[1:]) for url, told in answers.items()}
                except (ValueError, TypeError, LookupError):
                    return {}
        return {}

    def _keep(self, answers: Mapping[str, Answer]) -> None:
        told = {"day": self.today.isoformat(), "answers": {url: list(one) for url, one in answers.items()}}
        cache.write(self.file, json.dumps(told, ensure_ascii=False).encode())

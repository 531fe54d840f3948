"""The ledger of one output: for each file, what it was made from and how it was left.

A page is made again when something that it read would now be answered otherwise, when a template
that it reaches or what all pages share has changed, or when its file is not as it was left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from congtinh.addresses import file_of
from congtinh.answers import answer
from congtinh.build import cache
from congtinh.build.cache import CacheState, digest
from congtinh.build.stamps import Stamp
from congtinh.errors import Problem
from congtinh.languages import LANGUAGES
from congtinh.model import SiteModel
from congtinh.reads import Read

Left = tuple[int, int]
"""Size in bytes and nanoseconds of the last change of an output file, as a build left it."""


class PageEntry(NamedTuple):
    """One page: its template, what decided it, what it read, how it was left, its part of the site map."""

    template: str
    decided: bytes
    reads: tuple[Read, ...]
    left: Left
    sitemap: str


class FileEntry(NamedTuple):
    """Any other file: what it was made from, and how it was left."""

    made_from: bytes
    left: Left


@dataclass
class Ledger:
    """``shared``: by language, what all its pages share; ``templates``: by name, with all they reach;
    ``answers``: what each question came to that a page asked; ``cards``: what all pages but those of
    changed bodies rest on; ``bodies``: by content path, all that an item holds; ``between``: what
    was found wrong between items; ``upkeep``: what editors of documents should look after;
    ``index``: what the search index was made from."""

    shared: dict[str, bytes] = field(default_factory=dict)
    templates: dict[str, bytes] = field(default_factory=dict)
    answers: dict[Read, bytes] = field(default_factory=dict)
    pages: dict[str, PageEntry] = field(default_factory=dict)
    files: dict[str, FileEntry] = field(default_factory=dict)
    cards: bytes = b""
    bodies: dict[str, bytes] = field(default_factory=dict)
    between: tuple[Problem, ...] = ()
    upkeep: dict[str, Any] = field(default_factory=dict)
    index: bytes = b""

    def output_files(self) -> dict[str, Left]:
        """Every file that the build made, and how it was left."""
        pages = {file_of(address): page.left for address, page in self.pages.items()}
        return pages | {address: file.left for address, file in self.files.items()}

    def save(self, path: Path) -> bool:
        """Keep the ledger; false where the cache cannot be written to."""
        return cache.save(path, tuple(getattr(self, part.name) for part in fields(self)))


def read_ledger(path: Path) -> tuple[Ledger, CacheState]:
    """The ledger of the last build; an empty one where there is none that can be used."""
    found, state = cache.load(path)
    return Ledger(*found) if found else Ledger(), state


def answer_of(model: SiteModel, read: Read) -> bytes:
    """What a question comes to now, in a few bytes."""
    found = answer(model, read)
    return found if len(found) <= 16 else digest((found,))


class Freshness:
    """Which pages of a model are still as the ledger says."""

    def __init__(
        self,
        before: Ledger,
        model: SiteModel,
        shared: Mapping[str, bytes],
        templates: Mapping[str, bytes],
        output: Mapping[str, Stamp],
    ) -> None:
        self.before, self.output = before, output
        self.templates = {
            name for name, found in templates.items() if before.templates.get(name) == found
        }
        self.languages = {code for code, found in shared.items() if before.shared.get(code) == found}
        self.model = model

    @cached_property
    def answers(self) -> dict[Read, bytes]:
        """What the questions of the last build come to now."""
        return {read: answer_of(self.model, read) for read in self.before.answers}

    @cached_property
    def changed(self) -> set[Read]:
        """The questions whose answers are no longer the same."""
        before = self.before.answers
        return {read for read, found in self.answers.items() if before[read] != found}

    def page(self, address: str, file: str, language: str, decided: bytes) -> PageEntry | None:
        """The entry of a page that need not be made again."""
        entry = self.before.pages.get(address)
        if (
            entry is None
            or language not in self.languages
            or entry.template not in self.templates
            or entry.decided != decided
            or not self.is_as_left(file, entry.left)
            or not self.changed.isdisjoint(entry.reads)
        ):
            return None
        return entry

    def file(self, address: str, made_from: bytes) -> FileEntry | None:
        """The entry of any other file that need not be made again."""
        entry = self.before.files.get(address)
        if entry is None or entry.made_from != made_from or not self.is_as_left(address, entry.left):
            return None
        return entry

    def is_as_left(self, file: str, left: Left) -> bool:
        return self.output.get(file, (0, 0, 0))[:2] == left

    def is_whole(self) -> bool:
        """Whether every file of the output is as it was left."""
        return all(self.is_as_left(at, left) for at, left in self.before.output_files().items())

    def shares_all(self) -> bool:
        """Whether all templates, and what the pages of each language share, are the same."""
        return len(self.languages) == len(LANGUAGES) and self.templates == self.before.templates.keys()

    def answers_to(self, pages: Iterable[PageEntry], same: bool) -> dict[Read, bytes]:
        """The answers to all that the pages asked; ``same``: those of the last build still hold."""
        asked = {read for page in pages for read in page.reads}
        known = self.before.answers if same else self.answers
        return {read: known.get(read) or answer_of(self.model, read) for read in asked}

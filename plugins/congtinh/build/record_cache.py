"""The record cache: what each content file came to, kept by the digest of all that it came from.

Entries lie in a fixed number of shards, both files of a pair in one; the bodies of a shard lie in a
file beside it and are read one by one when their pages are made.
"""

from __future__ import annotations

import marshal
import os
import pickle
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from congtinh.build import cache
from congtinh.build.cache import CacheState, digest
from congtinh.build.stamps import Stamp
from congtinh.build.uses import Use
from congtinh.citations.cited import Cited
from congtinh.errors import Problem
from congtinh.neighbours import Telling
from congtinh.records.base import Record
from congtinh.records.counting import Count
from congtinh.text.markup import ImageReference, Markup, Reference
from congtinh.text.outline import Heading

SHARDS = 32
_CHECK = 8


class Place(NamedTuple):
    """Where a part of a body lies in the file of its shard: bytes from the start, length, digest."""

    start: int
    length: int
    check: bytes


class BodyFacts(NamedTuple):
    """What is known of a body without reading it."""

    links: tuple[Reference, ...]
    images: tuple[ImageReference, ...]
    words: int
    page: Place
    text: Place


class Entry(NamedTuple):
    """What one content file came to.

    ``content`` is the digest of the file, ``front`` that of its front matter, ``pair`` the front
    matter that it was read together with (an English file inherits from its Vietnamese one).
    ``settled``: a later change of the file shows in its ``stamp``.  ``order``, ``names``, ``number``,
    ``cites``, ``anchors``, ``telling``, ``counts`` and ``sections`` are those of the item.
    """

    path: str
    stamp: Stamp
    settled: bool
    content: bytes
    front: bytes
    pair: bytes
    record: Record | None
    card: bytes
    address: str
    order: tuple[Any, ...]
    names: tuple[str, ...]
    number: tuple[Any, ...]
    line: int
    uses: tuple[Use, ...]
    body: BodyFacts | None
    problems: tuple[Problem, ...]
    cites: tuple[Cited, ...] = ()
    anchors: bytes = b""
    telling: Telling = Telling()
    counts: tuple[Count, ...] = ()
    sections: tuple[str, ...] = ()


class Shard(NamedTuple):
    """The entries of one shard by path, and the name of the file with their bodies."""

    entries: dict[str, Entry]
    bodies: str


def shard_of(path: str) -> int:
    """The number of the shard of a content file; both languages of an item share one."""
    return zlib.crc32(path[: -len(".vi.md")].encode()) % SHARDS


class RecordCache:
    """The shards below ``folder``; those of another version or vocabulary count as empty."""

    def __init__(self, folder: Path, vocabularies: str) -> None:
        self.folder = folder
        self.vocabularies = vocabularies
        self._found: list[CacheState] = []

    @property
    def state(self) -> CacheState:
        """The worst that was found; absent only where all that was looked for is."""
        there = [state for state in self._found if state is not CacheState.ABSENT]
        order = list(CacheState)
        absent = CacheState.ABSENT if self._found else CacheState.USED
        return max(there, key=order.index, default=absent)

    def load(self, number: int) -> Shard:
        """One shard; an empty one where there is none that can be used."""
        found, state = cache.load(self._index(number))
        self._found.append(state)
        if found is None or found[0] != self.vocabularies:
            return Shard({}, "")
        _, entries, bodies, length = found
        if not self._is_whole(bodies, length):
            self._found.append(CacheState.DAMAGED)
            return Shard({}, "")
        return Shard({entry.path: entry for entry in entries}, bodies)

    def _is_whole(self, bodies: str, length: int) -> bool:
        try:
            return (self.folder / bodies).stat().st_size == length
        except OSError:
            return False

    def save(self, number: int, entries: Iterable[Entry], bodies: bytes, before: str) -> str:
        """Keep one shard, bodies first; gives the name of their file, empty where it cannot be kept."""
        name = f"bodies-{number:02d}-{digest((bodies,), _CHECK).hex()}"
        is_there = name == before and self._is_whole(name, len(bodies))
        if not is_there and not cache.write(self.folder / name, bodies):
            return ""
        payload = pickle.dumps((self.vocabularies, list(entries), name, len(bodies)), 5)
        if not cache.save_bytes(self._index(number), payload):
            return ""
        self._forget_others(number, name)
        return name

    def _forget_others(self, number: int, name: str) -> None:
        """Delete the bodies that the shard had before; one that is open may have to stay a while."""
        with suppress(OSError):
            for old in [*self.folder.glob(f"bodies-{number:02d}-*")]:
                if old.name != name:
                    with suppress(OSError):
                        old.unlink()

    def _index(self, number: int) -> Path:
        return self.folder / f"records-{number:02d}"


@dataclass
class BodyStore:
    """Reads bodies from the files of the shards; what cannot be read there is made again.

    ``again``: content path to its body, from the content file itself.
    """

    folder: Path
    again: Callable[[str], Markup]

    def __post_init__(self) -> None:
        self._files: dict[str, int] = {}
        self._process = os.getpid()

    def __reduce__(self) -> tuple[object, ...]:
        return BodyStore, (self.folder, self.again)

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files; they are opened again when they are needed."""
        while self._files:
            os.close(self._files.popitem()[1])

    def bytes_of(self, file: str, place: Place) -> bytes | None:
        """The bytes at one place of one file; ``None`` where they are not what was written there."""
        try:
            source = self._opened(file)
            os.lseek(source, place.start, os.SEEK_SET)
            found = os.read(source, place.length)
        except OSError:
            return None
        return found if digest((found,), _CHECK) == place.check else None

    def _opened(self, file: str) -> int:
        if self._process != os.getpid():  # a forked process must not move the place of its parent
            self.close()
            self._process = os.getpid()
        if file not in self._files:
            flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
            self._files[file] = os.open(self.folder / file, flags)
        return self._files[file]


class StoredBody:
    """A body that is read when its page is made; ``Markup`` as far as pages and products need it."""

    __slots__ = ("_facts", "_file", "_path", "_store")

    def __init__(self, store: BodyStore, path: str, file: str, facts: BodyFacts) -> None:
        self._store, self._path, self._file, self._facts = store, path, file, facts

    @property
    def links(self) -> tuple[Reference, ...]:
        return self._facts.links

    @property
    def images(self) -> tuple[ImageReference, ...]:
        return self._facts.images

    @property
    def words(self) -> int:
        return self._facts.words

    @property
    def page(self) -> tuple[str, tuple[Heading, ...]]:
        """The HTML and the headings."""
        found = self._store.bytes_of(self._file, self._facts.page)
        if found is None:
            body = self._store.again(self._path)
            return body.html, body.headings
        html, headings = marshal.loads(found)
        return html, tuple(Heading(*heading) for heading in headings)

    @property
    def html(self) -> str:
        return self.page[0]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self.page[1]

    @property
    def text(self) -> str:
        found = self._store.bytes_of(self._file, self._facts.text)
        return self._store.again(self._path).text if found is None else found.decode()


class Bodies:
    """The bodies of one shard on their way into its file."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0

    def add(self, body: Markup) -> BodyFacts:
        """Put a new body in."""
        headings = tuple((found.level, found.id, found.text) for found in body.headings)
        page = self._put(marshal.dumps((body.html, headings)))
        return BodyFacts(body.links, body.images, body.words, page, self._put(body.text.encode()))

    def keep(self, facts: BodyFacts, store: BodyStore, file: str) -> BodyFacts | None:
        """Put in a body as it lay in the file before; ``None`` where that is damaged."""
        page, text = store.bytes_of(file, facts.page), store.bytes_of(file, facts.text)
        if page is None or text is None:
            return None
        return facts._replace(page=self._put(page), text=self._put(text))

    def _put(self, content: bytes) -> Place:
        place = Place(self._length, len(content), digest((content,), _CHECK))
        self._parts.append(content)
        self._length += len(content)
        return place

    def joined(self) -> bytes:
        return b"".join(self._parts)

"""The editors' index in the cache, brought up to date with what the content folder holds."""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from congtinh.build import cache
from congtinh.build.cache import digest
from congtinh.build.lock import Lock
from congtinh.build.stamps import scan
from congtinh.later import Later
from congtinh.search.content_schema import schema
from congtinh.settings import Settings

# what an index that is up to date can do without
_reader = Later("congtinh.build.reader")
_vocabularies = Later("congtinh.build.vocabularies")
_entries = Later("congtinh.search.content_entries")

Progress = Callable[[str, int, int], None]

_SEGMENT = 2000
"""Items that are written at a time."""
_MEMORY = 512
"""Megabytes that writing them may take before it goes on on disk."""


class _Kept(NamedTuple):
    """What is known of an index beside its files.

    ``tree``: the digest of the content's stamps, empty where a change might not show in them;
    ``items``: content path to the digest of what was indexed; ``unread``: files that are no item;
    ``files``: name to digest of each file of the index.
    """

    tree: bytes
    vocabularies: str
    items: dict[str, bytes]
    unread: tuple[str, ...]
    files: dict[str, bytes]


@dataclass(frozen=True)
class ContentIndex:
    """An index that is up to date; ``unread``: content files that could not be read as items.

    ``changed`` counts the files that were indexed or taken out for that.
    """

    index: FileIndex
    unread: tuple[str, ...]
    changed: int


@contextmanager
def content_index(
    settings: Settings, progress: Progress = lambda step, done, total: None
) -> Iterator[ContentIndex]:
    """The index of all content, drafts and withdrawn items too; nobody else changes it meanwhile.

    Only changed files are indexed again; an index of another version of the program, or one whose
    files are not as they were left, is made anew.
    """
    folder = settings.cache / "find" / digest((str(settings.content).encode(),), 8).hex()
    lock = Lock(folder / "lock")
    lock.take()
    try:
        yield _Upkeep(settings, folder, progress).current()
    finally:
        lock.leave()


class _Upkeep:
    """One look at an index: what is kept, what the content is now, what has to be done."""

    def __init__(self, settings: Settings, folder: Path, progress: Progress) -> None:
        self.settings, self.folder, self.progress = settings, folder, progress
        self.files = folder / "index"
        self.kept: _Kept | None = None

    def current(self) -> ContentIndex:
        found, _ = cache.load(self.folder / "kept")
        if found is not None and _digests(self.files) == found[-1]:
            self.kept = _Kept(*found)
        tree = scan(self.settings.content)
        stamps = tree.digest() if tree.settled(time.time_ns()) else b""
        if self.kept and stamps and self.kept.tree == stamps:
            return ContentIndex(_opened(self.files), self.kept.unread, 0)
        vocabularies, _ = _vocabularies.vocabularies_of(self.settings.content, self.settings.cache)
        records = digest((str(self.settings.content).encode(),), 8).hex()
        reading = _reader.read_content(
            self.settings.content,
            vocabularies,
            partial(self.progress, "read"),
            self.settings.cache / "records" / records,
            self.settings.workers,
            tree,
        )
        items = {item.path: item for item in reading.items}
        unread = tuple(sorted(reading.lines.keys() - items.keys()))
        changed = self._brought_up_to_date(items, vocabularies)
        now = {path: item.digest for path, item in items.items()}
        kept = _Kept(stamps, vocabularies.digest, now, unread, _digests(self.files))
        cache.save(self.folder / "kept", tuple(kept))
        return ContentIndex(_opened(self.files), unread, changed)

    def _brought_up_to_date(self, items: Mapping[str, Any], vocabularies: Any) -> int:
        """Write what has changed; how many files that were."""
        known = self.kept.items if self.kept else {}
        if self.kept is None or self.kept.vocabularies != vocabularies.digest:
            known = {}
            if self.files.is_dir():
                shutil.rmtree(self.files)
            self.files.unlink(missing_ok=True)
            self.files.mkdir(parents=True)
            _opened(self.files, create=True)
        gone = [path for path in known if path not in items or known[path] != items[path].digest]
        new = [item for path, item in items.items() if known.get(path) != item.digest]
        if gone or new:
            self._write(gone, new, vocabularies)
        return len({*gone, *(item.path for item in new)})

    def _write(self, gone: Iterable[str], new: list[Any], vocabularies: Any) -> None:
        """Take out what has gone, and put in what is new, ``_SEGMENT`` items at a time.

        Whoosh would sort more than that on disk, which takes twice as long.
        """
        for start in range(0, len(new) or 1, _SEGMENT):
            writer = _opened(self.files).writer(limitmb=_MEMORY, codec=_Codec(512, compression=1))
            for path in gone if start == 0 else ():
                writer.delete_by_term("file", path)
            for done, item in enumerate(new[start : start + _SEGMENT], start + 1):
                writer.add_document(**_entries.entry_of(item, vocabularies))
                self.progress("index", done, len(new))
            writer.commit(merge=len(new) <= _SEGMENT)
            gc.collect()  # the postings refer to each other


class _Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own, without the lengths in each block that only help to find the first few quicker."""

    length_stats = False


def _opened(folder: Path, create: bool = False) -> FileIndex:
    storage = FileStorage(str(folder))
    return storage.create_index(schema()) if create else storage.open_index(schema=schema())


def _digests(folder: Path) -> dict[str, bytes]:
    """Name and digest of each file of an index."""
    try:
        with os.scandir(folder) as entries:
            return {
                entry.name: digest((Path(entry.path).read_bytes(),))
                for entry in entries
                if not entry.name.endswith("LOCK")
            }
    except OSError:
        return {}

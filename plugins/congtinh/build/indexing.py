"""The search index of the site: kept, brought up to date, or made, and put into the staging folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from zlib import crc32

from congtinh.build import cache
from congtinh.build.attachments import AttachmentStore
from congtinh.build.cache import digest, version
from congtinh.build.commit import Staging
from congtinh.build.ledger import FileEntry, Freshness, Ledger
from congtinh.languages import LANGUAGES
from congtinh.later import Later
from congtinh.model import SiteModel
from congtinh.search.records import SearchRecord
from congtinh.search.site_records import sources
from congtinh.search.state import IndexState, Source

INDEX = "search/"
IN_INDEX = b"search"
BUCKETS = 64

_updating = Later("congtinh.search.updating")
_building = Later("congtinh.search.building")


class Indexing:
    """The index of one build; ``kept`` is the folder of the cache for this output."""

    def __init__(self, kept: Path, output: Path, staging: Staging, ledger: Ledger) -> None:
        self._kept, self._output = kept / "search", output
        self._staging, self._ledger = staging, ledger

    def make(self, model: SiteModel, attachments: AttachmentStore, fresh: Freshness) -> None:
        """Stage the index where it is not as it should be; the ledger then knows its files."""
        found = {code: sources(model, code, attachments.text) for code in LANGUAGES}
        prints = [digest((one.key.encode(), one.print), 8) for code in LANGUAGES for one in found[code]]
        made_from = digest((version().encode(), *prints))
        stands = self._entries(fresh)
        self._ledger.index = made_from
        if stands is not None and fresh.before.index == made_from:
            self._keep(stands)
            return
        for address in [*self._ledger.files]:
            if address.startswith(INDEX):
                del self._ledger.files[address]
        self._staging.addresses -= {at for at in self._staging.addresses if at.startswith(INDEX)}
        before = self._states(fresh.before.index) if stands is not None else {}
        files = _Staged(self._staging, self._output, stands or {})
        states: dict[str, IndexState] = {}
        for language, own in found.items():
            if own:
                states[language] = self._made(language, own, before.get(language), files)
        files.put(_building.MANIFEST, _building.manifest(states))
        for state in states.values():
            self._keep({INDEX + at: files.entry(INDEX + at) for at in state.addresses()})
        self._keep({INDEX + _building.MANIFEST: files.entry(INDEX + _building.MANIFEST)})
        files.drop_all_but(self._ledger.files)
        cache.save(self._kept / "states", (made_from, states))

    def _entries(self, fresh: Freshness) -> dict[str, FileEntry] | None:
        """The files of the last index; ``None`` where one of them is not as it was left."""
        entries: dict[str, FileEntry] = {}
        for address in fresh.before.files:
            if address.startswith(INDEX):
                entry = fresh.file(address, IN_INDEX)
                if entry is None:
                    return None
                entries[address] = entry
        return entries or None

    def _keep(self, entries: Mapping[str, FileEntry]) -> None:
        self._ledger.files |= entries
        for address in entries:
            self._staging.add(address)

    def _states(self, index: bytes) -> Mapping[str, IndexState]:
        """What the last build knew of its index; nothing where another one was kept since."""
        found, _ = cache.load(self._kept / "states")
        return found[1] if found and found[0] == index else {}

    def _made(
        self, language: str, own: list[Source], before: IndexState | None, files: _Staged
    ) -> IndexState:
        kept = _Records(self._kept, language)
        prints = before.prints if before else {}

        def was(key: str) -> SearchRecord | None:
            return kept.get(key, prints.get(key, b""))

        loading = [Source(one.key, one.print, kept.noting(one)) for one in own]
        state: IndexState = _updating.make_index(language, loading, before, was, files)
        kept.save({one.key for one in own})
        return state


class _Staged:
    """The files of the index in the staging folder and the output."""

    def __init__(self, staging: Staging, output: Path, stands: Mapping[str, FileEntry]) -> None:
        self._staging, self._output = staging, output
        self._entries = dict(stands)

    def put(self, address: str, data: bytes) -> None:
        path = INDEX + address
        self._entries[path] = FileEntry(IN_INDEX, self._staging.write(path, data))

    def read(self, address: str) -> bytes:
        return (self._output / INDEX / address).read_bytes()

    def entry(self, address: str) -> FileEntry:
        return self._entries[address]

    def drop_all_but(self, kept: Iterable[str]) -> None:
        """Take back what was put on the way and is no part of the index."""
        for address in self._entries.keys() - set(kept):
            self._staging.take_back(address)


class _Records:
    """The records of one language as the last build had them, in buckets of the cache."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder, self._language = folder, language
        self._buckets: dict[int, dict[str, tuple[bytes, SearchRecord]]] = {}
        self._changed: set[int] = set()
        self._new: dict[str, tuple[bytes, SearchRecord]] = {}

    def get(self, key: str, print_: bytes) -> SearchRecord | None:
        """The record of a key with this print; ``None`` where another one or none is kept."""
        found = self._bucket(_number(key)).get(key)
        return found[1] if found and found[0] == print_ else None

    def noting(self, source: Source) -> Callable[[], SearchRecord]:
        """What loads a source, and keeps it when the index is made."""

        def load() -> SearchRecord:
            record = source.load()
            self._new[source.key] = (source.print, record)
            return record

        return load

    def save(self, keys: set[str]) -> None:
        """Keep what was loaded, and let go of what is no longer there."""
        for key, kept in self._new.items():
            self._bucket(_number(key))[key] = kept
            self._changed.add(_number(key))
        for number, bucket in self._buckets.items():
            gone = bucket.keys() - keys
            for key in gone:
                del bucket[key]
            if gone:
                self._changed.add(number)
        for number in self._changed:
            cache.save(self._path(number), self._buckets[number])

    def _bucket(self, number: int) -> dict[str, tuple[bytes, SearchRecord]]:
        if number not in self._buckets:
            self._buckets[number] = cache.load(self._path(number))[0] or {}
        return self._buckets[number]

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._language}-{number:02}"


def _number(key: str) -> int:
    return crc32(key.encode()) % BUCKETS

"""Reading one shard of the content: what did not change is kept, the rest is read and validated."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from congtinh.build.cache import CacheState, digest
from congtinh.build.one_file import bytes_of, fault_of_place, identity_of, language_of, written
from congtinh.build.one_item import Known, known, read_body
from congtinh.build.record_cache import Bodies, BodyStore, Entry, RecordCache, Shard
from congtinh.build.stamps import Stamp, settled
from congtinh.build.uses import uses
from congtinh.errors import Problem
from congtinh.identities import names_of, number_of
from congtinh.records.corrections import correction_counts
from congtinh.records.front_matter import FrontMatter
from congtinh.records.packing import record_digest
from congtinh.text.markup import Markup
from congtinh.vocabulary.registry import Vocabularies

_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class ReadJob:
    """What reading any shard needs."""

    content: Path
    cache: Path
    vocabularies: Vocabularies


class ShardWork(NamedTuple):
    """One shard to be read: its number, and the stamps of the files that belong to it now."""

    number: int
    stamps: Mapping[str, Stamp]


class ShardRead(NamedTuple):
    """What reading a shard gave; ``read`` counts the files that were parsed and validated."""

    number: int
    shard: Shard
    read: int
    state: CacheState


def body_store(job: ReadJob) -> BodyStore:
    """The bodies of the cache, made again from the content where they are not there."""
    return BodyStore(job.cache, partial(read_body, job.content, job.vocabularies))


def unchanged(shard: Shard, stamps: Mapping[str, Stamp]) -> bool:
    """Whether nothing of a shard has to be looked at."""
    entries = shard.entries
    return entries.keys() == stamps.keys() and all(
        entries[path].settled and entries[path].stamp == found for path, found in stamps.items()
    )


def read_shard(job: ReadJob, work: ShardWork) -> ShardRead:
    """Bring one shard up to date, and keep it in the cache where that can be written to."""
    cached = RecordCache(job.cache, job.vocabularies.digest)
    before = cached.load(work.number)
    reading = _ShardReading(job, before, work.stamps)
    for path in sorted(work.stamps, key=lambda p: (identity_of(p), language_of(p) == "en", p)):
        reading.take(path)
    entries = reading.entries
    name = cached.save(
        work.number, entries.values(), reading.bodies.joined(), before.bodies
    )
    state = reading.state
    return ShardRead(work.number, Shard(entries, name), reading.read, state)


class _ShardReading:
    """The files of one shard, taken one by one, the Vietnamese file of a pair first."""

    def __init__(self, job: ReadJob, before: Shard, stamps: Mapping[str, Stamp]) -> None:
        self.job, self.before, self.stamps = job, before, stamps
        self.store = body_store(job)
        self.bodies = Bodies()
        self.entries: dict[str, Entry] = {}
        self.read = 0
        self.state = CacheState.USED
        self._front: tuple[str, FrontMatter | None] = ("", None)

    def take(self, path: str) -> None:
        """Keep the entry of a file, or make it anew."""
        stamp = self.stamps[path]
        now = time.time_ns()
        before = self.before.entries.get(path)
        data: bytes | Problem | None = None
        if before is None or not before.settled or before.stamp != stamp:
            data = bytes_of(self.job.content, path)
        content = before.content if before and data is None else _digest_of(data, stamp)
        pair = self._pair_of(path)
        if before and before.content == content and before.pair == pair:
            kept = self._kept(before, stamp, settled(stamp, now))
            if kept is not None:
                self.entries[path] = kept
                return
        if data is None:
            data = bytes_of(self.job.content, path)
            content = _digest_of(data, stamp)
        self.entries[path] = self._made(path, data, stamp, settled(stamp, now), content, pair)

    def _kept(self, before: Entry, stamp: Stamp, is_settled: bool) -> Entry | None:
        entry = before._replace(stamp=stamp, settled=is_settled)
        if before.body is None:
            return entry
        body = self.bodies.keep(before.body, self.store, self.before.bodies)
        if body is None:
            self.state = CacheState.DAMAGED
            return None
        return entry._replace(body=body)

    def _made(
        self,
        path: str,
        data: bytes | Problem,
        stamp: Stamp,
        is_settled: bool,
        content: bytes,
        pair: bytes,
    ) -> Entry:
        self.read += 1
        empty = Entry(path, stamp, is_settled, content, b"", pair, None, b"", "", (), (), (), 1, (), None, ())  # fmt: skip
        fault = fault_of_place(path) or (data if isinstance(data, Problem) else None)
        if fault is not None:  # what could not be read may be readable the next time
            return empty._replace(problems=(fault,), settled=is_settled and fault is not data)
        assert isinstance(data, bytes)
        file = written(path, data)
        if file.front is None:
            return empty._replace(problems=file.problems)
        self._front = (path, file.front)
        front = digest((file.front.source.encode(),))
        made = known(file.front, self._front_of_pair(path), self.job.vocabularies)
        entry = empty._replace(
            front=front, line=file.front.body_line, problems=(*file.problems, *made.problems)
        )
        if made.failed:
            return entry._replace(settled=False, content=b"")
        return entry if made.record is None else self._filled(entry, made)

    def _filled(self, entry: Entry, made: Known) -> Entry:
        assert made.record is not None and made.body is not None
        return entry._replace(
            record=made.record,
            card=digest((record_digest(made.record), made.address.encode())),
            address=made.address,
            order=made.record.order,
            names=names_of(made.record),
            number=number_of(made.record),
            uses=tuple(uses(made.record, made.body)),
            body=self.bodies.add(made.body),
            cites=made.cites,
            anchors=_anchors(made.body) if made.record.legal_text else b"",
            telling=made.telling,
            counts=(*made.record.counts(), *correction_counts(made.record.id or "", made.record.corrections)),
            sections=made.record.sections(self.job.vocabularies),
        )

    def _pair_of(self, path: str) -> bytes:
        """The digest of the front matter that an English file inherits from; empty for all others."""
        vietnamese = _pair(path)
        return self.entries[vietnamese].front if vietnamese in self.entries else b""

    def _front_of_pair(self, path: str) -> FrontMatter | None:
        """The front matter of the Vietnamese file, read again where only the English one changed."""
        vietnamese = _pair(path)
        if vietnamese not in self.entries or not self.entries[vietnamese].front:
            return None
        if self._front[0] != vietnamese:
            data = bytes_of(self.job.content, vietnamese)
            front = None if isinstance(data, Problem) else written(vietnamese, data).front
            return front
        return self._front[1]


def _anchors(body: Markup) -> bytes:
    return digest((repr(_ID.findall(body.html)).encode(),))


def _pair(path: str) -> str:
    return f"{path[: -len('.en.md')]}.vi.md" if language_of(path) == "en" else ""


def _digest_of(data: bytes | Problem | None, stamp: Stamp) -> bytes:
    """The digest of a file; of its stamp where it cannot be read or is too large to."""
    return digest((data,)) if isinstance(data, bytes) else digest((repr(stamp).encode(),))

"""Content files to items: discovery, what the cache still knows, and the rest read on all cores."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from congtinh.build.cache import CacheState, digest
from congtinh.build.memory import Memory
from congtinh.build.one_file import is_content
from congtinh.build.record_cache import (
    SHARDS,
    BodyStore,
    Entry,
    RecordCache,
    Shard,
    StoredBody,
    shard_of,
)
from congtinh.build.shards import ReadJob, ShardWork, body_store, read_shard, unchanged
from congtinh.build.sheet_rows import is_sheet, rows_of
from congtinh.build.stamps import Stamp, Tree, scan
from congtinh.build.uses import Use
from congtinh.build.workers import cores, each
from congtinh.errors import N_, Problem
from congtinh.model import Item
from congtinh.vocabulary.registry import Vocabularies

FEW = 60
"""Files to read up to which one process is quicker than several."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave.

    ``problems``: all that were found in single files; ``files``: how many files were looked at;
    ``lines``: item path to the line that its body starts on; ``uses``: item path to its references;
    ``fronts``: a digest of the front matter of all files; ``read``: files that were parsed and
    validated in this run; ``state``: how the cache was found.
    """

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    files: int
    lines: Mapping[str, int]
    uses: Mapping[str, tuple[Use, ...]]
    fronts: bytes
    read: int
    state: CacheState


def read_content(
    content: Path,
    vocabularies: Vocabularies,
    progress: Progress = lambda done, total: None,
    cache: Path | None = None,
    workers: int = 1,
    tree: Tree | None = None,
    memory: Memory | None = None,
) -> Reading:
    """Every Markdown file below ``content``, and every row of a spreadsheet, as an item by its path.

    ``cache`` is the folder that entries are kept in, a passing one by default; ``workers`` as for
    ``workers.cores``; ``tree`` the files below ``content``, where they have been looked at already;
    ``memory``: what this process knows from an earlier build.
    """
    memory = memory or Memory()
    if cache is None:
        with tempfile.TemporaryDirectory() as passing:
            return read_content(
                content, vocabularies, progress, Path(passing), workers, tree, memory
            )
    tree = tree or scan(content)
    outside = {problem.path: problem for problem in _links_out(content, tree)}
    job = ReadJob(content, cache, vocabularies)
    files = _files_by_shard(tree, outside)
    rows = list(_rows(content, tree, outside, cache, files))
    shards, read, state = _shards(job, files, progress, workers, memory)
    entries = sorted(
        ((entry, shard.bodies) for shard in shards for entry in shard.entries.values()),
        key=lambda found: found[0].path,
    )
    problems = [*outside.values(), *rows, *(p for entry, _ in entries for p in entry.problems)]
    items = tuple(_items(entries, job, memory))
    memory.forget_all_but(files)
    lines = {entry.path: entry.line for entry, _ in entries}
    uses = {entry.path: entry.uses for entry, _ in entries if entry.uses}
    fronts = digest(part for e, _ in entries for part in (e.path.encode(), e.front))
    return Reading(items, tuple(problems), len(entries), lines, uses, fronts, read, state)


def _files_by_shard(tree: Tree, outside: Container[str]) -> list[dict[str, Stamp]]:
    found: list[dict[str, Stamp]] = [{} for _ in range(SHARDS)]
    for path, stamp in tree.files.items():
        if path[-3:].lower() == ".md" and is_content(path) and path not in outside:
            found[shard_of(path)][path] = stamp
    return found


def _rows(
    content: Path, tree: Tree, outside: Container[str], cache: Path, files: list[dict[str, Stamp]]
) -> Iterator[Problem]:
    """Add the files that the rows of spreadsheets stand for; gives the faults of the spreadsheets."""
    for path, stamp in sorted(tree.files.items()):
        if is_sheet(path) and path not in outside:
            found, problems = rows_of(content, path, stamp, cache)
            yield from problems
            for row, row_stamp in found.items():
                files[shard_of(row)][row] = row_stamp


def _shards(
    job: ReadJob,
    files: list[dict[str, Stamp]],
    progress: Progress,
    workers: int,
    memory: Memory,
) -> tuple[list[Shard], int, CacheState]:
    """Every shard as it is now, how many files were read for that, and the state of the cache."""
    cached = RecordCache(job.cache, job.vocabularies.digest)
    shards = [
        (memory.shards.get(number) or cached.load(number)) if files[number] else Shard({}, "")
        for number in range(SHARDS)
    ]
    total = sum(map(len, files))
    waiting = [
        ShardWork(number, files[number])
        for number, shard in enumerate(shards)
        if not unchanged(shard, files[number])
    ]
    state, read = cached.state, 0
    done = total - sum(len(work.stamps) for work in waiting)
    progress(done, total)
    fewer = 1 if _to_read(shards, waiting) <= FEW else cores(workers)
    for made in each(read_shard, job, waiting, fewer):
        shards[made.number] = made.shard
        state, read = state.or_worse(made.state), read + made.read
        done += len(made.shard.entries)
        progress(done, total)
    memory.shards = dict(enumerate(shards))
    return shards, read, state


def _to_read(shards: list[Shard], waiting: list[ShardWork]) -> int:
    """How many files look changed."""
    return sum(
        path not in shards[work.number].entries
        or shards[work.number].entries[path].stamp != found
        for work in waiting
        for path, found in work.stamps.items()
    )


def _items(entries: list[tuple[Entry, str]], job: ReadJob, memory: Memory) -> Iterator[Item]:
    store = body_store(job)
    for entry, bodies in entries:
        if entry.record is not None and entry.body is not None:
            yield memory.item(entry, bodies, partial(_item, entry, bodies, store))


def _item(entry: Entry, bodies: str, store: BodyStore) -> Item:
    record, facts = entry.record, entry.body
    assert record is not None and facts is not None
    return Item(
        entry.path,
        record.id or "",
        record.type or "",
        record.language,
        record,
        StoredBody(store, entry.path, bodies, facts),
        entry.address,
        {},
        entry.content + entry.pair,
        entry.card,
        entry.order,
        entry.names,
        entry.number,
        entry.cites,
        entry.anchors,
        entry.telling,
        entry.counts,
        entry.sections,
    )


def _links_out(content: Path, tree: Tree) -> Iterator[Problem]:
    """Links that lead out of the content folder; what is behind them is not read."""
    root = content.resolve()
    for path in sorted(tree.links):
        if not Path(os.path.realpath(content / path)).is_relative_to(root):
            yield Problem(
                path,
                N_("is a link that leads out of the content folder"),
                N_("Copy the file into the content folder"),
            )

"""A segment of the index: the files of some documents of one language, and what leads into them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from congtinh.search.columns import Columns
from congtinh.search.directory import Entry, blocks_of, name_of, separator
from congtinh.search.layout import GROUP_BITS, Layout
from congtinh.search.passages import passages_of
from congtinh.search.postings import Postings
from congtinh.search.records import SearchRecord
from congtinh.search.shards import Shard, shards_of, units_of
from congtinh.search.texts import head_of, passage_file

Put = Callable[[str, bytes], None]
"""Takes a file of the index: its address below the folder of the index, and its bytes."""

OVER = frozenset({"expired"})
"""States in which a document holds no longer."""


@dataclass(frozen=True)
class Spooled:
    """Where the files of one document's passages lie in the spool: the offsets, one more than files."""

    offsets: tuple[int, ...]


class Segment:
    """Takes in the documents of a segment, then writes its files."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self._postings = Postings(language, folder)
        self._columns = Columns()
        self._spool = tempfile.TemporaryFile(dir=folder, prefix="texts-")
        self._documents: list[tuple[tuple[str, ...], str, Spooled]] = []

    def add(self, record: SearchRecord) -> None:
        passages = passages_of(record.body, record.anchors)
        self._postings.add(record, passages)
        self._columns.add(record.id, record)
        offsets = [self._spool.tell()]
        head = head_of(record)
        for passage in passages:
            self._spool.write(passage_file(head, passage))
            offsets.append(self._spool.tell())
        self._documents.append((order_of(record), record.id, Spooled(tuple(offsets))))

    def write(self, put: Put) -> dict[str, Any]:
        """All files of the segment; what the manifest says of it."""
        layout = Layout.of((order, key, len(spooled.offsets) - 1) for order, key, spooled in self._documents)
        first_ids = layout.first_ids()
        placed = [first_ids[key] for _, key, _ in self._documents]
        units = chain.from_iterable(map(units_of, self._postings.parts(placed)))
        blocks = write_directory(shards_of(units), put)
        groups = self._write_texts(first_ids, put)
        self._spool.close()
        return self._told(layout, blocks, groups, put)

    def _told(
        self, layout: Layout, blocks: list[list[str]], groups: dict[str, str], put: Put
    ) -> dict[str, Any]:
        keys = layout.keys()
        documents = {"groups": groups, "ends": self._columns.ends(keys, OVER)}
        return {
            "classes": layout.counts,
            "passages": sum(len(spooled.offsets) - 1 for _, _, spooled in self._documents),
            "blocks": blocks,
            "documents": put_named("d", json.dumps(documents, separators=(",", ":")).encode(), put),
            "facets": put_named("f", self._columns.facets_file(keys), put),
        }

    def _write_texts(self, first_ids: Any, put: Put) -> dict[str, str]:
        """The texts of all passages; the name of each group, by its number in base 36."""
        placed = sorted(
            (first_ids[key] + place, start, end)
            for _, key, spooled in self._documents
            for place, (start, end) in enumerate(zip(spooled.offsets, spooled.offsets[1:], strict=False))
        )
        names: dict[str, str] = {}
        group: list[tuple[int, bytes]] = []
        for number, data in chain(self._read(placed), [(-1, b"")]):
            if group and number >> GROUP_BITS != group[0][0] >> GROUP_BITS:
                names[base36(group[0][0] >> GROUP_BITS)] = put_group(group, put)
                group = []
            group.append((number, data))
        return names

    def _read(self, placed: list[tuple[int, int, int]]) -> Iterator[tuple[int, bytes]]:
        for number, start, end in placed:
            self._spool.seek(start)
            yield number, self._spool.read(end - start)


def order_of(record: SearchRecord) -> tuple[str, ...]:
    """Documents stand in order of date, those without one first."""
    return (record.date.isoformat() if record.date else "", record.id)


def put_group(group: list[tuple[int, bytes]], put: Put) -> str:
    """The texts of one group; its name."""
    name = name_of(b"\n".join(data for _, data in group)).hex()
    for number, data in group:
        put(f"x/{name}/{base36(number)}.json", data)
    return name


def put_named(folder: str, data: bytes, put: Put) -> str:
    """A file that is called after its content; its name."""
    name = name_of(data).hex()
    put(f"{folder}/{name}.json", data)
    return name


def write_directory(shards: Iterable[Shard], put: Put) -> list[list[str]]:
    """Shards and the blocks that lead to them; first separator and name of each block."""
    entries: list[Entry] = []
    before = ""
    for shard in shards:
        name = name_of(shard.data)
        put(f"t/{name.hex()}.txt", shard.data)
        entries.append(Entry(separator(before, shard.first), name, len(shard.data)))
        before = shard.last
    return write_blocks(entries, put)


def write_blocks(entries: Iterable[Entry], put: Put) -> list[list[str]]:
    """The blocks of the directory; first separator and name of each."""
    told = []
    for first, data in blocks_of(entries):
        name = name_of(data).hex()
        put(f"b/{name}.txt", data)
        told.append([first, name])
    return told


def base36(number: int) -> str:
    """A number in digits and small letters."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    made = ""
    while number or not made:
        number, rest = divmod(number, 36)
        made = digits[rest] + made
    return made

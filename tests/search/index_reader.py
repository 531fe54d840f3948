"""A plain reader of the files of an index, written after docs/search-format.md and not after the engine."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

NAME_BYTES = 5
Terms = dict[str, list[tuple[int, int]]]
"""Each term with its postings: ids and impacts."""


class BlockEntry(NamedTuple):
    """One shard, as a block of the directory tells of it."""

    separator: str
    name: str
    most_bytes: int


class IndexReader:
    """Everything that stands in the index of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))

    def segments(self, language: str) -> list[dict[str, Any]]:
        told = self.manifest["languages"].get(language)
        return [told] if told else []

    def shards(self, segment: dict[str, Any]) -> Iterator[tuple[BlockEntry, Terms]]:
        """The shards in the order of the directory."""
        for _, name in segment["blocks"]:
            for entry in entries_in((self.folder / f"b/{name}.txt").read_bytes()):
                yield entry, terms_in((self.folder / f"t/{entry.name}.txt").read_bytes())

    def terms(self, segment: dict[str, Any]) -> Terms:
        """All terms of a segment; each stands in one shard alone."""
        found: Terms = {}
        for _, terms in self.shards(segment):
            assert not found.keys() & terms.keys()
            found |= terms
        return found

    def passages(self, segment: dict[str, Any]) -> dict[int, dict[str, Any]]:
        """By id, what the file of each passage holds."""
        told = json.loads((self.folder / f"d/{segment['documents']}.json").read_text("utf-8"))
        found = {}
        for group, name in told["groups"].items():
            for path in (self.folder / "x" / name).iterdir():
                number = int(path.stem, 36)
                assert number >> 6 == int(group, 36)
                found[number] = json.loads(path.read_text("utf-8"))
        return found

    def documents(self, segment: dict[str, Any]) -> dict[str, list[int]]:
        """The ids of the passages of each document, in order."""
        found = defaultdict(list)
        for number, passage in sorted(self.passages(segment).items()):
            found[passage["d"][0]].append(number)
        return dict(found)

    def lexicon(self, segment: dict[str, Any]) -> dict[str, int]:
        """Each word of the lexicon with the passages that hold it at least."""
        listed = json.loads((self.folder / f"w/{segment['lexicon']}.json").read_text("utf-8"))
        return {word: 2**power for power, words in enumerate(listed) for word in words.split()}

    def columns(self, segment: dict[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(
            (self.folder / f"f/{segment['facets']}.json").read_text("utf-8")
        )
        return told


def entries_in(data: bytes) -> Iterator[BlockEntry]:
    """The shards of a block of the directory."""
    at, before = 0, b""
    while at < len(data):
        shared, own = data[at], data[at + 1]
        before = before[:shared] + data[at + 2 : at + 2 + own]
        at += 2 + own
        name, size = data[at : at + NAME_BYTES], data[at + NAME_BYTES]
        at += NAME_BYTES + 1
        yield BlockEntry(before.decode(), name.hex(), 64 * size)


def terms_in(data: bytes) -> Terms:
    """The terms of a shard in order."""
    found: Terms = {}
    at = 0
    while at < len(data):
        end = data.index(0, at)
        term = data[at:end].decode()
        size, at = varint_at(data, end + 1)
        end = at + size
        number, postings = 0, []
        while at < end:
            value, at = varint_at(data, at)
            number += value >> 3
            postings.append((number, value & 7))
        found[term] = postings
    return found


def varint_at(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at a place, and where the next thing begins."""
    value = shift = 0
    while data[at] & 0x80:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
    return value | data[at] << shift, at + 1


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its address."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

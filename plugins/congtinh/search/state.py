"""What is known of the index of one language between two builds, and the files it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from congtinh.search.columns import EMPTY, Column, ends, facets_file
from congtinh.search.directory import Entry, blocks_of, name_of
from congtinh.search.layout import GROUP_BITS, Layout
from congtinh.search.lexicon import lexicon_file
from congtinh.search.records import SearchRecord
from congtinh.search.shards import Shard
from congtinh.search.texts import compact


class Files(Protocol):
    """Where the files of an index are put, and where those of the last build can be read."""

    def put(self, address: str, data: bytes) -> None: ...
    def read(self, address: str) -> bytes: ...


class Source(NamedTuple):
    """A document to be found: ``print`` changes with anything that ``load`` gives."""

    key: str
    print: bytes
    load: Callable[[], SearchRecord]


class ShardAt(NamedTuple):
    """A shard of the directory: the keys of its first and last term, its name, its size in bytes."""

    first: str
    last: str
    name: bytes
    size: int


@dataclass
class IndexState:
    """The index of one language: its documents by key, and what its files are called.

    ``passages``: how many each document has; ``counts``: how many each word of the lexicon is in;
    ``groups``: the name of each group of texts by number.
    """

    prints: dict[str, bytes] = field(default_factory=dict)
    passages: dict[str, int] = field(default_factory=dict)
    columns: dict[str, Column] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    shards: list[ShardAt] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    documents: str = ""
    facets: str = ""
    lexicon: str = ""

    def layout(self) -> Layout:
        return Layout.of(self.passages.items())

    def told(self) -> dict[str, object]:
        """What the manifest says of the language."""
        return {
            "extents": self.layout().extents,
            "passages": sum(self.passages.values()),
            "ended": bool(ends(list(self.columns.values()))),
            "blocks": self.blocks,
            "documents": self.documents,
            "facets": self.facets,
            "lexicon": self.lexicon,
        }

    def addresses(self) -> Iterator[str]:
        """Every file of the index, below its folder."""
        yield from (address_of("t", shard.name.hex()) for shard in self.shards)
        yield from (address_of("b", name) for _, name in self.blocks)
        if self.documents:
            yield address_of("d", self.documents)
            yield address_of("f", self.facets)
            yield address_of("w", self.lexicon)
        for key, first in self.layout().first_ids().items():
            for number in range(first, first + self.passages[key]):
                yield text_address(self.groups[number >> GROUP_BITS], number)

    def write_heads(self, files: Files) -> None:
        """Write anew what hangs together with every document: directory, facets, groups, lexicon."""
        self.blocks = []
        for first, data in blocks_of(_entries(self.shards)):
            self.blocks.append((first, put_named("b", data, files)))
        rows = [self.columns[key] if key else EMPTY for key in self.layout().rows()]
        groups = {base36(number): name for number, name in sorted(self.groups.items())}
        self.documents = put_named("d", compact({"groups": groups, "ends": ends(rows)}), files)
        self.facets = put_named("f", facets_file(rows), files)
        self.lexicon = put_named("w", lexicon_file(self.counts), files)


def _entries(shards: Iterable[ShardAt]) -> Iterator[Entry]:
    before = ""
    for shard in shards:
        yield Entry.between(before, shard.first, shard.name, shard.size)
        before = shard.last


def put_shards(shards: Iterable[Shard], files: Files) -> Iterator[ShardAt]:
    """Write shards as they come."""
    for shard in shards:
        name = name_of(shard.data)
        files.put(address_of("t", name.hex()), shard.data)
        yield ShardAt(shard.first, shard.last, name, len(shard.data))


def put_named(folder: str, data: bytes, files: Files) -> str:
    """A file that is called after its content; its name."""
    name = name_of(data).hex()
    files.put(address_of(folder, name), data)
    return name


def put_group(texts: Mapping[int, bytes], files: Files) -> str:
    """The texts of one group; its name."""
    name = name_of(b"\n".join(data for _, data in sorted(texts.items()))).hex()
    for number, data in sorted(texts.items()):
        files.put(text_address(name, number), data)
    return name


def address_of(folder: str, name: str) -> str:
    """The address of a file below the folder of the index.

    Shards and blocks are called ``.txt``, since hosts compress text and seldom anything unknown.
    """
    return f"{folder}/{name}.{'txt' if folder in 'tb' else 'json'}"


def text_address(group: str, number: int) -> str:
    """The address of the text of a passage."""
    return f"x/{group}/{base36(number)}.json"


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """A number in digits and small letters."""
    made = ""
    while number or not made:
        number, rest = divmod(number, 36)
        made = _DIGITS[rest] + made
    return made

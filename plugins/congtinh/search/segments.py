"""The index of one language made from nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from pathlib import Path

from congtinh.search.bulk import units_of
from congtinh.search.columns import column_of
from congtinh.search.layout import GROUP_BITS
from congtinh.search.lexicon import word_counts
from congtinh.search.passages import passages_of
from congtinh.search.postings import Part, Postings
from congtinh.search.records import SearchRecord
from congtinh.search.shards import shards_of
from congtinh.search.state import Files, IndexState, put_group, put_shards
from congtinh.search.texts import head_of, passage_file


class Segment:
    """Takes in the documents of one language, then writes their index; memory stays bounded."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self._postings = Postings(language, folder)
        self._spool = tempfile.TemporaryFile(dir=folder, prefix="texts-")  # noqa: SIM115 (closed by write)
        self._offsets: dict[str, list[int]] = {}
        self._state = IndexState()

    def add(self, key: str, print_: bytes, record: SearchRecord) -> None:
        """Take in a document; ``ValueError`` for a key that was taken in already."""
        if key in self._offsets:
            raise ValueError(f"two documents have the key {key!r}")
        passages = passages_of(record.body, record.anchors)
        self._postings.add(record, passages)
        offsets = [self._spool.tell()]
        head = head_of(record)
        for passage in passages:
            self._spool.write(passage_file(head, passage))
            offsets.append(self._spool.tell())
        self._offsets[key] = offsets
        state = self._state
        state.prints[key], state.passages[key] = print_, len(passages)
        state.columns[key] = column_of(record)

    def write(self, files: Files) -> IndexState:
        """All files of the index; what the next build wants to know of them."""
        state = self._state
        first_ids = state.layout().first_ids()
        placed = [first_ids[key] for key in self._offsets]
        units = chain.from_iterable(map(units_of, self._counted(self._postings.parts(placed))))
        state.shards = list(put_shards(shards_of(units), files))
        for number, group in groupby(self._texts(first_ids), lambda text: text[0] >> GROUP_BITS):
            state.groups[number] = put_group(dict(group), files)
        self._spool.close()
        state.write_heads(files)
        return state

    def _counted(self, parts: Iterator[Part]) -> Iterator[Part]:
        """The parts, whose words are counted as they pass."""
        for part in parts:
            self._state.counts += word_counts(zip(part.terms, part.df, strict=True))
            yield part

    def _texts(self, first_ids: dict[str, int]) -> Iterator[tuple[int, bytes]]:
        """The id and the file of each passage, in order of ids."""
        spans = sorted(
            (first_ids[key] + place, start, end)
            for key, offsets in self._offsets.items()
            for place, (start, end) in enumerate(pairwise(offsets))
        )
        for number, start, end in spans:
            self._spool.seek(start)
            yield number, self._spool.read(end - start)

"""The index of one language brought up to date: the same bytes as made from nothing, with less work.

What a changed document was and what it is are compared as rows; only the shards of terms whose rows
differ are made anew, and cut anew until a cut falls where one was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from congtinh.later import Later
from congtinh.search.columns import column_of
from congtinh.search.layout import GROUP_BITS
from congtinh.search.lexicon import word_counts
from congtinh.search.passages import passages_of
from congtinh.search.records import SearchRecord
from congtinh.search.rows import rows_of
from congtinh.search.shards import TermKeys, Unit, postings_of, read_units, shards_of, unit_of
from congtinh.search.state import (
    Files,
    IndexState,
    ShardAt,
    Source,
    address_of,
    put_group,
    put_shards,
    text_address,
)
from congtinh.search.texts import head_of, passage_file

_segments = Later("congtinh.search.segments")

Was = Callable[[str], SearchRecord | None]
"""The document of a key as the last build had it; ``None`` where that is not known."""
Change = dict[int, int | None]
"""What becomes of the postings of a term: by id the impact, or nothing."""

FEW = 24
ONE_IN = 12
"""Documents up to which an index is brought up to date; more, and it is quicker made from nothing."""


def make_index(
    language: str, sources: Sequence[Source], before: IndexState | None, was: Was, files: Files
) -> IndexState:
    """The index of ``sources``; ``before`` is that of the last build, whose files can be read."""
    if before is not None and before.shards:
        known = [source.key for source in sources if before.prints.get(source.key) == source.print]
        if len(sources) - len(known) <= FEW + len(sources) // ONE_IN:
            update = Update.of(sources, before, was)
            if update and len(update.touched) <= FEW + len(sources) // ONE_IN:
                return update.made(files)
    segment = _segments.Segment(language)
    for source in sources:
        segment.add(source.key, source.print, source.load())
    made: IndexState = segment.write(files)
    return made


@dataclass
class Update:
    """What differs between two states of an index: ``touched`` are the documents that do."""

    before: IndexState
    after: IndexState
    touched: Mapping[str, tuple[SearchRecord | None, SearchRecord | None]]
    _keys: TermKeys = field(default_factory=TermKeys)

    @classmethod
    def of(cls, sources: Sequence[Source], before: IndexState, was: Was) -> Update | None:
        """``None`` where it is not known what the documents were."""
        loaded = {s.key: s.load() for s in sources if before.prints.get(s.key) != s.print}
        counts = {key: len(passages_of(new.body, new.anchors)) for key, new in loaded.items()}
        after = IndexState(
            {source.key: source.print for source in sources},
            {
                source.key: counts.get(source.key) or before.passages[source.key]
                for source in sources
            },
            {
                s.key: column_of(loaded[s.key]) if s.key in loaded else before.columns[s.key]
                for s in sources
            },
            groups=dict(before.groups),
        )
        first, last = before.layout().first_ids(), after.layout().first_ids()
        moved = {key for key in last if key in first and first[key] != last[key]}
        touched = {}
        for key in sorted(loaded.keys() | moved | (first.keys() - last.keys())):
            old = was(key) if key in first else None
            if old is None and key in first:
                return None
            touched[key] = (old, loaded.get(key, old) if key in last else None)
        return cls(before, after, touched)

    def made(self, files: Files) -> IndexState:
        """Write what differs; ``after`` then knows all names."""
        first, last = self.before.layout().first_ids(), self.after.layout().first_ids()
        taken, put = _Placed(), _Placed()
        for key, (old, new) in self.touched.items():
            taken.add(old, first.get(key, 0))
            put.add(new, last.get(key, 0))
        self.after.counts = self.before.counts + put.words_but_of(taken) - taken.words_but_of(put)
        self.after.shards = list(self._shards(_changes(taken.rows, put.rows), files))
        self._write_texts(dict.fromkeys(taken.texts) | put.texts, files)
        self.after.write_heads(files)
        return self.after

    def _write_texts(self, texts: Mapping[int, bytes | None], files: Files) -> None:
        """Make anew the groups in which a text is another."""
        groups: dict[int, dict[int, bytes]] = {number >> GROUP_BITS: {} for number in texts}
        for key, first in self.after.layout().first_ids().items():
            for number in range(first, first + self.after.passages[key]):
                if number >> GROUP_BITS in groups:
                    made = texts.get(number)
                    name = self.before.groups.get(number >> GROUP_BITS, "")
                    data = made if made is not None else files.read(text_address(name, number))
                    groups[number >> GROUP_BITS][number] = data
        for group, own in groups.items():
            self.after.groups.pop(group, None)
            if own:
                self.after.groups[group] = put_group(own, files)

    def _shards(self, changes: Mapping[str, Change], files: Files) -> Iterator[ShardAt]:
        """All shards in order: those as they were, and those made anew.

        A shard is also cut anew where the one after it changes, since that decides its end.
        """
        shards = self.before.shards
        by_shard = self._by_shard(changes)
        at = 0
        while at < len(shards):
            if at in by_shard or at + 1 in by_shard:
                made, at = self._made_anew(at, by_shard, files)
                yield from made
            else:
                yield shards[at]
                at += 1

    def _by_shard(self, changes: Mapping[str, Change]) -> dict[int, dict[str, Change]]:
        """The changes of each shard, by its place."""
        firsts = [shard.first for shard in self.before.shards]
        found: dict[int, dict[str, Change]] = defaultdict(dict)
        for term, change in changes.items():
            found[max(0, bisect_right(firsts, self._keys[term]) - 1)][term] = change
        return found

    def _made_anew(
        self, start: int, by_shard: Mapping[int, Mapping[str, Change]], files: Files
    ) -> tuple[list[ShardAt], int]:
        """Shards from ``start`` on, until a cut falls where one was; and the shard that begins there."""
        starts = {shard.first: number for number, shard in enumerate(self.before.shards)}
        numbers = range(start, len(self.before.shards))
        units = chain.from_iterable(self._units(n, by_shard.get(n, {}), files) for n in numbers)
        made: list[ShardAt] = []
        for shard in shards_of(units):
            if made and starts.get(shard.first, 0) > start:
                return made, starts[shard.first]
            made += put_shards([shard], files)
        return made, len(self.before.shards)

    def _units(self, number: int, changes: Mapping[str, Change], files: Files) -> Iterator[Unit]:
        """The units of a shard with what becomes of them, in order."""
        address = address_of("t", self.before.shards[number].name.hex())
        units = {
            term: Unit(term, self._keys[term], unit)
            for term, unit in read_units(files.read(address))
        }
        for term, change in changes.items():
            before = units.pop(term, None)
            postings = dict(postings_of(before.data)) if before else {}
            postings |= change  # type: ignore[arg-type]
            left = sorted(
                (place, impact) for place, impact in postings.items() if impact is not None
            )
            if left:
                units[term] = unit_of(term, self._keys[term], left)
        yield from sorted(units.values(), key=_order)


def _order(unit: Unit) -> tuple[list[str], list[str]]:
    return unit.key.split(" "), unit.term.split(" ")


class _Placed:
    """The rows and texts of documents at their ids."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, int], int] = {}
        self.texts: dict[int, bytes | None] = {}

    def add(self, record: SearchRecord | None, first: int) -> None:
        if record is None:
            return
        passages = passages_of(record.body, record.anchors)
        head = head_of(record)
        for (term, place), impact in rows_of(record, passages).items():
            self.rows[term, first + place] = impact
        for place, passage in enumerate(passages):
            self.texts[first + place] = passage_file(head, passage)

    def words_but_of(self, other: _Placed) -> Counter[str]:
        """Words with the passages that hold them here and not there."""
        return word_counts(
            Counter(term for term, _ in self.rows.keys() - other.rows.keys()).items()
        )


def _changes(
    taken: Mapping[tuple[str, int], int], put: Mapping[tuple[str, int], int]
) -> dict[str, Change]:
    changes: dict[str, Change] = defaultdict(dict)
    for (term, number), impact in taken.items():
        if put.get((term, number)) != impact:
            changes[term][number] = None
    for (term, number), impact in put.items():
        if taken.get((term, number)) != impact:
            changes[term][number] = impact
    return changes

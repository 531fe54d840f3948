"""Shards and their directory: every term stands where its key leads, and the bytes say what they were made of."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.directory import Entry, block_bytes, blocks_of, name_of
from congtinh.search.shards import (
    ALONE,
    MOST,
    Shard,
    TermKeys,
    Unit,
    postings_of,
    read_units,
    shards_of,
    unit_of,
    varint,
)
from tests.search.index_reader import entries_in, terms_in, varint_at

_FORMS = [
    "dat",
    "đất",
    "đạt",
    "dát",
    "an",
    "ăn",
    "ân",
    "ký",
    "kí",
    "43/2011",
    "x" * 90,
    "y" * 120,
    "ệ" * 40,
]
FORMS = st.sampled_from(_FORMS) | st.text("abcdeghiệđôư", min_size=1, max_size=6)
TERMS = st.lists(FORMS, min_size=1, max_size=2).map(" ".join) | st.sampled_from(
    ["#43 2011 nd nd-cp", "#7 - - -"]
)
POSTINGS = st.dictionaries(
    st.integers(0, (1 << 27) - 1), st.integers(0, 7), min_size=1, max_size=30
)
KEYS = TermKeys()


def units_in_order(found: dict[str, dict[int, int]]) -> list[Unit]:
    terms = sorted(found, key=lambda term: (KEYS[term], term))
    return [unit_of(term, KEYS[term], sorted(found[term].items())) for term in terms]


@given(st.integers(0, 1 << 40))
def test_numbers_of_seven_bits(value: int) -> None:
    """A number reads back as it was written, in as many bytes as it has sevens of bits."""
    data = varint(value)
    assert varint_at(data, 0) == (value, len(data))
    assert len(data) == max(1, -(-value.bit_length() // 7))


@given(st.dictionaries(TERMS, POSTINGS, max_size=30))
def test_shards(found: dict[str, dict[int, int]]) -> None:
    """All terms read back, each key whole in one shard; shards are no larger than may be, but for one key."""
    shards = list(shards_of(units_in_order(found)))
    read: dict[str, list[tuple[int, int]]] = {}
    for shard in shards:
        terms = terms_in(shard.data)
        assert KEYS[next(iter(terms))] == shard.first
        assert KEYS[list(terms)[-1]] == shard.last
        assert len(shard.data) <= MOST or shard.first == shard.last
        read |= terms
    assert read == {term: sorted(postings.items()) for term, postings in found.items()}
    assert all(one.last < other.first for one, other in pairwise(shards))


@given(st.dictionaries(TERMS, POSTINGS, max_size=30))
def test_the_builder_reads_what_it_wrote(found: dict[str, dict[int, int]]) -> None:
    """So that an index can be brought up to date from its own files."""
    data = b"".join(unit.data for unit in units_in_order(found))
    read = {term: dict(postings_of(unit)) for term, unit in read_units(data)}
    assert read == found
    assert b"".join(unit for _, unit in read_units(data)) == data


def test_a_common_word_stands_alone() -> None:
    """A term with so many postings that others would be loaded for nothing has a shard for itself."""
    many = unit_of("và", "va", ((number, 1) for number in range(ALONE + 1)))
    shards = list(shards_of([unit_of("a", "a", [(1, 1)]), many, unit_of("x", "x", [(1, 1)])]))
    assert [shard.first for shard in shards] == ["a", "va", "x"]


def entries_of(shards: list[Shard]) -> list[Entry]:
    before, entries = "", []
    for shard in shards:
        entries.append(Entry.between(before, shard.first, name_of(shard.data), len(shard.data)))
        before = shard.last
    return entries


@given(st.dictionaries(TERMS, POSTINGS, min_size=1, max_size=60))
def test_directory(found: dict[str, dict[int, int]]) -> None:
    """From the first separators of blocks, then from those of shards, every key leads to its shard."""
    units = units_in_order(found)
    shards = [Shard(unit.key, unit.key, unit.data) for unit in units]
    shards = [
        shard
        for place, shard in enumerate(shards)
        if not place or shards[place - 1].first != shard.first
    ]
    blocks = list(blocks_of(entries_of(shards)))
    for shard in shards:
        _, data = blocks[max(0, bisect_right([first for first, _ in blocks], shard.first) - 1)]
        entries = list(entries_in(data))
        separators = [entry.separator for entry in entries]
        entry = entries[max(0, bisect_right(separators, shard.first) - 1)]
        assert entry.name == name_of(shard.data).hex()
        assert (
            len(shard.data) <= entry.most_bytes < len(shard.data) + 64
            or entry.most_bytes == 255 * 64
        )


@given(st.lists(st.text("abệ", min_size=1), unique=True).map(sorted))
def test_blocks_are_front_coded(keys: list[str]) -> None:
    """What a separator shares with the one before is not written again, and reads back."""
    entries = [Entry(key, name_of(key.encode()), 100) for key in keys]
    assert [entry.separator for entry in entries_in(block_bytes(entries))] == keys

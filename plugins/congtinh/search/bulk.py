"""The units of many terms encoded at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from congtinh.search.postings import Part
from congtinh.search.shards import IMPACT_BITS, TermKeys, Unit, unit_head


def units_of(part: Part) -> Iterator[Unit]:
    """The units of many terms at once; the same bytes as ``unit_of``."""
    data, ends = _encoded(part)
    start = 0
    keys = TermKeys()
    for term, end in zip(part.terms, ends, strict=True):
        yield Unit(term, keys[term], unit_head(term, end - start) + data[start:end])
        start = end


def _encoded(part: Part) -> tuple[bytes, list[int]]:
    """All postings as one run of bytes, and where those of each term end."""
    ids, df = part.ids, np.array(part.df)
    firsts = np.zeros(len(df), np.int64)
    np.cumsum(df[:-1], out=firsts[1:])
    gaps = np.diff(ids, prepend=0)
    gaps[firsts] = ids[firsts]
    values = gaps << IMPACT_BITS | part.impacts
    sizes = _sizes(values)
    ends = np.cumsum(sizes)
    data = np.zeros(int(ends[-1]), np.uint8)
    places = ends - sizes
    for number in range(int(sizes.max())):
        more = sizes > number
        last = sizes == number + 1
        byte = (values >> 7 * number) & 0x7F
        byte[~last] |= 0x80
        data[places[more] + number] = byte[more]
    return data.tobytes(), ends[firsts + df - 1].tolist()


def _sizes(values: NDArray[np.int64]) -> NDArray[np.int64]:
    sizes = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28, 35):
        sizes += values >= 1 << bits
    return sizes

"""Lists cut where their content decides: sizes stay bounded, and an edit moves the cuts near it alone."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.cutting import Cutter

LEAST, MOST = 800, 3_000
Entries = list[tuple[str, int]]
entries = st.lists(
    st.tuples(st.text("abcdđ ", min_size=1, max_size=8), st.integers(1, 4_000)), max_size=200
)


def cut(listed: Entries) -> list[Entries]:
    """The shards of a list of names and sizes."""
    cutter = Cutter(LEAST, MOST)
    shards: list[Entries] = []
    for name, size in listed:
        if cutter.cuts(name.encode(), size) or not shards:
            shards.append([])
        shards[-1].append((name, size))
    return shards


def size_of(shard: Entries) -> int:
    return sum(size for _, size in shard)


@given(entries)
def test_sizes(listed: Entries) -> None:
    """A shard of several entries is no larger than the most; a smaller one than the least stands before a large entry."""
    shards = cut(listed)
    assert [entry for shard in shards for entry in shard] == listed
    assert all(size_of(shard) <= MOST or len(shard) == 1 for shard in shards)
    assert all(
        size_of(shard) > LEAST or size_of(shard) + after[0][1] > MOST
        for shard, after in pairwise(shards)
    )


@given(entries)
def test_what_stands_before_a_cut_decides_nothing_after_it(listed: Entries) -> None:
    """From each cut on the list is cut as if it began there, so that two builds meet again at a common cut."""
    shards = cut(listed)
    for start in range(len(shards)):
        assert cut([entry for shard in shards[start:] for entry in shard]) == shards[start:]


def test_an_edit_moves_few_cuts() -> None:
    """Of 150 edits in a list of some 80 shards each makes two or three shards anew, and seldom more."""
    random = Random(1)
    names = sorted({"".join(random.choices("abcdeghiklmnopqrstuvxy", k=7)) for _ in range(5_000)})
    listed = [(name, int(min(2_000, 12 + random.expovariate(0.05)))) for name in names]
    before = {tuple(shard) for shard in cut(listed)}
    changed = []
    for _ in range(150):
        at = random.randrange(len(listed))
        name, size = listed[at]
        edits = [[], [(name, size + 2)], [(name, size), (f"{name} a", 12)]]
        after = cut([*listed[:at], *random.choice(edits), *listed[at + 1 :]])
        changed.append(len({tuple(shard) for shard in after} - before))
    assert len(before) > 60
    assert sum(changed) / len(changed) < 3
    assert sorted(changed)[-3] <= 10

"""What the cache keeps of an index comes back, so that the next build makes only what differs."""

from __future__ import annotations

from congtinh.build import cache
from congtinh.build.cache import CacheState
from tests.sites.copies import SiteCopy


def test_the_states_of_an_index_are_read_back(small: SiteCopy) -> None:
    """Nothing in them is refused by the cache, for either language."""
    small.build()
    (kept,) = (small.root / ".cache").rglob("states")
    found, state = cache.load(kept)

    assert state is CacheState.USED
    assert set(found[1]) == {"vi", "en"}
    assert all(one.prints for one in found[1].values())

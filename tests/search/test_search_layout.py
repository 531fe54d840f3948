"""Ids of passages: none is given twice, no order leaves a trace, and few move when documents change."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search import layout as layouts
from congtinh.search.layout import Layout, class_of

documents = st.dictionaries(st.text(min_size=1, max_size=5), st.integers(1, 40), max_size=80)


@given(documents)
def test_ids(counts: dict[str, int]) -> None:
    """Each passage has an id of its own, below the sum of what the classes take up."""
    layout = Layout.of(counts.items())
    first_ids = layout.first_ids()
    ids = [first_ids[key] + place for key, count in counts.items() for place in range(count)]
    assert len(set(ids)) == len(ids) == sum(counts.values())
    assert all(0 <= number < sum(x << c for c, x in enumerate(layout.extents)) for number in ids)


@given(documents)
def test_an_id_tells_its_document(counts: dict[str, int]) -> None:
    """From an id and the extents follow the class, the row, and the first id of the document."""
    layout = Layout.of(counts.items())
    rows = layout.rows()
    assert len(rows) == sum(layout.extents)
    for key, first in layout.first_ids().items():
        for number in range(first, first + counts[key]):
            c, base, row = max(one for one in _classes(layout.extents) if one[1] <= number)
            assert number - (number - base) % (1 << c) == first
            assert rows[row + ((number - base) >> c)] == key


def _classes(extents: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Each class that has documents with its first id and its first row."""
    return [
        (c, sum(x << b for b, x in enumerate(extents[:c])), sum(extents[:c]))
        for c, extent in enumerate(extents) if extent
    ]  # fmt: skip


@given(documents, st.randoms(use_true_random=False))
def test_no_order_leaves_a_trace(counts: dict[str, int], random: Random) -> None:
    """Whichever document comes first, the ids are the same."""
    shuffled = list(counts.items())
    random.shuffle(shuffled)
    assert Layout.of(shuffled) == Layout.of(counts.items())


@given(st.integers(1, 1 << 21))
def test_class(passages: int) -> None:
    """The class is the smallest that has room for so many passages."""
    assert 1 << class_of(passages) >= passages
    assert not passages > 1 or 1 << (class_of(passages) - 1) < passages


def test_one_that_comes_or_goes_moves_its_neighbours() -> None:
    """Of 2,000 documents hardly any other one moves, but where the table grows."""
    keys = [f"document-{number}" for number in range(2_001)]
    before = Layout.of((key, 1) for key in keys[:2_000]).first_ids()
    moved = []
    for left_out in range(0, 2_000, 20):
        after = Layout.of((key, 1) for key in keys if key != keys[left_out]).first_ids()
        moved.append(sum(after[key] != before[key] for key in after.keys() & before.keys()))
    assert sum(moved) / len(moved) < 5
    assert max(moved) < 40


def test_a_document_that_grows_leaves_the_others() -> None:
    """A document of more passages moves to another class; its neighbours in both may move."""
    counts = {f"document-{number}": 1 + number % 7 for number in range(1_000)}
    before = Layout.of(counts.items()).first_ids()
    after = Layout.of((counts | {"document-0": 3}).items()).first_ids()
    moved = {key for key in counts if before[key] != after[key]}
    assert "document-0" in moved
    assert len(moved) < 25


def test_more_ids_than_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many passages are refused with the number that may be."""
    monkeypatch.setattr(layouts, "MOST_IDS", 100)
    with pytest.raises(ValueError, match="more than 100 passages"):
        Layout.of((f"document-{number}", 9) for number in range(20))


def test_nothing() -> None:
    """No documents have no classes."""
    layout = Layout.of([])
    assert (layout.extents, layout.rows(), layout.first_ids()) == ((), [], {})

"""Figures of a ranking: hand-made cases, and what holds of every ranking."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.bench.search_metrics import (
    DEPTH,
    as_named,
    figures,
    intervals,
    means,
    ndcg,
    percentile,
    recall,
    reciprocal_rank,
    spread,
    success,
)

IDS = st.lists(st.sampled_from("abcdefghijklmnopqrst"), unique=True, max_size=20)
GRADES = st.dictionaries(st.sampled_from("abcdefghijklmnopqrst"), st.integers(0, 2), min_size=1)


def test_a_ranking_by_hand() -> None:
    """The second of three is the first relevant one; one of the two relevant ones is found."""
    ranked, relevant = ["x", "a", "y"], {"a", "b"}

    assert success(ranked, relevant, 1) == 0
    assert success(ranked, relevant, 10) == 1
    assert reciprocal_rank(ranked, relevant) == 0.5
    assert recall(ranked, relevant) == 0.5


def test_what_stands_below_ten_does_not_count() -> None:
    """The eleventh place is not looked at."""
    ranked = [*"0123456789", "a"]

    assert success(ranked, {"a"}, DEPTH) == reciprocal_rank(ranked, {"a"}) == 0
    assert recall(ranked, {"a"}) == as_named(ranked, {"a"}) == ndcg(ranked, {"a": 2}) == 0


def test_gain_by_hand() -> None:
    """Grades 0, 2, 1 in this order against the best order 2, 1: gains 3 and 1, discounts by log2."""
    found = ndcg(["x", "a", "b"], {"a": 2, "b": 1, "x": 0})
    best = 3 / math.log2(2) + 1 / math.log2(3)

    assert found == pytest.approx((3 / math.log2(3) + 1 / math.log2(4)) / best)


def test_a_name_of_one_and_of_several() -> None:
    """One bearer has to be first; several have to be within ten, in any place; more have to fill them."""
    assert as_named(["a", "x"], {"a"}) == 1
    assert as_named(["x", "a"], {"a"}) == 0
    assert as_named(["x", "a", "b"], {"a", "b"}) == 1
    assert as_named(["a", "x"], {"a", "b"}) == 0
    assert as_named(list("abcdefghij"), set("abcdefghijk")) == 1
    assert as_named(["x", *"abcdefghi"], set("abcdefghijk")) == 0


@given(GRADES)
def test_the_best_order_gains_all(judged: dict[str, int]) -> None:
    """By falling grade nDCG is 1, and 0 where nothing has a grade."""
    order = sorted(judged, key=lambda one: -judged[one])

    assert ndcg(order, judged) == pytest.approx(1.0 if any(judged.values()) else 0.0)


@given(IDS, GRADES)
def test_figures_are_shares(ranked: list[str], judged: dict[str, int]) -> None:
    """Each between 0 and 1; a relevant first place is a success at ten, and bounds MRR."""
    relevant = {one for one, grade in judged.items() if grade} or {"a"}
    found = figures(ranked, relevant, judged, named=True)

    assert all(0 <= value <= 1 + 1e-9 for value in found.values())
    assert found["success_at_1"] <= found["mrr_at_10"] <= found["success_at_10"]
    assert (found["recall_at_10"] > 0) == (found["success_at_10"] > 0)


@given(IDS, GRADES, st.integers(0, 19))
def test_moving_a_better_one_up_never_loses(
    ranked: list[str], judged: dict[str, int], place: int
) -> None:
    """Neighbours swapped into the order of their grades gain."""
    if place + 1 >= len(ranked):
        return
    above, below = (judged.get(one, 0) for one in ranked[place : place + 2])
    swapped = [*ranked]
    swapped[place], swapped[place + 1] = ranked[place + 1], ranked[place]

    assert (ndcg(swapped, judged) >= ndcg(ranked, judged) - 1e-12) == (below >= above) or (
        place + 1 >= DEPTH or ndcg(swapped, judged) == pytest.approx(ndcg(ranked, judged))
    )


def test_intervals_hold_the_mean_and_repeat() -> None:
    """About 95 %: the mean lies inside, more queries make it narrower, the same seed the same."""
    few = [{"hit": float(n % 2)} for n in range(20)]
    many = [{"hit": float(n % 2)} for n in range(2_000)]
    (low, high), (from_, to) = intervals(few)["hit"], intervals(many)["hit"]

    assert low <= means(few)["hit"] <= high
    assert low < from_ < 0.5 < to < high
    assert intervals(few) == intervals(few)
    assert intervals([{"hit": 1.0}] * 9)["hit"] == (1, 1)
    assert intervals([]) == means([]) == {}


def test_percentiles_and_costs() -> None:
    """The median of an even count lies between; the first query keeps its place."""
    assert percentile([1, 2, 3, 4], 0.5) == 2.5
    assert percentile([7], 0.95) == 7
    assert spread(10, [5, 1, 3]) == {"start": 10, "first": 5, "median": 3, "p95": 4.8, "max": 5}
    assert spread(10, []) == {"start": 10}

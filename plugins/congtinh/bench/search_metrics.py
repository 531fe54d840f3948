"""Figures of a ranking against judgements: success, MRR, recall and nDCG at ten, with bootstrap intervals."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Collection, Mapping, Sequence

DEPTH = 10
RESAMPLES = 1_000
SEED = 20_261_122
_CONFIDENCE = 0.95
_MOST_DRAWS = 6_000_000
_PLACES = 4


def success(ranked: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """1 where one of the first ``depth`` is relevant."""
    return float(any(one in relevant for one in ranked[:depth]))


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], depth: int = DEPTH) -> float:
    """1 / rank of the first relevant one; 0 where none stands within ``depth``."""
    places = (place for place, one in enumerate(ranked[:depth], 1) if one in relevant)
    return 1 / next(places, math.inf)


def recall(ranked: Sequence[str], relevant: Collection[str], depth: int = DEPTH) -> float:
    """The share of the relevant ones that stand within ``depth``; 0 where nothing is relevant."""
    return len(set(ranked[:depth]) & set(relevant)) / len(set(relevant)) if relevant else 0.0


def as_named(ranked: Sequence[str], relevant: Collection[str], depth: int = DEPTH) -> float:
    """Whether a name leads to its bearers: to the first place where one record bears it.

    Where several do, all of them stand within ``depth``; where more than ``depth`` do, they fill it.
    """
    if len(set(relevant)) == 1:
        return success(ranked, relevant, 1)
    found = len(set(ranked[:depth]) & set(relevant))
    return float(found == min(len(set(relevant)), depth)) if relevant else 0.0


def ndcg(ranked: Sequence[str], judged: Mapping[str, int], depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002): gain 2^grade - 1.

    What nobody judged counts as grade 0.  0 where no record has a grade above 0.
    """
    best = _gain(sorted(judged.values(), reverse=True)[:depth])
    return _gain([judged.get(one, 0) for one in ranked[:depth]]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(n + 1) for n, grade in enumerate(grades, 1))


Figures = Mapping[str, float]
"""The figures of one query, by their names."""


def figures(
    ranked: Sequence[str],
    relevant: Collection[str],
    judged: Mapping[str, int] | None = None,
    named: bool = False,
) -> dict[str, float]:
    """All figures of one query.

    Those of grades only where records were ``judged`` by grade; ``as_named`` only where the query is
    the name of what is relevant.
    """
    found = {
        "success_at_1": success(ranked, relevant, 1),
        "success_at_10": success(ranked, relevant, DEPTH),
        "mrr_at_10": reciprocal_rank(ranked, relevant),
        "recall_at_10": recall(ranked, relevant),
    }
    if named:
        found["as_named"] = as_named(ranked, relevant)
    if judged:
        first = ranked[:DEPTH]
        found["ndcg_at_10"] = ndcg(ranked, judged)
        found["judged_at_10"] = sum(one in judged for one in first) / len(first) if first else 1.0
    return found


def means(rows: Sequence[Figures]) -> dict[str, float]:
    """The mean of each figure over the queries; every row has the same names."""
    return {
        name: round(statistics.fmean(row[name] for row in rows), _PLACES)
        for name in (rows[0] if rows else {})
    }


def intervals(rows: Sequence[Figures], seed: int = SEED) -> dict[str, tuple[float, float]]:
    """For each mean its 95 % interval: percentiles of the means of samples drawn with replacement.

    The same rows and seed give the same intervals.  Very many queries are drawn fewer times.
    """
    if not rows:
        return {}
    names, draw = list(rows[0]), random.Random(seed)
    table = [tuple(row[name] for name in names) for row in rows]
    times = max(100, min(RESAMPLES, _MOST_DRAWS // len(table)))
    drawn = []
    for _ in range(times):
        sample = draw.choices(table, k=len(table))
        drawn.append([math.fsum(column) / len(table) for column in zip(*sample, strict=True)])
    return {
        name: (percentile(column, (1 - _CONFIDENCE) / 2), percentile(column, (1 + _CONFIDENCE) / 2))
        for name, column in zip(names, zip(*drawn, strict=True), strict=True)
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie, between neighbours where it falls there."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return round(ordered[low] + (ordered[high] - ordered[low]) * (place - low), _PLACES)


def spread(start: float, costs: Sequence[float]) -> dict[str, float]:
    """What queries cost: ``start`` before any of them, then the first, the median, p95 and the most."""
    if not costs:
        return {"start": start}
    return {
        "start": start,
        "first": costs[0],
        "median": percentile(costs, 0.5),
        "p95": percentile(costs, 0.95),
        "max": max(costs),
    }

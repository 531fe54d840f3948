"""What a run of the engine comes to: relevance against the judgements, and bytes, requests and rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from congtinh.bench.search_engine import Answer, EngineRun, Fetched
from congtinh.bench.search_files import Query
from congtinh.bench.search_metrics import Figures, figures, intervals, means, percentile, spread

NUMBERS = "number"
"""How the names of sets begin whose queries are names of documents."""
Report = dict[str, Any]
"""The one JSON object that ``--format json`` prints."""


def relevance(rankings: Mapping[str, Sequence[str]], queries: Sequence[Query]) -> Report:
    """Means with their intervals; those of each set too where the queries are of several sets.

    A query with nothing relevant to it is left out.
    """
    sets: dict[str, list[Figures]] = defaultdict(list)
    for query in queries:
        if query.relevant:
            ranked = rankings.get(query.qid, ())
            named = query.set.startswith(NUMBERS)
            sets[query.set].append(figures(ranked, query.relevant, query.judged, named))
    rows = _alike([row for group in sets.values() for row in group])
    report: Report = {"queries": len(rows), **means(rows), "confidence": intervals(rows)}
    if len(sets) > 1:
        report["sets"] = {
            name: {"queries": len(group), **means(_alike(group))} for name, group in sets.items()
        }
    return report


def _alike(rows: Sequence[Figures]) -> list[Figures]:
    """The rows with the figures that all of them have."""
    names = set.intersection(*(set(row) for row in rows)) if rows else set()
    return [{name: row[name] for name in row if name in names} for row in rows]


def costs(run: EngineRun) -> Report:
    """Bytes, requests and rounds: ``start``, then of each query with only the start in memory.

    These lead to the ranked list; ``excerpts`` come on top.  ``warm`` is what the same queries fetch
    one after the other in a browser that keeps every file.
    """
    runs = [one.fetched for one in run.answers]
    lists = [[one for one in fetched if not one.is_excerpt] for fetched in runs]
    excerpts = [[one for one in fetched if one.is_excerpt] for fetched in runs]
    return {
        "bytes": spread(_weight(run.start), [_weight(fetched) for fetched in lists]),
        "requests": spread(len(run.start), [len(fetched) for fetched in lists]),
        "rounds": _typical([max((one.round for one in fetched), default=0) for fetched in lists]),
        "milliseconds": _typical([one.milliseconds for one in run.answers]),
        "excerpts": _weights(excerpts),
        "warm": _weights(_kept([run.start, *lists])[1:]),
        "start": {one.name: one.weight for one in run.start},
    }


def _weights(runs: Sequence[Fetched]) -> Report:
    return {
        "bytes": _typical([_weight(fetched) for fetched in runs]),
        "requests": _typical([len(fetched) for fetched in runs]),
    }


def _weight(fetched: Fetched) -> int:
    return sum(one.weight for one in fetched)


def _kept(runs: Sequence[Fetched]) -> list[Fetched]:
    """Of each run the files that none before it fetched."""
    seen: set[str] = set()
    new: list[Fetched] = []
    for fetched in runs:
        new.append([one for one in fetched if one.name not in seen])
        seen.update(one.name for one in fetched)
    return new


def _typical(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {}
    return {"median": percentile(values, 0.5), "p95": percentile(values, 0.95), "max": max(values)}


def ranking(answers: Sequence[Answer]) -> dict[str, list[str]]:
    """Query to the identities found, the best first."""
    return {answer.qid: [one for one, _ in answer.ranked] for answer in answers}

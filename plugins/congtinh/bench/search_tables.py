"""What evaluation and comparison show to people: relevance, what queries cost, engines side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table

FIGURES = ("success_at_1", "success_at_10", "mrr_at_10", "recall_at_10", "ndcg_at_10", "as_named")
WIDTH = 160
"""Characters of a line, also where no terminal tells its width."""
_COSTS = ("bytes", "requests", "rounds", "milliseconds")
_HEADS = ("start", "first", "median", "p95", "max")
_KILO = 1_000


def evaluation_tables(report: Mapping[str, Any]) -> Iterator[Table]:
    """Relevance with its intervals, each set, and what the queries cost."""
    shown = [name for name in FIGURES if name in report]
    bounds = [report["confidence"][name] for name in shown]
    yield _table(
        ("queries", *shown),
        [
            (f"{report['queries']:,}", *(_share(report[name]) for name in shown)),
            ("95 %", *(f"{_share(low)}–{_share(high)}" for low, high in bounds)),
        ],
    )
    if "sets" in report:
        yield _sets(report["sets"])
    rows = [(name, report[name]) for name in _COSTS if name in report]
    rows += [
        (f"{part} {name}", values)
        for part in ("excerpts", "warm")
        for name, values in report.get(part, {}).items()
    ]
    yield _table(
        ("", *_HEADS),
        [(name, *(_whole(values.get(head)) for head in _HEADS)) for name, values in rows],
    )


def _sets(sets: Mapping[str, Mapping[str, Any]]) -> Table:
    shown = [name for name in FIGURES if any(name in one for one in sets.values())]
    return _table(
        ("set", "queries", *shown),
        [
            (name, f"{one['queries']:,}", *(_share(one.get(figure)) for figure in shown))
            for name, one in sets.items()
        ],
    )


def bench_tables(report: Mapping[str, Any]) -> Iterator[Table]:
    """Engines side by side: what they cost, then what they find; or the times of building."""
    if "engines" not in report:
        yield from _builds(report)
        return
    engines = report["engines"]
    heads = ("", "index s", "ratio", "MB", "index kB", "start kB", "query kB", "p95 kB", "max kB")
    yield _table(heads, [(name, *_costs(one)) for name, one in engines.items()])
    sets = list(dict.fromkeys(name for one in engines.values() for name in one["sets"]))
    for title, figure in (("MRR@10", "mrr_at_10"), ("success@1", "success_at_1")):
        rows = [
            (name, *(_share(one["sets"].get(name, {}).get(figure)) for one in engines.values()))
            for name in sets
        ]
        yield _table((title, *engines), rows)


def _builds(report: Mapping[str, Any]) -> Iterator[Table]:
    parts = ("seconds", "processor", "memory_mb")
    measured = {
        name: one for name, one in report.items() if name in ("build", "edited", "pagefind")
    }
    yield _table(
        ("", "seconds", "CPU", "MB"),
        [(name, *(f"{one[part]:,}" for part in parts)) for name, one in measured.items()],
    )
    ratios = ("seconds_per_million_words", "ratio", "processor_ratio", "edited_share")
    yield _table(("", "figure"), [(name, f"{report[name]}") for name in ratios])


def _costs(one: Mapping[str, Any]) -> tuple[str, ...]:
    ratio = one.get("ratio", {}).get("index_seconds")
    sizes = (one["index_bytes"], one["start_bytes"], *one["query_bytes"].values())
    return (
        f"{one['index_seconds']:.1f}",
        "" if ratio is None else f"{ratio:.2f}",
        f"{one['memory_mb']:,.0f}",
        *(f"{size / _KILO:,.1f}" for size in sizes),
    )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _whole(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    made = Table(box=None, pad_edge=False)
    for place, head in enumerate(heads):
        made.add_column(head, justify="right" if place else "left")
    for row in rows:
        made.add_row(*row)
    return made

"""How cost grows with the number of items: one measurement for each size, Hugo beside."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from congtinh.bench.items import BenchItem
from congtinh.bench.processes import Measure
from congtinh.bench.results import Results
from congtinh.bench.rivals import Rivals
from congtinh.bench.scenarios import Bench, Tell, write_sites

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
Stock = Callable[[int], Iterator[BenchItem]]


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one size: seconds and megabytes; ``None`` where nothing was measured."""

    items: int
    cold: float
    edit: float
    memory: float | None
    hugo_cold: float | None = None
    hugo_memory: float | None = None

    def as_dict(self) -> dict[str, Any]:
        return {
            name: round(value, 3) if isinstance(value, float) else value
            for name, value in asdict(self).items()
        }


def grown(
    folder: Path, sizes: Sequence[int], stock: Stock, rivals: Rivals | None, runs: int, tell: Tell
) -> Iterator[Point]:
    """A point for each of ``sizes``; the sites of one are gone before the next is written.

    ``stock`` gives the items of a site of a size.
    """
    for size in sizes:
        tell(f"{size:,}")
        place = folder / str(size)
        bench = Bench(write_sites(place, stock(size), rivals is not None), rivals, runs, tell)
        bench.warm_up(place / "warm")
        for _ in range(runs):
            bench.cold(index=False)
            bench.edits((), ("edit_body",))
        bench.memory(index=False)
        yield _point(bench.results)
        shutil.rmtree(place)


def _point(results: Results) -> Point:
    memory = results.memory
    return Point(
        results.items,
        _median(results.ours["cold"]),
        _median(results.ours["edit_body"]),
        memory.get("ours", memory.get("ours_largest_process")),
        _median(results.hugo["cold"]) if results.hugo else None,
        memory.get("hugo", memory.get("hugo_largest_process")),
    )


def _median(runs: Sequence[Measure]) -> float:
    return statistics.median(run.seconds for run in runs)

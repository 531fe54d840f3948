"""What was measured, and what follows: medians, ratios against the rivals, targets held or not."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from congtinh.bench.processes import Measure

TARGETS = {
    "cold": 2.0,
    "cold_with_index": 1.0,
    "unchanged": 0.15,
    "edit_body": 0.25,
    "edit_title": 0.25,
    "add_item": 0.25,
    "delete_file": 0.25,
    "serve_edit": 0.5,
    "serve_edit_title": 0.5,
}
"""The ratios that are not to be exceeded; ``cold_with_index`` counts once search has joined."""
MOST_MEMORY = 500
_AGAINST_COLD = ("unchanged", "edit_body", "edit_title", "add_item", "delete_file")


@dataclass
class Results:
    """All runs of one measurement: scenario to runs, for us and for each rival."""

    items: int
    runs: int
    ours: dict[str, list[Measure]] = field(default_factory=dict)
    hugo: dict[str, list[Measure]] = field(default_factory=dict)
    pagefind: dict[str, list[Measure]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    machine: dict[str, Any] = field(default_factory=lambda: machine())

    @property
    def ratios(self) -> dict[str, float]:
        """Ours against the rival's, by the names of ``TARGETS``; empty without rivals."""
        return ratios(medians(self.ours), medians(self.hugo), medians(self.pagefind))

    @property
    def processor_ratios(self) -> dict[str, float]:
        """The same of seconds of all processors, which other work on the machine disturbs less."""
        ours, hugo, pagefind = (
            medians(group, "processor") for group in (self.ours, self.hugo, self.pagefind)
        )
        return ratios(ours, hugo, pagefind)

    def as_dict(self) -> dict[str, Any]:
        """The one JSON object that ``--format json`` prints."""
        rivals = {"hugo": self.hugo, "pagefind": self.pagefind}
        return {
            "machine": self.machine,
            "items": self.items,
            "runs": self.runs,
            "ours": {name: told(runs) for name, runs in self.ours.items()},
            "rivals": {
                rival: {
                    "version": self.versions[rival],
                    **{name: told(runs) for name, runs in measured.items()},
                }
                for rival, measured in rivals.items()
                if measured
            },
            "memory_mb": {name: round(peak, 1) for name, peak in self.memory.items()},
            "pages": self.pages,
            "ratios": {name: round(ratio, 3) for name, ratio in self.ratios.items()},
            "processor_ratios": {n: round(r, 3) for n, r in self.processor_ratios.items()},
            "targets": {**TARGETS, "memory_mb": MOST_MEMORY},
        }


def machine() -> dict[str, Any]:
    """What figures depend on beside the program; ``load`` is what else ran when it began."""
    return {
        "processors": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "day": time.strftime("%Y-%m-%d"),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def told(runs: list[Measure]) -> dict[str, Any]:
    """The runs of one scenario as JSON."""
    seconds = [run.seconds for run in runs]
    return {
        "seconds": round(statistics.median(seconds), 3),
        "all": [round(one, 3) for one in seconds],
        "processor": round(statistics.median(run.processor for run in runs), 3),
    }


def medians(measured: Mapping[str, list[Measure]], figure: str = "seconds") -> dict[str, float]:
    """The middle run of each scenario, in seconds; one that was not measured (0) is left out."""
    middle = {
        name: statistics.median(getattr(run, figure) for run in runs)
        for name, runs in measured.items()
    }
    return {name: value for name, value in middle.items() if value}


def ratios(
    ours: Mapping[str, float], hugo: Mapping[str, float], pagefind: Mapping[str, float]
) -> dict[str, float]:
    """Seconds to ratios: what cannot be formed is left out.

    A build after an edit stands against Hugo's cold build, since Hugo begins anew in each process;
    an edit under ``serve`` against the same edit under ``hugo server``.
    """
    found: dict[str, float] = {}
    cold = hugo.get("cold")
    if cold:
        found |= {name: ours[name] / cold for name in ("cold", *_AGAINST_COLD) if name in ours}
        if "index" in pagefind and "cold" in ours:
            found["cold_with_index"] = ours["cold"] / (cold + pagefind["index"])
    for name in ("serve_edit", "serve_edit_title"):
        if name in ours and name in hugo:
            found[name] = ours[name] / hugo[name]
    return found


def held(name: str, value: float) -> bool | None:
    """Whether a ratio keeps to its target; ``None`` where there is none."""
    return value <= TARGETS[name] if name in TARGETS else None

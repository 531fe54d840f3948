"""What the measurement shows to people: a table of scenarios, and one of growth for the documents."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence

from rich.table import Table

from congtinh.bench.growth import Point
from congtinh.bench.processes import Measure
from congtinh.bench.results import MOST_MEMORY, TARGETS, Results, held
from congtinh.errors import N_

SCENARIOS = {
    "cold": N_("cold build"),
    "unchanged": N_("nothing changed"),
    "edit_body": N_("body edited"),
    "edit_title": N_("title edited"),
    "add_item": N_("item added"),
    "delete_file": N_("file deleted"),
    "edit_template": N_("component edited"),
    "edit_setting": N_("setting edited"),
    "serve_edit": N_("serve: body edited"),
    "serve_edit_title": N_("serve: title edited"),
    "index": N_("index"),
}
"""The names of scenarios as people read them."""
_PLACES = 2


def table(results: Results, say: Callable[[str], str]) -> Table:
    """Scenario, seconds, spread, ratio against the rival, target, and whether it is held."""
    made = Table(box=None, pad_edge=False)
    made.add_column(say(N_("Scenario")))
    for head in (
        N_("seconds"),
        N_("from – to"),
        N_("CPU"),
        N_("ratio"),
        N_("target"),
        N_("held"),
    ):
        made.add_column(say(head), justify="right")
    ratios = results.ratios
    for name, runs in results.ours.items():
        made.add_row(say(SCENARIOS[name]), *_seconds(runs), *_ratio(name, ratios, say))
        if name == "cold" and "cold_with_index" in ratios:
            made.add_row(
                "  / (Hugo + Pagefind)", "", "", "", *_ratio("cold_with_index", ratios, say)
            )
    for rival, measured in (("Hugo", results.hugo), ("Pagefind", results.pagefind)):
        for name, runs in measured.items():
            made.add_row(f"{rival}: {say(SCENARIOS[name])}", *_seconds(runs))
    for name, peak in _peaks(results):
        target = (f"{MOST_MEMORY} MB", _yes(peak < MOST_MEMORY, say)) if name == "ours" else ()
        label = say(N_("memory")) if name == "ours" else f"{name.capitalize()}: {say(N_('memory'))}"
        made.add_row(label, f"{peak:.0f} MB", "", "", "", *target)
    return made


def _peaks(results: Results) -> Iterator[tuple[str, float]]:
    """The peak of each tree, or of its largest process where the system tells no more."""
    for name in ("ours", "hugo", "pagefind"):
        peak = results.memory.get(name, results.memory.get(f"{name}_largest_process"))
        if peak is not None:
            yield name, peak


def _seconds(runs: Sequence[Measure]) -> tuple[str, str, str]:
    seconds = [run.seconds for run in runs]
    processor = statistics.median(run.processor for run in runs)
    return (
        f"{statistics.median(seconds):.{_PLACES}f}",
        f"{min(seconds):.{_PLACES}f} – {max(seconds):.{_PLACES}f}",
        f"{processor:.{_PLACES}f}" if processor else "",
    )


def _ratio(name: str, ratios: dict[str, float], say: Callable[[str], str]) -> tuple[str, str, str]:
    if name not in ratios:
        return "", "", ""
    keeps = held(name, ratios[name])
    target = f"≤ {TARGETS[name]:g}" if name in TARGETS else ""
    return f"{ratios[name]:.3f}", target, "" if keeps is None else _yes(keeps, say)


def _yes(value: bool, say: Callable[[str], str]) -> str:
    return say(N_("yes")) if value else say(N_("no"))


def growth_rows(points: Sequence[Point]) -> str:
    """The figures of the growth picture as a Markdown table."""
    head = "| Items | Cold, s | One edit, s | Memory, MB | Hugo cold, s | Hugo memory, MB |"
    rows = [head, "| ---: " * head.count(" |") + "|"]
    for p in points:
        cells = (p.cold, p.edit, p.memory, p.hugo_cold, p.hugo_memory)
        shown = (
            "–" if cell is None else f"{cell:.{0 if cell >= 100 else 1 if cell >= 10 else 2}f}"
            for cell in cells
        )
        rows.append(f"| {p.items:,} | " + " | ".join(shown) + " |")
    return "\n".join(rows)

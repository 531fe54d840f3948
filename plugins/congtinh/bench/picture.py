"""The picture of growth: small line charts side by side as one SVG file, light and dark, with words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from congtinh.bench.growth import Point

WIDTH, HEIGHT = 960, 380
_TOP, _BOTTOM, _LEFT, _GAP, _RIGHT = 84, 62, 58, 78, 70
_NAME = 26
_STYLE = """\
.ground { fill: #fdfcfa } text { font: 13px system-ui, sans-serif; fill: #1d1b18 }
.title { font-size: 17px; font-weight: 600 } .head { font-weight: 600 } .small { fill: #5c5751 }
.grid { stroke: #ddd8d0 } .axis { stroke: #8a847b } .line { fill: none; stroke-width: 2.5 }
.ours { stroke: #a3271b } .hugo { stroke: #2b5c8a; stroke-dasharray: 7 4 }
.dot-ours { fill: #a3271b } .dot-hugo { fill: #2b5c8a } .say-ours { fill: #a3271b } .say-hugo { fill: #2b5c8a }
@media (prefers-color-scheme: dark) {
.ground { fill: #191715 } text { fill: #f1ede6 } .small { fill: #b5aea3 } .grid { stroke: #3a3631 }
.axis { stroke: #8a847b } .ours { stroke: #f08b78 } .hugo { stroke: #8fbbe6 }
.dot-ours { fill: #f08b78 } .dot-hugo { fill: #8fbbe6 } .say-ours { fill: #f08b78 } .say-hugo { fill: #8fbbe6 }
}"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: ``kind`` is its look, ``values`` are ``(items, figure)``."""

    name: str
    kind: str
    values: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: what it shows, the unit of its upright axis, its lines."""

    title: str
    unit: str
    lines: tuple[Line, ...]


def charts(points: Sequence[Point]) -> tuple[Chart, ...]:
    """Cold build, one edit, memory; Hugo builds everything after an edit in a new process."""
    cold = _line("Hugo", "hugo", points, "hugo_cold")
    whole = Line("Hugo, whole build", "hugo", cold.values)
    ours = "Cổng Tĩnh", "ours"
    seconds, megabytes = "seconds", "megabytes"
    return (
        Chart("Cold build", seconds, (_line(*ours, points, "cold"), cold)),
        Chart("One edit, new process", seconds, (_line(*ours, points, "edit"), whole)),
        Chart(
            "Peak memory",
            megabytes,
            (_line(*ours, points, "memory"), _line("Hugo", "hugo", points, "hugo_memory")),
        ),
    )


def _line(name: str, kind: str, points: Sequence[Point], figure: str) -> Line:
    values = ((point.items, getattr(point, figure)) for point in points)
    return Line(name, kind, tuple((x, y) for x, y in values if y is not None))


def growth_picture(points: Sequence[Point], caption: str) -> str:
    """The SVG file; ``caption`` names the machine and the day."""
    made = charts(points)
    width = (WIDTH - _LEFT - _RIGHT - _GAP * (len(made) - 1)) / len(made)
    told = " ".join(_told(chart) for chart in made)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" role="img" aria-labelledby="growth-title growth-desc">',
        '<title id="growth-title">Cost of a build by the number of items</title>',
        f'<desc id="growth-desc">{escape(told)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>',
        _text(_LEFT, 30, "Cost of a build by the number of items", "title"),
        _text(WIDTH - 20, 30, caption, "small", "end"),
    ]
    for place, chart in enumerate(made):
        parts += _chart(chart, _LEFT + place * (width + _GAP), width)
    return "\n".join([*parts, "</svg>", ""])


def _told(chart: Chart) -> str:
    """A chart in words, for whoever cannot see it."""
    lines = (
        f"{line.name} from {line.values[0][1]:.3g} at {line.values[0][0]:,} items"
        f" to {line.values[-1][1]:.3g} at {line.values[-1][0]:,}"
        for line in chart.lines
        if line.values
    )
    return f"{chart.title}, {chart.unit}: {'; '.join(lines)}."


def _chart(chart: Chart, left: float, width: float) -> Iterator[str]:
    values = [value for line in chart.lines for value in line.values]
    step_x, step_y = (_step(max(value[axis] for value in values)) for axis in (0, 1))
    most_x = max(value[0] for value in values)
    most_y = step_y * math.ceil(max(value[1] for value in values) / step_y)
    height = HEIGHT - _TOP - _BOTTOM

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x / most_x * width, _TOP + height - y / most_y * height

    yield _text(left, _TOP - 26, chart.title, "head")
    yield _text(left, _TOP - 10, chart.unit, "small")
    for number in range(round(most_y / step_y) + 1):
        x, y = at(0, number * step_y)
        kind = "grid" if number else "axis"
        yield f'<path class="{kind}" d="M{x:.1f} {y:.1f}h{width:.1f}"/>'
        yield _text(x - 8, y + 4, f"{number * step_y:,g}", "small", "end")
    for number in range(int(most_x / step_x) + 1):
        x, y = at(number * step_x, 0)
        yield f'<path class="axis" d="M{x:.1f} {y:.1f}v5"/>'
        yield _text(x, y + 20, _short(number * step_x), "small", "middle")
    yield _text(left + width / 2, HEIGHT - 18, "items", "small", "middle")
    yield from _lines(chart, [[at(*value) for value in line.values] for line in chart.lines])


def _lines(chart: Chart, places: list[list[tuple[float, float]]]) -> Iterator[str]:
    """The lines, each with its name above its end; below it where another ends close above."""
    ends = [run[-1][1] for run in places if run]
    named: list[float] = []
    for line, run in zip(chart.lines, places, strict=True):
        if not run:
            continue
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in run)
        yield f'<path class="line {line.kind}" d="M{path}"/>'
        for x, y in run:
            yield f'<circle class="dot-{line.kind}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
        x, y = run[-1]
        beneath = any(y - _NAME < other <= y for other in ends if other != y) or y in named
        named.append(y)
        yield _text(x, y + 19 if beneath else y - 9, line.name, f"say-{line.kind}", "end")


def _step(most: float) -> float:
    """A round distance between three to six lines of a grid."""
    size = 10.0 ** math.floor(math.log10(most))
    return next(size * part for part in (0.2, 0.5, 1.0, 2.0) if most / (size * part) <= 5)


def _short(items: float) -> str:
    return f"{items / 1000:g} k" if items else "0"


def _text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'

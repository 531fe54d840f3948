"""Charts drawn when the site is built: where columns, lines and bars stand; the numbers are told beside them.

All lengths are units of the picture, counted from its left upper corner.  Series are told apart by
texture and mark beside colour, so that a chart can be read in black and white.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

WIDTH, HEIGHT = 360, 200
TOP, BASE = 10, 172
"""The upper edge of the plot, and the line that columns stand on."""
_RIGHT = 2  # room beside the last column
_LETTER = 7  # the greatest width of a figure in the letters of a chart
_WIDEST = 16  # of a column
_MOST_LEVELS = 4
FULL = 1000
"""The length of the longest bar."""

Say = Callable[[int], str]


class Series(NamedTuple):
    """Values in the order of the places of a chart; ``None`` where there is none yet."""

    label: str
    values: tuple[int | None, ...]


class Level(NamedTuple):
    """A line across the plot, and the number that it stands for."""

    y: float
    text: str


class Mark(NamedTuple):
    """The word under a place of the chart; ``x`` is its middle."""

    x: float
    text: str


class Column(NamedTuple):
    """One value of the series with this number, from 0."""

    series: int
    x: float
    y: float
    width: float
    height: float


class Point(NamedTuple):
    """One value of a line."""

    x: float
    y: float


class Curve(NamedTuple):
    """The line of the series with this number; ``path`` runs through its points."""

    series: int
    path: str
    points: tuple[Point, ...]


class Plot(NamedTuple):
    """What every chart with two axes has; ``left`` is where its lines begin."""

    left: int
    levels: tuple[Level, ...]
    marks: tuple[Mark, ...]
    labels: tuple[str, ...]


class ColumnChart(NamedTuple):
    """Columns side by side at each place, one for each series."""

    plot: Plot
    columns: tuple[Column, ...]


class LineChart(NamedTuple):
    """A line for each series."""

    plot: Plot
    curves: tuple[Curve, ...]


def column_chart(places: Sequence[str], series: Sequence[Series], say: Say) -> ColumnChart:
    """Columns of whole numbers that are not negative; ``say`` writes the numbers beside the plot."""
    frame = _Frame(places, series, say)
    width = min(_WIDEST, frame.step * 0.84 / max(1, len(series)))
    start = (frame.step - width * len(series)) / 2
    columns = [
        frame.column(number, frame.at(place) + start + width * number, width, value)
        for number, one in enumerate(series)
        for place, value in enumerate(one.values)
        if value
    ]
    return ColumnChart(frame.plot(), tuple(columns))


def line_chart(places: Sequence[str], series: Sequence[Series], say: Say) -> LineChart:
    """A line of whole numbers that are not negative, as far as there are values."""
    frame = _Frame(places, series, say)
    curves = []
    for number, one in enumerate(series):
        points = tuple(
            [
                Point(_cut(frame.at(place) + frame.step / 2), frame.y(value))
                for place, value in enumerate(one.values)
                if value is not None
            ]
        )
        path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points) if points else ""
        curves.append(Curve(number, path, points))
    return LineChart(frame.plot(), tuple(curves))


def bars(values: Sequence[int]) -> tuple[int, ...]:
    """The length of a bar for each value, of ``FULL`` for the largest; what is not nothing can be seen."""
    most = max(values, default=0)
    return tuple([max(1, round(FULL * value / most)) if value > 0 else 0 for value in values])


def running(values: Iterable[int]) -> tuple[int, ...]:
    """The sums from the first value on."""
    return tuple(accumulate(values))


def levels(most: int) -> list[int]:
    """Round numbers from 0 to the first that is not below ``most``: a few, an equal step apart."""
    step, factors = 1, (2, 2.5, 2)
    turn = 0
    while step * _MOST_LEVELS < most:
        step = int(step * factors[turn % 3])
        turn += 1
    last = max(1, -(-most // step))
    return [step * place for place in range(last + 1)]


class _Frame:
    """The axes of a chart."""

    def __init__(self, places: Sequence[str], series: Sequence[Series], say: Say) -> None:
        self.places, self.labels = places, tuple([one.label for one in series])
        self.numbers = levels(max([v for one in series for v in one.values if v], default=0))
        self.words = [say(number) for number in self.numbers]
        self.left = max(map(len, self.words)) * _LETTER + 6
        self.step = (WIDTH - _RIGHT - self.left) / max(1, len(places))

    def at(self, place: int) -> float:
        """The left edge of a place."""
        return self.left + self.step * place

    def y(self, value: int) -> float:
        return _cut(BASE - (BASE - TOP) * value / self.numbers[-1])

    def column(self, series: int, x: float, width: float, value: int) -> Column:
        y = self.y(value)
        return Column(series, _cut(x), y, _cut(width), _cut(BASE - y))

    def plot(self) -> Plot:
        return Plot(
            self.left,
            tuple([Level(self.y(n), w) for n, w in zip(self.numbers, self.words, strict=True)]),
            tuple([Mark(_cut(self.at(n) + self.step / 2), w) for n, w in enumerate(self.places)]),
            self.labels,
        )


def _cut(length: float) -> float:
    return round(length, 2)

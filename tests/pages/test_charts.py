"""Charts: everything stands inside the picture, and as long as its number says."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from congtinh.pages.charts import (
    BASE,
    FULL,
    HEIGHT,
    TOP,
    WIDTH,
    Series,
    bars,
    column_chart,
    levels,
    line_chart,
    running,
)

VALUES = st.lists(st.integers(0, 10**7) | st.none(), min_size=1, max_size=24)
GROUPS = st.integers(1, 24).flatmap(
    lambda places: st.lists(
        st.lists(st.integers(0, 10**7) | st.none(), min_size=places, max_size=places),
        min_size=1,
        max_size=3,
    )
)
CLOSE = 0.02  # lengths are cut to hundredths


def named(groups: list[list[int | None]]) -> list[Series]:
    return [Series(str(place), tuple(values)) for place, values in enumerate(groups)]


@given(GROUPS)
def test_columns_stand_inside_the_plot_and_beside_each_other(groups: list[list[int | None]]) -> None:
    """No column leaves the plot, and none covers another."""
    places = [str(place) for place in range(len(groups[0]))]
    chart = column_chart(places, named(groups), str)

    for one in chart.columns:
        assert chart.plot.left <= one.x + CLOSE
        assert one.x + one.width <= WIDTH + CLOSE
        assert one.y >= TOP - CLOSE
        assert abs(one.y + one.height - BASE) <= CLOSE
    for one, two in pairwise(sorted(chart.columns, key=lambda column: column.x)):
        assert one.x + one.width <= two.x + 2 * CLOSE


@given(GROUPS)
def test_columns_are_as_high_as_their_values(groups: list[list[int | None]]) -> None:
    """Height to value is the same for every column, and nought has none."""
    places = [str(place) for place in range(len(groups[0]))]
    chart = column_chart(places, named(groups), str)
    values = [value for group in groups for value in group if value]
    scale = (BASE - TOP) / max(map(int, (level.text for level in chart.plot.levels)))

    assert len(chart.columns) == len(values)
    for one, value in zip(chart.columns, values, strict=True):
        assert abs(one.height - value * scale) <= CLOSE


@given(st.integers(0, 10**9))
def test_levels_are_round_and_reach_the_highest_value(most: int) -> None:
    """From nought in equal steps of 1, 2 or 5 with noughts behind, a few, up to the value or just above."""
    found = levels(most)
    step = found[1]

    assert found == [step * place for place in range(len(found))]
    assert found[-1] >= most > found[-2] or (most == 0 and found == [0, 1])
    assert str(step).rstrip("0") in ("1", "2", "5")
    assert 2 <= len(found) <= 5


@given(GROUPS)
def test_words_beside_a_chart_stand_inside_the_picture(groups: list[list[int | None]]) -> None:
    """Levels rise from the base line to the top; the words below stand in the middle of their places."""
    places = [str(place) for place in range(len(groups[0]))]
    plot = column_chart(places, named(groups), lambda number: f"{number:,}").plot

    assert plot.levels[0].y == BASE < HEIGHT
    assert plot.levels[-1].y == TOP
    assert all(plot.left < mark.x < WIDTH for mark in plot.marks)
    assert [mark.text for mark in plot.marks] == places


@given(VALUES)
def test_a_line_goes_through_its_values(values: list[int | None]) -> None:
    """A point for each value that there is, from left to right, higher where the value is."""
    chart = line_chart([str(n) for n in range(len(values))], named([values]), str)
    (curve,) = chart.curves
    known = [value for value in values if value is not None]

    assert len(curve.points) == len(known)
    assert curve.path.count("L") == max(0, len(known) - 1)
    assert all(one.x < two.x for one, two in pairwise(curve.points))
    for (one, two), (value, after) in zip(pairwise(curve.points), pairwise(known), strict=True):
        assert (two.y <= one.y) == (after >= value) or abs(one.y - two.y) <= CLOSE


@given(st.lists(st.integers(0, 10**6), max_size=30))
def test_bars_are_as_long_as_their_values(values: list[int]) -> None:
    """The longest is whole, the others in proportion; what is not nought can be seen."""
    lengths = bars(values)
    most = max(values, default=0)

    assert len(lengths) == len(values)
    for length, value in zip(lengths, values, strict=True):
        assert (length > 0) == (value > 0)
        assert 0 <= length <= FULL
        assert value == 0 or abs(length - FULL * value / most) <= 1


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_running_totals_end_at_the_sum(values: list[int]) -> None:
    """Each is the sum of all up to its place, so that the last is the figure."""
    assert running(values)[-1] == sum(values)
    assert all(after >= before for before, after in pairwise(running(values)))

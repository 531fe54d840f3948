"""What units contributed by month, and those that contributed nothing."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from congtinh.periods import parse_period
from congtinh.statistics.contributions import SUPPLYING, Contributions, contributions
from congtinh.statistics.counts import Counts
from congtinh.statistics.quotas import quotas
from congtinh.statistics.tallies import Tally
from congtinh.statistics.units_of_site import UnitsOfSite
from tests.sites.copies import SiteCopy
from tests.statistics.unit_sites import counted, write_news, write_unit


def table(site: SiteCopy, today: str, period: str, heirs: bool = False) -> Contributions:
    """The contributions to a site, of what units are or of their successors."""
    found = counted(site, today, period)
    units = UnitsOfSite(found.model, "so-thu", found.period.last if heirs else None)
    own = quotas(found.model, found.counts, found.period, units)
    return contributions(found.model.vocabularies, found.counts, found.period, units, own)


def three_units(site: SiteCopy) -> None:
    """One that is diligent, one that is silent, and one that ended in June and left its work to the first."""
    write_unit(site, "phong-a", "A", "valid_from: 2020-01-01\nrank_order: 3\nquota: 24\n")
    write_unit(site, "phong-b", "B", "valid_from: 2020-01-01\nrank_order: 4\nquota: 12\n")
    ended = "valid_from: 2015-01-01\nvalid_to: 2026-06-30\nrank_order: 5\nsuccessor: phong-a\n"
    write_unit(site, "phong-c", "C", ended)
    write_news(site, 1, "2026-01-05", "phong-a")
    write_news(site, 2, "2026-03-05", "unit/phong-a")
    write_news(site, 3, "2026-03-09", "phong-c")
    write_news(site, 4, "2025-11-02", "phong-b")


def test_units_without_anything_keep_their_row(small: SiteCopy) -> None:
    """A silent unit is named with the rule it misses, and with the last day it posted anything."""
    three_units(small)
    found = table(small, "2026-03-31", "Q1-2026")
    rows = {row.unit: row for row in found.rows}

    assert found.months == ((2026, 1), (2026, 2), (2026, 3))
    assert rows["unit/phong-a"].months == (1, 0, 1)
    assert rows["unit/phong-b"].months == (0, 0, 0)
    assert rows["unit/phong-b"].last == dt.date(2025, 11, 2)
    assert rows["unit/phong-b"].share == 0
    assert rows["unit/phong-a"].share is not None
    assert [row.unit for row in found.silent] == ["unit/phong-b"]
    assert rows["unit/phong-b"].rule == rows["unit/phong-b"].quota.target.source  # type: ignore[union-attr]
    assert rows["unit/phong-a"].rule is None


def test_a_unit_that_ended_before_the_period_has_no_row(small: SiteCopy) -> None:
    """It exists on no day of these months; the months to come of the period have no column."""
    three_units(small)
    found = table(small, "2026-08-15", "6TC-2026")

    assert "unit/phong-c" not in [row.unit for row in found.rows]
    assert found.months == ((2026, 7), (2026, 8))


def test_a_successor_is_told_of_what_came_before(small: SiteCopy) -> None:
    """Asked so, the unit that took over has the items of the one that ended, and its row goes."""
    three_units(small)
    own = {row.unit: row.total for row in table(small, "2026-08-15", "N-2026").rows}
    joined = {row.unit: row.total for row in table(small, "2026-08-15", "N-2026", heirs=True).rows}

    assert (own["unit/phong-a"], own["unit/phong-c"]) == (2, 1)
    assert joined["unit/phong-a"] == 3
    assert "unit/phong-c" not in joined


def test_successors_that_name_each_other_end_the_search(small: SiteCopy) -> None:
    """A circle of units that all ended leaves each its own."""
    ended = "valid_from: 2015-01-01\nvalid_to: 2025-06-30\nsuccessor: {}\n"
    write_unit(small, "phong-a", "A", ended.format("phong-b"))
    write_unit(small, "phong-b", "B", ended.format("phong-a"))
    units = UnitsOfSite(counted(small, "2026-01-02").model, heirs_on=dt.date(2026, 1, 1))

    assert units.meant("phong-a") == "unit/phong-a"
    assert units.meant("phong-b") == "unit/phong-b"


def test_without_a_rule_of_its_own_a_silent_unit_has_the_common_duty(small: SiteCopy) -> None:
    """The words come from the vocabulary; a table without targets still says what is missed."""
    three_units(small)
    found = counted(small, "2026-03-31", "Q1-2026")
    units = UnitsOfSite(found.model, "so-thu")
    rows = contributions(found.model.vocabularies, found.counts, found.period, units).silent

    assert rows[0].rule not in (None, SUPPLYING)
    assert rows[0].quota is None


def test_rows_add_up_whatever_is_counted(built: SiteCopy) -> None:
    """Months and measures of the rows make those of the whole, whatever units the rows name."""
    site = counted(built, "2026-11-22")
    names = ("", "van-phong", "unit/van-phong", "so-thu", "khong-co")
    periods = [parse_period(text, cut) for text in ("6T-2026", "N-2026") for cut in ("calendar", "nd09")]

    @given(
        st.lists(
            st.tuples(
                st.dates(dt.date(2025, 11, 1), dt.date(2027, 1, 31)),
                st.sampled_from(names),
                st.sampled_from(["vi", "en"]),
                st.booleans(),
                st.sampled_from(["items", "pictures", "documents"]),
            ),
            max_size=40,
        ),
        st.sampled_from(periods),
    )
    def adds_up(told: list[tuple[dt.date, str, str, bool, str]], period: object) -> None:
        rows = [
            Tally(measure, "", "news", (), "", unit, language, "", day, 1, str(n), repeated, "")
            for n, (day, unit, language, repeated, measure) in enumerate(told)
        ]
        units = UnitsOfSite(site.model, "so-thu")
        found = contributions(site.model.vocabularies, Counts(rows), period, units)  # type: ignore[arg-type]
        inside = [row for row in rows if row.day and found.period.contains(row.day)]

        for measure, value in found.whole.values.items():
            assert value == sum(row.measure == measure and not row.repeated for row in inside)
        assert found.whole.total == found.whole.values["items"]
        assert all(row.total == row.values["items"] for row in found.rows)
        assert found.whole.vi + found.whole.en == sum(row.measure == "items" for row in inside)

    adds_up()

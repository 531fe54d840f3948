"""The counts of one site on one day, and the figures of any period made of them."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from congtinh.model import SiteModel
from congtinh.periods import Period, parse_period
from congtinh.statistics.counting import Counting
from congtinh.statistics.counts import Counts, Wanted, published
from congtinh.statistics.figures import Figures
from congtinh.statistics.formulas import Formula, formulas
from congtinh.statistics.tallies import Tally, tallies


class SiteCounts:
    """Counted when first asked for; ``day`` is that of the model."""

    def __init__(self, model: SiteModel, counting: Counting) -> None:
        self.model, self.counting = model, counting
        self._made: dict[tuple[Period, Wanted | None], Figures] = {}

    @property
    def day(self) -> dt.date:
        return self.model.today

    @cached_property
    def rows(self) -> tuple[Tally, ...]:
        """Every atomic count, by day and path."""
        return tallies(self.model, self.counting)

    @cached_property
    def counts(self) -> Counts:
        return Counts(self.rows)

    @cached_property
    def published(self) -> list[dict[str, Any]]:
        """The rows added up, as open data tells them."""
        return list(published(self.rows))

    @cached_property
    def formulas(self) -> dict[str, Formula]:
        return formulas(self.model.vocabularies)

    def figures(self, period: Period, within: Wanted | None = None) -> Figures:
        """The figures of a period, of all or ``within`` a unit, a section or a category."""
        found = self._made.get((period, within))
        if found is None:
            made = Figures(self.formulas, self.counts, period, within)
            found = self._made[period, within] = made
        return found

    @cached_property
    def year_to_date(self) -> Period:
        """The year of the day, as of the day."""
        return parse_period(str(self.day.year), as_of=self.day)

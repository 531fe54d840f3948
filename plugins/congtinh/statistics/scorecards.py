"""Everything that a period is held against, each worked out when first asked for."""

from __future__ import annotations

from functools import cached_property

from congtinh.model import SiteModel
from congtinh.periods import Period, WorkingDays
from congtinh.statistics.contributions import Contributions, contributions
from congtinh.statistics.countdown import Countdown, countdown
from congtinh.statistics.coverage import Coverage, coverage
from congtinh.statistics.deadlines import Deadlines, deadlines
from congtinh.statistics.filing import Filing
from congtinh.statistics.formulas import counted_by
from congtinh.statistics.lost_points import LostPoints, lost_points
from congtinh.statistics.parity import Parity, parity
from congtinh.statistics.quotas import Quota, quotas
from congtinh.statistics.reviews import Reviews, reviews
from congtinh.statistics.rhythm import Rhythms, rhythms
from congtinh.statistics.site_changes import SiteChange, site_changes
from congtinh.statistics.site_counts import SiteCounts
from congtinh.statistics.units_of_site import UnitsOfSite
from congtinh.vocabulary.law import LawProfile, access_profile, profile_on, profiles

CONTRIBUTED = ("tin_bai", "anh", "van_ban")
"""The figures that the contribution of a unit is told in (law.md B.11, annex 3)."""


class Scorecards:
    """The scorecards of one site and period; ``agency`` is the unit that the site belongs to.

    How things stood is told of the last day of the period, and counted is what bears a day of it,
    even where it was posted later, as the visits of a month are.
    """

    def __init__(self, counts: SiteCounts, period: Period, agency: str) -> None:
        self.counts, self.period = counts, period
        self.units = UnitsOfSite(counts.model, agency)

    @cached_property
    def model(self) -> SiteModel:
        """The content on the last day of the period that has come."""
        model = self.counts.model
        return model.on(self.period.last) if self.period.last < model.today else model

    @cached_property
    def working(self) -> WorkingDays:
        return WorkingDays(self.model.vocabularies["holidays"])

    @cached_property
    def filing(self) -> Filing:
        return Filing(self.model)

    @cached_property
    def website_law(self) -> LawProfile:
        """The decree on websites that holds on the last day of the period; the latest before it."""
        found = profile_on(self.model.vocabularies, self.period.last)
        every = [p for p in profiles(self.model.vocabularies) if p.kind == "website"]
        return found or max(every, key=lambda one: one.in_force_from)

    @cached_property
    def access_law(self) -> LawProfile:
        """The law on access to information of that day."""
        return access_profile(self.model.vocabularies, self.period.last)

    @cached_property
    def quotas(self) -> tuple[Quota, ...]:
        return quotas(self.model, self.counts.counts, self.period, self.units)

    @cached_property
    def contributions(self) -> Contributions:
        vocabularies = self.model.vocabularies
        formulas, counts = self.counts.formulas, self.counts.counts
        columns = {key: counted_by(formulas, key) for key in CONTRIBUTED if key in formulas}
        return contributions(vocabularies, counts, self.period, self.units, self.quotas, columns)

    @cached_property
    def deadlines(self) -> Deadlines:
        return deadlines(self.counts.model, self.period, self.working, self.units)

    def coverage(self, profile: str) -> Coverage:
        """The grid of a law profile."""
        if profile not in self._grids:
            self._grids[profile] = self._grid(profile)
        return self._grids[profile]

    @cached_property
    def _grids(self) -> dict[str, Coverage]:
        return {}

    def _grid(self, profile: str) -> Coverage:
        return coverage(self.filing, profile, self.deadlines)

    @cached_property
    def countdown(self) -> Countdown | None:
        """What older information is still to be published, where the law on access sets a day for it."""
        grid = self.coverage(self.access_law.code)
        return countdown(self.model, grid, self.working, self.units)

    @cached_property
    def parity(self) -> Parity:
        return parity(self.filing, self.website_law.code)

    @cached_property
    def reviews(self) -> Reviews:
        return reviews(self.filing, self.website_law.code)

    @cached_property
    def lost_points(self) -> LostPoints:
        return lost_points(self.model)

    @cached_property
    def rhythms(self) -> Rhythms:
        return rhythms(self.counts.counts, self.filing, self.period)

    @cached_property
    def site_changes(self) -> tuple[SiteChange, ...]:
        return site_changes(self.model, self.period)

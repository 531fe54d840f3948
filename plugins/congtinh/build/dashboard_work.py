"""The work of the units, on the editors' dashboard: targets, gaps, rhythm, contributions, points, reviews."""

from __future__ import annotations

from markupsafe import Markup

from congtinh.build.dashboard_markup import bar, paragraph, section, weeks
from congtinh.build.dashboard_telling import Telling, Value
from congtinh.errors import N_
from congtinh.pages.figure_words import month_name
from congtinh.statistics.gaps import Gap, gaps
from congtinh.statistics.rhythm import Rhythm


class WorkParts(Telling):
    """Each part as a section of the page."""

    def quotas(self) -> Markup:
        heads = (N_("Target"), N_("Done"), N_("How far"), N_("A month still"), N_("Forecast"), N_("Until"), N_("State"))
        rows = (
            (
                one.target.label.of(self.language),
                f"{self.number(one.done)}/{self.number(one.target.minimum)}",
                bar(float(one.share), one.mark.colour),
                one.needed,
                one.forecast,
                one.span.end,
                self.mark(one.mark),
            )
            for one in self.cards.quotas
        )
        title = self.say(N_("Targets"))
        return section("quotas", title, self.table(title, heads, rows, True))

    def gaps(self) -> Markup:
        heads = (N_("What is missing"), N_("Rule"), N_("Due"), N_("What to do"))
        found: dict[str, list[Gap]] = {unit: [] for unit in ("", *self.cards.units.by_id)}
        for gap in gaps(self.cards):
            found.setdefault(gap.unit, []).append(gap)
        tables = []
        for unit, own in found.items():
            rows = [(g.what.of(self.language), g.rule.of(self.language), g.due, g.remedy.of(self.language)) for g in own]
            if rows:
                tables.append(self.table(self.unit(unit), heads, rows))
        return section("gaps", self.say(N_("Gaps, unit by unit")), *tables)

    def rhythm(self) -> Markup:
        found = self.cards.rhythms
        drawn = weeks(list(found.whole.weeks.values()), self.say(N_("Items in each week of the period")))
        caption = paragraph(self.say(N_("Items in each week of the period")), quiet=True)
        heads = (N_("Part"), N_("Items"), N_("Longest silence"), N_("Last item"), N_("Days since"))
        parts = (self._rhythm(one) for one in (found.whole, *found.languages))
        silent = (
            (one.label.of(self.language), one.last, one.silent_days or "–", one.limit) for one in found.silent
        )
        rows = (N_("Section"), N_("Last item"), N_("Days since"), N_("Limit"))
        return section(
            "rhythm",
            self.say(N_("Rhythm")),
            caption,
            drawn,
            self.table(self.say(N_("Silence")), heads, parts),
            self.table(self.say(N_("Sections that fell silent")), rows, silent),
        )

    def _rhythm(self, one: Rhythm) -> tuple[Value, ...]:
        longest = ""
        if one.longest:
            words = self.say(N_("{days} days, {start} to {end}"))
            days, start, end = one.longest.days, self.day(one.longest.start), self.day(one.longest.end)
            longest = words.format(days=days, start=start, end=end)
        return one.label.of(self.language), one.items, longest, one.last, one.silent_days

    def contributions(self) -> Markup:
        found = self.cards.contributions
        months = [month_name(month).of(self.language) for _, month in found.months]
        heads = (N_("Unit"), *months, N_("Total"), N_("English"), N_("Last item"), N_("State"))
        rows = (
            (
                row.label.of(self.language),
                *row.months,
                row.total,
                row.en,
                row.last,
                self.mark(row.quota.mark) if row.quota else row.rule.of(self.language) if row.rule else "",
            )
            for row in (*found.rows, found.whole)
        )
        title = self.say(N_("Contributions of units"))
        return section("contributions", title, self.table(title, heads, rows, True))

    def points(self) -> Markup:
        found = self.cards.lost_points
        heads = (N_("Criterion"), N_("Year"), N_("Lost"), N_("What to do"), N_("Unit"), N_("Due"), N_("State"))
        rows = (
            (
                one.label.of(self.language),
                str(one.year),
                self.number(float(one.lost)),
                one.remedy.of(self.language),
                self.unit(one.unit),
                one.due,
                self.mark(one.mark),
            )
            for one in found.points
        )
        title = self.say(N_("Lost points"))
        return section("points", title, self.table(title, heads, rows, True))

    def reviews(self) -> Markup:
        found = self.cards.reviews
        heads = (N_("Section"), N_("Last review"), N_("By"), N_("Due"), N_("Unit"), N_("State"))
        rows = (
            (
                one.section.label.of(self.language),
                one.last.day if one.last else None,
                one.last.by if one.last else "",
                one.due,
                self.unit(one.unit),
                self.mark(one.mark),
            )
            for one in found.sections
        )
        items = ((item.record.heading, item.record.review_by, item.path) for item in found.items)
        return section(
            "reviews",
            self.say(N_("Reviews")),
            self.table(self.say(N_("Sections")), heads, rows),
            self.table(self.say(N_("Items past their review")), (N_("Item"), N_("Due"), N_("File")), items),
        )

    def site_changes(self) -> Markup:
        rows = ((one.day, one.label.of(self.language)) for one in self.cards.site_changes)
        title = self.say(N_("Changes of the site itself"))
        return section("changes", title, self.table(title, (N_("Day"), N_("Change")), rows, True))

"""What the law wants, on the editors' dashboard: terms, coverage, older information, English."""

from __future__ import annotations

from markupsafe import Markup

from congtinh.build.dashboard_markup import bar, paragraph, section
from congtinh.build.dashboard_telling import Telling, Value
from congtinh.errors import N_
from congtinh.languages import LANGUAGES
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.coverage import Cell, Coverage
from congtinh.statistics.missing import Missing, missing
from congtinh.statistics.parity import VALUES, Share


class LawParts(Telling):
    """Each part as a section of the page."""

    def deadlines(self) -> Markup:
        found = self.cards.deadlines
        whole = found.whole
        heads = (N_("Unit"), N_("On time"), N_("Late"), N_("Still in time"), N_("On time, of a hundred"))
        of_units = (
            (
                self.say(N_("Total")) if one is whole else self.unit(one.unit),
                one.on_time,
                one.late,
                one.all - one.on_time - one.late,
                None if one.percent is None else round(one.percent),
            )
            for one in (*found.by_unit, whole)
        )
        of_rows = (
            (
                self.heading(row.path),
                row.what.of(self.language),
                self.unit(row.unit),
                row.due,
                f"{row.days}/{row.limit_days}",
                self.mark(row.mark),
            )
            for row in (*found.late, *(r for r in found.rows if r.end is None and r not in found.late))
        )
        rows = (N_("Document"), N_("Term"), N_("Unit"), N_("Due"), N_("Working days"), N_("State"))
        return section(
            "deadlines",
            self.say(N_("Deadlines")),
            self.table(self.say(N_("By unit")), (*heads[:3], N_("Others"), heads[4]), of_units),
            self.table(self.say(N_("Late, and still running")), rows, of_rows),
        )

    def coverage(self) -> Markup:
        grids = [self.cards.coverage(law.code) for law in (self.cards.website_law, self.cards.access_law)]
        return section("coverage", self.say(N_("Coverage of the law")), *map(self._grid, grids))

    def _grid(self, grid: Coverage) -> Markup:
        empty = {one.row.section.code: one for one in missing(grid, self.cards.model.vocabularies)}
        heads = (N_("Section"), N_("Vietnamese"), N_("English"), N_("Last change"), N_("Unit"), N_("Fill it with"))
        rows = (
            (
                row.section.label.of(self.language),
                self._standing(row.vi),
                self._standing(row.en),
                row.vi.last_update,
                self.unit(row.limits.unit),
                self._served(empty.get(row.section.code)),
            )
            for row in grid.rows
        )
        shares = [grid.percent(language) for language in LANGUAGES]
        told = ["–" if share is None else f"{self.number(round(float(share)))} %" for share in shares]
        words = self.say(N_("{law}: Vietnamese {vi}, English {en} of what is required"))
        law = grid.profile.label.of(self.language)
        return self.table(words.format(law=law, vi=told[0], en=told[1]), heads, rows)

    def _served(self, one: Missing | None) -> str:
        """The content types, and categories of news, that would fill an empty section."""
        if one is None:
            return ""
        labels = self.cards.model.vocabularies["categories"]
        types = [RECORD_TYPES[name].type_label.of(self.language) for name in one.types]
        return "; ".join([*types, *(labels.label(code, self.language) for code in one.categories)])

    def _standing(self, cell: Cell) -> Markup:
        is_asked = cell.required or not cell.faults
        shown = self.mark(cell.mark if is_asked else cell.mark._replace(colour="grey"))
        shown += Markup(" ({})").format(self.number(cell.count))
        return shown if is_asked else shown + Markup(' <span class="quiet">{}</span>').format(self.say(N_("not required")))

    def countdown(self) -> Markup:
        found = self.cards.countdown
        if found is None:
            return Markup()
        words = self.say(N_("{days} days, {working} working days, until {day}: {law}"))
        told = words.format(
            days=found.days_left,
            working=found.working_days_left,
            day=self.day(found.until),
            law=found.profile.label.of(self.language),
        )
        heads = (N_("Section"), N_("State"), N_("Missing at least"), N_("New duty"))
        tables = (
            self.table(
                unit.label.of(self.language),
                heads,
                (
                    (
                        task.row.section.label.of(self.language),
                        self.mark(task.why),
                        task.missing,
                        self.say(N_("yes") if task.is_new else N_("no")),
                    )
                    for task in unit.tasks
                ),
            )
            for unit in found.units
        )
        title = self.say(N_("Older information to be made public"))
        return section("countdown", title, paragraph(told), *tables)

    def parity(self) -> Markup:
        found = self.cards.parity
        heads = (N_("What"), N_("Vietnamese"), N_("No English"), N_("Older English"), N_("Up to date"), N_("How far"))
        shares = (self._share(one) for one in (found.every, found.minimum, *found.types) if one.originals)
        to_do = (
            (
                pair.vi.record.heading,
                self.mark(pair.mark),
                "; ".join(VALUES[value].of(self.language) for value in pair.values),
                self.unit(pair.vi.record.unit or ""),
                pair.vi.path,
            )
            for pair in found.to_do
        )
        rows = (N_("Item"), N_("State"), N_("Why first"), N_("Unit"), N_("File"))
        return section(
            "parity",
            self.say(N_("Vietnamese and English")),
            self.table(self.say(N_("How much there is in English")), heads, shares),
            self.table(self.say(N_("To be translated, what counts most first")), rows, to_do),
        )

    def _share(self, one: Share) -> tuple[Value, ...]:
        share = float(one.percent or 0) / 100
        colour = "green" if one.percent == 100 else "amber"
        told = f"{self.number(round(100 * share))} %"
        return one.label.of(self.language), one.originals, one.missing, one.stale, told, bar(share, colour)

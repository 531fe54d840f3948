"""The units that rows are counted under: as written, as they are, and who took the place of whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.languages import Bilingual
from congtinh.model import SiteModel
from congtinh.records.unit import Unit


class UnitsOfSite:
    """The units of a site by their identifier, in their order; ``agency`` is the one that all belong to.

    With ``heirs_on``, what a unit did that no longer exists on that day is told of its successor.
    """

    def __init__(
        self, model: SiteModel, agency: str = "", heirs_on: dt.date | None = None
    ) -> None:
        found = ((item.id, item.record) for item in model.either("unit", "vi"))
        self.by_id = {id_: record for id_, record in found if isinstance(record, Unit)}
        self._model = model
        self._heirs_on = heirs_on
        self._meant: dict[str, str] = {}
        self.agency = self.meant(agency)

    def meant(self, written: str) -> str:
        """The identifier of the unit under which ``written`` is counted; empty where it means none."""
        if written not in self._meant:
            unit = self._found(written)
            counted = self.heir(unit, self._heirs_on) if unit and self._heirs_on else unit
            self._meant[written] = counted
        return self._meant[written]

    def _found(self, written: str) -> str:
        item = self._model.find("unit", written, "vi")
        return item.id if item and item.id in self.by_id else ""

    def label(self, unit: str) -> Bilingual:
        """The unit's name in both languages."""
        record = self.by_id[unit]
        return Bilingual(record.named("vi"), record.named("en"))

    def existing(self, start: dt.date, last: dt.date) -> Iterator[str]:
        """The units that exist on a day of a stretch and are counted under their own name, in their order."""
        for unit, record in self.by_id.items():
            begins, ends = record.valid_from or dt.date.min, record.valid_to or dt.date.max
            if begins <= last and start <= ends and self.meant(unit) == unit:
                yield unit

    def heir(self, unit: str, day: dt.date) -> str:
        """The unit that does the work of ``unit`` on ``day``: itself, or the first successor that exists.

        Where several took over, the first that is written counts; itself where none is known.
        """
        seen = {unit}
        waiting = [unit]
        while waiting:
            one = waiting.pop(0)
            record = self.by_id[one]
            if record.exists(day):
                return one
            after = [found for name in record.successor or () if (found := self._found(name))]
            waiting += [found for found in after if found not in seen]
            seen.update(after)
        return unit

"""What the rules of a self-scoring sheet ask of a site, counted once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from congtinh.model import Item
from congtinh.statistics.counts import Days
from congtinh.statistics.coverage import PRESENT, Coverage
from congtinh.statistics.deadlines import Deadlines
from congtinh.statistics.figures import Figures, Number
from congtinh.statistics.filing import Filing, posted
from congtinh.statistics.parity import Parity, share_of
from congtinh.statistics.reviews import holds
from congtinh.statistics.scoring import Amount, NotKnown, Standing

_ONE = Fraction(1)
ON_TIME = "on_time"
"""The name of the percentage of terms of law that were kept (``vocabulary.rules.MEASURED``)."""


def values_of(figures: Figures, deadlines: Deadlines) -> Callable[[str], Number | None]:
    """What rules may name: ``on_time``, and the figures of the site by their keys."""

    def value(name: str) -> Number | None:
        if name == ON_TIME:
            return deadlines.whole.percent
        return figures.figure(name).value if name in figures.formulas else None

    return value


class SiteFacts:
    """Answers for one site on the day of its model (``scoring.Facts``)."""

    def __init__(
        self,
        filing: Filing,
        days: Days,
        coverage: Callable[[str], Coverage],
        parity: Parity,
        figure: Callable[[str], Number | None],
    ) -> None:
        """``days`` are those of ``posted(…)``; ``coverage`` gives the grid of a profile by its code.

        ``figure`` gives what a rule names (``values_of``), ``None`` where there is no such value.
        """
        self.filing, self.model, self.days = filing, filing.model, days
        self._value = figure
        self._coverage, self._parities = coverage, parity

    def amount(self, function: str, told: Mapping[str, str]) -> Amount:
        """``count``, ``posted``, ``covered`` or ``parity``."""
        match function:
            case "count" | "posted":
                items = self._items(told)
                within = (i for i in items if function == "count" or self._is_within(i))
                return Amount(Fraction(len({item.id for item in within})), _ONE)
            case "covered":
                return self._covered(told)
            case "parity":
                return self._parity(told["part"])
        raise NotKnown

    def standing(self, told: Mapping[str, str]) -> Standing:
        """The state of a section in Vietnamese, or in the language that is told."""
        section = self.model.vocabularies["sections"].get(told["section"])
        row = self._grid(section.text("profile")).row(section.code) if section else None
        if row is None:
            raise NotKnown
        cell = row.cell(told.get("language", "vi"))
        return Standing(cell.state, cell.missing if cell.state != PRESENT else 0)

    def holds(self, _function: str, told: Mapping[str, str]) -> bool:
        """Whether the last review of a section still holds."""
        return holds(self.model, told["section"])

    def figure(self, name: str) -> Fraction:
        value = self._value(name)
        if value is None:
            raise NotKnown
        return Fraction(value)

    def _items(self, told: Mapping[str, str]) -> tuple[Item, ...]:
        """The items of each id once: in both languages together unless one is told."""
        languages = (told["language"],) if "language" in told else ("vi", "en")
        found = self._under(told["section"]) if "section" in told else self.filing.visible
        return tuple(
            item
            for item in found
            if item.lang in languages
            and told.get("type", item.type) == item.type
            and all(told[key] == getattr(item.record, key) for key in ("unit", "category") if key in told)
        )

    def _under(self, code: str) -> tuple[Item, ...]:
        section = self.model.vocabularies["sections"].get(code)
        filed = self.filing.under(section.text("profile")) if section else {}
        return (*filed.get((code, "vi"), ()), *filed.get((code, "en"), ()))

    def _is_within(self, item: Item) -> bool:
        day = posted(item)
        return day is not None and self.days.start <= day <= self.days.last

    def _covered(self, told: Mapping[str, str]) -> Amount:
        """The percentage of required sections that are present."""
        return Amount(self._grid(told["profile"]).percent(told.get("language", "vi")) or Fraction(0))

    def _grid(self, profile: str) -> Coverage:
        try:
            return self._coverage(profile)
        except KeyError:
            raise NotKnown from None

    def _parity(self, part: str) -> Amount:
        """Nought where there is nothing to translate: what is not there is not in English either."""
        share = share_of(self.filing, self._parities, part)
        if share is None:
            raise NotKnown
        step = Fraction(100, share.originals) if share.originals else None
        return Amount(share.percent or Fraction(0), step)

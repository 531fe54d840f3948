"""The data of one report: every figure with its formula and the items behind it, the lists and the annexes.

Plain values of JSON, so that a report can be kept, hashed, compared and added up with others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from congtinh.languages import LANGUAGES, Bilingual
from congtinh.model import SiteModel
from congtinh.periods import Period
from congtinh.settings import Settings
from congtinh.statistics.figures import Figure, Number
from congtinh.statistics.site_counts import SiteCounts
from congtinh.statistics.tallies import Tally

FORMAT = 1
"""Of the file; a reader refuses another."""
NOW, BEFORE, LAST_YEAR = "", "previous", "last_year"
"""The periods that a figure is told for: this one, the one before, the same of the year before."""

Data = dict[str, Any]


def report_data(counts: SiteCounts, period: Period, settings: Settings, commit: str = "") -> Data:
    """Facts, definitions, figures and items; lists and annexes are added by who knows them."""
    items = _Items(counts.model)
    periods = {NOW: period, BEFORE: period.previous(), LAST_YEAR: period.same_last_year()}
    figures = [
        _figure(counts.figures(one).figure(key, language), when, items)
        for when, one in periods.items()
        for key in counts.formulas
        for language in ("", *LANGUAGES)
    ]
    return {
        "format": FORMAT,
        "agency": agency_told(counts.model, settings),
        "period": {when or "now": period_told(one) for when, one in periods.items()},
        "day": counts.day.isoformat(),
        "commit": commit,
        "definitions": {k: words(one) for k, one in counts.counting.definitions().items()},
        "formulas": [
            {"key": f.key, "label": words(f.label), "formula": f.written, "text": f.text,
             "style": f.style, "rounding": f.rounding, "cumulative": f.cumulative, "distinct": f.distinct, "level": f.level}
            for f in counts.formulas.values()
        ],
        "figures": figures,
        "items": items.told,
    }  # fmt: skip


def words(text: Bilingual) -> dict[str, str]:
    """Both languages."""
    return {"vi": text.vi, "en": text.en}


def period_told(period: Period) -> dict[str, Any]:
    """A period as it is kept."""
    return {
        "code": period.code,
        "cutoff": period.cutoff,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "as_of": period.as_of.isoformat() if period.as_of else None,
        "months": period.counted_months,
        "label": words(period.label),
    }


def agency_told(model: SiteModel, settings: Settings) -> dict[str, Any]:
    """The unit that the site belongs to, as reports name it."""
    item = model.find("unit", settings.agency, "vi")
    facts = item.record.__dict__ if item else {}
    name = facts.get("name") or settings.site_name
    return {
        "id": settings.agency,
        "code": facts.get("code") or "",
        "name": {"vi": name, "en": facts.get("name_en") or name},
        "site": settings.site_url,
    }


def _figure(figure: Figure, when: str, items: _Items) -> Data:
    told: Data = {"key": figure.key, "language": figure.language, "when": when, "value": kept(figure.value)}
    if figure.parts:
        told["parts"] = [[p.key, p.language] for p in figure.parts]
    elif figure.language and when == NOW:
        told["rows"] = [items.row(row) for row in figure.rows]
    elif when == NOW:
        told["left_out"] = sum(row.repeated for row in figure.rows)
    return told


def kept(value: Number | None) -> int | str | None:
    """A value as it is kept: a fraction as “5/6”, so that nothing of it is lost."""
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value


def value_of(told: int | str | None) -> Number | None:
    """The value that was kept."""
    return Fraction(told) if isinstance(told, str) else told


class _Items:
    """The items behind the figures, each told once; figures name them by their place."""

    def __init__(self, model: SiteModel) -> None:
        self._by_path = {item.path: item for item in (*model.items, *model.hidden)}
        self._places: dict[str, int] = {}
        self.told: list[Data] = []

    def row(self, row: Tally) -> list[int]:
        """The place of the item, and the value where it is not 1."""
        place = self._places.get(row.path)
        if place is None:
            item = self._by_path[row.path]
            place = self._places[row.path] = len(self.told)
            date = item.record.date
            address = item.address if item.record.own_page else ""
            day = date.date().isoformat() if date else ""
            self.told.append(
                {"id": item.id, "language": item.lang, "title": item.record.heading, "day": day,
                 "unit": row.unit, "address": address}
            )  # fmt: skip
        return [place] if row.value == 1 else [place, row.value]


class Told:
    """The figures of a report by key, language and period, read from its data."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self._values = {
            (f["key"], f["language"], f["when"]): value_of(f["value"]) for f in data["figures"]
        }
        self.formulas: dict[str, Data] = {f["key"]: f for f in data["formulas"]}

    def __contains__(self, key: object) -> bool:
        return key in self.formulas

    def value(self, key: str, language: str = "", when: str = NOW) -> Number | None:
        """A figure; of ``each`` language the sum of both.  ``KeyError`` where there is none of this name."""
        if language == "each":
            both = [self._values[key, one, when] for one in LANGUAGES]
            return None if None in both else sum(one for one in both if one is not None)
        return self._values[key, language, when]

    def rows(self, key: str, language: str) -> Iterator[tuple[Data, int]]:
        """The items behind a counted figure of one language, each with its value."""
        for figure in self.data["figures"]:
            if (figure["key"], figure["language"], figure["when"]) == (key, language, NOW):
                for place, *value in figure.get("rows", ()):
                    yield self.data["items"][place], value[0] if value else 1

    def label(self, key: str, language: str) -> str:
        """What a figure is called."""
        return str(self.formulas[key]["label"][language])


def changes(
    before: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[tuple[str, str, Number | None, Number | None]]:
    """Figures of this period that are other than when the report was kept: key, language, then, now."""
    then, today = Told(before), Told(now)
    for figure in before["figures"]:
        key, language = figure["key"], figure["language"]
        if figure["when"] == NOW and key in today:
            old, new = then.value(key, language), today.value(key, language)
            if old != new:
                yield key, language, old, new


def day_of(text: str | None) -> dt.date | None:
    """A day as it is kept."""
    return dt.date.fromisoformat(text) if text else None


def joined(names: Iterable[str], language: str) -> str:
    """``A, B và C``; ``A, a; B`` where a comma stands within one of them."""
    every = list(names)
    if any(sign in name for name in every for sign in ",;"):
        return "; ".join(every)
    if len(every) < 2:
        return "".join(every)
    last = " and " if language == "en" else " và "
    return ", ".join(every[:-1]) + last + every[-1]

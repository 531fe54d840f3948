"""Places in the text of a report that figures, facts and lists are filled into: ``{tin_bai.vi}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from congtinh.errors import N_
from congtinh.languages import Language
from congtinh.report.number_style import counted, grouped, percent
from congtinh.report.report_data import BEFORE, LAST_YEAR, NOW, Told, joined
from congtinh.statistics.figures import Number

_PLACE = re.compile(r"\{(?P<name>[\w.:-]+)(?:@(?P<when>\w+))?(?:\|(?P<style>\w+))?\}")
_IF = re.compile(r"^(?P<lead>\s*(?:[-+*]\s+|\d+\.\s+|#+\s+)?)\{\?(?P<name>[\w.]+)\}\s*")
_TABLE = re.compile(r"bang\.\d+")
"""The place of a table, which is put there when the text is cut into blocks."""
_WHENS = {None: NOW, "truoc": BEFORE, "cung_ky": LAST_YEAR}
"""What may follow ``@``: the period before, the same period of the year before."""
CHANGE = "so_sanh"
"""After ``@``: how much more or less than in the period before, in percent."""
_STYLES = ("so", "chu", "phan_tram")


@dataclass(frozen=True, slots=True)
class FillFault:
    """A place that cannot be filled: its line from 1, its words, what to write instead."""

    line: int
    words: str
    message: str
    remedy: str


@dataclass
class Filling:
    """Fills the places of a text; what cannot be filled stays as written and is told in ``faults``.

    ``facts`` are words by name, ``lists`` names by name; figures come from the data of the report.
    """

    told: Told
    language: Language
    facts: Mapping[str, str]
    lists: Mapping[str, list[str]]
    faults: list[FillFault] = field(default_factory=list)
    used: dict[tuple[str, str, str], Number | None] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """The text with every place filled; a line that begins ``{?name}`` goes where there is nothing of it."""
        lines = (self._line(line, n) for n, line in enumerate(text.split("\n"), 1))
        return "\n".join(line for line in lines if line is not None)

    def _line(self, line: str, number: int) -> str | None:
        match = _IF.match(line)
        if match:
            if not self._is_there(match["name"], number):
                return None
            line = match["lead"] + line[match.end() :]
        return _PLACE.sub(lambda place: self._filled(place, number), line)

    def _is_there(self, name: str, line: int) -> bool:
        if name in self.lists:
            return bool(self.lists[name])
        if name in self.facts:
            return bool(self.facts[name])
        key, _, language = name.partition(".")
        if key in self.told:
            return bool(self.told.value(key, language))
        self._fault(line, "{?" + name + "}", N_("is the name of no figure, fact or list"))
        return False

    def _filled(self, place: re.Match[str], line: int) -> str:
        name, when, style = place["name"], place["when"], place["style"]
        if _TABLE.fullmatch(name):
            return place[0]
        if name in self.facts:
            return self.facts[name]
        if name in self.lists:
            return joined(self.lists[name], self.language)
        key, _, language = name.partition(".")
        if key not in self.told or language not in ("", "vi", "en", "each"):
            self._fault(line, place[0], N_("is the name of no figure, fact or list"))
        elif when not in (*_WHENS, CHANGE):
            self._fault(line, place[0], N_("names a period that is none"), _WHEN)
        elif style and style not in _STYLES:
            self._fault(line, place[0], N_("names a way of writing that is none"), _STYLE)
        else:
            return self._figure(key, language, when, style)
        return place[0]

    def _figure(self, key: str, language: str, when: str | None, style: str | None) -> str:
        if when == CHANGE:
            return self._change(key, language)
        value = self.told.value(key, language, _WHENS[when])
        self.used[key, language, _WHENS[when]] = value
        return figure_words(self.told.formulas[key], value, self.language, style or "", self._parts(key, language))

    def _parts(self, key: str, language: str) -> tuple[Number | None, ...]:
        for figure in self.told.data["figures"]:
            if (figure["key"], figure["language"], figure["when"]) == (key, language, NOW):
                return tuple(self.told.value(k, of) for k, of in figure.get("parts", ()))
        return ()

    def _change(self, key: str, language: str) -> str:
        now, before = self.told.value(key, language), self.told.value(key, language, BEFORE)
        if now is None or not before:
            return "–"
        return percent(Fraction(now - before) / Fraction(before), self.language, decimals=1, signed=True)

    def _fault(self, line: int, words: str, message: str, remedy: str = "") -> None:
        self.faults.append(FillFault(line, words, message, remedy or _NAMES))


def figure_words(
    formula: Mapping[str, Any],
    value: Number | None,
    language: Language,
    style: str = "",
    parts: tuple[Number | None, ...] = (),
) -> str:
    """A figure as prose has it: ``05``, ``571``, ``18/19``, ``88 %``; ``–`` where it is none.

    ``style`` ``so`` writes a count as in tables, without a zero before it.
    """
    if formula["style"] == "ratio" and len(parts) == 2:
        return "/".join(_whole(part, language, counted) for part in parts)
    if value is None:
        return "–"
    if formula["style"] == "percent" or style == "phan_tram":
        return percent(value, language, decimals=0 if Fraction(value * 100).denominator == 1 else 1)
    return _whole(value, language, grouped if style == "so" else counted)


def _whole(value: Number | None, language: Language, told: Callable[..., str]) -> str:
    if value is None:
        return "–"
    if isinstance(value, Fraction):
        return grouped(value, language, decimals=1)
    return told(value, language)


_NAMES = N_("Write a figure of content/vocabulary/figures.toml, or a name from the guide to reports")
_WHEN = N_("Write @truoc, @cung_ky or @so_sanh")
_STYLE = N_("Write |so, |chu or |phan_tram")

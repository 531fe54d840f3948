"""How the parts of the editors' dashboard are told: words, days, numbers, names of units, tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from gettext import NullTranslations

from markupsafe import Markup

from congtinh.build.dashboard_markup import Cell, mark, paragraph, table
from congtinh.errors import N_
from congtinh.languages import Language
from congtinh.messages import day, number
from congtinh.model import Item
from congtinh.statistics.scorecards import Scorecards

MOST_ROWS = 40
"""Lines of a list of things to do; the rest is counted."""
Value = Cell | dt.date
_NOTHING = N_("nothing to tell")


class Telling:
    """What all parts of the page need; ``cards`` are those of the period that it looks at."""

    def __init__(self, cards: Scorecards, language: Language, words: NullTranslations) -> None:
        self.cards, self.language = cards, language
        self.say = words.gettext
        self.day, self.number = partial(day, language=language), partial(number, language=language)
        self.mark = partial(mark, language=language)

    def table(
        self, caption: str, heads: tuple[str, ...], rows: Iterable[tuple[Value, ...]], is_titled: bool = False
    ) -> Markup:
        """Heads and caption in words of the catalogue; days and numbers are written out."""
        said = [self.say(head) for head in heads]
        told = [[self._cell(value) for value in row] for row in rows]
        if not told:
            nothing = self.say(_NOTHING)
            return paragraph(nothing.capitalize() if is_titled else f"{caption}: {nothing}", quiet=True)
        shown = table(caption, said, told[:MOST_ROWS], is_titled)
        if len(told) > MOST_ROWS:
            shown += paragraph(self.say(N_("and {rest} more")).format(rest=len(told) - MOST_ROWS), quiet=True)
        return shown

    def _cell(self, value: Value) -> Cell:
        return self.day(value) if isinstance(value, dt.date) else value

    def unit(self, code: str) -> str:
        """The name of a unit; a word where there is none."""
        meant = self.cards.units.meant(code) or code
        known = meant in self.cards.units.by_id
        return self.cards.units.label(meant).of(self.language) if known else meant or self.say(N_("nobody"))

    def heading(self, path: str) -> str:
        """The title of the item in a content file."""
        item: Item | None = dict.get(self.cards.counts.model.by_path, path)
        return item.record.heading if item else path

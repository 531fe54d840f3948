"""Sites for the tests of the scorecards: a small one on disk, or one of made-up items in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from congtinh.build.run import Build
from congtinh.languages import Language
from congtinh.model import Item, SiteModel
from congtinh.periods import WorkingDays, parse_period
from congtinh.records.packing import unpacked
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.coverage import Coverage, Row, coverage
from congtinh.statistics.deadlines import Deadlines, deadlines
from congtinh.statistics.filing import Filing
from congtinh.statistics.units_of_site import UnitsOfSite
from congtinh.text.markup import Markup
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.copies import SiteCopy

TODAY = dt.date(2026, 11, 22)
HANOI = dt.timezone(dt.timedelta(hours=7))
PROFILES = ("43-2011", "42-2022", "224-2026", "tctt-2016", "tctt-2026")


@dataclass(frozen=True)
class Carded:
    """A site on its day, with what its scorecards are made from."""

    model: SiteModel

    @property
    def filing(self) -> Filing:
        return Filing(self.model)

    @property
    def units(self) -> UnitsOfSite:
        return UnitsOfSite(self.model, "so-thu")

    @property
    def working(self) -> WorkingDays:
        return WorkingDays(self.model.vocabularies["holidays"])

    @property
    def deadlines(self) -> Deadlines:
        year = parse_period(f"N-{self.model.today.year}", as_of=self.model.today)
        return deadlines(self.model, year, self.working, self.units)

    def grid(self, profile: str) -> Coverage:
        return coverage(self.filing, profile, self.deadlines)

    def row(self, section: str) -> Row:
        """The row of a section in the grid of its own profile."""
        term = self.model.vocabularies["sections"].get(section)
        assert term is not None
        row = self.grid(term.text("profile")).row(section)
        assert row is not None
        return row


def on_disk(site: SiteCopy, today: str = "2026-11-22") -> Carded:
    """The site as it stands on ``today``."""
    build = Build(site.settings(TODAY=today))
    build.staging.begin()
    try:
        return Carded(build.gather())
    finally:
        build.staging.abandon()


def write_vocabulary(site: SiteCopy, name: str, text: str) -> None:
    site.write(f"vocabulary/{name}.toml", text)


def made(name: str, identity: str, /, lang: Language = "vi", day: dt.date | None = TODAY, **facts: Any) -> Item:
    """A published item of a type that was posted on ``day``."""
    moment = dt.datetime(day.year, day.month, day.day, 9, tzinfo=HANOI) if day else None
    own = {"id": identity, "type": name, "lang": lang, "title": f"Mục {identity}", "date": moment}
    record = unpacked(RECORD_TYPES[name], {**own, "status": "published", **facts}, None)
    sections = record.sections(vocabularies())
    path = f"{name}/{identity}.{lang}.md"
    return Item(path, identity, name, lang, record, Markup("", (), (), (), "", 0, ()), f"{identity}/", sections=sections)


def in_memory(items: Iterable[Item], today: dt.date = TODAY, own: Vocabularies | None = None) -> Carded:
    return Carded(SiteModel(tuple(items), (), own or vocabularies(), today, {}, {}))


@cache
def vocabularies() -> Vocabularies:
    """Those of the package alone."""
    return Vocabularies.load()[0]

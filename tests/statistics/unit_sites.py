"""A small site with units of a test's own, and what is counted on it."""

from __future__ import annotations

from typing import NamedTuple

from congtinh.build.run import Build
from congtinh.model import SiteModel
from congtinh.periods import Period, parse_period
from congtinh.statistics.counting import counting_of
from congtinh.statistics.counts import Counts
from congtinh.statistics.tallies import tallies
from tests.sites.copies import SiteCopy

UNIT = """---
name: {name}
name_en: {name} in English
short: {name}
code: {code}
parent: so-thu
kind: phong
status: published
approved_by: Lê Thử
date: 2025-03-03
{facts}---
"""

NEWS = """---
title: Tin số {number} để kiểm thử việc đếm
summary: Tin ngắn số {number}.
date: {day}
creator: Ban Biên tập
by_line: Lê Thử
contributor_kind: staff
category: {category}
genre: tin
status: published
approved_by: Lê Thử
{facts}---

Nội dung.
"""


class Counted(NamedTuple):
    """A site on its day, its counts, and a period counted up to that day."""

    model: SiteModel
    counts: Counts
    period: Period


def write_unit(site: SiteCopy, name: str, code: str, facts: str = "valid_from: 2020-01-01\n") -> None:
    """Write ``unit/<name>.vi.md``."""
    site.write(f"unit/{name}.vi.md", UNIT.format(name=f"Phòng {code}", code=code, facts=facts))


def write_news(
    site: SiteCopy, number: int, day: str, unit: str = "", category: str = "thong-bao", more: str = ""
) -> None:
    """Write ``news/2026/tin-<number>.vi.md``."""
    facts = (f"unit: {unit}\n" if unit else "") + more
    text = NEWS.format(number=number, day=day, category=category, facts=facts)
    site.write(f"news/2026/tin-{number}.vi.md", text)


def counted(site: SiteCopy, today: str, period: str = "N-2026", cutoff: str = "calendar") -> Counted:
    """The site as it stands on ``today``."""
    settings = site.settings(TODAY=today)
    build = Build(settings)
    build.staging.begin()
    try:
        model = build.gather()
    finally:
        build.staging.abandon()
    counts = Counts(tallies(model, counting_of(settings)))
    return Counted(model, counts, parse_period(period, cutoff, model.today))

"""Reports of members added up: the same as one report over all their content, and what does not add up is refused."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import ContentError
from congtinh.languages import Bilingual
from congtinh.periods import Period, parse_period
from congtinh.records.schema import schema_text
from congtinh.report import schema
from congtinh.report.frozen import checked, sealed, text_of
from congtinh.report.merging import merged, read_reports
from congtinh.report.report_data import NOW, Told, period_told, report_data
from congtinh.settings import Settings
from congtinh.statistics.site_counts import SiteCounts
from congtinh.vocabulary.terms import Term
from tests.sites.copies import PROJECT, copied
from tests.statistics.made_up import MadeUp, documents, news, served, visits

D = dt.date
PERIODS = ["T5-2026", "Q2-2026", "6T-2026", "9T-2026", "N-2026", "2026-02-03..2026-05-30"]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return replace(copied("small", tmp_path_factory.mktemp("site") / "site").settings(), agency="")


def reported(counts: SiteCounts, period: Period, settings: Settings, agency: str) -> dict[str, Any]:
    data = report_data(counts, period, replace(settings, agency=agency))
    data["period"]["next"] = period_told(period)
    return sealed({**data, "lists": {}, "facts": {}, "annexes": {"vi": [], "en": []}})


DAYS = st.dates(D(2025, 1, 1), D(2026, 12, 31))
THINGS = st.lists(
    st.tuples(st.sampled_from(["tin", "bai", "anh", "vbqppl", "questions", "visits"]), DAYS, st.integers(1, 4)),
    max_size=12,
)


def filled(site: MadeUp, things: list[tuple[str, dt.date, int]], member: int) -> None:
    for place, (kind, day, n) in enumerate(things):
        unit = f"unit-{member}-{n}"
        if kind in ("tin", "bai"):
            for item in news(site, n, day, genre=kind, unit=unit):
                if place % 2:
                    news(site, 1, day, "en", genre=kind, unit=unit, id=item.id)
        elif kind == "anh":
            site.show(n, day, unit=unit)
        elif kind == "vbqppl":
            documents(site, n, day, kind)
        elif kind == "visits":
            visits(site, f"{day:%Y-%m}", n * 100, n)
        else:
            served(site, n, day, kind, unit=unit)


@given(st.lists(THINGS, min_size=1, max_size=4), st.sampled_from(PERIODS), st.sampled_from(["calendar", "nd09"]))
def test_merging_reports_is_reporting_the_merged_content(
    settings: Settings, members: list[list[tuple[str, dt.date, int]]], period: str, cutoff: str
) -> None:
    """Whatever the members published, their reports together tell the figures of all their content."""
    span = parse_period(period, cutoff if ".." not in period else "calendar")
    whole, reports = MadeUp(D(2026, 12, 31)), []
    for place, things in enumerate(members):
        own = MadeUp(D(2026, 12, 31))
        filled(own, things, place)
        own.items = [_renamed(item, place) for item in own.items]
        own.pictures = {f"{place}/{path}": picture for path, picture in own.pictures.items()}
        whole.items += own.items
        whole.pictures |= own.pictures
        reports.append((f"{place}.json", reported(own.site(), span, settings, f"so-{place}")))
    told = Told(merged(reports, reports[0][1]["agency"], ()))
    wanted = Told(reported(whole.site(), span, settings, "tinh"))

    for figure in wanted.data["figures"]:
        key = figure["key"], figure["language"], figure["when"]
        assert told.value(*key) == wanted.value(*key), key


def _renamed(item: Any, member: int) -> Any:
    """Members have files of their own: no path, id or picture is that of another."""
    files = {path: f"{member}/{path}" for path in item.files}
    counts = tuple(count._replace(key=f"{member} {count.key}" if count.key else "") for count in item.counts)
    return replace(item, id=f"{member}/{item.id}", path=f"{member}/{item.path}", files=files, counts=counts)


def sample(settings: Settings, agency: str, n: int = 3) -> dict[str, Any]:
    site = MadeUp(D(2026, 6, 30))
    news(site, n, D(2026, 3, 1))
    site.show(2, D(2026, 3, 1))
    return reported(site.site(), parse_period("6T-2026"), settings, agency)


def written(folder: Path, **reports: dict[str, Any]) -> Path:
    for name, data in reports.items():
        (folder / f"{name}.json").write_text(text_of(data), encoding="utf-8")
    return folder


def test_the_data_of_a_report_keeps_to_its_schema(settings: Settings) -> None:
    """Whoever adds reports up may rely on it, for one report and for several together."""
    one = json.loads(text_of(sample(settings, "so-a")))
    wanted = schema.report_schema()

    jsonschema.validate(one, wanted)
    jsonschema.validate(merged([("a", one)], one["agency"], ()), wanted)


def test_the_schema_is_written_for_others() -> None:
    """docs/schemas has it as the code says it; invoke schemas writes it."""
    assert (PROJECT / schema.ADDRESS).read_text("utf-8") == schema_text(schema.report_schema())


def test_who_is_missing_is_named(settings: Settings, tmp_path: Path) -> None:
    """“1/2”, and the name of the one that sent nothing."""
    members = [Term(code, Bilingual(f"Sở {code}", f"Department {code}"), n, {}) for n, code in enumerate(("so-a", "so-b"))]
    reports = read_reports(written(tmp_path, a=sample(settings, "so-a")))
    data = merged(reports, reports[0][1]["agency"], members)

    assert data["facts"]["thanh_vien"]["vi"] == "1/2"
    assert data["lists"]["don_vi_im_lang"]["vi"] == ["Sở so-b"]


def test_a_figure_that_was_changed_by_hand_is_refused(settings: Settings, tmp_path: Path) -> None:
    """The hash tells; and where somebody made the hash anew, the sum that its parts do not make."""
    data = json.loads(text_of(sample(settings, "so-a")))
    figure = next(f for f in data["figures"] if f["key"] == "tin_bai_anh" and f["when"] == NOW and f["language"] == "vi")
    figure["value"] += 40

    with pytest.raises(ContentError) as by_hash:
        checked(text_of(data).encode(), "a.json")
    assert by_hash.value.problems[0].field == "sha256"
    with pytest.raises(ContentError) as by_sum:
        read_reports(written(tmp_path, a=sealed(data)))
    assert [p.field for p in by_sum.value.problems] == ["tin_bai_anh.vi"]


def test_other_periods_and_the_same_agency_twice_are_refused(settings: Settings, tmp_path: Path) -> None:
    """Every file at fault is named at once, beside one that is no report at all."""
    other = MadeUp(D(2026, 6, 30))
    late = reported(other.site(), parse_period("Q1-2026"), settings, "so-c")
    folder = written(tmp_path, a=sample(settings, "so-a"), b=sample(settings, "so-a", 5), c=late)

    with pytest.raises(ContentError) as found:
        read_reports(folder)
    assert [(p.path, p.field) for p in found.value.problems] == [("b.json", "agency"), ("c.json", "period")]
    (folder / "d.json").write_text("{", encoding="utf-8")
    with pytest.raises(ContentError) as broken:
        read_reports(folder)
    assert "d.json" in [p.path for p in broken.value.problems]

"""The open data of the counts: by its schema, and every row adds up to the figures."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import jsonschema
import pytest

from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.published import COLUMNS, schema, statistics
from tests.sites.copies import SiteCopy
from tests.statistics.made_up import MadeUp, documents, news, visits

D = dt.date


def counted() -> MadeUp:
    site = MadeUp(D(2026, 11, 22))
    for item in news(site, 3, D(2026, 5, 1), category="khoa-hoc-cong-nghe", unit="phong"):
        news(site, 1, D(2026, 5, 1), "en", id=item.id, category="khoa-hoc-cong-nghe", unit="phong")
    documents(site, 2, D(2025, 1, 1), "vbqppl")
    visits(site, "2026-04", 10, 5)
    return site


def test_it_keeps_to_its_schema() -> None:
    """Columns, languages and values are what the schema says, and a text too many is refused."""
    told = statistics(counted().site())
    jsonschema.validate(told, schema())
    told["counts"][0]["reader"] = "Nguyễn Văn A"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, schema())


def test_rows_add_up_to_the_figures() -> None:
    """Whoever sums the atomic counts of the year gets the figures, in each language and in both together."""
    told = statistics(counted().site())
    rows = [row for row in told["counts"] if row["month"][:4] == "2026"]
    figures = {(f["key"], f["language"]): f["value"] for f in told["figures"]}
    tin = [row for row in rows if row["measure"] == "items" and row["type"] == "news"]

    for language in ("vi", "en"):
        assert sum(r["value"] for r in tin if r["language"] == language) == figures["tin_bai", language] == 3
    assert sum(r["value"] for r in tin if not r["repeated"]) == figures["tin_bai", ""] == 3
    assert sum(r["value"] for r in rows if r["measure"] == "visits") == figures["luot_truy_cap", ""] == 15


def test_the_site_offers_it(small: SiteCopy) -> None:
    """JSON, its schema and a tidy CSV with the same rows, the day and the definitions."""
    small.build(COUNT_PICTURES="item")
    folder = small.output / "open-data"
    told = json.loads((folder / "statistics.json").read_text("utf-8"))
    jsonschema.validate(told, json.loads((folder / "statistics.schema.json").read_text("utf-8")))
    rows = list(csv.DictReader(io.StringIO((folder / "statistics.csv").read_text("utf-8-sig"))))

    assert told["day"] == "2026-11-22"
    assert "ở mỗi mục một lần" in told["definitions"]["pictures"]["vi"]
    assert list(rows[0]) == list(COLUMNS)
    assert sum(int(row["value"]) for row in rows) == sum(row["value"] for row in told["counts"])
    assert {row["type"] for row in rows} <= set(RECORD_TYPES)


def test_drafts_and_what_is_to_come_are_not_counted(small: SiteCopy) -> None:
    """Also in a preview that shows them; withdrawn items count where the settings want it."""
    plain = small.settings()
    small.build(DRAFTS=True)
    shown = json.loads((plain.output / "open-data/statistics.json").read_text("utf-8"))
    small.build(COUNT_WITHDRAWN=True)
    withdrawn = json.loads((plain.output / "open-data/statistics.json").read_text("utf-8"))
    small.build()
    usual = json.loads((plain.output / "open-data/statistics.json").read_text("utf-8"))

    def of(told: dict) -> int:  # type: ignore[type-arg]
        return sum(row["value"] for row in told["counts"] if row["measure"] == "items" and row["type"] == "news")

    assert of(shown) == of(usual)
    assert of(withdrawn) > of(usual)

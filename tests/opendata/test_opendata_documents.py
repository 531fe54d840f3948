"""What the data say of a document's validity, and that they say it without naming the day."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema
from hypothesis import given

from congtinh.opendata.datasets import data_schema, part_files, part_print
from congtinh.opendata.datasets import dataset_rows as parts_of
from congtinh.opendata.documents import document_columns
from congtinh.validity.states import state_on
from tests.opendata.registers import FIRST, GRAPHS, LAST, SITE, Written, item_of, model_of
from tests.opendata.test_relations import write
from tests.sites.copies import SiteCopy, tree

YEAR = "open-data/legal_document-2026.json"


@given(GRAPHS)
def test_the_timeline_tells_every_day(written: Written) -> None:
    """On each day exactly one entry holds, and it has the state of the register on that day."""
    model = model_of(written)
    for name in written:
        item = item_of(model, name)
        told = document_columns(model, item, SITE)
        for day in (FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days)):
            code = state_on(model.timeline(item), day).code
            held = [one for one in told.get("timeline", [{"state": ""}]) if holds(one, day)]
            assert [one["state"] for one in held] == [code]


def holds(entry: dict[str, Any], day: dt.date) -> bool:
    return entry.get("since", "") <= day.isoformat() <= entry.get("until", "9999-12-31")


@given(GRAPHS)
def test_the_state_of_today_is_one_of_the_timeline(written: Written) -> None:
    """``validity`` is the state on the day of the build, with the days between which it holds."""
    model = model_of(written)
    for name in written:
        item = item_of(model, name)
        told = document_columns(model, item, SITE)
        assert told.get("validity", "") == model.validity(item)
        assert told.get("validity_since", "") <= model.today.isoformat()
        assert told.get("validity_until", "9999-12-31") >= model.today.isoformat()


@given(GRAPHS)
def test_the_schema_describes_the_files(written: Written) -> None:
    """Relations, states and causes are what the published schema says they are."""
    model = model_of(written)
    check = jsonschema.Draft202012Validator(data_schema("legal_document"))
    for part in parts_of(model, "legal_document"):
        (_, text), _ = part_files(model, part, SITE)
        check.validate(json.loads(text))
        assert "Lê Thử" not in text


@given(GRAPHS, GRAPHS)
def test_the_same_print_means_the_same_part(one: Written, two: Written) -> None:
    """A file is made again whenever anything in it would change, be it another document's number."""
    before, after = model_of(one), model_of({**one, **two})
    for part, other in zip(
        parts_of(before, "legal_document"), parts_of(after, "legal_document"), strict=False
    ):
        if list(part_files(before, part, SITE)) != list(part_files(after, other, SITE)):
            assert part_print(before, part) != part_print(after, other)


def test_a_day_that_changes_no_state_changes_no_file(small: SiteCopy) -> None:
    """The data of a year stay as they are until a state changes, and then say so."""
    write(small, "21", "expires: 2026-11-25\n")
    small.build(TODAY="2026-11-22")
    before = documents_of(small)
    small.build(TODAY="2026-11-24")
    assert documents_of(small) == before

    small.build(TODAY="2026-11-25")
    (told,) = (
        i for i in json.loads((small.output / YEAR).read_bytes())["items"] if "/21" in i["id"]
    )
    assert (told["validity"], told["validity_since"]) == ("het-hieu-luc-toan-bo", "2026-11-25")
    assert told["timeline"][-1]["causes"] == [{"kind": "expires", "day": "2026-11-25"}]


def documents_of(site: SiteCopy) -> dict[str, bytes]:
    kept = ("open-data/legal_document", "open-data/relations")
    return {name: data for name, data in tree(site.output).items() if name.startswith(kept)}


def test_relations_are_resolved_in_the_language_of_the_item(small: SiteCopy) -> None:
    """An English item leads to the English page of the other document."""
    write(small, "21", "relations:\n- kind: can-cu\n  target: 12/KH-STN\n")
    small.write("legal_document/2026/21.en.md", "---\nabstract: Decision 21\n---\n")
    small.build()
    items = json.loads((small.output / YEAR).read_bytes())["items"]
    urls = {i["lang"]: i["relations"][0]["url"] for i in items if "/21" in i["id"]}
    assert urls == {
        "vi": "https://thu.example/van-ban/12-kh-stn-so-thu-2026/",
        "en": "https://thu.example/en/documents/12-kh-stn-so-thu-2026/",
    }

"""The edges between documents as a table that others can read."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.opendata import documents
from congtinh.opendata.relations import (
    ADDRESSES,
    COLUMNS,
    SCHEMA_ADDRESS,
    count,
    relations_files,
    relations_print,
    relations_schema,
)
from congtinh.opendata.tables import cell
from congtinh.relations.clauses import named_parts
from tests.opendata.registers import GRAPHS, SITE, VOCABULARIES, Written, model_of
from tests.sites.copies import PROJECT, SiteCopy, times

PAIR: Written = {
    "a": {"doc_class": "vbqppl", "issued": "2026-01-02", "effective": "2026-01-05"},
    "b": {
        "doc_class": "vbqppl",
        "issued": "2026-01-10",
        "effective": "2026-01-12",
        "relations": [
            {
                "kind": "sua-doi-bo-sung",
                "target": "01/2026/QĐ-UBND",
                "clause_to": "khoản 2 Điều 5; Điều 7",
                "confirmed_by": "Lê Thử",
            },
            {"kind": "can-cu", "target": "43/2011/NĐ-CP", "external": True},
        ],
    },
}


def rows_of(written: Written) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(relations_files(model_of(written), SITE)[0])["items"]
    return made


def test_an_edge_is_told_with_both_ends() -> None:
    """Numbers, ids, addresses, labels, parts and days; what is elsewhere has a number alone."""
    outside, inside = rows_of(PAIR)
    assert inside == {
        "source_id": "legal_document/b",
        "source_number": "02/2026/QĐ-UBND",
        "source_url": "https://thu.example/van-ban/b/",
        "kind": "sua-doi-bo-sung",
        "kind_vi": "Sửa đổi, bổ sung",
        "kind_en": "Amends",
        "target_id": "legal_document/a",
        "target_number": "01/2026/QĐ-UBND",
        "target_url": "https://thu.example/van-ban/a/",
        "external": False,
        "clause_to": "khoản 2 Điều 5; Điều 7",
        "clause_to_anchors": ["dieu-5-khoan-2", "dieu-7"],
        "from_date": "2026-01-12",
    }
    assert (outside["target_number"], outside["external"]) == ("43/2011/NĐ-CP", True)
    assert not {"target_id", "target_url", "clause_to"} & outside.keys()


@given(GRAPHS)
def test_the_table_holds_each_edge_once(written: Written) -> None:
    """What the register knows and nothing else, in an order of its own; its schema describes it."""
    model = model_of(written)
    data = json.loads(relations_files(model, SITE)[0])
    jsonschema.Draft202012Validator(relations_schema()).validate(data)

    told = [
        (r["source_id"], r.get("target_id", r["target_number"]), r["kind"]) for r in data["items"]
    ]
    assert told == sorted(told)
    assert sorted(told) == sorted((e.source, e.target, e.kind) for e in model.register.edges)
    assert len(told) == count(model)


@given(GRAPHS)
def test_both_forms_say_the_same(written: Written) -> None:
    """A cell of the CSV file is the value of JSON; lists are joined, an absent value is empty."""
    as_json, as_csv = relations_files(model_of(written), SITE)
    assert as_csv.startswith("\ufeff")
    assert "\n" not in as_csv.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(as_csv.removeprefix("\ufeff"), newline="")))

    expected = [
        {one.name: str(cell(row[one.name])) if one.name in row else "" for one in COLUMNS}
        for row in json.loads(as_json)["items"]
    ]
    assert rows == expected


@given(GRAPHS, st.randoms(use_true_random=False))
def test_the_order_of_files_means_nothing(written: Written, random: Any) -> None:
    """Documents that are read in another order give the same bytes."""
    names = list(written)
    random.shuffle(names)
    shuffled = {name: written[name] for name in names}
    assert relations_files(model_of(written), SITE) == relations_files(model_of(shuffled), SITE)


@given(GRAPHS)
def test_who_confirmed_a_relation_is_told_to_nobody(written: Written) -> None:
    """The name of a member of staff stays in the content."""
    assert "Lê Thử" not in "".join(relations_files(model_of(written), SITE))
    assert "confirmed_by" not in {one.name for one in COLUMNS}


@given(GRAPHS, GRAPHS)
def test_the_same_print_means_the_same_files(one: Written, two: Written) -> None:
    """The files are made again whenever they would become others."""
    before, after = model_of(one), model_of({**one, **two})
    if relations_files(before, SITE) != relations_files(after, SITE):
        assert list(relations_print(before)) != list(relations_print(after))


@pytest.mark.parametrize("term", VOCABULARIES["relations"], ids=lambda term: term.code)
def test_every_kind_has_a_property_of_the_semantic_web(term: Any) -> None:
    """No relation is lost on machines that know schema.org alone."""
    assert term.text("schema_org")
    assert bool(term.text("dcterms")) == bool(term.text("dcterms_inverse"))


@pytest.mark.parametrize("name", ["open-data.md", "du-lieu-mo.md"])
def test_the_documentation_knows_every_column(name: str) -> None:
    """Who reads the data finds each column explained, in English and in Vietnamese."""
    text = (PROJECT / "docs" / name).read_text("utf-8")
    for one in (*COLUMNS, *documents.COLUMNS):
        label = one.facts.en if name == "open-data.md" else one.facts.vi
        assert f"| `{one.name}` | {label}" in text


def test_parts_that_are_named_in_odd_ways() -> None:
    """Words around the parts are left out; words without a number name no part."""
    assert named_parts("Điều 5, khoản 2 Điều 9 Quy định") == ("dieu-5", "dieu-9-khoan-2")
    assert named_parts("Điểm b khoản 2 Điều 90") == ("dieu-90-khoan-2-diem-b",)
    assert named_parts("phần mở đầu") == ()
    assert named_parts("") == ()


def write(site: SiteCopy, name: str, more: str = "", number: str = "") -> None:
    """A decision of the department, beside the others of the small site."""
    site.write(
        f"legal_document/2026/{name}.vi.md",
        f"""---
symbol: {number or name}/QĐ-STN
doc_class: hanh-chinh
doc_type: quyet-dinh
issuer: so-thu
abstract: Quyết định {name}
issued: 2026-02-01
date: 2026-02-02
creator: Văn phòng
unit: van-phong
signer: Lê Thử
signer_title: giam-doc
sectors: khoa-hoc-cong-nghe
file: /files/12-kh-stn.pdf
status: published
approved_by: Lê Thử
{more}---
""",
    )


def test_a_build_writes_and_lists_the_table(small: SiteCopy) -> None:
    """The page about open data links to the files, and what others do not touch stays untouched."""
    write(small, "21")
    write(small, "22", "relations:\n- kind: thay-the\n  target: 21/QĐ-STN\n")
    small.build()
    made = times(small.output)
    for page in ("du-lieu-mo/index.html", "en/open-data-guide/index.html"):
        text = (small.output / page).read_text("utf-8")
        for address in (*ADDRESSES, SCHEMA_ADDRESS):
            assert f'/{address}"' in text, page
    assert (
        json.loads((small.output / ADDRESSES[0]).read_bytes())["items"][0]["target_number"]
        == "21/QĐ-STN"
    )

    small.replace("link/chinh-phu.vi.md", "https://chinhphu.vn", "https://www.chinhphu.vn")
    small.build()
    assert times(small.output)[ADDRESSES[0]] == made[ADDRESSES[0]]

    write(small, "21", number="31")
    small.replace("legal_document/2026/22.vi.md", "21/QĐ-STN", "legal_document/2026/21")
    small.build()
    row = json.loads((small.output / ADDRESSES[0]).read_bytes())["items"][0]
    assert row["target_number"] == "31/QĐ-STN"

"""Legal documents as schema.org Legislation: terms that exist, and what they say holds."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from congtinh.opendata.json_ld import item_json_ld
from congtinh.opendata.legislation import MOST_OF_PARTS
from congtinh.validity.states import EXPIRED, NOT_YET, OVERRIDE, begins, state_on
from tests.opendata.registers import (
    FIRST,
    GRAPHS,
    LAST,
    VOCABULARIES,
    Written,
    item_of,
    model_of,
    url_of,
)
from tests.sites.copies import SiteCopy

NAMED = """
    @context @type @id @reverse name description inLanguage url publisher datePublished dateModified
    image isPartOf hasPart sameAs isBasedOn citation about encoding temporalCoverage workTranslation
    translationOfWork contentUrl encodingFormat contentSize sha256 issueNumber
    legislationIdentifier legislationType legislationDate legislationDateOfApplicability
    legislationDateVersion legislationLegalForce legislationLegalValue legislationJurisdiction
    legislationPassedBy legislationChanges legislationAmends legislationRepeals legislationCorrects
    legislationConsolidates legislationApplies legislationEnsuresImplementationOf
"""
TERMS = frozenset(NAMED.split())
"""Properties of Legislation, LegislationObject, PublicationIssue and Organization (schema.org)."""

NUMBERED = "\n".join(f"Điều {n}. Việc thứ {n}\n1. Làm.\n2. Xong." for n in range(1, 10))


def ld(model: Any, name: str, **more: Any) -> dict[str, Any]:
    item = item_of(model, name)
    headings = item.body.page[1]
    told: dict[str, Any] = json.loads(
        item_json_ld(model, item, "Sở Thử", more.get("url_of", url_of), "", headings)
    )
    return told


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document, from the outside in."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            for inner in one.values():
                yield from nodes(inner)


def ids(told: dict[str, Any], name: str) -> set[str]:
    """The numbers of the whole documents that a property leads to."""
    whole = (node.get("isPartOf", node) for node in told.get(name, []))
    return {node["legislationIdentifier"] for node in whole}


@given(GRAPHS)
def test_only_terms_of_schema_org_are_used(written: Written) -> None:
    """A property that nobody has defined tells a machine nothing."""
    model = model_of(written)
    for name in written:
        for node in nodes(ld(model, name)):
            assert node.keys() <= TERMS
            assert "@type" in node or all(isinstance(value, list) for value in node.values())


@pytest.mark.parametrize("term", VOCABULARIES["relations"], ids=lambda term: term.code)
def test_each_relation_leads_to_its_target(term: Any) -> None:
    """The property that the vocabulary names, with number and address of the other document."""
    written: Written = {
        "a": {"doc_class": "vbqppl", "issued": "2026-01-02"},
        "b": {
            "doc_class": "vbhn",
            "issued": "2026-01-03",
            "relations": [{"kind": term.code, "target": "a"}],
        },
    }
    assert ld(model_of(written), "b")[term.text("schema_org")] == [
        {
            "@type": "Legislation",
            "legislationIdentifier": "01/2026/QĐ-UBND",
            "url": "https://thu.example/van-ban/a/",
        }
    ]


@given(GRAPHS)
def test_a_change_is_told_at_both_ends(written: Written) -> None:
    """What one document repeals, amends or suspends knows of it below ``@reverse``."""
    model = model_of(written)
    told = {
        item_of(model, name).record.document_number.canonical: ld(model, name) for name in written
    }  # type: ignore[attr-defined]
    for number, one in told.items():
        for name in (
            "legislationRepeals",
            "legislationAmends",
            "legislationChanges",
            "legislationCorrects",
        ):
            for other in ids(one, name) & told.keys():
                assert number in ids(told[other].get("@reverse", {}), name)
            for other in ids(one.get("@reverse", {}), name):
                assert number in ids(told[other], name)


@given(GRAPHS)
def test_the_coverage_is_the_time_from_beginning_to_end(written: Written) -> None:
    """A day is covered exactly when the document has begun and not ended on it.

    Where nobody wrote when it begins, nothing is said.
    """
    model = model_of(written)
    for name in written:
        item, told = item_of(model, name), ld(model, name)
        if begins(item.record) is None:  # type: ignore[arg-type]
            assert "temporalCoverage" not in told
            continue
        begin, end = (told.get("temporalCoverage") or "9999-12-31/..").split("/")
        for day in (FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days)):
            covered = begin <= day.isoformat() <= end.replace("..", "9999-12-31")
            assert covered == (
                state_on(model.timeline(item), day).code not in (NOT_YET, EXPIRED, "")
            ), day
        assert told.get("legislationDateOfApplicability", "") == str(begins(item.record) or "")  # type: ignore[arg-type]


@given(GRAPHS)
def test_the_force_is_that_of_the_state_and_says_since_when(written: Written) -> None:
    """What holds in part is partly in force; what is not applied is not in force."""
    model = model_of(written)
    for name in written:
        state, told = model.state(item_of(model, name)), ld(model, name)
        term = VOCABULARIES["validity"].get(state.code)
        expected = None
        if term:
            partly = state.code.endswith("mot-phan")
            expected = (
                "PartiallyInForce"
                if partly
                else "InForce"
                if term.flag("binding")
                else "NotInForce"
            )
        assert told.get("legislationLegalForce") == (expected and f"https://schema.org/{expected}")
        assert told.get("legislationDateVersion") == (state.since and state.since.isoformat())


def test_a_state_typed_by_hand_without_a_day_has_no_coverage_of_its_end() -> None:
    """Where only a person knows that it is over, no last day is made up."""
    override = {"status": EXPIRED, "reason": "r", "by": "b"}
    model = model_of(
        {"a": {"doc_class": "hanh-chinh", "issued": "2026-01-02", "status_override": override}}
    )
    assert model.state(item_of(model, "a")).causes[0].kind == OVERRIDE
    assert "temporalCoverage" not in ld(model, "a")
    assert ld(model, "a")["legislationLegalForce"] == "https://schema.org/NotInForce"


def amending(clause: str) -> Written:
    relation = {"kind": "sua-doi-bo-sung", "target": "a", "clause_to": clause}
    return {
        "a": {"doc_class": "vbqppl", "issued": "2026-01-02", "effective": "2026-01-02"},
        "b": {
            "doc_class": "vbqppl",
            "issued": "2026-01-03",
            "effective": "2026-01-03",
            "relations": [relation],
        },
    }


def test_a_part_is_a_target_of_its_own() -> None:
    """Parts that the text has are named by their addresses, others by their names."""
    model = model_of(amending("khoản 2 Điều 5; Điều 12"), bodies={"a": NUMBERED})
    first, second = ld(model, "b")["legislationAmends"]
    assert first["url"] == "https://thu.example/van-ban/a/#dieu-5-khoan-2"
    assert 'id="dieu-5-khoan-2"' in item_of(model, "a").body.page[0]
    assert (first["name"], second["name"]) == ("khoản 2 Điều 5", "Điều 12")
    assert "url" not in second
    assert first["isPartOf"]["legislationIdentifier"] == "01/2026/QĐ-UBND"


def test_a_part_of_a_regulation_that_comes_with_a_decision() -> None:
    """An article beyond those of the decision is the regulation's."""
    body = "Điều 1. Ban hành\nA.\nQUY CHẾ\nHoạt động\n(Ban hành kèm theo Quyết định)\nĐiều 1. B\nC.\nĐiều 2. D\nE."
    model = model_of(amending("Điều 2"), bodies={"a": body})
    assert ld(model, "b")["legislationAmends"][0]["url"].endswith("/#phan-kem-theo-dieu-2")


def test_a_part_without_a_number_keeps_its_words() -> None:
    """What names no article is told as it was written."""
    model = model_of(amending("phần mở đầu"))
    assert ld(model, "b")["legislationAmends"][0]["name"] == "phần mở đầu"


def test_articles_are_parts_where_they_are_few() -> None:
    """Each article by its anchor; of a code with hundreds the list would outweigh the page."""
    model = model_of({"a": {"doc_class": "vbqppl", "issued": "2026-01-02"}}, bodies={"a": NUMBERED})
    parts = ld(model, "a")["hasPart"]
    assert [(part["@id"], part["name"]) for part in parts] == [
        (f"#dieu-{n}", f"Điều {n}") for n in range(1, 10)
    ]

    many = "\n".join(f"Điều {n}. Việc\nLàm." for n in range(1, 101))
    model = model_of({"a": {"doc_class": "vbqppl", "issued": "2026-01-02"}}, bodies={"a": many})
    assert "hasPart" not in ld(model, "a")
    assert len(json.dumps(parts, ensure_ascii=False).encode()) < MOST_OF_PARTS


@given(GRAPHS)
def test_a_site_without_an_address_makes_none_up(written: Written) -> None:
    """Until a site is public, only numbers name documents."""
    model = model_of(written)
    for name in written:
        assert not any("url" in node for node in nodes(ld(model, name, url_of=lambda address: "")))


def json_ld_of(site: SiteCopy, page: str) -> dict[str, Any]:
    html = (site.output / page / "index.html").read_text("utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_files_are_told_as_they_are(built: SiteCopy) -> None:
    """Size and digest are those of the file at the address; who has it can prove it."""
    (file,) = json_ld_of(built, "van-ban/12-kh-stn-so-thu-2026")["encoding"]
    data = (built.output / file["contentUrl"].removeprefix("https://thu.example/")).read_bytes()
    assert file["sha256"] == hashlib.sha256(data).hexdigest()
    assert file["contentSize"] == f"{len(data)} B"
    assert file["encodingFormat"] == "application/pdf"
    assert file["legislationLegalValue"] == "https://schema.org/OfficialLegalValue"


def test_translations_know_each_other(built: SiteCopy) -> None:
    """The English page is a translation of the Vietnamese one, which knows its translation."""
    pages = ("van-ban/12-kh-stn-so-thu-2026", "en/documents/12-kh-stn-so-thu-2026")
    vi, en = (json_ld_of(built, page) for page in pages)
    assert vi["workTranslation"]["url"] == en["url"]
    assert en["translationOfWork"]["url"] == vi["url"]
    assert "translationOfWork" not in vi

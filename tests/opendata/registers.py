"""Registers for tests of the data: documents in memory, as random graphs or as a test wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from congtinh.identities import names_of
from congtinh.model import Item, SiteModel
from congtinh.records.legal_document import LegalDocument
from congtinh.text.markup import render
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
SITE = "https://thu.example"
TODAY = dt.date(2026, 1, 20)
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 2, 9)
DAYS = st.dates(FIRST, LAST)
NAMES = "abcdef"
CLAUSES = ("Điều 3", "khoản 2 Điều 5; Điều 7", "phần mở đầu")

Written = Mapping[str, Mapping[str, Any]]
"""The last part of an id to the fields of the document."""

RELATIONS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([term.code for term in VOCABULARIES["relations"]]),
        "target": st.sampled_from([*NAMES, "24/CT-TTg", "43/2011/NĐ-CP"]),
    },
    optional={
        "from_date": DAYS,
        "to_date": DAYS,
        "clause_from": st.sampled_from(CLAUSES),
        "clause_to": st.sampled_from(CLAUSES),
        "confirmed_by": st.just("Lê Thử"),
    },
)
DOCUMENTS = st.fixed_dictionaries(
    {"doc_class": st.sampled_from(["vbqppl", "hanh-chinh", "du-thao"]), "issued": DAYS},
    optional={"effective": DAYS, "expires": DAYS, "relations": st.lists(RELATIONS, max_size=4)},
)
GRAPHS: st.SearchStrategy[Written] = st.lists(DOCUMENTS, min_size=1, max_size=len(NAMES)).map(
    lambda found: dict(zip(NAMES, found, strict=False))
)


def model_of(written: Written, *, bodies: Mapping[str, str] | None = None) -> SiteModel:
    """The model of these documents on ``TODAY``, each in Vietnamese."""
    texts = bodies or {}
    items = tuple(
        _item(name, dict(fields), texts.get(name, "")) for name, fields in written.items()
    )
    return SiteModel(items, (), VOCABULARIES, TODAY, {}, {})


def item_of(model: SiteModel, name: str) -> Item:
    """The document of this name."""
    return next(item for item in model.items if item.id == f"legal_document/{name}")


def url_of(address: str) -> str:
    """The public address on the site of the tests."""
    return f"{SITE}/{address}"


def _item(name: str, fields: dict[str, Any], body: str) -> Item:
    number = ord(name) - ord("a") + 1 if len(name) == 1 else 99
    told = {
        "doc_type": "quyet-dinh",
        "symbol": f"{number:02d}/2026/QĐ-UBND",
        "abstract": name,
    } | fields
    record = LegalDocument.model_validate(
        {"id": f"legal_document/{name}", "lang": "vi", **told},
        context={"vocabularies": VOCABULARIES},
    )
    return Item(
        path=f"legal_document/{name}.vi.md",
        id=f"legal_document/{name}",
        type="legal_document",
        lang="vi",
        record=record,
        body=render(body, legal=True),
        address=f"van-ban/{name}/",
        card=repr(record).encode(),
        order=record.order,
        names=names_of(record),
    )

"""Addresses depend on the record alone, and are words of their language."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh import addresses
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES, _ = Vocabularies.load()


def address(kind: str, **values: Any) -> str:
    facts = {"id": f"{kind}/2026/ten-tep", "type": kind, "lang": "vi", **values}
    context = {"vocabularies": VOCABULARIES}
    return addresses.of_item(
        RECORD_TYPES[kind].model_validate(facts, context=context), VOCABULARIES
    )


@pytest.mark.parametrize(
    ("facts", "slug"),
    [
        (
            {"symbol": "43/2011/NĐ-CP", "issuer": "chinh-phu", "doc_type": "nghi-dinh"},
            "43-2011-nd-cp",
        ),
        ({"symbol": "24/CT-TTg", "issuer": "thu-tuong", "issued": "2026-05-02"}, "24-ct-ttg-2026"),
        ({"symbol": "24/CT-TTg", "issuer": "thu-tuong", "issued": "2025-05-02"}, "24-ct-ttg-2025"),
    ],
)
def test_a_document_is_addressed_by_its_number(facts: dict[str, str], slug: str) -> None:
    """The number alone where it names year and giver; year and issuer where it does not."""
    assert address("legal_document", **facts) == f"van-ban/{slug}/"
    assert address("legal_document", lang="en", **facts) == f"en/documents/{slug}/"


def test_provinces_give_the_same_number() -> None:
    """UBND and HĐND stand in every province, so that the issuer joins the address."""
    one = address("legal_document", symbol="21/2026/QĐ-UBND", issuer="ubnd-tinh-minh-chau")
    two = address("legal_document", symbol="21/2026/QĐ-UBND", issuer="ubnd-tinh-khac")
    assert one != two
    assert one == "van-ban/21-2026-qd-ubnd-tinh-minh-chau/"


def test_an_item_is_addressed_by_its_slug_or_its_file() -> None:
    """The folder of the file does not show: an item may be moved from year to year."""
    assert address("news") == "tin-tuc/ten-tep/"
    assert address("news", slug="ten-khac") == "tin-tuc/ten-khac/"
    assert address("news", lang="en") == "en/news/ten-tep/"


@given(st.text(max_size=30))
def test_no_slug_leads_out_of_its_folder(slug: str) -> None:
    """Whatever an editor writes as slug, the address is one safe part below the type's."""
    parts = address("news", slug=slug or None).split("/")
    assert parts[0] == "tin-tuc"
    assert len(parts) == 3
    assert parts[1] not in ("", ".", "..")
    assert parts[1].isascii()


@pytest.mark.parametrize(
    ("old", "page"),
    [
        ("/tin/123.html", "tin/123.html"),
        ("/tin/123", "tin/123/"),
        ("/tin/", "tin/"),
        ("/index.php?id=3", None),
        ("/../x.html", None),
        ("/a//b.html", None),
        ("/", None),
        ("/a\\b.html", None),
    ],
)
def test_old_addresses_that_can_be_files(old: str, page: str | None) -> None:
    """A redirecting page is made where its name can be that of a file on every system."""
    assert addresses.of_old(old) == page


def test_the_file_of_an_address() -> None:
    """A folder is served from its index."""
    assert addresses.file_of("") == "index.html"
    assert addresses.file_of("en/") == "en/index.html"
    assert addresses.file_of("404.html") == "404.html"

"""Written issuers, single and joint, become the bodies they name."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from congtinh.vocabulary.issuing_bodies import issuers_named, issuers_of_symbol
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
SHARED = Path(__file__).resolve().parents[2] / "../shared/data"


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", ["bkhcn"]),
        ("Uỷ ban Thường vụ Quốc hội", ["ubtvqh"]),
        ("BỘ TÀI CHÍNH - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", ["btc", "bldtbxh"]),
        ("Bộ Văn hoá - Thông tin và Bộ Tài chính", ["bvhtt", "btc"]),
        ("Bộ Khoa học và Công nghệ, Bộ Công an và Bộ Công Thương", ["bkhcn", "bca", "bct"]),
        ("VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH", ["btc"]),
        ("Thủ tướng Chính phủ ngày 06/11/2015 của Bộ Tài chính", ["btc"]),
        ("Bộ trưởng Bộ Y tế", ["byt"]),
        ("VĂN BẢN HỢP NHẤT", []),
        ("Ủy ban nhân dân tỉnh", []),
        ("Bộ Tài chính và Bộ Phép thuật", []),
        ("", []),
    ],
)
def test_issuers_named(written: str, codes: list[str]) -> None:
    """Joint bodies come in the order of writing; an unknown part makes the whole unknown."""
    assert [term.code for term in issuers_named(written, VOCABULARIES)] == codes


@pytest.mark.parametrize(
    ("symbol", "codes"),
    [
        ("TT-BKHCN", ["bkhcn"]),
        ("TTLT-BTC-BKHCN", ["btc", "bkhcn"]),
        ("QĐ-TTg", ["thu-tuong"]),
        ("VBHN-BNG", ["bng"]),
        ("QĐ-UBND", []),
        ("", []),
    ],
)
def test_issuers_of_symbol(symbol: str, codes: list[str]) -> None:
    """The groups after the type are the bodies; UBND is no body of the whole country."""
    found = issuers_of_symbol(symbol, VOCABULARIES["issuers"])

    assert [term.code for term in found] == codes


@pytest.mark.parametrize("name", ["gazette", "documents"])
def test_issuers_of_real_documents_are_known(name: str) -> None:
    """At least 98 % of the issuers in two real collections resolve."""
    path = SHARED / f"{name}.jsonl.gz"
    if not path.is_file():
        pytest.skip("the shared collections of documents are not on this machine")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        written = [issuer for line in lines if (issuer := json.loads(line)["issuer"])]
    known = [issuer for issuer in written if issuers_named(issuer, VOCABULARIES)]

    assert len(written) > 0
    assert len(known) / len(written) >= 0.98

"""What the symbol of a number says of the type of its document."""

from __future__ import annotations

import pytest

from congtinh.languages import Bilingual
from congtinh.numbering import candidates, parse, spelled, type_fits, type_of
from congtinh.numbering.abbreviations import FORMS_OF, LEGACY_FORMS, TYPES
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term, Vocabulary

DOCUMENT_TYPES = Vocabularies.load()[0]["document_types"]


@pytest.mark.parametrize(
    ("text", "first", "decided"),
    [
        ("43/2011/NĐ-CP", ["nghi-dinh"], "nghi-dinh"),
        ("12/QĐ-UBND", ["quyet-dinh"], "quyet-dinh"),
        ("467/TTr-SKHCN", ["to-trinh"], "to-trinh"),
        ("467/SKHCN-TTr", ["cong-van"], "cong-van"),
        ("6329/UBND-VP", ["cong-van"], "cong-van"),
        ("02/CV-BBT", ["cong-van"], "cong-van"),
        ("8584/BYT-ATTP", ["cong-van", "thong-bao", "dinh-chinh"], "cong-van"),
        ("1498/BNG-LPQT", ["thong-bao", "cong-van"], None),
        ("148/2025/QH15", ["luat", "nghi-quyet", "bo-luat"], None),
        ("02/2020/UBTVQH14", ["phap-lenh", "nghi-quyet"], None),
        ("1084/2015/UBTVQH13", ["nghi-quyet", "phap-lenh"], None),
        ("08/2008/PL-UBTVQH12", ["phap-lenh"], "phap-lenh"),
        ("12/2025/L-CTN", ["lenh"], "lenh"),
        ("35-L/CTN", ["luat", "phap-lenh", "lenh"], None),
        ("12/L-CTN", ["lenh", "luat"], None),
        ("21-LCT/HĐNN8", ["luat", "phap-lenh", "lenh"], None),
        ("27/CP", ["nghi-dinh", "quyet-dinh", "nghi-quyet"], None),
        ("155-HĐBT", ["nghi-dinh", "quyet-dinh"], None),
        ("299-TTg", ["quyet-dinh", "chi-thi"], None),
        ("315-CT", ["quyet-dinh", "chi-thi"], None),
        ("24/CT-TTg", ["chi-thi"], "chi-thi"),
        ("27-CT/TW", ["chi-thi"], "chi-thi"),
        ("1234/CT-TTHT", ["chi-thi", "cong-van"], None),
        ("05/TC-UBND", ["thong-cao"], "thong-cao"),
        ("03/TC-TCT", ["thong-cao", "thong-tu", "cong-van"], None),
        ("89-TC/TCT", ["thong-tu", "cong-van"], None),
        ("08/BYT-TT", ["cong-van", "thong-tu"], "cong-van"),
        ("12-BYT/TT", ["thong-tu"], None),
        ("505/BYT-QĐ", ["quyet-dinh"], "quyet-dinh"),
        ("01/2001/BNG-TCBĐ", ["thong-tu-lien-tich", "thong-tu"], None),
        ("01/2013/TTLT-BTP-BNG", ["thong-tu-lien-tich"], "thong-tu-lien-tich"),
        ("92/TT-LB", ["thong-tu-lien-tich"], "thong-tu-lien-tich"),
        ("04/LB-TT", ["thong-tu-lien-tich"], "thong-tu-lien-tich"),
        ("415/TCCP-VC", ["quyet-dinh", "thong-tu", "cong-van"], None),
        ("37-QĐ/TW", ["quy-dinh", "quyet-dinh"], None),
        ("190-QĐ/BYT", ["quyet-dinh"], "quyet-dinh"),
        ("12/TT-UBND", ["to-trinh"], None),
        ("64/SL", ["sac-lenh"], "sac-lenh"),
        ("102-SL/L-004", ["sac-lenh", "luat"], None),
        ("09/2011/SL-LPQT", ["sao-luc"], "sao-luc"),
        ("003/SLt", ["sac-luat"], "sac-luat"),
        ("12/KL-TTr", ["ket-luan"], "ket-luan"),
        ("12/GP-STTTT", ["giay-phep"], "giay-phep"),
        ("12/UQ-SKHCN", ["giay-uy-quyen"], "giay-uy-quyen"),
        ("12/CTPH-SKHCN-STP", ["chuong-trinh"], "chuong-trinh"),
        ("164/HĐTVĐX", ["cong-van"], None),
        ("KH-SKHCN", ["ke-hoach"], "ke-hoach"),
        ("12/PTR-UBND", [], None),
        ("12/TT-TW", [], None),
        ("111/2008", [], None),
        ("không số", [], None),
    ],
)
def test_types_that_a_symbol_allows(text: str, first: list[str], decided: str | None) -> None:
    """The likeliest types come first, and one is decided only where the symbol decides it."""
    number = parse(text)
    found = candidates(number, DOCUMENT_TYPES)

    assert list(found[: len(first)]) == first
    assert bool(found) is bool(first)
    assert type_of(number, DOCUMENT_TYPES) == decided


@pytest.mark.parametrize("term", DOCUMENT_TYPES, ids=lambda term: term.code)
def test_every_abbreviation_of_the_vocabulary_is_read(term: Term) -> None:
    """A type that has an abbreviation, of today or of old, is found again from it."""
    forms = [*term.texts("abbreviation"), *(f for f in term.texts("legacy") if " " not in f)]
    for form in forms:
        number = parse(f"12/{form}-SKHCN" if form not in {"SL", "SLt"} else f"12/{form}")
        found = candidates(number, DOCUMENT_TYPES)

        assert term.code in (*found, "sao-luc" if form == "SL" else "")
        assert number.type_code in TYPES


def test_codes_are_of_the_vocabulary() -> None:
    """Every code that the parser knows belongs to a type, and every right form is an abbreviation."""
    official = {form for term in DOCUMENT_TYPES for form in term.texts("abbreviation")}

    assert TYPES - official - LEGACY_FORMS.keys() - FORMS_OF.keys() == {"LCT"}
    assert {form for form in (*LEGACY_FORMS.values(), *FORMS_OF.values()) if form} <= official


@pytest.mark.parametrize("term", DOCUMENT_TYPES, ids=lambda term: term.code)
def test_a_decided_type_fits(term: Term) -> None:
    """Rule R3 never refuses the type that the symbol decides."""
    for form in term.texts("abbreviation"):
        number = parse(f"12/{form}-UBND")
        if type_of(number, DOCUMENT_TYPES) == term.code:
            assert type_fits(number, [form]) is True


def test_a_department_adds_its_own_type() -> None:
    """An abbreviation that only the site's vocabulary has is a type, no agency."""
    own = Term("phieu-trinh", Bilingual("Phiếu trình", "Slip"), 99, {"abbreviation": "PTR"})
    types = Vocabulary("document_types", [*DOCUMENT_TYPES, own])

    assert type_of(parse("12/PTR-SKHCN"), types) == "phieu-trinh"
    assert type_of(parse("12/PTR-UBND"), types) == "phieu-trinh"
    assert type_of(parse("12/PTR-SKHCN"), DOCUMENT_TYPES) == "cong-van"


@pytest.mark.parametrize(
    ("text", "code", "vi", "en"),
    [
        ("43/2011/nd-cp", "", "Nghị định số 43/2011/NĐ-CP", "Decree No. 43/2011/NĐ-CP"),
        ("467 /SKHCN-TTr", "", "Công văn số 467/SKHCN-TTr", "Official letter No. 467/SKHCN-TTr"),
        ("148/2025/QH15", "luat", "Luật số 148/2025/QH15", "Law No. 148/2025/QH15"),
        ("148/2025/QH15", "", "Văn bản số 148/2025/QH15", "Document No. 148/2025/QH15"),
        ("/KH-SKHCN", "", "Kế hoạch số …/KH-SKHCN", "Plan No. …/KH-SKHCN"),
        ("/2026/QĐ-UBND", "", "Quyết định số …/2026/QĐ-UBND", "Decision No. …/2026/QĐ-UBND"),
        ("không  số", "luat", "không số", "không số"),
    ],
)
def test_a_number_in_words(text: str, code: str, vi: str, en: str) -> None:
    """A number is cited by its type, in both languages; dots stand for a number not yet given."""
    assert spelled(parse(text), "vi", DOCUMENT_TYPES, code) == vi
    assert spelled(parse(text), "en", DOCUMENT_TYPES, code) == en

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.numbering import DocumentNumber, match_key, parse, same, slug, sort_key, type_fits


@pytest.mark.parametrize(
    ("text", "canonical", "number", "year", "type_code", "issuer", "unit"),
    [
        ("467 /SKHCN-TTr", "467/SKHCN-TTr", "467", None, None, "SKHCN", "TTr"),
        ("467/TTr-SKHCN", "467/TTr-SKHCN", "467", None, "TTr", "SKHCN", None),
        ("6329/UBND-VP", "6329/UBND-VP", "6329", None, None, "UBND", "VP"),
        ("2732/UBND-KGVX", "2732/UBND-KGVX", "2732", None, None, "UBND", "KGVX"),
        ("686/TB-UBND", "686/TB-UBND", "686", None, "TB", "UBND", None),
        ("9/BC-BBT", "09/BC-BBT", "09", None, "BC", "BBT", None),
        ("02/CV-BBT", "02/CV-BBT", "02", None, "CV", "BBT", None),
        ("43/2011/NĐ-CP", "43/2011/NĐ-CP", "43", 2011, "NĐ", "CP", None),
        ("148/2025/QH15", "148/2025/QH15", "148", 2025, None, "QH15", None),
        ("8/2026/QH16", "08/2026/QH16", "08", 2026, None, "QH16", None),
        ("06/2024/TT-BTTTT", "06/2024/TT-BTTTT", "06", 2024, "TT", "BTTTT", None),
        ("01/2013/TTLT-BTP-BNG", "01/2013/TTLT-BTP-BNG", "01", 2013, "TTLT", "BTP-BNG", None),
        ("15/2001/TTLT/BTM-BCA", "15/2001/TTLT/BTM-BCA", "15", 2001, "TTLT", "BTM-BCA", None),
        ("66.13/2026/NQ-CP", "66.13/2026/NQ-CP", "66.13", 2026, "NQ", "CP", None),
        ("8a/2010/TT-BTP", "08a/2010/TT-BTP", "08a", 2010, "TT", "BTP", None),
        ("3323/QĐ-BNN-PC", "3323/QĐ-BNN-PC", "3323", None, "QĐ", "BNN", "PC"),
        ("03/2006/QĐ-BGD&ĐT", "03/2006/QĐ-BGD&ĐT", "03", 2006, "QĐ", "BGD&ĐT", None),
        ("19-2016/NQ-CP", "19-2016/NQ-CP", "19", 2016, "NQ", "CP", None),
        ("29-NQ/TW", "29-NQ/TW", "29", None, "NQ", "TW", None),
        ("89-TC/TCT", "89-TC/TCT", "89", None, None, "TC", "TCT"),
        ("27/CP", "27/CP", "27", None, None, "CP", None),
        ("Số: /KH-KHCN", "KH-KHCN", None, None, "KH", "KHCN", None),
        ("NQ- HĐND", "NQ-HĐND", None, None, "NQ", "HĐND", None),
        ("số111/2008", "111/2008", "111", 2008, None, None, None),
        ("Số:    /2026/QĐ-UBND", "/2026/QĐ-UBND", None, 2026, "QĐ", "UBND", None),
        ("95/1998-NĐ-CP", "95/1998-NĐ-CP", "95", 1998, "NĐ", "CP", None),
        ("37/98/TT-BTC", "37/98/TT-BTC", "37", 1998, "TT", "BTC", None),
        ("522B/NQ-UBTVQH13", "522B/NQ-UBTVQH13", "522B", None, "NQ", "UBTVQH13", None),
        ("12bis/QĐ-UB", "12bis/QĐ-UB", "12bis", None, "QĐ", "UB", None),
        ("1.234/QĐ-UBND", "1.234/QĐ-UBND", "1.234", None, "QĐ", "UBND", None),
        ("27-CT/TW", "27-CT/TW", "27", None, "CT", "TW", None),
        ("315-CT", "315-CT", "315", None, None, "CT", None),
        ("155-HĐBT", "155-HĐBT", "155", None, None, "HĐBT", None),
        ("102-SL/L-004", "102-SL/L-004", "102", None, "SL", None, None),
        ("35-L/CTN", "35-L/CTN", "35", None, "L", "CTN", None),
        ("21-LCT/HDNN8", "21-LCT/HĐNN8", "21", None, "LCT", "HĐNN8", None),
        ("92/TT-LB", "92/TT-LB", "92", None, "TTLB", None, None),
        ("01/TT-LT-BTC-BNV", "01/TT-LT-BTC-BNV", "01", None, "TTLT", "BTC-BNV", None),
        ("1141-TC/QĐ/CĐKT", "1141-TC/QĐ/CĐKT", "1141", None, "QĐ", "TC", "CĐKT"),
        ("1895/1997/BYT-QĐ", "1895/1997/BYT-QĐ", "1895", 1997, "QĐ", "BYT", None),
        ("12/TTCP-V1", "12/TTCP-V1", "12", None, None, "TTCP", "V1"),
        ("3539/V03-P4", "3539/V03-P4", "3539", None, None, "V03", "P4"),
        ("/QH15", "QH15", None, None, None, "QH15", None),
        ("qh15", "QH15", None, None, None, "QH15", None),
        ("/UBTVQH15", "UBTVQH15", None, None, None, "UBTVQH15", None),
        ("/NĐ-CP", "NĐ-CP", None, None, "NĐ", "CP", None),
        ("/CP", "/CP", None, None, None, "CP", None),
        ("Số: /UBND-VP", "/UBND-VP", None, None, None, "UBND", "VP"),
        ("12/QCPH-SKHCN-STP", "12/QCPH-SKHCN-STP", "12", None, "QCPH", "SKHCN-STP", None),
    ],
)
def test_parts_of_a_number(
    text: str,
    canonical: str,
    number: str | None,
    year: int | None,
    type_code: str | None,
    issuer: str | None,
    unit: str | None,
) -> None:
    """The order of the groups decides; digits are at least two; what is not said stays None."""
    read = parse(text)

    assert (read.text, read.canonical) == (text, canonical)
    assert (read.number, read.year) == (number, year)
    assert (read.type_code, read.issuer, read.unit) == (type_code, issuer, unit)


@pytest.mark.parametrize(
    "text",
    ["43/2011/NÐ-CP", "43/2011/NĐ–CP", "Số: 43 / 2011 / NĐ - CP.", "43/2011/NĐCP", "43/2011/nd-cp",
     "43/2011/ND-CP", "số 43/2011/nđ-cp", "43/2011/NĐ\u00a0\u2011CP", "43/2011/NĐ-CP"],
)  # fmt: skip
def test_ways_of_typing_one_number(text: str) -> None:
    """Eth for Đ, dashes, spaces, small letters and ASCII all lead to the form of the law."""
    assert parse(text).canonical == "43/2011/NĐ-CP"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("４３／２０１１／NĐ－CP", "43/2011/NĐ-CP"),
        ("43\\2011\\NĐ-CP", "43/2011/NĐ-CP"),
        ("43/2011/NĐ\u200b-CP", "43/2011/NĐ-CP"),
        ("63/2013NĐ-CP", "63/2013/NĐ-CP"),
        ("43/2011 NĐ-CP", "43/2011/NĐ-CP"),
        ("12/QĐ UBND", "12/QĐ-UBND"),
        ("12//QĐ--UBND", "12/QĐ-UBND"),
        ("12/QĐ.UBND", "12/QĐ-UBND"),
        ("12/qđub", "12/QĐ-UB"),
        ("17/2009/TTBGDĐT", "17/2009/TT-BGDĐT"),
        ("12/TTBYT-CT", "12/TTBYT-CT"),
        ("48 TC/TCT", "48-TC/TCT"),
        ("27 CP", "27/CP"),
        ("467 SKHCN-TTr", "467/SKHCN-TTr"),
        ("35L/CTN", "35-L/CTN"),
        ("No. 43/2011/ND-CP", "43/2011/NĐ-CP"),
        ("43/2011/NĐ-CP./.", "43/2011/NĐ-CP"),
        ("12/Qđ-ubnd", "12/QĐ-UBND"),
        ("56/skhcn-vp", "56/SKHCN-VP"),
        ("06/2024/tt-btttt", "06/2024/TT-BTTTT"),
        ("12/qd-ttg", "12/QĐ-TTg"),
    ],
)
def test_slips_of_the_keyboard(text: str, canonical: str) -> None:
    """Odd signs, and signs left out, are mended where type or agency show through."""
    assert parse(text).canonical == canonical


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("…/ubnd/4/467/46741/Thu-tuc-hanh-chinh/", "…/ubnd/4/467/46741/Thu-tuc-hanh-chinh/"),
        ("/ubnd/4/467/46741/Thu-tuc-hanh-chinh/", "/ubnd/4/467/46741/Thu-tuc-hanh-chinh/"),
        ("TCVN 9001:2015", "TCVN 9001:2015"),
        ("13/5/2026", "13/5/2026"),
        ("không  số", "không số"),
        ("2011/43/NĐ-CP", "2011/43/NĐ-CP"),
        ("2011-43/NĐ-CP", "2011-43/NĐ-CP"),
        ("2011/98/QĐ-UB", "2011/98/QĐ-UB"),
        ("12/43/QĐ-UB", "12/43/QĐ-UB"),
        ("CP", "CP"),
        ("UBND-VP", "UBND-VP"),
        ("/tin-tuc", "/tin-tuc"),
        ("QCVN 01:2021/BYT", "QCVN 01:2021/BYT"),
        ("2021 - 2025", "2021 - 2025"),
        ("Số liệu  2021", "Số liệu 2021"),
        ("304005- Hao", "304005- Hao"),
        ("5 TB", "5 TB"),
        ("12 tháng", "12 tháng"),
        ("0919 123 456", "0919 123 456"),
        ("43/2011/NĐ-CP của Chính phủ", "43/2011/NĐ-CP của Chính phủ"),
        ("12/QĐ-", "12/QĐ-"),
        ("", ""),
    ],
)
def test_what_is_no_number_stays_text(text: str, tidy: str) -> None:
    """A web address, a standard, a date or words are tidied, never guessed at."""
    read = parse(text)

    assert read.canonical == tidy
    assert (read.number, read.year, read.type_code, read.issuer) == (None,) * 4


def test_small_letters_of_an_unknown_agency_stay() -> None:
    """Only a known type or agency is given its capitals."""
    assert parse("12/ubnd-vp").canonical == "12/UBND-VP"
    assert parse("148/2025/qh15").issuer == "QH15"
    assert parse("12/xyz-vp").canonical == "12/xyz-vp"
    assert parse("12/xyz-vp").issuer is None
    assert parse("12/hd-skhcn").type_code == "HD"
    assert parse("12/hđ-skhcn").type_code == "HĐ"


def test_alias_of_old_is_warned_of() -> None:
    """CV stands for công văn but is in no table of the state; the Party's offices do use it."""
    assert parse("02/CV-BBT").warnings == ("CV",)
    assert parse("12/UQ-SKHCN").warnings == ("UQ",)
    assert parse("467/SKHCN-TTr").warnings == ()
    assert parse("02-CV/TU").warnings == ()


def test_official_letter_is_agency_then_unit() -> None:
    """467/SKHCN-TTr is a công văn, 467/TTr-SKHCN is not, nor is an old hyphened form."""
    told = {t: parse(t).is_official_letter for t in ("467/SKHCN-TTr", "467/TTr-SKHCN", "89-TC/TCT")}

    assert told == {"467/SKHCN-TTr": True, "467/TTr-SKHCN": False, "89-TC/TCT": False}
    assert parse("02/CV-BBT").is_official_letter
    assert not parse("12/PTR-UBND").is_official_letter
    assert not parse("505/BYT-QĐ").is_official_letter


@pytest.mark.parametrize(
    ("text", "abbreviations", "fits"),
    [
        ("467/TTr-SKHCN", ["TTr"], True),
        ("467/SKHCN-TTr", ["TTr"], False),
        ("467/SKHCN-TTr", [], True),
        ("467/TTr-SKHCN", [], False),
        ("02/CV-BBT", ["CV"], True),
        ("43/2011/NĐ-CP", ["QĐ"], False),
        ("43/2011/NĐ-CP", [], False),
        ("148/2025/QH15", [], None),
        ("148/2025/QH15", ["NQ"], None),
        ("148/2025/QH15", ["NĐ"], False),
        ("02/2012/UBTVQH13", ["PL"], None),
        ("27/CP", ["NĐ"], None),
        ("35-L/CTN", [], None),
        ("12/2025/L-CTN", [], False),
        ("21-LCT/HĐNN8", [], None),
        ("92/TT-LB", ["TTLT"], True),
        ("92/TT-LB", ["TT"], False),
        ("12/UQ-SKHCN", ["GUQ"], True),
        ("12/QCPH-SKHCN-STP", ["QC"], True),
        ("37-QĐ/TW", ["QyĐ"], None),
        ("12/TT-UBND", ["TTr"], None),
        ("505/BYT-QĐ", ["QĐ"], True),
        ("12/PTR-UBND", ["BC"], None),
        ("1498/BNG-LPQT", ["TB"], None),
        ("1234/CT-TTHT", [], None),
        ("không số", ["QĐ"], None),
    ],
)
def test_number_fits_type(text: str, abbreviations: list[str], fits: bool | None) -> None:
    """Rule R3: the symbol agrees with the type, contradicts it, or does not say."""
    assert type_fits(parse(text), abbreviations) is fits


def test_order_is_by_year_value_and_symbol() -> None:
    """Numbers go by value within their year: 9 before 10, 66.2 before 66.13, 8 before 8a."""
    texts = ["9/QĐ-UBND", "10/QĐ-UBND", "08/2010/TT-BTP", "08a/2010/TT-BTP", "9/2010/TT-BTP",
             "66.2/2026/NQ-CP", "66.13/2026/NQ-CP", "67/2026/NĐ-CP", "67/2026/TT-BTC"]  # fmt: skip
    shuffled = random.Random(3).sample(texts, len(texts))

    assert sorted(shuffled, key=lambda text: sort_key(parse(text))) == texts


def test_number_in_an_address() -> None:
    """The address is the number in ASCII; types that only Đ tells apart stay apart."""
    assert slug(parse("43/2011/NĐ-CP")) == "43-2011-nd-cp"
    assert slug(parse("9/BC-BBT")) == "09-bc-bbt"
    assert slug(parse("12/HD-SKHCN")) != slug(parse("12/HĐ-SKHCN"))
    assert slug(parse("12/DA-SKHCN")) != slug(parse("12/ĐA-SKHCN"))


def test_number_names_its_year_or_not() -> None:
    """Legal normative documents carry their year, administrative ones do not."""
    assert parse("43/2011/NĐ-CP").names_year
    assert not parse("24/CT-TTg").names_year


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("43/2011/ND-CP", "Số 043/2011/NĐ–CP", True),
        ("43/2011/NĐ/CP", "43/2011/NĐ-CP", True),
        ("19-2016/NQ-CP", "19/2016/NQ-CP", True),
        ("9/qđ-ubnd", "09/QĐ-UBND", True),
        ("37/98/TT-BTC", "37/1998/TT-BTC", True),
        ("01/2006/QĐ-BGD&ĐT", "01/2006/QĐ-BGDĐT", True),
        ("1.234/QĐ-UBND", "1234/QĐ-UBND", True),
        ("12/HD-SKHCN", "12/HĐ-SKHCN", False),
        ("12/QD-BDT", "12/QĐ-BĐT", True),
        ("12/QĐ-BDT", "12/QĐ-BĐT", False),
        ("467/SKHCN-TTr", "467/TTr-SKHCN", False),
        ("43/2011/NĐ-CP", "43/2012/NĐ-CP", False),
        ("8/2010/TT-BTP", "8a/2010/TT-BTP", False),
        ("Không số", "không  SỐ", True),
        ("không số", "khong so", False),
    ],
)
def test_same_number(one: str, other: str, are_same: bool) -> None:
    """Case, lost marks and signs between do not make another number; a type does, or other marks."""
    assert same(parse(one), parse(other)) is are_same
    assert same(parse(other), parse(one)) is are_same


NUMBERS = st.from_regex(r"[0-9]{0,3}[a.]?[0-9]?[/-](20[0-9]{2}[/-])?[A-Za-zĐđ&]{0,5}[-/ –]?[A-ZĐ]*",
                        fullmatch=True)  # fmt: skip


CODES = st.sampled_from(["NĐ", "QĐ", "TTr", "HĐ", "TTLT", "QyĐ", "CV", "L"])
AGENCIES = st.sampled_from(["CP", "TTg", "UBND", "BGDĐT", "SKHCN", "BTC", "CTN"])


def parts(number: DocumentNumber) -> tuple[object, ...]:
    """All that a number says."""
    return (number.number, number.year, number.type_code, number.issuer, number.unit)


@given(st.integers(1, 9999), st.integers(1945, 2099) | st.none(), CODES, AGENCIES, st.booleans())
def test_every_form_of_today_is_read(
    digits: int, year: int | None, code: str, agency: str, spaced: bool
) -> None:
    """Number, year, type and agency come back as they were put together, in any case."""
    sign = " / " if spaced else "/"
    dated = f"{sign}{year}" if year else ""
    read = parse(f"{digits}{dated}{sign}{code}-{agency}")

    assert parts(read) == (f"{digits:02d}", year, code, agency, None)
    assert parts(parse(read.canonical.lower())) == parts(read)
    assert same(parse(read.canonical.upper()), read)


@given(st.one_of(NUMBERS, st.text(max_size=30)))
def test_canonical_form_is_stable(text: str) -> None:
    """The canonical form reads as itself, and every number can be sorted and put in an address."""
    read = parse(text)
    again = parse(read.canonical)

    assert again.canonical == read.canonical
    assert parts(again) == parts(read)
    assert slug(again) == slug(read)
    assert sort_key(again) == sort_key(read)
    assert match_key(again) == match_key(read)

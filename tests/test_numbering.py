from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.numbering import parse, slug, sort_key, type_fits

DATA = Path(__file__).resolve().parents[1] / "../shared/data"


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
    ("text", "tidy"),
    [
        ("…/ubnd/4/467/46741/Thu-tuc-hanh-chinh/", "…/ubnd/4/467/46741/Thu-tuc-hanh-chinh/"),
        ("/ubnd/4/467/46741/Thu-tuc-hanh-chinh/", "/ubnd/4/467/46741/Thu-tuc-hanh-chinh/"),
        ("TCVN 9001:2015", "TCVN 9001:2015"),
        ("13/5/2026", "13/5/2026"),
        ("không  số", "không số"),
        ("102-SL/L-004", "102-SL/L-004"),
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
    """CV stands for công văn but is in no table."""
    assert parse("02/CV-BBT").warnings == ("CV",)
    assert parse("467/SKHCN-TTr").warnings == ()


def test_official_letter_is_agency_then_unit() -> None:
    """467/SKHCN-TTr is a công văn, 467/TTr-SKHCN is not, nor is an old hyphened form."""
    told = {t: parse(t).is_official_letter for t in ("467/SKHCN-TTr", "467/TTr-SKHCN", "89-TC/TCT")}

    assert told == {"467/SKHCN-TTr": True, "467/TTr-SKHCN": False, "89-TC/TCT": False}
    assert parse("02/CV-BBT").is_official_letter


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
        ("27/CP", ["NĐ"], None),
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


NUMBERS = st.from_regex(r"[0-9]{0,3}[a.]?[0-9]?[/-](20[0-9]{2}[/-])?[A-Za-zĐđ&]{0,5}[-/ –]?[A-ZĐ]*",
                        fullmatch=True)  # fmt: skip


@given(st.one_of(NUMBERS, st.text(max_size=30)))
def test_canonical_form_is_stable(text: str) -> None:
    """The canonical form reads as itself, and every number can be sorted and put in an address."""
    read = parse(text)
    again = parse(read.canonical)

    assert again.canonical == read.canonical
    assert slug(again) == slug(read)
    assert sort_key(again) == sort_key(read)


@pytest.mark.skipif(not DATA.is_dir(), reason="the collected records are not beside this project")
@pytest.mark.parametrize(("name", "unread"), [("gazette", 0), ("documents", 1)])
def test_collected_numbers(name: str, unread: int) -> None:
    """Of 2,623 real numbers one is no number by today's order; every canonical form is stable."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        numbers = [parse(json.loads(line)["number"]) for line in lines]

    assert sum(number.number is None for number in numbers) == unread
    assert [n for n in numbers if parse(n.canonical).canonical != n.canonical] == []

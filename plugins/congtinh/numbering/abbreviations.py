"""Abbreviations in the symbols of documents: of types, of agencies, and those that may be either."""

from __future__ import annotations

import re

from congtinh.text.fold import fold

# NĐ 30/2020/NĐ-CP, Phụ lục III, copies included.
_ADMINISTRATIVE = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB "
    "SY TrS SL"
)
# Legal normative documents, joint and consolidated ones, treaties, corrections, conclusions,
# licences; LCT is the Lệnh that promulgated a law before 1992, SLt the sắc luật.
_NORMATIVE = "NĐ TT TTLT TTLB TTLN NQLT L LCT PL SLt VBHN ĐƯQT TTQT ĐC KL GP"

LEGACY_FORMS = {"CV": "", "UQ": "GUQ", "GN": "BGN", "TTh": "BTT", "GT": "GGT", "NP": "GNP"}
"""Codes that are in use but not in Phụ lục III, each with the official one (rule R4).

CV stands for công văn, which bears no code of a type: ``""``.
"""
FORMS_OF = {
    "TTLB": "TTLT", "TTLN": "TTLT", "NQLN": "NQLT",
    "QCPH": "QC", "QCLT": "QC", "QCLN": "QC", "CTPH": "CTr", "CTrPH": "CTr", "CTLT": "CTr",
    "CTrLT": "CTr", "KHPH": "KH", "KHLT": "KH", "KHLN": "KH", "HDLT": "HD", "HDLN": "HD",
    "HDLS": "HD", "HDLB": "HD", "TBLT": "TB", "TBKL": "TB",
}  # fmt: skip
"""Forms of a type (phối hợp, liên tịch, liên ngành, liên sở, liên bộ, kết luận), each with its type."""

TYPES = frozenset(f"{_ADMINISTRATIVE} {_NORMATIVE}".split()) | LEGACY_FORMS.keys() | FORMS_OF.keys()
JOINT = frozenset({"TTLT", "NQLT"}) | FORMS_OF.keys() - {"TBKL"}
"""Types that several agencies issue together: every group after the type is an issuer."""
JOINT_SIGNS = {
    base + between + sign: base + sign
    for base in ("TT", "NQ") for sign in ("LT", "LB", "LN") for between in "-/"
}  # fmt: skip
"""``TT-LB`` of old is one code in two groups."""
ALSO_AGENCIES = frozenset({"TC", "CT"})
"""Agencies have these symbols too: Bộ Tài chính of old, every Cục Thuế, the Chủ tịch HĐBT."""
NEVER_UNITS = frozenset({"QĐ", "NĐ", "TTLT", "TTLB"})
"""No unit has these symbols, so they tell the type after an agency too: ``1895/1997/BYT-QĐ``."""
NO_UNITS = frozenset({"CP", "TTg", "CTN", "UBND", "HĐND", "TU", "TW"})
"""These draft for no other agency, so what stands before them is a type that is not known here."""

_MARKED = (
    "TTg HĐBT HĐCP HĐND HĐTP BGDĐT BLĐTBXH BKHĐT BDTTG SGDĐT SLĐTBXH SKHĐT BGD&ĐT SGD&ĐT TLĐ HĐNN"
)
_MINISTRIES = (
    "BCA BCT BDTTG BGDĐT BGTVT BKHCN BKHCNMT BKHĐT BLĐTBXH BNG BNN BNNPTNT BNV BQP BTC BTM BTNMT "
    "BTP BTTTT BVHTT BVHTTDL BXD BYT NHNN TTCP UBDT VPCP"
)
_DEPARTMENTS = "SKHCN STTTT STC SNV SYT SXD SCT STP SGTVT SVHTTDL STNMT SNNPTNT SNNMT SDL SNgV"
KNOWN = frozenset(f"CP CTN UBND UB UBT {_MARKED} {_MINISTRIES} {_DEPARTMENTS}".split())
"""Agencies that are known in small letters and without their marks."""

_IN_ANY_CASE = sorted(TYPES - LEGACY_FORMS.keys() - {"SLt"} | {"CV"}, reverse=True)
TYPE_BY_CASE = {code.casefold(): code for code in _IN_ANY_CASE}
"""Codes in any case, with their marks."""
TYPE_BY_FOLD = {fold(code): code for code in _IN_ANY_CASE}
"""Codes without marks and in any case; HD is Hướng dẫn, since Hợp đồng has its Đ."""
ISSUER_BY_FOLD = {fold(symbol): symbol for symbol in KNOWN}

ASSEMBLY = re.compile(r"(?:ubtv)?qh\d{0,2}|hđnn\d{1,2}|hdnn\d{1,2}")
"""The National Assembly, its Standing Committee, the State Council: with the number of the term."""
PARTY = re.compile(r"\w*TW|TU|ThU|HU|QU|ĐUK?\w*")
"""Organs of the Party, where QĐ is both Quy định and Quyết định."""
STATE = re.compile(rf"(?:{'|'.join(sorted(KNOWN))}|HĐQT|[BS][A-ZĐ&]{{2,}}|VKSNDTC|TANDTC|KTNN)\b")
"""Organs that lead others: CT before them is a Chỉ thị."""

_AFTER = {
    **dict.fromkeys(("NĐ", "NQ", "QĐ"), ("CP", "TTg", "CTN", "UBND", "UBT", "UB", "HĐND", "HĐBT")),
    **dict.fromkeys(("KH", "TB", "BC", "TTr", "CĐ", "HD"), ("UBND", "HĐND", "TTg")),
    "L": ("CTN",),
}
_DATED = {code: tuple(_MINISTRIES.split()) for code in ("TT", "TTLT", "QĐ")}


def _joined(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {
        form: f"{code}-{issuer}"
        for code, issuers in table.items() for issuer in issuers
        for sign in ("", ".")
        for form in (f"{code}{sign}{issuer}", fold(f"{code}{sign}{issuer}"))
    }  # fmt: skip


JOINED = _joined(_AFTER)
"""Type and agency without a hyphen, with marks and without: ``NĐCP``, ``QĐ.UBND``."""
JOINED_AND_DATED = JOINED | _joined(_DATED)
"""The same where the year is given, which tells ``TTBYT`` from an agency."""

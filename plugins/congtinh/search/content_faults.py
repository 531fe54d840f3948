"""What is wrong with how a query of an editor is written, and what to write instead."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from whoosh.qparser.plugins import RangePlugin

from congtinh.errors import N_, Problem
from congtinh.search.content_schema import FIELDS
from congtinh.text.fold import fold

FIELD = r"(?P<text>[^\W\d]\w*):(?=[^\s/])"
"""How a field is named; an address (``https://``) is none."""
NAMED = re.compile(rf"(?<![\w/]){FIELD}")
_QUOTED = re.compile('"[^"]*"')
_OPEN_RANGE = re.compile(r"(?P<name>\w+):(?P<rest>[\[{].*)")
INFIX = frozenset({"AND", "OR", "ANDNOT", "ANDMAYBE", "REQUIRE"})
OPERATORS = INFIX | {"NOT"}
_IN_VIETNAMESE = {
    "tieu_de": "title", "trich_yeu": "title", "noi_dung": "body", "so": "number", "so_ky_hieu": "number",
    "dan": "cites", "loai": "type", "hinh_thuc": "type", "co_quan": "issuer", "linh_vuc": "field",
    "chu_de": "topic", "chuyen_muc": "category", "trang_thai": "status", "tinh_trang": "status",
    "ngon_ngu": "lang", "ngay": "date", "ngay_dang": "posted", "nam": "year", "tep": "path",
}  # fmt: skip


def faults(text: str) -> Iterator[Problem]:
    """What is wrong with how a query is written."""
    if text.count('"') % 2:
        yield Problem(
            "",
            N_("opens a quotation that does not end"),
            N_('Put one more " after the last word'),
            "",
            text,
        )
        return
    bare = _QUOTED.sub(lambda quoted: '"' + "." * (len(quoted[0]) - 2) + '"', text)
    if bare.count("(") != bare.count(")"):
        yield Problem(
            "", N_("has a bracket without the other one"), N_("Write ( and ) in pairs"), "", text
        )
    yield from _lone_operators(bare)
    for named in NAMED.finditer(bare):
        name = named["text"]
        if name not in FIELDS:
            yield _unknown_field(name)
        elif (ranged := _OPEN_RANGE.match(bare, named.start())) and not RangePlugin.expr.match(
            ranged["rest"]
        ):
            message = N_("opens a range that does not end")
            remedy = N_("Write it as {example}")
            span = "2020 TO 2026" if name == "year" else "2026-01-01 TO 2026-06-30"
            example = f"{name}:[{span}]"
            yield Problem("", message, remedy, "", ranged[0], params={"example": example})


def _lone_operators(text: str) -> Iterator[Problem]:
    """Operators with nothing to join; they are words where they are not written in capitals."""
    parts = ["(", *re.sub("([()])", r" \1 ", text).split(), ")"]
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        joins = part in INFIX and (before == "(" or before in OPERATORS)
        if joins or (part in OPERATORS and (after == ")" or after in INFIX)):
            message = N_("is an operator without a word on both sides")
            remedy = N_(
                "Write a word beside it; to look for the word itself, write it in small letters"
            )
            yield Problem("", message, remedy, "", part)


def _unknown_field(name: str) -> Problem:
    meant = _meant_field(name)
    params = {"fields": ", ".join(FIELDS), "field": meant}
    remedy = (
        N_("Write “{field}:”; to look for the word itself, put it in quotation marks")
        if meant
        else N_("Write one of: {fields}; to look for the word itself, put it in quotation marks")
    )
    return Problem("", N_("is no field"), remedy, "", f"{name}:", params=params)


def _meant_field(name: str) -> str:
    key = fold(name).replace("-", "_")
    near = difflib.get_close_matches(key, (*FIELDS, *_IN_VIETNAMESE), 1, 0.75)
    found = _IN_VIETNAMESE.get(key) or (near[0] if near else "")
    return _IN_VIETNAMESE.get(found, found)

"""Parts of a total: “571 tin (228 tin và 343 ảnh)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_counts import NUMBER, number_of
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import Prose

_TOTAL = rf"(?P<total>{NUMBER})"
_BRACKETS = re.compile(
    rf"{_TOTAL}[^()\d\n;:]{{0,60}}\(\s*(?P<cue>(?:trong đó(?:\s*:)?(?:\s+(?:có|gồm))?|"
    rf"bao gồm:?|gồm:?|including|of which)\s*)?"
    rf"(?P<parts>{NUMBER}[^()\n]*?)\)",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    rf"{_TOTAL}\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){{0,9}}),?\s+(?:trong đó|bao gồm|"
    rf"gồm)(?:\s*:)?(?:\s+(?:có|gồm))?\s+(?P<parts>{NUMBER}[^.;\n()]*)",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<number>{NUMBER})(?:\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){{0,9}}))?")
_PLAIN_LIST = re.compile(
    rf"{NUMBER}[^\d,;+]*(?:(?:,|;|\+|\bvà\b|\band\b)\s*(?:có\s+)?{NUMBER}[^\d,;+]*)+"
)
_NO_PART = re.compile(
    r"^(?:tháng|năm|ngày|giờ|điều|khoản|tuổi|lần|triệu|tỷ|đồng|%|nghìn|km|ha|m)\b", re.IGNORECASE
)


def parts_and_totals(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """“571 tin (228 tin và 343 ảnh)”, “05 bộ, trong đó 04 bộ … và 01 bộ …”: the parts make the total."""
    for pattern in (_BRACKETS, _RUNNING):
        for found in pattern.finditer(prose.text):
            parts = _parts(found, is_running=pattern is _RUNNING)
            total = number_of(found["total"])
            measure = _NO_PART.match(prose.text[found.end("total") :][:8].lstrip())
            if len(parts) > 1 and sum(parts) != total and not measure:
                end = found.start() + len(found[0].rstrip(" ,"))
                yield Fault(
                    found.start(),
                    end,
                    Rule.PARTS_AND_TOTAL,
                    N_("has parts that make {sum}, not {total}"),
                    N_("Count again, or name the parts so that all is among them"),
                    {"sum": sum(parts), "total": total},
                )


def _parts(found: re.Match[str], is_running: bool) -> list[int]:
    """The numbers of the parts; none where the words may be other than a whole cut in parts."""
    parts = list(_PART.finditer(found["parts"]))
    nouns = [part["noun"] or "" for part in parts]
    if (
        any(map(_NO_PART.match, nouns))
        or "%" in found["parts"]
        or re.search(r"\d/\d", found["parts"])
    ):
        return []
    if is_running:
        head = found["noun"].split()[0].lower()
        return [number_of(p["number"]) for p in parts] if _all_are(head, nouns) else []
    return (
        [number_of(p["number"]) for p in parts]
        if _PLAIN_LIST.fullmatch(found["parts"].strip())
        else []
    )


def _all_are(head: str, nouns: list[str]) -> bool:
    """Whether every part is counted in the unit of the total."""
    return all(noun.lower().split()[:1] == [head] for noun in nouns)

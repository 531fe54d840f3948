"""Levels of online service that are announced, with no count of the procedures at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_markup import STANDS_FOR
from congtinh.report.lint_prose import Prose

_LEVEL = re.compile(
    r"(?P<word>cấp độ|mức độ|mức)\s+(?P<first>[1-4])(?![\d/.,]*\d|\s*(?:%|triệu|tỷ|nghìn|ngàn|đồng|điểm))"
    r"(?P<more>(?:\s*(?:,|và|hoặc|&|\+|-|/|đến)\s*(?:ở\s+)?(?:cấp độ\s+|mức độ\s+|"
    r"mức\s+)?[1-4](?![\d/.,]*\d|\s*%))*)"
    r"|(?<!\w)(?P<named>toàn trình|một phần)(?!\w)",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"trực tuyến|dịch vụ công|\bDVC|\bTTHC\b|thủ tục", re.IGNORECASE)
_OTHER_SCALE = re.compile(
    r"an toàn|bảo mật|an ninh|hài lòng|hoàn thành|tự chủ|nguy cơ|rủi ro|dịch bệnh|chống dịch|cảnh báo",
    re.IGNORECASE,
)
_BEFORE_NAMED = re.compile(
    r"(?:dịch vụ công|DVC|TTHC|thủ tục)[^.;]{0,60}(?:trực tuyến|mức độ|cấp độ|"
    r"toàn trình,?|một phần,?|và|hoặc)\s*$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"phấn đấu|tiếp tục|đẩy mạnh|\bsẽ\b|mục tiêu|yêu cầu|kế hoạch|nâng cấp|phải|cần|"
    r"đề nghị|từ$|lên$|tối thiểu$|ít nhất$",
    re.IGNORECASE,
)
_REST = re.compile(r"[^,;.]{0,60}")
_JOINT = re.compile(r"\s*(?:,|và|hoặc|&|\+)\s*")
_AND_ABOVE = re.compile(r"\s+(?:trở lên|trở xuống|theo quy định)", re.IGNORECASE)
_COUNTED = rf"(?<![\w/.,])(?:\d[\d.]*|{STANDS_FOR})(?:/\d+)?\s+(?:bộ\s+)?(?:TTHC|thủ tục|dịch vụ|DVC|hồ sơ|quy trình)"
_COUNT_BEFORE = re.compile(rf"{_COUNTED}(?:(?!{_COUNTED})[^;.\n]){{0,90}}$", re.IGNORECASE)
_COUNT_AFTER = re.compile(
    rf"\s*(?:\(\s*|:\s*|là\s+|có\s+|gồm\s+|với\s+|đạt\s+)+(?:\d[\d.]*|{STANDS_FOR})(?![\d/]*\s*%)"
    rf"|\s+(?:\d[\d.]*|{STANDS_FOR})\s+(?:bộ\s+)?(?:TTHC|thủ tục|dịch vụ|DVC)",
    re.IGNORECASE,
)


class _Mention(NamedTuple):
    level: str
    start: int
    end: int
    is_counted: bool


def levels_without_count(prose: Prose, facts: LintFacts) -> Iterator[Fault]:
    """The first mention of each level that the text announces and nowhere counts.

    What asks for a level or plans one (“tiếp tục đẩy mạnh dịch vụ công mức độ 3, 4”, “từ mức độ 3
    trở lên”) does not announce it.
    """
    mentions = list(_mentions(prose))
    counted = {m.level for m in mentions if m.is_counted}
    told: set[str] = set()
    for mention in mentions:
        if mention.level not in counted | told:
            told.add(mention.level)
            yield _fault(mention, facts)


def _fault(mention: _Mention, facts: LintFacts) -> Fault:
    known = facts.service_levels.get(mention.level)
    remedy = N_("Write how many procedures are at level {level}")
    if known == 0:
        remedy = N_(
            "The records have no procedure at level {level}: leave it out, or add the procedures"
        )
    elif known is not None:
        remedy = N_("The records have {count} at level {level}: write the number")
    params = {"level": mention.level, "count": known}
    return Fault(
        mention.start,
        mention.end,
        Rule.LEVEL_WITHOUT_COUNT,
        N_("announces level {level} without a count"),
        remedy,
        params,
    )


def _mentions(prose: Prose) -> Iterator[_Mention]:
    for found in _LEVEL.finditer(prose.text):
        start, end = prose.sentence_of(found.start())
        before, after = prose.text[start : found.start()], prose.text[found.end() : end]
        if not _SERVICE.search(before + after) or _OTHER_SCALE.search(before[-60:]):
            continue
        if found["named"] and not _BEFORE_NAMED.search(before):
            continue
        if _PLANNED.search(before.rstrip()) or _AND_ABOVE.match(after):
            continue
        is_counted = _is_counted_before(before) or _is_counted_after(after)
        for level in _levels(found):
            yield _Mention(level, found.start(), found.end(), is_counted)


def _is_counted_before(before: str) -> bool:
    """Whether a count stands before the level and is not that of another level between the two."""
    count = _COUNT_BEFORE.search(before)
    others = list(_LEVEL.finditer(count[0])) if count else []
    return bool(count) and all(
        _JOINT.fullmatch(before[count.start() + o.end() :]) for o in others if count
    )


def _is_counted_after(after: str) -> bool:
    """Whether a count stands after the level and does not lead to a level of its own."""
    count = _COUNT_AFTER.match(after)
    rest = _REST.match(after, count.end()) if count else None
    return count is not None and not (rest and _LEVEL.search(rest[0]))


def _levels(found: re.Match[str]) -> list[str]:
    if found["named"]:
        return [found["named"].lower()]
    more = found["more"] or ""
    numbers = [found["first"], *re.findall(r"\d", more)]
    if re.search("-|đến", more) and len(numbers) == 2:
        return [str(n) for n in range(int(numbers[0]), int(numbers[1]) + 1)]
    return numbers

"""The name or the field of another agency told as one's own, as a text copied from its report has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import Prose

_FIELD_OF = (
    r"(?:quản lý nhà nước|QLNN|chức năng, nhiệm vụ)\s+(?:về|đối với|trong|trên)\s+(?:các\s+)?"
    r"(?:lĩnh vực\s+|ngành\s+)*"
)
_OWN_FIELD = re.compile(
    rf"(?:{_FIELD_OF}|lĩnh vực\s+ngành\s+|(?:phạm vi|hoạt động|kết quả|"
    rf"nhiệm vụ)\s+(?:quản lý\s+)?(?:của\s+)?ngành\s+)$",
    re.IGNORECASE,
)
_OWN_BODY = re.compile(
    r"(?:trên đây là (?:báo cáo|kế hoạch|kết quả|tình hình)[^.;\n]*?(?:của\s+)?|"
    r"giám đốc\s+)(?:sở|ngành|ban)\s+$",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"(?:^|[,;]\s*)sở\s+$", re.IGNORECASE)
_REPORTING = re.compile(
    r"\s+(?:xin\s+)?(?:trân trọng\s+)?báo cáo\s+(?:kết quả|tình hình|như sau|về|một số|"
    r"việc)|\s+xây dựng (?:kế hoạch|báo cáo)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(r"\s+(?:là người\s+)?chịu trách nhiệm\s+(?:về|trước)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?:cơ quan|tổ chức|phối hợp|cùng|đề nghị|kính gửi|giao|theo|gửi|yêu cầu|"
    r"tham mưu cho|với|như|của các|do|một số|các đơn vị)"
    r"(?:\s+(?:với|cho|các|đến|tới|cùng|đơn vị|cơ quan|sở,?|ngành,?|bộ,?))*\s*:?\s*$",
    re.IGNORECASE,
)
_REACH = 200
"""Characters on either side in which a claim is looked for."""
_RECIPIENTS = re.compile(r"^[^\w\n]{0,9}nơi nhận[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
_ISSUER = re.compile(
    r"/[A-ZĐ][\w&-]*(?:\s+ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?)?\s+của\s+(?:\w+\s+){0,3}$"
)


def other_agencies(prose: Prose, facts: LintFacts) -> Iterator[Fault]:
    """A sector of others after words that speak of one's own field, or of oneself.

    Others are named by right as addressee, partner, issuer of a document, or in a list of units;
    only words such as “quản lý nhà nước về lĩnh vực …” or “Trên đây là báo cáo … của Sở …” claim
    the name. Short sector names that are common words count after “ngành” or with capitals alone.
    """
    end = _end_of_text(prose.text)
    for found in _named(prose, facts.sectors, end):
        start, stop = prose.sentence_of(found.start())
        before = prose.text[max(start, found.start() - _REACH) : found.start()]
        after = prose.text[found.end() : min(stop, found.end() + _REACH)]
        name = prose.text[found.start() : found.end()]
        if _claims(before, name, after):
            yield Fault(
                found.start(),
                found.end(),
                Rule.OTHER_AGENCY,
                N_("belongs to another agency and is told as one's own"),
                N_("Write the name or the field of your own agency"),
            )


def _claims(before: str, name: str, after: str) -> bool:
    """Whether the words around make the name one's own."""
    if _OWN_BODY.search(before) and not _ANOTHER.search(before.rsplit(None, 1)[0]):
        return "giám đốc" not in before[-12:].lower() or bool(_RESPONSIBLE.match(after))
    if _REPORTS.search(before) and _REPORTING.match(after):
        return True
    field = _OWN_FIELD.search(before)
    if not field or _ANOTHER.search(before[: field.start()]) or _ISSUER.search(before):
        return False
    is_common = len(name.split()) < 3 and not name[0].isupper()
    return not is_common or "ngành" in field[0].lower()


def _end_of_text(text: str) -> int:
    """Where the list of recipients begins."""
    found = _RECIPIENTS.search(text)
    return found.start() if found else len(text)


_SPACED = re.compile(r"\\?[ -]")


def _gap(found: re.Match[str]) -> str:
    return r"\s*[-–]\s*" if "-" in found[0] else r"\s+"


def _named(prose: Prose, sectors: tuple[str, ...], end: int) -> Iterator[re.Match[str]]:
    """Every place that names one of the sectors, the longest name first, before ``end``."""
    patterns = _patterns(sectors)
    at = 0
    for word in prose.words:
        if at <= word.start < end and (pattern := patterns.get(word.key)):
            found = pattern.match(prose.key, word.start)
            at = found.end() if found else at
            yield from (found,) if found else ()


@lru_cache(maxsize=8)
def _patterns(sectors: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """First run of letters of the names to a pattern of those names, the longest first."""
    by_first: dict[str, list[str]] = {}
    for name in sectors:
        if first := _LETTERS.match(name):
            by_first.setdefault(first[0], []).append(_SPACED.sub(_gap, re.escape(name)))
    return {first: re.compile(rf"(?:{'|'.join(spelt)})(?!\w)") for first, spelt in by_first.items()}


_LETTERS = re.compile(r"[^\W\d_]+")

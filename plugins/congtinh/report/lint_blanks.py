"""Dates without a year, and numbers and dates of documents that were left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import Prose

_DAY_MONTH = r"(?:0?[1-9]|[12]\d|3[01])\s*[/.-]\s*(?:0?[1-9]|1[0-2])(?![\w/]|[.,-]\d|\s*%)"
_IN_WORDS = r"(?:0?[1-9]|[12]\d|3[01])\s+tháng\s+(?:0?[1-9]|1[0-2]|giêng|chạp)(?!\w|[.,/]\d)"
_DATE = re.compile(
    rf"(?<!\w)(?:(?:ngày|hôm|sáng|chiều|tối|đến hết|hạn cuối)\s+)+(?P<day>{_DAY_MONTH}|{_IN_WORDS})",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATED = rf"\d{{1,2}}\s*(?:[/.-]\s*\d{{1,2}}\s*[/.-]|tháng\s+\d{{1,2}},?\s+năm)\s*{_YEAR}"
_YEAR_AFTER = re.compile(
    r"\s*(?:(?:và|đến|tới|hoặc|hay|từ|hết|ngày|tháng|[-–,;&]|\d{1,2}(?:/\d{1,2})?(?![\d/]))\s*){0,10}"
    rf"\(?(?:năm(?![^\W\d_])|/\s*{_YEAR}|{_DATED}|của năm)|\s*/\s*{_YEAR}",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(
    r"\b(?:hằng|hàng|mỗi|từng|mọi|của|các)\s+năm\b|kỳ báo cáo|định kỳ|\bkỳ thứ\b|"
    r"năm tài chính|âm lịch|\bnăm (?:đầu|liền kề|kế tiếp|sau)\b",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"kỷ niệm|kỉ niệm|nghỉ|\blễ\b|dịp|chào mừng|truyền thống|thành lập|quốc khánh|"
    r"giải phóng|ngày hội|hưởng ứng",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"\bnăm\s+{_YEAR}|\b(?:tháng|quý)\s+\w{{1,4}}(?:/|\s+năm\s+){_YEAR}|{_DATED}", re.IGNORECASE
)
_CITED = re.compile(
    rf"\b(?:số\s+)?[\w.]+\s*/(?:[\w.]+/)?[\w&.-]*[A-ZĐ][\w&./-]*,?\s+(?:ngày\s+)?{_DATED}"
)

_BLANK_NUMBER = re.compile(
    r"(?<!\w)[Ss](?:ố|Ố)(?::[ \t]*|[ \t]*(?:\.{2,}|…|_{2,})[.…_ \t]*)[.…_ \t]*/[ \t]*(?=[A-ZĐ])[\w&/-]*"
)
_BLANK_DATE = re.compile(
    r"(?<!\w)ngày(?:"
    r"[ \t]*[.…_]+[ \t]*tháng[ \t]*(?:[.…_]+|\d{1,2})[ \t]*năm[ \t]*(?:\d{1,4}|[.…_]+)?"
    r"|[ \t]+tháng[ \t]+(?:\d{1,2}[ \t]+)?năm[ \t]+\d{2,4}|"
    r"[ \t]+tháng[ \t]+\d{1,2}[ \t]+năm(?=[ \t]*$)|[ \t]{2,}tháng[ \t]{2,}năm"
    r"|[ \t]*\d{1,2}[ \t]+tháng[ \t]*(?:[.…_]+[ \t]*|[ \t])năm[ \t]*\d{4}|"
    r"[ \t]*[.…_]{2,}[ \t]*/[ \t]*[.…_]{2,}[/.…_ \t\d]*)",
    re.IGNORECASE | re.MULTILINE,
)


def dates_without_year(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """“trước ngày 30/9”: which year? Not where the sentence has it, nor of what comes back every year."""
    for found in _DATE.finditer(prose.text):
        start, end = prose.sentence_of(found.start("day"))
        if not _has_year(prose.text, start, found.start(), found.end(), end):
            yield Fault(
                found.start(),
                found.end(),
                Rule.DATE_WITHOUT_YEAR,
                N_("is a date without a year"),
                N_("Write the year after “{day}”"),
                {"day": " ".join(found["day"].split())},
            )


def _has_year(text: str, start: int, date: int, after: int, end: int) -> bool:
    """Whether a year stands before the date in its sentence or right after it, or none is meant."""
    sentence = text[start:end]
    if (
        _YEAR_AFTER.match(text, after, end)
        or _EVERY_YEAR.search(sentence)
        or _HOLIDAY.search(sentence)
    ):
        return True
    return bool(_YEAR_BEFORE.search(_CITED.sub(" ", text[start:date])))


def blanks(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """“Số: /KH-SKHCN”, “ngày tháng 01 năm 2022”: what was to be filled in and was not."""
    for found in _BLANK_NUMBER.finditer(prose.text):
        yield Fault(
            *found.span(),
            Rule.BLANK_NUMBER,
            N_("has no number"),
            N_("Write the number before the document goes out"),
        )
    for found in _BLANK_DATE.finditer(prose.text):
        end = found.start() + len(found[0].rstrip())
        yield Fault(
            found.start(),
            end,
            Rule.BLANK_DATE,
            N_("has no day or month"),
            N_("Write the whole date"),
        )

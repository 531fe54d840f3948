"""Shares of a whole and some of all: “1.180 phiếu (88 %)”, “18/19 cơ quan”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_counts import NUMBER, number_of
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import Prose

_SHARE = re.compile(
    rf"(?P<count>{NUMBER})\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){{0,3}})\s*\(\s*(?P<share>\d{{1,3}}(?:[.,]\d+)?)\s*%\s*\)"
)
_BARE_SHARE = re.compile(r"(?:\(|chiếm\s+)\s*(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%", re.IGNORECASE)
_OF_ALL = re.compile(
    r"(?<![\w/.,-])(?P<some>\d{1,3}(?:\.\d{3})+|\d+)/(?P<all>\d{1,3}(?:\.\d{3})+|\d+)(?![\w/]|[.,]\d)"
    r"(?=\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+)?))(?:[^\d\n.;()]{0,60}?\(?(?:đạt|bằng|"
    r"chiếm|tỷ lệ|\()\s*(?:tỷ lệ\s+)?(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%)?"
)
_COUNTED_NOUN = re.compile(
    r"cơ quan|đơn vị|huyện|xã|phường|sở|ban|ngành|tỉnh|thủ|TTHC|DVC|dịch vụ|hồ sơ|"
    r"nhiệm vụ|tiêu chí|chỉ tiêu|điểm|văn bản|"
    r"đại biểu|phiếu|câu hỏi|người|trường|thôn|bản|nội dung|chuyên mục|phòng|trang|cổng|"
    r"đề tài|dự án|agenc|unit|department|procedure|member",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"(?:ngày|sáng|chiều|tối|hôm|số|đến|trước|sau|từ|lúc|hết|Điều|tỷ lệ|lễ|dịp|on|by)\s*$",
    re.IGNORECASE,
)


def percentages(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """Shares in one list make 100 %, but for what rounding takes; a share fits the count before it."""
    shares = list(_SHARE.finditer(prose.text))
    counted: set[int] = set()
    for run in _runs(prose, shares):
        total = sum(number_of(one["count"]) for one in run)
        for one in run:
            counted.add(one.end("share"))
            yield from _share_fault(one, total)
    for start, end in prose.sentences:
        bare = _BARE_SHARE.finditer(prose.text, start, end)
        yield from _sum_fault([one for one in bare if one.end("share") not in counted])


def _runs(prose: Prose, shares: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Lists of shares of one noun, each near the next, whose shares are all of one whole."""
    run: list[re.Match[str]] = []
    for one in [*shares, None]:
        if run and (
            one is None or not _goes_on(prose.text[run[-1].end() : one.start()], run[-1], one)
        ):
            if len(run) > 1 and abs(_total(run) - 100) <= 10:
                yield run
            run = []
        if one is not None:
            run.append(one)


def _total(shares: list[re.Match[str]]) -> Decimal:
    return sum(map(_share, shares), Decimal(0))


def _goes_on(between: str, one: re.Match[str], other: re.Match[str]) -> bool:
    is_near = len(between) < 60 and not re.search(r"\d{2,}", between) and between.count("\n") < 2
    return is_near and one["noun"].split()[0] == other["noun"].split()[0]


def _share(found: re.Match[str]) -> Decimal:
    return Decimal(found["share"].replace(",", "."))


def _percent(some: int, every: int) -> Decimal:
    return Decimal(some * 100) / Decimal(every)


def _unit(share: Decimal) -> Decimal:
    """One in the last place written."""
    exponent = share.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _share_fault(found: re.Match[str], total: int) -> Iterator[Fault]:
    share = _share(found)
    right = _percent(number_of(found["count"]), total) if total else share
    if abs(share - right) > _unit(share):
        yield _percent_fault(found, right.quantize(_unit(share)))


def _percent_fault(found: re.Match[str], right: Decimal) -> Fault:
    params = {"share": str(right).replace(".", ",")}
    return Fault(
        *found.span(),
        Rule.PERCENTAGES,
        N_("has a share that does not fit its count"),
        N_("It is {share} %"),
        params,
    )


def _sum_fault(shares: list[re.Match[str]]) -> Iterator[Fault]:
    """A fault where three shares or more of one sentence nearly make 100 %, and do not."""
    values = [_share(one) for one in shares]
    total = _total(shares)
    if len(values) < 3 or abs(total - 100) > 10:
        return
    slack = max(Decimal("0.1"), max(map(_unit, values)) * (len(values) - 1) / 2)
    if abs(total - 100) > slack:
        yield Fault(
            shares[0].start("share"),
            shares[-1].end(),
            Rule.PERCENTAGES,
            N_("has shares that make {sum} %"),
            N_("Count again, or say of what each is a share"),
            {"sum": str(total).replace(".", ",")},
        )


def more_than_all(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """“19/18 cơ quan”: some are not more than all; “18/19 … (90 %)”: the share fits."""
    for found in _OF_ALL.finditer(prose.text):
        some, every = number_of(found["some"]), number_of(found["all"])
        if (
            not _COUNTED_NOUN.match(found["noun"])
            or _DAY_BEFORE.search(prose.text[: found.start()][-12:])
            or not every
        ):
            continue
        if some > every:
            yield Fault(
                *found.span(), Rule.MORE_THAN_ALL, N_("says more than all"), N_("Count again: {some} of {all}"),
                {"some": some, "all": every},
            )  # fmt: skip
        elif found["share"]:
            right = _percent(some, every)
            if abs(_share(found) - right) > _unit(_share(found)):
                yield _percent_fault(found, right.quantize(_unit(_share(found))))

"""Figures of a text against the records, against the last report, and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_counts import Count, counts_of
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import Prose
from congtinh.vocabulary.terms import lookup_key

_CUMULATIVE = re.compile(
    r"lũy kế|luỹ kế|tính đến|tổng số|tổng cộng|tổng lượt|đến nay|từ khi|từ trước đến|"
    r"hiện có|cumulative|so far|in total|to date",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"trong kỳ|trong \d+ tháng|trong (?:tháng|quý|năm)|kỳ này|cùng kỳ|during|in the (?:period|quarter)",
    re.IGNORECASE,
)
_FEWEST_SYLLABLES = 3
_SO_FAR = frozenset(map(lookup_key, ("tính đến", "đến nay")))
_PARTS = frozenset(
    map(lookup_key, ("trong đó", "gồm", "còn lại", "thêm", "ngoài ra", "riêng", "khác"))
)


def figures_told(prose: Prose, facts: LintFacts) -> Iterator[Fault]:
    """Counts whose label is a figure of this report with another value, or a total below the last."""
    figures = {lookup_key(label): value for label, value in facts.figures.items()}
    totals = {lookup_key(label): value for label, value in facts.last_totals.items()}
    for count in counts_of(prose) if figures or totals else ():
        if fault := _below_the_last(prose, count, totals) or _beside_the_records(count, figures):
            yield fault


def _below_the_last(prose: Prose, count: Count, totals: Mapping[str, int]) -> Fault | None:
    last = totals.get(count.label)
    sentence = prose.text[count.sentence : count.start]
    if (
        last is None
        or count.value >= last
        or not _CUMULATIVE.search(sentence)
        or _PERIOD.search(sentence)
    ):
        return None
    return Fault(
        count.start,
        count.end,
        Rule.FALLING_TOTAL,
        N_("is less than the last report had: {last}"),
        N_("Count again from the beginning, or say why the total fell"),
        {"last": last, "value": count.value},
    )


def _beside_the_records(count: Count, figures: Mapping[str, int]) -> Fault | None:
    """A fault where the label alone, without owner, period or part, is a figure of another value."""
    value = figures.get(count.label)
    if value is None or value == count.value or count.owner or count.qualifiers - _SO_FAR:
        return None
    return Fault(
        count.start,
        count.end,
        Rule.FIGURE_DIFFERS,
        N_("is {value} by the records"),
        N_("Write the figure of the records, or say what else is counted"),
        {"value": value},
    )


def two_values(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """“446 văn bản chỉ đạo … 258 văn bản chỉ đạo”: the second is told, with the value of the first.

    Labels are one where they have three syllables or more and nothing tells them apart: owner,
    period, language, level, a name before them, or that one is a part of the other. Only within one
    sentence may the owner be told once for both.
    """
    first: dict[tuple[str, frozenset[str]], list[Count]] = {}
    for count in counts_of(prose):
        if count.in_brackets or count.qualifiers & _PARTS:
            continue
        others = first.setdefault((count.label, count.qualifiers), [])
        other = next((o for o in others if _is_same_label(o, count)), None)
        if other and other.value != count.value:
            yield Fault(
                count.start,
                count.end,
                Rule.TWO_VALUES,
                N_("is told with {value} before, in line {line}"),
                N_("Keep one value, or give the two different names"),
                {"value": other.value, "line": prose.place(other.start)[0]},
            )
        elif other is None:
            others.append(count)


def _is_same_label(one: Count, other: Count) -> bool:
    same_owner = one.owner == other.owner or not (one.owner and other.owner)
    return len(one.label.split()) >= _FEWEST_SYLLABLES and (
        one.owner == other.owner or (same_owner and one.sentence == other.sentence)
    )

"""Criteria of self-scoring sheets that editors write (ideas.md, D8), and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congtinh.errors import N_
from congtinh.languages import LANGUAGES
from congtinh.vocabulary.columns import (
    Column,
    Fault,
    code_of,
    one_of,
    points,
    row_faults,
    text,
    year,
)
from congtinh.vocabulary.entries import Entries, KeyFault
from congtinh.vocabulary.rules import MEASURED, RuleFault, calls, names_of, parsed_rule

SCORINGS = ("whole", "proportional")
"""All points or none; or the share of the points that the rule is fulfilled by."""


def criterion_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``criteria``."""
    yield from row_faults(keys, every, _CRITERION, _MANDATORY, _COLUMNS)
    given, maximum = keys.get("given"), keys.get("maximum")
    if isinstance(given, int | float) and isinstance(maximum, int | float) and given > maximum:
        yield "given", str(given), N_("is more than there can be"), N_("Check both numbers")


def set_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``criteria_sets``."""
    yield from row_faults(keys, every, _SET, {}, N_("Write one of: vi, en, source, send_by"))


def _rule(value: object, every: Mapping[str, Entries]) -> Fault:
    if not isinstance(value, str):
        return text(value, every)
    try:
        tree = parsed_rule(value)
    except RuleFault as fault:
        return fault.message, fault.remedy
    for name in names_of(tree):
        if name not in MEASURED and name not in every.get("figures", ()):
            return N_("names a figure that is not known"), N_(
                "Write on_time, or the key of a figure"
            )
    return next(
        (fault for _, told in calls(tree) for fault in _argument_faults(told, every)), None
    )


def _argument_faults(
    told: Mapping[str, str], every: Mapping[str, Entries]
) -> Iterator[tuple[str, str]]:
    if "section" in told and told["section"] not in every["sections"]:
        yield N_("names no section of the law"), N_(
            "Write the code of the section, such as 43:10.1.b"
        )
    if "profile" in told and told["profile"] not in every["law_profiles"]:
        yield N_("names no law profile"), N_("Write the code of the profile, such as 43-2011")
    if "language" in told and told["language"] not in LANGUAGES:
        yield N_("names no language"), N_("Write vi or en")


def _send_by(value: object, _every: Mapping[str, Entries]) -> Fault:
    """``09-30``: the day of each year."""
    month, _, day = value.partition("-") if isinstance(value, str) else ("", "", "")
    if month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 28 + 3:
        return None
    return N_("is not a day of the year"), N_("Write month and day, such as 09-30")


_CRITERION: Mapping[str, Column] = {
    **dict.fromkeys(("vi", "en", "number", "group", "group_en", "note", "note_en"), text),
    "set": code_of("criteria_sets", N_("Write the code of a set of criteria")),
    "rule": _rule,
    "scoring": one_of(SCORINGS, N_("Write whole or proportional")),
    **dict.fromkeys(("maximum", "given"), points),
    "given_for": year,
    "evidence": lambda value, every: (
        None
        if isinstance(value, list) and all(isinstance(one, str) for one in value)
        else text(value, every)
    ),
}
_SET: Mapping[str, Column] = {
    **dict.fromkeys(("vi", "en", "source"), text),
    "send_by": _send_by,
}
_MANDATORY = {
    "set": N_("Write the code of a set of criteria"),
    "maximum": N_("Write the number of points"),
}
_COLUMNS = N_(
    "Write one of: vi, en, set, number, group, group_en, maximum, rule, scoring, given, given_for, "
    "evidence, note, note_en"
)

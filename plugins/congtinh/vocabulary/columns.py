"""Columns of the rows that editors write into a vocabulary, and what is wrong with their values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from congtinh.errors import N_
from congtinh.vocabulary.entries import Entries, KeyFault

Fault = tuple[str, str] | None
"""A message and what to write instead, where something is wrong."""

Column = Callable[[object, Mapping[str, Entries]], Fault]
"""Finds what is wrong with one value, which may name codes of all vocabularies."""


def row_faults(
    keys: Mapping[str, object],
    every: Mapping[str, Entries],
    columns: Mapping[str, Column],
    mandatory: Mapping[str, str],
    names: str,
) -> Iterator[KeyFault]:
    """What is wrong with one row; ``mandatory`` has a remedy for each key, ``names`` tells the columns."""
    for key, remedy in mandatory.items():
        if not _is_filled(keys.get(key)):
            yield key, None, N_("is mandatory and missing"), remedy
    for key, value in keys.items():
        if key != "order" and _is_filled(value):  # every vocabulary has it, and checks it
            column = columns.get(key)
            fault = column(value, every) if column else (N_("is not a column of this list"), names)
            if fault:
                yield key, str(value), *fault


def _is_filled(value: object) -> bool:
    return value not in (None, "", [])


def text(value: object, _every: Mapping[str, Entries]) -> Fault:
    if isinstance(value, str):
        return None
    return N_("is not a text"), N_("Write it in quotation marks")


def day(value: object, _every: Mapping[str, Entries]) -> Fault:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return None
    return N_("is not a day"), N_("Write it as 2026-11-22, without quotation marks")


def url(value: object, _every: Mapping[str, Entries]) -> Fault:
    if isinstance(value, str) and value.startswith(("https://", "http://")):
        return None
    return N_("is not a web address"), N_("Write it in full, with https://")


def flag(value: object, _every: Mapping[str, Entries]) -> Fault:
    if isinstance(value, bool):
        return None
    return N_("is neither true nor false"), N_("Write true or false, without quotation marks")


def whole(value: object, _every: Mapping[str, Entries]) -> Fault:
    if type(value) is int and value >= 0:
        return None
    return N_("is not a whole number"), N_("Write digits only, without quotation marks")


def points(value: object, _every: Mapping[str, Entries]) -> Fault:
    if type(value) in (int, float) and 0 <= float(str(value)) < 1_000_000:
        return None
    return N_("is not a number of points"), N_("Write it as 3 or 2.5, without quotation marks")


def year(value: object, _every: Mapping[str, Entries]) -> Fault:
    if type(value) is int and 1990 <= value <= 2100:
        return None
    return N_("is not a year"), N_("Write four digits, without quotation marks")


def section(value: object, every: Mapping[str, Entries]) -> Fault:
    """The code of a section of the law, or its short form."""
    if isinstance(value, str) and value in _section_codes(every):
        return None
    return N_("is not a section of the law"), N_("Write the code of the section, such as 43:10.1.b")


def section_list(value: object, every: Mapping[str, Entries]) -> Fault:
    listed = value if isinstance(value, list) else [value]
    return next((fault for one in listed if (fault := section(one, every))), None)


def profile_list(value: object, every: Mapping[str, Entries]) -> Fault:
    listed = value if isinstance(value, list) else [value]
    if all(isinstance(one, str) and one in every["law_profiles"] for one in listed):
        return None
    return N_("is not a law profile"), N_("Write the code of the profile, such as 43-2011")


def code_of(vocabulary: str, remedy: str) -> Column:
    """A column of codes of another vocabulary."""

    def fault(value: object, every: Mapping[str, Entries]) -> Fault:
        if isinstance(value, str) and value in every[vocabulary]:
            return None
        return N_("is not in the vocabulary"), remedy

    return fault


def one_of(choices: Iterable[str], remedy: str) -> Column:
    """A column of a few words."""
    known = frozenset(choices)

    def fault(value: object, _every: Mapping[str, Entries]) -> Fault:
        if isinstance(value, str) and value in known:
            return None
        return N_("is not one of the words of this column"), remedy

    return fault


def _section_codes(every: Mapping[str, Entries]) -> set[str]:
    found: set[str] = set()
    for code, entry in every["sections"].items():
        aliases = entry.keys.get("aliases")
        found |= {code, *(aliases if isinstance(aliases, tuple) else ())}
    return found

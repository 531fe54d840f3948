"""What must be public and is published elsewhere: rows that editors add to the list (E.24)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.vocabulary.columns import Column, Fault, day, row_faults, text, url
from congtinh.vocabulary.entries import Entries, KeyFault
from congtinh.vocabulary.terms import Term, Vocabulary


class Elsewhere(NamedTuple):
    """One row, with the columns of NĐ 13/2018/NĐ-CP, Điều 6; ``group`` is a section of an access law.

    A text is empty, and a day none, where the editors left it out.
    """

    code: str
    group: str
    name: Bilingual
    number: str
    created: dt.date | None
    form: Bilingual
    published: dt.date | None
    until: Bilingual
    url: str


def published_elsewhere(rows: Vocabulary, sections: Vocabulary) -> Iterator[Elsewhere]:
    """The rows of the department's own file, the vocabulary ``public_information``, in their order."""
    for term in rows:
        group = sections.find(term.text("group"))
        if group:
            yield Elsewhere(
                term.code,
                group.code,
                term.label,
                term.text("number"),
                _day(term, "created"),
                _both(term, "form"),
                _day(term, "published"),
                _both(term, "until"),
                term.text("url"),
            )


def elsewhere_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one row as written."""
    return row_faults(keys, every, _ROW, _REMEDIES, _COLUMNS)


def _group(value: object, every: Mapping[str, Entries]) -> Fault:
    if isinstance(value, str) and value in _groups(every):
        return None
    return N_("is not a group of a law on access to information"), _REMEDIES["group"]


_REMEDIES = {
    "group": N_("Write the code of the group, such as tctt26:17.1.l"),
    "form": N_("Write where or how it is public, such as “Niêm yết tại trụ sở”"),
}
_COLUMNS = N_(
    "Write one of: vi, en, group, form, form_en, number, created, published, until, until_en, url"
)
_ROW: Mapping[str, Column] = {
    **dict.fromkeys(("vi", "en", "form", "form_en", "number", "until", "until_en"), text),
    **dict.fromkeys(("created", "published"), day),
    "group": _group,
    "url": url,
}


def _groups(every: Mapping[str, Entries]) -> set[str]:
    """The codes and short codes of the sections of the laws on access to information."""
    access = {code for code, e in every["law_profiles"].items() if e.keys.get("kind") == "access"}
    found: set[str] = set()
    for code, entry in every["sections"].items():
        if entry.keys.get("profile") in access:
            aliases = entry.keys.get("aliases")
            found |= {code, *(aliases if isinstance(aliases, tuple) else ())}
    return found


def _day(term: Term, key: str) -> dt.date | None:
    value = term.extra.get(key)
    return value if isinstance(value, dt.date) else None


def _both(term: Term, key: str) -> Bilingual:
    """A text with its English; the Vietnamese where that is missing."""
    return Bilingual(term.text(key), term.text(f"{key}_en") or term.text(key))

"""Numbers of the agency's own documents that do not stand on its site, for its editors (ideas.md, D28).

Numbers run from 01 on the first of January to the end of the year (NĐ 30/2020/NĐ-CP, Điều 15): each
type of legal normative documents in a sequence of its own, administrative ones as the head decides.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from congtinh.numbering import DocumentNumber, sort_key
from congtinh.records.legal_document import LegalDocument
from congtinh.records.unit import Unit
from congtinh.vocabulary.number_gaps import Explained, explained, numbered_together
from congtinh.vocabulary.terms import Vocabulary, lookup_key

NOT_POSTED = "not-posted"
"""The reason that needs no line: the number is that of a document which visitors do not see yet."""


class Gap(NamedTuple):
    """Numbers that are missing for one reason: a code of ``number_gaps``, ``NOT_POSTED``, or none known.

    ``numbers`` as people write them (``3–5, 9``), ``total`` how many they are.
    """

    reason: str
    numbers: str
    total: int


class Series(NamedTuple):
    """One sequence of numbers of one year, as editors name it: ``KH-SKHCN 2026``, ``2026/QĐ-UBND``.

    ``highest`` is the last number on the site, ``posted`` how many numbers up to it stand there;
    ``gaps`` are the others, those without a reason first.
    """

    label: str
    year: int
    highest: int
    posted: int
    gaps: tuple[Gap, ...]


def own_issuers(unit: Unit, issuers: Vocabulary) -> frozenset[str]:
    """The issuing bodies that the agency of the site is: of its name, else of its symbol."""
    names = [name for name in (unit.name, unit.name_en) if name]
    found = {term.code for name in names if (term := issuers.find(name))}
    if found or not unit.code:
        return frozenset(found)
    code = lookup_key(unit.code)
    return frozenset(
        term.code for term in issuers if code in map(lookup_key, term.texts("symbols"))
    )


def gaps(
    posted: Iterable[LegalDocument],
    hidden: Iterable[LegalDocument],
    own: Container[str],
    reasons: Vocabulary,
) -> tuple[Series, ...]:
    """The sequences of the bodies ``own`` that have gaps, newest year first.

    ``posted`` are the documents on the site, ``hidden`` those that visitors do not see; the same
    document may come in both languages.  A document of several bodies is in no sequence.
    """
    together = _together(reasons)
    there, waiting = _numbers(posted, own, together), _numbers(hidden, own, together)
    told = tuple(explained(reasons))
    found = (_series(key, here, waiting.get(key, set()), told) for key, here in there.items())
    whole = [series for series in found if series.gaps]
    return tuple(sorted(whole, key=lambda series: (-series.year, series.label)))


def idle_lines(
    posted: Iterable[LegalDocument], own: Container[str], reasons: Vocabulary
) -> Iterator[Explained]:
    """Lines of reasons that explain nothing: no such sequence, or a number that stands on the site."""
    there = _numbers(posted, own, _together(reasons))
    named = {name: key for key in there for name in key.names}
    for line in explained(reasons):
        key = named.get(line.series)
        if key is None or not line.numbers.isdisjoint(there[key]):
            yield line


class _Key(NamedTuple):
    """A sequence: its label, its year, and every name of it as lines of reasons are compared."""

    label: str
    year: int
    names: frozenset[str]


def _numbers(
    documents: Iterable[LegalDocument], own: Container[str], together: Mapping[str, tuple[str, ...]]
) -> dict[_Key, set[int]]:
    """The numbers of each sequence."""
    found: dict[_Key, set[int]] = {}
    for record in documents:
        number = record.document_number
        year = number.year or record.year
        issuers = record.issuer or ()
        if number.number and year and len(issuers) == 1 and issuers[0] in own:
            value, part = sort_key(number)[1:3]
            name = f"{value}.…/{_name(number)}" if part else _name(number)
            key = _key(name, year, number.names_year, together)
            found.setdefault(key, set()).add(part or value)
    return found


def _name(number: DocumentNumber) -> str:
    """What a sequence is called: type and body (``KH-SKHCN``), of official letters the body alone.

    The drafting unit that a symbol names has no sequence of its own.
    """
    if number.is_official_letter or number.type_code is None:
        return number.issuer or number.canonical.partition("/")[2]
    return "-".join(part for part in (number.type_code, number.issuer) if part)


def _key(name: str, year: int, names_year: bool, together: Mapping[str, tuple[str, ...]]) -> _Key:
    if names_year:
        label = f"{year}/{name}"
        return _Key(label, year, frozenset({lookup_key(label), lookup_key(f"/{label}")}))
    shared = together.get(lookup_key(name), (name,))
    names = {lookup_key(f"{one} {year}") for one in shared}
    label = f"{', '.join(shared)} {year}"
    return _Key(label, year, frozenset(names | {lookup_key(label)}))


def _together(reasons: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Each name of a sequence that is shared, as compared, to all its names."""
    return {lookup_key(name): names for names in numbered_together(reasons) for name in names}


def _series(
    key: _Key, numbers: set[int], waiting: Container[int], told: Iterable[Explained]
) -> Series:
    highest = max(numbers)
    by_reason: dict[str, list[int]] = {}
    reasons = {n: line.reason for line in told if line.series in key.names for n in line.numbers}
    for number in sorted(set(range(1, highest)) - numbers):
        reason = reasons.get(number) or (NOT_POSTED if number in waiting else "")
        by_reason.setdefault(reason, []).append(number)
    found = (Gap(reason, ranges(missing), len(missing)) for reason, missing in by_reason.items())
    return Series(key.label, key.year, highest, len(numbers - {0}), tuple(sorted(found)))


def ranges(numbers: Iterable[int]) -> str:
    """Rising numbers as people write them: ``3–5, 9``."""
    rising = list(numbers)
    breaks = [place for place, (a, b) in enumerate(pairwise(rising), 1) if b != a + 1]
    starts, ends = [0, *breaks], [*breaks, len(rising)]
    spans = (rising[a:b] for a, b in zip(starts, ends, strict=True) if b > a)
    return ", ".join(str(s[0]) if len(s) == 1 else f"{s[0]}–{s[-1]}" for s in spans)

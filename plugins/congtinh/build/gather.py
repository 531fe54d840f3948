"""All records together: identities, addresses, references and numbers that must be one of a kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from congtinh.build.relating import relation_problems
from congtinh.errors import N_, Problem, Severity
from congtinh.identities import references
from congtinh.model import Item
from congtinh.records.base import Record
from congtinh.records.faults import problem_of
from congtinh.records.fields import FieldFacts
from congtinh.records.legal_document import LegalDocument
from congtinh.records.unit import Unit
from congtinh.rules.registry import problems_of
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.registry import Vocabularies


def gathered_problems(
    items: tuple[Item, ...],
    agency: str,
    today: dt.date,
    vocabularies: Vocabularies,
    site_url: str = "",
) -> Iterator[Problem]:
    """What is wrong between items; each named at the item that comes later in the order of paths."""
    known = references(items)
    yield from _twins(items)
    yield from _same_numbers(items)
    yield from _dangling(items, known)
    yield from _unit_cycles(items, known)
    yield from _old_addresses(items)
    yield from _of_the_day(items, today)
    yield from relation_problems(items, vocabularies, today)
    yield from problems_of(SiteContent(items, vocabularies, today, agency, site_url))
    if agency and (("unit", agency) not in known):
        yield Problem(
            "pelicanconf.py",
            N_("is not the id of a unit"),
            N_("Write the name of a file in content/unit, without .vi.md"),
            "AGENCY",
            agency,
            severity=Severity.WARNING,
        )


def _twins(items: Iterable[Item]) -> Iterator[Problem]:
    addresses: dict[str, Item] = {}
    identities: dict[tuple[str, str], Item] = {}
    for item in items:
        first = identities.setdefault((item.id, item.lang), item)
        if first is not item:
            yield Problem(
                item.path,
                N_("is the id of {other} too"),
                N_("Write another id, or leave it out"),
                "id",
                item.id,
                params={"other": first.path},
            )
        taken = addresses.setdefault(item.address, item)
        if (
            taken is not item
            and item.record.own_page
            and first is item
            and not _is_numbered_alike(item, taken)
        ):
            yield Problem(
                item.path,
                N_("gives the same address as {other}"),
                N_("Write another slug"),
                "slug",
                item.record.slug or item.address,
                params={"other": taken.path},
            )


def _is_numbered_alike(item: Item, other: Item) -> bool:
    """Whether the address is the same because the number is, which R3 tells."""
    one, two = item.record, other.record
    return (
        isinstance(one, LegalDocument)
        and isinstance(two, LegalDocument)
        and not one.slug
        and one.document_number.number != ""
        and one.document_number.canonical == two.document_number.canonical
    )


def _same_numbers(items: Iterable[Item]) -> Iterator[Problem]:
    """R3: number and symbol are unique for an issuer and year (NĐ 30/2020, Điều 15)."""
    seen: dict[tuple[object, ...], Item] = {}
    for item in items:
        if not item.number:
            continue
        first = seen.setdefault(item.number, item)
        if first is not item:
            record = item.record
            assert isinstance(record, LegalDocument)
            severity = Severity.WARNING if record.legacy else Severity.ERROR
            yield Problem(
                item.path,
                N_("is the number of {other} too"),
                N_("Correct one of the two"),
                "symbol",
                record.document_number.canonical,
                severity=severity,
                rule="R3",
                params={"other": first.path},
            )


def _dangling(items: tuple[Item, ...], known: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    for item in items:
        for fact in _referring(type(item.record)):
            value = getattr(item.record, fact.name)
            if not value:
                continue
            if fact.shared and item.lang == "en" and item.record.translation_of:
                continue
            for one in value if isinstance(value, tuple) else (value,):
                if one and (fact.refers, one) not in known:
                    severity = Severity.WARNING if item.record.legacy else Severity.ERROR
                    yield Problem(
                        item.path,
                        N_("is not an item of the folder {folder}"),
                        N_("Write the name of a file of that folder, without .vi.md"),
                        fact.name,
                        str(one),
                        severity=severity,
                        rule="R8",
                        params={"folder": fact.refers},
                    )


@cache
def _referring(record_type: type[Record]) -> tuple[FieldFacts, ...]:
    """The fields that name other items; a publisher may also be a body without a page."""
    facts = record_type.facts().values()
    return tuple(fact for fact in facts if fact.refers and fact.name != "publisher")


def _unit_cycles(items: tuple[Item, ...], known: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    parents = {
        i.id: known.get(("unit", i.record.parent or ""))
        for i in items
        if isinstance(i.record, Unit)
    }
    for item in items:
        if item.type != "unit" or item.lang != "vi":
            continue
        seen, at = [item.id], parents.get(item.id)
        while at and at not in seen:
            seen.append(at)
            at = parents.get(at)
        if at == item.id:
            yield Problem(
                item.path,
                N_("makes a circle of units"),
                N_("Name the unit that is really above this one"),
                "parent",
                getattr(item.record, "parent", None),
                rule="E.8",
            )


def _of_the_day(items: Iterable[Item], today: dt.date) -> Iterator[Problem]:
    """What is at fault in one item, but on some days alone, so that it is not kept with the record."""
    for item in items:
        for fault in item.record.day_faults(today):
            yield problem_of(fault, item.path)


def _old_addresses(items: tuple[Item, ...]) -> Iterator[Problem]:
    """R20: an old address leads to one item, and is not the address of another."""
    taken = {f"/{item.address}": item for item in items}
    seen: dict[str, Item] = {}
    for item in items:
        for old in item.record.old_urls or ():
            first = seen.setdefault(old, item)
            if first is not item or taken.get(old, item) is not item:
                other = first if first is not item else taken[old]
                yield Problem(
                    item.path,
                    N_("is an address of {other} too"),
                    N_("Keep it in one of the two files"),
                    "old_urls",
                    old,
                    rule="R20",
                    params={"other": other.path},
                )
            elif taken.get(old) is item:
                yield Problem(
                    item.path,
                    N_("is the address of the item itself"),
                    N_("Leave it out"),
                    "old_urls",
                    old,
                    rule="R20",
                )

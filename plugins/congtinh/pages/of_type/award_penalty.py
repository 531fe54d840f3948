"""Commendations and sanctions: one table of each, and the page of a decision."""

from __future__ import annotations

from typing import ClassVar

from congtinh.messages import number
from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.cards import card
from congtinh.pages.contexts import ItemPage, ListPage, Page
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Attribute, Link
from congtinh.pages.site import N_, Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.award_penalty import AWARD, SANCTION, AwardPenalty
from congtinh.records.legal_document import LegalDocument

_HEAD = (
    N_("Organisation or person"), N_("Award or penalty"), N_("Amount"),
    N_("Decision"), N_("Date of the decision"), N_("Public until"),
)  # fmt: skip


class AwardsPage(ListPage):
    """The decisions that may be shown on the day, the newest first; English words where there are any."""

    template: ClassVar[str] = "awards.html"

    tables: tuple[Table, ...]


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, AwardPenalty)
    fields = item_fields(site, item)
    if record.names_person:  # nothing outside this site shall keep what ends one day
        fields["indexed"] = False
    return ItemPage(**fields | {"attributes": _facts(site, item, record)})


def _facts(site: Site, item: Item, record: AwardPenalty) -> tuple[Attribute, ...]:
    rows = []
    for row in own_attributes(site, item, ("subject_en",)):
        if row.key == "subject":
            name, lang = _subject(site, record)
            row = row._replace(values=(Link(name, lang=lang),))
        if row.key == "amount":
            row = row._replace(values=(Link(_money(site, record)),))
        rows.append(row)
    return tuple(rows)


def list_page(site: Site, part: ListPart) -> Page:
    items = site.model.either("award_penalty", site.language)[::-1]
    fields = list_fields(site, part) | {
        "cards": tuple([card(site, item) for item in items]),
        "total": len(items),
        "facets": (),
    }
    return AwardsPage(**fields, tables=tuple(_table(site, kind, items) for kind in (AWARD, SANCTION)))


def _table(site: Site, kind: str, items: tuple[Item, ...]) -> Table:
    rows = [_row(site, i, i.record) for i in items if isinstance(i.record, AwardPenalty) and i.record.kind == kind]
    head = tuple(map(site.say, _HEAD))
    empty = [all(row[place] == Cell() for row in rows) for place in range(len(head))]
    kept = [place for place in range(len(head)) if not empty[place]]
    return Table(
        kind,
        site.label("award_kinds", kind),
        tuple(head[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        stacked=True,
    )


def _row(site: Site, item: Item, record: AwardPenalty) -> tuple[Cell, ...]:
    name, lang = _subject(site, record)
    form = record.form or ""
    return (
        Cell(name, address=item.address, lang=lang),
        Cell(form, lang=written_in(form) if item.lang != site.language else "") if form else Cell(),
        Cell(_money(site, record)) if record.amount else Cell(),
        _decision(site, record),
        Cell(day=record.decided),
        Cell(day=record.until) if record.until else Cell(),
    )


def _subject(site: Site, record: AwardPenalty) -> tuple[str, str]:
    if site.language == "en" and record.subject_en:
        return record.subject_en, ""
    name = record.subject or record.heading
    return name, written_in(name) if site.language == "en" else ""


def _decision(site: Site, record: AwardPenalty) -> Cell:
    found = site.model.find("legal_document", record.decision, site.language)
    if found and isinstance(found.record, LegalDocument):
        return Cell(found.record.document_number.canonical or found.record.heading, address=found.address)
    return Cell(record.decision_number or "")


def _money(site: Site, record: AwardPenalty) -> str:
    sign = "VND" if site.language == "en" else "đồng"
    return f"{number(record.amount or 0, site.language)} {sign}"



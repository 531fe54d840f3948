"""The pages of petitions: each with its reply, and their list with what each origin and unit has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import ClassVar

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage, ListPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.legal_documents import document_title
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Link, Validity
from congtinh.pages.site import Site
from congtinh.pages.tables import Cell, Step, Table
from congtinh.records.legal_document import LegalDocument
from congtinh.records.petition import VOTERS, Petition
from congtinh.records.registry import RECORD_TYPES


class PetitionPage(ItemPage):
    template: ClassVar[str] = "petition.html"

    content: str
    origin: Link | None
    meeting: str
    received: dt.date | None
    state: Validity | None
    unit: Link | None
    steps: tuple[Step, ...]
    due: dt.date | None
    overdue: bool
    reply: str
    replied: dt.date | None
    reply_doc: Link | None


class PetitionListPage(ListPage):
    """``tables`` by origin and by unit; ``results`` are the documents that reply to voters.  On the newest page alone."""

    template: ClassVar[str] = "petitions.html"

    tables: tuple[Table, ...]
    results: tuple[Link, ...]


def item_page(site: Site, item: Item) -> PetitionPage:
    record = item.record
    assert isinstance(record, Petition)
    return PetitionPage(
        **item_fields(site, item) | {"summary": ""},
        content=record.content or "",
        origin=_origin(site, record.origin),
        meeting=record.meeting or "",
        received=record.received,
        state=life_state(site, item),
        unit=site.link(site.model.find("unit", record.unit, site.language)),
        steps=tuple(_steps(site, item, record)),
        due=record.due,
        overdue=site.model.on_day(item, "days_over") is not None,
        reply=record.reply or "",
        replied=record.replied,
        reply_doc=_document(site, record.reply_doc),
    )


def _origin(site: Site, origin: str | None) -> Link | None:
    facet = next(one for one in Petition.facets if one.field == "origin")
    if not origin:
        return None
    return Link(
        site.label("petition_origins", origin),
        addresses.of_facet(Petition, facet, origin, site.language),
    )


def _steps(site: Site, item: Item, record: Petition) -> Iterator[Step]:
    yield Step(site.say("Received"), record.received, True, record.state == "da-tiep-nhan")
    if not record.is_open and not record.replied:
        yield Step(site.label("petition_states", record.state), None, True, True)
        return
    is_under_way = record.state != "da-tiep-nhan"
    yield Step(
        site.label("petition_states", "dang-giai-quyet"),
        None,
        is_under_way,
        record.state == "dang-giai-quyet",
    )
    if record.replied:
        is_late = bool(record.due and record.due < record.replied)
        yield Step(
            site.say("Replied"),
            record.replied,
            True,
            True,
            note=site.say("late") if is_late else "",
        )
        return
    yield Step(
        site.say("Reply due"), record.due, due=site.model.on_day(item, "days_over") is not None
    )


def _document(site: Site, reference: str | None) -> Link | None:
    """The document that replies, by type and number."""
    found = site.model.find("legal_document", reference, site.language)
    if found is None or not isinstance(found.record, LegalDocument):
        return None
    title = document_title(site, found.record)
    return Link(title, found.address, lang="", description=found.record.heading)


def list_page(site: Site, part: ListPart) -> PetitionListPage:
    fields = list_fields(site, part)
    if not part.newest:
        return PetitionListPage(**fields, tables=(), results=())
    items = site.model.either("petition", site.language)
    records = [item.record for item in items if isinstance(item.record, Petition)]
    tables = (
        _table(
            site,
            "by-origin",
            site.say("Petitions by origin"),
            site.say("Origin"),
            records,
            _origin_cell,
        ),
        _table(
            site, "by-unit", site.say("Petitions by unit"), site.say("Unit"), records, _unit_cell
        ),
    )
    replies = dict.fromkeys(
        one.reply_doc for one in records if one.origin == VOTERS and one.reply_doc
    )
    results = tuple(link for one in replies if (link := _document(site, one)))
    return PetitionListPage(**fields, tables=tables if records else (), results=results)


def _table(
    site: Site,
    id_: str,
    caption: str,
    head: str,
    records: list[Petition],
    cell_of: Callable[[Site, Petition], Cell],
) -> Table:
    """How many petitions each has in each state; the rows add up to the foot."""
    states = list(site.model.vocabularies["petition_states"])
    found: dict[Cell, list[str]] = {}
    for record in records:
        found.setdefault(cell_of(site, record), []).append(record.state or "")
    rows = [_row(cell, told, [term.code for term in states]) for cell, told in found.items()]
    rows.sort(key=lambda row: (-(row[1].number or 0), row[0].text))
    every = [state for told in found.values() for state in told]
    foot = _row(Cell(site.say("Total")), every, [term.code for term in states])
    heads = (head, site.say("Petitions"), *(term.label.of(site.language) for term in states))
    return Table(id_, caption, heads, tuple(rows), foot=(foot,))


def _row(of: Cell, told: list[str], states: list[str]) -> tuple[Cell, ...]:
    return (of, Cell(number=len(told)), *(Cell(number=told.count(state)) for state in states))


def _origin_cell(site: Site, record: Petition) -> Cell:
    link = _origin(site, record.origin)
    if link is None:
        return Cell(label=site.say("not given"))
    facet = next(one for one in RECORD_TYPES["petition"].facets if one.field == "origin")
    has_list = any(
        getattr(i.record, facet.field) == record.origin
        for i in site.model.of_type("petition", site.language)
    )
    return Cell(link.text, address=link.address if has_list else "")


def _unit_cell(site: Site, record: Petition) -> Cell:
    link = site.link(site.model.find("unit", record.unit, site.language))
    return (
        Cell(link.text, address=link.address)
        if link
        else Cell(record.unit or "", label=site.say("not given"))
    )

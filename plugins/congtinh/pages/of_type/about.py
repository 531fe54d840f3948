"""The pages about the agency, each with the others beside it; that of the editorial board with its members."""

from __future__ import annotations

from typing import ClassVar

from congtinh.model import Item
from congtinh.pages.contexts import ItemPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Link
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.records.about import About, BoardMember
from congtinh.records.contact import Contact


class AboutPage(ItemPage):
    """``board`` are the members of the editorial board, ``decision`` the document that the page rests on."""

    template: ClassVar[str] = "about.html"

    siblings: tuple[Link, ...]
    board: Table | None
    decision: Link | None


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, About)
    siblings = tuple(
        Link(i.record.heading, i.address) for i in site.model.of_type("about", site.language)
    )
    decision = site.link(site.model.find("legal_document", record.decision, site.language))
    board = _board(site, record) if record.board else None
    return AboutPage(**item_fields(site, item), siblings=siblings, board=board, decision=decision)


def _board(site: Site, record: About) -> Table:
    """The members in the order of their roles, then as they are written."""
    order = [term.code for term in site.model.vocabularies["board_roles"]]
    members = sorted(record.board or (), key=lambda one: order.index(one.role) if one.role in order else len(order))
    head = tuple(map(site.say, (N_("Member"), N_("Role"), N_("Unit of the department"), N_("Duties"))))
    rows = [_member(site, one) for one in members]
    if all(row[3] == Cell() for row in rows):
        head, rows = head[:3], [row[:3] for row in rows]
    return Table("board", site.say("Members of the Board"), head, tuple(rows), stacked=True)


def _member(site: Site, member: BoardMember) -> tuple[Cell, ...]:
    person = site.model.find("contact", member.contact, site.language)
    contact = person.record if person and isinstance(person.record, Contact) else None
    name = (contact.name if contact else "") or member.name or member.contact or ""
    address = person.address if person and contact else ""
    unit_id = member.unit or (contact.unit if contact else None)
    unit = site.link(site.model.find("unit", unit_id, site.language))
    duties = ((member.duties_en if site.language == "en" else "") or member.duties) or ""
    foreign = "vi" if site.language == "en" else ""
    return (
        Cell(name, address=address, lang=foreign),
        Cell(site.label("board_roles", member.role)),
        Cell(unit.text, address=unit.address, lang=unit.lang if unit.lang != site.language else "") if unit else Cell(),
        Cell(duties, lang=foreign if duties != member.duties_en else "") if duties else Cell(),
    )

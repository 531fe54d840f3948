"""Units and people: the directory, the page of a unit and of a person."""

from __future__ import annotations

from typing import Any

from congtinh.languages import other
from congtinh.model import Item
from congtinh.pages.contexts import ContactPage, DirectoryPage, UnitPage
from congtinh.pages.figures import photo
from congtinh.pages.head import site_head
from congtinh.pages.parts import ContactCard, Link, UnitGroup, UnitNode
from congtinh.pages.site import Site
from congtinh.records.contact import Contact
from congtinh.records.unit import Unit
from congtinh.text.slug import slugify


def units_today(site: Site) -> list[Item]:
    """The units that exist today, each once, in their order; English names where there are."""
    found = site.model.either("unit", site.language)
    return [item for item in found if site.model.on_day(item, "exists")]


def contact_card(site: Site, item: Item) -> ContactCard:
    """A person as a citizen reaches them; positions in English come from the vocabulary."""
    record = item.record
    assert isinstance(record, Contact)
    term = site.model.vocabularies["positions"].get(record.position or "")
    unit = site.model.find("unit", record.unit, site.language)
    return ContactCard(
        name=record.heading,
        name_lang="vi",
        position=term.label.of(site.language) if term else record.position or "",
        position_lang=site.language if term else item.lang,
        address=item.address,
        unit=unit_link(site, unit),
        phone=record.phone or "",
        fax=record.fax or "",
        mobile=(record.mobile or "") if record.mobile_public else "",
        email=record.email or "",
        room=record.room or "",
        hours=record.hours or "",
        vcard=vcard_address(item),
        photo=photo(site.model, item, record.photo),
        focal=bool(record.info_focal),
    )


def vcard_address(item: Item) -> str:
    """The vCard of a person or unit stands beside its page."""
    return f"{item.address}{item.address.rstrip('/').rpartition('/')[2]}.vcf"


def unit_link(site: Site, item: Item | None) -> Link | None:
    """A unit in the language of the page, whatever language its file is in."""
    if item is None or not isinstance(item.record, Unit):
        return None
    return Link(
        item.record.named(site.language), item.address, lang=_name_language(site, item.record)
    )


def _name_language(site: Site, unit: Unit) -> str:
    written = unit.name_en if site.language == "en" else unit.name
    return site.language if written else other(site.language)


def directory_page(site: Site) -> DirectoryPage:
    """All units as a tree, then the people of each."""
    units = units_today(site)
    contacts: dict[str, list[Item]] = {}
    for item in site.model.either("contact", site.language):
        unit = site.model.find("unit", getattr(item.record, "unit", None), site.language)
        contacts.setdefault(unit.id if unit else "", []).append(item)
    return DirectoryPage(
        **site_head(site, "directory"),
        tree=_tree(site, units, None),
        groups=tuple(_group(site, unit, contacts.get(unit.id, [])) for unit in units),
    )


def _parent_id(site: Site, item: Item) -> str | None:
    parent = site.model.find("unit", getattr(item.record, "parent", None), site.language)
    return parent.id if parent else None


def _tree(
    site: Site, units: list[Item], parent: str | None, seen: frozenset[str] = frozenset()
) -> tuple[UnitNode, ...]:
    nodes = []
    for item in units:
        unit = item.record
        if _parent_id(site, item) != parent or item.id in seen or not isinstance(unit, Unit):
            continue
        children = _tree(site, units, item.id, seen | {item.id})
        nodes.append(
            UnitNode(
                unit.named(site.language),
                _name_language(site, unit),
                site.label("unit_kinds", unit.kind),
                item.address,
                anchor(item),
                children,
            )
        )
    return tuple(nodes)


def anchor(item: Item) -> str:
    """The anchor of a unit in the directory, the same in both languages."""
    return "don-vi-" + slugify(item.id.rpartition("/")[2])


def _group(site: Site, item: Item, contacts: list[Item]) -> UnitGroup:
    unit = item.record
    assert isinstance(unit, Unit)
    return UnitGroup(
        name=unit.named(site.language),
        lang=_name_language(site, unit),
        anchor=anchor(item),
        address=item.address,
        postal_address=_postal(site, unit),
        phone=unit.phone or "",
        email=unit.email or "",
        contacts=tuple(contact_card(site, contact) for contact in contacts),
    )


def _postal(site: Site, unit: Unit) -> str:
    return ((unit.address_en if site.language == "en" else "") or unit.address) or ""


def unit_page(site: Site, item: Item, fields: dict[str, Any]) -> UnitPage:
    """``fields`` are those of ``ItemPage``."""
    unit = item.record
    assert isinstance(unit, Unit)
    below = site.model.naming_either("unit", "parent", item, site.language)
    children = [one for one in below if site.model.on_day(one, "exists")]
    people = site.model.naming_either("contact", "unit", item, site.language)
    successors = [
        unit_link(site, site.model.find("unit", s, site.language)) for s in unit.successor or ()
    ]
    return UnitPage(
        **fields | {"heading_lang": _name_language(site, unit)},
        parent=unit_link(site, site.model.find("unit", unit.parent, site.language)),
        children=tuple(link for i in children if (link := unit_link(site, i))),
        contacts=tuple(contact_card(site, person) for person in people),
        postal_address=_postal(site, unit),
        phone=unit.phone or "",
        fax=unit.fax or "",
        email=unit.email or "",
        site=unit.site or "",
        hours=((unit.hours_en if site.language == "en" else "") or unit.hours) or "",
        vcard=vcard_address(item),
        successors=tuple(link for link in successors if link),
    )


def contact_page(site: Site, item: Item, fields: dict[str, Any]) -> ContactPage:
    """``fields`` are those of ``ItemPage``."""
    record = item.record
    assert isinstance(record, Contact)
    return ContactPage(
        **fields | {"heading_lang": "vi"},
        card=contact_card(site, item),
        bio=record.bio or "",
        duties=record.duties or "",
        education=record.education or "",
        career=record.career or (),
        born=record.born,
    )

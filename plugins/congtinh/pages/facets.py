"""Facets of a content type: the items of each value, and the block that leads to their lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from congtinh import addresses
from congtinh.model import Item, SiteModel
from congtinh.pages.parts import FacetBlock, FacetValue
from congtinh.pages.site import Site
from congtinh.records.base import Record
from congtinh.records.facets import Facet

Groups = Mapping[object, tuple[Item, ...]]


def facet_groups(model: SiteModel, items: Iterable[Item], facet: Facet) -> Groups:
    """The items of each value of a facet, values in their order; items without one stand in none.

    Values that share a word in addresses are one: a code of the vocabulary counts before free text.
    """
    members: dict[object, list[Item]] = {}
    for item in items:
        values = (model.validity(item),) if facet.of_day else facet.values(item.record)
        for value in values:
            if value:
                members.setdefault(value, []).append(item)
    known = model.vocabularies[facet.vocabulary] if facet.vocabulary else ()
    named = addresses.by_word(members, known)
    if len(named) < len(members):
        members = _joined(items, members, named)
    return {value: tuple(members[value]) for value in sorted(members, key=_value_order)}


def _joined(
    items: Iterable[Item], members: Mapping[object, list[Item]], named: Mapping[str, object]
) -> dict[object, list[Item]]:
    """The members of values that are spelled in several ways, together, each item once."""
    found: dict[object, set[str]] = {value: set() for value in named.values()}
    for value, group in members.items():
        found[named[addresses.facet_word(value)]].update(item.path for item in group)
    return {value: [i for i in items if i.path in paths] for value, paths in found.items()}


def _value_order(value: object) -> tuple[int, str]:
    return (-value, "") if isinstance(value, int) else (0, str(value))


def facet_label(site: Site, facet: Facet, value: object) -> str:
    return site.label(facet.vocabulary, str(value)) if facet.vocabulary else str(value)


def facet_block(site: Site, record_type: type[Record], facet: Facet, groups: Groups) -> FacetBlock:
    """The values of a facet: years newest first, states in the order of their vocabulary, others by count."""
    values = [
        FacetValue(
            facet_label(site, facet, value),
            addresses.of_facet(record_type, facet, value, site.language),
            len(items),
            False,
        )
        for value, items in groups.items()
    ]
    if facet.of_day:
        order = [term.label.of(site.language) for term in site.model.vocabularies[facet.vocabulary]]
        values.sort(key=lambda v: order.index(v.text) if v.text in order else len(order))
    elif facet.vocabulary:
        values.sort(key=lambda v: (-v.count, v.text))
    return FacetBlock(facet.label.of(site.language), tuple(values))

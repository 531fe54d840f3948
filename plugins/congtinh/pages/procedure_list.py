"""The list of procedures: by field and level with totals that agree, their cases, then the procedures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ListPage
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.procedure_cases import year_table
from congtinh.pages.procedure_words import term_of
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.records.procedure import ABOLISHED, Procedure

MOST_ROWS = 400
"""The procedures that stand on the page itself; where there are more the fields lead to their lists."""


class ProcedureListPage(ListPage):
    """``levels`` is the table of fields and levels; ``groups`` the procedures of each field."""

    template: ClassVar[str] = "procedures.html"

    levels: Table | None
    cases: Table | None
    groups: tuple[Table, ...]
    abolished: Table | None


def procedure_list(site: Site, part: ListPart) -> ListPage:
    """All procedures on one page, each once: in the language of the page where it is written in it."""
    every = site.model.either("procedure", site.language)
    ended = [item for item in every if site.model.on_day(item, "state_on") == ABOLISHED]
    gone = {item.id for item in ended}
    applied = [item for item in every if item.id not in gone]
    groups = by_field(site, applied)
    labelled = {_label(site, code): items for code, items in groups.items()}
    fields = list_fields(site, part) | {"cards": (), "total": len(applied)}
    short = len(applied) <= MOST_ROWS
    return ProcedureListPage(
        **fields,
        levels=levels_table(site, groups),
        cases=year_table(site, labelled | {site.say("Abolished procedures"): tuple(ended)}),
        groups=tuple(_groups(site, groups)) if short else (),
        abolished=_rows(site, "abolished", site.say("Abolished procedures"), ended) if ended else None,
    )


def by_field(site: Site, items: Iterable[Item]) -> Mapping[str, tuple[Item, ...]]:
    """Each procedure under the first field that it names, fields in the order of the vocabulary."""
    found: dict[str, list[Item]] = {}
    for item in items:
        record = item.record
        assert isinstance(record, Procedure)
        found.setdefault(next(iter(record.field or ()), ""), []).append(item)
    order = {term.code: place for place, term in enumerate(site.model.vocabularies["fields"])}
    codes = sorted(found, key=lambda code: (not code, order.get(code, len(order)), code))
    return {code: tuple(sorted(found[code], key=lambda one: one.record.heading)) for code in codes}


def _label(site: Site, code: str) -> str:
    return site.label("fields", code) if code else site.say("Field not given")


def levels_table(site: Site, groups: Mapping[str, tuple[Item, ...]]) -> Table | None:
    """How many procedures each field has at each level, with the sums of rows and columns."""
    if not groups:
        return None
    terms = site.model.vocabularies["service_levels"]
    used = {_level(item, terms) for items in groups.values() for item in items}
    codes = [term.code for term in terms if term.code in used] + ([""] if "" in used else [])
    counted = {field: [sum(_level(i, terms) == c for i in items) for c in codes] for field, items in groups.items()}
    labels = [site.label("service_levels", code) if code else site.say("Level not given") for code in codes]
    rows = [_sums(_field_cell(site, field), numbers) for field, numbers in counted.items()]
    totals = [sum(column) for column in zip(*counted.values(), strict=True)]
    head = (site.say("Field"), *labels, site.say("Total"))
    foot = _sums(Cell(site.say("Total")), totals)
    note = site.say("Each procedure counts once, under its first field; abolished ones are left out.")
    return Table("levels-table", site.say("Procedures by field and service level"), head, tuple(rows), (foot,), note)


def _level(item: Item, terms: object) -> str:
    level = getattr(item.record, "level", None) or ""
    return level if level in terms else ""  # type: ignore[operator]


def _field_cell(site: Site, code: str) -> Cell:
    return Cell(_label(site, code), address=_address(site, code))


def _address(site: Site, code: str) -> str:
    """The list of a field, where the language has one."""
    facet = next(facet for facet in Procedure.facets if facet.field == "field")
    own = any(code in (getattr(i.record, "field", None) or ()) for i in site.model.of_type("procedure", site.language))
    return addresses.of_facet(Procedure, facet, code, site.language) if code and own else ""


def _sums(label: Cell, numbers: list[int]) -> tuple[Cell, ...]:
    return label, *(Cell(number=value) for value in numbers), Cell(number=sum(numbers))


def _groups(site: Site, groups: Mapping[str, tuple[Item, ...]]) -> Iterable[Table]:
    for place, (code, items) in enumerate(groups.items(), 1):
        yield _rows(site, f"field-{place}", _label(site, code), items)


_HEAD = (N_("Procedure"), N_("National code"), N_("Service level"), N_("Time limit"), N_("State"))


def _rows(site: Site, id: str, caption: str, items: Iterable[Item]) -> Table:
    rows = tuple([_row(site, item) for item in items])
    return Table(id, caption, tuple(map(site.say, _HEAD)), rows, stacked=True)


def _row(site: Site, item: Item) -> tuple[Cell, ...]:
    record, terms = item.record, site.model.vocabularies["service_levels"]
    assert isinstance(record, Procedure)
    level, lang = _level(item, terms), item.lang if item.lang != site.language else ""
    term = term_of(site, record, lang)
    return (
        Cell(record.heading, address=item.address, lang=lang),
        Cell(record.code or ""),
        Cell(site.label("service_levels", level)),
        Cell(term.text, lang=term.lang),
        Cell(state=life_state(site, item)),
    )

"""The page of an administrative procedure: what a citizen asks first, then the parts of the decree."""

from __future__ import annotations

from typing import ClassVar

from congtinh import addresses
from congtinh.model import Item
from congtinh.numbering import parse
from congtinh.pages.cards import life_state, validity
from congtinh.pages.contexts import ItemPage, ListPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart
from congtinh.pages.parts import Attribute, Link, Validity
from congtinh.pages.procedure_cases import case_facts, figures_of
from congtinh.pages.procedure_list import procedure_list
from congtinh.pages.procedure_parts import CaseFacts, Feedback, ToldPart
from congtinh.pages.procedure_told import ToldProcedure, title_of
from congtinh.pages.procedure_words import fee_of, term_of
from congtinh.pages.site import Site
from congtinh.pages.tables import Cell, Table
from congtinh.records.legal_document import LegalDocument
from congtinh.records.procedure import GIVEN, MISSING, NATIONAL, NONE, Procedure
from congtinh.records.procedure_parts import Basis
from congtinh.records.unit import Unit


class ProcedurePage(ItemPage):
    """``brief`` answers what is asked first; ``told`` are the parts; the two lists of names what is elsewhere or nowhere.

    ``complete`` is how many of the eleven parts are told here or said not to exist.
    """

    template: ClassVar[str] = "procedure.html"

    code: str
    level: str
    state: Validity | None
    brief: tuple[Attribute, ...]
    told: tuple[ToldPart, ...]
    basis: Table | None
    announced: Link | None
    online: str
    national: str
    elsewhere: tuple[str, ...]
    missing: tuple[str, ...]
    complete: int
    parts: int
    cases: CaseFacts | None
    complaints: Feedback | None


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Procedure)
    told, states = ToldProcedure(site, item), record.parts()
    fields = item_fields(site, item) | {"attributes": _facts(site, record)}
    return ProcedurePage(
        **fields,
        code=record.code or "",
        level=_level(site, record),
        state=life_state(site, item),
        brief=tuple(_brief(told)),
        told=tuple(told.parts()),
        basis=_basis(site, record.basis or (), told),
        announced=_announced(site, record, told),
        online=record.online_url or "",
        national=record.national_url or "",
        elsewhere=_titles(site, states, NATIONAL),
        missing=_titles(site, states, MISSING),
        complete=sum(state in (GIVEN, NONE) for state in states.values()),
        parts=len(states),
        cases=case_facts(site, figures_of(site, item)),
        complaints=_feedback(site, record),
    )


def list_page(site: Site, part: ListPart) -> ListPage:
    return procedure_list(site, part)


def _level(site: Site, record: Procedure) -> str:
    """A level is told with its scale, or not at all."""
    known = record.level and record.level in site.model.vocabularies["service_levels"]
    return site.label("service_levels", record.level) if known else ""


def _titles(site: Site, states: object, wanted: str) -> tuple[str, ...]:
    assert isinstance(states, dict)
    return tuple([title_of(site, code) for code, state in states.items() if state == wanted])


def _brief(told: ToldProcedure) -> list[Attribute]:
    """Who, what to bring, how, how long, how much."""
    site, record = told.site, told.record
    labels = [Link(site.label("applicants", one)) for one in record.who or ()]
    ways = [Link(site.label("application_ways", one.way)) for one in record.ways or ()]
    papers = record.dossier or ()
    bring = Link(site.say("{n} kinds of papers").format(n=len(papers)), url="#part-ho-so") if papers else None
    term, fee = term_of(site, record, told.lang("time_limit")), fee_of(site, record, told.lang("fee"))
    varies = Link(site.say("depends on the way of applying"), url="#part-cach-thuc")
    some_fee = any(way.fee for way in record.ways or ())
    some_time = any(way.term or way.days is not None for way in record.ways or ())
    rows = (
        (site.say("Who may apply"), labels),
        (site.say("What to bring"), [bring] if bring else []),
        (site.say("How to apply"), [*dict.fromkeys(ways)]),
        (site.say("How long it takes"), [Link(term.text, lang=term.lang)] if term.text else [varies] if some_time else []),
        (site.say("How much it costs"), [Link(fee.text, lang=fee.lang)] if fee.text else [varies] if some_fee else []),
    )
    national = [Link(site.say("see the National Public Service Portal"), url=record.national_url or "")]
    return [_asked(label, values, national if record.national_url else []) for label, values in rows]


def _asked(label: str, values: list[Link], otherwise: list[Link]) -> Attribute:
    shown = tuple(values or otherwise)
    return Attribute(label, shown, missing=not shown)


def _facts(site: Site, record: Procedure) -> tuple[Attribute, ...]:
    """Code, level, field and tier, and when it was looked at last."""
    field = next(facet for facet in Procedure.facets if facet.field == "field")
    fields = [
        Link(site.label("fields", one), addresses.of_facet(Procedure, field, one, site.language))
        for one in record.field or ()
    ]
    tiers = [Link(site.label("procedure_tiers", one)) for one in record.tiers or ()]
    level = _level(site, record)
    rows = [
        Attribute(site.say("National code"), (Link(record.code),) if record.code else (), missing=not record.code),
        Attribute(site.say("Service level"), (Link(level),) if level else (), missing=not level),
        Attribute(site.say("Field"), tuple(fields), missing=not fields),
        Attribute(site.say("Tier"), tuple(tiers)) if tiers else None,
        Attribute(site.say("Usable by foreigners"), (Link(site.say("Yes")),)) if record.foreigners else None,
        Attribute(site.say("Last checked"), day=record.checked) if record.checked else None,
    ]
    return tuple([row for row in rows if row])


def _basis(site: Site, basis: tuple[Basis, ...], told: ToldProcedure) -> Table | None:
    """The documents that the procedure rests on, with their state where they stand on this site."""
    if not basis:
        return None
    rows = tuple([_document(site, one) for one in basis])
    head = (site.say("Document"), site.say("Title"), site.say("Validity"))
    return Table("basis-table", site.say("Legal basis"), head, rows, stacked=True)


def _document(site: Site, basis: Basis) -> tuple[Cell, ...]:
    found = _found(site, basis.target)
    if found is None:
        return Cell(basis.target, lang=_of(site)), Cell(basis.title or "", lang=_of(site)), Cell(label="–")
    record = found.record
    number = getattr(record, "document_number", None)
    name = number.canonical if number and number.number else basis.target
    title = "" if record.heading == name else record.heading
    lang = found.lang if found.lang != site.language else ""
    return Cell(name, address=found.address), Cell(title, lang=lang), Cell(state=validity(site, found))


def _of(site: Site) -> str:
    return "vi" if site.language == "en" else ""


def _found(site: Site, target: str) -> Item | None:
    """The document of the site that a reference means: its file's name, or its number as written."""
    found = site.model.find("legal_document", target, site.language)
    number = parse(target)
    if found is None and number.number:
        found = site.model.find("legal_document", number.canonical, site.language)
    return found


def _announced(site: Site, record: Procedure, told: ToldProcedure) -> Link | None:
    found = _found(site, record.announced_by or "")
    if found is not None and isinstance(found.record, LegalDocument):
        number = found.record.document_number
        named = f"{number.canonical} – {found.record.heading}" if number.number else ""
        link = site.link(found, named)
        return link and link._replace(lang="" if found.lang == site.language else found.lang)
    return Link(record.announced_in, lang=told.lang("announced_in")) if record.announced_in else None


def _feedback(site: Site, record: Procedure) -> Feedback | None:
    """Mail and telephone of the office, else of the unit that wrote the page, else of the agency (A0.21)."""
    for reference in (record.office, record.unit, site.settings.agency):
        item = site.model.find("unit", reference, site.language)
        unit = item.record if item else None
        if isinstance(unit, Unit) and (unit.email or unit.phone):
            link = site.link(item)
            assert link is not None
            return Feedback(link, unit.email or "", unit.phone or "")
    return None

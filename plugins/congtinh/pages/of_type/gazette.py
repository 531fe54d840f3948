"""The page of a gazette issue: its number and day, and the documents printed in it."""

from __future__ import annotations

from typing import ClassVar

from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.contexts import ItemPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.site import Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.gazette import Gazette, PrintedDocument
from congtinh.records.legal_document import LegalDocument


class GazettePage(ItemPage):
    template: ClassVar[str] = "gazette.html"

    documents: Table


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Gazette)
    fields = item_fields(site, item) | {"attributes": own_attributes(site, item, ("documents",))}
    head: tuple[str, ...] = (site.say("Document"), site.say("Abstract"), site.say("On page"))
    rows: tuple[tuple[Cell, ...], ...] = tuple([_row(site, one) for one in record.documents or ()])
    if not any(one.page for one in record.documents or ()):
        head, rows = head[:2], tuple([row[:2] for row in rows])
    caption = site.say("Documents in this issue")
    return GazettePage(**fields, documents=Table("printed", caption, head, rows, stacked=True))


def _row(site: Site, printed: PrintedDocument) -> tuple[Cell, ...]:
    """A document of this site by its number, with a link; any other as it is written."""
    english = site.language == "en" and printed.abstract_en
    abstract = Cell((printed.abstract_en if english else printed.abstract) or "")
    if not english and site.language == "en":
        abstract = abstract._replace(lang=written_in(abstract.text))
    found = site.model.find("legal_document", printed.document, site.language)
    name = Cell(printed.document, lang=written_in(printed.document) if site.language == "en" else "")
    if found and isinstance(found.record, LegalDocument):
        number = found.record.document_number.canonical or found.record.heading
        name = Cell(number, address=found.address)
    return name, abstract, Cell(number=printed.page)

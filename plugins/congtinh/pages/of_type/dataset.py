"""The page of a data set: what its columns mean, under which licence it is, how fresh."""

from __future__ import annotations

from typing import ClassVar

from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Attribute, Link, Validity
from congtinh.pages.site import N_, Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.dataset import Column, Dataset

_HEAD = (N_("Data set"), N_("Licence"), N_("Formats"), N_("Refreshed"), N_("Freshness"))


class DatasetPage(ItemPage):
    """``source`` beside the files is where another portal keeps the data."""

    template: ClassVar[str] = "dataset.html"

    state: Validity | None
    columns: Table


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Dataset)
    fields = item_fields(site, item) | {"attributes": _facts(site, item, record)}
    head = tuple(map(site.say, (N_("Column"), N_("Meaning"), N_("Values"))))
    rows = tuple([_row(site, one) for one in record.columns or ()])
    return DatasetPage(
        **fields,
        state=life_state(site, item),
        columns=Table("columns", site.say("What the columns mean"), head, rows, stacked=True),
    )


def _row(site: Site, column: Column) -> tuple[Cell, ...]:
    english = site.language == "en"
    label = (column.label_en if english else "") or column.label or ""
    lang = "vi" if english and not column.label_en else ""
    name = Cell(column.name, lang=written_in(column.name))
    return name, Cell(label, lang=lang), Cell(column.values or "", lang="vi" if english else "")


def _facts(site: Site, item: Item, record: Dataset) -> tuple[Attribute, ...]:
    """The fields, the licence with a link to its words, the day until which the next refresh is promised."""
    rows = []
    for row in own_attributes(site, item, ("columns",)):
        rows.append(row._replace(values=(_licence(site, record),)) if row.key == "licence" else row)
        if row.key == "frequency" and record.due:
            rows.append(Attribute(site.say("Next refresh due"), day=record.due, key="due"))
    return tuple(rows)


def _licence(site: Site, record: Dataset) -> Link:
    term = site.model.vocabularies["licences"].get(record.licence or "")
    return Link(site.label("licences", record.licence), url=term.text("url") if term else "")


def dataset_rows(site: Site) -> Table:
    """All data sets as the page of the open data lists them."""
    items = site.model.either("dataset", site.language)[::-1]
    rows = [_listed(site, item, item.record) for item in items if isinstance(item.record, Dataset)]
    head = tuple(map(site.say, _HEAD))
    return Table("datasets", site.say("Data sets of the department"), head, tuple(rows), stacked=True)


def _listed(site: Site, item: Item, record: Dataset) -> tuple[Cell, ...]:
    files = [site.model.attachments.get(item.files.get(file, "")) for file in record.file or ()]
    forms = [file.extension.upper() for file in files if file]
    forms += [site.label("data_formats", code) for code in record.formats or ()]
    return (
        Cell(record.heading, address=item.address, lang=item.lang if item.lang != site.language else ""),
        Cell(site.label("licences", record.licence)),
        Cell(", ".join(dict.fromkeys(forms))),
        Cell(day=record.refreshed),
        Cell(state=life_state(site, item)),
    )

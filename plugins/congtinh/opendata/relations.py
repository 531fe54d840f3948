"""Relations between documents as open data: each edge once, told by the document that says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from congtinh.languages import Bilingual
from congtinh.model import Item, SiteModel
from congtinh.opendata.tables import (
    DAY,
    DRAFT,
    TEXT,
    TEXTS,
    Column,
    Row,
    column,
    csv_text,
    lines,
    object_of,
)
from congtinh.records.fields import facts_of
from congtinh.records.legal_document import LegalDocument, Relation
from congtinh.relations.clauses import named_parts
from congtinh.relations.edges import Edge
from congtinh.validity.states import begins
from congtinh.vocabulary.registry import Vocabularies

NAME = "relations"
ADDRESSES = (f"open-data/{NAME}.json", f"open-data/{NAME}.csv")
SCHEMA_ADDRESS = f"open-data/{NAME}.schema.json"
TITLE = Bilingual("Quan hệ văn bản", "Relations of documents")


def _written(name: str, schema: Any, *, mandatory: bool = False) -> Column:
    """A column that editors write: labels and rule are those of the field."""
    extra = Relation.model_fields[name].json_schema_extra
    facts = facts_of(name, extra if isinstance(extra, dict) else {})
    return column(
        name, facts.vi, facts.en, schema, rule=(facts.rule_vi, facts.rule_en), mandatory=mandatory
    )


_ADDRESS_RULE = ("Không có khi văn bản ở ngoài trang.", "None where the document is elsewhere.")
_ANCHOR_RULE = (
    "Các phần được nêu, viết như neo trên trang: dieu-5-khoan-2.",
    "The parts that are named, written as anchors of pages: dieu-5-khoan-2.",
)
_FROM = _written("from_date", DAY)
CLAUSES_AND_DAYS = (
    _written("external", {"type": "boolean"}, mandatory=True),
    _written("clause_from", TEXT),
    column(
        "clause_from_anchors", "Neo điều khoản của văn bản này", "Anchors of the clause of this document",
        TEXTS, rule=_ANCHOR_RULE,
    ),
    _written("clause_to", TEXT),
    column(
        "clause_to_anchors", "Neo điều khoản của văn bản kia", "Anchors of the clause of the other",
        TEXTS, rule=_ANCHOR_RULE,
    ),
    _FROM,
    _written("to_date", DAY),
)  # fmt: skip
"""What is told of an edge beside its kind and its two ends."""

COLUMNS = (
    column("source_id", "Định danh văn bản này", "Id of this document", TEXT, mandatory=True),
    column("source_number", "Số, ký hiệu văn bản này", "Number of this document", TEXT),
    column("source_url", "Địa chỉ văn bản này", "Address of this document", TEXT, mandatory=True),
    _written("kind", TEXT, mandatory=True),
    column("kind_vi", "Loại quan hệ, tiếng Việt", "Kind in Vietnamese", TEXT, mandatory=True),
    column("kind_en", "Loại quan hệ, tiếng Anh", "Kind in English", TEXT, mandatory=True),
    column("target_id", "Định danh văn bản kia", "Id of the other", TEXT, rule=_ADDRESS_RULE),
    column("target_number", "Số, ký hiệu văn bản kia", "Number of the other", TEXT),
    column("target_url", "Địa chỉ văn bản kia", "Address of the other", TEXT, rule=_ADDRESS_RULE),
    *CLAUSES_AND_DAYS,
)  # fmt: skip
"""The columns of ``relations.csv``, in order; who confirmed a relation stays with the department."""


def count(model: SiteModel) -> int:
    """How many edges there are."""
    return sum(len(model.relations_of(item)) for item in model.either("legal_document", "vi"))


def relation_rows(model: SiteModel, site_url: str) -> Iterator[Row]:
    """A row for each edge, by source, then target and kind."""
    known = Ends(model, "vi", site_url)
    for item in sorted(model.either("legal_document", "vi"), key=lambda item: item.id):
        edges = sorted(model.relations_of(item), key=_place)
        if edges:
            source = known.of(item.id, "source")
            for edge in edges:
                yield _row(model.vocabularies, item, source, edge, known)


def relations_print(model: SiteModel) -> Iterator[bytes]:
    """What changes whenever a row does: the cards of sources, and how their targets are named."""
    known = Ends(model, "vi", "")
    for item in model.either("legal_document", "vi"):
        if edges := model.relations_of(item):
            yield item.card
            yield from (known.print_of(edge.target) for edge in edges)


def relations_files(model: SiteModel, site_url: str) -> list[str]:
    """The texts of ``ADDRESSES``; in JSON, too, each row is a line."""
    rows = list(relation_rows(model, site_url))
    return [lines(NAME, rows), csv_text(rows, [one.name for one in COLUMNS])]


def relations_schema() -> dict[str, Any]:
    """The JSON Schema of ``relations.json``."""
    return {
        "$schema": DRAFT,
        "$id": f"{NAME}.schema.json",
        "title": f"{TITLE.vi} / {TITLE.en}",
        "type": "object",
        "properties": {
            "type": {"const": NAME},
            "items": {"type": "array", "items": object_of(COLUMNS)},
        },
        "required": ["type", "items"],
    }


def clauses_and_days(edge: Edge, source: LegalDocument) -> Row:
    """The values of ``CLAUSES_AND_DAYS``; a relation without a day holds from that of its document."""
    begin = edge.from_date or begins(source)
    return without_empty(
        {
            "external": edge.external,
            "clause_from": edge.clause_from,
            "clause_from_anchors": list(named_parts(edge.clause_from)),
            "clause_to": edge.clause_to,
            "clause_to_anchors": list(named_parts(edge.clause_to)),
            "from_date": begin.isoformat() if begin else "",
            "to_date": edge.to_date.isoformat() if edge.to_date else "",
        }
    )


class Ends:
    """How the documents at the ends of edges are named: id, number and address, each found once."""

    def __init__(self, model: SiteModel, language: str, site_url: str) -> None:
        self._model, self._language, self._site_url = model, language, site_url
        self._found: dict[tuple[str, str], Row] = {}
        self._prints: dict[str, bytes] = {}

    def of(self, written: str, prefix: str) -> Row:
        """``id``, ``number`` and ``url`` after ``prefix`` and ``_``; of what is elsewhere the number alone."""
        found = self._found.get((written, prefix))
        if found is None:
            found = self._found[written, prefix] = self._named(
                written, f"{prefix}_" if prefix else ""
            )
        return found

    def print_of(self, written: str) -> bytes:
        """What changes whenever the document is named otherwise."""
        found = self._prints.get(written)
        if found is None:
            found = self._prints[written] = repr(self.of(written, "")).encode()
        return found

    def _named(self, written: str, before: str) -> Row:
        item = self._model.find("legal_document", written, self._language)
        if item is None:
            return {f"{before}number": written}
        number, url = number_of(item), f"{self._site_url}/{item.address}"
        told = {f"{before}id": item.id, f"{before}number": number, f"{before}url": url}
        return without_empty(told)


def number_of(item: Item) -> str:
    """The number of a document in canonical form; empty where it has none yet."""
    assert isinstance(item.record, LegalDocument)
    number = item.record.document_number
    return number.canonical if number.number else ""


def without_empty(row: Row) -> dict[str, Any]:
    """The row without what it does not tell."""
    return {name: value for name, value in row.items() if value not in ("", [], None)}


def _row(vocabularies: Vocabularies, item: Item, source: Row, edge: Edge, known: Ends) -> Row:
    assert isinstance(item.record, LegalDocument)
    label = _label(vocabularies, edge.kind)
    return {
        **source,
        "kind": edge.kind,
        "kind_vi": label.vi,
        "kind_en": label.en,
        **known.of(edge.target, "target"),
        **clauses_and_days(edge, item.record),
    }


def _label(vocabularies: Vocabularies, kind: str) -> Bilingual:
    term = vocabularies["relations"].get(kind)
    return term.label if term else Bilingual(kind, kind)


def _place(edge: Edge) -> tuple[object, ...]:
    return (edge.target, edge.kind, edge.clause_to, edge.clause_from, str(edge.from_date or ""))

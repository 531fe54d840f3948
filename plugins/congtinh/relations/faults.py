"""What is wrong with the relations of documents (R8): dangling, circular, out of order, contradictory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from congtinh.errors import N_, Severity
from congtinh.numbering import parse
from congtinh.records.faults import Fault
from congtinh.records.legal_document import LegalDocument, Relation
from congtinh.relations.edges import Edge, by_source, edges_of
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term

Told = tuple[str, Fault]
"""A fault with the id of the document in which it is to be mended."""


class RelationFaults:
    """``documents`` by id; ``meant`` gives the id that a target as written means."""

    def __init__(
        self,
        documents: Mapping[str, LegalDocument],
        meant: Callable[[str], str | None],
        vocabularies: Vocabularies,
    ) -> None:
        self._documents, self._meant = documents, meant
        self._kinds = vocabularies["relations"]
        self._classes = vocabularies["document_classes"]
        self._edges = edges_of(documents, meant)
        self._bearers: dict[str, list[str]] = {}
        for identity, record in sorted(documents.items()):
            number = record.document_number
            if number.number:
                self._bearers.setdefault(number.canonical, []).append(identity)

    def found(self) -> Iterator[Told]:
        """Every fault, in the order of the documents' ids."""
        for identity, record in sorted(self._documents.items()):
            for place, relation in enumerate(record.relations or (), 1):
                if relation.kind and relation.target:  # else R1 tells what is missing
                    for fault in self._of_relation(identity, record, relation, place):
                        yield identity, fault
            for fault in self._twice(record):
                yield identity, fault
        for edges in by_source(self._edges).values():
            yield from self._contradictions(edges)
        yield from self._mutual()
        yield from self._circles()

    def _of_relation(
        self, identity: str, record: LegalDocument, relation: Relation, place: int
    ) -> Iterator[Fault]:
        field = f"relations[{place}].target"
        target = self._meant(relation.target)
        if target == identity:
            yield Fault(
                field,
                N_("is this document itself"),
                N_("Name another document, or leave the relation out"),
                record.completeness,
                "R8",
                relation.target,
            )
        elif target is None:
            yield from self._external(record, relation, field)
        else:
            yield from self._between(record, self._documents[target], relation, place)
            if relation.external:
                yield Fault(
                    field,
                    N_("is a document of this site"),
                    N_("Leave external out"),
                    Severity.WARNING,
                    "R8",
                    relation.target,
                )
        yield from self._days(record, relation, place)
        yield from self._clauses(relation, place)

    def _external(self, record: LegalDocument, relation: Relation, field: str) -> Iterator[Fault]:
        number = parse(relation.target)
        bearers = self._bearers.get(number.canonical, ())
        if len(bearers) > 1:
            yield Fault(
                field,
                N_("is the number of several documents: {documents}"),
                N_("Write the id of the one that is meant"),
                record.completeness,
                "R8",
                relation.target,
                {"documents": ", ".join(bearers)},
            )
            return
        if relation.external and number.number:
            return
        message = (
            N_("is not the number of a document")
            if relation.external
            else N_("is not a document of this site")
        )
        remedy = (
            N_("Write its number and symbol, such as 43/2011/NĐ-CP")
            if relation.external
            else N_("Write the id or number of a document here, or add external: true")
        )
        yield Fault(field, message, remedy, record.completeness, "R8", relation.target)

    def _between(
        self, source: LegalDocument, target: LegalDocument, relation: Relation, place: int
    ) -> Iterator[Fault]:
        term = self._kinds.get(relation.kind)
        if term is None:
            return
        field, number = f"relations[{place}].target", relation.target
        if (
            term.flag("younger_source")
            and source.issued
            and target.issued
            and source.issued < target.issued
        ):
            yield Fault(
                field,
                N_("was issued on {day}, after this document, which cannot do that to it"),
                N_("Check both days of issue, or write the relation in the other document"),
                source.completeness,
                "R8",
                number,
                {"day": _day(target.issued)},
            )
        yield from self._kind_of_document(source, target, term, place)
        if target.doc_class == "du-thao":
            yield Fault(
                field,
                N_("is a draft, which has no effect yet"),
                N_("Name the document that was issued"),
                Severity.WARNING,
                "R8",
                number,
            )

    def _kind_of_document(
        self, source: LegalDocument, target: LegalDocument, term: Term, place: int
    ) -> Iterator[Fault]:
        """Only some documents can do some things (Luật số 64/2025/QH15, Điều 8 khoản 2)."""
        field = f"relations[{place}].kind"
        wanted = term.texts("source_classes")
        if wanted and source.doc_class not in wanted:
            yield Fault(
                field,
                N_("is done only by a document of the class “{classes}”"),
                N_("Correct kind or doc_class"),
                source.completeness,
                "R8",
                term.code,
                {"classes": known.label if (known := self._classes.get(wanted[0])) else wanted[0]},
            )
        if (
            term.flag("keeps_class")
            and target.doc_class == "vbqppl"
            and source.doc_class not in ("vbqppl", "du-thao")
        ):
            yield Fault(
                field,
                N_("can be done to a legal normative document only by another one"),
                N_("Correct kind, or the doc_class of one of the two"),
                source.completeness,
                "R8",
                term.code,
            )

    def _days(self, record: LegalDocument, relation: Relation, place: int) -> Iterator[Fault]:
        begin, end = relation.from_date, relation.to_date
        if begin and record.issued and begin < record.issued:
            yield Fault(
                f"relations[{place}].from_date",
                N_("is before the date of issue"),
                N_("Check both days"),
                Severity.WARNING,
                "R5",
                begin.isoformat(),
            )
        if end and end < (begin or record.effective or record.issued or end):
            yield Fault(
                f"relations[{place}].to_date",
                N_("is before the day on which the relation begins"),
                N_("Check both days"),
                record.completeness,
                "R5",
                end.isoformat(),
            )

    def _clauses(self, relation: Relation, place: int) -> Iterator[Fault]:
        term = self._kinds.get(relation.kind)
        if term and term.flag("names_parts") and not relation.clause_to:
            yield Fault(
                f"relations[{place}].clause_to",
                N_("is missing: “{kind}” means parts of the other document"),
                N_("Write the parts, such as khoản 2 Điều 5; Điều 7"),
                Severity.WARNING,
                "R8",
                None,
                {"kind": term.label},
            )

    def _twice(self, record: LegalDocument) -> Iterator[Fault]:
        said: set[tuple[str, str, str | None]] = set()
        for place, relation in enumerate(record.relations or (), 1):
            if not relation.target:
                continue
            told = (
                relation.kind,
                self._meant(relation.target) or relation.target,
                relation.clause_to,
            )
            if told in said:
                yield Fault(
                    f"relations[{place}].target",
                    N_("is named twice in one way"),
                    N_("Leave one of the two out"),
                    Severity.WARNING,
                    "R8",
                    relation.target,
                )
            said.add(told)

    def _contradictions(self, edges: tuple[Edge, ...]) -> Iterator[Told]:
        """Two things that one document cannot do to the same other one."""
        for one, two in combinations(edges, 2):
            if one.target != two.target or (one.clause_to and two.clause_to):
                continue
            if two.kind in self._against(one.kind) or one.kind in self._against(two.kind):
                yield self._told(
                    two,
                    N_("contradicts “{kind}”, which this document says of {other} too"),
                    N_("Keep the one that the document really says"),
                    {"kind": self._label(one.kind), "other": one.target},
                )

    def _against(self, kind: str) -> tuple[str, ...]:
        term = self._kinds.get(kind)
        return term.texts("contradicts") if term else ()

    def _label(self, kind: str) -> object:
        term = self._kinds.get(kind)
        return term.label if term else kind

    def _mutual(self) -> Iterator[Told]:
        """Two documents that say the same of each other: one of them is the wrong way round."""
        said = {(edge.source, edge.target, edge.kind) for edge in self._edges}
        for edge in self._edges:
            term = self._kinds.get(edge.kind)
            if term is None or term.flag("both_ways") or edge.kind == "thay-the":
                continue
            if edge.source < edge.target and (edge.target, edge.source, edge.kind) in said:
                yield self._told(
                    edge,
                    N_("is said by {other} of this document too"),
                    N_("Keep it in one of the two; the inverse is derived"),
                    {"other": edge.target},
                )

    def _circles(self) -> Iterator[Told]:
        """Documents that replace each other in a circle; told of the first of each by its id."""
        replaces: dict[str, list[Edge]] = {}
        for edge in self._edges:
            if edge.kind == "thay-the" and not edge.external and not edge.clause_to:
                replaces.setdefault(edge.source, []).append(edge)
        for circle in _circles(replaces):
            way = " → ".join([*(edge.source for edge in circle), circle[0].source])
            yield self._told(
                circle[0],
                N_("closes a circle of replacement: {way}"),
                N_("Keep each replacement only in the younger document"),
                {"way": way},
            )

    def _told(
        self,
        edge: Edge,
        message: str,
        remedy: str,
        params: dict[str, object],
    ) -> Told:
        level = self._documents[edge.source].completeness
        field = f"relations[{edge.place}].kind"
        return edge.source, Fault(field, message, remedy, level, "R8", edge.kind, params)


def _circles(replaces: Mapping[str, list[Edge]]) -> Iterator[list[Edge]]:
    """Each circle once, from its least id on."""
    told: set[frozenset[str]] = set()
    for start in sorted(replaces):
        way = _way_back(start, replaces)
        members = frozenset(edge.source for edge in way)
        if way and members not in told:
            told.add(members)
            yield way


def _way_back(start: str, replaces: Mapping[str, list[Edge]]) -> list[Edge]:
    """The shortest way from a document to itself; empty where there is none."""
    waiting: list[list[Edge]] = [[edge] for edge in replaces[start]]
    seen: set[str] = set()
    for way in waiting:
        at = way[-1].target
        if at == start:
            return way
        if at not in seen:
            seen.add(at)
            waiting += [[*way, edge] for edge in replaces.get(at, ())]
    return []


def _day(day: object) -> str:
    return f"{day:%d/%m/%Y}"

"""What is wrong between documents: relations, states typed by hand, effects that come too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from congtinh.errors import Problem
from congtinh.model import Item, meaning_of, references
from congtinh.records.faults import Fault
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.faults import RelationFaults
from congtinh.validity.faults import late_effects, override_faults
from congtinh.validity.register import Register
from congtinh.vocabulary.registry import Vocabularies


def relation_problems(
    items: Iterable[Item], vocabularies: Vocabularies, today: dt.date
) -> Iterator[Problem]:
    """The problems of all documents, those included that visitors do not see yet."""
    documents: dict[str, Item] = {}
    for item in items:
        if item.type == "legal_document" and (item.id not in documents or item.lang == "vi"):
            documents[item.id] = item
    records = {
        identity: item.record
        for identity, item in documents.items()
        if isinstance(item.record, LegalDocument)
    }
    meant = meaning_of(references(documents.values()))
    register = Register(records, meant, vocabularies)
    told = (
        *RelationFaults(records, meant, vocabularies).found(),
        *override_faults(register, vocabularies, today),
        *late_effects(register, vocabularies),
    )
    for identity, fault in told:
        yield problem_of(fault, documents[identity].path)


def problem_of(fault: Fault, path: str) -> Problem:
    """A fault of a record as a problem of its file."""
    return Problem(
        path,
        fault.message,
        fault.remedy,
        fault.field,
        fault.value,
        severity=fault.severity,
        rule=fault.rule,
        params=fault.params,
    )

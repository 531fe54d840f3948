"""Which of the facts that the law wants of a type a record lacks."""

from __future__ import annotations

from congtinh.records.base import Record
from congtinh.records.fields import FieldFacts

ABSENT: tuple[object, ...] = (None, "", ())


def missing_facts(record: Record) -> tuple[FieldFacts, ...]:
    """The mandatory fields that the module of the type itself writes down, and that say nothing."""
    facts = type(record).facts()
    own = (facts[name] for name in type(record).__annotations__ if name in facts)
    return tuple([fact for fact in own if fact.mandatory and getattr(record, fact.name) in ABSENT])

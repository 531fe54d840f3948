"""The content types: one word for the folder, the module, the template and the data."""

from __future__ import annotations

import re
from pathlib import Path

from congtinh.model import SiteModel
from congtinh.records.base import Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.slug import slugify
from congtinh.vocabulary.registry import Vocabularies

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "templates"


def test_the_types_of_the_main_job_are_found() -> None:
    """Each module of ``records`` that defines a record is a content type by its own name."""
    wanted = {"about", "campaign", "contact", "legal_document", "link", "news", "notice", "unit"}
    assert wanted <= RECORD_TYPES.keys()
    assert all(issubclass(one, Record) for one in RECORD_TYPES.values())


def test_words_in_addresses_are_slugs_and_never_shared() -> None:
    """Two types with one word in their path would give one page two addresses."""
    for place in (0, 1):
        words = [one.path[place] for one in RECORD_TYPES.values()]
        assert len(set(words)) == len(words)
        assert all(slugify(word) == word for word in words)


def test_each_field_has_its_labels_and_a_vocabulary_that_exists() -> None:
    """Forms, guide and open data show both labels; codes come from a vocabulary of the package."""
    vocabularies, _ = Vocabularies.load()
    for name, record_type in RECORD_TYPES.items():
        for field, fact in record_type.facts().items():
            assert fact.vi and fact.en, f"{name}.{field}"
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", field), f"{name}.{field}"
            assert not fact.vocabulary or fact.vocabulary in vocabularies, f"{name}.{field}"
            assert not fact.refers or fact.refers in RECORD_TYPES, f"{name}.{field}"
            assert bool(fact.rule_vi) == bool(fact.rule_en), f"{name}.{field}"


def test_each_facet_is_a_field_or_property() -> None:
    """A static list is made of what the record knows, or of what the model tells for the day."""
    for name, record_type in RECORD_TYPES.items():
        for facet in record_type.facets:
            known = hasattr(record_type, facet.field) or facet.field in record_type.model_fields
            assert known or (facet.of_day and hasattr(SiteModel, facet.field)), name


def test_each_type_has_its_list_template() -> None:
    """A type names no template that the theme lacks."""
    for record_type in RECORD_TYPES.values():
        assert not record_type.index_template or (TEMPLATES / record_type.index_template).is_file()

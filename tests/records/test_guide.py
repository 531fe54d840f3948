"""The guides and schemas say what the records say."""

from __future__ import annotations

from pathlib import Path

import pytest

from congtinh.languages import LANGUAGES
from congtinh.records import guide
from congtinh.records.base import Image, Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("name", "language"), guide.GUIDES.items())
def test_a_guide_says_what_the_records_say(name: str, language: str) -> None:
    """Every marked block of a committed guide is what its generator gives."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")

    assert guide.updated(text, language) == text


@pytest.mark.parametrize("name", guide.GUIDES)
def test_a_guide_leaves_no_type_out(name: str) -> None:
    """A guide has the table of the common fields, of each content type and of each group of keys."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    told = {block for kind, block in guide.blocks(text) if kind == "fields"}
    parts = {
        f"{type_name}.{field}"
        for type_name, cls in RECORD_TYPES.items()
        for field in cls.model_fields
        if field not in Record.model_fields and guide.part_of(cls, field)
    }
    shared_parts = {field for field in Record.model_fields if guide.part_of(Record, field)}

    assert told == {"common", *RECORD_TYPES, *parts, *shared_parts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_a_row_for_each_field(language: str) -> None:
    """The common table names every common field once, in the order of the record."""
    lines = guide.field_table(Record, language).splitlines()[2:]

    assert [line.split("`")[1] for line in lines] == list(Record.model_fields)


def test_a_type_lists_only_what_it_declares() -> None:
    """What all types share stands in the common table, and not again in each."""
    table = guide.field_table(RECORD_TYPES["news"], "en")

    assert "`genre`" in table
    assert "`summary`" not in table


def test_rules_and_marks_are_told() -> None:
    """Required, shared and what to write stand in their columns."""
    row = guide.field_table(Image, "en").splitlines()[2]

    assert (
        row == "| `file` | File | yes | yes | The path of a picture, such as /images/name.jpg. |  |"
    )


def test_a_vocabulary_table_has_every_term() -> None:
    """Code, Vietnamese and English of each term, in the order of the vocabulary."""
    package, _ = Vocabularies.load()
    table = guide.vocabulary_table("statuses", package, "vi")

    assert "| `withdrawn` | Đã gỡ | Withdrawn |" in table
    assert len(table.splitlines()) == 2 + len(list(package["statuses"]))


def test_an_unknown_block_is_refused() -> None:
    """A guide that names a type which does not exist cannot be made."""
    with pytest.raises(KeyError):
        guide.updated("<!-- fields:novel -->\n<!-- /fields -->", "en")


def test_updating_twice_changes_nothing() -> None:
    """A block that was written is found again and replaced, not added to."""
    once = guide.updated("<!-- fields:link -->\n<!-- /fields -->", "vi")

    assert guide.updated(once, "vi") == once
    assert once.count("`url`") == 1

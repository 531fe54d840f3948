"""JSON Schema of front matter and open data, from the records alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from congtinh.records import guide
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import (
    front_matter_schema,
    open_data_schema,
    public_fields,
    schema_text,
)
from congtinh.vocabulary.registry import Vocabularies

ROOT = Path(__file__).resolve().parents[2]
NEWS = {
    "title": "Kiểm tra cân tại chợ Minh Châu",
    "summary": "Một trăm hai mươi chiếc cân trong hai ngày.",
    "date": "2026-11-09",
    "genre": "tin",
}


def schema(name: str) -> dict[str, Any]:
    return front_matter_schema(name, Vocabularies.load()[0])


def validator(name: str) -> jsonschema.Draft7Validator:
    made = schema(name)
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


def content_files() -> Iterator[Path]:
    for name in RECORD_TYPES:
        yield from sorted((ROOT / "content" / name).rglob("*.md"))


def test_committed_files_follow_from_the_records() -> None:
    """Schemas, guides and the settings of VS Code are what ``invoke schemas`` writes."""
    for path, text in guide.generated(ROOT).items():
        assert path.read_text(encoding="utf-8") == text, path


def test_no_schema_is_left_over() -> None:
    """A type that went takes its schema with it."""
    stems = {path.name.partition(".")[0] for path in (ROOT / guide.SCHEMAS).iterdir()}

    assert stems == set(RECORD_TYPES)


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_content_of_the_demonstration_is_valid(name: str) -> None:
    """No front matter that the reader takes is underlined in an editor."""
    check = validator(name)
    read = [path for path in content_files() if path.relative_to(ROOT / "content").parts[0] == name]

    assert read
    for path in read:
        front = read_front_matter(path.name, path.read_text(encoding="utf-8"))
        assert isinstance(front, FrontMatter), path
        assert [
            f"{e.json_path}: {e.message[:200]}" for e in check.iter_errors(front.values)
        ] == [], path


@pytest.mark.parametrize(
    "written",
    [
        {"date": "09/11/2026"},
        {"date": "2026-11-09 14:30"},
        {"genre": "Tin"},
        {"topics": "du-lieu"},
        {"topics": ["du-lieu", "chính quyền số"]},
        {"title": 2026},
        {"images": None},
        {"type": "news"},
        {"legacy": {"id": 12, "anything": "else"}},
    ],
)
def test_what_the_reader_takes_is_taken(written: dict[str, Any]) -> None:
    """Both ways of a day, labels for codes, one value for a list, numbers for text."""
    assert list(validator("news").iter_errors(NEWS | written)) == []


@pytest.mark.parametrize(
    "written",
    [
        {"sumary": "a slip of the keys"},
        {"date": "tomorrow"},
        {"featured": "perhaps"},
        {"images": [{"file": "/images/a.jpg", "alternative": "no such key"}]},
    ],
)
def test_what_the_reader_refuses_is_refused(written: dict[str, Any]) -> None:
    """An unknown key, a day that is none, a word for true: the editor sees them while typing."""
    assert list(validator("news").iter_errors(NEWS | written))


def test_an_english_file_need_not_repeat_what_is_shared() -> None:
    """Dates, numbers and status come from the Vietnamese file; the title does not."""
    check = validator("news")

    assert list(check.iter_errors({"title": "Scales inspected", "summary": "In two days."})) == []
    assert list(check.iter_errors({"summary": "In two days."}))


def test_an_imported_item_is_asked_for_nothing() -> None:
    """Completeness of an item with a legacy block is a matter of warnings (design.md, decision 14)."""
    assert list(validator("legal_document").iter_errors({"legacy": {"id": "7"}})) == []


def test_codes_are_offered() -> None:
    """A field with a vocabulary lists its codes, and no key of ours is left in the schema."""
    text = json.dumps(schema("news"), ensure_ascii=False)

    assert '"phong-su-anh"' in text
    assert '"x-' not in text


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_field_that_is_typed_is_offered(name: str) -> None:
    """An editor is offered each field of the type, and none that follows from the file's name."""
    properties = schema(name)["properties"]
    offered = {field for field, form in properties.items() if not form.get("deprecated")}

    assert offered == set(RECORD_TYPES[name].model_fields) - {"type", "lang", "translation_of"}
    assert schema(name)["additionalProperties"] is False


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_what_a_pair_shares_is_not_required(name: str) -> None:
    """An English file inherits shared facts, so that the schema asks them of no file."""
    facts = RECORD_TYPES[name].facts()
    wanted = schema(name).get("anyOf", [{"required": []}])[0]["required"]

    assert all(facts[field].mandatory and not facts[field].shared for field in wanted)


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_references_inside_the_schema_lead_somewhere(name: str) -> None:
    """Each ``$ref`` names a definition of the same file."""
    text = schema_text(schema(name))
    found = json.loads(text)

    for part in text.split('"$ref": "')[1:]:
        assert part.partition('"')[0].removeprefix("#/$defs/") in found["$defs"]


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_open_data_holds_nothing_that_is_for_editors(name: str) -> None:
    """Approvals, migration records and private telephones stay inside."""
    private = {"status", "approved_by", "legacy", "mobile", "review_by"}
    items = open_data_schema(name)["properties"]["items"]["items"]

    assert not private & set(public_fields(RECORD_TYPES[name]))
    assert not private & set(items["properties"])
    assert set(items["required"]) <= set(items["properties"])

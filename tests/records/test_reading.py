"""Front matter to a record: every fault of a file in one run, each at its own place."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from congtinh.errors import Problem, Severity
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.reading import field_keys, inherited, read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

CONTENT = Path(__file__).parents[2] / "content"
TODAY = dt.date(2026, 11, 22)
NEWS = """title: Khai trương điểm hỗ trợ
summary: Điểm hỗ trợ mở cửa.
date: 2026-11-10
by_line: Lê Thử
contributor_kind: staff
category: thong-bao
genre: tin
status: published
"""


def front(text: str, path: str = "news/a.vi.md") -> FrontMatter:
    found = read_front_matter(path, f"---\n{text}---\n")
    assert isinstance(found, FrontMatter), found
    return found


def read(text: str, pair: str | None = None, **derived: Any) -> tuple[Record | None, list[Problem]]:
    vocabularies, _ = Vocabularies.load()
    path = "news/a.en.md" if pair is not None else "news/a.vi.md"
    other = front(pair) if pair is not None else None
    facts = {"id": "news/a", "type": "news", "lang": "en" if other else "vi", **derived}
    return read_record(RECORD_TYPES["news"], front(text, path), facts, vocabularies, TODAY, other)


def test_a_sound_file_has_no_fault() -> None:
    """The fixture of the other tests is itself sound."""
    record, problems = read(NEWS)
    assert problems == []
    assert record is not None
    assert record.visible(TODAY)


def test_codes_may_be_written_as_labels() -> None:
    """An editor may write the word of the vocabulary; the record holds the code."""
    record, problems = read(NEWS.replace("genre: tin", "genre: Tin"))
    assert problems == []
    assert getattr(record, "genre") == "tin"  # noqa: B009


def test_all_faults_are_told_together() -> None:
    """One faulty field does not hide the others."""
    text = NEWS.replace("2026-11-10", "hôm qua").replace("genre: tin", "genre: tinn")
    _, problems = read(text.replace("by_line: Lê Thử\n", "by_lin: Lê Thử\n"))
    assert {(p.field, p.line) for p in problems} == {
        ("date", 4), ("by_lin", 5), ("genre", 8), ("by_line", 1),
    }  # fmt: skip


def test_an_english_file_inherits_shared_facts_and_may_write_its_own() -> None:
    """Facts are written once in the Vietnamese file; what the English one writes goes first."""
    english = "title: Support point opens\nsummary: It is open.\n"
    record, problems = read(english, NEWS)
    assert problems == []
    assert record is not None
    assert record.category == "thong-bao"
    record, _ = read(english + "category: chuyen-doi-so\n", NEWS)
    assert record is not None
    assert record.category == "chuyen-doi-so"


def test_words_are_not_inherited() -> None:
    """A title is no shared fact: an English file without one is at fault itself."""
    _, problems = read("summary: It is open.\n", NEWS)
    assert [(p.path, p.field) for p in problems] == [("news/a.en.md", "title")]


def test_a_fault_of_a_shared_fact_is_told_once() -> None:
    """It is told of the Vietnamese file, where it is to be mended."""
    faulty = NEWS.replace("genre: tin", "genre: tinn")
    english = "title: Support point opens\nsummary: It is open.\n"
    assert read(english, faulty)[1] == []
    assert [p.field for p in read(faulty)[1]] == ["genre"]


def test_imported_items_may_be_incomplete() -> None:
    """A ``legacy`` block lowers errors of completeness to warnings; those of form stay."""
    text = NEWS.replace("by_line: Lê Thử\n", "legacy:\n  id: 7\n").replace("2026-11-10", "hôm qua")
    found = {p.field: p.severity for p in read(text)[1]}
    assert found == {"by_line": Severity.WARNING, "date": Severity.ERROR}


@pytest.mark.parametrize(
    ("written", "field", "remedy"),
    [
        ("images: [a.jpg]\n", "images[1]", "file: …, alt: …, credit: …"),
        ("attachments: [a.pdf]\n", "attachments[1]", "file: …, title: …"),
        ("corrections: [x]\n", "corrections[1]", "date: …, text: …"),
        ("images: a.jpg\n", "images", "line of its own"),
        ("featured: có\n", "featured", "true or false"),
        ("category: [thong-bao]\n", "category", "one word"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_in_words(written: str, field: str, remedy: str) -> None:
    """A plain word where a group of fields belongs is answered with the fields to write."""
    text = NEWS.replace("category: thong-bao\n", "") if "category" in written else NEWS
    _, problems = read(text + written)
    found = [p for p in problems if p.field == field]
    assert len(found) == 1
    assert remedy in found[0].told()


def test_an_entry_that_lacks_what_others_count_on_is_told_and_left_out() -> None:
    """An imported item is built with its gaps: no page ever meets a correction without its text."""
    images = "images:\n- file: /images/a.jpg\n  credit: A\n- alt: Cân\n  credit: A\n"
    corrections = "corrections:\n- date: 2026-11-12\n- text: Số cân là 9 chiếc, không phải 19 chiếc.\n"
    record, problems = read(f"{NEWS}legacy:\n  id: '7'\n{images}{corrections}")
    assert record is not None
    assert [one.file for one in record.images or ()] == ["/images/a.jpg"]
    assert record.corrections == ()
    told = {p.field for p in problems if p.severity is Severity.WARNING}
    assert {"images[1].alt", "images[2].file", "corrections[1].text", "corrections[2].date"} <= told


@pytest.mark.parametrize("name", sorted(RECORD_TYPES))
def test_no_gap_in_an_entry_stops_the_reading(name: str) -> None:
    """Whatever key a group of keys of the demonstration lacks is told, and the item is read."""
    vocabularies, _ = Vocabularies.load()
    for path in sorted((CONTENT / name).rglob("*.vi.md"))[:12]:
        found = read_front_matter(path.name, path.read_text(encoding="utf-8"))
        assert isinstance(found, FrontMatter)
        facts = {"id": f"{name}/a", "type": name, "lang": "vi"}
        for values in _with_gaps(found.values):
            source = dataclasses.replace(found, values=values)
            assert read_record(RECORD_TYPES[name], source, facts, vocabularies, TODAY)[0] is not None


def _with_gaps(values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The values with one key left out of the last entry of each list of groups, or of a group."""
    for name, value in values.items():
        group = value[-1] if isinstance(value, list) and value else value
        if isinstance(group, dict):
            for key in group:
                less = {k: v for k, v in group.items() if k != key}
                yield {**values, name: [*value[:-1], less] if isinstance(value, list) else less}


def test_keys_of_a_field_as_it_is_shown() -> None:
    """Entries count from 1 where people read, from 0 where the program does."""
    assert field_keys("images[2].alt") == ("images", 1, "alt")
    assert field_keys("title") == ("title",)


def test_what_an_english_file_takes_over() -> None:
    """Only shared facts; unknown keys are not taken along."""
    taken = inherited(RECORD_TYPES["news"], {"category": "x", "title": "y", "nonsense": "z"})
    assert taken == {"category": "x"}

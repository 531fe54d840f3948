"""Rules between items of recordings, gazette issues, polls and data sets, and their sites in tests/sites/rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Problem, Severity
from congtinh.model import Item
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.gazette import Gazette
from congtinh.records.reading import read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.video import Video
from congtinh.rules import gazettes, media
from congtinh.rules.site_content import SiteContent
from congtinh.text.markup import render
from congtinh.vocabulary.registry import Vocabularies

TODAY = dt.date(2026, 11, 22)
VOCABULARIES, _ = Vocabularies.load()
SITES = Path(__file__).parent / "sites" / "rules"


def item_of(record: Record, name: str, body: str = "", language: str = "vi") -> Item:
    path, text = f"{record.type}/{name}.{language}.md", render(body)
    return Item(path, f"{record.type}/{name}", record.type or "", "en" if language == "en" else "vi", record, text, "",
                order=record.order)  # fmt: skip


def content_of(*items: Item) -> SiteContent:
    return SiteContent(items, VOCABULARIES, TODAY)


def issue(numbers: tuple[int, ...], year: int = 2026, url: bool = False) -> Item:
    record = Gazette.model_construct(
        type="gazette", lang="vi", issue_no=" + ".join(map(str, numbers)), date_issued=dt.date(year, 1, 1 + numbers[0] % 28),
        file=None if url else ("a.pdf",), url="https://x.example" if url else None, date=None, id=f"{year}-{numbers}",
    )  # fmt: skip
    return item_of(record, f"{year}-{numbers[0]}")


@given(st.sets(st.integers(1, 30), min_size=1))
def test_gaps_of_the_gazette_are_told(numbers: set[int]) -> None:
    """Exactly the numbers between the first and the last that no issue has."""
    problems = list(gazettes.problems(content_of(*[issue((n,)) for n in sorted(numbers)])))
    missing = set()
    for problem in problems:
        first, _, last = str(problem.params["missing"]).partition("–")
        missing |= set(range(int(first), int(last or first) + 1))

    assert missing == set(range(min(numbers), max(numbers) + 1)) - numbers
    assert {p.severity for p in problems} <= {Severity.WARNING}


def test_double_issues_years_and_the_gazettes_of_others() -> None:
    """41 + 42 is two numbers; each year begins anew; issues that another body publishes have no gaps here."""
    rows = [issue((40,)), issue((41, 42)), issue((43,)), issue((1,), 2025)]
    rows += [issue((9,), 2024, url=True), issue((20,), 2024, url=True)]
    assert list(gazettes.problems(content_of(*rows))) == []


def test_a_number_belongs_to_one_issue() -> None:
    """Two issues of one number in a year are an error, told of the second."""
    again = item_of(issue((42,)).record, "again")
    (problem,) = gazettes.problems(content_of(issue((41, 42)), again))
    assert problem.is_error and problem.value == "42"


@pytest.mark.parametrize(
    ("body", "language", "told"),
    [("Lời nói.", "vi", None), ("", "vi", Severity.ERROR), ("", "en", Severity.WARNING), ("Words.", "en", None)],
)
def test_a_recording_without_transcript(body: str, language: str, told: Severity | None) -> None:
    """TT 32/2017, Điều 18: the words are owed; a translation may wait for them."""
    pair = "video/a" if language == "en" else None
    facts = {"type": "video", "lang": language, "status": "published", "legacy": None, "date": None}
    record = Video.model_construct(**facts, translation_of=pair)
    found = list(media.problems(content_of(item_of(record, "a", body, language))))
    assert [p.severity for p in found] == ([told] if told else [])


@dataclass
class Laid:
    """The items of one site of ``tests/sites/rules``, with what their records are told."""

    items: list[Item]
    problems: list[Problem]


def laid(rule: str, which: str) -> Laid:
    folder = SITES / rule / which / "content"
    found = Laid([], [])
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).parts[0]
        front = read_front_matter(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        assert isinstance(front, FrontMatter)
        facts = {"id": path.stem, "type": name, "lang": "vi"}
        record, problems = read_record(RECORD_TYPES[name], front, facts, VOCABULARIES, TODAY, None)
        assert record is not None
        found.items.append(item_of(record, path.stem, "Lời."))
        found.problems += problems
    return found

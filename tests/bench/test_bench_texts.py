"""Real text in place of made text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from congtinh.bench.scenarios import write_sites
from congtinh.bench.texts import items_of, read_texts
from congtinh.errors import ContentError
from tests.sites.copies import SiteCopy

ROWS = (
    {"title": "Tin thứ nhất của Sở.", "text": "Đoạn một, có 5 < 6 và {{ngoặc}}.\nĐoạn hai."},
    {
        "heading": "Second item",
        "body": "Words with a [link](https://x.example/) *here*.",
        "lang": "en",
    },
    {"title": "Điều 2", "content": "1. Khoản một.\na) Điểm a;"},
)


def written(path: Path, *rows: object) -> Path:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())
    return path


def test_rows_become_items_of_their_language(tmp_path: Path) -> None:
    """Titles and texts are found by common names; rows begin anew with a counter."""
    texts = read_texts(written(tmp_path / "rows.jsonl.gz", *ROWS))
    made = list(items_of(texts, 7, "news"))

    assert {language: len(rows) for language, rows in texts.items()} == {"vi": 2, "en": 1}
    assert [i.language for i in made] == ["vi", "en", "vi", "en", "vi", "en", "vi"]
    assert [i.words["title"] for i in made[:4:3]] == ["Tin thứ nhất của Sở", "Second item (2)"]
    assert len({i.path for i in made}) == 7


def test_one_language_alone_makes_items_of_that_language(tmp_path: Path) -> None:
    """Each item then bears its facts itself."""
    made = list(items_of(read_texts(written(tmp_path / "en.jsonl", ROWS[1])), 2, "news"))

    assert {i.language for i in made} == {"en"}
    assert all("date" in i.values for i in made)


@pytest.mark.parametrize("kind", ["news", "legal_document"])
def test_a_site_of_real_text_builds(tmp_path: Path, kind: str) -> None:
    """Signs of Markdown, HTML and Hugo in the text do no harm."""
    texts = read_texts(written(tmp_path / "rows.jsonl", *ROWS))
    sites = write_sites(tmp_path / "both", items_of(texts, 6, kind), rivals=True)
    report = SiteCopy(sites.ours.root).build(THEME=str(sites.ours.theme))

    assert [p.told() for p in report.errors] == []
    assert not any("{{" in path.read_text("utf-8") for path in sites.hugo.root.rglob("*.md"))


def test_rows_without_a_title_or_text_are_told(tmp_path: Path) -> None:
    """The fault names the line, the names that were looked for and those that are there."""
    source = written(tmp_path / "rows.jsonl", ROWS[0], {"query": "Hỏi", "answer": "Đáp"})
    with pytest.raises(ContentError) as failure:
        read_texts(source)
    (problem,) = failure.value.problems

    assert (problem.path, problem.line) == ("rows.jsonl", 2)
    assert "title" in problem.told()
    assert "query, answer" in problem.told()


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """A file without rows cannot fill a site."""
    with pytest.raises(ContentError):
        read_texts(written(tmp_path / "rows.jsonl"))

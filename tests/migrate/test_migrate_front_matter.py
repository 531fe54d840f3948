"""Content files that the importer writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.migrate.front_matter import content_file
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.legal_document import LegalDocument
from congtinh.records.news import News

_SIGNS = st.characters(
    blacklist_categories=("Cs", "Cc", "Cn", "Co"), blacklist_characters="\ufeff\u2028\u2029"
)
_TEXTS = st.text(_SIGNS, min_size=1, max_size=60)
_AWKWARD = st.sampled_from(
    [
        "yes",
        "no",
        "null",
        "~",
        "true",
        "007",
        "360",
        "-1",
        "1.5",
        "1e3",
        "0x1F",
        "12:30:45",
        "2026-11-09",
        "1_000",
        "<<",
        "=",
        "a: b",
        "a #b",
        "- x",
        "? x",
        "*x",
        "&x",
        "!x",
        "%x",
        "@x",
        "`x`",
        "---",
        "...",
        "[x]",
        "{x}",
        "“Đề án”: ‘số’",
        "'tin'",
        '"tin"',
        "C:\\tệp",
        "|",
        ">",
        "😀",
        "dòng một\n\ndòng ba",
        "a\n---\nb",
        " đầu",
        "cuối ",
    ]
)
_VALUES = st.recursive(
    _TEXTS | _AWKWARD | st.booleans() | st.integers(-(10**9), 10**9),
    lambda inner: st.lists(inner, min_size=1, max_size=3),
    max_leaves=4,
)


@given(title=_TEXTS | _AWKWARD, other=_VALUES, body=st.text(_SIGNS | st.just("\n"), max_size=80))
def test_front_matter_reads_back_as_it_was_written(title: str, other: object, body: str) -> None:
    """Whatever the values hold, the reader of content finds the same values and the same body."""
    values = {"title": title, "topics": other, "legacy": {"id": title, "extra": other}}
    front = read_front_matter("news/a.vi.md", content_file(News, values, body))

    assert isinstance(front, FrontMatter)
    assert values == front.values
    assert body.strip("\n").rstrip() == front.body.strip("\n").rstrip()


def test_fields_stand_in_the_order_of_the_record_and_legacy_last() -> None:
    """Two imports of one row differ in no byte, in whatever order the map names the fields."""
    values = {
        "legacy": {"id": "1"},
        "issued": "2026-01-02",
        "symbol": "01/QĐ-UBND",
        "status": "published",
    }
    text = content_file(LegalDocument, values, "")

    assert text == content_file(LegalDocument, dict(reversed(values.items())), "")
    assert [line.partition(":")[0] for line in text.split("\n")[1:5]] == [
        "status",
        "symbol",
        "issued",
        "legacy",
    ]


@pytest.mark.parametrize(
    "text", ["Ủy ban nhân dân tỉnh", "43/2011/NĐ-CP", "2026-11-09", "https://a.vn/b?c=1"]
)
def test_vietnamese_and_days_are_written_plainly(text: str) -> None:
    """A person reads the file: no escapes, and quotes only where YAML needs them."""
    assert f"title: {text}\n" in content_file(News, {"title": text}, "")

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congtinh.records import full_yaml
from congtinh.records.front_matter import FrontMatter
from congtinh.records.plain_yaml import plainly

PIECES = [
    "title: ", "date: 2026-11-09", "summary:", "images:", "legacy:", "topics: ", "[a, b-c]", "[1, ]",
    "- ", "  - ", "  ", "    ", "source: cu", "\n", "\n", "\n", "\n  - ", "\n- ", "\n  ", "file: a.jpg",
    "alt: Ảnh", ": ", ":", " #", "#", "-", "'", '"', "''", "\\", "“tin”", "Tin mới", "12:30", "01", "7",
    "0", "-5", "true", "null", "~", "<<", "&a ", "*a", "!x ", "| ", "> ", "%", "@", "`", "?", "{a: b}",
    "[", "]", ",", "=", "2026", "x" * 20, "\xa0", "\t", "\x85", "---", "...", "1.5", "9" * 19,
]  # fmt: skip
SOURCES = st.lists(st.sampled_from(PIECES), max_size=14).map(lambda pieces: "".join(pieces) + "\n")
KEYS = ["title", "summary", "images", "legacy", "nothing"]


def loaded(source: str) -> object:
    values = yaml.load(source, Loader=full_yaml._Loader) or {}
    return {str(key): value for key, value in values.items()}


@given(SOURCES)
def test_plain_values_are_those_of_yaml(source: str) -> None:
    """What is taken as plain has the values, the types and the order that the YAML loader gives."""
    plain = plainly(source)

    if plain is not None:
        assert repr(plain.values) == repr(loaded(source))


@given(SOURCES)
def test_lines_are_those_of_yaml(source: str) -> None:
    """A field stands on the same line whether YAML was asked or not."""
    plain = plainly(source)
    if plain is None:
        return
    quick = FrontMatter("a.md", plain.values, source, "", 1, plain.lines)
    asked = FrontMatter("a.md", plain.values, source, "", 1)

    for key in KEYS:
        for keys in ((key,), (key, 0), (key, 0, "alt"), (key, "source")):
            assert quick.line_of(*keys) == asked.line_of(*keys)


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("title: Tin mới\n", {"title": "Tin mới"}),
        ('title: "Tin: mới"\nnumber: 7\n', {"title": "Tin: mới", "number": 7}),
        ("number: 01\nfeatured: true\nunit:\n", {"number": "01", "featured": True, "unit": None}),
        ("topics: [a, b]\nfile:\n- x.pdf\n- 'y.pdf'\n", {"topics": ["a", "b"], "file": ["x.pdf", "y.pdf"]}),
        ("legacy:\n  id: 5\n  source: cu\n", {"legacy": {"id": 5, "source": "cu"}}),
        ("images:\n  - file: a.jpg\n    alt: A\n  - file: b.jpg\n    alt: B\n",
         {"images": [{"file": "a.jpg", "alt": "A"}, {"file": "b.jpg", "alt": "B"}]}),
    ],
)  # fmt: skip
def test_common_front_matter_is_plain(source: str, values: dict[str, object]) -> None:
    """Texts, numbers, lists, groups and lists of groups are read without a parser."""
    plain = plainly(source)

    assert plain is not None
    assert plain.values == values == loaded(source)


@pytest.mark.parametrize(
    "source",
    ["a: b: c\n", "a: 'it''s'\n", "a: b\na: c\n", "a: |\n  b\n", "a: b\n  c\n", "a: b # c\n", "a: &x b\n",
     "a: x\ufffdy\n", "a: -5\n", "true: a\n", "a:\n  - b\n - c\n", "- a\n", "a: [b, [c]]\n"],
)  # fmt: skip
def test_anything_else_is_left_to_yaml(source: str) -> None:
    """Faults and everything unusual are for the YAML loader to judge."""
    assert plainly(source) is None

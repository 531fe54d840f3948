"""Front matter: what is between the lines ``---``, and on which line each field stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Problem
from congtinh.records.front_matter import FrontMatter, read_front_matter


def read(text: str) -> FrontMatter:
    front = read_front_matter("news/a.vi.md", text)
    assert isinstance(front, FrontMatter), front
    return front


def fault(text: str) -> Problem:
    found = read_front_matter("news/a.vi.md", text)
    assert isinstance(found, Problem)
    return found


def test_scalars_stay_as_written() -> None:
    """``01`` is a number of a document, ``09/11/2026`` a day and ``no`` a word: all are text."""
    front = read(
        "---\na: 01\nb: 09/11/2026\nc: 2026-11-09\nd: no\ne: 12\nf: true\ng: 1.5\nh:\n---\n"
    )
    assert front.values == {
        "a": "01", "b": "09/11/2026", "c": "2026-11-09", "d": "no",
        "e": 12, "f": True, "g": "1.5", "h": None,
    }  # fmt: skip


def test_body_and_lines() -> None:
    """Lines count from 1 in the file, for fields, entries of lists and the body."""
    front = read("---\ntitle: A\nimages:\n- file: a.jpg\n  alt: B\n- file: b.jpg\n---\n\nThân.\n")
    assert (front.body, front.body_line) == ("\nThân.\n", 8)
    assert front.line_of("title") == 2
    assert front.line_of("images") == 3
    assert front.line_of("images", 0, "alt") == 5
    assert front.line_of("images", 1, "alt") == 6
    assert front.line_of("images", 7) == 3
    assert front.line_of("nowhere") is None


@pytest.mark.parametrize(
    ("text", "line", "field", "said"),
    [
        ("", None, "", "is empty"),
        ("Chữ\n", 1, "", "no front matter"),
        ("---\na: 1\n", 1, "", "does not end"),
        ("---\na: b: c\n---\n", 2, "a", "holds a colon"),
        ("---\na: 1\nb: @c\n---\n", 3, "b", "a sign that means"),
        ("---\na: 1\na: 2\n---\n", 3, "a", "written twice"),
        ("---\na:\n\t- b\n---\n", 3, "", "with a tab"),
        ("---\n- a\n---\n", 2, "", "not a list of fields"),
        ("---\na: 1\n  b: 2\n---\n", 3, "b", "holds a colon"),
        ("---\na: [b, c\n---\n", 2, "a", "square bracket"),
        ('---\na: "b\nc: d\n---\n', 2, "a", "quotation mark"),
        ("---\na: [Mới] b\n---\n", 2, "a", "begins with a sign"),
        ('---\na: "b" c\n---\n', 2, "a", "begins with a sign"),
        ("---\na: - b\n---\n", 2, "a", "begins with a sign"),
        ("---\na: !b c\n---\n", 2, "a", "begins with a sign"),
        ("---\na: !!timestamp 2026-13-41\n---\n", 2, "a", "begins with a sign"),
        ("---\n? [a, b]\n: c\n---\n", 2, "", "begins with a sign"),
        ("---\na: " + "[" * 200_000 + "\n---\n", 2, "a", "without end"),
        ("---\na: " + "[" * 900 + "]" * 900 + "\n---\n", 2, "", "without end"),
    ],
)
def test_broken_front_matter_is_told(text: str, line: int | None, field: str, said: str) -> None:
    """Each way of breaking it has its line, its field and its own words."""
    problem = fault(text)
    assert (problem.line, problem.field) == (line, field)
    assert said in problem.told()
    assert problem.remedy


KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)


@given(st.dictionaries(KEYS.filter(lambda k: k not in ("null", "true", "false")),
                       st.from_regex(r"[A-Za-zàáđêơư][a-zàáđêơư ]{0,20}[a-z]", fullmatch=True)
                       .filter(lambda v: v not in ("null", "true", "false")), max_size=6),
       st.text(alphabet=st.characters(exclude_characters="\r\x00", exclude_categories=("Cs",)), max_size=60))  # fmt: skip
def test_every_field_has_its_line(values: dict[str, str], body: str) -> None:
    """What is written is read, the body keeps every sign, and each line is that of the field."""
    head = "".join(f"{key}: {value}\n" for key, value in values.items())
    front = read(f"---\n{head}---\n{body}")
    assert front.values == values
    assert front.body == body
    for line, key in enumerate(values, 2):
        assert front.line_of(key) == line


@given(st.text(max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text between the lines gives front matter or a problem with a path."""
    found = read_front_matter("a/b.vi.md", f"---\n{text}\n---\n")
    assert found.path == "a/b.vi.md"


def test_aliases_that_multiply_are_refused() -> None:
    """A few lines that would become millions of values are told at the line where they grow."""
    names = "abcdefghijkl"
    lines = ["a: &a [x]"]
    for before, name in itertools.pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    problem = read_front_matter("news/a.vi.md", "---\n" + "\n".join(lines) + "\n---\n")
    assert isinstance(problem, Problem)
    assert problem.field == "f"


def test_a_number_of_any_length_is_read() -> None:
    """What is too long for a number stays text, and its field tells the fault."""
    front = read_front_matter("news/a.vi.md", f"---\na: {'9' * 5000}\nb: 12\n---\n")
    assert isinstance(front, FrontMatter)
    assert front.values == {"a": "9" * 5000, "b": 12}

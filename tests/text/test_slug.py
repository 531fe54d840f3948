from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.slug import slugify


def test_titles_become_words_of_an_address() -> None:
    """Marks, ampersands and punctuation go; apostrophes do not part a word."""
    assert slugify("Sở Khoa học & Công nghệ: Điện tử!") == "so-khoa-hoc-cong-nghe-dien-tu"
    assert slugify("BGD&ĐT – m² “Nation’s”") == "bgd-dt-m2-nations"
    assert slugify("Straße Łódź Ærø") == "strasse-lodz-aero"


def test_long_titles_are_cut_between_words() -> None:
    """The limit holds, the cut falls between words, one endless word is cut within."""
    assert slugify("một hai ba bốn", limit=10) == "mot-hai-ba"
    assert slugify("một hai ba bốn", limit=9) == "mot-hai"
    assert slugify("x" * 200) == "x" * 80


def test_only_text_without_letters_gives_nothing() -> None:
    """Signs alone give an empty slug; letters of another script give their code points."""
    assert slugify(" …&– ") == ""
    assert slugify("中文") == "u4e2d-u6587"


@given(st.text(max_size=200), st.integers(min_value=8, max_value=100))
def test_slug_is_idempotent_and_safe(text: str, limit: int) -> None:
    """A slug is ASCII, within its limit, and its own slug; letters and digits never vanish."""
    slug = slugify(text, limit)

    assert slugify(slug, limit) == slug
    assert len(slug) <= limit
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1))
def test_slug_of_letters_is_never_empty(text: str) -> None:
    """Whatever the script, text of letters and digits has an address."""
    assert slugify(text)

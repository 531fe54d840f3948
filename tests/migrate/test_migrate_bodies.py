"""Bodies of an older system."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.migrate.bodies import markdown_body, plain_body
from congtinh.text.markup import render

_TRICKY = st.sampled_from(
    [*list("abĐ ư*_`#->+|[]()!<&:~\\{}=1."), "\n", "---", "- ", "<b>", "1. ", "![", "]("]
)


def _converted(text: str, language: str = "en") -> str:
    return markdown_body(text, language, Counter())


@given(st.lists(_TRICKY, max_size=40).map("".join))
def test_plain_text_shows_its_own_words(text: str) -> None:
    """No sign of plain text is taken for Markdown or HTML: no link, picture, heading or emphasis appears."""
    body = render(plain_body(text, legal=False))

    assert (body.links, body.images, body.headings) == ((), (), ())
    assert "<em>" not in body.html and "<strong>" not in body.html and "<code>" not in body.html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# không phải tiêu đề", "# không phải tiêu đề"),
        ("2 * 3 * 4 và a_b_c, _x_", "2 * 3 * 4 và a_b_c, _x_"),
        ("x < y & z &amp; <b>đậm</b>", "x < y & z &amp; <b>đậm</b>"),
        ("7. Điểm thứ bảy", "7. Điểm thứ bảy"),
        ("[1] Ghi chú [a](b)", "[1] Ghi chú [a](b)"),
        ("    thụt vào", "thụt vào"),
    ],
)
def test_signs_of_plain_text_stay(text: str, shown: str) -> None:
    """What Markdown would take for a sign of its own is shown as the person typed it."""
    assert shown == render(plain_body(text, legal=False)).text


def test_each_line_of_plain_text_is_a_paragraph() -> None:
    """Older systems put a paragraph on a line; Markdown would join them."""
    assert (
        plain_body("Một\nHai\n- a\n+ b\n-----\nBa", legal=False)
        == "Một\n\nHai\n\n- a\n- b\n\n---\n\nBa"
    )


def test_the_lines_of_a_law_stay_as_they_are() -> None:
    """The structure of legal text is read from its lines, so nothing comes between them."""
    text = "Điều 1. Phạm vi\n1. Khoản một:\na) Điểm a;\n2. Khoản hai."

    assert text == plain_body(text, legal=True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("![A chart](https://a.org/x.png)", "[Picture: A chart](https://a.org/x.png)"),
        ("![A chart](/img/x.png) below", "A chart below"),
        (
            "See [the list](/list/) and [us](mailto:a@b.gov).",
            "See the list and [us](mailto:a@b.gov).",
        ),
        ("[](https://a.org/x.jpg)Words", "[Picture](https://a.org/x.jpg) Words"),
        ('a {{< youtube "x" >}}b {{% note %}}c{% endif %}', "a b c"),
        ("[the guide][g] ends\n\n[g]: ../guide.html", "the guide ends"),
        ("<iframe src='https://v.org/1'></iframe>", "[Link](https://v.org/1)"),
        (
            '<a href="/x">here</a> <img src="https://a.org/b.png" alt="B">',
            "here [Picture: B](https://a.org/b.png)",
        ),
        (
            "Write `<title>` and <tên> at <https://a.org>",
            "Write `<title>` and &lt;tên> at <https://a.org>",
        ),
        ("<script>alert(1)</script>ok", "ok"),
        ("#hashtag", "\\#hashtag"),
    ],
)
def test_nothing_leads_to_what_is_not_here(text: str, wanted: str) -> None:
    """Pictures elsewhere become links, links within the old site their words, commands go."""
    assert wanted == _converted(text)


def test_code_is_left_alone() -> None:
    """What stands in code is an example, not a link or a command."""
    text = "```\n[a](/b) {{ c }}\n# d\n```\n\n`[a](/b)`"

    assert text == _converted(text)


@given(
    st.lists(
        st.sampled_from(
            ["# a", "## b", "### c", "##### d", "text", "", "e\n---", "f\n====", "---", "###g"]
        ),
        max_size=12,
    )
)
def test_headings_skip_no_level(lines: list[str]) -> None:
    """However the levels were written, each heading is at most one deeper than the one before it."""
    body = render(_converted("\n\n".join(lines)))

    assert [fault for fault in body.faults if fault.kind == "heading_order"] == []


@given(st.text(max_size=200) | st.lists(_TRICKY, max_size=60).map("".join))
def test_a_body_points_nowhere_within_the_old_site(text: str) -> None:
    """Whatever the text, no picture of it and no link to a file or page is left."""
    body = render(_converted(text.replace("\ue000", "").replace("\ue001", "")))

    assert body.images == ()

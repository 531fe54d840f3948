"""Citations marked in the HTML of a body: its words stay, and so does its order of tags."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from congtinh.citations.marking import Cited, marked
from congtinh.text.markup import render

_TAG = re.compile(r'<(/?)([a-z][\w-]*)((?:[^<>"]|"[^"]*")*)>')
_VOID = {"br", "img", "hr", "wbr"}


def without_marks(html: str) -> str:
    return re.sub(r"</?ct(?: [^<>]*)?>", "", html)


def is_well_nested(html: str) -> bool:
    open_tags: list[str] = []
    for closing, name, _ in _TAG.findall(html):
        if name in _VOID:
            continue
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>theo Nghị định số 43/2011/NĐ-CP.</p>",
         '<p>theo <ct n="43/2011/NĐ-CP" d="nghi-dinh">Nghị định số 43/2011/NĐ-CP</ct>.</p>'),
        ("<p>khoản 2 Điều 17, Điều 18 Nghị định số 43/2011/NĐ-CP ngày 13/6/2011</p>",
         '<p><ct n="43/2011/NĐ-CP" p="dieu-17-khoan-2 dieu-18" d="nghi-dinh" i="2011-06-13">khoản 2 Điều 17, '
         "Điều 18 Nghị định số 43/2011/NĐ-CP ngày 13/6/2011</ct></p>"),
        ("<p>Điều 5 Luật này, Luật này</p>", '<p><ct s="" p="dieu-5">Điều 5 Luật này</ct>, Luật này</p>'),
        ("<p>Luật Tên lửa &amp; bom</p>", '<p><ct k="luat">Luật</ct> Tên lửa &amp; bom</p>'),
        ("<p>Điều 2 Hiến pháp năm 2013</p>", '<p>Điều 2 <ct k="hien-phap" p="dieu-2">Hiến pháp</ct> năm 2013</p>'),
        ("<p><strong>Nghị định</strong> số 43/2011/NĐ-CP</p>",
         '<p><strong>Nghị định</strong> <ct n="43/2011/NĐ-CP" d="nghi-dinh">số 43/2011/NĐ-CP</ct></p>'),
        ("<p><em>Nghị định số 43/2011/NĐ-CP</em></p>",
         '<p><em><ct n="43/2011/NĐ-CP" d="nghi-dinh">Nghị định số 43/2011/NĐ-CP</ct></em></p>'),
        ("<p>Quyết định số 3/2006/QĐ-BGD&amp;ĐT</p>",
         '<p><ct n="03/2006/QĐ-BGD&amp;ĐT" d="quyet-dinh">Quyết định số 3/2006/QĐ-BGD&amp;ĐT</ct></p>'),
        ("<p>Nghị&nbsp;định số 43/2011/NĐ-CP</p>",
         '<p><ct n="43/2011/NĐ-CP" d="nghi-dinh">Nghị&nbsp;định số 43/2011/NĐ-CP</ct></p>'),
        ("<li>Điều 5</li><li>Luật này</li>", "<li>Điều 5</li><li>Luật này</li>"),
        ("<p>Điều 5<br>Luật này</p>", "<p>Điều 5<br>Luật này</p>"),
        ("<h2>Nghị định</h2><p>số 43/2011/NĐ-CP</p>",
         '<h2>Nghị định</h2><p><ct n="43/2011/NĐ-CP" d="nghi-dinh">số 43/2011/NĐ-CP</ct></p>'),
        ('<p title="Nghị định số 43/2011/NĐ-CP > 5">chữ</p>', '<p title="Nghị định số 43/2011/NĐ-CP > 5">chữ</p>'),
    ],
)  # fmt: skip
def test_marks(html: str, expected: str) -> None:
    """Inline tags and entities hide nothing; across a tag the run with the number is marked."""
    assert marked(html)[0] == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x">Nghị định số 43/2011/NĐ-CP</a></p>',
        "<pre>Nghị định số 43/2011/NĐ-CP</pre>",
        "<p><code>Nghị định số 43/2011/NĐ-CP</code></p>",
        '<p><ct n="43/2011/NĐ-CP">Nghị định số 43/2011/NĐ-CP</ct></p>',
        "<p>Không có gì.</p>",
        "",
    ],
)
def test_where_nothing_is_put(html: str) -> None:
    """Links, code and marks stay as they are."""
    assert marked(html)[0] == html


def test_what_is_cited() -> None:
    """Each document once for each group of parts, in order; in links too, in code not; not the text."""
    html = (
        "<p>Nghị định số 43/2011/NĐ-CP ngày 13/6/2011, Điều 5 Nghị định số 43/2011/NĐ-CP, Luật này, "
        '<a href="/">Luật Đất đai năm 2013</a>; Nghị định số 43/2011/NĐ-CP, Luật Tên lửa.</p>'
        "<code>12/QĐ-TTg</code>"
    )

    assert marked(html)[1] == (
        Cited("43/2011/NĐ-CP", "nghi-dinh", (), "", dt.date(2011, 6, 13)),
        Cited("43/2011/NĐ-CP", "nghi-dinh", ("dieu-5",)),
        Cited("45/2013/QH13", "luat", (), "", dt.date(2013, 11, 29)),
        Cited("43/2011/NĐ-CP", "nghi-dinh"),
        Cited("", "luat", (), "Luật Tên lửa"),
    )
    assert len({*marked(html)[1]}) == 5


def test_english_bodies() -> None:
    """The language of the body decides the words."""
    html = "<p>Article 5 of Decree No. 43/2011/ND-CP and Article 2 of this Law</p>"

    assert marked(html, "en")[0] == (
        '<p><ct n="43/2011/NĐ-CP" p="dieu-5" d="nghi-dinh">Article 5 of Decree No. 43/2011/ND-CP</ct> and '
        '<ct s="" p="dieu-2">Article 2 of this Law</ct></p>'
    )


WORDS = st.sampled_from(
    ["Nghị định ", "số ", "43/2011/NĐ-CP", " ngày 13/6/2011", "Luật này", "khoản 2 ", "Điều 17 ", ", ", " và ",
     "Luật Đất đai", " năm 2013", "Luật Tên lửa ", "12/QĐ-UBND", "&amp;", "&nbsp;", "&lt;", "Hiến pháp", "chữ ",
     "QĐ-BGD&amp;ĐT", "\n", "Quyết định số 3/2006/"]
)  # fmt: skip
INLINE = st.recursive(
    st.lists(WORDS, max_size=6).map("".join),
    lambda inner: st.tuples(
        st.sampled_from(["strong", "em", "a", "code", "span", "sup"]), inner, inner, inner
    ).map(lambda made: f"{made[1]}<{made[0]}>{made[2]}</{made[0]}>{made[3]}"),
    max_leaves=5,
)
BODIES = st.lists(
    st.tuples(st.sampled_from(["p", "li", "td", "h2", "pre", "div"]), INLINE).map(
        lambda made: f'<{made[0]} id="x">{made[1]}</{made[0]}>'
    ),
    max_size=4,
).map("\n".join)


@given(BODIES)
@example("<p>Điều 5 <a>Nghị định số 43/2011/NĐ-CP</a> và <em>Luật</em> Đất đai</p>")
def test_the_html_stays_as_it_is_but_for_the_marks(html: str) -> None:
    """Without its marks it is the same; tags stay nested; no mark stands in a link, code or mark."""
    made, _ = marked(html)

    assert without_marks(made) == html
    assert is_well_nested(made)
    for outer in ("a", "code", "pre", "ct"):
        for inside in re.findall(rf"<{outer}(?: [^<>]*)?>(.*?)</{outer}>", made, re.DOTALL):
            assert "<ct" not in inside


@given(BODIES)
def test_marking_again_adds_nothing(html: str) -> None:
    """A body that has its marks keeps them."""
    made, _ = marked(html)

    assert marked(made)[0] == made


def test_a_rendered_law_is_marked() -> None:
    """The HTML that ``render`` makes is read: marks hold the words of citations."""
    body = render(
        "Điều 1. Phạm vi\n1. Theo **khoản 2 Điều 17** Nghị định số 43/2011/NĐ-CP.", legal=True
    )
    (mark,) = re.findall(r"<ct [^>]*>(.*?)</ct>", marked(body.html)[0])

    assert unescape(mark) == "Nghị định số 43/2011/NĐ-CP"

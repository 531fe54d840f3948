"""What the search engine finds: words with and without marks, phrases, words ruled out, beginnings."""

from __future__ import annotations

import unicodedata

import pytest

from tests.search.engine import Engine, needs_node

pytestmark = needs_node


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("đất", {"dat"}),
        ("ĐẠT", {"dat-duoc"}),
        ("dat", {"dat", "dat-duoc", "dat-mong"}),
        ("thu hồi đất", {"dat"}),
        ("thu hoi dat", {"dat"}),
        ("thu hồi dat", {"dat"}),
        ("thu hoi đất", {"dat"}),
        ("đăng ký kết hôn", {"ket-hon"}),
        ("dang ky ket hon", {"ket-hon"}),
        ("đang ky ket hôn", {"ket-hon"}),
    ],
)
def test_marks_decide_per_syllable(engine: Engine, query: str, ids: set[str]) -> None:
    """Marks that are typed have to match, bare letters match every form, each syllable for itself."""
    assert engine.found(query) == ids


def test_what_a_short_bare_word_means(engine: Engine) -> None:
    """``tin`` and ``an`` find every word of these letters; the form without marks is no better than others.

    Bare letters are how people without a Vietnamese keyboard write any of the forms, so that the
    marks that were not typed tell nothing. Who means one form types it, marks and all: ``tín``. A
    single syllable finds its own list, not words that begin with it (``tỉnh``).
    """
    found = engine.search("tin", limit=50)["hits"]
    ids = {hit["id"] for hit in found}
    assert {"tin", "tin-nguong", "luat-47-2010", "nd-43-2019"} <= ids
    assert not ids & {"tinh"}
    score = {hit["id"]: hit["score"] for hit in found}
    assert score["tin"] == score["tin-nguong"]
    assert engine.found("tín") == {"tin-nguong", "luat-47-2010"}
    assert engine.found("an") == {"an-ninh", "an-uong"}
    assert engine.found("ăn") == {"an-uong"}


def test_a_form_that_no_text_has(engine: Engine) -> None:
    """Marks typed wrongly find the other forms of the letters, far below what marks typed right give."""
    (right,) = engine.search("kết hôn đăng ký", limit=1)["hits"]
    (astray,) = engine.search("kết hón đăng kỳ", limit=1)["hits"]
    assert astray["score"] < right["score"]
    assert engine.found("đãt") == {"dat", "dat-duoc", "dat-mong"}
    assert engine.search("đãt")["hits"][0]["score"] < 0.2 * engine.search("đất")["hits"][0]["score"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("đăng ký kết hôn", "đăng kí kết hôn"),
        ("quý khách", "quí khách"),
        ("hòa giải", "hoà giải"),
        ("thủy sản", "thuỷ sản"),
        ("hòa giải", "HOÀ GIẢI"),
        ("đăng ký", "Ðăng ký"),
        ("KH&CN", "khcn"),
        ("1.000.000 đồng", "1000000 đồng"),
        ("ngày 5/6/2026", "ngày 05/06/2026"),
        ("m²", "m2"),
        ("hòa giải", unicodedata.normalize("NFD", "hoà giải")),
    ],
)
def test_spellings(engine: Engine, one: str, other: str) -> None:
    """Spellings of the same give the same: y and i, place of the tone, case, Ð, NFD, figures."""
    answers = engine.together(one, other)
    first, second = ([(hit["id"], hit["score"]) for hit in answer["hits"]] for answer in answers)
    assert first == second
    assert first


@pytest.mark.parametrize("query", ["service", "services", "SERVING", "the service"])
def test_english_words(engine: Engine, query: str) -> None:
    """An English word finds its inflected forms."""
    assert engine.ids(query, language="en") == ["services"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"đăng ký kết hôn"', {"ket-hon"}),
        ("“đăng ký kết hôn”", {"ket-hon"}),
        ('"đăng ký kết hôn', {"ket-hon"}),
        ('"kết hôn đăng ký"', set()),  # a full stop stands between in a title
        ('"kết hôn ở tỉnh đăng ký"', set()),
        ('"đăng ký khai sinh"', {"ket-hon-2"}),
        ('"dang ky khai sinh"', {"ket-hon-2"}),
        ('"đất"', {"dat"}),
        ('"đãt"', set()),
        ('"thu hồi đạt"', set()),
        ('"chính phủ"', {"nd-43-2011", "nd-43-2019", "nd-42-2022", "kh-118-2025", "tt-118-2025"}),
        ('"ubnd tỉnh minh châu"', {"kh-118-2026", "kh-118-2025"}),
        ('"thu hồi đất" "giá đất"', {"dat"}),
        ('"thu hồi đất" "khai sinh"', set()),
        ('"trang điện tử" thông tin', {"nd-43-2011", "nd-43-2019"}),
    ],
)
def test_phrases(engine: Engine, query: str, ids: set[str]) -> None:
    """The words of a phrase stand side by side, with the marks that are typed; in title, text or catalogue."""
    answer = engine.search(query)
    assert {hit["id"] for hit in answer["hits"]} == ids
    assert answer["total"] == len(ids)


def test_a_phrase_is_more_than_its_pairs(engine: Engine) -> None:
    """A text that has ``ký kết`` and ``kết hôn`` but never ``ký kết hôn`` is no answer."""
    assert engine.found('"đăng ký lại"') == {"ket-hon-2"}
    assert engine.found('"ký kết hôn ở"') == set()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("đăng ký -sinh", {"ket-hon"}),
        ("dang ky -khai", {"ket-hon"}),
        ("dat -đất", {"dat-duoc", "dat-mong"}),
        ("dat -dat", set()),
        ("dat -đãt", {"dat", "dat-duoc", "dat-mong"}),
        ('đăng ký -"khai sinh"', {"ket-hon"}),
        ('đăng ký -"kết sinh"', {"ket-hon", "ket-hon-2"}),
        ("43/2011/NĐ-CP -bỏ", {"nd-43-2011", "nd-43-2019"}),
        ("43/2011/NĐ-CP -điện", {"nd-42-2022"}),
        ("-đất", set()),
    ],
)
def test_words_ruled_out(engine: Engine, query: str, ids: set[str]) -> None:
    """Documents with a word after a minus sign are left out, wherever in them it stands."""
    assert engine.found(query) == ids


def test_a_hyphen_between_words_rules_nothing_out(engine: Engine) -> None:
    """A minus sign that stands alone or within a word is none."""
    assert engine.found("đăng ký - kết hôn") == engine.found("đăng ký-kết hôn") == {"ket-hon"}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("đăng k", {"ket-hon", "ket-hon-2"}),
        ("đăng ký kh", {"ket-hon-2"}),
        ("thu ho", {"dat"}),
        ("hoà gi", {"hoa-giai"}),
        ("hoà giả", {"hoa-giai"}),
        ("khác", {"quy"}),
        ("thủy sản ", {"hoa-giai"}),
    ],
)
def test_beginnings(engine: Engine, query: str, ids: set[str]) -> None:
    """While someone types, the last word stands for every word that it begins."""
    assert set(engine.ids(query, prefix=True)[: len(ids)]) == ids


def test_only_the_last_word_is_a_beginning(engine: Engine) -> None:
    """Without the option, and before the last word, words are whole."""
    assert engine.found("khác") == set()
    assert engine.found("đăn ký", prefix=True) == set()


@pytest.mark.parametrize(
    "query", ["", " ", "-", '"', '""', "?!", "˜", "᾿", "😀", "x" * 500, "\u200b"]
)
def test_nothing_to_look_for(engine: Engine, query: str) -> None:
    """A query without words, or of a word that nothing has, is answered with nothing."""
    answer = engine.search(query, facets=True, prefix=True, other=True)
    assert (answer["total"], answer["hits"], answer["other"]) == (0, [], None)

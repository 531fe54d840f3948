from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from congtinh.text import encoding
from congtinh.text.normal import _SUSPECT, find_faults, is_nfc, is_ordinary, nfc

CLEAN = "Cổng thông tin điện tử\tcủa Sở\u00a0Khoa học\r\nvà Công nghệ: “đúng” – ệ ữ ẵ Đ\n"


def kinds(text: str) -> list[str]:
    return [fault.kind for fault in find_faults(text)]


def test_clean_vietnamese_has_no_fault() -> None:
    """Composed text with tabs, line ends and no-break spaces is clean."""
    assert find_faults(CLEAN) == []


def test_decomposed_text_is_told_once_at_its_first_place() -> None:
    """NFD text gives one fault, where the first letter differs, not one for each letter."""
    text = "Dong dau\n" + unicodedata.normalize("NFD", "So Việt và Điện tử\nlần nữa")

    (fault,) = find_faults(text)

    assert (fault.kind, fault.line) == ("not_nfc", 2)
    assert text[fault.offset] == "e"
    assert nfc(text) == "Dong dau\nSo Việt và Điện tử\nlần nữa"


def test_mark_without_letter_is_lone() -> None:
    """A mark at the start, after a space, a digit or a line end stands alone."""
    for text in ("\u0301a", "a \u0323b", "7\u0301", "a\n\u0300"):
        assert kinds(text) == ["lone_mark"], text


def test_mark_that_no_letter_takes_is_lone() -> None:
    """A tone on a consonant or a second tone on a vowel stays a mark after NFC."""
    (fault,) = find_faults("Nghị định\nsố t\u0301")

    assert (fault.kind, fault.line, fault.sample) == ("lone_mark", 2, "số t\u0301")
    assert kinds("Việ\u0301t") == ["lone_mark"]


def test_replacement_and_control_characters() -> None:
    """U+FFFD and control signs are faults, one of a kind on a line; the sample shows them."""
    faults = find_faults("tốt\nVi\ufffdt \ufffd Nam\x0b")

    assert [(f.kind, f.line) for f in faults] == [("replacement_char", 2), ("control_char", 2)]
    assert faults[1].sample.endswith("␋")


@given(st.text(alphabet=st.sampled_from("aeo \n\u0301\u0302\u0323đữ\x00\ufffd\t1"), max_size=40))
def test_offsets_and_lines_agree(text: str) -> None:
    """The line of a fault is the line of its offset, and clean means NFC."""
    faults = find_faults(text)

    assert all(f.line == text.count("\n", 0, f.offset) + 1 for f in faults)
    assert is_nfc(text) == ("not_nfc" not in {f.kind for f in faults})


def test_ordinary_text_has_no_fault_and_is_nfc() -> None:
    """Every text of ordinary characters may skip all checks, since no two of them join or offend."""
    ordinary = [sign for sign in map(chr, range(0x110000)) if is_ordinary.__wrapped__(sign)]

    assert set("aZ0 ~\n\tăỹĐƯ“”…\xa0") <= set(ordinary)
    assert not set("\r\x0b\x7f\x85\u2028\ufeff\ufffd\ue000®»º\u0301") & set(ordinary)
    assert not any(unicodedata.combining(sign) for sign in ordinary)
    for first in ordinary:
        text = "".join(first + second for second in ordinary)
        assert is_ordinary.__wrapped__(text)
        assert is_nfc(text)
        assert not _SUSPECT.search(text)
        assert not encoding._FONT_SIGN.search(text)
        assert not encoding._twice_encoded(text)


@given(st.text(max_size=30))
def test_faults_are_those_of_the_whole_check(text: str) -> None:
    """Text that is taken for ordinary has none of the faults that are looked for one by one."""
    if is_ordinary(text):
        assert is_nfc(text) and not _SUSPECT.search(text) and "\r" not in text

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.fold import fold, strip_marks


def test_all_vietnamese_letters_fold_to_ascii() -> None:
    """Each of the marked letters becomes the letter it is written on."""
    marked = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

    counts = {"a": 17, "e": 11, "i": 5, "o": 17, "u": 11, "y": 5, "d": 1}
    assert strip_marks(marked) == "".join(c * n for c, n in counts.items())
    assert fold(marked.upper()) == strip_marks(marked)


def test_case_is_kept_by_strip_marks_alone() -> None:
    """strip_marks keeps capitals, also of Eth typed for Đ; fold lowers them."""
    assert strip_marks("Ủy ban ĐIỆN Ðà") == "Uy ban DIEN Da"
    assert fold("Ủy ban ĐIỆN Ðà") == "uy ban dien da"


@given(st.text(max_size=40))
def test_fold_is_stable(text: str) -> None:
    """Folding again changes nothing, and composed or decomposed text folds alike."""
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))

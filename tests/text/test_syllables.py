from __future__ import annotations

from congtinh.text.syllables import is_syllable


def test_vietnamese_syllables_are_known() -> None:
    """Syllables of every shape, in any case, with the tone in either place."""
    words = "quyết NGHIÊNG khuỷu hòa hoà giặt gìn quốc yêu Ủy ĐƯỢC xoong thuở ngoèo"
    for word in words.split():
        assert is_syllable(word), word


def test_other_words_are_not() -> None:
    """Foreign words, abbreviations, two tones, or a tone that a stopped syllable cannot bear."""
    for word in ["été", "über", "señor", "BGDĐT", "quyềt", "hảch", "viện\u0301", "Viieät", ""]:
        assert not is_syllable(word), word

"""Captions: what players cannot read is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.webvtt import webvtt_faults

GOOD = (
    "WEBVTT\n\nNOTE a note\nof two lines\n\n1\n00:01.000 --> 00:04.000 line:90%\nXin chào\n\n"
    "00:04.000 --> 01:00:05.500\nHai dòng\nlời\n"
)


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD, GOOD.replace("WEBVTT", "WEBVTT - Tên")])
def test_sound_captions_have_no_fault(text: str) -> None:
    """Identifiers, settings, notes, any line end and a byte order mark are in the format."""
    assert list(webvtt_faults(text)) == []


@pytest.mark.parametrize(
    ("written", "instead", "line"),
    [
        ("WEBVTT", "1", 1),
        ("WEBVTT", "WEBVTTX", 1),
        ("00:01.000 -->", "00:01,000 -->", 7),
        ("00:04.000 line", "00:00.500 line", 7),
        ("00:04.000 --> 01", "00:00.500 --> 01", 10),
        ("Xin chào\n", "", 7),
        ("--> 00:04.000 line:90%", "", 7),
    ],
)
def test_a_fault_is_told_with_its_line(written: str, instead: str, line: int) -> None:
    """One fault, told where it stands."""
    assert [n for n, _ in webvtt_faults(GOOD.replace(written, instead, 1))][:1] == [line]


def test_captions_without_a_caption() -> None:
    """A head alone shows nothing."""
    assert len(list(webvtt_faults("WEBVTT\n\nNOTE nothing\n"))) == 1


@given(st.text(max_size=200))
def test_nothing_makes_the_reading_fail(text: str) -> None:
    """Whatever is in a file, it is told and not raised; lines are those of the file."""
    for both in (text, "WEBVTT\n\n" + text):
        assert all(1 <= line <= both.count("\n") + both.count("\r") + 1 for line, _ in webvtt_faults(both))


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=20))
def test_captions_in_their_order_are_sound(lengths: list[int]) -> None:
    """Cues one behind the other, of any length, have no fault."""
    at, text = 0, "WEBVTT\n"
    for length in lengths:
        start, at = at, at + length
        text += f"\n{stamp(start)} --> {stamp(at)}\nlời\n"
    assert list(webvtt_faults(text)) == []


def stamp(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"

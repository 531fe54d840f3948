"""Dates, numbers and sizes as each language writes them."""

from __future__ import annotations

import datetime as dt
import json
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from congtinh import messages
from congtinh.errors import Problem

PROJECT = Path(__file__).resolve().parents[1]


def test_days() -> None:
    """Vietnamese documents write two digits each; English names the month."""
    assert messages.day(dt.date(2026, 3, 9), "vi") == "09/03/2026"
    assert messages.day(dt.date(2026, 3, 9), "en") == "9 March 2026"
    assert messages.day(dt.date(987, 1, 2), "vi") == "02/01/0987"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(3910575, "3.910.575", "3,910,575"), (0, "0", "0"), (1.5, "1,5", "1.5"), (-1200, "-1.200", "-1,200")],
)  # fmt: skip
def test_numbers(value: float, vi: str, en: str) -> None:
    """Thousands by a point in Vietnamese and by a comma in English."""
    assert (messages.number(value, "vi"), messages.number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("size", "vi", "en"),
    [(999, "999 B", "999 B"), (412_300, "412 KB", "412 KB"), (1_240_000, "1,2 MB", "1.2 MB")],
)
def test_sizes(size: int, vi: str, en: str) -> None:
    """A size in the unit that people say."""
    assert (messages.filesize(size, "vi"), messages.filesize(size, "en")) == (vi, en)


@given(st.integers(min_value=0, max_value=10**12))
def test_numbers_are_read_back(value: int) -> None:
    """Grouping changes no digit."""
    for language, mark in (("vi", "."), ("en", ",")):
        assert int(messages.number(value, language).replace(mark, "")) == value


def test_a_missing_catalogue_says_the_message_itself(tmp_path: Path) -> None:
    """A theme without a language still builds, in the words of its templates."""
    assert messages.catalogue(tmp_path, "messages", "vi").gettext("Home") == "Home"


@pytest.mark.parametrize(
    ("remedy", "told"),
    [
        ("Did you mean {near}?", "title: “x” is wrong. Did you mean name?"),
        ("Write {near}", "title: “x” is wrong. Write name."),
        ("Write {near}.", "title: “x” is wrong. Write name."),
        ("", "title: “x” is wrong."),
    ],
)
def test_a_fault_ends_with_one_sign(remedy: str, told: str) -> None:
    """A sentence ends with a full stop or with its own sign, never with both."""
    problem = Problem("a.md", "is wrong", remedy, "title", "x", params={"near": "name"})
    assert problem.told() == told


CATALOGUES = sorted(PROJECT.glob("plugins/congtinh/translations/*/LC_MESSAGES/*.po")) + sorted(
    PROJECT.glob("theme/translations/*/LC_MESSAGES/*.po")
)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n{plural}\n\n'
PLURAL = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"'


def told(data: bytes) -> dict[object, str]:
    """What Babel makes of a catalogue, without its header."""
    words = dict(GNUTranslations(BytesIO(messages._by_babel(data, "en")))._catalog)  # type: ignore[attr-defined]
    return {key: value for key, value in words.items() if key != ""}


def read(data: bytes) -> dict[object, str] | None:
    words = messages.plain_words(data)
    if words is None:
        return None
    found = dict(GNUTranslations(BytesIO(messages._mo(words)))._catalog)  # type: ignore[attr-defined]
    return {key: value for key, value in found.items() if key != ""}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_catalogues_are_read_as_by_babel(path: Path) -> None:
    """Every word of the project's own catalogues is read without Babel, and is the same."""
    data = path.read_bytes()

    assert read(data) == told(data)


@given(
    st.lists(
        st.tuples(
            st.text(alphabet='aữ{} \n\t"\\', min_size=1, max_size=8),
            st.text(alphabet='bệ{} \n"\\', max_size=8),
            st.sampled_from(["", "", "#, fuzzy\n", "#. said\n", "#, python-brace-format\n", "#~ "]),
            st.booleans(),
        ),
        max_size=4,
        unique_by=lambda entry: entry[0],
    )
)
def test_any_catalogue_is_read_as_by_babel(entries: list[tuple[str, str, str, bool]]) -> None:
    """Doubtful, empty and plural words, escapes and notes come out as Babel tells them."""
    text = HEADER.format(plural=PLURAL)
    for key, value, note, plural in entries:
        quoted = [json.dumps(word, ensure_ascii=False) for word in (key, value)]
        if plural:
            text += f"{note}msgid {quoted[0]}\nmsgid_plural {quoted[0]}\nmsgstr[0] {quoted[1]}\n"
            text += f"msgstr[1] {quoted[1]}\n\n"
        else:
            text += f"{note}msgid {quoted[0]}\nmsgstr {quoted[1]}\n\n"
    words = read(text.encode())

    assert words is None or words == told(text.encode())


@given(
    st.integers(-(10**12), 10**12) | st.decimals(-(10**6), 10**6, places=3).map(float),
    st.sampled_from([("vi", "vi"), ("en", "en_GB")]),
)
def test_numbers_are_those_of_babel(value: float, language: tuple[str, str]) -> None:
    """Signs and groups are those of Unicode's own tables."""
    assert messages.number(value, language[0]) == format_decimal(value, locale=language[1])


@given(st.dates())
def test_days_are_those_of_babel(value: dt.date) -> None:
    """The English names of the months, by Unicode's own tables."""
    assert messages.day(value, "en") == format_date(value, "d MMMM y", locale="en_GB")

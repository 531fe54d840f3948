"""The table of settings: what a site may say in ``pelicanconf.py``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from congtinh.errors import ContentError
from congtinh.settings import SETTINGS, day_of, read_settings

PLACES = {"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"}


def test_defaults_are_enough() -> None:
    """A site that says nothing but its places has sound settings."""
    settings = read_settings(PLACES)
    assert settings.content == Path("content").resolve()
    assert (settings.page_size, settings.editor_lang, settings.drafts) == (20, "vi", False)
    assert settings.report == settings.output.with_name("output-report")


def test_each_setting_is_told_and_named_once() -> None:
    """Names are those of Pelican's settings: capitals; each has a line of help."""
    names = [setting.name for setting in SETTINGS]
    assert len(set(names)) == len(names)
    assert all(name.isupper() for name in names)
    assert all(setting.help and not setting.help.endswith(".") for setting in SETTINGS)


def test_the_public_address_has_no_stroke_at_its_end() -> None:
    """Addresses are joined to it with a stroke of their own."""
    assert (
        read_settings({**PLACES, "SITEURL": "https://a.example/b/"}).site_url
        == "https://a.example/b"
    )


def test_the_day_is_an_input() -> None:
    """A day that is written is taken; an empty one is that of Việt Nam."""
    assert day_of("2026-11-22") == dt.date(2026, 11, 22)
    before = dt.datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    assert before <= day_of("") <= dt.datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


@pytest.mark.parametrize("written", ["hôm nay", "2026-02-30", "22/11/2026"])
def test_a_wrong_day_is_told_with_its_setting(written: str) -> None:
    """The fault names the file, the setting, the value, and what to write."""
    with pytest.raises(ContentError) as raised:
        read_settings({**PLACES, "TODAY": written})
    (problem,) = raised.value.problems
    assert (problem.path, problem.field, problem.value) == ("pelicanconf.py", "TODAY", written)
    assert "2026-11-22" in problem.told()

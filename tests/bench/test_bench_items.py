"""The measured items: of the stated lengths, types and languages, and the same in every run."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import statistics
import subprocess
import sys
import unicodedata
from collections import Counter

import yaml

from congtinh.bench.items import LONG_WORDS, MEDIAN_WORDS, TYPES, items, pair
from congtinh.bench.phrases import phrases

COUNT = 600
DIGEST = """
import hashlib
from congtinh.bench.items import items
told = hashlib.sha256(repr([(i.path, i.values, i.body) for i in items(30)]).encode())
print(told.hexdigest())
"""


def test_as_many_files_as_asked() -> None:
    """``N`` counts files: an odd number ends with a Vietnamese item alone."""
    assert len(list(items(40))) == 40
    assert [item.language for item in items(3)] == ["vi", "en", "vi"]


def test_lengths_are_as_stated() -> None:
    """400 words at the median in each language; one item in fifty has 3,800."""
    for language in ("vi", "en"):
        words = [len(i.body.split()) for i in items(COUNT) if i.language == language]
        long = [count for count in words if count > 1_000]

        assert abs(statistics.median(words) - MEDIAN_WORDS) < 20
        assert len(long) == len(words) // 50
        assert all(abs(count - LONG_WORDS) < 100 for count in long)
        assert min(words) > 150


def test_types_languages_and_years_are_mixed() -> None:
    """Three types in both languages, over about ten years, with several values of each list."""
    made = list(items(COUNT))
    years = {item.year for item in made}
    news = [item for item in made if item.type == "news"]

    assert Counter((i.type, i.language) for i in made) == {
        (name, language): COUNT // 6 for name in TYPES for language in ("vi", "en")
    }
    assert len(years) == 11
    assert len({item.facts["category"] for item in news}) > 8
    assert len({item.facts["creator"] for item in made}) > 10
    assert len({item.path for item in made}) == COUNT


def test_an_item_does_not_depend_on_the_size_of_the_site() -> None:
    """The first items of a large site are those of a small one."""
    assert list(items(20)) == list(items(200))[:20]


def test_items_repeat_in_another_process() -> None:
    """Neither the seed of Python's hashes nor an earlier run changes a letter."""
    here = hashlib.sha256(repr([(i.path, i.values, i.body) for i in items(30)]).encode())
    for seed in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == here.hexdigest()


def test_shared_facts_stand_in_the_vietnamese_file() -> None:
    """As editors write them: the English file has its own words alone."""
    vietnamese, english = pair(0, day=dt.date(2026, 6, 30))

    assert vietnamese.values["date"] == "2026-06-30"
    assert set(english.values) == {"title", "summary"}
    assert yaml.safe_dump(vietnamese.values)


def test_phrases_say_the_same_in_both_languages() -> None:
    """Each phrase has the same places in both languages, and is composed (NFC)."""
    for name, entries in phrases().items():
        for phrase in entries:
            for place in phrase.places:
                assert f"{{{place}}}" in phrase.en, (name, phrase)
            assert phrase.en.count("{") == phrase.vi.count("{"), (name, phrase)
            assert unicodedata.is_normalized("NFC", phrase.vi + phrase.en)


def test_sentences_have_every_place_filled() -> None:
    """No brace is left in a body, and no double space."""
    for item in items(60):
        assert "{" not in item.body
        assert "  " not in item.body

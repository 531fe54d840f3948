"""The editors' index in the cache: what changed is indexed again, what is in doubt is made anew."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congtinh.build import cache, content_index
from congtinh.build.content_index import ContentIndex
from congtinh.search.analyzer import CutTokenizer
from congtinh.search.content_fields import Passage, Places, Words, indexed
from congtinh.search.content_hits import answered
from congtinh.settings import Settings
from tests.search.analysis_cases import DATA, NO_DATA, texts
from tests.sites.copies import SiteCopy
from tests.sites.desk import desk
from tests.sites.edits import EDITS

TODAY = dt.date(2026, 11, 22)


def looked_at(settings: Settings) -> ContentIndex:
    with content_index.content_index(settings) as found:
        return found


def found(settings: Settings, query: str) -> list[str]:
    """The paths that a query finds, in order."""
    with content_index.content_index(settings) as current:
        answer = answered(current.index, query, TODAY, 100, lambda path: "")
    return [hit.shown.path for hit in answer.hits]


def test_only_what_changed_is_indexed_again(small: SiteCopy) -> None:
    """All files at first, then those that are new, edited or gone, and none where nothing is."""
    whole = small.settings()
    assert looked_at(whole).changed == len(list(small.content.rglob("*.md")))
    assert looked_at(whole).changed == 0
    path = "news/2026/hop-bao.vi.md"
    small.replace(path, "Nội dung ngắn.", "Có bánh đa và kẹo lạc.")
    assert looked_at(whole).changed == 1
    assert found(whole, "kẹo lạc") == [path]
    (small.content / path).rename(small.content / "news/2026/doi-ten.vi.md")
    assert looked_at(whole).changed == 2
    assert found(whole, "kẹo lạc") == ["news/2026/doi-ten.vi.md"]
    (small.content / "news/2026/doi-ten.vi.md").unlink()
    assert looked_at(whole).changed == 1
    assert found(whole, "kẹo lạc") == []


def test_an_english_file_follows_the_facts_of_its_pair(small: SiteCopy) -> None:
    """What stands in the Vietnamese file alone is found in both."""
    whole = small.settings()
    assert len(found(whole, "topic:de-tai-khoa-hoc")) == 2
    small.replace("news/2026/khai-truong.vi.md", "- de-tai-khoa-hoc", "- sang-che")
    assert found(whole, "topic:de-tai-khoa-hoc") == []


def test_a_new_word_of_the_vocabulary_is_found(small: SiteCopy) -> None:
    """Labels stand in the index, so another vocabulary makes it anew."""
    whole = small.settings()
    assert found(whole, 'issuer:"Sở Bánh kẹo"') == []
    file = small.content / "vocabulary/issuers.toml"
    file.write_text(file.read_text("utf-8") + 'legacy = ["Sở Bánh kẹo"]\n', "utf-8")
    assert found(whole, 'issuer:"Sở Bánh kẹo"') == found(whole, "issuer:so-thu") != []


def test_a_file_that_is_no_item_is_told(small: SiteCopy) -> None:
    """Faulty front matter cannot be searched, and is not passed over in silence."""
    small.write("news/2026/hong.vi.md", "---\ntitle: [chưa đóng\n---\nlời\n")
    assert looked_at(small.settings()).unread == ("news/2026/hong.vi.md",)
    assert looked_at(small.settings()).unread == ("news/2026/hong.vi.md",)


def test_another_version_makes_it_anew(small: SiteCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that another version of the program wrote is not used."""
    whole = small.settings()
    every = looked_at(whole).changed
    monkeypatch.setattr(cache, "version", lambda: "another")
    assert looked_at(whole).changed == every


def test_many_items_are_written_in_parts(small: SiteCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    """However large the content is, all of it is found, once."""
    expected = set(found(small.settings(), "*"))
    monkeypatch.setattr(content_index, "_SEGMENT", 4)
    in_parts = small.settings(CACHE=str(small.root / "other"))
    everything = found(in_parts, "*")
    assert set(everything) == expected
    assert len(everything) == len(expected)
    small.replace("news/2026/hop-bao.vi.md", "Nội dung ngắn.", "Có bánh đa và kẹo lạc.")
    assert found(in_parts, "kẹo lạc") == ["news/2026/hop-bao.vi.md"]


def index_files(settings: Settings) -> list[Path]:
    return sorted(
        path
        for path in (settings.cache / "find").rglob("*")
        if path.is_file() and path.stat().st_size
    )


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def turned(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("damage", [cut, turned, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_damaged_index_is_made_anew(small: SiteCopy, damage: Callable[[Path], Any]) -> None:
    """Whichever of its files is damaged, the answer is the same, and nobody is troubled."""
    whole = small.settings()
    expected = found(whole, "sang kien")
    assert expected
    for place in range(len(index_files(whole))):
        damage(index_files(whole)[place])
        assert found(whole, "sang kien") == expected
        assert found(whole, "sang kien") == expected


def test_a_file_in_the_place_of_the_folder_gives_way(small: SiteCopy) -> None:
    """Nothing of a cache is worth a failure."""
    whole = small.settings()
    expected = found(whole, "sang kien")
    (folder,) = (path for path in (whole.cache / "find").iterdir() if path.is_dir())
    shutil.rmtree(folder / "index")
    (folder / "index").write_bytes(b"no folder")
    assert found(whole, "sang kien") == expected


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_an_index_that_was_kept_answers_like_a_new_one(scratch: Path, random: Any) -> None:
    """After any edits the same files are found, whatever is asked."""
    place = Path(tempfile.mkdtemp(dir=scratch))
    made = desk(place / "site")
    for _ in range(3):
        looked_at(made.read_settings())
        for _ in range(3):
            random.choice(EDITS)(made, random.choice)
    fresh = made.read_settings(CACHE=str(place / "other"))
    for query in (
        "*",
        "so",
        "sang kien",
        "lang:en",
        "status:draft",
        "date:2026",
        "year:2025",
        "12/KH-STN",
    ):
        assert set(found(made.read_settings(), query)) == set(found(fresh, query)), query


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
def test_words_are_indexed_as_the_analysis_has_them() -> None:
    """The fast way from text to postings gives what Whoosh's own way gives of the same tokens."""
    for number, (text, language) in enumerate(texts()):
        if number % 200 == 0:
            assert postings(text, language) == list(Words().index(Passage(text, language)))


def postings(text: str, language: str) -> list[tuple[bytes, int, float, bytes]]:
    places: dict[str, list[int]] = {}
    for token in CutTokenizer()(text, positions=True):
        for term in indexed(token.text, language):
            places.setdefault(term, []).append(token.pos)
    encode = Places().encode
    return [(term.encode(), len(at), float(len(at)), encode(at)) for term, at in places.items()]

"""What is shown where a query was typed raw, or with a slip: over the texts of the demonstration site."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from congtinh.bench.raw_typing import TELEX, VNI, typed
from congtinh.bench.slips import with_slip
from congtinh.search.building import build_index
from congtinh.search.records import SearchRecord
from congtinh.search.tokens import raw_tokens
from congtinh.text.fold import fold, strip_marks
from tests.search.engine import NODE, PROJECT, Engine, needs_node
from tests.search.index_records import own_records

pytestmark = needs_node
MOST_FILES = 48
"""Files that a query with a slip may ask for, with the texts of ten results."""


@pytest.fixture(scope="module")
def site_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build_index(own_records(), folder)
    return folder


@pytest.fixture
def site(node_engine: Engine, site_index: Path) -> Engine:
    return node_engine.open(site_index)


def search(site: Engine, query: str, **options: object) -> dict[str, Any]:
    return site.search(query, literal=False, **options)


def shown(site: Engine, query: str, **options: object) -> str | None:
    """What was searched instead of the query; nothing where that is what was typed."""
    showing = search(site, query, **options)["showing"]
    return showing and str(showing["text"])


def titles(least: int, most: int) -> list[tuple[SearchRecord, str]]:
    """The Vietnamese texts of the site, each with so many words that its title begins with."""
    found = []
    for record in own_records():
        words = raw_tokens(record.title)
        first = words[: words.index("") if "" in words else most][:most]
        if (
            record.language == "vi"
            and len(first) >= least
            and all(word.isalpha() for word in first)
        ):
            found.append((record, " ".join(first)))
    return found


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("nghij ddinhj", "nghị định"),
        ("nghi5 d9inh5", "nghị định"),
        ("thur tucj hanhf chinhs", "thủ tục hành chính"),
        ("chuyeern ddooir soos", "chuyển đổi số"),
        ("thoong tin", "thông tin"),
        ("bao ve moi truowngf", "bao ve moi trường"),
        ('"khoa học" ddooir', '"khoa học" đổi'),
        ("nghij ddinhj 43/2011/NĐ-CP", "nghị định 43/2011/NĐ-CP"),
        ("nghij ddinhj 43/2011/NDd-CP", "nghị định 43/2011/NĐ-CP"),
        ("nghi5 d9inh5 43/2011/ND9-CP", "nghị định 43/2011/NĐ-CP"),
    ],
)
def test_raw_typing(site: Engine, query: str, text: str) -> None:
    """Telex and VNI are decoded, every word that may be; quotes, numbers and other words stay as they are."""
    assert search(site, query)["showing"] == {"text": text, "instead": query}


@pytest.mark.parametrize("method", [TELEX, VNI])
def test_titles_typed_raw(site: Engine, method: Any) -> None:
    """The beginning of every title typed raw finds what it finds typed right."""
    for record, text in titles(3, 6):
        raw = typed(text, method)
        if fold(raw) == fold(text):
            continue
        answer = search(site, raw)
        assert fold(answer["asked"]) == fold(text)
        assert record.id in [hit["id"] for hit in answer["hits"]] or answer["total"] > 10


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("khoa hịc công nghệ", "khoa học công nghệ"),  # the key beside it
        ("dich vụ côgn", "dich vụ công"),  # swapped
        ("chuyển đổi sốo", "chuyển đổi số"),  # a letter too many
        ("sở hữu trí tẹ", "sở hữu trí tuệ"),  # a letter too few
        ("sở hửu trí tuệ", "sở hữu trí tuệ"),  # other marks
        ("chuyen doi soo", "chuyen doi số"),  # without marks
        ("khoahọc", "khoa học"),  # a space too few
        ("quuy định", "quy định"),  # y, which is an i in keys
        ("khoaa", "khoa"),  # alone
        ("ngiên cứu kkoa học", "nghiên cứu khoa học"),  # two
    ],
)
def test_slips(site: Engine, query: str, text: str) -> None:
    """A slip is made good with the marks of the index; the other words stay as they were typed."""
    assert shown(site, query) == text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("scinece", "science"),
        ("servcies", "services"),
        ("digital tranformation", "digital transformation"),
        ("technlogy innovation", "technology innovation"),
        ("opendata", "open data"),
        ("his", None),
    ],
)
def test_english_slips(site: Engine, query: str, text: str | None) -> None:
    """English words are shown as they stand in the texts, not as stems; none is taken for Telex in vain."""
    assert shown(site, query, language="en") == text


def test_titles_with_a_slip(site: Engine) -> None:
    """Nine of ten titles are found by their first five words with one slip, with and without marks."""
    wanted = titles(5, 5)
    assert len(wanted) > 30
    for as_typed in (str, strip_marks):
        found = [
            record.id in site.ids(as_typed(with_slip(text, record.id)), literal=False)
            for record, text in wanted
            if record.id in site.ids(text)
        ]
        assert sum(found) >= 0.9 * len(found)


def test_what_is_typed_right_stays(site: Engine) -> None:
    """Nothing is shown instead of words that stand so in a title, and no lexicon is asked for."""
    for _, text in titles(2, 5):
        for query in (text, strip_marks(text)):
            assert shown(site, query) is None
    assert not [path for path in site.asked() if path.startswith("w/")]


def test_literally(site: Engine) -> None:
    """Who insists on what was typed gets that."""
    answer = site.search("nghij ddinhj", literal=True)
    assert (answer["showing"], answer["total"], answer["asked"]) == (None, 0, "nghij ddinhj")


def test_words_apart(site: Engine) -> None:
    """Words that stand side by side nowhere are looked for by themselves, and nothing else is shown."""
    answer = search(site, "nhãn hiệu sáng kiến")
    assert answer["showing"] is None
    assert site.search("hiệu sáng")["total"] == 0
    query = "chợ sáng kiến"
    assert site.search("chợ sáng")["total"] == 0
    apart = {hit["id"] for hit in search(site, query, limit=1000)["hits"]}
    assert apart >= site.found("sáng kiến") & site.found("chợ")
    assert shown(site, query) is None


@pytest.mark.parametrize("query", ["xyzzy", "hcm", "qwrtp zxcvb", "thuế"])
def test_what_is_not_there(site: Engine, query: str) -> None:
    """Initials, names and syllables that the index lacks are not bent; what is suggested is there."""
    answer = search(site, query)
    assert (answer["showing"], answer["total"]) == (None, 0)
    assert len(answer["suggestions"]) <= 3
    for suggestion in answer["suggestions"]:
        assert site.search(suggestion)["total"]


def test_suggestions(site: Engine) -> None:
    """Where nothing is found words that are near are suggested."""
    assert "tuệ" in search(site, "thuệ")["suggestions"]


def test_long_queries(site: Engine) -> None:
    """Of many words with one slip in them the others are enough; typed raw they are decoded all the same."""
    text = "quy định chức năng nhiệm vụ quyền hạn và cơ cấu tổ chức"
    assert shown(site, text.replace("quyền", "quyềnn")) is None
    assert not [path for path in site.asked() if path.startswith("w/")]
    assert shown(site, typed(text, TELEX)) == text


def test_while_typing(site: Engine) -> None:
    """A word that is being typed is none with a slip; raw typing is decoded as it comes."""
    assert shown(site, "chuyển đổi s", prefix=True) is None
    assert shown(site, "khoa họ", prefix=True) is None
    assert shown(site, "nghij ddi", prefix=True) == "nghị đi"


def test_files(site: Engine) -> None:
    """A slip costs one round of few more files."""
    for record, text in titles(5, 5):
        site.asked()
        search(site, with_slip(text, record.id))
        assert len(site.asked()) <= MOST_FILES


def test_costs_of_slips() -> None:
    """The costs of slips, by themselves (tests/js)."""
    assert NODE
    subprocess.run(
        [NODE, "--test", "tests/js/slips.test.mjs"], cwd=PROJECT, check=True, capture_output=True
    )

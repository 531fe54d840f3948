"""The telling words of titles and summaries, and what tells nothing on a site."""

from __future__ import annotations

import pytest

from congtinh.search.common_words import FUNCTION_WORDS, GENERAL_PAIRS
from congtinh.search.telling import MOST, common_words, telling
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.copies import PROJECT

COMMON = common_words(Vocabularies.load()[0])
OF_DEMONSTRATION = common_words(Vocabularies.load(PROJECT / "content" / "vocabulary")[0])


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Kiểm tra đo lường xăng dầu", "vi", ("tra đo", "đo lường", "lường xăng", "xăng dầu")),
        ("Quy định, hướng dẫn thực hiện", "vi", ()),
        ("Hoà giải ở cơ sở: hòa giải viên", "vi", ("hòa giải", "giải viên")),
        ("Rô-bốt vào giờ học STEM", "vi", ("rô bốt", "giờ học", "stem")),
        ("Ngày 13/6/2011: sáng kiến 43/2011/NĐ-CP", "vi", ("sáng kiến",)),
        ("Scales inspected at the market", "en", ("scale", "inspect", "market")),
        ("The Department issues a decision", "en", ()),
    ],
)  # fmt: skip
def test_what_a_title_tells(title: str, language: str, expected: tuple[str, ...]) -> None:
    """Pairs of syllables that stand in no paper on any subject; English stems; no figures."""
    assert telling(title, title, language, COMMON).title == expected


def test_the_summary_adds_what_the_title_does_not_say() -> None:
    """Each word once, at most ``MOST``, those of the title first."""
    found = telling("Đo lường", "Đo lường ở chợ quê", "vi", COMMON)
    assert (found.title, found.summary) == (("đo lường",), ("chợ quê",))
    title, long = ("Cá tra, bò sữa, " * 4)[:-2], " ".join(f"x{n}y" for n in range(40))
    found = telling(title, long, "vi", COMMON)
    assert found.title == ("cá tra", "bò sữa")
    assert len(found.title + found.summary) == MOST


def test_the_name_of_the_department_tells_nothing_on_its_site() -> None:
    """What the site's own bodies are called is common there, and telling elsewhere."""
    title = "Khoa học và đời sống ở Minh Châu"
    assert "khoa học" in telling(title, "", "vi", COMMON).title
    assert telling(title, "", "vi", OF_DEMONSTRATION).title == ("đời sống",)


def test_common_words_are_written_as_the_analysis_writes_them() -> None:
    """A word in another spelling would never meet the text: tone marks where the forms have them."""
    plain = frozenset[str]()
    none = {"vi": plain, "en": plain}
    for pair in GENERAL_PAIRS:
        if not {*pair.split()} & FUNCTION_WORDS:
            assert telling(pair, "", "vi", none).title == (pair,)

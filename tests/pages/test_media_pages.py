"""Pages of recordings, polls, awards and data sets on a small site."""

from __future__ import annotations

import html
import re
from fractions import Fraction
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.pages.of_type.poll import shares
from tests.records.test_media_records import COMMON, TEXTS
from tests.sites.copies import SiteCopy, Tree, copied, tree

VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n"


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=40).filter(lambda v: sum(v) > 0))
def test_shares_of_a_poll_add_up(values: list[int]) -> None:
    """R23: they sum to 99,9 to 100,1; each lies within a tenth of the exact one, and none changes places."""
    found = shares(values)
    exact = [Fraction(1000 * value, sum(values)) for value in values]

    assert 999 <= sum(found) <= 1001
    assert all(abs(one - true) < 1 for one, true in zip(found, exact, strict=True))
    assert all(a <= b for a, x in zip(found, values, strict=True) for b, y in zip(found, values, strict=True) if x < y)


def test_the_shares_of_the_poll_of_a_report() -> None:
    """1.180 of 1.344 answers were 87,8 %."""
    assert shares([1180, 164]) == [878, 122]


@pytest.fixture(scope="module")
def built(small_module: SiteCopy) -> Tree:
    """The small site on 22 November 2026, with an item of each type and a poll that is open."""
    site = small_module
    for name in ("video", "award_penalty", "dataset", "poll"):
        site.write(f"{name}/mot.vi.md", f"---\n{COMMON}{TEXTS[name]}creator: Lê Thử\n---\n\nLời của bản ghi.\n")
    site.write("poll/mo.vi.md", f"---\n{COMMON.replace('Một mục', 'Thăm dò')}{OPEN}creator: Lê Thử\n---\n")
    past = TEXTS["award_penalty"].replace("Công ty A", "Công ty Đã Qua").replace("2026-12-31", "2026-11-21")
    site.write("award_penalty/qua.vi.md", f"---\n{COMMON}{past}creator: Lê Thử\n---\n\nCông ty Đã Qua.\n")
    person = TEXTS["award_penalty"].replace("to-chuc", "ca-nhan\nperson_allowed_by: Điều 1 Luật A")
    site.write("award_penalty/nguoi.vi.md", f"---\n{COMMON}{person}creator: Lê Thử\n---\n")
    (site.content / "files").mkdir(exist_ok=True)
    for name, data in (("a.mp4", b"mp4"), ("a.vi.vtt", VTT.encode()), ("a.csv", b"a\n1\n")):
        (site.content / "files" / name).write_bytes(data)
    (site.content / "images" / "1.jpg").write_bytes(next((site.content / "images").glob("*.jpg")).read_bytes())
    site.build(TODAY="2026-11-22")
    return tree(site.output)


OPEN = "question: Ông, bà & bạn?\nopens: 2026-11-01\ncloses: 2026-12-31\noptions:\n- label: Có\n- label: Không\n"


@pytest.fixture(scope="module")
def small_module(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    """A copy of the small site of this module's own."""
    return copied("small", tmp_path_factory.mktemp("media") / "site")


def page(built: Tree, address: str) -> str:
    return built[f"{address}index.html"].decode()


def test_a_recording_is_played_from_this_site_alone(built: Tree) -> None:
    """Nothing is fetched before it is played, nothing plays by itself, captions and transcript are there."""
    text = page(built, "video/mot/")
    (player,) = re.findall(r"<video\b[^>]*>.*?</video>", text, re.DOTALL)

    assert "controls" in player and 'preload="none"' in player and "autoplay" not in player
    assert re.search(r'<track kind="captions" src="[^"]*a-vi\.vtt" srclang="vi"', player)
    assert "<iframe" not in text and "Lời của bản ghi." in text
    assert {"tep/files/a.mp4", "tep/files/a-vi.vtt"} <= built.keys()


def test_a_sanction_past_its_day_is_in_no_output(built: Tree) -> None:
    """E.15: after ``until`` neither pages nor data, search, feeds or site map hold it."""
    told = ("Công ty Đã Qua".encode(), b"khen-thuong-xu-phat/qua")
    assert [path for path, data in built.items() if any(words in data for words in told)] == []
    assert "Công ty A" in page(built, "khen-thuong-xu-phat/")


def test_a_person_is_kept_out_of_search_engines(built: Tree) -> None:
    """What ends one day is not to be indexed elsewhere; decisions on organisations may be."""
    assert 'name="robots"' in page(built, "khen-thuong-xu-phat/nguoi/")
    assert 'name="robots"' not in page(built, "khen-thuong-xu-phat/mot/")


def test_an_open_poll_is_answered_by_the_visitors_own_mail(built: Tree) -> None:
    """The link is a plain mailto with question and options; a closed poll has numbers, and no link."""
    text = page(built, "tham-do/mo/")
    (url,) = [html.unescape(u) for u in re.findall(r'href="(mailto:[^"]*subject=[^"]*)"', text)]
    body = parse_qs(urlsplit(url).query)["body"][0]

    assert "Ông, bà & bạn?" in body and "[  ] Có\r\n[  ] Không" in body
    closed = page(built, "tham-do/mot/")
    assert "subject=" not in closed and "70,0\u00a0%" in closed and "100,0\u00a0%" in closed


def test_data_sets_stand_on_the_page_of_the_open_data(built: Tree) -> None:
    """Whoever looks for data finds the sets of the department first, each with licence and forms."""
    text = page(built, "du-lieu-mo/")
    assert 'href="../bo-du-lieu/mot/"' in text and "CC0" in text and "CSV" in text

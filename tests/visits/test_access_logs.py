"""Logs of Apache and nginx: every line read for what it is, robots left out, visits counted once."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.visits.access_log import Clock, requests
from congtinh.visits.months import STILL, Month, months_of
from congtinh.visits.page_views import PageView, Views
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES, _ = Vocabularies.load()
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
HANOI = dt.timezone(dt.timedelta(hours=7))
START = int(dt.datetime(2026, 10, 5, 8, tzinfo=HANOI).timestamp())


def line(
    address: str = "203.0.113.7", seconds: int = START, path: str = "/", agent: str | None = FIREFOX,
    status: int = 200, method: str = "GET", host: str = "", zone: int = 7, user: str = "-",
) -> str:  # fmt: skip
    at = dt.datetime.fromtimestamp(seconds, dt.timezone(dt.timedelta(hours=zone)))
    vhost = f"{host} " if host else ""
    told = f'{vhost}{address} - {user} [{at:%d/%b/%Y:%H:%M:%S %z}] "{method} {path} HTTP/1.1" {status} 512'
    return told if agent is None else f'{told} "https://skhcn.example/" "{agent}"'


def counted(*lines: str, site: str = "") -> tuple[dict[str, Month], Views]:
    views = Views(VOCABULARIES, site)
    data = "\n".join(lines).encode()

    class Log:
        def open(self, *_: object) -> io.BytesIO:
            return io.BytesIO(data)

    return months_of([views.of_log(Log())]), views  # type: ignore[arg-type]


@given(
    st.ip_addresses(), st.integers(0, 2**31 - 1), st.sampled_from((-5, 0, 7, 9)),
    st.sampled_from(("", "skhcn.example", "skhcn.example:443", "[::1]:80")),
    st.sampled_from(("-", "nguyen van an", "an@so")),
    st.text(st.characters(codec="ascii", exclude_categories=("C",)), min_size=2),
)  # fmt: skip
def test_all_formats_read_back(address: object, seconds: int, zone: int, host: str, user: str, agent: str) -> None:
    """Common, combined and with the host before it; IPv4 and IPv6, any zone, quotation marks in the agent."""
    escaped = agent.replace("\\", "\\\\").replace('"', '\\"')
    for told in (escaped, None):
        written = line(str(address), seconds, "/tin-tuc/", told, host=host, zone=zone, user=user)
        (found,) = requests(io.BytesIO(written.encode()), Clock())
        assert found is not None
        assert (found.address, found.seconds, found.host) == (str(address).encode(), seconds, host.encode())
        assert found.request == b"GET /tin-tuc/ HTTP/1.1" and found.status == b"200"
        assert found.agent == (None if told is None else told.encode())


@given(st.binary(max_size=200))
def test_no_line_stops_the_reading(noise: bytes) -> None:
    """Whatever stands in a log, it is counted as unread or read, and the line after it is read."""
    good = line().encode()
    found = list(requests(io.BytesIO(noise.replace(b"\n", b" ") + b"\n" + good), Clock()))
    assert found[-1] is not None and len(found) == 2


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "views"), ({"status": 304}, "views"), ({"path": "/en/news/a/?utm=1"}, "views"),
        ({"agent": None}, "views"),
        ({"status": 404}, "no_page"), ({"status": 301}, "no_page"), ({"method": "HEAD"}, "no_page"),
        ({"path": "/theme/main.css"}, "no_page"), ({"path": "/feeds/news.vi.atom"}, "no_page"),
        ({"path": "/404.html"}, "no_page"), ({"path": "/.well-known/"}, "no_page"),
        ({"agent": "-"}, "robots"), ({"agent": "curl/8.5.0"}, "robots"),
        ({"agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}, "robots"),
        ({"host": "other.example:443"}, "elsewhere"), ({"host": "www.skhcn.example"}, "views"),
    ],
)  # fmt: skip
def test_what_is_a_view_of_a_page(changed: dict[str, object], told: str) -> None:
    """GET, answered by 200 or 304, of a page of this site, by an agent that says it is a browser."""
    _, views = counted(line(**changed), site="https://skhcn.example")  # type: ignore[arg-type]
    assert views.told[told] == 1


def test_language_and_part_of_a_page() -> None:
    """A view counts for the content type of its address in the language of its address."""
    paths = ("/", "/en/", "/tin-tuc/a/", "/en/news/b/", "/danh-ba/", "/khong-ro/", "/tin-t%E1%BB%A9c/")
    months, _ = counted(*(line(path=path) for path in paths))
    assert months["2026-10"].views == {
        ("home", "vi"): 1, ("home", "en"): 1, ("news", "vi"): 1, ("news", "en"): 1,
        ("directory", "vi"): 1, ("other", "vi"): 2,
    }  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 2 * STILL)), max_size=40))
def test_visits_are_as_an_oracle_counts_them(steps: list[tuple[int, int]]) -> None:
    """One visitor's pages are one visit until thirty minutes pass without one."""
    at, pages, oracle, last = START, [], 0, {}
    for visitor, pause in steps:
        at += pause
        pages.append(PageView(at, "2026-10-05", bytes([visitor]), "vi", "home"))
        oracle += visitor not in last or at - last[visitor] >= STILL
        last[visitor] = at
    months = months_of([iter(pages[::2]), iter(pages[1::2])])
    assert sum(sum(month.visits.values()) for month in months.values()) == oracle


def test_the_month_is_that_of_viet_nam() -> None:
    """Half past five in the afternoon of the 31st in Greenwich is the 1st in Hà Nội."""
    seconds = int(dt.datetime(2026, 10, 31, 17, 30, tzinfo=dt.UTC).timestamp())
    assert list(counted(line(seconds=seconds, zone=0))[0]) == ["2026-11"]


def test_a_packed_log_reads_as_an_unpacked_one(tmp_path: Path) -> None:
    """By what is in the file, not by its name."""
    data = "\n".join(line(f"203.0.113.{n}") for n in range(20)).encode()
    (tmp_path / "a.log").write_bytes(data)
    (tmp_path / "b.log").write_bytes(gzip.compress(data))
    found = [months_of([Views(VOCABULARIES).of_log(tmp_path / name)]) for name in ("a.log", "b.log")]
    assert found[0]["2026-10"].visits == found[1]["2026-10"].visits == {"vi": 20}


def test_no_address_outlives_its_visit() -> None:
    """What is kept of a visitor is a number that another run draws anew."""
    draws = []
    for _ in range(2):
        views = Views(VOCABULARIES)
        request = next(iter(requests(io.BytesIO(line().encode()), Clock())))
        view = views._view(request) if request else ""
        assert isinstance(view, PageView) and b"203.0.113.7" not in view.visitor
        draws.append(view.visitor)
    assert draws[0] != draws[1]


def test_many_visitors_are_forgotten_once_they_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forgetting those who left half an hour ago changes no figure."""
    draw = random.Random(4)
    pages = sorted(
        PageView(START + draw.randrange(90_000), "2026-10-05", bytes([draw.randrange(200)]), "vi", "home")
        for _ in range(2_000)
    )
    whole = months_of([iter(pages)])["2026-10"].visits
    monkeypatch.setattr("congtinh.visits.months._MOST_KEPT", 20)
    assert months_of([iter(pages)])["2026-10"].visits == whole

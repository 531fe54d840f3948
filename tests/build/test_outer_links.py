"""Links to other sites, asked over real HTTP of a server on this machine."""

from __future__ import annotations

import datetime as dt
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from congtinh.build.link_client import Answer, LinkClient, Outcome
from congtinh.build.outer_links import KEPT, LinkChecker, OuterLink, is_outer
from congtinh.commands.links import links

DAY = dt.date(2026, 11, 22)


class _Site(BaseHTTPRequestHandler):
    """Answers by the path: ``/200``, ``/404``, ``/301`` to ``/200``, ``/slow`` and so on."""

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        path = self.path.lstrip("/")
        server.asked.append((self.command, path, self.headers["User-Agent"]))
        with server.lock:
            server.busy += 1
            server.most_busy = max(server.most_busy, server.busy)
        if path == "slow":
            time.sleep(1.5)
        status, where = server.answers.get(path, (404, ""))
        if path == "no-head" and self.command == "GET":
            status = 200
        with server.lock:
            server.busy -= 1
        self.send_response(status)
        if where:
            self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()


class Server(ThreadingHTTPServer):
    """Keeps what it was asked, and how many questions were open at once."""

    answers: ClassVar = {
        "200": (200, ""), "gone": (410, ""), "500": (500, ""), "403": (403, ""), "no-head": (405, ""),
        "301": (301, "/200"), "302": (302, "/200"), "301-to-404": (301, "/404"), "loop": (301, "/loop"),
        "to-file": (302, "file:///etc/hostname"), "slow": (200, ""), "c%C3%B4ng": (200, ""),
        "301-302": (301, "/302"),
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Site)
        self.asked: list[tuple[str, str, str]] = []
        self.lock = threading.Lock()
        self.busy = self.most_busy = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("200", Outcome.FINE, 200),
        ("404", Outcome.GONE, 404),
        ("gone", Outcome.GONE, 410),
        ("500", Outcome.FAULTY, 500),
        ("403", Outcome.REFUSED, 403),
        ("no-head", Outcome.FINE, 200),
        ("301", Outcome.MOVED, 200),
        ("302", Outcome.FINE, 200),
        ("301-302", Outcome.FINE, 200),
        ("301-to-404", Outcome.GONE, 404),
        ("loop", Outcome.FAULTY, 301),
        ("công", Outcome.FINE, 200),
        ("200#part", Outcome.FINE, 200),
    ],
)
def test_what_a_server_answers(server: Server, path: str, outcome: Outcome, status: int) -> None:
    """Each answer has its outcome; a link that moved for good is told with its new address, no other."""
    answer = LinkClient(5).ask(server.url + path)

    assert (answer.outcome, answer.status) == (outcome, status)
    assert (answer.end == server.url + "200") == (outcome is Outcome.MOVED)


def test_a_slow_server_is_given_up(server: Server) -> None:
    """A server that does not answer in time is told as such, and holds nobody up."""
    assert LinkClient(0.3).ask(server.url + "slow") == Answer(Outcome.TIMEOUT)


def test_a_connection_without_tls_is_unsafe(server: Server) -> None:
    """Where https is written and no such connection comes about, the link is broken."""
    answer = LinkClient(5).ask(server.url.replace("http:", "https:"))

    assert answer.outcome is Outcome.UNSAFE and answer.outcome.is_broken


def test_a_server_that_is_not_there() -> None:
    """A closed port and a name that nobody has are told, not raised."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        closed = LinkClient(5).ask(f"http://127.0.0.1:{held.getsockname()[1]}/")
    unknown = LinkClient(5).ask("http://khong-co.invalid/")

    assert closed.outcome is unknown.outcome is Outcome.UNREACHED
    assert closed.told


@pytest.mark.parametrize(
    "url",
    ["file:///etc/hostname", "ftp://x.example/a", "http://", "http:///a", "http://a:b@x.example/", "http://[::1", "x"],
)
def test_nothing_but_http_is_ever_asked(url: str) -> None:
    """Addresses of other kinds, and those with a password, are refused before anything is opened."""
    assert LinkClient(5).ask(url).outcome is Outcome.NO_ADDRESS


def test_a_redirect_out_of_http_is_not_followed(server: Server) -> None:
    """A server cannot make the checker read a file of this machine."""
    answer = LinkClient(5).ask(server.url + "to-file")

    assert answer == Answer(Outcome.NO_ADDRESS, told="file:///etc/hostname")


def checker_of(folder: Path, day: dt.date = DAY, pause: float = 0.0) -> LinkChecker:
    return LinkChecker(folder, day, LinkClient(5), pause)


def test_a_second_run_of_a_day_asks_only_what_failed(server: Server, tmp_path: Path) -> None:
    """What was fine today is not asked again; what failed is, and on the next day everything."""
    every = [OuterLink(server.url + path, "a.vi.md") for path in ("200", "301", "403", "404")]
    told: list[tuple[int, int]] = []
    first = checker_of(tmp_path).check(every, lambda *n: told.append(n))
    server.asked.clear()

    second = checker_of(tmp_path).check(every, lambda *_: None)
    assert told[-1] == (4, 4)
    assert {path for _, path, _ in server.asked} == {"404"}
    assert second.answers == first.answers and second.asked == {server.url + "404"}

    third = checker_of(tmp_path, DAY + dt.timedelta(days=1)).check(every, lambda *_: None)
    assert third.asked == {link.url for link in every}


def test_a_damaged_file_of_answers_counts_as_absent(server: Server, tmp_path: Path) -> None:
    """The cache only saves time: whatever stands in it, the run is whole."""
    every = [OuterLink(server.url + "200", "a.vi.md")]
    odd = json.dumps({"day": "2026-11-22", "answers": {every[0].url: ["odd"]}})
    for damage in ("{", "[]", odd):
        (tmp_path / KEPT).write_text(damage)
        assert checker_of(tmp_path).check(every, lambda *_: None).asked == {every[0].url}


def test_one_server_is_asked_one_thing_at_a_time(server: Server, tmp_path: Path) -> None:
    """Addresses on one server wait for each other, with a pause; each is asked once whoever links to it."""
    paths = ("200", "301", "302", "403")
    every = [OuterLink(server.url + path, item) for path in paths for item in ("a.vi.md", "b.vi.md")]
    begun = time.monotonic()
    found = checker_of(tmp_path, pause=0.1).check(every, lambda *_: None)

    assert server.most_busy == 1
    assert time.monotonic() - begun >= 0.1 * (len(paths) - 1)
    assert len(found.links) == len(every) and Counter(p for m, p, _ in server.asked if m == "HEAD")["403"] == 1
    assert all("link-check" in agent for *_, agent in server.asked)


def test_only_addresses_of_other_sites_are_outer() -> None:
    """Mail, telephones, anchors and files of the site are no links to ask."""
    assert is_outer("https://x.example") and is_outer("//x.example/a") and is_outer("HTTP://X.example")
    assert not any(map(is_outer, ("mailto:a@x.example", "tel:0123", "#a", "/van-ban/", "javascript:0", "httpx://a")))


ITEM = """---
title: Sở giới thiệu hai trang có ích cho doanh nghiệp
summary: Hai trang được giới thiệu trong bài.
date: 2026-11-02
creator: Văn phòng
by_line: Văn phòng
contributor_kind: republished
source_name: Báo
source_url: {url}301
category: khoa-hoc-cong-nghe
genre: tin
status: published
approved_by: Văn phòng
---

Xem [trang còn](  {url}200) và [trang mất]({url}404).
"""


def test_the_command_tells_all_and_never_fails(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """R32: a broken outer link is told with file and line, and the command ends with 0."""
    (tmp_path / "content" / "news").mkdir(parents=True)
    (tmp_path / "content" / "news" / "a.vi.md").write_text(ITEM.format(url=server.url), encoding="utf-8")
    english = f"---\ntitle: Two useful sites\nsummary: Two sites.\n---\n\nSee [this]({server.url}200).\n"
    (tmp_path / "content" / "news" / "a.en.md").write_text(english, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(
        "PATH = 'content'\nOUTPUT_PATH = 'output'\nSITENAME = 'Sở'\nCACHE = '.cache'\n"
        "PLUGIN_PATHS = ['plugins']\nPLUGINS = ['congtinh.hooks']\nDEFAULT_LANG = 'vi'\nEDITOR_LANG = 'en'\n"
        "TIMEZONE = 'Asia/Ho_Chi_Minh'\nTHEME = 'theme'\nAGENCY = ''\n",
        encoding="utf-8",
    )
    (tmp_path / "theme").mkdir()
    monkeypatch.chdir(tmp_path)

    assert links("", "2026-11-22", "json", checker_of(tmp_path)) == 0
    told = json.loads(capsys.readouterr().out)
    found = {one["url"].removeprefix(server.url): one for one in told["results"]}
    assert {path: one["outcome"] for path, one in found.items()} == {"200": "fine", "301": "moved", "404": "gone"}
    assert found["404"]["places"] == [{"path": "news/a.vi.md", "field": None, "line": 16}]
    assert [place["path"] for place in found["200"]["places"]] == ["news/a.en.md", "news/a.vi.md"]
    assert [(place["path"], place["field"]) for place in found["301"]["places"]] == [("news/a.vi.md", "source_url")]
    assert found["301"]["end"] == server.url + "200"

    assert links("", "2026-11-22", "text", checker_of(tmp_path)) == 0
    text = capsys.readouterr().out
    assert f"news/a.vi.md:16  {server.url}404 (404)" in text and f"→ {server.url}200" in text

"""Asks other servers, politely, whether an address still leads somewhere: HEAD, and GET where that is refused."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

AGENT = "congtinh-link-check/1 (checks the links of a public site; asks each address once a day at most)"
MOST_REDIRECTS = 5
_GONE = (404, 410)
_MOVED = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_NOT_FOR_US = (401, 403, 405, 407, 429, 451)
_SAFE = "%/:=&?~#+!$,;'@()*[]"


class Outcome(StrEnum):
    """What came of asking; ``REFUSED`` may well open in a browser."""

    FINE = "fine"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"
    FAULTY = "faulty"
    TIMEOUT = "timeout"
    UNSAFE = "unsafe"
    UNREACHED = "unreached"
    NO_ADDRESS = "no-address"

    @property
    def is_broken(self) -> bool:
        """Whether a visitor is led to nothing."""
        return self not in (Outcome.FINE, Outcome.MOVED, Outcome.REFUSED)


class Answer(NamedTuple):
    """``status`` is the last one of HTTP, 0 without any; ``end`` where redirects led, if for good; ``told`` the cause."""

    outcome: Outcome
    status: int = 0
    end: str = ""
    told: str = ""


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are followed one by one, so that each is known and none leaves http and https."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


class LinkClient:
    """``timeout`` in seconds for each request."""

    def __init__(self, timeout: float = 15.0, agent: str = AGENT) -> None:
        self.timeout, self.agent = timeout, agent
        self._opener = urllib.request.OpenerDirector()
        handlers = (
            urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(),
            urllib.request.HTTPErrorProcessor(), _Stay(), urllib.request.HTTPDefaultErrorHandler(),
        )  # fmt: skip
        for handler in handlers:
            self._opener.add_handler(handler)

    def ask(self, url: str) -> Answer:
        """What stands behind ``url``; never raises for what a server or a network does."""
        at, for_good = url, True
        for _ in range(MOST_REDIRECTS + 1):
            plain = _plain(at)
            if plain is None:
                return Answer(Outcome.NO_ADDRESS, told=at if at != url else "")
            status, where, fault = self._status(plain)
            if fault is not None:
                return fault
            if status not in _MOVED or not where:
                return _judged(status, at if at != url and for_good else "", at != url)
            for_good = for_good and status in _FOR_GOOD
            at = urljoin(plain, where)
        return Answer(Outcome.FAULTY, status, told=f"> {MOST_REDIRECTS}")

    def _status(self, url: str) -> tuple[int, str, Answer | None]:
        """By HEAD, or by GET where a server does not answer HEAD as it should."""
        found = self._request("HEAD", url)
        if found[2] is None and found[0] >= 400:
            found = self._request("GET", url)
        return found

    def _request(self, method: str, url: str) -> tuple[int, str, Answer | None]:
        request = urllib.request.Request(url, method=method, headers={"User-Agent": self.agent, "Accept": "*/*"})
        try:
            with self._opener.open(request, timeout=self.timeout) as reply:
                return reply.status, "", None
        except urllib.error.HTTPError as reply:
            with reply:
                return reply.code, reply.headers.get("Location") or "", None
        except (OSError, http.client.HTTPException, ValueError) as fault:
            return 0, "", _failed(fault)


def _judged(status: int, end: str, led: bool) -> Answer:
    if status < 400:
        return Answer(Outcome.MOVED if end else Outcome.FINE, status, end)
    outcome = Outcome.GONE if status in _GONE else Outcome.REFUSED if status in _NOT_FOR_US else Outcome.FAULTY
    return Answer(outcome, status, end if led else "")


def _failed(fault: Exception) -> Answer:
    """What kept us from an answer; ``URLError`` hides it in ``reason``."""
    cause = getattr(fault, "reason", fault)
    if isinstance(cause, TimeoutError | socket.timeout):
        return Answer(Outcome.TIMEOUT)
    if isinstance(cause, ssl.SSLError):
        return Answer(Outcome.UNSAFE, told=getattr(cause, "verify_message", "") or cause.reason or "")
    return Answer(Outcome.UNREACHED, told=getattr(cause, "strerror", None) or type(cause).__name__)


def _plain(url: str) -> str | None:
    """The address in ASCII, without the part behind ``#``; ``None`` where it is not of http or https."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # UnicodeError too
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or parts.username is not None:
        return None
    host = f"[{host}]" if ":" in host else host
    path, query = quote(parts.path, safe=_SAFE) or "/", quote(parts.query, safe=_SAFE)
    return urlunsplit((parts.scheme.lower(), host + port, path, query, ""))

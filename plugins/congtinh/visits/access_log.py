"""Lines of access logs of Apache (common, combined, with the virtual host) and nginx, one at a time."""

from __future__ import annotations

import calendar
import gzip
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, NamedTuple

_QUOTED = rb'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
_LINE = re.compile(
    rb"(?:([^\s\"]++) (?=[^\s\"]*[.:]|localhost ))?"  # the virtual host, before an address
    rb"((?=[^\s\"]*[.:]|localhost )[^\s\"]++) "
    rb"\S+ [^\[\"]*?\[(\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] "
    + _QUOTED + rb" (\d{3}) (?:\d+|-)(?: " + _QUOTED + rb" " + _QUOTED + rb")?"
)  # fmt: skip
_MONTHS = {name: place for place, name in enumerate(calendar.month_abbr) if name}
_HANOI = timedelta(hours=7)
_MOST_KEPT = 100_000
_LONGEST = 65_536
"""Bytes of a line; what is longer is no request of a browser."""


class Request(NamedTuple):
    """One request as the log tells it; ``agent`` is ``None`` in a log that leaves it out.

    ``seconds``: since 1970; ``day``: its day in Việt Nam, as 2026-11-22.
    """

    host: bytes
    address: bytes
    seconds: int
    day: str
    request: bytes
    status: bytes
    agent: bytes | None
    rest: bytes


class Clock:
    """The times of a log as seconds and days; each minute is worked out once."""

    def __init__(self) -> None:
        self._minutes: dict[bytes, tuple[int, str]] = {}

    def read(self, text: bytes) -> tuple[int, str]:
        """``22/Nov/2026:18:42:07 +0700``; ``ValueError`` where there is no such time."""
        key = text[:17] + text[21:]
        found = self._minutes.get(key)
        if found is None:
            if len(self._minutes) > _MOST_KEPT:
                self._minutes.clear()
            found = self._minutes[key] = _minute(key.decode())
        seconds = int(text[18:20])
        if seconds > 60:
            raise ValueError(text)
        return found[0] + seconds, found[1]


def _minute(text: str) -> tuple[int, str]:
    """Seconds at the start of a minute, and the day of it in Việt Nam."""
    month = _MONTHS.get(text[3:6])
    if month is None:
        raise ValueError(text)
    at = datetime(int(text[7:11]), month, int(text[:2]), int(text[12:14]), int(text[15:17]), tzinfo=UTC)
    sign = -1 if text[17] == "-" else 1
    at -= sign * timedelta(hours=int(text[18:20]), minutes=int(text[20:22]))
    return int(at.timestamp()), (at + _HANOI).date().isoformat()


def opened(path: Path) -> IO[bytes]:
    """A log, packed by gzip or not, whatever it is called."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if packed else path.open("rb", 1 << 20)  # type: ignore[return-value]


def requests(lines: IO[bytes], clock: Clock) -> Iterator[Request | None]:
    """The requests of a log in its order; ``None`` for a line that is none."""
    match, read = _LINE.match, clock.read
    while line := lines.readline(_LONGEST):
        found = match(line)
        if found is None:
            yield None
            continue
        host, address, time, request, status, _, agent = found.groups()
        try:
            seconds, day = read(time)
        except ValueError:
            yield None
            continue
        yield Request(host or b"", address, seconds, day, request, status, agent, line[found.end() :])

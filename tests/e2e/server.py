"""A small real web server for the tests: the policy of docs/hosting, a base path, gzip as nginx does."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

NGINX = Path(__file__).resolve().parents[2] / "docs" / "hosting" / "nginx.conf"
HASHED = re.compile("static/|media/|search/./")
GZIP_FROM, GZIP_LEVEL = 512, 6
FOREVER, SHORT = "public, max-age=31536000, immutable", "public, max-age=300, must-revalidate"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
}


def policies() -> dict[str, str]:
    """The headers that docs/hosting/nginx.conf sends with every answer alike, but for TLS."""
    lines = re.findall(r'^add_header (\S+) "(.+)" always;$', NGINX.read_text("utf-8"), re.M)
    own = ("Strict-Transport-Security", "Cache-Control")
    return {name: value for name, value in lines if name not in own}


@dataclass(frozen=True)
class Answer:
    """One answer: the address asked for, its status, and the bytes that went over the line."""

    address: str
    status: int
    size: int


@dataclass
class SiteServer:
    """A folder, served below ``base`` of a free port on this machine."""

    folder: Path
    base: str
    address: str = ""
    answers: list[Answer] = field(default_factory=list)

    def url(self, page: str) -> str:
        """The whole address of a page: ``url("tin-tuc/")``."""
        return f"{self.address}{self.base}{page}"

    def found(self, path: str) -> tuple[HTTPStatus, Path]:
        """What a path leads to, and the page of faults where it leads nowhere."""
        inside = unquote(path.removeprefix(self.base))
        target = self.folder / inside
        if path.startswith(self.base):
            if target.is_dir() and (not inside or inside.endswith("/")):
                target = target / "index.html"
            if target.is_file():
                return HTTPStatus.OK, target
        fault = "en/404.html" if inside.startswith("en/") else "404.html"
        return HTTPStatus.NOT_FOUND, self.folder / fault


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, site: SiteServer, headers: dict[str, str]) -> None:
        self.site, self.policies = site, headers
        super().__init__(*args)

    def do_GET(self) -> None:
        try:
            self._answer(self.path.partition("?")[0])
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the browser has gone on to another page

    def _answer(self, path: str) -> None:
        status, target = self.site.found(path)
        data = target.read_bytes()
        kind = TYPES.get(target.suffix.lstrip("."), "application/octet-stream")
        packed = "charset" in kind and len(data) >= GZIP_FROM
        if packed and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, GZIP_LEVEL, mtime=0)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.policies.items():
            self.send_header(name, value)
        hashed = HASHED.match(path.removeprefix(self.site.base))
        self.send_header("Cache-Control", FOREVER if hashed else SHORT)
        self.end_headers()
        self.wfile.write(data)
        self.site.answers.append(Answer(path.removeprefix(self.site.base), status, len(data)))

    def log_message(self, format: str, *args: Any) -> None:
        """The tests read ``SiteServer.answers``."""


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[SiteServer]:
    """Serve a folder until the end of the block."""
    site = SiteServer(folder, base)
    handler = partial(_Handler, site=site, headers=policies())
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

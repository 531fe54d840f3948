"""``invoke serve``: builds again when a file changes, reloads the page, shows faults instead of dying."""

from __future__ import annotations

import html
import json
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from congtinh.build.report import not_written
from congtinh.errors import ContentError, Problem

EVENTS, SCRIPT = "/__events", "/__preview.js"
_TAG = f'<script src="{SCRIPT}" defer></script></body>'.encode()
_JS = """\
const events = new EventSource("/__events?page=" + encodeURIComponent(location.pathname));
let version = null;
events.onmessage = (event) => {
  const state = JSON.parse(event.data);
  if (version !== null && state.version !== version && state.faults.length === 0) location.reload();
  version = state.version;
  document.getElementById("preview-faults")?.remove();
  if (state.faults.length === 0) return;
  const panel = document.createElement("dialog");
  panel.id = "preview-faults";
  panel.setAttribute("aria-label", state.title);
  const title = document.createElement("h2");
  title.textContent = state.title;
  const list = document.createElement("ul");
  for (const fault of state.faults) {
    const row = document.createElement("li");
    const place = document.createElement("strong");
    place.textContent = fault.place;
    row.append(place, " ", fault.text);
    list.append(row);
  }
  const form = document.createElement("form");
  form.method = "dialog";
  const close = document.createElement("button");
  close.textContent = state.close;
  form.append(close);
  panel.append(title, list, form);
  document.body.append(panel);
  panel.showModal();
};
"""


class State:
    """What the browser should know: a version that counts builds, and the faults of the last one."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self.say = say
        self.version = 0
        self.problems: list[Problem] = []
        self.changed = threading.Condition()
        self.closed = False
        self._open: Counter[str] = Counter()
        self._asked: frozenset[str] = frozenset()
        self._shown = False

    def open_pages(self) -> frozenset[str]:
        """The addresses that browsers show now."""
        with self.changed:
            self._asked = frozenset(self._open)
            return self._asked

    def opened(self, address: str) -> None:
        """A browser shows the page at ``address``."""
        with self.changed:
            self._open[address] += 1

    def left(self, address: str) -> None:
        """A browser no longer shows it."""
        with self.changed:
            self._open -= Counter([address])

    def seen(self) -> None:
        """The open pages are in their places; their browsers need not wait for the rest."""
        self.told([])
        self._shown = True

    def told(self, problems: list[Problem]) -> None:
        """A build has ended; wake every open page, unless all of them have been shown already."""
        with self.changed:
            later = self._open.keys() - self._asked  # opened meanwhile, perhaps as it was before
            if not self._shown or later or any(problem.is_error for problem in problems):
                self.version += 1
            self._shown = False
            self.problems = problems
            self.changed.notify_all()

    def close(self) -> None:
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def message(self) -> bytes:
        """The state as one server-sent event."""
        faults = [{"place": p.place, "text": p.told(self.say)} for p in self.problems if p.is_error]
        data = {
            "version": self.version,
            "faults": faults,
            "title": self.say("The content holds errors; this is the last good site"),
            "close": self.say("Close"),
        }
        return b"data: " + json.dumps(data, ensure_ascii=False).encode() + b"\n\n"

    def page(self) -> bytes:
        """What stands in place of a site that has never been good."""
        rows = "".join(
            f"<li><strong>{html.escape(p.place)}</strong> {html.escape(p.told(self.say))}</li>"
            for p in self.problems
            if p.is_error
        )
        title = html.escape(
            self.say("The content holds errors, and there is no earlier site to show")
        )
        head = f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>'
        return f"{head}<body><h1>{title}</h1><ul>{rows}</ul></body></html>".encode()


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the preview folder, with the reload script put into each page on its way out."""

    protocol_version = "HTTP/1.0"

    def __init__(self, *args: Any, state: State, **kwargs: Any) -> None:
        self.state = state
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            shown = parse_qs(query).get("page", ["/"])[0]
            self._events(unquote(shown).lstrip("/"))
        elif path == SCRIPT:
            self._send(_JS.encode(), "text/javascript; charset=utf-8")
        else:
            self._page(path)

    def _page(self, path: str) -> None:
        root = Path(self.directory)
        found = Path(self.translate_path(path))
        if found.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", path + "/")
            self.end_headers()
            return
        if found.is_dir():
            found = found / "index.html"
        status = HTTPStatus.OK
        if not found.is_file():
            if not (root / "index.html").is_file():
                self._send(self.state.page().replace(b"</body>", _TAG), "text/html; charset=utf-8")
                return
            found = root / ("en/404.html" if path.startswith("/en/") else "404.html")
            status = HTTPStatus.NOT_FOUND
        data = found.read_bytes()
        kind = self.guess_type(str(found))
        if kind == "text/html":
            data, kind = data.replace(b"</body>", _TAG), "text/html; charset=utf-8"
        self._send(data, kind, status)

    def _send(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(data)

    def _events(self, address: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        last = -1
        self.state.opened(address)
        try:
            while not self.state.closed:
                with self.state.changed:
                    if self.state.version == last:
                        self.state.changed.wait(15)
                    last = self.state.version
                self.wfile.write(self.state.message())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError, ConnectionAbortedError):
            return
        finally:
            self.state.left(address)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not told; faults and builds are."""


def preview_server(folder: Path, port: int, state: State) -> ThreadingHTTPServer:
    """A server of ``folder`` on the loopback address only."""
    handler = partial(PreviewHandler, directory=str(folder), state=state)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    return server


def rebuild(state: State, make: Callable[[], list[Problem]]) -> list[Problem]:
    """Build once; whatever goes wrong becomes a problem that the browser shows."""
    try:
        problems = make()
    except ContentError as failure:
        problems = failure.problems
    except OSError as failure:
        problems = [not_written(failure)]
    state.told(problems)
    return problems

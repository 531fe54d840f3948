"""``invoke serve``: the preview on this machine."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path
from typing import Any

from watchfiles import watch

from congtinh.build.console import Voice
from congtinh.build.memory import Memory
from congtinh.build.run import Build
from congtinh.build.serve import State, preview_server, rebuild
from congtinh.commands.site import given_settings, telling
from congtinh.errors import N_, Problem
from congtinh.settings import Settings, read_settings

STEP, MOST = 20, 200
"""Milliseconds without a further change after which a build begins, and to wait for that at most."""


class Preview:
    """A site that is built again and again; each build begins with what the last one knew."""

    def __init__(self, asked: dict[str, Any], drafts: bool, voice: Voice, state: State) -> None:
        self._asked, self._drafts = asked, drafts
        self._voice, self._state = voice, state
        self._memory = Memory(open_pages=state.open_pages, seen=state.seen)
        self._unkept: Build | None = None

    def settings(self) -> Settings:
        """The settings as they are written now, for a site of its own in the cache."""
        given, _ = given_settings(**self._asked, SITEURL="", DRAFTS=self._drafts)
        name = "preview-drafts" if self._drafts else "preview"
        given["OUTPUT_PATH"] = str(Path(given.get("CACHE", ".cache")).resolve() / name)
        return read_settings(given)

    def build(self) -> list[Problem]:
        """Build what has changed; ``ContentError`` where content holds errors."""
        with self._voice.progress() as progress:
            build = Build(self.settings(), progress, memory=self._memory)
            build.run()
        self._unkept = build
        return build.report.problems

    def touch(self, content: Path, changed: list[Path]) -> None:
        """Something has changed; what it is about is looked at again."""
        self._memory.touch(content, changed)

    def keep(self) -> None:
        """Write down what the next preview wants to know, once nobody waits for it."""
        if self._unkept is not None:
            self._voice.summary(self._unkept.report)
            self._unkept.keep()
            self._unkept = None


@telling
def serve(content: str, port: int, drafts: bool, today: str, browser: bool) -> int:
    """``invoke serve``: preview on this machine until Ctrl+C; drafts never reach the public output."""
    given, _ = given_settings(content, "", today)
    voice = Voice("en" if given.get("EDITOR_LANG") == "en" else "vi")
    state = State(voice.say)
    preview = Preview({"content": content, "today": today}, drafts, voice, state)
    settings = preview.settings()
    try:
        server = preview_server(settings.output, port, state)
    except OSError:
        voice.line(
            N_("Port {port} is taken. Choose another one: invoke serve --port {other}"),
            port=port,
            other=port + 1,
        )
        return 1
    voice.problems(rebuild(state, preview.build))
    preview.keep()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    voice.line(N_("The preview is at {address}  –  Ctrl+C ends it"), address=address)
    if browser:
        webbrowser.open(address)
    try:
        _follow(preview, settings, voice, state)
    except KeyboardInterrupt:
        voice.line(N_("The preview has ended"))
    finally:
        state.close()
        server.shutdown()
    return 0


def _follow(preview: Preview, settings: Settings, voice: Voice, state: State) -> None:
    """Build again at each change, until Ctrl+C."""
    conf = [path for path in (Path("pelicanconf.py"), Path("publishconf.py")) if path.is_file()]
    places = (settings.content, settings.theme, *conf)
    for changes in watch(*places, debounce=MOST, step=STEP, raise_interrupt=True):
        changed = sorted({Path(path) for _, path in changes})
        voice.line(N_("Changed: {files}; building again"), files=_named(changed))
        preview.touch(settings.content, changed)
        voice.problems(rebuild(state, preview.build))
        preview.keep()


def _named(changed: list[Path], most: int = 3) -> str:
    names = [path.name for path in changed[:most]]
    return ", ".join([*names, "…"] if len(changed) > most else names)

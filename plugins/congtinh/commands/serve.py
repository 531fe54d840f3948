"""``invoke serve``: the preview on this machine."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path

from watchfiles import watch

from congtinh.build.console import Voice
from congtinh.build.run import build_site
from congtinh.build.serve import State, preview_server, rebuild
from congtinh.commands.site import given_settings, telling
from congtinh.errors import N_, Problem
from congtinh.settings import read_settings


@telling
def serve(content: str, port: int, drafts: bool, today: str, browser: bool) -> int:
    """``invoke serve``: preview on this machine until Ctrl+C; drafts never reach the public output."""
    given, _ = given_settings(content, "", today, SITEURL="", DRAFTS=drafts)
    preview = Path(given.get("CACHE", ".cache")).resolve() / (
        "preview-drafts" if drafts else "preview"
    )
    given["OUTPUT_PATH"] = str(preview)
    settings = read_settings(given)
    voice = Voice(settings.editor_lang)
    state = State(voice.say)

    def make() -> list[Problem]:
        with voice.progress() as progress:
            report = build_site(read_settings(given), progress)
        voice.summary(report)
        return report.problems

    try:
        server = preview_server(preview, port, state)
    except OSError:
        voice.line(
            N_("Port {port} is taken. Choose another one: invoke serve --port {other}"),
            port=port,
            other=port + 1,
        )
        return 1
    voice.problems(rebuild(state, make))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    voice.line(N_("The preview is at {address}  –  Ctrl+C ends it"), address=address)
    if browser:
        webbrowser.open(address)
    try:
        for _ in watch(
            settings.content,
            settings.theme,
            Path("pelicanconf.py"),
            debounce=200,
            raise_interrupt=True,
        ):
            voice.line(N_("A file has changed; building again"))
            voice.problems(rebuild(state, make))
    except KeyboardInterrupt:
        voice.line(N_("The preview has ended"))
    finally:
        state.close()
        server.shutdown()
    return 0

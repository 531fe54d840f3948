"""``invoke browser``: the browser that the tests drive; Debian's where apt is there, else Playwright's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found() -> str | None:
    """The path of an installed Chromium, or ``None``."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> bool:
    """Install a browser unless there is one; true when one is there in the end."""
    if found():
        return True
    for command in _ways():
        if subprocess.run(command, check=False).returncode != 0:
            break
    else:
        return True
    return found() is not None


def _ways() -> list[list[str]]:
    """The commands that install one on this machine."""
    if shutil.which("apt-get"):
        as_root = [] if not hasattr(os, "geteuid") or os.geteuid() == 0 else ["sudo"]
        return [
            [*as_root, "apt-get", "update", "-qq"],
            [*as_root, "apt-get", "install", "-y", "-qq", "chromium"],
        ]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]
